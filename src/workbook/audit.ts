/** What was changed in a filled workbook besides its answers: locked cells, figures, sheets. None of it changes a score. */
import { diagnose, type Diagnostic } from '../diagnostic/diagnostic.js';
import { parseA1, splitReference, toA1 } from '../grid/address.js';
import { describeValue, findCell, findRow, textOf, type Grid, type GridCell, type GridSheet } from '../grid/grid.js';
import { align, plainText, type Alignment } from '../layout/align.js';
import { keyMark } from '../layout/place.js';
import { readGrid } from '../xlsx/read.js';
import type { PlannedCell, PlannedSheet, WorkbookPlan } from '../xlsx/plan.js';
import { plainFormula, type Moved } from '../xlsx/same-formula.js';
import type { ReadWorkbook } from './read.js';
import { planWorkbook } from './write.js';

/** Figures are compared as they are shown, and a little closer. */
const CLOSE = 1e-6;

/**
 * Every locked cell whose text or formula is not the issued one, every figure that is not the computed one, every sheet
 * that is gone. `bytes` are those that `readWorkbook` has read.
 */
export function auditWorkbook(
  bytes: Uint8Array,
  { model, assessment }: Pick<ReadWorkbook, 'model' | 'assessment'>,
): Diagnostic[] {
  const { value: grid, diagnostics } = readGrid(bytes);
  if (!grid) return [...diagnostics];
  const plan = planWorkbook({ model, assessment, madeBy: '' });
  const pairs = plan.sheets.map((planned) => ({ planned, sheet: sheetOf(planned, grid) }));
  const alignments = new Map<string, Alignment>();
  const nameNow = new Map<string, string>();
  for (const { planned, sheet } of pairs) {
    if (!sheet) continue;
    alignments.set(planned.name, align(planned, sheet));
    nameNow.set(planned.name, sheet.name);
  }
  const found: Diagnostic[] = [];
  for (const { planned, sheet } of pairs) {
    const alignment = alignments.get(planned.name);
    if (!sheet || !alignment) {
      found.push(diagnose('sheet-removed', {}, { expected: [planned.name] }));
      continue;
    }
    const moved: Moved = (name, place) => alignments.get(name === '' ? planned.name : name)?.of(place) ?? place;
    found.push(...changedCells(planned, sheet, alignment, moved, nameNow));
  }
  return [...found, ...changedFigures(plan, grid)];
}

/** The sheet by its name, or by the tables on it where it was renamed. */
function sheetOf(planned: PlannedSheet, { sheets }: Grid): GridSheet | undefined {
  const named = sheets.find(({ name }) => name === planned.name);
  if (named) return named;
  const mark = planned.cells.find(({ value }) => typeof value === 'string' && value.startsWith(keyMark('')))?.value;
  if (mark === undefined) return undefined;
  return sheets.find(({ rows }) => rows.some(({ cells }) => textOf(cells[0]) === mark));
}

/** The row of Meta that says which program made the workbook differs from version to version. */
const MADE_BY = 'madeBy';

function changedCells(
  planned: PlannedSheet,
  sheet: GridSheet,
  alignment: Alignment,
  moved: Moved,
  nameNow: ReadonlyMap<string, string>,
): Diagnostic[] {
  const stays: Moved = (_, place) => place;
  const renamed = (formula: string): string =>
    [...nameNow].reduce(
      (text, [before, now]) =>
        before === now
          ? text
          : text.replaceAll(`${before.toUpperCase().replace(/\s/g, '')}!`, `${now.toUpperCase().replace(/\s/g, '')}!`),
      formula,
    );
  return planned.cells.flatMap((cell): Diagnostic[] => {
    if (cell.style.unlocked || (cell.value === undefined && cell.formula === undefined)) return [];
    if (cell.reference?.includes(`|${MADE_BY}|`)) return [];
    const place = alignment.of(cell);
    if (!place) return [];
    const now = findCell(findRow(sheet, place.row), place.column);
    const at = { sheet: sheet.name, cell: toA1(place) };
    if (cell.formula === undefined) {
      const issued = plainText(shownValue(cell.value));
      return issued === '' || issued === plainText(describeValue(now?.value))
        ? []
        : [diagnose('locked-cell-changed', at, { found: shownOf(now), expected: [issued] })];
    }
    // A cell that takes part in a shared formula holds no text of its own.
    if (now?.formula === '') return [];
    const issued = renamed(plainFormula(cell.formula, moved));
    if (now?.formula !== undefined && plainFormula(now.formula, stays) === issued) return [];
    return [diagnose('locked-cell-changed', at, { found: shownOf(now), expected: [`=${cell.formula}`] })];
  });
}

/** As `describeValue` shows what a cell of a file holds. */
function shownValue(value: PlannedCell['value']): string {
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value ?? '');
}

function shownOf(cell: GridCell | undefined): string {
  return cell?.formula === undefined ? describeValue(cell?.value) : `=${cell.formula}`;
}

/** The figures that other programs rely on, by their defined names. */
function changedFigures(plan: WorkbookPlan, grid: Grid): Diagnostic[] {
  const computed = new Map<string, PlannedCell>();
  for (const { name, cells } of plan.sheets) {
    for (const cell of cells) if (cell.formula !== undefined) computed.set(`${name}!${toA1(cell)}`, cell);
  }
  const issued = new Map(plan.names.map(({ name, refersTo }) => [name, refersTo]));
  return grid.names.flatMap(({ name, refersTo }): Diagnostic[] => {
    const expected = computed.get(plainAddress(issued.get(name) ?? ''))?.value;
    const { sheet: sheetName, address } = splitReference(refersTo);
    const place = parseA1(address);
    const sheet = grid.sheets.find((each) => each.name === sheetName);
    if (expected === undefined || !place || !sheet) return [];
    const cell = findCell(findRow(sheet, place.row), place.column);
    if (!cell?.value) return [];
    const same =
      typeof expected === 'number' && cell.value.kind === 'number'
        ? Math.abs(expected - cell.value.number) <= CLOSE
        : describeValue(cell.value) === shownValue(expected);
    const facts = { found: describeValue(cell.value), expected: [shownValue(expected)], detail: name };
    return same ? [] : [diagnose('figure-differs', { sheet: sheetName, cell: toA1(place) }, facts)];
  });
}

function plainAddress(refersTo: string): string {
  const { sheet, address } = splitReference(refersTo);
  return `${sheet}!${address.replaceAll('$', '')}`;
}
