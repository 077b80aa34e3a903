/** Hidden sheet: the answers made clean, and every rule of an objective with a cell of its own. */
import { FIELDS, REASONED, type AnswerField, type ChoiceList } from '../../assessment/fields.js';
import { fieldWith, SHARES_SHOWN_SINCE } from '../../assessment/measured.js';
import { PARTED_BY } from '../../assessment/option-and-rest.js';
import { invisibleIn } from '../../assessment/visible.js';
import { choicesOf, SYNONYMS_SINCE } from '../../locale/choices.js';
import { objectivesOf, type ControlObjective } from '../../model/model.js';
import type { Outline } from '../../scoring/outline.js';
import { LENSES_SINCE } from '../../scoring/lenses.js';
import { ALL_DEPLOYMENTS } from '../../scoring/figures.js';
import { rulesAt, slicesOnSheets, traitsOf, type Quantity, type RuleName } from '../../scoring/rules.js';
import { labelOf, type LayoutContext } from '../context.js';
import {
  cellOf,
  columnOf,
  constant,
  figureOf,
  formula,
  show,
  type Cell,
  type SheetDeclaration,
  type Show,
  type TableColumn,
} from '../declare.js';
import { CALC_CATEGORY, CALC_OBJECTIVES, COUNTS_AS, MEASURED_MOST, MEASURED_UNIT } from '../figure-formula.js';
import { LOOK } from '../look.js';
import { ANSWERS_TABLE } from './answers.js';
import { decoded, figureCell, slicesOf, nameFor } from './calc.js';
import { meaningOf, STATE_LIST } from './lists.js';

/** Column of `calc-objectives`: the row of the answers table that holds the objective, wherever sorting put it. */
export const ANSWER_ROW = 'row';
/** Its column with the measured value as it was typed, if that is a number. */
const TYPED = 'figure';

/** The first layout with a column that says how an answer counts. */
const COUNTS_AS_SINCE = 2;
/** Its column with the place of the objective among all, level by level, and that with the same of those that are unanswered. */
const TURN = 'turn';
export const UNANSWERED_TURN = 'unansweredTurn';
/** Its column with the category of what is met, but not by evidence. */
export const WITHOUT_EVIDENCE = 'withoutEvidence';
/** The first layout that names the next objective to answer by its level. */
const TURN_SINCE = 2;

/** Its columns that tell whether something is written in a text of the answer, each with the first layout that has it. */
const WRITTEN = {
  reasonGiven: { field: 'notes', since: 1 },
  evidenceGiven: { field: 'evidence', since: LENSES_SINCE },
  actionGiven: { field: 'action', since: LENSES_SINCE },
} as const satisfies Partial<Record<Quantity, { readonly field: AnswerField; readonly since: number }>>;
const FIRST_WRITTEN = 'reasonGiven';
/** Rules whose columns have a defined name. */
const NAMED: ReadonlySet<RuleName> = new Set<RuleName>(['state', 'roadmapOrder', 'conditionsHold']);

export function calcObjectivesSheet({ model, words, edition }: LayoutContext, outline: Outline): SheetDeclaration {
  const deployments = model.deployments.map(({ id }) => id);
  const { conditions = [], hasUndecided = false } = traitsOf(model);
  const needs = conditions.map((id) => `needs:${id}` as const);
  const slices = slicesOf(deployments);
  const rules = rulesAt(model, edition).filter(({ scope }) => scope === 'objective');
  const anyMeasured = FIELDS.objective.measured;
  const isShown = edition.layout >= SHARES_SHOWN_SINCE;
  const later = Object.entries(WRITTEN).filter(([id]) => id !== FIRST_WRITTEN);
  const columns: TableColumn[] = [
    { id: 'key', header: 'objective', name: 'calc_id' },
    { id: CALC_CATEGORY, header: 'category', name: 'calc_category' },
    { id: 'objectiveLevel', header: 'level', name: 'calc_level' },
    { id: 'objectiveOrder', header: 'order' },
    { id: 'threshold', header: 'threshold' },
    { id: 'direction', header: 'direction' },
    ...deployments.map((id) => ({ id: `for:${id}`, header: `for ${id}` })),
    ...needs.map((id) => ({ id, header: id.replace(':', ' ') })),
    ...(hasUndecided ? [{ id: 'decides', header: 'decides' }] : []),
    { id: ANSWER_ROW, header: 'row', name: 'calc_row' },
    ...TAKEN_APART.map((id) => ({ id, header: id, since: SYNONYMS_SINCE })),
    { id: MEASURED_UNIT, header: 'unit', name: 'calc_unit', since: SHARES_SHOWN_SINCE },
    { id: MEASURED_MOST, header: 'most', name: 'calc_most', since: SHARES_SHOWN_SINCE },
    { id: TYPED, header: 'typed', since: SHARES_SHOWN_SINCE },
    ...(['answer', 'measured', FIRST_WRITTEN, 'validUntil'] as const).map((id) => ({ id, header: id })),
    ...later.map(([id, { since }]) => ({ id, header: id, since })),
    { id: 'due', header: 'due', since: LENSES_SINCE },
    ...(edition.review ? [{ id: 'review', header: 'review' }] : []),
    ...rules.flatMap((rule) =>
      slicesOnSheets(rule, slices).map((slice) => ({
        id: `${rule.name}${slice && `:${slice}`}`,
        header: `${rule.name} ${slice}`.trim(),
        ...(NAMED.has(rule.name) ? { name: nameFor(`calc_${rule.name}`, slice).replace(/_$/, '') } : {}),
      })),
    ),
    { id: COUNTS_AS, header: 'counts as', name: 'calc_counts_as', since: COUNTS_AS_SINCE },
    { id: TURN, header: 'turn', since: TURN_SINCE },
    { id: UNANSWERED_TURN, header: 'turn if unanswered', since: TURN_SINCE },
    { id: WITHOUT_EVIDENCE, header: 'category if met without evidence', since: LENSES_SINCE },
  ];
  const turns = new Map(levelsFirst(model).map(({ id }, index) => [id, index + 1]));
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
          const knowsSynonyms = edition.layout >= SYNONYMS_SINCE;
          // By its cell the id is the same formula in every row, which is written once.
          const id = knowsSynonyms ? show.of(cellOf(CALC_OBJECTIVES, key, 'key')) : key;
          const row = show.orElse(show.find(id, show.column(columnOf(ANSWERS_TABLE, 'id')), 0), '');
          const part = (each: TakenApart): Show => show.of(cellOf(CALC_OBJECTIVES, key, each));
          // A reason may stand behind the answer itself.
          const written = (field: AnswerField): Show =>
            knowsSynonyms && field === 'notes' ? show.join(part('rest'), typed(field)) : typed(field);
          const figure = typed('measured');
          const measured = fieldWith(anyMeasured, objective.kpi, edition.layout);
          const constants = [...deployments.map((id) => `for:${id}` as const), ...needs, 'decides'] as const;
          return {
            key,
            cells: {
              key: constant(key, LOOK.hidden),
              [CALC_CATEGORY]: constant(objective.category, LOOK.hidden),
              objectiveLevel: figureCell('objectiveLevel', key),
              objectiveOrder: figureCell('objectiveOrder', key),
              threshold: figureCell('threshold', key),
              direction: figureCell('direction', key),
              ...Object.fromEntries(constants.map((id) => [id, figureCell(id, key)])),
              [ANSWER_ROW]: formula(row, LOOK.hidden),
              ...(knowsSynonyms ? takenApart(typed('answer'), part) : {}),
              answer: figureCell(
                'answer',
                key,
                '',
                knowsSynonyms
                  ? understoodAnswer(part, model, words)
                  : decodedChoice('answers', show.trim(typed('answer')), '', { model, words }),
              ),
              [MEASURED_UNIT]: constant(objective.kpi?.unit ?? '', LOOK.hidden),
              [MEASURED_MOST]: constant(measured.kind === 'number' ? measured.max : '', LOOK.hidden),
              [TYPED]: formula(show.when(show.isNumber(figure), figure, ''), LOOK.hidden),
              measured: figureCell(
                'measured',
                key,
                '',
                isShown
                  ? decoded(measured, show.of(cellOf(CALC_OBJECTIVES, key, TYPED)))
                  : decoded(anyMeasured, figure),
              ),
              ...Object.fromEntries(
                (Object.keys(WRITTEN) as (keyof typeof WRITTEN)[]).map((id) => [
                  id,
                  figureCell(id, key, '', isWritten(written(WRITTEN[id].field), edition.layout)),
                ]),
              ),
              validUntil: figureCell('validUntil', key, '', decoded(FIELDS.objective.validUntil, typed('validUntil'))),
              ...(edition.review
                ? {
                    review: figureCell(
                      'review',
                      key,
                      '',
                      decodedChoice('reviews', show.trim(typed('review')), '', { model, words }),
                    ),
                  }
                : {}),
              due: figureCell('due', key, '', decoded(FIELDS.objective.due, typed('due'))),
              ...Object.fromEntries(
                rules.flatMap((rule) =>
                  slicesOnSheets(rule, slices).map((slice) => [
                    `${rule.name}${slice && `:${slice}`}`,
                    figureCell(rule.name, key, slice),
                  ]),
                ),
              ),
              [COUNTS_AS]: formula(countsAs(key, { typed, part, words }), LOOK.hidden),
              [TURN]: constant(turns.get(key) ?? '', LOOK.hidden),
              [UNANSWERED_TURN]: formula(
                show.when(
                  show.equal(show.of(figureOf('state', key, ALL_DEPLOYMENTS)), 'unanswered'),
                  show.of(cellOf(CALC_OBJECTIVES, key, TURN)),
                  '',
                ),
                LOOK.hidden,
              ),
              [WITHOUT_EVIDENCE]: formula(
                show.when(
                  show.and(
                    show.equal(show.of(figureOf('state', key, ALL_DEPLOYMENTS)), 'met'),
                    show.unequal(show.of(figureOf('evidencedState', key, ALL_DEPLOYMENTS)), 'met'),
                  ),
                  show.of(cellOf(CALC_OBJECTIVES, key, CALC_CATEGORY)),
                  '',
                ),
                LOOK.hidden,
              ),
            },
          };
        }),
      },
    ],
  };
}

/** All objectives in the order in which they are answered: level by level, as the roadmap lists them. */
export function levelsFirst(model: LayoutContext['model']): ControlObjective[] {
  return [...objectivesOf(model)].sort((a, b) => a.level - b.level);
}

/** True where something can be seen in what was typed. Agrees with `isVisible`. */
function isWritten(typed: Show, layout: number): Show {
  const plain = invisibleIn(layout).reduce((text, each) => show.substitute(text, each, ' '), show.clean(typed));
  return show.orElse(show.above(show.length(show.trim(plain)), 0), false);
}

/** What was typed for an answer, taken apart: the option, what stands behind it, and what each of the two means. */
const TAKEN_APART = ['typed', 'cut', 'option', 'rest', 'optionMeans', 'restMeans'] as const;
type TakenApart = (typeof TAKEN_APART)[number];

/** Columns that repeat what was typed, or where: the same answer may be typed in several ways, and a row may be sorted. */
export const AS_TYPED: ReadonlySet<string> = new Set([ANSWER_ROW, TYPED, ...TAKEN_APART]);

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
  return decodedChoice('answers', part('typed'), otherwise, { model, words });
}

/** The label of an objective's state; where it is not counted, not answered or not understood, why that is. */
function countsAs(
  key: string,
  {
    typed,
    part,
    words,
  }: {
    readonly typed: (field: AnswerField) => Show;
    readonly part: (id: TakenApart) => Show;
    readonly words: LayoutContext['words'];
  },
): Show {
  const of = (quantity: Quantity, slice = ''): Show => show.of(figureOf(quantity, key, slice));
  const state = of('state', ALL_DEPLOYMENTS);
  const { answers } = words;
  const isLost = (given: Show, understood: Quantity): Show => show.and(given, show.blank(of(understood)));
  const isOutside = isLost(show.given(part('typed')), 'answer');
  return show.when(
    show.not(of('applies', ALL_DEPLOYMENTS)),
    words.conditionIsNo,
    show.when(
      show.unequal(state, 'unanswered'),
      // What is in no list counts as blank, so that a measured value decides: the cell says both.
      show.join(labelOf(STATE_LIST, state), show.when(isOutside, answers.answerNotInList, '')),
      show.when(
        isOutside,
        answers.notInList,
        show.when(
          show.equal(of('answer'), REASONED),
          answers.reasonMissing,
          show.when(isLost(show.given(typed('measured')), 'measured'), answers.notANumber, words.states.unanswered),
        ),
      ),
    ),
  );
}

/** The code of the option whose label was typed; `otherwise` for anything else. */
function decodedChoice(
  list: ChoiceList,
  given: Show,
  otherwise: Show | '',
  { model, words }: Pick<LayoutContext, 'model' | 'words'>,
): Show {
  const nested = choicesOf(list, model, words).reduceRight<Show | ''>(
    (rest, { id, label }) => show.when(show.equal(given, label), id, rest),
    otherwise,
  );
  return show.orElse(nested, '');
}
