/** Whether all rows are there as they were written. SQLite has no sums of its own: it gives back what the disk gives. */
import type Database from 'libsql';
import { lettingGoEvery } from '../../host/let-go.js';
import { CopyFrames } from '../packed/copies.js';
import { Frames, OWN_COLUMNS } from '../packed/narrow.js';
import { sumOf, type Value } from '../values.js';
import { bytesIn, selecting, valuesOf, type Columns, type Raw } from './columns.js';

/** Small tables whose rows are summed: by which columns a row is told from what it was. */
export const SUMMED = {
  outline: { texts: ['text'], numbers: ['id'] },
  dictionary: { texts: ['model', 'text'], numbers: ['id'] },
  forgotten: { texts: ['sha256'], numbers: [] },
  secret: { texts: ['digits'], numbers: [] },
} as const satisfies Readonly<Record<string, Columns<string, string>>>;
type Small = keyof typeof SUMMED;
/** All tables whose rows are summed; `content` has its sums in `file`. */
export type Summed = Small | 'file' | 'copy';

/** A row of `file` and of `copy` as bytes: see `packed/`. Whatever its columns hold, no text is made of it. */
export const FRAME = {
  file: (of = ''): string => ['data', ...OWN_COLUMNS].map((name) => of + name).join(' || '),
  copy: (of = ''): string => ['head', 'modified', 'sha256', 'path'].map((name) => of + name).join(' || '),
} as const;

/** All rows of an expression one behind the other, as bytes; nothing where there are none. */
export const together = (frame: string): string => `CAST(group_concat(${frame}, '') AS BLOB) AS frames`;

/** Rows that are asked for at a time: so many that asking takes little, and so few that they are little. */
const PIECE = 250;
/** Pieces after which their bytes are let go of: outside of its heap, the engine does not notice how many there are. */
const LET_GO = 160;

type Ask = (question: string) => Database.Statement;

/** A question for the next rows of a table behind a row, in the order of its key. */
function behind(table: 'file' | 'copy', first: string, second: string): string {
  return `SELECT ${together('frame')} FROM (SELECT ${FRAME[table]()} AS frame FROM ${table}
    WHERE (${first}, ${second}) > (?, ?) ORDER BY ${first}, ${second} LIMIT ${PIECE})`;
}

function framesIn(raw: unknown): Uint8Array | undefined {
  return bytesIn(raw as Raw, 'frames'); // as `together` asks
}

/** Rows of a table behind one another, piece by piece. `keyOf`: the key of the row that was read last. Throws where one is not as it was written. */
function* pieces<F extends { next(): boolean }>(
  question: Database.Statement,
  read: (bytes: Uint8Array) => F,
  keyOf: (last: F) => readonly [string, string],
): Generator<F> {
  // No key is empty.
  let key: readonly [string, string] = ['', ''];
  const done = lettingGoEvery(LET_GO);
  for (;;) {
    done();
    const bytes = framesIn(question.get(...key));
    if (!bytes) return;
    const frames = read(bytes);
    yield frames;
    while (frames.next());
    key = keyOf(frames);
  }
}

/** Rows of `file` by key. */
export const filePieces = (ask: Ask): Generator<Frames> =>
  pieces(
    ask(behind('file', 'key', 'sha256')),
    (bytes) => new Frames(bytes),
    (last) => [last.own('key'), last.own('sha256')],
  );

const copyPieces = (ask: Ask): Generator<CopyFrames> =>
  pieces(
    ask(behind('copy', 'sha256', 'path')),
    (bytes) => new CopyFrames(bytes),
    (last) => [last.sha256, last.path],
  );

/** Places of the files with some digests. */
export function copiesOf(ask: Ask, digests: readonly string[]): CopyFrames {
  const question = `SELECT ${together(FRAME.copy())} FROM copy WHERE sha256 IN (SELECT value FROM json_each(?))`;
  return new CopyFrames(framesIn(ask(question).get(JSON.stringify(digests))) ?? new Uint8Array());
}

/** The sum of one row of a small table, by its values. */
export function sumOfRow(table: Small, row: Readonly<Record<string, Value>>): number {
  const { texts, numbers } = SUMMED[table];
  return sumOf([...texts, ...numbers].map((name) => row[name] ?? null));
}

/** How many rows there are, and what their sums come to. */
export interface Total {
  readonly n: number;
  readonly sum: number;
}

/** How many rows of each table come and go, and what their sums come to; in any order. */
export class Totals {
  readonly #change = new Map<Summed, Total>();

  add(table: Summed, sum: number): void {
    this.#count(table, 1, sum);
  }

  remove(table: Summed, sum: number): void {
    this.#count(table, -1, -sum);
  }

  #count(table: Summed, n: number, sum: number): void {
    const so = this.#change.get(table) ?? { n: 0, sum: 0 };
    this.#change.set(table, { n: so.n + n, sum: so.sum + sum });
  }

  /** Enters the change; in the transaction that makes it. */
  keep(ask: Ask): void {
    const enter = ask(`UPDATE total SET n = n + ?, sum = (sum + ?) & 0xffffffff WHERE name = ?`);
    for (const [table, { n, sum }] of this.#change) enter.run(n, sum, table);
  }
}

/** What was entered of a table. */
export function entered(ask: Ask, table: Summed): Partial<Total> {
  const kept = ask(`SELECT CAST(n AS INTEGER) AS n, CAST(sum AS INTEGER) AS sum FROM total WHERE name = ?`);
  return kept.get(table) ?? {};
}

/** True where every row of a table is there as it was written, and no other; in a transaction that reads. */
export function isSound(ask: Ask, table: Summed): boolean {
  const { n, sum } = entered(ask, table);
  const counted = count(ask, table);
  return counted.n === n && counted.sum === sum;
}

/** Rows of a table as they are now. */
export function count(ask: Ask, table: Summed): Total {
  let n = 0;
  let sum = 0;
  const add = (each: number): void => {
    n += 1;
    sum = (sum + each) >>> 0;
  };
  switch (table) {
    case 'file':
      for (const frames of filePieces(ask)) while (frames.next()) add(frames.sum);
      break;
    case 'copy':
      for (const frames of copyPieces(ask)) while (frames.next()) add(frames.sum);
      break;
    default: {
      // Not by an index, which has copies of some columns.
      const rows = ask(`SELECT ${selecting(SUMMED[table])} FROM ${table} NOT INDEXED`).iterate() as Iterable<Raw>;
      for (const raw of rows) add(sumOfRow(table, valuesOf(SUMMED[table], raw)));
    }
  }
  return { n, sum };
}
