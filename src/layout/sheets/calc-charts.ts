/** Hidden sheet: what the chart is drawn from. What is blank or not applicable is #N/A, which a chart draws nothing for. */
import { ALL_DEPLOYMENTS } from '../../scoring/figures.js';
import type { Outline } from '../../scoring/outline.js';
import type { LayoutContext } from '../context.js';
import { constant, figureOf, formula, show, type SheetDeclaration, type Show } from '../declare.js';
import { LOOK } from '../look.js';

export const CHART_CATEGORIES = 'chart-categories';

export function calcChartsSheet(_: LayoutContext, outline: Outline): SheetDeclaration {
  const drawn = (value: Show, applies: Show): Show => show.when(applies, value, show.notAvailable());
  return {
    id: 'calc-charts',
    name: 'Calc Charts',
    kind: 'hidden',
    widths: [16, 12, 12, 12, 12],
    landscape: false,
    blocks: [
      {
        is: 'table',
        id: CHART_CATEGORIES,
        columns: ['key', 'possible', 'level', 'target', 'evidenced'].map((id) => ({ id, header: id })),
        rows: outline.category.map(({ key }) => {
          const [level, possible, evidenced] = (['level', 'potential', 'evidencedLevel'] as const).map((quantity) =>
            show.of(figureOf(quantity, key, ALL_DEPLOYMENTS)),
          ) as [Show, Show, Show]; // as many as there are names
          const target = show.of(figureOf('target', key));
          const applies = show.isNumber(level);
          return {
            key,
            cells: {
              key: constant(key, LOOK.hidden),
              possible: formula(drawn(possible, applies), LOOK.hidden),
              level: formula(drawn(level, applies), LOOK.hidden),
              target: formula(drawn(target, show.and(applies, show.isNumber(target))), LOOK.hidden),
              evidenced: formula(drawn(evidenced, applies), LOOK.hidden),
            },
          };
        }),
      },
    ],
  };
}
