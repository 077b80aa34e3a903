/** Workbooks of ours that were made to be slow or to fill pages: each ends soon, with a finding that says why. */
import { beforeAll, expect, test } from 'vitest';
import { readWorkbook } from '../../src/workbook/read.js';
import { writeWorkbook } from '../../src/workbook/write.js';
import { TOOL, shelfOf } from '../installed.js';
import { Book, letters } from '../mutations/book.js';
import { ANSWERS, ISSUED } from '../mutations/operators.js';
import { returnedModel as model, returnedWith } from '../returned.js';

let issued = new Uint8Array();
beforeAll(async () => {
  issued = new Uint8Array(await writeWorkbook({ model, assessment: returnedWith(ISSUED), tool: TOOL }));
});

const text = (address: string, value: string): string => `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`;

/** The workbook with more rows below the answers. */
function withRows(rows: (first: number) => string): Uint8Array {
  const book = new Book(issued);
  const sheet = book.sheet(ANSWERS);
  const xml = sheet.xml().replace('</sheetData>', `${rows(Math.max(...sheet.rows.keys()) + 1)}</sheetData>`);
  Object.defineProperty(sheet, 'xml', { value: () => xml });
  return book.save();
}

const codesOf = (bytes: Uint8Array): { codes: string[]; n: number; isRead: boolean } => {
  const { value, findings } = readWorkbook(bytes, shelfOf(model));
  return {
    codes: [...new Set(findings.map(({ code }) => code))].sort(),
    n: findings.length,
    isRead: value !== undefined,
  };
};

const many = (count: number, make: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => make(n)).join('');

test('a hundred thousand key rows are refused', () => {
  const file = withRows((first) =>
    many(100_000, (n) => `<row r="${first + n}">${text(`A${first + n}`, 'aismm:answers')}</row>`),
  );
  expect(codesOf(file)).toEqual({ codes: ['hostile-file'], n: 1, isRead: false });
}, 20_000);

test('sixty thousand rows of somebody’s own fill no pages', () => {
  const column = letters(new Book(issued).sheet(ANSWERS).find('answer')?.column ?? 0);
  const file = withRows((first) =>
    many(
      60_000,
      (n) => `<row r="${first + n}">${text(`A${first + n}`, `X-${n}`)}${text(`${column}${first + n}`, 'Met')}</row>`,
    ),
  );
  const { codes, n, isRead } = codesOf(file);
  expect(codes).toEqual(['input-not-used', 'more-findings', 'more-of-the-same', 'unknown-row']);
  expect([n < 1_000, isRead]).toEqual([true, true]);
}, 20_000);

test('a text of half a million characters in every input is named for what it is', () => {
  const book = new Book(issued);
  const sheet = book.sheet(ANSWERS);
  const long = many(50_000, (n) => `met ${(n * 7919) % 65_537} `);
  for (const id of Object.keys(ISSUED)) {
    for (const field of ['answer', 'measured', 'evidence', 'due', 'notes']) {
      const [row, column] = [sheet.find(id)?.row ?? 0, sheet.find(field)?.column ?? 0];
      sheet.cellsOf(row).set(column, { style: undefined, type: 'text', text: long, formula: undefined });
    }
  }
  const { codes, isRead } = codesOf(book.save());
  expect(codes).toEqual(expect.arrayContaining(['not-a-date', 'not-a-number', 'text-too-long', 'unknown-option']));
  expect(isRead).toBe(true);
}, 20_000);

test('a number of three hundred thousand digits that is none in the end', () => {
  const book = new Book(issued);
  const sheet = book.sheet(ANSWERS);
  const [row, column] = [sheet.find('GOV-2A')?.row ?? 0, sheet.find('measured')?.column ?? 0];
  sheet.cellsOf(row).set(column, { style: undefined, type: 'n', text: `${'1'.repeat(300_000)}x`, formula: undefined });
  expect(codesOf(book.save())).toEqual({ codes: ['not-a-number'], n: 1, isRead: true });
}, 20_000);

test('sheets that are all the same part are refused', () => {
  const book = new Book(issued);
  const relation = /<sheet\b[^>]*name="Control Objectives"[^>]*(r:id="[^"]*")/.exec(book.workbook)?.[1] ?? '';
  book.workbook = book.workbook.replace(
    '</sheets>',
    `${many(500, (n) => `<sheet name="S${n}" sheetId="${2000 + n}" ${relation}/>`)}</sheets>`,
  );
  expect(codesOf(book.save())).toEqual({ codes: ['hostile-file'], n: 1, isRead: false });
}, 20_000);

test('half a million defined names change nothing', () => {
  const book = new Book(issued);
  book.workbook = book.workbook.replace(
    '<definedNames>',
    `<definedNames>${many(500_000, (n) => `<definedName name="n${n}">S!$A$1</definedName>`)}`,
  );
  expect(codesOf(book.save())).toEqual({ codes: [], n: 0, isRead: true });
}, 20_000);

test('a workbook with too many cells is rejected', () => {
  const file = withRows((first) =>
    many(
      30_000,
      (n) => `<row r="${first + n}">${many(20, (c) => `<c r="${letters(c + 40)}${first + n}"><v>1</v></c>`)}</row>`,
    ),
  );
  expect(codesOf(file)).toMatchObject({ codes: expect.arrayContaining(['hostile-file']) as string[] });
}, 20_000);
