/** Locked cells of a filled workbook that don't hold what was issued, and what was put where nothing was issued. */
import { find, type Finding, type Subject } from '../diagnostic/finding.js';
import { placeNumber, toA1, type CellPlace } from '../grid/address.js';
import { bareText, describeValue, findCell, findRow, madeOf, type GridCell } from '../grid/grid.js';
import { rangesOf } from '../grid/ranges.js';
import { plainText } from '../layout/align.js';
import { META_TABLE } from '../layout/sheets/meta.js';
import { keyMark } from '../layout/draft.js';
import type { PlannedCell, PlannedSheet } from '../xlsx/plan.js';
import { plainFormula, stays, type Moved } from '../xlsx/same-formula.js';
import { isOfMark, type OtherBuild } from './build-mark.js';
import { shownValue, type SheetPair } from './sheet-pairs.js';

export interface ChangedCells {
  readonly findings: readonly Finding[];
  /** How many cells are not those of this build, where another one has made the workbook. */
  readonly ofOtherBuild: number;
  /** All cells that the findings are about, by `placeNumber`. */
  readonly places: ReadonlySet<number>;
}

/** No call takes as many arguments as a sheet may have rows. */
const leastOf = (rows: Iterable<number>): number => [...rows].reduce((least, row) => Math.min(least, row), Infinity);

/** A cell that differs: where it was issued, where it stands now, what is there and what should be. */
interface Changed {
  readonly code: 'locked-cell-changed' | 'locked-key-changed';
  readonly subject: Subject | undefined;
  readonly place: CellPlace;
  readonly now: GridCell | undefined;
  readonly expected: string;
}

/** More of a kind than this are told in one line. */
const MOST = 3;
/** Texts that somebody has edited one by one are told one by one; a sheet that was translated or built anew is one thing. */
const MOST_CHANGED = 12;

/** `other`: what another build of the program has made, so that another text or formula need not be a changed one. */
export function changedCells(pair: SheetPair, moved: Moved, other: OtherBuild): ChangedCells {
  const { planned, alignment } = pair;
  const roles = rolesOf(planned);
  const taken = new Set<number>();
  const gone: PlannedCell[] = [];
  const changed: Changed[] = [];
  for (const cell of planned.cells) {
    const isInput = cell.style.unlocked === true;
    if (!isInput && cell.value === undefined && cell.formula === undefined) continue;
    const place = alignment.of(cell);
    if (isOfMark(cell)) {
      // What it says is `otherBuild`.
      if (place) taken.add(placeNumber(place));
      continue;
    }
    if (!place || isCleared(cell, pair, roles)) {
      gone.push(cell);
      continue;
    }
    taken.add(placeNumber(place));
    if (isInput) continue;
    const found = compare(cell, place, pair, moved, roles.isKey(cell));
    if (found) changed.push(found);
  }
  const { added, own } = strange(pair, taken, roles);
  const all = [...changed, ...added];
  const isTold = (each: Changed): boolean =>
    each.code === 'locked-key-changed' || !(isFormula(each) ? other.formulas : other.texts);
  const [told, toldAdded] = [changed.filter(isTold), added.filter(isTold)];
  const removed = removedParts(gone, pair, roles);
  const isOther = other.texts || other.formulas;
  return {
    ofOtherBuild: all.length - told.length - toldAdded.length + (isOther ? removed.length : 0),
    findings: [
      ...together(
        told.filter(({ code }) => code === 'locked-cell-changed'),
        { groupOf: () => 0, most: MOST_CHANGED },
        pair,
      ),
      ...together(
        told.filter(({ code }) => code === 'locked-key-changed'),
        { groupOf: () => 0, most: MOST },
        pair,
      ),
      ...together(toldAdded, { groupOf: ({ place }) => place.row, most: MOST }, pair),
      ...(isOther ? [] : removed),
      ...ownCells(own, pair),
    ],
    places: new Set(all.map(({ place }) => placeNumber(place))),
  };
}

/** True where a formula is, or was issued. */
const isFormula = ({ now, expected }: Changed): boolean => now?.formula !== undefined || expected.startsWith('=');

function compare(
  cell: PlannedCell,
  place: CellPlace,
  { sheet }: SheetPair,
  moved: Moved,
  isKey: boolean,
): Changed | undefined {
  const now = findCell(findRow(sheet, place.row), place.column);
  const different = (expected: string): Changed => ({
    code: isKey ? 'locked-key-changed' : 'locked-cell-changed',
    subject: cell.subject,
    place,
    now,
    expected,
  });
  if (cell.formula === undefined) {
    const issued = plainText(shownValue(cell.value));
    return issued === '' || issued === madeOf(now?.value, plainText) ? undefined : different(issued);
  }
  if (now?.formula !== undefined && isSameFormula(cell.formula, now.formula, moved)) return undefined;
  return different(`=${cell.formula}`);
}

/** No program writes a formula in more than so many times its characters, and so many more. */
const [MOST_LONGER, MOST_ADDED] = [4, 250];

/** The issued formula, moved along with the cells it refers to, or left as it was by a program that moves only cells. */
function isSameFormula(issued: string, now: string, moved: Moved): boolean {
  if (issued === now) return true;
  if (now.length > MOST_LONGER * issued.length + MOST_ADDED) return false;
  const plain = plainFormula(now, stays);
  return plain === plainFormula(issued, moved) || plain === plainFormula(issued, stays);
}

/** What stands on a sheet where nothing was issued: in issued rows and columns, or in those of somebody's own. */
function strange(
  { planned, sheet, alignment }: SheetPair,
  taken: ReadonlySet<number>,
  { tables }: Roles,
): { added: Changed[]; own: CellPlace[] } {
  // The reader reports columns of somebody's own in a table of answers, and what stands below it in its columns of answers.
  const below = tables.map(({ heads, rows, columns }) => {
    const now = [...heads, ...rows].flatMap((row) => alignment.rows.of(row) ?? []);
    return { first: leastOf(now), rows: new Set(now), columns };
  });
  const isReported = ({ row, column }: CellPlace): boolean => {
    const table = below.filter(({ first }) => first <= row).sort((a, b) => b.first - a.first)[0];
    const issued = alignment.columns.issued(column);
    if (table?.rows.has(row)) return issued === undefined;
    return table !== undefined && issued !== undefined && table.columns.has(issued);
  };
  const added: Changed[] = [];
  const own: CellPlace[] = [];
  /** By `placeNumber`; made for the first cell that is asked about, since most workbooks have none. */
  let subjects: ReadonlyMap<number, Subject | undefined> | undefined;
  for (const { row, cells } of sheet.rows) {
    for (const now of cells) {
      const place = { row, column: now.column };
      if (
        taken.has(placeNumber(place)) ||
        isReported(place) ||
        (now.formula === undefined && bareText(now.value) === '')
      )
        continue;
      const issued = alignment.issued(place);
      if (!issued) own.push(place);
      else {
        subjects ??= new Map(planned.cells.map((cell) => [placeNumber(cell), cell.subject]));
        const subject = subjects.get(placeNumber(issued));
        added.push({ code: 'locked-cell-changed', subject, place, now, expected: '' });
      }
    }
  }
  return { added, own };
}

function finding([first, ...rest]: readonly [Changed, ...Changed[]], { sheet }: SheetPair): Finding {
  const { code, subject, place, now, expected } = first;
  const at = { sheet: sheet.name, cell: toA1(place), ...(subject ? { subject } : {}) };
  const others = rest.length > 0 ? { count: rest.length, others: rangesOf(rest.map((each) => each.place)) } : {};
  return find(code, at, { found: shownOf(now), expected: [expected], ...others });
}

/** One finding for each, or for each group where it is large: a column sorted alone is one thing that happened, not 144. */
function together(
  changed: readonly Changed[],
  { groupOf, most }: { readonly groupOf: (each: Changed) => number; readonly most: number },
  pair: SheetPair,
): Finding[] {
  const groups = new Map<number, Changed[]>();
  for (const each of changed) {
    const group = groups.get(groupOf(each));
    if (group) group.push(each);
    else groups.set(groupOf(each), [each]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first, ...rest] = group;
    if (!first) return [];
    return group.length > most ? [finding([first, ...rest], pair)] : group.map((each) => finding([each], pair));
  });
}

/** The rows and columns of a table that hold cells to fill in. */
interface FilledTable {
  readonly id: string;
  /** Its keys and headings. */
  readonly heads: Set<number>;
  readonly rows: Set<number>;
  readonly columns: Set<number>;
}

/** What the cells of a sheet are there for. */
interface Roles {
  readonly tables: readonly FilledTable[];
  readonly inputRows: ReadonlySet<number>;
  readonly inputColumns: ReadonlySet<number>;
  /** Ids, headings and hidden keys: the reader goes by them. */
  readonly isKey: (cell: PlannedCell) => boolean;
}

function rolesOf({ cells }: PlannedSheet): Roles {
  const tables = new Map<string, FilledTable>();
  for (const cell of cells) {
    if (!cell.style.unlocked) continue;
    const id = tableOf(cell);
    const table: FilledTable = tables.get(id) ?? { id, heads: new Set(), rows: new Set(), columns: new Set() };
    table.rows.add(cell.row);
    table.columns.add(cell.column);
    tables.set(id, table);
  }
  const marks = new Map(cells.flatMap(({ row, column, value }) => (column === 1 ? [[value, row] as const] : [])));
  for (const { id, heads, rows } of tables.values()) {
    const first = leastOf(rows);
    for (let row = marks.get(keyMark(id)) ?? first; row < first; row += 1) heads.add(row);
  }
  const headRows = new Set([...tables.values()].flatMap(({ heads }) => [...heads]));
  return {
    tables: [...tables.values()],
    inputRows: new Set([...tables.values()].flatMap(({ rows }) => [...rows])),
    inputColumns: new Set([...tables.values()].flatMap(({ columns }) => [...columns])),
    isKey: (cell) =>
      headRows.has(cell.row) ||
      tableOf(cell) === META_TABLE ||
      (cell.column === 1 && tables.get(tableOf(cell))?.rows.has(cell.row) === true),
  };
}

/** The table that a cell belongs to, `''` for none. */
function tableOf({ subject }: PlannedCell): string {
  return subject?.table ?? '';
}

/** True for a row of answers that is empty from end to end: it was deleted, and the reader says so. */
function isCleared({ row }: PlannedCell, { sheet, alignment }: SheetPair, { inputRows }: Roles): boolean {
  if (!inputRows.has(row)) return false;
  const now = alignment.rows.of(row);
  const cells = now === undefined ? undefined : findRow(sheet, now)?.cells;
  return !cells?.some(({ column, value }) => value !== undefined && alignment.columns.issued(column) !== undefined);
}

/** Rows and columns that are not there any more; the reader reports those that hold answers. */
function removedParts(gone: readonly PlannedCell[], { sheet, alignment }: SheetPair, roles: Roles): Finding[] {
  const rowIsGone = ({ row }: PlannedCell): boolean =>
    alignment.rows.of(row) === undefined && !roles.inputRows.has(row);
  const columnIsGone = ({ column }: PlannedCell): boolean =>
    alignment.columns.of(column) === undefined && !roles.inputColumns.has(column);
  const lost = gone.filter((cell) => rowIsGone(cell) || columnIsGone(cell));
  const first = lost.find(({ value }) => value !== undefined && value !== '') ?? lost[0];
  if (!first) return [];
  const rows = new Set(lost.filter(rowIsGone).map(({ row }) => row));
  const columns = new Set(lost.filter(columnIsGone).map(({ column }) => column));
  const facts = { expected: [shownValue(first.value)], rows: rows.size, columns: columns.size };
  return [find('part-removed', { sheet: sheet.name }, facts)];
}

function ownCells(own: readonly CellPlace[], { sheet }: SheetPair): Finding[] {
  const [first] = own;
  if (!first) return [];
  return [find('own-cells', { sheet: sheet.name, cell: toA1(first) }, { places: rangesOf(own) })];
}

function shownOf(cell: GridCell | undefined): string {
  return cell?.formula === undefined ? describeValue(cell?.value) : `=${cell.formula}`;
}
