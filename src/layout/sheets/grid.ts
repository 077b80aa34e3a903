/** The model on one sheet: categories by five described levels, with the reached levels marked as answers come in. */
import { categoriesOf, objectivesOf } from '../../model/model.js';
import { ALL_DEPLOYMENTS } from '../../scoring/figures.js';
import { NOT_APPLICABLE } from '../../scoring/rules.js';
import { closingLines, titleLines, type LayoutContext } from '../context.js';
import {
  cellOf,
  constant,
  figureOf,
  formula,
  show,
  type Line,
  type SheetDeclaration,
  type TableColumn,
} from '../declare.js';
import { LEVEL_FILLS, LEVEL_INKS, LOOK } from '../look.js';
import { px } from '../measure.js';
import { ANSWERS_TABLE } from './answers.js';
import { appliesNothing, isAnswered } from './calc-standing.js';

export const GRID_TABLE = 'grid';

/** Columns in pixels: as many as a page takes, then what is not printed. */
const WIDTHS: Readonly<Record<string, number>> = { id: 44, category: 112, reached: 62, go: 84, domain: 90, scope: 260 };
const LEVEL_WIDTH = 178;
/** The first layout that has the levels beside the category. */
const LEVELS_FIRST_SINCE = 2;

export function gridSheet(context: LayoutContext): SheetDeclaration {
  const { model, words, edition } = context;
  const w = words.grid;
  const columns = columnsOf(context);
  const described = edition.layout < LEVELS_FIRST_SINCE ? LOOK.cell : LOOK.cellBeside;
  return {
    id: 'grid',
    name: words.sheets.grid,
    kind: 'read',
    widths: columns.map(({ id }) => px(WIDTHS[id] ?? LEVEL_WIDTH)),
    landscape: true,
    repeat: GRID_TABLE,
    ...(edition.layout < LEVELS_FIRST_SINCE ? {} : { printUpTo: 'reached' }),
    blocks: [
      { is: 'lines', rows: [...titleLines(context, w.title, w.lead), ...unansweredLine(context)] },
      {
        is: 'table',
        id: GRID_TABLE,
        freezeAfter: 'category',
        columns,
        formats: model.levels.map((level) => ({
          columns: [`level${level.n}`],
          // Where nothing applies the reached level is a text, and no level is marked.
          when: (inRow) => show.and(show.isNumber(inRow('reached')), show.atLeast(inRow('reached'), level.n)),
          look: { fill: LEVEL_FILLS[level.n - 1] ?? LEVEL_FILLS[0], color: LEVEL_INKS[level.n - 1] ?? LEVEL_INKS[0] },
        })),
        rows: categoriesOf(model).map((category) => {
          const first = objectivesOf(model).find((objective) => objective.category === category.id);
          const target = first && cellOf(ANSWERS_TABLE, first.id, 'answer');
          return {
            key: category.id,
            cells: {
              id: constant(category.id, LOOK.cellStrong),
              domain: constant(model.domains.find(({ id }) => id === category.domain)?.name ?? '', LOOK.cellMuted),
              category: constant(category.name, LOOK.cellStrong),
              scope: constant(category.scope, LOOK.cellMuted),
              ...Object.fromEntries(
                category.levels.map(({ n, description }) => [`level${n}`, constant(description, described)]),
              ),
              reached: formula(show.of(figureOf('level', category.id, ALL_DEPLOYMENTS)), LOOK.bigWhole),
              go: target
                ? constant(`→ ${category.id}`, LOOK.cellLink, target)
                : constant(NOT_APPLICABLE, LOOK.cellMuted),
            },
          };
        }),
      },
      { is: 'lines', rows: closingLines(context) },
    ],
  };
}

/** Before the first answer a level is marked all the same: why. */
function unansweredLine({ words, edition }: LayoutContext): Line[] {
  if (edition.layout < LEVELS_FIRST_SINCE) return [];
  const why = show.when(show.or(isAnswered, appliesNothing), '', words.grid.unanswered);
  return [{ height: 15, cells: { 2: formula(why, LOOK.mutedLine) } }];
}

function columnsOf({ model, words, edition }: LayoutContext): TableColumn[] {
  const w = words.grid;
  const id = { id: 'id', header: w.code };
  const domain = { id: 'domain', header: w.domain };
  const category = { id: 'category', header: w.category };
  const scope = { id: 'scope', header: w.scope, isAside: edition.layout >= LEVELS_FIRST_SINCE };
  const levels = [
    ...model.levels.map((level) => ({ id: `level${level.n}`, header: `${level.n} ${level.name}` })),
    { id: 'reached', header: w.reached, look: LOOK.headerCenter },
    { id: 'go', header: w.objectives, look: LOOK.headerCenter },
  ];
  return edition.layout < LEVELS_FIRST_SINCE
    ? [id, domain, category, scope, ...levels]
    : [id, category, ...levels, domain, scope];
}
