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

/** Why a row of somebody else's spreadsheet is no objective, and what to do. */
const UNREAD_ROW = {
  id: 'is no id. Write one such as GOV-02.1.',
  text: 'has no text. Write the control objective in its row.',
  level: 'says no level from 2 to 5. Add a column “Level” and write the level in it.',
  twice: 'is the id of a row above as well. Give each row its own id.',
} as const;

/** What an import has taken for granted, and how to check it. */
const ASSUMED = {
  level:
    'The number in the ids is taken for the level, since there is no column “Level”. Add that column if it is not.',
  'aicm-edition':
    'AICM ids are taken for those of AICM 1.1. Other editions use some of the same ids for other controls, so check them.',
  edition: 'The spreadsheet does not say its version, so the model has 1.0. Give another one with --edition.',
} as const;

export const messages = {
  // The file as a whole
  'file-not-found': {
    message: (facts) => `There is no file ${quote(facts.found)}. Check the path and the spelling.`,
  },
  'file-unreadable': {
    shown: ({ reason }) => ({ detail: systemReason(reason), suggestion: readable(reason) }),
    message: (facts) => `The file can't be read (${facts.detail ?? ''}). ${facts.suggestion ?? 'Check it.'}`,
  },
  'folder-exists': {
    message: (facts) =>
      `${quote(facts.found)} exists already and was left as it is. Choose another name for the folder.`,
  },
  'file-exists': {
    message: (facts) =>
      `${quote(facts.found)} exists already and was left as it is. Choose another name, or add --force.`,
  },
  'file-unwritable': {
    shown: ({ reason }) => ({ detail: systemReason(reason) }),
    message: (facts) =>
      `The file can't be written (${facts.detail ?? ''}). Check the folder, its permissions and free space.`,
  },
  'file-empty': {
    message: () => 'The file is empty (0 bytes). Ask for it to be sent again.',
  },
  'not-xlsx': {
    shown: ({ kind }) => fileKind(kind),
    message: (facts) =>
      `This is ${facts.found ?? 'not a workbook'}, not an .xlsx workbook. ${facts.suggestion ?? 'Save it as .xlsx and try again.'}`,
  },
  'encrypted-file': {
    message: () =>
      'The workbook is protected by a password to open it. Remove the password in Excel (File, Info, Protect Workbook) and save.',
  },
  'damaged-file': {
    shown: (facts) => ({ detail: fileFault(facts) }),
    message: (facts) =>
      `The workbook is damaged: ${facts.detail ?? ''}. Open it in a spreadsheet program, save it again, or ask for a new copy.`,
  },
  'hostile-file': {
    shown: (facts) => ({ detail: fileFault(facts) }),
    message: (facts) =>
      `The file was refused because ${facts.detail ?? ''}. No workbook of ours looks like that; ask the sender for the original.`,
  },
  'overgrown-file': {
    shown: ({ part, count = 0 }) => ({ found: part ?? '', detail: String(Math.round(count / 2 ** 20)) }),
    message: (facts) =>
      `A sheet (${facts.found ?? ''}) unpacks to ${facts.detail ?? ''} MiB, nearly all of it empty rows. Nothing was read. Delete the empty rows below the table, and save the workbook.`,
  },
  'not-our-workbook': {
    shown: ({ sheets, more, looksLike }) => ({
      found: [...sheets, ...(more > 0 ? ['…'] : [])].join(', '),
      ...(looksLike === undefined ? {} : { suggestion: strangers[looksLike] ?? looksLike }),
    }),
    message: (facts) =>
      `This is not an AISMM workbook${facts.suggestion ? ` but looks like ${facts.suggestion}` : ''}${facts.found ? `: its sheets are ${facts.found}` : ''}. Nothing was scored. Send the workbook that “aismm build” makes.`,
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
      `The model ${quote(facts.found)} is here, but its files are faulty, so that nothing can be read or made with it. “aismm model lint --model "${facts.found ?? ''}"” lists the faults.`,
  },
  'other-model': {
    message: (facts) =>
      `The workbook was issued with ${facts.found ?? ''} and is read with it, not with ${list(facts.expected)}. Leave out --model, or ask for a workbook of ${list(facts.expected)}.`,
  },
  'unknown-format': {
    message: (facts) =>
      `The workbook is of format ${quote(facts.found)}; this tool reads ${list(facts.expected)}. Nothing was scored. Update this tool.`,
  },
  'missing-meta': {
    message: (facts) =>
      `The hidden sheet that says which model the workbook was made from is missing; it is read as ${list(facts.expected)}. Fill in a fresh workbook if that is wrong.`,
  },
  'incomplete-meta': {
    shown: ({ missing }) => ({ found: missing.join(', ') }),
    message: (facts) =>
      `The hidden sheet Meta does not say everything that it should (missing: ${facts.found ?? ''}); the workbook is read as ${list(facts.expected)}. Use an earlier copy of the file if that is wrong.`,
  },
  'contradicting-meta': {
    shown: ({ about }) => ({ detail: CONTRADICTED[about] }),
    message: (facts) =>
      `The hidden sheet Meta ${facts.detail ?? ''} ${quote(list(facts.expected))}. It says ${quote(facts.found)}. Nothing was scored. Use an earlier copy of the file, or copy the answers into a fresh workbook.`,
  },
  'unclear-edition': {
    message: (facts) =>
      `The workbook does not say which edition of the model it was made from; it may be ${(facts.expected ?? []).join(' or ')}. Nothing was scored. Use an earlier copy of the file, or copy the answers into a fresh workbook.`,
  },
  'unknown-language': {
    message: (facts) =>
      `The workbook was issued in the language ${quote(facts.found)}; this tool reads ${list(facts.expected)}. Nothing was scored. Update this tool.`,
  },
  'missing-sheet': {
    message: (facts) =>
      `The sheet ${quote(facts.expected?.[0])} was not found. Put it back from an earlier copy of the file; what stood on it can’t be read.`,
  },
  'found-by-name': {
    message: (facts) =>
      `The headings of a table on the sheet ${quote(facts.expected?.[0])} are lost; its cells were found by their defined names. Check what was read, or use a fresh workbook.`,
  },
  'found-by-text': {
    message: (facts) =>
      `${facts.found ? `${quote(facts.found)} is not an id of this model` : 'The id is missing'}; by its words this row was taken for ${list(facts.expected)}. Put the id back.`,
  },
  'column-moved': {
    message: (facts) =>
      `The heading ${quote(facts.found)} stands over another column than it was issued with; the heading is followed. Check that the answers below it are meant for it.`,
  },
  'duplicate-sheet': {
    shown: ({ original }) => ({ detail: original }),
    message: (facts) =>
      `This sheet is a copy of ${quote(facts.detail)} and holds no answers that are not there, too; it is not used. Delete it.`,
  },
  'conflicting-copy': {
    shown: ({ original }) => ({ detail: original }),
    message: (facts) =>
      `This sheet is a copy, and says ${quote(facts.found)} where the first one (${facts.detail ?? ''}) says ${quote(facts.expected?.[0])}. The first one is used. Bring them together and delete the copy.`,
  },
  'merged-cells': {
    message: (facts) =>
      `The cell is merged with others (${facts.found ?? ''}), so that only the first of them holds a value; this one counts as blank. Unmerge the cells and answer each.`,
  },
  'table-continued': {
    shown: ({ rows, original }) => ({ found: String(rows), detail: original }),
    message: (facts) =>
      `${facts.found ?? ''} rows that ${quote(facts.detail)} lacks stand here and were read from here. Put all rows back on one sheet before the workbook is used again.`,
  },
  'cells-moved': {
    shown: ({ heading }) => ({ detail: heading }),
    message: (facts) =>
      `The cells of the column ${quote(facts.detail)} were moved: they stand at ${facts.found ?? ''}, and their ids stand beside ${list(facts.expected)}. Each answer is read beside its id, and may belong to another one. Undo the move, or copy the answers into a fresh workbook.`,
  },
  'row-mixed-up': {
    message: (facts) =>
      `The id ${quote(facts.found)} stands beside ${list(facts.expected) ? `the statement of ${list(facts.expected)}` : 'what was issued for another one'}: nobody can tell which of the two was answered. Restore the order, e.g. by undoing a sort of some columns only.`,
  },
  'duplicate-column': {
    shown: ({ original }) => ({ detail: original }),
    message: (facts) =>
      `A second column ${quote(facts.found)} holds something else than the first, which was read (${facts.detail ?? ''}). Keep one of them.`,
  },
  'unknown-column': {
    shown: ({ filled }) => ({ detail: String(filled) }),
    message: (facts) =>
      `${facts.found ? `The column ${quote(facts.found)}` : 'A column without a heading'} is not one of this workbook’s: ${facts.detail ?? ''} filled cells in it were not read. If they are answers, copy them into the column they belong in.`,
  },
  'more-of-the-same': {
    shown: ({ more }) => ({ detail: String(more) }),
    message: (facts) =>
      `${facts.detail ?? ''} more findings of the kind ${quote(facts.found)} are left out of this list. Mend the first ones, and check again.`,
  },
  'more-findings': {
    shown: ({ more }) => ({ detail: String(more) }),
    message: (facts) =>
      `${facts.detail ?? ''} more findings are left out, since the list would be too long for anybody to read. Mend the ones listed, errors first, and check again.`,
  },
  'missing-row': {
    message: (facts) =>
      `The row of ${facts.expected?.[0] ?? ''} is missing; it counts as unanswered. Put the row back from a fresh workbook and answer it.`,
  },
  'missing-column': {
    message: (facts) =>
      `The column ${quote(facts.expected?.[0])} was not found; what stood in it counts as blank. Put the column back from a fresh workbook.`,
  },
  'unknown-row': {
    message: (facts) =>
      `${quote(facts.found)} is not the id of a row in this model${didYouMean(facts) || '.'} What was filled in there is not used. Correct the id or move the answers.`,
  },
  'duplicate-row': {
    shown: ({ original }) => ({ detail: original }),
    message: (facts) =>
      `${facts.found ?? ''} stands here a second time; only the first one (${facts.detail ?? ''}) is used. Delete the row that does not apply.`,
  },
  // A cell
  'unknown-option': {
    message: (facts) =>
      `${quote(facts.found)} is not one of ${list(facts.expected)}${didYouMean(facts) || '.'} It counts as blank. Choose from the list.`,
  },
  'answer-unsettled': {
    message: (facts) =>
      `${quote(facts.found)} waits for somebody to settle it${didYouMean(facts) || '.'} It counts as blank. Choose or type what applies, without the question mark, or clear the cell.`,
  },
  'ambiguous-option': {
    message: (facts) =>
      `${quote(facts.found)} may mean ${(facts.expected ?? []).map(quote).join(' or ')}. It counts as blank. Choose from the list.`,
  },
  'synonym-accepted': {
    message: (facts) =>
      `${quote(facts.found)} is taken for ${quote(facts.suggestion)}, here and in the workbook. Choose another from the list if that is wrong: ${list(facts.expected)}.`,
  },
  'option-with-reason': {
    shown: ({ reason }) => ({ detail: reason }),
    message: (facts) =>
      `${quote(facts.found)} is taken for ${quote(facts.suggestion)}, here and in the workbook, and ${quote(facts.detail)} for its reason. Choose from the list, and put the reason into Notes.`,
  },
  'option-by-prefix': {
    message: (facts) =>
      `${quote(facts.found)} is read as ${quote(facts.suggestion)}, but the workbook itself does not know it. Choose from the list: ${list(facts.expected)}.`,
  },
  'option-respelled': {
    message: (facts) =>
      `${quote(facts.found)} is read as ${quote(facts.suggestion)}, but the workbook itself counts it as blank, since it is spelled otherwise in the list. Choose from the list: ${list(facts.expected)}.`,
  },
  'text-too-long': {
    shown: ({ longest }) => ({ detail: String(longest) }),
    message: (facts) =>
      `The text has more than the ${facts.detail ?? ''} characters that a cell can hold (it begins ${quote(facts.found)}). It was not read. Shorten it, and keep the rest elsewhere.`,
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
      `The date carries a time of day within an hour of midnight (${facts.found ?? ''}). It may be ${(facts.expected ?? []).join(' or ')}. It counts as blank. Enter the date without a time.`,
  },
  'date-with-time': {
    message: (facts) =>
      `The date carries a time of day (${facts.found ?? ''}); only the day ${facts.suggestion ?? ''} is used. Enter a date without time.`,
  },
  'number-as-text': {
    message: (facts) =>
      `The number was typed as text (${quote(facts.found)}); it is read as ${facts.suggestion ?? ''}, but the workbook itself does not count it. Type it as a number.`,
  },
  'percent-cell': {
    message: (facts) =>
      `The cell shows a percentage (${facts.found ?? ''}); it is read as ${facts.suggestion ?? ''}, but the workbook itself counts the fraction. Type ${facts.suggestion ?? ''} without the % sign.`,
  },
  'points-in-percent-cell': {
    message: (facts) =>
      `The cell holds ${facts.found ?? ''} in a percent format. It is read as ${facts.found ?? ''}%, as the workbook counts it. Type ${facts.found ?? ''}% if that is meant, else correct it.`,
  },
  'not-a-share': {
    shown: ({ unit }) => ({ detail: measuredUnits[unit] }),
    message: (facts) =>
      `The cell shows a percentage (${facts.found ?? ''}), but the KPI is measured as ${facts.detail ?? ''}. It counts as blank. Set the cell's format to General and type the figure without a % sign.`,
  },
  'share-as-points': {
    shown: ({ other }) => ({ detail: other }),
    message: (facts) =>
      `The cell holds ${facts.found ?? ''} without a percent format. It is read as ${facts.suggestion ?? ''}; as ${facts.detail ?? ''} it would count the same. Correct it if ${facts.detail ?? ''} is meant.`,
  },
  'measured-ambiguous': {
    message: (facts) =>
      `The cell holds ${facts.found ?? ''}, which may mean ${(facts.expected ?? []).join(' or ')}, and these count differently. It counts as blank. Type the figure in percent points: 97 for 97%.`,
  },
  'date-as-text': {
    message: (facts) =>
      `The date was typed as text (${quote(facts.found)}); it is read as ${facts.suggestion ?? ''}, but the workbook itself does not count it. Type it as a date.`,
  },
  'not-text': {
    message: (facts) =>
      `The cell holds the error ${facts.found ?? ''} where text is expected. It counts as blank. Type the text anew.`,
  },
  'format-not-shown': {
    shown: ({ format }) => ({ detail: format }),
    message: (facts) =>
      `The cell shows a number by the format ${quote(facts.detail)}, which is not known here. It is read as ${quote(facts.found)}. Type what you see as a text.`,
  },
  'link-refused': {
    message: (facts) =>
      `The text leads to ${quote(facts.found)}, an address of a kind that can do harm. It is kept as text and never written as a link. Link to a page or a file.`,
  },
  'link-not-kept': {
    message: (facts) =>
      `The text leads to ${quote(facts.found)}. Only Evidence keeps addresses, so this one is left out. Put it in the Evidence column, or type it as text.`,
  },
  'comment-kept': {
    message: (facts) =>
      `The cell has a comment: ${quote(facts.found)}. It is kept beside the answer, and no figure depends on it. Type into the cell what is meant as an answer.`,
  },
  'comment-not-kept': {
    shown: ({ found, places: commented }) => ({ found, detail: places(commented) }),
    message: (facts) =>
      `Comments stand on cells that are not for answers (${facts.detail ?? ''}), the first: ${quote(facts.found)}. They are not kept. Move what matters to Notes.`,
  },
  'answers-elsewhere': {
    shown: ({ comments, colors }) => ({
      detail: [...counted(comments, 'comment'), ...(colors > 1 ? [`cells in ${colors} colors`] : [])].join(' and '),
    }),
    message: (facts) =>
      `Nothing is answered here, but the answer cells have ${facts.detail ?? ''}. These are not read as answers. Choose an option in each cell.`,
  },
  'own-sheet': {
    shown: ({ isCut }) => (isCut === true ? { detail: 'rows' } : {}),
    message: (facts) =>
      `The sheet ${quote(facts.found)} was not issued with this workbook.${facts.detail === undefined ? '' : ' It is too long to be looked through for answers.'} An annotated copy does not contain it. Keep this file if you need it.`,
  },
  'read-from-own-sheet': {
    shown: ({ original }) => ({ detail: original }),
    message: (facts) =>
      `${quote(facts.found)} stands on a sheet that was not issued. It is read in the place of ${facts.detail ?? ''}, which is blank. Type it there if it is right, and delete it here if it is not.`,
  },
  'answer-misplaced': {
    shown: ({ original }) => ({ detail: original }),
    message: (facts) =>
      `${quote(facts.found)} stands where no answer is read. ${facts.detail ?? ''} says something else or nothing. Type the answer there, and clear this cell.`,
  },
  'struck-answer': {
    message: (facts) =>
      `${quote(facts.found)} is struck through, and counts all the same. Clear the cell if it does not hold any more. Take off the strikethrough if it does.`,
  },
  'formula-in-input': {
    message: (facts) =>
      `The input cell holds a formula (${facts.found ?? ''}); formulas are not read as answers. It counts as blank. Type the value itself.`,
  },
  'input-not-used': {
    message: (facts) =>
      `${quote(facts.found)} was typed where no answer is expected, and is not used. Move it to the Notes column of the right row.`,
  },
  'suggestion-accepted': {
    message: (facts) =>
      `${quote(facts.found)} was not understood; the suggestion ${quote(facts.suggestion)} was put in its place. Correct it if something else was meant.`,
  },
  // What was changed besides the answers
  'locked-cell-changed': {
    shown: ({ count = 0, others }) =>
      others ? { detail: `${[...counted(count, 'more cell')].join('')} of this sheet (${places(others)})` } : {},
    message: (facts) =>
      `This cell is not one to fill in, and was changed: ${facts.found ? quote(facts.found) : 'nothing'} stands where ${facts.expected?.[0] ? quote(facts.expected[0]) : 'nothing'} was issued${facts.detail ? `. The same goes for ${facts.detail}` : ''}. It changes no score. Use the issued text, or a fresh workbook.`,
  },
  'figure-differs': {
    shown: ({ others }) => (others ? { detail: places(others) } : {}),
    message: (facts) => `${differing(facts)} The computed figure counts. Recalculate the workbook (F9) and save it.`,
  },
  'figure-of-other-cells': {
    shown: ({ others }) => (others ? { detail: places(others) } : {}),
    message: (facts) =>
      `${differing(facts)} Formulas of this workbook look at other cells than they were issued for. The computed figure counts. Copy the answers into a fresh workbook.`,
  },
  'sheet-removed': {
    message: (facts) =>
      `The sheet ${quote(facts.expected?.[0])} was removed. It held no answers; scores are not affected. Use a fresh workbook if it is needed.`,
  },
  'part-removed': {
    shown: ({ rows, columns }) => ({
      detail: [...counted(rows, 'row'), ...counted(columns, 'column')].join(' and '),
    }),
    message: (facts) =>
      `${facts.detail ?? ''} of this sheet, issued with ${quote(facts.expected?.[0])}, can't be found any more. No answers stood there; scores are not affected. Use a fresh workbook if it is needed.`,
  },
  'locked-key-changed': {
    shown: ({ others }) => (others ? { detail: places(others) } : {}),
    message: (facts) =>
      `This cell says which answers stand beside or below it, and was changed: ${facts.found ? quote(facts.found) : 'nothing'} stands where ${quote(facts.expected?.[0])} was issued${facts.detail ? `; so were ${facts.detail}` : ''}. Answers are read by it. Put the issued text back, or use a fresh workbook.`,
  },
  'name-redirected': {
    shown: ({ name }) => ({ detail: name }),
    message: (facts) =>
      `The name ${quote(facts.detail)} leads to ${facts.found ?? ''}; it was issued for ${list(facts.expected)}. Formulas and other programs rely on it. Use a fresh workbook.`,
  },
  'name-broken': {
    shown: ({ names }) => ({ detail: names.join(', ') }),
    message: (facts) =>
      `Cells that the workbook's own formulas need are gone (#REF! in ${facts.detail ?? ''}). What it shows may be an error or a wrong figure. Take the figures computed here, and copy the answers into a fresh workbook.`,
  },
  'own-cells': {
    shown: ({ places: own }) => ({ detail: places(own) }),
    message: (facts) =>
      `Something stands outside of what was issued (${facts.detail ?? ''}). It is the sender's own and was left alone; nothing of it is an answer.`,
  },
  // What the answers say
  'na-needs-reason': {
    message: () =>
      'Not applicable needs its reason in the Notes column; until then the objective counts as unanswered.',
  },
  'kpi-contradicts-answer': {
    shown: ({ measured, direction, threshold }) => ({
      detail: String(measured),
      expected: [`${directions[direction]} ${threshold}`],
    }),
    message: (facts) =>
      `The answer is ${facts.found ?? ''}, but the measured value ${facts.detail ?? ''} says otherwise (target ${list(facts.expected)}). The answer counts. Correct whichever is wrong.`,
  },
  'met-against-measurement': {
    shown: ({ measured, direction, threshold }) => ({
      detail: String(measured),
      expected: [`${directions[direction]} ${threshold}`],
    }),
    message: (facts) =>
      `The answer is ${facts.found ?? ''}, but the measured value ${facts.detail ?? ''} misses the target (${list(facts.expected)}). The answer counts, so the level may be too high. Correct whichever is wrong.`,
  },
  'nothing-answered': {
    message: () =>
      'Nothing is answered, so this is no assessment and its figures say nothing. Fill it in, or ask for the workbook that was filled in.',
  },
  'all-the-same': {
    shown: ({ count }) => ({ detail: String(count) }),
    message: (facts) =>
      `All ${facts.detail ?? ''} answers are ${facts.found ?? ''}. Ask whether each objective was looked at.`,
  },
  'met-without-evidence': {
    shown: ({ of, ...those }) => ({ found: firstOf(those), detail: `${those.count} of ${of}` }),
    message: (facts) =>
      `${facts.detail ?? ''} objectives that are met have no evidence (${facts.found ?? ''}). Write down what was looked at.`,
  },
  'reason-says-nothing': {
    shown: (those) => ({ found: firstOf(those), detail: counted(those.count, 'objective').join('') }),
    message: (facts) =>
      `The reason for Not applicable says nothing for ${facts.detail ?? ''} (${facts.found ?? ''}). They are left out of the score. Write why each cannot apply.`,
  },
  'notes-without-answer': {
    shown: ({ ...those }) => ({ found: firstOf(those), detail: counted(those.count, 'objective').join('') }),
    message: (facts) =>
      `Notes, but no answer, are given for ${facts.detail ?? ''} (${facts.found ?? ''}). Notes are not read as answers. Choose an answer for each.`,
  },
  'assessed-after-date': {
    shown: ({ asOf, ...those }) => ({
      found: firstOf(those),
      expected: [asOf],
      detail: counted(those.count, 'objective').join(''),
    }),
    message: (facts) =>
      `Assessed after the assessment date ${list(facts.expected)}: ${facts.detail ?? ''} (${facts.found ?? ''}). Correct the assessment date or those dates.`,
  },
  'assessed-in-future': {
    shown: ({ today, ...those }) => ({
      found: firstOf(those),
      expected: [today],
      detail: counted(those.count, 'objective').join(''),
    }),
    message: (facts) =>
      `Assessed after ${list(facts.expected)}, and no later day has begun anywhere: ${facts.detail ?? ''} (${facts.found ?? ''}). Correct the dates.`,
  },
  'assessment-date-in-future': {
    shown: ({ found, today }) => ({ found, expected: [today] }),
    message: (facts) =>
      `The assessment date ${facts.found ?? ''} is after ${list(facts.expected)}, and no later day has begun anywhere. Answers expire by it, and newer assessments are told by it. Correct it.`,
  },
  'answer-expired': {
    shown: ({ asOf }) => ({ detail: asOf }),
    message: (facts) =>
      `The answer was valid until ${facts.found ?? ''}, before the assessment date ${facts.detail ?? ''}; it counts as expired. Assess the objective again.`,
  },
  'blank-selection': {
    message: (facts) => `Whether ${facts.found ?? ''} is in use was left blank; it counts as Yes. Choose Yes or No.`,
  },
  'nothing-selected': {
    message: () =>
      'No deployment type is in use, so nothing applies and there are no figures. Choose Yes for those in use on the Profile sheet.',
  },
  // ANSWERS.json
  'invalid-json': {
    message: (facts) => `The file is not valid JSON: ${facts.detail ?? ''}. Correct it at this place.`,
  },
  'invalid-answers': {
    shown: ({ problem }) => ({ detail: shapeProblem(problem) }),
    message: (facts) =>
      `${facts.detail ?? 'The value is not what is expected'}. Correct it; see the answers file in the README.`,
  },
  'repeated-key': {
    shown: ({ firstLine }) => ({ detail: String(firstLine) }),
    message: (facts) =>
      `${quote(facts.found)} stands here a second time; it is on line ${facts.detail ?? ''} already. Keep one of the two.`,
  },
  'conflicting-answers': {
    shown: ({ other, otherFile }) => ({ detail: other, ...(otherFile === undefined ? {} : { expected: [otherFile] }) }),
    message: (facts) =>
      `Two files say different things: ${quote(facts.found)} here, ${quote(facts.detail)} in ${facts.expected?.[0] ?? 'another'}. Correct one of them, or leave it out.`,
  },
  'conflicting-selection': {
    shown: ({ other, otherFile }) => ({ detail: other, ...(otherFile === undefined ? {} : { expected: [otherFile] }) }),
    message: (facts) =>
      `Two files name different deployment types in use: ${quote(facts.found)} here, ${quote(facts.detail)} in ${facts.expected?.[0] ?? 'another'}. Make them the same, or add --selection union to use all of them.`,
  },
  'too-many-remarks': {
    shown: ({ count, most }) => ({ found: String(count), expected: [String(most)] }),
    message: (facts) =>
      `The files have ${facts.found ?? ''} remarks on the model, and a workbook has room for ${list(facts.expected)}. Shorten the list in one of them.`,
  },
  'answers-for-other-model': {
    shown: ({ other }) => ({ detail: other }),
    message: (facts) =>
      `The answers are for model ${quote(facts.found)}, and --model asks for ${quote(facts.detail)}. Leave out --model, or give answers to that model.`,
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
      `${quote(facts.found)} is not one of ${list(facts.expected)}${didYouMean(facts) || '.'} Nothing was made. Choose from these, by commas.`,
  },
  // The model's content
  'model-syntax': {
    message: (facts) => `The file is not valid YAML: ${facts.detail ?? ''}. Correct the syntax here.`,
  },
  'model-shape': {
    shown: ({ problem }) => ({ detail: shapeProblem(problem) }),
    message: (facts) =>
      `${facts.field ? `${facts.field}: ` : ''}${facts.detail ?? 'not what is expected'}. Correct it; model/README.md shows the shape.`,
  },
  'model-content': {
    message: (facts) => `${facts.objective ? `${facts.objective}: ` : ''}${facts.detail ?? ''}`,
  },
  'import-no-table': {
    message: (facts) =>
      `No sheet has the headings ${facts.expected?.map(quote).join(' and ') ?? ''} in one of its first 15 rows. Name the columns so, and import again.`,
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
      `${quote(facts.found)} is an edition that comes with this tool, and what is in this folder is another. Give the model an id or a version of its own.`,
  },
  'same-label': {
    shown: ({ other }) => ({ detail: other }),
    message: (facts) =>
      `${facts.field ? `${facts.field}: ` : ''}${quote(facts.found)} is what the option ${quote(facts.detail)} of the same list is called, too. Give them different names.`,
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
  },
  'repeated-translation': {
    shown: ({ original }) => ({ detail: original }),
    message: (facts) => `${quote(facts.found)} is translated already (${facts.detail ?? ''}). Delete one of the two.`,
  },
  'unknown-translation': {
    message: (facts) =>
      `The model has no text at ${quote(facts.found)}${didYouMean(facts) || '.'} Correct the address, or delete the unit.`,
  },
  'outdated-translation': {
    message: (facts) =>
      `${facts.field ?? ''} was translated from ${quote(facts.found)}; the text is ${quote(facts.expected?.[0])} now and is shown untranslated. Translate it anew, and put the new text into source.`,
  },
  'missing-translations': {
    shown: ({ language, missing, of, addresses }) => ({
      found: language,
      detail: `${missing} of ${of} texts (${addresses.join(', ')}${addresses.length < missing ? ', …' : ''})`,
    }),
    message: (facts) =>
      `${quote(facts.found)} lacks ${facts.detail ?? ''}. They are shown in the language in which they were written. Add a unit for each.`,
  },
  // Many files at once
  'too-slow': {
    shown: ({ seconds }) => ({ detail: `${seconds} s` }),
    message: (facts) =>
      `Reading the file took longer than ${facts.detail ?? ''} and was stopped. Ask for it to be saved again by a spreadsheet program.`,
  },
  'too-much-memory': {
    shown: ({ megabytes }) => ({ detail: `${megabytes} MB` }),
    message: (facts) =>
      `Reading the file took more memory than ${facts.detail ?? ''} and was stopped. Ask for it to be saved again by a spreadsheet program.`,
  },
  'our-fault': {
    message: (facts) =>
      `Reading the file failed by a fault of ours (${facts.detail ?? ''}). Please report it, with the file if you may.`,
  },
  'store-unusable': {
    shown: ({ reason }) => ({ detail: storeReason(reason) }),
    message: (facts) =>
      `The store can't be used: ${facts.detail ?? ''}. Check the path, its permissions and free space.`,
  },
  'unknown-organization': {
    message: (facts) =>
      `The store has no organization ${quote(facts.found)}${didYouMean(facts) || '.'} Check the name; “aismm organizations” lists all of them.`,
  },
  'organization-unnamed': {
    message: () =>
      'The organization has no name, so the workbook counts as one of its own and no later one can replace it. Ask the sender for the name.',
  },
} satisfies Messages;
