/** What changed between two assessments of one organization. */
import type { State } from '../scoring/rules.js';
import type { StoredAssessment } from './results.js';

/** Differences are null where one of the two figures does not apply, and where the two were asked different things. */
export interface Change {
  /** How many objectives each was asked, where one is a part of the model, such as a quick scan, or another part: then no figures are compared. */
  readonly asked?: { readonly before: number; readonly now: number };
  readonly maturity: number | null;
  /** Categories whose maturity is another one. */
  readonly categories: readonly { readonly id: string; readonly by: number }[];
  /** Objectives in another state that both were asked; none where the editions differ, since the same id may ask something else. */
  readonly objectives: readonly { readonly id: string; readonly from: State; readonly to: State }[];
}

/** What an assessment is compared by. */
export type Compared = Pick<StoredAssessment, 'model' | 'scores' | 'states'>;

/** What moved from one assessment to the next. */
export function changeBetween(before: Compared, now: Compared): Change {
  const was = new Map(before.scores.categories.map(({ id, maturity }) => [id, maturity]));
  const isSameEdition = before.model === now.model;
  const states = isSameEdition ? Object.entries(now.states) : [];
  const asked = isSameEdition ? askedOf(before, now) : undefined;
  return {
    ...(asked ? { asked } : {}),
    maturity: asked ? null : difference(now.scores.program.maturity, before.scores.program.maturity),
    categories: (asked ? [] : now.scores.categories).flatMap(({ id, maturity }) => {
      const by = difference(maturity, was.get(id) ?? null);
      return by === null || by === 0 ? [] : [{ id, by }];
    }),
    objectives: states.flatMap(([id, to]) => {
      const from = before.states[id];
      return from === undefined || from === to ? [] : [{ id, from, to }];
    }),
  };
}

/** How many objectives each was asked, unless both were asked the same ones. */
function askedOf(before: Compared, now: Compared): Change['asked'] {
  const [was, is] = [Object.keys(before.states), Object.keys(now.states)];
  const isSame = was.length === is.length && is.every((id) => id in before.states);
  return isSame ? undefined : { before: was.length, now: is.length };
}

function difference(now: number | null, before: number | null): number | null {
  return now === null || before === null ? null : now - before;
}
