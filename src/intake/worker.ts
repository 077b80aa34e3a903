/** Reads and scores one workbook at a time, or marks it, in a thread of its own. */
import { parentPort } from 'node:worker_threads';
import { move, workerData } from 'piscina';
import { markedCopy, type GivingBack } from '../desk/give-back.js';
import { rejectedRecord, tooSlow, type IngestRecord, type Outcome } from '../desk/record.js';
import type { KeptRow } from '../desk/row.js';
import { sha256 as digestOf } from '../host/digest.js';
import { setEngineAgain } from '../host/engine.js';
import { Room } from '../host/files.js';
import { letGo } from '../host/let-go.js';
import { packedWith, packRow } from '../host/packing.js';
import { ZLIB } from '../host/zlib.js';
import type { Item } from '../desk/source.js';
import { ASKING, FINISHED } from './clock.js';
import { contextOf, likely, recordOfSent, type IntakeOptions } from './outcome.js';
import { ItemReader } from './read-item.js';
import { ANSWER, type Question } from './turns.js';

export interface WorkerStart extends IntakeOptions {
  /** Milliseconds that one file may take. */
  readonly timeLimit: number;
  /** By slot: when its file was begun, and whether it is finished. */
  readonly started: Float64Array;
  /** By slot: what is answered to the question whether its bytes are known. */
  readonly answers: Int32Array;
  /** What rows are packed with, by the names of models; rows of any other model are left to the store. */
  readonly dictionaries?: Readonly<Record<string, Uint8Array>>;
}

/** A file to be read, or with `turn` left out to be marked, and where to say that it was begun. */
export interface Task {
  readonly item: Item;
  readonly slot: number;
  readonly turn?: number;
}

/** What comes of it: of one to be marked its copy, if there are answers to give back. */
export type Done = Outcome<KeptRow> | Uint8Array | undefined;

setEngineAgain();

const { timeLimit, started, answers, dictionaries = {}, ...options } = workerData as WorkerStart; // as `ingest` started it
const packings = new Map(Object.entries(dictionaries).map(([name, bytes]) => [name, packedWith(bytes)]));
const context = contextOf(options);
const { shelf, today } = context;
const reader = new ItemReader(new Room());

export default async function doOne({ item, slot, turn }: Task): Promise<Done> {
  const start = Date.now();
  started[slot] = start;
  try {
    return turn === undefined ? await markOne(item) : await readOne(item, { slot, turn, start });
  } finally {
    started[slot] = FINISHED;
  }
}

async function markOne(item: Item): Promise<Done> {
  const { value } = await reader.read(item);
  if (!value) return undefined;
  // What writes workbooks is loaded by those who need it only.
  const { annotateWorkbook } = await import('../workbook/annotate.js');
  const annotate: GivingBack['annotate'] = (read, findings) => annotateWorkbook(read, findings, letGo);
  const copy = await markedCopy(value.bytes, { shelf, annotate, today, inflater: ZLIB });
  return copy && (move(new Uint8Array(copy)) as Uint8Array);
}

/** Where a file stands while it is read. */
interface Place {
  readonly slot: number;
  readonly turn: number;
  readonly start: number;
}

/** Asks whether bytes are known; gives the milliseconds that it has waited for the answer. */
function ask(sha256: string, { slot, turn, start }: Place): { readonly isKnown: boolean; readonly waited: number } {
  const asked = Date.now();
  started[slot] = ASKING;
  parentPort?.postMessage({ turn, sha256 } satisfies Question);
  Atomics.wait(answers, slot, ANSWER.none);
  const waited = Date.now() - asked;
  started[slot] = start + waited;
  return { isKnown: Atomics.load(answers, slot) === ANSWER.known, waited };
}

async function readOne(item: Item, place: Place): Promise<Outcome<KeptRow>> {
  const { path } = item;
  const { value, findings } = await reader.read(item);
  if (!value) return rejectedRecord(path, findings, context);
  const { bytes } = value;
  const modified = likely(value.modified);
  const sha256 = digestOf(bytes);
  const { isKnown, waited } = ask(sha256, place);
  if (isKnown) return { status: 'unchanged', path, sha256, modified };
  const record = ready(recordOfSent({ ...value, modified }, { path, sha256 }, context));
  const isSlow = Date.now() - place.start - waited > timeLimit;
  return isSlow ? rejectedRecord(path, [tooSlow(timeLimit)], context, { sha256 }) : record;
}

/** Packs its row, so that the thread that writes has next to nothing to do. */
function ready(record: IngestRecord): IngestRecord<KeptRow> {
  const packing = record.row && packings.get(record.row.model);
  return record.row && packing ? { ...record, row: packRow(record.row, packing) } : record;
}
