/** What a fictional organization writes agrees, as an auditor would check it: answers, evidence, notes, actions and days. */
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/assessment/assessment.js';
import { serialOf } from '../../src/assessment/dates.js';
import { exampleAssessment, PROFILES } from '../../src/assessment/example.js';
import { plainText } from '../../src/assessment/links.js';
import { exampleTexts } from '../../src/locale/en/example.js';
import { objectiveExamples } from '../../src/locale/en/example-objectives.js';
import { categoriesOf, objectivesOf, type ControlObjective, type Model } from '../../src/model/model.js';
import { doubtsIn } from '../../src/scoring/doubts.js';
import { findingsIn } from '../../src/scoring/findings.js';
import { scoreAssessment } from '../../src/scoring/score.js';
import { installed, usual } from '../installed.js';

const SEEDS = Array.from({ length: 40 }, (_, index) => index + 1);
/** A model that nobody has written examples for. */
const OWN: Model = { ...usual().model, id: 'own' };
const MODELS = [installed().model, usual().model, OWN];

interface Answered {
  readonly objective: ControlObjective;
  readonly given: Answer;
  readonly evidence: string;
  /** What an auditor would ask for, as this organization calls it. */
  readonly pieces: readonly string[];
  readonly about: string;
}

const written = MODELS.flatMap((model) =>
  PROFILES.flatMap((profile) =>
    SEEDS.map((seed) => {
      const assessment = exampleAssessment(model, { seed, profile }, exampleTexts);
      const own = model.id === OWN.id ? {} : objectiveExamples;
      const answered = objectivesOf(model).flatMap((objective): Answered[] => {
        const given = assessment.answers.get(objective.id);
        if (!given) return [];
        const evidence = given.evidence === undefined ? '' : plainText(given.evidence);
        const pieces = (own[objective.id] ?? objective).evidence;
        const about = `${model.id} ${model.version} ${profile} ${seed} ${objective.id}`;
        return [{ objective, given, evidence, pieces, about }];
      });
      return { model, profile, seed, assessment, answered };
    }),
  ),
);
const all = written.flatMap(({ answered }) => answered);
const by = (...states: (string | undefined)[]): Answered[] => all.filter(({ given }) => states.includes(given.answer));
const namesOf = (those: readonly Answered[]): string[] => those.map(({ about }) => about);
const heldBy = ({ pieces, evidence }: Answered): string[] => pieces.filter((each) => evidence.includes(each));

test('everything is there to be looked at', () => {
  expect(written.length).toBe(360);
  for (const state of ['met', 'partly', 'not-met']) expect(by(state).length, state).toBeGreaterThan(1000);
  for (const state of ['not-applicable', undefined]) expect(by(state).length, state).toBeGreaterThan(100);
});

describe('evidence', () => {
  test('what is met shows every piece that the model asks for, and what is met in part some of them', () => {
    const shown = by('met', 'partly').filter(({ evidence }) => evidence !== '');
    expect(shown.length).toBeGreaterThan(1000);
    const wrong = shown.filter((each) => {
      const [held, asked] = [heldBy(each).length, each.pieces.length];
      return each.given.answer === 'met' ? held !== asked : held === 0 || held === asked;
    });
    expect(namesOf(wrong)).toEqual([]);
  });

  test('where it is missing, a note says so, and that is rare', () => {
    const unproven = by('met', 'partly').filter(({ evidence }) => evidence === '');
    expect(namesOf(unproven.filter(({ given }) => given.notes === undefined))).toEqual([]);
    expect(unproven.length).toBeGreaterThan(0);
    for (const { profile, answered } of written) {
      const held = answered.filter(({ given }) => given.answer === 'met' || given.answer === 'partly');
      const without = held.filter(({ evidence }) => evidence === '');
      expect(without.length / held.length).toBeLessThan({ early: 0.5, typical: 0.2, advanced: 0.1 }[profile]);
    }
  });

  test('what is not met, and what nobody has answered, has none', () => {
    expect(namesOf(by('not-met', 'not-applicable', undefined).filter(({ evidence }) => evidence !== ''))).toEqual([]);
  });

  test('it was seen on a working day in the window of the KPI', () => {
    const days = { now: 3, P30D: 30, P60D: 60, P90D: 90 } as Readonly<Record<string, number>>;
    const stale = written.flatMap(({ assessment, answered }) =>
      answered.filter(({ objective: { kpi }, evidence }) => {
        if (evidence === '') return false;
        const seen = serialOf(/(\d{4}-\d{2}-\d{2})\)$/.exec(evidence)?.[1] ?? '') ?? 0;
        const age = (serialOf(assessment.organization.asOf) ?? 0) - seen;
        return age < 0 || age > (days[kpi?.window ?? ''] ?? 31) || seen % 7 < 2;
      }),
    );
    expect(namesOf(stale)).toEqual([]);
  });
});

describe('days', () => {
  test('nothing is assessed before the edition came out, or after the assessment date', () => {
    for (const { model, assessment, answered } of written) {
      const { asOf } = assessment.organization;
      expect(asOf >= model.released).toBe(true);
      const days = answered.flatMap(({ given: { answer, assessedOn = '' } }) =>
        answer === undefined ? [] : assessedOn,
      );
      expect(days.filter((day) => day < model.released || day > asOf)).toEqual([]);
    }
  });

  test('what is planned is due on working days in the order of the roadmap, and in a category by level', () => {
    let pairs = 0;
    for (const { model, assessment, answered, seed, profile } of written) {
      const due = new Map(answered.flatMap(({ objective: { id }, given }) => (given.due ? [[id, given.due]] : [])));
      const days = [...due.values()];
      expect(days.filter((day) => day <= assessment.organization.asOf || (serialOf(day) ?? 0) % 7 < 2)).toEqual([]);
      const inOrder = [
        scoreAssessment(model, assessment).roadmap,
        ...categoriesOf(model).map(({ objectives }) =>
          objectives
            .filter(({ id }) => due.has(id))
            .sort((a, b) => a.level - b.level)
            .map(({ id }) => id),
        ),
      ];
      const levelOf = new Map(objectivesOf(model).map(({ id, level }) => [id, level]));
      for (const [index, ids] of inOrder.entries())
        for (const [i, id] of ids.entries()) {
          const before = ids[i - 1];
          if (before === undefined || (index > 0 && levelOf.get(before) === levelOf.get(id))) continue;
          pairs += 1;
          const isInOrder = (due.get(before) ?? '') <= (due.get(id) ?? '');
          expect(isInOrder, `${model.version} ${profile} ${seed}: ${before}, ${id}`).toBe(true);
        }
    }
    expect(pairs).toBeGreaterThan(1000);
  });
});

describe('actions', () => {
  test('each step of the roadmap has an owner, an action and a due date', () => {
    for (const { model, assessment } of written) {
      const lacking = scoreAssessment(model, assessment).roadmap.filter((id) => {
        const { owner = '', action = '', due = '' } = assessment.answers.get(id) ?? {};
        return [owner, plainText(action), due].includes('');
      });
      expect(lacking).toEqual([]);
    }
  });

  test('what is met needs none, and an action always has its due date', () => {
    expect(namesOf(by('met', 'not-applicable').filter(({ given }) => given.action ?? given.due))).toEqual([]);
    expect(namesOf(all.filter(({ given }) => (given.action === undefined) !== (given.due === undefined)))).toEqual([]);
  });

  test('an action is the one of its objective, and hardly one is planned twice', () => {
    for (const { model, answered } of written.filter(({ model: { id } }) => id !== OWN.id)) {
      const planned = answered.filter(({ given }) => given.answer !== undefined && given.action !== undefined);
      const known = planned.filter(({ objective: { id } }) => Object.hasOwn(objectiveExamples, id));
      if (model.version === '1.1') expect(known.length).toBe(planned.length);
      const other = known.filter(({ objective: { id }, given }) => given.action !== objectiveExamples[id]?.action);
      expect(namesOf(other)).toEqual([]);
    }
  });

  test('for an own model, an action names the missing evidence, the measured value, a next step or the objective', () => {
    const { units } = exampleTexts;
    const steps = new Set(categoriesOf(OWN).flatMap(({ levels }) => levels.flatMap(({ nextSteps }) => nextSteps)));
    const planned = written
      .filter(({ model }) => model === OWN)
      .flatMap(({ answered }) =>
        answered.filter(({ given }) => given.answer !== undefined && given.action !== undefined),
      );
    expect(planned.length).toBeGreaterThan(1000);
    const silent = planned.filter(
      ({ objective: { kpi, evidence, title = '' }, given: { answer, action, measured } }) => {
        const said = plainText(action ?? '');
        const counted = (value: number): string =>
          `${value}${kpi?.unit === 'percent' ? '' : ' '}${units[kpi?.unit ?? 'count']}`;
        if (answer === 'partly') return !said.includes(evidence.at(-1) ?? '–');
        if (kpi && measured !== undefined)
          return ![measured, kpi.threshold].every((each) => said.includes(counted(each).trim()));
        return !steps.has(said) && !said.includes(title);
      },
    );
    expect(namesOf(silent)).toEqual([]);
  });

  test('one step of the model is planned for one objective at most', () => {
    const twice = written.flatMap(({ model, answered, profile, seed }) => {
      const steps = categoriesOf(model).flatMap(({ levels }) => levels.flatMap(({ nextSteps }) => nextSteps));
      const planned = answered.flatMap(({ given }) => steps.filter((step) => step === given.action));
      return planned.length === new Set(planned).size ? [] : [`${model.version} ${profile} ${seed}`];
    });
    expect(twice).toEqual([]);
  });
});

describe('answers', () => {
  test('what nobody has answered has an owner, and alone holds back one category at most', () => {
    expect(namesOf(by(undefined).filter(({ given: { owner = '' } }) => owner === ''))).toEqual([]);
    const held = written.map(
      ({ model, assessment }) =>
        scoreAssessment(model, assessment).categories.filter(({ level, potential }) => (potential ?? 0) > (level ?? 0))
          .length,
    );
    expect(Math.max(...held)).toBe(1);
  });

  test('every objective that applies is there, and no other', () => {
    const idle = written.flatMap(({ model, assessment: { selection, conditions = {}, answers } }) =>
      objectivesOf(model).filter(
        ({ id, deployments, needs = [] }) =>
          (deployments.some((type) => selection.includes(type)) && needs.every((need) => conditions[need] === true)) !==
          answers.has(id),
      ),
    );
    expect(idle.map(({ id }) => id)).toEqual([]);
    expect(written.some(({ model, assessment }) => assessment.selection.length < model.deployments.length)).toBe(true);
    expect(written.some(({ assessment }) => Object.values(assessment.conditions ?? {}).includes(false))).toBe(true);
  });

  test('no measured value is above what can be measured', () => {
    const above = all.filter(({ objective: { id }, given: { measured = 0 } }) => {
      const most = objectiveExamples[id]?.most;
      return most !== undefined && measured > most;
    });
    expect(namesOf(above.filter(({ about }) => !about.startsWith(OWN.id)))).toEqual([]);
    const capped = Object.values(objectiveExamples).filter(({ most }) => most !== undefined);
    expect(capped.length).toBeGreaterThan(0);
  });

  test('aismm finds nothing in them, but for what has no evidence', () => {
    for (const { model, assessment } of written) {
      expect(findingsIn(model, assessment)).toEqual([]);
      const doubts = doubtsIn(model, assessment, assessment.organization.asOf);
      expect(doubts.filter(({ code }) => code !== 'met-without-evidence')).toEqual([]);
    }
  });
});

test('an organization says who it is, what was assessed and whom to ask, and nobody takes it for a real one', () => {
  for (const { model, profile, seed, assessment } of written) {
    const { unit, ...organization } = assessment.organization;
    expect(unit).toBe('');
    expect(Object.entries(organization).filter(([, value]) => value === '')).toEqual([]);
    expect(organization.name.endsWith(seed === 1 ? ' (example)' : ` (example ${seed})`)).toBe(true);
    expect(organization.contact).toMatch(/@example\.com$/);
    // It is part of a line of the Scorecard, with a dot behind it.
    expect(organization.scope).toMatch(/^.{20,75}(?<![.])$/);
    expect(Object.keys(assessment.conditions ?? {})).toEqual((model.conditions ?? []).map(({ id }) => id));
    const isPublic = ['government', 'education'].includes(organization.industry);
    const story = exampleTexts.stories[profile];
    expect(organization.scope).toBe(isPublic ? story.publicScope : story.scope);
    // Roles such as the head of identity management are somebody of their own.
    expect(organization.size).not.toBe(model.profile.sizes[0]?.id);
  }
  const { advanced, typical, early } = exampleTexts.stories;
  expect([advanced, typical, early].map(({ publicScope }) => publicScope).join()).not.toMatch(
    /subsidiar|\bsites?\b|group/,
  );
});

describe('what is written about the objectives of AISMM', () => {
  const examples = Object.entries(objectiveExamples);
  const asked = new Map(objectivesOf(usual().model).map((objective) => [objective.id, objective]));

  test('is there for each objective, with a piece of evidence for each that the model asks for', () => {
    expect(examples.map(([id]) => id)).toEqual([...asked.keys()]);
    const other = examples.filter(([id, { evidence }]) => evidence.length !== asked.get(id)?.evidence.length);
    expect(other.map(([id]) => id)).toEqual([]);
  });

  test('is short and said once: an action has 90 characters at most, and a piece of evidence 90', () => {
    const texts = examples.flatMap(([, { action, evidence }]) => [action, ...evidence]);
    expect(texts.filter((text) => text.length > 90 || /[.;()]$|; /.test(text))).toEqual([]);
    const actions = examples.map(([, { action }]) => action);
    expect(new Set(actions).size).toBe(actions.length);
  });

  test('may not apply only where a condition is needed', () => {
    const reasons = examples.filter(([, { notApplicable }]) => notApplicable !== undefined);
    expect(reasons.length).toBeGreaterThan(2);
    expect(reasons.filter(([id]) => (asked.get(id)?.needs ?? []).length === 0)).toEqual([]);
  });
});
