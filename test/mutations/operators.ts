/** What people and programs do to a workbook → what must come out. One entry a mutation. */
import type { Answer } from '../../src/assessment/assessment.js';
import { letters, Sheet, type Book, type Typed } from './book.js';

/** What an operator expects: the answers that differ from the issued ones, and findings by code and cell. */
export interface Expected {
  /** By objective; undefined: nothing is read for it. Left out: as issued. */
  readonly answers?: Readonly<Record<string, Answer | undefined>>;
  /** `code@Sheet!A1`, or `code` alone for a finding without a cell. Errors that are not listed must not be there. */
  readonly findings?: readonly string[];
  /** The file is not read as a whole. */
  readonly refused?: boolean;
}

export interface Operator {
  readonly name: string;
  readonly apply: (book: Book) => Expected;
}

export const ANSWERS = 'Control Objectives';
/** Rows of the issued workbook, as the tiny model of the suite has them; every operator looks them up anew. */
export const ISSUED: Readonly<Record<string, Answer>> = {
  'GOV-2A': { answer: 'met', measured: 97, evidence: 'Policy 4.2', assessedOn: '2026-05-01' },
  'GOV-2B': { answer: 'partly', owner: 'CISO', action: 'Write it', due: '2026-12-01' },
  'GOV-3A': { answer: 'not-met', notes: 'Next year' },
  'IAM-2A': { answer: 'not-applicable', notes: 'No agents in use.' },
};

interface Spot {
  readonly row: number;
  readonly column: number;
}

function spot(book: Book, objective: string, field: string, name = ANSWERS): Spot & { sheet: Sheet; at: string } {
  const sheet = book.sheet(name);
  const row = sheet.find(objective)?.row ?? 0;
  const column = sheet.find(field)?.column ?? 0;
  return { sheet, row, column, at: `${name}!${letters(column)}${row}` };
}

/** Types into one cell; `read` is what must be read there, `code` what must be said about it. */
function typing(
  name: string,
  objective: string,
  field: keyof Answer,
  typed: Typed,
  read: Answer[keyof Answer],
  code?: string,
  style?: 'percent' | 'date' | Parameters<Book['styled']>[0],
): Operator {
  return {
    name,
    apply: (book) => {
      const { sheet, row, column, at } = spot(book, objective, field);
      sheet.type(row, column, typed, typeof style === 'object' ? book.styled(style) : style && book[style]);
      const answer = { ...ISSUED[objective], [field]: read } as Answer;
      if (read === undefined) delete (answer as Record<string, unknown>)[field];
      return {
        answers: { [objective]: Object.keys(answer).length === 0 ? undefined : answer },
        findings: code === undefined ? [] : [`${code}@${at}`],
      };
    },
  };
}

const structure = (name: string, apply: (book: Book) => Expected | undefined): Operator => ({
  name,
  apply: (book) => apply(book) ?? {},
});

/** Types all the answers that are issued, in their order; each is read as it was, with a warning. */
function numbered(name: string, texts: readonly string[]): Operator {
  const apply = (book: Book): Expected => ({
    findings: Object.keys(ISSUED).map((objective, i) => {
      const { sheet, row, column, at } = spot(book, objective, 'answer');
      sheet.type(row, column, texts[i]);
      return `option-by-prefix@${at}`;
    }),
  });
  return { name, apply };
}

/** A formula in the first measured value that fills the column down to the last one. */
function filledDown(book: Book, formula: (range: string) => string): Expected {
  const ids = ['GOV-2A', 'GOV-2B', 'GOV-3A', 'IAM-2A', 'IAM-4A'];
  const cells = ids.map((id) => spot(book, id, 'measured'));
  const rows = cells.map(({ row }) => row);
  const { sheet, column } = cells[0] ?? spot(book, 'GOV-2A', 'measured');
  const [first, last] = [Math.min(...rows), Math.max(...rows)];
  for (const row of rows) sheet.type(row, column, 97);
  const master = sheet.at(first, column);
  if (master) master.formula = formula(`${letters(column)}${first}:${letters(column)}${last}`);
  const { measured: _, ...rest } = ISSUED['GOV-2A'] ?? {};
  return { answers: { 'GOV-2A': rest }, findings: cells.map(({ at }) => `formula-in-input@${at}`) };
}

const swap = (a: number, b: number) => (n: number) => (n === a ? b : n === b ? a : n);
const shift = (from: number, by: number) => (n: number) => (n >= from ? n + by : n);
const without = (gone: number) => (n: number) => (n === gone ? undefined : n > gone ? n - 1 : n);

function from1904(book: Book): undefined {
  book.workbook = /<workbookPr\b/.test(book.workbook)
    ? book.workbook.replace(/<workbookPr\b([^>]*?)(?:date1904="[^"]*")?/, '<workbookPr date1904="1"$1')
    : book.workbook.replace(/<sheets>/, '<workbookPr date1904="1"/><sheets>');
  for (const [objective, field, name] of [
    ['GOV-2A', 'assessedOn', ANSWERS],
    ['GOV-2B', 'due', ANSWERS],
    ['asOf', 'value', 'Profile'],
  ] as const) {
    const { sheet, row, column } = spot(book, objective, field, name);
    const cell = sheet.at(row, column);
    if (cell) cell.text = String(Number(cell.text) - 1462);
  }
}

const rewritten = (name: string, change: (xml: string) => string): Operator => ({
  name,
  apply: (book) => {
    for (const sheet of book.sheets) book.put(sheet.part, sheet.xml());
    const part = book.sheet(ANSWERS).part;
    const xml = change(book.text(part));
    // From here on the part is as it was rewritten.
    Object.defineProperty(book.sheet(ANSWERS), 'xml', { value: () => xml });
    return {};
  },
});

export const OPERATORS: readonly Operator[] = [
  // Options typed by hand
  typing('option in capitals', 'GOV-2A', 'answer', 'MET', 'met'),
  typing('option with spaces around', 'GOV-2A', 'answer', '  Met ', 'met'),
  typing('option with a no-break space', 'GOV-2B', 'answer', 'Partially\u00a0met', 'partly', 'option-respelled'),
  typing('option with a line break behind', 'GOV-2A', 'answer', 'Met\n', 'met', 'option-respelled'),
  typing('option with a space of no width', 'GOV-2A', 'answer', '\u200bMet', 'met', 'option-respelled'),
  typing('option in full-width letters', 'GOV-2A', 'answer', 'Ｍｅｔ', 'met', 'option-respelled'),
  typing('code of an option', 'GOV-3A', 'answer', 'not-met', 'not-met', 'option-respelled'),
  typing('code with another dash', 'GOV-3A', 'answer', 'not\u2011met', 'not-met', 'option-respelled'),
  typing('label with a dash', 'GOV-2B', 'answer', 'Partially-met', 'partly', 'option-respelled'),
  typing('label with two spaces', 'GOV-2B', 'answer', 'Partially  met', 'partly'),
  typing('an option and its opposite', 'GOV-2A', 'answer', 'Not yet met', undefined, 'unknown-option'),
  typing('option behind a number', 'GOV-2A', 'answer', '3 - Met', undefined, 'unknown-option'),
  typing('option behind a letter in parentheses', 'GOV-2B', 'answer', '(b) Partially met', undefined, 'unknown-option'),
  typing('option behind the letter of another', 'GOV-2A', 'answer', 'N-Met', undefined, 'ambiguous-option'),
  typing('option behind a letter of none', 'GOV-2A', 'answer', 'X - Met', undefined, 'unknown-option'),
  numbered('every option behind a number', ['3 - Met', '2) Partially met', '1. Not met', '(0) Not applicable']),
  numbered('every option behind a letter of a list', [
    'a) Met',
    'B) Partially met',
    '(c) Not met',
    'd) Not applicable',
  ]),
  typing('option in quotes', 'GOV-2A', 'answer', '“Met”', 'met', 'option-by-prefix'),
  typing('option with a full stop', 'GOV-2A', 'answer', 'Met.', 'met', 'option-by-prefix'),
  typing('mistyped option', 'GOV-2A', 'answer', 'Mett', undefined, 'unknown-option'),
  typing('option with a doubt behind it', 'GOV-2A', 'answer', 'Met, but not for agents', undefined, 'unknown-option'),
  typing('another word for an option', 'GOV-2B', 'answer', 'Partial', 'partly', 'synonym-accepted'),
  typing(
    'another word for an option that needs its reason',
    'IAM-2A',
    'answer',
    ' N.A. ',
    'not-applicable',
    'synonym-accepted',
  ),
  typing('another word in full-width letters', 'GOV-2B', 'answer', 'Ｐａｒｔｉａｌ', undefined, 'unknown-option'),
  typing('a word that may mean two options', 'GOV-2A', 'answer', 'In progress', undefined, 'ambiguous-option'),
  typing('two options in one cell', 'GOV-2A', 'answer', 'n/a - Met', undefined, 'ambiguous-option'),
  structure('an option with its reason behind it', (book) => {
    const { sheet, row, column, at } = spot(book, 'GOV-2B', 'answer');
    sheet.type(row, column, 'n/a - no self hosting');
    const answer = { ...ISSUED['GOV-2B'], answer: 'not-applicable', notes: 'no self hosting' } as const;
    return { answers: { 'GOV-2B': answer }, findings: [`option-with-reason@${at}`] };
  }),
  structure('a reason behind an option that has one already', (book) => {
    const { sheet, row, column, at } = spot(book, 'IAM-2A', 'answer');
    sheet.type(row, column, 'Not applicable: out of use');
    const answer = { ...ISSUED['IAM-2A'], notes: 'out of use\nNo agents in use.' };
    return { answers: { 'IAM-2A': answer }, findings: [`option-with-reason@${at}`] };
  }),
  typing('number for an option', 'GOV-2A', 'answer', 3, undefined, 'unknown-option'),
  typing('TRUE for an option', 'GOV-2A', 'answer', true, undefined, 'unknown-option'),
  typing('error for an option', 'GOV-2A', 'answer', { error: '#N/A' }, undefined, 'unknown-option'),
  typing(
    'formula for an option',
    'GOV-2A',
    'answer',
    { formula: '"Met"', shown: 'Met' },
    undefined,
    'formula-in-input',
  ),
  typing('formula without a result', 'GOV-2A', 'answer', { formula: 'A1' }, undefined, 'formula-in-input'),
  typing('option cleared', 'GOV-3A', 'answer', undefined, undefined),
  typing('only spaces', 'GOV-3A', 'answer', '   ', undefined),
  // Numbers
  typing('number as text', 'GOV-2A', 'measured', '97', 97, 'number-as-text'),
  typing('decimal comma', 'GOV-2A', 'measured', '97,5', 97.5, 'number-as-text'),
  typing('decimal point as text', 'GOV-2A', 'measured', '97.5', 97.5, 'number-as-text'),
  typing('percent sign as text', 'GOV-2A', 'measured', '97 %', 97, 'number-as-text'),
  typing('comma that could be either', 'GOV-2A', 'measured', '1,234', undefined, 'not-a-number'),
  typing('point that could be either', 'GOV-2A', 'measured', '1.234', undefined, 'not-a-number'),
  typing('number with a unit', 'GOV-2A', 'measured', '97 days', undefined, 'not-a-number'),
  typing('about a number', 'GOV-2A', 'measured', '~97', undefined, 'not-a-number'),
  typing('number below its range', 'GOV-2A', 'measured', -5, undefined, 'number-out-of-range'),
  typing('points in a percent cell', 'GOV-2A', 'measured', 50, 50, 'points-in-percent-cell', 'percent'),
  typing('share above the whole', 'GOV-2A', 'measured', 950, undefined, 'number-out-of-range'),
  typing('boolean for a number', 'GOV-2A', 'measured', true, undefined, 'not-a-number'),
  typing('no number where one is written as such', 'GOV-2A', 'measured', Number.NaN, undefined, 'not-a-number'),
  typing('number beyond all numbers', 'GOV-2A', 'measured', Number.POSITIVE_INFINITY, undefined, 'not-a-number'),
  typing('3/4 that became a date', 'GOV-2A', 'measured', 46_000, undefined, 'not-a-number', 'date'),
  typing('error for a number', 'GOV-2A', 'measured', { error: '#DIV/0!' }, undefined, 'not-a-number'),
  // Dates
  typing('date as ISO text', 'GOV-2B', 'due', '2026-11-30', '2026-11-30', 'date-as-text'),
  typing('date in words', 'GOV-2B', 'due', '30 November 2026', '2026-11-30', 'date-as-text'),
  typing('date that only reads one way', 'GOV-2B', 'due', '11/30/2026', '2026-11-30', 'date-as-text'),
  typing('date that could be two', 'GOV-2B', 'due', '05/06/2026', undefined, 'not-a-date'),
  typing('day that does not exist', 'GOV-2B', 'due', '2026-02-30', undefined, 'not-a-date'),
  typing('a year for a date', 'GOV-2B', 'due', 2026, undefined, 'not-a-date', 'date'),
  typing('a day before the year 2000', 'GOV-2B', 'due', 30_000, undefined, 'not-a-date', 'date'),
  typing('no date', 'GOV-2B', 'due', 'soon', undefined, 'not-a-date'),
  typing('date with a time', 'GOV-2B', 'due', 46356.75, '2026-11-30', 'date-with-time', 'date'),
  typing('date just before midnight', 'GOV-2B', 'due', 46_355.9583, undefined, 'date-near-midnight', 'date'),
  typing('date just after midnight', 'GOV-2B', 'due', 46_356.04, undefined, 'date-near-midnight', 'date'),
  typing(
    'date at midnight but for the last digits',
    'GOV-2B',
    'due',
    46_355.999999999,
    '2026-11-30',
    undefined,
    'date',
  ),
  typing('date in another format', 'GOV-2B', 'due', 46356, '2026-11-30', undefined, 'date'),
  // Texts
  typing('text of many lines', 'GOV-2A', 'evidence', 'one\ntwo\n', 'one\ntwo\n'),
  typing('number for a text', 'GOV-2A', 'evidence', 42, '42'),
  typing('time for a text', 'GOV-2A', 'evidence', 0.75, '18:00', undefined, { format: 'hh:mm' }),
  typing('number that shows a text', 'GOV-2A', 'evidence', 42, 'Ticket 42', undefined, { format: '"Ticket "0' }),
  typing('number with zeros before it', 'GOV-2A', 'evidence', 12, '000012', undefined, { format: '000000' }),
  typing('percentage for a text', 'GOV-2A', 'evidence', 0.95, '95%', undefined, 'percent'),
  typing('day for a text', 'GOV-2A', 'evidence', 46_356, '2026-11-30', undefined, 'date'),
  typing('day in German for a text', 'GOV-2A', 'evidence', 46_356, '30. November 2026', undefined, {
    format: '[$-407]d. mmmm yyyy',
  }),
  typing('number by a format that is not known', 'GOV-2A', 'evidence', 0.5, '0.5', 'format-not-shown', {
    format: '# ?/?',
  }),
  typing('an answer struck through', 'GOV-2A', 'answer', 'Met', 'met', 'struck-answer', { strike: true }),
  typing('a number struck through', 'GOV-2A', 'measured', 97, 97, 'struck-answer', { strike: true }),
  typing('number by a format of the name Estándar', 'GOV-2A', 'measured', 97, 97, undefined, { format: 'Estándar' }),
  typing('formula for a text', 'GOV-2A', 'evidence', { formula: '1+1', shown: '2' }, undefined, 'formula-in-input'),
  typing('error for a text', 'GOV-2A', 'evidence', { error: '#REF!' }, undefined, 'not-text'),
  typing('text longer than a cell holds', 'GOV-2A', 'evidence', 'x'.repeat(32_768), undefined, 'text-too-long'),
  typing('markup, entities and emoji', 'GOV-2A', 'evidence', '<b>&amp; 😀 _x0041_', '<b>&amp; 😀 A'),
  // Rows and columns
  structure('two rows put in above', (book) => void book.sheet(ANSWERS).move({ row: (row) => row + 2 })),
  structure('a column put in before', (book) => void book.sheet(ANSWERS).move({ column: (column) => column + 1 })),
  structure('a column put in between', (book) => {
    book.sheet(ANSWERS).move({ column: shift(spot(book, 'GOV-2A', 'answer').column, 1) });
    return undefined;
  }),
  structure('two rows swapped', (book) => {
    const sheet = book.sheet(ANSWERS);
    sheet.move({ row: swap(sheet.find('GOV-2A')?.row ?? 0, sheet.find('IAM-2A')?.row ?? 0) });
    return undefined;
  }),
  structure('two columns swapped with key and heading', (book) => {
    const { sheet } = spot(book, 'GOV-2A', 'owner');
    sheet.move({ column: swap(sheet.find('owner')?.column ?? 0, sheet.find('evidence')?.column ?? 0) });
    return undefined;
  }),
  structure('a blank row between answers', (book) => {
    book.sheet(ANSWERS).move({ row: shift(spot(book, 'GOV-2B', 'answer').row, 1) });
    return undefined;
  }),
  structure('a row deleted', (book) => {
    const { sheet, row } = spot(book, 'GOV-3A', 'answer');
    sheet.move({ row: without(row) });
    return { answers: { 'GOV-3A': undefined }, findings: ['missing-row'] };
  }),
  structure('a row copied', (book) => {
    const { sheet, row } = spot(book, 'GOV-2A', 'answer');
    const cells = sheet.cellsOf(row);
    sheet.move({ row: shift(row + 1, 1) });
    sheet.rows.set(row + 1, new Map(cells));
    return { findings: [`duplicate-row@${ANSWERS}!${letters(sheet.find('GOV-2A')?.column ?? 0)}${row + 1}`] };
  }),
  structure('a column deleted', (book) => {
    const { sheet, column } = spot(book, 'GOV-2B', 'owner');
    sheet.move({ column: without(column) });
    const rest = Object.fromEntries(Object.entries(ISSUED['GOV-2B'] ?? {}).filter(([field]) => field !== 'owner'));
    return { answers: { 'GOV-2B': rest }, findings: ['missing-column'] };
  }),
  structure('an id in lower case with spaces', (book) => {
    const { sheet, row } = spot(book, 'GOV-2A', 'answer');
    sheet.type(row, sheet.find('GOV-2A')?.column ?? 0, ' gov 2a ');
    return undefined;
  }),
  structure('an id cleared, its words intact', (book) => {
    const { sheet, row } = spot(book, 'GOV-2A', 'answer');
    const column = sheet.find('GOV-2A')?.column ?? 0;
    sheet.type(row, column, undefined);
    return { findings: [`found-by-text@${ANSWERS}!${letters(column)}${row}`] };
  }),
  structure('a statement edited', (book) => {
    const { sheet, row } = spot(book, 'GOV-2A', 'answer');
    sheet.type(row, sheet.find('text')?.column ?? 0, 'Something much easier.');
    return undefined;
  }),
  structure('a state overwritten', (book) => {
    const { sheet, row } = spot(book, 'GOV-3A', 'countsAs');
    const { column = 0 } = sheet.find('countsAs') ?? {};
    sheet.type(row, column, 'Met');
    return { findings: [`answer-misplaced@${ANSWERS}!${letters(column)}${row}`] };
  }),
  structure('an answer typed below the table', (book) => {
    const { sheet, column } = spot(book, 'GOV-2A', 'answer');
    sheet.type(60, column, 'Met');
    return { findings: [`input-not-used@${ANSWERS}!${letters(column)}60`] };
  }),
  structure('a column of one’s own, filled', (book) => {
    const { sheet, row, column } = spot(book, 'GOV-2A', 'measured');
    const heading = sheet.find('Evidence')?.row ?? 0;
    sheet.move({ column: shift(column, 1) });
    sheet.type(heading, column, 'Answer (final)');
    sheet.type(row, column, 'Met');
    return { findings: [`unknown-column@${ANSWERS}!${letters(column)}${heading}`] };
  }),
  structure('answers moved to a column of one’s own', (book) => {
    const { sheet, column } = spot(book, 'GOV-2A', 'answer');
    const heading = sheet.find('Evidence')?.row ?? 0;
    const own = Math.max(...sheet.cellsOf(heading).keys()) + 2;
    sheet.type(heading, own, 'Antwort');
    const answers: Record<string, Answer | undefined> = {};
    for (const [id, given] of Object.entries(ISSUED)) {
      const { row } = spot(book, id, 'answer');
      sheet.cellsOf(row).set(own, { style: undefined, type: 'text', text: 'Met', formula: undefined });
      sheet.type(row, column, undefined);
      answers[id] = Object.fromEntries(Object.entries(given).filter(([field]) => field !== 'answer'));
    }
    return { answers, findings: [`unknown-column@${ANSWERS}!${letters(own)}${heading}`] };
  }),
  structure('a second column of answers that says something else', (book) => {
    const { sheet, row, column } = spot(book, 'GOV-2A', 'answer');
    const heading = sheet.find('Evidence')?.row ?? 0;
    const own = Math.max(...sheet.cellsOf(heading).keys()) + 2;
    sheet.type(heading, own, sheet.at(heading, column)?.text);
    sheet.type(row, own, 'Not met');
    return {
      findings: [
        `duplicate-column@${ANSWERS}!${letters(own)}${heading}`,
        `answer-misplaced@${ANSWERS}!${letters(own)}${row}`,
      ],
    };
  }),
  structure('ids sorted without their rows', (book) => {
    const { sheet } = spot(book, 'GOV-2A', 'answer');
    const [first, second] = ['GOV-2A', 'IAM-2A'].map((id) => sheet.find(id) ?? { row: 0, column: 0 });
    if (!first || !second) throw new Error('no such rows');
    sheet.type(first.row, first.column, 'IAM-2A');
    sheet.type(second.row, second.column, 'GOV-2A');
    return {
      answers: { 'GOV-2A': ISSUED['IAM-2A'], 'IAM-2A': ISSUED['GOV-2A'] },
      findings: [first, second].map(({ row, column }) => `row-mixed-up@${ANSWERS}!${letters(column)}${row}`),
    };
  }),
  structure('half of the rows moved to a sheet of their own', (book) => {
    const sheet = book.sheet(ANSWERS);
    const copy = sheet.copy('Part two', 'xl/worksheets/part-two.xml');
    const here = sheet.find('GOV-3A')?.row ?? 0;
    const first = sheet.find('GOV-2A')?.row ?? 0;
    const last = Math.max(...sheet.rows.keys());
    for (let row = here; row <= last; row += 1) sheet.rows.delete(row);
    for (let row = first; row < here; row += 1) copy.rows.delete(row);
    book.add(copy);
    const mark = copy.find('aismm:answers');
    return { findings: [`table-continued@Part two!${letters(mark?.column ?? 0)}${mark?.row ?? 0}`] };
  }),
  structure('a formula of arrays that fills a column of answers', (book) =>
    filledDown(book, (range) => `<f t="array" ref="${range}">A1:A9*1</f>`),
  ),
  structure('a data table that fills a column of answers', (book) =>
    filledDown(book, (range) => `<f t="dataTable" ref="${range}" dt2D="0" dtr="0" r1="A1"/>`),
  ),
  structure('two answers merged', (book) => {
    const { sheet, row, column } = spot(book, 'GOV-3A', 'evidence');
    sheet.merges.push(`${letters(column)}${row}:${letters(column)}${row + 1}`);
    return { findings: [`merged-cells@${ANSWERS}!${letters(column)}${row + 1}`] };
  }),
  structure('the key row deleted', (book) => {
    const { sheet } = spot(book, 'GOV-2A', 'answer');
    sheet.move({ row: without(sheet.find('aismm:answers')?.row ?? 0) });
    return undefined;
  }),
  structure('one key and nothing else deleted', (book) => {
    const { sheet, column } = spot(book, 'GOV-2A', 'owner');
    sheet.type(sheet.find('aismm:answers')?.row ?? 0, column, undefined);
    return undefined;
  }),
  structure('a heading reworded', (book) => {
    const sheet = book.sheet(ANSWERS);
    const heading = sheet.find('Evidence');
    if (heading) sheet.type(heading.row, heading.column, 'Proof');
    return undefined;
  }),
  // Sheets
  structure('the sheet renamed', (book) => void book.rename(ANSWERS, 'Kontrollziele')),
  structure('a sheet of one’s own', (book) => {
    const sheet = book.sheet(ANSWERS);
    const own = new Sheet(
      'Mine',
      'xl/worksheets/own.xml',
      '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>',
      [],
    );
    own.type(1, 1, sheet.name);
    book.add(own);
    return undefined;
  }),
  structure('the sheet copied', (book) => {
    book.add(book.sheet(ANSWERS).copy('Copy of it', 'xl/worksheets/copy.xml'));
    const mark = book.sheet('Copy of it').find('aismm:answers');
    return { findings: [`duplicate-sheet@Copy of it!${letters(mark?.column ?? 0)}${mark?.row ?? 0}`] };
  }),
  structure('the sheet copied and filled in otherwise', (book) => {
    const copy = book.sheet(ANSWERS).copy('Copy of it', 'xl/worksheets/copy.xml');
    book.add(copy);
    const { row, column, at } = spot(book, 'GOV-2A', 'answer', 'Copy of it');
    copy.type(row, column, 'Not met');
    return { findings: [`conflicting-copy@${at}`] };
  }),
  structure('the meta sheet deleted', (book) => (book.remove('Meta'), { findings: ['missing-meta'] })),
  structure('the sheets without answers deleted', (book) => {
    for (const name of ['Introduction', 'Scorecard', 'Roadmap', 'Change Log']) book.remove(name);
    return undefined;
  }),
  structure('the sheet of the answers deleted', (book) => {
    book.remove(ANSWERS);
    return { refused: true, findings: ['missing-sheet'] };
  }),
  structure('a later version of the model', (book) => {
    const meta = book.sheet('Meta');
    const version = meta.find('version');
    if (version) meta.type(version.row, version.column + 1, '9.9');
    for (const stamp of book.sheets.flatMap((sheet) => sheet.at(1, 1) ?? []))
      stamp.text = stamp.text.replace('"specification_version":"1.0"', '"specification_version":"9.9"');
    return { refused: true, findings: [`unknown-model@Meta!B${version?.row ?? 0}`] };
  }),
  structure('another version in the meta sheet than on the sheets', (book) => {
    const meta = book.sheet('Meta');
    const version = meta.find('version');
    if (version) meta.type(version.row, version.column + 1, '9.9');
    return { refused: true, findings: [`contradicting-meta@Meta!B${version?.row ?? 0}`] };
  }),
  structure('names deleted', (book) => {
    book.workbook = book.workbook.replace(/<definedNames>[\s\S]*?<\/definedNames>/, '');
    return undefined;
  }),
  structure('figures overwritten', (book) => {
    for (const cells of book.sheet('Scorecard').rows.values())
      for (const cell of cells.values()) if (cell.formula) Object.assign(cell, { type: 'n', text: '5' });
    return undefined;
  }),
  structure('dates counted from 1904', from1904),
  structure('dates counted from 1904, and an extension that Excel adds', (book) => {
    from1904(book);
    const element = '<x15:workbookPr chartTrackingRefBase="1"/>';
    const extension = `<extLst><ext uri="x" xmlns:x15="http://schemas.microsoft.com/office/spreadsheetml/2010/11/main">${element}</ext></extLst>`;
    book.workbook = book.workbook.replace('</workbook>', `${extension}</workbook>`);
    return undefined;
  }),
  // The same workbook in other words of the file format
  rewritten('elements with a prefix', (xml) =>
    xml.replace(/<(\/?)([a-zA-Z]+)(?=[\s>/])/g, '<$1x:$2').replace(/xmlns="/, 'xmlns:x="'),
  ),
  rewritten('single quotes', (xml) => xml.replace(/="([^"']*)"/g, "='$1'")),
  rewritten('character data', (xml) => xml.replace(/<t xml:space="preserve">([^<&]*)<\/t>/g, '<t><![CDATA[$1]]></t>')),
  rewritten('numeric entities', (xml) => xml.replace(/>Met</g, '>&#77;&#x65;t<')),
  rewritten('spread over lines', (xml) =>
    xml.replace(/<(row|c|v|is)\b/g, '\n  <$1').replace(/<\/(row|c|is)>/g, '\n</$1>'),
  ),
  rewritten('comments and instructions', (xml) =>
    xml.replace(/<sheetData>/, '<?mine x?><sheetData><!-- <c r="A1"> -->'),
  ),
  structure('stored without packing', (book) => {
    Object.defineProperty(book, 'save', {
      value: () => Object.getPrototypeOf(book).save.call(book, { stored: true }) as Uint8Array,
    });
    return undefined;
  }),
];
