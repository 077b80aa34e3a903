/** The list of all findings that goes with an annotated copy, each with a link to where it is to be corrected. */
import type { Finding } from '../diagnostic/finding.js';
import { quoteSheet, toA1 } from '../grid/address.js';
import { LOOK, TABS } from '../layout/look.js';
import { heightOf, linesOf } from '../layout/measure.js';
import type { Language, Words } from '../locale/language.js';
import { inWords } from '../locale/message.js';
import { messagesIn } from '../locale/messages.js';
import type { DefinedName, PlannedCell, PlannedSheet, WorkbookPlan } from '../xlsx/plan.js';

/** A cell of the copy. */
export interface CopySpot {
  readonly sheet: string;
  readonly cell: string;
}

/** A finding, and where in the copy to look. */
export interface Marked {
  readonly finding: Finding;
  readonly spot: CopySpot | undefined;
  /** False where the finding's own cell is not in the copy, and `spot` is only the row that it is about. */
  readonly isSame: boolean;
}

const HEADER_ROW = 4;
const WIDTHS = [6, 11, 30, 12, 24, 87];

export function reviewSheet(marked: readonly Marked[], plan: WorkbookPlan, { id, words }: Language): PlannedSheet {
  const messages = messagesIn(id);
  const w = words.review;
  const visible = new Set(plan.sheets.flatMap(({ name, visibility }) => (visibility === 'visible' ? [name] : [])));
  const rows = new Map<number, { height?: number }>();
  const cells: PlannedCell[] = [
    { row: 1, column: 1, value: w.title, style: LOOK.title },
    { row: 2, column: 1, value: marked.length === 0 ? w.nothing : w.lead, style: LOOK.mutedLine },
    ...w.headers.map((value, i): PlannedCell => ({ row: HEADER_ROW, column: i + 1, value, style: LOOK.header })),
  ];
  rows.set(1, { height: 30 });
  marked.forEach((each, index) => {
    const { severity, objective, found, message } = inWords(each.finding, messages);
    const row = HEADER_ROW + 1 + index;
    const values = [index + 1, w.severities[severity], placeOf(each, w), objective ?? '', found ?? '', message];
    // Programs refuse to follow a link to a hidden sheet.
    const spot = each.spot && visible.has(each.spot.sheet) ? each.spot : undefined;
    values.forEach((value, i) => {
      const link = i === 2 && spot ? { link: `#'${spot.sheet}'!${spot.cell}` } : {};
      cells.push({ row, column: i + 1, value, style: 'link' in link ? LOOK.cellLink : LOOK.cell, ...link });
    });
    const tallest = values.map((value, i) => linesOf(String(value), WIDTHS[i] ?? 10, LOOK.cell));
    rows.set(row, { height: heightOf(Math.max(...tallest), LOOK.cell) });
  });
  return {
    name: uniqueName(w.sheet, plan),
    visibility: 'visible',
    tabColor: TABS.fill,
    columns: WIDTHS.map((width) => ({ width })),
    rows,
    cells,
    validations: [],
    conditionalFormats: [],
    charts: [],
    freeze: { row: HEADER_ROW + 1, column: 1 },
    zoom: 100,
    start: marked.length > 0 ? toA1({ row: HEADER_ROW + 1, column: 1 }) : 'A1',
    print: { landscape: true, onePage: false, titleRows: [HEADER_ROW, HEADER_ROW] },
  };
}

/** Where its headings begin, for screen readers, as the other sheets tell theirs. */
export function reviewTitle({ name }: PlannedSheet): DefinedName {
  return { name: 'Title_review', refersTo: `${quoteSheet(name)}!$A$${HEADER_ROW}` };
}

/** The place in the copy; of what is not in it, the place in the file that it was made from. */
function placeOf({ finding: { sheet, cell }, spot, isSame }: Marked, w: Words['review']): string {
  if (spot && (isSame || cell === undefined)) return `${spot.sheet}!${spot.cell}`;
  if (sheet === undefined) return w.wholeFile;
  return w.elsewhere(cell === undefined ? sheet : `${sheet}!${cell}`);
}

/** No sheet of the model's may be hidden behind the list. */
function uniqueName(name: string, { sheets }: WorkbookPlan): string {
  return sheets.some((sheet) => sheet.name === name) ? `${name} 2` : name;
}
