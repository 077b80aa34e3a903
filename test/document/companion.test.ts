/** The companion document says what the model says, and its links lead somewhere. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { renderCompanion } from '../../src/document/companion.js';
import { en } from '../../src/locale/en/index.js';
import { LAYOUT } from '../../src/edition/edition.js';
import { printedRules } from '../../src/locale/rules-in-words.js';
import { controlAnchor } from '../../src/model/anchor.js';
import { selectModel, type Selection } from '../../src/model/select.js';
import { scoreAssessment } from '../../src/scoring/score.js';
import { categoriesOf, objectivesOf } from '../../src/model/model.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { exampleOf } from '../assessments.js';
import { asIssued, installed, readTemplate, usual } from '../installed.js';
import { readIndex, unescaped } from './read-companion.js';
import { ruleWordsIn } from '../../src/locale/rule-words.js';

const ROOT = new URL('../../', import.meta.url).pathname;
const { model } = installed();
const text = renderCompanion(model, en, readTemplate);
/** The edition that is usual today, which has titles. */
const whole = usual().model;
const current = renderCompanion(whole, en, readTemplate);

const parts = new Map<string, string>();
/** The document of a part of it. */
function part(selection: Selection): string {
  const key = JSON.stringify(selection);
  const made = parts.get(key) ?? renderCompanion(selectModel(whole, selection), en, readTemplate, whole);
  parts.set(key, made);
  return made;
}

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

test('the index names each control once, with all objectives that refer to it, and has a place for older ids', () => {
  const rows = readIndex(text);
  const expected = new Map<string, string[]>();
  const places = new Set<string>();
  for (const objective of objectivesOf(model))
    for (const { framework, edition, id } of objective.mappings) {
      if (framework !== 'aicm') continue;
      places.add(controlAnchor(framework, edition, id));
      if (edition === model.editions['aicm']) expected.set(id, [...(expected.get(id) ?? []), objective.id]);
    }
  expect(new Map([...rows].map(([id, { objectives }]) => [id, objectives]))).toEqual(expected);
  // What was published links to the ids of both editions.
  expect(new Set([...rows.values()].flatMap(({ anchors }) => anchors))).toEqual(places);
  expect(rows.size).toBeGreaterThan(100);
});

test('the worked example shows the figures that the program gives', () => {
  const assessment = exampleOf(model, { seed: 1, profile: 'typical' });
  const score = scoreAssessment(model, assessment);
  const [, code = ''] = /The example shows the category \[([A-Z]+) /.exec(text) ?? [];
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
  const [, above = '', below = '', mean] =
    /maturity of the domain is \((.*?)\) \/ \((.*?)\) = \*\*(.*?)\*\*/.exec(example) ?? [];
  expect(calculated(above.replaceAll('×', '*')) / calculated(below)).toBeCloseTo(Number(mean), 3);
});

/** The value of a sum written out with digits and signs only. */
function calculated(sum: string): number {
  expect(sum).toMatch(/^[\d.()+\-*/ ]+$/);
  return Number(new Function(`return ${sum}`)()); // nothing but digits and signs, as was just seen
}

test('it stays a size that is shown rendered', () => {
  // GitHub shows no more than 500 KiB of a Markdown file rendered.
  for (const each of [text, current]) expect(Buffer.byteLength(each)).toBeLessThan(500 * 1024);
});

test('it stays a book that people can print', () => {
  // Printed from HTML in Arial, edition 1.1 took 93 pages of A4 with 75,000 words: at most 100 pages need at most 80,000.
  expect(wordsOf(current)).toBeLessThan(80_000);
  expect(wordsOf(current) / objectivesOf(whole).length).toBeLessThan(530);
});

/** Words that are printed: no anchors, and links by their text. */
function wordsOf(markdown: string): number {
  const printed = markdown
    .replace(/<a id="[^"]+"><\/a>|<br>|\]\(#[^)]+\)|^[|# -]+$/gm, ' ')
    .replace(/[^\p{L}\p{N}'’%&.-]+/gu, ' ');
  return printed.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

test('what is the same for every objective is said once', () => {
  // Items of a list that begin alike are of objectives; what they say is their own.
  const seen = new Map<string, number>();
  for (const line of current.split('\n'))
    if (/^ {0,2}- (?!\*\*How to check).{60}/.test(line) && !/`|\]\(#/.test(line))
      seen.set(line, (seen.get(line) ?? 0) + 1);
  expect([...seen].filter(([, times]) => times > 4)).toEqual([]);
});

test('no column of a table says “none” or “n/a” in all of its rows', () => {
  for (const document of [
    current,
    part({ quick: true }),
    part({ deployments: ['paas'] }),
    part({ categories: ['IAM'] }),
  ]) {
    expect(document).not.toMatch(/\| *(none|n\/a|–) *\|\n\|[^\n]*\| *(none|n\/a|–) *\|/);
    for (const rows of tablesOf(document)) {
      const [heading = [], , ...body] = rows;
      expect(body.length, heading.join()).toBeGreaterThan(0);
      for (const column of heading.keys()) {
        const said = new Set(body.map((cells) => cells[column] ?? ''));
        expect(['none', 'n/a', '–', ''], `${heading.join()}: ${[...said].join()}`).not.toContain(
          said.size === 1 ? [...said][0] : 'differs',
        );
      }
    }
  }
});

/** The cells of every table. */
function tablesOf(markdown: string): string[][][] {
  const blocks = markdown.split('\n\n').filter((block) => block.startsWith('|'));
  return blocks.map((block) =>
    block
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) =>
        line
          .split(/(?<!\\)\|/)
          .slice(1, -1)
          .map((cell) => cell.trim()),
      ),
  );
}

test('wherever the document links to an objective or category, its title is beside the id', () => {
  for (const document of [current, part({ quick: true })]) {
    const titles = new Map([
      ...objectivesOf(whole).map(({ id, title = '' }) => [id, title] as const),
      ...categoriesOf(whole).map(({ id, name }) => [id, name] as const),
    ]);
    const links = [...document.matchAll(/\[([^\]]+)\]\(#([a-z]{2,4}(?:-\d[a-z])?)\)/g)];
    expect(links.length).toBeGreaterThan(200);
    for (const [, said = '', anchor = ''] of links) {
      const id = anchor.toUpperCase();
      if (titles.has(id)) expect(unescaped(said)).toBe(`${id} ${titles.get(id) ?? ''}`);
    }
  }
});

test('a control is named with its title at each place', () => {
  const codes = [...current.matchAll(/`([^`\n]+)`(?:\]\(#[^)]+\))?(?:( [^`;\n|]+)|)/g)].filter(([, id = '']) =>
    /^[A-Z&]{3}-\d\d$/.test(id),
  );
  const untitled = codes.filter(([, , title = '']) => title.trim() === '').map(([, id = '']) => id);
  // In the index, the title has a cell of its own, and ids of the older edition are beside it.
  const inIndex = [...readIndex(current)].flatMap(([id, { earlier }]) => [
    id,
    ...(earlier.join() === id ? [] : earlier),
  ]);
  expect(untitled.sort()).toEqual(inIndex.sort());
  expect(codes.length).toBeGreaterThan(untitled.length);
});

test('a part names what it refers to and does not hold, and says only what concerns it', () => {
  const document = part({ categories: ['IAM'] });
  const elsewhere = [...document.matchAll(/: see (.+)$/gm)].map((match) => unescaped(match[1] ?? ''));
  expect(elsewhere.length).toBeGreaterThan(0);
  for (const said of elsewhere) expect(said).toMatch(/^[A-Z]{2,4} \S+/);
  const changes = document.slice(document.indexOf('## What changed since'));
  expect(changes).toContain('IAM-');
  expect(changes).not.toMatch(/^- (?!IAM-|\[IAM-|.*→ .*IAM-)[A-Z[]+-\d/m);
  expect(document).not.toContain('Without an objective');
});

test('what became of each objective of the edition before is said once, with what happens to its answer', () => {
  const changes = current.slice(current.indexOf('## What changed since 1.0'));
  const { succession } = whole;
  expect(succession?.objectives.length).toBeGreaterThan(100);
  for (const { id, to, why } of succession?.objectives ?? []) {
    const isSame = to.length === 1 && to[0] === id;
    const lines = changes
      .split('\n')
      .filter((line) => line.startsWith(isSame ? `- [${id} ` : `- ${id}`) && unescaped(line).endsWith(`: ${why}`));
    expect(lines, id).toHaveLength(1);
    for (const each of to) expect(lines[0]).toContain(`[${each} `);
  }
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
  for (const line of [text, current].join('\n\n').split('\n')) {
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
  for (const { name, words } of printedRules(model, ruleWordsIn('en'), { layout: LAYOUT, review: true }))
    expect(text).toContain(`| ${name} | ${words} |`);
  const sheet = planWorkbook(asIssued(model)).sheets.find(({ name }) => name === en.words.sheets.rules);
  const said = new Set(sheet?.cells.map(({ value }) => value));
  for (const { name, is } of Object.values(ruleWordsIn('en').sheet.rules)) {
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
  // A notice may be broken into lines, each in a cell of its own.
  const silent = sheets.filter(
    ({ cells }) =>
      !cells
        .map(({ value }) => value)
        .join(' ')
        .includes(said),
  );
  expect(silent.map(({ name }) => name)).toEqual([]);
});
