/** The annotated copy holds what was given, and its list leads to every place that can be corrected in it. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/locale/message.js';
import { describeValue, findCell, findRow, type GridSheet } from '../../src/grid/grid.js';
import { annotateWorkbook } from '../../src/workbook/annotate.js';
import { auditWorkbook } from '../../src/workbook/audit.js';
import { readWorkbook, type ReadWorkbook } from '../../src/workbook/read.js';
import { writeWorkbook } from '../../src/workbook/write.js';
import { readGrid } from '../../src/xlsx/read.js';
import { TOOL, shelfOf } from '../installed.js';
import { Book } from '../mutations/book.js';
import { ANSWERS, ISSUED, OPERATORS } from '../mutations/operators.js';
import { returnedModel, returnedWith } from '../returned.js';
import { inEnglish, told } from '../told.js';

const model = returnedModel;
let bytes = new Uint8Array();

beforeAll(async () => {
  bytes = new Uint8Array(await writeWorkbook({ model, assessment: returnedWith(ISSUED), tool: TOOL }));
});

interface Copy {
  /** What was found in the file that came back, the audit's findings among it. */
  readonly found: readonly Diagnostic[];
  readonly given: Readonly<Record<string, object>>;
  readonly copy: Uint8Array;
  readonly again: { readonly value?: ReadWorkbook; readonly diagnostics: readonly Diagnostic[] };
}

/** Edits the workbook, reads it, writes the annotated copy and reads that; undefined where nothing can be read. */
async function copyAfter(edit: (book: Book) => unknown): Promise<Copy | undefined> {
  const book = new Book(bytes);
  edit(book);
  const file = book.save();
  const { value, findings } = readWorkbook(file, shelfOf(model));
  if (!value) return undefined;
  const found = [...findings, ...auditWorkbook(value)];
  const copy = new Uint8Array(await annotateWorkbook(value, found));
  return {
    found: told(found),
    given: Object.fromEntries(value.assessment.answers),
    copy,
    again: inEnglish(readWorkbook(copy, shelfOf(model))),
  };
}

describe('what was refused is not read out of the copy', () => {
  test.each(OPERATORS.map((operator) => [operator.name, operator] as const))('%s', async (_, { apply }) => {
    const made = await copyAfter((book) => apply(book));
    if (!made) return;
    const again = Object.fromEntries(made.again.value?.assessment.answers ?? []);
    const waits = made.again.diagnostics.filter(({ code }) => code === 'answer-unsettled');
    for (const { objective = '', field = '' } of waits) expect(again[objective] ?? {}).not.toHaveProperty(field);
    if (waits.length === 0) expect(again).toEqual(made.given);
    else for (const [id, answer] of Object.entries(again)) expect(made.given[id]).toMatchObject(answer);
    // No error is gone because a program wrote the copy.
    const spoils = ({ severity, affects }: Diagnostic): boolean => severity === 'error' && affects === 'score';
    expect(made.again.diagnostics.some(spoils)).toBe(made.found.some(spoils));
  });

  test('a doubtful answer waits for a person, and is taken once somebody has chosen', async () => {
    const made = await copyAfter((book) => {
      const sheet = book.sheet(ANSWERS);
      const [a, b] = ['GOV-2A', 'GOV-2B'].map((id) => sheet.find(id)?.row ?? 0);
      sheet.type(a ?? 0, 1, 'GOV-2B');
      sheet.type(b ?? 0, 1, 'GOV-2A');
    });
    const waits = (made?.again.diagnostics ?? []).filter(({ code }) => code === 'answer-unsettled');
    expect(waits.map(({ objective, found, suggestion }) => [objective, found, suggestion])).toEqual([
      ['GOV-2A', '? Partially met', 'Partially met'],
      ['GOV-2B', '? Met', 'Met'],
    ]);
    const book = new Book(made?.copy ?? new Uint8Array());
    const answers = book.sheet(ANSWERS).find('answer')?.column ?? 0;
    for (const { cell = '' } of waits) book.sheet(ANSWERS).type(Number(cell.slice(1)), answers, 'Met');
    const settled = inEnglish(readWorkbook(book.save(), shelfOf(model)));
    expect(settled.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(settled.value?.assessment.answers.get('GOV-2B')?.answer).toBe('met');
  });

  test.each<[string, string, (book: Book) => void, string]>([
    ['a date for a number', 'measured', (book) => typed(book, 'measured', 46000, book.date), 'not-a-number'],
    [
      'a percentage beyond all bounds',
      'measured',
      (book) => typed(book, 'measured', 1e8, book.percent),
      'number-out-of-range',
    ],
    ['an option that is none', 'inUse', (book) => selection(book, 'Maybe'), 'unknown-option'],
    ['a selection left blank', 'inUse', (book) => selection(book, undefined), 'blank-selection'],
    ['a formula for a text', 'evidence', (book) => typed(book, 'evidence', { formula: '"a"&1' }), 'formula-in-input'],
  ])('%s is found again', async (_, field, edit, code) => {
    const made = await copyAfter(edit);
    const expected = expect.objectContaining({ code, field }) as unknown;
    expect(made?.found).toContainEqual(expected);
    expect(made?.again.diagnostics).toContainEqual(expected);
  });

  test('a date stands in the copy as a person saw it', async () => {
    const made = await copyAfter((book) => typed(book, 'measured', 46000, book.date));
    expect(made?.again.diagnostics.map(({ found }) => found)).toContain('2025-12-09');
  });

  test.each<[string, Parameters<Book['sheets'][0]['type']>[2]]>([
    ['the error of a spreadsheet', { error: '#REF!' }],
    ['a text longer than a cell can hold', 'x'.repeat(40_000)],
  ])('%s is no text in the copy', async (_, value) => {
    const made = await copyAfter((book) => typed(book, 'evidence', value));
    expect(made?.found.filter(({ code }) => code !== 'figure-differs')).toHaveLength(1);
    expect(made?.again.value?.assessment.answers.get('GOV-2A')?.evidence).toBeUndefined();
    expect(made?.again.diagnostics).toMatchObject([{ severity: 'error', field: 'evidence' }]);
  });
});

describe('the list leads to', () => {
  test.each<[string, string, (book: Book) => void, (sheet: GridSheet | undefined, cell: string) => unknown, string]>([
    [
      'the issued cell of one that was changed, wherever it has moved',
      'locked-cell-changed',
      (book) => {
        statement(book);
        book.sheet(ANSWERS).move({ row: (row) => row + 2 });
      },
      textAt,
      'Objective 1 of GOV at level 2 is met.',
    ],
    ['the row that is missing', 'missing-row', (book) => without(book, 'GOV-3A'), textAt, 'GOV-3A'],
    ['the row of which there are two', 'duplicate-row', (book) => twice(book), textAt, 'GOV-2A'],
    [
      'the same row, where the second stands in a blank one',
      'duplicate-row',
      (book) => twiceBelow(book),
      textAt,
      'GOV-2A',
    ],
    ['the heading of the column that is missing', 'missing-column', (book) => withoutColumn(book), textAt, 'Owner'],
    ['the sheet that was removed', 'sheet-removed', (book) => book.remove('Change Log'), nameOf, 'Change Log'],
  ])('%s', async (_, code, edit, at, expected) => {
    const made = await copyAfter(edit);
    const index = made?.found.findIndex((each) => each.code === code) ?? -1;
    expect(index).toBeGreaterThanOrEqual(0);
    const link = linksOf(made?.copy).get(index) ?? '';
    const [, sheet = '', cell = ''] = /^'(.+)'!([A-Z]+\d+)$/.exec(link) ?? [];
    expect(at(sheetOf(made?.copy, sheet), cell)).toBe(expected);
  });

  test('where it stood in words, for what the copy does not hold', async () => {
    const made = await copyAfter((book) => twice(book));
    const index = made?.found.findIndex(({ code }) => code === 'duplicate-row') ?? -1;
    expect(textAt(sheetOf(made?.copy, 'Review'), 'B4')).toBe('Severity');
    expect(textAt(sheetOf(made?.copy, 'Review'), `C${5 + index}`)).toMatch(/^Control Objectives!A\d+ in the file/);
  });

  test('nothing on a hidden sheet, which programs refuse to show', async () => {
    const made = await copyAfter((book) => {
      const sheet = book.sheet('Calc Groups');
      for (const cells of sheet.rows.values())
        for (const cell of cells.values()) if (cell.formula) Object.assign(cell, { type: 'n', text: '77' });
    });
    expect(made?.found.map(({ code }) => code)).toEqual(['figure-differs']);
    expect(linksOf(made?.copy).size).toBe(0);
  });
});

function spotOf(book: Book, row: string, column: string, name = ANSWERS): { row: number; column: number } {
  const sheet = book.sheet(name);
  return { row: sheet.find(row)?.row ?? 0, column: sheet.find(column)?.column ?? 0 };
}

function typed(book: Book, column: string, value: Parameters<Book['sheets'][0]['type']>[2], style?: string): void {
  const at = spotOf(book, 'GOV-2A', column);
  book.sheet(ANSWERS).type(at.row, at.column, value, style);
}

function selection(book: Book, value: string | undefined): void {
  const at = spotOf(book, model.deployments[0]?.id ?? '', 'inUse', 'Profile');
  book.sheet('Profile').type(at.row, at.column, value);
}

function statement(book: Book): void {
  const at = spotOf(book, 'GOV-2A', 'text');
  book.sheet(ANSWERS).type(at.row, at.column, 'Something easier.');
}

function without(book: Book, objective: string): void {
  const gone = spotOf(book, objective, 'answer').row;
  book.sheet(ANSWERS).move({ row: (row) => (row === gone ? undefined : row > gone ? row - 1 : row) });
}

function withoutColumn(book: Book): void {
  const gone = spotOf(book, 'GOV-2A', 'owner').column;
  book.sheet(ANSWERS).move({ column: (n) => (n === gone ? undefined : n > gone ? n - 1 : n) });
}

function twice(book: Book): void {
  const sheet = book.sheet(ANSWERS);
  const { row } = spotOf(book, 'GOV-2A', 'answer');
  const cells = new Map(sheet.cellsOf(row));
  sheet.move({ row: (each) => (each > row ? each + 1 : each) });
  sheet.rows.set(row + 1, cells);
}

function twiceBelow(book: Book): void {
  const sheet = book.sheet(ANSWERS);
  const below = (sheet.find('End of answers')?.row ?? 0) + 2;
  sheet.rows.set(below, new Map(sheet.cellsOf(spotOf(book, 'GOV-2A', 'answer').row)));
}

function sheetOf(copy: Uint8Array | undefined, name: string): GridSheet | undefined {
  return readGrid(copy ?? new Uint8Array()).value?.sheets.find((sheet) => sheet.name === name);
}

function textAt(sheet: GridSheet | undefined, cell: string): string {
  const [, letter = '', row = ''] = /^([A-Z])(\d+)$/.exec(cell) ?? [];
  return sheet ? describeValue(findCell(findRow(sheet, Number(row)), letter.charCodeAt(0) - 64)?.value) : '';
}

const nameOf = (sheet: GridSheet | undefined): string => sheet?.name ?? '';

/** The links of the list, by the number of their line from 0. */
function linksOf(copy: Uint8Array | undefined): Map<number, string> {
  const book = new Book(copy ?? new Uint8Array());
  const xml = book.text(book.sheet('Review').part);
  const links = [...xml.matchAll(/<hyperlink ref="C(\d+)" location="([^"]*)"/g)];
  return new Map(links.map(([, row, target = '']) => [Number(row) - 5, target.replaceAll('&apos;', "'")]));
}
