/** When a fictional organization does what it plans: in the order of its roadmap, so that nothing waits for what comes later. */
import type { ControlObjective } from '../model/model.js';
import type { Answer } from './assessment.js';

/** Days after the assessment date between which actions are due. */
const FIRST_DUE = 40;
const LAST_DUE = 400;

/** What comes first in a category and level: what is begun, then what is not, then what nobody has answered. */
const ORDER: Readonly<Record<string, number>> = { partly: 0, 'not-met': 1 };
const UNANSWERED = 2;

/** One objective that something is planned for. */
export interface Planned {
  readonly objective: ControlObjective;
  readonly answer: Answer['answer'];
}

/**
 * Days after the assessment date by objective, rising in the order of the roadmap: by level, category and state.
 * `planned` in the order of the model.
 */
export function dueDays(planned: readonly Planned[], random: () => number): ReadonlyMap<string, number> {
  const categories = [...new Set(planned.map(({ objective }) => objective.category))];
  const place = ({ objective, answer }: Planned): readonly number[] => [
    objective.level,
    categories.indexOf(objective.category),
    ORDER[answer ?? 'none'] ?? UNANSWERED,
  ];
  const inOrder = planned
    .map((each) => ({ id: each.objective.id, place: place(each) }))
    .sort((a, b) => a.place.reduce((found, own, i) => found || own - (b.place[i] ?? 0), 0));
  const days = inOrder.map(() => FIRST_DUE + Math.floor(random() * (LAST_DUE - FIRST_DUE))).sort((a, b) => a - b);
  return new Map(inOrder.map(({ id }, i) => [id, days[i] ?? LAST_DUE]));
}

/** Serial numbers of a Saturday and of a Sunday leave these when they are divided by the days of a week. */
const [SATURDAY, SUNDAY] = [0, 1];
const WEEK = 7;

/** The last day up to this one on which people work, as a serial number. */
export function workday(serial: number): number {
  const day = serial % WEEK;
  return day === SATURDAY ? serial - 1 : day === SUNDAY ? serial - 2 : serial;
}
