/** The columns of a list of organizations, found by whatever people call them. */
import { FIELDS, type OrganizationField } from '../assessment/fields.js';
import { suggested } from '../diagnostic/suggest.js';
import type { Comparing } from '../diagnostic/distance.js';
import { find } from '../diagnostic/finding.js';
import type { Findings } from '../diagnostic/listed.js';
import type { CsvRow } from '../formats/read-csv.js';
import { LANGUAGES } from '../locale/languages.js';
import { plainName } from './row.js';

/** What a column says: a field of the organization, or something of the workbook that it gets. */
export type CampaignColumn = Exclude<OrganizationField, 'asOf' | 'name'> | 'organization' | WorkbookColumn;
/** What the workbook of a row is made with. */
export type WorkbookColumn = 'categories' | 'deployments' | 'conditions' | 'targets' | 'due' | 'file';

/** The names that we use, in the order of a sample list, and what else people call them. In small letters without spaces. */
const CALLED: Readonly<Record<CampaignColumn, readonly string[]>> = {
  organization: ['organisation', 'organizationname', 'name', 'company', 'companyname', 'firm', 'legalentity', 'entity'],
  unit: ['businessunit', 'division', 'department', 'subsidiary', 'branch', 'team', 'site'],
  industry: ['sector', 'industrysector', 'business'],
  size: ['employees', 'numberofemployees', 'headcount', 'staff', 'fte'],
  region: ['country', 'location', 'area', 'geography'],
  contact: ['email', 'mail', 'contactperson', 'contactemail', 'emailaddress', 'contactaddress', 'respondent'],
  scope: ['assessmentscope'],
  assessor: ['assessedby'],
  categories: ['category', 'part', 'parts'],
  deployments: ['deploymenttypes', 'deploymenttype', 'deployment', 'typesinuse', 'inuse'],
  conditions: ['condition', 'whatyoudowithai'],
  targets: ['target', 'targetlevel', 'targetlevels'],
  due: ['duedate', 'deadline', 'returnby', 'dueon', 'until'],
  file: ['filename', 'workbook'],
};

/** The columns in the order of a sample list. */
export const CAMPAIGN_COLUMNS = Object.keys(CALLED) as readonly CampaignColumn[]; // the type asks for each of them
/** Without this column, no row says which organization it is about. */
const NEEDED: CampaignColumn = 'organization';

/** Letters and digits of a text: whatever else stands between them makes no other name. */
export const bare = (text: string): string => plainName(text).replace(/[^\p{L}\p{N}]/gu, '');

/** Columns by what they may be called: our names, names that people use, and the words of the sheet Profile in each language. */
const BY_NAME: ReadonlyMap<string, CampaignColumn> = new Map([
  ...Object.values(LANGUAGES).flatMap(({ words }) =>
    Object.keys(FIELDS.organization).flatMap((field): [string, CampaignColumn][] => {
      const column = field === 'name' ? NEEDED : CAMPAIGN_COLUMNS.find((each) => each === field);
      const named = words.fields.organization[field as OrganizationField].header; // one of its keys
      return column ? [[bare(named), column]] : [];
    }),
  ),
  ...CAMPAIGN_COLUMNS.flatMap((column) =>
    [column, ...CALLED[column]].map((name): [string, CampaignColumn] => [name, column]),
  ),
]);

/** The column that a heading names. */
export const columnCalled = (heading: string): CampaignColumn | undefined => BY_NAME.get(bare(heading));

/** Columns by what they say, from 0. */
export type ColumnsFound = ReadonlyMap<CampaignColumn, number>;

/** Finds the columns. An unknown column is reported and not read. */
export function findColumns(
  { cells, line }: CsvRow,
  { comparing, findings }: { readonly comparing: Comparing; readonly findings: Findings },
): ColumnsFound {
  const columns = new Map<CampaignColumn, number>();
  for (const [index, found] of cells.entries()) {
    const at = { line, column: index + 1 };
    const column = columnCalled(found);
    const before = column && columns.get(column);
    if (before !== undefined) findings.add(find('list-repeated-column', at, { found, original: cells[before] ?? '' }));
    else if (column) columns.set(column, index);
    else if (found !== '')
      findings.add(
        find('list-unknown-column', at, {
          ...{ found, expected: CAMPAIGN_COLUMNS },
          ...suggested(found, CAMPAIGN_COLUMNS, comparing),
        }),
      );
  }
  if (!columns.has(NEEDED)) findings.add(find('list-missing-column', { line }, { expected: [NEEDED] }));
  return columns;
}
