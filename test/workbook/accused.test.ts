/** What other programs do to a workbook by saving it is no change of anybody's, and one thing that happened is told once. */
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import { auditWorkbook } from '../../src/workbook/audit.js';
import { readWorkbook } from '../../src/workbook/read.js';
import { writeWorkbook } from '../../src/workbook/write.js';
import { assessmentOf } from '../assessments.js';
import { TOOL, shelfOf } from '../installed.js';
import { Book } from '../mutations/book.js';
import { ANSWERS, ISSUED } from '../mutations/operators.js';
import { returnedModel as model, returnedWith } from '../returned.js';
import { tinyModel } from '../tiny-model.js';
import { told } from '../told.js';

let filled = new Uint8Array();
const blank = { assessment: returnedWith({}) };
/** In which some tables are one row long. */
const short = tinyModel({ GOV: [{ level: 2 }] });

beforeAll(async () => {
  filled = new Uint8Array(await writeWorkbook({ model, assessment: returnedWith(ISSUED), tool: TOOL }));
});

function found(bytes: Uint8Array, of = model): string[] {
  const { value, findings } = readWorkbook(bytes, shelfOf(of));
  return told([...findings, ...(value ? auditWorkbook(value) : [])]).map(
    ({ code, sheet = '', cell = '', found: here = '' }) => `${code} ${sheet}!${cell} ${here}`,
  );
}

async function savedByExceljs(bytes: Uint8Array): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.slice().buffer);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

describe('not accused', () => {
  test('a workbook, blank or filled, that exceljs has saved', async () => {
    const issued = new Uint8Array(await writeWorkbook({ model, ...blank, tool: TOOL }));
    expect(found(await savedByExceljs(filled))).toEqual(found(filled));
    expect(found(await savedByExceljs(issued))).toEqual(found(issued));
  });

  test('blank results that some libraries write as NaN', () => {
    const book = new Book(filled);
    for (const { rows } of book.sheets)
      for (const cells of rows.values())
        for (const cell of cells.values())
          if (cell.formula && cell.text === '') Object.assign(cell, { type: 'n', text: 'NaN' });
    expect(found(book.save())).toEqual(found(filled));
  });

  test('truth values that went through a format without them', () => {
    const book = new Book(filled);
    let changed = 0;
    for (const { rows } of book.sheets)
      for (const cells of rows.values())
        for (const cell of cells.values())
          if (cell.formula && cell.type === 'b') {
            cell.type = 'n';
            changed += 1;
          }
    expect(changed).toBeGreaterThan(5);
    expect(found(book.save())).toEqual(found(filled));
    // A wrong one is still told.
    const first = book.sheets.flatMap(({ rows }) => [...rows.values()].flatMap((cells) => [...cells.values()]));
    const one = first.find(({ formula, type, text }) => formula && type === 'n' && text === '1');
    if (one) one.text = '2';
    expect(found(book.save()).join()).toContain('figure-differs');
  });

  test('a range of one cell that is written as that cell', async () => {
    const bytes = new Uint8Array(
      await writeWorkbook({ model: short, assessment: assessmentOf(short, {}), tool: TOOL }),
    );
    const book = new Book(bytes);
    let changed = 0;
    for (const { rows } of book.sheets)
      for (const cells of rows.values())
        for (const cell of cells.values()) {
          const after = cell.formula?.replace(/(\$?[A-Z]+\$?\d+):\1(?!\d)/g, '$1');
          if (after !== cell.formula) changed += 1;
          cell.formula = after;
        }
    expect(changed).toBeGreaterThan(0);
    expect(found(book.save(), short)).toEqual(found(bytes, short));
  });

  test('an owner who is called like an error', async () => {
    const assessment = returnedWith({ 'GOV-2A': { answer: 'not-met', owner: '#N/A', action: '#N/A' } });
    const book = new Book(new Uint8Array(await writeWorkbook({ model, assessment, tool: TOOL })));
    const shown = [...book.sheet('Roadmap').rows.values()].flatMap((cells) => [...cells.values()]);
    expect(shown.filter(({ text }) => text === '#N/A')).toHaveLength(2);
    expect(found(book.save()).filter((each) => each.startsWith('figure-differs'))).toEqual([]);
  });

  test('who keeps a blank copy of the answers', () => {
    const book = new Book(filled);
    book.add(book.sheet(ANSWERS).copy('Spare', 'xl/worksheets/spare.xml'));
    const spare = book.sheet('Spare');
    const columns = ['answer', 'measured', 'evidence', 'owner', 'assessedOn', 'validUntil', 'action', 'due', 'notes'];
    for (const [row] of spare.rows)
      for (const key of columns) {
        const column = spare.find(key)?.column;
        if (row > 3 && row < 9 && column !== undefined) spare.type(row, column, undefined);
      }
    expect(found(book.save()).map((each) => each.split('!')[0])).toEqual(['duplicate-sheet Spare']);
  });
});

test('a sheet that was translated is told in one line, with a count and the first cells', () => {
  const book = new Book(filled);
  const sheet = book.sheet('Introduction');
  for (const cells of sheet.rows.values())
    for (const cell of cells.values()) if (cell.type === 'text' && !cell.formula) cell.text = `${cell.text} (de)`;
  const bytes = book.save();
  const { value } = readWorkbook(bytes, shelfOf(model));
  const audit = told(value ? auditWorkbook(value) : []);
  expect(audit).toMatchObject([{ code: 'locked-cell-changed', sheet: 'Introduction' }]);
  expect(audit[0]?.message).toMatch(/Someone also changed \d{2,} more cells of this sheet \(B\d+/);
});

test('a few texts that were edited are told one by one', () => {
  const book = new Book(filled);
  const cells = [...book.sheet('Introduction').rows.values()].flatMap((row) => [...row.values()]);
  for (const cell of cells.filter(({ type, formula }) => type === 'text' && !formula).slice(2, 7)) cell.text = 'mine';
  expect(found(book.save())).toHaveLength(5);
});
