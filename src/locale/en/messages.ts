/** What is said of each finding in English: the sentence, one paragraph on what it means, and what a person does about it. */
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
  `The workbook shows ${found ? found : 'nothing'} here; computed from its answers it is ${list(expected) || 'blank'}${detail ? ` (the same goes for ${detail} on this sheet)` : ''}.`;
/** How Meta and the sheets differ, up to what the sheets are. */
const CONTRADICTED = {
  model: 'names another model than the sheets, which are of',
  part: 'names another part of the model than the sheets, which ask about',
  language: 'names another language than the sheets, which are in',
  layout: 'names another layout than the sheets, which are of layout',
  itself: 'has two values for one thing: it also says',
} as const;
const firstOf = ({ count, objectives }: Those): string =>
  list([...objectives, ...(count > objectives.length ? ['…'] : [])]);
const didYouMean = (facts: Told): string =>
  facts.suggestion === undefined ? '' : `; did you mean ${quote(facts.suggestion)}?`;

/** The same fault, and three things to do about it. */
function unknownModel({ found, expected, detail }: Told): string {
  if (detail === 'option')
    return `There is no model ${quote(found)} here (here: ${list(expected)}). Choose one of these, or give a folder with one of your own.`;
  if (detail === 'answers')
    return `The answers are for model ${quote(found)}, which is not here (here: ${list(expected)}). Give its folder with --model, or use the version of this tool that has it.`;
  const isAge = detail === 'older' || detail === 'newer';
  return `The workbook was made for model ${quote(found)}, which is ${isAge ? `${detail} than what is here` : 'not here'} (here: ${list(expected)}). Nothing was scored. ${detail === 'newer' ? 'Update this tool' : 'Use the version of this tool that has it'}; if the model is one of your own, add --model FOLDER.`;
}

/** What is no date, and what is one that nothing is asked of. */
function notADate(told: Told): string {
  const { found, detail } = told;
  const rest = 'It counts as blank. Enter a date such as 2026-11-30.';
  if (detail === undefined)
    return `${quote(found)} is not a date that can be understood without guessing${didYouMean(told) || '.'} ${rest}`;
  if (detail === found) return `The day ${detail} lies before the year 2000. ${rest}`;
  return `${quote(found)} is read as the day ${detail}, which lies before the year 2000. ${rest}`;
}

export const messages = {
  // The file as a whole
  'file-not-found': {
    message: (facts) => `There is no file ${quote(facts.found)}. Check the path and the spelling.`,
    meaning: 'The path given on the command line leads to no file that can be opened.',
    remedy: 'Check the path, the spelling and whether you may read the file.',
  },
  'file-unreadable': {
    shown: ({ reason }) => ({ detail: systemReason(reason), suggestion: readable(reason) }),
    message: (facts) => `The file can't be read (${facts.detail ?? ''}). ${facts.suggestion ?? 'Check it.'}`,
    meaning: 'The file exists but the system refused to hand out its bytes.',
    remedy: 'Close other programs that hold it, check permissions, and that the path is a file and not a folder.',
  },
  'file-exists': {
    message: (facts) =>
      `${quote(facts.found)} exists already and was left as it is. Choose another name, or add --force.`,
    meaning: 'A command would have written over a file that exists. Nothing was written.',
    remedy: 'Choose another name, or repeat the command with --force if the file may be replaced.',
  },
  'file-unwritable': {
    shown: ({ reason }) => ({ detail: systemReason(reason) }),
    message: (facts) =>
      `The file can't be written (${facts.detail ?? ''}). Check the folder, its permissions and free space.`,
    meaning: 'The system refused to write. Nothing half-written was left behind.',
    remedy: 'Check that the folder exists, that you may write to it and that the disk has space.',
  },
  'file-empty': {
    message: () => 'The file is empty (0 bytes). Ask for it to be sent again.',
    meaning: 'A file of 0 bytes holds nothing to read; usually an upload or a download was cut off.',
    remedy: 'Ask the sender for the file again.',
  },
  'not-xlsx': {
    shown: ({ kind }) => fileKind(kind),
    message: (facts) =>
      `This is ${facts.found ?? 'not a workbook'}, not an .xlsx workbook. ${facts.suggestion ?? 'Save it as .xlsx and try again.'}`,
    meaning: 'The bytes are another kind of file, whatever the name says.',
    remedy: 'Open it in the program it came from and save it as “Excel Workbook (.xlsx)”.',
  },
  'encrypted-file': {
    message: () =>
      'The workbook is protected by a password to open it. Remove the password in Excel (File, Info, Protect Workbook) and save.',
    meaning: 'The whole file is encrypted, so nothing in it can be read without its password.',
    remedy: 'Open it with the password, remove the password under File, Info, Protect Workbook, save, and try again.',
  },
  'damaged-file': {
    shown: (facts) => ({ detail: fileFault(facts) }),
    message: (facts) =>
      `The workbook is damaged: ${facts.detail ?? ''}. Open it in a spreadsheet program, save it again, or ask for a new copy.`,
    meaning: 'The file began as a workbook but is cut off or altered, so that its parts no longer fit together.',
    remedy: 'Open it in a spreadsheet program and save it again; if that fails, ask the sender for a new copy.',
  },
  'hostile-file': {
    shown: (facts) => ({ detail: fileFault(facts) }),
    message: (facts) =>
      `The file was refused because ${facts.detail ?? ''}. No workbook of ours looks like that; ask the sender for the original.`,
    meaning:
      'The file exceeds a limit that guards this machine (unpacked size, number of parts or cells, nesting), or uses a construction that only attacks use.',
    remedy: 'Ask the sender for the original workbook, saved by a spreadsheet program.',
  },
  'overgrown-file': {
    shown: ({ part, count = 0 }) => ({ found: part ?? '', detail: String(Math.round(count / 2 ** 20)) }),
    message: (facts) =>
      `A sheet (${facts.found ?? ''}) unpacks to ${facts.detail ?? ''} MiB, nearly all of it empty rows. Nothing was read. Delete the empty rows below the table, and save the workbook.`,
    meaning:
      'Rows far below the table were formatted, often down to the last one of the sheet. They hold nothing, and make the file too large to read.',
    remedy: 'Go to the first empty row below the table, press Ctrl+Shift+End, delete these rows, and save.',
  },
  'not-our-workbook': {
    shown: ({ sheets, more, looksLike }) => ({
      found: [...sheets, ...(more > 0 ? ['…'] : [])].join(', '),
      ...(looksLike === undefined ? {} : { suggestion: strangers[looksLike] ?? looksLike }),
    }),
    message: (facts) =>
      `This is not an AISMM workbook${facts.suggestion ? ` but looks like ${facts.suggestion}` : ''}${facts.found ? `: its sheets are ${facts.found}` : ''}. Nothing was scored. Send the workbook that “aismm build” makes.`,
    meaning:
      'It is a readable workbook, but carries none of the marks of ours: no stamp, no key rows, no control objectives.',
    remedy:
      'Check that the right file was sent. Copying answers into a new workbook of ours is the way out if the sheets were rebuilt by hand.',
  },
  'unknown-model': {
    shown: ({ age, askedBy }) => {
      const detail = askedBy ?? age;
      return detail === undefined ? {} : { detail };
    },
    message: unknownModel,
    meaning: 'A workbook, an answers file or the option --model names a model and version that is not here.',
    remedy:
      'Update this tool, or use the one that made the workbook. If the model is one of your own, give its folder with --model.',
  },
  'faulty-model': {
    message: (facts) =>
      `The model ${quote(facts.found)} is here, but its files are faulty, so that nothing can be read or made with it. “aismm model lint --model "${facts.found ?? ''}"” lists the faults.`,
    meaning: 'The files of an edition of the model were changed and are not sound any more.',
    remedy: 'Mend what “aismm model lint” lists, or install the tool anew.',
  },
  'unknown-format': {
    message: (facts) =>
      `The workbook is of format ${quote(facts.found)}; this tool reads ${list(facts.expected)}. Nothing was scored. Update this tool.`,
    meaning: 'The workbook was made by a later version of this tool, which lays it out in another way.',
    remedy: 'Update this tool and try again.',
  },
  'missing-meta': {
    message: (facts) =>
      `The hidden sheet that says which model the workbook was made from is missing; it is read as ${list(facts.expected)}. Fill in a fresh workbook if that is wrong.`,
    meaning:
      'The hidden Meta sheet names model, version and the categories asked about. Without it they are taken from the other sheets.',
    remedy: 'Use an earlier copy of the file if the workbook was made for a part of the model only.',
  },
  'incomplete-meta': {
    shown: ({ missing }) => ({ found: missing.join(', ') }),
    message: (facts) =>
      `The hidden sheet Meta does not say everything that it should (missing: ${facts.found ?? ''}); the workbook is read as ${list(facts.expected)}. Use an earlier copy of the file if that is wrong.`,
    meaning:
      'The hidden Meta sheet names what the workbook was issued as: model, version, language, layout, categories and deployment types. What is missing there was taken from the other sheets, or is the whole model.',
    remedy: 'Use an earlier copy of the file, or copy the answers into a fresh workbook.',
  },
  'contradicting-meta': {
    shown: ({ about }) => ({ detail: CONTRADICTED[about] }),
    message: (facts) =>
      `The hidden sheet Meta ${facts.detail ?? ''} ${quote(list(facts.expected))}. It says ${quote(facts.found)}. Nothing was scored. Use an earlier copy of the file, or copy the answers into a fresh workbook.`,
    meaning:
      'Sheets of two different workbooks were put into one file, or the hidden Meta sheet was changed or doubled. Answers could be counted for objectives they were not meant for.',
    remedy: 'Use an earlier copy of the file, or copy the answers into a fresh workbook.',
  },
  'unclear-edition': {
    message: (facts) =>
      `The workbook does not say which edition of the model it was made from; it may be ${(facts.expected ?? []).join(' or ')}. Nothing was scored. Use an earlier copy of the file, or copy the answers into a fresh workbook.`,
    meaning:
      'The hidden Meta sheet and the marks of the sheets are gone, and the objectives fit more than one edition of the model.',
    remedy:
      'Use an earlier copy of the file, copy the answers into a fresh workbook, or say with --model which edition it is.',
  },
  'unknown-language': {
    message: (facts) =>
      `The workbook was issued in the language ${quote(facts.found)}; this tool reads ${list(facts.expected)}. Nothing was scored. Update this tool.`,
    meaning:
      'Options are read by their words, and this tool does not have the words of the language that the workbook was issued in.',
    remedy: 'Update this tool, or use the one that made the workbook.',
  },
  'missing-sheet': {
    message: (facts) =>
      `The sheet ${quote(facts.expected?.[0])} was not found. Put it back from an earlier copy of the file; what stood on it can’t be read.`,
    meaning: 'A sheet that holds inputs was deleted or changed beyond recognition.',
    remedy: 'Copy the sheet from a fresh workbook, fill it in, or use an earlier copy of the file.',
  },
  'found-by-name': {
    message: (facts) =>
      `The headings of a table on the sheet ${quote(facts.expected?.[0])} are lost; its cells were found by their defined names. Check what was read, or use a fresh workbook.`,
    meaning:
      'Key row and headings of a table were deleted. Spreadsheet programs keep names for its cells, which were used.',
    remedy: 'Compare “aismm answers FILE” with the workbook, or copy the answers into a fresh workbook.',
  },
  'found-by-text': {
    message: (facts) =>
      `${facts.found ? `${quote(facts.found)} is not an id of this model` : 'The id is missing'}; by its words this row was taken for ${list(facts.expected)}. Put the id back.`,
    meaning:
      'A row lost its id, but its words are those of a row that would otherwise be missing. Its answers are used.',
    remedy: 'Put the id given in the message back into the first column.',
  },
  'column-moved': {
    message: (facts) =>
      `The heading ${quote(facts.found)} stands over another column than it was issued with; the heading is followed. Check that the answers below it are meant for it.`,
    meaning: 'The hidden key of a column and its visible heading disagree, as after headings were moved alone.',
    remedy: 'Move the heading back over its column, or move the answers along with it.',
  },
  'duplicate-sheet': {
    shown: ({ original }) => ({ detail: original }),
    message: (facts) =>
      `This sheet is a copy of ${quote(facts.detail)} and holds no answers that are not there, too; it is not used. Delete it.`,
    meaning: 'A sheet with answers was copied inside the workbook. Both say the same, or the copy is blank.',
    remedy: 'Delete the copy, so that nobody fills in the wrong one.',
  },
  'conflicting-copy': {
    shown: ({ original }) => ({ detail: original }),
    message: (facts) =>
      `This sheet is a copy, and says ${quote(facts.found)} where the first one (${facts.detail ?? ''}) says ${quote(facts.expected?.[0])}. The first one is used. Bring them together and delete the copy.`,
    meaning: 'A sheet with answers was copied, and then the copies were filled in differently.',
    remedy: 'Decide which answer is right, enter it in the first sheet, and delete the copy.',
  },
  'merged-cells': {
    message: (facts) =>
      `The cell is merged with others (${facts.found ?? ''}), so that only the first of them holds a value; this one counts as blank. Unmerge the cells and answer each.`,
    meaning: 'Cells for answers were merged. A spreadsheet keeps one value for all of them.',
    remedy: 'Unmerge the cells (Home, Merge & Center) and fill in each of them.',
  },
  'table-continued': {
    shown: ({ rows, original }) => ({ found: String(rows), detail: original }),
    message: (facts) =>
      `${facts.found ?? ''} rows that ${quote(facts.detail)} lacks stand here and were read from here. Put all rows back on one sheet before the workbook is used again.`,
    meaning:
      'The rows of a table were spread over two sheets or blocks. No row is in both, so that all of them could be read.',
    remedy: 'Copy the rows back into the table that they were taken from.',
  },
  'cells-moved': {
    shown: ({ heading }) => ({ detail: heading }),
    message: (facts) =>
      `The cells of the column ${quote(facts.detail)} were moved: they stand at ${facts.found ?? ''}, and their ids stand beside ${list(facts.expected)}. Each answer is read beside its id, and may belong to another one. Undo the move, or copy the answers into a fresh workbook.`,
    meaning:
      'Answers were cut and pasted, or pushed up or down by cells that were put in or deleted. Formulas have followed them, so that the workbook counts them for other objectives than those they stand beside.',
    remedy:
      'Undo the move. Otherwise enter each answer beside its id in a fresh workbook; do not cut, insert or delete cells there.',
  },
  'row-mixed-up': {
    message: (facts) =>
      `The id ${quote(facts.found)} stands beside ${list(facts.expected) ? `the statement of ${list(facts.expected)}` : 'what was issued for another one'}: nobody can tell which of the two was answered. Restore the order, e.g. by undoing a sort of some columns only.`,
    meaning:
      'Ids and statements of the rows have come apart, as after sorting only some of the columns. The answers were read by the ids, and may belong to other objectives.',
    remedy: 'Undo the sort, or copy the answers row by row into a fresh workbook.',
  },
  'duplicate-column': {
    shown: ({ original }) => ({ detail: original }),
    message: (facts) =>
      `A second column ${quote(facts.found)} holds something else than the first, which was read (${facts.detail ?? ''}). Keep one of them.`,
    meaning: 'A column of inputs is there twice, and what stands in the two is not the same.',
    remedy: 'Delete the column that is out of date, and leave the other under the issued heading.',
  },
  'unknown-column': {
    shown: ({ filled }) => ({ detail: String(filled) }),
    message: (facts) =>
      `${facts.found ? `The column ${quote(facts.found)}` : 'A column without a heading'} is not one of this workbook’s: ${facts.detail ?? ''} filled cells in it were not read. If they are answers, copy them into the column they belong in.`,
    meaning:
      'A column was put in beside the issued ones. What stands in it is nobody’s answer as far as the workbook knows.',
    remedy: 'Nothing, if it holds remarks of your own. Otherwise copy its cells into the issued column.',
  },
  'more-of-the-same': {
    shown: ({ more }) => ({ detail: String(more) }),
    message: (facts) =>
      `${facts.detail ?? ''} more findings of the kind ${quote(facts.found)} are left out of this list. Mend the first ones, and check again.`,
    meaning: 'One kind of finding was made so often that listing each would help nobody.',
    remedy: 'Mend what the first ones have in common, and check again.',
  },
  'missing-row': {
    message: (facts) =>
      `The row of ${facts.expected?.[0] ?? ''} is missing; it counts as unanswered. Put the row back from a fresh workbook and answer it.`,
    meaning: 'A row that every workbook of this edition has was deleted, or its id was changed.',
    remedy: 'Put the row with this id back, from a fresh workbook or an earlier copy, and answer it.',
  },
  'missing-column': {
    message: (facts) =>
      `The column ${quote(facts.expected?.[0])} was not found; what stood in it counts as blank. Put the column back from a fresh workbook.`,
    meaning: 'A column for inputs was deleted, or both its hidden key and its heading were changed.',
    remedy: 'Put the column back with its heading, from a fresh workbook or an earlier copy.',
  },
  'unknown-row': {
    message: (facts) =>
      `${quote(facts.found)} is not the id of a row in this model${didYouMean(facts) || '.'} What was filled in there is not used. Correct the id or move the answers.`,
    meaning: 'A row of an answer table has inputs but an id that the model does not know.',
    remedy: 'Correct the id in the first column, or move the answers to the row they belong to.',
  },
  'duplicate-row': {
    shown: ({ original }) => ({ detail: original }),
    message: (facts) =>
      `${facts.found ?? ''} stands here a second time; only the first one (${facts.detail ?? ''}) is used. Delete the row that does not apply.`,
    meaning: 'Two rows carry the same id, so that it is not clear which answers apply.',
    remedy: 'Keep one row for each id.',
  },
  // A cell
  'unknown-option': {
    message: (facts) =>
      `${quote(facts.found)} is not one of ${list(facts.expected)}${didYouMean(facts) || '.'} It counts as blank. Choose from the list.`,
    meaning: 'A cell with a list of options holds a text that is none of them.',
    remedy: 'Choose one of the options from the drop-down list.',
  },
  'answer-unsettled': {
    message: (facts) =>
      `${quote(facts.found)} waits for somebody to settle it${didYouMean(facts) || '.'} It counts as blank. Choose or type what applies, without the question mark, or clear the cell.`,
    meaning:
      'A question mark stands before the answer. An annotated copy puts it there where an answer was read that may belong to another place. No program can tell what is right.',
    remedy: 'Find out what applies, and choose or type it. Clear the cell if nothing does.',
  },
  'ambiguous-option': {
    message: (facts) =>
      `${quote(facts.found)} may mean ${(facts.expected ?? []).map(quote).join(' or ')}. It counts as blank. Choose from the list.`,
    meaning:
      'A cell with a list of options holds a text that people write for more than one of them, or that is short for more than one.',
    remedy: 'Choose the option that is meant from the drop-down list.',
  },
  'synonym-accepted': {
    message: (facts) =>
      `${quote(facts.found)} is taken for ${quote(facts.suggestion)}, here and in the workbook. Choose another from the list if that is wrong: ${list(facts.expected)}.`,
    meaning:
      'A word was typed that is none of the options but has one meaning among them. The formulas of the workbook know it, too, so that sheet and program show the same.',
    remedy: 'Nothing, if that is what was meant. Otherwise choose from the drop-down list.',
  },
  'option-with-reason': {
    shown: ({ reason }) => ({ detail: reason }),
    message: (facts) =>
      `${quote(facts.found)} is taken for ${quote(facts.suggestion)}, here and in the workbook, and ${quote(facts.detail)} for its reason. Choose from the list, and put the reason into Notes.`,
    meaning:
      'The reason why an objective does not apply was typed behind the answer. It counts as the note of the row; a note that is there already stands behind it.',
    remedy: 'Choose the option from the drop-down list, and move the reason to the Notes column.',
  },
  'option-by-prefix': {
    message: (facts) =>
      `${quote(facts.found)} is read as ${quote(facts.suggestion)}, but the workbook itself does not know it. Choose from the list: ${list(facts.expected)}.`,
    meaning:
      'An option was typed with quotes or marks around it, or with a number or a) to d) before it as in the whole column.',
    remedy: 'Choose the option from the drop-down list.',
  },
  'option-respelled': {
    message: (facts) =>
      `${quote(facts.found)} is read as ${quote(facts.suggestion)}, but the workbook itself counts it as blank, since it is spelled otherwise in the list. Choose from the list: ${list(facts.expected)}.`,
    meaning:
      'An option was typed or pasted with other characters than the list has: a no-break space, full-width letters, another dash, or the short code. It is understood, but the formulas of the workbook compare letter by letter.',
    remedy: 'Choose the option from the drop-down list, so that the workbook shows the same figures.',
  },
  'text-too-long': {
    shown: ({ longest }) => ({ detail: String(longest) }),
    message: (facts) =>
      `The text has more than the ${facts.detail ?? ''} characters that a cell can hold (it begins ${quote(facts.found)}). It was not read. Shorten it, and keep the rest elsewhere.`,
    meaning: 'No spreadsheet program can hold a text as long as this; whatever wrote it was no spreadsheet program.',
    remedy: 'Shorten the text.',
  },
  'not-a-number': {
    shown: ({ found, day, range }) => ({
      found: day === undefined ? found : `${day} (a date)`,
      expected: [numberRange(range)],
    }),
    message: (facts) =>
      `${quote(facts.found)} is not a number${didYouMean(facts) || '.'} It counts as blank. Enter ${list(facts.expected) || 'a number'} without a unit.`,
    meaning: 'A cell that takes a number holds something else.',
    remedy: 'Enter digits only; the unit stands in the row already.',
  },
  'number-out-of-range': {
    shown: ({ range }) => ({ expected: [numberRange(range)] }),
    message: (facts) => `${facts.found ?? ''} is not ${list(facts.expected)}. It counts as blank. Correct the number.`,
    meaning: 'A number lies outside what its cell can mean.',
    remedy: 'Enter a number of the kind given in the message.',
  },
  'not-a-date': {
    shown: ({ day }) => (day === undefined ? {} : { detail: day }),
    message: notADate,
    meaning:
      'A cell that takes a date holds something that is no date, could be two different ones, or is a day before the year 2000. A spreadsheet takes a number that is typed alone, such as 2026, for a day of long ago.',
    remedy: 'Enter a date as year-month-day, e.g. 2026-11-30.',
  },
  'date-near-midnight': {
    shown: ({ days }) => ({ expected: [...days] }),
    message: (facts) =>
      `The date carries a time of day within an hour of midnight (${facts.found ?? ''}). It may be ${(facts.expected ?? []).join(' or ')}. It counts as blank. Enter the date without a time.`,
    meaning: 'Programs that convert dates between time zones move midnight by an hour, and so the date by a day.',
    remedy: 'Enter the date that was meant, without a time.',
  },
  'date-with-time': {
    message: (facts) =>
      `The date carries a time of day (${facts.found ?? ''}); only the day ${facts.suggestion ?? ''} is used. Enter a date without time.`,
    meaning: 'Dates here are whole days. The time of day was left out.',
    remedy: 'Enter the date without a time.',
  },
  'number-as-text': {
    message: (facts) =>
      `The number was typed as text (${quote(facts.found)}); it is read as ${facts.suggestion ?? ''}, but the workbook itself does not count it. Type it as a number.`,
    meaning:
      'A spreadsheet tells numbers from texts that look like numbers. This reader understands both, the formulas of the workbook do not.',
    remedy: 'Clear the cell, set its format to a number, and type the number again.',
  },
  'percent-cell': {
    message: (facts) =>
      `The cell shows a percentage (${facts.found ?? ''}); it is read as ${facts.suggestion ?? ''}, but the workbook itself counts the fraction. Type ${facts.suggestion ?? ''} without the % sign.`,
    meaning: 'A cell formatted as a percentage keeps 97% as 0.97. Measured values are asked for as 97.',
    remedy: 'Type the figure without the % sign.',
  },
  'points-in-percent-cell': {
    message: (facts) =>
      `The cell holds ${facts.found ?? ''} in a percent format. It is read as ${facts.found ?? ''}%, as the workbook counts it. Type ${facts.found ?? ''}% if that is meant, else correct it.`,
    meaning:
      'A cell of a share was given a percent format after a number above 1 was typed. Such a number is percent points.',
    remedy: 'Type the figure again with its % sign.',
  },
  'not-a-share': {
    shown: ({ unit }) => ({ detail: measuredUnits[unit] }),
    message: (facts) =>
      `The cell shows a percentage (${facts.found ?? ''}), but the KPI is measured as ${facts.detail ?? ''}. It counts as blank. Set the cell's format to General and type the figure without a % sign.`,
    meaning: 'A percentage was entered for a KPI that is a count or a time. What it would mean is not known.',
    remedy: 'Set the format of the cell to General, and type the figure in the unit of the KPI target.',
  },
  'share-as-points': {
    shown: ({ other }) => ({ detail: other }),
    message: (facts) =>
      `The cell holds ${facts.found ?? ''} without a percent format. It is read as ${facts.suggestion ?? ''}; as ${facts.detail ?? ''} it would count the same. Correct it if ${facts.detail ?? ''} is meant.`,
    meaning:
      'In workbooks of layout 1 a program may keep a typed 97% as 0.97. A number up to 1 then has two readings; here both lead to the same state.',
    remedy: 'Type the figure in percent points: 97 for 97%.',
  },
  'measured-ambiguous': {
    message: (facts) =>
      `The cell holds ${facts.found ?? ''}, which may mean ${(facts.expected ?? []).join(' or ')}, and these count differently. It counts as blank. Type the figure in percent points: 97 for 97%.`,
    meaning:
      'In workbooks of layout 1 a program may keep a typed 97% as 0.97. A number up to 1 then has two readings; here one reaches the target and the other does not.',
    remedy: 'Type the figure in percent points (97 for 97%), or choose an answer from the list.',
  },
  'date-as-text': {
    message: (facts) =>
      `The date was typed as text (${quote(facts.found)}); it is read as ${facts.suggestion ?? ''}, but the workbook itself does not count it. Type it as a date.`,
    meaning:
      'A spreadsheet tells dates from texts that look like dates. This reader understands both, the formulas of the workbook do not.',
    remedy: 'Clear the cell and type the date again as year-month-day.',
  },
  'not-text': {
    message: (facts) =>
      `The cell holds the error ${facts.found ?? ''} where text is expected. It counts as blank. Type the text anew.`,
    meaning: 'A spreadsheet error value stands where a text is expected.',
    remedy: 'Type the text anew.',
  },
  'format-not-shown': {
    shown: ({ format }) => ({ detail: format }),
    message: (facts) =>
      `The cell shows a number by the format ${quote(facts.detail)}, which is not known here. It is read as ${quote(facts.found)}. Type what you see as a text.`,
    meaning:
      'A number stands where a text is expected, and its number format decides what people see. This one can’t be followed.',
    remedy: 'Set the format of the cell to Text, and type what it is to show.',
  },
  'link-refused': {
    message: (facts) =>
      `The text leads to ${quote(facts.found)}, an address of a kind that can do harm. It is kept as text and never written as a link. Link to a page or a file.`,
    meaning:
      'Addresses that begin with https:, http:, mailto: or file: are kept, and relative ones. Others can run something.',
    remedy: 'Put in a link to a page or a file, or remove the link.',
  },
  'link-not-kept': {
    message: (facts) =>
      `The text leads to ${quote(facts.found)}. Only Evidence keeps addresses, so this one is left out. Put it in the Evidence column, or type it as text.`,
    meaning: 'A link was put on a cell whose field keeps the text alone.',
    remedy: 'Move the link to the Evidence column, or type the address as part of the text.',
  },
  'comment-kept': {
    message: (facts) =>
      `The cell has a comment: ${quote(facts.found)}. It is kept beside the answer, and no figure depends on it. Type into the cell what is meant as an answer.`,
    meaning:
      'Somebody has written a comment on a cell for an answer. It is kept with the answers and stands in the annotated copy.',
    remedy: 'Nothing, if it is a remark. Otherwise type the answer into its cell.',
  },
  'answers-elsewhere': {
    shown: ({ comments, colors }) => ({
      detail: [...counted(comments, 'comment'), ...(colors > 1 ? [`cells in ${colors} colors`] : [])].join(' and '),
    }),
    message: (facts) =>
      `Nothing is answered here, but the answer cells have ${facts.detail ?? ''}. These are not read as answers. Choose an option in each cell.`,
    meaning: 'Answers were given as colors or as comments only. What they mean, no program can tell.',
    remedy: 'Choose an option from the drop-down list in each answer cell.',
  },
  'own-sheet': {
    shown: ({ isCut }) => (isCut === true ? { detail: 'rows' } : {}),
    message: (facts) =>
      `The sheet ${quote(facts.found)} was not issued with this workbook.${facts.detail === undefined ? '' : ' It is too long to be looked through for answers.'} An annotated copy does not contain it. Keep this file if you need it.`,
    meaning:
      'Somebody has added a sheet of their own. It is looked through for ids and statements of objectives; what is found beside them is told separately.',
    remedy: 'Nothing, if no answers stand on it. Otherwise move them to the issued sheets.',
  },
  'read-from-own-sheet': {
    shown: ({ original }) => ({ detail: original }),
    message: (facts) =>
      `${quote(facts.found)} stands on a sheet that was not issued. It is read in the place of ${facts.detail ?? ''}, which is blank. Type it there if it is right, and delete it here if it is not.`,
    meaning:
      'Somebody has answered on a sheet of their own, beside the ids of objectives. The cells for these answers are blank, so that nothing contradicts it.',
    remedy: 'Copy the answers into the issued sheet, and delete the other one.',
  },
  'answer-misplaced': {
    shown: ({ original }) => ({ detail: original }),
    message: (facts) =>
      `${quote(facts.found)} stands where no answer is read. ${facts.detail ?? ''} says something else or nothing. Type the answer there, and clear this cell.`,
    meaning:
      'An option of the answers was typed into a cell that is not one for answers. What the score is made of may lack it.',
    remedy: 'Type the answer into the column Answer, and clear the cell or undo the change.',
  },
  'struck-answer': {
    message: (facts) =>
      `${quote(facts.found)} is struck through, and counts all the same. Clear the cell if it does not hold any more. Take off the strikethrough if it does.`,
    meaning: 'Somebody struck through an answer instead of clearing it. What that means, no program can tell.',
    remedy: 'Clear the cell, or take off the strikethrough (Home, Font).',
  },
  'formula-in-input': {
    message: (facts) =>
      `The input cell holds a formula (${facts.found ?? ''}); formulas are not read as answers. It counts as blank. Type the value itself.`,
    meaning:
      "What a formula shows depends on the program that calculated it last, so it can't be relied on as an answer.",
    remedy: 'Replace the formula by its value (copy, then paste values only).',
  },
  'input-not-used': {
    message: (facts) =>
      `${quote(facts.found)} was typed where no answer is expected, and is not used. Move it to the Notes column of the right row.`,
    meaning: 'A cell in or beside an answer table holds something that belongs to no row or column of it.',
    remedy: 'Move the text to the right cell, or delete it.',
  },
  'suggestion-accepted': {
    message: (facts) =>
      `${quote(facts.found)} was not understood; the suggestion ${quote(facts.suggestion)} was put in its place. Correct it if something else was meant.`,
    meaning:
      'Suggestions were accepted for a whole workbook at once. Each answer that stands there only as a suggestion is marked and listed.',
    remedy: 'Nothing, if the suggestion is right. Otherwise choose or type what was meant.',
  },
  // What was changed besides the answers
  'locked-cell-changed': {
    shown: ({ count = 0, others }) =>
      others ? { detail: `${[...counted(count, 'more cell')].join('')} of this sheet (${places(others)})` } : {},
    message: (facts) =>
      `This cell is not one to fill in, and was changed: ${facts.found ? quote(facts.found) : 'nothing'} stands where ${facts.expected?.[0] ? quote(facts.expected[0]) : 'nothing'} was issued${facts.detail ? `. The same goes for ${facts.detail}` : ''}. It changes no score. Use the issued text, or a fresh workbook.`,
    meaning:
      'A statement or formula of the issued workbook was edited after taking off the protection, or something was written into a cell that was issued blank. Scores are computed from the answers alone, so it changes none; but what people read and see in the file is no longer what was issued.',
    remedy: 'Ask whether it was done on purpose, and copy the answers into a fresh workbook.',
  },
  'figure-differs': {
    shown: ({ others }) => (others ? { detail: places(others) } : {}),
    message: (facts) => `${differing(facts)} The computed figure counts. Recalculate the workbook (F9) and save it.`,
    meaning:
      'Figures are kept in the file as they were when it was last calculated. Programs that do not calculate leave them as they were, and somebody can overwrite them. They are never used.',
    remedy: 'Open the workbook in a spreadsheet program, let it recalculate, and save it.',
  },
  'figure-of-other-cells': {
    shown: ({ others }) => (others ? { detail: places(others) } : {}),
    message: (facts) =>
      `${differing(facts)} Formulas of this workbook look at other cells than they were issued for. The computed figure counts. Copy the answers into a fresh workbook.`,
    meaning:
      'Cells were moved, or formulas and names were changed. What the workbook then shows is computed from other cells than the answers that were read. It stays so when the workbook is recalculated.',
    remedy: 'Check that each answer stands beside its id, and copy the answers into a fresh workbook.',
  },
  'sheet-removed': {
    message: (facts) =>
      `The sheet ${quote(facts.expected?.[0])} was removed. It held no answers; scores are not affected. Use a fresh workbook if it is needed.`,
    meaning: 'A sheet that the workbook was issued with is not there any more.',
    remedy: 'Copy the answers into a fresh workbook if the sheet is needed.',
  },
  'part-removed': {
    shown: ({ rows, columns }) => ({
      detail: [...counted(rows, 'row'), ...counted(columns, 'column')].join(' and '),
    }),
    message: (facts) =>
      `${facts.detail ?? ''} of this sheet, issued with ${quote(facts.expected?.[0])}, can't be found any more. No answers stood there; scores are not affected. Use a fresh workbook if it is needed.`,
    meaning: 'Rows or columns that hold no answers were deleted from an issued sheet.',
    remedy: 'Copy the answers into a fresh workbook if what stood there is needed.',
  },
  'locked-key-changed': {
    shown: ({ others }) => (others ? { detail: places(others) } : {}),
    message: (facts) =>
      `This cell says which answers stand beside or below it, and was changed: ${facts.found ? quote(facts.found) : 'nothing'} stands where ${quote(facts.expected?.[0])} was issued${facts.detail ? `; so were ${facts.detail}` : ''}. Answers are read by it. Put the issued text back, or use a fresh workbook.`,
    meaning:
      'Ids, headings and hidden keys tell which answer belongs to which objective. One that is changed, or a column of them that was sorted alone, can give answers to objectives they were not meant for.',
    remedy: 'Put the issued text back, or copy the answers into a fresh workbook.',
  },
  'name-redirected': {
    shown: ({ name }) => ({ detail: name }),
    message: (facts) =>
      `The name ${quote(facts.detail)} leads to ${facts.found ?? ''}; it was issued for ${list(facts.expected)}. Formulas and other programs rely on it. Use a fresh workbook.`,
    meaning:
      'A defined name was pointed at other cells. Formulas that use it, and programs that look figures up by it, then show something else than what was issued. Scores are computed without it.',
    remedy: 'Ask whether it was done on purpose, and copy the answers into a fresh workbook.',
  },
  'own-cells': {
    shown: ({ places: own }) => ({ detail: places(own) }),
    message: (facts) =>
      `Something stands outside of what was issued (${facts.detail ?? ''}). It is the sender's own and was left alone; nothing of it is an answer.`,
    meaning: 'Somebody has written beside or below a table, or into rows and columns of their own.',
    remedy: 'Nothing, unless it was meant as an answer.',
  },
  // What the answers say
  'na-needs-reason': {
    message: () =>
      'Not applicable needs its reason in the Notes column; until then the objective counts as unanswered.',
    meaning: 'An objective is left out of the figures only where somebody has written down why it does not apply.',
    remedy: 'Write the reason into the Notes cell of the row, or choose another answer.',
  },
  'kpi-contradicts-answer': {
    shown: ({ measured, direction, threshold }) => ({
      detail: String(measured),
      expected: [`${directions[direction]} ${threshold}`],
    }),
    message: (facts) =>
      `The answer is ${facts.found ?? ''}, but the measured value ${facts.detail ?? ''} says otherwise (target ${list(facts.expected)}). The answer counts. Correct whichever is wrong.`,
    meaning:
      'The answer and the measured value of a KPI disagree. The answer is what counts. Stores of version 0.1 have this code also where the answer is Met; such answers now have “met-against-measurement”.',
    remedy: 'Correct the answer or the measured value.',
  },
  'met-against-measurement': {
    shown: ({ measured, direction, threshold }) => ({
      detail: String(measured),
      expected: [`${directions[direction]} ${threshold}`],
    }),
    message: (facts) =>
      `The answer is ${facts.found ?? ''}, but the measured value ${facts.detail ?? ''} misses the target (${list(facts.expected)}). The answer counts, so the level may be too high. Correct whichever is wrong.`,
    meaning:
      'An objective is answered as met, and its own measured value says that it is not. The answer counts, as in the workbook, so that figures may be better than what was measured.',
    remedy: 'Correct the answer or the measured value.',
  },
  'nothing-answered': {
    message: () =>
      'Nothing is answered, so this is no assessment and its figures say nothing. Fill it in, or ask for the workbook that was filled in.',
    meaning:
      'No objective has an answer or a measured value that decides. Every category then stands at level 1, which looks like a result and is none. “aismm ingest” sets such a workbook aside; no portfolio counts it.',
    remedy: 'Fill in the workbook, or ask the sender whether another copy of it was meant.',
  },
  'all-the-same': {
    shown: ({ count }) => ({ detail: String(count) }),
    message: (facts) =>
      `All ${facts.detail ?? ''} answers are ${facts.found ?? ''}. Ask whether each objective was looked at.`,
    meaning:
      'Every objective that is answered has the same answer. That can be right, but is more often a column that was filled in at one go.',
    remedy: 'Look at some of the answers with their evidence, and ask the sender how they were found.',
  },
  'met-without-evidence': {
    shown: ({ of, ...those }) => ({ found: firstOf(those), detail: `${those.count} of ${of}` }),
    message: (facts) =>
      `${facts.detail ?? ''} objectives that are met have no evidence (${facts.found ?? ''}). Write down what was looked at.`,
    meaning:
      'Objectives count as met although nothing is named that shows it. Their answers count; nobody else can check them.',
    remedy: 'Fill in the Evidence cell of each row, or answer otherwise.',
  },
  'notes-without-answer': {
    shown: ({ ...those }) => ({ found: firstOf(those), detail: counted(those.count, 'objective').join('') }),
    message: (facts) =>
      `Notes, but no answer, are given for ${facts.detail ?? ''} (${facts.found ?? ''}). Notes are not read as answers. Choose an answer for each.`,
    meaning: 'Somebody has written about objectives without answering them. They count as unanswered.',
    remedy: 'Choose an answer in each of the rows.',
  },
  'assessed-after-date': {
    shown: ({ asOf, ...those }) => ({
      found: firstOf(those),
      expected: [asOf],
      detail: counted(those.count, 'objective').join(''),
    }),
    message: (facts) =>
      `Assessed after the assessment date ${list(facts.expected)}: ${facts.detail ?? ''} (${facts.found ?? ''}). Correct the assessment date or those dates.`,
    meaning:
      'Answers describe the day of the assessment date. What was found out later belongs to a later assessment, or the assessment date was left as it was the last time.',
    remedy:
      'Set the assessment date on the Profile sheet to the day that the answers describe, or correct “Assessed on”.',
  },
  'assessed-in-future': {
    shown: ({ today, ...those }) => ({
      found: firstOf(those),
      expected: [today],
      detail: counted(those.count, 'objective').join(''),
    }),
    message: (facts) =>
      `Assessed on a day after today (${list(facts.expected)}): ${facts.detail ?? ''} (${facts.found ?? ''}). Correct the dates.`,
    meaning: 'Nothing can have been assessed on a day that is yet to come.',
    remedy: 'Correct “Assessed on”; “Valid until” is for days to come.',
  },
  'assessment-date-in-future': {
    shown: ({ found, today }) => ({ found, expected: [today] }),
    message: (facts) =>
      `The assessment date ${facts.found ?? ''} is after today (${list(facts.expected)}). Answers expire by it, and newer assessments are told by it. Correct it.`,
    meaning:
      'Answers whose validity ends before the assessment date count as expired, and of several assessments the latest date counts. A date far ahead does both wrongly.',
    remedy: 'Enter the day that the answers describe on the Profile sheet.',
  },
  'answer-expired': {
    shown: ({ asOf }) => ({ detail: asOf }),
    message: (facts) =>
      `The answer was valid until ${facts.found ?? ''}, before the assessment date ${facts.detail ?? ''}; it counts as expired. Assess the objective again.`,
    meaning: 'An answer whose validity ended before the assessment date no longer counts.',
    remedy: 'Assess the objective again and set a new date, or correct the dates.',
  },
  'blank-selection': {
    message: (facts) => `Whether ${facts.found ?? ''} is in use was left blank; it counts as Yes. Choose Yes or No.`,
    meaning: 'A blank is not read as No, since that would leave objectives out unseen.',
    remedy: 'Choose Yes or No on the Profile sheet.',
  },
  'nothing-selected': {
    message: () =>
      'No deployment type is in use, so nothing applies and there are no figures. Choose Yes for those in use on the Profile sheet.',
    meaning: 'With every deployment type set to No, no objective applies and every figure is “not applicable”.',
    remedy: 'Set the deployment types in use to Yes on the Profile sheet.',
  },
  // ANSWERS.json
  'invalid-json': {
    message: (facts) => `The file is not valid JSON: ${facts.detail ?? ''}. Correct it at this place.`,
    meaning: "The answers file can't be parsed as JSON.",
    remedy: 'Correct the syntax; an editor with JSON support shows the place.',
  },
  'invalid-answers': {
    shown: ({ problem }) => ({ detail: shapeProblem(problem) }),
    message: (facts) =>
      `${facts.detail ?? 'The value is not what is expected'}. Correct it; see the answers file in the README.`,
    meaning: 'The answers file is JSON but not of the shape of ANSWERS.json.',
    remedy: 'Compare with the example in the README and correct the value at the path given.',
  },
  'conflicting-answers': {
    shown: ({ other }) => ({ detail: other }),
    message: (facts) =>
      `Two files say different things: ${quote(facts.found)} here, ${quote(facts.detail)} in another. Correct one of them, or leave it out.`,
    meaning: 'Files that are put together into one workbook disagree on the same field of the same thing.',
    remedy: 'Decide which one is right, and correct or delete the other.',
  },
  'unknown-objective': {
    message: (facts) =>
      `${quote(facts.found)} is not an objective of this model${didYouMean(facts) || '.'} Correct the id.`,
    meaning: 'The answers file names an objective that the model does not have.',
    remedy: 'Correct the id; “aismm model show --json” lists them all.',
  },
  'unknown-category': {
    message: (facts) =>
      `${quote(facts.found)} is not a category (${list(facts.expected)})${didYouMean(facts) || '.'} Correct the code.`,
    meaning: "A category code is not one of the model's.",
    remedy: 'Use one of the codes listed in the message.',
  },
  // The options of a command
  'unknown-choice': {
    message: (facts) =>
      `${quote(facts.found)} is not one of ${list(facts.expected)}${didYouMean(facts) || '.'} Nothing was made. Choose from these, by commas.`,
    meaning: 'An option of a command takes some of a list, and was given something else.',
    remedy: 'Choose from the list in the message; several are separated by commas.',
  },
  // The model's content
  'model-syntax': {
    message: (facts) => `The file is not valid YAML: ${facts.detail ?? ''}. Correct the syntax here.`,
    meaning: "A file of the model can't be parsed as YAML 1.2.",
    remedy: 'Correct indentation, quotes or colons at the line given.',
  },
  'model-shape': {
    shown: ({ problem }) => ({ detail: shapeProblem(problem) }),
    message: (facts) =>
      `${facts.field ? `${facts.field}: ` : ''}${facts.detail ?? 'not what is expected'}. Correct it; model/README.md shows the shape.`,
    meaning: 'A file of the model is valid YAML but lacks a field, has one too many or one of the wrong kind.',
    remedy: 'Compare with the shape in model/README.md and correct the line given.',
  },
  'model-content': {
    message: (facts) => `${facts.objective ? `${facts.objective}: ` : ''}${facts.detail ?? ''}`,
    meaning: 'A rule about the content of the model is broken, e.g. a mapping to a control that does not exist.',
    remedy: 'The message says what to change. model/README.md explains how content is judged.',
  },
  'model-taken': {
    message: (facts) =>
      `${quote(facts.found)} is an edition that comes with this tool, and what is in this folder is another. Give the model an id or a version of its own.`,
    meaning:
      'A model of your own has the id and version of a built-in one, but other content. Workbooks say by id and version what they were made from, so answers to one would be counted as answers to the other.',
    remedy: 'Change id or version in model.yaml of your folder.',
  },
  'same-label': {
    shown: ({ other }) => ({ detail: other }),
    message: (facts) =>
      `${facts.field ? `${facts.field}: ` : ''}${quote(facts.found)} is what the option ${quote(facts.detail)} of the same list is called, too. Give them different names.`,
    meaning:
      'Answers are read by the labels of the options. Two options with one label, or one with the id of another as its label, can’t be told apart.',
    remedy: 'Give each option of the list its own label, also in each language.',
  },
  'unusable-label': {
    shown: ({ problem }) => ({
      detail:
        problem.is === 'formula'
          ? 'begins as formulas do (= + - @)'
          : `has more than ${problem.longest} characters, which formulas can’t compare`,
    }),
    message: (facts) =>
      `${facts.field ? `${facts.field}: ` : ''}the label ${quote(facts.found)} ${facts.detail ?? ''}. Name the option otherwise.`,
    meaning:
      'People choose or type the label of an option. A spreadsheet takes what begins with = + - or @ for a formula, and formulas compare texts of up to 255 characters only.',
    remedy: 'Give the option another label, also in each language.',
  },
  'repeated-translation': {
    shown: ({ original }) => ({ detail: original }),
    message: (facts) => `${quote(facts.found)} is translated already (${facts.detail ?? ''}). Delete one of the two.`,
    meaning: 'Two units of one language have the same address, so that nobody knows which of them is meant.',
    remedy: 'Delete one of the units.',
  },
  'unknown-translation': {
    message: (facts) =>
      `The model has no text at ${quote(facts.found)}${didYouMean(facts) || '.'} Correct the address, or delete the unit.`,
    meaning: 'A translation is of a text that the model does not have, or not any more. It is shown nowhere.',
    remedy: 'Correct the address; model/README.md says how addresses are made.',
  },
  'outdated-translation': {
    message: (facts) =>
      `${facts.field ?? ''} was translated from ${quote(facts.found)}; the text is ${quote(facts.expected?.[0])} now and is shown untranslated. Translate it anew, and put the new text into source.`,
    meaning:
      'A text of the model was changed after it was translated. Until the translation is made anew, the text is shown in the language in which it was written.',
    remedy: 'Look at what has changed, correct the target, and copy the text into source.',
  },
  'missing-translations': {
    shown: ({ language, missing, of, addresses }) => ({
      found: language,
      detail: `${missing} of ${of} texts (${addresses.join(', ')}${addresses.length < missing ? ', …' : ''})`,
    }),
    message: (facts) =>
      `${quote(facts.found)} lacks ${facts.detail ?? ''}. They are shown in the language in which they were written. Add a unit for each.`,
    meaning: 'A language that has a folder of its own is not translated completely.',
    remedy: 'Add a unit for each text that lacks one, and write the targets that are blank.',
  },
  // Many files at once
  'too-slow': {
    shown: ({ seconds }) => ({ detail: `${seconds} s` }),
    message: (facts) =>
      `Reading the file took longer than ${facts.detail ?? ''} and was stopped. Ask for it to be saved again by a spreadsheet program.`,
    meaning: 'One file of many took so long that it was given up, so that the others could go on.',
    remedy:
      'Ask the sender for the original workbook, or repeat the command for this file alone with a longer --time-limit.',
  },
  'too-much-memory': {
    shown: ({ megabytes }) => ({ detail: `${megabytes} MB` }),
    message: (facts) =>
      `Reading the file took more memory than ${facts.detail ?? ''} and was stopped. Ask for it to be saved again by a spreadsheet program.`,
    meaning: 'One file of many would have taken so much memory that the others could not go on.',
    remedy: 'Ask the sender for the original workbook.',
  },
  'our-fault': {
    message: (facts) =>
      `Reading the file failed by a fault of ours (${facts.detail ?? ''}). Please report it, with the file if you may.`,
    meaning: 'The program itself failed on this file. The others were not affected.',
    remedy: 'Report it to the makers of this tool.',
  },
  'store-unusable': {
    shown: ({ reason }) => ({ detail: storeReason(reason) }),
    message: (facts) =>
      `The store can't be used: ${facts.detail ?? ''}. Check the path, its permissions and free space.`,
    meaning: 'The SQLite file is missing, read-only, locked, full, damaged, or was not made by this tool.',
    remedy:
      'Give another path, free space, or wait until the other program has finished; then repeat the command, which goes on where it stopped. Replace a damaged store by a copy, or take the workbooks in anew.',
  },
  'unknown-organization': {
    message: (facts) =>
      `The store has no organization ${quote(facts.found)}${didYouMean(facts) || '.'} Check the name.`,
    meaning: 'No accepted workbook in the store is of an organization with this name.',
    remedy: 'Check the spelling; “aismm export” lists all of them.',
  },
  'organization-unnamed': {
    message: () =>
      'The organization has no name, so the workbook counts as one of its own and no later one can replace it. Ask the sender for the name.',
    meaning:
      'Among many workbooks, name and unit say which ones belong together. Without a name nobody can tell, so each is kept for itself.',
    remedy: 'Have the name filled in on the Profile sheet, and leave out the workbook without it.',
  },
} satisfies Messages;
