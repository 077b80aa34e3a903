/** The portfolio as a page and as a workbook: their figures are those that were counted, and names are text. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { CountedPortfolio } from '../../src/desk/portfolio.js';
import { builtInTemplate } from '../../src/host/templates.js';
import { categoriesOf, objectivesOf } from '../../src/model/model.js';
import { renderPortfolioHtml } from '../../src/report/portfolio.js';
import type { Portfolio } from '../../src/scoring/portfolio.js';
import { planPortfolio, type PortfolioBook } from '../../src/workbook/portfolio.js';
import type { WorkbookPlan } from '../../src/xlsx/plan.js';
import { usual } from '../installed.js';
import { decimals } from '../oracle/standing.js';
import { examplePortfolio } from '../portfolios.js';

const { model } = usual();
const [COUNT, TODAY] = [30, '2026-11-26'];
const NASTY = `<script>alert(1)</script> "' {{w}} =1+1 \u202e\u0000`;
const nasty = (index: number): string => `${NASTY} ${index}`;

let counted: CountedPortfolio & { readonly notes: readonly string[] };
let portfolio: Portfolio;
beforeAll(async () => {
  counted = await examplePortfolio(model, COUNT, { organizations: true }, nasty);
  ({ portfolio } = counted);
});

const page = (own: Portfolio = portfolio): string =>
  renderPortfolioHtml({ portfolio: own, model, notes: counted.notes, today: TODAY }, builtInTemplate);
const bookOf = (more: Partial<PortfolioBook> = {}): WorkbookPlan =>
  planPortfolio({
    ...{ portfolio, model, notes: counted.notes, organizations: undefined, today: TODAY, tool: 'test' },
    ...more,
  });
const fixed = (value: number | null | undefined): string => decimals(value ?? 0);

/** Texts of the cells of the row that a heading begins. */
function rowOf(html: string, name: string): string[] {
  const row = html.split('<tr').find((each) => each.includes(`>${name.replaceAll('&', '&amp;')}</th>`)) ?? '';
  return [...row.matchAll(/<td class="n[^>]*>([^<]*)<\/td>/g)].map(([, text = '']) => text);
}

describe('the page', () => {
  test('has the figures of every category', () => {
    const html = page();
    expect(html).toContain(`<b class="big">${fixed(portfolio.program.median)}</b>`);
    for (const { id, name } of categoriesOf(model)) {
      const own = portfolio.categories.find((each) => each.id === id);
      const counts = model.levels.map(({ n }) => String(own?.levels[n] ?? 0));
      expect([name, ...rowOf(html, name)]).toEqual([
        ...[name, String(own?.n), fixed(own?.median), `${fixed(own?.q1)}–${fixed(own?.q3)}`],
        ...counts,
      ]);
    }
    expect(html).not.toMatch(/null|undefined|NaN/);
  });

  test('names the objectives by their titles, and says what has changed', () => {
    const [most] = portfolio.unmet;
    const title = objectivesOf(model).find(({ id }) => id === most?.objective)?.title ?? expect.fail('it has a title');
    expect(page()).toContain(`<b>${title}</b> <small>${most?.objective}</small>`);
    const { change, evidence } = portfolio;
    expect([change?.n, evidence?.n]).toEqual([24, COUNT]);
    expect((change?.up ?? 0) + (change?.same ?? 0) + (change?.down ?? 0)).toBe(24);
    expect(page()).toContain(
      `Of 24 organizations with an assessment from about one year earlier, <strong>${change?.up} improved</strong>`,
    );
  });

  test('says of a group without figures why it has none', () => {
    const html = page();
    for (const { n, program } of portfolio.groups) expect(program === null || n >= 5).toBe(true);
    expect(portfolio.groups.some(({ program }) => program === null)).toBe(true);
    expect(html).toContain('too few organizations');
    expect(html).toContain('The portfolio does not show results for fewer than 5 organizations.');
  });

  test('loads nothing, and holds no names', () => {
    const html = page();
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(html).not.toMatch(/<script|<img|<link|alert\(1\)/);
  });

  test('names of units are text and nothing else', () => {
    const named = (key: string): string =>
      page({ ...portfolio, groups: [{ by: 'unit', key, n: 9, program: portfolio.program }] });
    const tags = (html: string): string[] => html.match(/<[a-z/][^>]*>/g) ?? [];
    expect(tags(named(NASTY))).toEqual(tags(named('plain')));
    expect(named(NASTY)).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(named(NASTY)).not.toMatch(/[\u0000-\u0008\u202e]/);
  });

  test('of nobody, and of too few, it has no figures', async () => {
    for (const [count, text] of [
      [0, 'No organization is included, so there are no results.'],
      [3, 'too few organizations'],
    ] as const) {
      const few = await examplePortfolio(model, count);
      const html = page(few.portfolio);
      expect(html).toContain(text);
      expect(html).not.toContain('class="big"');
      expect(html).not.toMatch(/null|undefined|NaN/);
    }
  });
});

describe('the workbook', () => {
  test('has the sheets, and the organizations only where they are asked for', () => {
    const sheets = ['Overview', 'Categories', 'Objectives', 'Groups', 'Change'];
    expect(bookOf().sheets.map(({ name }) => name)).toEqual(sheets);
    expect(JSON.stringify(bookOf().sheets.map(({ cells }) => cells))).not.toContain('alert(1)');
    const { organizations } = counted;
    expect(organizations).toHaveLength(COUNT);
    const list = bookOf({ organizations }).sheets.at(-1);
    expect(list?.name).toBe('Organizations');
    expect(list?.cells.filter(({ value }) => String(value).includes('alert(1)'))).toHaveLength(COUNT);
  });

  test('has the figures that were counted, and charts of them', () => {
    const { sheets } = bookOf();
    const categories = sheets.find(({ name }) => name === 'Categories');
    const governance = categories?.cells.find(({ value }) => value === 'GOV');
    const row = categories?.cells.filter((each) => each.row === governance?.row).map(({ value }) => value);
    const own = portfolio.categories.find(({ id }) => id === 'GOV');
    expect(row?.slice(2, 7)).toEqual([own?.n, own?.mean, own?.q1, own?.median, own?.q3]);
    expect(row?.slice(7)).toEqual(model.levels.map(({ n }) => own?.levels[n] ?? 0));
    expect(sheets.map(({ charts }) => charts.length)).toEqual([1, 1, 1, 1, 1]);
    expect(categories?.charts[0]?.series.map(({ cached }) => cached[0])).toEqual(row?.slice(7));
  });

  test('every chart ends above the last row that is printed', () => {
    for (const { name, charts, cells } of bookOf().sheets) {
      const last = Math.max(...cells.map(({ row }) => row));
      expect([name, charts.every(({ to }) => to.row <= last)]).toEqual([name, true]);
    }
  });

  test('of nobody, and of too few, has no figures and no charts of them', async () => {
    const few = await examplePortfolio(model, 3);
    const values = bookOf({ portfolio: few.portfolio }).sheets.flatMap(({ charts }) =>
      charts.flatMap(({ series }) => series.flatMap(({ cached }) => cached)),
    );
    expect(values.filter((value) => value !== undefined)).toEqual([]);
    const none = await examplePortfolio(model, 0);
    expect(bookOf({ portfolio: none.portfolio }).sheets).toHaveLength(5);
  });
});
