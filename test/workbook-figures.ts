/** Reads every figure out of a recalculated workbook by its defined names and hidden tables, for comparison with the code. */
import { parseA1 } from '../src/grid/address.js';
import { findCell, findRow, type CellValue, type Grid } from '../src/grid/grid.js';
import type { Model } from '../src/model/model.js';
import { categoriesOf } from '../src/model/model.js';
import { ALL_DEPLOYMENTS, type Figures } from '../src/scoring/figures.js';
import { rulesFor, slicesOnSheets, traitsOf, type Quantity } from '../src/scoring/rules.js';
import type { Value } from '../src/formula/value.js';

type Plain = string | number | boolean | undefined;

const plain = (value: CellValue | undefined): Plain =>
  value?.kind === 'text'
    ? value.text
    : value?.kind === 'number'
      ? value.number
      : value?.kind === 'boolean'
        ? value.boolean
        : value?.error;

/** Cells of a sheet whose key column (A) holds a key, by key and column heading of the key row that marks the table. */
function table(grid: Grid, sheetName: string, mark: string): Map<string, Map<string, Plain>> {
  const sheet = grid.sheets.find(({ name }) => name === sheetName);
  const rows = sheet?.rows ?? [];
  const start = rows.findIndex(({ cells }) => plain(cells[0]?.value) === `aismm:${mark}`);
  const headings = new Map((rows[start]?.cells ?? []).map((cell) => [cell.column, String(plain(cell.value))]));
  const found = new Map<string, Map<string, Plain>>();
  for (const { cells } of rows.slice(start + 2)) {
    const key = plain(cells[0]?.value);
    if (key === undefined || String(key).startsWith('aismm:')) break;
    found.set(String(key), new Map(cells.map((cell) => [headings.get(cell.column) ?? '', plain(cell.value)])));
  }
  return found;
}

export interface Comparison {
  readonly compared: number;
  readonly largest: number;
  readonly differences: readonly string[];
}

/** Compares every computed figure of a recalculated workbook with the code's. */
export function compareFigures(grid: Grid, model: Model, figures: Figures): Comparison {
  let compared = 0;
  let largest = 0;
  const differences: string[] = [];
  const compare = (what: string, found: Plain, expected: Value): void => {
    compared += 1;
    if (typeof expected === 'number' && typeof found === 'number') {
      const difference = Math.abs(found - expected);
      largest = Math.max(largest, difference);
      if (!(difference <= 1e-9)) differences.push(`${what}: sheet ${found}, code ${expected}`);
    } else if ((found ?? '') !== expected && !(typeof expected === 'boolean' && found === Number(expected))) {
      differences.push(`${what}: sheet ${String(found)}, code ${String(expected)}`);
    }
  };
  const ids = model.deployments.map(({ id }) => id);
  const slices = [ALL_DEPLOYMENTS, ...ids];
  // Those of a review are only on the sheets of a workbook for one.
  const isReviewed = figures.column('reviewedLevel', ALL_DEPLOYMENTS).length > 0;
  const rules = rulesFor(ids, traitsOf(model)).filter(({ inReview = false }) => isReviewed || !inReview);
  const objectives = table(grid, 'Calc Objectives', 'calc-objectives');
  const { outline } = figures;
  for (const rule of rules) {
    const { name, scope } = rule;
    for (const slice of slicesOnSheets(rule, slices)) {
      outline[scope].forEach(({ key }, position) => {
        const expected = figures.value(name, slice || ALL_DEPLOYMENTS, position);
        if (scope === 'objective') {
          compare(`${name} ${slice} ${key}`, objectives.get(key)?.get(`${name}${slice && `:${slice}`}`), expected);
          return;
        }
        const sheet = { level: 'Calc Levels', category: 'Calc Categories', group: 'Calc Groups' }[scope];
        const id = { level: 'calc-levels', category: 'calc-categories', group: 'calc-groups' }[scope];
        const mark = slice === ALL_DEPLOYMENTS || slice === '' ? id : `${id}-${slice}`;
        compare(`${name} ${slice} ${key}`, tables(grid, sheet, mark).get(key)?.get(name), expected);
      });
    }
  }
  compareNames(grid, model, figures, compare);
  compareRoadmap(grid, figures, compare);
  return { compared, largest, differences };
}

const cache = new WeakMap<Grid, Map<string, Map<string, Map<string, Plain>>>>();

function tables(grid: Grid, sheet: string, mark: string): Map<string, Map<string, Plain>> {
  const known = cache.get(grid) ?? new Map<string, Map<string, Map<string, Plain>>>();
  cache.set(grid, known);
  const found = known.get(mark) ?? table(grid, sheet, mark);
  known.set(mark, found);
  return found;
}

/** The cell that a defined name stands for. */
export function named(grid: Grid, name: string): Plain {
  const refersTo = grid.names.find((each) => each.name === name)?.refersTo ?? '';
  const match = /^\$?'?([^'!]+)'?[!.]\$?([A-Z]+)\$?(\d+)$/.exec(refersTo.replace(/^\$/, ''));
  const sheet = grid.sheets.find((each) => each.name === match?.[1]);
  const place = match ? parseA1(`${match[2]}${match[3]}`) : undefined;
  if (!sheet || !place) throw new Error(`no cell for the name ${name}: ${refersTo}`);
  return plain(findCell(findRow(sheet, place.row), place.column)?.value);
}

type Compare = (what: string, found: Plain, expected: Value) => void;

/** The names that others may rely on. */
function compareNames(grid: Grid, model: Model, figures: Figures, compare: Compare): void {
  const { position } = figures.outline;
  const group = (quantity: Quantity, key: string): Value =>
    figures.value(quantity, ALL_DEPLOYMENTS, position.group.get(key) ?? -1);
  compare('program_maturity', named(grid, 'program_maturity'), group('groupMaturity', 'program'));
  compare('program_floor', named(grid, 'program_floor'), group('groupFloor', 'program'));
  compare('program_completeness', named(grid, 'program_completeness'), group('groupCompleteness', 'program'));
  compare('program_evidenced', named(grid, 'program_evidenced'), group('evidencedGroupMaturity', 'program'));
  compare('program_planned', named(grid, 'program_planned'), group('plannedGroupMaturity', 'program'));
  compare('program_evidenced_share', named(grid, 'program_evidenced_share'), group('evidencedShare', 'program'));
  for (const { id } of model.domains)
    compare(`maturity_${id}`, named(grid, `maturity_${id}`), group('groupMaturity', id));
  for (const { id } of categoriesOf(model)) {
    for (const [name, quantity] of [
      ['evidenced', 'evidencedLevel'],
      ['planned', 'plannedLevel'],
    ] as const) {
      const expected = figures.value(quantity, ALL_DEPLOYMENTS, position.category.get(id) ?? -1);
      compare(`${name}_${id}`, named(grid, `${name}_${id}`), expected);
    }
    for (const quantity of [
      'level',
      'progress',
      'maturity',
      'potential',
      'completeness',
      'gap',
      'target',
      'weight',
    ] as const) {
      compare(
        `${quantity}_${id}`,
        named(grid, `${quantity}_${id}`),
        figures.value(quantity, ALL_DEPLOYMENTS, position.category.get(id) ?? -1),
      );
    }
  }
}

/** What the visible Roadmap lists, in order, and the states on the answers sheet. */
function compareRoadmap(grid: Grid, figures: Figures, compare: Compare): void {
  const listed = listedOnRoadmap(grid);
  const order = figures.column('roadmapOrder', ALL_DEPLOYMENTS);
  const expected = figures.outline.objective
    .map(({ key }, position) => ({ key, order: order[position] }))
    .filter(({ order: o }) => typeof o === 'number')
    .sort((a, b) => Number(a.order) - Number(b.order))
    .map(({ key }) => key);
  compare('roadmap', listed.join(' '), expected.join(' '));
}

/** The ids on the visible Roadmap, in order. */
export function listedOnRoadmap(grid: Grid): Plain[] {
  return [...tables(grid, 'Roadmap', 'roadmap').values()]
    .map((row) => row.get('id'))
    .filter((id) => id !== undefined && id !== '');
}

/** Every cell that shows a spreadsheet error, but for those that a chart draws nothing for. */
export function errorCells(grid: Grid): string[] {
  return grid.sheets.flatMap(({ name, rows }) =>
    rows.flatMap(({ row, cells }) =>
      cells
        .filter(({ value }) => value?.kind === 'error' && !(name === 'Calc Charts' && value.error === '#N/A'))
        .map((cell) => `${name} row ${row} column ${cell.column}`),
    ),
  );
}

/** Every cell of both workbooks that shows something else. */
export function differentCells(cached: Grid, recalculated: Grid): string[] {
  const differences: string[] = [];
  for (const sheet of cached.sheets) {
    const other = recalculated.sheets.find(({ name }) => name === sheet.name);
    for (const { row, cells } of sheet.rows) {
      const otherRow = other && findRow(other, row);
      for (const cell of cells) {
        const [a, b] = [plain(cell.value) ?? '', plain(findCell(otherRow, cell.column)?.value) ?? ''];
        const same =
          typeof a === 'number' && typeof b === 'number'
            ? Math.abs(a - b) <= 1e-9
            : a === b || (typeof a === 'boolean' && b === Number(a));
        if (!same)
          differences.push(
            `${sheet.name} row ${row} column ${cell.column}: cached ${String(a)}, recalculated ${String(b)}`,
          );
      }
    }
  }
  return differences;
}
