/** The page reads many workbooks while people use it, compares two of one organization, and everybody can use it. */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aismm, newFolder } from '../cli/run.js';
import { isWithoutBrowser, launch, open } from './browser.js';

const folder = newFolder();
const at = (name: string): string => join(folder, name);
const isWithout = isWithoutBrowser();
const AXE = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

let many: string[] = [];

beforeAll(() => {
  expect(aismm(folder, 'page', '-o', 'aismm.html').code).toBe(0);
  expect(aismm(folder, 'example', '--count', '300', '--into', 'many', '--broken', '0.1').code).toBe(0);
  many = readdirSync(at('many')).map((name) => at(join('many', name)));
  // Two of one organization, and one of them in another state.
  expect(aismm(folder, 'example', '-o', 'acme.xlsx').code).toBe(0);
  const answers = aismm(folder, 'answers', 'acme.xlsx').stdout;
  const earlier = answers.replace(/("asOf": ")2026-/, '$12025-').replace(/"answer": "met"/, '"answer": "not-met"');
  expect(earlier).not.toBe(answers);
  writeFileSync(at('earlier.json'), earlier);
  expect(aismm(folder, 'fill', 'earlier.json', '-o', 'earlier.xlsx').code).toBe(0);
});

const isDone = (page: Page): Promise<unknown> => page.waitForSelector('.progress[hidden]', { state: 'attached' });
const rowsShown = (page: Page): Promise<number> => page.locator('.many tbody tr').count();
const chip = async (page: Page, name: string): Promise<number> =>
  Number(/\d+/.exec((await page.locator('.chip', { hasText: name }).textContent()) ?? '')?.[0] ?? 'NaN');

describe.skipIf(isWithout)('in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  test('300 workbooks are read while people filter; what the table counts is what “ingest” and “portfolio” count', async () => {
    const { page, heard, choose, saved } = await open(browser, at('aismm.html'));
    await choose(...many);
    await page.waitForSelector('.many tbody tr');
    // Used while it reads.
    await page.locator('.chip', { hasText: 'not read' }).click();
    expect(await page.locator('.chip', { hasText: 'not read' }).getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator('.progress').isVisible()).toBe(true);
    expect(page.workers().length).toBeLessThanOrEqual(5);
    await isDone(page);
    expect(await page.textContent('h1')).toBe('300 workbooks read');
    const counts = Object.fromEntries(
      await Promise.all(
        ['all', 'not read', 'to correct', 'blank', 'with warnings', 'clean', 'duplicate'].map(
          async (name) => [name, (await chip(page, name)) || 0] as const,
        ),
      ),
    );
    const { all, ...states } = counts;
    expect(all).toBe(300);
    expect(Object.values(states).reduce((sum, n) => sum + n, 0)).toBe(300);
    const ingested = aismm(folder, 'ingest', 'many', '--store', 'results.sqlite', '--jobs', '2');
    const told = (what: string): number =>
      Number(new RegExp(`^${what} +(\\d+)`, 'm').exec(ingested.stdout + ingested.stderr)?.[1]);
    expect((counts['not read'] ?? NaN) + (counts['to correct'] ?? NaN)).toBe(told('rejected'));
    expect(counts['duplicate']).toBe(told('duplicates'));
    const printed = (...args: string[]): string => aismm(folder, ...args, '--store', 'results.sqlite').stdout;
    expect(JSON.parse(await saved('JSON'))).toEqual(JSON.parse(printed('portfolio', '--format', 'json')));
    const day = new Date().toISOString().slice(0, 10);
    expect(await saved('Portfolio report')).toBe(printed('portfolio', '--format', 'html', '--date', day));
    expect(await saved('Results as CSV')).toBe(`\ufeff${printed('portfolio', '--format', 'csv')}`);
    const tables = aismm(folder, 'export', '--store', 'results.sqlite', '--out', 'tables');
    expect(tables.code).toBe(0);
    // Paths are those of this page, and those of a folder there.
    const exported = readFileSync(at('tables/assessment.csv'), 'utf8').replaceAll(',many/', ',');
    expect(await saved('Save CSV')).toBe(exported);
    expect(await page.textContent('[role=status]')).toMatch(/^300 workbooks read\. \d+ workbooks have errors\.$/);
    expect(heard).toEqual([]);
  }, 300_000);

  test('it is stopped, and keeps what was read; a row opens, and leads back', async () => {
    const { page, heard, choose } = await open(browser, at('aismm.html'));
    await choose(...many);
    await page.waitForSelector('.many tbody tr');
    await page.getByRole('button', { name: 'Stop, and keep the results' }).click();
    await isDone(page);
    const title = (await page.textContent('h1')) ?? '';
    expect(title).toMatch(/^Stopped: \d+ of 300 workbooks read$/);
    expect(await rowsShown(page)).toBeGreaterThan(0);
    await page.locator('.many tbody .name').first().click();
    await page.waitForSelector('.one h1');
    await page.getByRole('button', { name: 'Back to all workbooks' }).click();
    expect(await page.textContent('h1')).toBe(title);
    expect(heard).toEqual([]);
  });

  test('an archive is read entry by entry, and rows are sorted', async () => {
    mkdirSync(at('zip'), { recursive: true });
    const some = many.slice(0, 6).map((file) => [`in/${file.split('/').at(-1)}`, readFileSync(file)] as const);
    writeFileSync(at('zip/returned.zip'), zipSync({ ...Object.fromEntries(some), 'notes.txt': new Uint8Array(3) }));
    const { page, heard, choose } = await open(browser, at('aismm.html'));
    await choose(at('zip/returned.zip'));
    await page.waitForSelector('.wide');
    await isDone(page);
    expect(await page.textContent('h1')).toBe('6 workbooks read');
    await page.getByRole('button', { name: 'Maturity' }).click();
    const figures = (await page.locator('.many td.c').allTextContents()).map(Number);
    expect(figures.length).toBeGreaterThan(2);
    expect(figures).toEqual([...figures].sort((a, b) => a - b));
    expect(await page.locator('th[aria-sort]').textContent()).toBe('Maturity');
    expect(heard).toEqual([]);
  });

  test('two of one organization are compared: the report has the trend that the program shows', async () => {
    const { page, heard, choose, saved } = await open(browser, at('aismm.html'));
    await choose(at('acme.xlsx'), at('earlier.xlsx'));
    await page.waitForSelector('.moved');
    expect(await page.textContent('.moved h2')).toBe('From 27 November 2025 to 27 November 2026');
    expect(await page.locator('.moved table').last().locator('tbody tr').allTextContents()).toContainEqual(
      expect.stringMatching(/not metmet$/),
    );
    expect(await saved('Save report')).toBe(aismm(folder, 'report', 'earlier.xlsx', 'acme.xlsx').stdout);
    expect(heard).toEqual([]);
  });

  test.each([1440, 768, 320])(
    'at %i px nobody is kept out: no rule of axe is broken, and nothing scrolls sideways',
    async (width) => {
      const { page, choose } = await open(browser, at('aismm.html'), width);
      const faults = async (): Promise<unknown> => {
        await page.evaluate(AXE);
        return await page.evaluate(async () => {
          const {
            axe,
            document: shown,
            innerWidth,
          } = globalThis as unknown as {
            axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
            document: { documentElement: { scrollWidth: number } };
            innerWidth: number;
          }; // as the browser has them
          const { violations } = await axe.run();
          const wide = shown.documentElement.scrollWidth > innerWidth ? ['too wide'] : [];
          return [...violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`), ...wide];
        });
      };
      expect(await faults()).toEqual([]);
      copyFileSync(new URL('../fixtures/layout-1/faulty.xlsx', import.meta.url), at('faulty.xlsx'));
      await choose(at('faulty.xlsx'));
      await page.waitForSelector('.one');
      expect(await faults()).toEqual([]);
      await page.getByRole('button', { name: 'Read other workbooks' }).click();
      await choose(...many.slice(0, 12));
      await page.waitForSelector('.wide');
      await isDone(page);
      expect(await faults()).toEqual([]);
    },
  );

  test('a view begins at its heading for those who use the keyboard', async () => {
    const { page, choose } = await open(browser, at('aismm.html'));
    await choose(at('acme.xlsx'));
    await page.waitForSelector('.one');
    const focused = (): Promise<string> =>
      page.evaluate(() => {
        const { document: shown } = globalThis as unknown as { document: { activeElement: { textContent: string } } }; // as the browser has it
        return shown.activeElement.textContent;
      });
    expect(await focused()).toBe(await page.textContent('h1'));
    await page.getByRole('button', { name: 'How to check' }).press('Enter');
    await page.waitForSelector('dialog[open]');
    await page.keyboard.press('Escape');
    await page.waitForSelector('dialog', { state: 'detached' });
    expect(await focused()).toBe('How to check');
  });
});
