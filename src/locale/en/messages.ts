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
  bucketReason,
  isOfDatabase,
  storeReason,
  systemReason,
  writable,
} from './facts.js';
import { fileFault } from './file-faults.js';
import { strangers } from './strangers.js';

const quote = (text: string | undefined): string => `“${text ?? ''}”`;
/** At the beginning of a sentence. */
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const list = (items: readonly string[] | undefined): string => (items ?? []).join(', ');
/** What a cell with a result shows, and what it should show. */
const differing = ({ found, expected, detail }: Told): string =>
  `The workbook shows ${found ? found : 'nothing'} in this cell. The result computed from the answers is ${list(expected) || 'blank'}.${detail ? ` Other cells of this sheet also differ from the computed results: ${detail}.` : ''}`;
/** How Meta and the sheets differ, up to what the sheets are. */
const CONTRADICTED = {
  model: 'does not name the same model as the other sheets. The other sheets use model',
  part: 'does not name the same part of the model as the other sheets. The other sheets contain',
  language: 'does not name the same language as the other sheets. The other sheets use language',
  layout: 'does not name the same layout as the other sheets. The other sheets have layout',
  itself: 'has two values for the same entry. One value is',
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
    return `The answers are for model ${quote(found)}, which is not installed (installed: ${list(expected)}). Specify its folder with --model, or use a version of this tool that contains the model.`;
  const isAge = detail === 'older' || detail === 'newer';
  return `The workbook was made for model ${quote(found)}, which is ${isAge ? `${detail} than the installed models` : 'not installed'} (installed: ${list(expected)}). Nothing was scored. ${detail === 'newer' ? 'Update this tool.' : 'Use a version of this tool that contains the model.'} If the model is your own, add --model FOLDER.`;
}

/** What is no date, and what is one that nothing is asked of. */
function notADate(told: Told): string {
  const { found, detail } = told;
  const rest = 'The cell counts as blank. Enter a date such as 2026-11-30.';
  if (detail === undefined)
    return `${quote(found)} is not a date, or can mean more than one date${didYouMean(told) || '.'} ${rest}`;
  if (detail === found) return `The date ${detail} is before the year 2000. ${rest}`;
  return `This tool reads ${quote(found)} as the date ${detail}, which is before the year 2000. ${rest}`;
}

/** Why a list of people cannot be used, and what to do. */
const PEOPLE_LIST: Readonly<Partial<Record<string, string>>> = {
  syntax: 'The list is not valid CSV. Save the list again as CSV with the columns "id" and "person".',
  columns: 'The list has no columns "id" and "person". Write these headings in the first row.',
  unknown: 'is not an objective or category of this workbook',
  twice: 'is in the list twice, with different people. Delete one of the rows.',
  nobody: 'is in a row without a person. Enter a name in the row, or delete the row.',
  long: 'is in a row with a name that is too long for a cell. Shorten the name.',
};

function peopleListFault(why = '', found = '', suggestion?: string): string {
  const text = PEOPLE_LIST[why] ?? 'is invalid. Correct the list.';
  if (why === 'syntax' || why === 'columns') return text;
  const guess = suggestion === undefined ? '. Correct the id.' : `. Did you mean ${suggestion}?`;
  return `${quote(found)} ${text}${why === 'unknown' ? guess : ''}`;
}

/** Why a row of another person's spreadsheet is no objective, and what to do. */
const UNREAD_ROW = {
  id: 'is not an id. Write an id such as GOV-02.1.',
  text: 'is in a row without a control objective. Write the text of the control objective in the row.',
  level: 'does not contain a level from 2 to 5. Add a column “Level”, and write the level in that column.',
  twice: 'is also the id of an earlier row. Give each row a different id.',
  error: 'is a formula error. Correct the formula, save the file, and import it again.',
  formula: 'is a formula without a saved result. Open the file in a spreadsheet program, save it, and import it again.',
} as const;

/** What an import has taken for granted, and how to check it. */
const ASSUMED = {
  level:
    'There is no column “Level”, so the program used the number in each id as the level. If these levels are wrong, add the column.',
  'aicm-edition':
    'The program read the AICM ids as ids of AICM 1.1. In other editions, some of these ids refer to other controls, so check the ids.',
  edition:
    'The spreadsheet does not name a version, so the version of the model is 1.0. To change the version, use --edition.',
  formulas:
    'Some ids, texts or levels are formulas. The first formula is in this cell. The program imported the saved results of the formulas. Compare the imported values with your source.',
  hidden:
    'The sheet is hidden. The program read this sheet because no visible sheet has control objectives. Check that this is the sheet that you want to import.',
  'hidden-left':
    'The hidden sheet has more control objectives than the visible sheet that was read. To import the hidden sheet instead, make it visible, and import the file again.',
} as const;

export const messages = {
  // The file as a whole
  'file-not-found': {
    message: (facts) => `File ${quote(facts.found)} does not exist. Check the path and the spelling.`,
  },
  'file-unreadable': {
    shown: ({ reason }) => ({ detail: systemReason(reason), suggestion: readable(reason) }),
    message: (facts) => `The file cannot be read (${facts.detail ?? ''}). ${facts.suggestion ?? 'Check the file.'}`,
  },
  'unreadable-mail': {
    message: () =>
      'The file cannot be opened as an e-mail message. Open the message in your mail program, and save the attached workbook.',
  },
  'folder-exists': {
    message: (facts) => `${quote(facts.found)} already exists and was not changed. Choose another name for the folder.`,
  },
  'file-exists': {
    message: (facts) =>
      `${quote(facts.found)} already exists and was not changed. Choose another name, or add --force to replace the file.`,
  },
  'file-unwritable': {
    shown: ({ reason }) => ({ detail: systemReason(reason), suggestion: writable(reason) }),
    message: (facts) =>
      `The file cannot be written (${facts.detail ?? ''}). ${facts.suggestion ?? 'Check the folder, the permissions and the free space.'}`,
  },
  'file-empty': {
    message: () => 'The file is empty (0 bytes). Ask the sender to send the file again.',
  },
  'not-xlsx': {
    shown: ({ kind }) => fileKind(kind),
    message: (facts) =>
      `This is ${facts.found ?? 'not a workbook'}, not an .xlsx workbook. ${facts.suggestion ?? 'Save the file as .xlsx, and try again.'}`,
  },
  'encrypted-file': {
    message: () =>
      'The workbook can be opened only with a password. Open the workbook in Excel, remove the password (File, Info, Protect Workbook), and save the workbook.',
  },
  'damaged-file': {
    shown: (facts) => ({ detail: fileFault(facts) }),
    message: (facts) =>
      `The workbook is damaged: ${facts.detail ?? ''}. Open the workbook in a spreadsheet program and save it again, or ask for a new copy.`,
  },
  'hostile-file': {
    shown: (facts) => ({ detail: fileFault(facts) }),
    message: (facts) =>
      `The file was rejected because ${facts.detail ?? ''}. An original AISMM workbook never has this problem. Ask the sender for the original workbook.`,
  },
  'overgrown-file': {
    shown: ({ part, count = 0 }) => ({ found: part ?? '', detail: String(Math.round(count / 2 ** 20)) }),
    message: (facts) =>
      `A sheet (${facts.found ?? ''}) has a size of ${facts.detail ?? ''} MiB, but almost all rows are empty. Nothing was read. Delete the empty rows below the table, and save the workbook.`,
  },
  'not-our-workbook': {
    shown: ({ sheets, more, looksLike }) => ({
      found: [...sheets, ...(more > 0 ? ['…'] : [])].join(', '),
      ...(looksLike === undefined ? {} : { suggestion: strangers[looksLike] ?? looksLike }),
    }),
    message: (facts) =>
      `This is not an AISMM workbook${facts.suggestion ? `. The file may be ${facts.suggestion}` : ''}.${facts.found ? ` The file has these sheets: ${facts.found}.` : ''} Nothing was scored. Use an AISMM workbook, such as the workbook that “aismm build” creates.`,
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
      `The files of model ${quote(facts.found)} are invalid. This tool cannot read or write workbooks of this model. Run “aismm model lint --model "${facts.found ?? ''}"”, and fix the listed errors.`,
  },
  'other-model': {
    message: (facts) =>
      `The workbook was made for model ${facts.found ?? ''}, so this tool does not use ${list(facts.expected)} to read it. Omit --model, or ask for a workbook for ${list(facts.expected)}.`,
  },
  'unknown-format': {
    message: (facts) =>
      `The workbook has the format ${quote(facts.found)}. This tool can read only these formats: ${list(facts.expected)}. Nothing was scored. Update this tool.`,
  },
  'missing-meta': {
    message: (facts) =>
      `The hidden sheet Meta, which names the model, is missing. This tool read the workbook as a workbook for ${list(facts.expected)}. If it was made for a different model, fill in a new workbook.`,
  },
  'incomplete-meta': {
    shown: ({ missing }) => ({ found: missing.join(', ') }),
    message: (facts) =>
      `The hidden sheet Meta is incomplete (missing: ${facts.found ?? ''}). This tool read the workbook as a workbook for ${list(facts.expected)}. If any of these values is wrong, use an earlier copy of the file.`,
  },
  'contradicting-meta': {
    shown: ({ about }) => ({ detail: CONTRADICTED[about] }),
    message: (facts) =>
      `The hidden sheet Meta ${facts.detail ?? ''} ${quote(list(facts.expected))}, ${facts.detail === CONTRADICTED.itself ? 'and the other value is' : 'but Meta contains'} ${quote(facts.found)}. Nothing was scored. Use an earlier copy of the file, or copy the answers into a new workbook.`,
  },
  'unclear-edition': {
    message: (facts) =>
      `The workbook does not say which edition of the model it was made for. The edition may be ${(facts.expected ?? []).join(' or ')}. Nothing was scored. Use an earlier copy of the file, or copy the answers into a new workbook.`,
  },
  'unknown-language': {
    message: (facts) =>
      `The language of the workbook is ${quote(facts.found)}. This tool can read only these languages: ${list(facts.expected)}. Nothing was scored. Update this tool.`,
  },
  'missing-sheet': {
    message: (facts) =>
      `The sheet ${quote(facts.expected?.[0])} is missing. This tool cannot read the answers on that sheet. Restore the sheet from an earlier copy of the file.`,
  },
  'found-by-name': {
    message: (facts) =>
      `The headings of a table on the sheet ${quote(facts.expected?.[0])} are missing. This tool found the cells by their defined names. Check the answers that were read, or use a new workbook.`,
  },
  'found-by-text': {
    message: (facts) =>
      `${facts.found ? `${quote(facts.found)} is not an id of this model` : 'The id is missing'}. The text of this row matches ${list(facts.expected)}, so this tool uses the id ${list(facts.expected)}. Enter this id in the row again.`,
  },
  'column-moved': {
    message: (facts) =>
      `The heading ${quote(facts.found)} is not above its original column. This tool uses the heading to identify the column. Check that the answers in this column belong to this heading.`,
  },
  'duplicate-sheet': {
    shown: ({ original }) => ({ detail: original }),
    message: (facts) =>
      `This sheet is a copy of ${quote(facts.detail)}. The first sheet contains all answers of the copy, so the copy is not used. Delete the copy.`,
  },
  'conflicting-copy': {
    shown: ({ original }) => ({ detail: original }),
    message: (facts) =>
      `This sheet is a copy, and this cell contains ${quote(facts.found)}. The first sheet (${facts.detail ?? ''}) contains ${quote(facts.expected?.[0])}. Only the first sheet is used. Enter the correct answers on the first sheet, and delete the copy.`,
  },
  'merged-cells': {
    message: (facts) =>
      `The cell is merged with other cells (${facts.found ?? ''}), and only the first one has a value. This cell counts as blank. Unmerge the cells, and fill in each cell.`,
  },
  'table-continued': {
    shown: ({ rows, original }) => ({ found: rows === 1 ? '1 row is' : `${rows} rows are`, detail: original }),
    message: (facts) =>
      `${facts.found ?? ''} missing from the table on the sheet ${quote(facts.detail)}. This tool found the missing part here, and read it. Move all rows back into one table before you use the workbook again.`,
  },
  'cells-moved': {
    shown: ({ heading }) => ({ detail: heading }),
    message: (facts) =>
      `Someone moved cells. The column ${quote(facts.detail)} is now in ${facts.found ?? ''}, but the ids are beside ${list(facts.expected)}. This tool uses the id that is now beside each answer. This id may be wrong. Undo the move, or copy the answers into a new workbook.`,
  },
  'row-mixed-up': {
    message: (facts) =>
      `The id ${quote(facts.found)} is beside ${list(facts.expected) ? `the statement of ${list(facts.expected)}` : 'the original text of another id'}. This tool cannot tell which of the two objectives the person answered. Restore the original order of the rows. If only some columns were sorted, undo the sort.`,
  },
  'duplicate-column': {
    shown: ({ original }) => ({ detail: original }),
    message: (facts) =>
      `There are two columns ${quote(facts.found)} with different contents. This tool read only the first column (${facts.detail ?? ''}). Delete the wrong column.`,
  },
  'unknown-column': {
    shown: ({ filled }) => ({ detail: String(filled) }),
    message: (facts) =>
      `${facts.found ? `The column ${quote(facts.found)}` : 'A column without a heading'} is not part of the original workbook. This tool did not read the column (filled-in cells: ${facts.detail ?? ''}). If the column contains answers, copy them into the correct column.`,
  },
  'more-of-the-same': {
    shown: ({ more }) => ({ detail: String(more) }),
    message: (facts) =>
      `There are more findings with the code ${quote(facts.found)} that are not listed (number: ${facts.detail ?? ''}). Fix the listed findings first, and then check again.`,
  },
  'more-findings': {
    shown: ({ more }) => ({ detail: String(more) }),
    message: (facts) =>
      `There are too many findings to list all of them (not listed: ${facts.detail ?? ''}). Fix the listed errors first, then the other listed findings, and check again.`,
  },
  'missing-row': {
    message: (facts) =>
      `The row of ${facts.expected?.[0] ?? ''} is missing, so the objective counts as unanswered. Copy the row from a new workbook, and fill it in.`,
  },
  'missing-column': {
    message: (facts) =>
      `The column ${quote(facts.expected?.[0])} is missing, so the cells of this column count as blank. Copy the column from a new workbook.`,
  },
  'unknown-row': {
    message: (facts) =>
      `${quote(facts.found)} is not an id of this model${didYouMean(facts) || '.'} The answers in this row are not used. Correct the id, or move the answers to the correct row.`,
  },
  'duplicate-row': {
    shown: ({ original }) => ({ detail: original }),
    message: (facts) =>
      `There are two rows with the id ${facts.found ?? ''}. Only the first row (${facts.detail ?? ''}) is used. Delete the wrong row.`,
  },
  // A cell
  'unknown-option': {
    message: (facts) =>
      `${quote(facts.found)} is not one of ${list(facts.expected)}${didYouMean(facts) || '.'} The cell counts as blank. Choose an option from the list.`,
  },
  'answer-unsettled': {
    message: (facts) =>
      `${quote(facts.found)} begins with a question mark, so a person must check it${didYouMean(facts) || '.'} The cell counts as blank. Choose or type the correct answer without the question mark, or clear the cell.`,
  },
  'ambiguous-option': {
    message: (facts) =>
      `${quote(facts.found)} may mean ${(facts.expected ?? []).map(quote).join(' or ')}. The cell counts as blank. Choose an option from the list.`,
  },
  'synonym-accepted': {
    message: (facts) =>
      `${quote(facts.found)} is not in the list. This tool and the workbook read this text as ${quote(facts.suggestion)}. If this is wrong, choose another option: ${list(facts.expected)}.`,
  },
  'option-with-reason': {
    shown: ({ reason }) => ({ detail: reason }),
    message: (facts) =>
      `${quote(facts.found)} is not in the list. This tool and the workbook read this text as ${quote(facts.suggestion)}. This tool uses ${quote(facts.detail)} as the reason. Choose an option from the list, and move the reason to the Notes column.`,
  },
  'option-by-prefix': {
    message: (facts) =>
      `This tool reads ${quote(facts.found)} as ${quote(facts.suggestion)}, but the formulas of the workbook do not recognize this text. Choose one of these options: ${list(facts.expected)}.`,
  },
  'option-respelled': {
    message: (facts) =>
      `This tool reads ${quote(facts.found)} as ${quote(facts.suggestion)}. The spelling differs from the list, so the workbook itself counts the cell as blank. Choose one of these options: ${list(facts.expected)}.`,
  },
  'text-too-long': {
    shown: ({ longest }) => ({ detail: String(longest) }),
    message: (facts) =>
      `The text that begins with ${quote(facts.found)} has more than ${facts.detail ?? ''} characters, the limit of a cell. The text was not read. Shorten the text, and store the rest somewhere else.`,
  },
  'not-a-number': {
    shown: ({ found, day, range }) => ({
      found: day === undefined ? found : `${day} (a date)`,
      expected: [numberRange(range)],
    }),
    message: (facts) =>
      `${quote(facts.found)} is not a number${didYouMean(facts) || '.'} The cell counts as blank. Enter only ${list(facts.expected) || 'a number'}.`,
  },
  'number-out-of-range': {
    shown: ({ range }) => ({ expected: [numberRange(range)] }),
    message: (facts) =>
      `The value ${facts.found ?? ''} is not ${list(facts.expected)}. The cell counts as blank. Correct the value.`,
  },
  'not-a-date': {
    shown: ({ day }) => (day === undefined ? {} : { detail: day }),
    message: notADate,
  },
  'date-near-midnight': {
    shown: ({ days }) => ({ expected: [...days] }),
    message: (facts) =>
      `The date has a time within one hour of midnight (${facts.found ?? ''}). The correct day may be ${(facts.expected ?? []).join(' or ')}. The cell counts as blank. Enter the date without a time.`,
  },
  'date-with-time': {
    message: (facts) =>
      `The cell contains a time as well as a date (${facts.found ?? ''}). Only the day ${facts.suggestion ?? ''} is used. Enter the date without a time.`,
  },
  'number-as-text': {
    message: (facts) =>
      `The number is stored as text (${quote(facts.found)}). This tool reads the number ${facts.suggestion ?? ''}, but the workbook itself ignores text. Enter the value as a number.`,
  },
  'percent-cell': {
    message: (facts) =>
      `The cell shows a percentage (${facts.found ?? ''}). This tool reads ${facts.suggestion ?? ''}, but the workbook itself uses a fraction such as 0.97. Set the format of the cell to General, and type ${facts.suggestion ?? ''}.`,
  },
  'points-in-percent-cell': {
    message: (facts) =>
      `The cell has a percent format, and its stored number is ${facts.found ?? ''}. This tool and the workbook read the number as ${facts.found ?? ''}%. If ${facts.found ?? ''}% is correct, type ${facts.found ?? ''}% again. Otherwise, type the correct percentage.`,
  },
  'not-a-share': {
    shown: ({ unit }) => ({ detail: measuredUnits[unit] }),
    message: (facts) =>
      `The cell shows a percentage (${facts.found ?? ''}), but the KPI is measured ${facts.detail ?? ''}. The cell counts as blank. Set the format of the cell to General, and type the number without a % sign.`,
  },
  'share-as-points': {
    shown: ({ other }) => ({ detail: other }),
    message: (facts) =>
      `The cell contains ${facts.found ?? ''} without a percent format. This tool reads ${facts.suggestion ?? ''}. The state of the objective would be the same with ${facts.detail ?? ''}. If ${facts.detail ?? ''} is the correct value, correct the cell.`,
  },
  'measured-ambiguous': {
    message: (facts) =>
      `The cell contains ${facts.found ?? ''}, which may mean ${(facts.expected ?? []).join(' or ')}. The state of the objective depends on the meaning of this number. The cell counts as blank. Type the number in percent points: 97 for 97%.`,
  },
  'date-as-text': {
    message: (facts) =>
      `The date is stored as text (${quote(facts.found)}). This tool reads ${facts.suggestion ?? ''}, but the workbook itself ignores text. Enter the value as a date.`,
  },
  'not-text': {
    message: (facts) =>
      `The cell contains the error value ${facts.found ?? ''}, but should contain text. The cell counts as blank. Type the text again.`,
  },
  'format-not-shown': {
    shown: ({ format }) => ({ detail: format }),
    message: (facts) =>
      `The cell shows a number in the format ${quote(facts.detail)}, which this tool does not support. This tool reads ${quote(facts.found)}. Set the format of the cell to Text, and type the text that the cell should show.`,
  },
  'link-refused': {
    message: (facts) =>
      `The cell links to ${quote(facts.found)}. Addresses of this kind can be harmful. This tool keeps the address as text, and does not write a link. Use a link to a web page or a file.`,
  },
  'link-not-kept': {
    message: (facts) =>
      `The cell links to ${quote(facts.found)}. This tool keeps links only in the Evidence column, so this link is not kept. Move the link to the Evidence column, or type the address as text.`,
  },
  'comment-kept': {
    message: (facts) =>
      `The cell has a comment: ${quote(facts.found)}. The comment is stored with the answer. The comment does not change any result. If the comment is an answer, type the answer into the cell.`,
  },
  'proposals-open': {
    shown: ({ count, places: proposed }) => ({
      detail: `${count === 1 ? 'A cell has' : `${count} cells have`} no answer, but a comment with a proposed answer from an older edition (${places(proposed)})`,
    }),
    message: (facts) =>
      `${facts.detail ?? ''}. A cell with only a proposed answer counts as unanswered. Review each comment, and choose an answer in the cell.`,
  },
  'comment-not-kept': {
    shown: ({ found, places: commented }) => ({ found, detail: places(commented) }),
    message: (facts) =>
      `Cells that are not for answers have comments (${facts.detail ?? ''}). The first comment is ${quote(facts.found)}. These comments are not kept. Copy important comments to the Notes column.`,
  },
  'answers-elsewhere': {
    shown: ({ comments, colors }) => ({
      detail: [...counted(comments, 'comment'), ...(colors > 1 ? [`${colors} colors`] : [])].join(' and '),
    }),
    message: (facts) =>
      `The answer cells contain no answers, but have ${facts.detail ?? ''}. This tool does not read colors or comments as answers. Choose an option in each cell.`,
  },
  'own-sheet': {
    shown: ({ isCut }) => (isCut === true ? { detail: 'rows' } : {}),
    message: (facts) =>
      `The sheet ${quote(facts.found)} is not part of the original workbook.${facts.detail === undefined ? '' : ' The sheet is too long, so this tool searched only a part of it for answers.'} An annotated copy does not contain this sheet. Keep this file if you need the sheet.`,
  },
  'read-from-own-sheet': {
    shown: ({ original }) => ({ detail: original }),
    message: (facts) =>
      `${quote(facts.found)} is on a sheet that is not part of the original workbook. This tool uses this answer, because ${facts.detail ?? ''} is blank. If the answer is correct, type it into ${facts.detail ?? ''}. If the answer is wrong, clear this cell.`,
  },
  'answer-misplaced': {
    shown: ({ original }) => ({ detail: original }),
    message: (facts) =>
      `${quote(facts.found)} is in a cell that is not for answers. The answer cell ${facts.detail ?? ''} is blank or has another answer. Type the correct answer into ${facts.detail ?? ''}, and clear this cell.`,
  },
  'struck-answer': {
    message: (facts) =>
      `${quote(facts.found)} is struck through, but still counts. If the answer is no longer true, clear the cell. If the answer is true, remove the strikethrough.`,
  },
  'formula-in-input': {
    message: (facts) =>
      `The input cell contains a formula (${facts.found ?? ''}). This tool does not read formulas as answers, so the cell counts as blank. Replace the formula with the value.`,
  },
  'input-not-used': {
    message: (facts) =>
      `${quote(facts.found)} is in a cell that is not for answers, so this text is not used. Move the text to the Notes column of the correct row.`,
  },
  'suggestion-accepted': {
    message: (facts) =>
      `${quote(facts.found)} is not a valid value. This tool replaced the value with the suggestion ${quote(facts.suggestion)}. If the suggestion is wrong, correct the cell.`,
  },
  // What was changed besides the answers
  'locked-cell-changed': {
    shown: ({ count = 0, others }) =>
      others ? { detail: `${[...counted(count, 'more cell')].join('')} of this sheet (${places(others)})` } : {},
    message: (facts) =>
      `This cell is not for answers, but someone changed it. The cell contains ${facts.found ? quote(facts.found) : 'nothing'}. Originally the cell contained ${facts.expected?.[0] ? quote(facts.expected[0]) : 'nothing'}.${facts.detail ? ` Also changed: ${facts.detail}.` : ''} This does not affect the scores. Restore the original text, or use a new workbook.`,
  },
  'figure-differs': {
    shown: ({ others }) => (others ? { detail: places(others) } : {}),
    message: (facts) => `${differing(facts)} The computed result is used. Recalculate the workbook (F9), and save it.`,
  },
  'figure-of-other-cells': {
    shown: ({ others }) => (others ? { detail: places(others) } : {}),
    message: (facts) =>
      `${differing(facts)} Formulas of this workbook no longer refer to the original cells. The computed result is used. Copy the answers into a new workbook.`,
  },
  'sheet-removed': {
    message: (facts) =>
      `The sheet ${quote(facts.expected?.[0])} was removed. The sheet contained no answers, so the scores do not change. If you need the sheet, use a new workbook.`,
  },
  'part-removed': {
    shown: ({ rows, columns }) => ({
      detail: [...counted(rows, 'row'), ...counted(columns, 'column')].join(' and '),
    }),
    message: (facts) =>
      `Someone deleted ${facts.detail ?? ''} of this sheet. The first deleted text was ${quote(facts.expected?.[0])}. The deleted cells contained no answers, so the scores do not change. If you need the missing parts, use a new workbook.`,
  },
  'locked-key-changed': {
    shown: ({ others }) => (others ? { detail: places(others) } : {}),
    message: (facts) =>
      `This cell identifies the answers beside it or below it, but someone changed it. The cell contains ${facts.found ? quote(facts.found) : 'nothing'}. Originally the cell contained ${quote(facts.expected?.[0])}.${facts.detail ? ` Also changed: ${facts.detail}.` : ''} This tool uses this cell to find answers. Restore the original text, or use a new workbook.`,
  },
  'name-redirected': {
    shown: ({ name }) => ({ detail: name }),
    message: (facts) =>
      `The defined name ${quote(facts.detail)} refers to ${facts.found ?? ''}. Originally the name referred to ${list(facts.expected)}. Formulas and other programs depend on this name. Copy the answers into a new workbook.`,
  },
  'name-broken': {
    shown: ({ names }) => ({ detail: names.join(', ') }),
    message: (facts) =>
      `Cells that formulas of the workbook need were deleted (#REF! in ${facts.detail ?? ''}). The workbook may show errors or wrong results. Use the results that this tool computes, and copy the answers into a new workbook.`,
  },
  'own-cells': {
    shown: ({ places: own }) => ({ detail: places(own) }),
    message: (facts) =>
      `Someone added text outside the original tables (${facts.detail ?? ''}). This tool does not read this text as an answer. If the text is an answer, move it to the correct answer cell.`,
  },
  // What the answers say
  'review-incomplete': {
    shown: ({ lacks }) => ({ detail: lacks }),
    message: (facts) =>
      facts.detail === 'remark'
        ? 'The review is Not agreed or Question, but there is no remark. Write the reason or the question in the column Review remark.'
        : 'There is a remark, but no review. Choose Agreed, Not agreed or Question in the column Review.',
  },
  'na-needs-reason': {
    message: () =>
      'The answer is Not applicable, but the Notes column contains no reason. The objective counts as unanswered. Write the reason in the Notes column.',
  },
  'kpi-contradicts-answer': {
    shown: ({ measured, direction, threshold }) => ({
      detail: String(measured),
      expected: [`${directions[direction]} ${threshold}`],
    }),
    message: (facts) =>
      `The answer is ${facts.found ?? ''}, but the measured value ${facts.detail ?? ''} does not agree with this answer (target ${list(facts.expected)}). The answer is used. Correct the answer or the measured value.`,
  },
  'met-against-measurement': {
    shown: ({ measured, direction, threshold }) => ({
      detail: String(measured),
      expected: [`${directions[direction]} ${threshold}`],
    }),
    message: (facts) =>
      `The answer is ${facts.found ?? ''}, but the measured value ${facts.detail ?? ''} does not reach the target (${list(facts.expected)}). The answer is used, so the level may be too high. Correct the answer or the measured value.`,
  },
  'nothing-answered': {
    message: () =>
      'There are no answers, so this workbook is not an assessment. The results have no meaning. Fill in the workbook, or ask the sender for the completed workbook.',
  },
  'all-the-same': {
    shown: ({ count }) => ({ detail: String(count) }),
    message: (facts) =>
      `All ${facts.detail ?? ''} answers are ${facts.found ?? ''}. Ask the sender whether each objective was assessed.`,
  },
  'met-without-evidence': {
    shown: ({ of, ...those }) => ({ found: firstOf(those), detail: `${those.count} of ${of}` }),
    message: (facts) =>
      `${facts.detail ?? ''} objectives that count as met have no evidence (${facts.found ?? ''}). In the Evidence column, write what was examined.`,
  },
  'reason-says-nothing': {
    shown: (those) => ({ found: firstOf(those), detail: counted(those.count, 'objective').join('') }),
    message: (facts) =>
      `For ${facts.detail ?? ''} (${facts.found ?? ''}), the reason for Not applicable is only a placeholder. The score does not include these objectives. Write why each objective does not apply.`,
  },
  'notes-without-answer': {
    shown: ({ ...those }) => ({ found: firstOf(those), detail: counted(those.count, 'objective').join('') }),
    message: (facts) =>
      `There are notes but no answer for ${facts.detail ?? ''} (${facts.found ?? ''}). This tool does not read notes as answers. Choose an answer for each objective.`,
  },
  'assessed-after-date': {
    shown: ({ asOf, ...those }) => ({
      found: firstOf(those),
      expected: [asOf],
      detail: counted(those.count, 'objective').join(''),
    }),
    message: (facts) =>
      `For ${facts.detail ?? ''} (${facts.found ?? ''}), “Assessed on” is later than the assessment date ${list(facts.expected)}. Correct the assessment date, or correct “Assessed on”.`,
  },
  'assessed-in-future': {
    shown: ({ today, ...those }) => ({
      found: firstOf(those),
      expected: [today],
      detail: counted(those.count, 'objective').join(''),
    }),
    message: (facts) =>
      `For ${facts.detail ?? ''} (${facts.found ?? ''}), “Assessed on” is in the future. The latest possible date is ${list(facts.expected)}. Correct the dates.`,
  },
  'assessment-date-in-future': {
    shown: ({ found, today }) => ({ found, expected: [today] }),
    message: (facts) =>
      `The assessment date ${facts.found ?? ''} is in the future. The latest possible date is ${list(facts.expected)}. The program uses the assessment date to decide which answers have expired, and which assessment is the newest. Correct the date.`,
  },
  'answer-expired': {
    shown: ({ asOf }) => ({ detail: asOf }),
    message: (facts) =>
      `The answer was valid until ${facts.found ?? ''}, before the assessment date ${facts.detail ?? ''}. The answer counts as expired. Assess the objective again.`,
  },
  'blank-selection': {
    message: (facts) =>
      `The cell “In use?” for ${facts.found ?? ''} is blank. A blank cell counts as Yes. Choose Yes or No.`,
  },
  'nothing-selected': {
    message: () =>
      'No deployment type is in use, so no objective applies and there are no results. Choose Yes on the Profile sheet for each type in use.',
  },
  // ANSWERS.json
  'invalid-json': {
    message: (facts) => `The file is not valid JSON: ${facts.detail ?? ''}. Correct the file at this place.`,
  },
  'invalid-answers': {
    shown: ({ problem }) => ({ detail: shapeProblem(problem) }),
    message: (facts) =>
      `${capital(facts.detail ?? 'the value is invalid')}. Correct the value. The page docs/answers.md describes the answers file.`,
  },
  'repeated-key': {
    shown: ({ firstLine }) => ({ detail: String(firstLine) }),
    message: (facts) =>
      `The key ${quote(facts.found)} occurs twice, first on line ${facts.detail ?? ''}. Delete one of the two keys.`,
  },
  'conflicting-answers': {
    shown: ({ other, otherFile }) => ({ detail: other, ...(otherFile === undefined ? {} : { expected: [otherFile] }) }),
    message: (facts) =>
      `Two files have different values: ${quote(facts.found)} here, ${quote(facts.detail)} in ${facts.expected?.[0] ?? 'another file'}. Correct or delete one of the values.`,
  },
  'conflicting-selection': {
    shown: ({ other, otherFile }) => ({ detail: other, ...(otherFile === undefined ? {} : { expected: [otherFile] }) }),
    message: (facts) =>
      `Two files name different deployment types in use: ${quote(facts.found)} here, ${quote(facts.detail)} in ${facts.expected?.[0] ?? 'another file'}. Write the same types in both files, or add --selection union to use all types.`,
  },
  'too-many-remarks': {
    shown: ({ count, most }) => ({ found: String(count), expected: [String(most)] }),
    message: (facts) =>
      `The files contain ${facts.found ?? ''} remarks on the model, but a workbook has space for only ${list(facts.expected)}. Delete some remarks in one of the files.`,
  },
  'conflict-undecided': {
    shown: ({ number, count, values }) => ({
      found: values.map(({ value, from }) => `${value} (${from})`).join(', '),
      detail: `${number} of ${count}`,
    }),
    message: (facts) =>
      `Conflict ${facts.detail ?? ''} is undecided: ${facts.found ?? ''}. This tool does not use any of these values. Enter the correct value in this cell.`,
  },
  'conflict-unreadable': {
    shown: ({ count }) => ({ found: counted(count, 'row').join('') }),
    message: (facts) =>
      `Someone changed the sheet Conflicts, so this tool cannot read ${facts.found ?? ''} of the sheet. Merge the parts again.`,
  },
  'merge-other-model': {
    shown: ({ other, otherFile }) => ({ detail: other, ...(otherFile === undefined ? {} : { expected: [otherFile] }) }),
    message: (facts) =>
      `This file contains answers for ${facts.found ?? ''}, but ${facts.expected?.[0] ?? 'another file'} contains answers for ${facts.detail ?? ''}. Merge only files of the same edition. Migrate the older file first with “aismm migrate”.`,
  },
  'merge-other-organization': {
    shown: ({ other, otherFile }) => ({ detail: other, ...(otherFile === undefined ? {} : { expected: [otherFile] }) }),
    message: (facts) =>
      `This file belongs to ${quote(facts.found)}, but ${facts.expected?.[0] ?? 'another file'} belongs to ${quote(facts.detail)}. Omit one of the files, or correct the name on the Profile sheet.`,
  },
  'merge-other-token': {
    shown: ({ otherFile }) => ({ detail: otherFile }),
    message: (facts) =>
      `This file and ${facts.detail ?? ''} were issued as two different workbooks. Nothing was written. Omit one of the files.`,
  },
  'part-alone': {
    message: (facts) =>
      `This workbook is only a part (${quote(facts.found)}), so its results do not cover the whole assessment. Merge all parts with “aismm merge”, and ingest the merged workbook.`,
  },
  'merge-same-file': {
    shown: ({ otherFile }) => ({ detail: otherFile }),
    message: (facts) => `This file is identical to ${facts.detail ?? ''}. This tool uses only one of the two files.`,
  },
  'merge-part-twice': {
    shown: ({ found, otherFile }) => ({ found, detail: otherFile }),
    message: (facts) =>
      `This file and ${facts.detail ?? ''} both contain the part for ${quote(facts.found)}. Answers that differ become conflicts. Omit the older file, or add --prefer newest.`,
  },
  'merge-part-missing': {
    shown: (those) => ({ found: firstOf(those), detail: counted(those.count, 'objective').join('') }),
    message: (facts) =>
      `The files do not contain ${facts.detail ?? ''} of the whole workbook (${facts.found ?? ''}). In the merged workbook, these objectives are unanswered. Merge again, with the missing parts.`,
  },
  'merge-too-many-conflicts': {
    shown: ({ count, most }) => ({ found: String(count), expected: [String(most)] }),
    message: (facts) =>
      `The files differ in ${facts.found ?? ''} values, more than the ${list(facts.expected)} that one workbook can keep. Omit files that contain other answers, or correct answers that differ.`,
  },
  'merge-too-long': {
    shown: ({ files }) => ({ expected: files }),
    message: (facts) =>
      `Together, the texts from ${list(facts.expected)} are too long for one cell. Shorten one of the texts, and merge again.`,
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
      facts.found === undefined
        ? `The file does not name the edition of the AICM. The model refers to ${list(facts.expected)}. Specify one of these editions with --edition.`
        : `The model does not refer to edition ${facts.found} of the AICM, only to ${list(facts.expected)}. Use a questionnaire of one of these editions.`,
  },
  'question-unread': {
    shown: ({ found, question }) => ({ found, detail: question }),
    message: (facts) =>
      `${facts.detail ?? ''}: ${quote(facts.found)} is not Yes, No or NA, and is not used. Choose Yes, No or NA.`,
  },
  'question-needs-owner': {
    shown: ({ question }) => ({ detail: question }),
    message: (facts) =>
      `The answer to ${facts.detail ?? ''} is Yes, but the owner of the control is missing. Enter the owner of the control in this cell.`,
  },
  'question-needs-reason': {
    shown: ({ question }) => ({ detail: question }),
    message: (facts) =>
      `The answer to ${facts.detail ?? ''} is NA, but the reason is missing. Write the reason in this cell.`,
  },
  'answer-proposed': {
    message: (facts) =>
      `To be reviewed: ${facts.found ?? ''} contains answers about the same controls. Read the comment on the answer cell, and choose an answer in the cell. Until then, the objective counts as unanswered.`,
  },
  'answers-for-other-model': {
    shown: ({ other }) => ({ detail: other }),
    message: (facts) =>
      `The answers are for model ${quote(facts.found)}, but --model specifies ${quote(facts.detail)}. Omit --model, or use answers for that model.`,
  },
  'no-succession': {
    shown: ({ found, expected, why }) => ({ found, expected, detail: why }),
    message: ({ found, expected = [], detail }) =>
      detail === 'same'
        ? `The answers are already for ${quote(found)}. No migration is needed. Use the file unchanged.`
        : detail === 'older'
          ? `The answers are for ${quote(found)}, which is later than ${quote(expected[0])}. Answers can be migrated only to a later edition. Specify a later edition with --to.`
          : `There is no complete series of changes.yaml files from ${quote(found)} to ${quote(expected[0])}. Add the missing editions, or specify another edition with --to.`,
  },
  'edition-lost': {
    message: ({ found }) =>
      `The hidden sheet Meta no longer names the edition of the workbook. The edition may be ${quote(found)}. Use an earlier copy of the file, or specify the edition with --model.`,
  },
  'answer-to-review': {
    shown: ({ found, edition }) => ({ found, detail: edition }),
    message: ({ found, detail }) =>
      `To be reviewed: edition ${detail ?? ''} has an old answer for this objective: ${found ?? ''}. Read the comment on the answer cell, and choose an answer. Until then, the objective counts as unanswered.`,
  },
  'answer-dropped': {
    shown: ({ found, edition }) => ({ found, detail: edition }),
    message: ({ found, detail }) =>
      `Objective ${found ?? ''} of edition ${detail ?? ''} no longer exists. This workbook does not contain the answer to it. If you need the answer, keep the old file.`,
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
      `${quote(facts.found)} is not one of ${list(facts.expected)}${didYouMean(facts) || '.'} Nothing was written. Choose from this list, and separate several values with commas.`,
  },
  // The model's content
  'model-syntax': {
    message: (facts) => `The file is not valid YAML: ${facts.detail ?? ''}. Correct the syntax at this place.`,
  },
  'model-shape': {
    shown: ({ problem }) => ({ detail: shapeProblem(problem) }),
    message: (facts) =>
      `${facts.field ? `${facts.field}: ${facts.detail ?? 'the value is invalid'}` : capital(facts.detail ?? 'the value is invalid')}. Correct the value. The README.md of the model explains the files.`,
  },
  'model-content': {
    message: (facts) => `${facts.objective ? `${facts.objective}: ` : ''}${facts.detail ?? ''}`,
  },
  'import-no-table': {
    shown: ({ expected, why }) => ({ expected, detail: why }),
    message: (facts) =>
      facts.detail === 'rows'
        ? `No row below the headings can be read. Give each row an id such as GOV-02.1, a text and a level from 2 to 5.`
        : `No sheet has the headings ${facts.expected?.map(quote).join(' and ') ?? ''} in one of the first 15 rows. Give the columns these headings, and import again.`,
  },
  'import-row-unread': {
    shown: ({ why }) => ({ detail: UNREAD_ROW[why] }),
    message: (facts) => `The row was not imported: ${quote(facts.found)} ${facts.detail ?? ''}`.trimEnd(),
  },
  'import-value-unread': {
    message: (facts) =>
      `${quote(facts.found)} is not a known value, so it was not imported. Correct the cell and import the file again, or edit the files of the model.`,
  },
  'import-assumed': {
    shown: ({ what }) => ({ detail: ASSUMED[what] }),
    message: (facts) => facts.detail ?? '',
  },
  'model-taken': {
    message: (facts) =>
      `${quote(facts.found)} is the name of a built-in edition, but the model in this folder has different content. Give your model another id or version.`,
  },
  'same-label': {
    shown: ({ other }) => ({ detail: other }),
    message: (facts) =>
      `${facts.field ? `${facts.field}: another` : 'Another'} option in this list, ${quote(facts.detail)}, has the same label: ${quote(facts.found)}. Give the two options different labels.`,
  },
  'unusable-label': {
    shown: ({ problem }) => ({
      detail:
        problem.is === 'formula'
          ? 'begins with a character that starts a formula (= + - @)'
          : `is longer than ${problem.longest} characters, the limit for formulas`,
    }),
    message: (facts) =>
      `${facts.field ? `${facts.field}: the` : 'The'} label ${quote(facts.found)} ${facts.detail ?? ''}. Give the option another label.`,
  },
  'repeated-translation': {
    shown: ({ original }) => ({ detail: original }),
    message: (facts) =>
      `${quote(facts.found)} has two translations. The other translation is at ${facts.detail ?? ''}. Delete the wrong translation.`,
  },
  'unknown-translation': {
    message: (facts) =>
      `The model has no text at ${quote(facts.found)}${didYouMean(facts) || '.'} Correct the address, or delete the translation unit.`,
  },
  'outdated-translation': {
    message: (facts) =>
      `${facts.field ?? ''} was translated from ${quote(facts.found)}. The text is now ${quote(facts.expected?.[0])}, and the program shows it without a translation. Write the translation in the field “target”, and copy the new text into the field “source”.`,
  },
  'missing-translations': {
    shown: ({ language, missing, of, addresses }) => ({
      found: language,
      detail: `${missing} of ${of} texts (${addresses.join(', ')}${addresses.length < missing ? ', …' : ''})`,
    }),
    message: (facts) =>
      `The language ${quote(facts.found)} has no translations for ${facts.detail ?? ''}. The program shows these texts in the original language. Add a translation unit for each text.`,
  },
  // Many files at once
  'too-slow': {
    shown: ({ seconds }) => ({ detail: `${seconds} s` }),
    message: (facts) =>
      `Reading the file took longer than ${facts.detail ?? ''}, so the program stopped reading. Ask the sender to save the file again in a spreadsheet program.`,
  },
  'too-much-memory': {
    shown: ({ megabytes }) => ({ detail: `${megabytes} MB` }),
    message: (facts) =>
      `Reading the file needed more memory than ${facts.detail ?? ''}, so the program stopped reading. Ask the sender to save the file again in a spreadsheet program.`,
  },
  'our-fault': {
    message: (facts) =>
      `Internal error while reading the file (${facts.detail ?? ''}). Please report this error. Attach the file if you are allowed to share it.`,
  },
  'store-unusable': {
    shown: ({ reason }) => ({ detail: storeReason(reason) }),
    message: (facts) =>
      `The store cannot be used: ${facts.detail ?? ''}. ${
        isOfDatabase(facts.detail)
          ? 'Check the address, the user, and the password in PGPASSWORD or in the password file.'
          : 'Check the path, the permissions and the free space.'
      }`,
  },
  // Files that wait in a queue
  'ended-while-reading': {
    shown: ({ count }) => ({ detail: String(count) }),
    message: (facts) =>
      `The program ended ${facts.detail ?? ''} times while it read this file, so no program reads the file again. Check the memory of the machine, and ask the sender for the original workbook.`,
  },
  'file-changed': {
    message: () =>
      'The file changed after it was added to the queue. The program reads the file as it is now. If the file changes again later, add it again with “aismm enqueue”.',
  },
  'bucket-unusable': {
    shown: ({ reason }) => ({ detail: bucketReason(reason) }),
    message: (facts) => `The bucket cannot be read: ${facts.detail ?? ''}. Then repeat the command.`,
  },
  'unknown-organization': {
    message: (facts) =>
      `The store has no organization ${quote(facts.found)}${didYouMean(facts) || '.'} Check the name. “aismm organizations” lists all organizations.`,
  },
  'organization-unnamed': {
    message: () =>
      'The organization has no name, so the workbook counts as a separate organization. A later workbook of the same organization cannot replace this workbook. Ask the sender for the name.',
  },
  // Lists of organizations, and workbooks that are issued to them
  'list-unreadable': {
    shown: ({ problem }) => ({ detail: problem }),
    message: (facts) =>
      facts.detail === 'quotes'
        ? 'The list cannot be read: a closing quotation mark is missing. Nothing was written. Add the missing quotation mark, or delete the opening quotation mark.'
        : facts.detail === 'columns'
          ? 'The list has more columns than a spreadsheet can have. Nothing was written. Delete the columns that are not needed.'
          : 'The list is not in UTF-8, so names could be wrong. Nothing was written. Save the list again as “CSV UTF-8”.',
  },
  'list-empty': {
    message: () =>
      'The list has no rows. Nothing was written. Add one row per organization. “aismm issue --template” prints a sample list.',
  },
  'list-missing-column': {
    shown: ({ expected, of = 'issue' }) => ({ expected, detail: of }),
    message: (facts) =>
      `The list has no column ${(facts.expected ?? []).map(quote).join(' and no column ')}. Nothing was written. Add the column, or give an existing column this heading. “aismm ${facts.detail ?? 'issue'} --template” prints a sample list.`,
  },
  'list-repeated-column': {
    shown: ({ original }) => ({ detail: original }),
    message: (facts) =>
      `The columns ${quote(facts.found)} and ${quote(facts.detail)} have the same meaning. Nothing was written. Delete one of the columns.`,
  },
  'list-unknown-column': {
    message: (facts) =>
      `The column ${quote(facts.found)} is not used${didYouMean(facts) || '.'} The program uses these columns: ${list(facts.expected)}.`,
  },
  'list-value': {
    shown: ({ of }) => ({ detail: of }),
    message: (facts) =>
      `Column ${quote(facts.detail)}: ${quote(facts.found)} is not valid${didYouMean(facts) || '.'} Nothing was written. Use one of these values: ${list(facts.expected)}.`,
  },
  'list-formula': {
    shown: ({ of }) => ({ detail: of }),
    message: (facts) =>
      `Column ${quote(facts.detail)}: ${quote(facts.found)} is a formula or a formula error. Nothing was written. Replace it with the value.`,
  },
  'list-missing-name': {
    message: () =>
      'The row does not contain the name of an organization. Nothing was written. Write the name, or delete the row.',
  },
  'list-row-too-long': {
    shown: ({ count }) => ({ detail: String(count) }),
    message: (facts) =>
      `The list has ${facts.detail ?? ''} headings, but this row has more cells. The first extra cell contains ${quote(facts.found)}. Nothing was written. Put quotation marks around texts that contain the separator.`,
  },
  'list-repeated-row': {
    shown: (where) => ('first' in where ? { expected: [where.first] } : { detail: String(where.firstLine) }),
    message: (facts) =>
      facts.expected
        ? `${quote(facts.found)} is already in ${list(facts.expected)}. Nothing was written. Delete one of the two.`
        : `${quote(facts.found)} is already on line ${facts.detail ?? ''}. Nothing was written. Delete one of the rows, or give each row a different unit.`,
  },
  'list-repeated-file': {
    shown: ({ firstLine }) => ({ detail: String(firstLine) }),
    message: (facts) =>
      `The row on line ${facts.detail ?? ''} has the same file name: ${quote(facts.found)}. Nothing was written. Give each row a different file name.`,
  },
  'issued-otherwise': {
    message: (facts) =>
      `A workbook with different content was already issued to ${quote(facts.found)}. Nothing was written. Use another folder, or add --force to issue the workbook again with the same token.`,
  },
  'issued-file-changed': {
    message: (facts) =>
      `${quote(facts.found)} is not the file that was issued. Nothing was written. Move this file to another folder, or add --force to replace the file.`,
  },
  'folder-in-use': {
    message: (facts) =>
      `Another command is writing to this folder. Nothing was written. Wait, and repeat the command. If no other command is running, delete ${quote(facts.found)}.`,
  },
  'manifest-unusable': {
    message: (facts) =>
      `The manifest of the issued workbooks cannot be used: ${facts.detail ?? ''}. Restore the manifest from a backup, or issue the workbooks into another folder.`,
  },
  'key-unusable': {
    shown: ({ is }) => ({ detail: is }),
    message: (facts) =>
      facts.detail === 'missing'
        ? 'The key file for the issued workbooks was not found. Specify the key file with --key, or restore it from a backup.'
        : 'The file does not contain a key for tokens. Specify the correct key file with --key, or restore it from a backup.',
  },
  'token-forged': {
    message: () =>
      'The token of the workbook is invalid, because it was not created with the key of this list. Ask the sender where the workbook comes from.',
  },
  'token-of-other-list': {
    message: () =>
      'The workbook was issued for another list. Check that the workbook is in the correct store, or specify the folder of the other list with --issued.',
  },
  'measured-kept': {
    shown: ({ other }) => ({ detail: other }),
    message: (facts) =>
      `The cell contains ${quote(facts.found)}, but the list of measured values contains ${quote(facts.detail)}. The cell was not changed. Correct the cell, or add --replace.`,
  },
  'returned-for-other': {
    message: (facts) =>
      `The workbook was issued to ${quote(list(facts.expected))}, but it now contains the name ${quote(facts.found)}. Ask the sender which name is correct.`,
  },
} satisfies Messages;
