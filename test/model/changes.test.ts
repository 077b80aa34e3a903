/** Editions compared: what became of each objective, and which changes an old answer survives. */
import { expect, test } from 'vitest';
import { diffModels, type ModelChange } from '../../src/model/changes.js';
import { objectivesOf } from '../../src/model/model.js';
import { successionBetween, successionTo } from '../../src/model/succession.js';
import { among, edition } from '../editions.js';
import { editionNamed, INSTALLED } from '../../src/host/compiled.js';
import { openLibrary } from '../../src/host/editions.js';

const share = (threshold: number, decides = true) => ({ direction: 'at-least' as const, threshold, decides });
const FIRST = edition('1.0', {
  GOV: [{ level: 2, kpi: share(90) }, { level: 2, deployments: ['paas'] }, { level: 3 }, { level: 3 }, { level: 4 }],
});

const told = (change: ModelChange): string => {
  const names = 'from' in change ? `${change.from} → ${[change.to].flat().join(',')}` : change.to;
  return `${change.effect} ${change.is} ${names}`;
};

test('each change is typed, and breaking where an old answer says too little', () => {
  const second = edition(
    '1.1',
    {
      GOV: [
        { level: 2, kpi: share(95) },
        { level: 2, deployments: ['paas', 'self-hosted'] },
        { level: 4 },
        { level: 4, needs: ['agents'] },
        { level: 5 },
        { level: 5 },
      ],
    },
    {
      ...{ follows: '1.0', conditions: ['agents'] },
      became: [
        ...['GOV-2A reworded', 'GOV-2B reworded holds', 'GOV-3A moved GOV-4A holds'],
        ...['GOV-3B split GOV-4B,GOV-5A', 'GOV-4A dropped'],
      ],
    },
  );
  const between = successionBetween(FIRST, second, among(FIRST, second));
  const diff = diffModels(FIRST, second, between?.succession);
  expect(diff.changes.map(told)).toEqual([
    'breaking reworded GOV-2A → GOV-2A',
    'breaking threshold GOV-2A → GOV-2A',
    'safe reworded GOV-2B → GOV-2B',
    'breaking deployments GOV-2B → GOV-2B',
    'safe moved GOV-3A → GOV-4A',
    'safe level GOV-3A → GOV-4A',
    'breaking split GOV-3B → GOV-4B,GOV-5A',
    'safe level GOV-3B → GOV-4B',
    'safe conditions GOV-3B → GOV-4B',
    'safe level GOV-3B → GOV-5A',
    'breaking dropped GOV-4A → ',
    'safe added GOV-5B',
  ]);
  expect(diff.declared).toBe(true);
  expect(diff.counts).toEqual({ before: 5, now: 6, kept: 0, hold: 2, again: 2, dropped: 1, added: 1 });
});

test('the other way round: what is asked of fewer is safe, what no longer depends on a condition is not', () => {
  const first = edition('1.0', { GOV: [{ level: 2, needs: ['agents'] }] }, { conditions: ['agents'] });
  const second = edition('1.1', { GOV: [{ level: 2, deployments: ['paas'], kpi: share(5, false) }] });
  expect(diffModels(first, second).changes.map(told)).toEqual([
    'breaking threshold GOV-2A → GOV-2A',
    'safe deployments GOV-2A → GOV-2A',
    'breaking conditions GOV-2A → GOV-2A',
  ]);
});

test('without a declaration ids and texts are compared, and nothing new is said of a model and itself', () => {
  expect(diffModels(FIRST, FIRST).changes).toEqual([]);
  const other = edition('1.1', { GOV: [{ level: 2, kpi: share(90) }, { level: 5 }] });
  const diff = diffModels(FIRST, other);
  expect(diff.declared).toBe(false);
  expect(diff.changes.map(told)).toEqual([
    'breaking dropped GOV-2B → ',
    'breaking dropped GOV-3A → ',
    'breaking dropped GOV-3B → ',
    'breaking dropped GOV-4A → ',
    'safe added GOV-5A',
  ]);
});

test('several editions are put together: an answer holds only where it does on each step', () => {
  const second = edition('1.1', { GOV: [{ level: 2 }, { level: 2 }, { level: 3 }, { level: 3 }] }, {
    follows: '1.0',
    became: ['GOV-2A kept', 'GOV-2B split GOV-2B,GOV-3A holds', 'GOV-3A kept', 'GOV-3B dropped', 'GOV-4A merged GOV-3A'],
  }); // prettier-ignore
  const third = edition('1.2', { GOV: [{ level: 2 }, { level: 2 }] }, {
    follows: '1.1',
    became: ['GOV-2A reworded holds', 'GOV-2B kept', 'GOV-3A dropped', 'GOV-3B kept'],
  }); // prettier-ignore
  const find = among(FIRST, second, third);
  const all = successionTo(third, FIRST, find)?.map(({ id, change, to, holds }) => ({ id, change, to, holds }));
  expect(all).toEqual([
    { id: 'GOV-2A', change: 'reworded', to: ['GOV-2A'], holds: true },
    // A half of what was answered is asked no longer: who answered has to look again.
    { id: 'GOV-2B', change: 'reworded', to: ['GOV-2B'], holds: false },
    { id: 'GOV-3A', change: 'dropped', to: [], holds: false },
    { id: 'GOV-3B', change: 'dropped', to: [], holds: false },
    { id: 'GOV-4A', change: 'dropped', to: [], holds: false },
  ]);
  const whys = successionTo(third, FIRST, find)?.map(({ why }) => why);
  expect(whys?.[0]).toEqual(['Why GOV-2A is reworded.']);
  expect(whys?.[4]).toEqual(['Why GOV-4A is merged.', 'Why GOV-3A is dropped.']);
  // A line with a gap leads nowhere, and none leads back or round in a circle.
  expect(successionTo(third, FIRST, among(FIRST, third))).toBeUndefined();
  expect(successionTo(FIRST, third, find)).toBeUndefined();
  expect(successionTo(edition('1.1', { GOV: [] }, { follows: '1.1' }), FIRST, find)).toBeUndefined();
  expect(successionBetween(third, FIRST, find)?.older.version).toBe('1.0');
});

test('each edition that comes with the program says what became of each objective of the one before', () => {
  const { editions, model } = openLibrary(INSTALLED);
  const find = among(...editions.flatMap((each) => model(each).value ?? []));
  const name = (version: string) => editionNamed(version, editions) ?? expect.fail(version);
  const [older, newer] = [find(name('1.0')), find(name('1.1'))];
  if (!older || !newer) throw new Error('both are here');
  const { declared, counts, changes } = diffModels(older, newer, successionTo(newer, older, find));
  expect(declared).toBe(true);
  expect(counts.before).toBe(objectivesOf(older).length);
  expect(counts.hold + counts.again + counts.dropped).toBe(counts.before);
  const reached = new Set(newer.succession?.objectives.flatMap(({ to }) => to));
  expect(counts.added).toBe(objectivesOf(newer).filter(({ id }) => !reached.has(id)).length);
  expect(changes.filter(({ is }) => is === 'dropped')).toHaveLength(counts.dropped);
});
