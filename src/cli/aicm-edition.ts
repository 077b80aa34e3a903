/** The option `--edition` of the commands that read an AI-CAIQ questionnaire. */
import { aicmEditions, allModels, editionFor, type Models } from '../node.js';
import { Usage } from './rim.js';

/** Throws `Usage` where no model refers to that edition of the AICM; which one a workbook has is known when it is read. */
export function expectAicmEdition(edition: string | undefined, models: Models): void {
  if (edition === undefined) return;
  const all = allModels(models);
  if (all.some((model) => editionFor({ edition }, model) !== undefined)) return;
  const known = [...new Set(all.flatMap(aicmEditions))].sort();
  throw new Usage(`Invalid --edition "${edition}". Use: ${known.join(', ')}.`);
}
