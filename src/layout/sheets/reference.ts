/** Hidden sheet: what the model says of each objective, in the model's order, for lookups that no edit of a visible sheet can disturb. */
import { categoriesOf, objectivesOf } from '../../model/model.js';
import { mappedIds, type LayoutContext } from '../context.js';
import { constant, type SheetDeclaration } from '../declare.js';
import { titleOf } from '../../model/title.js';
import { LOOK } from '../look.js';

export const REFERENCE_TABLE = 'reference';
/** Its column with what an objective is called, in few words. */
export const TITLE = 'title';

export function referenceSheet({ model }: LayoutContext): SheetDeclaration {
  const names = new Map(categoriesOf(model).map(({ id, name }) => [id, name]));
  const edition = model.editions['aicm'] ?? '';
  return {
    id: 'reference',
    name: 'Reference',
    kind: 'hidden',
    widths: [12, 24, 8, 60, 24],
    landscape: true,
    blocks: [
      {
        is: 'table',
        id: REFERENCE_TABLE,
        columns: [
          { id: 'key', header: 'id', name: 'ref_id' },
          { id: 'category', header: 'category', name: 'ref_category' },
          { id: 'level', header: 'level', name: 'ref_level' },
          { id: 'text', header: 'text', name: 'ref_text' },
          { id: 'aicm', header: 'aicm', name: 'ref_aicm' },
          { id: TITLE, header: TITLE, name: 'ref_title', since: 2 },
        ],
        rows: objectivesOf(model).map((objective) => ({
          key: objective.id,
          cells: {
            key: constant(objective.id, LOOK.hidden),
            category: constant(names.get(objective.category) ?? '', LOOK.hidden),
            level: constant(objective.level, LOOK.hidden),
            text: constant(objective.text, LOOK.hidden),
            aicm: constant(mappedIds(objective, 'aicm', edition).join(', '), LOOK.hidden),
            [TITLE]: constant(titleOf(objective), LOOK.hidden),
          },
        })),
      },
    ],
  };
}
