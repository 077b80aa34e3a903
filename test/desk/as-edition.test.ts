/** A portfolio of several editions counted as the latest one: answers that still hold, and nothing else. */
import { expect, test } from 'vitest';
import type { Answer, Assessment } from '../../src/assessment/assessment.js';
import { countPortfolio, type PortfolioAsked } from '../../src/desk/portfolio.js';
import { historyOf } from '../../src/desk/history.js';
import { portfolioNotes, renderPortfolio } from '../../src/document/portfolio.js';
import { portfolioCsv } from '../../src/formats/portfolio-csv.js';
import { builtInTemplate } from '../../src/host/templates.js';
import { modelsOf } from '../../src/layout/shelf.js';
import type { Model } from '../../src/model/model.js';
import { renderPortfolioHtml } from '../../src/report/portfolio.js';
import { planPortfolio } from '../../src/workbook/portfolio.js';
import { assessmentOf } from '../assessments.js';
import { edition } from '../editions.js';
import { resultsFrom } from '../portfolios.js';
import { consoleWords } from '../../src/locale/en/console.js';

const LEVELS = [{ level: 2 }, { level: 2 }, { level: 3 }, { level: 4 }];
const FIRST = edition('1.0', { GOV: LEVELS });
const SECOND = edition('1.1', { GOV: LEVELS.slice(0, 3) }, {
  follows: '1.0',
  became: ['GOV-2A kept', 'GOV-2B reworded', 'GOV-3A kept', 'GOV-4A dropped'],
}); // prettier-ignore
const THIRD = edition('1.2', { GOV: LEVELS.slice(0, 3) }, {
  follows: '1.1',
  became: ['GOV-2A kept', 'GOV-2B kept', 'GOV-3A reworded'],
}); // prettier-ignore
const ELSEWHERE: Model = { ...FIRST, id: 'other' };
const models = modelsOf([FIRST, SECOND, THIRD, ELSEWHERE], THIRD);

const MET: Answer = { answer: 'met' };
const ALL = { 'GOV-2A': MET, 'GOV-2B': MET, 'GOV-3A': MET };
/** An assessment of an organization; of the first edition with an answer to everything. */
const of = (
  model: Model,
  name: string,
  asOf = '2026-01-01',
  answers: Readonly<Record<string, Answer>> = ALL,
): Assessment => {
  const all = model === FIRST ? { ...answers, 'GOV-4A': MET } : answers;
  const assessment = assessmentOf(model, { answers: all });
  return { ...assessment, organization: { ...assessment.organization, name, asOf, industry: 'energy' } };
};
const count = async (all: readonly Assessment[], model: Model, asked: Partial<PortfolioAsked> = {}) =>
  countPortfolio(await resultsFrom(models, all), models, {
    least: 1,
    model,
    translate: true,
    minComplete: 0,
    ...asked,
  });

test('an organization of an older edition counts by the answers that still hold, and the share of these is said', async () => {
  const { portfolio } = await count([of(FIRST, 'A'), of(SECOND, 'B')], SECOND);
  // GOV-2B is open at A: of two objectives at level 2 one is met.
  expect([portfolio.n, portfolio.categories[0]?.levels]).toEqual([2, { '1': 1, '3': 1 }]);
  expect(portfolio.unmet).toEqual([{ objective: 'GOV-2B', n: 1, applicable: 2, share: 0.5 }]);
  const sums = { n: 1, counted: 1, answers: 4, kept: 2, share: 0.5 };
  expect(portfolio.translated).toEqual({
    ...sums,
    editions: [{ model: 'tiny', version: '1.0', ...sums, objectives: 4, holding: 2 }],
  });
  expect(portfolio.leftOut).toEqual([]);
});

test('over several editions an answer counts only where it holds on each step', async () => {
  const { portfolio } = await count([of(FIRST, 'A'), of(SECOND, 'B'), of(THIRD, 'C')], THIRD);
  expect(portfolio.n).toBe(3);
  expect(portfolio.translated?.editions).toMatchObject([
    { version: '1.1', n: 1, answers: 3, kept: 2, objectives: 3, holding: 2 },
    { version: '1.0', n: 1, answers: 4, kept: 1, objectives: 4, holding: 1 },
  ]);
  expect(portfolio.translated).toMatchObject({ n: 2, answers: 7, kept: 3 });
});

test('who has too few answers left is not counted, and that is said as well', async () => {
  const { portfolio } = await count([of(FIRST, 'A'), of(THIRD, 'C')], THIRD, { minComplete: 0.5 });
  expect([portfolio.n, portfolio.incomplete, portfolio.translated?.n, portfolio.translated?.counted]).toEqual([
    1, 1, 1, 0,
  ]);
});

test('newer editions and other models are left out by name', async () => {
  const { portfolio } = await count([of(FIRST, 'A'), of(THIRD, 'C'), of(ELSEWHERE, 'D')], SECOND);
  expect([portfolio.n, portfolio.translated?.n]).toEqual([1, 1]);
  expect(portfolio.leftOut).toEqual([
    { model: 'tiny', version: '1.2', n: 1 },
    { model: 'other', version: '1.0', n: 1 },
  ]);
  expect(portfolioNotes(portfolio, consoleWords, models.editions).at(-1)).toBe(
    'Excluded: 1 organization assessed with tiny 1.2, 1 with other 1.0. Answers can be migrated only to a newer edition, and only if a changes.yaml file describes the changes.',
  );
});

test('an organization counts once: by its newest day, and of that day by the edition itself', async () => {
  const moved = [of(FIRST, 'A', '2025-01-01'), of(SECOND, 'A', '2026-01-01')];
  expect((await count(moved, SECOND)).portfolio).toMatchObject({ n: 1, translated: { n: 0, answers: 0, share: null } });
  const both = [of(FIRST, 'A'), of(SECOND, 'A'), of(ELSEWHERE, 'A')];
  expect((await count(both, SECOND)).portfolio).toMatchObject({ n: 1, translated: { n: 0 }, leftOut: [] });
  // Of two that have to be translated one counts.
  expect((await count(both, THIRD)).portfolio).toMatchObject({ n: 1, translated: { n: 1 }, leftOut: [] });
});

test('counted as its own edition a portfolio is the same as without', async () => {
  const all = ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => of(SECOND, name));
  const { translated, ...portfolio } = (await count(all, SECOND, { details: true })).portfolio;
  const plain = await count(all, SECOND, { details: true, translate: false });
  expect(portfolio).toEqual(plain.portfolio);
  expect(translated).toMatchObject({ n: 0, editions: [] });
});

test('how many answers few organizations gave is not said', async () => {
  const { portfolio } = await count([of(FIRST, 'A'), of(FIRST, 'B')], SECOND, { least: 3 });
  const unsaid = { n: 2, answers: null, kept: null, share: null };
  expect(portfolio.translated).toMatchObject({ ...unsaid, editions: [{ ...unsaid, objectives: 4, holding: 2 }] });
});

test('evidence is counted as well, and what is left of an assessment is no change', async () => {
  const evident = { ...MET, evidence: 'Minutes' };
  const before = of(FIRST, 'A', '2025-01-01', { 'GOV-2A': MET });
  const now = of(FIRST, 'A', '2026-01-01', { 'GOV-2A': evident, 'GOV-2B': MET, 'GOV-3A': MET });
  const { portfolio, organizations } = await count([before, now], SECOND, { details: true, organizations: true });
  expect([portfolio.evidence?.mean, portfolio.change?.n]).toEqual([0.5, 0]);
  expect(organizations).toMatchObject([
    { name: 'A', change: null, translated: { from: { id: 'tiny', version: '1.0' }, answers: 4, kept: 2 } },
  ]);
});

test('every format has the share beside its figures', async () => {
  const all = [of(FIRST, 'A'), of(SECOND, 'B')];
  const { portfolio, model, organizations } = await count(all, SECOND, { details: true, organizations: true });
  const notes = portfolioNotes(portfolio, consoleWords, models.editions);
  const [said = '', holding = ''] = notes;
  expect(said).toBe(
    'Of 4 answers from 1 organization with an older edition, 2 (50%) are still valid. 1 of 1 organization is included.',
  );
  expect(holding).toBe(
    'Answers to 2 of the 4 objectives of tiny 1.0 (50%) can still be valid in tiny 1.1. All other objectives count as unanswered.',
  );
  const text = renderPortfolio(portfolio, model, consoleWords, builtInTemplate, {
    format: 'text',
    builtIn: models.editions,
  });
  expect(text.split('\n').slice(1, 3)).toEqual([said, holding]);
  const md = renderPortfolio(portfolio, model, consoleWords, builtInTemplate, {
    format: 'md',
    builtIn: models.editions,
  });
  expect(md).toContain(`- ${said}\n- ${holding}`);
  expect(portfolioCsv(portfolio, model).split('\r\n')[1]).toBe('translated,tiny 1.0,1,,,,,,,,,,,,4,0.5');
  const html = renderPortfolioHtml({ portfolio, model, notes, today: '2026-11-26' }, builtInTemplate);
  expect(html).toMatch(
    /<p class="facts">[^<]*50% of the answers from 1 organization with an older edition are still valid/,
  );
  const cells = planPortfolio({ portfolio, model, notes, organizations, today: '2026-11-26', tool: 'test' }).sheets.map(
    (sheet) => JSON.stringify(sheet),
  );
  expect(cells[0]).toContain('Answers of an older edition that are still valid');
  expect(cells.at(-1)).toContain('2 of 4, tiny 1.0');
});

test('a history says what of an assessment before still holds in the edition of the next one', async () => {
  const all = [
    of(FIRST, 'A', '2024-01-01'),
    of(SECOND, 'A', '2025-01-01'),
    of(SECOND, 'A', '2026-01-01'),
    of(FIRST, 'A', '2027-01-01'),
  ];
  const { value } = await historyOf(await resultsFrom(models, all), { organization: 'A' }, models);
  const half = { answers: 4, kept: 2, share: 0.5, maturity: 1.5, completeness: 2 / 3 };
  // Nothing is carried over to an older edition.
  expect(value?.history.map(({ carried }) => carried)).toEqual([undefined, half, undefined, undefined]);
});
