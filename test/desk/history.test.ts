/** One organization: which one is meant, how it has come along, and where it stands among its peers. */
import { expect, test } from 'vitest';
import { changeBetween } from '../../src/desk/compare.js';
import { findOrganization } from '../../src/desk/find-organization.js';
import { historyOf } from '../../src/desk/history.js';
import type { NamedOrganization } from '../../src/desk/results.js';
import { find } from '../../src/diagnostic/finding.js';
import { modelsOf } from '../../src/layout/shelf.js';
import { tinyModel } from '../tiny-model.js';
import { all, keyOf, type Said } from '../store/entries.js';
import { resultsOf } from './keeping.js';

const named = (name: string, unit = ''): NamedOrganization => ({ key: keyOf(name, unit), name, unit });
const NAMES = [named('Acme AG'), named('Two', 'North'), named('Two', 'South'), named('One', 'Only'), named('')];

test.each([
  [{ organization: 'acme  ag' }, keyOf('Acme AG')],
  [{ organization: 'Two', unit: 'north' }, keyOf('Two', 'North')],
  // One unit is enough, unless the organization as a whole is asked for.
  [{ organization: 'One' }, keyOf('One', 'Only')],
  [{ organization: 'One', unit: '' }, 'One --unit "Only"'],
  [{ organization: 'Two' }, 'Two --unit "North", Two --unit "South"'],
  [{ organization: 'acme' }, 'Acme AG'],
  [{ organization: 'Acne AG' }, 'Acme AG'],
  [{ organization: 'Nobody at all' }, undefined],
  // Workbooks without a name are nobody's.
  [{ organization: ' ' }, undefined],
])('%j means %s', async (asked, expected) => {
  const { value, findings } = await findOrganization(NAMES, asked);
  const [finding] = findings;
  expect(value ?? (finding?.code === 'unknown-organization' ? finding.facts.suggestion : finding)).toBe(expected);
  expect(findings).toHaveLength(value === undefined ? 1 : 0);
});

const tiny = tinyModel({ GOV: [{ level: 2 }] });
const NO_MODELS = modelsOf([tiny], tiny);

const tell = async (...said: readonly Said[]) => {
  const { value, findings } = await historyOf(await resultsOf(...said), { organization: 'Acme' }, NO_MODELS);
  return value ?? expect.fail(JSON.stringify(findings));
};

test('oldest first; a superseded workbook is listed and nothing is compared with it', async () => {
  const { history } = await tell(
    { sha: 'c', asOf: '2026-01-01', maturity: 3, states: { 'GOV-2A': 'met', 'GOV-3A': 'met' } },
    { sha: 'a', asOf: '2025-01-01', maturity: 1, at: 1, states: { 'GOV-2A': 'unmet', 'GOV-3A': 'met' } },
    { sha: 'b', asOf: '2025-01-01', maturity: 2, at: 2, states: { 'GOV-2A': 'partly', 'GOV-3A': 'met' } },
    { sha: 'd', asOf: '', maturity: 5, name: 'acme', states: { 'GOV-2A': 'met', 'GOV-3A': 'met' } },
  );
  expect(history.map(({ path, superseded, change }) => [path, superseded, change?.maturity])).toEqual([
    ['d.xlsx', false, undefined],
    ['a.xlsx', true, undefined],
    ['b.xlsx', false, -3],
    ['c.xlsx', false, 1],
  ]);
  expect(history.at(-1)?.change).toEqual({
    maturity: 1,
    categories: [{ id: 'GOV', by: 1 }],
    objectives: [{ id: 'GOV-2A', from: 'partly', to: 'met', why: [] }],
  });
});

test('across editions each step says its own, and no objective is said to have changed', async () => {
  const states = { 'GOV-2A': 'unmet' } as const;
  const { history } = await tell(
    { sha: 'a', asOf: '2024-01-01', maturity: 1 },
    { sha: 'b', asOf: '2025-01-01', maturity: 2, model: 'aismm 1.1', states },
    { sha: 'c', asOf: '2026-01-01', maturity: 2, model: 'aismm 1.1', states: { 'GOV-2A': 'expired' } },
  );
  expect(history.map(({ model, change }) => [model.version, change?.maturity, change?.objectives.length])).toEqual([
    ['1.0', undefined, undefined],
    ['1.1', 1, 0],
    ['1.1', 0, 1],
  ]);
});

test('a part and a whole are not compared by their figures: it is said how much each was asked, and what both were asked', async () => {
  const whole = { 'GOV-2A': 'met', 'GOV-2B': 'met', 'GOV-3A': 'unmet' } as const;
  const { history } = await tell(
    { sha: 'a', asOf: '2024-01-01', maturity: 1, states: { 'GOV-2A': 'unmet', 'GOV-3A': 'unmet' } },
    { sha: 'b', asOf: '2025-01-01', maturity: 3, states: whole },
    // As many, and others.
    { sha: 'c', asOf: '2026-01-01', maturity: 4, states: { 'GOV-2A': 'met', 'GOV-2B': 'partly', 'IAM-2A': 'met' } },
  );
  expect(history.map(({ change }) => change)).toEqual([
    undefined,
    {
      ...{ asked: { before: 2, now: 3 }, maturity: null, categories: [] },
      objectives: [{ id: 'GOV-2A', from: 'unmet', to: 'met', why: [] }],
    },
    {
      ...{ asked: { before: 3, now: 3 }, maturity: null, categories: [] },
      objectives: [{ id: 'GOV-2B', from: 'met', to: 'partly', why: [] }],
    },
  ]);
});

test('a figure that does not apply has not changed', async () => {
  const [now, before] = await all(
    (await resultsOf({ sha: 'a', name: 'A', maturity: null }, { sha: 'b', name: 'B' })).assessments(),
  );
  expect(now && before && changeBetween(before, now)).toEqual({ maturity: null, categories: [], objectives: [] });
});

const others = (n: number, said: Partial<Said> = {}): Said[] =>
  Array.from({ length: n }, (_, i) => ({
    sha: `e${i}b${said.model ?? ''}`,
    name: `Other ${i} ${said.model}`,
    ...said,
  }));

test('peers are the others, and those like it; fewer than five are too few', async () => {
  const own: Said = { sha: 'a', maturity: 3, industry: 'energy' };
  const { peers, percentile } = await tell(
    own,
    ...others(4, { maturity: 2, industry: 'energy' }),
    ...[{ sha: 'f', name: 'F', maturity: 3, industry: 'health' }],
    ...[{ sha: 'g', name: 'G', maturity: null, industry: 'energy' }],
  );
  expect(peers).toEqual([
    { by: 'all', key: '', n: 5, percentile: 90 },
    { by: 'industry', key: 'energy', n: 4, percentile: null },
    { by: 'size', key: '', n: 0, percentile: null },
    { by: 'region', key: '', n: 0, percentile: null },
  ]);
  expect(percentile).toBe(90);
});

test('peers are only those whose newest assessment is of the same edition', async () => {
  const { peers, leftOut } = await tell(
    { sha: 'a', model: 'aismm 1.1', maturity: 3 },
    ...others(5, { model: 'aismm 1.1', maturity: 4 }),
    ...others(9, { model: 'aismm 1.0', maturity: 1 }),
  );
  expect(peers[0]).toEqual({ by: 'all', key: '', n: 5, percentile: 0 });
  expect(leftOut).toEqual([{ model: 'aismm', version: '1.0', n: 9 }]);
});

test('an organization without a figure has no percentile', async () => {
  const { peers } = await tell({ sha: 'a', maturity: null }, ...others(5));
  expect(peers[0]).toEqual({ by: 'all', key: '', n: 5, percentile: null });
});

test('others that have answered too little are no peers, and how many is said', async () => {
  const { peers, incomplete } = await tell({ sha: 'a', maturity: 3 }, ...others(5, { maturity: 4 }), {
    ...{ sha: 'b', name: 'B', maturity: 1, completeness: 0.1 },
  });
  expect([peers[0]?.n, peers[0]?.percentile, incomplete]).toEqual([5, 0, 1]);
});

test('of two models on one date each has changed since its own last time', async () => {
  const { history } = await tell(
    { sha: 'a', asOf: '2025-01-01', maturity: 1 },
    { sha: 'b', asOf: '2025-01-01', maturity: 3, model: 'ours 1.0' },
    { sha: 'c', asOf: '2026-01-01', maturity: 2 },
    { sha: 'd', asOf: '2026-01-01', maturity: 5, model: 'ours 1.0' },
  );
  expect(history.map(({ model, superseded, change }) => [model.id, superseded, change?.maturity])).toEqual([
    ['aismm', false, undefined],
    ['ours', false, undefined],
    ['aismm', false, 1],
    ['ours', false, 2],
  ]);
});

test('what was found in an assessment is told with it', async () => {
  const found = [find('unknown-option', { affects: 'record' }, { found: 'x', expected: ['y'] })];
  const { history } = await tell({ sha: 'a', found });
  expect(history[0]?.findings).toEqual(found);
});
