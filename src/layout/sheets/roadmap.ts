/** What stands between today and the targets, in the order to do it; fills itself from the answers. */
import { objectivesOf } from '../../model/model.js';
import { ALL_DEPLOYMENTS } from '../../scoring/figures.js';
import { closingLines, labelOf, titleLines, type LayoutContext } from '../context.js';
import {
  cellOf,
  columnOf,
  constant,
  figureColumn,
  formula,
  show,
  type Line,
  type SheetDeclaration,
  type Show,
  type TableFormat,
} from '../declare.js';
import { CALC_OBJECTIVES } from '../figure-formula.js';
import { LOOK, PALETTE } from '../look.js';
import { heightOf, linesOf, px } from '../measure.js';
import type { Style } from '../../xlsx/plan.js';
import { ANSWERS_TABLE } from './answers.js';
import { ANSWER_ROW } from './calc-objectives.js';
import { CALC_ROADMAP } from './calc-roadmap.js';
import { REFERENCE_TABLE, TITLE } from './reference.js';
import { STATE_LIST } from './lists.js';

export const ROADMAP_TABLE = 'roadmap';
/** The widest column, from 1. */
const TEXT_COLUMN = 5;
/** Points of a row of layout 1. */
const FIRST_ROW_HEIGHT = 62;
/** Lines of every row at least: what people will type for an action is not known, and about 220 characters have room. */
const FEWEST_LINES = 5;
/** Columns in pixels; together as wide as a page that has letters of 8 points. Only layout 1 has controls: AICM Mapping has them. */
const WIDTHS = [32, 54, 104, 40, 352, 78, 284, 96, 76];
const PAGE = WIDTHS.reduce((sum, each) => sum + each, 0);
/** Pixels that a text keeps from the line at its left. */
const GUTTER = 11;
/** Points of a line above the list. */
const LINE = 15;
const FIRST_WIDTHS = [40, 54, 130, 44, 330, 84, 186, 90, 74, 84];

/** Rows that list nothing have no lines: not every program knows where to stop printing. */
const LISTED = Object.fromEntries(
  (['number', 'cellStrong', 'cell', 'cellCenter', 'date', 'cellMuted', 'cellBeside'] as const).map((name) => {
    const { border: _, ...look }: Style = LOOK[name];
    return [name, look];
  }),
) as Readonly<Record<'number' | 'cellStrong' | 'cell' | 'cellCenter' | 'date' | 'cellMuted' | 'cellBeside', Style>>;

/** Lines of cells where the row lists something. */
const listed = (columns: readonly string[], { border }: Required<Pick<Style, 'border'>>): TableFormat => ({
  columns,
  when: (inRow) => show.given(inRow('key')),
  look: { border },
});

export function roadmapSheet(context: LayoutContext): SheetDeclaration {
  const { model, words } = context;
  const w = words.roadmap;
  const isFirst = context.edition.layout < 2;
  const look = isFirst ? LOOK : LISTED;
  const apart = isFirst ? LOOK.cell : LISTED.cellBeside;
  const called = isFirst ? { id: 'category', header: w.category } : { id: TITLE, header: words.answers.objective };
  const rows = objectivesOf(model).map((_, index) => {
    const key = String(index + 1);
    const position = show.of(cellOf(CALC_ROADMAP, key, 'position'));
    const whereListed = (value: Show): Show => show.when(show.blank(position), '', value);
    const ofModel = (column: string): Show =>
      whereListed(show.at(show.column(columnOf(REFERENCE_TABLE, column)), position));
    // The respondent's own cells are found through the row that sorting may have put the objective in.
    const row = show.at(show.column(columnOf(CALC_OBJECTIVES, ANSWER_ROW)), position);
    const ofAnswer = (column: string): Show => {
      const raw = show.at(show.column(columnOf(ANSWERS_TABLE, column)), row);
      return whereListed(show.orElse(show.when(show.blank(raw), '', raw), ''));
    };
    const state = show.at(show.column(figureColumn('state', ALL_DEPLOYMENTS)), position);
    return {
      key,
      cells: {
        key: formula(whereListed(show.of(cellOf(CALC_ROADMAP, key, 'key'))), look.number),
        id: formula(ofModel('key'), look.cellStrong),
        [called.id]: formula(ofModel(called.id), look.cell),
        level: formula(ofModel('level'), look.number),
        text: formula(ofModel('text'), apart),
        state: formula(whereListed(labelOf(STATE_LIST, state)), look.cellCenter),
        action: formula(ofAnswer('action'), apart),
        owner: formula(ofAnswer('owner'), isFirst ? look.cell : apart),
        due: formula(ofAnswer('due'), isFirst ? look.date : { ...look.date, indent: 1 }),
        ...(isFirst ? { aicm: formula(ofModel('aicm'), look.cellMuted) } : {}),
      },
    };
  });
  return {
    id: 'roadmap',
    name: words.sheets.roadmap,
    kind: 'result',
    widths: (isFirst ? FIRST_WIDTHS : WIDTHS).map(px),
    landscape: true,
    repeat: ROADMAP_TABLE,
    print: { whileNumbered: true },
    blocks: [
      {
        is: 'lines',
        rows: [...titleLines(context, w.title, w.lead), ...(isFirst ? [] : aboveTheList(context))],
      },
      {
        is: 'table',
        id: ROADMAP_TABLE,
        freezeAfter: 'id',
        columns: [
          { id: 'key', header: w.order, look: LOOK.headerCenter },
          { id: 'id', header: w.id },
          called,
          { id: 'level', header: w.level, look: LOOK.headerCenter },
          { id: 'text', header: isFirst ? w.text : words.answers.text },
          { id: 'state', header: w.state },
          { id: 'action', header: w.action },
          { id: 'owner', header: w.owner },
          { id: 'due', header: w.due },
          ...(isFirst ? [{ id: 'aicm', header: w.aicm }] : []),
        ],
        rowHeight: isFirst ? FIRST_ROW_HEIGHT : heightOfRows(context),
        formats: [
          ...(isFirst
            ? [
                {
                  columns: ['level'],
                  when: (inRow, above) => show.unequal(inRow('level'), above('level')),
                  look: { border: { color: PALETTE.navy, sides: ['top'] } },
                } satisfies TableFormat,
              ]
            : [
                listed(['key', 'id', called.id, 'level'], LOOK.cell),
                listed(['text', 'state', 'action', 'owner', 'due'], LOOK.cellBeside),
              ]),
        ],
        rows,
      },
      { is: 'lines', rows: isFirst ? closingLines(context) : closingLines(context, PAGE) },
    ],
  };
}

/** How the list comes about, how long it is, and how to print no more than it. */
function aboveTheList({ words: { roadmap: w } }: LayoutContext): Line[] {
  const listed = show.countNumbers(show.column(columnOf(CALC_ROADMAP, 'position')));
  const print = show.when(show.equal(listed, 1), w.listedOne, show.join(listed, w.listed));
  return [
    { height: LINE, cells: { 2: constant(w.noTarget, LOOK.mutedLine) } },
    { height: LINE, cells: { 2: formula(print, LOOK.mutedLine) } },
  ];
}

/** Which objective a row will show is not known when the file is written: each has room for the longest text. */
function heightOfRows({ model }: LayoutContext): number {
  const width = px((WIDTHS[TEXT_COLUMN - 1] ?? 0) - GUTTER);
  const lines = objectivesOf(model).map(({ text }) => linesOf(text, width, LOOK.cell));
  return heightOf(Math.max(FEWEST_LINES, ...lines), LOOK.cell);
}
