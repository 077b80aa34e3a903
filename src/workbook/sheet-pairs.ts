/** The edition that a filled workbook was issued as, sheet by sheet beside what came back. */
import { textOf, type Grid, type GridSheet } from '../grid/grid.js';
import { align, type Alignment } from '../layout/align.js';
import { keyMark } from '../layout/draft.js';
import type { PlannedCell, PlannedSheet, WorkbookPlan } from '../xlsx/plan.js';
import { stays, type Moved } from '../xlsx/same-formula.js';

/** A sheet as it was issued, as it is now, and where its cells have gone. */
export interface SheetPair {
  readonly planned: PlannedSheet;
  readonly sheet: GridSheet;
  readonly alignment: Alignment;
}

/** Every issued sheet that is still there: by its name, by the tables on it, or by what it says. */
export function pairSheets(plan: WorkbookPlan, grid: Grid): SheetPair[] {
  const known = new Map<GridSheet, ReadonlySet<string>>();
  /** The texts of a sheet, collected once. */
  const textsOf: TextsOf = (sheet) => {
    const texts = known.get(sheet) ?? new Set(sheet.rows.flatMap(({ cells }) => cells.flatMap((c) => textOf(c) ?? [])));
    known.set(sheet, texts);
    return texts;
  };
  const found = new Map<PlannedSheet, GridSheet>();
  for (const planned of plan.sheets) {
    const sheet = sheetOf(planned, grid, textsOf);
    if (sheet) found.set(planned, sheet);
  }
  const others = grid.sheets.filter((sheet) => ![...found.values()].includes(sheet));
  for (const planned of plan.sheets) {
    const sheet = found.has(planned) ? undefined : others.find((each) => saysTheSame(planned, textsOf(each)));
    if (sheet) found.set(planned, sheet);
  }
  return plan.sheets.flatMap((planned) => {
    const sheet = found.get(planned);
    return sheet ? [{ planned, sheet, alignment: align(planned, sheet) }] : [];
  });
}

/** All texts of a sheet. */
type TextsOf = (sheet: GridSheet) => ReadonlySet<string>;

/** The sheet by its name, or by the tables on it where it was renamed. */
function sheetOf(planned: PlannedSheet, { sheets }: Grid, textsOf: TextsOf): GridSheet | undefined {
  const named = sheets.find(({ name }) => name === planned.name);
  const mark = planned.cells.find(({ value }) => typeof value === 'string' && value.startsWith(keyMark('')))?.value;
  const isMarked = (sheet: GridSheet): boolean => typeof mark === 'string' && textsOf(sheet).has(mark);
  if (mark === undefined || (named && isMarked(named))) return named;
  return sheets.find(isMarked) ?? named;
}

/** True for a sheet that holds at least half of the issued one's texts. */
function saysTheSame({ cells }: PlannedSheet, texts: ReadonlySet<string>): boolean {
  const issued = cells.flatMap(({ value }) => (typeof value === 'string' && value !== '' ? [value] : []));
  return issued.filter((text) => texts.has(text)).length * 2 >= issued.length;
}

/** Where the cells that formulas on an issued sheet refer to stand now; `stays` itself where nothing has moved. */
export function movesOf(pairs: readonly SheetPair[]): (planned: PlannedSheet) => Moved {
  if (pairs.every(({ planned, sheet, alignment }) => planned.name === sheet.name && alignment.isStill))
    return () => stays;
  const byName = new Map(pairs.map((pair) => [pair.planned.name.toUpperCase(), pair]));
  return (planned) =>
    ({ sheet, from, to }) => {
      const pair = byName.get((sheet === '' ? planned.name : sheet).toUpperCase());
      if (!pair) return { sheet, from, to };
      const name = sheet === '' ? '' : pair.sheet.name;
      const { rows, columns } = pair.alignment;
      const [down, across] = [rows.span(from.row, to.row), columns.span(from.column, to.column)];
      if (!down || !across) return undefined;
      return { sheet: name, from: { row: down[0], column: across[0] }, to: { row: down[1], column: across[1] } };
    };
}

/** What a planned cell shows, as `describeValue` says it of a cell of a file. */
export function shownValue(value: PlannedCell['value']): string {
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value ?? '');
}
