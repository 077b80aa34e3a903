/** Hidden sheet: what the sentences on the Scorecard are made of. */
import {
  CATEGORY_MARKS,
  standing,
  STANDING_FACTS,
  STAGE,
  type CategoryMark,
  type Standing,
  type StandingPlaces,
} from '../../locale/standing.js';
import { categoriesOf } from '../../model/model.js';
import { ALL_DEPLOYMENTS } from '../../scoring/figures.js';
import { filledIn, type LayoutContext } from '../context.js';
import {
  cellOf,
  columnOf,
  constant,
  figureColumn,
  figureOf,
  formula,
  show,
  type SheetDeclaration,
  type Show,
} from '../declare.js';
import { LOOK } from '../look.js';
import { ORGANIZATION_TABLE, PROFILE_VALUE } from './profile.js';

const FACTS = 'standing';
const MARKS = 'standing-categories';

/** Where the sheets have what the sentences read. */
const PLACES = {
  figure: (quantity, key) => figureOf(quantity, key, quantity === 'asOf' ? '' : ALL_DEPLOYMENTS),
  figures: (quantity) => figureColumn(quantity, ALL_DEPLOYMENTS),
  fact: (fact) => cellOf(FACTS, fact, 'value'),
  mark: (mark, category) => cellOf(MARKS, category, mark),
  marks: (mark) => columnOf(MARKS, mark),
  called: columnOf(MARKS, 'called'),
} satisfies Omit<StandingPlaces, 'entry'>;

/** The sentences as formulas. What was filled in is found by its key: its cell may have been dragged onto another. */
export function standingShown(context: LayoutContext): Standing {
  return standing(context.model, context.words, {
    ...PLACES,
    entry: (field) => filledIn(context, ORGANIZATION_TABLE, field, PROFILE_VALUE),
  });
}

/** True once something is answered that applies. */
export const isAnswered: Show = show.equal(show.of(PLACES.fact('stage')), STAGE.answered);
/** True where nothing applies. */
export const appliesNothing: Show = show.equal(show.of(PLACES.fact('stage')), STAGE.nothingApplies);
/** How many categories have a target. */
export const targetsSet: Show = show.of(PLACES.fact('targets'));
/** True for a category, by its code, that is marked as a weakest one. */
export function isMarked(code: Show): Show {
  const row = show.find(code, show.column(columnOf(MARKS, 'key')), 0);
  return show.equal(show.at(show.column(PLACES.marks('marked')), row), 1);
}

export function calcStandingSheet(context: LayoutContext): SheetDeclaration {
  const { facts, marks } = standingShown(context);
  const named: Partial<Record<CategoryMark | 'key', string>> = { key: 'standing_category', marked: 'standing_marked' };
  const columns = ['key', 'called', ...CATEGORY_MARKS] as const;
  return {
    id: 'calc-standing',
    name: 'Calc Standing',
    kind: 'hidden',
    widths: columns.map(() => 16),
    landscape: false,
    blocks: [
      {
        is: 'table',
        id: FACTS,
        columns: ['key', 'value'].map((id) => ({ id, header: id })),
        rows: STANDING_FACTS.map((key) => ({
          key,
          cells: { key: constant(key, LOOK.hidden), value: formula(facts[key], LOOK.hidden) },
        })),
      },
      {
        is: 'table',
        id: MARKS,
        columns: columns.map((id) => {
          const name = id === 'called' ? undefined : named[id];
          return { id, header: id, ...(name === undefined ? {} : { name }) };
        }),
        rows: categoriesOf(context.model).map(({ id, name }) => ({
          key: id,
          cells: {
            key: constant(id, LOOK.hidden),
            called: constant(`${id} ${name}`, LOOK.hidden),
            ...Object.fromEntries(
              CATEGORY_MARKS.flatMap((mark) => {
                const is = marks.get(id)?.[mark];
                return is === undefined ? [] : [[mark, formula(is, LOOK.hidden)] as const];
              }),
            ),
          },
        })),
      },
    ],
  };
}
