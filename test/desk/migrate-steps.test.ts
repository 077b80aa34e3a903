/** A filled workbook over three editions: in one step it becomes what it becomes in two, as far as the rules promise. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, Assessment } from '../../src/assessment/assessment.js';
import { markedMigration, migrate, type Migrated } from '../../src/desk/migrate.js';
import { readWorkbook } from '../../src/host/bound.js';
import { issue, modelsOf, Shelf } from '../../src/layout/shelf.js';
import { objectivesOf, type Model } from '../../src/model/model.js';
import { scoreAssessment } from '../../src/scoring/score.js';
import { annotateWorkbook } from '../../src/workbook/annotate.js';
import { writeWorkbook } from '../../src/workbook/write.js';
import { anyFilling, assessmentOf } from '../assessments.js';
import { edition } from '../editions.js';

const kpi = (threshold: number) => ({ direction: 'at-least' as const, threshold });
const FIRST = edition('1.0', {
  GOV: [{ level: 2 }, { level: 2 }, { level: 2 }, { level: 3 }, { level: 3 }, { level: 4 }],
  IAM: [{ level: 2, kpi: kpi(90) }, { level: 3 }, { level: 4 }],
});
const SECOND = edition(
  '1.1',
  {
    GOV: [{ level: 2 }, { level: 2 }, { level: 2 }, { level: 3 }, { level: 3 }, { level: 4 }],
    IAM: [{ level: 2, kpi: kpi(90) }, { level: 3 }, { level: 3 }],
  },
  {
    follows: '1.0',
    became: [
      ...['GOV-2A kept', 'GOV-2B reworded', 'GOV-2C kept', 'GOV-3A split GOV-3A,GOV-3B', 'GOV-3B dropped'],
      ...['GOV-4A kept', 'IAM-2A kept', 'IAM-3A merged IAM-3A', 'IAM-4A merged IAM-3A'],
    ],
  },
);
/** What was kept is reworded and the other way round; half of what was split goes; what was merged is dropped; IAM-3B moves. */
const THIRD = edition(
  '1.2',
  {
    GOV: [{ level: 2 }, { level: 2 }, { level: 2 }, { level: 3 }, { level: 4 }, { level: 5 }],
    IAM: [{ level: 2, kpi: kpi(90) }, { level: 4 }],
  },
  {
    follows: '1.1',
    became: [
      ...['GOV-2A kept', 'GOV-2B kept', 'GOV-2C reworded', 'GOV-3A kept', 'GOV-3B dropped', 'GOV-4A kept'],
      ...['IAM-2A kept', 'IAM-3A dropped', 'IAM-3B moved IAM-4A'],
    ],
  },
);
const MODELS = modelsOf([FIRST, SECOND, THIRD], THIRD);

const over = (assessment: Assessment, to: Model): Migrated => {
  const { value, findings } = migrate(assessment, to, MODELS);
  return value ?? expect.fail(JSON.stringify(findings));
};
/** What is promised to be the same, however many steps were taken. */
const promised = ({ assessment }: Migrated): unknown =>
  objectivesOf(THIRD).map(({ id }) => {
    const { answer, measured, evidence, owner, assessedOn, validUntil, action, due, notes } =
      assessment.answers.get(id) ?? {};
    return [id, { answer, measured, evidence, owner, assessedOn, validUntil, action, due, notes }];
  });
/** Objectives beside which an answer to an edition is proposed, and which objective that was. */
const proposals = ({ assessment: { comments = {} } }: Migrated, version: string): string[] =>
  objectivesOf(THIRD).flatMap(({ id }) =>
    [
      ...(comments[`answers.${id}.answer`] ?? '').matchAll(/In tiny (\S+), this objective was (\S+)\. The old answer/g),
    ].flatMap(([, of, from = '']) => (of === version ? [`${from}>${id}`] : [])),
  );

function expectWhole({ counts, answers }: Migrated, before: Assessment): void {
  const said = new Set([
    ...before.answers.keys(),
    ...Object.keys(before.comments ?? {}).flatMap((path) => /^answers\.([^.]+)\./.exec(path)?.[1] ?? []),
  ]);
  expect(counts.kept + counts.review + counts.dropped).toBe(counts.answers);
  expect(answers.map(({ id }) => id).sort()).toEqual([...said].sort());
}

const EXPORT = { text: 'Export', link: 'https://example.org/a' };
const FULL: Answer = {
  ...{ answer: 'met', evidence: EXPORT, owner: 'CISO' },
  ...{ assessedOn: '2026-01-01', notes: 'Fine.' },
};

describe('through the bytes of workbooks', async () => {
  const old = assessmentOf(FIRST, {
    answers: {
      ...Object.fromEntries(objectivesOf(FIRST).map(({ id }) => [id, FULL])),
      'IAM-2A': { measured: 95, owner: 'SOC' },
    },
    comments: { 'answers.GOV-2A.answer': 'Sure.', 'answers.GOV-2B.evidence': 'From the tool.' },
  });
  const shelf = new Shelf(MODELS);
  const read = (bytes: Uint8Array): Assessment => {
    const { value, findings } = readWorkbook(bytes, shelf);
    return value?.assessment ?? expect.fail(JSON.stringify(findings));
  };
  const again = async (migrated: Migrated): Promise<Assessment> => {
    const { read: marked, findings } = markedMigration(migrated, issue(migrated.newer, { tool: 'test' }));
    return read(await annotateWorkbook(marked, findings));
  };
  const filled = read(await writeWorkbook({ model: FIRST, assessment: { ...old, comments: {} }, tool: 'test' }));
  const returned = { ...filled, comments: old.comments ?? {} };
  const one = over(returned, THIRD);
  const first = over(returned, SECOND);
  const between = await again(first);
  const two = over(between, THIRD);

  test('counts add up in every step', () => {
    expect([one, first, two].map(({ counts }) => counts)).toEqual([
      { answers: 9, kept: 3, review: 3, dropped: 3 },
      { answers: 9, kept: 4, review: 4, dropped: 1 },
      { answers: 8, kept: 5, review: 1, dropped: 2 },
    ]);
    expectWhole(one, returned);
    expectWhole(first, returned);
    expectWhole(two, between);
  });

  test('answers, evidence, owners, proposals and comments are the same', () => {
    expect(promised(two)).toEqual(promised(one));
    expect(proposals(one, '1.0')).toEqual(['GOV-2B>GOV-2B', 'GOV-2C>GOV-2C', 'GOV-3A>GOV-3A']);
    // What only the second step reworded was an answer to 1.1 by then.
    expect(proposals(two, '1.0')).toEqual(['GOV-2B>GOV-2B', 'GOV-3A>GOV-3A']);
    expect(proposals(two, '1.1')).toEqual(['GOV-2C>GOV-2C']);
    for (const { assessment } of [one, two])
      expect(assessment.comments).toMatchObject({
        'answers.GOV-2A.answer': 'Sure.',
        'answers.GOV-2B.evidence': 'From the tool.',
      });
  });

  test('what is written is read again as it is', async () => {
    expect((await again(one)).answers).toEqual(one.assessment.answers);
    expect((await again(two)).answers).toEqual(two.assessment.answers);
    expect((await again(two)).comments).toEqual(two.assessment.comments);
  });
});

test('over random answers', () => {
  let kept = 0;
  let reviewed = 0;
  fc.assert(
    fc.property(anyFilling(FIRST), (assessment) => {
      const one = over(assessment, THIRD);
      const first = over(assessment, SECOND);
      const two = over(first.assessment, THIRD);
      expectWhole(one, assessment);
      expectWhole(first, assessment);
      expectWhole(two, first.assessment);
      expect(promised(two)).toEqual(promised(one));
      expect(scoreAssessment(THIRD, two.assessment)).toEqual(scoreAssessment(THIRD, one.assessment));
      // An answer is kept in one step exactly if it is kept in each of two.
      const lasting = new Set(first.answers.flatMap(({ id, outcome }) => (outcome === 'kept' ? [id] : [])));
      const then = two.answers.flatMap(({ id, outcome }) => (outcome === 'kept' && lasting.has(id) ? [id] : []));
      expect(one.answers.flatMap(({ id, outcome }) => (outcome === 'kept' ? [id] : []))).toEqual(then);
      kept += one.counts.kept;
      reviewed += one.counts.review;
    }),
    { numRuns: 200 },
  );
  expect(Math.min(kept, reviewed)).toBeGreaterThan(100);
});
