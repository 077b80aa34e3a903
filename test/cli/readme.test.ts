/** The README's own commands: what it promises is what happens. */
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { parseAnswers } from '../../src/assessment/answers-file.js';
import { objectivesOf } from '../../src/model/model.js';
import { usual } from '../installed.js';
import { aismm, newFolder } from './run.js';

const ROOT = new URL('../../', import.meta.url).pathname;
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const ci = readFileSync(join(ROOT, '.ci/run'), 'utf8');

test('the first thing in it are the two commands, and CI calls what they call', () => {
  const [block = ''] = /```sh\n([\s\S]*?)```/.exec(readme)?.slice(1) ?? [];
  const commands = block
    .trim()
    .split('\n')
    .map((line) => line.split('#')[0]?.trim());
  expect(commands).toEqual(['npm ci && npm start', 'npm ci && npm test']);
  for (const part of ['npm ci', 'npm start', 'npm test']) expect(ci.split('\n')).toContain(part);
  expect(ci).toContain('CI=true');
});

const folder = newFolder();

/** Runs a line such as `npx aismm answers acme.xlsx > ANSWERS.json`; gives what a person would see. */
function typed(line: string): { code: number | null; seen: string } {
  const [command = '', redirect] = line.replace(/^npx aismm ?/, '').split(' > ');
  const { code, stdout, stderr } = aismm(folder, ...command.split(' '));
  if (redirect === undefined) return { code, seen: stdout + stderr };
  writeFileSync(join(folder, redirect), stdout);
  return { code, seen: stderr };
}

/** Commands of the console blocks in order, each with the output that stands below it. */
const tour = [...readme.matchAll(/^```console\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) =>
  block
    .split(/^\$ /m)
    .filter((step) => step !== '')
    .map((step) => {
      const [line = '', ...told] = step.trimEnd().split('\n');
      return { line, told };
    }),
);

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

test.each(tour)('the tour: $line', ({ line, told }) => {
  const { code, seen } = typed(line);
  expect(code, seen).toBe(0);
  expect(seen === '' ? '' : `${seen.trimEnd()}\n`).toMatch(pattern(told));
});

const more = [...readme.matchAll(/^\| `(npx aismm [^`]*)` \|/gm)].map((match) => match[1] ?? '');

/** The model of one's own that a command names: the usual one under another id. */
function putOwnModel(at: string): void {
  cpSync(join(ROOT, 'model/aismm/1.1'), at, { recursive: true });
  const file = join(at, 'model.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^id: aismm$/m, 'id: ours'));
}
putOwnModel(join(folder, 'our-model'));

// What the commands below are about that the tour does not make: an assessment of the edition before.
test('an assessment of an older edition', () => {
  expect(typed('npx aismm example --model 1.0 -o last-year.xlsx').code).toBe(0);
});

test.each(more)('more commands: %s', (line) => {
  const { code, seen } = typed(line);
  expect(code, seen).toBe(0);
  expect(seen).not.toBe('');
});

test('the numbers in it are those of the model', () => {
  const objectives = objectivesOf(usual().model);
  expect(readme).toContain(`${objectives.length} control objectives`);
  expect(readme).toContain(
    `${objectives.filter(({ kpi }) => kpi !== null).length} of ${objectives.length} have a measurable figure`,
  );
});

test('every command that there is stands in it, and the picture is one', () => {
  const help = aismm(folder, '--help').stdout;
  for (const [, command] of help.matchAll(/^  aismm ([a-z]+)/gm)) expect(readme).toContain(`aismm ${command}`);
  const picture = readFileSync(join(ROOT, 'docs/scorecard.png'));
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  expect(picture.length).toBeLessThan(200_000);
  expect(readme).toMatch(/!\[.{80,}\]\(docs\/scorecard\.png\)/);
});

test('the answers file in it is one that is understood', () => {
  const [json = ''] = /```json\n([\s\S]*?)```/.exec(readme)?.slice(1) ?? [];
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
