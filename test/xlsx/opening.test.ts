/** What a written package says of how it opens, and how it keeps texts that a program could take for something else. */
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { PlannedCell, PlannedSheet, WorkbookPlan } from '../../src/xlsx/plan.js';
import { quotedTwins, withQuotedTwins } from '../../src/xlsx/quoted.js';
import { Template } from '../../src/xlsx/template.js';
import { withinBreaks } from '../../src/xlsx/text.js';
import { writeXlsx } from '../../src/xlsx/write.js';

function sheet(name: string, more: Partial<PlannedSheet> = {}): PlannedSheet {
  return {
    ...{ name, visibility: 'visible', columns: [], rows: new Map(), cells: [], validations: [] },
    ...{ conditionalFormats: [], charts: [], zoom: 100, start: 'A1', print: { landscape: false, onePage: false } },
    ...more,
  };
}

function planOf(sheets: readonly PlannedSheet[]): WorkbookPlan {
  const about = {
    title: 'T',
    subject: 'S',
    author: 'A',
    language: 'de',
    date: '2026-01-01',
    footer: 'F',
    font: 'Arial',
  };
  return {
    ...about,
    sheets,
    names: [
      { name: 'alpha', refersTo: 'B!$A$1' },
      { name: 'zeta', refersTo: 'B!$A$1' },
    ],
  };
}

const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

const written = async (...sheets: PlannedSheet[]): Promise<Record<string, string>> =>
  partsOf(await writeXlsx(planOf(sheets)));

const input = (row: number, value: string, more: Partial<PlannedCell> = {}): PlannedCell => ({
  ...{ row, column: 1, value, style: { unlocked: true }, subject: { table: 't', row: String(row), column: 'c' } },
  ...more,
});

test('the first sheet that people see is opened, and no other is chosen', async () => {
  const parts = await written(sheet('Calc', { visibility: 'hidden' }), sheet('A'), sheet('B'));
  expect(parts['xl/workbook.xml']).toContain('activeTab="1"');
  const chosen = [1, 2, 3].map((i) => parts[`xl/worksheets/sheet${i}.xml`]?.includes('tabSelected="1"'));
  expect(chosen).toEqual([false, true, false]);
});

test('it is computed when it is opened only where a formula has no result', async () => {
  const formula = { row: 1, column: 1, formula: '1+1', style: {} };
  const [with2, without] = [
    await written(sheet('B', { cells: [{ ...formula, value: 2 }] })),
    await written(sheet('B', { cells: [formula] })),
  ];
  expect(with2['xl/workbook.xml']).not.toContain('fullCalcOnLoad');
  expect(without['xl/workbook.xml']).toContain('fullCalcOnLoad="1"');
});

test('names stand in the order of Excel, and a filter has its own', async () => {
  const print = { landscape: false, onePage: false, titleRows: [1, 1] as const, area: '$A$1:$B$2' };
  const parts = await written(sheet('B', { filter: 'A1:B2', print }));
  const names = [...(parts['xl/workbook.xml'] ?? '').matchAll(/<definedName name="([^"]*)"([^>]*)>([^<]*)/g)].map(
    ([, name, , refersTo]) => `${name} ${refersTo}`,
  );
  expect(names).toEqual([
    '_xlnm._FilterDatabase B!$A$1:$B$2',
    'alpha B!$A$1',
    '_xlnm.Print_Area B!$A$1:$B$2',
    '_xlnm.Print_Titles B!$1:$1',
    'zeta B!$A$1',
  ]);
  expect(parts['xl/workbook.xml']).toContain('name="_xlnm._FilterDatabase" localSheetId="0" hidden="1"');
});

test('every part of a frozen sheet that scrolls has a chosen cell in it', async () => {
  const one = await written(sheet('B', { freeze: { row: 3, column: 1 } }));
  expect(one['xl/worksheets/sheet1.xml']?.match(/<selection /g)).toHaveLength(1);
  const both = await written(sheet('B', { freeze: { row: 3, column: 2 }, start: 'C7' }));
  expect(both['xl/worksheets/sheet1.xml']).toContain(
    '<selection pane="topRight" activeCell="B1" sqref="B1"/><selection pane="bottomLeft" activeCell="A3" sqref="A3"/><selection pane="bottomRight" activeCell="C7" sqref="C7"/>',
  );
  // A cell that does not scroll is none to begin at.
  const frozen = await written(sheet('B', { freeze: { row: 3, column: 2 }, start: 'A1' }));
  expect(frozen['xl/worksheets/sheet1.xml']).toContain('<selection pane="bottomRight" activeCell="B3" sqref="B3"/>');
});

test('it says its language', async () => {
  expect((await written(sheet('B')))['docProps/core.xml']).toContain('<dc:language>de</dc:language>');
});

test('a new page begins before a row, and its foot says for whom it was filled', async () => {
  const print = { landscape: false, onePage: false, scale: 92, rowBreaks: [30], breaks: [2] };
  const plan = planOf([sheet('B', { print })]);
  const footOf = async (of: WorkbookPlan): Promise<string> =>
    /<oddFooter>([^<]*)/.exec(partsOf(await writeXlsx(of))['xl/worksheets/sheet1.xml'] ?? '')?.[1] ?? '';
  const xml = (await written(sheet('B', { print })))['xl/worksheets/sheet1.xml'];
  // Pages end behind row 29 and behind column 2, in this order.
  expect(xml).toContain(
    '<rowBreaks count="1" manualBreakCount="1"><brk id="29" max="16383" man="1"/></rowBreaks><colBreaks count="1" manualBreakCount="1"><brk id="2" max="1048575" man="1"/></colBreaks>',
  );
  expect(await footOf(plan)).toMatch(/^&amp;L&amp;8T&amp;C/);
  expect(await footOf({ ...plan, filledFor: 'A & B · 2026-11-10' })).toMatch(
    /^&amp;L&amp;8A &amp;&amp; B · 2026-11-10&amp;C/,
  );
});

test('texts to fill in that begin like a formula are marked as texts, written at once or filled in later', async () => {
  const looksOf = (parts: Record<string, string>): (string | undefined)[] => {
    const looks = [...(parts['xl/styles.xml'] ?? '').matchAll(/<xf [^>]*xfId[^>]*>/g)].map(([xf]) => xf);
    const cells = [...(parts['xl/worksheets/sheet1.xml'] ?? '').matchAll(/<c r="A\d" s="(\d+)"/g)];
    return cells.map(([, look]) => looks[Number(look)]);
  };
  const isQuoted = (parts: Record<string, string>): boolean[] =>
    looksOf(parts).map((look) => look?.includes('quotePrefix="1"') ?? false);
  const plan = planOf([sheet('B', { cells: ['=1', '+1', '-', '@a', "'a", 'a'].map((text, i) => input(i + 1, text)) })]);
  const marked = [true, true, true, true, true, false];
  expect(isQuoted(partsOf(await writeXlsx(plan)))).toEqual(marked);
  const template = await Template.of(planOf([sheet('B', { cells: [1, 2].map((row) => input(row, '')) })]), {
    isSlot: () => true,
  });
  const filled = partsOf(template.fill(({ row }) => ({ value: row === '1' ? '=1' : 'a' })));
  expect(isQuoted(filled)).toEqual([true, false]);
  const untouched = await written(sheet('B', { cells: [{ row: 1, column: 1, value: '=1', style: {} }] }));
  expect(untouched['xl/styles.xml']).not.toContain('quotePrefix');
});

test('a look and its twin differ by the mark alone', () => {
  const styles =
    '<cellXfs count="2"><xf a="1"/><xf a="2"><protection locked="0"/></xf></cellXfs><cellStyles count="0"></cellStyles>';
  const twinned = withQuotedTwins(styles);
  expect(twinned).toContain('<cellXfs count="3">');
  expect([...quotedTwins(twinned)]).toEqual([[1, 2]]);
});

test('line breaks beyond the last that a cell holds are shown, and no character is lost', () => {
  const text = Array.from({ length: 300 }, (_, i) => `line ${i}`).join('\n');
  expect(withinBreaks(text).split('\n')).toHaveLength(254);
  expect(withinBreaks(text).split(/[\n¶]/)).toEqual(text.split('\n'));
  expect(withinBreaks('a\r\nb')).toBe('a\r\nb');
});

test('a sheet has no more notes than programs keep', async () => {
  const cells = Array.from({ length: 1_100 }, (_, i) => input(i + 1, 'x', { note: 'n' }));
  const parts = await written(sheet('B', { cells }));
  const notes = Object.entries(parts).find(([name]) => /comments\d*\.xml$/.test(name))?.[1] ?? '';
  expect(notes.match(/<comment /g)).toHaveLength(1_023);
});

test('people may link and color where they fill in; charts stay; nobody is promised to sort', async () => {
  const parts = await written(sheet('A', { cells: [input(1, 'x')] }), sheet('B'));
  const [filledIn, read] = [1, 2].map(
    (i) => /<sheetProtection [^>]*>/.exec(parts[`xl/worksheets/sheet${i}.xml`] ?? '')?.[0] ?? '',
  );
  expect(filledIn).toContain('insertHyperlinks="0"');
  expect(filledIn).toContain('formatCells="0"');
  expect(read).toContain('sheet="1"');
  expect(read).not.toMatch(/insertHyperlinks|formatCells|sort/);
});
