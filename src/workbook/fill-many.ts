/** Many filled workbooks of one edition, fast: one template is written, and each assessment only put into its input cells. */
import type { Assessment } from '../assessment/assessment.js';
import type { Subject } from '../diagnostic/finding.js';
import { ADDRESSED_KEYS, type Addressed } from '../edition/meta.js';
import { inputLink, inputValue } from '../layout/context.js';
import type { Issued } from '../layout/shelf.js';
import { META_TABLE, META_VALUE } from '../layout/sheets/meta.js';
import type { Deflater } from '../xlsx/deflate.js';
import type { WorkbookPlan } from '../xlsx/plan.js';
import { Template } from '../xlsx/template.js';
import { planWorkbook } from './plan.js';

/** Writes the bytes of a filled workbook. Formulas come without results: programs compute them when they open it. */
export type Filler = (assessment: Assessment, addressed?: Addressed) => Uint8Array;

/** What a filler is made with. */
export interface FillerOptions {
  /** May leave sheets out of the template. */
  readonly adapt?: (plan: WorkbookPlan) => WorkbookPlan;
  /** How this host packs; left out, in plain code. */
  readonly deflater?: Deflater;
  /** Every workbook is issued to a row of a list, which is said with each. */
  readonly isAddressed?: boolean;
}

/** Stands in the template where each workbook says whom it was issued to. */
const ANYONE: Addressed = { token: '-', due: '-' };

/** Writes the template once; what it gives fills in one assessment after the other. */
export async function makeFiller(
  issued: Issued,
  { adapt = (plan) => plan, deflater, isAddressed = false }: FillerOptions = {},
): Promise<Filler> {
  const tables = new Map(issued.inputs.tables.map(({ id, rows }) => [id, rows]));
  const template = await Template.of(
    adapt(planWorkbook(issued, { cached: false, addressed: isAddressed ? ANYONE : undefined })),
    {
      deflater,
      isSlot: ({ subject }) =>
        subject !== undefined &&
        (tables.get(subject.table)?.get(subject.row)?.has(subject.column) === true || saysWho(subject)),
    },
  );
  return (assessment, addressed) =>
    template.fill((subject) => {
      if (saysWho(subject)) return { value: addressed?.[subject.row] ?? '' };
      const { table, row, column } = subject;
      const input = tables.get(table)?.get(row)?.get(column);
      if (!input) return {};
      const { asked, row: of } = input;
      const [value, link] = [inputValue(issued, asked, of, assessment), inputLink(asked, of, assessment)];
      return { ...(value === undefined ? {} : { value }), ...(link === undefined ? {} : { link }) };
    });
}

/** True for a cell of Meta that says whom a workbook was issued to. */
function saysWho(subject: Subject): subject is Subject & { readonly row: keyof Addressed } {
  const { table, row, column } = subject;
  return table === META_TABLE && column === META_VALUE && ADDRESSED_KEYS.some((key) => key === row);
}
