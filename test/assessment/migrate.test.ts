/** Answers carried over: what holds stays, what changed is proposed and not counted, and every answer is accounted for. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/assessment/assessment.js';
import { migrateAssessment } from '../../src/assessment/migrate.js';
import { parseAnswers } from '../../src/assessment/answers-file.js';
import { formatAnswers } from '../../src/assessment/answers-json.js';
import { objectivesOf, type Model } from '../../src/model/model.js';
import { successionTo } from '../../src/model/succession.js';
import { scoreAssessment } from '../../src/scoring/score.js';
import { migrate } from '../../src/desk/migrate.js';
import { modelsOf } from '../../src/layout/shelf.js';
import { anyFilling, assessmentOf } from '../assessments.js';
import { among, edition } from '../editions.js';
import { installed } from '../installed.js';
import { seedOr } from '../seed.js';

const FIRST = edition('1.0', { GOV: [{ level: 2 }, { level: 2 }, { level: 3 }, { level: 4 }, { level: 4 }] });
const SECOND = edition('1.1', { GOV: [{ level: 2 }, { level: 2 }, { level: 3 }, { level: 3 }, { level: 5 }] }, {
  follows: '1.0',
  became: ['GOV-2A kept', 'GOV-2B split GOV-2B,GOV-3A', 'GOV-3A merged GOV-3B', 'GOV-4A merged GOV-3B', 'GOV-4B dropped'],
}); // prettier-ignore

const carried = (answers: Record<string, Answer>, comments?: Record<string, string>, older = FIRST, newer = SECOND) => {
  const succession = successionTo(newer, older, among(older, newer)) ?? expect.fail('one follows the other');
  const assessment = assessmentOf(older, { answers, ...(comments ? { comments } : {}) });
  return { assessment, ...{ migrated: migrateAssessment(assessment, { older, newer, succession }) } };
};

const EXPORT = { text: 'Export', link: 'https://example.org/a' };
const FULL: Answer = {
  ...{ answer: 'met', measured: 97, evidence: EXPORT, owner: 'CISO' },
  ...{ assessedOn: '2026-01-01', validUntil: '2027-01-01', action: 'Renew', due: '2026-12-31', notes: 'Fine.' },
};

test('an answer that holds is carried over as it is; one to be reviewed leaves its row unanswered', () => {
  const { migrated } = carried(
    { 'GOV-2A': FULL, 'GOV-2B': FULL, 'GOV-4B': { answer: 'met' } },
    { 'answers.GOV-2A.owner': 'Who?', 'answers.GOV-2B.evidence': 'Old.', 'answers.GOV-3A.notes': 'Only said here.' },
  );
  expect(migrated.assessment.answers.get('GOV-2A')).toEqual(FULL);
  const beside = { evidence: FULL.evidence, owner: 'CISO' };
  expect(migrated.assessment.answers.get('GOV-2B')).toEqual(beside);
  expect(migrated.assessment.answers.get('GOV-3A')).toEqual(beside);
  expect(migrated.assessment.comments).toEqual({
    'answers.GOV-2A.owner': 'Who?',
    'answers.GOV-2B.evidence': 'Old.',
    'answers.GOV-3A.evidence': 'Old.',
    'answers.GOV-3B.notes': 'Only said here.',
  });
  expect(migrated.answers.map(({ id, outcome, to }) => [id, outcome, to.join()])).toEqual([
    ['GOV-2A', 'kept', 'GOV-2A'],
    ['GOV-2B', 'review', 'GOV-2B,GOV-3A'],
    ['GOV-3A', 'review', 'GOV-3B'],
    ['GOV-4B', 'dropped', ''],
  ]);
  expect(migrated.counts).toEqual({ answers: 4, kept: 1, review: 2, dropped: 1 });
  const states = scoreAssessment(SECOND, migrated.assessment).objectives.map(({ state }) => state);
  expect(states).toEqual(['met', 'unanswered', 'unanswered', 'unanswered', 'unanswered']);
});

test('of two answers that become one, the evidence and owners of both stand there', () => {
  const link = { text: 'List', link: 'https://example.org/list' };
  const { migrated } = carried({
    'GOV-3A': { answer: 'met', evidence: link, owner: 'CISO' },
    'GOV-4A': { answer: 'not-met', evidence: 'Minutes', owner: 'CISO' },
  });
  expect(migrated.assessment.answers.get('GOV-3B')).toEqual({
    evidence: 'List (https://example.org/list)\nMinutes',
    owner: 'CISO',
  });
});

test('two answers that both hold for one objective are carried over only where they say the same', () => {
  const newer = edition('1.1', { GOV: [{ level: 2 }, { level: 2 }] }, {
    follows: '1.0',
    became: ['GOV-2A kept', 'GOV-2B kept', 'GOV-3A merged GOV-2A holds', 'GOV-4A dropped', 'GOV-4B dropped'],
  }); // prettier-ignore
  const outcomes = (a: Answer, b: Answer) =>
    carried({ 'GOV-2A': a, 'GOV-3A': b }, undefined, FIRST, newer).migrated.answers.map(({ outcome }) => outcome);
  expect(outcomes({ answer: 'met' }, { answer: 'met' })).toEqual(['kept', 'kept']);
  expect(outcomes({ answer: 'met' }, { answer: 'partly' })).toEqual(['review', 'review']);
  expect(carried({ 'GOV-2A': { answer: 'met' } }, undefined, FIRST, newer).migrated.counts.review).toBe(1);
});

test('what is declared to hold is reviewed all the same where its target is another one', () => {
  const kpi = (threshold: number) => ({ direction: 'at-least' as const, threshold });
  const older = edition('1.0', { GOV: [{ level: 2, kpi: kpi(90) }] });
  const newer = edition('1.1', { GOV: [{ level: 2, kpi: kpi(50) }] }, { follows: '1.0', became: ['GOV-2A kept'] });
  const { migrated } = carried({ 'GOV-2A': { measured: 60 } }, undefined, older, newer);
  expect(migrated.counts.review).toBe(1);
  expect(migrated.assessment.answers.size).toBe(0);
});

test('what has no place any more is listed with its path', () => {
  const older = edition('1.0', { GOV: [{ level: 2 }], IAM: [{ level: 2 }] }, { conditions: ['agents'] });
  const newer = edition('1.1', { GOV: [{ level: 2 }] }, { follows: '1.0', became: ['GOV-2A kept', 'IAM-2A dropped'] });
  const succession = successionTo(newer, older, among(older, newer)) ?? [];
  const blank = assessmentOf(older, {});
  const assessment = {
    ...{ ...blank, targets: { GOV: 3, IAM: 4 }, weights: { IAM: 2 }, conditions: { agents: false } },
    selection: ['paas'],
    organization: { ...blank.organization, name: 'Acme', industry: 'gone' },
    feedback: [{ objective: 'GOV-2A', kind: 'unclear', comment: 'What?' }],
  };
  const { assessment: now, left } = migrateAssessment(assessment, { older, newer, succession });
  expect(now).toMatchObject({ targets: { GOV: 3 }, weights: {}, selection: ['paas'], organization: { name: 'Acme' } });
  expect(left).toEqual([
    { path: 'organization.industry', value: 'gone' },
    { path: 'conditions.agents', value: 'no' },
    { path: 'targets.IAM', value: 4 },
    { path: 'weights.IAM', value: 2 },
    { path: 'feedback.0.objective', value: 'GOV-2A' },
    { path: 'feedback.0.kind', value: 'unclear' },
    { path: 'feedback.0.comment', value: 'What?' },
  ]);
});

describe('from 1.0 to 1.1, over random workbooks', () => {
  const [older, newer] = ['1.0', '1.1'].map((version) => installed(version).model) as [Model, Model];
  const models = modelsOf([older, newer], newer);
  /** The oracle knows the file of changes, and nothing of the code that reads it. */
  const file = parse(readFileSync(new URL('../../model/aismm/1.1/changes.yaml', import.meta.url), 'utf8')) as {
    objectives: { id: string; to: string[]; holds: boolean }[];
  };
  const fateOf = (id: string): string => {
    const { to, holds } = file.objectives.find((each) => each.id === id) ?? { to: [], holds: false };
    return to.length === 0 ? 'dropped' : holds ? 'kept' : 'review';
  };

  test('counts add up, unchanged objectives count as before, nothing else counts, and an oracle of the file agrees', () => {
    let seen = 0;
    const property = fc.property(anyFilling(older), (assessment) => {
      const { value, findings } = migrate(assessment, newer, models);
      expect(findings).toEqual([]);
      if (!value) return;
      seen += 1;
      const { counts, answers, assessment: now } = value;
      expect(counts.kept + counts.review + counts.dropped).toBe(assessment.answers.size);
      expect(answers.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual(
        objectivesOf(older)
          .filter(({ id }) => assessment.answers.has(id))
          .map(({ id }) => `${id} ${fateOf(id)}`),
      );
      const kept = new Map(
        file.objectives.flatMap(({ id, to: [to = ''], holds }) =>
          holds && assessment.answers.has(id) ? [[to, id]] : [],
        ),
      );
      const before = new Map(scoreAssessment(older, assessment).objectives.map(({ id, state }) => [id, state]));
      for (const { id, state } of scoreAssessment(newer, now).objectives) {
        const from = kept.get(id);
        if (from === undefined) expect(['unanswered', 'excluded']).toContain(state);
        else if (state !== 'excluded') expect([id, state]).toEqual([id, before.get(from)]);
      }
      // Proposals stand in comments: each says of which objective it is, and survives the answers file.
      for (const { id, outcome, to } of answers)
        for (const each of outcome === 'review' ? to : [])
          expect(now.comments?.[`answers.${each}.answer`]).toContain(`In aismm 1.0, this objective was ${id}.`);
      const again = parseAnswers(JSON.stringify(formatAnswers(now, newer)), newer);
      expect(again.findings).toEqual([]);
      expect(again.value?.comments).toEqual(now.comments);
    });
    fc.assert(property, { numRuns: 200, seed: seedOr(22) });
    expect(seen).toBe(200);
  });

  test('what can not be carried over is refused with what to do', () => {
    const of = (version: string, to: string) =>
      migrate({ ...assessmentOf(older, {}), model: { id: 'aismm', version } }, { id: 'aismm', version: to }, models)
        .findings;
    expect(of('1.1', '1.1')).toMatchObject([{ code: 'no-succession', facts: { why: 'same' } }]);
    expect(of('1.1', '1.0')).toMatchObject([{ code: 'no-succession', facts: { why: 'older' } }]);
    expect(of('0.9', '1.1')).toMatchObject([{ code: 'unknown-model', facts: { age: 'older' } }]);
    expect(of('1.0', '2.0')).toMatchObject([{ code: 'unknown-model', facts: { age: 'newer' } }]);
    const { succession: _, ...alone } = newer;
    expect(migrate(assessmentOf(older, {}), alone, modelsOf([older, alone], alone)).findings).toMatchObject([
      { code: 'no-succession', facts: { why: 'gap' } },
    ]);
  });
});
