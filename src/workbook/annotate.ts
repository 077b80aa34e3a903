/** A respondent's answers back in a fresh workbook, each cell that needs attention marked, and all of them listed on a sheet. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { toA1 } from '../grid/address.js';
import { cellOf } from '../layout/declare.js';
import { LOOK, PALETTE, TABS } from '../layout/look.js';
import { heightOf, linesOf } from '../layout/measure.js';
import { en } from '../locale/en.js';
import type { PlannedCell, PlannedSheet, Style, WorkbookPlan } from '../xlsx/plan.js';
import { writeXlsx } from '../xlsx/write.js';
import type { ReadWorkbook } from './read.js';
import { planWorkbook } from './write.js';

/** Where a finding stands in the fresh workbook; without a cell of its own it is only listed. */
interface Marked {
  readonly diagnostic: Diagnostic;
  readonly spot: { readonly sheet: string; readonly cell: string } | undefined;
}

/** What was typed but not understood is put back as it was typed; the figures leave it out, as the score does. */
export async function annotateWorkbook(
  { model, assessment, inputAt }: ReadWorkbook,
  diagnostics: readonly Diagnostic[],
  { madeBy }: { readonly madeBy: string },
): Promise<Uint8Array> {
  const plan = planWorkbook({ model, assessment, madeBy });
  const spots = new Map<string, { sheet: string; cell: string }>();
  for (const { name, cells } of plan.sheets) {
    for (const cell of cells) if (cell.reference) spots.set(cell.reference, { sheet: name, cell: toA1(cell) });
  }
  const notes = new Map<string, { texts: string[]; shown: string | number; error: boolean }>();
  const marked = diagnostics.map((diagnostic): Marked => {
    const input = inputAt(diagnostic);
    const spot = input && spots.get(cellOf(input.table, input.row, input.column));
    if (input && spot) {
      const key = `${spot.sheet}!${spot.cell}`;
      const note = notes.get(key) ?? { texts: [], shown: input.shown, error: false };
      note.texts.push(diagnostic.message);
      note.error ||= diagnostic.severity === 'error';
      notes.set(key, note);
    }
    return { diagnostic, spot };
  });
  const sheets = plan.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell): PlannedCell => {
      const note = notes.get(`${sheet.name}!${toA1(cell)}`);
      if (!note) return cell;
      const value = cell.value ?? (note.shown === '' ? undefined : note.shown);
      return {
        ...cell,
        ...(value === undefined ? {} : { value }),
        note: note.texts.join('\n\n'),
        style: look(cell, note.error),
      };
    }),
  }));
  return writeXlsx({ ...plan, sheets: [reviewSheet(marked, plan), ...sheets] });
}

function look({ style }: PlannedCell, isError: boolean): Style {
  const [fill, color] = isError ? [PALETTE.alarmFill, PALETTE.alarm] : [PALETTE.halfFill, PALETTE.half];
  return { ...style, fill, border: { color, sides: ['top', 'bottom', 'left', 'right'] } };
}

/** Every finding in one list, with a link to its cell. */
function reviewSheet(marked: readonly Marked[], plan: WorkbookPlan): PlannedSheet {
  const w = en.review;
  const widths = [6, 11, 30, 12, 24, 90];
  const rows = new Map<number, { height?: number }>();
  const cells: PlannedCell[] = [
    { row: 1, column: 1, value: w.title, style: LOOK.title },
    { row: 2, column: 1, value: marked.length === 0 ? w.nothing : w.lead, style: LOOK.mutedLine },
    ...w.headers.map((value, i): PlannedCell => ({ row: HEADER_ROW, column: i + 1, value, style: LOOK.header })),
  ];
  rows.set(1, { height: 30 });
  marked.forEach(({ diagnostic: { severity, sheet, cell, objective, found, message }, spot }, index) => {
    const row = HEADER_ROW + 1 + index;
    const was = sheet === undefined ? '' : cell === undefined ? sheet : `${sheet}!${cell}`;
    const at = spot ? `${spot.sheet}!${spot.cell}` : was === '' ? w.wholeFile : was;
    const values = [index + 1, w.severities[severity], at, objective ?? '', found ?? '', message];
    values.forEach((value, i) => {
      const link = i === 2 && spot ? { link: `'${spot.sheet}'!${spot.cell}` } : {};
      cells.push({ row, column: i + 1, value, style: 'link' in link ? LOOK.cellLink : LOOK.cell, ...link });
    });
    const tallest = values.map((value, i) => linesOf(String(value), widths[i] ?? 10, {}));
    rows.set(row, { height: heightOf(Math.max(...tallest), {}) });
  });
  return {
    name: uniqueName(w.sheet, plan),
    visibility: 'visible',
    tabColor: TABS.fill,
    columns: widths.map((width) => ({ width })),
    rows,
    cells,
    validations: [],
    conditionalFormats: [],
    charts: [],
    freeze: { row: HEADER_ROW + 1, column: 1 },
    zoom: 100,
    start: marked.length > 0 ? toA1({ row: HEADER_ROW + 1, column: 1 }) : 'A1',
    print: { landscape: true, onePage: false, titleRows: HEADER_ROW },
  };
}

const HEADER_ROW = 4;

/** No sheet of the model's may be hidden behind the list. */
function uniqueName(name: string, { sheets }: WorkbookPlan): string {
  return sheets.some((sheet) => sheet.name === name) ? `${name} 2` : name;
}
