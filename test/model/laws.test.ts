/** Each law of the content holds for the model that is shipped, and can be broken. */
import { parse, stringify } from 'yaml';
import { describe, expect, test } from 'vitest';
import { lintModel } from '../../src/model/lint.js';
import { loadModel, type LoadedModel } from '../../src/model/load.js';
import { USUAL_EDITION } from '../../src/host/compiled.js';
import { LAWS } from '../../src/model/rules/index.js';
import type { CategoryFile, ModelFile, Succession } from '../../src/model/schema.js';
import { installed, readModelText } from '../installed.js';

type Written = NonNullable<CategoryFile['levels'][number]['objectives']>[number];

/** Findings after one file was changed. */
function lintWith<T>(
  path: string,
  change: (file: T) => void,
): { law: string | undefined; place: string; objective: string | undefined; detail: string }[] {
  const { value, findings } = loadModel(
    (file) => {
      const text = readModelText(file);
      if (file !== path || text === undefined) return text;
      const changed = parse(text) as T;
      change(changed);
      return stringify(changed, { version: '1.2' });
    },
    'aismm',
    USUAL_EDITION.version,
  );
  if (!value) throw new Error(JSON.stringify(findings));
  return told(value);
}

function told(loaded: LoadedModel): ReturnType<typeof lintWith> {
  return lintModel(loaded).map(({ code, facts, field, file, line, objective }) => {
    if (code !== 'model-content') throw new Error(`laws speak of the content, not of ${code}`);
    return { law: field, place: `${file}:${line === undefined ? '' : 'line'}`, objective, detail: facts.detail };
  });
}

const GOV = 'aismm/1.1/categories/GOV.yaml';
const MODEL = 'aismm/1.1/model.yaml';
const CHANGES = 'aismm/1.1/changes.yaml';

const inCategory = (change: (file: CategoryFile) => void) => lintWith<CategoryFile>(GOV, change);
const inObjective = (change: (objective: Written) => void) =>
  inCategory((file) => {
    const objective = file.levels.flatMap((level) => level.objectives ?? []).find(({ kpi }) => kpi?.unit === 'percent');
    if (!objective) throw new Error('GOV has an objective with a share');
    change(objective);
  });
const inModel = (change: (file: ModelFile) => void) => lintWith<ModelFile>(MODEL, change);

test.each(['1.0', '1.1'])('edition %s, which is shipped, keeps every law', (version) => {
  expect(lintModel(installed(version))).toEqual([]);
});

const inChanges = (change: (file: Succession) => void) => lintWith<Succession>(CHANGES, change);

describe('each law can be broken', () => {
  const breaks: Readonly<Record<string, () => ReturnType<typeof lintWith>>> = {
    'ids-match-place': () => inObjective((o) => (o.id = 'GOV-5Z')),
    'every-level-assessed': () => inCategory((file) => file.levels[1]?.objectives?.splice(1)),
    'known-deployments': () => inObjective((o) => (o.deployments = ['self-hosted', 'paas', 'api-saas', 'mainframe'])),
    'fair-to-deployments': () =>
      inCategory((file) => file.levels[2]?.objectives?.forEach((o) => (o.deployments = ['paas']))),
    'one-sentence': () => inObjective((o) => (o.text = `${o.text} And so on. And so on it goes.`)),
    'no-vague-words': () => inObjective((o) => (o.rationale = 'It needs appropriate care.')),
    'kpi-agrees': () => inObjective((o) => o.kpi && (o.kpi.threshold = 13)),
    'enough-kpis': () => withoutKpis(),
    'mappings-exist': () => inObjective((o) => (o.mappings['aicm'] = ['GRC-99'])),
    'aicm-domains-reached': () => withoutMappingsTo('IPY'),
    'neighbours-exist': () => inCategory((file) => file.excludes[0] && (file.excludes[0].see = 'GOV')),
    'no-near-duplicates': () =>
      inCategory((file) => {
        const [first, second] = file.levels[1]?.objectives ?? [];
        if (first && second) second.text = first.text;
      }),
    'glossary-complete': () =>
      inModel((file) => file.glossary.push({ term: 'Flux capacitor', definition: 'Used nowhere.' })),
    'clear-titles': () => inObjective((o) => (o.title = 'Accounts')),
    'deployments-differ': () => everywhere((o) => (o.deployments = ['self-hosted', 'paas', 'api-saas'])),
    'enough-evidence': () => inObjective((o) => (o.evidence = ['A list', 'A ticket'])),
    'never-met-by-absence': () =>
      inObjective((o) => {
        o.text = 'Incidents are solved in 95% of cases.';
        if (o.kpi) o.kpi = { ...o.kpi, measure: 'Solved', denominator: 'Incidents', source: 'Tickets' };
      }),
    'quick-scan-even': () => inObjective((o) => (o.quick = o.quick !== true)),
    'succession-complete': () => inChanges((file) => file.objectives.pop()),
    'changes-declared': () => inChanges((file) => file.objectives.forEach((each) => (each.change = 'moved'))),
  };

  test('and every law is listed here', () => {
    expect(Object.keys(breaks).sort()).toEqual(LAWS.map(({ name }) => name).sort());
  });

  test.each(Object.keys(breaks))('%s', (name) => {
    const found = breaks[name]?.().filter(({ law }) => law === name) ?? [];
    expect(found.length).toBeGreaterThan(0);
    for (const { place } of found) expect(place).toMatch(/^aismm\/1\.1\/.*\.yaml:line$/);
  });
});

describe('what became of the edition before', () => {
  test.each<[string, (file: Succession) => void, RegExp]>([
    ['an objective listed twice', ({ objectives: [a, b] }) => a && b && (b.id = a.id), /listed twice/],
    [
      'one that the older edition lacks',
      ({ objectives: [a] }) => a && (a.id = 'GOV-2Z'),
      /is not an objective of 1\.0/,
    ],
    ['one that leads to nothing', ({ objectives: [a] }) => a && (a.to = ['GOV-2Z']), /is not an objective of 1\.1/],
    [
      'other words that are said to be the same',
      ({ objectives }) => objectives.forEach((each) => (each.change = 'kept')),
      /the id or the text of .* changed/,
    ],
    [
      'one that is dropped and goes on',
      ({ objectives: [a] }) => a && (a.change = 'dropped'),
      /must not have a successor/,
    ],
    ['an id that is used again', ({ objectives: [a] }) => a && (a.to = ['GOV-3A']), /used again/],
    ['an edition that is not here', (file) => (file.from = '0.9'), /edition 0\.9 is missing or invalid/],
    ['another edition', (file) => (file.to = '1.2'), /from 1\.0 to 1\.2/],
  ])('%s', (_, change, says) => {
    const found = inChanges(change).filter(({ law }) => law === 'succession-complete');
    expect(found.map(({ detail }) => detail)).toContainEqual(expect.stringMatching(says));
  });
});

describe('what changes.yaml does not declare', () => {
  const kept = ({ objectives }: Succession) =>
    objectives.find(({ change }) => change === 'kept') ?? expect.fail('nothing is kept');
  test.each<[string, (file: Succession) => void, RegExp]>([
    [
      'another level',
      (file) => file.objectives.forEach((o) => o.change === 'moved' && (o.change = 'reworded')),
      /moved/,
    ],
    ['the same level', (file) => (kept(file).change = 'moved'), /is also at level/],
    ['one that is split into one', (file) => (kept(file).change = 'split'), /Only a split objective has several/],
    ['one that leads to two', ({ objectives: [a] }) => a?.to.push('GOV-2B'), /has 2 successors/],
    ['a target that is another one', (file) => file.objectives.forEach((o) => (o.holds = true)), /its target changed/],
    [
      'deployment types that are added',
      (file) => file.objectives.forEach((o) => (o.holds = true)),
      /its deployment types/,
    ],
  ])('%s', (_, change, says) => {
    const found = inChanges(change).filter(({ law }) => law === 'changes-declared');
    expect(found.map(({ detail }) => detail)).toContainEqual(expect.stringMatching(says));
  });

  test('a target that is changed, with the words left as they are', () => {
    const { value } = loadModel(
      (file) => {
        const text = readModelText(file);
        if (text === undefined || !file.startsWith('aismm/1.1/categories/')) return text;
        const category = parse(text) as CategoryFile;
        for (const o of category.levels.flatMap(({ objectives = [] }) => objectives)) if (o.kpi) o.kpi.threshold += 1;
        return stringify(category, { version: '1.2' });
      },
      'aismm',
      '1.1',
    );
    const found = value ? told(value).filter(({ law }) => law === 'changes-declared') : [];
    expect(found.length).toBeGreaterThan(0);
    for (const { detail } of found)
      expect(detail).toMatch(/is (?:kept|reworded) with valid answers, but its target changed/);
  });
});

/** The whole model with every KPI taken out, or with one AICM domain out of every mapping. */
function everywhere(change: (objective: Written) => void): ReturnType<typeof lintWith> {
  const { value } = loadModel(
    (file) => {
      const text = readModelText(file);
      if (text === undefined || !file.includes('/categories/')) return text;
      const category = parse(text) as CategoryFile;
      for (const level of category.levels) level.objectives?.forEach(change);
      return stringify(category, { version: '1.2' });
    },
    'aismm',
    USUAL_EDITION.version,
  );
  if (!value) throw new Error('the changed model loads');
  return told(value);
}

const withoutKpis = (): ReturnType<typeof lintWith> => everywhere((objective) => (objective.kpi = null));
const withoutMappingsTo = (domain: string): ReturnType<typeof lintWith> =>
  everywhere((objective) => {
    objective.mappings['aicm'] = (objective.mappings['aicm'] ?? []).filter((id) => !id.startsWith(domain));
    if (objective.mappings['aicm'].length === 0) objective.mappings['aicm'] = ['GRC-01'];
  });

test('a statement is one sentence of at most 45 words, or two of at most 30', () => {
  const words = (count: number): string => `At least 85% in 90 days ${'word '.repeat(count - 7)}end.`;
  const told = (text: string): string[] =>
    inObjective((o) => (o.text = text)).flatMap(({ law, detail }) => (law === 'one-sentence' ? [detail] : []));
  for (const right of [words(45), `${words(30)} ${words(30)}`]) expect(told(right)).toEqual([]);
  expect(told(words(46))).toEqual(['a sentence of the statement has 46 words. Use at most 45 words.']);
  expect(told(`${words(10)} ${words(31)}`)).toEqual([
    'a sentence of the statement has 31 words. Use at most 30 words.',
  ]);
});
