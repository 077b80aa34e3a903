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
import { reachesTarget } from '../../src/scoring/rules.js';
import { scoreAssessment } from '../../src/scoring/score.js';
import { installed, usual } from '../installed.js';

/** So many are few: a share of them is one of few values. */
const MOST_OF_FEW = 15;
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
  /** The day on which the edition came out. */
  readonly released: string;
}

const daysIn = (text: string): string[] => text.match(/\b\d{4}-\d{2}-\d{2}\b/g) ?? [];

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
        return [{ objective, given, evidence, pieces, about, released: model.released }];
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

  test('what was measured is not missing: ORG-3E shows its tests where a share of computers is met in part', () => {
    const measured = by('partly').filter(
      ({ objective: { id }, given, evidence, about }) =>
        id === 'ORG-3E' && given.measured !== undefined && evidence !== '' && !about.startsWith(OWN.id),
    );
    expect(measured.length).toBeGreaterThan(5);
    const asked = objectiveExamples['ORG-3E']?.evidence.slice(-1) ?? [];
    expect(namesOf(measured.filter(({ evidence }) => !asked.every((piece) => evidence.includes(piece))))).toEqual([]);
    // The last piece needs no mention, and one that is not there cannot lack.
    const odd = Object.entries(objectiveExamples).filter(
      ([, { lacking = 0, evidence }]) => !Number.isInteger(lacking) || lacking < 0 || lacking >= evidence.length - 1,
    );
    expect(odd.map(([id]) => id)).toEqual([]);
  });

  test('where it is missing, a note says what was seen on which day, and from whom it was requested by when; that is rare', () => {
    const unproven = by('met', 'partly').filter(({ evidence }) => evidence === '');
    const silent = unproven.filter((each) => {
      const { notes = '', owner = '–', assessedOn = '', answer } = each.given;
      const [seen, asked] = [each.pieces.filter((piece) => notes.includes(piece)).length, each.pieces.length];
      const day = daysIn(notes).at(0) ?? '9';
      return (answer === 'met' ? seen !== asked : seen === 0) || !notes.includes(owner) || day !== assessedOn;
    });
    expect(namesOf(silent)).toEqual([]);
    const withoutDue = unproven.filter(({ given: { notes = '', assessedOn = '' } }) => {
      const [, due = ''] = daysIn(notes);
      const inDays = (serialOf(due) ?? 0) - (serialOf(assessedOn) ?? 0);
      return !notes.includes('requested from') || inDays < 7 || inDays > 14 || (serialOf(due) ?? 0) % 7 < 2;
    });
    expect(namesOf(withoutDue)).toEqual([]);
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

  test('it was seen on a working day of the assessment, the one on which the objective was assessed', () => {
    const shown = by('met', 'partly').filter(({ evidence }) => evidence !== '');
    const early = shown.filter(({ evidence, given: { assessedOn = '' }, released }) => {
      const [seen = '', ...more] = daysIn(evidence);
      return more.length > 0 || seen < released || seen !== assessedOn || (serialOf(seen) ?? 0) % 7 < 2;
    });
    expect(namesOf(early)).toEqual([]);
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
      // A model of one's own may be of today.
      expect(new Set(days).size).toBe(model === OWN ? 1 : 2);
      expect([...days].sort()).toEqual(days);
    }
  });

  test('an open question is answered within two weeks, and before anything else is due', () => {
    for (const { assessment, answered } of written) {
      const { asOf } = assessment.organization;
      const due = (isOpen: boolean): number[] =>
        answered.flatMap(({ given }) =>
          given.due && (given.answer === undefined) === isOpen
            ? [(serialOf(given.due) ?? 0) - (serialOf(asOf) ?? 0)]
            : [],
        );
      expect(due(true).filter((days) => days < 1 || days > 14)).toEqual([]);
      expect(Math.min(...due(false))).toBeGreaterThan(Math.max(0, ...due(true)));
    }
    expect(by(undefined).filter(({ given }) => given.due).length).toBeGreaterThan(100);
  });

  test('an answer is valid as long as its evidence is: a quarter, half a year or a year, to the end of a month', () => {
    const kinds = new Map<string, Set<number>>();
    for (const { objective, given, about } of by('met', 'partly')) {
      const until = given.validUntil ?? '';
      const days = (serialOf(until) ?? 0) - (serialOf(given.assessedOn ?? '') ?? 0);
      const window = objective.kpi?.window ?? 'none';
      kinds.set(window, (kinds.get(window) ?? new Set()).add(Math.round(days / 30.5)));
      const [least, most] = /^(now|P\d+D|P[123]M)$/.test(window)
        ? [85, 100]
        : window === 'P6M'
          ? [175, 190]
          : [360, 375];
      expect(days >= least && days <= most, `${about}: ${until}`).toBe(true);
      expect(new Date(Date.parse(until) + 86_400_000).getUTCDate(), about).toBe(1);
    }
    expect([...new Set([...kinds.values()].flatMap((months) => [...months]))].sort((a, b) => a - b)).toEqual([
      3, 6, 12,
    ]);
    expect(namesOf(by('not-met', 'not-applicable', undefined).filter(({ given }) => given.validUntil))).toEqual([]);
  });

  test('what is planned is due on working days in the order of the roadmap, and in a category by level', () => {
    let pairs = 0;
    for (const { model, assessment, answered, seed, profile } of written) {
      const due = new Map(answered.flatMap(({ objective: { id }, given }) => (given.due ? [[id, given.due]] : [])));
      const days = [...due.values()];
      expect(days.filter((day) => day <= assessment.organization.asOf || (serialOf(day) ?? 0) % 7 < 2)).toEqual([]);
      // Open questions come first: see above.
      const answeredIds = new Set(answered.flatMap(({ objective: { id }, given }) => (given.answer ? [id] : [])));
      const inOrder = [
        scoreAssessment(model, assessment).roadmap.filter((id) => answeredIds.has(id)),
        ...categoriesOf(model).map(({ objectives }) =>
          objectives
            .filter(({ id }) => answeredIds.has(id) && due.has(id))
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
  test('each step of the roadmap has an owner, an action and a due date, and nothing else has an action', () => {
    for (const { model, assessment } of written) {
      const { roadmap } = scoreAssessment(model, assessment);
      const acted = [...assessment.answers].flatMap(([id, { action }]) => (action === undefined ? [] : [id]));
      expect(acted.filter((id) => !roadmap.includes(id))).toEqual([]);
      const lacking = roadmap.filter((id) => {
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
        if (kpi && measured !== undefined)
          return ![measured, kpi.threshold].every((each) => said.includes(counted(each).trim()));
        if (answer === 'partly') return !said.includes(evidence.at(-1) ?? '–');
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

  test('nothing is measured of what is not met, what is met reaches its target, and what is met in part misses it', () => {
    expect(
      namesOf(by('not-met', 'not-applicable', undefined).filter(({ given }) => given.measured !== undefined)),
    ).toEqual([]);
    const reaches = ({ objective: { kpi }, given: { measured } }: Answered): boolean | undefined =>
      kpi && measured !== undefined ? reachesTarget(kpi, measured) : undefined;
    expect(namesOf(by('met').filter((each) => each.objective.kpi && reaches(each) !== true))).toEqual([]);
    expect(namesOf(by('partly').filter((each) => reaches(each) === true))).toEqual([]);
    expect(by('partly').filter((each) => reaches(each) === false).length).toBeGreaterThan(1000);
  });

  test('a value that is met in part is one that the model describes as such', () => {
    const described = by('partly').filter(({ objective: { id, kpi, partly }, given: { measured }, about }) => {
      if (!kpi || measured === undefined || about.startsWith(OWN.id)) return false;
      const { partlyFrom } = objectiveExamples[id] ?? {};
      // “At least a quarter”, and no lower; a value in a unit of time is over the limit that the sentence names.
      const isTime = ['minutes', 'hours', 'days'].includes(kpi.unit);
      return measured < (partlyFrom ?? 0) || (isTime && !partly.includes(String(kpi.threshold)));
    });
    expect(namesOf(described)).toEqual([]);
    expect(
      Object.values(objectiveExamples).filter(({ partlyFrom }) => partlyFrom !== undefined).length,
    ).toBeGreaterThan(1);
  });

  test('a share of a known number of items is one of so many', () => {
    const known = all.filter(
      ({ objective: { id, kpi }, given, about }) =>
        kpi?.unit === 'percent' &&
        objectiveExamples[id]?.outOf &&
        given.measured !== undefined &&
        !about.startsWith(OWN.id),
    );
    expect(known.length).toBeGreaterThan(1000);
    const odd = known.filter(({ objective: { id }, given: { measured = 0 } }) => {
      const outOf = objectiveExamples[id]?.outOf ?? 100;
      return !Array.from({ length: outOf + 1 }, (_, n) => Math.round((n * 100) / outOf)).includes(measured);
    });
    expect(namesOf(odd)).toEqual([]);
    // The number is one of the model, or, where the model leaves it open, as many at least as it asks for.
    const { model } = usual();
    const other = objectivesOf(model).filter(({ id, text, kpi }) => {
      const outOf = objectiveExamples[id]?.outOf;
      if (outOf === undefined) return false;
      const denominator = kpi?.denominator ?? '';
      const asked = [...denominator.matchAll(/(?:at least|filled up to) (\d+)\b(?! days)|\b(\d+) or more(?! days)/g)];
      const isEnough = asked.every(([, least, more]) => outOf >= Number(least ?? more));
      return !new RegExp(`\\b${outOf}\\b(?!%)`).test(`${text} ${denominator}`) && (!isEnough || outOf > MOST_OF_FEW);
    });
    expect(other.map(({ id }) => id)).toEqual([]);
    // Who has few critical providers cannot have a quarter of them tested but for one.
    expect(objectiveExamples['RSK-4C']?.outOf).toBeLessThanOrEqual(MOST_OF_FEW);
  });

  test('a level builds on the one below: none at level 5 is met beside an open one at level 4', () => {
    const steps = written.flatMap(({ model, answered, profile, seed }) =>
      categoriesOf(model).flatMap(({ id: category }) =>
        [3, 4, 5].map((level) => {
          const at = (n: number): Answered[] =>
            answered.filter(
              ({ objective, given }) =>
                objective.category === category && objective.level === n && given.answer !== 'not-applicable',
            );
          const isMet = ({ given }: Answered): boolean => given.answer === 'met';
          const [below, here] = [at(level - 1), at(level)];
          const share = below.length === 0 ? 1 : below.filter(isMet).length / below.length;
          return {
            about: `${model.version} ${profile} ${seed} ${category} ${level}`,
            level,
            share,
            isMet: here.some(isMet),
          };
        }),
      ),
    );
    expect(steps.filter(({ level, share, isMet }) => isMet && share < ([0.5, 0.75, 1][level - 3] ?? 1))).toEqual([]);
    for (const level of [3, 4, 5])
      expect(steps.filter((each) => each.level === level && each.isMet).length).toBeGreaterThan(100);
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
    // Nobody examines as a second reader what they assessed.
    const assessors = organization.assessor.split(/ and |, /).map((each) => each.toLowerCase());
    const notes = [...assessment.answers.values()].map(({ notes = '' }) => notes.toLowerCase());
    expect(
      notes.filter((note) => assessors.some((each) => note.includes(each) && note.includes('also examined'))),
    ).toEqual([]);
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
