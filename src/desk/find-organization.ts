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

/**
 * The key of the organization that is meant: by name and unit, or by name alone where that is enough.
 * @throws What `names` throws.
 */
export async function findOrganization(
  names: Iterable<NamedOrganization> | AsyncIterable<NamedOrganization>,
  { organization, unit }: Asked,
): Promise<Parsed<string>> {
  const wanted = plainName(organization);
  const exact = organizationKey({ name: organization, unit: unit ?? '' }, '');
  const units = new Map<string, string>();
  const near = new Nearest(organization);
  for await (const each of names) {
    // Workbooks without a name are nobody's.
    if (wanted !== '' && plainName(each.name) === wanted) units.set(each.key, each.unit);
    else if (units.size === 0) near.look(each.name);
  }
  if (units.has(exact)) return { value: exact, findings: [] };
  const [only] = units.keys();
  if (unit === undefined && units.size === 1 && only !== undefined) return { value: only, findings: [] };
  const suggestion =
    units.size > 0
      ? [...units.values()]
          .slice(0, MOST_UNITS)
          .map((each) => `${organization} --unit "${each}"`)
          .join(', ')
      : near.best;
  const found = [organization, unit ?? ''].filter((text) => text !== '').join(', ');
  return { findings: [find('unknown-organization', {}, { found, ...(suggestion ? { suggestion } : {}) })] };
}

/** Units that are listed where several could be meant. */
const MOST_UNITS = 5;
/** A typed name of fewer letters is in too many others. */
const LEAST_LETTERS = 2;

/** The name that was meant: one that begins with what was typed, has it in it, or is spelled nearly so; of equal ones the first. */
class Nearest {
  readonly #wanted: string;
  #beginning: string | undefined;
  #having: string | undefined;
  #spelled: string | undefined;

  constructor(private readonly typed: string) {
    this.#wanted = plainName(typed);
  }

  look(name: string): void {
    if (this.#beginning !== undefined) return;
    const plain = plainName(name);
    if (this.#wanted.length >= LEAST_LETTERS && plain.includes(this.#wanted)) {
      if (plain.startsWith(this.#wanted)) this.#beginning = name;
      this.#having ??= name;
    }
    if (this.#having !== undefined) return;
    // Of the nearest so far and this one; what was found first stays where both are as near.
    this.#spelled = suggest(this.typed, this.#spelled === undefined ? [name] : [this.#spelled, name]);
  }

  get best(): string | undefined {
    return this.#beginning ?? this.#having ?? this.#spelled;
  }
}
