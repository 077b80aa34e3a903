/** What was changed in a filled workbook besides its answers: locked cells, figures, names, sheets. */
import { diagnose, type Diagnostic } from '../diagnostic/diagnostic.js';
import { readGrid } from '../xlsx/read.js';
import { changedCells } from './audit-cells.js';
import { changedFigures } from './audit-figures.js';
import { redirectedNames } from './audit-names.js';
import { movesOf, pairSheets, rememberPlaces, type Finding } from './issued-edition.js';
import type { ReadWorkbook } from './read.js';
import { planWorkbook } from './write.js';

/**
 * Every locked cell whose text or formula is not the issued one, every figure that is not the computed one, every name
 * that leads elsewhere, every sheet that is gone. `bytes` are those that `readWorkbook` has made `read` of.
 */
export function auditWorkbook(bytes: Uint8Array, read: ReadWorkbook): Diagnostic[] {
  const { value: grid, diagnostics } = readGrid(bytes);
  if (!grid) return [...diagnostics];
  const plan = planWorkbook({ model: read.model, assessment: read.assessment, madeBy: '' });
  const pairs = pairSheets(plan, grid);
  const moves = movesOf(pairs);
  const isThere = new Set(pairs.map(({ planned }) => planned.name));
  // A sheet that can't be read to its end is not a removed one.
  const unread = new Set(diagnostics.map(({ sheet }) => sheet));
  const removed = plan.sheets.filter(({ name }) => !isThere.has(name) && !unread.has(name));
  const findings: Finding[] = removed.map(({ name }) => ({
    diagnostic: diagnose('sheet-removed', {}, { expected: [name] }),
  }));
  for (const pair of pairs) {
    const changed = changedCells(pair, moves(pair.planned));
    findings.push(...changed.findings, ...changedFigures(pair, changed.places, grid.date1904));
  }
  findings.push(...redirectedNames(plan, pairs, grid.names));
  rememberPlaces(read, findings);
  return [...diagnostics, ...findings.map(({ diagnostic }) => diagnostic)];
}
