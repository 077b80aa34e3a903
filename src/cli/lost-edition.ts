/** Where editions decide, a workbook that lost its own is not read as the one that it looks like, unless a person says so. */
import { find, modelName, type Finding, type ModelName, type Parsed } from '../node.js';
import type { ReadAssessment } from './read-assessment.js';

/** What a workbook was read as though it does not say so; nothing where `named` is that edition. */
export function lostEdition({ value, findings }: Parsed<ReadAssessment>, named: ModelName | undefined): Finding[] {
  if (!value || (named && modelName(named) === modelName(value.model))) return [];
  return findings.filter(isLost).map(({ file, sheet, cell }) => {
    const place = { ...(file === undefined ? {} : { file }), ...(sheet === undefined ? {} : { sheet }) };
    return find(
      'edition-lost',
      { ...place, ...(cell === undefined ? {} : { cell }) },
      { found: modelName(value.model) },
    );
  });
}

function isLost(each: Finding): boolean {
  if (each.code === 'missing-meta') return true;
  return each.code === 'incomplete-meta' && each.facts.missing.some((key) => key === 'model' || key === 'version');
}
