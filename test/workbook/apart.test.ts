/** Answers that stand beside other ids than they were given for are told by whoever reads, not only by `check`. */
import { beforeAll, describe, expect, test } from 'vitest';
import { checkWorkbook } from '../../src/desk/give-back.js';
import { readClosely } from '../../src/desk/read-closely.js';
import { spoilsScore } from '../../src/diagnostic/finding.js';
import { objectivesOf } from '../../src/model/model.js';
import { writeWorkbook } from '../../src/workbook/write.js';
import { shelfOf, TOOL } from '../installed.js';
import { Book } from '../mutations/book.js';
import { ANSWERS, ISSUED } from '../mutations/operators.js';
import { returnedModel as model, returnedWith } from '../returned.js';
import { told } from '../told.js';

const shelf = shelfOf(model);
const ids = objectivesOf(model).map(({ id }) => id);
let bytes = new Uint8Array();

beforeAll(async () => {
  bytes = new Uint8Array(await writeWorkbook({ model, assessment: returnedWith(ISSUED), tool: TOOL }));
});

function after(edit: (book: Book) => void): Uint8Array {
  const book = new Book(bytes);
  edit(book);
  return book.save();
}

const codes = (file: Uint8Array): string[] =>
  readClosely(file, shelf)
    .findings.filter(spoilsScore)
    .map(({ code }) => code);

/** Cells of columns in another order of rows, by the key of the column. */
function reordered(book: Book, columns: readonly string[], order: readonly string[]): void {
  const sheet = book.sheet(ANSWERS);
  const rows = ids.map((id) => sheet.find(id)?.row ?? 0);
  const at = columns.map((key) => (key === 'id' ? 1 : (sheet.find(key)?.column ?? 0)));
  const cells = order.map((id) => at.map((column) => sheet.at(rows[ids.indexOf(id)] ?? 0, column)));
  rows.forEach((row, i) =>
    at.forEach((column, j) => {
      const cell = cells[i]?.[j];
      if (cell) sheet.cellsOf(row).set(column, cell);
      else sheet.cellsOf(row).delete(column);
    }),
  );
}

const translated = (book: Book): void => {
  const sheet = book.sheet(ANSWERS);
  const column = sheet.find('text')?.column ?? 0;
  for (const id of ids) {
    const row = sheet.find(id)?.row ?? 0;
    sheet.type(row, column, `Ü ${id}`);
  }
};

describe('on a sheet whose statements were translated', () => {
  test('nothing is said as long as nothing is mixed up', () => {
    expect(codes(after(translated))).toEqual([]);
  });

  test('ids that were sorted alone are errors', () => {
    const file = after((book) => (translated(book), reordered(book, ['id'], [...ids].reverse())));
    expect(new Set(codes(file))).toEqual(new Set(['row-mixed-up']));
  });

  test('what stands behind the gap may be left behind by a sort', () => {
    const moved = [
      'id',
      'title',
      'level',
      'text',
      'partly',
      'answer',
      'kpi',
      'measured',
      'guide',
      'evidence',
      'owner',
      'assessedOn',
      'notes',
    ];
    const file = after((book) => (translated(book), reordered(book, moved, [...ids].reverse())));
    expect(codes(file)).toEqual([]);
  });
});

describe('answers that were cut and pasted beside other ids', () => {
  const moved = after.bind(undefined, (book: Book) => {
    book.workbook = book.workbook.replace(
      /(<definedName name="answers_answer">[^<]*!)\$F\$(\d+):\$F\$(\d+)/,
      (_, opening: string, from: string, to: string) => `${opening}$F$${Number(from) + 1}:$F$${Number(to) + 1}`,
    );
  });

  test('are an error of reading, as the names that moved along tell', () => {
    expect(codes(moved())).toEqual(['cells-moved']);
  });

  test('and figures that follow from them are told as that', () => {
    const book = new Book(moved());
    for (const [row] of book.sheet('Scorecard').rows)
      for (const cell of book.sheet('Scorecard').cellsOf(row).values())
        if (cell.formula !== undefined && /^[0-9.]+$/.test(cell.text)) cell.text = '4.5';
    const found = checkWorkbook(book.save(), shelf).findings.map(({ code }) => code);
    expect(found).toContain('figure-of-other-cells');
    expect(found).not.toContain('figure-differs');
  });

  test('and nobody is told to calculate anew', () => {
    const shown = told(checkWorkbook(moved(), shelf).findings).map(({ message }) => message);
    expect(shown.filter((message) => /(?<!:)\bF9\b/.test(message))).toEqual([]);
  });
});
