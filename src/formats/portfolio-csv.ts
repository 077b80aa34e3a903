/** Portfolio figures as one table for spreadsheets. */
import type { Model } from '../model/model.js';
import { editionName, type Portfolio, type PortfolioFigures } from '../scoring/portfolio.js';
import type { Distribution } from '../scoring/tally.js';
import { csvLine } from './csv.js';

/** What a row of the table may have; an empty cell is not zero. */
interface Figures extends Partial<Distribution> {
  readonly levels?: Readonly<Record<string, number>>;
  readonly applicable?: number | undefined;
  readonly share?: number | undefined;
}

const DISTRIBUTION = ['n', 'mean', 'min', 'q1', 'median', 'q3', 'max'] as const;
const UNMET = ['applicable', 'share'] as const;

/** One row for each older edition that was translated, the program, completeness, each domain, category and group, and each of the objectives most often unmet. */
export function portfolioCsv(figures: PortfolioFigures & Pick<Portfolio, 'translated'>, model: Model): string {
  const { translated, program, completeness, domains, categories, unmet, groups } = figures;
  const levels = model.levels.map(({ n }) => n);
  const rows: [kind: string, id: string, figures: Figures][] = [
    // How many answers of an older edition still hold: `share` of those that `applicable` counts.
    ...(translated?.editions ?? []).map(({ n, answers, share, ...each }): [string, string, Figures] => [
      ...(['translated', editionName(each)] as const),
      { n, applicable: answers ?? undefined, share: share ?? undefined },
    ]),
    ['program', '', program],
    ['completeness', '', completeness],
    ...domains.map((each): [string, string, Figures] => ['domain', each.id, each]),
    ...categories.map((each): [string, string, Figures] => ['category', each.id, each]),
    ...unmet.map((each): [string, string, Figures] => ['unmet', each.objective, each]),
    // Of a group that shows no figures it is still said how large it is.
    ...groups.map(({ by, key, n, program: own }): [string, string, Figures] => [by, key, own ?? { n }]),
  ];
  return [
    csvLine(['kind', 'id', ...DISTRIBUTION, ...levels.map((n) => `level_${n}`), ...UNMET]),
    ...rows.map(([kind, id, own]) =>
      csvLine([
        ...[kind, id],
        ...DISTRIBUTION.map((column) => own[column]),
        // Where figures are withheld there is no number, and zero would be one.
        ...levels.map((n) => (own.levels && (own.n === 0 || own.mean !== null) ? (own.levels[n] ?? 0) : undefined)),
        ...UNMET.map((column) => own[column]),
      ]),
    ),
  ].join('');
}
