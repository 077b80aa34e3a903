/** A model of one’s own has a name and a color: where they are seen, what is refused, and that nothing else changes. */
import { expect, test } from 'vitest';
import { renderCompanion } from '../../src/document/companion.js';
import { renderHtmlPage } from '../../src/document/html.js';
import { checkWorkbook } from '../../src/host/bound.js';
import { builtInTemplate } from '../../src/host/templates.js';
import { PALETTE } from '../../src/layout/look.js';
import { issue, modelsOf, Shelf } from '../../src/layout/shelf.js';
import { en } from '../../src/locale/en/index.js';

import { inWords } from '../../src/locale/message.js';
import { messagesIn } from '../../src/locale/messages.js';
import { loadModel } from '../../src/model/load.js';
import type { Model } from '../../src/model/model.js';
import { renderPortfolioHtml } from '../../src/report/portfolio.js';
import { isMark } from '../../src/workbook/build-mark.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { writeXlsx } from '../../src/xlsx/write.js';
import type { WorkbookPlan } from '../../src/xlsx/plan.js';
import { examplePortfolio } from '../portfolios.js';
import { tinyFiles, tinyModel } from '../tiny-model.js';

const plain = tinyModel({ GOV: [{ level: 2 }] });
const NAME = 'Acme <b>AG</b>';
const own: Model = { ...plain, brand: { name: NAME, color: '#0B5D1E' } };
const planOf = (model: Model): WorkbookPlan => planWorkbook(issue(model, { tool: 'test' }));
const stylesIn = (plan: WorkbookPlan) => plan.sheets.flatMap(({ cells }) => cells.map(({ style }) => style));

test('headings have the color, letters on other fills do not, and the first sheet has the name', () => {
  const styles = stylesIn(planOf(own));
  expect(styles.filter(({ fill }) => fill === PALETTE.navy)).toEqual([]);
  expect(styles.some(({ fill, color }) => fill === '0B5D1E' && color === PALETTE.white)).toBe(true);
  expect(styles.filter(({ fill, color }) => color === '0B5D1E' && fill !== undefined)).toEqual([]);
  const [first] = planOf(own).sheets.filter(({ name }) => name === en.words.sheets.introduction);
  expect(first?.cells.map(({ value }) => value)).toContain(NAME);
});

test('nothing but colors and that line differs, and the workbook is read without a finding', async () => {
  const values = (model: Model) =>
    planOf(model).sheets.map(({ cells }) =>
      cells.filter((cell) => !isMark(cell)).map(({ value, formula }) => value ?? formula),
    );
  const [branded, unbranded] = [values(own), values(plain)];
  const introduction = planOf(own).sheets.findIndex(({ name }) => name === en.words.sheets.introduction);
  expect(branded.filter((_, i) => i !== introduction)).toEqual(unbranded.filter((_, i) => i !== introduction));
  expect(branded[introduction]?.filter((value) => value !== NAME)).toHaveLength(unbranded[introduction]?.length ?? 0);
  const read = checkWorkbook(await writeXlsx(planOf(own)), new Shelf(modelsOf([own], own)));
  expect(read.findings.map(({ code }) => code)).toEqual(['nothing-answered']);
});

test('pages have both: the name is text', async () => {
  const companion = renderHtmlPage(
    renderCompanion(own, en, builtInTemplate, own),
    { language: 'en', brand: own.brand },
    builtInTemplate,
  );
  const { portfolio, notes } = await examplePortfolio(plain, 6);
  const page = renderPortfolioHtml({ portfolio, model: own, notes, today: '2026-11-26' }, builtInTemplate);
  for (const html of [companion, page]) {
    expect(html).toContain(':root { --blue:#0b5d1e; }');
    expect(html).toContain('Acme &lt;b&gt;AG&lt;/b&gt;');
  }
  const without = renderPortfolioHtml({ portfolio, model: plain, notes, today: '2026-11-26' }, builtInTemplate);
  expect(without.match(/--blue:/g)).toHaveLength(1);
});

test.each([
  ['"green"', '“green” is not a color. Write # and six hexadecimal digits in quotes, such as "#14477f"'],
  // A comment of YAML, and nothing before it.
  ['#0B5D1E', 'the color is missing. Write # and six hexadecimal digits in quotes'],
  ['"#12345"', '“#12345” is not a color'],
  // Yellow; a gray that can be read on white, and not on the gray of tables.
  [
    '"#FFD700"',
    'contrast of this color with white or light gray is 1.29 to 1, but text needs at least 4.5 to 1. Choose a darker color',
  ],
  ['"#767676"', 'is 4.18 to 1'],
  ['"0B5D1E"', undefined],
])('the color %s', (color, message) => {
  const files = tinyFiles({ GOV: [{ level: 2 }] });
  const path = 'tiny/1.0/model.yaml';
  files.set(path, `${files.get(path) ?? ''}\nbrand:\n  name: Acme\n  color: ${color}\n`);
  const { value, findings } = loadModel((file) => files.get(file), 'tiny', '1.0');
  const told = findings.map((each) => inWords(each, messagesIn()));
  if (message === undefined) expect(value?.model.brand).toEqual({ name: 'Acme', color: '0B5D1E' });
  else {
    expect(told).toMatchObject([{ code: 'model-shape', file: path, severity: 'error' }]);
    expect(told[0]?.line).toBeGreaterThan(10);
    expect(told[0]?.message).toContain(message);
    expect(value).toBeUndefined();
  }
});
