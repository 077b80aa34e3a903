/** The sentence for each finding in English; what it means and what to do about it is in `explanations.ts`. */
import type { ShapeProblem, Those } from '../../diagnostic/catalogue.js';
import type { Messages, Told } from '../message.js';
import {
  counted,
  directions,
  fileKind,
  measuredUnits,
  numberRange,
  places,
  readable,
  jsonFault,
  shapeProblem,
  bucketReason,
  storeReason,
  systemReason,
  writable,
  yamlFault,
} from './facts.js';
import { fileFault } from './file-faults.js';
import { strangers } from './strangers.js';

const quote = (text: string | undefined): string => `“${text ?? ''}”`;
/** At the beginning of a sentence. */
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** At the beginning of a sentence; the name of the command stays as it is. */
const starting = (text: string): string => (text.startsWith('aismm ') ? text : capital(text));
/** What a problem of shape says for programs. */
const meantBy = (problem: ShapeProblem): Pick<Told, 'suggestion'> =>
  'suggestion' in problem ? { suggestion: problem.suggestion } : {};
const list = (items: readonly string[] | undefined): string => (items ?? []).join(', ');
/** What a cell with a result shows, and what it should show. */
const differing = ({ found, expected, detail }: Told): string =>
  `The workbook shows ${found ? found : 'nothing'} in this cell. The result that aismm computed from the answers is ${list(expected) || 'blank'}.${detail ? ` Results in other cells of this sheet also differ (${detail}).` : ''}`;
/** What to write in a column; a model may know nothing for it, as an early edition has no conditions. */
const valuesOfColumn = (expected: readonly string[] = []): string => {
  if (expected.length === 0) return 'The model has no values for this column. Delete the text in this cell.';
  return `${expected.length === 1 ? 'Use a value such as' : 'Use one of these values:'} ${list(expected)}.`;
};
/** How Meta and the sheets differ, up to what the sheets are. */
const CONTRADICTED = {
  model: 'and the other sheets contain different models. The other sheets use model',
  part: 'and the other sheets contain different parts of the model. The other sheets contain',
  language: 'and the other sheets have different languages. The other sheets use language',
  layout: 'and the other sheets have different layouts. The other sheets have layout',
  itself: 'contains two values for the same entry. One value is',
} as const;
const firstOf = ({ count, objectives }: Those): string =>
  list([...objectives, ...(count > objectives.length ? ['…'] : [])]);
const didYouMean = (facts: Told): string =>
  facts.suggestion === undefined ? '' : `. Did you mean ${quote(facts.suggestion)}?`;

/** The same fault, and three things to do about it. */
function unknownModel({ found, expected, detail }: Told): string {
  if (detail === 'option')
    return `Model ${quote(found)} is not installed (installed: ${list(expected)}). Choose an installed model, or specify the folder of your own model.`;
  if (detail === 'answers')
    return `The answers are for model ${quote(found)}, which is not installed (installed: ${list(expected)}). Specify the folder of the model with --model, or use a version of aismm that contains the model.`;
  const isAge = detail === 'older' || detail === 'newer';
  return `The workbook was built for model ${quote(found)}, which is ${isAge ? `${detail} than the installed models` : 'not installed'} (installed: ${list(expected)}). aismm did not score the workbook. ${detail === 'newer' ? 'Update aismm.' : 'Use a version of aismm that contains the model.'} If the model is your own, specify its folder with --model FOLDER.`;
}

/** What is no date, and what is one that nothing is asked of. */
function notADate(told: Told): string {
  const { found, detail } = told;
  const rest = 'aismm treats the cell as blank. Enter a date such as 2026-11-30.';
  if (detail === undefined)
    return `${quote(found)} is not a date, or could mean more than one date${didYouMean(told) || '.'} ${rest}`;
  if (detail === found) return `The date ${detail} is before the year 2000. ${rest}`;
  return `aismm reads ${quote(found)} as the date ${detail}, which is before the year 2000. ${rest}`;
}

/** What a file is that should be a list. */
const OTHER_KINDS: Readonly<Partial<Record<string, string>>> = {
  workbook: 'a workbook or a zip archive',
  pdf: 'a PDF document',
  json: 'a JSON file',
  binary: 'a binary file',
};

/** Why a list of people cannot be used, and what to do. */
const PEOPLE_LIST: Readonly<Partial<Record<string, string>>> = {
  empty: 'The list has no rows. Add one row per objective or category.',
  columns:
    'The list of people does not have the columns “id” and “person”. Write the headings “id” and “person” in the first row.',
  unknown: 'is not an objective or category of this workbook',
  twice: 'is in the list twice, with different people. Delete one of the two rows.',
  nobody: 'is in a row without a person. Enter the name of a person in the row, or delete the row.',
  long: 'is in a row in which the person’s name is too long for a cell. Shorten the name.',
};

function peopleListFault(why = '', found = '', suggestion?: string): string {
  const text = PEOPLE_LIST[why] ?? 'is invalid. Correct this row of the list.';
  if (why === 'columns' || why === 'empty') return text;
  const guess = suggestion === undefined ? '. Correct the id.' : `. Did you mean ${suggestion}?`;
  return `${quote(found)} ${text}${why === 'unknown' ? guess : ''}`;
}

/** Why a row of another person's spreadsheet is no objective, and what to do. */
const UNREAD_ROW = {
  id: 'is not an id. Write an id such as GOV-02.1.',
  text: 'is the id of a row without a control objective. Write the text of the control objective in the row.',
  level: 'does not contain a level from 2 to 5. Add a “Level” column, and write the level in the new column.',
  twice: 'is also the id of an earlier row. Use a different id for each row.',
  error: 'is a formula error. Correct the formula, save the file, and import it again.',
  formula: 'is a formula without a saved result. Open the file in a spreadsheet program, save it, and import it again.',
} as const;

/** What an import has taken for granted, and how to check it. */
const ASSUMED = {
  level:
    'The spreadsheet has no “Level” column, so aismm used the first number in each id as the level. If these levels are wrong, add a “Level” column.',
  'aicm-edition':
    'aismm treated the AICM ids as ids of AICM 1.1. In other editions of the AICM, some ids refer to other controls. Check that the ids refer to the correct controls.',
  edition:
    'The spreadsheet does not specify an edition, so aismm set the edition of the model to 1.0. To set another edition, use --edition.',
  formulas:
    'Some ids, texts or levels are formulas. The first formula is in this cell. aismm imported the saved results of the formulas. Check that the imported values are correct.',
  hidden:
    'aismm imported a hidden sheet, because no visible sheet contains control objectives. If you do not want to import the hidden sheet, delete it, and import the file again.',
  'hidden-left':
    'The hidden sheet contains more control objectives than the visible sheet that aismm imported. To import the hidden sheet instead, make the sheet visible, and import the file again.',
} as const;

export const messages = {
  // The file as a whole
  'file-not-found': {
    message: (facts) => `The file ${quote(facts.found)} does not exist. Check the path and the spelling.`,
  },
  'file-unreadable': {
    shown: ({ reason }) => ({ detail: systemReason(reason), suggestion: readable(reason) }),
    message: (facts) => `aismm cannot read the file (${facts.detail ?? ''}). ${facts.suggestion ?? 'Check the file.'}`,
  },
  'unreadable-mail': {
    message: () =>
      'aismm cannot read the file as an e-mail message. Open the message in your mail program, and save the attached workbook.',
  },
  'folder-exists': {
    message: (facts) =>
      `A file or folder named ${quote(facts.found)} already exists. aismm did not change it. Choose another name for the new folder.`,
  },
  'file-exists': {
    shown: ({ is }) => (is === undefined ? {} : { detail: is }),
    message: (facts) =>
      facts.detail === 'folder'
        ? `The folder ${quote(facts.found)} is not empty. aismm did not change the folder. Choose another folder, or add --force to replace files in the folder.`
        : `${quote(facts.found)} already exists. aismm did not change the file. Choose another file name, or add --force to replace the file.`,
  },
  'file-unwritable': {
    shown: ({ reason }) => ({ detail: systemReason(reason), suggestion: writable(reason) }),
    message: (facts) =>
      `aismm cannot write the file (${facts.detail ?? ''}). ${facts.suggestion ?? 'Check the folder, the permissions and the free space.'}`,
  },
  'file-empty': {
    shown: ({ isPiped }) => (isPiped ? { detail: 'standard input' } : {}),
    message: ({ detail }) =>
      detail !== undefined
        ? 'Standard input is empty. Check the command that writes to it.'
        : 'The file is empty (0 bytes). Ask the sender to send the file again.',
  },
  'not-xlsx': {
    shown: ({ kind }) => fileKind(kind),
    message: (facts) =>
      `The file is ${facts.found ?? 'not a workbook'}, not an .xlsx workbook. ${facts.suggestion ?? 'Save the file as .xlsx, and run the command again.'}`,
  },
  'encrypted-file': {
    message: () =>
      'aismm cannot read the workbook, because it is protected with a password. Open the workbook in Excel, remove the password (File > Info > Protect Workbook), and save the workbook.',
  },
  'damaged-file': {
    shown: (facts) => ({ detail: fileFault(facts) }),
    message: (facts) =>
      `The workbook is damaged. aismm cannot read it, because ${facts.detail ?? ''}. Open the workbook in a spreadsheet program and save it again, or ask the sender for a new copy.`,
  },
  'hostile-file': {
    shown: (facts) => ({ detail: fileFault(facts) }),
    message: (facts) =>
      `aismm does not read the file, because ${facts.detail ?? ''}. Original AISMM workbooks never have this problem. Ask the sender for the original workbook.`,
  },
  'overgrown-file': {
    shown: ({ part, count = 0 }) => ({ found: part ?? '', detail: String(Math.round(count / 2 ** 20)) }),
    message: (facts) =>
      `A sheet (${facts.found ?? ''}) is ${facts.detail ?? ''} MiB in size, but almost all of its rows are empty. aismm did not read the workbook. Delete the empty rows below the table, and save the workbook.`,
  },
  'not-our-workbook': {
    shown: ({ sheets, more, looksLike }) => ({
      found: [...sheets, ...(more > 0 ? ['…'] : [])].join(', '),
      ...(looksLike === undefined ? {} : { suggestion: strangers[looksLike] ?? looksLike }),
    }),
    message: (facts) =>
      `The file is not an AISMM workbook${facts.suggestion ? `. The file may be ${facts.suggestion}` : ''}.${facts.found ? ` The file contains these sheets: ${facts.found}.` : ''} aismm did not score the workbook. Use an AISMM workbook, for example a workbook that “aismm build” created.`,
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
      `The files of model ${quote(facts.found)} are invalid, so aismm cannot read or write workbooks of this model. Run “aismm model lint --model "${facts.found ?? ''}"”, and fix the listed errors.`,
  },
  'other-model': {
    message: (facts) =>
      `The workbook was built for model ${facts.found ?? ''}, so aismm uses this model instead of ${list(facts.expected)}. Run the command without --model, or ask the sender for a workbook for ${list(facts.expected)}.`,
  },
  'unknown-format': {
    message: (facts) =>
      `The workbook has the format ${quote(facts.found)}. The installed version of aismm can read only these formats: ${list(facts.expected)}. aismm did not score the workbook. Update aismm.`,
  },
  'missing-meta': {
    message: (facts) =>
      `The hidden Meta sheet, which contains the name of the model, is missing. aismm assumed that the workbook is for ${list(facts.expected)}. If the workbook is for a different model, fill in a new workbook.`,
  },
  'incomplete-meta': {
    shown: ({ missing }) => ({ found: missing.join(', ') }),
    message: (facts) =>
      `The hidden Meta sheet is incomplete (missing: ${facts.found ?? ''}). aismm assumed that the workbook is for ${list(facts.expected)}. If the workbook is for a different model, use an earlier copy of the file.`,
  },
  'contradicting-meta': {
    shown: ({ about }) => ({ detail: CONTRADICTED[about] }),
    message: (facts) =>
      `The hidden Meta sheet ${facts.detail ?? ''} ${quote(list(facts.expected))}, ${facts.detail === CONTRADICTED.itself ? 'and the other value is' : 'but Meta contains'} ${quote(facts.found)}. aismm did not score the workbook. Use an earlier copy of the file, or copy the answers into a new workbook.`,
  },
  'unclear-edition': {
    message: (facts) =>
      `The workbook does not show which edition of the model it uses. The edition may be ${(facts.expected ?? []).join(' or ')}. aismm did not score the workbook. Use an earlier copy of the file, or copy the answers into a new workbook.`,
  },
  'unknown-language': {
    message: (facts) =>
      `The language of the workbook is ${quote(facts.found)}. The installed version of aismm can read only these languages: ${list(facts.expected)}. aismm did not score the workbook. Update aismm.`,
  },
  'missing-sheet': {
    message: (facts) =>
      `The ${quote(facts.expected?.[0])} sheet is missing, so aismm cannot read the answers on this sheet. Restore the sheet from an earlier copy of the file.`,
  },
  'found-by-name': {
    message: (facts) =>
      `The headings of a table on the ${quote(facts.expected?.[0])} sheet are missing. aismm used the defined names in the workbook to find the cells. Check the answers that aismm read, or copy the answers into a new workbook.`,
  },
  'found-by-text': {
    message: (facts) =>
      `${facts.found ? `${quote(facts.found)} is not an id of this model` : 'The id of this row is missing'}. The text of this row matches ${list(facts.expected)}, so aismm uses this id. Enter ${list(facts.expected)} in the id cell of the row.`,
  },
  'column-moved': {
    message: (facts) =>
      `The heading ${quote(facts.found)} is not above its original column. aismm uses the heading to identify the column. Check that the answers in this column match the heading.`,
  },
  'duplicate-sheet': {
    shown: ({ original }) => ({ detail: original }),
    message: (facts) =>
      `This sheet is a copy of ${quote(facts.detail)}. aismm does not use the copy, because all its answers are also on the original sheet. Delete the copy.`,
  },
  'conflicting-copy': {
    shown: ({ original }) => ({ detail: original }),
    message: (facts) =>
      `This sheet is a copy, and this cell contains ${quote(facts.found)}. The original sheet (${facts.detail ?? ''}) contains ${quote(facts.expected?.[0])}. aismm uses only the original sheet. Enter the correct answers on the original sheet, and delete the copy.`,
  },
  'merged-cells': {
    message: (facts) =>
      `Someone merged this cell with other cells (${facts.found ?? ''}). Only the first of several merged cells can contain a value, so aismm treats this cell as blank. Unmerge the cells, and fill in each cell.`,
  },
  'table-continued': {
    shown: ({ rows, original }) => ({ found: rows === 1 ? '1 row is' : `${rows} rows are`, detail: original }),
    message: (facts) =>
      `${facts.found ?? ''} missing from the table on the ${quote(facts.detail)} sheet. aismm found and read the missing rows on this sheet. Move all rows back into one table before you use the workbook again.`,
  },
  'cells-moved': {
    shown: ({ heading }) => ({ detail: heading }),
    message: (facts) =>
      `Someone moved cells. The ${quote(facts.detail)} column is now in ${facts.found ?? ''}, but should be in ${list(facts.expected)}, beside the ids. aismm uses the id that is now beside each answer, but this id may be wrong. Undo the move, or copy the answers into a new workbook.`,
  },
  'row-mixed-up': {
    message: (facts) =>
      `The id ${quote(facts.found)} is beside ${list(facts.expected) ? `the text of ${list(facts.expected)}` : 'the text of another objective'}. aismm cannot determine which of the two objectives the answer is for. Restore the original order of the rows. If someone sorted only some columns, undo the sort.`,
  },
  'duplicate-column': {
    shown: ({ original }) => ({ detail: original }),
    message: (facts) =>
      `The sheet has two columns with the heading ${quote(facts.found)}, and the contents of the two columns differ. aismm read only the first column (${facts.detail ?? ''}). Delete the wrong column.`,
  },
  'unknown-column': {
    shown: ({ filled }) => ({ detail: String(filled) }),
    message: (facts) =>
      `${facts.found ? `The ${quote(facts.found)} column` : 'A column without a heading'} is not part of the original workbook. aismm did not read the column (number of filled-in cells: ${facts.detail ?? ''}). If the column contains answers, copy them into the correct column.`,
  },
  'more-of-the-same': {
    shown: ({ more }) => ({ detail: String(more) }),
    message: (facts) =>
      `aismm does not list all findings with the code ${quote(facts.found)} (not listed: ${facts.detail ?? ''}). Fix the listed findings, and check the file again.`,
  },
  'more-findings': {
    shown: ({ more }) => ({ detail: String(more) }),
    message: (facts) =>
      `aismm does not list all findings, because there are too many (not listed: ${facts.detail ?? ''}). Fix the listed findings, and check the file again.`,
  },
  'missing-row': {
    message: (facts) =>
      `The row for ${facts.expected?.[0] ?? ''} is missing, so aismm treats the objective as unanswered. Copy the row from a new workbook, and fill in the row.`,
  },
  'missing-column': {
    message: (facts) =>
      `The ${quote(facts.expected?.[0])} column is missing, so aismm treats all cells of this column as blank. Copy the column from a new workbook.`,
  },
  'unknown-row': {
    message: (facts) =>
      `${quote(facts.found)} is not an id of this model${didYouMean(facts) || '.'} aismm does not use the answers in this row. Correct the id, or move the answers to the correct row.`,
  },
  'duplicate-row': {
    shown: ({ original }) => ({ detail: original }),
    message: (facts) =>
      `The sheet has two rows with the id ${facts.found ?? ''}. aismm uses only the first row (${facts.detail ?? ''}). Delete the wrong row.`,
  },
  // A cell
  'unknown-option': {
    message: (facts) =>
      `${quote(facts.found)} is not a valid option${didYouMean(facts) || '.'} aismm treats the cell as blank. Choose one of these options: ${list(facts.expected)}.`,
  },
  'answer-unsettled': {
    message: (facts) =>
      `${quote(facts.found)} begins with a question mark, so a person must check the answer${didYouMean(facts) || '.'} aismm treats the cell as blank. Choose or type the correct answer without the question mark, or clear the cell.`,
  },
  'ambiguous-option': {
    message: (facts) =>
      `${quote(facts.found)} could mean ${(facts.expected ?? []).map(quote).join(' or ')}. aismm treats the cell as blank. Choose one of these options from the drop-down list.`,
  },
  'synonym-accepted': {
    message: (facts) =>
      `${quote(facts.found)} is not an option in the drop-down list. aismm and the formulas of the workbook treat this text as ${quote(facts.suggestion)}. If ${quote(facts.suggestion)} is wrong, choose another option: ${list(facts.expected)}.`,
  },
  'option-with-reason': {
    shown: ({ reason }) => ({ detail: reason }),
    message: (facts) =>
      `${quote(facts.found)} is not an option in the drop-down list. aismm and the formulas of the workbook treat this text as ${quote(facts.suggestion)}. aismm uses ${quote(facts.detail)} as the reason. Choose an option from the drop-down list, and move the reason to the Notes column.`,
  },
  'option-by-prefix': {
    message: (facts) =>
      `aismm reads ${quote(facts.found)} as ${quote(facts.suggestion)}, but the formulas of the workbook do not recognize this text. Choose one of these options: ${list(facts.expected)}.`,
  },
  'option-respelled': {
    message: (facts) =>
      `aismm reads ${quote(facts.found)} as ${quote(facts.suggestion)}. The spelling differs from the drop-down list, so the formulas of the workbook treat the cell as blank. Choose one of these options: ${list(facts.expected)}.`,
  },
  'text-too-long': {
    shown: ({ longest }) => ({ detail: String(longest) }),
    message: (facts) =>
      `The text that begins with ${quote(facts.found)} is longer than the limit for a cell (${facts.detail ?? ''} characters). aismm did not read the text. Shorten the text in the cell.`,
  },
  'not-a-number': {
    shown: ({ found, day, range }) => ({
      found: day === undefined ? found : `${day} (a date)`,
      expected: [numberRange(range)],
    }),
    message: (facts) =>
      `${quote(facts.found)} is not a number${didYouMean(facts) || '.'} aismm treats the cell as blank. Enter ${list(facts.expected) || 'a number'}.`,
  },
  'number-out-of-range': {
    shown: ({ range }) => ({ expected: [numberRange(range)] }),
    message: (facts) =>
      `The value ${facts.found ?? ''} is not ${list(facts.expected)}. aismm treats the cell as blank. Enter ${list(facts.expected)}.`,
  },
  'not-a-date': {
    shown: ({ day }) => (day === undefined ? {} : { detail: day }),
    message: notADate,
  },
  'date-near-midnight': {
    shown: ({ days }) => ({ expected: [...days] }),
    message: (facts) =>
      `The date has a time within one hour of midnight (${facts.found ?? ''}). The correct date may be ${(facts.expected ?? []).join(' or ')}. aismm treats the cell as blank. Enter the date without a time.`,
  },
  'date-with-time': {
    message: (facts) =>
      `The cell contains a time as well as a date (${facts.found ?? ''}). aismm uses only the date ${facts.suggestion ?? ''}. Enter the date without a time.`,
  },
  'number-as-text': {
    message: (facts) =>
      `The number is stored as text (${quote(facts.found)}). aismm reads the number ${facts.suggestion ?? ''}, but the formulas of the workbook ignore text. Enter the value as a number.`,
  },
  'percent-cell': {
    message: (facts) =>
      `The cell shows a percentage (${facts.found ?? ''}). aismm reads the number ${facts.suggestion ?? ''}, but the formulas of the workbook use a fraction such as 0.97. Set the format of the cell to General, and type ${facts.suggestion ?? ''}.`,
  },
  'points-in-percent-cell': {
    message: (facts) =>
      `The cell has a percent format, but contains the number ${facts.found ?? ''}. aismm and the workbook read the number as ${facts.found ?? ''}%. If ${facts.found ?? ''}% is correct, type ${facts.found ?? ''}% into the cell. Otherwise, type the correct percentage.`,
  },
  'not-a-share': {
    shown: ({ unit }) => ({ detail: measuredUnits[unit] }),
    message: (facts) =>
      `The cell shows a percentage (${facts.found ?? ''}), but the KPI of the objective is measured ${facts.detail ?? ''}. aismm treats the cell as blank. Set the format of the cell to General, and type the number without a % sign.`,
  },
  'share-as-points': {
    shown: ({ other }) => ({ detail: other }),
    message: (facts) =>
      `The cell contains ${facts.found ?? ''} without a percent format. aismm reads the number as ${facts.suggestion ?? ''}, but it could also mean ${facts.detail ?? ''}. Both values give the same result for the objective. If ${facts.detail ?? ''} is correct, change the value in the cell.`,
  },
  'measured-ambiguous': {
    message: (facts) =>
      `The cell contains ${facts.found ?? ''}, which could mean ${(facts.expected ?? []).join(' or ')}. The two values give different results for the objective, so aismm treats the cell as blank. Type the percentage without the % sign, for example 97 for 97%.`,
  },
  'date-as-text': {
    message: (facts) =>
      `The date is stored as text (${quote(facts.found)}). aismm reads the date ${facts.suggestion ?? ''}, but the formulas of the workbook ignore text. Enter the value as a date.`,
  },
  'not-text': {
    message: (facts) =>
      `The cell contains the error value ${facts.found ?? ''}, but should contain text. aismm treats the cell as blank. Type the text into the cell again.`,
  },
  'format-not-shown': {
    shown: ({ format }) => ({ detail: format }),
    message: (facts) =>
      `The cell contains a number with the number format ${quote(facts.detail)}, which aismm does not support. aismm uses ${quote(facts.found)} as the text of the cell. Set the format of the cell to Text, and type the correct text.`,
  },
  'link-refused': {
    message: (facts) =>
      `The cell links to ${quote(facts.found)}. Links to such addresses can be harmful. aismm keeps the address as text, but not as a link. Use a link to a web page or a file.`,
  },
  'link-not-kept': {
    message: (facts) =>
      `The cell links to ${quote(facts.found)}. aismm keeps links only in the Evidence column, so it does not keep this link. Move the link to the Evidence column, or type the address as text.`,
  },
  'comment-kept': {
    message: (facts) =>
      `The cell has a comment: ${quote(facts.found)}. aismm stores the comment with the answer. The comment does not affect any result. If the comment is an answer, type the answer into the cell.`,
  },
  'proposals-open': {
    shown: ({ count, places: proposed }) => ({
      detail: `${count === 1 ? 'A cell is blank, but has a comment' : `${count} cells are blank, but have comments`} with a proposed answer from an older edition (${places(proposed)})`,
    }),
    message: (facts) =>
      `${facts.detail ?? ''}. aismm treats a cell with only a proposed answer as unanswered. Review each comment with a proposed answer, and choose an answer in the cell.`,
  },
  'comment-not-kept': {
    shown: ({ found, places: commented }) => ({ found, detail: places(commented) }),
    message: (facts) =>
      `Some cells that are not for answers have comments (${facts.detail ?? ''}). The first comment is ${quote(facts.found)}. aismm keeps only comments on input cells. Copy important comments to the Notes column.`,
  },
  'answers-elsewhere': {
    shown: ({ comments, colors }) => ({
      detail: [...counted(comments, 'comment'), ...(colors > 1 ? [`${colors} colors`] : [])].join(' and '),
    }),
    message: (facts) =>
      `The answer cells contain no answers, only ${facts.detail ?? ''}. aismm does not read colors or comments as answers. Choose an option in each answer cell.`,
  },
  'own-sheet': {
    shown: ({ isCut }) => (isCut === true ? { detail: 'rows' } : {}),
    message: (facts) =>
      `The ${quote(facts.found)} sheet is not part of the original workbook.${facts.detail === undefined ? '' : ' The sheet is too long, so aismm searched only part of it for answers.'} Annotated copies do not contain this sheet. If you need the sheet, keep this file.`,
  },
  'read-from-own-sheet': {
    shown: ({ original }) => ({ detail: original }),
    message: (facts) =>
      `${quote(facts.found)} is on a sheet that is not part of the original workbook. aismm uses this answer, because ${facts.detail ?? ''} is blank. If the answer is correct, type it into ${facts.detail ?? ''}. If the answer is wrong, clear this cell.`,
  },
  'answer-misplaced': {
    shown: ({ original }) => ({ detail: original }),
    message: (facts) =>
      `${quote(facts.found)} is in a cell that is not for answers. The answer cell ${facts.detail ?? ''} is blank or contains a different answer. Type the correct answer into ${facts.detail ?? ''}, and clear the other cell.`,
  },
  'struck-answer': {
    message: (facts) =>
      `${quote(facts.found)} is struck through, but aismm still uses this answer. If the answer is no longer valid, clear the cell. Otherwise, remove the strikethrough.`,
  },
  'formula-in-input': {
    message: (facts) =>
      `The input cell contains a formula (${facts.found ?? ''}). aismm does not read formulas as answers, so aismm treats the cell as blank. Replace the formula with its value.`,
  },
  'input-not-used': {
    message: (facts) =>
      `${quote(facts.found)} is in a cell that is not for answers, so aismm does not use this text. Move the text to the Notes column of the correct row.`,
  },
  'suggestion-accepted': {
    message: (facts) =>
      `${quote(facts.found)} is not a valid value. aismm used the suggestion ${quote(facts.suggestion)} instead. If the suggestion is wrong, correct the cell.`,
  },
  // What was changed besides the answers
  'locked-cell-changed': {
    shown: ({ count = 0, others }) =>
      others ? { detail: `${[...counted(count, 'more cell')].join('')} of this sheet (${places(others)})` } : {},
    message: (facts) =>
      `Someone changed this cell, which is not for answers. The cell ${facts.found ? `now contains ${quote(facts.found)}` : 'is now blank'}. Originally, the cell ${facts.expected?.[0] ? `contained ${quote(facts.expected[0])}` : 'was blank'}.${facts.detail ? ` Someone also changed ${facts.detail}.` : ''} The change does not affect the scores. Restore the original text, or use a new workbook.`,
  },
  'other-build': {
    shown: ({ count, sheets }) => ({ found: String(count), detail: list(sheets) }),
    message: (facts) =>
      `A different build of aismm created this workbook. The installed build uses a different text or formula in ${facts.found ?? ''} ${facts.found === '1' ? 'cell' : 'cells'} (sheets: ${facts.detail ?? ''}). The differences do not affect the answers or the scores. No action is needed.`,
  },
  'figure-differs': {
    shown: ({ others }) => (others ? { detail: places(others) } : {}),
    message: (facts) =>
      `${differing(facts)} aismm uses the computed result. Recalculate the workbook (F9), and save it.`,
  },
  'figure-of-other-cells': {
    shown: ({ others }) => (others ? { detail: places(others) } : {}),
    message: (facts) =>
      `${differing(facts)} Some formulas of this workbook no longer refer to the original cells. aismm uses the computed result. Copy the answers into a new workbook.`,
  },
  'sheet-removed': {
    message: (facts) =>
      `Someone removed the ${quote(facts.expected?.[0])} sheet. The sheet contained no answers, so the scores do not change. If you need the sheet, copy the answers from the other sheets into a new workbook.`,
  },
  'part-removed': {
    shown: ({ rows, columns }) => ({
      detail: [...counted(rows, 'row'), ...counted(columns, 'column')].join(' and '),
    }),
    message: (facts) =>
      `Someone deleted ${facts.detail ?? ''} from this sheet. The first deleted text was ${quote(facts.expected?.[0])}. The deleted cells contained no answers, so the scores do not change. If you need the deleted cells, copy the answers into a new workbook.`,
  },
  'locked-key-changed': {
    shown: ({ others }) => (others ? { detail: places(others) } : {}),
    message: (facts) =>
      `Someone changed this cell, which aismm uses to find the answers beside or below this cell. The cell ${facts.found ? `now contains ${quote(facts.found)}` : 'is now blank'}. Originally, the cell contained ${quote(facts.expected?.[0])}.${facts.detail ? ` Someone also changed ${facts.detail}.` : ''} Restore the original text, or use a new workbook.`,
  },
  'name-redirected': {
    shown: ({ name }) => ({ detail: name }),
    message: (facts) =>
      `The defined name ${quote(facts.detail)} now refers to ${facts.found ?? ''}. Originally, the defined name referred to ${list(facts.expected)}. Formulas and programs that use this defined name may show wrong results. Copy the answers into a new workbook.`,
  },
  'name-broken': {
    shown: ({ names }) => ({ detail: names.join(', ') }),
    message: (facts) =>
      `Someone deleted cells that formulas of the workbook need (#REF! in ${facts.detail ?? ''}). The workbook may show errors or wrong results. Use the results that aismm computes, and copy the answers into a new workbook.`,
  },
  'own-cells': {
    shown: ({ places: own }) => ({ detail: places(own) }),
    message: (facts) =>
      `Someone added text outside the original tables (${facts.detail ?? ''}). aismm does not read this text as an answer. If the text is an answer, move the text to the correct answer cell.`,
  },
  // What the answers say
  'review-incomplete': {
    shown: ({ lacks }) => ({ detail: lacks }),
    message: (facts) =>
      facts.detail === 'remark'
        ? 'The Review cell contains “Not agreed” or “Question”, but the Review remark cell is blank. Write the reason or the question in the Review remark cell.'
        : 'The Review remark cell contains a remark, but the Review cell is blank. Choose “Agreed”, “Not agreed” or “Question” in the Review cell.',
  },
  'na-needs-reason': {
    message: () =>
      'The answer is “Not applicable”, but the Notes column contains no reason. aismm treats the objective as unanswered. Write the reason in the Notes column.',
  },
  'kpi-contradicts-answer': {
    shown: ({ measured, direction, threshold }) => ({
      detail: String(measured),
      expected: [`${directions[direction]} ${threshold}`],
    }),
    message: (facts) =>
      `The answer is ${quote(facts.found)}, but the measured value ${facts.detail ?? ''} contradicts this answer (target: ${list(facts.expected)}). aismm uses the answer. Correct the answer or the measured value.`,
  },
  'met-against-measurement': {
    shown: ({ measured, direction, threshold }) => ({
      detail: String(measured),
      expected: [`${directions[direction]} ${threshold}`],
    }),
    message: (facts) =>
      `The answer is ${quote(facts.found)}, but the measured value ${facts.detail ?? ''} does not meet the target (${list(facts.expected)}). aismm uses the answer, so the level may be too high. Correct the answer or the measured value.`,
  },
  'nothing-answered': {
    message: () =>
      'The file contains no answers, so its results are not meaningful. Enter the answers, or specify the completed file.',
  },
  'all-the-same': {
    shown: ({ count }) => ({ detail: String(count) }),
    message: (facts) =>
      `All ${facts.detail ?? ''} answers are ${quote(facts.found)}. Ask the sender whether the organization assessed each objective separately.`,
  },
  'met-without-evidence': {
    shown: ({ of, ...those }) => ({ found: firstOf(those), detail: `${those.count} of ${of}` }),
    message: (facts) =>
      `Evidence is missing for ${facts.detail ?? ''} met objectives (${facts.found ?? ''}). In the Evidence column, describe the evidence for each listed objective.`,
  },
  'reason-says-nothing': {
    shown: (those) => ({ found: firstOf(those), detail: counted(those.count, 'objective').join('') }),
    message: (facts) =>
      `For ${facts.detail ?? ''} (${facts.found ?? ''}), the reason for “Not applicable” is only a placeholder. The score does not include objectives that do not apply. For each listed objective, write why it does not apply.`,
  },
  'notes-without-answer': {
    shown: ({ ...those }) => ({ found: firstOf(those), detail: counted(those.count, 'objective').join('') }),
    message: (facts) =>
      `There are notes, but no answer, for ${facts.detail ?? ''} (${facts.found ?? ''}). aismm does not read notes as answers. Choose an answer for each listed objective.`,
  },
  'assessed-after-date': {
    shown: ({ asOf, ...those }) => ({
      found: firstOf(those),
      expected: [asOf],
      detail: counted(those.count, 'objective').join(''),
    }),
    message: (facts) =>
      `For ${facts.detail ?? ''} (${facts.found ?? ''}), the “Assessed on” date is later than the assessment date ${list(facts.expected)}. Correct the assessment date on the Profile sheet, or the dates in the “Assessed on” column.`,
  },
  'assessed-in-future': {
    shown: ({ today, ...those }) => ({
      found: firstOf(those),
      expected: [today],
      detail: counted(those.count, 'objective').join(''),
    }),
    message: (facts) =>
      `For ${facts.detail ?? ''} (${facts.found ?? ''}), the “Assessed on” date is in the future. The latest possible date is ${list(facts.expected)}. Correct the “Assessed on” date.`,
  },
  'assessment-date-in-future': {
    shown: ({ found, today }) => ({ found, expected: [today] }),
    message: (facts) =>
      `The assessment date ${facts.found ?? ''} is in the future. The latest possible date is ${list(facts.expected)}. aismm uses the assessment date to find expired answers and the latest assessment. Correct the assessment date on the Profile sheet.`,
  },
  'answer-expired': {
    shown: ({ asOf }) => ({ detail: asOf }),
    message: (facts) =>
      `The answer was valid until ${facts.found ?? ''}, but the assessment date is ${facts.detail ?? ''}. aismm treats the answer as expired. Assess the objective again.`,
  },
  'blank-selection': {
    message: (facts) => `The “In use?” cell for ${facts.found ?? ''} is blank, so aismm assumes Yes. Choose Yes or No.`,
  },
  'nothing-selected': {
    message: () =>
      'No deployment type is in use, so no objective applies, and there are no results. On the Profile sheet, choose Yes for each deployment type in use.',
  },
  // ANSWERS.json
  'invalid-json': {
    shown: ({ fault }) => ({ detail: jsonFault(fault), ...('found' in fault ? { found: fault.found } : {}) }),
    message: ({ detail }) => `The file is not valid JSON. ${detail ?? ''}`.trim(),
  },
  'invalid-answers': {
    shown: ({ problem }) => ({ detail: shapeProblem(problem), ...meantBy(problem) }),
    message: (facts) => `${starting(facts.detail ?? 'the value is invalid')}.`,
  },
  'repeated-key': {
    shown: ({ firstLine }) => ({ detail: String(firstLine) }),
    message: (facts) =>
      `The key ${quote(facts.found)} occurs twice (first on line ${facts.detail ?? ''}). Delete one of the two keys.`,
  },
  'conflicting-answers': {
    shown: ({ other, otherFile }) => ({ detail: other, ...(otherFile === undefined ? {} : { expected: [otherFile] }) }),
    message: (facts) =>
      `This file contains the value ${quote(facts.found)}, but ${facts.expected?.[0] ?? 'another file'} contains the value ${quote(facts.detail)}. Correct or delete one of the two values.`,
  },
  'conflicting-selection': {
    shown: ({ other, otherFile }) => ({ detail: other, ...(otherFile === undefined ? {} : { expected: [otherFile] }) }),
    message: (facts) =>
      `The deployment types in use are ${quote(facts.found)} in this file, but ${quote(facts.detail)} in ${facts.expected?.[0] ?? 'another file'}. Write the same deployment types in both files. To use the deployment types of both files, add --selection union.`,
  },
  'too-many-remarks': {
    shown: ({ count, most }) => ({ found: String(count), expected: [String(most)] }),
    message: (facts) =>
      `The files contain ${facts.found ?? ''} remarks on the model, but a workbook can contain only ${list(facts.expected)}. Delete some remarks in one of the files.`,
  },
  'conflict-undecided': {
    shown: ({ number, count, values }) => ({
      found: values.map(({ value, from }) => `${value} (${from})`).join(', '),
      detail: `${number} of ${count}`,
    }),
    message: (facts) =>
      `Conflict ${facts.detail ?? ''} is unresolved. The different values are ${facts.found ?? ''}. aismm does not use any of these values. Enter the correct value in this cell.`,
  },
  'conflict-unreadable': {
    shown: ({ count }) => ({ found: counted(count, 'row').join('') }),
    message: (facts) =>
      `Someone changed the Conflicts sheet, so aismm cannot read ${facts.found ?? ''} of this sheet. Merge the parts again.`,
  },
  'merge-other-model': {
    shown: ({ other, otherFile }) => ({ detail: other, ...(otherFile === undefined ? {} : { expected: [otherFile] }) }),
    message: (facts) =>
      `This file contains answers for ${facts.found ?? ''}, but ${facts.expected?.[0] ?? 'another file'} contains answers for ${facts.detail ?? ''}. Merge only files for the same edition, or first migrate the older file with “aismm migrate”.`,
  },
  'merge-other-organization': {
    shown: ({ other, otherFile }) => ({ detail: other, ...(otherFile === undefined ? {} : { expected: [otherFile] }) }),
    message: (facts) =>
      `This file belongs to ${quote(facts.found)}, but ${facts.expected?.[0] ?? 'another file'} belongs to ${quote(facts.detail)}. Omit one of the two files, or correct the name on the Profile sheet or in the answers file.`,
  },
  'merge-other-token': {
    shown: ({ otherFile }) => ({ detail: otherFile }),
    message: (facts) =>
      `This file and ${facts.detail ?? ''} belong to two different issued workbooks. aismm did not write any files. Omit one of the two files.`,
  },
  'part-alone': {
    message: (facts) =>
      `This workbook is only a part of an assessment${facts.found === '' ? '' : ` (${quote(facts.found)})`}, so its results are incomplete. Merge all parts with “aismm merge”, and run “aismm ingest” for the merged workbook.`,
  },
  'merge-same-file': {
    shown: ({ otherFile }) => ({ detail: otherFile }),
    message: (facts) => `This file is identical to ${facts.detail ?? ''}. aismm uses only one of the two files.`,
  },
  'merge-part-twice': {
    shown: ({ found, otherFile }) => ({ found, detail: otherFile }),
    message: (facts) =>
      `This file and ${facts.detail ?? ''} both contain the part for ${quote(facts.found)}. If answers differ, aismm lists them as conflicts. Omit the older file, or add --prefer newest.`,
  },
  'merge-part-missing': {
    shown: (those) => ({ found: firstOf(those), detail: counted(those.count, 'objective').join('') }),
    message: (facts) =>
      `The files do not contain ${facts.detail ?? ''} of the whole workbook (${facts.found ?? ''}). The missing objectives are unanswered in the merged workbook. Merge all parts again, including the missing parts.`,
  },
  'merge-too-many-conflicts': {
    shown: ({ count, most }) => ({ found: String(count), expected: [String(most)] }),
    message: (facts) =>
      `The files differ in ${facts.found ?? ''} values, but one workbook can contain at most ${list(facts.expected)} differing values. Omit some of the files, or change some answers so that fewer answers differ.`,
  },
  'merge-too-long': {
    shown: ({ files }) => ({ expected: files }),
    message: (facts) =>
      `The combined text from ${list(facts.expected)} is too long for one cell. Shorten the text in one of these files, and merge again.`,
  },
  'people-list-invalid': {
    shown: ({ why, found, suggestion }) => ({
      ...(found === undefined ? {} : { found }),
      ...(suggestion === undefined ? {} : { suggestion }),
      detail: why,
    }),
    message: ({ detail, found, suggestion }) => peopleListFault(detail, found, suggestion),
  },
  'questionnaire-no-table': {
    message: (facts) =>
      `No sheet has a table of questions with the headings ${list(facts.expected)}. Use a completed AI-CAIQ in .xlsx format.`,
  },
  'questionnaire-edition': {
    message: (facts) =>
      !list(facts.expected)
        ? 'The model does not refer to any edition of the AICM, so aismm cannot use the questionnaire. Use a workbook for another model.'
        : facts.found === undefined
          ? `The file does not show which edition of the AICM it uses. The model refers to ${list(facts.expected)}. Specify the edition with --edition.`
          : `The model refers only to ${list(facts.expected)}, not to edition ${facts.found} of the AICM. Use a questionnaire for one of these editions.`,
  },
  'question-unread': {
    shown: ({ found, question }) => ({ found, detail: question }),
    message: (facts) =>
      `${facts.detail ?? ''}: ${quote(facts.found)} is not a valid answer, so aismm does not use it. Choose Yes, No or NA.`,
  },
  'question-needs-owner': {
    shown: ({ question }) => ({ detail: question }),
    message: (facts) =>
      `The answer to ${facts.detail ?? ''} is Yes, but the owner of the control is missing. Enter the owner in this cell.`,
  },
  'question-needs-reason': {
    shown: ({ question }) => ({ detail: question }),
    message: (facts) =>
      `The answer to ${facts.detail ?? ''} is NA, but the reason is missing. Write the reason in this cell.`,
  },
  'answer-proposed': {
    message: (facts) =>
      `${facts.found ?? ''} contains answers about controls that this objective refers to. A person must review the proposed answers. aismm treats the objective as unanswered. Read the comment on the answer cell, and choose an answer in the cell.`,
  },
  'answers-for-other-model': {
    shown: ({ other }) => ({ detail: other }),
    message: (facts) =>
      `The answers are for model ${quote(facts.found)}, but --model specifies ${quote(facts.detail)}. Omit --model, or use answers for model ${quote(facts.detail)}.`,
  },
  'no-succession': {
    shown: ({ found, expected, why }) => ({ found, expected, detail: why }),
    message: ({ found, expected = [], detail }) =>
      detail === 'same'
        ? `The answers already belong to edition ${quote(found)}, so you do not need to migrate the answers. Use the original file.`
        : detail === 'older'
          ? `The answers belong to edition ${quote(found)}, which is later than ${quote(expected[0])}. aismm can migrate answers only to a later edition. Specify a later edition with --to.`
          : detail === 'compared'
            ? `The changes.yaml file that describes the changes from ${quote(found)} to ${quote(expected[0])} is missing. aismm cannot compare these editions. Add the missing file, or specify two assessments of the same edition.`
            : `The changes.yaml file that describes the changes from ${quote(found)} to ${quote(expected[0])} is missing. Add the missing file, or specify another edition with --to.`,
  },
  'edition-lost': {
    message: ({ found }) =>
      `The hidden Meta sheet no longer shows which edition of the model the workbook uses. The edition may be ${quote(found)}. Use an earlier copy of the file, or specify the edition with --model.`,
  },
  'answer-to-review': {
    shown: ({ found, edition }) => ({ found, detail: edition }),
    message: ({ found, detail }) =>
      `A person must review the old answer from edition ${detail ?? ''}. The old answer is ${quote(found)}. aismm treats the objective as unanswered. Read the comment on the answer cell, and choose an answer in the cell.`,
  },
  'answer-dropped': {
    shown: ({ found, edition }) => ({ found, detail: edition }),
    message: ({ found, detail }) =>
      `Objective ${found ?? ''} of edition ${detail ?? ''} no longer exists, so the new workbook does not contain its answer. If you need the answer, keep the old file.`,
  },
  'unknown-objective': {
    message: (facts) =>
      `${quote(facts.found)} is not an objective of this model${didYouMean(facts) || '.'} Correct the id.`,
  },
  'unknown-category': {
    message: (facts) =>
      `${quote(facts.found)} is not the code of a category${didYouMean(facts) || '.'} Use one of these codes: ${list(facts.expected)}.`,
  },
  // The model's content
  'model-syntax': {
    shown: ({ fault }) => ({ detail: yamlFault(fault), ...('found' in fault ? { found: fault.found } : {}) }),
    message: ({ detail }) => `The file is not valid YAML. ${detail ?? ''}`.trim(),
  },
  'model-shape': {
    shown: ({ problem }) => ({ detail: shapeProblem(problem), ...meantBy(problem) }),
    message: (facts) =>
      `${facts.field ? `${facts.field}: ${facts.detail ?? 'the value is invalid'}` : starting(facts.detail ?? 'the value is invalid')}. The README.md file of the model explains the model files.`,
  },
  'model-content': {
    message: (facts) => `${facts.objective ? `${facts.objective}: ` : ''}${facts.detail ?? ''}`,
  },
  'import-no-table': {
    shown: ({ expected, why }) => ({ expected, detail: why }),
    message: (facts) =>
      facts.detail === 'rows'
        ? `aismm cannot read any row below the headings. In each row, enter an id such as GOV-02.1, a text and a level from 2 to 5.`
        : `No sheet has the headings ${facts.expected?.map(quote).join(' and ') ?? ''} in one of the first 15 rows. Add these headings to the columns, and import the file again.`,
  },
  'import-row-unread': {
    shown: ({ why }) => ({ detail: UNREAD_ROW[why] }),
    message: (facts) => `aismm did not import the row. ${quote(facts.found)} ${facts.detail ?? ''}`.trimEnd(),
  },
  'import-value-unread': {
    message: (facts) =>
      `${quote(facts.found)} is not a known value, so aismm did not import it. Correct the cell and import the file again, or edit the files of the model.`,
  },
  'import-assumed': {
    shown: ({ what }) => ({ detail: ASSUMED[what] }),
    message: (facts) => facts.detail ?? '',
  },
  'model-taken': {
    message: (facts) =>
      `${quote(facts.found)} is the name of a built-in edition, but the model in this folder has different content. Change the id or the version of your model.`,
  },
  'same-label': {
    shown: ({ other }) => ({ detail: other }),
    message: (facts) =>
      `${facts.field ? `${facts.field}: the` : 'The'} option ${quote(facts.detail)} in this list also has the label ${quote(facts.found)}. Use different labels for the two options.`,
  },
  'unusable-label': {
    shown: ({ problem }) => ({
      detail:
        problem.is === 'formula'
          ? 'begins with =, +, - or @, so spreadsheet programs read the label as a formula'
          : `is longer than ${problem.longest} characters, which is the limit in formulas`,
    }),
    message: (facts) =>
      `${facts.field ? `${facts.field}: the` : 'The'} label ${quote(facts.found)} ${facts.detail ?? ''}. Change the label of the option.`,
  },
  'repeated-translation': {
    shown: ({ original }) => ({ detail: original }),
    message: (facts) =>
      `The text ${quote(facts.found)} has two translations (first translation: ${facts.detail ?? ''}). Delete the wrong translation.`,
  },
  'unknown-translation': {
    message: (facts) =>
      `The model has no text at ${quote(facts.found)}${didYouMean(facts) || '.'} Correct the address, or delete the translation unit.`,
  },
  'outdated-translation': {
    message: (facts) =>
      `The translation of ${facts.field ?? ''} is for the old text ${quote(facts.found)}. The text is now ${quote(facts.expected?.[0])}, which aismm shows without a translation. Write the new translation in the “target” field, and copy the new text into the “source” field.`,
  },
  'missing-translations': {
    shown: ({ language, missing, of, addresses }) => ({
      found: language,
      detail: `${missing} of ${of} texts (${addresses.join(', ')}${addresses.length < missing ? ', …' : ''})`,
    }),
    message: (facts) =>
      `The language ${quote(facts.found)} has no translations for ${facts.detail ?? ''}. aismm shows these texts in the original language. Add a translation unit for each text.`,
  },
  // Many files at once
  'too-slow': {
    shown: ({ seconds }) => ({ detail: `${seconds} s` }),
    message: (facts) =>
      `Reading the file took longer than ${facts.detail ?? ''}, so aismm stopped reading the file. Ask the sender to save the file again in a spreadsheet program.`,
  },
  'too-much-memory': {
    shown: ({ megabytes }) => ({ detail: `${megabytes} MB` }),
    message: (facts) =>
      `Reading the file needed more than ${facts.detail ?? ''} of memory, so aismm stopped reading the file. Ask the sender to save the file again in a spreadsheet program.`,
  },
  'our-fault': {
    message: (facts) =>
      `An internal error occurred while aismm was reading the file (${facts.detail ?? ''}). Report the error to the authors of aismm. If you are allowed to share the file, attach it to your report.`,
  },
  'store-unusable': {
    shown: ({ reason }) => storeReason(reason),
    message: (facts) =>
      `aismm cannot use the store, because ${facts.detail ?? ''}. ${facts.suggestion ?? 'Check the path or address.'}`,
  },
  // Files that wait in a queue
  'ended-while-reading': {
    shown: ({ count }) => ({ detail: String(count) }),
    message: (facts) =>
      `aismm ended unexpectedly each time it read this file (attempts: ${facts.detail ?? ''}). aismm will not read the file again. Read the file on a computer with more memory, or ask the sender for the original workbook.`,
  },
  'file-changed': {
    message: () =>
      'The file changed after “aismm enqueue” added the file to the queue. aismm reads the current content of the file. If the file changes again, add the file again with “aismm enqueue”.',
  },
  'bucket-unusable': {
    shown: ({ reason }) => ({ detail: bucketReason(reason) }),
    message: (facts) => `aismm cannot read the bucket, because ${facts.detail ?? ''}. Then run the command again.`,
  },
  'unknown-organization': {
    message: (facts) =>
      `The store does not contain an organization with the name ${quote(facts.found)}${didYouMean(facts) || '.'} Check the name. To list all organizations, run “aismm organizations --store STORE”.`,
  },
  'unknown-workbook': {
    message: (facts) =>
      `The store does not contain a workbook ${quote(facts.found)} without an organization name. To list such workbooks, run “aismm organizations”.`,
  },
  'not-portfolio': {
    message: () => 'The file is not a portfolio. Create one with “aismm portfolio --json”.',
  },
  'organization-unnamed': {
    message: () =>
      'The workbook contains no organization name, so aismm treats the workbook as a separate organization. A later workbook of the same organization cannot replace this workbook. Ask the sender for the name of the organization.',
  },
  // Lists of organizations, and workbooks that are issued to them
  'list-unreadable': {
    shown: ({ problem }) => ({ detail: problem }),
    message: (facts) =>
      OTHER_KINDS[facts.detail ?? ''] !== undefined
        ? `The list is ${OTHER_KINDS[facts.detail ?? ''] ?? ''}, not a CSV file. aismm did not write any files. ${facts.detail === 'workbook' ? 'In a spreadsheet program, save the list as “CSV UTF-8”.' : 'Specify the CSV file of the list.'}`
        : facts.detail === 'quotes'
          ? 'aismm cannot read the list, because a closing quotation mark is missing. aismm did not write any files. Add the missing quotation mark, or delete the opening quotation mark.'
          : facts.detail === 'columns'
            ? 'The list has more columns than a spreadsheet can have. aismm did not write any files. Delete columns that you do not need.'
            : 'The encoding of the list is not UTF-8, so names could be wrong. aismm did not write any files. Save the list again as “CSV UTF-8”.',
  },
  'list-empty': {
    shown: ({ of = 'issue' }) => ({ detail: of }),
    message: (facts) =>
      `The list has no rows. aismm did not write any files. Add one row per ${facts.detail === 'measure' ? 'measured value' : 'organization'}. To print a sample list, run “aismm ${facts.detail ?? 'issue'} --template”.`,
  },
  'list-missing-column': {
    shown: ({ expected, of = 'issue' }) => ({ expected, detail: of }),
    message: (facts) =>
      `The list does not have a column with the heading ${(facts.expected ?? []).map(quote).join(' or ')}. aismm did not write any files. Add the column, or change the heading of an existing column. To print a sample list, run “aismm ${facts.detail ?? 'issue'} --template”.`,
  },
  'list-repeated-column': {
    shown: ({ original }) => ({ detail: original }),
    message: (facts) =>
      `The ${quote(facts.found)} and ${quote(facts.detail)} columns have the same meaning. aismm did not write any files. Delete one of the two columns.`,
  },
  'list-unknown-column': {
    message: (facts) =>
      `aismm does not use the ${quote(facts.found)} column${didYouMean(facts) || '.'} aismm uses only these columns: ${list(facts.expected)}.`,
  },
  'list-value': {
    shown: ({ of }) => ({ detail: of }),
    message: (facts) =>
      `${quote(facts.found)} is not a valid value for the ${quote(facts.detail)} column${didYouMean(facts) || '.'} aismm did not write any files. ${valuesOfColumn(facts.expected)}`,
  },
  'list-formula': {
    shown: ({ of }) => ({ detail: of }),
    message: (facts) =>
      `The ${quote(facts.detail)} column contains a formula or a formula error (${quote(facts.found)}). aismm did not write any files. Replace the formula with its value.`,
  },
  'list-missing-name': {
    message: () =>
      'The row does not contain the name of an organization. aismm did not write any files. Write the name of the organization, or delete the row.',
  },
  'list-row-too-long': {
    shown: ({ count }) => ({ detail: String(count) }),
    message: (facts) =>
      `The list has ${facts.detail ?? ''} headings, but this row has more cells. The first extra cell contains ${quote(facts.found)}. aismm did not write any files. Put quotation marks around each value that contains the separator.`,
  },
  'list-repeated-row': {
    shown: ({ of, ...where }) => {
      if ('first' in where) return { expected: [where.first] };
      return {
        detail: String(where.firstLine),
        ...(of === undefined ? {} : { suggestion: 'Delete one of the two rows.' }),
      };
    },
    message: (facts) =>
      facts.expected
        ? `${quote(facts.found)} is already in ${list(facts.expected)}. aismm did not write any files. Delete one of the two entries.`
        : `${quote(facts.found)} is already on line ${facts.detail ?? ''}. aismm did not write any files. ${facts.suggestion ?? 'Delete one of the two rows, or write a different unit in each row.'}`,
  },
  'list-repeated-file': {
    shown: ({ firstLine }) => ({ detail: String(firstLine) }),
    message: (facts) =>
      `The row on line ${facts.detail ?? ''} also has the file name ${quote(facts.found)}. aismm did not write any files. Write a different file name in each row.`,
  },
  'issued-otherwise': {
    message: (facts) =>
      `You already issued a workbook with different content to ${quote(facts.found)}. aismm did not write any files. Use another folder, or add --force to issue the new workbook with the same token.`,
  },
  'issued-file-changed': {
    message: (facts) =>
      `The file ${quote(facts.found)} is not the workbook that you issued. aismm did not write any files. Move this file to another folder, or add --force to replace the file.`,
  },
  'folder-in-use': {
    message: (facts) =>
      `Another command is writing to this folder. aismm did not write any files. Wait until the other command has finished, and run the command again. If no other command is running, delete ${quote(facts.found)}.`,
  },
  'manifest-unusable': {
    shown: ({ problem, at = '' }) => ({
      detail: problem ? `${at}: ${shapeProblem(problem)}` : 'The manifest is not valid JSON',
    }),
    message: (facts) =>
      `aismm cannot use manifest.json, the list of issued workbooks. ${facts.detail ?? ''}. Restore this file from a backup, or issue the workbooks into another folder.`,
  },
  'key-unusable': {
    shown: ({ is }) => ({ detail: is }),
    message: (facts) =>
      facts.detail === 'missing'
        ? 'aismm cannot find the key file for the issued workbooks. Specify the key file with --key, or restore it from a backup.'
        : 'The file is not a key file for issued workbooks. Specify the correct key file with --key, or restore it from a backup.',
  },
  'token-forged': {
    message: () =>
      'The token of the workbook is invalid, because it was not created with the key for the issued workbooks. Ask the sender where the workbook comes from.',
  },
  'token-of-other-list': {
    message: () =>
      'The workbook was issued for another list of organizations. Check that the workbook is in the correct store, or specify the folder of the other list with --issued.',
  },
  'measured-kept': {
    shown: ({ other }) => ({ detail: other }),
    message: (facts) =>
      `The cell contains ${quote(facts.found)}, but the list of measured values contains ${quote(facts.detail)}. aismm did not change the cell. Correct the cell, or add --replace.`,
  },
  'returned-for-other': {
    message: (facts) =>
      `The workbook was issued to ${quote(list(facts.expected))}, but now contains the name ${quote(facts.found)}. Ask the sender which name is correct.`,
  },
} satisfies Messages;
