/** Wrong uses of options, whatever the command: exit 2, one clear line, nothing done. */
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from 'vitest';
import { aismm, newFolder } from './run.js';

const folder = newFolder();

describe('wrong values of options', () => {
  test.each<[string, string[]]>([
    ['--jobs is a whole number from 1', ['ingest', '.', '--jobs', '0']],
    ['--jobs is a number', ['ingest', '.', '--jobs', 'many']],
    ['--time-limit is a number of seconds above 0', ['ingest', '.', '--time-limit', '0']],
    ['--time-limit is a number', ['ingest', '.', '--time-limit', 'abc']],
    ['--rejects is the name of a .csv or .json file', ['ingest', '.', '--rejects', 'rejects.txt']],
    ['--store wants a value', ['ingest', '.', '--store', '']],
    ['--store was given 2 times', ['ingest', '.', '--store', 'a.sqlite', '--store', 'b.sqlite']],
    ['--min is a whole number from 1', ['portfolio', '--store', 'a.sqlite', '--min', '0']],
    ['--min is a whole number from 1', ['portfolio', '--store', 'a.sqlite', '--min', '2.5']],
    ['Not enough arguments following: by', ['portfolio', '--store', 'a.sqlite', '--by']],
    ['--seed is a number', ['example', '--seed', 'abc', '-o', 'x.xlsx']],
    ['--seed is a whole number', ['example', '--seed', '1.5', '-o', 'x.xlsx']],
    ['--seed was given 2 times', ['example', '--seed', '1', '--seed', '2', '-o', 'x.xlsx']],
    ['--why prints text', ['score', 'x.xlsx', '--why', 'GOV', '--json']],
    ['files wants a value', ['check', '']],
  ])('%s', (message, args) => {
    const { code, stdout, stderr } = aismm(folder, ...args);
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining(message)]);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('what is not understood is said once, with help for the command that was typed', () => {
  test.each<[string, string[]]>([
    ['Say what to do.\nSee “aismm --help”.\n', []],
    ['Something is missing: aismm check <files..>.\nSee “aismm check --help”.\n', ['check']],
    ['Something is missing: aismm model <lint|show|diff>.\nSee “aismm model --help”.\n', ['model']],
    ['aismm score has no option --category.\nSee “aismm score --help”.\n', ['score', '--category', 'GOV', 'x']],
    ['aismm model lint has no option --locale.\nSee “aismm model lint --help”.\n', ['model', 'lint', '--locale=de']],
    [
      'aismm build has no option --formt; did you mean --format?\nSee “aismm build --help”.\n',
      ['build', '--formt', 'md'],
    ],
  ])('%j', (said, args) => {
    expect(aismm(folder, ...args)).toEqual({ code: 2, stdout: '', stderr: said });
  });
});

const CHOICE = 'unknown-choice';

describe('a wrong value of an option says nothing of workbooks', () => {
  test.each([
    ['--category', 'GOW', 'GOV'],
    ['--deployment', 'pas', 'paas'],
    ['--format', 'xlx', 'xlsx'],
  ])('build %s %s', (option, typed, meant) => {
    const { code, stderr } = aismm(folder, 'build', option, typed);
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(new RegExp(`^${option}: error ${CHOICE}: “${typed}” is not one of .*“${meant}”`, 'i')),
    ]);
    expect(stderr).not.toMatch(/blank|list\.$|workbook/);
  });

  test('a model that is a file, a folder that is none, or a link that goes round', () => {
    const at = newFolder();
    writeFileSync(join(at, 'model.yaml'), 'id: x\n');
    symlinkSync('round', join(at, 'round'));
    const said = (name: string): string => aismm(at, 'build', '--model', name).stderr;
    expect(said('model.yaml')).toMatch(
      /^model\.yaml: error file-unreadable: .*Name the folder that holds model\.yaml\.$/m,
    );
    expect(said('round')).toMatch(/^round: error file-unreadable: .*links go round in circles/);
    expect(said('./nowhere')).toContain('error file-not-found');
    expect(said('2.0')).not.toContain('workbook was made');
    expect(aismm(at, 'check', 'round').stdout).toMatch(/links go round in circles\)\. Name what/);
  });

  test('a folder is for ingest', () => {
    for (const command of ['check', 'score', 'answers']) {
      const { code, stdout, stderr } = aismm(folder, command, '.');
      expect([code, stdout + stderr]).toEqual([1, expect.stringContaining('“aismm ingest FOLDER”')]);
      expect(stdout + stderr).not.toContain('permissions');
    }
  });
});

test('completion says for which name it works, and the README how to have it', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  for (const text of [aismm(folder, 'completion').stderr, readme]) expect(text).toContain('npm link');
});

describe('what is printed', () => {
  beforeAll(() => {
    expect(aismm(folder, 'example', '-o', 'one.xlsx').code).toBe(0);
  });

  test('an explanation of several files says whose each is; the code may have spaces around it', () => {
    const { code, stdout } = aismm(folder, 'score', 'one.xlsx', './one.xlsx', '--why', ' gov ');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^one\.xlsx\nGOV [^]*^\.\/one\.xlsx\nGOV /m);
  });

  test.runIf(existsSync('/dev/full'))(
    'a disk that is full below standard output is said, without a stack trace',
    () => {
      const line = `"${process.execPath}" dist/cli/main.js model show --json > /dev/full`;
      const root = new URL('../../', import.meta.url).pathname;
      const { status, stderr } = spawnSync('sh', ['-c', line], { cwd: root, encoding: 'utf8' });
      expect([status, stderr]).toEqual([1, expect.stringMatching(/^Standard output can't be written \(no space.*\n$/)]);
    },
  );
});
