/** On which days a fictional organization assesses itself, and how long what it has seen stays valid. */
import type { ControlObjective, Model } from '../model/model.js';
import { isoOf, serialOf } from './dates.js';
import { workday } from './example-plan.js';
import type { ExampleTexts } from './example-texts.js';

/**
 * Days after the one on which the edition came out on which an assessment goes on. An edition is not used before it is out, and no
 * day that an example names may be one to come: that is why they are few.
 */
const LATER_DAYS = [1];

/** The days of the assessment, in order; the last one is the assessment date. A model of one's own may be of today, and has only one. */
export function assessmentDays(model: Model, texts: ExampleTexts): readonly string[] {
  const first = serialOf(model.released);
  if (first === undefined || texts.objectives[model.id] === undefined) return [model.released];
  const later = LATER_DAYS.map((after) => workday(first + after)).filter((day) => day > first);
  return [model.released, ...later.flatMap((day) => isoOf(day) ?? [])];
}

/** Months for which evidence stays valid, by the period of the KPI in days at most; what has no period is looked at once a year. */
const MONTHS_BY_PERIOD: readonly (readonly [days: number, months: number])[] = [
  [92, 3],
  [184, 6],
];
const YEAR = 12;
const DAYS_IN: Readonly<Record<string, number>> = { D: 1, W: 7, M: 30.5, Y: 365 };

/** The last day of the month up to which evidence stays valid: a report a quarter, a test half a year, a rule or plan a year. */
export function validUntil({ kpi }: ControlObjective, assessedOn: string): string {
  const period = kpi === null ? Infinity : daysOf(kpi.window);
  const months = MONTHS_BY_PERIOD.find(([days]) => period <= days)?.[1] ?? YEAR;
  const [year = 0, month = 1] = assessedOn.split('-').map(Number);
  return new Date(Date.UTC(year, month + months, 0)).toISOString().slice(0, 10);
}

/** Days of a window such as `P90D`; `now` has none. */
function daysOf(window: string): number {
  const [, count = '0', unit = 'D'] = /^P(\d+)([DWMY])$/.exec(window) ?? [];
  return Number(count) * (DAYS_IN[unit] ?? 1);
}
