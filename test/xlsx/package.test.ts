/** Packages that are finished and changed after they were written: parts are found by relation, and texts come out as they went in. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { textOf } from '../../src/grid/grid.js';
import { emptyWorkbook } from '../../src/xlsx/breakages.js';
import { clearRow, editSheet, setCell } from '../../src/xlsx/edit-sheet.js';
import type { PlannedSheet, WorkbookPlan } from '../../src/xlsx/plan.js';
import { readGrid } from '../../src/xlsx/read.js';
import { Template } from '../../src/xlsx/template.js';
import { writeXlsx } from '../../src/xlsx/write.js';

const ODD = 'a \u{1f600} & <b> _x0041_ \u0001';

function sheet(name: string, cells: PlannedSheet['cells']): PlannedSheet {
  return {
    name,
    visibility: 'visible',
    columns: [],
    rows: new Map(),
    cells,
    validations: [],
    conditionalFormats: [],
    charts: [],
    zoom: 100,
    start: 'A1',
    print: { landscape: false, onePage: false },
  };
}

const plan: WorkbookPlan = {
  title: 'T',
  subject: 'S',
  author: 'A',
  language: 'en',
  date: '2026-01-01',
  footer: 'F',
  font: 'Arial',
  sheets: [
    sheet('First', [{ row: 1, column: 1, value: 'one', link: `'Second & more'!A1`, style: {} }]),
    sheet('Second & more', [
      { row: 1, column: 1, value: ODD, note: ODD, style: {}, subject: { table: 't', row: 'r', column: 'c' } },
      { row: 2, column: 1, value: 'two', style: {} },
      { row: 3, column: 1, value: 'three', style: {} },
    ]),
  ],
  names: [],
};

const bytes = await writeXlsx(plan);
const textsIn = (given: Uint8Array, name = 'Second & more'): (string | undefined)[] =>
  (readGrid(given).value?.sheets.find((each) => each.name === name)?.rows ?? []).map(({ cells }) => textOf(cells[0]));

/** The same package with its sheets called otherwise, as another program may have done. */
function renamed(given: Uint8Array): Uint8Array {
  const other = (text: string): string => text.replaceAll('worksheets/sheet2.xml', 'worksheets/data.xml');
  const parts = Object.entries(unzipSync(given)).map(
    ([name, part]) =>
      [
        name.replace('worksheets/sheet2.xml', 'worksheets/data.xml').replace('_rels/sheet2.xml', '_rels/data.xml'),
        strToU8(other(strFromU8(part))),
      ] as const,
  );
  return zipSync(Object.fromEntries(parts));
}

test('texts and notes come out as they went in', () => {
  expect(textsIn(bytes)).toEqual([ODD, 'two', 'three']);
  const notes = Object.entries(unzipSync(bytes)).filter(([name]) => name.includes('comments'));
  expect(notes).toHaveLength(1);
  expect(strFromU8(notes[0]?.[1] ?? new Uint8Array())).toContain('a \u{1f600} &amp; &lt;b&gt; _x005F_x0041_ _x0001_');
});

test('links stay inside', () => {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)] as const);
  expect(parts.filter(([, xml]) => /Target="#/.test(xml))).toEqual([]);
  expect(parts.some(([, xml]) => xml.includes(`<hyperlink ref="A1" location="`))).toBe(true);
});

test.each([
  ['as it was written', bytes],
  ['with its parts called otherwise', renamed(bytes)],
])('one sheet is changed in a package %s', (_, given) => {
  expect(textsIn(setCell(given, 'Second & more', { row: 2, column: 1 }, ODD))).toEqual([ODD, ODD, 'three']);
  expect(textsIn(clearRow(given, 'Second & more', 2))).toEqual([ODD, 'three']);
  expect(editSheet(given, 'Third', () => '')).toBe(given);
});

test('a template is filled again and again', async () => {
  const template = await Template.of(plan, { isSlot: ({ subject }) => subject !== undefined });
  expect(textsIn(template.fill(() => ({ value: 'new' })))).toEqual(['new', 'two', 'three']);
  expect(textsIn(template.fill(() => ({ value: ODD })))).toEqual([ODD, 'two', 'three']);
  expect(textsIn(template.fill(() => ({})))).toEqual(['two', 'three']);
});

test('the least that is a workbook', () => {
  expect(readGrid(emptyWorkbook('A & B')).value?.sheets.map(({ name }) => name)).toEqual(['A & B']);
});
