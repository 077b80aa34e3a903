/** A share of nothing is no success: what it is taken of can't be empty, or it decides nothing. */
import { hasTitles, perObjective } from './law.js';

/** Words by which a share is never one of nothing: a least number, all of something, planted cases, or a sample. */
const CANT_BE_EMPTY =
  /\b(all|every|each|at least|no fewer|or more|planted|injected|sampled?|at random|counts? as (missed|failed|not met|0))\b/i;

export const neverMetByAbsence = perObjective(
  'never-met-by-absence',
  'A share says its least population, a planted test or a sample; or it decides nothing.',
  ({ objective: { kpi, text } }, loaded) => {
    if (kpi?.unit !== 'percent' || kpi.decides === false || !hasTitles(loaded)) return [];
    const said = [kpi.measure, kpi.denominator, kpi.source, text].join(' ');
    if (CANT_BE_EMPTY.test(said)) return [];
    const detail = 'the group that the share refers to can be empty. State a minimum number, or set “decides: false”.';
    return [{ at: ['kpi', 'denominator'], detail }];
  },
);
