/** `aismm contradictions`: where an AI-CAIQ and an assessment disagree about the same controls. */
import type { CommandModule } from 'yargs';
import {
  contradictionsIn,
  csvFile,
  hasErrors,
  openQuestionnaire,
  questionnaireWords,
  Shelf,
  type Contradiction,
} from '../../node.js';
import { expectAicmEdition, tellStatedEdition } from '../aicm-edition.js';
import { JSON_OPTION } from '../json-option.js';
import { MODEL_OPTION, type ModelOption } from '../model-option.js';
import { readAssessment } from '../read-assessment.js';
import { EXIT, modelShelf, printData, printFindings, printJson, printText, Stop } from '../world.js';

interface Options extends ModelOption {
  file: string;
  aicaiq: string;
  edition: string | undefined;
  format: 'text' | 'csv' | 'json';
  json: boolean;
}

export const contradictions: CommandModule<object, Options> = {
  command: 'contradictions <file>',
  describe: 'List the controls for which a completed AI-CAIQ questionnaire contradicts an assessment',
  builder: (yargs) =>
    yargs
      .positional('file', {
        type: 'string',
        describe: 'A completed workbook or an answers file (JSON)',
        demandOption: true,
      })
      .option('aicaiq', {
        type: 'string',
        demandOption: true,
        describe: 'Completed AI-CAIQ questionnaire from the Cloud Security Alliance (.xlsx)',
      })
      .option('edition', {
        type: 'string',
        describe: 'Edition of the AI-CAIQ questionnaire, if the file does not specify the edition',
      })
      .option('format', {
        choices: ['text', 'csv', 'json'] as const,
        default: 'text' as const,
        describe: 'Format of the list of contradictions',
      })
      .option('json', JSON_OPTION)
      .option('model', MODEL_OPTION)
      .example(
        'aismm contradictions acme.xlsx --aicaiq aicaiq.xlsx',
        'List each contradiction, and the related cells in the questionnaire',
      ),
  handler: ({ file, aicaiq, edition, format, json, model: which }) => {
    const { models } = modelShelf(which);
    expectAicmEdition(edition, models);
    const { value: read, findings } = readAssessment(file, new Shelf(models), which);
    if (!read) throw new Stop(EXIT.inputErrors, findings);
    const { model, assessment } = read;
    const { value: questionnaire, findings: found } = openQuestionnaire(aicaiq, model, edition);
    const told = [...findings, ...found];
    if (!questionnaire) throw new Stop(EXIT.inputErrors, told);
    tellStatedEdition(aicaiq, questionnaire);
    const all = contradictionsIn(questionnaire, { model, assessment, edition: questionnaire.framework });
    if (json || format === 'json') printJson({ schemaVersion: 1, source: questionnaire.source, contradictions: all });
    else if (format === 'csv') printData(csvFile([questionnaireWords.headings, ...all.map(cellsOf)]), '\r\n');
    else printText(textOf(all));
    printFindings(told);
    if (hasErrors(told)) throw new Stop(EXIT.inputErrors);
  },
};

function cellsOf({
  objective,
  title,
  level,
  state,
  categoryLevel,
  is,
  questions,
}: Contradiction): (string | number | null)[] {
  const places = questions.map(({ sheet, cell }) => `${sheet}!${cell}`).join('; ');
  const there = is === 'claimed' ? 'Yes' : 'No';
  const ids = questions.map(({ id }) => id).join('; ');
  return [objective, title, level, questionnaireWords.states[state], categoryLevel, there, ids, places];
}

function textOf(all: readonly Contradiction[]): string {
  const w = questionnaireWords;
  if (all.length === 0) return w.none;
  const lines = all.map(({ objective, title, state, is, questions }) =>
    w.contradiction(
      objective,
      title,
      w.states[state],
      is,
      questions.map(({ id, cell }) => `${id} (${cell})`),
    ),
  );
  return [w.contradictions(all.length), ...lines].join('\n');
}
