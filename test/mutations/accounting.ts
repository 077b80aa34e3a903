/** Looks at a mutated workbook with eyes of its own: what stands in the input cells, and whether all of it was accounted for. */
import type { Diagnostic } from '../../src/locale/message.js';
import type { Assessment } from '../../src/assessment/assessment.js';
import { letters, type Book } from './book.js';
import { ANSWERS, ISSUED } from './operators.js';

const FIELDS = [
  'answer',
  'measured',
  'evidence',
  'owner',
  'assessedOn',
  'validUntil',
  'action',
  'due',
  'notes',
] as const;

/** Filled cells of the answer rows that are neither in the assessment nor named by a finding. */
export function unaccounted(
  book: Book,
  objectives: readonly string[],
  assessment: Assessment,
  found: readonly Diagnostic[],
): string[] {
  const lost: string[] = [];
  const named = new Set(found.map(({ sheet, cell }) => `${sheet ?? ''}!${cell ?? ''}`));
  const missing = new Set(
    found.flatMap(({ code, objective }) => (code === 'missing-row' && objective ? [objective] : [])),
  );
  const gone = new Set(found.flatMap(({ code, field }) => (code === 'missing-column' && field ? [field] : [])));
  const seen = new Set<string>();
  for (const sheet of book.sheets) {
    const mark = sheet.find('aismm:answers');
    if (!mark || sheet.name !== (book.sheets.find(({ name }) => name === ANSWERS)?.name ?? sheet.name)) continue;
    const columns = new Map([...sheet.cellsOf(mark.row)].map(([column, { text }]) => [text, column]));
    for (const [row, cells] of sheet.rows) {
      const id = cells.get(mark.column)?.text ?? '';
      if (!objectives.includes(id)) continue;
      if (seen.has(id) && named.has(`${sheet.name}!${letters(mark.column)}${row}`)) continue;
      seen.add(id);
      for (const field of FIELDS) {
        const column = columns.get(field);
        const cell = column === undefined ? undefined : cells.get(column);
        if (!cell || column === undefined || (cell.text.trim() === '' && !cell.formula)) continue;
        const isRead = assessment.answers.get(id)?.[field] !== undefined;
        if (!isRead && !named.has(`${sheet.name}!${letters(column)}${row}`) && !gone.has(field))
          lost.push(`${sheet.name}!${letters(column)}${row} (${id}, ${field}: ${cell.text})`);
      }
    }
  }
  for (const id of objectives) {
    const isNamed = missing.has(id) || found.some((each) => each.objective === id);
    if (
      book.sheets.some((sheet) => sheet.find('aismm:answers')) &&
      !seen.has(id) &&
      !isNamed &&
      !assessment.answers.has(id) &&
      id in ISSUED
    )
      lost.push(`${id} is neither read nor reported`);
  }
  return lost;
}
