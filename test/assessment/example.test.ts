/** Fictional organizations: the same seed gives the same, and their kinds differ as their stories say. */
import { expect, test } from 'vitest';
import { exampleAssessment, PROFILES } from '../../src/assessment/example.js';
import { exampleTexts } from '../../src/locale/en/example.js';
import { objectivesOf } from '../../src/model/model.js';
import { scoreAssessment } from '../../src/scoring/score.js';
import { installed, usual } from '../installed.js';

const { model } = installed();
const example = (seed: number, profile: (typeof PROFILES)[number] = 'typical') =>
  exampleAssessment(model, { seed, profile }, exampleTexts);
const SEEDS = Array.from({ length: 120 }, (_, index) => index + 1);

test('the same seed gives the same, another one another', () => {
  expect(example(5)).toEqual(example(5));
  expect(example(5)).not.toEqual(example(6));
});

test('a name is one of its industry', () => {
  const industries = new Map<string, Set<string>>();
  for (const { organization } of SEEDS.map((seed) => example(seed))) {
    expect(organization.name).toMatch(/^[A-Z]\w+ [A-Z][\w .]+ \(example(?: \d+)?\)$/);
    const trade = /^\w+ (.*?)(?: (?:AG|Corp\.|Group|Inc\.|Ltd\.|SA))? \(/.exec(organization.name)?.[1] ?? '';
    industries.set(trade, (industries.get(trade) ?? new Set()).add(organization.industry));
  }
  for (const [trade, those] of industries) expect([trade, those.size]).toEqual([trade, 1]);
  expect(new Set([...industries.values()].flatMap((those) => [...those])).size).toBe(model.profile.industries.length);
});

test('an organization fits its profile: how big it is, what it aims at, how much it can show', () => {
  const sizes = model.profile.sizes.map(({ id }) => id);
  for (const profile of PROFILES) {
    const shares = SEEDS.slice(0, 12).map((seed) => {
      const assessment = example(seed, profile);
      const { size, region } = assessment.organization;
      if (region === 'global') expect(sizes.indexOf(size)).toBeGreaterThanOrEqual(sizes.length / 2);
      if (profile === 'early') expect(sizes.indexOf(size)).toBeLessThan(sizes.length / 2);
      if (profile !== 'early') expect(sizes.indexOf(size)).toBeGreaterThan(1);
      expect(Math.max(...Object.values(assessment.targets))).toBe({ early: 2, typical: 3, advanced: 4 }[profile]);
      return scoreAssessment(model, assessment).program.evidencedShare ?? 0;
    });
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    const [least, most] = { early: [0.7, 0.9], typical: [0.88, 0.97], advanced: [0.96, 1] }[profile];
    expect(mean).toBeGreaterThan(least ?? 1);
    expect(mean).toBeLessThan(most ?? 0);
  }
});

test('not applicable is only what depends on a condition, and owners are those of the category', () => {
  const { owners } = exampleTexts;
  const byCategory: Readonly<Record<string, readonly string[]>> = owners;
  const { model: usualModel } = usual();
  const examples = SEEDS.slice(0, 12).map((seed) =>
    exampleAssessment(usualModel, { seed, profile: 'typical' }, exampleTexts),
  );
  let excluded = 0;
  for (const { answers } of examples)
    for (const { id, needs = [], category } of objectivesOf(usualModel)) {
      const { answer, owner } = answers.get(id) ?? {};
      if (answer === 'not-applicable') excluded += 1;
      if (answer === 'not-applicable') expect(needs.length, id).toBeGreaterThan(0);
      const own = exampleTexts.objectives.aismm?.[id]?.owner;
      if (owner !== undefined) expect([own ?? byCategory[category]].flat()).toContain(owner);
    }
  expect(excluded).toBeGreaterThan(0);
});

test('the profiles come the further the later', () => {
  const maturity = (profile: (typeof PROFILES)[number]): number =>
    SEEDS.slice(0, 5).reduce(
      (sum, seed) => sum + (scoreAssessment(model, example(seed, profile)).program.maturity ?? 0),
      0,
    );
  expect(maturity('early')).toBeLessThan(maturity('typical'));
  expect(maturity('typical')).toBeLessThan(maturity('advanced'));
});
