/** Taking in: what is counted, what is told to whom, and when it is kept. */
import { expect, test } from 'vitest';
import type { IngestRecord, Outcome } from '../../src/desk/record.js';
import type { Entry } from '../../src/desk/results.js';
import {
  BATCH,
  LONGEST_WAIT,
  takeIn,
  type Account,
  type IsKnown,
  type NotTaken,
  type TakingIn,
} from '../../src/desk/take-in.js';
import type { KeptStatus } from '../../src/desk/row.js';
import { rememberedInMemory, type SeenFile } from '../../src/desk/remembered.js';
import { find } from '../../src/diagnostic/finding.js';
import { digest, entry, REASONS, type Said } from '../store/entries.js';
import { TOLD } from '../store/earlier.js';

const SENDER = { name: 'Before', unit: '', assessor: 'Ann' };

/** Results that only remember what they were given, and take some milliseconds for each batch. */
function remembering(known: Readonly<Record<string, KeptStatus>> = {}) {
  const batches: (readonly Entry[])[] = [];
  return {
    batches,
    statusOf: (sha256: string) => Promise.resolve(new Map(Object.entries(known)).get(sha256.replace(/0+$/, ''))),
    findingsOf: () => Promise.resolve(TOLD),
    senderOf: () => Promise.resolve(SENDER),
    write: (batch: readonly Entry[]) => {
      batches.push(batch);
      return Promise.resolve();
    },
  };
}

async function* reading(outcomes: Iterable<Outcome>): AsyncGenerator<Outcome> {
  for (const each of outcomes) yield await Promise.resolve(each);
}

const clock = (): number => 0;
/** What became of them, and whoever was not taken in, in the order in which they are told. */
async function take(
  outcomes: Iterable<Outcome>,
  with_: Partial<TakingIn> = {},
): Promise<Account & { list: readonly NotTaken[] }> {
  const list: NotTaken[] = [];
  const account = await takeIn(() => reading(outcomes), { clock, refused: (each) => void list.push(each), ...with_ });
  return { ...account, list };
}
const errorsIn = ({ notTaken }: Account, was: NotTaken['was']): [string, number][] => [...notTaken[was].errors];
const seen = (sha: string): Outcome => ({ status: 'unchanged', path: `${sha}.xlsx`, sha256: digest(sha), modified: 1 });
const many = (n: number): IngestRecord[] => Array.from({ length: n }, (_, i) => entry({ sha: `a${i}b` }));

test('each file is accepted, rejected, a duplicate or unchanged; whoever sent what was rejected hears of it', async () => {
  const rejected: Said = { sha: 'c', rejected: true };
  const unread: IngestRecord = {
    ...entry({ sha: '', rejected: true }),
    sha256: '',
    findings: [find('file-unreadable', {}, { reason: 'EIO' })],
  };
  const results = remembering({ x: 'accepted', y: 'rejected' });
  const told: string[] = [];
  const account = await take(
    [
      entry({ sha: 'a' }),
      entry({ sha: 'b', found: [find('nothing-selected', {})] }),
      entry({ sha: 'e', found: [find('unknown-option', { affects: 'record' }, { found: 'x', expected: ['y'] })] }),
      entry({ sha: 'a', path: 'again.xlsx' }),
      entry(rejected),
      entry({ ...rejected, path: 'copy.xlsx' }),
      { ...unread, path: 'one' },
      { ...unread, path: 'two' },
      seen('x'),
      seen('y'),
    ],
    { results, each: ({ path, status }) => told.push(`${path} ${status}`) },
  );
  const { counts, list } = account;
  expect(counts).toEqual({
    accepted: 3,
    withWarnings: 2,
    withErrors: 1,
    ofOtherVersion: 0,
    duplicates: 2,
    unchanged: 2,
    forgotten: 0,
  });
  expect(list.map(({ path, was }) => [path, was])).toEqual([
    ['c.xlsx', 'now'],
    ['copy.xlsx', 'copy'],
    // Files without a digest are no copies of each other.
    ['one', 'now'],
    ['two', 'now'],
    ['y.xlsx', 'before'],
  ]);
  expect(list.map(({ findings }) => findings)).toEqual([REASONS, REASONS, unread.findings, unread.findings, TOLD]);
  expect(errorsIn(account, 'now').sort()).toEqual([
    ['file-unreadable', 2],
    ['unknown-option', 1],
  ]);
  expect([errorsIn(account, 'copy'), errorsIn(account, 'before')]).toEqual([
    [['unknown-option', 1]],
    [['unknown-option', 1]],
  ]);
  expect(told).toEqual([
    ...[
      'a.xlsx accepted',
      'b.xlsx accepted',
      'e.xlsx accepted',
      'again.xlsx duplicate',
      'c.xlsx rejected',
      'copy.xlsx duplicate',
    ],
    ...['one rejected', 'two rejected', 'x.xlsx unchanged', 'y.xlsx unchanged'],
  ]);
  // Paths of what is kept already are kept as well.
  expect(results.batches.flat().map(({ path }) => path)).toEqual(told.map((each) => each.split(' ')[0]));
});

/** Reads as workers do: asks first, and parses only what is not known. */
function asking(files: readonly Said[]) {
  const parsed: string[] = [];
  async function* read(isKnown: IsKnown): AsyncGenerator<Outcome> {
    for (const said of files) {
      const record = entry(said);
      const { path, sha256, modified } = record;
      if (await isKnown(sha256)) yield { status: 'unchanged', path, sha256, modified };
      else {
        parsed.push(path);
        yield record;
      }
    }
  }
  return { parsed, read };
}

test('what is kept already, or was seen before in this run, is not parsed', async () => {
  const results = remembering({ x: 'accepted', y: 'rejected' });
  const { parsed, read } = asking([
    ...[{ sha: 'x' }, { sha: 'a' }, { sha: 'a', path: 'again.xlsx' }, { sha: 'y' }, { sha: 'y', path: 'y again.xlsx' }],
    ...[
      { sha: 'c', rejected: true },
      { sha: 'c', rejected: true, path: 'copy.xlsx' },
      { sha: 'x', path: 'x again.xlsx' },
    ],
  ]);
  const list: NotTaken[] = [];
  const { counts } = await takeIn(read, { clock, results, refused: (each) => void list.push(each) });
  expect(parsed).toEqual(['a.xlsx', 'c.xlsx']);
  expect(counts).toMatchObject({ accepted: 1, duplicates: 2, unchanged: 4 });
  expect(list.map(({ path, was, findings }) => [path, was, findings])).toEqual([
    ['y.xlsx', 'before', TOLD],
    ['y again.xlsx', 'before', TOLD],
    ['c.xlsx', 'now', REASONS],
    ['copy.xlsx', 'copy', REASONS],
  ]);
});

test('nothing is held of files that were told of: what is remembered of an accepted one is that it was', async () => {
  const values: unknown[] = [];
  const seen = rememberedInMemory<SeenFile>();
  const set = (key: string, value: SeenFile): void => {
    values.push(value);
    seen.set(key, value);
  };
  await take(many(3), { results: remembering(), seen: { ...seen, set } });
  expect(values).toEqual(Array(3).fill({ was: 'now', isKept: true, is: 'accepted' }));
});

test('what was given up with its digest is not kept, and neither are its copies, which need no reading', async () => {
  const results = remembering();
  const slow: IngestRecord = {
    ...{ path: 'slow.xlsx', sha256: digest('s'), modified: 1, status: 'rejected', hasRemarks: false, hasErrors: false },
    ...{ findings: [find('too-slow', {}, { seconds: 1 })], sender: {} },
  };
  const { counts, list } = await take([slow, { ...slow, path: 'copy.xlsx' }], { results });
  expect([counts.duplicates, list.map(({ was }) => was), results.batches]).toEqual([1, ['now', 'copy'], []]);
});

test('records are kept in batches, the last one at the end', async () => {
  const results = remembering();
  await take(many(2 * BATCH + 1), { results });
  expect(results.batches.map(({ length }) => length)).toEqual([BATCH, BATCH, 1]);
});

test('what waits too long is kept before its batch is full', async () => {
  const results = remembering();
  let now = 0;
  await take(many(5), { results, clock: () => now, each: () => (now += LONGEST_WAIT / 2) });
  expect(results.batches.map(({ length }) => length)).toEqual([3, 2]);
});

test('who is stopped keeps what was read until then, and lets go of the reading', async () => {
  const results = remembering();
  const stop = new AbortController();
  let isLeft = false;
  async function* endless(): AsyncGenerator<Outcome> {
    try {
      yield* reading(many(1_000));
    } finally {
      isLeft = true;
    }
  }
  const each = ({ path }: Outcome): void => {
    if (path === 'a2b.xlsx') stop.abort();
  };
  const { counts } = await takeIn(endless, { clock, results, stop: stop.signal, each });
  expect([counts.accepted, results.batches.flat().length, isLeft]).toEqual([3, 3, true]);
});

test('a store that fails ends it, and is not asked again', async () => {
  let asked = 0;
  const write = (): Promise<void> => Promise.reject(new Error(`full ${(asked += 1)}`));
  await expect(take(many(BATCH + 5), { results: { ...remembering(), write } })).rejects.toThrow('full 1');
  expect(asked).toBe(1);
});

test('without a store each file is told of, and duplicates are found all the same', async () => {
  const told: string[] = [];
  const { counts } = await take([entry({ sha: 'a' }), entry({ sha: 'a' })], {
    each: ({ status }) => told.push(status),
  });
  expect([told, counts.accepted, counts.duplicates]).toEqual([['accepted', 'duplicate'], 1, 1]);
});

test('what was rejected for a model or a language that is not here is not kept: another time it may be', async () => {
  const results = remembering();
  const lacking = (path: string): IngestRecord => ({
    ...entry({ sha: 'c', rejected: true, path }),
    findings: [find('unknown-model', {}, { found: 'ours 2.0', expected: ['aismm 1.0'] })],
  });
  const { counts, list } = await take([entry({ sha: 'a' }), lacking('one.xlsx'), lacking('two.xlsx')], { results });
  expect(counts).toMatchObject({ accepted: 1, duplicates: 1 });
  expect(list.map(({ path, was }) => [path, was])).toEqual([
    ['one.xlsx', 'now'],
    ['two.xlsx', 'copy'],
  ]);
  expect(results.batches.flat().map(({ sha256 }) => sha256)).toEqual([digest('a')]);
});

test('a blank form is set aside: it is not accepted, not rejected, and whoever sent it is named', async () => {
  const blank: Said = { sha: 'b', found: [find('nothing-answered', {})] };
  const results = remembering({ y: 'blank' });
  const { counts, list } = await take([entry(blank), entry({ ...blank, path: 'copy.xlsx' }), seen('y')], {
    results,
  });
  expect(counts).toEqual({
    accepted: 0,
    withWarnings: 0,
    withErrors: 0,
    ofOtherVersion: 0,
    duplicates: 1,
    unchanged: 1,
    forgotten: 0,
  });
  expect(list.map(({ path, is, was, sender }) => [path, is, was, sender.name])).toEqual([
    ['b.xlsx', 'blank', 'now', 'Acme'],
    ['copy.xlsx', 'blank', 'copy', 'Acme'],
    ['y.xlsx', 'blank', 'before', 'Before'],
  ]);
  expect(results.batches.flat()).toHaveLength(3);
});

test('what is rejected only because every error was to reject is not kept: another time it may be taken in', async () => {
  const results = remembering();
  const strictly: IngestRecord = {
    ...entry({ sha: 'a' }),
    status: 'rejected',
    findings: [find('unknown-option', { affects: 'record' }, { found: 'x', expected: ['y'] })],
  };
  const { list } = await take([strictly], { results });
  expect([list.length, results.batches.flat()]).toEqual([1, []]);
});
