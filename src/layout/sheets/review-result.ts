/** What a review comes to, in a workbook that was made for one: counts, and each level as claimed, confirmed and undisputed. */
import { REVIEW_CODES } from '../../assessment/fields.js';
import { REVIEW_RESULT, reviewWords } from '../../locale/en/review.js';
import { saying } from '../../locale/saying.js';
import { categoriesOf } from '../../model/model.js';
import { ALL_DEPLOYMENTS } from '../../scoring/figures.js';
import { PROGRAM } from '../../scoring/outline.js';
import type { Quantity } from '../../scoring/rules.js';
import type { Style } from '../../xlsx/plan.js';
import { closingLines, titleLines, type LayoutContext } from '../context.js';
import {
  constant,
  figureColumn,
  figureOf,
  formula,
  nothing,
  show,
  type SheetDeclaration,
  type Show,
  type Table,
  type TableRow,
} from '../declare.js';
import { LOOK, PALETTE } from '../look.js';
import { px } from '../measure.js';

/** Columns in pixels: code, name, and three figures. */
const WIDTHS = [60, 350, 90, 90, 90];
const CATEGORIES = 'review-categories';
const GROUPS = 'review-groups';

/** How many answers the assessor said what of. */
export function reviewCounts(): Show {
  const counted = (code: string): Show => show.countWhere(figureColumn('review'), code);
  const [agreed, notAgreed, question] = REVIEW_CODES.map(counted) as [Show, Show, Show]; // as many as there are codes
  return saying(reviewWords.counts, agreed, notAgreed, question);
}

export function reviewResultSheet(context: LayoutContext): SheetDeclaration {
  const { model, words } = context;
  const w = reviewWords;
  const figures = (
    key: string,
    quantities: readonly [Quantity, Quantity, Quantity],
    look: Style,
  ): Pick<TableRow, 'cells'>['cells'] => {
    const [claimed, confirmed, undisputed] = quantities.map((each) =>
      formula(show.of(figureOf(each, key, ALL_DEPLOYMENTS)), look),
    );
    return Object.fromEntries(
      Object.entries({ claimed, confirmed, undisputed }).flatMap(([id, c]) => (c ? [[id, c]] : [])),
    );
  };
  const table = (id: string, code: string, header: string, rows: readonly TableRow[]): Table => ({
    is: 'table',
    id,
    columns: [
      { id: 'id', header: code },
      { id: 'name', header },
      { id: 'claimed', header: w.claimed, look: LOOK.headerCenter },
      { id: 'confirmed', header: w.confirmed, look: LOOK.headerCenter },
      { id: 'undisputed', header: w.undisputed, look: LOOK.headerCenter },
    ],
    formats: [
      {
        columns: ['undisputed'],
        when: (inRow) => show.below(inRow('undisputed'), inRow('claimed')),
        look: { fill: PALETTE.alarmFill, color: PALETTE.alarm, bold: true },
      },
    ],
    rows,
  });
  const group = (key: string, name: string): TableRow => ({
    key,
    cells: {
      id: nothing(LOOK.cell),
      name: constant(name, LOOK.cellStrong),
      ...figures(key, ['groupMaturity', 'reviewedGroupMaturity', 'undisputedGroupMaturity'], LOOK.decimal),
    },
  });
  return {
    id: 'review-result',
    name: REVIEW_RESULT,
    kind: 'result',
    widths: WIDTHS.map(px),
    landscape: false,
    onePage: true,
    blocks: [
      {
        is: 'lines',
        rows: [
          ...titleLines(context, w.title, w.lead),
          { height: 20, cells: { 2: formula(reviewCounts(), LOOK.strong) } },
        ],
      },
      table(
        CATEGORIES,
        w.code,
        w.category,
        categoriesOf(model).map(({ id, name }) => ({
          key: id,
          cells: {
            id: constant(id, LOOK.cellId),
            name: constant(name, LOOK.cell),
            ...figures(id, ['level', 'reviewedLevel', 'undisputedLevel'], LOOK.number),
          },
        })),
      ),
      { is: 'lines', rows: [{ height: 10, cells: {} }] },
      table(GROUPS, '', w.maturity, [
        group(PROGRAM, words.scorecard.program),
        ...model.domains.map(({ id, name }) => group(id, name)),
      ]),
      {
        is: 'lines',
        rows: [
          { height: 10, cells: {} },
          ...w.means.map((text) => ({ cells: { 2: constant(text, LOOK.mutedSmallLine) } })),
          ...closingLines(context),
        ],
      },
    ],
  };
}
