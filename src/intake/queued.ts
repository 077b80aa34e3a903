/** Files as they wait in a queue, and how they are read once they were taken. */
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import type { QueuedFile, TakenFile } from '../desk/queue.js';
import type { Outcome } from '../desk/record.js';
import type { KeptRow } from '../desk/row.js';
import type { Item } from '../desk/source.js';
import type { IsKnown } from '../desk/take-in.js';
import { unread } from '../desk/work.js';
import type { Finding } from '../diagnostic/finding.js';
import { fileState } from '../host/file-state.js';
import { beginIn, ended, removeLeftIn } from '../host/unfinished.js';
import { isInBucket } from './bucket-address.js';
import { Objects } from './bucket.js';
import { Workers, type IngestOptions } from './ingest.js';
import { Line } from './line.js';

/** Items of this machine as others find them: by their whole path, with size and time. */
export async function* queuedIn(items: AsyncIterable<Item>): AsyncGenerator<QueuedFile> {
  for await (const { path, file, entry } of items) {
    yield { path, file: resolve(file), ...(entry === undefined ? {} : { entry }), ...asItIs(file) };
  }
}

/** Size and time of a file, if it can be looked at. */
function asItIs(file: string): Pick<QueuedFile, 'size' | 'modified'> {
  const { size, modified } = fileState(file) ?? {};
  return size === undefined || modified === undefined ? {} : { size, modified: Math.floor(modified) };
}

/** True for a file that is there, and is not as it was when it was added. */
function hasChanged({ file, size, modified }: QueuedFile): boolean {
  const now = asItIs(file);
  return now.size !== undefined && size !== undefined && (now.size !== size || now.modified !== modified);
}

/** Objects that are downloaded at the same time. */
const DOWNLOADED_AT_A_TIME = 8;

/** Reads what was taken, one turn after the other, with the same threads; close it in the end. */
export class TurnReader {
  #isKnown: IsKnown = () => Promise.resolve(false);
  #workers: Promise<Workers> | undefined;
  #objects: Objects | undefined;

  /** `changed` is told of files that are not as they were when they were added. */
  constructor(
    private readonly options: IngestOptions,
    private readonly stop: AbortSignal,
    private readonly changed: (file: TakenFile) => void,
  ) {}

  /** One outcome for each file; none from the moment at which it is stopped. */
  async *read(files: readonly TakenFile[], isKnown: IsKnown): AsyncGenerator<Outcome<KeptRow>> {
    this.#isKnown = isKnown;
    this.#workers ??= Workers.start(this.options, (sha256) => this.#isKnown(sha256), this.stop);
    for (const file of files) if (hasChanged(file)) this.changed(file);
    const spooled: string[] = [];
    try {
      const objects = await this.#download(
        files.filter(({ file }) => isInBucket(file)),
        spooled,
      );
      if (this.#isStopped()) return;
      const items = new Map<Item, TakenFile>();
      for (const file of files) {
        const found = objects.get(file);
        if (found === undefined) items.set(file, file);
        else if (typeof found === 'string') items.set({ path: file.path, file: found }, file);
        else yield unread(file, found);
      }
      if (items.size === 0) return;
      for await (const outcome of (await this.#workers).read(items.keys())) {
        // Whoever waits when it is stopped is sent on with any answer.
        if (this.#isStopped()) return;
        const item = outcome.item && items.get(outcome.item);
        yield { ...outcome, ...(item ? { item } : {}) };
      }
    } finally {
      for (const each of spooled) remove(each);
    }
  }

  async close(): Promise<void> {
    this.#objects?.close();
    await (await this.#workers)?.close();
  }

  #isStopped(): boolean {
    return this.stop.aborted;
  }

  /** Each object as a file of this machine, or why there is none. */
  async #download(
    objects: readonly TakenFile[],
    spooled: string[],
  ): Promise<ReadonlyMap<TakenFile, string | readonly Finding[]>> {
    const all = new Map<TakenFile, string | readonly Finding[]>();
    const [first] = objects;
    if (!first) return all;
    if (!this.#objects) removeLeftIn(tmpdir());
    const from = (this.#objects ??= await Objects.open(first.file));
    const line = new Line(DOWNLOADED_AT_A_TIME);
    const downloaded = await Promise.allSettled(
      objects.map((object) =>
        line.run(async () => {
          const into = beginIn(tmpdir());
          spooled.push(into);
          const { findings, hasChanged } = await from.download(object, into, this.stop);
          if (hasChanged) this.changed(object);
          all.set(object, findings.length > 0 ? findings : into);
        }),
      ),
    );
    const failure = downloaded.find((each) => each.status === 'rejected');
    if (failure) throw failure.reason;
    return all;
  }
}

function remove(spooled: string): void {
  rmSync(spooled, { force: true });
  ended(spooled);
}
