/** What `--edition` says of an AI-CAIQ, where the file says something else. */
import type { OpenQuestionnaire } from '../node.js';
import { printNote } from './rim.js';

/** Says that the file names another edition of the AICM than the one that people asked for, which goes before it. */
export function tellStatedEdition(file: string, { edition: stated, framework }: OpenQuestionnaire): void {
  if (stated === undefined || `${framework}.`.startsWith(`${stated}.`)) return;
  printNote(
    `${file} specifies edition ${stated} of the AICM, but --edition specifies ${framework}. aismm uses ${framework}. If this edition is wrong, omit --edition.`,
  );
}
