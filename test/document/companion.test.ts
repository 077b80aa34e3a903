/** The companion document says what the model says, and its links lead somewhere. */
import { expect, test } from 'vitest';
import { renderCompanion } from '../../src/document/companion.js';
import { PRINTED_RULES } from '../../src/locale/rules.en.js';
import { categoriesOf, objectivesOf } from '../../src/model/schema.js';
import { planWorkbook } from '../../src/workbook/write.js';
import { installed, MADE_BY, readTemplate } from '../installed.js';

const { model } = installed();
const text = renderCompanion(model, readTemplate);

test('every objective stands in it with text, rationale, evidence and mappings', () => {
  for (const objective of objectivesOf(model)) {
    const from = text.indexOf(`**${objective.id}** ${objective.text}`);
    expect(from, objective.id).toBeGreaterThan(0);
    const section = text.slice(from, from + 5000);
    for (const part of [objective.rationale, objective.partly, ...objective.evidence]) expect(section).toContain(part);
    for (const { id } of objective.mappings) expect(section).toContain(id);
  }
});

test('every link inside it leads to an anchor, and anchors are there once', () => {
  const anchors = [...text.matchAll(/<a id="([^"]+)">/g)].map((match) => match[1]);
  expect(new Set(anchors).size).toBe(anchors.length);
  const links = [...text.matchAll(/\]\(#([^)]+)\)/g)].map((match) => match[1]);
  expect(links.length).toBeGreaterThanOrEqual(categoriesOf(model).length);
  for (const link of links) expect(anchors).toContain(link);
});

test('tables have as many cells in each row as in their heading', () => {
  let columns = 0;
  for (const line of text.split('\n')) {
    if (!line.startsWith('|')) {
      columns = 0;
      continue;
    }
    const cells = line.replaceAll('\\|', '').split('|').length;
    if (columns === 0) columns = cells;
    expect(cells, line).toBe(columns);
  }
});

test('the workbook and the document print the same rules in the same words', () => {
  const introduction = planWorkbook({ model, madeBy: MADE_BY }).sheets[0];
  const printed = new Map(
    (introduction?.cells ?? []).flatMap(({ row, column, value }) =>
      column === 1 && typeof value === 'string' ? [[value, row] as const] : [],
    ),
  );
  for (const { name } of PRINTED_RULES) {
    const row = printed.get(name);
    const words = introduction?.cells.find((cell) => cell.row === row && cell.column === 2)?.value;
    expect(words, name).toBeTypeOf('string');
    expect(text).toContain(`| ${name} | ${String(words)} |`);
  }
});

test('it says whose text it is, in the document and in the workbook', () => {
  const said = 'not affiliated with, endorsed by';
  expect(text.replace(/\s+/g, ' ')).toContain(said);
  const sheets = planWorkbook({ model, madeBy: MADE_BY }).sheets.filter(({ visibility }) => visibility === 'visible');
  const silent = sheets.filter(
    ({ cells }) => !cells.some(({ value }) => typeof value === 'string' && value.includes(said)),
  );
  expect(silent.map(({ name }) => name)).toEqual([]);
});
