/** Giving back: everything found in one workbook, and copies of many under names of their own. */
import { beforeAll, expect, test } from 'vitest';
import { checkWorkbook, giveBack, type GivenBack } from '../../src/desk/give-back.js';
import type { Finding } from '../../src/diagnostic/finding.js';
import { issue, modelsOf, Shelf } from '../../src/layout/shelf.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { writeXlsx } from '../../src/xlsx/write.js';
import { all } from '../store/entries.js';
import { tinyModel } from '../tiny-model.js';

const model = tinyModel({ GOV: [{ level: 2 }, { level: 3 }] });
const shelf = new Shelf(modelsOf([model], model));
let bytes: Uint8Array;

/** An answer that is none, and a locked cell that somebody has changed. */
beforeAll(async () => {
  const plan = planWorkbook(issue(model, { tool: 'test' }));
  const sheets = plan.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => {
      const isAnswer = cell.subject?.column === 'answer' && cell.subject.row === 'GOV-2A';
      if (isAnswer) return { ...cell, value: 'Fuly' };
      return cell.value === 'Objective 1 of GOV at level 2 is met.' ? { ...cell, value: 'Easier.' } : cell;
    }),
  }));
  bytes = await writeXlsx({ ...plan, sheets });
});

test('a workbook is checked as a whole: answers and what was changed besides them, errors first', () => {
  const { value, findings } = checkWorkbook(bytes, shelf);
  expect(value?.model.id).toBe('tiny');
  const codes = findings.map(({ code }) => code);
  expect(codes[0]).toBe('unknown-option');
  expect(codes).toContain('locked-cell-changed');
});

test('what is no workbook is checked to be none', () => {
  const { value, findings } = checkWorkbook(new Uint8Array(3), shelf);
  expect([value, findings.map(({ code }) => code)]).toEqual([undefined, ['not-xlsx']]);
});

const digest = (begin: string, end = ''): string => `${begin.padEnd(64 - end.length, '0')}${end}`;

/** Gives back files that are all the same workbook, but for those whose name says otherwise. */
async function given(...sent: readonly (readonly [path: string, sha256: string])[]): Promise<GivenBack[]> {
  const seen: (readonly Finding[])[] = [];
  const back = giveBack(
    sent.map(([path, sha256]) => ({ path, sha256 })),
    {
      shelf,
      source: (path) => (path.includes('gone') ? { findings: [] } : { value: { bytes, modified: 0 }, findings: [] }),
      annotate: (_, findings) => Promise.resolve(new Uint8Array([seen.push(findings)])),
    },
  );
  const list = await all(back);
  for (const findings of seen) expect(findings.map(({ code }) => code)).toContain('unknown-option');
  return list;
}
const namesOf = (list: readonly GivenBack[]): (string | undefined)[] => list.map(({ copy }) => copy?.name);

test('copies are called after their files; files of one name in two folders are kept apart by their digests', async () => {
  const list = await given(['in/acme.xlsx', digest('aa')], ['in/deep/acme.xlsx', digest('bb')], ['x.y', digest('c')]);
  expect(namesOf(list)).toEqual(['acme-aa000000.xlsx', 'acme-bb000000.xlsx', 'x-c0000000.xlsx']);
});

test('the same file twice is given back once; under another name, to its other sender as well', async () => {
  const list = await given(['a/acme.xlsx', digest('a')], ['b/acme.xlsx', digest('a')], ['b/copy.xlsx', digest('a')]);
  expect(namesOf(list)).toEqual(['acme-a0000000.xlsx', 'copy-a0000000.xlsx']);
});

test('nobody’s copy takes the place of another, also where digests were made to begin alike', async () => {
  const list = await given(['1/acme.xlsx', digest('a', '1')], ['2/ACME.xlsx', digest('a', '2')]);
  expect(namesOf(list)).toEqual(['acme-a0000000.xlsx', `ACME-${digest('a', '2')}.xlsx`]);
});

test('a file that gives nothing is said so, each of them', async () => {
  const list = await given(['1/gone.xlsx', ''], ['2/gone.xlsx', ''], ['acme.xlsx', digest('a')]);
  expect(list.map(({ path, copy }) => [path, copy !== undefined])).toEqual([
    ['1/gone.xlsx', false],
    ['2/gone.xlsx', false],
    ['acme.xlsx', true],
  ]);
});

test('names are such that every file system takes them, and none leads elsewhere', async () => {
  const list = await given(
    ['batch.zip/..\\..\\a:b?.xlsx', digest('a')],
    [`batch.zip/${'ж'.repeat(300)}.xlsx`, digest('b')],
    ['batch.zip/new\nline.xlsx', digest('c')],
    ['batch.zip/no end', digest('d')],
    ['batch.zip/.hidden', digest('e')],
  );
  const [colon, long = '', line, plain, hidden] = namesOf(list);
  expect([colon, line, plain, hidden]).toEqual([
    'a_b_-a0000000.xlsx',
    'new_line-c0000000.xlsx',
    'no end-d0000000.xlsx',
    '.hidden-e0000000.xlsx',
  ]);
  expect(Buffer.byteLength(long)).toBeLessThan(180);
  expect(long).toMatch(/^ж+-b0000000\.xlsx$/);
});
