/** Names that formulas and other programs rely on, and that lead elsewhere than they were issued to. */
import { find, type Finding } from '../diagnostic/finding.js';
import { columnLetters, parseA1, quoteSheet, splitReference, toA1, type CellPlace } from '../grid/address.js';
import type { GridName } from '../grid/grid.js';
import type { WorkbookPlan } from '../xlsx/plan.js';
import type { SheetPair } from './sheet-pairs.js';

interface Target {
  readonly sheet: string;
  readonly from: CellPlace;
  readonly to: CellPlace;
}

/** Names that lead to no cell any more, on sheets that are still there. */
export function brokenNames(
  { names }: WorkbookPlan,
  pairs: readonly SheetPair[],
  found: readonly GridName[],
): Finding[] {
  const broken = new Set(
    found.flatMap(({ name, refersTo }) => (refersTo.includes('#REF!') ? [name.toLowerCase()] : [])),
  );
  const isThere = new Set(pairs.map(({ planned }) => planned.name));
  const ours = names.filter(
    ({ name, refersTo }) => broken.has(name.toLowerCase()) && isThere.has(targetOf(refersTo)?.sheet ?? ''),
  );
  return ours.length === 0 ? [] : [find('name-broken', {}, { names: ours.map(({ name }) => name) })];
}

/** Lost names are no finding: several programs leave them out when they save. */
export function redirectedNames(
  { names }: WorkbookPlan,
  pairs: readonly SheetPair[],
  found: readonly GridName[],
): Finding[] {
  const now = new Map<string, string>();
  for (const { name, refersTo } of found) if (!now.has(name.toLowerCase())) now.set(name.toLowerCase(), refersTo);
  const bySheet = new Map(pairs.map((pair) => [pair.planned.name, pair]));
  return names.flatMap((issued): Finding[] => {
    const refersTo = now.get(issued.name.toLowerCase());
    const before = targetOf(issued.refersTo);
    const pair = before && bySheet.get(before.sheet);
    if (refersTo === undefined || refersTo.includes('#REF!') || !before || !pair) return [];
    const expected = targetNow(before, pair);
    if (!expected) return [];
    const target = targetOf(refersTo);
    // A program that moves cells or renames sheets without the names that lead there is no one's hand at work.
    const unmoved = [before, { ...before, sheet: pair.sheet.name }];
    if (target && [expected, ...unmoved].some((each) => isSame(target, each))) return [];
    const { row, column } = before.from;
    const subject = pair.planned.cells.find((cell) => cell.row === row && cell.column === column)?.subject;
    const at = { sheet: expected.sheet, cell: toA1(expected.from), ...(subject ? { subject } : {}) };
    return [find('name-redirected', at, { found: refersTo, expected: [describe(expected)], name: issued.name })];
  });
}

function targetOf(refersTo: string): Target | undefined {
  const { sheet, address } = splitReference(refersTo.replace(/^=/, ''));
  const [first = '', last = first] = address.split(':');
  const [from, to] = [parseA1(first), parseA1(last.slice(last.lastIndexOf('!') + 1))];
  return from && to ? { sheet, from, to } : undefined;
}

function targetNow({ from, to }: Target, { sheet, alignment: { rows, columns } }: SheetPair): Target | undefined {
  const [down, across] = [rows.span(from.row, to.row), columns.span(from.column, to.column)];
  if (!down || !across) return undefined;
  return {
    sheet: sheet.name,
    from: { row: down[0], column: across[0] },
    to: { row: down[1], column: across[1] },
  };
}

/** A column may have grown: rows put in below it take no answer away. A single cell stays one. */
function isSame(target: Target, expected: Target): boolean {
  const isColumn = expected.from.row !== expected.to.row;
  return (
    target.sheet.toLowerCase() === expected.sheet.toLowerCase() &&
    target.from.row === expected.from.row &&
    target.from.column === expected.from.column &&
    target.to.column === expected.to.column &&
    (isColumn ? target.to.row >= expected.to.row : target.to.row === expected.to.row)
  );
}

function describe({ sheet, from, to }: Target): string {
  const absolute = ({ row, column }: CellPlace): string => `$${columnLetters(column)}$${row}`;
  const cells = from.row === to.row && from.column === to.column ? absolute(from) : `${absolute(from)}:${absolute(to)}`;
  return `${quoteSheet(sheet)}!${cells}`;
}
