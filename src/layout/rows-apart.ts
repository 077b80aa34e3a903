/** Ids that stand beside what was issued for other rows, where the words of the rows were changed or translated. */
import { describeValue, findCell, type GridRow } from '../grid/grid.js';
import type { Head } from './heads.js';
import type { InputTable } from './inputs.js';

interface KeyedRow {
  readonly key: string;
  readonly row: GridRow;
}

/** A row that was mixed up, and the row that its other columns are of, where they tell. */
interface RowApart extends KeyedRow {
  readonly others: readonly string[];
}

/** What the columns of a row say of it: whether those beside the key contradict it, and which row the far ones are of. */
interface Evidence extends KeyedRow {
  readonly contradicts: boolean;
  readonly beside: ReadonlyMap<string, string>;
  readonly far: string | undefined;
}

/**
 * Level, category and target stand beside the key, and a sort takes them along; what stands behind the gap is left behind by
 * a sort of the columns before it, and that mixes up no answer. It counts only where it agrees with what stands beside the key.
 */
export function rowsApart(rows: readonly KeyedRow[], { heads }: Head, table: InputTable): RowApart[] {
  if (rows.length === 0 || heads === undefined) return [];
  const columns = [...heads].flatMap(([column, kind]) => {
    const issued = kind.is === 'issued' && kind.id !== table.described?.id ? table.constants.get(kind.id) : undefined;
    return issued ? [{ column, id: kind.id, ...issued, rowOf: onlyOnce(issued.byRow) }] : [];
  });
  const evidence = rows.map(({ key, row }): Evidence => {
    const beside = new Map<string, string>();
    const votes = new Map<string, number>();
    let contradicts = false;
    for (const { column, id, isBeside, byRow, rowOf } of columns) {
      const text = describeValue(findCell(row, column)?.value).trim();
      if (text === '') continue;
      if (isBeside) {
        const own = byRow.get(key);
        if (own === text) beside.set(id, text);
        else if (own !== undefined && [...byRow.values()].includes(text)) {
          beside.set(id, text);
          contradicts = true;
        }
      }
      const of = isBeside ? undefined : rowOf.get(text);
      if (of !== undefined) votes.set(of, (votes.get(of) ?? 0) + 1);
    }
    const [most] = [...votes].sort((a, b) => b[1] - a[1]);
    return { key, row, contradicts, beside, far: most?.[0] };
  });
  const issuedIn = (id: string, key: string): string | undefined => table.constants.get(id)?.byRow.get(key);
  const isAttached = evidence.every(
    ({ far, beside }) => far === undefined || [...beside].every(([id, text]) => issuedIn(id, far) === text),
  );
  return evidence.flatMap(({ key, row, contradicts, far }): RowApart[] => {
    const other = isAttached && far !== undefined ? far : undefined;
    if (other === key || !(contradicts || other !== undefined)) return [];
    return [{ key, row, others: other === undefined ? [] : [other] }];
  });
}

/** Rows by the texts that only one of them has. */
function onlyOnce(byRow: ReadonlyMap<string, string>): Map<string, string> {
  const rows = new Map<string, string>();
  const twice = new Set<string>();
  for (const [key, text] of byRow) {
    if (rows.has(text)) twice.add(text);
    rows.set(text, key);
  }
  for (const text of twice) rows.delete(text);
  return rows;
}
