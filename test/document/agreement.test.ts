/** Workbook and document say the same of every objective, and both say what the model says. */
import { expect, test } from 'vitest';
import { renderCompanion } from '../../src/document/companion.js';
import { describeValue, findCell, type GridSheet } from '../../src/grid/grid.js';
import { deploymentNames, kpiTarget } from '../../src/layout/context.js';
import { en } from '../../src/locale/en/index.js';
import { objectivesOf, type ControlObjective } from '../../src/model/model.js';
import { writeWorkbook } from '../../src/workbook/write.js';
import { readGrid } from '../../src/xlsx/read.js';
import { TOOL, readTemplate, usual } from '../installed.js';
import { readCompanion, readIndex, type ToldObjective } from './read-companion.js';

const { model } = usual();
const { words } = en;
const ADDRESS = 'https://example.org/companion.html';
const markdown = renderCompanion(model, en, readTemplate);
const index = readIndex(markdown);
const bytes = await writeWorkbook({ model, tool: TOOL, companion: ADDRESS });
const sheet = readGrid(bytes).value?.sheets.find(({ name }) => name === words.sheets.answers);

/** What both have to say. The measure, numerator and denominator stand in the document only. */
interface Said {
  readonly id: string;
  readonly text: string;
  readonly target: string | undefined;
  readonly source: string | undefined;
  readonly rationale: string;
  readonly partly: string;
  readonly evidence: readonly string[];
  readonly mode: string;
  readonly deployments: string;
  readonly mappings: readonly (readonly [string, readonly string[]])[];
}

const EDITIONS = [...model.frameworks.values()].map(({ id, edition, name, short }) => ({
  id,
  edition,
  heading: `${name} ${edition}`,
  inDocument: `${short ?? name} ${edition}`,
}));

function byModel(objective: ControlObjective): Said {
  return {
    id: objective.id,
    text: objective.text,
    target: objective.kpi ? kpiTarget(objective.kpi, words) : undefined,
    source: objective.kpi?.source,
    rationale: objective.rationale,
    partly: objective.partly,
    evidence: objective.evidence,
    mode: words.modes[objective.mode],
    deployments: deploymentNames(model, objective),
    mappings: EDITIONS.flatMap(({ id, edition, heading }) => {
      const ids = objective.mappings.filter((m) => m.framework === id && m.edition === edition).map((m) => m.id);
      return ids.length > 0 ? [[heading, ids] as const] : [];
    }),
  };
}

function byDocument(id: string, told: ToldObjective): Said {
  return {
    id,
    text: told.text,
    target: told.kpi?.target,
    source: told.kpi?.source,
    rationale: told.rationale,
    partly: told.partly,
    evidence: told.evidence,
    mode: told.mode,
    // Said only where it is not all of them.
    deployments: told.deployments ?? model.deployments.map(({ name }) => name).join(', '),
    mappings: EDITIONS.flatMap(({ id: framework, edition, heading, inDocument }) => {
      const ids = told.mappings.get(inDocument) ?? (framework === 'aicm' ? olderIds(told, edition) : []);
      return ids.length > 0 ? [[heading, ids] as const] : [];
    }),
  };
}

/** Ids of an older edition are in the index alone, once for all objectives. */
function olderIds({ mappings }: ToldObjective, edition: string): readonly string[] {
  const current = EDITIONS.find(({ id, edition: each }) => id === 'aicm' && each !== edition)?.inDocument ?? '';
  return (mappings.get(current) ?? []).flatMap((id) => index.get(id)?.earlier ?? []);
}

/** The rows below the headings, each as a function from heading to text. */
function rowsOf({ rows }: GridSheet): ((heading: string) => string)[] {
  const w = words.answers;
  const headings = rows.find(({ cells }) => cells.some(({ value }) => describeValue(value) === w.text));
  const columns = new Map(headings?.cells.map(({ column, value }) => [describeValue(value), column]));
  return rows
    .filter(({ row }) => row > (headings?.row ?? Infinity))
    .map((row) => (heading) => describeValue(findCell(row, columns.get(heading) ?? 0)?.value));
}

function byWorkbook(read: (heading: string) => string): Said {
  const w = words.answers;
  const target = read(w.kpi);
  const [evidence = '', source] = read(w.guide).split(` ${w.figureFrom} `);
  return {
    id: read(w.id),
    text: read(w.text),
    target: target === w.noTarget ? undefined : target,
    source: source && withoutStop(source),
    rationale: read(w.rationale),
    partly: read(w.partly),
    evidence: withoutStop(evidence).split('; '),
    mode: read(w.mode),
    deployments: read(w.deployments),
    mappings: EDITIONS.flatMap(({ heading }) => (read(heading) ? [[heading, read(heading).split(', ')] as const] : [])),
  };
}

/** As one cell says it after another: each ends with one full stop. */
const withoutStop = (text: string): string => text.replace(/\.$/, '');

const expected = objectivesOf(model).map(byModel);
/** The sheet says a target without its window, which stands in the statement. */
const expectedOnSheet = expected.map(({ target, source, evidence, ...rest }) => ({
  ...rest,
  target: target?.split(', ')[0],
  source: source && withoutStop(source),
  evidence: withoutStop(evidence.join('; ')).split('; '),
}));
const rows = sheet
  ? rowsOf(sheet).filter((read) => /^[A-Z]+-\d[A-Z]$/.test(read(words.answers.id)) && read(words.answers.text) !== '')
  : [];

test('the document says of every objective what the model says, in its order', () => {
  expect([...readCompanion(markdown)].map(([id, told]) => byDocument(id, told))).toEqual(expected);
});

test('the workbook says of every objective what the model says, in its order', () => {
  expect(rows.map(byWorkbook)).toEqual(expectedOnSheet);
});

test('the document says the title, the level and the conditions of every objective', () => {
  const told = [...readCompanion(markdown)].map(([id, { title, level, needs }]) => ({ id, title, level, needs }));
  expect(told).toEqual(objectivesOf(model).map(({ id, title, level, needs = [] }) => ({ id, title, level, needs })));
});

test('what a figure is counted from stands in the document', () => {
  const told = readCompanion(markdown);
  for (const { id, kpi } of objectivesOf(model)) {
    expect(told.get(id)?.kpi, id).toEqual(
      kpi
        ? {
            measure: kpi.measure,
            target: kpiTarget(kpi, words),
            numerator: kpi.numerator ?? '',
            denominator: kpi.denominator ?? '',
            source: kpi.source,
          }
        : undefined,
    );
  }
});

test('built for an address, every row leads to its own section of the document', () => {
  const anchors = new Set([...markdown.matchAll(/<a id="([^"]+)">/g)].map((match) => match[1]));
  const formulas = (sheet?.rows ?? []).flatMap(({ cells }) => cells.flatMap(({ formula }) => formula ?? []));
  const links = formulas.flatMap((formula) => [...formula.matchAll(/HYPERLINK\("([^"]*)","([^"]*)"\)/g)]);
  expect(links.map((match) => match[2])).toEqual(expected.map(({ id }) => id));
  for (const [, target = '', id = ''] of links) {
    const [page, anchor] = target.split('#');
    expect(page).toBe(ADDRESS);
    expect(anchors, id).toContain(anchor);
    expect(anchor).toBe(id.toLowerCase());
  }
});
