/** The hidden sheet that layout 1 draws its charts from: no workbook is issued with it any more. */
import { ALL_DEPLOYMENTS } from '../../../scoring/figures.js';
import { PROGRAM, type Outline } from '../../../scoring/outline.js';
import type { Quantity } from '../../../scoring/rules.js';
import type { LayoutContext } from '../../context.js';
import { constant, figureOf, formula, show, type SheetDeclaration, type Show } from '../../declare.js';
import { LOOK } from '../../look.js';

const CHART_CATEGORIES = 'chart-categories';
const CHART_GROUPS = 'chart-groups';

export function firstCalcChartsSheet({ model, words }: LayoutContext, outline: Outline): SheetDeclaration {
  const numberOr = (value: Show, otherwise: Show | number): Show => show.when(show.isNumber(value), value, otherwise);
  const figureShown = (quantity: Quantity, key: string): Show => show.of(figureOf(quantity, key, ALL_DEPLOYMENTS));
  const groupNames = new Map([
    ...model.domains.map(({ id, name }) => [id, name] as const),
    [PROGRAM, words.firstScorecard.program],
  ]);
  return {
    id: 'calc-charts',
    name: 'Calc Charts',
    kind: 'hidden',
    widths: [16, 12, 12, 12],
    landscape: false,
    blocks: [
      {
        is: 'table',
        id: CHART_CATEGORIES,
        columns: ['key', 'current', 'target', 'answered'].map((id) => ({ id, header: id })),
        rows: outline.category.map(({ key }) => {
          const maturity = numberOr(figureShown('maturity', key), 0);
          return {
            key,
            cells: {
              key: constant(key, LOOK.hidden),
              current: formula(maturity, LOOK.hidden),
              // Without a target its line runs along with the current one.
              target: formula(numberOr(show.of(figureOf('target', key)), maturity), LOOK.hidden),
              answered: formula(numberOr(figureShown('completeness', key), 0), LOOK.hidden),
            },
          };
        }),
      },
      {
        is: 'table',
        id: CHART_GROUPS,
        columns: ['key', 'current', 'floor'].map((id) => ({ id, header: id })),
        rows: outline.group.map(({ key }) => ({
          key,
          cells: {
            key: constant(groupNames.get(key) ?? key, LOOK.hidden),
            current: formula(numberOr(figureShown('groupMaturity', key), 0), LOOK.hidden),
            floor: formula(numberOr(figureShown('groupFloor', key), 0), LOOK.hidden),
          },
        })),
      },
    ],
  };
}
