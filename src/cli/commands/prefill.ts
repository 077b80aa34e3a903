/** `aismm prefill`: what an AI-CAIQ says of the same controls, as proposals that count nothing. */
import type { CommandModule } from 'yargs';
import {
  annotateWorkbook,
  hasErrors,
  objectivesOf,
  openQuestionnaire,
  proposalMarks,
  proposeFrom,
  questionnaireWords,
  readClosely,
  readNamed,
  STANDARD_STREAM,
  today,
} from '../../node.js';
import { expectAicmEdition, tellStatedEdition } from '../aicm-edition.js';
import { MODEL_OPTION, type ModelOption } from '../model-option.js';
import { expectEnding, WORKBOOK_ENDING } from '../output-name.js';
import { notAsked } from '../read-file.js';
import { EXIT, modelShelf, printFindings, printNote, printText, Stop } from '../world.js';
import { writeFile } from '../write-file.js';

interface Options extends ModelOption {
  file: string;
  from: string;
  output: string;
  edition: string | undefined;
  force: boolean;
}

export const prefill: CommandModule<object, Options> = {
  command: 'prefill <file>',
  describe: 'Add the answers from an AI-CAIQ questionnaire to a workbook, as proposals in comments',
  builder: (yargs) =>
    yargs
      .positional('file', { type: 'string', describe: 'A blank or completed workbook', demandOption: true })
      .option('from', {
        type: 'string',
        demandOption: true,
        describe: 'Completed AI-CAIQ questionnaire from the Cloud Security Alliance (.xlsx)',
      })
      .option('output', {
        alias: 'o',
        type: 'string',
        demandOption: true,
        describe: 'Output file for the workbook with proposals (.xlsx)',
      })
      .option('edition', {
        type: 'string',
        describe: 'Edition of the AI-CAIQ questionnaire, if the file does not specify the edition',
      })
      .option('model', MODEL_OPTION)
      .option('force', { type: 'boolean', default: false, describe: 'Replace the output file if it exists' })
      .check(expectEnding(WORKBOOK_ENDING))
      .example(
        'aismm prefill blank.xlsx --from aicaiq.xlsx -o proposals.xlsx',
        'Create a copy of the workbook with proposals that people can review',
      ),
  handler: async ({ file, from, output, edition, model: which, force }) => {
    const shelf = modelShelf(which);
    expectAicmEdition(edition, shelf.models);
    const { value: bytes, findings: unopened } = readNamed(file);
    if (!bytes) throw new Stop(EXIT.inputErrors, unopened);
    const { value: read, findings } = readClosely(bytes, shelf, { today: today() });
    // A blank workbook has no answers yet: that is no reason to stop.
    const asked = which === undefined ? [] : notAsked(read, shelf.models.usual);
    const told = [...findings.filter(({ code }) => code !== 'nothing-answered'), ...asked].map((each) => ({
      ...each,
      file,
    }));
    if (!read || hasErrors(told)) throw new Stop(EXIT.inputErrors, told);
    const { value: questionnaire, findings: found } = openQuestionnaire(from, read.model, edition);
    printFindings([...told, ...found]);
    if (!questionnaire) throw new Stop(EXIT.inputErrors);
    tellStatedEdition(from, questionnaire);
    const { framework, source, questions } = questionnaire;
    const { model, assessment, issued } = read;
    const proposed = proposeFrom(questionnaire, { model, assessment, edition: framework, source });
    const marks = proposalMarks(proposed, issued, source);
    writeFile(output, await annotateWorkbook({ ...read, assessment: proposed.assessment }, marks), { force });
    const report = questionnaireWords.proposed(
      proposed.objectives.length,
      objectivesOf(model).length,
      questions.length,
    );
    if (output === STANDARD_STREAM) printNote(report);
    else printText(report);
  },
};
