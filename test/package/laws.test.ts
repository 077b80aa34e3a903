/** Every workbook that is written keeps every law of packages and of accessibility, and every law is broken by something. */
import { readdirSync, readFileSync } from 'node:fs';
import { strToU8, unzipSync, strFromU8 } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { issue } from '../../src/layout/shelf.js';
import { annotateWorkbook } from '../../src/workbook/annotate.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { readWorkbook } from '../../src/workbook/read.js';
import { writeXlsx } from '../../src/xlsx/write.js';
import { shelfOf, TOOL } from '../installed.js';
import { returnedModel, returnedWith } from '../returned.js';
import { BREAKS } from './break.js';
import { LAWS } from './laws/index.js';
import { Package } from './open-package.js';
import { WORKBOOKS } from './workbooks.js';

/** Laws that workbooks do not keep yet, and what is waited for. A law that is kept has to leave this list. */
const NOT_YET: Readonly<Record<string, string>> = {};

/** What the workbooks of layout 1 break, which were written before there were laws. */
const BROKEN_BY_LAYOUT_1 = [
  'names-of-people-stay',
  'current-engine',
  'opens-on-a-tab',
  'says-its-language',
  'names-sorted',
  'filters-named',
  'ends-are-locked',
  'nothing-hidden-is-frozen',
  'panes-have-selections',
  'rows-grow',
  'no-bare-point',
  'filling-in-is-free',
  'filter-yes-sort-no',
  'charts-stay',
  'inputs-can-be-seen',
  'nothing-empty-is-read',
  'titles-come-first',
  'letters-on-screen',
  'letters-of-charts',
  'letters-in-print',
  'lines-are-printed-whole',
  'labels-are-all-drawn',
];

/** Writing so many workbooks takes seconds on a machine of its own, and minutes on one that many share. */
const MINUTES = 600_000;

/** How many breaches of one law in one workbook are shown. */
const SHOWN = 5;

describe('every workbook that is written', () => {
  /** Breaches of each law, over all workbooks. */
  const breaches = new Map<string, string[]>(LAWS.map(({ id }) => [id, []]));

  beforeAll(async () => {
    for (const [name, write] of Object.entries(WORKBOOKS)) {
      const pkg = Package.open(await write());
      for (const { id, breaches: look } of LAWS)
        breaches.get(id)?.push(
          ...look(pkg)
            .slice(0, SHOWN)
            .map((breach) => `${name}: ${breach}`),
        );
    }
  }, MINUTES);

  for (const { id, says } of LAWS) {
    const until = NOT_YET[id];
    const check = (): void => expect(breaches.get(id)).toEqual([]);
    if (until === undefined) test(`${id}: ${says}`, check);
    else test.fails(`${id}: ${says} (expected to fail until ${until})`, check);
  }
});

describe('laws', () => {
  test('each has an id of its own, a sentence, a source and a way to break it', () => {
    expect(new Set(LAWS.map(({ id }) => id)).size).toBe(LAWS.length);
    for (const { says, source } of LAWS) {
      expect(says).toMatch(/^[A-Z“].*[.]$/s);
      expect(source.length).toBeGreaterThan(10);
    }
    expect(Object.keys(BREAKS).sort()).toEqual(LAWS.map(({ id }) => id).sort());
    expect(LAWS.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(NOT_YET)));
  });

  describe('are broken by workbooks of layout 1', () => {
    const folder = new URL('../fixtures/layout-1/', import.meta.url);
    const packages = readdirSync(folder)
      .filter((name) => /^(?:blank|example|part-cloud)\.xlsx$/.test(name))
      .map((name) => Package.open(readFileSync(new URL(name, folder))));

    test.each(BROKEN_BY_LAYOUT_1)('%s', (id) => {
      const law = LAWS.find((each) => each.id === id);
      expect(packages.flatMap((pkg) => law?.breaches(pkg) ?? []).length).toBeGreaterThan(0);
    });
  });

  describe('are each broken by one change to a sound package', () => {
    let parts: ReadonlyMap<string, string>;
    const packed = (texts: ReadonlyMap<string, string>): Package =>
      new Package([...texts].map(([name, text]) => [name, strToU8(text)] as const));

    beforeAll(async () => {
      // With remarks as notes, links to them, charts, a filter, and texts that begin like a formula.
      const assessment = returnedWith({ 'GOV-2A': { answer: 'met', evidence: '=1+1', owner: '-' } });
      const plan = planWorkbook(issue(returnedModel, { tool: TOOL }), { assessment });
      const spoiled = await writeXlsx({
        ...plan,
        sheets: plan.sheets.map((sheet) => ({
          ...sheet,
          cells: sheet.cells.map((cell) =>
            cell.subject?.column === 'due' && cell.style.unlocked ? { ...cell, value: '- soon' } : cell,
          ),
        })),
      });
      const { value, findings } = readWorkbook(spoiled, shelfOf(returnedModel));
      if (!value) throw new Error(JSON.stringify(findings));
      const bytes = await annotateWorkbook(value, findings);
      parts = new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));
    });

    test.each(LAWS)('$id', ({ id, breaches }) => {
      const before = breaches(packed(parts));
      if (NOT_YET[id] === undefined) expect(before).toEqual([]);
      const broken = new Map(parts);
      BREAKS[id]?.(broken);
      const least = NOT_YET[id] === undefined ? before.length : 0;
      expect(breaches(packed(broken)).length).toBeGreaterThan(least);
    });
  });
});
