/** The explanation of a category's level as text for a terminal. */
import { en } from '../locale/en.js';
import { categoriesOf, type Model } from '../model/schema.js';
import type { LevelStanding, Why } from '../scoring/why.js';
import { renderTemplate, type ReadTemplate } from './render.js';

/** Plain text: where the category stands, what holds it there, what would raise it. */
export function renderWhy(why: Why, model: Model, readTemplate: ReadTemplate): string {
  const category = categoriesOf(model).find(({ id }) => id === why.category);
  return renderTemplate(readTemplate('why.txt.hbs'), {
    id: why.category,
    name: category?.name ?? '',
    standing: why.level === null ? 'not applicable: no objective applies' : `at level ${why.level}`,
    levels: why.levels.map((level) => ({ n: level.n, words: levelInWords(level, why.blockedAt) })),
    held: why.heldBy.length > 0,
    blockedAt: String(why.blockedAt ?? ''),
    heldBy: why.heldBy.map(({ id, text, state }) => ({ id, text, state: en.states[state] })),
    wouldReach: String(why.wouldReach ?? ''),
  });
}

function levelInWords({ met, applicable, standing }: LevelStanding, blockedAt: number | undefined): string {
  switch (standing) {
    case 'empty':
      return 'nothing applies; it is passed through and never landed on';
    case 'reached':
      return `reached: ${applicable} of ${applicable} met`;
    case 'blocked':
      return `complete (${applicable} of ${applicable} met), but does not count while level ${String(blockedAt)} is not passed`;
    case 'open':
      return `not passed: ${met} of ${applicable} met`;
  }
}
