/** Rows as they are put into an SQLite file, and what many rows have in common. */
import { crc32 } from 'node:zlib';
import type Database from 'libsql';
import type { KeptRow, RowOutline } from '../../desk/row.js';
import { readOutline } from '../../desk/row.js';
import { dictionaryFor, packedIn, packedWith, type PackedWith } from '../../host/packing.js';
import { OWN_COLUMNS, packNarrow } from '../packed/narrow.js';
import { whole, type Value } from '../values.js';
import { bytesIn, selecting, valuesOf, type Raw } from './columns.js';
import { sumOfRow, type Totals } from './sums.js';

type Ask = (question: string) => Database.Statement;

/** What rows of one model are packed with, and its number in the store; 0 is none. */
export interface Dictionary extends PackedWith {
  readonly id: number;
}

const NONE = new Uint8Array();

/** Bytes of a piece of content: three of them fill a page. */
const PIECE = 1_345;
/** The pieces of a content, whose ids follow each other. */
const PIECES = `piece.id BETWEEN content.first AND content.first + content.pieces - 1`;
/** The content of a row of `content`, as bytes. */
export const CONTENT = `(SELECT CAST(group_concat(bytes, '') AS BLOB)
  FROM (SELECT bytes FROM piece WHERE ${PIECES} ORDER BY piece.id)) AS content`;

/** Removes the content of a row. */
export function removeContent(ask: Ask, sha256: string): void {
  ask(`DELETE FROM piece WHERE id IN (SELECT piece.id FROM content, piece WHERE content.sha256 = ? AND ${PIECES})`).run(
    sha256,
  );
  ask(`DELETE FROM content WHERE sha256 = ?`).run(sha256);
}

/** Number of an outline, which is kept if it is new. */
export function outlineId(ask: Ask, text: string, totals: Totals): number {
  const { changes } = ask('INSERT INTO outline (text) VALUES (?) ON CONFLICT DO NOTHING').run(text);
  const { id } = ask('SELECT CAST(id AS INTEGER) AS id FROM outline WHERE text = ?').get(text) as { id: number };
  if (changes > 0) totals.add('outline', sumOfRow('outline', { text, id }));
  return id;
}

/** The dictionary of a model, by the model's name in a row; the store keeps it with the first row of the model. */
export function dictionaryOf(ask: Ask, model: string, totals: Totals): Dictionary {
  const known = ask('SELECT CAST(id AS INTEGER) AS id, CAST(text AS BLOB) AS text FROM dictionary WHERE model = ?').get(
    model,
  );
  if (known) return { id: (known as { readonly id: number }).id, ...packedWith(bytesIn(known as Raw, 'text') ?? NONE) }; // as asked
  const text = dictionaryFor(model);
  if (text === '') return { id: 0, ...packedWith(NONE) };
  const id = Number(ask('INSERT INTO dictionary (model, text) VALUES (?, ?)').run(model, text).lastInsertRowid);
  totals.add('dictionary', sumOfRow('dictionary', { model, text, id }));
  return { id, ...packedWith(Buffer.from(text)) };
}

/** Puts a row that is not there yet; gives the checksum of its frame. `storedAt`: when it was first put. */
export function putRow(
  ask: Ask,
  row: KeptRow,
  outline: number,
  dictionary: Dictionary,
  storedAt: string | null = null,
): number {
  const kept = Object.fromEntries(
    Object.entries(row).map(([name, value]: [string, Value]) => [name, whole(value)]),
  ) as unknown as KeptRow; // texts stay texts
  const blob = packedIn(kept, dictionary);
  const { data, sum } = packNarrow(kept, { outline, dictionary: dictionary.id, content: crc32(blob) });
  const put = ask('INSERT INTO piece (bytes) VALUES (?)');
  const ids: number[] = [];
  for (let at = 0; at < blob.length; at += PIECE) {
    // In a list: the binding takes a value alone that is no text or number for names and values.
    const { lastInsertRowid } = put.run([blob.subarray(at, at + PIECE)]);
    ids.push(Number(lastInsertRowid));
  }
  ask(
    `INSERT INTO content (sha256, key, stored_at, first, pieces) VALUES (?, ?, COALESCE(?, CURRENT_TIMESTAMP), ?, ?)`,
  ).run(kept.sha256, kept.key, storedAt, ids[0] ?? 0, ids.length);
  const names = [...OWN_COLUMNS, 'data'];
  ask(`INSERT INTO file (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`).run(
    ...OWN_COLUMNS.map((name) => kept[name]),
    data,
  );
  return sum;
}

/** What rows have in common, by the numbers by which they name it; read when a row names what is not known yet. */
export class Shared {
  #outlines: ReadonlyMap<number, RowOutline> = new Map();
  #dictionaries: ReadonlyMap<number, Uint8Array> = new Map();

  constructor(private readonly ask: Ask) {}

  /** Throws where there is none: the row that names it is damaged. */
  outline(id: number): RowOutline {
    if (!this.#outlines.has(id))
      this.#outlines = new Map(this.#texts('outline').map(([each, text]) => [each, readOutline(text)]));
    return expectFound(this.#outlines.get(id));
  }

  dictionary(id: number): Uint8Array {
    if (id === 0) return NONE;
    if (!this.#dictionaries.has(id))
      this.#dictionaries = new Map(this.#texts('dictionary').map(([each, text]) => [each, Buffer.from(text)]));
    return expectFound(this.#dictionaries.get(id));
  }

  #texts(table: 'outline' | 'dictionary'): (readonly [number, string])[] {
    const columns = { texts: ['text'], numbers: ['id'] } as const;
    const rows = this.ask(`SELECT ${selecting(columns)} FROM ${table}`).all() as Raw[];
    return rows.map((raw) => {
      const { id, text } = valuesOf(columns, raw);
      return [id ?? 0, text];
    });
  }
}

function expectFound<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('what a row has in common with others is missing');
  return found;
}
