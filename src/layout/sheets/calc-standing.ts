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
import { CALC_OBJECTIVES } from '../figure-formula.js';
import { LOOK } from '../look.js';
import { WITHOUT_EVIDENCE } from './calc-objectives.js';
import { ORGANIZATION_TABLE, PROFILE_VALUE } from './profile.js';

const FACTS = 'standing';
const MARKS = 'standing-categories';

/** Columns of the categories: what lowers the evidenced level of each, and the same of all up to it. */
const LOWERED_BY = 'loweredBy';
const ALL_LOWERED_BY = 'allLoweredBy';

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

/** Ids of the first objective of each category that is met without evidence at a level that counts; blank for none. */
export function loweringEvidenced({ model }: LayoutContext): Show {
  return show.of(cellOf(MARKS, categoriesOf(model).at(-1)?.id ?? '', ALL_LOWERED_BY));
}

/** The first one of a category in the order of the model, which is at its lowest level. Above the level it lowers nothing. */
function loweredBy(category: string): Show {
  const key = show.of(cellOf(MARKS, category, 'key'));
  const position = show.find(key, show.column(columnOf(CALC_OBJECTIVES, WITHOUT_EVIDENCE)), 0);
  const ofObjective = (column: string): Show => show.at(show.column(columnOf(CALC_OBJECTIVES, column)), position);
  const level = show.of(figureOf('level', category, ALL_DEPLOYMENTS));
  return show.orElse(show.when(show.atMost(ofObjective('objectiveLevel'), level), ofObjective('key'), ''), '');
}

/** The list up to a category, from the list up to the one before it. */
function allLoweredBy(category: string, before: string | undefined): Show {
  const mine = show.of(cellOf(MARKS, category, LOWERED_BY));
  if (before === undefined) return mine;
  const others = show.of(cellOf(MARKS, before, ALL_LOWERED_BY));
  const both = show.join(others, show.when(show.blank(others), '', ', '), mine);
  return show.when(show.blank(mine), others, both);
}

export function calcStandingSheet(context: LayoutContext): SheetDeclaration {
  const { facts, marks } = standingShown(context);
  const named: Partial<Record<CategoryMark | 'key', string>> = { key: 'standing_category', marked: 'standing_marked' };
  const columns = ['key', 'called', ...CATEGORY_MARKS, LOWERED_BY, ALL_LOWERED_BY] as const;
  const categories = categoriesOf(context.model);
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
          const name = id in named ? named[id as keyof typeof named] : undefined; // it has that key
          return { id, header: id, ...(name === undefined ? {} : { name }) };
        }),
        rows: categories.map(({ id, name }, index) => ({
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
            [LOWERED_BY]: formula(loweredBy(id), LOOK.hidden),
            [ALL_LOWERED_BY]: formula(allLoweredBy(id, categories[index - 1]?.id), LOOK.hidden),
          },
        })),
      },
    ],
  };
}
