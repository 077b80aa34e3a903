/** What moved between two assessments, as text or Markdown. */
import { changesWords, type ChangesWords } from '../locale/en/changes.js';
import { modelName } from '../model/named.js';
import type { Comparison, FigureMove, ObjectiveMove } from '../scoring/comparison.js';
import type { State } from '../scoring/rules.js';
import { renderTemplate, type ReadTemplate } from './render.js';
import { decimal, percent, whole } from './shown.js';

/** An objective that moved, in words. */
export interface MoveRow {
  /** The objective, before and now where its id is another one. */
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly why: string;
  /** All of it on one line. */
  readonly line: string;
}

/** Objectives that moved, in words. */
export function movesInWords(moves: readonly ObjectiveMove[], words: ChangesWords = changesWords): MoveRow[] {
  const w = words.comparison;
  const stateOf = (state: State | null): string => (state === null ? w.notAsked : w.state[state]);
  return moves.map(({ before, now, from, to, why }) => {
    const name = before === now || now === null ? (before ?? '') : before === null ? now : `${before} → ${now}`;
    const [was, is] = [stateOf(from), stateOf(to)];
    const reasons = why.map((each) => w.why[each]).join(', ');
    const moved = was === is ? was : `${was} → ${is}`;
    return {
      name,
      from: was,
      to: is,
      why: reasons,
      line: `  ${name.padEnd(NAME)}  ${moved}${reasons === '' ? '' : ` (${reasons})`}`,
    };
  });
}

const NAME = 15;

/**
 * For people.
 * @throws What `readTemplate` throws, and an `Error` if a template is invalid.
 */
export function renderComparison(
  { before, now, partsDiffer, figures, objectives, edition }: Comparison,
  format: 'text' | 'md',
  readTemplate: ReadTemplate,
  words: ChangesWords = changesWords,
): string {
  const w = words.comparison;
  const moves = movesInWords(objectives, words);
  const isNothing = figures.length + moves.length === 0 && !edition;
  const table = (name: string, those: readonly FigureMove[], note = '') => {
    const rows = those.map((each) => figureRow(each, words));
    return { name, note, headings: w.figureHeadings, rows, lines: inColumns(rows) };
  };
  return renderTemplate(readTemplate(`comparison.${format === 'md' ? 'md' : 'txt'}.hbs`), {
    title: w.title,
    notes: [
      w.side('before', modelName(before.model), before.asOf, before.asked),
      w.side('now', modelName(now.model), now.asOf, now.asked),
      ...(partsDiffer ? [w.partsDiffer] : []),
      ...(isNothing ? [w.nothing] : []),
    ],
    tables: [
      ...(figures.length > 0 ? [table(w.figures, figures)] : []),
      ...(moves.length > 0
        ? [
            {
              ...{ name: w.objectivesTitle, note: '', headings: w.objectiveHeadings },
              rows: moves.map(({ name, from, to, why }) => [name, from, to, why]),
              lines: moves.map(({ line }) => line),
            },
          ]
        : []),
      ...(edition
        ? [
            table(
              w.edition(modelName(edition.from), modelName(edition.to)),
              edition.figures,
              [w.editionNote, words.migration.counts(edition.counts)[0]].join(' '),
            ),
          ]
        : []),
    ],
  });
}

function figureRow({ of, id, figure, before, now, by }: FigureMove, words: ChangesWords): string[] {
  const w = words.comparison;
  const shown = (value: number | null): string =>
    figure === 'completeness' ? percent(value) : isDecimal(figure) ? decimal(value) : whole(value);
  // Of the figures as they are shown: whoever subtracts them gets the same.
  const difference = Number.parseFloat(shown(now)) - Number.parseFloat(shown(before));
  const moved =
    by === null ? '' : w.by(difference, figure === 'completeness' ? 'points' : isDecimal(figure) ? 'decimal' : 'whole');
  return [of === 'program' ? w.program : id, w.figure[figure], shown(before), shown(now), moved];
}

const isDecimal = (figure: FigureMove['figure']): boolean => figure.toLowerCase().endsWith('maturity');

/** Names to the left, figures to the right. */
function inColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    `  ${row.map((text, column) => (column < 2 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0))).join('  ')}`.trimEnd(),
  );
}
