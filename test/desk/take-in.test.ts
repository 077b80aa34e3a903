/** Taking in: what is counted, what is told to whom, and when it is kept. */
import { expect, test } from 'vitest';
import type { IngestRecord, Outcome } from '../../src/desk/record.js';
import type { Entry } from '../../src/desk/results.js';
import { BATCH, errorsIn, LONGEST_WAIT, takeIn, type TakingIn } from '../../src/desk/take-in.js';
import type { KeptStatus } from '../../src/desk/row.js';
import { find } from '../../src/diagnostic/finding.js';
import { digest, entry, REASONS, type Said } from '../store/entries.js';
import { TOLD } from '../store/earlier.js';

const SENDER = { name: 'Before', unit: '', assessor: 'Ann' };

/** Results that only remember what they were given, and take some milliseconds for each batch. */
function remembering(known: Readonly<Record<string, KeptStatus>> = {}) {
  const batches: (readonly Entry[])[] = [];
  return {
    batches,
    known: () => Promise.resolve(new Map(Object.entries(known).map(([sha, status]) => [digest(sha), status]))),
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
const take = (outcomes: Iterable<Outcome>, with_: Partial<TakingIn> = {}) =>
  takeIn(() => reading(outcomes), { clock, ...with_ });
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
  const { counts, notTaken: list } = await take(
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
  expect(counts).toEqual({ accepted: 3, withWarnings: 2, withErrors: 1, duplicates: 2, unchanged: 2, forgotten: 0 });
  expect(list.map(({ path, was }) => [path, was])).toEqual([
    ['c.xlsx', 'now'],
    ['copy.xlsx', 'copy'],
    // Files without a digest are no copies of each other.
    ['one', 'now'],
    ['two', 'now'],
    ['y.xlsx', 'before'],
  ]);
  expect(list.map(({ findings }) => findings)).toEqual([REASONS, REASONS, unread.findings, unread.findings, TOLD]);
  expect(errorsIn(list)).toEqual([
    ['file-unreadable', 2],
    ['unknown-option', 3],
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

test('whoever reads is told what is kept already', async () => {
  const asked: string[] = [];
  const read = (known: ReadonlySet<string>): AsyncIterable<Outcome> => {
    asked.push(...known);
    return reading([]);
  };
  await takeIn(read, { clock, results: remembering({ x: 'accepted', y: 'rejected' }) });
  expect(asked).toEqual([digest('x'), digest('y')]);
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
  const { counts, notTaken } = await take([entry({ sha: 'a' }), lacking('one.xlsx'), lacking('two.xlsx')], { results });
  expect(counts).toMatchObject({ accepted: 1, duplicates: 1 });
  expect(notTaken.map(({ path, was }) => [path, was])).toEqual([
    ['one.xlsx', 'now'],
    ['two.xlsx', 'copy'],
  ]);
  expect(results.batches.flat().map(({ sha256 }) => sha256)).toEqual([digest('a')]);
});

test('a blank form is set aside: it is not accepted, not rejected, and whoever sent it is named', async () => {
  const blank: Said = { sha: 'b', found: [find('nothing-answered', {})] };
  const results = remembering({ y: 'blank' });
  const { counts, notTaken } = await take([entry(blank), entry({ ...blank, path: 'copy.xlsx' }), seen('y')], {
    results,
  });
  expect(counts).toEqual({ accepted: 0, withWarnings: 0, withErrors: 0, duplicates: 1, unchanged: 1, forgotten: 0 });
  expect(notTaken.map(({ path, is, was, sender }) => [path, is, was, sender.name])).toEqual([
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
  const { notTaken } = await take([strictly], { results });
  expect([notTaken.length, results.batches.flat()]).toEqual([1, []]);
});
