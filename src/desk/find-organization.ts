/** Which organization somebody means, by its name as they type it. */
import { find, type Parsed } from '../diagnostic/finding.js';
import { suggest } from '../diagnostic/suggest.js';
import type { NamedOrganization } from './results.js';
import { organizationKey, plainName } from './row.js';

/** A name as it was typed, and a unit where one was given. */
export interface Asked {
  readonly organization: string;
  readonly unit?: string | undefined;
}

/** The key of the organization that is meant: by name and unit, or by name alone where that is enough. */
export function findOrganization(names: readonly NamedOrganization[], { organization, unit }: Asked): Parsed<string> {
  const wanted = plainName(organization);
  // Workbooks without a name are nobody's.
  const sameName = names.filter(({ name }) => wanted !== '' && plainName(name) === wanted);
  const units = new Map(sameName.map((each) => [each.key, each.unit]));
  const exact = organizationKey({ name: organization, unit: unit ?? '' }, '');
  if (units.has(exact)) return { value: exact, findings: [] };
  const [only] = units.keys();
  if (unit === undefined && units.size === 1 && only !== undefined) return { value: only, findings: [] };
  const suggestion =
    units.size > 0
      ? [...units.values()]
          .slice(0, MOST_UNITS)
          .map((each) => `${organization} --unit "${each}"`)
          .join(', ')
      : nearest(
          organization,
          names.map(({ name }) => name),
        );
  const found = [organization, unit ?? ''].filter((text) => text !== '').join(', ');
  return { findings: [find('unknown-organization', {}, { found, ...(suggestion ? { suggestion } : {}) })] };
}

/** Units that are listed where several could be meant. */
const MOST_UNITS = 5;
/** A typed name of fewer letters is in too many others. */
const LEAST_LETTERS = 2;

/** The name that was meant: one that begins with what was typed, has it in it, or is spelled nearly so. */
function nearest(typed: string, names: readonly string[]): string | undefined {
  const wanted = plainName(typed);
  const having = wanted.length < LEAST_LETTERS ? [] : names.filter((name) => plainName(name).includes(wanted));
  return having.find((name) => plainName(name).startsWith(wanted)) ?? having[0] ?? suggest(typed, names);
}
