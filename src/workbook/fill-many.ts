/** Many filled workbooks of one edition, fast: one template is written, and each assessment only put into its input cells. */
import type { Assessment } from '../assessment/assessment.js';
import { inputLink, inputValue } from '../layout/context.js';
import type { Issued } from '../layout/shelf.js';
import type { Deflater } from '../xlsx/deflate.js';
import type { WorkbookPlan } from '../xlsx/plan.js';
import { Template } from '../xlsx/template.js';
import { planWorkbook } from './plan.js';

/** Writes the bytes of a filled workbook. Formulas come without results: programs compute them when they open it. */
export type Filler = (assessment: Assessment) => Uint8Array;

/** What a filler is made with. */
export interface FillerOptions {
  /** May leave sheets out of the template. */
  readonly adapt?: (plan: WorkbookPlan) => WorkbookPlan;
  /** How this host packs; left out, in plain code. */
  readonly deflater?: Deflater;
}

/** Writes the template once; what it gives fills in one assessment after the other. */
export async function makeFiller(
  issued: Issued,
  { adapt = (plan) => plan, deflater }: FillerOptions = {},
): Promise<Filler> {
  const tables = new Map(issued.inputs.tables.map(({ id, rows }) => [id, rows]));
  const template = await Template.of(adapt(planWorkbook(issued, { cached: false })), {
    deflater,
    isSlot: ({ subject }) =>
      subject !== undefined && tables.get(subject.table)?.get(subject.row)?.has(subject.column) === true,
  });
  return (assessment) =>
    template.fill(({ table, row, column }) => {
      const input = tables.get(table)?.get(row)?.get(column);
      if (!input) return {};
      const { asked, row: of } = input;
      const [value, link] = [inputValue(issued, asked, of, assessment), inputLink(asked, of, assessment)];
      return { ...(value === undefined ? {} : { value }), ...(link === undefined ? {} : { link }) };
    });
}
