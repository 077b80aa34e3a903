/** What the help of `issue` and `status` says of a campaign: its steps, and the columns of the list. */
import { CAMPAIGN_COLUMNS, readyModel, categoriesOf, type CampaignColumn, type Model } from '../node.js';
import { helpWidth, twoColumns } from './two-columns.js';

/** All steps: nothing can be said of workbooks that no one has read into a store. */
export const CAMPAIGN_STEPS = `Steps of a campaign:
  1. Create the workbooks:         aismm issue list.csv --into issued
  2. Send the workbooks. Save the returned workbooks in one folder, such as returned
  3. Read the returned workbooks:  aismm ingest returned --store results.sqlite
  4. See who has answered:         aismm status list.csv --store results.sqlite --issued issued`;

const codes = (all: readonly { readonly id: string }[] | undefined): string =>
  (all ?? []).map(({ id }) => id).join(', ');

const COLUMNS: Readonly<Record<CampaignColumn, (model: Model) => string>> = {
  organization: () => 'Name of the organization (required)',
  unit: () => 'Unit of the organization. Each combination of organization and unit can occur only once',
  industry: ({ profile }) => `Code of the industry: ${codes(profile.industries)}`,
  size: ({ profile }) => `Code for the number of employees: ${codes(profile.sizes)}`,
  region: ({ profile }) => `Code of the region: ${codes(profile.regions)}`,
  contact: () => 'Name or e-mail address of the contact',
  scope: () => 'Scope of the assessment',
  assessor: () => 'Name of the assessor',
  categories: (model) =>
    `Categories to include, such as “GOV; IAM”. If the cell is blank, the workbook contains all categories: ${codes(categoriesOf(model))}`,
  deployments: ({ deployments }) =>
    `Deployment types that the unit uses, such as “paas; api-saas”. If the cell is blank, aismm sets all types to Yes: ${codes(deployments)}`,
  conditions: ({ conditions }) =>
    `Answers to the Yes-or-No questions on the Profile sheet, such as “agents: no”. Ids of the questions: ${codes(conditions)}`,
  targets: ({ levels }) =>
    `Target level of all categories (1 to ${levels.length}), or of some categories, such as “GOV: 3; IAM: 4”`,
  due: () => 'Day by which the unit must return the workbook, such as 2027-03-31',
  file: () =>
    'File name of the workbook. If the cell is blank, aismm creates the name from the organization and the unit',
};

/** The columns of the list, with the values that each may have in the usual model. */
export function listColumns(): string {
  const model = readyModel(undefined);
  if (!model) return '';
  const rows = CAMPAIGN_COLUMNS.map((column) => [column, COLUMNS[column](model)] as const);
  return `Columns of the list, with the codes of the default model:\n${twoColumns(rows, helpWidth())}`;
}
