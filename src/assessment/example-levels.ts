/** How the levels of a category build on each other: nobody has the top of a house whose floor is missing. */
import type { ControlObjective } from '../model/model.js';
import type { Answer } from './assessment.js';

/** An objective with what was said of it. */
export interface Drawn {
  readonly objective: ControlObjective;
  readonly answer: Answer;
  /** Whether nobody has given the answer yet. */
  readonly isForgotten: boolean;
}

/** Share of the level below that has to be met, by level; at the levels left out, any will do. */
const NEEDED_BELOW: Readonly<Record<number, number>> = { 3: 0.5, 4: 0.75, 5: 1 };

/**
 * The answers, of which those are lowered for which too little of the level below is met: *met* to *partly*, and both to *not met*
 * where hardly anything is. `missed`: a measured value that misses its target. In the order given.
 */
export function inSteps(
  all: readonly Drawn[],
  missed: (objective: ControlObjective) => Pick<Answer, 'measured'>,
): readonly Drawn[] {
  const met = new Map<string, [met: number, of: number]>();
  const key = ({ category }: ControlObjective, level: number): string => `${category} ${level}`;
  const lowered = new Map<string, Drawn>();
  for (const each of [...all].sort((a, b) => a.objective.level - b.objective.level)) {
    const { objective } = each;
    const [done, of] = met.get(key(objective, objective.level - 1)) ?? [0, 0];
    const one = lower(each, of === 0 ? 1 : done / of, missed);
    lowered.set(objective.id, one);
    if (one.answer.answer === 'not-applicable') continue;
    const here = key(objective, objective.level);
    const [metHere, ofHere] = met.get(here) ?? [0, 0];
    met.set(here, [metHere + (one.answer.answer === 'met' && !one.isForgotten ? 1 : 0), ofHere + 1]);
  }
  return all.map((each) => lowered.get(each.objective.id) ?? each);
}

/** One of them, with the share of the level below that is met. */
function lower(each: Drawn, below: number, missed: (objective: ControlObjective) => Pick<Answer, 'measured'>): Drawn {
  const { objective, answer } = each;
  const needed = NEEDED_BELOW[objective.level] ?? 0;
  const isHeld = answer.answer === 'met' || answer.answer === 'partly';
  if (!isHeld || below >= needed) return each;
  const { measured, ...rest } = answer;
  if (below < needed / 2) return { ...each, answer: { ...rest, answer: 'not-met' } };
  if (answer.answer === 'partly') return each;
  return { ...each, answer: { ...rest, answer: 'partly', ...(measured === undefined ? {} : missed(objective)) } };
}
