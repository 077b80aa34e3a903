/** Workbooks broken in named ways, for trying out how many of them are taken in. */
import type { DiagnosticCode } from '../diagnostic/catalogue.js';
import { findCell, findRow, textOf, type GridRow } from '../grid/grid.js';
import { findMarks, type Mark } from '../layout/heads.js';
import { ANSWERS_TABLE } from '../layout/sheets/answers.js';
import {
  commaSeparated,
  cutOff,
  emptyWorkbook,
  encryptedWorkbook,
  withBomb,
  withEntities,
  withFlippedBits,
} from '../xlsx/breakages.js';
import { clearRow, setCell } from '../xlsx/edit-sheet.js';
import { readGrid } from '../xlsx/read.js';

/** One way to break a workbook. */
export interface Way {
  /** What reading the broken file has to say. */
  readonly code: DiagnosticCode;
  /** The bytes of a sound workbook, broken. */
  readonly break: (bytes: Uint8Array) => Uint8Array;
}

/** Breaks the sheet that holds the answers. */
const inAnswers =
  (change: (bytes: Uint8Array, mark: Mark) => Uint8Array): Way['break'] =>
  (bytes) => {
    const mark = findMarks(readGrid(bytes).value?.sheets ?? []).find(({ table }) => table === ANSWERS_TABLE);
    return mark ? change(bytes, mark) : bytes;
  };

/** The rows of the table, the last one first: headings stand at its other end. */
function rowsOf({ sheet, row }: Mark): readonly GridRow[] {
  return sheet.rows.filter((each) => each.row > row).reverse();
}

/** An answer with a letter too many. */
function mistyped(bytes: Uint8Array, mark: Mark): Uint8Array {
  const column = findRow(mark.sheet, mark.row)?.cells.find((cell) => textOf(cell) === 'answer')?.column ?? 0;
  for (const row of rowsOf(mark)) {
    const answer = textOf(findCell(row, column));
    if (answer !== undefined)
      return setCell(bytes, mark.sheet.name, { row: row.row, column }, `${answer}${answer.at(-1) ?? ''}`);
  }
  return bytes;
}

/** The last objective is gone. */
function withoutRow(bytes: Uint8Array, mark: Mark): Uint8Array {
  const last = rowsOf(mark).find((row) => textOf(findCell(row, mark.column)) !== undefined);
  return last ? clearRow(bytes, mark.sheet.name, last.row) : bytes;
}

const ways = {
  truncated: { code: 'damaged-file', break: cutOff },
  flipped: { code: 'damaged-file', break: withFlippedBits },
  bomb: { code: 'hostile-file', break: inAnswers((bytes, { sheet }) => withBomb(bytes, sheet.name)) },
  entities: { code: 'hostile-file', break: inAnswers((bytes, { sheet }) => withEntities(bytes, sheet.name)) },
  foreign: { code: 'not-our-workbook', break: () => emptyWorkbook('CAIQ') },
  encrypted: { code: 'encrypted-file', break: encryptedWorkbook },
  empty: { code: 'file-empty', break: () => new Uint8Array() },
  csv: {
    code: 'not-xlsx',
    break: () =>
      commaSeparated([
        ['ID', 'Answer'],
        ['GOV-2A', 'Met'],
      ]),
  },
  mistyped: { code: 'unknown-option', break: inAnswers(mistyped) },
  row: { code: 'missing-row', break: inAnswers(withoutRow) },
} satisfies Record<BrokenWay, Way>;

export type BrokenWay =
  'truncated' | 'flipped' | 'bomb' | 'entities' | 'foreign' | 'encrypted' | 'empty' | 'csv' | 'mistyped' | 'row';

/** Every way, by the name that a broken file carries. */
export const BROKEN_WAYS: Readonly<Record<BrokenWay, Way>> = ways;
