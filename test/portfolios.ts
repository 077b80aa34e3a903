/** Portfolios for tests: results of fictional organizations in memory, each assessed in two years. */
import { expect } from 'vitest';
import { ResultsInMemory } from '../src/desk/in-memory.js';
import type { Entry, Results, StoredAssessment } from '../src/desk/results.js';
import { assessmentIn, contentOf, countedIn, newestIn, readOutline, rowOf, type FileRow } from '../src/desk/row.js';
import { modelsOf, type Models } from '../src/layout/shelf.js';
import { countPortfolio, type CountedPortfolio, type PortfolioAsked } from '../src/desk/portfolio.js';
import { portfolioNotes } from '../src/document/portfolio.js';
import type { Model } from '../src/model/model.js';
import { scoreAssessment } from '../src/scoring/score.js';
import type { Assessment } from '../src/assessment/assessment.js';
import { exampleOf } from './assessments.js';
import { consoleWords } from '../src/locale/en/console.js';

/** The row of one assessment, as reading its workbook makes it. */
function rowFor(model: Model, assessment: Assessment, sha256: string): FileRow {
  const { organization, selection, answers, feedback } = assessment;
  const score = scoreAssessment(model, assessment);
  const identity = { file: `${sha256}.xlsx`, sha256, model: { id: model.id, version: model.version } };
  return rowOf(
    { ...identity, organization, selection, ...score, findings: [] },
    { status: 'accepted', answers: Object.fromEntries(answers), feedback, size: 1, tool: 'test' },
  );
}

/** So many organizations, of which all but each fifth were assessed a year before as well; `named`: their names. */
export function exampleResults(
  model: Model,
  count: number,
  named: (index: number) => string = (index) => `Organization ${index}`,
): Pick<Results, 'newest' | 'ahead' | 'assessments'> {
  const rows = Array.from({ length: count }, (_, index) => index).flatMap((index) => {
    const of = (year: number): FileRow => {
      const example = exampleOf(model, { seed: index + 1 + (year - 2025) * 100, profile: 'typical' });
      const organization = { ...example.organization, name: named(index), unit: '', asOf: `${year}-11-01` };
      return rowFor(model, { ...example, organization }, `${index}-${year}`.padEnd(64, '0'));
    };
    return index % 5 === 0 ? [of(2026)] : [of(2025), of(2026)];
  });
  const newest = rows.filter(({ as_of }) => as_of.startsWith('2026'));
  const stored = rows.map((row): StoredAssessment => {
    return { ...assessmentIn(row, contentOf(row), readOutline(row.outline)), path: `${row.sha256}.xlsx`, version: 1 };
  });
  async function* each<T>(all: readonly T[]): AsyncGenerator<T> {
    yield* all;
  }
  return {
    newest: () =>
      each(newest.map((row) => newestIn(countedIn(row), readOutline(row.outline), { isNewest: true, isOnly: true }))),
    assessments: () => each(stored),
    ahead: () => Promise.resolve(0),
  };
}

/** A portfolio of them with everything in it, and its notes. */
export async function examplePortfolio(
  model: Model,
  count: number,
  asked: Partial<PortfolioAsked> = {},
  named?: (index: number) => string,
): Promise<CountedPortfolio & { readonly notes: readonly string[] }> {
  const counted = await countPortfolio(exampleResults(model, count, named), modelsOf([model], model), {
    ...{ least: 5, details: true, by: ['industry', 'size'] as const },
    ...asked,
  });
  return { ...counted, notes: portfolioNotes(counted.portfolio, consoleWords, []) };
}

/** Results in memory of some assessments. */
export async function resultsFrom({ find }: Pick<Models, 'find'>, all: readonly Assessment[]): Promise<Results> {
  const results = new ResultsInMemory({ secret: '0'.repeat(64) });
  const entries = all.map((assessment, index): Entry => {
    const { id, version } = assessment.model;
    const model = find(id, version, '') ?? expect.fail(`no ${id} ${version}`);
    const sha256 = String(index).padEnd(64, 'a');
    return { path: `${index}.xlsx`, sha256, modified: 1_000 + index, row: rowFor(model, assessment, sha256) };
  });
  await results.write(entries);
  return results;
}
