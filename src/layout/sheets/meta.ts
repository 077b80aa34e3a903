/** Hidden sheet: what the workbook was issued as, for whoever reads it back. */
import { metaRows } from '../../edition/meta.js';
import { constant, type SheetDeclaration } from '../declare.js';
import { LOOK } from '../look.js';
import type { LayoutContext } from '../context.js';

export const META_TABLE = 'meta';
/** Its name is no word of a language: the sheet is read before the language is known. */
export const META_SHEET = 'Meta';
/** The column that says what stands for a key. */
export const META_VALUE = 'value';

export function metaSheet({ edition, addressed }: LayoutContext): SheetDeclaration {
  return {
    id: 'meta',
    name: META_SHEET,
    kind: 'hidden',
    widths: [16, 60],
    landscape: false,
    blocks: [
      {
        is: 'table',
        id: META_TABLE,
        columns: [
          { id: 'key', header: 'key' },
          { id: META_VALUE, header: 'value' },
        ],
        rows: metaRows(edition, addressed).map(({ key, value }) => ({
          key,
          cells: { key: constant(key, LOOK.hidden), [META_VALUE]: constant(value, LOOK.hidden) },
        })),
      },
    ],
  };
}
