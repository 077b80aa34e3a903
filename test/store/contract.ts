/** What whoever keeps results has promised in `desk/results.ts`. An implementation runs all of it by one call. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Entry, Results } from '../../src/desk/results.js';
import { find } from '../../src/diagnostic/finding.js';
import { all, digest, entry, first, keyOf, REASONS, type Said } from './entries.js';

/** Holds an implementation to the port. `open` gives an empty one each time. */
export function keepsResults(called: string, open: () => Promise<Results>): void {
  describe(called, () => {
    let results: Results;
    beforeEach(async () => {
      results = await open();
    });
    afterEach(() => results.close());

    /** Status by digest, of files whose digests are made of one letter. */
    const known = async (of = results): Promise<[string, string][]> => {
      const all = await Promise.all(
        'a b c d e f'.split(' ').map(async (sha) => [digest(sha), await of.statusOf(digest(sha))]),
      );
      return all.filter((each): each is [string, string] => each[1] !== undefined);
    };
    const keep = (...said: readonly Said[]): Promise<void> => results.write(said.map(entry));
    /** `sha path version` of each assessment. */
    const listed = async (key?: string, of = results): Promise<string[]> =>
      (await all(of.assessments(key))).map(({ sha256, path, version }) =>
        [sha256.replace(/0+$/, ''), path, version].join(' '),
      );
    const newest = async (of = results): Promise<string[]> =>
      (await all(of.newest())).map(({ key, maturity }) => `${key} ${maturity}`).sort();

    test('nothing is in an empty one', async () => {
      expect(await known()).toEqual([]);
      expect([await listed(), await newest(), await all(results.names())]).toEqual([[], [], []]);
      expect(await results.findingsOf(digest('a'))).toEqual([]);
      expect(await results.senderOf(digest('a'))).toEqual({});
    });

    test('what is kept comes back as it was', async () => {
      const record = entry({
        ...{ sha: 'a', path: 'in/a.xlsx', name: 'Acme', unit: 'North', industry: 'energy' },
        found: [find('organization-unnamed', { sheet: 'S' })],
      });
      await results.write([record]);
      const { organization, scores, answers, findings, feedback } = record.row ?? expect.fail('it has a row');
      const [kept] = await all(results.assessments());
      expect(kept).toEqual({
        sha256: digest('a'),
        path: 'in/a.xlsx',
        version: 1,
        model: 'aismm 1.0',
        key: keyOf('Acme', 'North'),
        organization: JSON.parse(organization) as unknown,
        scores: JSON.parse(scores) as unknown,
        states: { 'GOV-2A': 'met', 'GOV-2B': 'unmet' },
        answers: JSON.parse(answers) as unknown,
        findings: JSON.parse(findings) as unknown,
        feedback: JSON.parse(feedback) as unknown,
      });
      expect(await all(results.newest())).toEqual([
        {
          ...{ sha256: digest('a'), key: keyOf('Acme', 'North'), model: 'aismm 1.0' },
          ...{ maturity: 2, floor: 1, completeness: 1 },
          ...{ unit: 'North', industry: 'energy', size: '', region: '', domains: [[2, 1]], categories: [[2, 1]] },
          states: 'mu',
          isNewest: true,
          isOnly: true,
          outline: { domains: ['first'], categories: ['GOV'], objectives: ['GOV-2A', 'GOV-2B'] },
        },
      ]);
    });

    test('a figure that does not apply stays one, and each assessment has the objectives of its own', async () => {
      await keep(
        { sha: 'a', name: 'A', maturity: null },
        { sha: 'b', name: 'B', model: 'aismm 1.1', states: { 'GOV-3A': 'partly', 'GOV-2A': 'expired' } },
      );
      const [a, b] = await all(results.assessments());
      expect(a?.scores.program.maturity).toBeNull();
      expect([b?.model, b?.states]).toEqual(['aismm 1.1', { 'GOV-3A': 'partly', 'GOV-2A': 'expired' }]);
      expect(await newest()).toEqual([`${keyOf('A')} null`, `${keyOf('B')} 2`]);
      const models = (await all(results.newest())).map(({ model, states }) => [model, states.length]);
      expect(models.sort()).toEqual([
        ['aismm 1.0', 2],
        ['aismm 1.1', 2],
      ]);
    });

    test('what was rejected is known, with its findings, and is nobody’s assessment', async () => {
      await keep({ sha: 'a', name: 'Wrong', rejected: true }, { sha: 'b' });
      expect(await known()).toEqual([
        [digest('a'), 'rejected'],
        [digest('b'), 'accepted'],
      ]);
      expect(await results.findingsOf(digest('a'))).toEqual(REASONS);
      expect(await results.findingsOf(digest('b'))).toEqual([]);
      expect(await results.senderOf(digest('a'))).toEqual({ name: 'Wrong', unit: '', assessor: '' });
      expect(await listed()).toEqual(['b b.xlsx 1']);
      expect((await all(results.names())).map(({ name }) => name)).toEqual(['Acme']);
      expect(await newest()).toEqual([`${keyOf('Acme')} 2`]);
    });

    test('every file that is kept comes back with whose it is and how far it is answered, whatever became of it', async () => {
      await keep(
        { sha: 'b', name: 'Wrong', unit: 'IT', rejected: true, path: 'z.xlsx', at: 9_000 },
        {
          sha: 'a',
          token: 'id.mac',
          contact: 'a@example.com',
          states: { 'GOV-2A': 'unanswered', 'GOV-2B': 'excluded', 'GOV-3A': 'partly' },
        },
      );
      await keep({ sha: 'b', name: 'Wrong', unit: 'IT', rejected: true, path: 'a.xlsx', at: 8_000 });
      const [first, second, ...others] = await all(results.returned());
      expect(first).toMatchObject({
        ...{ sha256: digest('a'), status: 'accepted', key: keyOf('Acme'), model: 'aismm 1.0', path: 'a.xlsx' },
        ...{ modified: 1_000, token: 'id.mac', applicable: 2, answered: 1, findings: [] },
        organization: { name: 'Acme', contact: 'a@example.com' },
      });
      expect(second).toMatchObject({
        ...{ sha256: digest('b'), status: 'rejected', key: keyOf('Wrong', 'IT'), path: 'a.xlsx', modified: 8_000 },
        findings: REASONS,
        feedback: [{ objective: 'GOV-2A', kind: 'unclear', comment: 'Of b' }],
      });
      expect([second?.token, others]).toEqual([undefined, []]);
      expect(await results.senderOf(digest('a'))).toEqual({
        name: 'Acme',
        unit: '',
        assessor: '',
        contact: 'a@example.com',
      });
      await results.forget(keyOf('Acme'), { mayComeBack: false });
      expect((await all(results.returned())).map(({ sha256 }) => sha256)).toEqual([digest('b')]);
    });

    test('the same bytes are kept once, as they were first read', async () => {
      await keep({ sha: 'a', maturity: 2 });
      await keep({ sha: 'a', maturity: 3, name: 'Other' }, { sha: 'a', maturity: 4 });
      expect(await listed()).toEqual(['a a.xlsx 1']);
      expect(await newest()).toEqual([`${keyOf('Acme')} 2`]);
    });

    test('without a digest nothing is kept; without a row it is one more copy, also before the row', async () => {
      const { path, modified, row } = entry({ sha: 'a' });
      await results.write([{ sha256: '', path, modified, ...(row ? { row } : {}) }]);
      await results.write([{ sha256: digest('a'), path: 'Z.xlsx', modified: 5 }]);
      expect([await known(), await listed()]).toEqual([[], []]);
      await keep({ sha: 'a', path: 'b.xlsx' });
      expect(await listed()).toEqual(['a Z.xlsx 1']);
      await results.write([{ sha256: digest('a'), path: 'A.xlsx', modified: 5 }]);
      expect(await listed()).toEqual(['a A.xlsx 1']);
    });

    test('an old workbook that is sent again is not a new one: its earliest known time counts', async () => {
      await keep({ sha: 'old', at: 1_000 }, { sha: 'new', at: 2_000 });
      const expected = ['new new.xlsx 1', 'old old.xlsx 2'];
      expect(await listed()).toEqual(expected);
      // Again at its own path, as a copy elsewhere, and where nobody knows when.
      await keep({ sha: 'old', at: 9_000 }, { sha: 'old', at: 9_000, path: 'z.xlsx' }, { sha: 'old', at: 0 });
      await keep({ sha: 'new', at: 0, path: 'z.xlsx' });
      expect(await listed()).toEqual(expected);
      await results.write([{ sha256: digest('new'), path: 'new again.xlsx', modified: 500 }]);
      expect(await listed()).toEqual(['old old.xlsx 1', 'new new again.xlsx 2']);
    });

    test('a time that is not known is before all others, and is replaced by one that is', async () => {
      await keep({ sha: 'a', at: 0 }, { sha: 'b', at: 1 });
      expect(await listed()).toEqual(['b b.xlsx 1', 'a a.xlsx 2']);
      await keep({ sha: 'a', at: 2 });
      expect(await listed()).toEqual(['a a.xlsx 1', 'b b.xlsx 2']);
    });

    test('of the same time the greater digest is the newer one', async () => {
      await keep({ sha: 'b' }, { sha: 'c' }, { sha: 'a' });
      expect(await listed()).toEqual(['c c.xlsx 1', 'b b.xlsx 2', 'a a.xlsx 3']);
    });

    test('the newest is that of the latest date, whenever it was written; no date is before all', async () => {
      await keep(
        { sha: 'a', asOf: '2026-02-01', at: 1, maturity: 3, model: 'aismm 1.1' },
        { sha: 'b', asOf: '2026-01-01', at: 9, maturity: 2 },
        { sha: 'c', asOf: '', at: 99, maturity: 1 },
      );
      expect(await newest()).toEqual([`${keyOf('Acme')} 3`]);
      expect(await listed()).toEqual(['c c.xlsx 1', 'b b.xlsx 1', 'a a.xlsx 1']);
    });

    test('of the latest date the newest is the one that is not superseded', async () => {
      await keep({ sha: 'b', at: 1, maturity: 3 }, { sha: 'a', at: 2, maturity: 4 });
      expect(await newest()).toEqual([`${keyOf('Acme')} 4`]);
    });

    test('assessments stand by organization, date and version; those of one can be asked for', async () => {
      await keep(
        { sha: 'a', name: 'Zeta' },
        { sha: 'b', name: 'Acme', asOf: '2026-02-01', at: 1 },
        { sha: 'c', name: 'ACME ', asOf: '2026-02-01', at: 2 },
        { sha: 'd', name: 'acme', asOf: '2025-02-01', at: 2 },
        { sha: 'f', name: 'acme', asOf: '2025-02-01', at: 1 },
        { sha: 'e', name: 'Acme', unit: 'North' },
      );
      const acme = ['d d.xlsx 1', 'f f.xlsx 2', 'c c.xlsx 1', 'b b.xlsx 2'];
      expect(await listed()).toEqual([...acme, 'e e.xlsx 1', 'a a.xlsx 1']);
      expect(await listed(keyOf('Acme'))).toEqual(acme);
      expect(await listed(keyOf('Nobody'))).toEqual([]);
    });

    test('what was set aside as blank is known, and is nobody’s assessment', async () => {
      await keep({ sha: 'a', found: [find('nothing-answered', {})] }, { sha: 'b', name: 'B' });
      expect(await results.statusOf(digest('a'))).toBe('blank');
      expect(await listed()).toEqual(['b b.xlsx 1']);
    });

    test('two models on one date are two assessments, and neither takes the place of the other', async () => {
      await keep(
        { sha: 'a', at: 1, maturity: 1 },
        { sha: 'b', at: 2, maturity: 2 },
        { sha: 'c', at: 3, maturity: 3, model: 'ours 1.0' },
        { sha: 'd', at: 9, maturity: 4, model: 'ours 1.0', asOf: '2025-01-01' },
      );
      expect(await listed()).toEqual(['d d.xlsx 1', 'b b.xlsx 1', 'a a.xlsx 2', 'c c.xlsx 1']);
      const rows = (await all(results.newest())).map((each) => [each.model, each.maturity, each.isNewest, each.isOnly]);
      expect(rows.sort()).toEqual([
        ['aismm 1.0', 2, false, false],
        ['ours 1.0', 3, true, false],
      ]);
    });

    test('names are told in every spelling, once', async () => {
      await keep(
        { sha: 'a', name: 'Beta' },
        { sha: 'b', name: 'Acme', unit: 'South' },
        { sha: 'c', name: 'Acme', unit: 'North' },
        { sha: 'd', name: 'ACME', unit: 'North' },
        { sha: 'e', name: 'Acme', unit: 'North', asOf: '' },
      );
      expect(await all(results.names())).toEqual([
        { key: keyOf('Acme', 'North'), name: 'ACME', unit: 'North' },
        { key: keyOf('Acme', 'North'), name: 'Acme', unit: 'North' },
        { key: keyOf('Acme', 'South'), name: 'Acme', unit: 'South' },
        { key: keyOf('Beta'), name: 'Beta', unit: '' },
      ]);
    });

    test('paths, organizations and names are compared by code points, not as texts of JavaScript are', async () => {
      // JavaScript has the second one first: it compares the halves of which a character beyond the basic plane is made.
      const [less, greater] = ['\uE000', '\u{1F600}'];
      await keep(
        { sha: 'a', name: greater, path: greater },
        { sha: 'a', name: greater, path: less },
        { sha: 'b', name: less, unit: greater },
        { sha: 'c', name: less, unit: less },
      );
      expect(await listed()).toEqual(['c c.xlsx 1', 'b b.xlsx 1', `a ${less} 1`]);
      expect((await all(results.names())).map(({ name, unit }) => [name, unit])).toEqual([
        [less, less],
        [less, greater],
        [greater, ''],
      ]);
    });

    test('a batch is kept whole or not at all, and can be kept after all', async () => {
      const good = [entry({ sha: 'a', name: 'A', states: { 'X-2A': 'met' } }), entry({ sha: 'b', rejected: true })];
      const torn: Entry = {
        ...{ sha256: digest('c'), modified: 1 },
        get path(): string {
          throw new Error('torn');
        },
      };
      await expect(results.write([...good, torn])).rejects.toThrow('torn');
      expect([await known(), await listed(), await all(results.names())]).toEqual([[], [], []]);
      await results.write(good);
      expect((await known()).length).toBe(2);
      expect((await all(results.assessments())).map(({ states }) => states)).toEqual([{ 'X-2A': 'met' }]);
      expect(await newest()).toEqual([`${keyOf('A')} 2`]);
    });

    test('an empty batch is one as well', async () => {
      await results.write([]);
      expect((await known()).length).toBe(0);
    });

    test('whoever leaves early can ask again', async () => {
      await keep({ sha: 'a', name: 'A' }, { sha: 'b', name: 'B' });
      expect([(await first(results.assessments()))?.version, (await first(results.newest()))?.maturity]).toEqual([
        1, 2,
      ]);
      await keep({ sha: 'c', name: 'C' });
      expect([(await listed()).length, (await newest()).length]).toEqual([3, 3]);
    });

    test('a date more than a year ahead is before all others', async () => {
      const next = `${new Date().getUTCFullYear() + 2}-01-01`;
      await keep(
        { sha: 'a', asOf: '9999-12-31', maturity: 5 },
        { sha: 'b', asOf: next, maturity: 4 },
        { sha: 'c', asOf: '2026-01-01', maturity: 3 },
      );
      expect([await newest(), await results.ahead()]).toEqual([[`${keyOf('Acme')} 3`], 2]);
      await keep({ sha: 'd', name: 'Beta', asOf: '9999-12-31', maturity: 1, at: 2 });
      expect([(await newest()).length, await results.ahead()]).toEqual([2, 2]);
      // Who has nothing else counts by the newer one, once.
      await keep({ sha: 'e', name: 'Beta', asOf: next, maturity: 2, at: 1 });
      await keep({ sha: 'f', name: 'Beta', asOf: next, maturity: 3, at: 0 });
      expect(await newest()).toEqual([`${keyOf('Acme')} 3`, `${keyOf('Beta')} 1`]);
      expect(await results.ahead()).toBe(3);
    });

    test('by digest they are the same ones, in an order that has nothing to do with names', async () => {
      await keep(
        { sha: 'b', name: 'A' },
        { sha: 'c', name: 'B' },
        { sha: 'a', name: 'C', at: 1 },
        { sha: 'd', name: 'C' },
      );
      const [byName, byDigest] = [await all(results.assessments()), await all(results.assessmentsByDigest())];
      expect(byName.map(({ sha256 }) => sha256)).toEqual(['b', 'c', 'd', 'a'].map(digest));
      expect(byDigest.map(({ sha256 }) => sha256)).toEqual(['a', 'b', 'c', 'd'].map(digest));
      expect(new Set(byDigest)).toEqual(new Set(byName));
    });

    test('a secret is its own, and stays', async () => {
      const secret = await results.secret();
      expect(secret).toMatch(/^[0-9a-f]{64}$/);
      await keep({ sha: 'a' });
      expect(await results.forget(keyOf('Acme'), { mayComeBack: true })).toBe(1);
      expect(await results.secret()).toBe(secret);
      const other = await open();
      expect(await other.secret()).not.toBe(secret);
      await other.close();
    });

    test('organizations are listed with what is kept of them', async () => {
      await keep(
        { sha: 'a', name: 'Beta', asOf: '' },
        { sha: 'b', name: 'Acme', asOf: '2026-02-01' },
        { sha: 'c', name: 'ACME', asOf: '2026-01-01' },
        { sha: 'd', name: 'Acme', rejected: true, asOf: '2026-03-01' },
        { sha: 'e', name: 'Wrong', rejected: true },
        { sha: 'f', name: '\u200b', path: 'q.xlsx' },
        { sha: 'f', name: '\u200b', path: 'p.xlsx' },
      );
      expect(await all(results.organizations())).toEqual([
        { key: keyOf('Acme'), name: 'ACME', unit: '', newest: '2026-02-01', path: '', assessments: 2, rejected: 1 },
        { key: keyOf('Beta'), name: 'Beta', unit: '', newest: '', path: '', assessments: 1, rejected: 0 },
        { key: keyOf('Wrong'), name: 'Wrong', unit: '', newest: '', path: '', assessments: 0, rejected: 1 },
        {
          ...{ key: `|${digest('f')}`, name: '\u200b', unit: '', newest: '2026-01-01', path: 'p.xlsx' },
          ...{ assessments: 1, rejected: 0 },
        },
      ]);
    });

    test('of an organization a date more than a year ahead is none, and the least name may stand beside another’s unit', async () => {
      await keep(
        { sha: 'a', name: 'Acme', unit: 'NORTH', asOf: '2026-01-01' },
        { sha: 'b', name: 'ACME', unit: 'North', asOf: '9999-12-31' },
      );
      const [listed] = await all(results.organizations());
      expect(listed).toMatchObject({ name: 'ACME', unit: 'NORTH', newest: '2026-01-01', assessments: 2 });
    });

    test('of an organization that is forgotten only the digests are known; others stay', async () => {
      await keep({ sha: 'a' }, { sha: 'b', rejected: true }, { sha: 'c', name: 'Beta' }, { sha: 'a', path: 'z.xlsx' });
      expect(await results.forget(keyOf('Acme'), { mayComeBack: false })).toBe(2);
      expect(await known()).toEqual([
        [digest('a'), 'forgotten'],
        [digest('b'), 'forgotten'],
        [digest('c'), 'accepted'],
      ]);
      expect([await listed(), (await all(results.organizations())).length]).toEqual([['c c.xlsx 1'], 1]);
      expect([await results.findingsOf(digest('b')), await newest()]).toEqual([[], [`${keyOf('Beta')} 2`]]);
      // Again, and of nobody: nothing happens.
      expect(await results.forget(keyOf('Acme'), { mayComeBack: false })).toBe(0);
      // Whoever writes it means it.
      await keep({ sha: 'a' });
      expect([await results.statusOf(digest('a')), await listed()]).toEqual(['accepted', ['a a.xlsx 1', 'c c.xlsx 1']]);
      expect(await results.forget(keyOf('Acme'), { mayComeBack: true })).toBe(1);
      expect(await results.statusOf(digest('a'))).toBeUndefined();
    });

    test('of a forgotten file not even a path is kept, whoever finds it again; what is kept of others stays', async () => {
      await keep({ sha: 'a' }, { sha: 'b', name: 'Beta' });
      await results.forget(keyOf('Acme'), { mayComeBack: false });
      const again = (sha: string) => ({ sha256: digest(sha), path: 'A/Acme.xlsx', modified: 1 });
      await results.write([again('a'), again('b')]);
      expect(await listed()).toEqual(['b A/Acme.xlsx 1']);
      await keep({ sha: 'a', path: 'z.xlsx' });
      expect(await listed()).toEqual(['a z.xlsx 1', 'b A/Acme.xlsx 1']);
    });

    const letter = (...letters: string[]) => fc.constantFrom(...letters);
    const record = fc
      .record({
        sha: letter('a', 'b', 'c', 'd', 'e', 'f'),
        path: letter('p', 'q', 'Q', 'r/s'),
        at: fc.constantFrom(0, 1, 2, 3),
        again: fc.boolean(),
      })
      // What stands in a workbook is told by its bytes; where it was found and when is not.
      .map(({ sha, path, at, again }): Entry => {
        const n = sha.charCodeAt(0);
        const said = { name: n % 2 ? 'Acme' : 'Beta', asOf: n % 3 ? '2026-01-01' : '', rejected: sha === 'f' };
        const { row, ...seen } = entry({ sha, path, at, maturity: n % 5, ...said });
        return row && !again ? { ...seen, row } : seen;
      });

    test('nothing depends on order, batches or repetition', async () => {
      const toldBy = async (of: Results): Promise<unknown> => [
        await known(of),
        await listed(undefined, of),
        await newest(of),
        await all(of.names()),
      ];
      await fc.assert(
        fc.asyncProperty(
          fc.array(record, { maxLength: 24 }).chain((entries) =>
            fc.record({
              entries: fc.constant(entries),
              shuffled: fc.shuffledSubarray([...entries, ...entries.slice(0, 5)], {
                minLength: entries.length + Math.min(5, entries.length),
              }),
              size: fc.integer({ min: 1, max: 7 }),
            }),
          ),
          async ({ entries, shuffled, size }) => {
            const [one, other] = [await open(), await open()];
            try {
              await one.write(entries);
              for (let at = 0; at < shuffled.length; at += size) await other.write(shuffled.slice(at, at + size));
              expect(await toldBy(other)).toEqual(await toldBy(one));
            } finally {
              await Promise.all([one.close(), other.close()]);
            }
          },
        ),
        { numRuns: 40 },
      );
    });
  });
}
