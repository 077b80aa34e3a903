/** Assessments for tests: short ways to say who answered what, and random ones that reach every state. */
import fc from 'fast-check';
import type { Answer, Assessment } from '../src/assessment/assessment.js';
import { ANSWER_CODES, FEEDBACK_KINDS, REVIEW_CODES } from '../src/assessment/fields.js';
import { blankAssessment } from '../src/assessment/paths.js';
import { isoOf, serialOf } from '../src/assessment/dates.js';
import { exampleAssessment, type Profile } from '../src/assessment/example.js';
import { keptShare } from '../src/assessment/share.js';
import { exampleTexts } from '../src/locale/en/example.js';
import { categoriesOf, objectivesOf, type ControlObjective, type Model } from '../src/model/model.js';

export const AS_OF = '2026-06-15';

/** A blank assessment with some parts filled in. */
export function assessmentOf(
  model: Model,
  filled: Partial<Omit<Assessment, 'answers'>> & { answers?: Record<string, Answer> },
): Assessment {
  return { ...blankAssessment(model), ...filled, answers: new Map(Object.entries(filled.answers ?? {})) };
}

/** An organization that there might be, as `aismm example` makes it. */
export function exampleOf(model: Model, options: { seed: number; profile: Profile }): Assessment {
  return exampleAssessment(model, options, exampleTexts);
}

/** The same answer to every objective. */
export function everywhere(model: Model, answer: Answer): Assessment {
  return assessmentOf(model, { answers: Object.fromEntries(objectivesOf(model).map(({ id }) => [id, answer])) });
}

const dayFrom = (offset: number): string => isoOf((serialOf(AS_OF) ?? 0) + offset) ?? AS_OF;

/** A number that the KPI of an objective can have measured, as it is kept. */
function asMeasured({ kpi }: ControlObjective, value: number): number {
  if (kpi?.unit === 'percent') return keptShare(Math.min(100, value));
  return kpi?.unit === 'count' ? Math.round(value) : value;
}

/** Answers of one objective: mostly met, so that high levels occur; measured values at the threshold and a hair beside it. */
function answerFor(objective: ControlObjective, metShare: number): fc.Arbitrary<Answer | undefined> {
  const threshold = objective.kpi?.threshold ?? 50;
  const measured = fc
    .constantFrom(
      threshold,
      threshold + 1e-9,
      Math.max(0, threshold - 1e-9),
      // A figure that was computed, off by the last digit: reached all the same.
      threshold * (1 + 2 ** -52),
      threshold * (1 - 2 ** -51),
      threshold + 1,
      Math.max(0, threshold - 1),
      0,
      threshold / 100,
      1,
    )
    .map((value) => asMeasured(objective, value));
  const answer = fc.oneof(
    { weight: Math.round(metShare * 100), arbitrary: fc.constant('met' as const) },
    { weight: Math.round((1 - metShare) * 100) + 2, arbitrary: fc.constantFrom(...ANSWER_CODES) },
  );
  const optional = <T>(arbitrary: fc.Arbitrary<T>, weight: number): fc.Arbitrary<T | undefined> =>
    fc.oneof({ weight: 100 - weight, arbitrary: fc.constant(undefined) }, { weight, arbitrary });
  return fc
    .record({
      answer: optional(answer, 92),
      measured: optional(measured, 25),
      notes: optional(
        fc.constantFrom('Not used here.', 'x', ' ', '\n', '\u00a0', '\u2003\u202f', '\u200b\ufeff', '\u2028\u00ad'),
        60,
      ),
      evidence: optional(fc.constantFrom('Minutes', '42', ' ', '\u00a0\u2003', '\u200b'), 80),
      action: optional(fc.constantFrom('Buy it.', '\u3000'), 30),
      due: optional(fc.constantFrom(dayFrom(0), dayFrom(200)), 40),
      validUntil: optional(fc.constantFrom(dayFrom(-1), dayFrom(0), dayFrom(1), dayFrom(400)), metShare > 0.9 ? 8 : 20),
    })
    .map((fields) => {
      const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Answer;
      return Object.keys(given).length > 0 ? given : undefined;
    });
}

/** Random assessments of a model in which every state, level and kind of n/a occurs. */
export function anyAssessment(model: Model): fc.Arbitrary<Assessment> {
  const objectives = objectivesOf(model);
  const codes = categoriesOf(model).map(({ id }) => id);
  const deployments = model.deployments.map(({ id }) => id);
  const conditions = (model.conditions ?? []).map(({ id }) => id);
  const perCategory = fc.record(Object.fromEntries(codes.map((id) => [id, fc.constantFrom(0.3, 0.7, 0.93, 0.98, 1)])));
  return perCategory.chain((shares) =>
    fc
      .record({
        answers: fc.tuple(...objectives.map((objective) => answerFor(objective, Number(shares[objective.category])))),
        selection: fc.oneof(
          { weight: 3, arbitrary: fc.constant(deployments) },
          { weight: 2, arbitrary: fc.subarray(deployments) },
        ),
        asOf: fc.constantFrom(AS_OF, AS_OF, ''),
        targets: fc.dictionary(fc.constantFrom(...codes), fc.integer({ min: 1, max: 5 })),
        weights: fc.dictionary(fc.constantFrom(...codes), fc.constantFrom(0.5, 1, 2, 3.25)),
        conditions: fc.tuple(...conditions.map(() => fc.constantFrom(true, false, undefined))),
      })
      .map(({ answers, selection, asOf, targets, weights, conditions: holding }) => {
        const answered = conditions.flatMap((id, i) => (holding[i] === undefined ? [] : [[id, holding[i]] as const]));
        const blank = blankAssessment(model);
        return {
          ...blank,
          organization: { ...blank.organization, asOf },
          selection,
          targets: { ...targets },
          weights: { ...weights },
          ...(answered.length > 0 ? { conditions: Object.fromEntries(answered) } : {}),
          answers: new Map(objectives.flatMap(({ id }, i) => (answers[i] ? [[id, answers[i]] as const] : []))),
        };
      }),
  );
}

/** The same with what an assessor says of some of the answers, and of some that are none. */
export function anyReviewed(model: Model): fc.Arbitrary<Assessment> {
  const review = fc.record({
    review: fc.constantFrom(...REVIEW_CODES, undefined),
    reviewRemark: fc.constantFrom('Which system is meant?', 'Minutes of 3 May', undefined),
  });
  const objectives = objectivesOf(model);
  return fc.tuple(anyAssessment(model), fc.tuple(...objectives.map(() => review))).map(([assessment, said]) => ({
    ...assessment,
    answers: new Map(
      objectives.flatMap(({ id }, i) => {
        const given = Object.entries({ ...assessment.answers.get(id), ...said[i] }).filter(([, v]) => v !== undefined);
        return given.length > 0 ? [[id, Object.fromEntries(given)] as const] : [];
      }),
    ),
  }));
}

/** Random assessments with every field filled by arbitrary texts, numbers and dates, for round trips. */
export function anyFilling(model: Model): fc.Arbitrary<Assessment> {
  const text = fc.oneof(
    fc.string({ maxLength: 40, unit: 'binary' }),
    fc.constantFrom(
      '=1+1',
      '_x0041_',
      "'quoted",
      ' padded ',
      'a\nb',
      'a\r\nb',
      '\u0001',
      '\ufffe',
      '😀',
      '+49',
      '1e5',
      '2026-01-01',
      'TRUE',
      '#REF!',
      '{"a":1}',
    ),
  );
  const day = fc.integer({ min: 36_526, max: 2_958_465 }).map((serial) => isoOf(serial) ?? AS_OF);
  const answer = fc
    .record(
      {
        answer: fc.constantFrom(...ANSWER_CODES),
        measured: fc.double({ min: 0, max: 1e9, noNaN: true }).map((n) => n + 0),
        evidence: text,
        owner: text,
        assessedOn: day,
        validUntil: day,
        action: text,
        due: day,
        notes: text,
      },
      { requiredKeys: [] },
    )
    .map((fields) => Object.fromEntries(Object.entries(fields).filter(([, v]) => v !== '')) as Answer);
  const choice = (items: readonly { id: string }[]): fc.Arbitrary<string> =>
    fc.constantFrom('', ...items.map(({ id }) => id));
  const remark = fc
    .record({ objective: text, kind: fc.constantFrom('', ...FEEDBACK_KINDS), comment: text })
    .filter((r) => r.objective + r.kind + r.comment !== '');
  return fc
    .record({
      base: anyAssessment(model),
      organization: fc.record({
        name: text,
        unit: text,
        scope: text,
        industry: choice(model.profile.industries),
        size: choice(model.profile.sizes),
        region: choice(model.profile.regions),
        assessor: text,
        asOf: fc.oneof(fc.constant(''), day),
      }),
      answers: fc.tuple(...objectivesOf(model).map(() => fc.option(answer, { nil: undefined }))),
      feedback: fc.array(remark, { maxLength: 20 }),
    })
    .map(({ base, organization, answers, feedback }) => ({
      ...base,
      organization,
      feedback,
      answers: new Map(
        objectivesOf(model).flatMap((objective, i) => {
          const { id } = objective;
          const given = answers[i];
          if (!given || Object.keys(given).length === 0) return [];
          const { measured } = given;
          return [
            [
              id,
              measured === undefined
                ? given
                : {
                    ...given,
                    measured: asMeasured(
                      objective,
                      objective.kpi?.unit === 'percent' ? 1e-6 + measured / 1e7 : measured,
                    ),
                  },
            ] as const,
          ];
        }),
      ),
    }));
}
