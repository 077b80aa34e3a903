/** Rows of files as they are put into PostgreSQL, and as they are asked for. */
import { crc32 } from 'node:zlib';
import type { ClientBase } from 'pg';
import { LONG_COLUMNS, type FileRow, type KeptRow, type RowContent } from '../../desk/row.js';
import { unpackContent } from '../../host/packed-content.js';
import { dictionaryFor, packedIn, packedWith } from '../../host/packing.js';
import { sumOf, whole, type Value } from '../values.js';
import { SCHEMA } from './schema.js';

/** Narrow columns of a row by their types, but for the outline, which is kept once. */
const TEXTS = [
  ...(['sha256', 'status', 'tool', 'model', 'key', 'name', 'unit', 'industry', 'size_band', 'region'] as const),
  ...(['as_of', 'figures', 'states'] as const),
] as const;
const NUMBERS = { size: 'bigint', maturity: 'float8', floor: 'bigint', completeness: 'float8' } as const;
export const COLUMNS = [...TEXTS, ...(Object.keys(NUMBERS) as (keyof typeof NUMBERS)[])] as const;

export const listOf = (columns: readonly string[], of = ''): string => columns.map((each) => `${of}${each}`).join(', ');

type Narrow = Pick<FileRow, (typeof COLUMNS)[number]>;

/** A row as it is asked for: narrow columns, and what belongs to them. */
export interface PackedRow extends Narrow {
  readonly sum: number;
  readonly content: Buffer;
  readonly outline: string;
  /** What the content was packed with; null is nothing. */
  readonly dictionary: string | null;
}

/** A row that is not as it was written. */
export class DamagedRow extends Error {}

/** The content of a row. Throws where the row, or what belongs to it, is not as it was written. */
export function contentIn(row: PackedRow): RowContent {
  if (sumOfRow(row) !== row.sum) throw new DamagedRow('a row is not as it was written');
  return unpackContent(row.content, Buffer.from(row.dictionary ?? ''));
}

/** By it a row is known again. */
function sumOfRow({ content, outline, dictionary, ...row }: Narrow & Omit<PackedRow, 'sum'>): number {
  return sumOf([...COLUMNS.map((name) => row[name]), outline, crc32(content), crc32(dictionary ?? '')]);
}

/** A value as the table has it. PostgreSQL keeps no text with a zero in it. */
export function written(value: Value): Value {
  const kept = whole(value);
  return typeof kept === 'string' ? kept.replaceAll('\0', '\ufffd') : kept;
}

export function rowAsWritten(row: KeptRow): KeptRow {
  const values = Object.entries(row) as [string, Value][]; // whatever column it is
  return Object.fromEntries(values.map(([name, each]) => [name, written(each)])) as unknown as KeptRow; // texts stay texts
}

/** What the rows of a model are packed with, and its number; null is nothing. */
interface Dictionary {
  readonly id: number | null;
  readonly text: string;
}

/** The dictionaries of models by name; those that are not kept yet are kept now. */
async function dictionariesOf(client: ClientBase, models: readonly string[]): Promise<ReadonlyMap<string, Dictionary>> {
  const made = [...new Set(models)].sort().flatMap((model) => {
    const text = dictionaryFor(model);
    return text === '' ? [] : [{ model, text }];
  });
  const names = made.map(({ model }) => model);
  const asked = `SELECT id, model, text FROM ${SCHEMA}.dictionary WHERE model = ANY($1)`;
  type Row = { readonly id: number; readonly model: string; readonly text: string };
  let { rows } = await client.query<Row>(asked, [names]);
  if (rows.length < names.length) {
    await client.query(
      `INSERT INTO ${SCHEMA}.dictionary (model, text) SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT DO NOTHING`,
      [names, made.map(({ text }) => text)],
    );
    ({ rows } = await client.query<Row>(asked, [names]));
  }
  return new Map(rows.map((row) => [row.model, row]));
}

/** A row with its content packed. */
function packed(row: KeptRow, { id, text }: Dictionary): PackedRow & { readonly dictionaryId: number | null } {
  const content = Buffer.from(packedIn(row, packedWith(Buffer.from(text))));
  const all = { ...row, content, dictionary: text, dictionaryId: id };
  return { ...all, sum: sumOfRow(all) };
}

const NO_DICTIONARY: Dictionary = { id: null, text: '' };

/** Puts rows that are in the order of digests; gives the digests of those that were not kept before. */
export async function putRows(client: ClientBase, rows: readonly KeptRow[]): Promise<string[]> {
  const { rows: kept } = await client.query<{ sha256: string }>(
    `SELECT sha256 FROM ${SCHEMA}.file WHERE sha256 = ANY($1)`,
    [rows.map(({ sha256 }) => sha256)],
  );
  const known = new Set(kept.map(({ sha256 }) => sha256));
  const fresh = rows.filter(({ sha256 }) => !known.has(sha256));
  if (fresh.length === 0) return [];
  await client.query(
    `INSERT INTO ${SCHEMA}.outline (text) SELECT DISTINCT unnest($1::text[]) ORDER BY 1 ON CONFLICT DO NOTHING`,
    [[...new Set(fresh.map(({ outline }) => outline))]],
  );
  const dictionaries = await dictionariesOf(
    client,
    fresh.map(({ model }) => model),
  );
  const put = fresh.map((row) => packed(row, dictionaries.get(row.model) ?? NO_DICTIONARY));
  const given = [
    ...TEXTS.map((name) => ({ name, type: 'text', values: put.map((row): unknown => row[name]) })),
    ...Object.entries(NUMBERS).map(([name, type]) => ({
      ...{ name, type },
      values: put.map((row): unknown => row[name as keyof typeof NUMBERS]), // its names
    })),
    { name: 'content', type: 'bytea', values: put.map(({ content }) => content) },
    { name: 'sum', type: 'bigint', values: put.map(({ sum }) => sum) },
    { name: 'dictionary', type: 'bigint', values: put.map(({ dictionaryId }) => dictionaryId) },
    { name: 'outline_text', type: 'text', values: put.map(({ outline }) => outline) },
  ];
  const names = [...COLUMNS, 'content', 'sum', 'dictionary'];
  const { rows: added } = await client.query<{ sha256: string }>(
    `INSERT INTO ${SCHEMA}.file (${listOf(names)}, outline)
     SELECT ${listOf(names, 'given.')}, outline.id
     FROM unnest(${given.map(({ type }, i) => `$${i + 1}::${type}[]`).join(', ')}) AS given (${listOf(given.map(({ name }) => name))})
     JOIN ${SCHEMA}.outline ON outline.text = given.outline_text ORDER BY given.sha256
     ON CONFLICT DO NOTHING RETURNING sha256`,
    given.map(({ values }) => values),
  );
  return added.map(({ sha256 }) => sha256);
}

/** Rows that are packed at a time. */
const PIECE = 100;

/** Rows of version 1 as those of version 2, each as it was written. */
export async function packRows(client: ClientBase): Promise<void> {
  const columns = [...TEXTS, ...LONG_COLUMNS, ...Object.keys(NUMBERS)];
  const earlier = [...TEXTS, ...LONG_COLUMNS, ...(Object.keys(NUMBERS) as (keyof typeof NUMBERS)[])] as const;
  for (let last = '', isDone = false; !isDone;) {
    const { rows } = await client.query<FileRow & { readonly sum: number }>(
      `SELECT ${listOf(columns, 'file.')}, file.sum, outline.text AS outline
       FROM ${SCHEMA}.file JOIN ${SCHEMA}.outline ON outline.id = file.outline
       WHERE sha256 > $1 ORDER BY sha256 LIMIT ${PIECE}`,
      [last],
    );
    isDone = rows.length < PIECE;
    const dictionaries = await dictionariesOf(
      client,
      rows.map(({ model }) => model),
    );
    const put = rows.map((row) => {
      // Damage would get a new checksum otherwise, and be hidden for good.
      if (sumOf([...earlier.map((name) => row[name]), row.outline]) !== row.sum)
        throw new DamagedRow('a row is not as it was written');
      return packed(row, dictionaries.get(row.model) ?? NO_DICTIONARY);
    });
    await client.query(
      `UPDATE ${SCHEMA}.file SET content = given.content, sum = given.sum, dictionary = given.dictionary
       FROM unnest($1::text[], $2::bytea[], $3::bigint[], $4::bigint[]) AS given (sha256, content, sum, dictionary)
       WHERE file.sha256 = given.sha256`,
      [
        put.map(({ sha256 }) => sha256),
        put.map(({ content }) => content),
        put.map(({ sum }) => sum),
        put.map(({ dictionaryId }) => dictionaryId),
      ],
    );
    last = rows.at(-1)?.sha256 ?? last;
  }
}
