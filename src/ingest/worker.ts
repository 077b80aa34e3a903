/** Reads and scores one workbook at a time, in a thread of its own. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { workerData } from 'piscina';
import { diagnose } from '../diagnostic/diagnostic.js';
import { loadModel } from '../model/load.js';
import type { ModelShelf } from '../workbook/read.js';
import { readArchive, readEntry } from '../xlsx/archive.js';
import type { ZipArchive } from '../xlsx/zip.js';
import type { Item } from './discover.js';
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
let archive: { file: string; zip: ZipArchive } | undefined;

function loadShelf(): ModelShelf {
  const read = (path: string): string | undefined =>
    existsSync(join(modelFolder, path)) ? readFileSync(join(modelFolder, path), 'utf8') : undefined;
  const loaded = loadModel(read, model.id, model.version).value;
  if (!loaded) throw new Error(`the model ${model.id} ${model.version} can't be loaded`);
  const usual = loaded.model;
  return { usual, find: (id, version) => (id === usual.id && version === usual.version ? usual : undefined) };
}

export default function ingestOne({ path, file, entry }: Item): WorkerResult {
  let bytes: Uint8Array;
  let modified: number;
  try {
    modified = Math.floor(statSync(file).mtimeMs);
    if (entry === undefined) bytes = new Uint8Array(readFileSync(file));
    else {
      if (archive?.file !== file) {
        const opened = readArchive(new Uint8Array(readFileSync(file)));
        if (!opened.value) return rejectedRecord(path, opened.diagnostics);
        archive = { file, zip: opened.value };
      }
      const content = readEntry(archive.zip, entry);
      if (!content.value) return rejectedRecord(path, content.diagnostics);
      bytes = content.value;
    }
  } catch (error) {
    const detail = (error as NodeJS.ErrnoException).code ?? '';
    return rejectedRecord(path, [diagnose('file-unreadable', {}, { detail })]);
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (known.has(sha256)) return { known: sha256, path, modified };
  try {
    return recordOf(bytes, { path, sha256, modified }, shelf);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return rejectedRecord(path, [diagnose('our-fault', {}, { detail })], sha256);
  }
}
