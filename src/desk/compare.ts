/** What changed between two assessments of one organization. */
import type { State } from '../scoring/rules.js';
import type { StoredAssessment } from './results.js';

/** Differences are null where one of the two figures does not apply. */
export interface Change {
  readonly maturity: number | null;
  /** Categories whose maturity is another one. */
  readonly categories: readonly { readonly id: string; readonly by: number }[];
  /** Objectives in another state; none where the editions differ, since the same id may ask something else. `from` is `''` for one that was not asked. */
  readonly objectives: readonly { readonly id: string; readonly from: State | ''; readonly to: State }[];
}

/** What an assessment is compared by. */
export type Compared = Pick<StoredAssessment, 'model' | 'scores' | 'states'>;

/** What moved from one assessment to the next. */
export function changeBetween(before: Compared, now: Compared): Change {
  const was = new Map(before.scores.categories.map(({ id, maturity }) => [id, maturity]));
  const states = before.model === now.model ? Object.entries(now.states) : [];
  return {
    maturity: difference(now.scores.program.maturity, before.scores.program.maturity),
    categories: now.scores.categories.flatMap(({ id, maturity }) => {
      const by = difference(maturity, was.get(id) ?? null);
      return by === null || by === 0 ? [] : [{ id, by }];
    }),
    objectives: states.flatMap(([id, to]) => {
      const from = before.states[id] ?? '';
      return from === to ? [] : [{ id, from, to }];
    }),
  };
}

function difference(now: number | null, before: number | null): number | null {
  return now === null || before === null ? null : now - before;
}
