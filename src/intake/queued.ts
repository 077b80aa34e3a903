/** Files as they wait in a queue, and how they are read once they were taken. */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { QueuedFile } from '../desk/queue.js';
import type { Outcome } from '../desk/record.js';
import type { Item } from '../desk/source.js';
import type { IsKnown } from '../desk/take-in.js';
import { Workers, type IngestOptions } from './ingest.js';

/** Items of this machine as others find them: by their whole path, with size and time. */
export async function* queuedIn(items: AsyncIterable<Item>): AsyncGenerator<QueuedFile> {
  for await (const { path, file, entry } of items) {
    yield { path, file: resolve(file), ...(entry === undefined ? {} : { entry }), ...asItIs(file) };
  }
}

/** Size and time of a file, as far as somebody can say. */
function asItIs(file: string): Pick<QueuedFile, 'size' | 'modified'> {
  try {
    const { size, mtimeMs } = statSync(file);
    return { size, modified: Math.floor(mtimeMs) };
  } catch {
    return {};
  }
}

/** True for a file that is there, and is not as it was when it was added. */
export function hasChanged({ file, size, modified }: QueuedFile): boolean {
  const now = asItIs(file);
  return now.size !== undefined && size !== undefined && (now.size !== size || now.modified !== modified);
}

/** Reads what was taken, one turn after the other, with the same threads; close it in the end. */
export class TurnReader {
  #isKnown: IsKnown = () => Promise.resolve(false);
  #workers: Promise<Workers> | undefined;

  constructor(
    private readonly options: IngestOptions,
    private readonly stop: AbortSignal,
  ) {}

  /** One outcome for each item, in their order; none from the moment at which it is stopped. */
  async *read(items: readonly Item[], isKnown: IsKnown): AsyncGenerator<Outcome> {
    this.#isKnown = isKnown;
    this.#workers ??= Workers.start(this.options, (sha256) => this.#isKnown(sha256), this.stop);
    for await (const outcome of (await this.#workers).read(items)) {
      // Whoever waits when it is stopped is sent on with any answer.
      if (this.stop.aborted) return;
      yield outcome;
    }
  }

  async close(): Promise<void> {
    await (await this.#workers)?.close();
  }
}
