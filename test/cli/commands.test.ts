/** The commands from outside: what they print, where, and what they end with. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { textOf } from '../../src/grid/grid.js';
import { BROKEN_WAYS } from '../../src/workbook/broken.js';
import { readGrid } from '../../src/xlsx/read.js';
import { decimals } from '../oracle/standing.js';
import { aismm, newFolder } from './run.js';

const folder = newFolder();

beforeAll(() => {
  expect(aismm(folder, 'example', '-o', 'acme.xlsx').code).toBe(0);
});

/** A copy of the example with the XML of the part that holds `has` changed. */
function altered(name: string, has: string, change: (xml: string) => string): string {
  const parts = unzipSync(new Uint8Array(readFileSync(join(folder, 'acme.xlsx'))));
  let changed = 0;
  for (const [part, bytes] of Object.entries(parts)) {
    const xml = strFromU8(bytes);
    if (!part.endsWith('.xml') || !xml.includes(has)) continue;
    const after = change(xml);
    if (after !== xml) changed += 1;
    parts[part] = strToU8(after);
  }
  expect(changed).toBeGreaterThan(0);
  writeFileSync(join(folder, name), zipSync(parts));
  return name;
}

describe('the main job', () => {
  test('build writes workbook, document and model', () => {
    expect(aismm(folder, 'build').code).toBe(0);
    expect(readdirSync(join(folder, 'output')).sort()).toEqual([
      'aismm-1.1-companion.html',
      'aismm-1.1-companion.md',
      'aismm-1.1.json',
      'aismm-1.1.xlsx',
    ]);
  });

  test('whatever may hold answers is not overwritten without --force, below output/ either, nor through a link', () => {
    const at = newFolder();
    expect(aismm(at, 'example', '-o', 'output/a.xlsx').code).toBe(0);
    expect(aismm(at, 'example', '--seed', '2', '-o', 'b.xlsx').code).toBe(0);
    expect(aismm(at, 'answers', 'b.xlsx', '-o', 'output/a.json').code).toBe(0);
    mkdirSync(join(at, 'elsewhere'));
    renameSync(join(at, 'b.xlsx'), join(at, 'elsewhere/b.xlsx'));
    symlinkSync('../elsewhere/b.xlsx', join(at, 'output/link.xlsx'));
    symlinkSync('nothing.xlsx', join(at, 'dangling.xlsx'));
    const files = ['output/a.xlsx', 'output/a.json', 'elsewhere/b.xlsx'];
    const bytes = (): Buffer[] => files.map((name) => readFileSync(join(at, name)));
    const before = bytes();
    for (const args of [
      ['merge', 'elsewhere/b.xlsx', '-o', 'output/a.xlsx'],
      ['fill', 'output/a.json', '-o', 'output/a.xlsx'],
      ['answers', 'output/a.xlsx', '-o', 'output/a.json'],
      ['example', '-o', 'output/link.xlsx'],
      ['example', '-o', 'dangling.xlsx'],
    ]) {
      const { code, stderr } = aismm(at, ...args);
      expect([args, code, /error file-exists/.test(stderr)]).toEqual([args, 1, true]);
    }
    expect(bytes()).toEqual(before);
    // It can be made again.
    expect(aismm(at, 'example', '--seed', '3', '-o', 'output/a.xlsx').code).toBe(0);
  });

  test('build replaces below output/ what it has written, and no workbook that people have worked in', async () => {
    const at = newFolder();
    const build = () => aismm(at, 'build', '--format', 'xlsx');
    const path = join(at, 'output/aismm-1.1.xlsx');
    expect([build().code, build().code]).toEqual([0, 0]);
    const written = readFileSync(path);
    const byExcel = unzipSync(new Uint8Array(written));
    const saved = strFromU8(byExcel['docProps/core.xml'] ?? new Uint8Array());
    byExcel['docProps/core.xml'] = strToU8(saved.replace(/(<dcterms:modified[^>]*>)[^<]*/, '$12026-11-27T08:15:00Z'));
    const byLibrary = new ExcelJS.Workbook();
    await byLibrary.xlsx.load(written as never);
    const answered = [zipSync(byExcel, { mtime: '1980-01-01' }), Buffer.from(await byLibrary.xlsx.writeBuffer())];
    for (const bytes of [...answered, Buffer.from('no workbook')]) {
      writeFileSync(path, bytes);
      const { code, stderr } = build();
      expect([code, /file-exists/.test(stderr)]).toEqual([1, true]);
      expect(readFileSync(path).equals(bytes)).toBe(true);
    }
    expect(aismm(at, 'build', '--format', 'xlsx', '--force').code).toBe(0);
    expect(readFileSync(path).equals(written)).toBe(true);
  });

  test('score --json prints one value of the promised shape; several files give an array', () => {
    const one = JSON.parse(aismm(folder, 'score', 'acme.xlsx', '--json').stdout);
    expect(Object.keys(one)).toEqual([
      'schemaVersion', 'file', 'sha256', 'model', 'organization', 'selection', 'conditions', 'edition', 'program', 'domains', 'categories',
      'deployments', 'objectives', 'roadmap', 'diagnostics',
    ]); // prettier-ignore
    expect(one.model).toEqual({ id: 'aismm', version: '1.1' });
    expect(one.categories).toHaveLength(12);
    expect(Object.keys(one.categories[0])).toEqual([
      'id', 'level', 'progress', 'maturity', 'potential', 'evidencedLevel', 'plannedLevel', 'completeness', 'target', 'gap', 'weight', 'applicable',
    ]); // prettier-ignore
    expect(JSON.parse(aismm(folder, 'score', 'acme.xlsx', 'nothing.xlsx', '--json').stdout)).toHaveLength(2);
  });

  test('the scorecard for people names the figures', () => {
    const { code, stdout } = aismm(folder, 'score', 'acme.xlsx');
    expect(code).toBe(0);
    expect(stdout).toMatch(/Program maturity \d\.\d\d of 5/);
    expect(stdout).toMatch(/GOV +Governance +\d/);
    expect(stdout).toContain('Do next:');
  });

  test('of several files, score prints a line each and a summary; the figures are those of the scorecards', () => {
    const faulty = altered('faulty.xlsx', '<t>Met</t>', (xml) =>
      xml.replace('<t>Partially met</t>', '<t>Partialy met</t>'),
    );
    writeFileSync(join(folder, 'none.xlsx'), '');
    const { code, stdout, stderr } = aismm(folder, 'score', 'acme.xlsx', faulty, 'none.xlsx');
    const { organization, program } = JSON.parse(aismm(folder, 'score', 'acme.xlsx', '--json').stdout);
    const { diagnostics } = JSON.parse(aismm(folder, 'check', faulty, '--format', 'json').stdout) as {
      diagnostics: { severity: string }[];
    };
    const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
    const figures = [decimals(program.maturity), program.floor, `${Math.round(program.completeness * 100)}%`];
    const [header, acme, other, none, blank, summary, ...rest] = stdout.split('\n');
    expect(header).toMatch(/^Maturity +Weakest +Answered +Errors +Organization +File$/);
    expect(acme?.trim().split(/ {2,}/)).toEqual([...figures.map(String), '0', organization.name, 'acme.xlsx']);
    expect(other).toMatch(new RegExp(` ${errors}  .* faulty.xlsx$`));
    expect(none?.trim().split(/ {2,}/)).toEqual(['-', '-', '-', '1', 'none.xlsx']);
    expect([blank, summary, rest]).toEqual([
      '',
      `3 files: 2 scored, 1 not scored, ${errors + 1} errors in 2 files; “aismm check FILE” lists the errors`,
      [''],
    ]);
    expect([code, stderr]).toEqual([1, expect.stringMatching(/^none\.xlsx: error file-empty: [^\n]*\n$/)]);
  });

  test('a scorecard says how many errors it stands on, and where to read them', () => {
    const file = altered('of two words.xlsx', '<t>Met</t>', (xml) =>
      xml.replace('<t>Partially met</t>', '<t>Partialy met</t>'),
    );
    const { code, stdout, stderr } = aismm(folder, 'score', file);
    const errors = stderr.match(/error /g)?.length ?? 0;
    expect(errors).toBeGreaterThan(1);
    expect([code, stdout]).toEqual([
      1,
      expect.stringContaining(
        `\n${errors} errors affect this score. To list the errors, run aismm check "of two words.xlsx"\n`,
      ),
    ]);
    expect(aismm(folder, 'score', 'acme.xlsx').stdout).not.toContain('this score');
  });

  test('answers and fill are inverses', () => {
    const before = aismm(folder, 'answers', 'acme.xlsx').stdout;
    writeFileSync(join(folder, 'answers.json'), before);
    expect(aismm(folder, 'fill', 'answers.json', '-o', 'again.xlsx').code).toBe(0);
    expect(aismm(folder, 'answers', 'again.xlsx').stdout).toBe(before);
  });

  test('a part of the model makes a smaller workbook that scores by itself', () => {
    expect(aismm(folder, 'build', '--category', 'IAM,MOD', '--deployment', 'paas', '--format', 'xlsx').code).toBe(0);
    const score = JSON.parse(aismm(folder, 'score', 'output/aismm-1.1-paas-IAM-MOD.xlsx', '--json').stdout);
    expect(score.categories.map(({ id }: { id: string }) => id)).toEqual(['IAM', 'MOD']);
    expect(score.selection).toEqual(['paas']);
    expect(score.program).toMatchObject({ maturity: 1, completeness: 0 });
  });
});

test('a copy never takes the place of the workbook that is checked', () => {
  const before = readFileSync(join(folder, 'acme.xlsx'));
  const run = aismm(folder, 'check', 'acme.xlsx', '--annotate', './acme.xlsx', '--force');
  expect([run.code, run.stderr]).toEqual([2, expect.stringContaining('Use another name for the output')]);
  expect(readFileSync(join(folder, 'acme.xlsx')).equals(before)).toBe(true);
});

describe('the quick scan', () => {
  const quick = 'output/aismm-1.1-quick.xlsx';
  test('is a part of the model that reads and scores by itself, and is carried into the full workbook', () => {
    expect(aismm(folder, 'build', '--quick', '--format', 'xlsx').code).toBe(0);
    expect(aismm(folder, 'check', quick).stderr).toContain('1 file: 0 errors, 1 warning');
    const score = JSON.parse(aismm(folder, 'score', quick, '--json').stdout);
    expect(score.edition.part.quick).toBe(true);
    expect(score.objectives).toHaveLength(24);
    expect(score.categories).toHaveLength(12);
    const blank = JSON.parse(aismm(folder, 'answers', quick).stdout);
    const answers = { 'GOV-2A': { answer: 'met', evidence: 'Minutes' } };
    writeFileSync(join(folder, 'quick.json'), JSON.stringify({ ...blank, answers }));
    expect(aismm(folder, 'fill', 'quick.json', '-o', 'full.xlsx').code).toBe(0);
    expect(JSON.parse(aismm(folder, 'answers', 'full.xlsx').stdout).answers).toEqual(answers);
    const full = JSON.parse(aismm(folder, 'score', 'full.xlsx', '--json').stdout);
    expect([full.objectives.length, full.edition.part.quick]).toEqual([151, undefined]);
  });

  test('an edition without one says so', () => {
    const { code, stderr } = aismm(folder, 'build', '--quick', '--model', '1.0');
    expect([code, stderr]).toEqual([2, expect.stringContaining('aismm 1.0 has no quick scan')]);
  });
});

describe('bad input: one clear finding each, exit 1, no stack trace, no score', () => {
  const cases: readonly [string, string, () => string][] = [
    ['a missing file', 'file-not-found', () => 'nowhere.xlsx'],
    ['an empty file', 'file-empty', () => write('empty.xlsx', new Uint8Array())],
    ['a truncated file', 'damaged-file', () => write('cut.xlsx', acme().subarray(0, 20_000))],
    ['a text file', 'not-xlsx', () => write('notes.xlsx', strToU8('answer,met\n'))],
    ['an encrypted file', 'encrypted-file', () => write('secret.xlsx', encrypted())],
    ['a zip that is no workbook', 'not-xlsx', () => write('zip.xlsx', zipSync({ 'a.txt': strToU8('a') }))],
  ];
  const acme = (): Uint8Array => new Uint8Array(readFileSync(join(folder, 'acme.xlsx')));
  const write = (name: string, bytes: Uint8Array): string => (writeFileSync(join(folder, name), bytes), name);
  const encrypted = (): Uint8Array =>
    new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.from('EncryptedPackage', 'utf16le')]);

  test('a folder without workbooks is wrong use, whatever its name ends in', () => {
    mkdirSync(join(folder, 'dir.xlsx'));
    const run = aismm(folder, 'score', 'dir.xlsx');
    expect([run.code, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toContain('No workbook found in "dir.xlsx".');
  });

  test.each(cases)('%s: %s', (_, code, make) => {
    const file = make();
    const run = aismm(folder, 'score', file);
    expect(run.code).toBe(1);
    expect(run.stdout).toBe('');
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
    expect(run.stderr).toContain(`error ${code}: `);
    expect(run.stderr).not.toMatch(/\n\s+at /);
    const json = JSON.parse(aismm(folder, 'score', file, '--json').stdout);
    expect(json.program).toBeUndefined();
    expect(json.diagnostics.map((each: { code: string }) => each.code)).toEqual([code]);
  });

  test('an unknown option names sheet and cell, and suggests', () => {
    const file = altered('typo.xlsx', '<t>Met</t>', (xml) =>
      xml.replace('<t>Partially met</t>', '<t>Partialy met</t>'),
    );
    const { code, stdout } = aismm(folder, 'check', file, '--format', 'json');
    expect(code).toBe(1);
    const found = JSON.parse(stdout).diagnostics.filter((each: { code: string }) => each.code === 'unknown-option');
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]).toMatchObject({
      sheet: 'Control Objectives',
      found: 'Partialy met',
      suggestion: 'Partially met',
      field: 'answer',
    });
    expect(found[0].cell).toMatch(/^F\d+$/);
    expect(found[0].objective).toMatch(/^[A-Z]{2,3}-[2-5][A-Z]$/);
  });

  test('a deleted row is reported by its objective, and counts as unanswered', () => {
    const sheet = readGrid(acme()).value?.sheets.find(({ name }) => name === 'Control Objectives');
    const row = sheet?.rows.find(({ cells }) => textOf(cells[0]) === 'GOV-2A')?.row;
    const file = altered('row.xlsx', '<dimension', (xml) =>
      xml.includes(`sqref="F${row}:F`) ? xml.replace(new RegExp(`<row r="${row}".*?</row>`), '') : xml,
    );
    const { code, stdout } = aismm(folder, 'score', file, '--json');
    const score = JSON.parse(stdout);
    expect(code).toBe(1);
    expect(score.diagnostics.filter((each: { severity: string }) => each.severity === 'error')).toMatchObject([
      { code: 'missing-row', sheet: 'Control Objectives', objective: 'GOV-2A' },
    ]);
    expect(score.objectives[0]).toEqual({ id: 'GOV-2A', state: 'unanswered' });
  });

  test('an existing file is not overwritten without --force', () => {
    const before = acme();
    const run = aismm(folder, 'example', '--seed', '2', '-o', 'acme.xlsx');
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('error file-exists');
    expect(acme()).toEqual(before);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('a place that can’t be written to is named, and nothing half-written stays', () => {
    const run = aismm(folder, 'example', '-o', 'acme.xlsx/inside.xlsx');
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('"acme.xlsx" is a file, not a folder.');
  });

  test('check gives the answers of one workbook back marked, in text, JSON or SARIF', () => {
    const run = aismm(folder, 'check', 'acme.xlsx', '--annotate', 'review.xlsx', '--format', 'sarif');
    expect(run.code).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({ version: '2.1.0' });
    const names = readGrid(new Uint8Array(readFileSync(join(folder, 'review.xlsx')))).value?.sheets.map(
      ({ name }) => name,
    );
    expect(names?.[0]).toBe('Review');
    const two = aismm(folder, 'check', 'acme.xlsx', 'review.xlsx', '--annotate', 'two.xlsx');
    expect(two.code).toBe(2);
    expect(existsSync(join(folder, 'two.xlsx'))).toBe(false);
  });

  test('answers that are not of the shape name the path, and write nothing', () => {
    const bad = {
      schemaVersion: 1,
      model: { id: 'aismm', version: '1.1' },
      answers: { 'GOV-2Z': { answer: 'met' }, 'GOV-2A': { answer: 'yes' } },
    };
    writeFileSync(join(folder, 'bad.json'), JSON.stringify(bad));
    const run = aismm(folder, 'fill', 'bad.json', '-o', 'bad.xlsx');
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('answers.GOV-2A.answer');
    expect(existsSync(join(folder, 'bad.xlsx'))).toBe(false);
  });
});

describe('wrong use: exit 2 with a suggestion', () => {
  test.each([
    [['bulid'], 'build'],
    [['build', '--formt', 'md'], '--format'],
    [['build', '--category', 'GVO'], 'GOV'],
    [['explain', 'unknwon-option'], 'unknown-option'],
  ])('%j suggests %s', (args, suggestion) => {
    const run = aismm(folder, ...args);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(suggestion);
  });

  test('a shell can ask what may follow', () => {
    expect(aismm(folder, 'completion').stdout).toContain('-F _aismm aismm npx');
    const after = (...words: string[]): string[] =>
      aismm(folder, '--get-yargs-completions', 'aismm', ...words)
        .stdout.trim()
        .split('\n');
    expect(after('')).toEqual(expect.arrayContaining(['build', 'score', 'explain']));
    expect(after('model', '')).toEqual(expect.arrayContaining(['lint', 'show']));
    expect(after('score', '--')).toEqual(expect.arrayContaining(['--json', '--why']));
  });
});

describe('check --accept-suggestions', () => {
  test('writes the workbook with what was suggested, and ends well where nothing else is wrong', () => {
    const faulty = 'mistyped.xlsx';
    const bytes = new Uint8Array(readFileSync(join(folder, 'acme.xlsx')));
    writeFileSync(join(folder, faulty), BROKEN_WAYS.mistyped.break(bytes));
    expect(aismm(folder, 'check', faulty).code).toBe(1);
    const run = aismm(folder, 'check', faulty, '--accept-suggestions', '-o', 'mended.xlsx');
    expect(run.stdout).toContain('suggestion-accepted');
    expect(run.stdout).not.toContain('unknown-option');
    expect(run.code).toBe(0);
    expect(aismm(folder, 'answers', 'mended.xlsx').stdout).toBe(aismm(folder, 'answers', 'acme.xlsx').stdout);
  });

  test.each([
    [['--accept-suggestions'], '--accept-suggestions needs --output FILE'],
    [['-o', 'x.xlsx'], '--output needs --accept-suggestions.'],
    [['mended.xlsx', '--accept-suggestions', '-o', 'x.xlsx'], 'accepts only one workbook'],
    [['--accept-suggestions', '-o', 'x.xlsx', '--annotate', 'y.xlsx'], 'Use one of them'],
  ])('%j is not understood', (options, sentence) => {
    const run = aismm(folder, 'check', 'acme.xlsx', ...options);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(sentence);
    expect(existsSync(join(folder, 'x.xlsx'))).toBe(false);
  });
});
