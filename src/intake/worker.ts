/** Reads and scores one workbook at a time, in a thread of its own. */
import { workerData } from 'piscina';
import { ourFault, recordOf, rejectedRecord, tooSlow, type Outcome, type RecordKind } from '../desk/record.js';
import { sha256 as digestOf } from '../host/digest.js';
import { ZLIB } from '../host/zlib.js';
import { modelsOf, Shelf } from '../layout/shelf.js';
import { LANGUAGES, USUAL_LANGUAGE } from '../locale/languages.js';
import type { Model } from '../model/model.js';
import { FINISHED } from './clock.js';
import type { Item } from './discover.js';
import { ItemReader } from './read-item.js';

export interface WorkerStart {
  /** The usual one first. */
  readonly models: readonly [Model, ...Model[]];
  /** See `Models`. */
  readonly isChosen?: boolean;
  /** Language of the sentences in lines of JSON. */
  readonly language: string;
  readonly kind: RecordKind;
  /** See `RecordContext`. */
  readonly strict?: boolean;
  /** Name and version of this program. */
  readonly tool: string;
  /** Digests of the files that a store has already; they are not parsed again. */
  readonly known: ReadonlySet<string>;
  /** See `Reading`. */
  readonly today?: string | undefined;
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

const {
  models,
  isChosen = false,
  kind,
  strict = false,
  tool,
  known,
  timeLimit,
  language,
  today,
  started,
} = workerData as WorkerStart; // as `ingest` started it
const shelf = new Shelf({ ...modelsOf(models, models[0]), isChosen });
const { messages } = LANGUAGES[language] ?? USUAL_LANGUAGE;
const reader = new ItemReader();

export default function ingestOne({ item, slot }: Task): Outcome {
  const start = Date.now();
  started[slot] = start;
  try {
    return readOne(item, start);
  } finally {
    started[slot] = FINISHED;
  }
}

/** Milliseconds that clocks may go apart. */
const APART = 86_400_000;

/** A time that has not come yet is none: a sender's clock, or an archive, has made it up. */
function likely(modified: number): number {
  return modified > Date.now() + APART ? 0 : modified;
}

function readOne(item: Item, start: number): Outcome {
  const { path } = item;
  const { value, findings } = reader.read(item);
  if (!value) return rejectedRecord(path, findings, { kind, messages });
  const { bytes } = value;
  const modified = likely(value.modified);
  const sha256 = digestOf(bytes);
  if (known.has(sha256)) return { status: 'unchanged', path, sha256, modified };
  try {
    const record = recordOf(
      bytes,
      { path, sha256, modified },
      { shelf, kind, strict, tool, messages, today, inflater: ZLIB },
    );
    return Date.now() - start > timeLimit ? rejectedRecord(path, [tooSlow(timeLimit)], { kind, messages }) : record;
  } catch (error) {
    return rejectedRecord(path, [ourFault(error)], { kind, messages }, { sha256, size: bytes.length, modified, tool });
  }
}
