/** Options are judged before any file is read: a wrong one is told alone, whatever is wrong with the files. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { expectRefused, typed } from './in-process.js';
import { newFolder } from './run.js';

const folder = newFolder();
beforeAll(() => {
  mkdirSync(join(folder, 'inbox'));
  mkdirSync(join(folder, 'broken-model'));
  writeFileSync(join(folder, 'inbox/one.xlsx'), 'no workbook');
  writeFileSync(join(folder, 'taken.csv'), 'mine');
  writeFileSync(join(folder, 'broken-model/model.yaml'), 'id: [');
});

const UNKNOWN_MODEL = 'error unknown-model: ';
const OTHER = ['--model', '9.9'];

describe('none of the files that are named could be read', () => {
  test.each<[string, string[]]>([
    [
      'Invalid --by "owners". Did you mean owner? Use: category,',
      ['split', 'none.xlsx', '--by', 'owners', '--into', 'p'],
    ],
    ['Missing file. Use: aismm measure FILE', ['measure']],
    ['Missing --from. Use: aismm measure FILE', ['measure', 'none.xlsx']],
    ['Missing --output. Use: aismm measure FILE', ['measure', 'none.xlsx', '--from', 'none.csv']],
    [
      'Invalid --prefer "other.xlsx". Use “newest”, or the name',
      ['merge', 'none.xlsx', '-o', 'o.xlsx', '--prefer', 'other.xlsx'],
    ],
    [UNKNOWN_MODEL, ['prefill', 'none.xlsx', '--from', 'q.xlsx', '-o', 'o.xlsx', ...OTHER]],
    ['Invalid --edition "9.9". Use: 1.', ['prefill', 'n.xlsx', '--from', 'q.xlsx', '-o', 'o.xlsx', '--edition', '9.9']],
    ['Invalid --edition "9.9". Use: 1.', ['contradictions', 'n.xlsx', '--aicaiq', 'q.xlsx', '--edition', '9.9']],
    [UNKNOWN_MODEL, ['report', 'none.xlsx', '-o', 'r.html', '--benchmark', 'none.json', ...OTHER]],
    [UNKNOWN_MODEL, ['score', 'none/*.xlsx', ...OTHER]],
    ['Invalid --why "NOPE". Use: GOV, ', ['score', 'none.xlsx', '--why', 'NOPE']],
    [UNKNOWN_MODEL, ['check', 'none/*.xlsx', ...OTHER]],
    [UNKNOWN_MODEL, ['merge', 'none/*.xlsx', '-o', 'o.xlsx', ...OTHER]],
    [UNKNOWN_MODEL, ['fill', 'none/*.json', '-o', 'o.xlsx', ...OTHER]],
    [UNKNOWN_MODEL, ['migrate', 'none/*.xlsx', '-o', 'o.xlsx', '--to', '9.9']],
    ['--accept-suggestions needs --output FILE', ['check', 'none/*.xlsx', '--accept-suggestions']],
    ['The copy and --format json both write', ['check', 'none/*.xlsx', '--annotate', '-', '--json']],
    [UNKNOWN_MODEL, ['review', 'none/*.xlsx', '--into', 'r', ...OTHER]],
    ['Missing list or folder. Use: aismm issue', ['issue', 'none.csv']],
    ['The secret key must not be in the folder', ['issue', 'none.csv', '--into', 'i', '--key', 'i/k.key', ...OTHER]],
    ['Invalid --previous "x.pdf". Use a name such', ['issue', 'none.csv', '--into', 'i', '--previous', 'x.pdf']],
    ['a queue needs a PostgreSQL database. Use postgres://', ['status', '--queue', '--store', 'x.pdf']],
    ['a queue needs a PostgreSQL database. Use postgres://', ['work', '--store', 'results.sqlite', ...OTHER]],
    ['Invalid --store "x.pdf". Use a name such', ['status', 'none.csv', '--store', 'x.pdf']],
    ['Invalid --companion "nonsense". Use a URL', ['build', '--model', 'broken-model', '--companion', 'nonsense']],
    ['Invalid --format "pdf". Use one or more of: xlsx, ', ['build', '--model', 'broken-model', '--format', 'pdf']],
    [
      '--locale has no effect on the format json.',
      ['build', '--model', 'broken-model', '--format', 'json', '--locale', 'de'],
    ],
    [UNKNOWN_MODEL, ['ingest', 'none.xlsx', '--rejects', 'taken.csv', ...OTHER]],
  ])('%s in %j', async (message, args) => {
    await expectRefused(folder, message, args);
  });
});

describe('what cannot be watched, and what means nothing', () => {
  test.each<[string, string[]]>([
    ['--watch needs a folder, but "inbox/one.xlsx" is not a folder.', ['inbox/one.xlsx']],
    ['--watch needs a folder, but "inbox/one.xlsx" is not a folder.', ['inbox', 'inbox/one.xlsx']],
    ['--watch needs a folder, but "inbx" does not exist.', ['inbx']],
    ['--watch needs a folder, but "-" is standard input.', ['-']],
  ])('%s', async (message, paths) => {
    const { code, stdout, stderr } = await typed(folder, 'ingest', ...paths, '--store', 'new.sqlite', '--watch');
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining(message)]);
    expect(readdirSync(folder)).not.toContain('new.sqlite');
  });

  test('patterns that match nothing; a file that is missing may be there the next time', async () => {
    const run = (...args: string[]) => typed(folder, ...args, '--store', 'postgres://a@b.example/c');
    const said = 'No workbook found in "none/*.xlsx". Specify a workbook, a folder or a file pattern';
    for (const command of ['ingest', 'enqueue']) {
      const { code, stderr } = await run(command, 'none/*.xlsx', 'inbox/a*.xlsx');
      expect([code, stderr]).toEqual([2, expect.stringContaining(said)]);
      expect(await run(command, 'none.xlsx', 'none/*.xlsx')).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/^none\.xlsx: error file-not-found: [^\n]+\nnone\/\*\.xlsx: /) as string,
      });
    }
  });
});
