/** What was changed in a filled workbook besides its answers: locked cells, figures, names, sheets. */
import { append } from '../diagnostic/append.js';
import { find, type Finding } from '../diagnostic/finding.js';
import { changedCells } from './audit-cells.js';
import { changedFigures } from './audit-figures.js';
import { brokenNames, redirectedNames } from './audit-names.js';
import { otherBuildOf } from './build-mark.js';
import type { ReadWorkbook } from './read.js';
import { movesOf, pairSheets } from './sheet-pairs.js';
import { plannedFrom } from './plan.js';

/**
 * Every locked cell whose text or formula is not the issued one, every figure that is not the computed one, every name
 * that leads elsewhere, every sheet that is gone. Sheets that `readWorkbook` has read are not read again.
 */
export function auditWorkbook(read: ReadWorkbook): Finding[] {
  const { issued } = read;
  const { value: grid, findings: unreadable } = read.grid();
  if (!grid) return [...unreadable];
  const plan = plannedFrom(read);
  const pairs = pairSheets(plan, grid);
  const moves = movesOf(pairs);
  const isThere = new Set(pairs.map(({ planned }) => planned.name));
  // A sheet that can't be read to its end is not a removed one.
  const unread = new Set(unreadable.map(({ sheet }) => sheet));
  // Of a sheet with inputs the reader says that it is missing.
  const said = new Set(issued.inputs.tables.map(({ sheet }) => sheet));
  const removed = plan.sheets.filter(({ name }) => !isThere.has(name) && !unread.has(name) && !said.has(name));
  const findings = removed.map(({ name }) => find('sheet-removed', {}, { expected: [name] }));
  const redirected = redirectedNames(plan, pairs, grid.names);
  const build = otherBuildOf(pairs);
  const audited = pairs.map((pair) => ({ pair, changed: changedCells(pair, moves(pair.planned), build) }));
  const looksElsewhere = redirected.length > 0 || audited.some(({ changed }) => changed.findings.some(isOtherFormula));
  const { states, answers } = issued.words;
  const reasons = {
    unanswered: new Set([states.unanswered, answers.notInList, answers.notANumber]),
    behindState: answers.answerNotInList,
  };
  for (const { pair, changed } of audited) {
    const isPrinted = pair.planned.name === issued.words.sheets.scorecard;
    const figures = {
      changed: changed.places,
      date1904: grid.date1904,
      isPrinted,
      looksElsewhere,
      reasons,
      hasOtherTexts: build.texts,
    };
    append(findings, [...changed.findings, ...changedFigures(pair, figures)]);
  }
  const others = audited.filter(({ changed }) => changed.ofOtherBuild > 0);
  const count = others.reduce((sum, { changed }) => sum + changed.ofOtherBuild, 0);
  if (count > 0) findings.push(find('other-build', {}, { count, sheets: others.map(({ pair }) => pair.sheet.name) }));
  append(findings, [...redirected, ...brokenNames(plan, pairs, grid.names)]);
  return [...unreadable, ...findings];
}

/** True for a formula that stands where another was issued. */
function isOtherFormula(finding: Finding): boolean {
  if (finding.code !== 'locked-cell-changed') return false;
  const { found, expected } = finding.facts;
  return found.startsWith('=') && expected[0]?.startsWith('=') === true;
}
