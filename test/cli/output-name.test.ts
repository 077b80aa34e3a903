/** Names of output files, and options that say nothing together: an output is what its name says, or there is none. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { COMMAND_GROUPS } from '../../src/cli/command-list.js';
import { conventional, described } from '../../src/cli/conventions.js';
import { formatAsked, formatByName } from '../../src/cli/output-name.js';
import yargs, { type CommandModule } from 'yargs';
import { typed } from './in-process.js';
import { aismm, MAIN, newFolder } from './run.js';

const folder = newFolder();

/** What each command needs besides the name of its output; those that write folders are named below. */
const WITHOUT_OUTPUT: Readonly<Record<string, readonly string[]>> = {
  answers: ['one.xlsx'],
  check: ['one.xlsx', '--accept-suggestions'],
  example: [],
  feedback: ['--store', 's.sqlite'],
  fill: ['one.json'],
  measure: ['one.xlsx', '--from', 'values.csv'],
  merge: ['one.xlsx'],
  migrate: ['one.xlsx'],
  page: [],
  portfolio: ['--store', 's.sqlite'],
  prefill: ['one.xlsx', '--from', 'aicaiq.xlsx'],
  report: ['one.xlsx'],
  review: ['one.xlsx'],
  status: ['list.csv', '--store', 's.sqlite'],
};
const WRITE_FOLDERS = ['build', 'export'];

beforeAll(() => {
  expect(aismm(folder, 'example', '-o', 'one.xlsx').code).toBe(0);
  expect(aismm(folder, 'answers', 'one.xlsx', '-o', 'one.json').code).toBe(0);
});

describe('a name with an ending that the command does not write, or with none', () => {
  test('every command with an output is in the table', async () => {
    const loads = Object.values(COMMAND_GROUPS).flatMap((group) => Object.values(group));
    const all = await Promise.all(loads.map(async (load) => conventional((await load()) as CommandModule)));
    const named = all.map((command) => described(command, yargs())).filter(({ options }) => options.includes('output'));
    expect(named.map(({ name }) => name).sort()).toEqual([...Object.keys(WITHOUT_OUTPUT), ...WRITE_FOLDERS].sort());
  });

  test.each(Object.entries(WITHOUT_OUTPUT))('%s -o out.pdf, -o result', async (command, args) => {
    const before = readdirSync(folder);
    for (const name of ['out.pdf', 'result', 'result-1.0']) {
      const { code, stdout, stderr } = await typed(folder, command, ...args, '-o', name);
      const [problem = '', use, ...more] = stderr.trim().split('\n');
      expect([code, stdout, more]).toEqual([2, '', []]);
      expect(problem).toContain(`Invalid --output "${name}". Use a file name that ends in .`);
      expect(use).toMatch(new RegExp(`^Usage: aismm ${command} `));
    }
    expect(readdirSync(folder)).toEqual(before);
  });

  test('a copy with marked errors as well', async () => {
    const { code, stderr } = await typed(folder, 'check', 'one.xlsx', '--annotate', 'result');
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('Invalid --annotate "result". Use a file name that ends'),
    ]);
  });

  test('any name beside --format is the choice of the user', () => {
    const at = (...args: string[]): string => {
      const { code, stderr } = aismm(folder, 'report', 'one.xlsx', '--force', ...args);
      expect([code, stderr]).toEqual([0, expect.stringContaining('wrote ')]);
      return readFileSync(join(folder, String(args.at(-1))), 'utf8').slice(0, 15);
    };
    expect(at('--format', 'html', '-o', 'report-1.0')).toBe('<!DOCTYPE html>');
    expect(at('--format', 'json', '-o', 'report.txt')).toMatch(/^\{/);
    expect(at('--json', '-o', 'report')).toMatch(/^\{/);
    expect(at('-o', 'REPORT.MD')).toMatch(/^# /);
  });

  test('a format and a name of another format contradict each other', () => {
    const { code, stderr } = aismm(folder, 'report', 'one.xlsx', '--format', 'md', '-o', 'other.html');
    expect([code, stderr, existsSync(join(folder, 'other.html'))]).toEqual([
      2,
      expect.stringContaining('The format md and the file name "other.html" contradict each other.'),
      false,
    ]);
  });

  test('standard output and devices need no ending, every file does; the longest ending counts', () => {
    const endings = { csv: 'csv', 'actions.csv': 'actions' } as const;
    expect(formatByName('-', endings)).toBeUndefined();
    if (existsSync('/dev/null')) expect(formatByName('/dev/null', endings)).toBeUndefined();
    for (const name of ['a.b/report', 'a.csv.bak', 'report-1.0', 'csv', 'a.csv.', 'a.csv '])
      expect(() => formatByName(name, endings)).toThrow('ends in .csv or .actions.csv.');
    expect(formatAsked({ output: '-' }, endings, 'csv')).toBe('csv');
    expect(formatAsked({ output: 'x', format: 'csv' }, endings, 'actions')).toBe('csv');
    expect(() => formatAsked({ output: 'x' }, endings, 'csv')).toThrow('or add --format.');
  });
});

describe('a name of a file where a folder is written', () => {
  test.each<[string, string[]]>([
    ['--output', ['build', '-o', 'new.xlsx']],
    ['--output', ['export', '--store', 's.sqlite', '-o', 'tables.CSV']],
    ['--output', ['model', 'import', 'one.xlsx', '-o', 'model.json']],
    ['--into', ['example', '--count', '2', '--into', 'all.xlsx']],
    ['--into', ['issue', 'list.csv', '--into', 'issued.zip']],
    ['--into', ['review', 'one.xlsx', '--into', 'review.xlsx']],
    ['--into', ['split', 'one.xlsx', '--by', 'category', '--into', 'parts.xlsx']],
    ['--annotate-rejects', ['ingest', 'one.xlsx', '--annotate-rejects', 'rejected.xlsx']],
  ])('%s in %j', async (option, args) => {
    const before = readdirSync(folder);
    const { code, stdout, stderr } = await typed(folder, ...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(
      new RegExp(`Invalid ${option} "${args.at(-1)}"\\. Use the name of a folder, not of a file\\.`),
    );
    expect(readdirSync(folder)).toEqual(before);
  });
});

describe('options that have no effect together', () => {
  test.each<[string, string[]]>([
    ['Omit the list, or omit --template.', ['issue', 'list.csv', '--template']],
    ['Omit --into, or omit --template.', ['issue', '--template', '--into', 'x']],
    ['Omit --key, or omit --template.', ['issue', '--template', '--key', 'x']],
    ['--template and --from cannot be combined.', ['measure', '--template', '--from', 'a.csv']],
    ['--template and --replace cannot be combined.', ['measure', '--template', '--replace']],
    ['--json and --format md contradict each other.', ['compare', 'a.xlsx', 'b.xlsx', '--json', '--format', 'md']],
    ['--json and --format csv contradict each other.', ['sample', 'a.xlsx', '--json', '--format=csv']],
    ['--json and --format text contradict each other.', ['check', 'a.xlsx', '--json', '--format', 'text']],
    [
      '--model is for a list, not for --queue.',
      ['status', '--queue', '--store', 'postgres://a@b.example/c', '--model', '1.0'],
    ],
  ])('%s', async (message, args) => {
    const { code, stdout, stderr } = await typed(folder, ...args);
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining(message)]);
  });

  test('a template goes to the file that is named', () => {
    expect(aismm(folder, 'measure', '--template', '-o', 'values.csv').code).toBe(0);
    expect(readFileSync(join(folder, 'values.csv'), 'utf8')).toMatch(/^\W*objective,value,source,date,/);
  });

  test('many examples of one profile', () => {
    const score = (name: string, ...args: string[]): number[] => {
      expect(aismm(folder, 'example', '--count', '3', '--into', name, ...args).code).toBe(0);
      const all = JSON.parse(aismm(folder, 'score', name, '--json').stdout) as { program: { maturity: number } }[];
      return all.map(({ program }) => Math.round(program.maturity));
    };
    expect(new Set(score('advanced', '--profile', 'advanced')).size).toBe(1);
    expect(new Set(score('all')).size).toBeGreaterThan(1);
  });
});

describe('what is given is not what was expected', () => {
  test('a workbook in the place of a list or of an answers file is named so, with what to do', () => {
    copyFileSync(join(folder, 'one.xlsx'), join(folder, 'one.txt'));
    copyFileSync(join(folder, 'one.xlsx'), join(folder, 'two.xlsx'));
    const said = (...args: string[]): string => aismm(folder, ...args).stderr;
    expect(said('fill', 'one.txt', '-o', 'new.xlsx')).toBe(
      'one.txt: error invalid-json: The file is not valid JSON. The file is a workbook or a zip archive. Specify a JSON file. To write the answers of a workbook as JSON, run “aismm answers”.\n',
    );
    for (const args of [
      ['issue', 'one.txt', '--into', 'issued'],
      ['measure', 'two.xlsx', '--from', 'one.txt', '-o', 'new.xlsx'],
      ['split', 'two.xlsx', '--by', 'one.txt', '--into', 'parts'],
    ])
      expect(said(...args)).toContain(
        'one.txt: error list-unreadable: The list is a workbook or a zip archive, not a CSV file.',
      );
  });

  test('where no path leads to anything, no store is created', () => {
    for (const [path, code, said] of [
      ['nowhere', 1, 'nowhere: error file-not-found'],
      ['no/*.xlsx', 2, 'No workbook found in "no/*.xlsx".'],
    ] as const) {
      const run = aismm(folder, 'ingest', path, '--store', 'new.sqlite');
      expect([run.code, run.stdout, run.stderr]).toEqual([code, '', expect.stringContaining(said)]);
      expect(run.stderr).not.toContain('accepted');
    }
    expect(existsSync(join(folder, 'new.sqlite'))).toBe(false);
  });

  test('an inbox may be empty: that is said, and is no error', () => {
    const at = newFolder();
    const { code, stdout, stderr } = aismm(at, 'ingest', '.', '--store', join(folder, 'empty.sqlite'));
    expect([code, stdout, stderr]).toEqual([
      0,
      '',
      expect.stringMatching(/^aismm found no workbooks in the specified paths\.$/m),
    ]);
  });

  test('an answers file with faults of shape names its unknown objectives as well', () => {
    const file = {
      schemaVersion: 1,
      model: { id: 'aismm', version: '1.1' },
      answers: { 'GOV-2A': { answer: 'yes' }, 'GOV-2Ä': { answer: 'met' }, 'XYZ-9Z': { answer: 'met' } },
    };
    writeFileSync(join(folder, 'wrong.json'), JSON.stringify(file));
    const lines = aismm(folder, 'fill', 'wrong.json', '-o', 'new.xlsx').stderr.trim().split('\n');
    expect(lines.map((line) => /answers\.(\S+?)(?:\.answer)?:/.exec(line)?.[1])).toEqual([
      'GOV-2A',
      'GOV-2Ä',
      'XYZ-9Z',
    ]);
    expect(lines[1]).toContain('Did you mean “GOV-2A”?');
    // No objective has a similar id.
    expect(lines[2]).not.toContain('Did you mean');
  });

  test('errors of a list come in the order of its lines', () => {
    writeFileSync(
      join(folder, 'list.csv'),
      'organization,due,region\nA,31.31.2026,\nB,,Mars\nA,,\nC,2026-99-01,Mars\n',
    );
    const { stderr } = aismm(folder, 'issue', 'list.csv', '--into', 'issued');
    expect([...stderr.matchAll(/^list\.csv, line (\d+)/gm)].map(([, line]) => line)).toEqual(['2', '3', '4', '5', '5']);
    expect(stderr).toContain('Use a value such as 2026-12-31.');
  });
});

test('a folder that exists is one, whatever it is called', async () => {
  mkdirSync(join(folder, 'folder.xlsx'));
  const { code } = await typed(folder, 'build', '--format', 'json', '-o', 'folder.xlsx');
  expect([code, readdirSync(join(folder, 'folder.xlsx'))]).toEqual([0, ['aismm-1.1.json']]);
});

describe('files of one command line that cannot both be meant', () => {
  beforeAll(() => {
    expect(aismm(folder, 'ingest', 'one.xlsx', '--store', 'store.sqlite').code).toBe(0);
    writeFileSync(join(folder, 'rows.csv'), 'organization\nA\n');
  });

  test.each<string[]>([
    ['status', 'rows.csv', '--store', 'store.sqlite', '-o', 'store.sqlite', '--format', 'text', '--force'],
    ['status', 'rows.csv', '--store', 'store.sqlite', '-o', 'rows.csv', '--force'],
    ['report', 'one.xlsx', '--format', 'html', '-o', './one.xlsx', '--force'],
    ['review', 'one.xlsx', '-o', 'one.xlsx', '--force'],
    ['review', 'one*.xlsx', '-o', 'one.xlsx', '--force'],
    ['measure', 'one.xlsx', '--from', 'rows.csv', '-o', './one.xlsx', '--force'],
    ['merge', 'on*.xlsx', 'one.json', '-o', 'one.xlsx', '--force'],
    ['check', 'one.xlsx', '--annotate', 'one.xlsx', '--force'],
    ['merge', 'one.xlsx', 'one.json', '-o', 'one.json', '--force'],
    ['ingest', 'one.xlsx', 'rows.csv', '--rejects', 'rows.csv', '--force'],
  ])('%s: an output replaces no input, also if it is forced', (...args) => {
    const bytes = (): Buffer[] =>
      ['store.sqlite', 'rows.csv', 'one.xlsx', 'one.json'].map((name) => readFileSync(join(folder, name)));
    const before = bytes();
    const { code, stderr } = aismm(folder, ...args);
    expect([code, stderr.split('\n')[0]]).toEqual([
      2,
      expect.stringMatching(/^".+" is also (?:an input|the store) of this command\. /),
    ]);
    expect(bytes().every((each, i) => before[i]?.equals(each))).toBe(true);
  });

  test.each<[string, string[]]>([
    ['Standard input can be read only once.', ['compare', '-', '-']],
    ['Standard input can be read only once.', ['measure', '-', '--from', '-', '-o', 'x.xlsx']],
    ['Invalid --output "-". Use the name of a folder.', ['build', '-o', '-']],
    ['Invalid --into "-". Use the name of a folder.', ['split', 'one.xlsx', '--by', 'domain', '--into', '-']],
    ['this is the name of a folder. Use the name of a file.', ['report', 'one.xlsx', '-o', 'new/']],
    ['both write to standard output', ['merge', 'one.xlsx', '-o', '-', '--json']],
    ['The secret key must not be in the folder', ['issue', 'rows.csv', '--into', 'i', '--key', 'i/a.key']],
    ['aismm score has no option --no-model.', ['score', 'one.xlsx', '--no-model']],
    ['aismm check has no option --model.x.', ['check', 'one.xlsx', '--model.x', '1']],
    ['Invalid option -oout. Write a space after -o: -o out.', ['build', '-oout']],
    ['Invalid -n "abc". Use a number.', ['sample', 'one.xlsx', '-n', 'abc']],
    ['Missing value of -n.', ['sample', 'one.xlsx', '-n']],
    ['Missing --from.', ['measure', 'one.xlsx']],
    ['Missing --into.', ['example', '--count', '3']],
    ['--output is for one workbook.', ['example', '--count', '3', '--into', 'd', '-o', 'x.xlsx']],
    ['use “aismm enqueue”', ['ingest', 's3://bucket/returned']],
    ['--allow-again needs --store STORE.', ['ingest', 'one.xlsx', '--allow-again']],
    ['--pool and --model cannot be combined.', ['portfolio', '--store', 'store.sqlite', '--pool', '--model', '1.1']],
    [
      'Invalid --by "owners". Did you mean owner? Use: category, domain, owner, or the name',
      ['split', 'one.xlsx', '--by', 'owners', '--into', 'p'],
    ],
    ['Missing value of --min-complete.', ['portfolio', '--store', 'store.sqlite', '--min-complete', '']],
    ['Missing value of -n.', ['sample', 'one.xlsx', '-n', '']],
  ])('%s', async (message, args) => {
    const before = readdirSync(folder);
    const { code, stdout, stderr } = await typed(folder, ...args);
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining(message)]);
    expect(readdirSync(folder)).toEqual(before);
  });

  test('the model of a workbook counts, and a command that was asked for another one says so', () => {
    for (const args of [
      ['report', 'one.xlsx', '-o', 'r.html', '--force'],
      ['sample', 'one.xlsx'],
      ['compare', 'one.xlsx', 'one.json'],
    ])
      expect([args[0], aismm(folder, ...args, '--model', '1.0').stderr]).toEqual([
        args[0],
        expect.stringContaining('warning other-model'),
      ]);
  });

  test('a blank workbook that takes the answers of a file is no doubt', () => {
    expect(aismm(folder, 'build', '--format', 'xlsx', '-o', 'blank').code).toBe(0);
    const { code, stderr } = aismm(folder, 'merge', 'blank/aismm-1.1.xlsx', 'one.json', '-o', 'filled.xlsx');
    expect([code, stderr]).toEqual([0, expect.not.stringContaining('nothing-answered')]);
  });

  test('a short option may have its number attached', () => {
    const sample = (...args: string[]): string => aismm(folder, 'sample', 'one.xlsx', ...args, '--json').stdout;
    expect(JSON.parse(sample('-n3'))).toMatchObject({ objectives: { length: 3 } });
    expect(sample('-n3')).toBe(sample('-n', '3'));
  });

  test('aismm help COMMAND is its help', () => {
    const { stdout } = aismm(folder, 'help', 'score');
    expect(stdout).toBe(aismm(folder, 'score', '--help').stdout);
  });

  test('build writes all of its files or none', () => {
    const at = newFolder();
    writeFileSync(join(at, 'aismm-1.1.json'), 'mine');
    const { code, stderr } = aismm(at, 'build', '-o', '.', '--format', 'md,json');
    expect([code, stderr]).toEqual([1, expect.stringContaining('aismm-1.1.json')]);
    expect(readdirSync(at)).toEqual(['aismm-1.1.json']);
  });

  test.skipIf(process.platform !== 'linux')(
    'a place that takes no folder, and a pipe in a folder, end the command',
    () => {
      const run = (...args: string[]): number | null =>
        spawnSync(process.execPath, [MAIN, ...args], { cwd: folder, timeout: 60_000, stdio: 'ignore' }).status;
      expect(run('build', '--format', 'json', '-o', '/proc/none')).toBe(1);
      const at = newFolder();
      copyFileSync(join(folder, 'one.xlsx'), join(at, 'one.xlsx'));
      expect(spawnSync('mkfifo', [join(at, 'pipe.xlsx')]).status).toBe(0);
      expect(run('check', at)).toBe(0);
    },
  );

  test('a command that writes many workbooks ends where it is asked to', async () => {
    const at = newFolder();
    const child = spawn(process.execPath, [MAIN, 'example', '--count', '2000', '--into', 'many'], {
      cwd: at,
      stdio: 'ignore',
    });
    while (!existsSync(join(at, 'many')) || readdirSync(join(at, 'many')).length < 5) await setTimeout(50);
    child.kill('SIGINT');
    const [code] = (await once(child, 'exit')) as [number | null];
    expect([code, readdirSync(join(at, 'many')).length < 2000]).toEqual([130, true]);
  });

  test('errors in a list of values name the column that they are in', () => {
    writeFileSync(join(folder, 'bad.csv'), 'objective,value,source,date\nGOV-9Z,5,,\nGOV-2B,90,scan,soon\n');
    const { stderr } = aismm(folder, 'measure', 'one.xlsx', '--from', 'bad.csv', '-o', 'x.xlsx');
    expect(
      [...stderr.matchAll(/^bad\.csv, line (\d), column (\d)/gm)].map(([, line, column]) => [line, column]),
    ).toEqual([
      ['2', '1'],
      ['3', '4'],
    ]);
  });

  test('a PDF document, JSON and other bytes in the place of a list are named', () => {
    const said = (content: string | Uint8Array): string => {
      writeFileSync(join(folder, 'list.txt'), content);
      return aismm(folder, 'issue', 'list.txt', '--into', 'i').stderr;
    };
    expect(said('%PDF-1.4 x')).toContain('The list is a PDF document, not a CSV file.');
    expect(said('{ "organization": "A" }')).toContain('The list is a JSON file, not a CSV file.');
    expect(said(new Uint8Array([1, 2, 0, 3]))).toContain('The list is a binary file, not a CSV file.');
  });
});
