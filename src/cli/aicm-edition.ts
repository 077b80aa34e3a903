/** The option `--edition` of the commands that read an AI-CAIQ questionnaire. */
import { aicmEditions, allModels, editionFor, type Models, type OpenQuestionnaire } from '../node.js';
import { printNote, Usage } from './rim.js';

/** Throws `Usage` where no model refers to that edition of the AICM; which one a workbook has is known when it is read. */
export function expectAicmEdition(edition: string | undefined, models: Models): void {
  if (edition === undefined) return;
  const all = allModels(models);
  if (all.some((model) => editionFor({ edition }, model) !== undefined)) return;
  const known = [...new Set(all.flatMap(aicmEditions))].sort();
  throw new Usage(`Invalid --edition "${edition}". Use: ${known.join(', ')}.`);
}

/** Says that the file names another edition of the AICM than the one that people asked for, which goes before it. */
export function tellStatedEdition(file: string, { edition: stated, framework }: OpenQuestionnaire): void {
  if (stated === undefined || `${framework}.`.startsWith(`${stated}.`)) return;
  printNote(
    `${file} specifies edition ${stated} of the AICM, but --edition specifies ${framework}. aismm uses ${framework}. If this edition is wrong, omit --edition.`,
  );
}
