/** Many workbooks at once: each accepted or rejected by name, stored once, with the same result whatever the order. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { TABLE_NAMES } from '../../src/formats/tables.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment/assessment.js';
import { whyNot } from '../../src/intake/ingest.js';
import { BROKEN_WAYS, type BrokenWay } from '../../src/workbook/broken.js';
import { makeFiller } from '../../src/workbook/fill-many.js';
import { readWorkbook } from '../../src/workbook/read.js';
import { exampleOf } from '../assessments.js';
import { asIssued, installed, shelfOf } from '../installed.js';
import { inEnglish, told } from '../told.js';
import { downgrade } from './downgrade.js';
import { aismm } from '../cli/run.js';

const COUNT = 40;
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'aismm-test-'));
  const made = aismm(folder, 'example', '--count', String(COUNT), '--into', 'returned', '--broken', '0.25');
  expect(made.code).toBe(0);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const returned = (): string[] => readdirSync(join(folder, 'returned')).sort();
const isBroken = (name: string): boolean => /-\d+-[a-z]+\.xlsx$/.test(name);

interface Line {
  readonly status: string;
  readonly file: string;
  readonly sha256: string;
  readonly program?: { readonly maturity: number | null };
  readonly organization?: { readonly name: string; readonly industry: string };
  readonly diagnostics: readonly { readonly code: string; readonly severity: string }[];
}
const lines = (text: string): Line[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

/** Every table of a store, as one text. */
function exported(store: string): string {
  const { code, stdout } = aismm(folder, 'export', '--store', store);
  expect(code).toBe(0);
  return stdout;
}

/** What is asked once, however many tests look at it: starting the program is what takes long. */
function once<T>(ask: () => T): () => T {
  let asked: { readonly said: T } | undefined;
  return () => (asked ??= { said: ask() }).said;
}

const ingested = once(() => aismm(folder, 'ingest', 'returned'));

/** What a store says: all that is in it, figures, and what was rejected. */
function saidBy(store: string): { readonly tables: string; readonly figures: string; readonly rejects: string } {
  const portfolio = aismm(folder, 'portfolio', '--store', store, '--by', 'region', '--format', 'json');
  const tables = exported(store);
  aismm(folder, 'ingest', 'returned', '--store', store, '--rejects', 'said.csv', '--force');
  return { tables, figures: portfolio.stdout, rejects: readFileSync(join(folder, 'said.csv'), 'utf8') };
}
const saidByOne = once(() => saidBy('one.sqlite'));

interface Changes {
  readonly organization?: Partial<Assessment['organization']>;
  readonly answers?: Assessment['answers'];
}

/** An example, and a way to write it with changes. */
async function rewritten(): Promise<{ name: string; write: (path: string, changes: Changes) => void }> {
  const { model } = installed();
  const example = exampleOf(model, { seed: 1, profile: 'typical' });
  const fill = await makeFiller(asIssued(model));
  return {
    name: example.organization.name,
    write: (path, { organization, ...changes }) =>
      writeFileSync(
        join(folder, path),
        fill({ ...example, ...changes, organization: { ...example.organization, ...organization } }),
      ),
  };
}

describe('without a store', () => {
  test('a line a file, in the order of the names; what is broken is rejected, each in its own words', () => {
    const { code, stdout, stderr } = ingested();
    expect(code).toBe(3);
    const records = lines(stdout);
    expect(records.map(({ file }) => file)).toEqual(returned().map((name) => join('returned', name)));
    for (const { status, file, diagnostics } of records) {
      expect([file, status]).toEqual([file, isBroken(file) ? 'rejected' : 'accepted']);
      const way = /-([a-z]+)\.xlsx$/.exec(file)?.[1] as BrokenWay | undefined;
      if (way) expect([file, ...diagnostics.map((each) => each.code)]).toContain(BROKEN_WAYS[way].code);
    }
    expect(stderr).toMatch(/^accepted +30$/m);
    expect(stderr).toMatch(/^rejected +10$/m);
  });

  test('the same bytes twice are one original and one duplicate; lock files and others are skipped; archives are looked into', () => {
    const inside = join(folder, 'mixed');
    mkdirSync(join(inside, 'deeper'), { recursive: true });
    const [first = '', second = ''] = returned();
    copyFileSync(join(folder, 'returned', first), join(inside, 'b.xlsx'));
    copyFileSync(join(folder, 'returned', first), join(inside, 'deeper', 'a.xlsx'));
    writeFileSync(join(inside, '~$b.xlsx'), 'lock');
    writeFileSync(join(inside, 'notes.md'), 'x');
    const zip = zipSync({
      'in/c.xlsx': new Uint8Array(readFileSync(join(folder, 'returned', second))),
      'in/readme.txt': new Uint8Array(3),
    });
    writeFileSync(join(inside, 'z.zip'), zip);
    const { code, stdout, stderr } = aismm(folder, 'ingest', 'mixed');
    expect(code).toBe(0);
    expect(lines(stdout).map(({ file, status }) => [file, status])).toEqual([
      ['mixed/b.xlsx', 'accepted'],
      ['mixed/deeper/a.xlsx', 'duplicate'],
      ['mixed/z.zip/in/c.xlsx', 'accepted'],
    ]);
    // What is known already is not read: nobody can say more of it than which bytes it has.
    const [original, duplicate] = lines(stdout);
    expect(duplicate).toEqual({
      ...{ schemaVersion: 1, status: 'duplicate', file: 'mixed/deeper/a.xlsx' },
      sha256: original?.sha256,
    });
    expect(stderr).toMatch(/^skipped, not workbooks +3$/m);
  });

  test('files come out in the order they were given; what is in a folder, by name; what is given twice, once', () => {
    const [first = '', second = '', third = ''] = returned().map((name) => join('returned', name));
    const { stdout } = aismm(folder, 'ingest', third, first, 'returned/*01.xlsx', second, first);
    expect(lines(stdout).map(({ file }) => file)).toEqual([third, first, second]);
  });

  test('a path that leads to nothing is said, and is not a success', () => {
    const { code, stderr } = aismm(folder, 'ingest', 'nowhere');
    expect(code).toBe(1);
    expect(stderr).toContain('error file-not-found');
  });
});

describe('with a store', () => {
  test('one or two workers, other order, killed and repeated: the same exports, to the byte', () => {
    const files = returned().map((name) => join('returned', name));
    expect(aismm(folder, 'ingest', 'returned', '--store', 'one.sqlite', '--jobs', '1').code).toBe(3);
    expect(aismm(folder, 'ingest', ...files.reverse(), '--store', 'two.sqlite', '--jobs', '2').code).toBe(3);
    const script = fileURLToPath(new URL('kill.mjs', import.meta.url));
    const killed = spawnSync(process.execPath, [script, 'returned', 'three.sqlite', '4', '7'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(killed.stdout).toContain('SIGKILL');
    const one = exported('one.sqlite');
    expect(one.length).toBeGreaterThan(100_000);
    expect(exported('two.sqlite') === one).toBe(true);
    expect(exported('three.sqlite') === one).toBe(true);
  }, 120_000);

  test('a table in a file of CSV begins so that Excel knows its letters; what programs read does not', () => {
    const marks = (format: string): number[] => {
      expect(aismm(folder, 'export', '--store', 'one.sqlite', '--format', format, '--out', format).code).toBe(0);
      return readdirSync(join(folder, format)).map((name) =>
        readFileSync(join(folder, format, name), 'utf8').lastIndexOf('\ufeff'),
      );
    };
    expect(marks('csv')).toEqual(TABLE_NAMES.map(() => 0));
    expect(marks('ndjson')).toEqual(TABLE_NAMES.map(() => -1));
    expect(exported('one.sqlite')).not.toContain('\ufeff');
  });

  test('what is stored is not parsed again', () => {
    const again = aismm(folder, 'ingest', 'returned', '--store', 'one.sqlite', '--rejects', 'again.json');
    expect(again.stderr).toMatch(new RegExp(`^unchanged +${COUNT}$`, 'm'));
    // What was wrong is wrong still, and is said again: an ingest that was stopped reports all of it in the end.
    expect(again.code).toBe(3);
    expect(again.stderr).toMatch(/^ {2}rejected before +10$/m);
    const { diagnostics } = JSON.parse(readFileSync(join(folder, 'again.json'), 'utf8')) as {
      diagnostics: { file: string; severity: string }[];
    };
    const files = new Set(diagnostics.filter(({ severity }) => severity === 'error').map(({ file }) => file));
    expect(files.size).toBe(10);
  });

  test.each([1, 2, 5] as const)('a store of version %i is brought up to date, and says what it said', (version) => {
    const earlier = `version-${version}.sqlite`;
    copyFileSync(join(folder, 'one.sqlite'), join(folder, earlier));
    downgrade(join(folder, earlier), version);
    const said = saidBy(earlier);
    const one = saidByOne();
    expect(said.tables === one.tables).toBe(true);
    expect(said.figures).toBe(one.figures);
    expect(said.rejects).toBe(one.rejects);
    expect(said.rejects).toContain('damaged-file');
  });

  test('what a newer file has replaced at its path stays in the history', async () => {
    const { name, write } = await rewritten();
    for (const asOf of ['2025-05-01', '2026-05-01']) {
      write('yearly.xlsx', { organization: { asOf } });
      expect(aismm(folder, 'ingest', 'yearly.xlsx', '--store', 'yearly.sqlite').code).toBe(0);
    }
    const shown = aismm(folder, 'show', name, '--store', 'yearly.sqlite', '--json');
    const { history } = JSON.parse(shown.stdout) as { history: { asOf: string; path: string; superseded: boolean }[] };
    expect(history.map(({ asOf, path, superseded }) => [asOf, path, superseded])).toEqual([
      ['2025-05-01', 'yearly.xlsx', false],
      ['2026-05-01', 'yearly.xlsx', false],
    ]);
  });

  test('portfolio figures are those of an independent calculation', () => {
    const records = lines(ingested().stdout).filter(({ status }) => status === 'accepted');
    const figures = records.map(({ program }) => program?.maturity).filter((value) => typeof value === 'number');
    const { stdout } = aismm(
      folder,
      'portfolio',
      '--store',
      'one.sqlite',
      '--by',
      'industry',
      '--min',
      '3',
      '--format',
      'json',
    );
    const portfolio = JSON.parse(stdout) as {
      n: number;
      program: { mean: number; median: number };
      groups: { key: string; n: number; program: unknown }[];
    };
    const sorted = figures.sort((a, b) => a - b);
    const half = sorted.length / 2;
    expect(portfolio.n).toBe(records.length);
    expect(portfolio.program.mean).toBeCloseTo(sorted.reduce((sum, value) => sum + value, 0) / sorted.length, 9);
    expect(portfolio.program.median).toBeCloseTo(
      ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2,
      9,
    );
    for (const { key, n, program } of portfolio.groups) {
      expect(n).toBe(records.filter(({ organization }) => organization?.industry === key).length);
      expect(program === null).toBe(n < 3);
    }
  });

  test('a corrected workbook of the same organization and date supersedes the older one, which is kept', async () => {
    const { name: organization, write } = await rewritten();
    mkdirSync(join(folder, 'twice'));
    for (const [name, answer, day] of [
      ['new', 'met', 1_750_000_000],
      ['old', 'not-met', 1_700_000_000],
    ] as const) {
      write(join('twice', `${name}.xlsx`), { answers: new Map([['GOV-2A', { answer }]]) });
      utimesSync(join(folder, 'twice', `${name}.xlsx`), day, day);
    }
    aismm(folder, 'ingest', 'twice/new.xlsx', 'twice/old.xlsx', '--store', 'twice.sqlite');
    const shown = JSON.parse(
      aismm(folder, 'show', organization.toUpperCase(), '--store', 'twice.sqlite', '--json').stdout,
    ) as {
      history: { path: string; superseded: boolean }[];
    };
    expect(shown.history.map(({ path, superseded }) => [path, superseded])).toEqual([
      ['twice/old.xlsx', true],
      ['twice/new.xlsx', false],
    ]);
    const missing = aismm(folder, 'show', 'Nobody', '--store', 'twice.sqlite');
    expect(missing.code).toBe(1);
    expect(missing.stderr).toContain('error unknown-organization');
    const nothing = aismm(folder, 'forget', '--file', 'nope', '--store', 'twice.sqlite');
    expect([nothing.code, nothing.stderr]).toEqual([1, expect.stringContaining('error unknown-workbook')]);
  });

  test('a store that can’t be used is said so, and left as it is', () => {
    writeFileSync(
      join(folder, 'no.sqlite'),
      'this is no database, though it is long enough to be taken for one'.repeat(20),
    );
    const before = readFileSync(join(folder, 'no.sqlite'), 'utf8');
    const wrong = aismm(folder, 'ingest', 'mixed', '--store', 'no.sqlite');
    expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining('error store-unusable')]);
    expect(readFileSync(join(folder, 'no.sqlite'), 'utf8')).toBe(before);
    expect(aismm(folder, 'portfolio', '--store', 'none.sqlite').stderr).toContain('error store-unusable');
    expect(existsSync(join(folder, 'none.sqlite'))).toBe(false);
    expect(aismm(folder, 'ingest', 'mixed', '--store', 'mysql://host/db').code).toBe(2);
    mkdirSync(join(folder, 'locked'));
    chmodSync(join(folder, 'locked'), 0o500);
    if (process.getuid?.() !== 0)
      expect(aismm(folder, 'ingest', 'mixed', '--store', 'locked/a.sqlite').stderr).toContain('store-unusable');
  });

  test('one file that takes too long costs nothing else', () => {
    const { code, stdout } = aismm(folder, 'ingest', 'mixed', '--time-limit', '0.001');
    expect(code).toBe(3);
    // The copy of a file is not read where the digest of the file was known before its time was up.
    const read = lines(stdout).filter(({ status }) => status !== 'duplicate');
    expect(read.length).toBeGreaterThanOrEqual(2);
    expect(read.map(({ diagnostics }) => diagnostics[0]?.code)).toEqual(read.map(() => 'too-slow'));
  });

  test('rejected workbooks that can be read come back with their cells marked', () => {
    const run = aismm(folder, 'ingest', 'returned', '--annotate-rejects', 'back', '--rejects', 'rejects.csv');
    expect(run.code).toBe(3);
    expect(readdirSync(join(folder, 'back')).map((name) => name.replace(/-[0-9a-f]{8}/, '').split('-')[2])).toEqual([
      'mistyped.xlsx',
      'row.xlsx',
    ]);
    const text = readFileSync(join(folder, 'rejects.csv'), 'utf8');
    // Excel takes the letters for others without a mark, and with two of them for one more letter.
    expect(text.lastIndexOf('\ufeff')).toBe(0);
    const csv = text.slice(1).split('\r\n');
    expect(csv[0]).toBe(
      'file,severity,code,sheet,cell,objective,field,found,message,organization,unit,assessor,contact,mailedBy',
    );
    expect(csv.some((line) => line.includes('unknown-option,Control Objectives,F'))).toBe(true);
  });
});

describe('copies of what was rejected', () => {
  /** A workbook that is rejected for an answer, under whatever names an archive has for it. */
  const rejected = (): Uint8Array => {
    const name = returned().find((each) => each.includes('-mistyped')) ?? expect.fail('one is mistyped');
    return new Uint8Array(readFileSync(join(folder, 'returned', name)));
  };

  test('come for each entry, whatever it is called, and one bad name stops none', () => {
    const bytes = rejected();
    const names = ['nul\u0000.xlsx', `${'ж'.repeat(125)}.xlsx`, 'new\nline.xlsx', '-rf.xlsx', 'NUL.xlsx', 'plain.xlsx'];
    writeFileSync(join(folder, 'named.zip'), zipSync(Object.fromEntries(names.map((name) => [name, bytes]))));
    const { code, stderr } = aismm(folder, 'ingest', 'named.zip', '--annotate-rejects', 'named');
    expect([code, stderr]).toEqual([3, expect.not.stringContaining('Internal error')]);
    const stems = readdirSync(join(folder, 'named')).map((name) => name.replace(/-[0-9a-f]{8}\.xlsx$/, ''));
    expect(stems.sort()).toEqual(['_NUL', '_rf', 'new_line', 'nul_', 'plain', 'ж'.repeat(75)]);
  });

  test('are not made of a file that took too long: nobody reads it again', () => {
    writeFileSync(join(folder, 'slow.xlsx'), rejected());
    const { stderr } = aismm(folder, 'ingest', 'slow.xlsx', '--annotate-rejects', 'slow', '--time-limit', '0.001');
    expect(stderr).toContain('slow.xlsx: no copy, because the file takes too much time or memory');
    expect(existsSync(join(folder, 'slow'))).toBe(false);
  });
});

test.each([
  [{ name: 'AbortError' }, 'too-slow'],
  [{ code: 'ERR_WORKER_OUT_OF_MEMORY' }, 'too-much-memory'],
  [new Error('x'), 'our-fault'],
])('a worker that ends with %j rejects its file, and says why', (error, code) => {
  expect(told([whyNot(error, { timeLimit: 1000, heapLimit: 256 })])).toMatchObject([{ code, severity: 'error' }]);
});

test('a workbook made by the dozen reads back as exactly what it was made of', async () => {
  const { model } = installed();
  const fill = await makeFiller(asIssued(model));
  for (const seed of [1, 2, 3]) {
    const assessment = exampleOf(model, { seed, profile: 'typical' });
    const { value, diagnostics } = inEnglish(readWorkbook(fill(assessment), shelfOf(model)));
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(value?.assessment).toEqual(assessment);
  }
});
