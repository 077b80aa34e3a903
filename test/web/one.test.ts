/** The page reads one workbook as the program does, and asks nothing of anybody. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROKEN_WAYS } from '../../src/workbook/broken.js';
import { aismm, newFolder } from '../cli/run.js';
import { isWithoutBrowser, launch, open } from './browser.js';

const folder = newFolder();
const at = (name: string): string => join(folder, name);
const FIXTURES = new URL('../fixtures/layout-1/', import.meta.url).pathname;
const isWithout = isWithoutBrowser();

/** Workbooks of both editions and layouts, in other languages, a part, blank, faulty, broken in every way. */
const files: string[] = [];

beforeAll(() => {
  expect(aismm(folder, 'page', '-o', 'aismm.html').stderr).toBe('wrote aismm.html\n');
  expect(aismm(folder, 'build', '--out', '.', '--format', 'xlsx', '--quick').code).toBe(0);
  expect(aismm(folder, 'example', '-o', 'acme.xlsx').code).toBe(0);
  expect(aismm(folder, 'example', '-o', 'german.xlsx', '--locale', 'de', '--seed', '2').code).toBe(0);
  files.push('acme.xlsx', 'german.xlsx', 'aismm-1.1-quick.xlsx');
  for (const name of 'blank example faulty libreoffice openpyxl part-cloud'.split(' ')) {
    copyFileSync(join(FIXTURES, `${name}.xlsx`), at(`first-${name}.xlsx`));
    files.push(`first-${name}.xlsx`);
  }
  const example = new Uint8Array(readFileSync(at('acme.xlsx')));
  for (const [name, way] of Object.entries(BROKEN_WAYS)) {
    writeFileSync(at(`broken-${name}.xlsx`), way.break(example));
    files.push(`broken-${name}.xlsx`);
  }
});

test('the offline page is small and reproducible, and its Content Security Policy blocks all connections', () => {
  const html = readFileSync(at('aismm.html'), 'utf8');
  expect(Buffer.byteLength(html)).toBeLessThanOrEqual(620_000);
  expect(aismm(folder, 'page', '-o', '-').stdout).toBe(html);
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]?.split('; ') ?? [];
  expect(policy.map((rule) => rule.replace(/'sha256-[^']*'/g, '#'))).toEqual([
    "default-src 'none'",
    "connect-src 'none'",
    'script-src # #',
    'style-src # #',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ]);
  expect(html).not.toMatch(/https?:\/\/(?!www\.w3\.org\/)/);
});

test('what can be downloaded is chosen by name', () => {
  const { code, stderr } = aismm(folder, 'page', '-o', 'other.html', '--with', 'workbook,nothing');
  expect([code, stderr.split('\n')[0]]).toEqual([2, 'Invalid --with "nothing". Use: workbook, companion.']);
});

describe.skipIf(isWithout)('in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  test('the offline page produces the same results as the command line and sends no network requests', async () => {
    const printed = JSON.parse(aismm(folder, 'score', '--json', ...files).stdout) as unknown[];
    const { page, heard, choose, saved } = await open(browser, at('aismm.html'));
    for (const [index, file] of files.entries()) {
      await choose(at(file));
      await page.waitForSelector('.one h1');
      expect(await page.textContent('.one')).toContain(file);
      const json = (await page.locator('.result').count()) > 0 ? await saved('JSON') : undefined;
      const expected = printed[index] as { program?: object };
      // What gives no score is told in the words of the program.
      if (json === undefined) expect([file, expected.program]).toEqual([file, undefined]);
      else expect(json, file).toBe(`${JSON.stringify(expected, null, 2)}\n`);
      const { diagnostics } = printed[index] as { diagnostics: { severity: string; message: string }[] };
      const listed = await page.locator('.findings tbody tr').allTextContents();
      for (const { message } of diagnostics) expect(listed.join('\n'), file).toContain(message);
      await page.getByRole('button', { name: 'Read other workbooks' }).click();
    }
    expect(heard).toEqual([]);
  });

  test('answers, report and action list are those of the program; the report opens in the page', async () => {
    const { page, heard, choose, saved } = await open(browser, at('aismm.html'));
    await choose(at('acme.xlsx'));
    await page.waitForSelector('.result');
    expect(await saved('Answers')).toBe(aismm(folder, 'answers', 'acme.xlsx').stdout);
    expect(await saved('Save report')).toBe(aismm(folder, 'report', 'acme.xlsx').stdout);
    expect(await saved('Action list')).toBe(aismm(folder, 'report', 'acme.xlsx', '--format', 'actions.csv').stdout);
    await page.getByRole('button', { name: 'Open full report' }).click();
    const frame = page.frameLocator('iframe');
    await frame.getByRole('heading', { level: 1 }).first().waitFor();
    // Its own style is allowed.
    const display = await frame
      .locator('.head')
      .first()
      .evaluate((head) => {
        const { getComputedStyle } = globalThis as unknown as {
          getComputedStyle: (of: unknown) => { display: string };
        }; // as the browser has it
        return getComputedStyle(head).display;
      });
    expect(display).toBe('flex');
    expect(heard).toEqual([]);
  });

  test('errors come first, each with its cell and what to do; the list is saved as CSV', async () => {
    const { page, choose, saved } = await open(browser, at('aismm.html'));
    await choose(at('first-faulty.xlsx'));
    await page.waitForSelector('.findings');
    const kinds = await page.locator('.findings .kind').allTextContents();
    expect(kinds).toContain('error');
    expect(kinds).toEqual([...kinds].sort((a, b) => order(a) - order(b)));
    const checked = JSON.parse(aismm(folder, 'check', 'first-faulty.xlsx', '--format', 'json').stdout) as {
      diagnostics: { cell?: string; message: string }[];
    };
    const told = checked.diagnostics;
    expect(kinds.length).toBe(Math.min(told.length, 200));
    const csv = await saved('Save as CSV');
    for (const { cell = '' } of told) expect(csv).toContain(`,${cell},`);
    expect(await page.locator('.findings tbody tr').first().textContent()).toContain('→');
    expect(await page.textContent('[role=status]')).toMatch(/Correct \d+ errors?\./);
  });

  test('the offline page stops reading a file after the time limit, ends the worker and remains usable', async () => {
    const html = readFileSync(at('aismm.html'), 'utf8');
    writeFileSync(at('hasty.html'), html.replace('data-tool=', 'data-limit="0.001" data-tool='));
    const { page, heard, choose } = await open(browser, at('hasty.html'));
    await choose(at('acme.xlsx'));
    await page.waitForSelector('.findings');
    expect(await page.textContent('.findings tbody')).toContain('0.001');
    await page.getByRole('button', { name: 'Read other workbooks' }).click();
    await page.waitForSelector('.empty');
    expect(page.workers().length).toBeLessThanOrEqual(1);
    expect(heard).toEqual([]);
  });

  test('what is embedded can be downloaded, and is what “aismm build” makes', async () => {
    expect(aismm(folder, 'page', '-o', 'with.html', '--with', 'workbook,companion').code).toBe(0);
    expect(aismm(folder, 'build', '--out', 'built', '--format', 'xlsx,md').code).toBe(0);
    const { page, heard } = await open(browser, at('with.html'));
    for (const [index, file] of ['aismm-1.1.xlsx', 'aismm-1.1-companion.md'].entries()) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Download' }).nth(index).click(),
      ]);
      expect(download.suggestedFilename()).toBe(file);
      expect(readFileSync(await download.path())).toEqual(readFileSync(at(join('built', file))));
    }
    expect(heard).toEqual([]);
  });

  test('a browser that is too old is told so', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.addInitScript('delete globalThis.DecompressionStream');
    await page.goto(`file://${at('aismm.html')}`);
    expect(await page.textContent('main')).toContain('too old');
  });

  test('what is dropped anywhere is read', async () => {
    const { page, heard } = await open(browser, at('aismm.html'));
    const bytes = readFileSync(at('acme.xlsx')).toString('base64');
    const transfer = await page.evaluateHandle((text) => {
      // As the browser has it.
      const { DataTransfer } = globalThis as unknown as {
        DataTransfer: new () => { items: { add: (file: File) => void } };
      };
      const data = new DataTransfer();
      const content = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
      data.items.add(new File([content], 'dropped.xlsx'));
      return data;
    }, bytes);
    await page.dispatchEvent('footer', 'drop', { dataTransfer: transfer });
    await page.waitForSelector('.result');
    expect(await page.textContent('.facts')).toContain('dropped.xlsx');
    expect(heard).toEqual([]);
  });
});

const order = (kind: string): number => ['error', 'warning', 'note'].indexOf(kind.trim());
