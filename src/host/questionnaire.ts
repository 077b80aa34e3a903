/** An AI-CAIQ on disk, and the edition of the AICM whose controls it names. */
import { basename } from 'node:path';
import { aicmEditions, editionFor } from '../desk/questionnaire.js';
import { find, hasErrors, type Finding, type Parsed } from '../diagnostic/finding.js';
import type { Model } from '../model/model.js';
import { NEEDED_QUESTION_HEADINGS, readQuestionnaire, type Questionnaire } from '../model/questionnaire.js';
import { readGrid } from '../xlsx/read.js';
import { readNamed } from './files.js';
import { ZLIB } from './zlib.js';

/** A questionnaire that can be set beside an assessment of the model. */
export interface OpenQuestionnaire extends Questionnaire {
  /** The edition of the AICM, as the model calls it. */
  readonly framework: string;
  /** `AI-CAIQ 1.1 (aicaiq.xlsx)`. */
  readonly source: string;
}

/** `edition`: where people say which it is; it goes before what the file says. */
export function openQuestionnaire(file: string, model: Model, edition?: string): Parsed<OpenQuestionnaire> {
  const { value: bytes, findings: unopened } = readNamed(file);
  if (!bytes) return { findings: unopened };
  const inFile = (findings: readonly Finding[]): Finding[] => findings.map((each) => ({ ...each, file }));
  const { value: grid, findings: damaged } = readGrid(bytes, ZLIB);
  if (!grid || hasErrors(damaged)) return { findings: inFile(damaged) };
  const read = readQuestionnaire(grid.sheets);
  if (!read)
    return { findings: [find('questionnaire-no-table', { file }, { expected: [...NEEDED_QUESTION_HEADINGS] })] };
  const stated = edition ?? read.edition;
  const framework = editionFor({ edition: stated }, model);
  if (framework === undefined) {
    const expected = aicmEditions(model);
    const found = stated === undefined ? {} : { found: stated };
    return { findings: inFile([...read.findings, find('questionnaire-edition', {}, { ...found, expected })]) };
  }
  return {
    value: { ...read, framework, source: `AI-CAIQ ${framework} (${basename(file)})` },
    findings: inFile(read.findings),
  };
}
