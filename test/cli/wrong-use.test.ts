/** Wrong uses that say what was meant instead: exit 2, one line with the problem, one with the right use, and nothing is written. */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { expectRefused, typed } from './in-process.js';
import { newFolder, piped } from './run.js';

const folder = newFolder();
beforeAll(() => {
  for (const name of ['returned', 'empty', 'own']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'own', 'model.yaml'), 'id: x\n');
  writeFileSync(join(folder, 'list.csv'), 'organization\nA\n');
  for (const name of ['answers.json', 'notes.md', 'returned/a.xlsx']) writeFileSync(join(folder, name), 'mine');
  symlinkSync('returned', join(folder, 'link'));
});

describe.each<[string, [string, string[]][]]>([
  [
    'a command that does not exist, also where help is asked for',
    [
      ['Unknown command "bogus".', ['help', 'bogus']],
      ['Unknown command "bogus".', ['--help', 'bogus']],
      ['Unknown command "bogus".', ['bogus', '-h']],
      ['Unknown command "model bogus". Use: lint,', ['help', 'model', 'bogus']],
      ['Unknown command "lint". Did you mean model lint?', ['lint']],
      ['Unknown command "BUILD". Did you mean build?', ['BUILD']],
      ['Unknown command "scor". Did you mean score?', ['help', 'scor']],
      ['Unknown command "model lnt". Did you mean lint?', ['help', 'model', 'lnt']],
      ['Unknown command "-".', ['-']],
      ['Unknown command "a␊b".', ['a\nb']],
    ],
  ],
  [
    'an option that stands alone, is written as in another program, or has a name of JavaScript',
    [
      ['aismm has no option -v. Did you mean --version?', ['-v']],
      ['aismm has no option --Version. Did you mean --version?', ['--Version']],
      ['Invalid option -out. Use --output.', ['build', '-out', 'x']],
      ['Invalid option -output. Use --output.', ['build', '-output', 'x']],
      ['aismm check has no option --__proto__.', ['check', 'x.xlsx', '--__proto__']],
      ['aismm check has no option --$0.', ['check', 'x.xlsx', '--$0', 'y']],
      ['aismm score has no option --_.', ['score', 'x.xlsx', '--_', 'y']],
      ['Invalid option ---output.', ['build', '---output', 'x']],
      ['Invalid option -help. Use --help.', ['-help']],
      ['Invalid option --version. Use --version without', ['--version=1']],
      ['aismm has no option --hlep. Did you mean --help?', ['--hlep']],
      ['Invalid --workers "x". Use a number.', ['work', '--store', 'postgres://u@h/d', '--workers', 'x']],
    ],
  ],
  [
    'a number that is too large',
    [
      ['Invalid --seed: the number has too many digits. Use', ['example', '--seed', '9'.repeat(23), '-o', 'e.xlsx']],
      ['Invalid --count "100000000". Use a whole number up to', ['example', '--count', '100000000', '--into', 'many']],
    ],
  ],
  [
    'an output in a folder that is searched, which the next run would read',
    [
      ['"returned/back" is in "returned", which', ['ingest', 'returned', '--annotate-rejects', 'returned/back']],
      ['"link/back" is in "returned", which', ['ingest', 'returned', '--annotate-rejects', 'link/back']],
      ['"link" is also an input', ['ingest', 'returned', '--annotate-rejects', 'link']],
      ['"returned/r" is in "returned", which', ['review', 'returned', '--into', 'returned/r']],
      ['"returned/b.xlsx" is in "returned", which', ['review', 'returned', '-o', 'returned/b.xlsx']],
      ['"returned/r.csv" is in "returned", which', ['ingest', 'returned', '--rejects', 'returned/r.csv']],
      ['"returned/r" is in "returned/", which', ['review', 'returned/**', '--into', 'returned/r']],
      ['"s.sqlite" is the store of this command.', ['ingest', 'returned', 's.sqlite', '--store', 's.sqlite']],
      [
        '"s.sqlite-wal" is also the store',
        ['feedback', '--store', 's.sqlite', '-o', 's.sqlite-wal', '--format', 'csv'],
      ],
      ['"returned/b.xlsx" is in "returned", which', ['check', 'returned', '--annotate', 'returned/b.xlsx']],
    ],
  ],
  [
    'a folder without what makes it one',
    [
      ['Invalid --model "empty": this folder does not contain a model. Use', ['score', 'a.xlsx', '--model', 'empty']],
      ['Invalid --model "none/": this folder does not exist. Use', ['score', 'a.xlsx', '--model', 'none/']],
      ['Invalid --to "./empty": this folder does not', ['migrate', 'a.xlsx', '--to', './empty', '-o', 'b.xlsx']],
      ['Invalid <from> "empty": this folder does not', ['model', 'diff', 'empty', '1.1']],
      ['Invalid --issued "empty": this', ['status', 'list.csv', '--store', 's.sqlite', '--issued', 'empty']],
      ['Invalid --issued "none": this', ['status', 'list.csv', '--store', 's.sqlite', '--issued', 'none']],
      [
        '"./own" is the same as "own". Use different editions, or',
        ['migrate', 'a.xlsx', '--to', 'own', '--model', './own', '-o', 'b.xlsx'],
      ],
    ],
  ],
  [
    'a file that holds no workbook by its name',
    [
      ['Invalid <files> "answers.json". Use a workbook', ['score', 'answers.json']],
      ['Invalid <files> "list.csv". Use a workbook', ['check', 'list.csv', 'notes.md']],
      ['Invalid <paths> "list.csv". Use a workbook', ['ingest', 'list.csv']],
      ['Invalid <files> "batch.zip". Use a workbook', ['report', 'batch.zip']],
      ['Invalid <files> "batch.zip". Use a workbook', ['merge', 'batch.zip', '-o', 'b.xlsx']],
    ],
  ],
  [
    'an address of nothing',
    [
      ['this is not a valid address of a', ['work', '--store', 'postgres://user@host:99999/x']],
      ['this is not a valid address of a', ['ingest', 'returned', '--store', 'postgres://']],
      ['this is not a valid address of a', ['ingest', 'returned', '--store', 's3://bucket/x']],
      ['Invalid <paths> "s3://": this is an address.', ['enqueue', 's3://', '--store', 'postgres://user@host/x']],
    ],
  ],
  [
    'the id of the built-in model for one’s own',
    [
      ['Invalid id "aismm": this is the id of the', ['model', 'new', 'ours', '--id', 'aismm']],
      ['Invalid id "aismm": this is the id of the', ['model', 'new', 'aismm']],
    ],
  ],
  [
    'options that need each other, or exclude each other',
    [
      ['--output needs --accept-suggestions.', ['check', 'a.xlsx', '-o', 'b']],
      ['--accept-suggestions needs --output FILE.', ['check', 'a.xlsx', '--accept-suggestions']],
      ['--output and --into cannot be combined.', ['review', 'a.xlsx', '-o', 'x', '--into', 'y']],
      [
        '"s.sqlite" is also the store of this',
        ['portfolio', '--store', 's.sqlite', '-o', 's.sqlite', '--format', 'json'],
      ],
    ],
  ],
])('%s', (_, uses) => {
  test.each(uses)('%s: %j', async (message, args) => {
    await expectRefused(folder, message, args);
  });
});

describe('what is accepted as it is meant', () => {
  test.each<[string, string[]]>([
    ['help before a command', ['--help', 'score']],
    ['help before a command and the end of options', ['help', '--', 'score']],
    ['help of help', ['help', '--help']],
    ['a choice in capital letters', ['build', '--format', 'JSON', '-o', 'built']],
    ['a choice of a list of choices in capital letters', ['completion', 'ZSH']],
    ['a model in capital letters', ['model', 'show', '--model', 'AISMM 1.0']],
  ])('%s', async (_, args) => {
    expect(await typed(folder, ...args)).toMatchObject({ code: 0 });
  });

  test('after --, the name of an option is the name of a file', async () => {
    for (const name of ['-help', '--help', '---output', '--_']) writeFileSync(join(folder, name), 'mine');
    const { code, stdout } = await typed(folder, 'check', '--', '-help', '--help', '---output', '--_');
    expect([code, [...stdout.matchAll(/^(\S+): error not-xlsx: /gm)].map(([, file]) => file)]).toEqual([
      1,
      ['-help', '--help', '---output', '--_'],
    ]);
  });

  test('a stray file among workbooks is told by its content, and the others are read', async () => {
    const { code, stdout } = await typed(folder, 'check', 'returned/a.xlsx', 'list.csv');
    expect([code, stdout]).toEqual([1, expect.stringMatching(/^list\.csv: error not-xlsx: /m)]);
  });

  test('standard input that is empty has no sender', () => {
    const { code, stdout } = piped(folder, new Uint8Array(), 'check', '-');
    expect([code, String(stdout)]).toEqual([1, expect.stringMatching(/^-: error file-empty: Standard input is empty/)]);
  });
});
