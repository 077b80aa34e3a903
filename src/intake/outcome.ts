/** What becomes of the bytes of one file, in whichever thread they are read. */
import { ourFault, recordOf, rejectedRecord, type IngestRecord, type RecordContext } from '../desk/record.js';
import type { Sent } from '../desk/source.js';
import { ZLIB } from '../host/zlib.js';
import { modelsOf, Shelf } from '../layout/shelf.js';
import { messagesIn } from '../locale/messages.js';
import type { Model } from '../model/model.js';

/** How files are read, as plain data that threads can be handed. */
export interface IntakeOptions extends Pick<RecordContext, 'kind' | 'strict' | 'tool' | 'today'> {
  /** The usual one first. */
  readonly models: readonly [Model, ...Model[]];
  /** See `Models`. */
  readonly isChosen?: boolean;
  /** Language of the sentences in lines of JSON. */
  readonly language: string;
}

/** The same as whoever reads needs it. */
export function contextOf({ models, isChosen = false, language, kind, strict = false, tool, today }: IntakeOptions) {
  const shelf = new Shelf({ ...modelsOf(models, models[0]), isChosen });
  return { shelf, kind, strict, tool, messages: messagesIn(language), today, inflater: ZLIB } satisfies RecordContext;
}

/** Milliseconds that clocks may go apart. */
const APART = 86_400_000;

/** A time that has not come yet is none: a sender's clock, or an archive, has made it up. */
export function likely(modified: number): number {
  return modified > Date.now() + APART ? 0 : modified;
}

/** Reads and scores a workbook; of one that the program itself fails at, it says so. */
export function recordOfSent(
  { bytes, modified, mailedBy }: Sent,
  { path, sha256 }: { readonly path: string; readonly sha256: string },
  context: RecordContext,
): IngestRecord {
  const { tool } = context;
  try {
    return recordOf(bytes, { path, sha256, modified, mailedBy }, context);
  } catch (error) {
    const kept = { size: bytes.length, tool };
    return rejectedRecord(path, [ourFault(error)], context, { sha256, modified, mailedBy, kept });
  }
}
