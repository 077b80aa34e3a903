/** Hidden sheet: the answers made clean, and every rule of an objective with a cell of its own. */
import { FIELDS, type AnswerField } from '../../assessment/fields.js';
import { fieldWith, SHARES_SHOWN_SINCE } from '../../assessment/measured.js';
import { INVISIBLE } from '../../assessment/reason.js';
import { choicesOf } from '../../locale/choices.js';
import type { Outline } from '../../scoring/outline.js';
import { rulesAt } from '../../scoring/rules.js';
import type { LayoutContext } from '../context.js';
import {
  cellOf,
  columnOf,
  constant,
  formula,
  show,
  type SheetDeclaration,
  type Show,
  type TableColumn,
} from '../declare.js';
import { CALC_CATEGORY, CALC_OBJECTIVES, MEASURED_MOST, MEASURED_UNIT } from '../figure-formula.js';
import { LOOK } from '../look.js';
import { ANSWERS_TABLE } from './answers.js';
import { decoded, figureCell, slicesOf, nameFor } from './calc.js';

/** Column of `calc-objectives`: the row of the answers table that holds the objective, wherever sorting put it. */
export const ANSWER_ROW = 'row';
/** Its column with the measured value as it was typed. */
const TYPED = 'typed';

export function calcObjectivesSheet({ model, words, edition }: LayoutContext, outline: Outline): SheetDeclaration {
  const deployments = model.deployments.map(({ id }) => id);
  const slices = slicesOf(deployments);
  const rules = rulesAt(deployments, edition.layout).filter(({ scope }) => scope === 'objective');
  const isShown = edition.layout >= SHARES_SHOWN_SINCE;
  const columns: TableColumn[] = [
    { id: 'key', header: 'objective', name: 'calc_id' },
    { id: CALC_CATEGORY, header: 'category', name: 'calc_category' },
    { id: 'objectiveLevel', header: 'level', name: 'calc_level' },
    { id: 'objectiveOrder', header: 'order' },
    { id: 'threshold', header: 'threshold' },
    { id: 'direction', header: 'direction' },
    ...deployments.map((id) => ({ id: `for:${id}`, header: `for ${id}` })),
    { id: ANSWER_ROW, header: 'row', name: 'calc_row' },
    { id: MEASURED_UNIT, header: 'unit', name: 'calc_unit', since: SHARES_SHOWN_SINCE },
    { id: MEASURED_MOST, header: 'most', name: 'calc_most', since: SHARES_SHOWN_SINCE },
    { id: TYPED, header: 'typed', since: SHARES_SHOWN_SINCE },
    ...(['answer', 'measured', 'reasonGiven', 'validUntil'] as const).map((id) => ({ id, header: id })),
    ...rules.flatMap(({ name, byDeployment }) =>
      (byDeployment ? slices : ['']).map((slice) => ({
        id: `${name}${slice && `:${slice}`}`,
        header: `${name} ${slice}`.trim(),
        ...(name === 'state' || name === 'roadmapOrder'
          ? { name: nameFor(`calc_${name}`, slice).replace(/_$/, '') }
          : {}),
      })),
    ),
  ];
  return {
    id: 'calc-objectives',
    name: 'Calc Objectives',
    kind: 'hidden',
    widths: columns.filter(({ since = 1 }) => since <= edition.layout).map(() => 12),
    landscape: true,
    blocks: [
      {
        is: 'table',
        id: CALC_OBJECTIVES,
        columns,
        rows: outline.objective.map(({ key, objective }) => {
          const typed = (field: AnswerField): Show =>
            show.at(show.column(columnOf(ANSWERS_TABLE, field)), show.of(cellOf(CALC_OBJECTIVES, key, ANSWER_ROW)));
          const row = show.orElse(show.find(key, show.column(columnOf(ANSWERS_TABLE, 'id')), 0), '');
          const notes = INVISIBLE.reduce((text, each) => show.substitute(text, each, ' '), show.clean(typed('notes')));
          const measured = fieldWith(FIELDS.objective.measured, objective.kpi, edition.layout);
          const figure = typed('measured');
          const reason = show.orElse(show.above(show.length(show.trim(notes)), 0), false);
          return {
            key,
            cells: {
              key: constant(key, LOOK.hidden),
              [CALC_CATEGORY]: constant(objective.category, LOOK.hidden),
              objectiveLevel: figureCell('objectiveLevel', key),
              objectiveOrder: figureCell('objectiveOrder', key),
              threshold: figureCell('threshold', key),
              direction: figureCell('direction', key),
              ...Object.fromEntries(deployments.map((id) => [`for:${id}`, figureCell(`for:${id}`, key)])),
              [ANSWER_ROW]: formula(row, LOOK.hidden),
              answer: figureCell('answer', key, '', decodedAnswer(typed('answer'), model, words)),
              [MEASURED_UNIT]: constant(objective.kpi?.unit ?? '', LOOK.hidden),
              [MEASURED_MOST]: constant(measured.kind === 'number' ? measured.max : '', LOOK.hidden),
              [TYPED]: formula(show.orElse(show.when(show.blank(figure), '', figure), ''), LOOK.hidden),
              measured: figureCell(
                'measured',
                key,
                '',
                isShown
                  ? decoded(measured, show.of(cellOf(CALC_OBJECTIVES, key, TYPED)))
                  : decoded(FIELDS.objective.measured, figure),
              ),
              reasonGiven: figureCell('reasonGiven', key, '', reason),
              validUntil: figureCell('validUntil', key, '', decoded(FIELDS.objective.validUntil, typed('validUntil'))),
              ...Object.fromEntries(
                rules.flatMap(({ name, byDeployment }) =>
                  (byDeployment ? slices : ['']).map((slice) => [
                    `${name}${slice && `:${slice}`}`,
                    figureCell(name, key, slice),
                  ]),
                ),
              ),
            },
          };
        }),
      },
    ],
  };
}

/** The code of the answer whose label was typed; blank for anything else. */
function decodedAnswer(raw: Show, model: LayoutContext['model'], words: LayoutContext['words']): Show {
  const nested = choicesOf('answers', model, words).reduceRight<Show>(
    (otherwise, { id, label }) => show.when(show.equal(show.trim(raw), label), id, otherwise),
    show.literal(''),
  );
  return show.orElse(nested, '');
}
