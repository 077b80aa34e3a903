/** SECURITY.md is true: each promise names tests that are there, each limit is the one of the code; and promises that no other test holds. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { issue } from '../../src/layout/shelf.js';
import { checkWorkbook, readWorkbook } from '../../src/host/bound.js';
import { scoreAssessment } from '../../src/index.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import type { PlannedCell } from '../../src/xlsx/plan.js';
import { readGrid } from '../../src/xlsx/read.js';
import { writeXlsx } from '../../src/xlsx/write.js';
import { returnedModel, returnedWith } from '../returned.js';
import { shelfOf } from '../installed.js';

const ROOT = new URL('../../', import.meta.url).pathname;
const page = readFileSync(join(ROOT, 'docs/SECURITY.md'), 'utf8');
const section = (heading: string): string => page.split(/^## /m).find((each) => each.startsWith(heading)) ?? '';
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

describe('each promise', () => {
  const promises = section('What is promised')
    .split(/^- /m)
    .slice(1)
    .map((text) => text.replace(/\s+/g, ' '));

  test('has a number, in order', () => {
    expect(promises.map((text) => /^\*\*(P\d+)\. /.exec(text)?.[1])).toEqual(promises.map((_, i) => `P${i + 1}`));
    expect(promises.length).toBeGreaterThan(10);
  });

  const rows = [...section('Tests of the promises').matchAll(/^\| (P\d+) \| (.+) \|$/gm)];

  test('has a row of tests, in order', () => {
    expect(rows.map(([, id]) => id)).toEqual(promises.map((_, i) => `P${i + 1}`));
  });

  test.each(rows.map(([row]) => row))('names tests that are there: %s', (row) => {
    const named = [...row.matchAll(/`(test\/[^`]+\.test\.ts)`: ((?:“[^”]+”(?:, )?)+)/g)];
    expect(named.length).toBeGreaterThan(0);
    for (const [, file = '', titles = ''] of named) {
      expect(existsSync(join(ROOT, file)), file).toBe(true);
      for (const [, title = ''] of titles.matchAll(/“([^”]+)”/g)) expect(titlesIn(read(file)), file).toContain(title);
    }
  });
});

/** What stands in quotes at the beginning of a call or of a row of a table of tests. Behind a colon a table may fill it in. */
function titlesIn(source: string): string[] {
  return [...source.matchAll(/[([]\s*['`]((?:[^'`\\]|\\.)+)['`],/g)].flatMap(([, title = '']) => [
    title,
    title.replace(/: %s$/, ''),
  ]);
}

test('each limit is the one of the code', () => {
  const rows = [...section('Limits').matchAll(/^\| (.+?) \| ([\d,]+)(?: (MiB))? \| `(.+?)` `(.+?)` \|$/gm)];
  expect(rows.length).toBe(section('Limits').split('\n| ').length - 3);
  const stated = rows.map(([, what, figure = '', unit]) => [
    what,
    Number(figure.replaceAll(',', '')) * (unit ? 2 ** 20 : 1),
  ]);
  expect(stated).toEqual(rows.map(([, what, , , file = '', name = '']) => [what, constantIn(read(file), name)]));
});

/** The number that a constant of a file is, or a property of one: products of numbers and other constants. */
function constantIn(source: string, name: string): number | undefined {
  const [constant = '', property] = name.split('.');
  const plain = source.replace(/\/\*\*.*?\*\//gs, '');
  const [, written = ''] = new RegExp(`^(?:export )?const ${constant}\\b[^=]*= ([^;]+);`, 'm').exec(plain) ?? [];
  const value = property === undefined ? written : new RegExp(`\\b${property}: ([^,}]+)`).exec(written)?.[1];
  const factors = value?.split('*').map((factor) => factor.trim().replaceAll('_', ''));
  return factors?.reduce(
    (product, each) => product * (/^\d+$/.test(each) ? Number(each) : (constantIn(source, each) ?? NaN)),
    1,
  );
}

const shelf = shelfOf(returnedModel);
const answers = {
  'GOV-2A': { measured: 97, evidence: '=1+1' },
  'GOV-2B': { answer: 'met', evidence: '@SUM(A1)', notes: '+1', action: '-2', owner: '=HYPERLINK("x")' },
  'IAM-2A': { answer: 'partly' },
} as const;

/** The workbook that is sent back, some of its cells changed. */
function sent(change: (cell: PlannedCell) => PlannedCell = (cell) => cell): Promise<Uint8Array> {
  const plan = planWorkbook(issue(returnedModel, { tool: 'test' }), { assessment: returnedWith(answers) });
  return writeXlsx({ ...plan, sheets: plan.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map(change) })) });
}

test('replacing formulas or their stored results with other numbers does not change the scores', async () => {
  let typed = 0;
  const better = await sent((cell) => {
    if (cell.formula === undefined || typeof cell.value !== 'number') return cell;
    typed += 1;
    const { formula: _, ...plain } = cell;
    return { ...(typed % 2 === 0 ? plain : cell), value: 5 };
  });
  expect(typed).toBeGreaterThan(50);
  const [ours, theirs] = [await sent(), better].map((bytes) => {
    const { value } = readWorkbook(bytes, shelf);
    return value && scoreAssessment(value.model, value.assessment);
  });
  expect(ours?.program.maturity).toBeGreaterThan(0);
  expect(theirs).toEqual(ours);
});

test('a formula in an answer cell is rejected, even if its result is a valid answer', async () => {
  const bytes = await sent((cell) =>
    cell.subject?.row === 'GOV-3A' && cell.subject.column === 'answer'
      ? { ...cell, formula: '"M"&"et"', value: 'Met' }
      : cell,
  );
  const { value, findings } = readWorkbook(bytes, shelf);
  expect(findings.map(({ code, objective }) => `${code} ${objective}`)).toEqual(['formula-in-input GOV-3A']);
  expect(value?.assessment.answers.has('GOV-3A')).toBe(false);
});

test('a text that begins with =, +, - or @ is written as text, not as a formula', async () => {
  const { value } = readGrid(await sent());
  const cells = value?.sheets.flatMap(({ rows }) => rows.flatMap((row) => row.cells)) ?? [];
  for (const text of ['=1+1', '@SUM(A1)', '+1', '-2', '=HYPERLINK("x")']) {
    const found = cells.filter((cell) => cell.value?.kind === 'text' && cell.value.text === text);
    expect(
      found.map(({ formula }) => formula),
      text,
    ).toEqual([undefined]);
  }
  expect(checkWorkbook(await sent(), shelf).findings.filter(({ code }) => code === 'formula-in-input')).toEqual([]);
});

test('a workbook part with an incorrect checksum is rejected', async () => {
  // Packed as it is, so that its bytes still are XML when one of them has changed.
  const bytes = zipSync(unzipSync(await sent()), { level: 0 });
  const at = Buffer.from(bytes).indexOf('GOV-2A');
  expect(at).toBeGreaterThan(0);
  bytes[at] = 'X'.charCodeAt(0);
  const { value, findings } = readWorkbook(bytes, shelf);
  expect(value).toBeUndefined();
  expect(findings[0]).toMatchObject({ code: 'damaged-file', facts: { fault: 'part-checksum' } });
});

test('only the modules for PostgreSQL stores and buckets can access the network', () => {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  expect(files.length).toBeGreaterThan(100);
  const reaching = files.filter((file) =>
    /from '(?:node:)?(?:https?|http2|net|tls|dgram|dns)(?:\/[^']*)?'|\bfetch\(|\bWebSocket\b|XMLHttpRequest/.test(
      read(`src/${file}`),
    ),
  );
  expect(reaching).toEqual([]);
  const asking = files.filter((file) => /from 'pg(?:-[a-z-]+)?'/.test(read(`src/${file}`)));
  expect(new Set(asking.map((file) => file.split('/').slice(0, 2).join('/')))).toEqual(new Set(['store/postgres']));
  const ofBuckets = files.filter((file) => /(?:from |import\()'@aws-sdk/.test(read(`src/${file}`)));
  expect(ofBuckets).toEqual(['intake/bucket.ts']);
});
