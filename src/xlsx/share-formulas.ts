/** Formulas that are the same down a column, seen from their own row: they are written once, and the cells below refer to the first. */
import type { PlannedCell } from './plan.js';
import { shiftsOf } from './shared-formula.js';

/** How a cell's formula is written: the first cell of those that share it, and the last. */
export interface SharedAs {
  readonly first: PlannedCell;
  readonly last: PlannedCell;
}

interface Run {
  readonly cells: PlannedCell[];
  /** The first cell's formula as it reads so many rows below. */
  readonly shifted: ReturnType<typeof shiftsOf>;
}

/** Fewer cells are not worth it. */
const FEWEST = 3;

/**
 * The cells of a sheet that share a formula with their neighbors above or below. Formulas that refer to other sheets by address
 * are left as they are: Excel writes none of these as shared. So are those that show nothing: LibreOffice takes the empty result
 * of a shared formula for none, and then computes what depends on it one change too late.
 */
export function shareFormulas(cells: readonly PlannedCell[]): ReadonlyMap<PlannedCell, SharedAs> {
  const shared = new Map<PlannedCell, SharedAs>();
  const open = new Map<number, Run>();
  const close = ({ cells: run }: Run): void => {
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last || run.length < FEWEST) return;
    for (const cell of run) shared.set(cell, { first, last });
  };
  for (const cell of cells) {
    const run = open.get(cell.column);
    if (run && isNext(run, cell)) {
      run.cells.push(cell);
      continue;
    }
    if (run) close(run);
    const { formula } = cell;
    if (formula !== undefined && showsSomething(cell) && !formula.includes('!')) {
      open.set(cell.column, { cells: [cell], shifted: shiftsOf(formula) });
    } else open.delete(cell.column);
  }
  for (const run of open.values()) close(run);
  return shared;
}

function showsSomething({ value }: PlannedCell): boolean {
  return value !== undefined && value !== '';
}

function isNext({ cells, shifted }: Run, cell: PlannedCell): boolean {
  const [first, last] = [cells[0], cells.at(-1)];
  const { row, formula } = cell;
  return (
    first !== undefined &&
    showsSomething(cell) &&
    last?.row === row - 1 &&
    formula !== undefined &&
    shifted({ row: row - first.row, column: 0 }) === formula
  );
}
