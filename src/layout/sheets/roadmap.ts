/** What stands between today and the targets, in the order to do it; fills itself from the answers. */
import { objectivesOf } from '../../model/model.js';
import { ALL_DEPLOYMENTS } from '../../scoring/figures.js';
import { closingLines, labelOf, titleLines, type LayoutContext } from '../context.js';
import { cellOf, columnOf, figureColumn, formula, show, type SheetDeclaration, type Show } from '../declare.js';
import { CALC_OBJECTIVES } from '../figure-formula.js';
import { LOOK, PALETTE } from '../look.js';
import { px } from '../measure.js';
import { ANSWERS_TABLE } from './answers.js';
import { ANSWER_ROW } from './calc-objectives.js';
import { CALC_ROADMAP } from './calc-roadmap.js';
import { REFERENCE_TABLE } from './reference.js';
import { STATE_LIST } from './lists.js';

export const ROADMAP_TABLE = 'roadmap';
/** The widest column, from 1. */
const TEXT_COLUMN = 5;

export function roadmapSheet(context: LayoutContext): SheetDeclaration {
  const { model, words } = context;
  const w = words.roadmap;
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
        key: formula(whereListed(show.of(cellOf(CALC_ROADMAP, key, 'key'))), LOOK.number),
        id: formula(ofModel('key'), LOOK.cellStrong),
        category: formula(ofModel('category'), LOOK.cell),
        level: formula(ofModel('level'), LOOK.number),
        text: formula(ofModel('text'), LOOK.cell),
        state: formula(whereListed(labelOf(STATE_LIST, state)), LOOK.cellCenter),
        action: formula(ofAnswer('action'), LOOK.cell),
        owner: formula(ofAnswer('owner'), LOOK.cell),
        due: formula(ofAnswer('due'), LOOK.date),
        aicm: formula(ofModel('aicm'), LOOK.cellMuted),
      },
    };
  });
  return {
    id: 'roadmap',
    name: words.sheets.roadmap,
    kind: 'result',
    widths: [40, 54, 130, 44, 330, 84, 186, 90, 74, 84].map(px),
    landscape: true,
    repeat: ROADMAP_TABLE,
    print: { whileNumbered: true },
    blocks: [
      { is: 'lines', rows: titleLines(context, w.title, w.lead) },
      {
        is: 'table',
        id: ROADMAP_TABLE,
        freezeAfter: 'id',
        columns: [
          { id: 'key', header: w.order, look: LOOK.headerCenter },
          { id: 'id', header: w.id },
          { id: 'category', header: w.category },
          { id: 'level', header: w.level, look: LOOK.headerCenter },
          { id: 'text', header: w.text },
          { id: 'state', header: w.state },
          { id: 'action', header: w.action },
          { id: 'owner', header: w.owner },
          { id: 'due', header: w.due },
          { id: 'aicm', header: w.aicm },
        ],
        // Which objective a row will show is not known when the file is written: room for the longest text.
        rowHeight: 62,
        formats: [
          {
            columns: ['level'],
            when: (inRow, above) => show.unequal(inRow('level'), above('level')),
            look: { border: { color: PALETTE.navy, sides: ['top'] } },
          },
        ],
        rows,
      },
      { is: 'lines', rows: closingLines(context, context.edition.layout < 2 ? undefined : TEXT_COLUMN) },
    ],
  };
}
