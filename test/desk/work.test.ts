/** A turn of a program that works on a queue: which files are done with, which are tried again, and what is given back. */
import { describe, expect, test } from 'vitest';
import { enqueue, TRIES, type QueuedFile, type TakenFile } from '../../src/desk/queue.js';
import type { Outcome } from '../../src/desk/record.js';
import type { KnownStatus } from '../../src/desk/results.js';
import { Unfinished, unread, workOn, workThrough } from '../../src/desk/work.js';
import { find } from '../../src/diagnostic/finding.js';
import { digest, entry } from '../store/entries.js';
import { TOLD } from '../store/earlier.js';

const taken = (name: string, more: Partial<TakenFile> = {}): TakenFile => ({
  ...{ path: `${name}.xlsx`, file: `/in/${name}.xlsx`, id: name, trying: 1, lost: 0 },
  ...more,
});

/** What becomes of files, by the outcomes that are read. */
async function work(
  files: readonly TakenFile[],
  outcomeOf: (file: TakenFile) => Outcome | undefined,
  known: Readonly<Record<string, KnownStatus>> = {},
) {
  const told: string[] = [];
  const { end, account } = await workOn(files, {
    results: {
      statusOf: (sha256) => Promise.resolve(known[sha256]),
      findingsOf: () => Promise.resolve(TOLD),
      senderOf: () => Promise.resolve({}),
    },
    read: async function* (readable, isKnown) {
      for (const file of readable) {
        const outcome = outcomeOf(file);
        if (!outcome) return;
        const is = outcome.sha256 !== '' && (await isKnown(outcome.sha256));
        const { path, sha256, modified } = outcome;
        yield { ...(is ? { status: 'unchanged', path, sha256, modified } : outcome), item: file };
      }
    },
    clock: () => 0,
    refused: ({ path, was }, tried) => void told.push(`${path} ${was} ${tried ? `try ${tried.trying}` : 'kept'}`),
  });
  const endings = [...end.endings].map(([id, each]) =>
    each.is === 'not-kept'
      ? `${id} ${each.why.map(({ code }) => code).join()} ${each.isLast ? 'last' : 'again'}`
      : `${id} ${each.is}`,
  );
  return { endings, kept: end.entries.map(({ path }) => path), told, account };
}

const unreadable = (file: TakenFile): Outcome => unread(file, [find('file-unreadable', {}, { reason: 'EIO' })]);

describe('a turn', () => {
  test('is done with what is kept, known or forgotten; anything else is tried again, and then no more', async () => {
    const files = ['new', 'copy', 'old', 'gone', 'bad', 'worse'].map((name) =>
      taken(name, { trying: name === 'worse' ? TRIES : 1 }),
    );
    const rejected = taken('rejected');
    const { endings, kept, told, account } = await work(
      [...files, rejected, taken('lost', { lost: TRIES })],
      (file) => {
        if (file.id === 'bad' || file.id === 'worse') return unreadable(file);
        const sha = file.id === 'copy' ? 'new' : file.id;
        return entry({ sha, path: file.path, ...(file === rejected ? { rejected: true } : {}) });
      },
      { [digest('old')]: 'rejected', [digest('gone')]: 'forgotten' },
    );
    expect(endings.sort()).toEqual([
      'bad file-unreadable again',
      'copy duplicate',
      'gone unchanged',
      'lost ended-while-reading last',
      'new accepted',
      'old unchanged',
      'rejected rejected',
      'worse file-unreadable last',
    ]);
    expect(kept).toEqual(['new.xlsx', 'copy.xlsx', 'old.xlsx', 'rejected.xlsx']);
    expect(told.sort()).toEqual([
      'bad.xlsx now try 1',
      'lost.xlsx now try 1',
      'old.xlsx before kept',
      'rejected.xlsx now kept',
      'worse.xlsx now try 3',
    ]);
    expect(account.counts).toMatchObject({ accepted: 1, duplicates: 1, unchanged: 1, forgotten: 1 });
  });

  test('copies of bytes that are not kept are tried again as well', async () => {
    const unknown = { ...entry({ sha: 'x', rejected: true }), findings: [find('too-slow', {}, { seconds: 1 })] };
    const { row: _, ...withoutRow } = unknown;
    const { endings, kept } = await work([taken('a'), taken('b')], ({ path }) => ({ ...withoutRow, path }));
    expect([endings, kept]).toEqual([['a too-slow again', 'b too-slow again'], []]);
  });

  test('that was stopped half-way ends nothing', async () => {
    const stopped = work([taken('a'), taken('b')], (file) => (file.id === 'a' ? entry({ sha: 'a' }) : undefined));
    await expect(stopped).rejects.toThrow(Unfinished);
  });
});

describe('turns', () => {
  /** A queue that gives so many files in each turn, and has so many left afterwards. */
  const queue = (turns: readonly number[], left: readonly number[]) => {
    const [files, rest] = [[...turns], [...left]];
    return { turn: () => Promise.resolve(files.shift() ?? 0), left: () => Promise.resolve(rest.shift() ?? 0) };
  };
  const through = async (untilEmpty: boolean, most: number, ...of: Parameters<typeof queue>): Promise<string[]> => {
    const heard: string[] = [];
    await workThrough({
      queue: queue(...of),
      work: () => Promise.reject(new Error('not asked here')),
      done: (files) => heard.push(`${files}`),
      untilEmpty,
      isOver: () => heard.length >= most,
      pause: () => Promise.resolve(void heard.push('pause')),
    });
    return heard;
  };

  test('go on until all is done, also what others read', async () => {
    expect(await through(true, 9, [100, 20, 0, 0, 1], [2, 1, 0])).toEqual(['100', '20', 'pause', 'pause', '1']);
  });

  test('go on until it is over', async () => {
    expect(await through(false, 4, [5, 0, 0, 6, 7], [])).toEqual(['5', 'pause', 'pause', '6']);
  });
});

test('files are added as they come, so many at a time', async () => {
  const sizes: number[] = [];
  const added: { all: number; fresh: number }[] = [];
  async function* many(): AsyncGenerator<QueuedFile> {
    for (let i = 0; i < 2_500; i += 1) yield await Promise.resolve({ path: `${i}`, file: `/${i}` });
  }
  await enqueue(many(), {
    queue: { add: (files) => Promise.resolve(sizes.push(files.length)) },
    added: (each) => void added.push(each),
  });
  expect([sizes, added]).toEqual([
    [1_000, 1_000, 500],
    [
      { all: 1_000, fresh: 1 },
      { all: 1_000, fresh: 2 },
      { all: 500, fresh: 3 },
    ],
  ]);
});
