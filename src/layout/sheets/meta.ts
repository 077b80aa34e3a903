/** Hidden sheet: which model and edition the workbook was made from, for whoever reads it back. */
import { categoriesOf } from '../../model/schema.js';
import { constant, type SheetDeclaration } from '../declare.js';
import { LOOK } from '../look.js';
import type { LayoutContext } from '../context.js';

export const META_TABLE = 'meta';
export const META_KEYS = ['format', 'model', 'version', 'locale', 'categories', 'deployments', 'madeBy'] as const;
/** Raised when a workbook's structure changes so that older readers can't read it. */
export const WORKBOOK_FORMAT = '1';

export function metaSheet({ model, words, madeBy }: LayoutContext): SheetDeclaration {
  const values: Record<(typeof META_KEYS)[number], string> = {
    format: WORKBOOK_FORMAT,
    model: model.id,
    version: model.version,
    locale: words.id,
    categories: categoriesOf(model)
      .map(({ id }) => id)
      .join(','),
    deployments: model.deployments.map(({ id }) => id).join(','),
    madeBy,
  };
  return {
    id: 'meta',
    name: words.sheets.meta,
    kind: 'hidden',
    widths: [16, 60],
    landscape: false,
    blocks: [
      {
        is: 'table',
        id: META_TABLE,
        columns: [
          { id: 'key', header: 'key' },
          { id: 'value', header: 'value' },
        ],
        rows: META_KEYS.map((key) => ({
          key,
          cells: { key: constant(key, LOOK.hidden), value: constant(values[key], LOOK.hidden) },
        })),
      },
    ],
  };
}
