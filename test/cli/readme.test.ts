/** The commands of the README and of the pages in docs/: what they promise is what happens. */
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import XLSX from 'xlsx';
import { parseAnswers } from '../../src/assessment/answers-file.js';
import { objectivesOf } from '../../src/model/model.js';
import { usual } from '../installed.js';
import { aismm, newFolder } from './run.js';

const ROOT = new URL('../../', import.meta.url).pathname;
const page = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const readme = page('README.md');
const tourPage = page('docs/tour.md');
const ci = readFileSync(join(ROOT, '.ci/run'), 'utf8');

test('it shows the warning of the example wherever a command prints it', () => {
  expect(readme.match(/warning met-without-evidence/g)).toHaveLength(2);
});

test('it is short', () => {
  expect(readme.split('\n').length).toBeLessThanOrEqual(130);
});

test('it begins with an installation; then come the two commands for a clone, and CI calls what they call', () => {
  const [install, clone] = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) =>
    block
      .trim()
      .split('\n')
      .map((line) => line.split('#')[0]?.trim()),
  );
  expect(install).toEqual([expect.stringMatching(/^npm install aismm-workbook-.*\.tgz$/), 'npx aismm --help']);
  expect(clone).toEqual(['npm ci && npm start', 'npm ci && npm test']);
  for (const part of ['npm ci', 'npm start', 'npm test']) expect(ci.split('\n')).toContain(part);
  expect(ci).toContain('CI=true');
});

/** Where the tour is made, and where the first result of the README is. */
const folder = newFolder();
const beginner = newFolder();

/** Runs a line such as `npx aismm answers acme.xlsx > ANSWERS.json`; gives what a person would see. */
function typed(line: string, folder: string): { code: number | null; seen: string } {
  const [command = '', redirect] = line.replace(/^npx aismm ?/, '').split(' > ');
  const { code, stdout, stderr } = aismm(folder, ...command.split(' '));
  if (redirect === undefined) return { code, seen: stdout + stderr };
  writeFileSync(join(folder, redirect), stdout);
  return { code, seen: stderr };
}

/** Commands of the console blocks of a page in order, each with the output that stands below it. */
const stepsOf = (text: string): { line: string; told: string[] }[] =>
  [...text.matchAll(/^```console\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) =>
    block
      .split(/^\$ /m)
      .filter((step) => step !== '')
      .map((step) => {
        const [line = '', ...told] = step.trimEnd().split('\n');
        return { line, told };
      }),
  );
const tour = stepsOf(tourPage);
const firstSteps = stepsOf(readme);

/** What is told as a pattern: `…` on a line of its own stands for any lines. */
function pattern(told: readonly string[]): RegExp {
  const lines = told.map((line) => (line === '…' ? '(?:.*\\n)*' : `${line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\n`));
  return new RegExp(`^${lines.join('')}$`);
}

test('the tour builds, fills, checks, scores, takes answers out and takes many in', () => {
  const commands = tour.map(({ line }) => line.split(' ')[2]);
  expect(commands).toEqual(
    expect.arrayContaining([
      'build',
      'example',
      'check',
      'score',
      'answers',
      'fill',
      'explain',
      'ingest',
      'portfolio',
      'export',
    ]),
  );
});

function isTold({ line, told }: { line: string; told: string[] }, folder: string): void {
  const { code, seen } = typed(line, folder);
  expect(code, seen).toBe(0);
  expect(seen === '' ? '' : `${seen.trimEnd()}\n`).toMatch(pattern(told));
}

test.each(tour)('the tour: $line', (step) => {
  isTold(step, folder);
});

test('the README has a first result', () => {
  expect(firstSteps.map(({ line }) => line.split(' ')[2])).toEqual(
    expect.arrayContaining(['example', 'check', 'score']),
  );
});

test.each(firstSteps)('the README: $line', (step) => {
  isTold(step, beginner);
});

const more = [...tourPage.matchAll(/^\| `(npx aismm [^`]*)` \|/gm)].map((match) => match[1] ?? '');

/** The model of one's own that a command names: the usual one under another id. */
function putOwnModel(at: string): void {
  cpSync(join(ROOT, 'model/aismm/1.1'), at, { recursive: true });
  const file = join(at, 'model.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^id: aismm$/m, 'id: ours'));
}
putOwnModel(join(folder, 'our-model'));

// What the commands below are about that the tour does not make: an assessment of the edition before.
test('an assessment of an older edition', () => {
  expect(typed('npx aismm example --model 1.0 -o last-year.xlsx', folder).code).toBe(0);
});

// A spreadsheet that is not of this program.
test('a spreadsheet of control objectives', () => {
  const rows = [
    ['Control ID', 'Control', 'Level', 'AISMM Domain'],
    ['GOV-02.1', 'One person is responsible for each list.', 2, 'Foundational'],
  ];
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), 'Objectives');
  XLSX.writeFile(book, join(folder, 'objectives.xlsx'));
  expect(existsSync(join(folder, 'objectives.xlsx'))).toBe(true);
});

// A list of organizations, and values of tools.
test('a list, and a file of values', () => {
  writeFileSync(join(folder, 'list.csv'), 'organization,contact\nExample AG,ciso@example.com\n');
  writeFileSync(join(folder, 'values.csv'), 'objective,value\nGOV-2B,90\n');
  expect(existsSync(join(folder, 'values.csv'))).toBe(true);
});

// A questionnaire that somebody has filled in; its words are invented.
test('a filled AI-CAIQ', () => {
  const rows = [
    ['{"specification_version":"1.1.0"}', 'QUESTIONS'],
    ['Question ID', 'Question', 'Provider Answer', 'Control Ownership', 'Implementation Description', 'Control ID'],
    ['GRC-09.1', 'Is it done?', 'Yes', 'Provider', 'It is.', 'GRC-09'],
  ];
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows), 'AI-CAIQ');
  XLSX.writeFile(book, join(folder, 'aicaiq.xlsx'));
  expect(existsSync(join(folder, 'aicaiq.xlsx'))).toBe(true);
});

test.each(more)('more commands: %s', (line) => {
  const { code, seen } = typed(line, folder);
  expect(code, seen).toBe(0);
  expect(seen).not.toBe('');
});

test('the numbers in it are those of the model', () => {
  const objectives = objectivesOf(usual().model);
  expect(readme).toContain(`${objectives.length} control objectives`);
  expect(page('docs/comparison.md')).toContain(
    `${objectives.filter(({ kpi }) => kpi !== null).length} of ${objectives.length} statements have a measurable KPI`,
  );
});

test('every command that there is stands in the tour, and the picture is one', () => {
  const help = aismm(folder, '--help').stdout;
  for (const [, command] of help.matchAll(/^  aismm ([a-z]+)/gm)) expect(tourPage).toContain(`aismm ${command}`);
  const picture = readFileSync(join(ROOT, 'docs/scorecard.png'));
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  expect(picture.length).toBeLessThan(200_000);
  expect(readme).toMatch(/!\[.{80,}\]\(docs\/scorecard\.png\)/);
});

test('the answers file on its page is one that is understood', () => {
  const [json = ''] = /```json\n([\s\S]*?)```/.exec(page('docs/answers.md'))?.slice(1) ?? [];
  const { value, findings } = parseAnswers(json, usual().model);
  expect(findings).toEqual([]);
  expect(value?.answers.get('GOV-2B')).toEqual({ measured: 97 });
});

const documents = [
  'README.md',
  'model/README.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

test('the index of docs/ names each page', () => {
  const index = page('docs/README.md');
  for (const document of documents.filter((path) => path.startsWith('docs/') && path !== 'docs/README.md'))
    expect(index).toContain(`](${document.slice('docs/'.length)})`);
});

test.each(documents)('every file, folder and anchor that %s links to is there', (document) => {
  const text = readFileSync(join(ROOT, document), 'utf8');
  for (const [, target = ''] of text.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/\]\((?!http)([^)]+)\)/g)) {
    const [path = '', anchor] = target.split('#');
    const full = path === '' ? join(ROOT, document) : join(ROOT, dirname(document), path);
    expect(existsSync(full), `${document}: ${target}`).toBe(true);
    if (anchor !== undefined) expect(anchorsOf(readFileSync(full, 'utf8')), target).toContain(anchor);
  }
});

/** Anchors of a page: those that stand there, and those that headings get. */
function anchorsOf(markdown: string): string[] {
  const written = [...markdown.matchAll(/<a id="([^"]+)">/g)].map((match) => match[1] ?? '');
  const headings = [...markdown.matchAll(/^#+ (.+)$/gm)].map((match) =>
    (match[1] ?? '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
  return [...written, ...headings];
}
