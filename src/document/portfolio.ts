/** Portfolio figures as a page of text or Markdown; the template lays out, everything is computed here. */
import { twoDecimals } from '../grid/two-decimals.js';
import Handlebars from 'handlebars';
import { categoriesOf, type Model } from '../model/model.js';
import { modelName, type ModelName } from '../model/named.js';
import {
  editionName,
  shareOf,
  type EditionCount,
  type LevelDistribution,
  type Portfolio,
  type PortfolioFigures,
} from '../scoring/portfolio.js';
import type { Distribution } from '../scoring/tally.js';
import type { ConsoleWords } from '../locale/en/console.js';
import { plainMarkdown } from './markdown.js';
import type { ReadTemplate } from './render.js';
import { percent, shortened } from './shown.js';
import { visible } from './visible.js';

const WEAKEST = 3;
/** Characters of the widest column of names; a longer name ends in `…`. */
const WIDEST = 52;

/** How complete the assessments are, who was left out, and who was counted together: a sentence each. `builtIn`: what `--model` knows by version. */
export function portfolioNotes(figures: Portfolio, words: ConsoleWords, builtIn: readonly ModelName[]): string[] {
  const w = words.report.portfolio;
  const { completeness, incomplete, minComplete, ahead } = figures;
  const editions = editionsNote(figures, words, builtIn);
  return [
    ...translationNotes(figures, words),
    ...(isWithheld(figures) ? [w.withheld(figures.least ?? 0)] : []),
    w.completeness(completeness.median ?? undefined, completeness.min ?? undefined),
    w.incomplete(incomplete, minComplete),
    ...(ahead > 0 ? [w.ahead(ahead)] : []),
    ...(editions === undefined ? [] : [editions]),
  ];
}

/** True where any figure is not shown, since it tells of few. */
export function isWithheld({ program, completeness, domains, categories, groups }: PortfolioFigures): boolean {
  const distributions = [program, completeness, ...domains, ...categories];
  return distributions.some(({ n, mean }) => n > 0 && mean === null) || groups.some((each) => each.program === null);
}

/** What is left of older editions: beside the figures, since it says what they are worth. */
function translationNotes({ translated, model }: Portfolio, words: ConsoleWords): string[] {
  if (!translated) return [];
  const w = words.report.portfolio;
  return [
    w.translated({ ...translated, share: percent(translated.share) }),
    ...translated.editions.map(({ holding, objectives, ...each }) =>
      w.holding(editionName(each), modelName(model), holding, objectives, percent(shareOf(holding, objectives))),
    ),
  ];
}

function editionsNote(
  { leftOut, pooled, translated }: Portfolio,
  words: ConsoleWords,
  builtIn: readonly ModelName[],
): string | undefined {
  const w = words.report.portfolio;
  const named = (each: EditionCount) => ({ name: editionName(each), n: each.n });
  if (pooled) return w.pooled(pooled.map(named));
  if (leftOut.length === 0) return undefined;
  if (translated) return w.notTranslated(leftOut.map(named));
  const known = new Set(builtIn.map(modelName));
  const [ours, own] = [true, false].map((is) => leftOut.filter((each) => known.has(editionName(each)) === is));
  const versions =
    ours?.length === 1 && leftOut.length === 1 ? [ours[0]?.version ?? ''] : ours?.length ? ['VERSION'] : [];
  return w.leftOut(leftOut.map(named), [...versions, ...(own?.length ? ['FOLDER'] : [])].join(' or '));
}

/**
 * The page for people: plain text in columns, or Markdown.
 * @throws What `readTemplate` throws, and an `Error` if a template is invalid.
 */
export function renderPortfolio(
  figures: Portfolio,
  model: Model,
  words: ConsoleWords,
  readTemplate: ReadTemplate,
  { format, builtIn }: { readonly format: 'text' | 'md'; readonly builtIn: readonly ModelName[] },
): string {
  const w = words.report.portfolio;
  const names = new Map([...model.domains, ...categoriesOf(model)].map(({ id, name }) => [id, name]));
  const categoryName = (id: string): string => `${id} ${names.get(id) ?? ''}`;
  const shownNames = [
    ...figures.domains.map(({ id }) => names.get(id) ?? id),
    ...figures.categories.map(({ id }) => categoryName(id)),
    ...figures.groups.map(({ by, key }) => w.group(by, key)),
  ].map((name) => shortened(visible(name), WIDEST));
  const width = Math.max(w.program.length, ...shownNames.map((name) => name.length));
  const pad = (text: string): string =>
    format === 'md' ? plainMarkdown(text) : shortened(visible(text), WIDEST).padEnd(width);
  const levelsOf = ({ levels, n, mean }: LevelDistribution): string =>
    model.levels.map((level) => (n > 0 && mean === null ? '—' : (levels[level.n] ?? 0))).join(' ');
  const row = (name: string, { n, mean, q1, median, q3 }: Distribution, levels = ''): object => ({
    name: pad(name),
    n: format === 'md' ? n : String(n).padStart(6),
    figures: [mean, q1, median, q3].map((value) => (value === null ? '—' : twoDecimals(value)).padStart(6)),
    levels,
  });
  const view = {
    heading: w.heading(figures.n),
    indent: ' '.repeat(width),
    top: model.levels.length,
    notes: portfolioNotes(figures, words, builtIn).map((note) =>
      format === 'md' ? plainMarkdown(note) : visible(note),
    ),
    rows: [
      row(w.program, figures.program, levelsOf(figures.program)),
      ...figures.domains.map((each) => row(names.get(each.id) ?? each.id, each, levelsOf(each))),
      ...figures.categories.map((each) => row(categoryName(each.id), each, levelsOf(each))),
    ],
    weakest: figures.weakest.slice(0, WEAKEST).map(categoryName).join(', '),
    unmet: figures.unmet.map(({ objective, n, applicable }) => ({ objective, n, applicable })),
    groups: figures.groups.map(({ by, key, n, program }) =>
      program === null
        ? {
            ...{ name: pad(w.group(by, key)), n: String(n).padStart(6), few: true },
            why: w.hidden(n < (figures.least ?? 0)),
          }
        : row(w.group(by, key), program),
    ),
  };
  return Handlebars.compile(readTemplate(`portfolio.${format}.hbs`), { noEscape: true, strict: false })(view);
}
