/** A respondent's answers back in a fresh workbook, each cell that needs attention marked, and all of them listed on a sheet. */
import type { Assessment } from '../assessment/assessment.js';
import { Choices } from '../assessment/choices.js';
import type { Question } from '../assessment/paths.js';
import { rebuilt } from '../assessment/rebuilt.js';
import type { DiagnosticCode } from '../diagnostic/catalogue.js';
import { isError, type Finding, type Subject } from '../diagnostic/finding.js';
import type { Input } from '../layout/inputs.js';
import { PALETTE } from '../layout/look.js';
import { inWords } from '../locale/message.js';
import { messagesIn } from '../locale/messages.js';
import { withRemark } from '../xlsx/beside.js';
import { MOST_NOTES, type PlannedCell, type Style } from '../xlsx/plan.js';
import { writeXlsx } from '../xlsx/write.js';
import { CopyPlaces } from './copy-places.js';
import { asUnsettled, doubtfulInputs, type Doubtful } from './doubtful.js';
import { givenBack, type Given } from './given-back.js';
import type { ReadWorkbook } from './read.js';
import { reviewSheet, reviewTitle } from './review-sheet.js';
import { planAgain } from './plan.js';

/** An input of the copy about which something was found. */
interface Noted {
  readonly subject: Subject;
  readonly input: Input;
  readonly found: Finding[];
}

const keyOf = ({ table, row, column }: Subject): string => JSON.stringify([table, row, column]);

/**
 * What was typed but not understood is put back as it was typed; the figures leave it out, as the score does. The copy is of
 * the edition that was sent in, and speaks its language. `letGo` is called where much of what was made is needed no more.
 * @example
 * ```ts
 * const { value: workbook, findings } = readWorkbook(bytes, shelf);
 * if (workbook) writeFileSync('review.xlsx', await annotateWorkbook(workbook, findings));
 * ```
 */
export async function annotateWorkbook(
  read: ReadWorkbook,
  findings: readonly Finding[],
  letGo?: () => void,
): Promise<Uint8Array> {
  const { issued } = read;
  // Cells are marked for what the list has no room for as well.
  const all = [...findings, ...read.left];
  const doubtful = doubtfulInputs(issued.inputs.tables, all);
  const plan = planAgain(read, settledOf(read, doubtful));
  const places = new CopyPlaces(plan, issued.inputs);
  const inputs = new Map(issued.inputs.tables.map(({ id, rows }) => [id, rows]));
  const notes = new Map<string, Noted>();
  for (const finding of all) {
    const { subject } = finding;
    const input = subject && inputs.get(subject.table)?.get(subject.row)?.get(subject.column);
    if (!input) continue;
    const noted = notes.get(keyOf(subject)) ?? { subject, input, found: [] };
    noted.found.push(finding);
    notes.set(keyOf(subject), noted);
  }
  for (const { subject, input } of doubtful)
    if (!notes.has(keyOf(subject))) notes.set(keyOf(subject), { subject, input, found: [] });
  const unsettled = new Set(doubtful.map(({ subject }) => keyOf(subject)));
  const sheets = plan.sheets.map((sheet) => ({
    ...sheet,
    cells: withinNotes(
      sheet.cells,
      sheet.cells.map((cell): PlannedCell => {
        const noted = cell.subject && notes.get(keyOf(cell.subject));
        return noted ? markedCell(cell, { ...noted, isDoubtful: unsettled.has(keyOf(noted.subject)) }, read) : cell;
      }),
    ),
  }));
  const marked = findings.map((finding) => places.mark(finding));
  const review = reviewSheet(marked, plan, issued.language);
  letGo?.();
  return writeXlsx({ ...plan, sheets: [review, ...sheets], names: [...plan.names, reviewTitle(review)] }, letGo);
}

/** As many remarks as notes fit on a sheet: comments of people stay, and what is left out stands on the list of findings. */
function withinNotes(before: readonly PlannedCell[], marked: readonly PlannedCell[]): PlannedCell[] {
  let room = MOST_NOTES - before.filter(({ note }) => note !== undefined).length;
  return marked.map((cell, i) => {
    const own = before[i]?.note;
    if (cell.note === undefined || own !== undefined) return cell;
    room -= 1;
    const { note: _, ...unsaid } = cell;
    return room >= 0 ? cell : unsaid;
  });
}

/** What is read without doubt. */
function settledOf({ issued, model, assessment }: ReadWorkbook, doubtful: readonly Doubtful[]): Assessment {
  if (doubtful.length === 0) return assessment;
  const left = new Set(doubtful.map(({ input }) => JSON.stringify([input.asked.of, input.asked.name, input.row])));
  const isKept = ({ of, name }: Question, row: string): boolean => !left.has(JSON.stringify([of, name, row]));
  return rebuilt({ assessment, model, fields: issued.fields }, isKept).finish();
}

function markedCell(
  cell: PlannedCell,
  noted: Noted & { readonly isDoubtful: boolean },
  read: ReadWorkbook,
): PlannedCell {
  const { value, ...blank } = cell;
  const messages = messagesIn(read.issued.language.id);
  const said = noted.found.map((finding) => inWords(finding, messages).message);
  return {
    ...blank,
    ...(isDoubtfulOnly(noted) ? { value: asUnsettled(noted.input, read) } : given(value, noted, read)),
    ...(said.length === 0 ? {} : { note: withRemark(cell.note, said.join('\n\n')) }),
    style: look(cell, noted.isDoubtful || noted.found.some(isError)),
  };
}

/** What was refused stands in the copy as it was given, and is refused again by itself. */
function isDoubtfulOnly({ isDoubtful, found }: Noted & { readonly isDoubtful: boolean }): boolean {
  return isDoubtful && !found.some(({ code }) => REFUSALS.has(code));
}

/** The answer that was read, or what was refused, as it was given. */
function given(value: PlannedCell['value'], { subject, input, found }: Noted, { issued, shown }: ReadWorkbook): Given {
  // A blank counts as Yes, which nobody has said.
  if (found.some(({ code }) => code === 'blank-selection')) return {};
  const refusals = found.filter(({ code }) => REFUSALS.has(code));
  const { field } = input.asked;
  if (refusals.length > 0) {
    const choices = field.kind === 'choice' ? issued.choices(field.list) : NO_CHOICES;
    return givenBack(shown(subject) ?? '', refusals, field, choices);
  }
  return value === undefined ? {} : { value };
}

const NO_CHOICES = new Choices([]);

/** What is said of a cell that can't be read as an answer. */
const REFUSALS: ReadonlySet<DiagnosticCode> = new Set<DiagnosticCode>([
  'answer-unsettled',
  'unknown-option',
  'ambiguous-option',
  'not-a-number',
  'number-out-of-range',
  'not-a-share',
  'measured-ambiguous',
  'not-a-date',
  'not-text',
  'text-too-long',
  'formula-in-input',
]);

function look({ style }: PlannedCell, isWrong: boolean): Style {
  const [fill, color] = isWrong ? [PALETTE.alarmFill, PALETTE.alarm] : [PALETTE.halfFill, PALETTE.half];
  return { ...style, fill, border: { color, sides: ['top', 'bottom', 'left', 'right'] } };
}
