/** Many filled workbooks of one model, fast: one template is written, and each assessment only put into its input cells. */
import { unzipSync } from 'fflate';
import { NO, YES, type Assessment } from '../assessment/fields.js';
import { toA1 } from '../grid/address.js';
import { inputValue } from '../layout/context.js';
import { cellOf } from '../layout/declare.js';
import { inputSheets, type Input } from '../layout/inputs.js';
import { ANSWERS_TABLE } from '../layout/sheets/answers.js';
import { CATEGORY_TABLE, DEPLOYMENT_TABLE, ORGANIZATION_TABLE } from '../layout/sheets/profile.js';
import { FEEDBACK_TABLE } from '../layout/sheets/feedback.js';
import { en } from '../locale/en.js';
import type { Model } from '../model/schema.js';
import type { Primitive, WorkbookPlan } from '../xlsx/plan.js';
import { Repacker } from '../xlsx/repack.js';
import { encodeCellText, escapeXml } from '../xlsx/text.js';
import { writeXlsx } from '../xlsx/write.js';
import { blankAssessment, planWorkbook } from './write.js';

interface Slot {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly input: Input;
}

/** Writes the bytes of a filled workbook. Formulas come without results: programs compute them when they open it. */
export type Filler = (assessment: Assessment) => Uint8Array;

/** Writes the template once; what it gives fills in one assessment after the other. `adapt` may leave sheets out of it. */
export async function makeFiller(
  model: Model,
  {
    madeBy,
    adapt = (plan) => plan,
  }: { readonly madeBy: string; readonly adapt?: (plan: WorkbookPlan) => WorkbookPlan },
): Promise<Filler> {
  const plan = adapt(planWorkbook({ model, madeBy, cached: false }));
  const parts = unzipSync(await writeXlsx(plan));
  const context = { model, words: en, assessment: blankAssessment(model), madeBy };
  const slots = new Map<string, Slot>();
  for (const { id, rows } of inputSheets(context).tables) {
    for (const [row, inputs] of rows)
      for (const [column, input] of inputs) slots.set(cellOf(id, row, column), { table: id, row, column, input });
  }
  const repacker = new Repacker(parts);
  // exceljs numbers the parts of the sheets in their order.
  const sheets = plan.sheets.flatMap(({ cells }, index) => {
    const places = new Map(
      cells.flatMap((cell) => {
        const slot = cell.reference === undefined ? undefined : slots.get(cell.reference);
        return slot ? [[toA1(cell), slot] as const] : [];
      }),
    );
    const part = `xl/worksheets/sheet${index + 1}.xml`;
    return places.size === 0 ? [] : [{ part, pieces: cut(new TextDecoder().decode(parts[part]), places) }];
  });
  const encoder = new TextEncoder();
  return (assessment) =>
    repacker.pack(
      new Map(
        sheets.map(({ part, pieces }) => {
          const xml = pieces.map((piece) =>
            typeof piece === 'string'
              ? piece
              : filled(piece, inputValue(context, piece.slot.input.field, valueOf(piece.slot, assessment))),
          );
          return [part, encoder.encode(xml.join(''))] as const;
        }),
      ),
    );
}

interface Cut {
  readonly slot: Slot;
  readonly address: string;
  readonly style: string;
}

/** A sheet's XML around its input cells. */
function cut(xml: string, places: ReadonlyMap<string, Slot>): (string | Cut)[] {
  const pieces: (string | Cut)[] = [];
  let from = 0;
  for (const match of xml.matchAll(/<c r="([A-Z]+\d+)"( s="\d+")?(?: t="\w+")?(?:\/>|>.*?<\/c>)/g)) {
    const [whole, address = '', style = ''] = match;
    const slot = places.get(address);
    if (!slot) continue;
    pieces.push(xml.slice(from, match.index), { slot, address, style });
    from = match.index + whole.length;
  }
  pieces.push(xml.slice(from));
  return pieces;
}

function filled({ address, style }: Cut, value: Primitive | undefined): string {
  if (value === undefined || value === '') return `<c r="${address}"${style}/>`;
  if (typeof value === 'number') return `<c r="${address}"${style}><v>${value}</v></c>`;
  const text = escapeXml(encodeCellText(String(value)));
  return `<c r="${address}"${style} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** What an assessment says for one input. */
function valueOf({ table, row, column }: Slot, assessment: Assessment): Primitive | undefined {
  const of = (record: object | undefined, name: string): Primitive | undefined =>
    (record as Readonly<Record<string, Primitive>> | undefined)?.[name]; // the tables' columns are its fields
  switch (table) {
    case ANSWERS_TABLE:
      return of(assessment.answers.get(row), column);
    case ORGANIZATION_TABLE:
      return of(assessment.organization, row);
    case DEPLOYMENT_TABLE:
      return assessment.selection.includes(row) ? YES : NO;
    case CATEGORY_TABLE:
      return of(column === 'target' ? assessment.targets : assessment.weights, row);
    case FEEDBACK_TABLE:
      return of(assessment.feedback[Number(row) - 1], column);
    default:
      return undefined;
  }
}
