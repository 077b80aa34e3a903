/** What a fictional organization measured: a value that its objective can have, and that agrees with the answer. */
import type { ControlObjective } from '../model/model.js';
import type { Answer } from './assessment.js';
import type { ObjectiveExample } from './example-texts.js';

/** Share of what is met in part that nobody measured. What is met is measured: a share that nobody counted is not met. */
const UNMEASURED = 0.3;
/** Shares of the way to the last value that fits the answer: how far a value misses its target, and how far a time is below it at most. */
const MISSES = [0.1, 0.6] as const;
const FASTEST = 0.8;
/** The worst share that has a limit, as a multiple of the limit. */
const WORST = 5;
const TIMES: readonly string[] = ['days', 'hours', 'minutes'];

/** A measured value on the side of the KPI's threshold that the answer says; none where no value agrees with the answer. */
export function measuredFor(
  { kpi, partly }: ControlObjective,
  reaches: boolean,
  random: () => number,
  { most = Infinity, outOf = 100, partlyFrom = 0 }: Partial<ObjectiveExample> = {},
): Pick<Answer, 'measured'> {
  if (!kpi) return {};
  const isUnmeasured = random() < UNMEASURED;
  const share = random();
  const { threshold, unit, direction } = kpi;
  const isTime = TIMES.includes(unit);
  // A time over its limit is met in part only where the model says so.
  if (!reaches && (isUnmeasured || (isTime && !partly.includes(String(threshold))))) return {};
  const better = direction === 'at-least' ? 1 : -1;
  const highest = Math.min(
    most,
    unit === 'percent' ? Math.min(100, reaches ? 100 : threshold * WORST) : threshold * 2 + 2,
  );
  const least = reaches ? 0 : partlyFrom;
  const room = reaches === better > 0 ? highest - threshold : threshold - least;
  if (!reaches && room <= 0) return {};
  const away = reaches ? share * room * (isTime ? FASTEST : 1) : room * (MISSES[0] + MISSES[1] * share);
  const value = threshold + (reaches ? better : -better) * away;
  const step = unit === 'percent' ? 100 / outOf : 1;
  const agrees = (shown: number): boolean =>
    (direction === 'at-least' ? shown >= threshold : shown <= threshold) === reaches;
  const valueOf = (items: number): number => Math.round(items * step);
  const nearest = Math.round(value / step);
  // Of a few items, the nearest share may be on the other side of the target.
  const rounded = valueOf(agrees(valueOf(nearest)) ? nearest : nearest + (reaches === better > 0 ? 1 : -1));
  return agrees(rounded) && rounded >= least ? { measured: rounded } : {};
}
