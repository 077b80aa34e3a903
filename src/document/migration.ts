/** What became of each answer that was carried over to another edition, as text or Markdown. */
import { plainText } from '../assessment/links.js';
import type { CarriedAnswer, Migration, Outcome } from '../assessment/migrate.js';
import { answerLines } from '../locale/answer-lines.js';
import { changesWords, type ChangesWords } from '../locale/en/changes.js';
import type { Language } from '../locale/language.js';
import { objectivesOf, type Model } from '../model/model.js';
import { modelName } from '../model/named.js';
import { markdownCell, plainMarkdown } from './markdown.js';
import { renderTemplate, type ReadTemplate } from './render.js';
import { visible } from './visible.js';

/** What is told of, and of which editions. */
export interface ToldMigration extends Pick<Migration, 'counts' | 'answers' | 'left'> {
  readonly older: Model;
  readonly newer: Model;
}

const OUTCOMES: readonly Outcome[] = ['review', 'dropped', 'kept'];

/**
 * For people. What they must look at comes first; text names what is kept by its ids only.
 * @throws What `readTemplate` throws, and an `Error` if a template is invalid.
 */
export function renderMigration(
  { older, newer, counts, answers, left }: ToldMigration,
  format: 'text' | 'md',
  readTemplate: ReadTemplate,
  language: Language,
  words: ChangesWords = changesWords,
): string {
  const w = words.migration;
  const reached = new Set(answers.flatMap(({ to }) => to));
  const unasked = objectivesOf(newer).filter(({ id }) => !reached.has(id)).length;
  const plain = format === 'md' ? plainMarkdown : visible;
  const said = ({ id, given }: CarriedAnswer): string[] => answerLines(given, older, id, language);
  return renderTemplate(readTemplate(`migration.${format === 'md' ? 'md' : 'txt'}.hbs`), {
    title: w.title(modelName(older), modelName(newer)),
    notes: [...w.counts(counts), w.isNew(unasked)],
    headings: w.headings,
    parts: OUTCOMES.flatMap((outcome) => {
      const those = answers.filter((each) => each.outcome === outcome);
      if (those.length === 0) return [];
      const lines =
        outcome === 'kept' ? [those.map(named).join(', ')] : those.map((each) => lineOf(each, said(each), w));
      return [
        {
          name: w.outcomes[outcome],
          n: those.length,
          lines: lines.map(visible),
          rows: those.map((each) => ({
            id: each.id,
            change: words.diff.is[each.change],
            to: each.to.join(', ') || words.none,
            said: said(each).map(plainMarkdown).join('<br>') || w.nothing,
            why: markdownCell(each.why.join(' ')),
          })),
        },
      ];
    }),
    hasLeft: left.length > 0,
    leftTitle: w.left,
    leftHeadings: w.leftHeadings,
    left: left.map(({ path, value }) => ({ path, value: plain(plainText(value)) })),
  });
}

const named = ({ id, to }: CarriedAnswer): string =>
  to.length === 0 || to.join() === id ? id : `${id} → ${to.join(', ')}`;

function lineOf(each: CarriedAnswer, [first]: readonly string[], w: ChangesWords['migration']): string {
  return `${named(each)}: ${first ?? w.nothing}`;
}
