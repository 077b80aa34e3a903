/** The store as a file: whose workbooks belong together, what is left behind, and what is said when it can't be used. */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment/assessment.js';
import { organizationKey } from '../../src/desk/row.js';
import { StoreFault } from '../../src/store/fault.js';
import { asFault } from '../../src/store/sqlite/store-fault.js';
import { makeFiller, type Filler } from '../../src/workbook/fill-many.js';
import { exampleOf } from '../assessments.js';
import { aismm } from '../cli/run.js';
import { asIssued, installed } from '../installed.js';
import { told } from '../told.js';
import { downgrade } from './downgrade.js';

const { model } = installed();
const example = exampleOf(model, { seed: 3, profile: 'typical' });
let folder = '';
let fill: Filler;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aismm-test-'));
  fill = await makeFiller(asIssued(model));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A workbook that differs from the others of its name in one answer. */
function put(path: string, organization: Partial<Assessment['organization']>, answer: 'met' | 'not-met' = 'met'): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  const answers = new Map(example.answers).set('GOV-2A', { answer, evidence: 'Seen.' });
  const organized = { ...example.organization, ...organization };
  writeFileSync(join(folder, path), fill({ ...example, organization: organized, answers }));
}

const setTime = (path: string, seconds: number): void => utimesSync(join(folder, path), seconds, seconds);
const json = (...args: string[]): unknown => JSON.parse(aismm(folder, ...args).stdout);

test('case, width, spaces and ß make no other organization; a bar in a name is no border', () => {
  const key = (name: string, unit = ''): string => organizationKey({ name, unit }, 'digest');
  expect(key('STRASSE  AG')).toBe(key('Straße ＡＧ '));
  expect(key('a|b')).not.toBe(key('a', 'b|'));
  expect(key('a\\', 'b')).not.toBe(key('a', '\\b'));
});

test('a time that an archive has made up is none: what was sent later is the newer one', () => {
  put('times/own.xlsx', { name: 'Times' }, 'met');
  setTime('times/own.xlsx', 1_700_000_000);
  put('made-up.xlsx', { name: 'Times' }, 'not-met');
  const bytes = new Uint8Array(readFileSync(join(folder, 'made-up.xlsx')));
  writeFileSync(join(folder, 'times/sent.zip'), zipSync({ 'made-up.xlsx': bytes }, { mtime: '2099-06-01T12:00:00' }));
  expect(aismm(folder, 'ingest', 'times', '--store', 'times.sqlite', '--jobs', '1').code).toBe(0);
  const { history } = json('show', 'times', '--store', 'times.sqlite', '--json') as {
    history: { path: string; superseded: boolean }[];
  };
  expect(history.map(({ path, superseded }) => [path, superseded])).toEqual([
    ['times/sent.zip/made-up.xlsx', true],
    ['times/own.xlsx', false],
  ]);
});

test('workbooks without a name are nobody’s: each counts, with a warning, and none replaces another', () => {
  put('nameless/a.xlsx', { name: '' });
  put('nameless/b.xlsx', { name: ' ' }, 'not-met');
  put('nameless/c.xlsx', { name: 'Named' });
  const { stdout, stderr } = aismm(folder, 'ingest', 'nameless');
  const warned = stdout
    .trim()
    .split('\n')
    .map((line) => (line.includes('"organization-unnamed"') ? 1 : 0));
  expect(warned).toEqual([1, 1, 0]);
  // The named one has warnings too: answers without evidence.
  expect(stdout.trim().split('\n')[2]).toContain('"met-without-evidence"');
  expect(stderr).toMatch(/^ {2}with warnings +3$/m);
  expect(aismm(folder, 'ingest', 'nameless', '--store', 'nameless.sqlite').code).toBe(0);
  expect(json('portfolio', '--store', 'nameless.sqlite', '--format', 'json')).toMatchObject({ n: 3 });
  // Stores of the first version took them for one organization.
  downgrade(join(folder, 'nameless.sqlite'));
  expect(json('portfolio', '--store', 'nameless.sqlite', '--format', 'json')).toMatchObject({ n: 3 });
});

test('a portfolio as CSV has levels, completeness and what is most often not met', () => {
  const { stdout } = aismm(folder, 'portfolio', '--store', 'nameless.sqlite', '--format', 'csv', '--min', '1');
  const [head = '', ...rows] = stdout.trim().split('\r\n');
  expect(head).toBe('kind,id,n,mean,min,q1,median,q3,max,level_1,level_2,level_3,level_4,level_5,applicable,share');
  const cells = rows.map((row) => row.split(','));
  const ofKind = (kind: string): string[][] => cells.filter(([first]) => first === kind);
  expect([...new Set(cells.map(([kind]) => kind))]).toEqual(['program', 'completeness', 'domain', 'category', 'unmet']);
  for (const row of [...ofKind('program'), ...ofKind('category')])
    expect(row.slice(9, 14).reduce((sum, n) => sum + Number(n), 0)).toBe(3);
  expect(ofKind('completeness')).toHaveLength(1);
  for (const row of ofKind('unmet')) expect(Number(row[2]) / Number(row[14])).toBeCloseTo(Number(row[15]), 9);
  expect(ofKind('unmet')).toHaveLength(10);
});

test('more workers than are of use are fewer, and it is said; a limit may be as long as one likes', () => {
  const { code, stderr } = aismm(folder, 'ingest', 'nameless', '--jobs', '5000', '--time-limit', '1e300');
  expect(code).toBe(0);
  expect(stderr).toMatch(
    new RegExp(`^--jobs 5000 is more .*\\. “aismm ingest” reads ${4 * availableParallelism()} workbooks`),
  );
});

test.each([
  ['the copy last', ['one', 'two']],
  ['the copy first', ['two', 'one']],
])('an old workbook that is sent again does not take the place of its correction: %s', (_, order) => {
  const at = `again-${order.join('-')}`;
  put(`${at}/one/old.xlsx`, { name: 'Sup' }, 'not-met');
  put(`${at}/one/new.xlsx`, { name: 'Sup' });
  mkdirSync(join(folder, at, 'two'));
  copyFileSync(join(folder, at, 'one/old.xlsx'), join(folder, at, 'two/backup of old.xlsx'));
  setTime(`${at}/one/old.xlsx`, 1_700_000_000);
  setTime(`${at}/one/new.xlsx`, 1_700_100_000);
  const superseded = (): unknown => {
    const { history } = json('show', 'Sup', '--store', `${at}.sqlite`, '--json') as {
      history: { path: string; superseded: boolean }[];
    };
    return history.map((each) => [each.path, each.superseded]);
  };
  const expected = [
    [`${at}/one/old.xlsx`, true],
    [`${at}/one/new.xlsx`, false],
  ];
  for (const each of order) expect(aismm(folder, 'ingest', `${at}/${each}`, '--store', `${at}.sqlite`).code).toBe(0);
  expect(superseded()).toEqual(expected);
  // Nor does it when its own file is written again.
  setTime(`${at}/one/old.xlsx`, 1_800_000_000);
  aismm(folder, 'ingest', at, '--store', `${at}.sqlite`);
  expect(superseded()).toEqual(expected);
});

test('every sender of a rejected workbook hears of it, and it counts once', () => {
  put('copies/a.xlsx', { name: 'A' });
  writeFileSync(join(folder, 'copies/cut.xlsx'), readFileSync(join(folder, 'copies/a.xlsx')).subarray(0, 9_000));
  copyFileSync(join(folder, 'copies/cut.xlsx'), join(folder, 'copies/cut again.xlsx'));
  for (const report of ['first.csv', 'second.csv']) {
    const { code, stderr } = aismm(folder, 'ingest', 'copies', '--store', 'copies.sqlite', '--rejects', report);
    expect(code).toBe(3);
    if (report === 'first.csv') expect(stderr).toMatch(/^rejected +1\n {2}damaged-file +1\nduplicates +1$/m);
    else
      expect(stderr).toMatch(
        /^rejected +0\nduplicates +0\nunchanged +3\n {2}rejected before +2\n {4}damaged-file +2$/m,
      );
    const lines = readFileSync(join(folder, report), 'utf8').trim().split('\r\n').slice(1);
    expect(lines.map((line) => line.split(',')[0])).toEqual(['copies/cut again.xlsx', 'copies/cut.xlsx']);
  }
});

test('reports that can’t be written are refused before anything is read', () => {
  put('some/a.xlsx', { name: 'A' });
  writeFileSync(join(folder, 'taken.csv'), 'mine');
  writeFileSync(join(folder, 'no-folder'), 'mine');
  mkdirSync(join(folder, 'taken'));
  writeFileSync(join(folder, 'taken/file'), 'mine');
  for (const [args, code, said] of [
    [['--rejects', 'taken.csv'], 1, 'error file-exists'],
    [['--rejects', 'taken.csv/report.csv'], 2, '"taken.csv" is a file, not a folder.'],
    [['--annotate-rejects', 'taken'], 1, 'error file-exists: The folder “taken” is not empty.'],
    [['--annotate-rejects', 'no-folder'], 2, 'this is a file. Use the name of a folder.'],
  ] as const) {
    const run = aismm(folder, 'ingest', 'some', '--store', 'none.sqlite', ...args);
    expect([run.code, run.stderr]).toEqual([code, expect.stringContaining(said)]);
    expect(existsSync(join(folder, 'none.sqlite'))).toBe(false);
  }
  expect(aismm(folder, 'ingest', 'some', '--rejects', 'taken.csv', '--annotate-rejects', 'taken', '--force').code).toBe(
    0,
  );
});

test('a name that is a part of a stored one is suggested; a percentile is called one', () => {
  for (const name of ['Acme AG', 'Beta', 'Gamma', 'Delta', 'Epsilon', 'Zeta']) put(`named/${name}.xlsx`, { name });
  aismm(folder, 'ingest', 'named', '--store', 'named.sqlite');
  expect(aismm(folder, 'show', 'acme', '--store', 'named.sqlite').stderr).toContain('Did you mean “Acme AG”?');
  // All stand at the same place.
  expect(aismm(folder, 'show', 'Acme AG', '--store', 'named.sqlite').stdout).toContain(
    'Percentile 50 among the 5 other organizations in the store.',
  );
});

test('a store at rest is one file that can be read where nothing may be written', () => {
  const head = new Uint8Array(20);
  readSync(openSync(join(folder, 'named.sqlite'), 'r'), head, 0, 20, 0);
  // Bytes 18 and 19 of SQLite's format: 2 would want a file beside it even to be read.
  expect([head[18], head[19]]).toEqual([1, 1]);
  expect(existsSync(join(folder, 'named.sqlite-wal'))).toBe(false);
});

test('what is damaged, empty or no store is said so, and nothing is called intact that may not be', () => {
  const asked = (store: string): string => {
    const { code, stderr } = aismm(folder, 'portfolio', '--store', store);
    expect([code, stderr]).toEqual([1, expect.stringContaining('error store-unusable')]);
    expect(stderr).not.toMatch(/intact|kept/);
    return stderr;
  };
  writeFileSync(join(folder, 'empty.sqlite'), '');
  expect(asked('empty.sqlite')).toContain('the store is empty');
  expect(readFileSync(join(folder, 'empty.sqlite'))).toHaveLength(0);
  copyFileSync(join(folder, 'named.sqlite'), join(folder, 'cut.sqlite'));
  truncateSync(join(folder, 'cut.sqlite'), 60_000);
  expect(asked('cut.sqlite')).toContain('the store is damaged');
  // Letters of states that there are none of: SQLite does not notice.
  const bytes = readFileSync(join(folder, 'named.sqlite'));
  const at = bytes.indexOf(/[mpubex]{100}/.exec(bytes.toString('latin1'))?.[0] ?? '');
  writeFileSync(join(folder, 'odd.sqlite'), bytes.fill('?', at, at + 9));
  expect(asked('odd.sqlite')).toContain('the store is damaged');
});

test.each([
  [{ rawCode: 13, message: 'database or disk is full' }, 'the disk is full'],
  [{ rawCode: 8, message: 'x' }, 'the store is read-only'],
  [{ rawCode: 1544, message: 'attempt to write a readonly database' }, 'the folder is read-only'],
  [{ rawCode: 267, message: 'x' }, 'the store is damaged'],
  [
    { message: 'ConnectionFailed("Unable to open connection to local database /x/y: 14")' },
    'its parent folder does not exist',
  ],
])('%j in words', (error, words) => {
  const fault = asFault(error, 'a.sqlite');
  expect(told(fault instanceof StoreFault ? [fault.finding] : [])).toMatchObject([
    { code: 'store-unusable', detail: expect.stringContaining(words) as string },
  ]);
});

test('what is no fault of the store stays what it is', () => {
  const error = new Error('broken promise');
  expect(asFault(error, 'a.sqlite')).toBe(error);
});

test.skipIf(process.platform === 'win32')(
  'a disk that takes no more ends in words, and the ingest can be continued',
  () => {
    for (let n = 0; n < 12; n += 1) put(`many/${n}.xlsx`, { name: `Organization ${n}` });
    const main = new URL('../../dist/cli/main.js', import.meta.url).pathname;
    const limited = `trap '' XFSZ; ulimit -f 200; exec "${process.execPath}" "${main}" ingest many --store limited.sqlite`;
    const { status, stderr } = spawnSync('sh', ['-c', limited], { cwd: folder, encoding: 'utf8' });
    expect([status, stderr]).toEqual([1, expect.stringContaining('error store-unusable')]);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(aismm(folder, 'ingest', 'many', '--store', 'limited.sqlite').code).toBe(0);
    expect(json('portfolio', '--store', 'limited.sqlite', '--format', 'json')).toMatchObject({ n: 12 });
  },
);

test('an ingest that is left early lets its workers finish', () => {
  for (let n = 0; n < 12; n += 1) put(`early/${n}.xlsx`, { name: `Organization ${n}` });
  const script = `
    import { discover, ingest } from '${new URL('../../dist/node.js', import.meta.url).href}';
    import { installedModel } from '${new URL('../../dist/cli/world.js', import.meta.url).href}';
    const options = { jobs: 2, timeLimit: 20_000, heapLimit: 256, models: [installedModel()], kind: 'row', tool: 't', language: 'en' };
    for await (const one of ingest(discover(['early']), options)) {
      const until = Date.now() + 500;
      while (Date.now() < until);
      break;
    }
    console.log('left');`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect([status, stdout, stderr]).toEqual([0, 'left\n', '']);
});
