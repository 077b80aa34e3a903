/** Hidden sheet: which objective comes first on the roadmap, second, and so on. */
import type { Outline } from '../../scoring/outline.js';
import { cellOf, constant, figureColumn, formula, show, type SheetDeclaration } from '../declare.js';
import type { LayoutContext } from '../context.js';
import { LOOK } from '../look.js';
import { whereSound } from './calc-inputs.js';

export const CALC_ROADMAP = 'calc-roadmap';

export function calcRoadmapSheet(context: LayoutContext, outline: Outline): SheetDeclaration {
  const order = show.column(figureColumn('roadmapOrder'));
  return {
    id: 'calc-roadmap',
    name: 'Calc Roadmap',
    kind: 'hidden',
    widths: [8, 12, 12],
    landscape: false,
    blocks: [
      {
        is: 'table',
        id: CALC_ROADMAP,
        columns: [
          { id: 'key', header: 'k' },
          { id: 'order', header: 'order' },
          { id: 'position', header: 'position' },
        ],
        rows: outline.objective.map((_, index) => {
          const key = String(index + 1);
          const mine = show.of(cellOf(CALC_ROADMAP, key, 'order'));
          return {
            key,
            cells: {
              key: constant(index + 1, LOOK.hidden),
              // Without names that lead to cells there is no order: an empty list would say that nothing is left to do.
              order: formula(
                whereSound(context, show.orElse(show.smallest(order, show.of(cellOf(CALC_ROADMAP, key, 'key'))), '')),
                LOOK.hidden,
              ),
              position: formula(show.when(show.blank(mine), '', show.find(mine, order, 0)), LOOK.hidden),
            },
          };
        }),
      },
    ],
  };
}
