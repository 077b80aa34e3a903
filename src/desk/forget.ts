/** Organizations of a store: which there are, and one of them removed. */
import type { Parsed } from '../diagnostic/finding.js';
import { findOrganization, type Asked } from './find-organization.js';
import type { KeptOrganization, Results } from './results.js';

/** What was removed. */
export interface Forgotten extends KeptOrganization {
  /** Workbooks of it, rejected ones among them. */
  readonly files: number;
}

/** Removes the organization that is meant; the reason where nobody can say which one that is. */
export async function forgetOrganization(
  results: Pick<Results, 'organizations' | 'forget'>,
  asked: Asked,
  options: { readonly mayComeBack: boolean },
): Promise<Parsed<Forgotten>> {
  const organizations = await results.organizations();
  const { value: key, findings } = await findOrganization(organizations, asked);
  const meant = organizations.find((each) => each.key === key);
  if (!meant) return { findings };
  return { value: { ...meant, files: await results.forget(meant.key, options) }, findings: [] };
}
