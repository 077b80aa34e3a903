/** The explanation of a category's level as text for a terminal. */
import { consoleWords } from '../locale/en/console.js';
import type { Words } from '../locale/language.js';
import { categoriesOf, type Model } from '../model/model.js';
import type { LevelStanding, Why } from '../scoring/why.js';
import { renderTemplate, type ReadTemplate } from './render.js';

/**
 * Plain text: where the category stands, what holds it there, what would raise it.
 * @throws What `readTemplate` throws, and an `Error` if a template is invalid.
 */
export function renderWhy(why: Why, model: Model, words: Words, readTemplate: ReadTemplate): string {
  const category = categoriesOf(model).find(({ id }) => id === why.category);
  return renderTemplate(readTemplate('why.txt.hbs'), {
    id: why.category,
    name: category?.name ?? '',
    standing: why.level === null ? consoleWords.why.notApplicable : consoleWords.why.atLevel(why.level),
    levels: why.levels.map((level) => ({ n: level.n, words: levelInWords(level, why.blockedAt, consoleWords.why) })),
    held: why.heldBy.length > 0,
    blockedAt: String(why.blockedAt ?? ''),
    heldBy: why.heldBy.map(({ id, text, state }) => ({ id, text, state: words.states[state] })),
    wouldReach: String(why.wouldReach ?? ''),
  });
}

function levelInWords(
  { met, applicable, standing }: LevelStanding,
  blockedAt: number | undefined,
  w: (typeof consoleWords)['why'],
): string {
  switch (standing) {
    case 'empty':
      return w.empty;
    case 'reached':
      return w.reached(applicable);
    case 'blocked':
      return w.blocked(applicable, blockedAt);
    case 'open':
      return w.open(met, applicable);
  }
}
