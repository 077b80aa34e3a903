/** The companion document says what the model says, and its links lead somewhere. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { renderCompanion } from '../../src/document/companion.js';
import { en } from '../../src/locale/en/index.js';
import { LAYOUT } from '../../src/edition/edition.js';
import { printedRules } from '../../src/locale/rules-in-words.js';
import { controlAnchor } from '../../src/model/anchor.js';
import { selectModel } from '../../src/model/select.js';
import { scoreAssessment } from '../../src/scoring/score.js';
import { categoriesOf, objectivesOf } from '../../src/model/model.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { exampleOf } from '../assessments.js';
import { asIssued, installed, readTemplate } from '../installed.js';

const ROOT = new URL('../../', import.meta.url).pathname;
const { model } = installed();
const text = renderCompanion(model, en, readTemplate);

test('every link inside it leads to an anchor, and anchors are there once', () => {
  const anchors = [...text.matchAll(/<a id="([^"]+)">/g)].map((match) => match[1]);
  expect(new Set(anchors).size).toBe(anchors.length);
  const links = [...text.matchAll(/\]\(#([^)]+)\)/g)].map((match) => match[1]);
  expect(links.length).toBeGreaterThanOrEqual(categoriesOf(model).length);
  for (const link of links) expect(anchors).toContain(link);
});

test('parts of the model make documents without broken links', () => {
  for (const part of [
    selectModel(model, { categories: ['IAM', 'MOD'] }),
    selectModel(model, { deployments: ['paas'] }),
    selectModel(model, { categories: ['IR'], deployments: ['api-saas'] }),
  ]) {
    const document = renderCompanion(part, en, readTemplate);
    const anchors = new Set([...document.matchAll(/<a id="([^"]+)">/g)].map((match) => match[1]));
    for (const [, link] of document.matchAll(/\]\(#([^)]+)\)/g)) expect(anchors).toContain(link);
  }
});

test('the index names each control of each edition once, with all objectives that refer to it', () => {
  const rows = new Map(
    [...text.matchAll(/^\| <a id="(aicm-[^"]+)"><\/a>(\S+) \| .* \| (.*) \|$/gm)].map((match) => [
      match[1],
      [...(match[3] ?? '').matchAll(/\[([A-Z]+-\d[A-Z])\]/g)].map((found) => found[1] ?? ''),
    ]),
  );
  const expected = new Map<string, string[]>();
  for (const objective of objectivesOf(model)) {
    for (const { framework, edition, id } of objective.mappings) {
      if (framework !== 'aicm') continue;
      const anchor = controlAnchor(framework, edition, id);
      expected.set(anchor, [...(expected.get(anchor) ?? []), objective.id]);
    }
  }
  expect(rows).toEqual(expected);
  expect(rows.size).toBeGreaterThan(200);
});

test('the worked example shows the figures that the program gives', () => {
  const assessment = exampleOf(model, { seed: 1, profile: 'typical' });
  const score = scoreAssessment(model, assessment);
  const [, code = ''] = /The category shown is \[([A-Z]+) /.exec(text) ?? [];
  const category = score.categories.find(({ id }) => id === code);
  const shown = (name: string): number =>
    Number(new RegExp(`^\\| ${name} \\| .* \\| (\\S+) \\|$`, 'm').exec(example)?.[1]);
  const example = text.slice(text.indexOf('### A worked example'), text.indexOf('### The rules'));
  expect(shown('Level')).toBe(category?.level);
  expect(shown('Possible level')).toBe(category?.potential);
  expect(shown('Progress')).toBeCloseTo(category?.progress ?? NaN, 4);
  expect(shown('Maturity')).toBeCloseTo(category?.maturity ?? NaN, 4);
  expect(shown('Share answered')).toBeCloseTo(category?.completeness ?? NaN, 4);
  expect(shown('Gap')).toBe(category?.gap);
  // The arithmetic that stands there gives the result that stands there.
  const sums = [...example.matchAll(/\| (?:at level \d: )?([\d.()+\-/ ]+[+\-/][\d.()+\-/ ]+) \| ([\d.]+) \|/g)];
  expect(sums.length).toBeGreaterThanOrEqual(3);
  for (const [, sum = '', result] of sums) expect(calculated(sum)).toBeCloseTo(Number(result), 3);
  const [, above = '', below = '', mean] = /maturity is \((.*?)\) \/ \((.*?)\) = \*\*(.*?)\*\*/.exec(example) ?? [];
  expect(calculated(above.replaceAll('×', '*')) / calculated(below)).toBeCloseTo(Number(mean), 3);
});

/** The value of a sum written out with digits and signs only. */
function calculated(sum: string): number {
  expect(sum).toMatch(/^[\d.()+\-*/ ]+$/);
  return Number(new Function(`return ${sum}`)()); // nothing but digits and signs, as was just seen
}

test('it stays a size that is shown rendered', () => {
  // GitHub shows larger Markdown files as plain text only.
  expect(Buffer.byteLength(text)).toBeLessThan(500_000);
});

test('documents keep to one way of writing Markdown', () => {
  const files = ['README.md', 'model/README.md', 'docs/**/*.md', 'output/*.md'];
  const run = spawnSync(
    process.execPath,
    [
      'node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs',
      '--config',
      '.config/markdownlint-cli2.jsonc',
      ...files,
    ],
    { cwd: ROOT, encoding: 'utf8' },
  );
  expect(run.stderr.split('\n').filter((line) => / error /.test(line))).toEqual([]);
  expect(run.status).toBe(0);
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

test('the document prints the exact rules, and the workbook says them in plain sentences', () => {
  for (const { name, words } of printedRules(model, en.rules, LAYOUT)) expect(text).toContain(`| ${name} | ${words} |`);
  const sheet = planWorkbook(asIssued(model)).sheets.find(({ name }) => name === en.words.sheets.rules);
  const said = new Set(sheet?.cells.map(({ value }) => value));
  for (const { name, is } of Object.values(en.words.rulesSheet.rules)) {
    expect(said).toContain(name);
    expect(said).toContain(is);
    // Nobody reads a sentence of more words to its end.
    for (const sentence of is.split(/(?<=[.:])\s/))
      expect(sentence.split(' ').length, sentence).toBeLessThanOrEqual(20);
  }
});

test('it says whose text it is, in the document and in the workbook', () => {
  const said = 'not affiliated with, endorsed by';
  expect(text.replace(/\s+/g, ' ')).toContain(said);
  const sheets = planWorkbook(asIssued(model)).sheets.filter(({ visibility }) => visibility === 'visible');
  const silent = sheets.filter(
    ({ cells }) => !cells.some(({ value }) => typeof value === 'string' && value.includes(said)),
  );
  expect(silent.map(({ name }) => name)).toEqual([]);
});
