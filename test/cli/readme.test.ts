/** The README's own commands: what it promises is what happens. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseAnswers } from '../../src/assessment/answers-file.js';
import { installed } from '../installed.js';
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

test('every command of the tour runs, in order, in an empty folder', () => {
  const folder = newFolder();
  const tour = [...readme.matchAll(/^\| `npx aismm ([^`]*)` \|/gm)].map((match) => match[1] ?? '');
  expect(tour.length).toBeGreaterThanOrEqual(10);
  for (const line of tour) {
    const [command = '', redirect] = line.split(' > ');
    const { code, stdout, stderr } = aismm(folder, ...command.split(' '));
    expect(code, `${line}\n${stderr}`).toBe(0);
    if (redirect) writeFileSync(join(folder, redirect), stdout);
    else expect(stdout + stderr, line).not.toBe('');
  }
}, 120_000);

test('the answers file in it is one that is understood', () => {
  const [json = ''] = /```json\n([\s\S]*?)```/.exec(readme)?.slice(1) ?? [];
  const { value, diagnostics } = parseAnswers(json, installed().model);
  expect(diagnostics).toEqual([]);
  expect(value?.answers.get('GOV-2B')).toEqual({ measured: 97 });
});

test('every file and folder it links to is there', () => {
  for (const [, target = ''] of readme.matchAll(/\]\((?!http)([^)#]+)\)/g)) {
    expect(() => readFileSync(join(ROOT, target)), target).not.toThrow(/ENOENT/);
  }
});
