/**
 * The content of a row in few bytes, whichever database keeps it: answers by columns, what people wrote one behind the other,
 * deflated with a dictionary of what the model says. Unpacking gives the values that were packed, with their keys in order.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { contentOf, type LongColumns, type RowContent } from '../../desk/row.js';

/** Which form the bytes have; another number is another form. */
const FORM = 1;
/** Form, bytes before packing, bytes of them that are texts. */
const HEAD = 9;
/** More than this no row unpacks to, whatever its bytes say: the reader of workbooks keeps far less of each. */
const MOST = 256 * 1024 * 1024;
/** Between two texts; a text that has it stands in the JSON. */
const END = '\0';

type Names = readonly string[];
type Json = Readonly<Record<string, unknown>>;

/** Objects as columns: lists of names, which list each object has, and the values of each name one behind the other. */
interface Columns {
  /** Names of the columns. */
  readonly n: Names;
  /** Places of names in `n`, by list. */
  readonly l: readonly (readonly number[])[];
  /** The list of each object. */
  readonly o: readonly number[];
  /** Values by column; 0 for a column whose values are among the texts. */
  readonly v: readonly (readonly unknown[] | 0)[];
}

/** What stands behind the texts, in JSON. `p`: objects as they are, where columns would lose something. */
interface Rest {
  readonly ids: Names;
  readonly answers: Columns | { readonly p: readonly unknown[] };
  readonly organization: unknown;
  readonly scores: unknown;
  readonly findings: unknown;
  readonly feedback: unknown;
}

/** Lists of scores that have the same names in each of their objects. */
const LISTS = ['domains', 'categories'] as const;

/** Packs the long columns of a row. `dictionary`: see `dictionaryOf`; whoever unpacks needs the same one. */
export function packContent(row: LongColumns, dictionary: Uint8Array): Uint8Array {
  const { organization, scores, answers, findings, feedback } = contentOf(row);
  const texts: string[] = [];
  const lists = LISTS.flatMap((name) =>
    Array.isArray(scores[name]) ? [[name, columnsOf(scores[name])] as const] : [],
  );
  const rest: Rest = {
    ids: Object.keys(answers),
    answers: columnsOf(Object.values(answers), texts),
    organization,
    scores: { ...scores, ...Object.fromEntries(lists) },
    findings,
    feedback,
  };
  const ends = Buffer.from(texts.join(END));
  const raw = Buffer.concat([ends, Buffer.from(JSON.stringify(rest))]);
  const head = Buffer.alloc(HEAD);
  head.writeUInt8(FORM, 0);
  head.writeUInt32LE(raw.length, 1);
  head.writeUInt32LE(ends.length, 5);
  return Buffer.concat([head, deflateRawSync(raw, { dictionary, memLevel: 9 })]);
}

/** Back from the bytes. Throws where they are not what `packContent` gives; never unpacks more than the bytes say, and than `MOST`. */
export function unpackContent(bytes: Uint8Array, dictionary: Uint8Array): RowContent {
  const packed = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (packed.readUInt8(0) !== FORM) throw new Error('another form');
  const [size, ends] = [packed.readUInt32LE(1), packed.readUInt32LE(5)];
  if (size > MOST || ends > size) throw new Error('too long');
  const raw = inflateRawSync(packed.subarray(HEAD), { dictionary, maxOutputLength: Math.max(size, 1) });
  if (raw.length !== size) throw new Error('another length');
  const rest = JSON.parse(raw.toString('utf8', ends)) as Rest; // as `packContent` wrote it
  const texts = raw.toString('utf8', 0, ends).split(END);
  const answers = recordOf(rest.ids, objectsOf(rest.answers, texts));
  const scores = rest.scores as Record<string, unknown>;
  for (const name of LISTS)
    if (Object.hasOwn(scores, name)) scores[name] = objectsOf(scores[name] as Rest['answers'], []);
  const { organization, findings, feedback } = rest;
  return { organization, scores, answers, findings, feedback } as unknown as RowContent; // as it was packed
}

/** Objects as columns; what is text goes to `texts` where they are given. The longest column is first, since a dictionary helps the beginning most. */
function columnsOf(values: readonly unknown[], texts?: string[]): Columns | { readonly p: readonly unknown[] } {
  const lists = new Map<string, number>();
  const places = new Map<string, number>();
  const columns: unknown[][] = [];
  const of: number[] = [];
  for (const value of values) {
    if (!isPlain(value)) return { p: values };
    const names = Object.keys(value);
    const list = JSON.stringify(names);
    const at = lists.get(list) ?? lists.size;
    lists.set(list, at);
    of.push(at);
    for (const name of names) {
      const place = places.get(name) ?? places.size;
      places.set(name, place);
      (columns[place] ??= []).push(value[name]);
    }
  }
  const length = (column: readonly unknown[]): number => JSON.stringify(column).length;
  const named = [...places.keys()].map((name, i) => ({ name, column: columns[i] ?? [] }));
  const sorted = texts
    ? named.map((each) => ({ ...each, length: length(each.column) })).sort((a, b) => b.length - a.length)
    : named;
  const n = sorted.map(({ name }) => name);
  const l = [...lists.keys()].map((list) => (JSON.parse(list) as string[]).map((name) => n.indexOf(name)));
  const v = sorted.map(({ column }) => {
    if (!texts || !column.every(isText)) return column;
    for (const text of column) texts.push(text);
    return 0;
  });
  return { n, l, o: of, v };
}

/** A record that JSON gives back as it is, also when it is made name by name. */
function isPlain(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !Object.hasOwn(value, '__proto__');
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && !value.includes(END) && !/\p{Cs}/u.test(value);
}

/** An object by names and values; `__proto__` is a name like any other. */
function recordOf(names: Names, values: readonly unknown[]): Json {
  if (names.includes('__proto__')) return Object.fromEntries(names.map((name, i) => [name, values[i]]));
  const made: Record<string, unknown> = {};
  for (let i = 0; i < names.length; i += 1) made[names[i] ?? ''] = values[i];
  return made;
}

/** Back from columns. */
function objectsOf(columns: Rest['answers'], texts: readonly string[]): unknown[] {
  if ('p' in columns) return [...columns.p];
  const { n, l, o, v } = columns;
  const lists = l.map((places) => places.map((place) => n[place] ?? ''));
  // Where each column begins among the texts, and how far each has been read.
  const counts = n.map(() => 0);
  for (const list of o) for (const place of l[list] ?? []) counts[place] = (counts[place] ?? 0) + 1;
  let begin = 0;
  const next = v.map((values, place) => {
    const from = values === 0 ? begin : 0;
    if (values === 0) begin += counts[place] ?? 0;
    return from;
  });
  return o.map((list) => {
    const [names, places] = [lists[list] ?? [], l[list] ?? []];
    const made: Record<string, unknown> = {};
    for (let i = 0; i < names.length; i += 1) {
      const place = places[i] ?? 0;
      const at = next[place] ?? 0;
      next[place] = at + 1;
      made[names[i] ?? ''] = (v[place] || texts)[at];
    }
    return made;
  });
}
