/** Every cell that is to be filled in, as the sheets declare it: what the reader has to look for. */
import type { Field } from '../assessment/fields.js';
import type { Model } from '../model/schema.js';
import { outlineOf } from '../scoring/outline.js';
import type { LayoutContext } from './context.js';
import { workbookSheets } from './workbook.js';

export interface InputTable {
  readonly id: string;
  /** Name of the sheet it is issued on. */
  readonly sheet: string;
  /** Heading of the column that holds the keys. */
  readonly keyHeader: string;
  readonly columns: readonly { readonly id: string; readonly header: string }[];
  /** Field of each input by row key, then column. */
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, Field>>;
}

const known = new WeakMap<Model, readonly InputTable[]>();

/** The input tables of a model's workbook, in the order of the sheets. */
export function inputTables(context: LayoutContext): readonly InputTable[] {
  const cached = known.get(context.model);
  if (cached) return cached;
  const tables = workbookSheets(context, outlineOf(context.model)).flatMap((sheet) =>
    sheet.blocks.flatMap((block): InputTable[] => {
      if (block.is !== 'table') return [];
      const rows = new Map<string, Map<string, Field>>();
      const used = new Set<string>();
      for (const row of block.rows) {
        const fields = new Map<string, Field>();
        for (const [column, cell] of Object.entries(row.cells)) {
          if (cell.content.is !== 'input') continue;
          fields.set(column, cell.content.field);
          used.add(column);
        }
        if (fields.size > 0) rows.set(row.key, fields);
      }
      if (rows.size === 0) return [];
      return [
        {
          id: block.id,
          sheet: sheet.name,
          keyHeader: block.columns[0]?.header ?? '',
          columns: block.columns.filter(({ id }) => used.has(id)).map(({ id, header }) => ({ id, header })),
          rows,
        },
      ];
    }),
  );
  known.set(context.model, tables);
  return tables;
}
