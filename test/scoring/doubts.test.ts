/** What makes somebody doubt an assessment as a whole: one finding a kind, however many objectives it is about. */
import { expect, test } from 'vitest';
import type { Answer, Assessment } from '../../src/assessment/assessment.js';
import { find, isError } from '../../src/diagnostic/finding.js';
import { objectivesOf } from '../../src/model/model.js';
import { doubtsIn } from '../../src/scoring/doubts.js';
import { findingsIn } from '../../src/scoring/findings.js';
import { AS_OF, assessmentOf, everywhere } from '../assessments.js';
import { tinyModel } from '../tiny-model.js';
import { told } from '../told.js';

const level = (n: number) => Array.from({ length: 4 }, () => ({ level: n }));
const model = tinyModel({ GOV: [...level(2), ...level(3), ...level(4)], IAM: [{ level: 2, deployments: ['paas'] }] });
const measured = tinyModel({ GOV: [{ level: 2, kpi: { direction: 'at-least', threshold: 95 } }] });

const on = (assessment: Assessment, asOf = AS_OF): Assessment => ({
  ...assessment,
  organization: { ...assessment.organization, asOf },
});
const answered = (answers: Record<string, Answer>): Assessment => on(assessmentOf(model, { answers }));
const codes = (assessment: Assessment, today?: string): string[] =>
  doubtsIn(model, assessment, today).map(({ code }) => code);

test.each<[string, Record<string, Answer>]>([
  ['nothing at all', {}],
  ['owners, notes and dates, but no answer', { 'GOV-2A': { owner: 'CISO', due: '2026-07-01' } }],
  ['a measured value that can decide nothing', { 'GOV-2A': { measured: 97 } }],
])('a form with %s is no assessment', (_, answers) => {
  expect(codes(answered(answers))).toEqual(['nothing-answered']);
});

test('one answer is enough, also of what does not apply, and so is a figure that decides', () => {
  expect(codes({ ...answered({ 'IAM-2A': { answer: 'not-met' } }), selection: ['self-hosted'] })).toEqual([]);
  expect(doubtsIn(measured, assessmentOf(measured, { answers: { 'GOV-2A': { measured: 1 } } }))).toEqual([]);
});

test('all the same: from ten answers on, and of every kind of answer', () => {
  for (const answer of ['met', 'partly', 'not-met', 'not-applicable'] as const) {
    const same = on(everywhere(model, { answer, evidence: 'Seen.', notes: 'Nobody does that here.' }));
    expect(doubtsIn(model, same)).toMatchObject([{ code: 'all-the-same', facts: { count: 13 } }]);
    const nine = new Map([...same.answers].slice(0, 9));
    expect(doubtsIn(model, { ...same, answers: nine })).toEqual([]);
    const other: Answer = { answer: answer === 'met' ? 'not-met' : 'met', evidence: 'Seen.' };
    expect(codes({ ...same, answers: new Map([...same.answers, ['GOV-2A', other]]) })).toEqual([]);
  }
});

test.each(['-', '.', '0', 'n/a', 'TBD', 'none', '…'])('“%s” is a reason that says nothing', (notes) => {
  const given = answered({
    'GOV-2A': { answer: 'not-applicable', notes },
    'GOV-2B': { answer: 'not-applicable', notes },
    'GOV-2C': { answer: 'not-met', notes, evidence: 'Seen.' },
  });
  expect(told(doubtsIn(model, given))).toMatchObject([
    {
      code: 'reason-says-nothing',
      severity: 'warning',
      affects: 'score',
      objective: 'GOV-2A',
      found: 'GOV-2A, GOV-2B',
    },
  ]);
});

test.each(['no GPUs', 'We host nothing.', '未使用', 'kein Modell'])('“%s” is a reason', (notes) => {
  expect(codes(answered({ 'GOV-2A': { answer: 'not-applicable', notes } }))).toEqual([]);
});

test('met without evidence: one finding, with how many and the first few, at the first of them', () => {
  const all = on(everywhere(model, { answer: 'met' }));
  const answers = new Map([
    ...all.answers,
    ['GOV-2A', { answer: 'met', evidence: 'Policy 4.2' }],
    ['GOV-2B', { answer: 'not-met' }],
  ] as [string, Answer][]);
  const [finding, ...more] = doubtsIn(model, { ...all, answers });
  expect(more).toEqual([]);
  expect(finding).toMatchObject({
    code: 'met-without-evidence',
    ...{ objective: 'GOV-2C', field: 'evidence', affects: 'record' },
    facts: { count: 11, of: 12, objectives: ['GOV-2C', 'GOV-2D', 'GOV-3A', 'GOV-3B', 'GOV-3C'] },
  });
});

test('evidence is asked for what counts as met: by an answer or a figure, still valid, of what applies', () => {
  const met = (answer: Answer): string[] =>
    doubtsIn(measured, on(assessmentOf(measured, { answers: { 'GOV-2A': answer } }))).map(({ code }) => code);
  expect(met({ measured: 95 })).toEqual(['met-without-evidence']);
  expect(met({ measured: 94 })).toEqual([]);
  expect(met({ answer: 'met', evidence: '\u00a0' })).toEqual(['met-without-evidence']);
  expect(met({ answer: 'met', validUntil: '2026-01-01' })).toEqual([]);
  expect(codes({ ...answered({ 'IAM-2A': { answer: 'met' } }), selection: ['self-hosted'] })).toEqual([]);
});

test('a figure that alone decides nothing counts as met nowhere', () => {
  const undecided = tinyModel({
    GOV: [{ level: 2 }, { level: 2, kpi: { direction: 'at-least', threshold: 95, decides: false } }],
  });
  const answers = { 'GOV-2A': { answer: 'not-met' }, 'GOV-2B': { measured: 97 } } as const;
  expect(doubtsIn(undecided, on(assessmentOf(undecided, { answers }))).map(({ code }) => code)).toEqual([]);
});

test('notes are no answer', () => {
  const assessment = answered({
    'GOV-2A': { notes: 'Done since May.' },
    'GOV-2B': { answer: 'not-met', notes: 'x' },
    'GOV-2C': { notes: ' ' },
  });
  expect(doubtsIn(model, assessment)).toMatchObject([
    { code: 'notes-without-answer', objective: 'GOV-2A', facts: { count: 1, objectives: ['GOV-2A'] } },
  ]);
});

test('what was assessed after the assessment date, where there is one', () => {
  const answers = {
    'GOV-2A': { answer: 'not-met', assessedOn: '2026-06-16' },
    'GOV-2B': { answer: 'not-met', assessedOn: AS_OF },
  } as const;
  expect(doubtsIn(model, answered(answers))).toMatchObject([
    { code: 'assessed-after-date', objective: 'GOV-2A', facts: { count: 1, asOf: AS_OF } },
  ]);
  expect(codes(on(answered(answers), ''))).toEqual([]);
});

test('days that are yet to come, where it is known which day it is', () => {
  const assessment = answered({ 'GOV-2A': { answer: 'not-met', assessedOn: AS_OF, validUntil: '2062-01-01' } });
  expect(codes(assessment)).toEqual([]);
  expect(codes(assessment, AS_OF)).toEqual([]);
  expect(doubtsIn(model, assessment, '2026-06-14')).toMatchObject([
    { code: 'assessment-date-in-future', field: 'asOf', facts: { found: AS_OF, today: '2026-06-14' } },
    { code: 'assessed-in-future', objective: 'GOV-2A', facts: { count: 1, today: '2026-06-14' } },
  ]);
});

test('a figure against the answer has a code of its own where the answer makes the level too high', () => {
  const contradiction = (answer: Answer): string[] =>
    findingsIn(measured, assessmentOf(measured, { answers: { 'GOV-2A': answer } })).map(({ code }) => code);
  expect(contradiction({ answer: 'met', measured: 10 })).toEqual(['met-against-measurement']);
  expect(contradiction({ answer: 'not-met', measured: 97 })).toEqual(['kpi-contradicts-answer']);
});

test('none of them is an error, and each names the first few objectives and how many there are', () => {
  const all = objectivesOf(model).map(({ id }) => [id, { notes: 'x', assessedOn: '2030-01-01' }] as const);
  const findings = doubtsIn(model, answered(Object.fromEntries(all)), '2026-06-14');
  expect(findings.filter(isError)).toEqual([]);
  expect(
    told([...findings, find('all-the-same', {}, { found: 'Met', count: 144 })]).map(({ message }) => message),
  ).toEqual([
    expect.stringMatching(/^The file contains no answers, so its results are not meaningful/),
    expect.stringMatching(/13 objectives \(GOV-2A, GOV-2B, GOV-2C, GOV-2D, GOV-3A, …\)/),
    expect.stringMatching(
      /^For 13 objectives \(GOV-2A, .*\), the “Assessed on” date is later than the assessment date 2026-06-15\./,
    ),
    expect.stringMatching(
      /^The assessment date 2026-06-15 is in the future\. The latest possible date is 2026-06-14\./,
    ),
    expect.stringMatching(
      /^For 13 objectives .* the “Assessed on” date is in the future\. .*latest possible date is 2026-06-14/,
    ),
    'All 144 answers are “Met”. Ask the sender whether the organization assessed each objective separately.',
  ]);
});
