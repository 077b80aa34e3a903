/** What is new in folders, one look after the other: each file once it is complete, and again when it has changed. */
import { setTimeout } from 'node:timers/promises';
import { rememberedInMemory, type Remembered } from '../desk/remembered.js';
import type { Clock } from '../desk/clock.js';
import type { Item } from '../desk/source.js';
import { find, type Finding } from '../diagnostic/finding.js';
import { fileState } from '../host/file-state.js';
import { discover, type DiscoverOptions } from './discover.js';
import { hasWholePackage } from './whole.js';

/** Milliseconds from the end of a look to the next one. Folders that are shared or synchronized tell nobody of what is new. */
const PAUSE = 2_000;
/** A pause is this many times as long as a look that found nothing new: a large folder is looked at less often. */
const SHARE = 10;
/** Milliseconds in which a file must not have changed; one whose end is missing is waited for longer. */
const SETTLED = { whole: 2_000, cut: 60_000 } as const;

/** What is remembered of a file: how it was when it was looked at last. */
export interface SeenState {
  /** Size and times of the file, and who may read it. */
  readonly is: string;
  /** When it was found so for the first time, in milliseconds of the clock. */
  readonly since: number;
  readonly isTaken: boolean;
}

export interface WatchOptions extends Pick<DiscoverOptions, 'report' | 'skip'> {
  readonly seen?: Remembered<SeenState>;
  readonly stop: AbortSignal;
  /** For tests: the time, which nobody sets back, and the milliseconds that are waited. */
  readonly clock?: Clock;
  readonly pause?: number;
  readonly settled?: Readonly<Record<keyof typeof SETTLED, number>>;
}

/**
 * Looks at the paths until it is stopped; gives what is new at each look, which may be nothing. What one look gives has to
 * be asked for to its end before the next one.
 */
export async function* watch(paths: readonly string[], options: WatchOptions): AsyncGenerator<AsyncGenerator<Item>> {
  const { seen = rememberedInMemory(), stop, skip, report, pause = PAUSE, settled = SETTLED } = options;
  const { clock = () => performance.now() } = options;
  const told = onlyOnce(report);
  const isNew = newIn({ seen, clock, settled, report: told.report });
  while (!stop.aborted) {
    const started = performance.now();
    const look = { files: 0 };
    const isWanted = (file: string): boolean => {
      const is = isNew(file);
      if (is) look.files += 1;
      return is;
    };
    yield discover(paths, { isWanted, report: told.report, ...(skip ? { skip } : {}) });
    told.next();
    await wait(look.files > 0 ? pause : Math.max(pause, SHARE * (performance.now() - started)), stop);
  }
}

/** Node puts this character in a name for bytes that are not text; no file can be opened by such a name. */
const NO_TEXT = '\ufffd';

/** True of a file that is complete, and was not taken as it is now. */
function newIn({
  seen,
  clock,
  settled,
  report,
}: Required<Pick<WatchOptions, 'seen' | 'clock' | 'settled'>> & { readonly report: (finding: Finding) => void }) {
  return (file: string): boolean => {
    const state = fileState(file);
    // It is gone, or may not be read: the next look tries again.
    if (!state) {
      if (file.includes(NO_TEXT)) report(find('file-unreadable', { file }, { reason: 'ENOENT' }));
      return false;
    }
    // One that nobody was allowed to read is tried again when that has changed, and another one in its place is another one.
    const is = `${state.size} ${state.modified} ${state.mode} ${state.changed}`;
    // Not the time of day: the clock may be set while a file is waited for.
    const [before, now] = [seen.get(file), clock()];
    if (before?.is !== is) {
      seen.set(file, { is, since: now, isTaken: false });
      return false;
    }
    if (before.isTaken || now - before.since < settled[hasWholePackage(file) ? 'whole' : 'cut']) return false;
    seen.set(file, { ...before, isTaken: true });
    return true;
  };
}

/** What is found at every look, such as a folder that can't be read, is told when it is found first. */
function onlyOnce(report: (finding: Finding) => void = () => undefined) {
  let [before, now] = [new Set<string>(), new Set<string>()];
  return {
    report: (finding: Finding): void => {
      const key = `${finding.code} ${finding.file ?? ''}`;
      if (!before.has(key)) report(finding);
      now.add(key);
    },
    next: (): void => {
      [before, now] = [now, new Set()];
    },
  };
}

async function wait(milliseconds: number, stop: AbortSignal): Promise<void> {
  try {
    await setTimeout(milliseconds, undefined, { signal: stop });
  } catch {
    // It was stopped.
  }
}
