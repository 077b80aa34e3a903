/** Opens the page in Debian's Chromium, and hears whatever it should not say or do. */
import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';
const isHere = existsSync(CHROMIUM);

/** Where it is missing these tests are skipped, and fail on the machine that has to run them. */
export function isWithoutBrowser(): boolean {
  if (!isHere && process.env['CI']) throw new Error(`${CHROMIUM} is missing. Install Debian's chromium.`);
  if (!isHere) process.stderr.write(`${CHROMIUM} is missing, so the page is not tested in a browser.\n`);
  return !isHere;
}

/** Starts it without a connection of its own. */
export function launch(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'];
  return chromium.launch({ executablePath: CHROMIUM, args });
}

/** An opened page, and what it did that it should not. */
export interface Opened {
  readonly page: Page;
  /** Errors and warnings of the console, errors that nobody caught, and addresses that were asked for. */
  readonly heard: string[];
  /** Gives it files, as if they were chosen. */
  readonly choose: (...files: string[]) => Promise<void>;
  /** The text of what a button saves. */
  readonly saved: (button: string) => Promise<string>;
}

/** Opens a file of HTML from the disk. */
export async function open(browser: Browser, file: string, width = 1440): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, acceptDownloads: true });
  // Machines that do much else are slow.
  context.setDefaultTimeout(100_000);
  const page = await context.newPage();
  const address = pathToFileURL(file).href;
  const heard: string[] = [];
  page.on('console', (message) => heard.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => heard.push(`error: ${error.message}`));
  // What the page makes itself is at no other place.
  page.on('request', (request) => {
    if (request.url() !== address && !/^(blob|about):/.test(request.url())) heard.push(`request: ${request.url()}`);
  });
  await page.goto(address);
  await page.waitForSelector('.empty h1');
  return {
    page,
    heard,
    choose: (...files) => page.setInputFiles('#files', files),
    saved: async (button) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: button, exact: true }).click(),
      ]);
      return readFileSync(await download.path(), 'utf8');
    },
  };
}
