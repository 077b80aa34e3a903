/** Editions at the command line: what changed, what moved, and last year's answers in this year's workbook. */
import ExcelJS from 'exceljs';
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { openModels } from '../../src/host/models.js';
import { writeWorkbook } from '../../src/workbook/write.js';
import { aismm, newFolder } from './run.js';

const folder = newFolder();
const json = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, unknown>;
/** An answers file of an edition. */
function put(file: string, version: string, answers: object, more: object = {}): void {
  const model = { id: 'aismm', version };
  writeFileSync(join(folder, file), JSON.stringify({ schemaVersion: 1, model, answers, ...more }));
}

beforeAll(() => {
  put('old.json', '1.0', { 'GOV-2A': { answer: 'met', owner: 'CISO' }, 'GOV-2B': { answer: 'met' } });
  put('now.json', '1.1', { 'GOV-2B': { answer: 'not-met' } });
  put('faulty.json', '1.0', { 'GOV-2A': { answer: 'perhaps' } });
  put('ahead.json', '9.0', {});
  put('other.json', '1.1', {}, { organization: { name: 'Other' } });
  put('named.json', '1.1', {}, { organization: { name: 'Acme' } });
  put('lines.json', '1.1', {}, { organization: { name: 'Acme\nwrote acme.xlsx' } });
});

describe('model diff', () => {
  test('as text, Markdown and JSON', () => {
    const text = aismm(folder, 'model', 'diff', '1.0', '1.1');
    expect([text.code, text.stdout]).toEqual([0, expect.stringMatching(/^breaking {2}reworded {2,}GOV-2A$/m)]);
    expect(aismm(folder, 'model', 'diff', '1.0', '1.1', '--format', 'md').stdout).toMatch(
      /^\| GOV-2A \| reworded \| GOV-2A \| breaking \| /m,
    );
    const diff = JSON.parse(aismm(folder, 'model', 'diff', '1.0', '1.1', '--json').stdout) as Record<string, unknown>;
    expect(diff).toMatchObject({ schemaVersion: 1, from: { version: '1.0' }, to: { version: '1.1' }, declared: true });
  });

  test('the newer one first, or an edition that is not here, is a wrong use', () => {
    expect(aismm(folder, 'model', 'diff', '1.1', '1.0')).toMatchObject({ code: 2, stdout: '' });
    expect(aismm(folder, 'model', 'diff', '1.0', '7.7')).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('migrate', () => {
  test('a workbook with its report, and answers that say the same', () => {
    const { code, stdout } = aismm(folder, 'migrate', 'old.json', '-o', 'new.xlsx');
    expect([code, stdout]).toEqual([
      0,
      expect.stringContaining('aismm kept 1 of 2 old answers and dropped 0. A person must review 1 old answer.'),
    ]);
    expect(aismm(folder, 'migrate', 'old.json', '-o', 'new.json', '--json').code).toBe(0);
    expect(JSON.parse(aismm(folder, 'answers', 'new.xlsx').stdout)).toEqual(json('new.json'));
    expect(json('new.json')).toMatchObject({
      model: { id: 'aismm', version: '1.1' },
      answers: { 'GOV-2A': { owner: 'CISO' }, 'GOV-2B': { answer: 'met' } },
      comments: { 'answers.GOV-2A.answer': expect.stringMatching(/^To be reviewed\. In aismm 1\.0, .*GOV-2A/) },
    });
  });

  test.each<[string, string[], RegExp]>([
    ['answers of that edition already', ['now.json'], /already belong to edition “aismm 1\.1”/],
    ['an error in an answer', ['faulty.json'], /did not write any files/],
    ['an edition that is not here', ['ahead.json'], /unknown-model/],
    ['an older edition', ['now.json', '--to', '1.0'], /only to a later edition/],
    ['files of two editions', ['old.json', 'now.json'], /conflicting-answers/],
  ])('%s: nothing is written', (_, args, said) => {
    const before = readdirSync(folder);
    const { code, stdout, stderr } = aismm(folder, 'migrate', ...args, '-o', 'none.xlsx');
    expect([code, stdout, stderr]).toEqual([1, '', expect.stringMatching(said)]);
    expect(existsSync(join(folder, 'none.xlsx'))).toBe(false);
    expect(readdirSync(folder)).toEqual(before);
  });
});

describe('a workbook that lost its edition', async () => {
  const { value: old } = openModels('1.0');
  const bytes = await writeWorkbook({ model: old?.usual ?? expect.fail('1.0 is here'), tool: 'test' });
  /** The workbook with Meta changed, saved by another program. */
  async function lose(file: string, change: (book: ExcelJS.Workbook, meta: ExcelJS.Worksheet) => void): Promise<void> {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.slice().buffer);
    change(book, book.getWorksheet('Meta') ?? expect.fail('it has Meta'));
    writeFileSync(join(folder, file), new Uint8Array(await book.xlsx.writeBuffer()));
  }
  const VERSION = 'B5';

  beforeAll(async () => {
    await lose('lost.xlsx', (book, meta) => book.removeWorksheet(meta.id));
    await lose('empty.xlsx', (_, meta) => void (meta.getCell(VERSION).value = null));
    await lose('ahead.xlsx', (_, meta) => void (meta.getCell(VERSION).value = '9.9'));
  });

  const LOST = /^lost\.xlsx: error edition-lost: .* may be “aismm 1\.0”\. .*--model\.$/m;
  const EMPTY = /^empty\.xlsx, Meta!B5: error edition-lost: /m;
  const AHEAD = /^ahead\.xlsx, Meta!B5: error contradicting-meta: .*“aismm 9\.9”/m;
  test.each([
    ['lost.xlsx', LOST],
    ['empty.xlsx', EMPTY],
    ['ahead.xlsx', AHEAD],
  ])('%s: nothing is written, and nothing compared', (file, said) => {
    const migrated = aismm(folder, 'migrate', file, '-o', 'none.xlsx');
    expect([migrated.code, migrated.stdout, migrated.stderr]).toEqual([1, '', expect.stringMatching(said)]);
    expect(existsSync(join(folder, 'none.xlsx'))).toBe(false);
    for (const files of [
      [file, 'now.json'],
      ['old.json', file],
    ]) {
      const compared = aismm(folder, 'compare', ...files);
      expect([compared.code, compared.stdout, compared.stderr]).toEqual([1, '', expect.stringMatching(said)]);
    }
  });

  test('who knows the edition says it', () => {
    expect(aismm(folder, 'explain', 'edition-lost').stdout).toContain(
      'specify it with --model, for example --model 1.0',
    );
    expect(aismm(folder, 'migrate', 'lost.xlsx', '--model', '1.0', '-o', 'found.xlsx').code).toBe(0);
    expect(aismm(folder, 'compare', 'old.json', 'empty.xlsx', '--model', '1.0').code).toBe(0);
    expect(aismm(folder, 'migrate', 'lost.xlsx', '--model', '1.1', '-o', 'none.xlsx').code).toBe(2);
    expect(existsSync(join(folder, 'none.xlsx'))).toBe(false);
  });
});

describe('--model beside files of another edition', () => {
  const OTHER =
    /^old\.\w+: warning other-model: The workbook was built for model aismm 1\.0, so aismm uses this model/m;

  test('is told by every command that reads one', () => {
    expect(aismm(folder, 'example', '--model', '1.0', '-o', 'old.xlsx').code).toBe(0);
    const asked = ['--model', '1.1'];
    for (const args of [
      ['score', 'old.xlsx', ...asked],
      ['sample', 'old.json', ...asked],
      ['measure', 'old.xlsx', '--template', ...asked],
      ['prefill', 'old.xlsx', '--from', 'caiq.xlsx', '-o', 'none.xlsx', ...asked],
    ])
      expect(aismm(folder, ...args).stderr).toMatch(OTHER);
    put('again.json', '1.1', {});
    expect(aismm(folder, 'migrate', 'again.json', '--model', '1.0', '-o', 'none.xlsx').stderr).toMatch(
      /^again\.json: warning other-model: /,
    );
  });

  test('is told of a store as well, and counted where many are read', () => {
    const { stderr } = aismm(folder, 'ingest', 'old.xlsx', '--store', 's.sqlite', '--jobs', '1', '--model', '1.1');
    expect(stderr).toMatch(/^ {2}other edition than --model +1$/m);
    const { organization } = JSON.parse(aismm(folder, 'answers', 'old.xlsx').stdout) as {
      organization: { name: string };
    };
    const store = ['--store', 's.sqlite', '--model', '1.1'];
    expect(aismm(folder, 'show', organization.name, ...store).stderr).toMatch(OTHER);
    expect(aismm(folder, 'report', '--organization', organization.name, ...store).stderr).toMatch(OTHER);
  });
});

describe('compare', () => {
  test('one with a copy of it gives nothing', () => {
    copyFileSync(join(folder, 'old.json'), join(folder, 'copy.json'));
    const text = aismm(folder, 'compare', 'old.json', 'copy.json');
    expect(text).toEqual({ code: 0, stdout: expect.stringMatching(/There are no changes\.\n$/), stderr: '' });
    const told = JSON.parse(aismm(folder, 'compare', 'old.json', 'copy.json', '--json').stdout) as object;
    expect(told).toMatchObject({ schemaVersion: 1, figures: [], objectives: [] });
    expect(told).not.toHaveProperty('edition');
  });

  test('two editions: what moved, why, and what the edition alone does', () => {
    const { stdout } = aismm(folder, 'compare', 'old.json', 'now.json');
    expect(stdout).toMatch(/^ {2}GOV-2B +met → not met \(new answer\)$/m);
    expect(stdout).toMatch(/^ {2}GOV-2A +met → unanswered \(new answer, different edition\)$/m);
    expect(stdout).toMatch(
      /^Effect of the new edition alone \(.*\)\n(?:.*\n)*?.*aismm kept 1 of 2 old answers and dropped 0\. A person must review 1 old answer\.\n(.*\n)* {2}GOV +answered +17% +8% +−9 percentage points$/m,
    );
    expect(aismm(folder, 'compare', 'old.json', 'now.json', '--format', 'md').stdout).toMatch(
      /^\| GOV-2B \| met \| not met \| new answer \|$/m,
    );
  });

  test('two organizations, or a file that can not be read, are refused', () => {
    expect(aismm(folder, 'compare', 'other.json', 'named.json')).toMatchObject({ code: 2, stdout: '' });
    expect(aismm(folder, 'compare', 'faulty.json', 'now.json')).toMatchObject({ code: 1, stdout: '' });
    // A name is on one line, so that none of it looks like a message of its own.
    const { stderr } = aismm(folder, 'compare', 'other.json', 'lines.json');
    expect(stderr.split('\n')[0]).toContain('Other · Acme␊wrote acme.xlsx. Specify two assessments');
  });
});
