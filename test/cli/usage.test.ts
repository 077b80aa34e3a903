/** Wrong uses of options, whatever the command: exit 2, one clear line, nothing done. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { beforeAll, describe, expect, test } from 'vitest';
import { CAMPAIGN_COLUMNS } from '../../src/desk/campaign-columns.js';
import { COMMAND_GROUPS } from '../../src/cli/command-list.js';
import { expectRefused, typed } from './in-process.js';
import { aismm, newFolder, type Run } from './run.js';

const folder = newFolder();

/** The help of a command, printed once. */
const printed = new Map<string, Run>();
function helpOf(...words: string[]): Run {
  const key = words.join(' ');
  const run = printed.get(key) ?? aismm(folder, ...words, '--help');
  printed.set(key, run);
  return run;
}

describe('wrong values of options', () => {
  test.each<[string, string[]]>([
    ['Missing <new>.', ['compare', 'x.xlsx']],
    ['Unknown command "nonsense".', ['nonsense']],
    ['Unknown command "model nonsense". Use: lint, show, diff, new, import.', ['model', 'nonsense']],
    ['Invalid shell "tcsh". Use: bash, zsh, fish.', ['completion', 'tcsh']],
    ['--broken has no effect without --count N and --into FOLDER.', ['example', '-o', 'x.xlsx', '--broken', '0.5']],
    ['--key needs --issued FOLDER.', ['status', 'list.csv', '--store', 'a.sqlite', '--key', 'k']],
    ['An organization and --file cannot be combined.', ['forget', 'A', '--file', 'x', '--store', 'a.sqlite']],
    ['Invalid --jobs "0". Use a whole number from 1.', ['ingest', '.', '--jobs', '0']],
    ['Invalid --jobs "many". Use a number.', ['ingest', '.', '--jobs', 'many']],
    ['Invalid --jobs "many". Use a number.', ['ingest', '.', '--jobs=many']],
    ['Invalid --time-limit "0". Use a number of seconds above 0.', ['ingest', '.', '--time-limit', '0']],
    ['Invalid --time-limit "abc". Use a number.', ['ingest', '.', '--time-limit', 'abc']],
    [
      'Invalid --rejects "rejects.txt". Use a file name that ends in .csv or .json.',
      ['ingest', '.', '--rejects', 'rejects.txt'],
    ],
    ['Missing value of --store.', ['ingest', '.', '--store', '']],
    ['Missing value of --store.', ['portfolio', '--store']],
    ['--store was given 2 times. Use it once.', ['ingest', '.', '--store', 'a.sqlite', '--store', 'b.sqlite']],
    ['Invalid --min "0". Use a whole number from 1.', ['portfolio', '--store', 'a.sqlite', '--min', '0']],
    ['Invalid --min "2.5". Use a whole number from 1.', ['portfolio', '--store', 'a.sqlite', '--min', '2.5']],
    ['Missing value of --by. Use: ', ['portfolio', '--store', 'a.sqlite', '--by']],
    [
      'Invalid --by "siz". Did you mean size? Use: industry, size,',
      ['portfolio', '--store', 'a.sqlite', '--by', 'industry,siz'],
    ],
    ['--by contains "size" twice.', ['portfolio', '--store', 'a.sqlite', '--by', 'size,size']],
    ['Invalid --format "pdf". Use: text, json, sarif.', ['check', 'x.xlsx', '--format', 'pdf']],
    ['Invalid --seed "abc". Use a number.', ['example', '--seed', 'abc', '-o', 'x.xlsx']],
    ['Invalid --seed "1.5". Use a whole number.', ['example', '--seed', '1.5', '-o', 'x.xlsx']],
    ['--seed was given 2 times', ['example', '--seed', '1', '--seed', '2', '-o', 'x.xlsx']],
    ['--why and --json cannot be combined', ['score', 'x.xlsx', '--why', 'GOV', '--json']],
    ['--json and --format sarif contradict each other', ['check', 'x.xlsx', '--json', '--format', 'sarif']],
    ['--json and --format csv contradict', ['portfolio', '--store', 'a.sqlite', '--json', '--format', 'csv']],
    ['Invalid --quick "maybe". Use --quick without a value.', ['build', '--quick=maybe']],
    ['Invalid --json "no". Use --json without a value.', ['check', 'x.xlsx', '--json=no']],
    ['Missing value of --seed.', ['example', '-o', 'x.xlsx', '--seed=']],
    ['Missing output.', ['example']],
    ['--force was given 2 times. Use it once.', ['build', '--force', '--force']],
    ['Missing value of <files>.', ['check', '']],
    ['No workbook found in "none/*.xlsx".', ['score', 'none/*.xlsx']],
    ['No workbook found in ".".', ['check', '.']],
    ['Invalid option -why. Use --why.', ['score', 'x.xlsx', '-why', 'GOV']],
    ['Invalid option -force. Use --force.', ['check', 'x.xlsx', '-force']],
    ['Invalid option -seed. Use --seed.', ['example', '-seed=3', '-o', 'x.xlsx']],
    ['Invalid --time-limit "-1". Use a number', ['ingest', '.', '--time-limit=-1']],
    ['Invalid --min-complete "1.5". Use a number', ['portfolio', '--store', 'a.sqlite', '--min-complete', '1.5']],
    ['Invalid --broken "2". Use a number', ['example', '--count', '3', '--into', 'd', '--broken', '2']],
    ['--category was given 2 times. Use it once, with commas', ['build', '--category', 'GOV', '--category', 'IAM']],
    ['--json must follow the command. Use: aismm score --json.', ['--json', 'score', 'x.xlsx']],
    ['Invalid option -dash.xlsx. If this is a file, use ./-dash.xlsx.', ['score', '-dash.xlsx']],
    ['Unknown command "model shw". Did you mean show?', ['model', 'shw']],
    ['Unknown command "scor". Did you mean score?', ['scor']],
    ['aismm score has no option --jsno. Did you mean --json?', ['score', 'x.xlsx', '--jsno']],
    ['aismm score has no option --wyh. Did you mean --why?', ['score', 'x.xlsx', '--wyh', 'GOV']],
    ['"1.0" and "aismm 1.0" are the same edition, aismm 1.0.', ['model', 'diff', '1.0', 'aismm 1.0']],
    ['"1.1" and "aismm" are the same edition, aismm 1.1.', ['model', 'diff', '1.1', 'aismm']],
    ['No file found for "none/*.xlsx".', ['merge', 'none/*.xlsx', '-o', 'x.xlsx']],
    ['No file found for "none/*.xlsx".', ['report', 'none/*.xlsx', '-o', 'x.html']],
    ['Use a path such as results.sqlite, or postgres://user@host/database.', ['portfolio', '--store', 'postgres:foo']],
  ])('%s', async (message, args) => {
    await expectRefused(folder, message, args);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('what is not understood is said once, with the usage of the command that was typed', () => {
  test.each<[string, string[]]>([
    ['Missing <files...>.\nUsage: aismm check <files...> [options]\n', ['check']],
    ['Missing <files...>.\nUsage: aismm check <files...> [options]\n', ['check', '--json']],
    ['Missing <lint|show|diff|new|import>.\nUsage: aismm model <lint|show|diff|new|import> [options]\n', ['model']],
    ['Missing --store.\nUsage: aismm export --store STORE [options]\n', ['export']],
    ['Missing --store.\nUsage: aismm enqueue <paths...> --store STORE [options]\n', ['enqueue', 'x']],
    ['Missing --store.\nUsage: aismm work --store STORE [options]\n', ['work']],
    ['Missing --by.\nUsage: aismm split <file> --by METHOD --into FOLDER [options]\n', ['split', 'x', '--into', 'y']],
    ['Unexpected argument "extra".\nUsage: aismm build [options]\n', ['build', 'extra']],
    ['Unknown command "scor". Did you mean score?\nUsage: aismm <command> [options]\n', ['scor', 'x']],
    [
      'Unknown command "model lnt". Did you mean lint?\nUsage: aismm model <lint|show|diff|new|import> [options]\n',
      ['model', 'lnt'],
    ],
    [
      'aismm score has no option --category.\nUsage: aismm score <files...> [options]\n',
      ['score', '--category', 'GOV', 'x'],
    ],
    ['aismm model lint has no option --locale.\nUsage: aismm model lint [options]\n', ['model', 'lint', '--locale=de']],
    [
      'aismm build has no option --formt. Did you mean --format?\nUsage: aismm build [options]\n',
      ['build', '--formt', 'md'],
    ],
  ])('%j', async (said, args) => {
    expect(await typed(folder, ...args)).toEqual({ code: 2, stdout: '', stderr: said });
  });
});

describe('an unknown option is named first, though it takes an argument for its value', () => {
  const all = Object.values(COMMAND_GROUPS).flatMap((group) => Object.keys(group));
  const commands = [...all.filter((name) => name !== 'model'), 'model lint', 'model diff', 'model new'];
  test.each(commands)('%s', async (name) => {
    for (const option of ['--stray-option', '-Q']) {
      const { code, stderr } = await typed(folder, ...name.split(' '), option, 'x');
      expect(stderr).toContain(`aismm ${name} has no option ${option}.\nUsage: aismm ${name} `);
      expect(code).toBe(2);
    }
  });

  test('only options before any command', () => {
    expect(aismm(folder, '--verbose').stderr).toMatch(/^Missing command before --verbose\.\nUsage: aismm <command>/);
    expect(aismm(folder, '--model=1.0').stderr).toMatch(/^Missing command before --model\.\n/);
  });

  test('a known option is none', () => {
    expect(aismm(folder, 'merge', '-o', 'x').stderr).toMatch(/^Missing <files\.\.\.>\.\n/);
  });
});

describe('conventions of all commands', () => {
  const commandsIn = (help: string): string[] => [...help.matchAll(/^ {2}aismm (\S+) /gm)].map(([, name = '']) => name);

  test('without a command, help is printed; it ends with exit codes and variables', () => {
    const { code, stdout, stderr } = aismm(folder);
    expect([code, stderr]).toEqual([0, '']);
    for (const text of ['Exit codes:', 'NO_COLOR', 'AISMM_DEBUG', '-h, --help', '-V, --version'])
      expect(stdout).toContain(text);
    expect(aismm(folder, '-h').stdout).toBe(stdout);
    expect(commandsIn(stdout).length).toBeGreaterThan(12);
  });

  test('the help begins with three commands to try, and lists every command once, in groups', () => {
    const { stdout } = aismm(folder);
    expect(stdout).toMatch(
      /To try aismm, run:\n {2}1\. aismm example .*\n {2}2\. aismm check .*\n {2}3\. aismm score /,
    );
    expect(stdout).toContain('run “aismm <command> --help”');
    const headings = [...stdout.matchAll(/^(\S.*):\n {2}aismm /gm)].map(([, heading]) => heading);
    expect(headings).toEqual(Object.keys(COMMAND_GROUPS));
    const declared = Object.values(COMMAND_GROUPS).flatMap((group) => Object.keys(group));
    expect(commandsIn(stdout)).toEqual(declared);
    expect(new Set(declared).size).toBe(declared.length);
    expect(Math.max(...stdout.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(100);
    const asked = aismm(folder, '--get-yargs-completions', 'aismm', '').stdout.trim().split('\n');
    expect(asked).toEqual(expect.arrayContaining(declared));
  });

  test('a newcomer learns from the help where answers files and lists come from, and all steps of a campaign', () => {
    const help = (name: string): string => helpOf(name).stdout.replace(/\s+/g, ' ');
    expect(help('fill')).toContain('run “aismm answers”');
    for (const name of ['issue', 'status'])
      expect(help(name)).toMatch(/1\. .* aismm issue .* aismm ingest .* aismm status /);
    for (const column of CAMPAIGN_COLUMNS) expect(help('issue')).toContain(` ${column} `);
    for (const code of ['telecommunications', '20000+', 'global', 'api-saas', 'public-facing', '1 to 5'])
      expect(help('issue')).toContain(code);
    expect(help('build')).toContain('“en-XA” (English with accents) is only for tests');
  });

  test('the version is that of this package, wherever it is called', () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    writeFileSync(join(folder, 'package.json'), '{ "version": "9.9.9" }');
    for (const option of ['-V', '--version']) expect(aismm(folder, option).stdout).toBe(`${version}\n`);
    rmSync(join(folder, 'package.json'));
  });

  test('help of each command has usage, and examples on lines of their own', () => {
    for (const name of commandsIn(aismm(folder).stdout)) {
      const { code, stdout } = helpOf(name);
      expect([name, code, stdout.split('\n')[0]]).toEqual([
        name,
        0,
        expect.stringMatching(`^aismm ${name}.*\\[options]$`),
      ]);
      const examples = stdout.split('\nExamples:\n')[1]?.split('\n\n')[0]?.split('\n').filter(Boolean) ?? [];
      if (name === 'model') continue;
      expect([name, examples.length > 0 && examples.length % 2]).toEqual([name, 0]);
      for (const [i, line] of examples.entries()) expect(line).toMatch(i % 2 === 0 ? /^ {2}# \S/ : /^ {2}aismm \S/);
    }
  });

  test('every command that the help lists has a help of its own with an example', () => {
    const listed = (help: string, words: string): string[] =>
      [...help.matchAll(new RegExp(`^  ${words} ([a-z]+)`, 'gm'))].map((match) => match[1] ?? '');
    const commands = listed(helpOf().stdout, 'aismm');
    expect(commands).toEqual(expect.arrayContaining(['build', 'score', 'model', 'completion']));
    const parts = listed(helpOf('model').stdout, 'aismm model').map((part) => ['model', part]);
    expect(parts.length).toBeGreaterThanOrEqual(2);
    for (const words of [...commands.filter((command) => command !== 'model').map((command) => [command]), ...parts]) {
      const { code, stdout } = helpOf(...words);
      expect(code).toBe(0);
      expect(stdout, words.join(' ')).toMatch(new RegExp(`Examples:\\n  # .*\\n  aismm ${words.join(' ')}`));
    }
  });

  test('no help has an empty list as a default, and every help describes a store in the same words', () => {
    const helps = commandsIn(aismm(folder).stdout).map((name) => [name, helpOf(name).stdout] as const);
    expect(helps.filter(([, help]) => help.includes('[default: []]')).map(([name]) => name)).toEqual([]);
    const usages = helps.flatMap(([, help]) => /--store \S+/.exec(help.split('\n', 1)[0] ?? '') ?? []);
    expect(new Set(usages)).toEqual(new Set(['--store STORE']));
    const options = helps.map(
      ([, help]) => help.split('\nOptions:\n')[1]?.split('\nExamples:\n')[0]?.replace(/\s+/g, ' ') ?? '',
    );
    const said = options.flatMap((help) => / --store (Store: [^[.]*?)(?:\.| \[)/.exec(help)?.[1] ?? []);
    expect(said.length).toBe(options.filter((help) => help.includes(' --store ')).length);
    expect(new Set(said)).toEqual(
      new Set([
        'Store: an SQLite file, or a PostgreSQL database (postgres://user@host/database)',
        'Store: a PostgreSQL database (postgres://user@host/database)',
      ]),
    );
  });

  test('names that options had in earlier versions go on working', () => {
    const at = newFolder();
    expect(aismm(at, 'build', '--out', 'here', '--format', 'json').code).toBe(0);
    expect(readdirSync(join(at, 'here'))).toHaveLength(1);
  });
});

describe('nothing is written over what is read, or under the name of another kind', () => {
  const at = newFolder();
  beforeAll(() => {
    expect(aismm(at, 'example', '-o', 'acme.xlsx').code).toBe(0);
    writeFileSync(join(at, 'list.csv'), aismm(at, 'issue', '--template').stdout);
    expect(aismm(at, 'issue', 'list.csv', '--into', 'issued').code).toBe(0);
  });
  const status = ['status', 'list.csv', '--store', 'results.sqlite', '--issued', 'issued', '--force'];
  test.each<[string, string[]]>([
    ['"issued.key" is also an input of this command.', [...status, '-o', 'issued.key', '--format', 'csv']],
    ['"issued/manifest.json" is in "issued", which is an input', [...status, '-o', 'issued/manifest.json']],
    ['"./issued" is also an input', ['ingest', 'issued', '--store', 'a.sqlite', '--annotate-rejects', './issued']],
    ['Invalid --store "s.xlsx". Use a name such as results.sqlite.', ['ingest', 'acme.xlsx', '--store', 's.xlsx']],
    ['The format json and the file name "r.xlsx" contradict', ['report', 'acme.xlsx', '-o', 'r.xlsx', '--json']],
    ['and the file name "r.sqlite" contradict', ['report', 'acme.xlsx', '-o', 'r.sqlite', '--format', 'html']],
    ['aismm report has no option --files.', ['report', '--files', 'acme.xlsx', '-o', 'r.md']],
    ['has no option --organization.', ['forget', 'A', '--organization', 'B', '--store', 'a.sqlite']],
    ['aismm model diff has no option --model.', ['model', 'diff', '1.0', '1.1', '--model', '1.0']],
    [
      '--companion has no effect without the format xlsx.',
      ['build', '--format', 'md', '--companion', 'https://a.example/'],
    ],
    ['--locale has no effect on the format json.', ['build', '--format', 'json', '--locale', 'de']],
  ])('%s', (message, args) => {
    const before = readdirSync(at, { recursive: true });
    const { code, stdout, stderr } = aismm(at, ...args);
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining(message)]);
    expect(stderr).toMatch(/^[^\n]+\nUsage: aismm [^\n]+\n$/);
    expect(readdirSync(at, { recursive: true })).toEqual(before);
  });
});

describe('a wrong value of an option says nothing of workbooks', () => {
  test.each([
    ['--category', 'GOW', 'GOV'],
    ['--deployment', 'pas', 'paas'],
    ['--format', 'xlx', 'xlsx'],
  ])('build %s %s', (option, typed, meant) => {
    const { code, stderr } = aismm(folder, 'build', option, typed);
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(
        new RegExp(
          `^Invalid ${option} "${typed}"\\. Did you mean ${meant}\\? Use one or more of: .*\\. Separate them with commas\\.\\n`,
        ),
      ),
    ]);
    const [problem = '', use, ...more] = stderr.trim().split('\n');
    expect(problem).not.toMatch(/blank|list\.$|workbook/);
    expect([use, more]).toEqual([expect.stringMatching(/^Usage: aismm build /), []]);
  });

  test('a model that is a file, a folder that is none, or a link that goes round', () => {
    const at = newFolder();
    writeFileSync(join(at, 'model.yaml'), 'id: x\n');
    symlinkSync('round', join(at, 'round'));
    const said = (name: string): string => aismm(at, 'build', '--model', name).stderr;
    expect(said('model.yaml')).toMatch(
      /^Invalid --model "model\.yaml": this is a file\. Use an edition such as 1\.0, or the folder of your own model\.$/m,
    );
    // It could be the name of an edition.
    writeFileSync(join(at, 'our-model'), 'id: x\n');
    expect(said('our-model')).toMatch(
      /^our-model: error file-unreadable: .*Specify the folder that contains model\.yaml\.\nUsage: aismm build /,
    );
    expect(said('round')).toMatch(/^round: error file-unreadable: .*the symbolic links form a loop/);
    expect(said('./nowhere')).toMatch(
      /^Invalid --model "\.\/nowhere": this folder does not exist\. Use .*\nUsage: aismm build /,
    );
    expect(said('2.0')).not.toContain('workbook was made');
    expect(aismm(at, 'check', 'round').stdout).toMatch(/symbolic links form a loop\)\. Specify the file itself/);
  });

  test('one file is named where one is read', () => {
    const { code, stderr } = aismm(folder, 'answers', '.');
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/^Invalid <file> "\.": this is a folder\. Use a workbook \(\.xlsx\)\.\nUsage: /),
    ]);
  });
});

describe('what is printed', () => {
  beforeAll(() => {
    expect(aismm(folder, 'example', '-o', 'one.xlsx').code).toBe(0);
  });

  test('check and score read folders and patterns', () => {
    mkdirSync(join(folder, 'returned', 'deeper'), { recursive: true });
    for (const to of ['a.xlsx', 'deeper/b.xlsx']) copyFileSync(join(folder, 'one.xlsx'), join(folder, 'returned', to));
    const files = (paths: string[]): string[] =>
      (JSON.parse(aismm(folder, 'score', ...paths, '--json').stdout) as { file: string }[]).map(({ file }) => file);
    expect(files(['returned'])).toEqual(['returned/a.xlsx', 'returned/deeper/b.xlsx']);
    expect(files(['returned/*.xlsx', 'one.xlsx'])).toEqual(['returned/a.xlsx', 'one.xlsx']);
    expect(aismm(folder, 'check', 'returned').stderr).toContain('2 files: 0 errors');
  });

  test('an explanation of several files says whose each is; the code may have spaces around it', () => {
    const { code, stdout } = aismm(folder, 'score', 'one.xlsx', 'returned/a.xlsx', '--why', ' gov ');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^one\.xlsx\nGOV [^]*^returned\/a\.xlsx\nGOV /m);
  });

  test.runIf(existsSync('/dev/full'))(
    'a disk that is full below standard output is said, without a stack trace',
    () => {
      const line = `"${process.execPath}" dist/cli/main.js model show --json > /dev/full`;
      const root = new URL('../../', import.meta.url).pathname;
      const { status, stderr } = spawnSync('sh', ['-c', line], { cwd: root, encoding: 'utf8' });
      expect([status, stderr]).toEqual([
        1,
        expect.stringMatching(/^aismm cannot write to standard output \(no space.*\n$/),
      ]);
    },
  );
});
