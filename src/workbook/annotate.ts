/** A respondent's answers back in a fresh workbook, each cell that needs attention marked, and all of them listed on a sheet. */
import { Choices } from '../assessment/read-cell.js';
import type { DiagnosticCode } from '../diagnostic/catalogue.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { toA1 } from '../grid/address.js';
import { inputSheets, type InputTable } from '../layout/inputs.js';
import { PALETTE } from '../layout/look.js';
import { choicesOf } from '../locale/choices.js';
import { en } from '../locale/en.js';
import type { Model } from '../model/schema.js';
import type { PlannedCell, Style } from '../xlsx/plan.js';
import { writeXlsx } from '../xlsx/write.js';
import { CopyPlaces } from './copy-places.js';
import { givenBack, type Given } from './given-back.js';
import type { FoundInput, ReadWorkbook } from './read.js';
import { reviewSheet } from './review-sheet.js';
import { blankAssessment, planWorkbook } from './write.js';

/** An input of the copy about which something was found. */
interface Noted {
  readonly input: FoundInput;
  readonly found: Diagnostic[];
}

/** What was typed but not understood is put back as it was typed; the figures leave it out, as the score does. */
export async function annotateWorkbook(
  read: ReadWorkbook,
  diagnostics: readonly Diagnostic[],
  { madeBy }: { readonly madeBy: string },
): Promise<Uint8Array> {
  const { model, assessment, inputAt } = read;
  const plan = planWorkbook({ model, assessment, madeBy });
  const places = new CopyPlaces(read, plan);
  const notes = new Map<string, Noted>();
  for (const diagnostic of diagnostics) {
    const input = inputAt(diagnostic);
    const spot = input && places.inputSpot(input);
    if (!input || !spot) continue;
    const key = `${spot.sheet}!${spot.cell}`;
    const noted = notes.get(key) ?? { input, found: [] };
    noted.found.push(diagnostic);
    notes.set(key, noted);
  }
  const tables = inputTables(model);
  const sheets = plan.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell): PlannedCell => {
      const noted = notes.get(`${sheet.name}!${toA1(cell)}`);
      return noted ? markedCell(cell, noted, model, tables) : cell;
    }),
  }));
  const marked = diagnostics.map((diagnostic) => places.mark(diagnostic));
  return writeXlsx({ ...plan, sheets: [reviewSheet(marked, plan), ...sheets] });
}

function markedCell(cell: PlannedCell, noted: Noted, model: Model, tables: readonly InputTable[]): PlannedCell {
  const { value, ...blank } = cell;
  return {
    ...blank,
    ...given(value, noted, model, tables),
    note: noted.found.map(({ message }) => message).join('\n\n'),
    style: look(
      cell,
      noted.found.some(({ severity }) => severity === 'error'),
    ),
  };
}

/** The answer that was read, or what was refused, as it was given. */
function given(
  value: PlannedCell['value'],
  { input, found }: Noted,
  model: Model,
  tables: readonly InputTable[],
): Given {
  // A blank counts as Yes, which nobody has said.
  if (found.some(({ code }) => code === 'blank-selection')) return {};
  const refusals = found.filter(({ code }) => REFUSALS.has(code));
  const { table, row, column } = input;
  const field = tables
    .find(({ id }) => id === table)
    ?.rows.get(row)
    ?.get(column)?.field;
  if (field && refusals.length > 0) {
    const choices = new Choices(field.kind === 'choice' ? choicesOf(field.list, model, en) : []);
    return givenBack(input.shown, refusals, field, choices);
  }
  return value === undefined ? {} : { value };
}

/** What is said of a cell that can't be read as an answer. */
const REFUSALS: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  'unknown-option',
  'not-a-number',
  'number-out-of-range',
  'not-a-date',
  'not-text',
  'text-too-long',
  'formula-in-input',
]);

function inputTables(model: Model): readonly InputTable[] {
  const context = { model, words: en, assessment: blankAssessment(model), madeBy: '' };
  return inputSheets(context).tables;
}

function look({ style }: PlannedCell, isError: boolean): Style {
  const [fill, color] = isError ? [PALETTE.alarmFill, PALETTE.alarm] : [PALETTE.halfFill, PALETTE.half];
  return { ...style, fill, border: { color, sides: ['top', 'bottom', 'left', 'right'] } };
}
