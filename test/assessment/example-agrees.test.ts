/** What a fictional organization writes about an objective agrees: its answer, its evidence, its action, and who it is. */
import { describe, expect, test } from 'vitest';
import { exampleAssessment, PROFILES } from '../../src/assessment/example.js';
import { plainText } from '../../src/assessment/links.js';
import { USUAL_LANGUAGE } from '../../src/locale/languages.js';
import { categoriesOf, objectivesOf } from '../../src/model/model.js';
import { installed, usual } from '../installed.js';

const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1);
const MODELS = [installed().model, usual().model];
const written = MODELS.flatMap((model) =>
  PROFILES.flatMap((profile) =>
    SEEDS.map((seed) => {
      const assessment = exampleAssessment(model, { seed, profile }, USUAL_LANGUAGE.words.example);
      const answered = objectivesOf(model).flatMap((objective) => {
        const given = assessment.answers.get(objective.id);
        if (!given) return [];
        const evidence = given.evidence === undefined ? '' : plainText(given.evidence);
        const held = objective.evidence.filter((each) => evidence.includes(each));
        const missing = objective.evidence.filter((each) => given.action?.includes(each) === true);
        return [{ objective, given, held, missing, about: `${model.version} ${profile} ${seed} ${objective.id}` }];
      });
      return { model, profile, seed, assessment, answered };
    }),
  ),
);
const all = written.flatMap(({ answered }) => answered);
const by = (answer: string): typeof all => all.filter(({ given }) => given.answer === answer);

describe('what an example says of one objective', () => {
  test('no document is both held as evidence and missing', () => {
    expect(all.filter(({ held }) => held.length > 0).length).toBeGreaterThan(1000);
    const twice = all.filter(({ held, missing }) => held.some((each) => missing.includes(each)));
    expect(twice.map(({ about }) => about)).toEqual([]);
  });

  test('what is met needs no action, and what is not met has no evidence', () => {
    const needless = by('met').filter(({ given }) => given.action !== undefined || given.due !== undefined);
    const proven = by('not-met').filter(({ given }) => given.evidence !== undefined);
    expect([...needless, ...proven].map(({ about }) => about)).toEqual([]);
    expect(by('met').length).toBeGreaterThan(1000);
    expect(by('not-met').length).toBeGreaterThan(1000);
  });

  test('what is met in part says what is missing, and that is not all of it where evidence is held', () => {
    expect(by('partly').length).toBeGreaterThan(1000);
    const silent = by('partly').filter(({ missing }) => missing.length === 0);
    const complete = by('partly').filter(({ objective, held }) => held.length === objective.evidence.length);
    expect([...silent, ...complete].map(({ about }) => about)).toEqual([]);
  });

  test('where a value was measured, the action is about it, in its unit', () => {
    const measured = by('not-met').filter(({ given }) => given.measured !== undefined);
    expect(measured.length).toBeGreaterThan(1000);
    const { units } = USUAL_LANGUAGE.words;
    const other = measured.filter(({ given: { measured: value, action }, objective: { kpi } }) => {
      const unit = kpi ? units[kpi.unit] : '';
      const behind = unit === '' || unit === '%' ? unit : ` ${unit}`;
      return ![value, kpi?.threshold].every((each) => action?.includes(`${each}${behind}`));
    });
    expect(other.map(({ about }) => about)).toEqual([]);
  });
});

test('an example answers only what is for a deployment type in use', () => {
  const idle = written.flatMap(({ assessment: { selection }, answered }) =>
    answered.filter(({ objective }) => !objective.deployments.some((id) => selection.includes(id))),
  );
  expect(written.some(({ model, assessment }) => assessment.selection.length < model.deployments.length)).toBe(true);
  expect(idle.map(({ about }) => about)).toEqual([]);
});

test('one step of the model is planned for one objective at most', () => {
  const twice = written.flatMap(({ model, answered, profile, seed }) => {
    const steps = categoriesOf(model).flatMap(({ levels }) => levels.flatMap(({ nextSteps }) => nextSteps));
    const planned = answered.flatMap(({ given }) => steps.filter((step) => step === given.action));
    return planned.length === new Set(planned).size ? [] : [`${model.version} ${profile} ${seed}`];
  });
  expect(twice).toEqual([]);
});

test('a public body has no sites and no subsidiaries, and no organization is too small for its owners', () => {
  const texts = USUAL_LANGUAGE.words.example.stories;
  for (const { model, profile, assessment } of written) {
    const { industry, scope, size } = assessment.organization;
    const isPublic = industry === 'government' || industry === 'education';
    expect(scope).toBe(isPublic ? texts[profile].publicScope : texts[profile].scope);
    expect(size).not.toBe(model.profile.sizes[0]?.id);
  }
  expect(texts.advanced.publicScope + texts.early.publicScope).not.toMatch(/subsidiar|\bsites?\b/);
});
