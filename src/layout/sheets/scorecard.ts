/** Where we stand, on one landscape page: sentences, categories with a chart, what to do next, and the parts of the program. */
import { categoriesOf, objectivesOf } from '../../model/model.js';
import { saying } from '../../locale/saying.js';
import { isoDay, wholePercent } from '../../locale/standing.js';
import { ALL_DEPLOYMENTS, type Slice } from '../../scoring/figures.js';
import { PROGRAM } from '../../scoring/outline.js';
import type { Quantity } from '../../scoring/rules.js';
import type { Style } from '../../xlsx/plan.js';
import { closingLines, labelOf, titleLines, type LayoutContext } from '../context.js';
import {
  cellOf,
  columnOf,
  constant,
  figureColumn,
  figureOf,
  formula,
  nothing,
  show,
  type Cell,
  type ChartDeclaration,
  type Line,
  type Reference,
  type SheetDeclaration,
  type Show,
  type Table,
  type TableFormat,
} from '../declare.js';
import { CALC_CATEGORY, CALC_OBJECTIVES } from '../figure-formula.js';
import { CHART_CATEGORIES } from './calc-charts.js';
import { CALC_ROADMAP } from './calc-roadmap.js';
import { appliesNothing, isAnswered, isMarked, loweringEvidenced, standingShown, targetsSet } from './calc-standing.js';
import { STATE_LIST } from './lists.js';
import { REFERENCE_TABLE, TITLE } from './reference.js';

const CATEGORIES = 'scorecard-categories';
/** How many of the roadmap's first steps are shown. */
const NEXT_STEPS = 3;
/** Rows that the chart needs beside it, however few categories there are. */
const FEWEST_ROWS = 12;

/** Columns in pixels: tables at the left, a gap, and the chart with the parts below it. Together they are as wide as a page. */
const LEFT_PIXELS = [39, 306, 39, 56, 58, 72, 46, 32];
const PIXELS = [...LEFT_PIXELS, 5, ...[86, 56, 68, 56, 66, 68]];
const PIXELS_PER_UNIT = 7;
/** The row of the first category, below the sentences, the keys and the headings. */
const FIRST_ROW = 8;
/** The first column of what stands at the right. */
const RIGHT = LEFT_PIXELS.length + 2;

const [INK, QUIET, NAVY, RULE, BAND] = ['1F2933', '4A5560', '1F3A5F', 'C9D0D6', 'EEF1F7'];
const text: Style = { size: 9, color: INK, valign: 'middle', border: { color: RULE, sides: ['bottom'] } };
const STYLE = {
  title: { size: 14, bold: true, color: NAVY, valign: 'middle' },
  who: { size: 10, color: QUIET, valign: 'middle' },
  headline: { size: 11, bold: true, color: INK, valign: 'middle' },
  line: { size: 10, color: INK, valign: 'middle' },
  /** Kept for programs, shown as nothing. */
  stamp: { size: 9, color: QUIET, format: ';;;' },
  head: { size: 9, bold: true, color: 'FFFFFF', fill: NAVY, wrap: true, valign: 'middle' },
  /** Runs over its empty neighbours. */
  headLine: { size: 9, bold: true, color: 'FFFFFF', fill: NAVY, valign: 'middle' },
  headCenter: { size: 9, bold: true, color: 'FFFFFF', fill: NAVY, wrap: true, valign: 'middle', align: 'center' },
  code: { ...text, bold: true, color: NAVY, align: 'left' },
  text,
  strong: { ...text, bold: true },
  level: { ...text, size: 10, bold: true, align: 'center', format: '0' },
  whole: { ...text, align: 'center', format: '0' },
  decimal: { ...text, align: 'center', format: '0.00' },
  percent: { ...text, align: 'center', format: '0%' },
  note: { size: 9, color: QUIET, valign: 'middle' },
} as const satisfies Record<string, Style>;

const HEIGHT = {
  title: 24,
  who: 15.75,
  headline: 18,
  line: 15.75,
  lastLine: 19.5,
  head: 18,
  row: 18.75,
  note: 15,
  gap: 9,
  heads: 25.5,
  step: 18,
};

/** The cell that leads to the sheet from elsewhere. */
export function scorecardStart({ model }: LayoutContext): Reference {
  return cellOf(CATEGORIES, categoriesOf(model)[0]?.id ?? '', 'level');
}

export function scorecardSheet(context: LayoutContext): SheetDeclaration {
  const count = categoriesOf(context.model).length;
  const below = besides(nextLines(context), partLines(context));
  // Without the closing lines: those say to readers on a screen that nothing follows, and the notice stands in the footer.
  const notes = noteLines(context);
  const rows = notes.length + Math.max(count, FEWEST_ROWS) + below.length;
  const last = { row: FIRST_ROW + rows, column: PIXELS.length };
  return {
    id: 'scorecard',
    name: context.words.sheets.scorecard,
    kind: 'result',
    widths: PIXELS.map((pixels) => pixels / PIXELS_PER_UNIT),
    landscape: true,
    onePage: true,
    printTo: last,
    charts: [chartOf(context, Math.max(count, FEWEST_ROWS))],
    blocks: [
      { is: 'lines', rows: sentenceLines(context) },
      categoryTable(context),
      {
        is: 'lines',
        rows: [
          ...notes,
          ...Array.from({ length: Math.max(0, FEWEST_ROWS - count) }, () => ({ height: HEIGHT.row, cells: {} })),
          { height: HEIGHT.gap, cells: {} },
          ...below,
          ...closingLines(context),
        ],
      },
    ],
  };
}

function sentenceLines(context: LayoutContext): Line[] {
  const { who, headline, weakest, answered } = standingShown(context).lines;
  const [top] = titleLines(context, context.words.scorecard.title, '');
  const stamp = top?.cells[1];
  const title = top?.cells[2];
  const line = (height: number, sentence: Show, look: Style): Line => ({
    height,
    cells: { 2: formula(sentence, look) },
  });
  return [
    {
      height: HEIGHT.title,
      cells: {
        ...(stamp ? { 1: { ...stamp, look: STYLE.stamp } } : {}),
        ...(title ? { 2: { ...title, look: STYLE.title } } : {}),
      },
    },
    line(HEIGHT.who, who, STYLE.who),
    line(HEIGHT.headline, headline, STYLE.headline),
    line(HEIGHT.line, weakest, STYLE.line),
    line(HEIGHT.lastLine, answered, STYLE.line),
  ];
}

/** What the marks mean; before the first answer, why every category has a level already. Below it, what lowers a level by evidence. */
function noteLines(context: LayoutContext): Line[] {
  const { note, noteUnanswered, evidencedNote, withoutEvidence } = context.words.scorecard;
  const ids = loweringEvidenced(context);
  const lowered = show.when(show.blank(ids), '', saying(withoutEvidence, ids));
  return [show.when(show.or(isAnswered, appliesNothing), note, noteUnanswered), show.join(evidencedNote, lowered)].map(
    (said) => ({ height: HEIGHT.note, cells: { 2: formula(said, STYLE.note) } }),
  );
}

function categoryTable({ model, words }: LayoutContext): Table {
  const w = words.scorecard;
  const figure = (quantity: Quantity, key: string, slice: Slice = ALL_DEPLOYMENTS): Show =>
    show.of(figureOf(quantity, key, slice));
  const orDash = (value: Show): Show => show.when(show.isNumber(value), value, w.none);
  const weakest = (look: TableFormat['look'], columns: readonly string[]): TableFormat => ({
    columns,
    when: (inRow) => isMarked(inRow('id')),
    look,
  });
  return {
    is: 'table',
    id: CATEGORIES,
    headerHeight: HEIGHT.head,
    rowHeight: HEIGHT.row,
    formats: [
      weakest({ bold: true }, ['name', 'maturity', 'potential', 'evidenced', 'target']),
      // The value stays a number: the mark is its format.
      weakest({ format: `0" ${w.mark}"` }, ['level']),
      {
        columns: ['gap'],
        when: (inRow) => show.and(show.isNumber(inRow('gap')), show.above(inRow('gap'), 0)),
        look: { fill: 'FBE0DD', color: '7A1710', bold: true },
      },
      // Behind the one above: some programs take the first of two looks alone.
      weakest({ bold: true }, ['gap']),
    ],
    columns: [
      { id: 'id', header: w.code, look: STYLE.head },
      { id: 'name', header: w.category, look: STYLE.head },
      { id: 'level', header: w.level, look: STYLE.headCenter },
      { id: 'maturity', header: w.mature, look: STYLE.headCenter },
      { id: 'potential', header: w.possible, look: STYLE.headCenter },
      { id: 'evidenced', header: w.evidenced, look: STYLE.headCenter },
      { id: 'target', header: w.target, look: STYLE.headCenter },
      { id: 'gap', header: w.gap, look: STYLE.headCenter },
    ],
    rows: categoriesOf(model).map(({ id, name }) => ({
      key: id,
      cells: {
        id: constant(id, STYLE.code),
        name: constant(name, STYLE.text),
        level: formula(figure('level', id), STYLE.level),
        maturity: formula(figure('maturity', id), STYLE.decimal),
        potential: formula(figure('potential', id), STYLE.whole),
        evidenced: formula(figure('evidencedLevel', id), STYLE.whole),
        target: formula(orDash(figure('target', id, '')), STYLE.whole),
        gap: formula(orDash(figure('gap', id)), STYLE.whole),
      },
    })),
  };
}

/** The first steps of the roadmap, or why there are none. */
function nextLines({ model, words }: LayoutContext): Line[] {
  const w = words.scorecard;
  const why = show.when(
    appliesNothing,
    w.nothingApplies,
    show.when(show.above(targetsSet, 0), w.allReached, w.nothingNext),
  );
  const steps = Array.from({ length: Math.min(NEXT_STEPS, objectivesOf(model).length) }, (_, index): Line => {
    const position = show.of(cellOf(CALC_ROADMAP, String(index + 1), 'position'));
    const isListed = show.given(position);
    const ofModel = (column: string): Show => show.at(show.column(columnOf(REFERENCE_TABLE, column)), position);
    const state = show.at(show.column(figureColumn('state', ALL_DEPLOYMENTS)), position);
    const due = show.at(show.column(figureColumn('due')), position);
    const category = show.at(show.column(columnOf(CALC_OBJECTIVES, CALC_CATEGORY)), position);
    // What stands in the first line where nothing is listed.
    const otherwise = (first: Show | string): Show | string => (index === 0 ? first : '');
    const cell = (value: Show | number, first: Show | string, look: Style): Cell =>
      formula(show.when(isListed, value, otherwise(first)), look);
    return {
      height: HEIGHT.step,
      cells: {
        ...rowAtLeft(() => nothing(STYLE.text)),
        1: cell(index + 1, w.none, STYLE.code),
        2: cell(show.join(ofModel('key'), ' ', ofModel(TITLE)), why, STYLE.strong),
        3: cell(
          show.join(
            labelOf(STATE_LIST, state),
            words.standing.apart,
            show.when(show.isNumber(due), isoDay(due), w.noDue),
          ),
          '',
          STYLE.text,
        ),
        7: cell(saying(w.towardsLevel, category, ofModel('level')), '', STYLE.text),
      },
    };
  });
  const heads: Readonly<Record<number, string>> = { 1: w.next, 2: w.whatToDo, 3: w.today, 7: w.towards };
  return [
    { height: HEIGHT.heads, cells: rowAtLeft((column) => headCell(heads[column] ?? '', STYLE.headLine)) },
    ...steps,
    { height: HEIGHT.step, cells: { 2: constant(w.nextNote(words.sheets.roadmap), STYLE.note) } },
    // Beside the results of the domains: which categories they are made of.
    { height: HEIGHT.step, cells: rowAtLeft((column) => headCell(column === 2 ? w.domains : '', STYLE.headLine)) },
    ...model.domains.map(({ name, categories }): Line => {
      const codes = categories.map(({ id }) => id).join(', ');
      return {
        height: HEIGHT.step,
        cells: { ...rowAtLeft(() => nothing(STYLE.text)), 2: constant(w.madeOf(name, codes), STYLE.text) },
      };
    }),
  ];
}

/** The program, its domains, and each deployment type by itself. */
function partLines({ model, words }: LayoutContext): Line[] {
  const w = words.scorecard;
  const part = (name: string, key: string, slice: Slice, look: Partial<Style> = {}): Line => {
    const figure = (quantity: Quantity): Show => show.of(figureOf(quantity, key, slice));
    const isInUse = slice === ALL_DEPLOYMENTS ? undefined : show.of(figureOf(`uses:${slice}`, PROGRAM));
    const whereUsed = (value: Show, otherwise: string): Show =>
      isInUse === undefined ? value : show.when(isInUse, value, otherwise);
    const share = figure('groupCompleteness');
    const targets = show.countNumbers(...targetedIn(key).map((id) => show.of(figureOf('gap', id, slice))));
    const below = show.when(
      show.equal(figure('groupApplicable'), 0),
      w.none,
      show.when(show.equal(targets, 0), w.noTargets, saying(w.belowOf, figure('belowTarget'), targets)),
    );
    return {
      height: HEIGHT.step,
      cells: cellsFrom(RIGHT, [
        constant(name, { ...STYLE.strong, ...look }),
        formula(whereUsed(figure('groupMaturity'), w.notInUse), { ...STYLE.decimal, ...look }),
        formula(whereUsed(figure('evidencedGroupMaturity'), ''), { ...STYLE.decimal, ...look }),
        formula(whereUsed(figure('groupFloor'), ''), { ...STYLE.whole, ...look }),
        formula(whereUsed(show.when(show.isNumber(share), show.over(wholePercent(share), 100), share), ''), {
          ...STYLE.percent,
          ...look,
        }),
        formula(whereUsed(below, ''), { ...STYLE.whole, ...look }),
      ]),
    };
  };
  const targetedIn = (key: string): string[] =>
    categoriesOf(model)
      .filter(({ domain }) => key === PROGRAM || domain === key)
      .map(({ id }) => id);
  const heads = [w.part, w.mature, w.evidenced, w.floor, w.answered, w.below];
  return [
    {
      height: HEIGHT.heads,
      cells: cellsFrom(
        RIGHT,
        heads.map((head, i) => headCell(head, i === 0 ? STYLE.head : STYLE.headCenter)),
      ),
    },
    part(w.program, PROGRAM, ALL_DEPLOYMENTS, { bold: true, fill: BAND }),
    ...model.domains.map(({ id, name }) => part(name, id, ALL_DEPLOYMENTS)),
    // Of one type alone they would repeat those of the program.
    ...(model.deployments.length < 2 ? [] : model.deployments.map(({ id, name }) => part(name, PROGRAM, id))),
  ];
}

/** No text is no constant: a cell that holds an empty one is read aloud. */
function headCell(head: string, look: Style): Cell {
  return head === '' ? nothing(look) : constant(head, look);
}

function cellsFrom(column: number, cells: readonly Cell[]): Line['cells'] {
  return Object.fromEntries(cells.map((cell, i) => [column + i, cell]));
}

/** A cell in each column of the tables at the left. */
function rowAtLeft(cell: (column: number) => Cell): Line['cells'] {
  return cellsFrom(
    1,
    LEFT_PIXELS.map((_, index) => cell(index + 1)),
  );
}

/** Lines that stand in the same rows. */
function besides(left: readonly Line[], right: readonly Line[]): Line[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i) => ({
    height: Math.max(left[i]?.height ?? 0, right[i]?.height ?? 0),
    cells: { ...left[i]?.cells, ...right[i]?.cells },
  }));
}

function chartOf({ model, words }: LayoutContext, rows: number): ChartDeclaration {
  const w = words.scorecard.chart;
  const column = (id: string): Reference => columnOf(CHART_CATEGORIES, id);
  return {
    title: w.title,
    description: w.text,
    beside: cellOf(CATEGORIES, categoriesOf(model)[0]?.id ?? '', 'id'),
    columns: { from: RIGHT, to: PIXELS.length + 1 },
    // From the headings to the note below the table.
    below: -1,
    rows: rows + 2,
    labels: column('key'),
    series: [
      // The level stands before the possible one, of which the part above it is seen.
      { name: w.possible, values: column('possible'), as: 'column', fill: 'D6DFEA', line: NAVY },
      { name: w.level, values: column('level'), as: 'column', fill: NAVY, line: NAVY },
      // The mark of the target is flat: drawn over that of the evidenced level, both are seen where they are equal.
      { name: w.evidenced, values: column('evidenced'), as: 'circle', fill: '0E9F8E', line: '0E9F8E' },
      { name: w.target, values: column('target'), as: 'dash', fill: 'E8590C', line: 'E8590C' },
    ],
    axis: { min: 0, max: Math.max(...model.levels.map(({ n }) => n)), step: 1, format: '0' },
  };
}
