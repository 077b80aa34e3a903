/** Rows packed with what many workbooks of one model have in common: it is written as a reference of a few bits. */
import { contentOf, LONG_COLUMNS, type FileRow, type KeptRow, type ReadyRow } from '../desk/row.js';
import { USUAL_LANGUAGE } from '../locale/languages.js';
import { objectivesOf, type Model } from '../model/model.js';
import { readModelName } from '../model/named.js';
import { sha256 } from './digest.js';
import { openModels } from './models.js';
import { packContent, unpackContent } from './packed-content.js';

/** Pieces of evidence of each objective, so that all objectives have a place in it. */
const EVIDENCE = 2;
/** Deflate looks no further back than this, in bytes. */
const MOST = 32_000;

/**
 * The dictionary of a model, by its name in a row, such as `aismm 1.1`: ids, then titles with the evidence that is asked for.
 * Empty for a model that does not come with the program. A store keeps it, since packed rows cannot be read without it, and
 * a later version of the program may say something else.
 */
export function dictionaryFor(name: string): string {
  const known = made.get(name) ?? madeFor(name);
  made.set(name, known);
  return known;
}

const made = new Map<string, string>();

function madeFor(name: string): string {
  const { id, version } = readModelName(name);
  const model = name === '' ? undefined : openModels().value?.find(id, version, USUAL_LANGUAGE.id);
  return model ? dictionaryOf(model) : '';
}

function dictionaryOf(model: Model): string {
  const objectives = objectivesOf(model);
  const ids = JSON.stringify(objectives.map(({ id }) => id));
  const texts = objectives.flatMap(({ title = '', evidence }) => [title, ...evidence.slice(0, EVIDENCE)]).join('\n');
  return new TextDecoder().decode(Buffer.from(`${ids}\n${texts}`).subarray(0, MOST));
}

/** What rows are packed with. */
export interface PackedWith {
  readonly bytes: Uint8Array;
  readonly digest: string;
}

/** A dictionary as rows are packed with it. */
export const packedWith = (bytes: Uint8Array): PackedWith => ({ bytes, digest: sha256(bytes) });

/** A row with its long columns packed, for whoever stores it. */
export function packRow(row: FileRow, { bytes, digest }: PackedWith): ReadyRow {
  const isLong = (name: string): boolean => (LONG_COLUMNS as readonly string[]).includes(name);
  const narrow = Object.fromEntries(Object.entries(row).filter(([name]) => !isLong(name)));
  return {
    ...(narrow as Omit<ReadyRow, 'packed' | 'packedWith'>),
    packed: packContent(contentOf(row), bytes),
    packedWith: digest,
  };
}

/** The content of a row as a store keeps it: one that was packed with something else than the store has is packed again. */
export function packedIn(row: KeptRow, { bytes, digest }: PackedWith): Uint8Array {
  if (!('packed' in row)) return packContent(contentOf(row), bytes);
  if (row.packedWith === digest) return row.packed;
  return packContent(unpackContent(row.packed, Buffer.from(dictionaryFor(row.model))), bytes);
}
