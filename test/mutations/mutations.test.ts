/** The mutation suite: every operator on a workbook saved by every writer, alone and two or three together. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import XLSX from 'xlsx';
import { readWorkbook } from '../../src/workbook/read.js';
import { writeWorkbook } from '../../src/workbook/write.js';
import { readGrid } from '../../src/xlsx/read.js';
import { objectivesOf } from '../../src/model/schema.js';
import { MADE_BY, shelfOf } from '../installed.js';
import { returnedModel, returnedWith } from '../returned.js';
import { unaccounted } from './accounting.js';
import { Book } from './book.js';
import { ISSUED, OPERATORS, type Operator } from './operators.js';
import { writers } from './writers.js';

const model = returnedModel;
const issued = returnedWith(ISSUED);
const objectives = objectivesOf(model).map(({ id }) => id);
const saved = new Map<string, Uint8Array>();
const WRITERS = writers();
/** `npm run mutations` compares every workbook with SheetJS, `npm test` every fourth. */
const EVERY = process.env['AISMM_FULL'] ? 1 : 4;
const outcomes = new Map<string, number>();

afterAll(() => {
  const read = [...outcomes].map(([writer, count]) => `${writer} ${count}`).join(', ');
  process.stderr.write(`${OPERATORS.length} mutations, read as expected without a silent loss: ${read}\n`);
});

beforeAll(async () => {
  const bytes = await writeWorkbook({ model, assessment: issued, madeBy: MADE_BY });
  for (const { name, save } of WRITERS) saved.set(name, await save(bytes));
}, 240_000);

const read = (bytes: Uint8Array): ReturnType<typeof readWorkbook> => readWorkbook(bytes, shelfOf(model));

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
    { numRuns: 150, seed: 20261124 },
  );
});

/** What SheetJS reads of a cell, in our words. */
function bySheetJs(cell: XLSX.CellObject): string {
  if (cell.t === 'b') return cell.v === true ? 'TRUE' : 'FALSE';
  if (cell.t === 'e') return String(cell.w);
  return String(cell.v ?? '');
}

test('the grid is what SheetJS reads, cell by cell', () => {
  let compared = 0;
  for (const [writer, bytes] of saved) {
    for (const [index, operator] of [undefined, ...OPERATORS].entries()) {
      if (index % EVERY !== 0) continue;
      const book = new Book(bytes);
      operator?.apply(book);
      // SheetJS reads no prefixed elements, single quotes or character data.
      if (operator && /prefix|single quotes|character data|entities$/.test(operator.name)) continue;
      const file = book.save();
      const other = XLSX.read(file, { cellDates: false });
      for (const sheet of readGrid(file).value?.sheets ?? []) {
        const theirs = other.Sheets[sheet.name];
        for (const { row, cells } of sheet.rows) {
          for (const { column, value } of cells) {
            if (!value) continue;
            const address = XLSX.utils.encode_cell({ r: row - 1, c: column - 1 });
            const cell = theirs?.[address] as XLSX.CellObject | undefined;
            const ours =
              value.kind === 'text'
                ? value.text
                : value.kind === 'number'
                  ? String(value.number)
                  : value.kind === 'boolean'
                    ? value.boolean
                      ? 'TRUE'
                      : 'FALSE'
                    : value.error;
            if (cell === undefined || bySheetJs(cell) !== ours)
              throw new Error(
                `${writer}, ${operator?.name ?? 'as saved'}, ${sheet.name}!${address}: ${ours} and ${cell ? bySheetJs(cell) : 'nothing'}`,
              );
            compared += 1;
          }
        }
      }
    }
  }
  process.stderr.write(`SheetJS: ${compared} cells compared\n`);
  expect(compared).toBeGreaterThan(10_000);
});
