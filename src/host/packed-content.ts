/**
 * The content of a row in few bytes, whichever database keeps it: answers by columns, what people wrote one behind the other,
 * deflated with a dictionary of what the model says. Unpacking gives the values that were packed, with their keys in order.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { RowContent } from '../desk/row.js';

/** Which form the bytes have; another number is another form. */
const FORM = 1;
/** Form, bytes before packing, bytes of them that are texts. */
const HEAD = 9;
/** More than this no row unpacks to, whatever its bytes say: the reader of workbooks keeps far less of each. */
const MOST = 256 * 1024 * 1024;
/** Between two texts; a text that contains it is kept in the JSON. */
const END = '\0';

/** Long texts stand first and as the objects have them, since those of one object are alike; then the others, column by column. */
const [BY_OBJECT, BY_COLUMN] = [1, 0] as const;
/** Characters on average from which on texts are long. */
const LONG = 30;

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
  /** Values by column, or where they are among the texts. */
  readonly v: readonly (readonly unknown[] | typeof BY_OBJECT | typeof BY_COLUMN)[];
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

/** Packs the content of a row. `dictionary`: see `dictionaryFor`; whoever unpacks needs the same one. */
export function packContent(content: RowContent, dictionary: Uint8Array): Uint8Array {
  const { organization, answers, findings, feedback } = content;
  const scores = content.scores as unknown as Json; // with whatever lists it has
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

/** Objects as columns; what is text goes to `texts` where they are given. */
function columnsOf(values: readonly unknown[], texts?: string[]): Columns | { readonly p: readonly unknown[] } {
  const lists = new Map<string, Names>();
  const numbers = new Map<string, number>();
  const places = new Map<string, number>();
  const columns: unknown[][] = [];
  const of: number[] = [];
  for (const value of values) {
    if (!isPlain(value)) return { p: values };
    const names = Object.keys(value);
    const list = JSON.stringify(names);
    const at = numbers.get(list) ?? numbers.size;
    numbers.set(list, at);
    lists.set(list, names);
    of.push(at);
    for (const name of names) {
      const place = places.get(name) ?? places.size;
      places.set(name, place);
      (columns[place] ??= []).push(value[name]);
    }
  }
  const named = columns.map((column) => ({ column, text: texts && textOf(column) }));
  const v = named.map(({ column, text }) => {
    if (text === undefined) return column;
    return text.length > LONG * column.length ? BY_OBJECT : BY_COLUMN;
  });
  const n = [...places.keys()];
  if (texts) {
    for (const value of values as readonly Json[])
      for (const [name, text] of Object.entries(value))
        if (v[places.get(name) ?? 0] === BY_OBJECT) texts.push(text as string); // all in the column are
    for (const [i, { text }] of named.entries()) if (v[i] === BY_COLUMN) texts.push(text ?? '');
  }
  return { n, l: [...lists.values()].map((names) => names.map((name) => places.get(name) ?? 0)), o: of, v };
}

/** The values of a column one behind the other, where all of them are texts that UTF-8 can write. */
function textOf(values: readonly unknown[]): string | undefined {
  if (!values.every((each) => typeof each === 'string' && !each.includes(END))) return undefined;
  const text = values.join(END);
  return /\p{Cs}/u.test(text) ? undefined : text;
}

/** A record that JSON gives back as it is, also when it is made name by name. */
function isPlain(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !Object.hasOwn(value, '__proto__');
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
  const countOf = (kind: unknown): number =>
    counts.reduce((sum, each, place) => sum + (v[place] === kind ? each : 0), 0);
  let begin = countOf(BY_OBJECT);
  const next = v.map((values, place) => {
    if (values !== BY_COLUMN) return 0;
    begin += counts[place] ?? 0;
    return begin - (counts[place] ?? 0);
  });
  let text = 0;
  return o.map((list) => {
    const [names, places] = [lists[list] ?? [], l[list] ?? []];
    const made: Record<string, unknown> = {};
    for (let i = 0; i < names.length; i += 1) {
      const place = places[i] ?? 0;
      const values = v[place];
      if (values === BY_OBJECT) {
        made[names[i] ?? ''] = texts[text];
        text += 1;
        continue;
      }
      const at = next[place] ?? 0;
      next[place] = at + 1;
      made[names[i] ?? ''] = (values || texts)[at];
    }
    return made;
  });
}
