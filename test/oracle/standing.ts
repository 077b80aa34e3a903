/** The sentences on the Scorecard, written a second time from what the design says of them, over the figures of a score. */
import type { Organization } from '../../src/assessment/assessment.js';
import { categoriesOf, type Model } from '../../src/model/model.js';
import type { Score } from '../../src/scoring/score.js';

/** Two decimals, a half upwards as spreadsheet programs round; `toFixed` makes 2.67 of 2.675. */
export const decimals = (x: number): string => (Math.round(x * 100 + 1e-7) / 100).toFixed(2);

function percent(share: number): string {
  if (share === 0 || share === 1) return `${share * 100}%`;
  return `${Math.min(99, Math.max(1, Math.round(share * 100 + 1e-7)))}%`;
}

/** Who and when, where it stands, what is weakest, how much is answered. */
export function standingByHand(model: Model, score: Score, who: Organization): string[] {
  const by = who.assessor ? `assessed by ${who.assessor}` : '';
  const day = who.asOf ? `as of ${who.asOf}` : 'no assessment date, so no answer expires';
  const first = [who.name || '(no organization named)', who.unit, who.scope, by, day].filter(Boolean).join(' · ');
  return [first, headline(score), weakest(model, score), answered(score)];
}

const counted = ({ categories }: Score) => categories.filter(({ level }) => level !== null);
const nothingAnswered = ({ objectives, program }: Score): boolean =>
  objectives.filter(({ state }) => state === 'unanswered').length === program.applicable;

function headline(score: Score): string {
  const { maturity, floor, belowTarget } = score.program;
  const all = counted(score);
  if (maturity === null) return 'No objective applies with the entries on the Profile sheet, so there is no level.';
  if (nothingAnswered(score)) {
    const highest = Math.max(...all.map(({ potential }) => potential ?? 0));
    const reaching = all.filter(({ potential }) => potential === highest).length;
    const where = reaching === all.length ? `all ${all.length} categories` : `${reaching} of ${all.length} categories`;
    const begin = `There are no answers yet. Every level from 1 to ${highest} is still possible`;
    return all.length === 1 ? `${begin}.` : `${begin} in ${where}.`;
  }
  const lowest = all.filter(({ level }) => level === floor).length;
  const stands = `The maturity of the program is ${decimals(maturity)} of 5`;
  const levels =
    all.length === 1
      ? `. The only category is at level ${floor}`
      : lowest === all.length
        ? `. All ${all.length} categories are at level ${floor}`
        : `. The lowest level is ${floor} (${lowest} of ${all.length} categories)`;
  const targets = all.filter(({ target }) => target !== null).length;
  if (targets === 0) return `${stands}${levels}. No targets are set.`;
  if (targets === 1)
    return `${stands}${levels}. The only category with a target is ${belowTarget === 1 ? '' : 'not '}below target.`;
  const below = belowTarget === 0 ? 'no category' : String(belowTarget);
  return `${stands}${levels}. Of ${targets} categories with a target, ${below} ${belowTarget > 1 ? 'are' : 'is'} below target.`;
}

function weakest(model: Model, score: Score): string {
  const all = counted(score);
  if (all.length <= 1) return '';
  if (nothingAnswered(score)) return 'The weakest category is not known before the first answer.';
  const level = Math.min(...all.map((each) => each.level ?? 9));
  const atLowest = all.filter((each) => each.level === level);
  const maturity = Math.min(...atLowest.map((each) => each.maturity ?? 9));
  const tied = atLowest.filter((each) => (each.maturity ?? 9) - maturity <= 1e-9).map(({ id }) => id);
  if (tied.length === all.length)
    return `All ${all.length} categories are at level ${level} with maturity ${decimals(maturity)}, so no category is the weakest.`;
  const name = (id: string): string => `${id} ${categoriesOf(model).find((each) => each.id === id)?.name}`;
  const names = tied.length <= 2 ? tied.map(name) : tied;
  const list = [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' and ');
  const [at, apart] = tied.length > 1 ? ['each at level', ' with'] : ['level', ','];
  return `Weakest: ${list} (${at} ${level}${apart} maturity ${decimals(maturity)}).`;
}

function answered(score: Score): string {
  const { applicable, completeness, evidencedShare, evidencedMaturity } = score.program;
  if (completeness === null) return '';
  const of = applicable === 1 ? '1 objective that applies' : `${applicable} objectives that apply`;
  const start = `Answered: ${percent(completeness)} of ${of}.`;
  if (nothingAnswered(score)) {
    const hasTarget = counted(score).some(({ target }) => target !== null);
    return hasTarget ? start : `${start} No targets are set. Choose targets on the Profile sheet.`;
  }
  const expired = score.objectives.filter(({ state }) => state === 'expired').length;
  const proof =
    evidencedShare === null
      ? 'No objective is met yet.'
      : `Evidence is filled in for ${percent(evidencedShare)} of the met objectives. The evidenced maturity is ${decimals(evidencedMaturity ?? 0)}.`;
  const gone = expired === 1 ? ' 1 answer has expired.' : expired > 1 ? ` ${expired} answers have expired.` : '';
  return `${start} ${proof}${gone}`;
}
