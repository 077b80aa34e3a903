/** Reads and scores one workbook at a time, in a thread of its own. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workerData } from 'piscina';
import { diagnose } from '../diagnostic/diagnostic.js';
import { loadModel } from '../model/load.js';
import type { ModelShelf } from '../workbook/read.js';
import type { Item } from './discover.js';
import { readItem } from './read-item.js';
import { recordOf, rejectedRecord, type IngestRecord } from './record.js';

export interface WorkerStart {
  readonly modelFolder: string;
  readonly model: { readonly id: string; readonly version: string };
  /** Digests of the files that a store has already; they are not parsed again. */
  readonly known: ReadonlySet<string>;
}

export type WorkerResult = IngestRecord | { readonly known: string; readonly path: string; readonly modified: number };

const { modelFolder, model, known } = workerData as WorkerStart; // as `ingest` started it
const shelf = loadShelf();

function loadShelf(): ModelShelf {
  const read = (path: string): string | undefined =>
    existsSync(join(modelFolder, path)) ? readFileSync(join(modelFolder, path), 'utf8') : undefined;
  const loaded = loadModel(read, model.id, model.version).value;
  if (!loaded) throw new Error(`the model ${model.id} ${model.version} can't be loaded`);
  const usual = loaded.model;
  return { usual, find: (id, version) => (id === usual.id && version === usual.version ? usual : undefined) };
}

export default function ingestOne(item: Item): WorkerResult {
  const { path } = item;
  const { value, diagnostics } = readItem(item);
  if (!value) return rejectedRecord(path, diagnostics);
  const { bytes, modified } = value;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (known.has(sha256)) return { known: sha256, path, modified };
  try {
    return recordOf(bytes, { path, sha256, modified }, shelf);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return rejectedRecord(path, [diagnose('our-fault', {}, { detail })], sha256);
  }
}
