/** Reads back where merged workbooks differ: each row of the sheet Conflicts has a record for programs. */
import { askedByPath, claimRecordIn, conflictsOf, type ClaimRecord } from '../assessment/conflicts.js';
import type { Conflict } from '../assessment/assessment.js';
import { find, type Report } from '../diagnostic/finding.js';
import { LIMITS } from '../diagnostic/limits.js';
import { toA1 } from '../grid/address.js';
import { bareText, findCell, findRow, rowsFrom, type GridSheet } from '../grid/grid.js';
import { findMarks } from '../layout/heads.js';
import type { Issued } from '../layout/shelf.js';
import { CONFLICTS_RECORD, CONFLICTS_TABLE } from '../layout/sheets/conflicts.js';
import { hostile } from '../xlsx/fault.js';

/**
 * The conflicts of a workbook. Rows that are missing or changed are an error: what is not decided must not be taken for blank.
 * `sheets`: those on which the table may be.
 */
export function conflictsOnSheet(
  sheets: readonly GridSheet[],
  { edition, model, fields }: Issued,
  report: Report,
): readonly Conflict[] {
  const { conflicts: expected = 0 } = edition;
  const [mark] = findMarks(sheets).filter(({ table }) => table === CONFLICTS_TABLE);
  if (!mark && expected === 0) return [];
  const records = mark ? recordsBelow(mark) : [];
  const asked = askedByPath(model, fields);
  const sound = new Map(
    records.flatMap((text) => {
      const record = recordIn(text, (raw) => claimRecordIn(raw, model, asked));
      return record ? [[text, record] as const] : [];
    }),
  );
  const at = mark ? { sheet: mark.sheet.name, cell: toA1(mark) } : {};
  const missing = Math.max(expected - sound.size, new Set(records).size - sound.size);
  if (missing > 0) report(find('conflict-unreadable', at, { count: missing }));
  return conflictsOf([...sound.values()]);
}

/** Records as they are written; counted before anything is made of them. Throws a `FileFault` where there are too many. */
function recordsBelow({ sheet, row }: { readonly sheet: GridSheet; readonly row: number }): string[] {
  const column = findRow(sheet, row)?.cells.find(({ value }) => bareText(value) === CONFLICTS_RECORD)?.column;
  if (column === undefined) return [];
  const texts: string[] = [];
  let length = 0;
  for (const each of rowsFrom(sheet, row + 1, Number.POSITIVE_INFINITY)) {
    const text = bareText(findCell(each, column)?.value);
    if (!text.startsWith('{')) continue;
    length += text.length;
    if (length > LIMITS.recordText) throw hostile('answers-size', { count: length, most: LIMITS.recordText });
    if (texts.push(text) > LIMITS.records) throw hostile('too-many-records', { most: LIMITS.records });
  }
  return texts;
}

function recordIn(text: string, read: (raw: unknown) => ClaimRecord | undefined): ClaimRecord | undefined {
  try {
    return read(JSON.parse(text));
  } catch {
    return undefined;
  }
}
