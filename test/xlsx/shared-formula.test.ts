/** A formula that is written once reads in every cell that shares it as if it had been written there. */
import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { findCell, findRow, type GridRow } from '../../src/grid/grid.js';
import type { PlannedCell } from '../../src/xlsx/plan.js';
import { shareFormulas } from '../../src/xlsx/share-formulas.js';
import { SharedFormulas, shiftFormula } from '../../src/xlsx/shared-formula.js';
import { SharedStrings } from '../../src/xlsx/shared-strings.js';
import { NO_STYLES } from '../../src/xlsx/styles.js';
import { Budget } from '../../src/xlsx/budget.js';
import { readSheetContent } from '../../src/xlsx/sheet.js';
import { metered } from '../hostile/meter.js';

describe('what has no dollar sign moves along', () => {
  test.each([
    ['IF(A6="","","Met")', 'IF(C9="","","Met")'],
    ['A$6+$A6+$A$6', 'C$6+$A9+$A$6'],
    ['SUM(A1:B2)', 'SUM(C4:D5)'],
    ['"A6 in ""B7"""&A6', '"A6 in ""B7"""&C9'],
    ["'A6 ''B7'!A6", "'A6 ''B7'!C9"],
    ['Sheet1!A6+A6!B1', 'Sheet1!C9+A6!D4'],
    ['LOG10(A6)+ATAN2(B1,B2)', 'LOG10(C9)+ATAN2(D4,D5)'],
    ['SUM(A:B)+SUM($A:B)+SUM(3:4)+SUM($3:4)', 'SUM(C:D)+SUM($A:D)+SUM(6:7)+SUM($3:7)'],
    ['in_use_1+A1_x+Q1.total+level_A1', 'in_use_1+A1_x+Q1.total+level_A1'],
    ['Table1[A6]+[2]Sheet1!A6', 'Table1[A6]+[2]Sheet1!C9'],
    ['1E5+1.5E3*A6', '1E5+1.5E3*C9'],
    ['XFD1048576+XYZ123', '#REF!+XYZ123'],
    ['SUM(XYZ:XYZ)+SUM($XYZ:A)', 'SUM(#REF!)+SUM($XYZ:C)'],
    ['#REF!+TRUE', '#REF!+TRUE'],
    ['a6', 'C9'],
  ])('%s', (formula, expected) => {
    expect(shiftFormula(formula, { row: 3, column: 2 })).toBe(expected);
  });

  test('upward and to the left as well, until the sheet ends', () => {
    expect(shiftFormula('C5+A5+C1', { row: -1, column: -1 })).toBe('B4+#REF!+#REF!');
  });
});

function rowsOf(cells: string): readonly GridRow[] {
  const xml = `<worksheet><sheetData>${cells}</sheetData></worksheet>`;
  const budget = new Budget();
  return readSheetContent(strToU8(xml), 'sheet.xml', {
    budget,
    sharedStrings: () => new SharedStrings(budget.decoded),
    styles: () => NO_STYLES,
    date1904: false,
  }).rows;
}

const formulaAt = (rows: readonly GridRow[], row: number, column: number): string | undefined =>
  findCell(findRow({ name: '', visibility: 'visible', rows, merges: [] }, row), column)?.formula;

describe('in a sheet', () => {
  test('each number has its own formula, and a later one takes its place', () => {
    const rows = rowsOf(
      '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1</f><v>1</v></c><c r="C1"><f t="shared" ref="C1:C3" si="1">D$1</f></c></row>' +
        '<row r="2"><c r="A2"><f t="shared" si="0"/><v>1</v></c><c r="C2" t="str"><f t="shared" si="1"/><v>x</v></c></row>' +
        '<row r="3"><c r="A3"><f t="shared" ref="A3:A4" si="0">E3*2</f></c><c r="C3"><f t="shared" si="9"/><v>1</v></c></row>' +
        '<row r="4"><c r="A4"><f t="shared" si="0"></f><v>1</v></c></row>',
    );
    expect([1, 2, 3, 4].map((row) => formulaAt(rows, row, 1))).toEqual(['B1', 'B2', 'E3*2', 'E4*2']);
    expect([1, 2, 3].map((row) => formulaAt(rows, row, 3))).toEqual(['D$1', 'D$1', '']);
    expect(findCell(rows[1], 3)?.value).toEqual({ kind: 'text', text: 'x' });
  });
});

describe('a formula is written once for neighbors', () => {
  const column = (cells: readonly (readonly [formula: string, value: string | number])[]): PlannedCell[] =>
    cells.map(([formula, value], i) => ({ row: i + 3, column: 1, formula, value, style: {} }));
  const sharedIn = (cells: readonly PlannedCell[]): (readonly [number, number] | undefined)[] => {
    const shared = shareFormulas(cells);
    return cells.map((cell) => {
      const as = shared.get(cell);
      return as && [as.first.row, as.last.row];
    });
  };

  test('that say the same of their own row', () => {
    const same = column([1, 2, 3, 4].map((n) => [`IF(B${n + 2}>$D$1,"B3",answers)`, n] as const));
    expect(sharedIn(same)).toEqual([
      [3, 6],
      [3, 6],
      [3, 6],
      [3, 6],
    ]);
  });

  test('but not for two, for another formula between them, or where another sheet is referred to by address', () => {
    expect(sharedIn(column([3, 4].map((row) => [`B${row}`, 1] as const)))).toEqual([undefined, undefined]);
    const other = [3, 4, 9, 6, 7].map((row) => [`B${row}`, 1] as const);
    expect(sharedIn(column(other)).filter(Boolean)).toEqual([]);
    expect(sharedIn(column([3, 4, 5].map((row) => [`Profile!B${row}`, 1] as const))).filter(Boolean)).toEqual([]);
  });

  test('nor for a cell that shows nothing, which LibreOffice would compute one change too late', () => {
    const cells = column([3, 4, 5, 6, 7, 8].map((row) => [`B${row}`, row === 5 ? '' : row] as const));
    expect(sharedIn(cells)).toEqual([undefined, undefined, undefined, [6, 8], [6, 8], [6, 8]]);
  });
});

test('what would unfold without end is refused, and what nobody asks for costs nothing', () => {
  const shared = new SharedFormulas(new Budget().unfolded);
  shared.define('0', `"${'x'.repeat(8000)}"&A1`, { row: 1, column: 1 });
  const members = Array.from({ length: 3000 }, (_, i) => shared.member('0', { row: i + 2, column: 1 }));
  expect(() => members.map((text) => text())).toThrow(/unfold/);
});

test.each([
  ['of references', 'A1+B$2*', 40],
  ['without one', '[x', 0],
])('a formula %s is looked at once for all cells that share it', (_, piece, most) => {
  const text = piece.repeat(1_000);
  const shared = new SharedFormulas(new Budget().unfolded);
  shared.define('0', text, { row: 1, column: 1 });
  const members = Array.from({ length: 500 }, (_, i) => shared.member('0', { row: i + 2, column: 1 }));
  const once = metered(() => members[0]?.()).steps;
  const all = metered(() => members.map((member) => member())).steps;
  expect(once).toBeGreaterThan(text.length);
  expect(all).toBeLessThan(once + most * members.length);
});
