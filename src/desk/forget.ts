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

/** Removes who is meant; the reason where nobody can say who that is. */
export async function forgetOrganization(
  results: Pick<Results, 'organizations' | 'forget'>,
  asked: AskedToForget,
  options: { readonly mayComeBack: boolean },
): Promise<Parsed<Forgotten>> {
  const all = await results.organizations();
  const { value: meant, findings } = await meantBy(asked, all);
  if (!meant) return { findings };
  let files = 0;
  for (const { key } of meant) files += await results.forget(key, options);
  const names = new Set('file' in asked ? [] : meant.map(({ name }) => plainName(name)));
  const left = all.filter((each) => names.has(plainName(each.name)) && !meant.includes(each));
  return { value: { organizations: meant, files, left }, findings: [] };
}

async function meantBy(
  asked: AskedToForget,
  all: readonly KeptOrganization[],
): Promise<Parsed<readonly KeptOrganization[]>> {
  if ('file' in asked) return { value: all.filter(({ path }) => path === asked.file), findings: [] };
  const wanted = plainName(asked.organization);
  const units = asked.allUnits && wanted !== '' ? all.filter(({ name }) => plainName(name) === wanted) : [];
  if (units.length > 0) return { value: units, findings: [] };
  const { value: key, findings } = await findOrganization(all, asked);
  const meant = all.filter((each) => each.key === key);
  return meant.length > 0 ? { value: meant, findings } : { findings };
}
