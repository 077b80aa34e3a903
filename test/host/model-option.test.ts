/** `--model`: a model of one's own goes through every command, in its languages, too. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aismm as run, type Run } from '../cli/run.js';
import { newFolder, tiny, write } from './folders.js';

const folder = newFolder();
const MINE = 'my models/mine';
write(join(folder, MINE), [
  ...tiny('mine', '1.0', '.'),
  [
    'locale/de/all.yaml',
    'units:\n  - { address: answers.met.name, source: Met, target: Erfüllt }\n  - { address: answers.partly.name, source: Partially met, target: Teils }\n',
  ],
]);

/** Runs the program in the folder. */
const aismm = (...args: string[]): Run => run(folder, ...args);

test('one’s own model is built, filled, checked, scored and taken in', () => {
  const own = ['--model', MINE];
  expect(aismm('build', ...own, '--locale', 'de', '--out', 'out').code).toBe(0);
  expect(existsSync(join(folder, 'out/mine-1.0-de.xlsx'))).toBe(true);
  expect(aismm('example', ...own, '-o', 'acme.xlsx').code).toBe(0);
  const answers = aismm('answers', 'acme.xlsx', ...own);
  expect(JSON.parse(answers.stdout)).toMatchObject({ model: { id: 'mine', version: '1.0' } });
  writeFileSync(join(folder, 'answers.json'), answers.stdout);
  expect(aismm('fill', 'answers.json', ...own, '-o', 'again.xlsx').code).toBe(0);
  expect(aismm('answers', 'again.xlsx', ...own).stdout).toBe(answers.stdout);
  expect(aismm('check', 'again.xlsx', 'out/mine-1.0-de.xlsx', ...own).stderr).toContain('2 files: 0 errors');
  expect(JSON.parse(aismm('score', 'acme.xlsx', '--json', ...own).stdout)).toMatchObject({ model: { id: 'mine' } });
  const ingested = aismm('ingest', 'acme.xlsx', 'out/mine-1.0-de.xlsx', '--jobs', '1', ...own);
  expect(
    ingested.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown),
  ).toMatchObject([
    { status: 'accepted', model: { id: 'mine' } },
    { status: 'blank', edition: { language: 'de' } },
  ]);
  expect(aismm('model', 'show', ...own).stdout).toContain('Tiny Model 1.0');
});

test('without --model nothing is known of it, and nothing is scored', () => {
  expect(aismm('example', '--model', MINE, '-o', 'other.xlsx').code).toBe(0);
  const { code, stdout, stderr } = aismm('score', 'other.xlsx');
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain('unknown-model');
  writeFileSync(join(folder, 'other.json'), aismm('answers', 'other.xlsx', '--model', MINE).stdout);
  const filled = aismm('fill', 'other.json', '-o', 'never.xlsx');
  expect(filled.code).toBe(1);
  expect(filled.stderr).toMatch(/other\.json, model: error unknown-model: .*“mine 1\.0”.*--model/);
  expect(existsSync(join(folder, 'never.xlsx'))).toBe(false);
});

test('answers to two models are not put together', () => {
  expect(aismm('example', '-o', 'first.xlsx').code).toBe(0);
  expect(aismm('example', '--model', MINE, '-o', 'second.xlsx').code).toBe(0);
  writeFileSync(join(folder, 'first.json'), aismm('answers', 'first.xlsx').stdout);
  writeFileSync(join(folder, 'second.json'), aismm('answers', 'second.xlsx', '--model', MINE).stdout);
  const { code, stderr } = aismm('fill', 'first.json', 'second.json', '--model', MINE, '-o', 'both.xlsx');
  expect(code).toBe(1);
  expect(stderr).toMatch(/second\.json, model: error conflicting-answers: .*“mine 1\.0”.*“aismm 1\.1”/);
  expect(existsSync(join(folder, 'both.xlsx'))).toBe(false);
});

test('answers to another model than the one that was asked for fill nothing', () => {
  expect(aismm('example', '-o', 'named.xlsx').code).toBe(0);
  writeFileSync(join(folder, 'named.json'), aismm('answers', 'named.xlsx').stdout);
  const { code, stderr } = aismm('fill', 'named.json', '--model', MINE, '-o', 'wrong.xlsx');
  expect(code).toBe(1);
  expect(stderr).toContain('answers-for-other-model');
  expect(stderr).toMatch(/named\.json, model: error answers-for-other-model: .*“aismm 1\.1”.*“mine 1\.0”/);
  expect(existsSync(join(folder, 'wrong.xlsx'))).toBe(false);
});

test('a category of --why is one of the workbook’s own model', () => {
  expect(aismm('example', '--model', MINE, '-o', 'why.xlsx').code).toBe(0);
  expect(aismm('score', 'why.xlsx', '--model', MINE, '--why', 'iam').stdout).toContain('IAM');
  const { code, stderr } = aismm('score', 'why.xlsx', '--model', MINE, '--why', 'MON');
  expect(code).toBe(2);
  expect(stderr).toContain('Invalid --why "MON". Use: GOV, IAM');
});

test('beside it, workbooks of the program’s own model are read as ever', () => {
  expect(aismm('example', '-o', 'usual.xlsx').code).toBe(0);
  const figures = (...args: string[]): unknown => {
    const { diagnostics, ...rest } = JSON.parse(aismm('score', 'usual.xlsx', '--json', ...args).stdout) as {
      diagnostics: { code: string }[];
    };
    return { ...rest, codes: diagnostics.map(({ code }) => code).filter((code) => code !== 'other-model') };
  };
  expect(figures('--model', MINE)).toEqual(figures());
  expect(aismm('score', 'usual.xlsx', '--model', MINE).stderr).toContain('usual.xlsx: warning other-model: ');
});

test('a workbook of another version than the one asked for is read as issued, and that is said', () => {
  expect(aismm('example', '--model', '1.0', '-o', 'older.xlsx').code).toBe(0);
  const { code, stdout, stderr } = aismm('score', 'older.xlsx', '--json', '--model', '1.1');
  expect(code).toBe(0);
  const told = [{ code: 'met-without-evidence' }, { code: 'other-model', affects: 'nothing' }];
  expect(JSON.parse(stdout)).toMatchObject({ model: { version: '1.0' }, diagnostics: told });
  expect(stderr).toContain(
    'warning other-model: The workbook was built for model aismm 1.0, so aismm uses this model instead of',
  );
  expect(aismm('score', 'older.xlsx').stderr).toMatch(/^older\.xlsx, [^\n]*: warning met-without-evidence: [^\n]*\n$/);
});

test('lint speaks of its translations with file, line and column, and only where there is a language', () => {
  const { code, stderr } = aismm('model', 'lint', '--model', MINE);
  expect(code).toBe(1); // the tiny model breaks laws
  expect(stderr).toMatch(
    /my models\/mine\/locale\/de: note missing-translations: The language “de” has no translations for \d+ of \d+ texts/,
  );
  const usual = aismm('model', 'lint');
  expect([usual.code, usual.stderr]).toEqual([0, 'Model aismm 1.1 has no errors: 151 control objectives.\n']);
});

test.each([
  ['an edition that is not here', '9.9', 2, 'Model “9.9” is not installed (installed: aismm 1.0'],
  ['a folder that is not there', 'no/such folder', 2, 'Invalid --model "no/such folder": this folder does not exist.'],
  ['a folder without a model', 'out', 2, 'Invalid --model "out": this folder does not contain a model.'],
])('%s', (_, which, code, message) => {
  const built = aismm('build', '--model', which, '--out', 'nothing');
  expect(built.code).toBe(code);
  expect(built.stderr).toContain(message);
  expect(existsSync(join(folder, 'nothing'))).toBe(false);
});

test('from a faulty model nothing is built', () => {
  write(
    join(folder, 'faulty one'),
    tiny('mine', '1.0', '.', (text) => text.replace('scope: For tests.', 'scope: [')),
  );
  const { code, stderr } = aismm('build', '--model', 'faulty one/', '--out', 'nothing');
  expect(code).toBe(1);
  expect(stderr).toMatch(/^faulty one\/categories\/GOV\.yaml, line \d+, column \d+: error model-syntax/);
  expect(existsSync(join(folder, 'nothing'))).toBe(false);
});

test.each(['1.0', '1.1'])('edition %s is shipped as plain data', (version) => {
  const shipped = new URL(`../../dist/models/aismm-${version}.json`, import.meta.url);
  expect(JSON.parse(readFileSync(shipped, 'utf8'))).toMatchObject({ schemaVersion: 1, id: 'aismm', version });
});
