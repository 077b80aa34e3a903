/** When a fictional organization does what it plans: in the order of its roadmap, so that nothing waits for what comes later. */
import type { ControlObjective } from '../model/model.js';
import type { Answer } from './assessment.js';

/** Days after the assessment date between which actions are due. */
const FIRST_DUE = 40;
const LAST_DUE = 400;
/** The same days for an open question: it needs only an answer, no work. */
const FIRST_ANSWER = 5;
const LAST_ANSWER = 13;

/** What comes first in a category and level: what is begun, then what is not. */
const ORDER: Readonly<Record<string, number>> = { partly: 0, 'not-met': 1 };

/** One objective that something is planned for. */
export interface Planned {
  readonly objective: ControlObjective;
  readonly answer: Answer['answer'];
}

/**
 * Days after the assessment date by objective, rising in the order of the roadmap: by level, category and state. Open
 * questions are answered before anything else. `planned` in the order of the model.
 */
export function dueDays(planned: readonly Planned[], random: () => number): ReadonlyMap<string, number> {
  const categories = [...new Set(planned.map(({ objective }) => objective.category))];
  const place = ({ objective, answer }: Planned): readonly number[] => [
    objective.level,
    categories.indexOf(objective.category),
    ORDER[answer ?? ''] ?? 0,
  ];
  const open = planned.filter(({ answer }) => answer === undefined);
  const inOrder = planned
    .filter(({ answer }) => answer !== undefined)
    .map((each) => ({ id: each.objective.id, place: place(each) }))
    .sort((a, b) => a.place.reduce((found, own, i) => found || own - (b.place[i] ?? 0), 0));
  const days = inOrder.map(() => FIRST_DUE + Math.floor(random() * (LAST_DUE - FIRST_DUE))).sort((a, b) => a - b);
  return new Map([
    ...inOrder.map(({ id }, i) => [id, days[i] ?? LAST_DUE] as const),
    ...open.map(
      ({ objective: { id } }) => [id, FIRST_ANSWER + Math.floor(random() * (LAST_ANSWER - FIRST_ANSWER))] as const,
    ),
  ]);
}

/** Serial numbers of a Saturday and of a Sunday leave these when they are divided by the days of a week. */
const [SATURDAY, SUNDAY] = [0, 1];
const WEEK = 7;

/** The last day up to this one on which people work, as a serial number. */
export function workday(serial: number): number {
  const day = serial % WEEK;
  return day === SATURDAY ? serial - 1 : day === SUNDAY ? serial - 2 : serial;
}
