/** Hidden sheet: the answers made clean, and every rule of an objective with a cell of its own. */
import { FIELDS, REASONED, type AnswerField } from '../../assessment/fields.js';
import { INVISIBLE } from '../../assessment/reason.js';
import { PARTED_BY } from '../../assessment/option-and-rest.js';
import { choicesOf, SYNONYMS_SINCE } from '../../locale/choices.js';
import type { Outline } from '../../scoring/outline.js';
import { rulesAt } from '../../scoring/rules.js';
import type { LayoutContext } from '../context.js';
import {
  cellOf,
  columnOf,
  constant,
  formula,
  show,
  type Cell,
  type SheetDeclaration,
  type Show,
  type TableColumn,
} from '../declare.js';
import { CALC_CATEGORY, CALC_OBJECTIVES } from '../figure-formula.js';
import { LOOK } from '../look.js';
import { ANSWERS_TABLE } from './answers.js';
import { decoded, figureCell, lensesOf, nameFor } from './calc.js';
import { meaningOf } from './lists.js';

/** Column of `calc-objectives`: the row of the answers table that holds the objective, wherever sorting put it. */
export const ANSWER_ROW = 'row';

export function calcObjectivesSheet({ model, words, edition }: LayoutContext, outline: Outline): SheetDeclaration {
  const deployments = model.deployments.map(({ id }) => id);
  const lenses = lensesOf(deployments);
  const rules = rulesAt(deployments, edition.layout).filter(({ scope }) => scope === 'objective');
  const columns: TableColumn[] = [
    { id: 'key', header: 'objective', name: 'calc_id' },
    { id: CALC_CATEGORY, header: 'category', name: 'calc_category' },
    { id: 'objectiveLevel', header: 'level', name: 'calc_level' },
    { id: 'objectiveOrder', header: 'order' },
    { id: 'threshold', header: 'threshold' },
    { id: 'direction', header: 'direction' },
    ...deployments.map((id) => ({ id: `for:${id}`, header: `for ${id}` })),
    { id: ANSWER_ROW, header: 'row', name: 'calc_row' },
    ...TAKEN_APART.map((id) => ({ id, header: id, since: SYNONYMS_SINCE })),
    ...(['answer', 'measured', 'reasonGiven', 'validUntil'] as const).map((id) => ({ id, header: id })),
    ...rules.flatMap(({ name, byDeployment }) =>
      (byDeployment ? lenses : ['']).map((lens) => ({
        id: `${name}${lens && `:${lens}`}`,
        header: `${name} ${lens}`.trim(),
        ...(name === 'state' || name === 'roadmapOrder'
          ? { name: nameFor(`calc_${name}`, lens).replace(/_$/, '') }
          : {}),
      })),
    ),
  ];
  return {
    id: 'calc-objectives',
    name: 'Calc Objectives',
    kind: 'hidden',
    widths: columns.map(() => 12),
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
          const part = (id: (typeof TAKEN_APART)[number]): Show => show.of(cellOf(CALC_OBJECTIVES, key, id));
          const knowsSynonyms = edition.layout >= SYNONYMS_SINCE;
          const written = knowsSynonyms ? show.join(part('rest'), typed('notes')) : typed('notes');
          const notes = INVISIBLE.reduce((text, each) => show.substitute(text, each, ' '), show.clean(written));
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
              ...(knowsSynonyms ? takenApart(typed('answer'), part) : {}),
              answer: figureCell(
                'answer',
                key,
                '',
                knowsSynonyms
                  ? understoodAnswer(part, model, words)
                  : decodedAnswer(show.trim(typed('answer')), show.literal(''), model, words),
              ),
              measured: figureCell('measured', key, '', decoded(FIELDS.objective.measured, typed('measured'))),
              reasonGiven: figureCell('reasonGiven', key, '', reason),
              validUntil: figureCell('validUntil', key, '', decoded(FIELDS.objective.validUntil, typed('validUntil'))),
              ...Object.fromEntries(
                rules.flatMap(({ name, byDeployment }) =>
                  (byDeployment ? lenses : ['']).map((lens) => [
                    `${name}${lens && `:${lens}`}`,
                    figureCell(name, key, lens),
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

/** What was typed for an answer, taken apart: the option, what stands behind it, and what each of the two means. */
const TAKEN_APART = ['typed', 'cut', 'option', 'rest', 'optionMeans', 'restMeans'] as const;
type TakenApart = (typeof TAKEN_APART)[number];

function takenApart(raw: Show, part: (id: TakenApart) => Show): Record<TakenApart, Cell> {
  const [first, ...others] = PARTED_BY;
  const alike = others.reduce((text, each) => show.substitute(text, each, first), part('typed'));
  const isWhole = show.equal(part('cut'), 0);
  const cells: Record<TakenApart, Show> = {
    typed: show.orElse(show.trim(raw), ''),
    cut: show.orElse(show.positionIn(first, alike), 0),
    option: show.when(isWhole, part('typed'), show.trim(show.left(part('typed'), show.minus(part('cut'), 1)))),
    rest: show.when(
      isWhole,
      '',
      show.trim(show.middle(part('typed'), show.plus(part('cut'), 2), show.length(part('typed')))),
    ),
    optionMeans: meaningOf('answers', part('option')),
    restMeans: meaningOf('answers', part('rest')),
  };
  const entries = Object.entries(cells).map(([id, cell]) => [id, formula(cell, LOOK.hidden)] as const);
  return Object.fromEntries(entries) as Record<TakenApart, Cell>; // the same keys
}

/** The code of the answer that was typed, by its label, a synonym, or with its reason behind it; blank for anything else. */
function understoodAnswer(
  part: (id: TakenApart) => Show,
  model: LayoutContext['model'],
  words: LayoutContext['words'],
): Show {
  const isReasoned = show.and(show.equal(part('optionMeans'), REASONED), show.equal(part('restMeans'), ''));
  const otherwise = show.when(show.equal(part('rest'), ''), part('optionMeans'), show.when(isReasoned, REASONED, ''));
  return decodedAnswer(part('typed'), otherwise, model, words);
}

/** The code of the answer whose label was typed; `otherwise` for anything else. */
function decodedAnswer(
  given: Show,
  otherwise: Show,
  model: LayoutContext['model'],
  words: LayoutContext['words'],
): Show {
  const nested = choicesOf('answers', model, words).reduceRight<Show>(
    (rest, { id, label }) => show.when(show.equal(given, label), id, rest),
    otherwise,
  );
  return show.orElse(nested, '');
}
