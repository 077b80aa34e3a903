/** Figures that tools have measured, put into a workbook by the rules of its sheet. What a person has typed goes first. */
import type { Answer, Assessment } from '../assessment/assessment.js';
import { isDay } from '../assessment/dates.js';
import { dayInText } from '../assessment/day-in-text.js';
import { Choices } from '../assessment/choices.js';
import { LONGEST_TEXT } from '../assessment/fields.js';
import { fieldWith } from '../assessment/measured.js';
import { commentPath } from '../assessment/paths.js';
import { readCell } from '../assessment/read-cell.js';
import { find, hasErrors, isError, type Finding, type Parsed, type Place } from '../diagnostic/finding.js';
import { Comparing } from '../diagnostic/distance.js';
import { Findings } from '../diagnostic/listed.js';
import { LIMITS } from '../diagnostic/limits.js';
import { parseJson } from '../diagnostic/parse-json.js';
import { suggested } from '../diagnostic/suggest.js';
import { isFormula, readCsv } from '../formats/read-csv.js';
import { ask, kpiTarget, windowInWords } from '../layout/context.js';
import type { Issued } from '../layout/shelf.js';
import { MONTHS } from '../locale/months.js';
import { objectivesOf, type ControlObjective } from '../model/model.js';
import { findingsIn } from '../scoring/findings.js';
import type { ReadWorkbook } from '../workbook/read.js';
import { plainName } from './row.js';

/** One figure, as a tool has written it. */
export interface ToolFigure {
  readonly at: Place;
  /** By column of a table, its number. */
  readonly columns?: Readonly<Partial<Record<string, number>>>;
  readonly objective: string;
  readonly value: string | number;
  /** Where it comes from. */
  readonly source: string;
  /** The day on which it was measured; `''` where that is not said. */
  readonly date: string;
}

/** What a list of figures says of each, and what it only explains. */
const COLUMNS = ['objective', 'value', 'source', 'date'] as const;
type Column = (typeof COLUMNS)[number];
const EXPLAINING = ['unit', 'window', 'target', 'measure'] as const;
const CALLED: ReadonlyMap<string, Column> = new Map<string, Column>([
  ...COLUMNS.map((each) => [each, each] as const),
  ...(['id', 'kpi', 'control'] as const).map((each) => [each, 'objective'] as const),
  ...(['measured', 'measured value', 'figure'] as const).map((each) => [each, 'value'] as const),
  ...(['evidence', 'tool', 'from'] as const).map((each) => [each, 'source'] as const),
  ...(['assessed on', 'day', 'as of', 'measured on'] as const).map((each) => [each, 'date'] as const),
]);

const columnOf = (heading: string): Column | undefined => CALLED.get(plainName(heading));

/** Reads figures from CSV. */
export function figuresInCsv(bytes: Uint8Array): Parsed<readonly ToolFigure[]> {
  const { value: table, findings: unread } = readCsv(bytes, (text) => columnOf(text) !== undefined);
  if (!table)
    return {
      findings: unread.map((each) => (each.code === 'list-empty' ? find('list-empty', {}, { of: 'measure' }) : each)),
    };
  const { headings, rows } = table;
  const found = new Map(headings.cells.map((heading, index) => [columnOf(heading), index]));
  const missing = (['objective', 'value'] as const).filter((each) => !found.has(each));
  if (missing.length > 0)
    return { findings: [find('list-missing-column', { line: headings.line }, { expected: missing, of: 'measure' })] };
  const findings = new Findings();
  const figures = rows.map(({ line, cells }): ToolFigure => {
    const text = (column: Column): string => cells[found.get(column) ?? -1] ?? '';
    for (const column of COLUMNS)
      if (isFormula(text(column)))
        findings.add(
          find('list-formula', { line, column: (found.get(column) ?? 0) + 1 }, { found: text(column), of: column }),
        );
    return {
      at: { line, column: (found.get('value') ?? 0) + 1 },
      columns: Object.fromEntries([...found].map(([name = '', index]): [string, number] => [name, index + 1])),
      ...{ objective: text('objective'), value: text('value'), source: text('source'), date: text('date') },
    };
  });
  return { ...(hasErrors(findings.all) ? {} : { value: figures }), findings: findings.told() };
}

/** Reads figures from JSON: a list, or an object with one called `values`. */
export function figuresInJson(text: string): Parsed<readonly ToolFigure[]> {
  const { value: parsed, findings } = parseJson(text, LIMITS.values);
  if (!parsed) return { findings };
  const { raw } = parsed;
  const list = Array.isArray(raw) ? (raw as unknown[]) : (raw as { readonly values?: unknown } | null)?.values;
  if (!Array.isArray(list))
    return { findings: [find('list-missing-column', {}, { expected: ['values'], of: 'measure' })] };
  const figures = (list as unknown[]).map((each, index): ToolFigure => {
    const { objective, value, source, date } = (each ?? {}) as Readonly<Record<string, unknown>>; // whatever is there
    const said = (one: unknown): string => (typeof one === 'string' ? one : '');
    return {
      at: { path: `values.${index}` },
      ...{ objective: said(objective), source: said(source), date: said(date) },
      value: typeof value === 'number' ? value : said(value),
    };
  });
  return { value: figures, findings: [] };
}

/** A workbook with figures in it, what was found in both, and how many figures are new. */
export interface Measured {
  readonly read: ReadWorkbook;
  readonly findings: readonly Finding[];
  readonly written: number;
}

/** Which figures go before others. */
export interface Measuring {
  /** Figures take the place of what was typed. */
  readonly replace: boolean;
}

/**
 * Puts figures into the answers. A figure that was typed stays where the tool says another one, and that is told; so do
 * evidence and dates. The source is the evidence where there is none, else a comment on the figure. With an error in the
 * figures there is no value.
 */
export function withFigures(
  read: ReadWorkbook,
  found: readonly Finding[],
  figures: readonly ToolFigure[],
  { replace }: Measuring,
): Parsed<Measured> {
  const understood = figuresFor(read.issued, figures);
  if (!understood.value) return { findings: understood.findings };
  const { issued, model, assessment } = read;
  const asked = ask(issued, 'objective', 'measured');
  const unread = new Map(
    found.flatMap((each) =>
      isError(each) && each.field === 'measured' && each.subject ? [[each.subject.row, each] as const] : [],
    ),
  );
  const answers = new Map<string, Answer>(assessment.answers);
  const comments: Record<string, string> = { ...assessment.comments };
  const told: Finding[] = [];
  const replaced = new Set<Finding>();
  let written = 0;
  for (const { id, value, source, date, text } of understood.value) {
    const before = answers.get(id) ?? {};
    const refused = unread.get(id);
    const typed = refused?.subject ? read.shown(refused.subject) : before.measured;
    if (typed !== undefined && typed !== value && !replace) {
      const facts = { found: String(typed), other: text };
      told.push(read.placed(find('measured-kept', { objective: id, field: 'measured' }, facts)));
      continue;
    }
    if (refused) replaced.add(refused);
    const isNew = before.measured !== value;
    const isSourced = source !== '' && before.evidence !== undefined && before.evidence !== source;
    const said = [source, date].filter((each) => each !== '').join(', ');
    const path = commentPath(asked, id);
    if (isSourced && comments[path]?.includes(said) !== true)
      comments[path] = [comments[path], said].filter(Boolean).join('\n\n').slice(0, LONGEST_TEXT);
    answers.set(id, {
      ...before,
      measured: value,
      ...(source !== '' && before.evidence === undefined ? { evidence: source } : {}),
      ...(date !== '' && (before.assessedOn === undefined || (replace && isNew)) ? { assessedOn: date } : {}),
    });
    if (isNew) written += 1;
  }
  const now: Assessment = {
    ...assessment,
    answers,
    ...(Object.keys(comments).length > 0 ? { comments } : {}),
  };
  const nameOf = ({ code, objective, field }: Finding): string => JSON.stringify([code, objective, field]);
  const was = new Set(findingsIn(model, assessment).map(nameOf));
  const is = findingsIn(model, now);
  const isStill = new Set(is.map(nameOf));
  // A figure is an answer as well.
  const isOver = (each: Finding): boolean =>
    replaced.has(each) ||
    (each.code === 'nothing-answered' && written > 0) ||
    (was.has(nameOf(each)) && !isStill.has(nameOf(each)));
  const kept = found.filter((each) => !isOver(each));
  const news = is.filter((each) => !was.has(nameOf(each))).map((each) => read.placed(each));
  return {
    value: { read: { ...read, assessment: now }, findings: [...kept, ...news, ...told], written },
    findings: understood.findings,
  };
}

/** A figure that was understood. */
interface Understood {
  readonly id: string;
  readonly value: number;
  /** As the tool has written it. */
  readonly text: string;
  readonly source: string;
  readonly date: string;
}

/** Figures by the rules of the sheet: the same numbers, units and limits. */
function figuresFor(issued: Issued, figures: readonly ToolFigure[]): Parsed<readonly Understood[]> {
  const { edition, fields } = issued;
  const measurable = new Map(measurableIn(issued).map((each) => [each.id, each]));
  const ids = [...measurable.keys()];
  const [comparing, findings] = [new Comparing(), new Findings()];
  const first = new Map<string, ToolFigure>();
  const understood = figures.flatMap((figure): Understood[] => {
    const { at, columns, objective, value, source, date } = figure;
    if (value === '') return [];
    const id = objective.trim().toUpperCase();
    const own = measurable.get(id);
    const field = fields.objective['measured'];
    const refuse = (of: Column, text: string, expected: readonly string[], near: { suggestion?: string } = {}): [] => {
      const column = columns?.[of];
      findings.add(
        find(
          'list-value',
          { ...at, ...(column === undefined ? {} : { column }) },
          { of, found: text, expected, ...near },
        ),
      );
      return [];
    };
    if (!own || !field)
      return refuse('objective', objective, ['an objective with a KPI'], suggested(id, ids, comparing));
    const known = first.get(id);
    if (known) {
      const { line, path = '' } = known.at;
      findings.add(
        find('list-repeated-row', at, { found: id, of: 'measure', ...(line ? { firstLine: line } : { first: path }) }),
      );
      return [];
    }
    first.set(id, figure);
    const day = date === '' ? '' : dayInText(date, MONTHS);
    if (day === undefined || (day !== '' && !isDay(day))) return refuse('date', date, ['2026-12-31']);
    if (source.length > LONGEST_TEXT) return refuse('source', source, [`at most ${LONGEST_TEXT} characters`]);
    const number = readCell(
      fieldWith(field, own.kpi, edition.layout),
      {
        column: at.column ?? 1,
        value:
          typeof value === 'number' ? { kind: 'number', number: value, shown: 'plain' } : { kind: 'text', text: value },
      },
      {
        at: () => ({ ...at, objective: id, field: 'measured' }),
        // A file of text has no numbers.
        report: (each) => {
          if (each.code !== 'number-as-text') findings.add(each);
        },
        ...{ date1904: false, choices: new Choices([]), months: MONTHS },
        around: { isNumbered: () => false, ownList: () => undefined },
        takeReason: () => undefined,
      },
    );
    return typeof number === 'number' ? [{ id, value: number, text: String(value), source, date: day }] : [];
  });
  return { ...(hasErrors(findings.all) ? {} : { value: understood }), findings: findings.told() };
}

/** The objectives of a workbook that have a KPI. */
const measurableIn = ({ model }: Issued): ControlObjective[] => objectivesOf(model).filter(({ kpi }) => kpi !== null);

/** A list to be filled by a tool: each objective with a KPI, its unit, and the time that it looks back over. */
export function figureTemplate(issued: Issued): readonly (readonly string[])[] {
  const { words } = issued;
  const rows = measurableIn(issued).flatMap(({ id, kpi }) =>
    kpi ? [[id, '', '', '', kpi.unit, windowInWords(kpi.window, words), kpiTarget(kpi, words), kpi.measure]] : [],
  );
  return [[...COLUMNS, ...EXPLAINING], ...rows];
}
