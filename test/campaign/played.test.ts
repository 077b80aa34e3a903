/** A campaign as it happens, with every trouble: what is wrong is told by line and file, and what counts is right. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CampaignStatus } from '../../src/desk/status.js';
import { aismm, newFolder } from '../cli/run.js';
import {
  answerAll,
  killedAfter,
  listOf,
  manifestIn,
  started,
  STATUS_DAY,
  TROUBLES,
  troubleOf,
  unitName,
  wrongIn,
  type PlayedUnit,
} from './play.js';

/** Units that take part: `npm run bench:campaign` takes 400. */
const UNITS = Number(process.env['AISMM_CAMPAIGN'] ?? TROUBLES.length);
const HOUR = 3_600_000;

const folder = newFolder();
const issued = join(folder, 'issued');
const tokensIn = (): Record<string, string> =>
  Object.fromEntries(manifestIn(issued).issued.map(({ unit, token }) => [unit, token]));

/** Seconds that something took: by the clock, and of this process and its children. */
async function timed<T>(what: string, run: () => T | Promise<T>): Promise<T> {
  const [began, cpu] = [performance.now(), process.cpuUsage()];
  const result = await run();
  const { user, system } = process.cpuUsage(cpu);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  if (UNITS > TROUBLES.length)
    process.stderr.write(
      `${what}: ${seconds} s by the clock, ${((user + system) / 1e6).toFixed(1)} s of this process\n`,
    );
  return result;
}

describe('a list with mistakes', () => {
  test('is refused line by line, and nothing is written', () => {
    const lines = [
      'organization,unit,contact,categories,targets,due',
      'Example Group,Unit 001,a@example.com,,,',
      'example group,UNIT 001,b@example.com,,,',
      'Example Group,Unit 002,,GOV; XYZ,,',
      'Example Group,Unit 003,,,9,',
      '=HYPERLINK("x"),Unit 004,,,,',
      'Example Group,Unit 005,,,,soon',
    ];
    writeFileSync(join(folder, 'bad.csv'), `${lines.join('\n')}\n`);
    const bad = aismm(folder, 'issue', 'bad.csv', '--into', 'never');
    expect([bad.code, bad.stderr.match(/^bad\.csv, line \d.*? error [\w-]+/gm)]).toMatchInlineSnapshot(`
      [
        1,
        [
          "bad.csv, line 3, column 1: error list-repeated-row",
          "bad.csv, line 4, column 4: error list-value",
          "bad.csv, line 5, column 5: error list-value",
          "bad.csv, line 6, column 1: error list-formula",
          "bad.csv, line 6, column 1: error list-missing-name",
          "bad.csv, line 7, column 6: error list-value",
        ],
      ]
    `);
    writeFileSync(join(folder, 'columns.csv'), 'unit,contact\nUnit 001,a@example.com\n');
    const columns = aismm(folder, 'issue', 'columns.csv', '--into', 'never');
    expect([columns.code, columns.stderr.includes('list-missing-column')]).toEqual([1, true]);
  });
});

describe('the campaign', () => {
  let played: readonly PlayedUnit[] = [];
  let status: CampaignStatus;
  let statusSaid = '';

  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'list.csv'), listOf(UNITS));
    const issue = ['issue', 'list.csv', '--into', 'issued'];
    await killedAfter(Math.ceil(UNITS / 3), folder, 'issued', ...issue);
    const before = tokensIn();
    // Two at once go on where one was stopped: the second is told, or comes when the first is done.
    const both = await timed('issue, after it was stopped', () =>
      Promise.all([started(folder, ...issue).ended, started(folder, ...issue).ended]),
    );
    const codes = both.map(({ code, stderr }) => (stderr.includes('folder-in-use') ? 'in use' : code));
    expect([...codes].sort()).toEqual(codes.includes('in use') ? [0, 'in use'] : [0, 0]);
    expect(tokensIn()).toEqual(before);
    expect(wrongIn(issued)).toEqual([]);
    played = await timed('twelve parts for each unit: split, filled, merged, read', () => answerAll(folder, UNITS));
    // A workbook of another list, made with the same key.
    writeFileSync(join(folder, 'other.csv'), 'organization,unit\nExample Group,Unit 001\n');
    expect(aismm(folder, 'issue', 'other.csv', '--into', 'other', '--key', 'issued.key').code).toBe(0);
    writeFileSync(
      join(folder, 'returned', 'other list.xlsx'),
      readFileSync(join(folder, 'other', 'Example Group - Unit 001.xlsx')),
    );
    const ingest = await timed('ingest', () => started(folder, 'ingest', 'returned', '--store', 's.sqlite').ended);
    expect(ingest.code).toBe(3);
    const asked = ['status', 'list.csv', '--store', 's.sqlite', '--issued', 'issued', '--date', STATUS_DAY, '--json'];
    const { stdout, stderr } = await timed('status', () => aismm(folder, ...asked));
    status = JSON.parse(stdout) as CampaignStatus;
    statusSaid = stderr;
  }, HOUR);

  test('merged workbooks have the figures of the whole', () => {
    expect(played.filter(({ isSame }) => isSame === false)).toEqual([]);
    expect(played.filter(({ isSame }) => isSame === true).length).toBeGreaterThan(UNITS * 0.9 - 1);
  });

  test.each([
    ['renamed', []],
    ['the same part twice', [/^(copy of a part|Unit \d+-GOV)\.xlsx merge-same-file$/]],
    ['a part of another unit', [/\.xlsx merge-other-organization$/, /\.xlsx merge-other-token$/]],
    ['a part of another edition', [/^zz last year\.xlsx merge-other-model$/]],
    ['a forged token', [/\.xlsx merge-other-token$/]],
    ['a part is missing', [/^merge-part-missing$/]],
  ] as const)('%s: the merge tells the file', (trouble, expected) => {
    const those = played.filter((each) => each.trouble === trouble);
    expect(those.length).toBeGreaterThan(0);
    for (const { told } of those) {
      for (const each of expected)
        expect(told.filter((line) => each.test(line)).length, told.join()).toBeGreaterThan(0);
      expect(told.filter((line) => !expected.some((each) => each.test(line)))).toEqual([]);
    }
  });

  test('every row has the state of what happened to its unit, and the file by its token', () => {
    const stateOf = new Map<string, string>(TROUBLES);
    const rows = new Map(status.rows.map((row) => [row.unit, row]));
    for (let unit = 0; unit < UNITS; unit += 1) {
      const row = rows.get(unitName(unit));
      const trouble = troubleOf(unit);
      const isLate = unit % 2 === 0 && stateOf.get(trouble) !== 'complete';
      const by =
        trouble === 'a forged token'
          ? 'name'
          : ['nothing comes back', 'parts that no one merged'].includes(trouble)
            ? null
            : 'token';
      expect([unitName(unit), trouble, row?.state, row?.isLate, row?.matchedBy]).toEqual([
        ...[unitName(unit), trouble, stateOf.get(trouble), isLate, by],
      ]);
      expect(row?.contact).toBe(`unit${unit + 1}@example.com`);
      if (trouble === 'parts that no one merged') expect([row?.parts, row?.file]).toEqual([3, '']);
      if (trouble === 'sent twice')
        expect([row?.files, row?.file.endsWith(`${unitName(unit)}.xlsx`)]).toEqual([2, true]);
    }
  });

  test('forged tokens and tokens of another list are told by file, and what belongs to no row is named', () => {
    const forged = played.filter(({ trouble }) => trouble === 'a forged token').map(({ unit }) => unitName(unit));
    const told = statusSaid.match(/^.*warning token-forged/gm) ?? [];
    expect(told.length).toBe(forged.length);
    for (const unit of forged) expect(told.some((line) => line.includes(`${unit}.xlsx`))).toBe(true);
    expect(statusSaid).toMatch(/other list\.xlsx.*token-of-other-list/);
    expect(status.strangers.map(({ file }) => file.split('/').at(-1)).sort()).toEqual([
      'other list.xlsx',
      'stranger.xlsx',
    ]);
  });

  test('the portfolio counts each unit once, and no part as a whole', async () => {
    const { stdout } = await timed('portfolio', () =>
      aismm(folder, 'portfolio', '--store', 's.sqlite', '--format', 'json'),
    );
    const accepted = status.counts.complete + status.counts.partial;
    expect((JSON.parse(stdout) as { n: number }).n).toBe(accepted + 1);
  });
});
