/** The Roadmap: rows that list nothing leave nothing on paper, and ids come with titles. */
import { describe, expect, test } from 'vitest';
import { heightOf, linesOf } from '../../src/layout/measure.js';
import { issue } from '../../src/layout/shelf.js';
import { objectivesOf } from '../../src/model/model.js';
import { titleOf } from '../../src/model/title.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { returnedModel } from '../returned.js';
import { TOOL, usual } from '../installed.js';

const sheetOf = (layout: number, model = returnedModel) => {
  const plan = planWorkbook(issue(model, { tool: TOOL, layout }));
  const sheet = plan.sheets.find(({ name }) => name === 'Roadmap') ?? expect.fail('there is a Roadmap');
  return { sheet, cells: sheet.cells.filter(({ subject }) => subject?.table === 'roadmap' && Number(subject.row) > 0) };
};

test('a line is drawn only below what is listed: LibreOffice takes no formula as print area', () => {
  const { sheet, cells } = sheetOf(2);
  expect(cells.length).toBe(objectivesOf(returnedModel).length * sheet.columns.length);
  expect(cells.filter(({ style }) => style.border)).toEqual([]);
  const first = Math.min(...cells.map(({ row }) => row));
  const last = Math.max(...cells.map(({ row }) => row));
  const formula = `$A${first}<>""`;
  expect(sheet.conditionalFormats).toEqual([
    expect.objectContaining({ range: `A${first}:D${last}`, formula }),
    expect.objectContaining({ range: `E${first}:I${last}`, formula }),
  ]);
  expect(sheet.conditionalFormats.map(({ style }) => style.border?.sides)).toEqual([['bottom'], ['bottom', 'left']]);
});

test('each id has its title beside it', () => {
  const { cells } = sheetOf(2);
  const [id, title] = ['id', 'title'].map((column) => cells.find(({ subject }) => subject?.column === column)?.value);
  const objective = objectivesOf(returnedModel).find((each) => each.id === id);
  expect(objective && titleOf(objective)).toBe(title);
});

test('layout 1 has the columns that it was issued with', () => {
  const columns = new Set(sheetOf(1).cells.map(({ subject }) => subject?.column));
  expect([...columns].slice(0, 4)).toEqual(['key', 'id', 'category', 'level']);
});

test('each row has room for the longest text that it may come to show', () => {
  const { sheet, cells } = sheetOf(2);
  const of = (column: string) => cells.find(({ subject }) => subject?.column === column) ?? expect.fail(column);
  const height = sheet.rows.get(of('text').row)?.height ?? 0;
  const highest = (column: string, texts: readonly string[]): number => {
    const { indent = 0 } = of(column).style;
    // As measured for all rows: one step of an indent is one and a half units.
    const width = (sheet.columns[of(column).column - 1]?.width ?? 0) - indent * 1.5;
    return Math.max(...texts.map((text) => heightOf(linesOf(text, width, { size: 9 }), { size: 9 })));
  };
  const objectives = objectivesOf(usual().model);
  expect(highest('text', objectives.map(({ text }) => text))).toBeLessThanOrEqual(height); // prettier-ignore
  expect(highest('title', objectives.map(titleOf))).toBeLessThanOrEqual(height); // prettier-ignore
});

describe('what people read on it and print of it', () => {
  const { sheet, cells } = sheetOf(2, usual().model);
  const textsOf = (column: number) => sheet.cells.filter((cell) => cell.column === column).map(({ value }) => value);

  test('an owner and a due date keep away from the text beside them', () => {
    const indents = ['owner', 'due'].map(
      (column) => cells.find(({ subject }) => subject?.column === column)?.style.indent,
    );
    expect(indents).toEqual([1, 1]);
  });

  test('it says how many objectives are listed, and which pages to print', () => {
    const listed = cells.filter(({ subject, value }) => subject?.column === 'id' && value !== '').length;
    expect(listed).toBeGreaterThan(1);
    expect(textsOf(2)).toContain(
      `${listed} objectives are listed. LibreOffice also prints pages without objectives: print only the pages with objectives.`,
    );
  });

  test('a line in the color of the paper keeps the first row away from the headings', () => {
    const heads = sheet.cells.filter(({ subject }) => subject?.row === '#headings');
    expect(heads.length).toBe(sheet.columns.length);
    const below = { color: 'FFFFFF', sides: ['bottom'], weight: 'thick' };
    expect(heads.map(({ style }) => style.border)).toEqual(heads.map(() => below));
  });

  test('the notice is as wide as a page: LibreOffice prints the end of the sheet', () => {
    const [notice = ''] = usual().model.notice;
    const end = textsOf(1).indexOf('End of this sheet');
    const lines = textsOf(1)
      .slice(end + 1)
      .map(String);
    expect(lines.join(' ')).toBe(notice);
    const page = sheet.columns.reduce((sum, { width }) => sum + width, 0);
    expect(lines.map((line) => linesOf(line, page, {}))).toEqual(lines.map(() => 1));
    expect(lines.length).toBeGreaterThan(1);
  });
});
