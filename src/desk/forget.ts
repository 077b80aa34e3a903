/** Organizations of a store: which there are, and some of them removed. */
import type { Parsed } from '../diagnostic/finding.js';
import { findOrganization, type Asked } from './find-organization.js';
import type { KeptOrganization, Results } from './results.js';
import { plainName } from './row.js';

/** Who is to be removed: one organization, all units of it, or a workbook without a name by where it lies. */
export type AskedToForget = (Asked & { readonly allUnits?: boolean }) | { readonly file: string };

/** What was removed. */
export interface Forgotten {
  /** None where no workbook without a name lies there. */
  readonly organizations: readonly KeptOrganization[];
  /** Workbooks of them, rejected ones among them. */
  readonly files: number;
  /** Other units of the same name, which are kept. */
  readonly left: readonly KeptOrganization[];
}

/**
 * Removes who is meant; the reason where nobody can say who that is.
 * @throws What the functions of `results` throw: a `Refusal` if the store cannot be used.
 */
export async function forgetOrganization(
  results: Pick<Results, 'organizations' | 'forget'>,
  asked: AskedToForget,
  options: { readonly mayComeBack: boolean },
): Promise<Parsed<Forgotten>> {
  const { value: meant, findings } = await meantBy(asked, results);
  if (!meant) return { findings };
  const names = new Set('file' in asked ? [] : meant.map(({ name }) => plainName(name)));
  const keys = new Set(meant.map(({ key }) => key));
  const left = await those(results, ({ key, name }) => names.has(plainName(name)) && !keys.has(key));
  let files = 0;
  for (const key of keys) files += await results.forget(key, options);
  return { value: { organizations: meant, files, left }, findings: [] };
}

type Listed = Pick<Results, 'organizations'>;

/** A few of all: there may be more organizations than memory holds. */
async function those(
  results: Listed,
  isOne: (organization: KeptOrganization) => boolean,
): Promise<readonly KeptOrganization[]> {
  const found: KeptOrganization[] = [];
  for await (const each of results.organizations()) if (isOne(each)) found.push(each);
  return found;
}

async function meantBy(asked: AskedToForget, results: Listed): Promise<Parsed<readonly KeptOrganization[]>> {
  if ('file' in asked) return { value: await those(results, ({ path }) => path === asked.file), findings: [] };
  const wanted = plainName(asked.organization);
  const units = asked.allUnits && wanted !== '' ? await those(results, ({ name }) => plainName(name) === wanted) : [];
  if (units.length > 0) return { value: units, findings: [] };
  const { value: wantedKey, findings } = await findOrganization(results.organizations(), asked);
  const meant = wantedKey === undefined ? [] : await those(results, ({ key }) => key === wantedKey);
  return meant.length > 0 ? { value: meant, findings } : { findings };
}
