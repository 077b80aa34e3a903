/** Workbooks broken in named ways, for trying out how many of them are taken in. */
import type { DiagnosticCode } from '../diagnostic/catalogue.js';
import type { CellPlace } from '../grid/address.js';
import { findCell, findRow, textOf } from '../grid/grid.js';
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

/** The last cell with a text in a column of the table; its headings stand at the other end. */
function lastText(
  { sheet, row, column: keys }: Mark,
  key: string,
): (CellPlace & { readonly text: string }) | undefined {
  const column = findRow(sheet, row)?.cells.find((cell) => textOf(cell) === key)?.column;
  if (column === undefined) return undefined;
  for (const each of sheet.rows.filter((below) => below.row > row).reverse()) {
    const text = findCell(each, keys) && textOf(findCell(each, column));
    if (text !== undefined) return { row: each.row, column, text };
  }
  return undefined;
}

/** An answer with a letter too many. */
function mistyped(bytes: Uint8Array, mark: Mark): Uint8Array {
  const answer = lastText(mark, 'answer');
  return answer ? setCell(bytes, mark.sheet.name, answer, `${answer.text}${answer.text.at(-1) ?? ''}`) : bytes;
}

/** The last objective is gone. */
function withoutRow(bytes: Uint8Array, mark: Mark): Uint8Array {
  const statement = lastText(mark, 'text');
  return statement ? clearRow(bytes, mark.sheet.name, statement.row) : bytes;
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
