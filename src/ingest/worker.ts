/** Reads and scores one workbook at a time, in a thread of its own. */
import { createHash } from 'node:crypto';
import { workerData } from 'piscina';
import type { Model } from '../model/schema.js';
import { FINISHED } from './clock.js';
import type { Item } from './discover.js';
import { readItem } from './read-item.js';
import { ourFault, recordOf, rejectedRecord, tooSlow, type IngestRecord, type RecordKind } from './record.js';

export interface WorkerStart {
  readonly model: Model;
  readonly kind: RecordKind;
  /** Name and version of this program. */
  readonly tool: string;
  /** Digests of the files that a store has already; they are not parsed again. */
  readonly known: ReadonlySet<string>;
  /** Milliseconds that one file may take. */
  readonly timeLimit: number;
  /** By slot: when its file was begun, and whether it is finished. */
  readonly started: Float64Array;
}

/** A file to be read, and where to say that it was begun. */
export interface Task {
  readonly item: Item;
  readonly slot: number;
}

/** The store has the bytes at this path already. */
export interface KnownFile {
  readonly known: string;
  readonly path: string;
  readonly modified: number;
}

const { model, kind, tool, known, timeLimit, started } = workerData as WorkerStart; // as `ingest` started it
const shelf = {
  usual: model,
  find: (id: string, version: string) => (id === model.id && version === model.version ? model : undefined),
};

export default function ingestOne({ item, slot }: Task): IngestRecord | KnownFile {
  const start = Date.now();
  started[slot] = start;
  try {
    return readOne(item, start);
  } finally {
    started[slot] = FINISHED;
  }
}

function readOne(item: Item, start: number): IngestRecord | KnownFile {
  const { path } = item;
  const { value, diagnostics } = readItem(item);
  if (!value) return rejectedRecord(path, diagnostics, kind);
  const { bytes, modified } = value;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (known.has(sha256)) return { known: sha256, path, modified };
  try {
    const record = recordOf(bytes, { path, sha256, modified }, { shelf, kind, tool });
    return Date.now() - start > timeLimit ? rejectedRecord(path, [tooSlow(timeLimit)], kind) : record;
  } catch (error) {
    return rejectedRecord(path, [ourFault(error)], kind, { sha256, size: bytes.length, modified, tool });
  }
}
