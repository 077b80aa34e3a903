/** The sentence for each finding in English; what it means and what to do about it is in `explanations.ts`. */
import type { Those } from '../../diagnostic/catalogue.js';
import type { Messages, Told } from '../message.js';
import {
  counted,
  directions,
  fileKind,
  measuredUnits,
  numberRange,
  places,
  readable,
  shapeProblem,
  storeReason,
  systemReason,
} from './facts.js';
import { fileFault } from './file-faults.js';
import { strangers } from './strangers.js';

const quote = (text: string | undefined): string => `“${text ?? ''}”`;
const list = (items: readonly string[] | undefined): string => (items ?? []).join(', ');
/** What a figure shows, and what it should. */
const differing = ({ found, expected, detail }: Told): string =>
  `The workbook shows ${found ? found : 'nothing'} here. Computed from its answers, it is ${list(expected) || 'blank'}.${detail ? ` Other cells of this sheet differ too: ${detail}.` : ''}`;
/** How Meta and the sheets differ, up to what the sheets are. */
const CONTRADICTED = {
  model: 'names another model than the sheets, which are of',
  part: 'names another part of the model than the sheets, which ask about',
  language: 'names another language than the sheets, which are in',
  layout: 'names another layout than the sheets, which are of layout',
  itself: 'has two values for the same entry. The other value is',
} as const;
const firstOf = ({ count, objectives }: Those): string =>
  list([...objectives, ...(count > objectives.length ? ['…'] : [])]);
const didYouMean = (facts: Told): string =>
  facts.suggestion === undefined ? '' : `. Did you mean ${quote(facts.suggestion)}?`;

/** The same fault, and three things to do about it. */
function unknownModel({ found, expected, detail }: Told): string {
  if (detail === 'option')
    return `Model ${quote(found)} is not installed (installed: ${list(expected)}). Choose one of these, or name the folder of your own model.`;
  if (detail === 'answers')
    return `The answers are for model ${quote(found)}, which is not installed (installed: ${list(expected)}). Name its folder with --model, or use the version of this tool that has it.`;
  const isAge = detail === 'older' || detail === 'newer';
  return `The workbook was made for model ${quote(found)}, which is ${isAge ? `${detail} than the installed ones` : 'not installed'} (installed: ${list(expected)}). Nothing was scored. ${detail === 'newer' ? 'Update this tool.' : 'Use the version of this tool that has it.'} For a model of your own, add --model FOLDER.`;
}

/** What is no date, and what is one that nothing is asked of. */
function notADate(told: Told): string {
  const { found, detail } = told;
  const rest = 'It counts as blank. Enter a date such as 2026-11-30.';
  if (detail === undefined) return `${quote(found)} is not a clear date${didYouMean(told) || '.'} ${rest}`;
  if (detail === found) return `The day ${detail} is before the year 2000. ${rest}`;
  return `${quote(found)} is read as the day ${detail}, which is before the year 2000. ${rest}`;
}

/** Why a row of somebody else's spreadsheet is no objective, and what to do. */
const UNREAD_ROW = {
  id: 'is no id. Write one such as GOV-02.1.',
  text: 'has no text. Write the control objective in its row.',
  level: 'says no level from 2 to 5. Add a column “Level” and write the level in it.',
  twice: 'is the id of a row above as well. Give each row its own id.',
  error: 'is the error of a formula. Correct the formula, save the file and import again.',
  formula: 'is a formula without a saved result. Open and save the file in a spreadsheet program, and import again.',
} as const;

/** What an import has taken for granted, and how to check it. */
const ASSUMED = {
  level:
    'The number in the ids is taken for the level, since there is no column “Level”. Add that column if it is not.',
  'aicm-edition':
    'AICM ids are taken for those of AICM 1.1. Other editions use some of the same ids for other controls, so check them.',
  edition: 'The spreadsheet does not say its version, so the model has 1.0. Give another one with --edition.',
  formulas:
    'Ids, texts or levels are formulas, the first of them here. Their saved results were read. Compare them with your source.',
  hidden:
    'The sheet is hidden. It was read because no visible sheet has control objectives. Check that it is the right one.',
  'hidden-left':
    'The hidden sheet has more control objectives than the one that was read. If it is the right one, make it visible and import again.',
} as const;

export const messages = {
  // The file as a whole
  'file-not-found': {
    message: (facts) => `File ${quote(facts.found)} does not exist. Check the path and the spelling.`,
  },
  'file-unreadable': {
    shown: ({ reason }) => ({ detail: systemReason(reason), suggestion: readable(reason) }),
    message: (facts) => `The file cannot be read (${facts.detail ?? ''}). ${facts.suggestion ?? 'Check it.'}`,
  },
  'folder-exists': {
    message: (facts) =>
      `${quote(facts.found)} exists already and was left as it is. Choose another name for the folder.`,
  },
  'file-exists': {
    message: (facts) =>
      `${quote(facts.found)} already exists and was not changed. Choose another name, or add --force to replace it.`,
  },
  'file-unwritable': {
    shown: ({ reason }) => ({ detail: systemReason(reason) }),
    message: (facts) =>
      `The file cannot be written (${facts.detail ?? ''}). Check the folder, its permissions and the free space.`,
  },
  'file-empty': {
    message: () => 'The file is empty (0 bytes). Ask the sender to send it again.',
  },
  'not-xlsx': {
    shown: ({ kind }) => fileKind(kind),
    message: (facts) =>
      `This is ${facts.found ?? 'not a workbook'}, not an .xlsx workbook. ${facts.suggestion ?? 'Save it as .xlsx and try again.'}`,
  },
  'encrypted-file': {
    message: () =>
      'The workbook needs a password to open it. Remove the password in Excel (File, Info, Protect Workbook), and save the workbook.',
  },
  'damaged-file': {
    shown: (facts) => ({ detail: fileFault(facts) }),
    message: (facts) =>
      `The workbook is damaged: ${facts.detail ?? ''}. Open it in a spreadsheet program and save it again, or ask for a new copy.`,
  },
  'hostile-file': {
    shown: (facts) => ({ detail: fileFault(facts) }),
    message: (facts) =>
      `The file was rejected because ${facts.detail ?? ''}. AISMM workbooks never look like this. Ask the sender for the original.`,
  },
  'overgrown-file': {
    shown: ({ part, count = 0 }) => ({ found: part ?? '', detail: String(Math.round(count / 2 ** 20)) }),
    message: (facts) =>
      `A sheet (${facts.found ?? ''}) needs ${facts.detail ?? ''} MiB, and nearly all of it is empty rows. Nothing was read. Delete the empty rows below the table, and save the workbook.`,
  },
  'not-our-workbook': {
    shown: ({ sheets, more, looksLike }) => ({
      found: [...sheets, ...(more > 0 ? ['…'] : [])].join(', '),
      ...(looksLike === undefined ? {} : { suggestion: strangers[looksLike] ?? looksLike }),
    }),
    message: (facts) =>
      `This is not an AISMM workbook${facts.suggestion ? ` but looks like ${facts.suggestion}` : ''}.${facts.found ? ` Its sheets are ${facts.found}.` : ''} Nothing was scored. Use the workbook that “aismm build” writes.`,
  },
  'unknown-model': {
    shown: ({ age, askedBy }) => {
      const detail = askedBy ?? age;
      return detail === undefined ? {} : { detail };
    },
    message: unknownModel,
  },
  'faulty-model': {
    message: (facts) =>
      `The files of model ${quote(facts.found)} are invalid. Nothing can be read or written with it. Run “aismm model lint --model "${facts.found ?? ''}"”, and fix the errors that it lists.`,
  },
  'other-model': {
    message: (facts) =>
      `The workbook was made with ${facts.found ?? ''}. It is read with this model, not with ${list(facts.expected)}. Omit --model, or ask for a workbook of ${list(facts.expected)}.`,
  },
  'unknown-format': {
    message: (facts) =>
      `The workbook has format ${quote(facts.found)}. This tool reads only ${list(facts.expected)}. Nothing was scored. Update this tool.`,
  },
  'missing-meta': {
    message: (facts) =>
      `The hidden sheet Meta is missing. It names the model of the workbook. The workbook is read as ${list(facts.expected)}. If that is wrong, fill in a new workbook.`,
  },
  'incomplete-meta': {
    shown: ({ missing }) => ({ found: missing.join(', ') }),
    message: (facts) =>
      `The hidden sheet Meta is incomplete (missing: ${facts.found ?? ''}). The workbook is read as ${list(facts.expected)}. If that is wrong, use an earlier copy of the file.`,
  },
  'contradicting-meta': {
    shown: ({ about }) => ({ detail: CONTRADICTED[about] }),
    message: (facts) =>
      `The hidden sheet Meta ${facts.detail ?? ''} ${quote(list(facts.expected))}. It says ${quote(facts.found)}. Nothing was scored. Use an earlier copy of the file, or copy the answers into a new workbook.`,
  },
  'unclear-edition': {
    message: (facts) =>
      `The workbook does not name its edition of the model. It may be ${(facts.expected ?? []).join(' or ')}. Nothing was scored. Use an earlier copy of the file, or copy the answers into a new workbook.`,
  },
  'unknown-language': {
    message: (facts) =>
      `The language of the workbook is ${quote(facts.found)}. This tool reads only ${list(facts.expected)}. Nothing was scored. Update this tool.`,
  },
  'missing-sheet': {
    message: (facts) =>
      `The sheet ${quote(facts.expected?.[0])} is missing. Its content cannot be read. Restore the sheet from an earlier copy of the file.`,
  },
  'found-by-name': {
    message: (facts) =>
      `The headings of a table on the sheet ${quote(facts.expected?.[0])} are missing. Its cells were found by their defined names. Check what was read, or use a new workbook.`,
  },
  'found-by-text': {
    message: (facts) =>
      `${facts.found ? `${quote(facts.found)} is not an id of this model` : 'The id is missing'}. The text of this row matches ${list(facts.expected)}, and the row is read as that. Restore the id.`,
  },
  'column-moved': {
    message: (facts) =>
      `The heading ${quote(facts.found)} is not above its original column. The column is read by this heading. Check that the answers below it belong to it.`,
  },
  'duplicate-sheet': {
    shown: ({ original }) => ({ detail: original }),
    message: (facts) =>
      `This sheet is a copy of ${quote(facts.detail)}. It contains no answer that the first sheet lacks, so it is not used. Delete the copy.`,
  },
  'conflicting-copy': {
    shown: ({ original }) => ({ detail: original }),
    message: (facts) =>
      `This sheet is a copy and contains ${quote(facts.found)}. The first sheet (${facts.detail ?? ''}) contains ${quote(facts.expected?.[0])}, and is used. Enter the right answers in the first sheet, and delete the copy.`,
  },
  'merged-cells': {
    message: (facts) =>
      `The cell is merged with others (${facts.found ?? ''}), and only the first cell has a value. This cell counts as blank. Unmerge the cells, and answer each.`,
  },
  'table-continued': {
    shown: ({ rows, original }) => ({ found: String(rows), detail: original }),
    message: (facts) =>
      `${facts.found ?? ''} rows are missing in ${quote(facts.detail)}. They are here, and were read from here. Move all rows back to one sheet before you use the workbook again.`,
  },
  'cells-moved': {
    shown: ({ heading }) => ({ detail: heading }),
    message: (facts) =>
      `The cells of the column ${quote(facts.detail)} were moved. They are at ${facts.found ?? ''}, but their ids are beside ${list(facts.expected)}. Each answer is read by the id beside it, and may belong to another id. Undo the move, or copy the answers into a new workbook.`,
  },
  'row-mixed-up': {
    message: (facts) =>
      `The id ${quote(facts.found)} is beside ${list(facts.expected) ? `the statement of ${list(facts.expected)}` : 'the original text of another id'}. This tool cannot tell which of the two was answered. Restore the original order. For example, undo a sort of some columns only.`,
  },
  'duplicate-column': {
    shown: ({ original }) => ({ detail: original }),
    message: (facts) =>
      `There are two columns ${quote(facts.found)} with different contents. The first one was read (${facts.detail ?? ''}). Delete the wrong column.`,
  },
  'unknown-column': {
    shown: ({ filled }) => ({ detail: String(filled) }),
    message: (facts) =>
      `${facts.found ? `The column ${quote(facts.found)}` : 'A column without a heading'} is not part of the original workbook. Its ${facts.detail ?? ''} filled cells were not read. If they are answers, copy them into the right column.`,
  },
  'more-of-the-same': {
    shown: ({ more }) => ({ detail: String(more) }),
    message: (facts) =>
      `This list omits ${facts.detail ?? ''} more findings of the kind ${quote(facts.found)}. Fix the listed ones first, and check again.`,
  },
  'more-findings': {
    shown: ({ more }) => ({ detail: String(more) }),
    message: (facts) =>
      `This list is too long, and omits ${facts.detail ?? ''} more findings. Fix the listed ones, errors first, and check again.`,
  },
  'missing-row': {
    message: (facts) =>
      `The row of ${facts.expected?.[0] ?? ''} is missing and counts as unanswered. Copy the row from a new workbook, and answer it.`,
  },
  'missing-column': {
    message: (facts) =>
      `The column ${quote(facts.expected?.[0])} is missing. Its cells count as blank. Copy the column from a new workbook.`,
  },
  'unknown-row': {
    message: (facts) =>
      `${quote(facts.found)} is not the id of a row in this model${didYouMean(facts) || '.'} The answers in this row are not used. Correct the id, or move the answers.`,
  },
  'duplicate-row': {
    shown: ({ original }) => ({ detail: original }),
    message: (facts) =>
      `There are two rows with the id ${facts.found ?? ''}. Only the first one (${facts.detail ?? ''}) is used. Delete the wrong row.`,
  },
  // A cell
  'unknown-option': {
    message: (facts) =>
      `${quote(facts.found)} is not one of ${list(facts.expected)}${didYouMean(facts) || '.'} It counts as blank. Choose from the list.`,
  },
  'answer-unsettled': {
    message: (facts) =>
      `${quote(facts.found)} begins with a question mark and must be checked${didYouMean(facts) || '.'} It counts as blank. Choose or type the right answer without the question mark, or clear the cell.`,
  },
  'ambiguous-option': {
    message: (facts) =>
      `${quote(facts.found)} may mean ${(facts.expected ?? []).map(quote).join(' or ')}. It counts as blank. Choose from the list.`,
  },
  'synonym-accepted': {
    message: (facts) =>
      `${quote(facts.found)} is read as ${quote(facts.suggestion)}, here and in the workbook. If that is wrong, choose from the list: ${list(facts.expected)}.`,
  },
  'option-with-reason': {
    shown: ({ reason }) => ({ detail: reason }),
    message: (facts) =>
      `${quote(facts.found)} is read as ${quote(facts.suggestion)}, here and in the workbook. ${quote(facts.detail)} is read as its reason. Choose from the list, and move the reason to Notes.`,
  },
  'option-by-prefix': {
    message: (facts) =>
      `${quote(facts.found)} is read as ${quote(facts.suggestion)}, but the formulas of the workbook do not recognize it. Choose from the list: ${list(facts.expected)}.`,
  },
  'option-respelled': {
    message: (facts) =>
      `${quote(facts.found)} is read as ${quote(facts.suggestion)}. The spelling differs from the list, so the workbook itself counts it as blank. Choose from the list: ${list(facts.expected)}.`,
  },
  'text-too-long': {
    shown: ({ longest }) => ({ detail: String(longest) }),
    message: (facts) =>
      `The text is longer than ${facts.detail ?? ''} characters, the limit of a cell (it begins with ${quote(facts.found)}). It was not read. Shorten it, and keep the rest in another place.`,
  },
  'not-a-number': {
    shown: ({ found, day, range }) => ({
      found: day === undefined ? found : `${day} (a date)`,
      expected: [numberRange(range)],
    }),
    message: (facts) =>
      `${quote(facts.found)} is not a number${didYouMean(facts) || '.'} It counts as blank. Enter ${list(facts.expected) || 'a number'} without a unit.`,
  },
  'number-out-of-range': {
    shown: ({ range }) => ({ expected: [numberRange(range)] }),
    message: (facts) => `${facts.found ?? ''} is not ${list(facts.expected)}. It counts as blank. Correct the number.`,
  },
  'not-a-date': {
    shown: ({ day }) => (day === undefined ? {} : { detail: day }),
    message: notADate,
  },
  'date-near-midnight': {
    shown: ({ days }) => ({ expected: [...days] }),
    message: (facts) =>
      `The date has a time within one hour of midnight (${facts.found ?? ''}). The day may be ${(facts.expected ?? []).join(' or ')}. It counts as blank. Enter the date without a time.`,
  },
  'date-with-time': {
    message: (facts) =>
      `The date has a time (${facts.found ?? ''}). Only the day ${facts.suggestion ?? ''} is used. Enter the date without a time.`,
  },
  'number-as-text': {
    message: (facts) =>
      `The number is stored as text (${quote(facts.found)}). It is read as ${facts.suggestion ?? ''}, but the workbook itself does not count it. Enter it as a number.`,
  },
  'percent-cell': {
    message: (facts) =>
      `The cell shows a percentage (${facts.found ?? ''}). It is read as ${facts.suggestion ?? ''}, but the workbook itself counts the fraction. Type ${facts.suggestion ?? ''} without the % sign.`,
  },
  'points-in-percent-cell': {
    message: (facts) =>
      `The cell contains ${facts.found ?? ''} in a percent format. It is read as ${facts.found ?? ''}%, as the workbook counts it. If that is right, type ${facts.found ?? ''}%. If not, correct it.`,
  },
  'not-a-share': {
    shown: ({ unit }) => ({ detail: measuredUnits[unit] }),
    message: (facts) =>
      `The cell shows a percentage (${facts.found ?? ''}), but the KPI is measured as ${facts.detail ?? ''}. It counts as blank. Set the format of the cell to General, and type the number without a % sign.`,
  },
  'share-as-points': {
    shown: ({ other }) => ({ detail: other }),
    message: (facts) =>
      `The cell contains ${facts.found ?? ''} without a percent format. It is read as ${facts.suggestion ?? ''}. The objective would count the same with ${facts.detail ?? ''}. If ${facts.detail ?? ''} is right, correct the cell.`,
  },
  'measured-ambiguous': {
    message: (facts) =>
      `The cell contains ${facts.found ?? ''}. It may mean ${(facts.expected ?? []).join(' or ')}, and these count differently. It counts as blank. Type the number in percent points: 97 for 97%.`,
  },
  'date-as-text': {
    message: (facts) =>
      `The date is stored as text (${quote(facts.found)}). It is read as ${facts.suggestion ?? ''}, but the workbook itself does not count it. Enter it as a date.`,
  },
  'not-text': {
    message: (facts) =>
      `The cell contains the error value ${facts.found ?? ''}, but a text is expected. It counts as blank. Type the text again.`,
  },
  'format-not-shown': {
    shown: ({ format }) => ({ detail: format }),
    message: (facts) =>
      `The cell shows a number in the format ${quote(facts.detail)}, which this tool does not support. It is read as ${quote(facts.found)}. Type as text what you see.`,
  },
  'link-refused': {
    message: (facts) =>
      `The cell links to ${quote(facts.found)}. Addresses of this kind can be harmful. The address is kept as text and never written as a link. Link to a page or a file.`,
  },
  'link-not-kept': {
    message: (facts) =>
      `The cell links to ${quote(facts.found)}. Links are kept only in the Evidence column, so this one is omitted. Move it to the Evidence column, or type it as text.`,
  },
  'comment-kept': {
    message: (facts) =>
      `The cell has a comment: ${quote(facts.found)}. It is kept with the answer, and no figure depends on it. If it is an answer, type it into the cell.`,
  },
  'proposals-open': {
    shown: ({ count, places: proposed }) => ({
      detail: `${count === 1 ? 'A cell has' : `${count} cells have`} a proposed answer from an older edition in a comment, and no answer (${places(proposed)})`,
    }),
    message: (facts) =>
      `${facts.detail ?? ''}. Without an answer, they count as unanswered. Review each comment, and choose an answer in the cell.`,
  },
  'comment-not-kept': {
    shown: ({ found, places: commented }) => ({ found, detail: places(commented) }),
    message: (facts) =>
      `Cells that are not for answers have comments (${facts.detail ?? ''}). The first is ${quote(facts.found)}. They are not kept. Copy important comments to Notes.`,
  },
  'answers-elsewhere': {
    shown: ({ comments, colors }) => ({
      detail: [...counted(comments, 'comment'), ...(colors > 1 ? [`cells in ${colors} colors`] : [])].join(' and '),
    }),
    message: (facts) =>
      `There are no answers here, but the answer cells have ${facts.detail ?? ''}. These are not read as answers. Choose an option in each cell.`,
  },
  'own-sheet': {
    shown: ({ isCut }) => (isCut === true ? { detail: 'rows' } : {}),
    message: (facts) =>
      `The sheet ${quote(facts.found)} is not part of the original workbook.${facts.detail === undefined ? '' : ' It is too long to search completely for answers.'} An annotated copy does not contain it. Keep this file if you need the sheet.`,
  },
  'read-from-own-sheet': {
    shown: ({ original }) => ({ detail: original }),
    message: (facts) =>
      `${quote(facts.found)} is on a sheet that is not part of the original workbook. It is read instead of ${facts.detail ?? ''}, which is blank. If it is right, type it there. If not, delete it here.`,
  },
  'answer-misplaced': {
    shown: ({ original }) => ({ detail: original }),
    message: (facts) =>
      `${quote(facts.found)} is in a cell where answers are not read. ${facts.detail ?? ''} is blank or has another answer. Type the answer there, and clear this cell.`,
  },
  'struck-answer': {
    message: (facts) =>
      `${quote(facts.found)} is struck through, but still counts. If the answer is no longer true, clear the cell. If it is true, remove the strikethrough.`,
  },
  'formula-in-input': {
    message: (facts) =>
      `The input cell contains a formula (${facts.found ?? ''}). Formulas are not read as answers. The cell counts as blank. Type the value itself.`,
  },
  'input-not-used': {
    message: (facts) =>
      `${quote(facts.found)} is in a cell that is not for answers, and is not used. Move it to the Notes column of the right row.`,
  },
  'suggestion-accepted': {
    message: (facts) =>
      `${quote(facts.found)} was not understood. The suggestion ${quote(facts.suggestion)} replaced it. If that is wrong, correct the cell.`,
  },
  // What was changed besides the answers
  'locked-cell-changed': {
    shown: ({ count = 0, others }) =>
      others ? { detail: `${[...counted(count, 'more cell')].join('')} of this sheet (${places(others)})` } : {},
    message: (facts) =>
      `This cell is not for answers, but was changed. It contains ${facts.found ? quote(facts.found) : 'nothing'}. Originally it contained ${facts.expected?.[0] ? quote(facts.expected[0]) : 'nothing'}.${facts.detail ? ` Also changed: ${facts.detail}.` : ''} Scores do not change. Restore the original text, or use a new workbook.`,
  },
  'figure-differs': {
    shown: ({ others }) => (others ? { detail: places(others) } : {}),
    message: (facts) => `${differing(facts)} The computed figure counts. Recalculate the workbook (F9), and save it.`,
  },
  'figure-of-other-cells': {
    shown: ({ others }) => (others ? { detail: places(others) } : {}),
    message: (facts) =>
      `${differing(facts)} Formulas of this workbook refer to other cells than originally. The computed figure counts. Copy the answers into a new workbook.`,
  },
  'sheet-removed': {
    message: (facts) =>
      `The sheet ${quote(facts.expected?.[0])} was removed. It contained no answers, so scores do not change. If you need it, use a new workbook.`,
  },
  'part-removed': {
    shown: ({ rows, columns }) => ({
      detail: [...counted(rows, 'row'), ...counted(columns, 'column')].join(' and '),
    }),
    message: (facts) =>
      `This sheet lacks ${facts.detail ?? ''} of the original workbook (the first text was ${quote(facts.expected?.[0])}). No answers were there, so scores do not change. If you need them, use a new workbook.`,
  },
  'locked-key-changed': {
    shown: ({ others }) => (others ? { detail: places(others) } : {}),
    message: (facts) =>
      `This cell names the answers beside or below it, and was changed. It contains ${facts.found ? quote(facts.found) : 'nothing'}. Originally it contained ${quote(facts.expected?.[0])}.${facts.detail ? ` Also changed: ${facts.detail}.` : ''} Answers are read by it. Restore the original text, or use a new workbook.`,
  },
  'name-redirected': {
    shown: ({ name }) => ({ detail: name }),
    message: (facts) =>
      `The defined name ${quote(facts.detail)} refers to ${facts.found ?? ''}. Originally it referred to ${list(facts.expected)}. Formulas and other programs depend on it. Use a new workbook.`,
  },
  'name-broken': {
    shown: ({ names }) => ({ detail: names.join(', ') }),
    message: (facts) =>
      `Cells that formulas of the workbook need were deleted (#REF! in ${facts.detail ?? ''}). The workbook may show errors or wrong figures. Use the figures computed here, and copy the answers into a new workbook.`,
  },
  'own-cells': {
    shown: ({ places: own }) => ({ detail: places(own) }),
    message: (facts) =>
      `There is text outside the original tables (${facts.detail ?? ''}). The sender added it. It is not read as an answer. If it is an answer, move it to the right cell.`,
  },
  // What the answers say
  'na-needs-reason': {
    message: () =>
      'Not applicable has no reason, so the objective counts as unanswered. Write the reason in the Notes column.',
  },
  'kpi-contradicts-answer': {
    shown: ({ measured, direction, threshold }) => ({
      detail: String(measured),
      expected: [`${directions[direction]} ${threshold}`],
    }),
    message: (facts) =>
      `The answer is ${facts.found ?? ''}, but the measured value ${facts.detail ?? ''} does not agree (target ${list(facts.expected)}). The answer counts. Correct the one that is wrong.`,
  },
  'met-against-measurement': {
    shown: ({ measured, direction, threshold }) => ({
      detail: String(measured),
      expected: [`${directions[direction]} ${threshold}`],
    }),
    message: (facts) =>
      `The answer is ${facts.found ?? ''}, but the measured value ${facts.detail ?? ''} misses the target (${list(facts.expected)}). The answer counts, so the level may be too high. Correct the one that is wrong.`,
  },
  'nothing-answered': {
    message: () =>
      'There are no answers, so this is not an assessment. Its figures have no meaning. Fill in the workbook, or ask for the filled one.',
  },
  'all-the-same': {
    shown: ({ count }) => ({ detail: String(count) }),
    message: (facts) =>
      `All ${facts.detail ?? ''} answers are ${facts.found ?? ''}. Ask the sender whether each objective was assessed.`,
  },
  'met-without-evidence': {
    shown: ({ of, ...those }) => ({ found: firstOf(those), detail: `${those.count} of ${of}` }),
    message: (facts) =>
      `${facts.detail ?? ''} objectives that are met have no evidence (${facts.found ?? ''}). Write in Evidence what was examined.`,
  },
  'reason-says-nothing': {
    shown: (those) => ({ found: firstOf(those), detail: counted(those.count, 'objective').join('') }),
    message: (facts) =>
      `The reason for Not applicable is only a placeholder for ${facts.detail ?? ''} (${facts.found ?? ''}). The score does not include them. Write why each one cannot apply.`,
  },
  'notes-without-answer': {
    shown: ({ ...those }) => ({ found: firstOf(those), detail: counted(those.count, 'objective').join('') }),
    message: (facts) =>
      `There are notes but no answer for ${facts.detail ?? ''} (${facts.found ?? ''}). Notes are not read as answers. Choose an answer for each.`,
  },
  'assessed-after-date': {
    shown: ({ asOf, ...those }) => ({
      found: firstOf(those),
      expected: [asOf],
      detail: counted(those.count, 'objective').join(''),
    }),
    message: (facts) =>
      `Assessed after the assessment date ${list(facts.expected)}: ${facts.detail ?? ''} (${facts.found ?? ''}). Correct the assessment date or these dates.`,
  },
  'assessed-in-future': {
    shown: ({ today, ...those }) => ({
      found: firstOf(those),
      expected: [today],
      detail: counted(those.count, 'objective').join(''),
    }),
    message: (facts) =>
      `“Assessed on” is in the future for ${facts.detail ?? ''} (${facts.found ?? ''}). The latest possible date is ${list(facts.expected)}. Correct the dates.`,
  },
  'assessment-date-in-future': {
    shown: ({ found, today }) => ({ found, expected: [today] }),
    message: (facts) =>
      `The assessment date ${facts.found ?? ''} is in the future. The latest possible date is ${list(facts.expected)}. This date decides which answers expire and which assessment is the newest. Correct it.`,
  },
  'answer-expired': {
    shown: ({ asOf }) => ({ detail: asOf }),
    message: (facts) =>
      `The answer was valid until ${facts.found ?? ''}, before the assessment date ${facts.detail ?? ''}. It counts as expired. Assess the objective again.`,
  },
  'blank-selection': {
    message: (facts) =>
      `It is not stated whether ${facts.found ?? ''} is in use. Blank counts as Yes. Choose Yes or No.`,
  },
  'nothing-selected': {
    message: () =>
      'No deployment type is in use, so no objective applies and there are no figures. Choose Yes on the Profile sheet for each type in use.',
  },
  // ANSWERS.json
  'invalid-json': {
    message: (facts) => `The file is not valid JSON: ${facts.detail ?? ''}. Correct it at this place.`,
  },
  'invalid-answers': {
    shown: ({ problem }) => ({ detail: shapeProblem(problem) }),
    message: (facts) =>
      `${facts.detail ?? 'The value is invalid'}. Correct it. The page docs/answers.md describes the answers file.`,
  },
  'repeated-key': {
    shown: ({ firstLine }) => ({ detail: String(firstLine) }),
    message: (facts) =>
      `The key ${quote(facts.found)} occurs twice, first on line ${facts.detail ?? ''}. Delete one of the two.`,
  },
  'conflicting-answers': {
    shown: ({ other, otherFile }) => ({ detail: other, ...(otherFile === undefined ? {} : { expected: [otherFile] }) }),
    message: (facts) =>
      `Two files have different values: ${quote(facts.found)} here, ${quote(facts.detail)} in ${facts.expected?.[0] ?? 'another file'}. Correct or delete one of them.`,
  },
  'conflicting-selection': {
    shown: ({ other, otherFile }) => ({ detail: other, ...(otherFile === undefined ? {} : { expected: [otherFile] }) }),
    message: (facts) =>
      `Two files name different deployment types in use: ${quote(facts.found)} here, ${quote(facts.detail)} in ${facts.expected?.[0] ?? 'another file'}. Make them the same, or add --selection union to use all of them.`,
  },
  'too-many-remarks': {
    shown: ({ count, most }) => ({ found: String(count), expected: [String(most)] }),
    message: (facts) =>
      `The files contain ${facts.found ?? ''} remarks on the model, but a workbook has space for only ${list(facts.expected)}. Shorten the list in one of the files.`,
  },
  'answers-for-other-model': {
    shown: ({ other }) => ({ detail: other }),
    message: (facts) =>
      `The answers are for model ${quote(facts.found)}, but --model names ${quote(facts.detail)}. Omit --model, or use answers for that model.`,
  },
  'no-succession': {
    shown: ({ found, expected, why }) => ({ found, expected, detail: why }),
    message: ({ found, expected = [], detail }) =>
      detail === 'same'
        ? `The answers are for ${quote(found)} already. There is nothing to carry over; use the file as it is.`
        : detail === 'older'
          ? `The answers are for ${quote(found)}, which is later than ${quote(expected[0])}. Answers are carried over to later editions only.`
          : `No changes.yaml leads from ${quote(found)} to ${quote(expected[0])}. Add the editions between, or name another edition with --to.`,
  },
  'edition-lost': {
    message: ({ found }) =>
      `The hidden sheet Meta no longer names the edition of the workbook. It looks like ${quote(found)}. Use an earlier copy of the file, or name its edition with --model.`,
  },
  'answer-to-review': {
    shown: ({ found, edition }) => ({ found, detail: edition }),
    message: ({ found, detail }) =>
      `To be reviewed: edition ${detail ?? ''} asked for this as ${found ?? ''}. Read the comment on the answer cell, and choose an answer here. Until then nothing is counted.`,
  },
  'answer-dropped': {
    shown: ({ found, edition }) => ({ found, detail: edition }),
    message: ({ found, detail }) =>
      `${found ?? ''} of edition ${detail ?? ''} is no longer asked. Its answer is not in this workbook; keep the old file.`,
  },
  'unknown-objective': {
    message: (facts) =>
      `${quote(facts.found)} is not an objective of this model${didYouMean(facts) || '.'} Correct the id.`,
  },
  'unknown-category': {
    message: (facts) =>
      `${quote(facts.found)} is not a category (${list(facts.expected)})${didYouMean(facts) || '.'} Correct the code.`,
  },
  // The options of a command
  'unknown-choice': {
    message: (facts) =>
      `${quote(facts.found)} is not one of ${list(facts.expected)}${didYouMean(facts) || '.'} Nothing was written. Choose from these, separated by commas.`,
  },
  // The model's content
  'model-syntax': {
    message: (facts) => `The file is not valid YAML: ${facts.detail ?? ''}. Correct the syntax at this place.`,
  },
  'model-shape': {
    shown: ({ problem }) => ({ detail: shapeProblem(problem) }),
    message: (facts) =>
      `${facts.field ? `${facts.field}: ` : ''}${facts.detail ?? 'the value is invalid'}. Correct it. The file model/README.md shows the structure.`,
  },
  'model-content': {
    message: (facts) => `${facts.objective ? `${facts.objective}: ` : ''}${facts.detail ?? ''}`,
  },
  'import-no-table': {
    shown: ({ expected, why }) => ({ expected, detail: why }),
    message: (facts) =>
      facts.detail === 'rows'
        ? `No row below the headings can be read. Give each row an id such as GOV-02.1, a text and a level from 2 to 5.`
        : `No sheet has the headings ${facts.expected?.map(quote).join(' and ') ?? ''} in one of its first 15 rows. Name the columns so, and import again.`,
  },
  'import-row-unread': {
    shown: ({ why }) => ({ detail: UNREAD_ROW[why] }),
    message: (facts) => `The row was left out: ${quote(facts.found)} ${facts.detail ?? ''}`.trimEnd(),
  },
  'import-value-unread': {
    message: (facts) =>
      `${quote(facts.found)} is not known here and was left out. Correct the cell and import again, or edit the files of the model.`,
  },
  'import-assumed': {
    shown: ({ what }) => ({ detail: ASSUMED[what] }),
    message: (facts) => facts.detail ?? '',
  },
  'model-taken': {
    message: (facts) =>
      `${quote(facts.found)} is a built-in edition, but the model in this folder has other content. Give your model another id or version.`,
  },
  'same-label': {
    shown: ({ other }) => ({ detail: other }),
    message: (facts) =>
      `${facts.field ? `${facts.field}: ` : ''}the option ${quote(facts.detail)} of the same list also has the label ${quote(facts.found)}. Give them different labels.`,
  },
  'unusable-label': {
    shown: ({ problem }) => ({
      detail:
        problem.is === 'formula'
          ? 'begins with a character that starts a formula (= + - @)'
          : `is longer than ${problem.longest} characters, the limit for formulas`,
    }),
    message: (facts) =>
      `${facts.field ? `${facts.field}: ` : ''}the label ${quote(facts.found)} ${facts.detail ?? ''}. Give the option another label.`,
  },
  'repeated-translation': {
    shown: ({ original }) => ({ detail: original }),
    message: (facts) =>
      `${quote(facts.found)} has two translations (the other is at ${facts.detail ?? ''}). Delete one of the two.`,
  },
  'unknown-translation': {
    message: (facts) =>
      `The model has no text at ${quote(facts.found)}${didYouMean(facts) || '.'} Correct the address, or delete the unit.`,
  },
  'outdated-translation': {
    message: (facts) =>
      `${facts.field ?? ''} was translated from ${quote(facts.found)}. The text is now ${quote(facts.expected?.[0])}, and is shown untranslated. Translate it again, and copy the new text into source.`,
  },
  'missing-translations': {
    shown: ({ language, missing, of, addresses }) => ({
      found: language,
      detail: `${missing} of ${of} texts (${addresses.join(', ')}${addresses.length < missing ? ', …' : ''})`,
    }),
    message: (facts) =>
      `The language ${quote(facts.found)} lacks translations for ${facts.detail ?? ''}. These texts are shown in the original language. Add a unit for each.`,
  },
  // Many files at once
  'too-slow': {
    shown: ({ seconds }) => ({ detail: `${seconds} s` }),
    message: (facts) =>
      `Reading the file took longer than ${facts.detail ?? ''} and was stopped. Ask the sender to save it again in a spreadsheet program.`,
  },
  'too-much-memory': {
    shown: ({ megabytes }) => ({ detail: `${megabytes} MB` }),
    message: (facts) =>
      `Reading the file needed more memory than ${facts.detail ?? ''} and was stopped. Ask the sender to save it again in a spreadsheet program.`,
  },
  'our-fault': {
    message: (facts) =>
      `Internal error while reading the file (${facts.detail ?? ''}). Please report it. Attach the file if you are allowed to share it.`,
  },
  'store-unusable': {
    shown: ({ reason }) => ({ detail: storeReason(reason) }),
    message: (facts) =>
      `The store cannot be used: ${facts.detail ?? ''}. Check the path, its permissions and the free space.`,
  },
  'unknown-organization': {
    message: (facts) =>
      `The store has no organization ${quote(facts.found)}${didYouMean(facts) || '.'} Check the name. “aismm organizations” lists all of them.`,
  },
  'organization-unnamed': {
    message: () =>
      'The organization has no name, so the workbook counts as a separate organization. No later workbook can replace it. Ask the sender for the name.',
  },
} satisfies Messages;
