/** A portfolio counts one edition of a model at a time, unless asked, and says who was left out. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { countPortfolio, type PortfolioAsked } from '../../src/desk/portfolio.js';
import { portfolioNotes, renderPortfolio } from '../../src/document/portfolio.js';
import { portfolioCsv } from '../../src/formats/portfolio-csv.js';
import { modelsOf } from '../../src/layout/shelf.js';
import type { Model } from '../../src/model/model.js';
import type { Said } from '../store/entries.js';
import { tinyModel } from '../tiny-model.js';
import { resultsOf } from './keeping.js';
import { consoleWords } from '../../src/locale/en/console.js';

const usual = tinyModel({ GOV: [{ level: 2 }], IAM: [{ level: 2 }] });
const later: Model = { ...usual, version: '1.10' };
const other: Model = { ...usual, id: 'other', version: '7.0' };
const models = modelsOf([usual, { ...usual, version: '1.9' }, later, other], usual);

const USUAL: Said[] = [
  { sha: 'a', name: 'A', model: 'tiny 1.0', maturity: 2 },
  { sha: 'b', name: 'B', model: 'tiny 1.0', maturity: 4 },
];
const LATER: Said[] = [{ sha: 'c', name: 'C', model: 'tiny 1.10', maturity: 5, states: { 'NEW-2A': 'unmet' } }];

async function count(said: readonly Said[], asked: Partial<PortfolioAsked> = {}) {
  return countPortfolio(await resultsOf(...said), models, { least: 1, ...asked });
}

test('the usual model is counted, and others are left out by name', async () => {
  const { portfolio, model } = await count([...USUAL, ...LATER]);
  expect(model).toBe(usual);
  expect([portfolio.n, portfolio.program.mean]).toEqual([2, 3]);
  expect(portfolio.model).toEqual({ id: 'tiny', version: '1.0' });
  expect(portfolio.leftOut).toEqual([{ model: 'tiny', version: '1.10', n: 1 }]);
  expect(portfolio).not.toHaveProperty('pooled');
  expect(portfolio.unmet.map(({ objective }) => objective)).toEqual(['GOV-2B']);
});

test('another edition is counted where it is asked for, also by nobody', async () => {
  const { portfolio, model } = await count([...USUAL, ...LATER], { model: later });
  expect([model.version, portfolio.n, portfolio.program.mean]).toEqual(['1.10', 1, 5]);
  expect(portfolio.leftOut).toEqual([{ model: 'tiny', version: '1.0', n: 2 }]);
  const none = await count(USUAL, { model: other });
  expect([none.portfolio.n, none.portfolio.program.mean]).toEqual([0, null]);
  expect(none.portfolio.leftOut).toEqual([{ model: 'tiny', version: '1.0', n: 2 }]);
});

test('an organization counts by its newest assessment, whatever edition that is of', async () => {
  const moved: Said[] = [
    { sha: 'd', name: 'D', model: 'tiny 1.0', asOf: '2025-01-01' },
    { sha: 'e', name: 'D', model: 'tiny 1.10', asOf: '2026-01-01' },
  ];
  const { portfolio } = await count([...USUAL, ...moved]);
  expect([portfolio.n, portfolio.leftOut]).toEqual([2, [{ model: 'tiny', version: '1.10', n: 1 }]]);
});

test.each([
  // 1.10 is later than 1.9, though not by its letters.
  [['tiny 1.10', 'tiny 1.9'], '1.10', ['tiny 1.9']],
  // Another model is not a later version of the usual one.
  [['other 7.0', 'tiny 1.10'], '1.10', ['other 7.0']],
  [['other 7.0'], '7.0', []],
  // What is not here can't be counted, and is said.
  [['gone 3.0'], '1.0', ['gone 3.0']],
  [[], '1.0', []],
])('without the usual model, of %j the newest that is here is counted', async (names, version, leftOut) => {
  const said = names.map((model, i): Said => ({ sha: `a${i}b`, name: `N ${i}`, model }));
  const { portfolio } = await count(said);
  expect(portfolio.model.version).toBe(version);
  expect(portfolio.leftOut.map((each) => `${each.model} ${each.version}`)).toEqual(leftOut);
});

test('asked to, all are counted together by id, and that is said', async () => {
  const { portfolio } = await count([...USUAL, ...LATER], { pool: true, by: ['industry'] });
  expect([portfolio.n, portfolio.program.mean, portfolio.leftOut]).toEqual([3, 11 / 3, []]);
  expect(portfolio.pooled).toEqual([
    { model: 'tiny', version: '1.10', n: 1 },
    { model: 'tiny', version: '1.0', n: 2 },
  ]);
  expect(portfolio.groups).toMatchObject([{ by: 'industry', key: 'energy', n: 3 }]);
  // What only one of the editions asks is counted as well.
  expect(portfolio.unmet).toEqual([
    { objective: 'GOV-2B', n: 2, applicable: 2, share: 1 },
    { objective: 'NEW-2A', n: 1, applicable: 1, share: 1 },
  ]);
});

test('categories stand in the order of the model, those it does not have behind', async () => {
  const withoutGov = tinyModel({ MOD: [{ level: 2 }], IAM: [{ level: 2 }] });
  const { portfolio } = await count(USUAL, { model: withoutGov, pool: true });
  expect(portfolio.categories.map(({ id, n }) => [id, n])).toEqual([
    ['MOD', 0],
    ['IAM', 0],
    ['GOV', 2],
  ]);
  expect(portfolio.weakest).toEqual(['GOV']);
});

test('pages say in one line who was left out or counted together; a table is left as it is', async () => {
  const builtIn = models.editions;
  const template = (name: string): string => readFileSync(new URL(`../../templates/${name}`, import.meta.url), 'utf8');
  const shown = async (said: readonly Said[], asked: Partial<PortfolioAsked> = {}) => {
    const { portfolio, model } = await count(said, asked);
    const [complete, incomplete, note = '', ...more] = portfolioNotes(portfolio, consoleWords, builtIn);
    const share = portfolio.n === 0 ? 'Completeness: not available.' : 'Completeness: median 100%, lowest 100%.';
    expect([complete, more]).toEqual([share, []]);
    expect(incomplete).toBe(
      'Every organization answered at least 50% of the applicable objectives, so none is excluded (--min-complete).',
    );
    const pages = (['text', 'md'] as const).map((format) =>
      renderPortfolio(portfolio, model, consoleWords, template, { format, builtIn }),
    );
    expect(pages.map((page) => page.split('\n').filter((line) => /^(- )?(Excluded|Combined)/.test(line)))).toEqual([
      note === '' ? [] : [note],
      note === '' ? [] : [`- ${note}`],
    ]);
    expect(pages.every((page) => !page.includes('\n\n\n'))).toBe(true);
    expect(portfolioCsv(portfolio, model).split('\r\n')[1]).toMatch(/^program,,\d/);
    return note;
  };
  const unknown: Said = { sha: 'f', name: 'F', model: 'gone 3.0' };
  expect(await shown(USUAL)).toBe('');
  expect(await shown([...USUAL, ...LATER])).toBe(
    'Excluded: 1 organization assessed with tiny 1.10 (--model 1.10 shows this edition, and --pool combines all editions).',
  );
  expect(await shown(USUAL, { model: later })).toBe(
    'Excluded: 2 organizations assessed with tiny 1.0 (--model 1.0 shows this edition, and --pool combines all editions).',
  );
  expect(await shown([...USUAL, ...LATER, unknown])).toBe(
    'Excluded: 1 organization assessed with tiny 1.10, 1 with gone 3.0 (--model VERSION or FOLDER shows one of these editions, and --pool combines all editions).',
  );
  expect(await shown([...USUAL, unknown])).toBe(
    'Excluded: 1 organization assessed with gone 3.0 (--model FOLDER shows this edition, and --pool combines all editions).',
  );
  const others: Said[] = [...LATER, { sha: 'g', name: 'G', model: 'tiny 1.9' }];
  expect(await shown([...USUAL, ...others])).toContain('(--model VERSION shows one of these editions,');
  expect(await shown([...USUAL, ...LATER], { pool: true })).toBe(
    'Combined: 1 organization assessed with tiny 1.10, 2 with tiny 1.0.',
  );
});

test('who has answered too little is left out, and how much is asked is said', async () => {
  const said: Said[] = [
    { sha: 'a', name: 'A', model: 'tiny 1.0', maturity: 4, completeness: 0.9 },
    { sha: 'b', name: 'B', model: 'tiny 1.0', maturity: 3, completeness: 0.5 },
    { sha: 'c', name: 'C', model: 'tiny 1.0', maturity: 1, completeness: 0.49 },
    // Where nothing applies, nothing is missing.
    { sha: 'd', name: 'D', model: 'tiny 1.0', maturity: null, completeness: null },
  ];
  const { portfolio } = await count(said);
  expect([portfolio.n, portfolio.program.mean, portfolio.minComplete, portfolio.incomplete]).toEqual([3, 3.5, 0.5, 1]);
  expect(portfolio.completeness).toMatchObject({ n: 2, median: 0.7, min: 0.5 });
  expect(portfolioNotes(portfolio, consoleWords, [])).toEqual([
    'Completeness: median 70%, lowest 50%.',
    'Excluded: 1 organization that answered fewer than 50% of the applicable objectives of the whole model (--min-complete).',
  ]);
  const all = (await count(said, { minComplete: 0 })).portfolio;
  expect([all.n, all.incomplete]).toEqual([4, 0]);
  expect(portfolioNotes((await count([])).portfolio, consoleWords, [])[0]).toBe('Completeness: not available.');
});

test('assessments of days that have not come are not counted, and how many is said', async () => {
  const { portfolio } = await count([
    ...USUAL,
    { sha: 'e', name: 'A', model: 'tiny 1.0', maturity: 5, asOf: '9999-12-31' },
    { sha: 'f', name: 'B', model: 'tiny 1.0', maturity: 5, asOf: '9999-01-01' },
  ]);
  expect([portfolio.n, portfolio.program.mean, portfolio.ahead]).toEqual([2, 3, 2]);
  expect(portfolioNotes(portfolio, consoleWords, [])).toContain(
    'Excluded: 2 assessments with a date more than one year in the future. Correct the dates, and ingest the workbooks again.',
  );
});

test('who was assessed with two models on one date counts with either, and once where all are counted together', async () => {
  const said: Said[] = [
    { sha: 'a', name: 'A', model: 'tiny 1.0', maturity: 2, at: 2 },
    { sha: 'b', name: 'A', model: 'other 7.0', maturity: 4, at: 1 },
    { sha: 'c', name: 'C', model: 'other 7.0', maturity: 3 },
  ];
  const one = (await count(said)).portfolio;
  expect([one.n, one.program.mean, one.leftOut]).toEqual([1, 2, [{ model: 'other', version: '7.0', n: 1 }]]);
  const two = (await count(said, { model: other })).portfolio;
  expect([two.n, two.program.mean, two.leftOut]).toEqual([2, 3.5, []]);
  const both = (await count(said, { pool: true })).portfolio;
  expect([both.n, both.program.mean]).toEqual([2, 2.5]);
});
