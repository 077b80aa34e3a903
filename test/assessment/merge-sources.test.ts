/** Where people differ nothing is chosen; what they wrote is kept; the order and the number of times don't matter. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAnswers } from '../../src/assessment/answers-file.js';
import { formatAnswers } from '../../src/assessment/answers-json.js';
import type { Answer, Assessment } from '../../src/assessment/assessment.js';
import { openConflicts } from '../../src/assessment/conflicts.js';
import { hasEvidence } from '../../src/assessment/evidence.js';
import { mergeSources, type MergeOptions, type MergeSource } from '../../src/assessment/merge.js';
import { LIMITS } from '../../src/diagnostic/limits.js';
import { findingsIn } from '../../src/scoring/findings.js';
import { anyAssessment, assessmentOf } from '../assessments.js';
import { tinyModel } from '../tiny-model.js';

const model = tinyModel({
  GOV: [{ level: 2 }, { level: 3 }],
  IAM: [{ level: 2 }, { level: 4, deployments: ['paas'] }],
});

const from = (file: string, assessment: Assessment, person?: string): MergeSource => ({
  ...{ file, assessment, model },
  ...(person === undefined ? {} : { person }),
});
const saying = (answer: Answer, organization: Partial<Assessment['organization']> = {}): Assessment => {
  const blank = assessmentOf(model, { answers: { 'GOV-2A': answer } });
  return { ...blank, organization: { ...blank.organization, ...organization } };
};
const merged = (sources: readonly MergeSource[], options?: MergeOptions): Assessment => {
  const { value, findings } = mergeSources(sources, model, options);
  expect(findings).toEqual([]);
  return value?.assessment ?? assessmentOf(model, {});
};
const undecided = (assessment: Assessment): string[] =>
  openConflicts(assessment, model).map(({ conflict }) => conflict.path);

const ana = from('ana.xlsx', saying({ answer: 'met', evidence: 'Minutes', assessedOn: '2026-05-01' }), 'Ana');
const ben = from('ben.xlsx', saying({ answer: 'not-met', assessedOn: '2026-06-01' }), 'Ben');

test('as many different values are kept as can be read back, and more are an error', () => {
  const conflicts = [
    {
      path: 'answers.GOV-2A.owner',
      claims: Array.from({ length: LIMITS.records }, (_, n) => ({ value: `Person ${n}`, from: { file: `${n}.xlsx` } })),
    },
  ];
  const whole = from('whole.xlsx', { ...saying({}), conflicts });
  expect(merged([whole]).conflicts?.[0]?.claims).toHaveLength(LIMITS.records);
  expect(mergeSources([whole, ana, ben], model)).toEqual({
    findings: [
      expect.objectContaining({
        code: 'merge-too-many-conflicts',
        facts: { count: LIMITS.records + 4, most: LIMITS.records },
      }),
    ],
  });
});

describe('two answers', () => {
  test('are a conflict: both are kept with their origin, and there is no answer', () => {
    const whole = merged([ana, ben]);
    expect(whole.answers.get('GOV-2A')).toEqual({ evidence: 'Minutes' });
    expect(whole.conflicts?.[0]).toEqual({
      path: 'answers.GOV-2A.answer',
      claims: [
        { value: 'met', from: { file: 'ana.xlsx', person: 'Ana', date: '2026-05-01', evidence: 'Minutes' } },
        { value: 'not-met', from: { file: 'ben.xlsx', person: 'Ben', date: '2026-06-01' } },
      ],
    });
    expect(findingsIn(model, whole).map(({ code, objective, affects }) => [code, objective, affects])).toEqual([
      ['conflict-undecided', 'GOV-2A', 'score'],
      ['conflict-undecided', 'GOV-2A', 'record'],
    ]);
  });

  test('are decided by typing one; then old parts change nothing, and a new value opens it again', () => {
    const whole = merged([ana, ben]);
    const answers = new Map([
      ['GOV-2A', { ...whole.answers.get('GOV-2A'), answer: 'partly', assessedOn: '2026-06-02' } as const],
    ]);
    const typed = from('whole.xlsx', { ...whole, answers });
    expect(undecided(typed.assessment)).toEqual([]);
    expect(merged([typed, ben, ana])).toEqual(typed.assessment);
    const cid = from('cid.xlsx', saying({ answer: 'not-applicable' }), 'Cid');
    expect(undecided(merged([typed, cid]))).toEqual(['answers.GOV-2A.answer']);
    expect(merged([typed, cid]).conflicts?.[0]?.claims.map(({ value }) => value)).toEqual([
      'met',
      'not-met',
      'not-applicable',
      'partly',
    ]);
  });

  test('are chosen from only where a rule is asked for, which is recorded', () => {
    const newest = merged([ana, ben], { prefer: { by: 'newest' } });
    expect(newest.answers.get('GOV-2A')?.answer).toBe('not-met');
    expect(newest.conflicts?.[0]?.taken).toEqual({ by: 'newest', file: 'ben.xlsx' });
    expect(findingsIn(model, newest)).toEqual([]);
    expect(merged([from('whole.xlsx', newest), ana, ben])).toEqual(newest);
    const chosen = merged([ana, ben], { prefer: { by: 'file', file: 'ana.xlsx' } });
    expect(chosen.answers.get('GOV-2A')?.answer).toBe('met');
  });

  test('of the same day, or of no day, are chosen from by no rule', () => {
    const [one, other] = [from('a', saying({ answer: 'met' })), from('b', saying({ answer: 'partly' }))];
    expect(undecided(merged([one, other], { prefer: { by: 'newest' } }))).toEqual(['answers.GOV-2A.answer']);
    const sameDay = [one, other].map(({ file, assessment }) =>
      from(file, { ...assessment, organization: { ...assessment.organization, asOf: '2026-06-01' } }),
    );
    expect(undecided(merged(sameDay, { prefer: { by: 'newest' } }))).toEqual(['answers.GOV-2A.answer']);
    expect(undecided(merged([one, other], { prefer: { by: 'file', file: 'c' } }))).toEqual(['answers.GOV-2A.answer']);
  });
});

describe('two texts', () => {
  test.each([
    ['evidence', 'Minutes', 'Policy 4', '[Ana, a] Minutes\n\n[Ben, b] Policy 4'],
    ['notes', 'one\n\ntwo', 'one', '[Ana, a] one\n\ntwo\n\n[Ben, b] one'],
    ['action', 'Buy it.', 'Buy it.', 'Buy it.'],
  ] as const)('of %s: %j and %j are put one after the other', (field, one, other, both) => {
    const sources = [from('a', saying({ [field]: one }), 'Ana'), from('b', saying({ [field]: other }), 'Ben')];
    const whole = merged(sources);
    expect(whole.answers.get('GOV-2A')?.[field]).toBe(both);
    expect(merged([...sources, from('whole', whole)])).toEqual(whole);
    expect(merged([...sources].reverse())).toEqual(whole);
  });

  test('with addresses keep them, and the same text without one is no other text', () => {
    const linked = { text: 'Policy', link: 'https://wiki.example/1' };
    const [one, plain, other] = [linked, 'Policy', { ...linked, link: 'https://wiki.example/2' }].map((evidence, i) =>
      from(String(i), saying({ evidence })),
    );
    expect(one && plain && merged([one, plain]).answers.get('GOV-2A')?.evidence).toEqual(linked);
    expect(one && other && merged([one, other]).answers.get('GOV-2A')?.evidence).toBe(
      '[0] Policy (https://wiki.example/1)\n\n[2] Policy (https://wiki.example/2)',
    );
  });

  test('that nobody sees become no evidence', () => {
    const whole = merged([
      from('a', saying({ evidence: ' ' }), 'Ana'),
      from('b', saying({ evidence: '\u200b' }), 'Ben'),
    ]);
    expect(hasEvidence(whole.answers.get('GOV-2A') ?? {})).toBe(false);
    expect(
      merged([from('a', saying({ evidence: ' ' })), from('b', saying({ evidence: 'x' }))]).answers.get('GOV-2A')
        ?.evidence,
    ).toBe('x');
  });

  test('that no cell holds together are told of, and nothing is merged', () => {
    const long = ['a', 'b'].map((letter) => from(letter, saying({ evidence: letter.repeat(20_000) })));
    expect(mergeSources(long, model)).toMatchObject({
      findings: [{ code: 'merge-too-long', path: 'answers.GOV-2A.evidence', facts: { files: ['a', 'b'] } }],
    });
  });

  test('of assessors are one list', () => {
    const of = (assessor: string) => from(assessor, saying({}, { assessor }));
    const whole = merged([of('Ben'), of('Ana; Ben'), of('ana')]);
    expect(whole.organization.assessor).toBe('Ana; Ben');
  });

  test('of comments are put one after the other with their origin', () => {
    const commented = (text: string): Assessment => ({ ...saying({}), comments: { 'targets.GOV': text } });
    const whole = merged([from('a', commented('Why 3?'), 'Ana'), from('b', commented('Too low.'), 'Ben')]);
    expect(whole.comments).toEqual({ 'targets.GOV': '[Ana, a] Why 3?\n\n[Ben, b] Too low.' });
  });
});

test('a deployment type that one has in use is undecided until Yes or No is said; a part that does not ask for it says nothing', () => {
  const all = from('all', saying({}));
  const some = from('some', { ...saying({}), selection: ['paas'] });
  const whole = merged([all, some]);
  expect(undecided(whole)).toEqual(['selection.self-hosted', 'selection.api-saas']);
  expect(merged([from('whole', whole), some, all])).toEqual(whole);
  const smaller = { ...model, deployments: model.deployments.filter(({ id }) => id === 'paas') };
  expect(undecided(merged([all, { ...some, model: smaller }]))).toEqual([]);
  expect(merged([all, some], { selection: 'union' }).selection).toEqual(all.assessment.selection);
  expect(parseAnswers(JSON.stringify(formatAnswers(whole, model)), model)).toEqual({ value: whole, findings: [] });
});

test('a conflict in an answers file that has a value which nobody can give is refused', () => {
  const json = JSON.stringify(formatAnswers(merged([ana, ben]), model));
  const { value, findings } = parseAnswers(json.replaceAll('"value":"met"', '"value":"splendid"'), model);
  expect(value).toBeUndefined();
  expect(findings).toMatchObject([{ code: 'invalid-answers', path: 'conflicts.0' }]);
});

test('the order of the files does not matter, merging again changes nothing, and one alone stays as it is', () => {
  const some = fc.array(anyAssessment(model), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(some, fc.constantFrom(undefined, { by: 'newest' } as const), (assessments, prefer) => {
      const sources = assessments.map((assessment, i) => from(`${i}.xlsx`, assessment, `P${i}`));
      const whole = merged(sources, { prefer });
      expect(merged([...sources].reverse(), { prefer })).toEqual(whole);
      expect(merged([...sources, from('whole.xlsx', whole)], { prefer })).toEqual(whole);
      const [first] = sources;
      expect(first && merged([first, first])).toEqual(first?.assessment);
      for (const { conflict } of openConflicts(whole, model)) expect(conflict.claims.length).toBeGreaterThan(1);
    }),
    { numRuns: 60 },
  );
});
