/** How long an assessment takes, from the hours that its objectives carry. */
import { objectivesOf, type Model } from './model.js';

/** What a second assessment takes of the first: evidence and sources are known by then. */
const REPEATED = 0.5;

/** Objectives that are assessed, and the hours of those who bring evidence for them. */
export interface Effort {
  readonly is: 'quick' | 'first' | 'repeated';
  readonly objectives: number;
  readonly hours: number;
}

/** The effort of the quick scan, of a first assessment and of a repetition; none where objectives don't say their hours. */
export function effortsOf(model: Model): readonly Effort[] {
  const all = objectivesOf(model);
  if (!all.some(({ effort }) => effort !== undefined)) return [];
  const quick = all.filter((objective) => objective.quick === true);
  const hoursOf = (those: typeof all): number => those.reduce((sum, { effort = 0 }) => sum + effort, 0);
  const hours = hoursOf(all);
  return [
    ...(quick.length > 0 ? [{ is: 'quick', objectives: quick.length, hours: hoursOf(quick) } as const] : []),
    { is: 'first', objectives: all.length, hours },
    { is: 'repeated', objectives: all.length, hours: hours * REPEATED },
  ];
}
