/** The scores of many files as text for a terminal: a line each, and what they come to. */
import type { Organization } from '../assessment/assessment.js';
import { isError, type Finding } from '../diagnostic/finding.js';
import type { ConsoleWords } from '../locale/en/console.js';
import type { GroupScore } from '../scoring/score.js';
import { renderTemplate, type ReadTemplate } from './render.js';
import { decimal, percent, shortened, whole } from './shown.js';
import { visible } from './visible.js';

/** One file; without a program it could not be scored. */
export interface ListedScore {
  readonly file: string;
  readonly organization?: Organization;
  readonly program?: GroupScore;
  readonly findings: readonly Finding[];
}

const WIDEST = 34;

/**
 * Plain text.
 * @throws What `readTemplate` throws, and an `Error` if a template is invalid.
 */
export function renderScores(scores: readonly ListedScore[], words: ConsoleWords, readTemplate: ReadTemplate): string {
  const w = words.report;
  const { maturity, floor, completeness, errors, organization, file } = w.list.columns;
  const named = scores.map((each) => {
    const { name = '', unit = '' } = each.organization ?? {};
    const full = each.program ? [name || w.noName, unit].filter(Boolean).join(', ') : '';
    return { ...each, errors: each.findings.filter(isError).length, name: shortened(visible(full), WIDEST) };
  });
  const width = Math.max(organization.length, ...named.map(({ name }) => name.length));
  return renderTemplate(readTemplate('scores.txt.hbs'), {
    header: lineOf([maturity, floor, completeness, errors, organization.padEnd(width), file], w.list.columns),
    lines: named.map(({ program, errors: count, name, file: path }) =>
      lineOf(
        [
          program ? decimal(program.maturity) : '-',
          program ? whole(program.floor) : '-',
          program ? percent(program.completeness) : '-',
          String(count),
          name.padEnd(width),
          visible(path),
        ],
        w.list.columns,
      ),
    ),
    summary: w.list.summary({
      files: scores.length,
      scored: scores.filter(({ program }) => program !== undefined).length,
      errors: named.reduce((sum, each) => sum + each.errors, 0),
      faulty: named.filter((each) => each.errors > 0).length,
    }),
  });
}

/** Figures stand below the ends of their headings. */
function lineOf(
  [maturity = '', floor = '', completeness = '', errors = '', ...names]: readonly string[],
  columns: ConsoleWords['report']['list']['columns'],
): string {
  return [
    maturity.padStart(columns.maturity.length),
    floor.padStart(columns.floor.length),
    completeness.padStart(columns.completeness.length),
    errors.padStart(columns.errors.length),
    ...names,
  ].join('  ');
}
