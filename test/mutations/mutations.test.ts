/** The mutation suite: every operator on a workbook saved by every writer, alone and two or three together. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import ExcelJS from 'exceljs';
import XLSX from 'xlsx';
import { readWorkbook } from '../../src/workbook/read.js';
import { describeValue, type CellValue } from '../../src/grid/grid.js';
import { writeWorkbook } from '../../src/workbook/write.js';
import { readGrid } from '../../src/xlsx/read.js';
import { objectivesOf } from '../../src/model/model.js';
import { TOOL, shelfOf } from '../installed.js';
import { returnedModel, returnedWith } from '../returned.js';
import { unaccounted } from './accounting.js';
import { inEnglish } from '../told.js';
import { Book, letters } from './book.js';
import { ISSUED, OPERATORS, type Operator } from './operators.js';
import { writers } from './writers.js';
import { seedOr } from '../seed.js';

const model = returnedModel;
const issued = returnedWith(ISSUED);
const objectives = objectivesOf(model).map(({ id }) => id);
const saved = new Map<string, Uint8Array>();
const WRITERS = writers();
/** `npm run test:edits` compares every workbook with SheetJS, `npm test` every fourth. */
const EVERY = process.env['AISMM_FULL'] ? 1 : 6;
const outcomes = new Map<string, number>();

afterAll(() => {
  const read = [...outcomes].map(([writer, count]) => `${writer} ${count}`).join(', ');
  process.stderr.write(`${OPERATORS.length} mutations, read as expected without a silent loss: ${read}\n`);
});

beforeAll(async () => {
  const bytes = await writeWorkbook({ model, assessment: issued, tool: TOOL });
  for (const { name, save } of WRITERS) saved.set(name, await save(bytes));
}, 240_000);

const read = (bytes: Uint8Array) => inEnglish(readWorkbook(bytes, shelfOf(model)));

describe.each(WRITERS.map(({ name }) => name))('saved by %s', (writer) => {
  const book = (): Book => new Book(saved.get(writer) ?? new Uint8Array());

  test('nothing is lost by the saving alone', () => {
    const { value, diagnostics } = read(book().save());
    expect(diagnostics).toEqual([]);
    expect(value?.assessment).toEqual(issued);
  });

  test.each(OPERATORS.map((operator) => [operator.name, operator] as const))('%s', (_, operator) => {
    const mutated = book();
    const { answers = {}, findings = [], refused = false } = operator.apply(mutated);
    const { value, diagnostics } = read(mutated.save());
    const told = diagnostics.map(({ code, sheet, cell }) =>
      cell === undefined ? code : `${code}@${sheet ?? ''}!${cell}`,
    );
    for (const finding of findings) expect(told).toContain(finding);
    const errors = diagnostics.flatMap(({ severity }, i) => (severity === 'error' ? [told[i]] : []));
    expect(errors.filter((each) => !findings.includes(each ?? ''))).toEqual([]);
    if (refused) {
      expect(value).toBeUndefined();
      outcomes.set(writer, (outcomes.get(writer) ?? 0) + 1);
      return;
    }
    const expected = { ...ISSUED, ...answers };
    const wanted = Object.fromEntries(Object.entries(expected).filter(([, answer]) => answer !== undefined));
    expect(Object.fromEntries(value?.assessment.answers ?? [])).toEqual(wanted);
    expect(value?.assessment.organization).toEqual(issued.organization);
    if (value) expect(unaccounted(mutated, objectives, value.assessment, diagnostics)).toEqual([]);
    outcomes.set(writer, (outcomes.get(writer) ?? 0) + 1);
  });
});

/** Operators that rewrite the file itself can't be followed by others, and look-ups need what earlier ones may delete. */
const COMBINED: readonly Operator[] = OPERATORS.filter(
  ({ name }) =>
    !/prefix|quotes$|character data|entities$|lines$|instructions|stored|1904|renamed|answers deleted|moved to a|sorted without/.test(
      name,
    ),
);

test('two or three mutations together lose nothing unseen', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...WRITERS.map(({ name }) => name)),
      fc.uniqueArray(fc.constantFrom(...COMBINED), { minLength: 2, maxLength: 3 }),
      (writer, operators) => {
        const mutated = new Book(saved.get(writer) ?? new Uint8Array());
        let refused = false;
        for (const operator of operators) {
          if (mutated.sheets.every(({ name }) => name !== 'Control Objectives')) return;
          refused = operator.apply(mutated).refused === true || refused;
        }
        const { value, diagnostics } = read(mutated.save());
        if (refused) expect(value).toBeUndefined();
        else if (value) expect(unaccounted(mutated, objectives, value.assessment, diagnostics)).toEqual([]);
        else expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
      },
    ),
    { numRuns: 150, seed: seedOr(20261124) },
  );
});

/** A value of a grid as a text that the others' values can be made into. */
function asText(value: CellValue): string {
  return value.kind === 'boolean' ? String(value.boolean).toUpperCase() : describeValue(value);
}

/** What another reader reads of a cell, as text; undefined where it finds nothing, null where it is known not to tell. */
type OtherReader = (
  file: Uint8Array,
) => Promise<(sheet: string, row: number, column: number) => string | undefined | null>;

const sheetJs: OtherReader = (file) => {
  const book = XLSX.read(file, { cellDates: false });
  return Promise.resolve((sheet, row, column) => {
    const address = XLSX.utils.encode_cell({ r: row - 1, c: column - 1 });
    const cell = book.Sheets[sheet]?.[address] as XLSX.CellObject | undefined;
    if (cell?.t === 'b') return String(cell.v).toUpperCase();
    return cell && (cell.t === 'e' ? String(cell.w) : String(cell.v ?? ''));
  });
};

const DAY = 86_400_000;
const DAY_OF_1970 = 25_569;

const exceljs: OtherReader = async (file) => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(file.slice().buffer);
  const plain = (value: ExcelJS.CellValue): string | undefined | null => {
    if (value === null || value === undefined) return undefined;
    if (value instanceof Date) return String(value.getTime() / DAY + DAY_OF_1970);
    if (typeof value === 'boolean') return String(value).toUpperCase();
    if (typeof value !== 'object') return String(value);
    if ('error' in value) return value.error;
    if ('richText' in value) return value.richText.map(({ text }) => text).join('');
    if ('hyperlink' in value) return value.text;
    // It keeps no result of a formula that is 0, false or an empty text.
    return 'result' in value && value.result !== undefined ? plain(value.result) : null;
  };
  return (sheet, row, column) => plain(book.getWorksheet(sheet)?.getCell(row, column).value);
};

/** Compares every cell that we read with what another reader reads; `skips`: operators it is known not to bear. */
async function compareWith(
  other: OtherReader,
  skips: RegExp,
  every: number,
): Promise<{ cells: number; files: number }> {
  const seen = { cells: 0, files: 0 };
  for (const [writer, bytes] of saved) {
    for (const [index, operator] of [undefined, ...OPERATORS].entries()) {
      if (index % every !== 0 || (operator && skips.test(operator.name))) continue;
      const book = new Book(bytes);
      operator?.apply(book);
      const file = book.save();
      const theirs = await other(file).catch(() => undefined);
      if (!theirs) continue;
      seen.files += 1;
      for (const sheet of readGrid(file).value?.sheets ?? []) {
        for (const { row, cells } of sheet.rows) {
          for (const { column, value } of cells) {
            if (!value) continue;
            const found = theirs(sheet.name, row, column);
            const place = `${writer}, ${operator?.name ?? 'as saved'}, ${sheet.name}!${letters(column)}${row}`;
            if (found === null) continue;
            if (found !== asText(value)) throw new Error(`${place}: ${asText(value)} and ${found ?? 'nothing'}`);
            seen.cells += 1;
          }
        }
      }
    }
  }
  return seen;
}

test('the grid is what SheetJS reads, cell by cell', async () => {
  // It reads no prefixed elements, single quotes or character data.
  const { cells, files } = await compareWith(sheetJs, /prefix|single quotes|character data|entities$/, EVERY);
  process.stderr.write(`SheetJS: ${files} workbooks, ${cells} cells compared\n`);
  expect(cells).toBeGreaterThan(10_000);
});

test('the grid is what exceljs reads, cell by cell, where it survives', async () => {
  // It reads no prefixed elements and no sheets whose parts have other names than its own, and leaves `_x0041_` in texts that stand in their cell.
  const { cells, files } = await compareWith(
    exceljs,
    /prefix|character data|1904|names deleted|markup|copied|sheet of/,
    2 * EVERY,
  );
  process.stderr.write(`exceljs: ${files} workbooks, ${cells} cells compared\n`);
  expect(cells).toBeGreaterThan(10_000);
});
