/** Assessments that mix whatever changes a figure: seeded, by a generator of their own. */
import { ANSWER_CODES } from '../../src/assessment/fields.js';
import type { Answer, Assessment, LinkedText } from '../../src/assessment/assessment.js';
import { categoriesOf, objectivesOf, type ControlObjective, type Model } from '../../src/model/model.js';
import { assessmentOf } from '../assessments.js';

type Chance = () => number;

/** Random numbers from 0 to 1 that are the same for ever (mulberry32). */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What can't be seen: no reason, no evidence, no action. */
export const UNSEEN_TEXTS = [
  ' ',
  '\t',
  '\n',
  '\u00a0',
  '\u00ad',
  '\u034f',
  '\u061c',
  '\u115f\u1160',
  '\u17b4\u17b5',
  '\u180e',
  '\u2003\u202f',
  '\u200b\ufeff',
  '\u200e\u202e\u2069',
  '\u2060\u2064\u206a',
  '\u2028\u2029',
  '\u2800',
  '\u3000',
  '\u3164\uffa0',
  '\ufe0f',
] as const;
const SEEN_TEXTS = ['Minutes of March', 'x', '0', '\u200b.', '\u00a0ja\u00a0', '-', '证据', '😀'] as const;
const LINKS = ['https://wiki.example/a?b=1', 'evidence/one.pdf', '../two.pdf'] as const;
/** Around the assessment date, with one that is far away. */
const DAYS = ['2025-12-31', '2026-06-14', '2026-06-15', '2026-06-16', '2027-01-31'] as const;
const AS_OF = '2026-06-15';

/** How a category stands: what share is met, how many answers are blank, late, or without evidence. */
interface Mood {
  readonly met: number;
  readonly blank: number;
  readonly bare: number;
  readonly planned: number;
}

const MOODS: readonly Mood[] = [
  { met: 1, blank: 0, bare: 0, planned: 0 },
  { met: 0.97, blank: 0.02, bare: 0.03, planned: 0.5 },
  { met: 0.9, blank: 0.05, bare: 0.1, planned: 0.95 },
  { met: 0.85, blank: 0.6, bare: 0.05, planned: 1 },
  { met: 0.5, blank: 0.2, bare: 0.5, planned: 0.5 },
  { met: 0.05, blank: 0.9, bare: 0.5, planned: 0.9 },
];

class Chooser {
  constructor(readonly chance: Chance) {}

  happens(share: number): boolean {
    return this.chance() < share;
  }

  of<T>(items: readonly [T, ...T[]] | readonly T[]): T {
    const item = items[Math.floor(this.chance() * items.length)];
    if (item === undefined) throw new Error('nothing to choose from');
    return item;
  }

  text(unseen: number): string {
    return this.of(this.happens(unseen) ? UNSEEN_TEXTS : SEEN_TEXTS);
  }
}

/** A figure on either side of the threshold, or on it. */
function figureFor({ kpi }: ControlObjective, choose: Chooser): number {
  const threshold = kpi?.threshold ?? 10;
  const unit = kpi?.unit ?? 'count';
  const step = choose.of([0, 0, 1, -1, 5, -5]);
  if (unit === 'percent') {
    const near = choose.of([threshold + step, threshold + step / 10, threshold, 0, 100, 1, 0.4, 97, 2.5]);
    return Math.min(100, Math.max(0, Number(near.toPrecision(12))));
  }
  return Math.max(0, unit === 'count' ? Math.round(threshold + step) : threshold + step / 4);
}

function answerOf(objective: ControlObjective, mood: Mood, choose: Chooser): Answer {
  const met = choose.happens(mood.met);
  const linked: LinkedText = { text: choose.text(0.25), link: choose.of(LINKS) };
  const isLate = choose.happens(met && mood.met > 0.9 ? 0.01 : 0.15);
  return {
    ...(choose.happens(mood.blank) ? {} : { answer: met ? 'met' : choose.of(ANSWER_CODES) }),
    ...(choose.happens(0.4) ? { measured: figureFor(objective, choose) } : {}),
    ...(choose.happens(mood.bare)
      ? choose.happens(0.5)
        ? { evidence: choose.of(UNSEEN_TEXTS) }
        : {}
      : {
          evidence: choose.happens(0.3) ? linked : choose.of(SEEN_TEXTS),
        }),
    ...(choose.happens(0.5) ? { notes: choose.text(0.4) } : {}),
    ...(choose.happens(mood.planned) ? { action: choose.text(0.08), due: choose.of(DAYS) } : {}),
    ...(choose.happens(mood.planned / 9) ? { due: choose.of(DAYS) } : {}),
    ...(isLate ? { validUntil: choose.of(DAYS) } : choose.happens(0.2) ? { validUntil: '2027-01-31' } : {}),
  };
}

/** One random assessment of a model; the same for the same seed. */
export function randomAssessment(model: Model, seed: number): Assessment {
  const choose = new Chooser(chanceFrom(seed));
  const moods = new Map(categoriesOf(model).map(({ id }) => [id, choose.of(MOODS)]));
  const deployments = model.deployments.map(({ id }) => id);
  const perCategory = <T>(share: number, make: () => T): Record<string, T> =>
    Object.fromEntries(categoriesOf(model).flatMap(({ id }) => (choose.happens(share) ? [[id, make()] as const] : [])));
  const { organization } = assessmentOf(model, {});
  // Everything left out at once, in a few: nothing applies then.
  const leftOut = choose.happens(0.04);
  const answers = objectivesOf(model).flatMap((objective) => {
    if (leftOut) return [[objective.id, { answer: 'not-applicable', notes: 'None.' }] as const];
    const answer = answerOf(
      objective,
      moods.get(objective.category) ?? { met: 1, blank: 0, bare: 0, planned: 0 },
      choose,
    );
    return Object.keys(answer).length === 0 ? [] : [[objective.id, answer] as const];
  });
  const conditions = (model.conditions ?? []).flatMap(({ id }) =>
    choose.happens(0.6) ? [[id, choose.happens(0.4)] as const] : [],
  );
  return assessmentOf(model, {
    organization: { ...organization, name: `Random ${seed}`, asOf: choose.happens(0.2) ? '' : AS_OF },
    selection: choose.happens(0.4) ? deployments : deployments.filter(() => choose.happens(0.6)),
    targets: perCategory(0.7, () => choose.of([1, 2, 3, 4, 5])),
    weights: perCategory(0.5, () => choose.of([0.1, 0.5, 1, 2, 3.25, 7])),
    ...(conditions.length > 0 ? { conditions: Object.fromEntries(conditions) } : {}),
    answers: Object.fromEntries(answers),
  });
}
