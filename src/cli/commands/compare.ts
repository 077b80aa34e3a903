/** `aismm compare`: what moved between two assessments of one organization, and why. */
import type { CommandModule } from 'yargs';
import {
  append,
  builtInTemplate,
  compareAssessments,
  hasErrors,
  plainName,
  renderComparison,
  visible,
  type Finding,
  type Organization,
} from '../../node.js';
import { lostEdition } from '../lost-edition.js';
import { JSON_OPTION } from '../json-option.js';
import { MODEL_OPTION, type ModelOption } from '../model-option.js';
import { readAssessment, type ReadAssessment } from '../read-assessment.js';
import { EXIT, modelShelf, printData, printFindings, printJson, printText, Stop, Usage } from '../world.js';

interface Options extends ModelOption {
  old: string;
  new: string;
  format: 'text' | 'md' | 'json';
  json: boolean;
}

export const compare: CommandModule<object, Options> = {
  command: 'compare <old> <new>',
  describe: 'List the changes between two assessments of one organization, with the reason for each change',
  builder: (yargs) =>
    yargs
      .positional('old', {
        type: 'string',
        describe: 'Earlier assessment: a completed workbook or an answers file (JSON)',
        demandOption: true,
      })
      .positional('new', {
        type: 'string',
        describe:
          'Later assessment: a completed workbook or an answers file (JSON). It can use a newer edition of the model',
        demandOption: true,
      })
      .option('model', MODEL_OPTION)
      .option('format', {
        choices: ['text', 'md', 'json'] as const,
        default: 'text' as const,
        describe: 'Format of the list of changes',
      })
      .option('json', JSON_OPTION)
      .example('aismm compare 2025.xlsx 2026.xlsx', 'List the results and objectives that changed from 2025 to 2026'),
  handler: ({ old, new: later, model, format, json }) => {
    const shelf = modelShelf(model);
    const findings: Finding[] = [];
    const lost: Finding[] = [];
    const [before, now] = [old, later].map((file) => {
      const read = readAssessment(file, shelf, model);
      append(findings, read.findings);
      append(lost, lostEdition(read, model === undefined ? undefined : shelf.models.usual));
      return read.value;
    });
    if (!before || !now) throw new Stop(EXIT.inputErrors, findings);
    if (lost.length > 0) throw new Stop(EXIT.inputErrors, lost);
    expectOne(before, now);
    const compared = compareAssessments(before, now, shelf.models);
    if (!compared.value) throw new Stop(EXIT.inputErrors, compared.findings);
    // Who compares wants to know what can't be relied on; all the rest is for check.
    // Between two editions, one of the two is never the one that --model names.
    const others = findings.filter(({ code }) => code === 'other-model');
    printFindings([...findings.filter((each) => hasErrors([each])), ...(others.length > 1 ? others : [])]);
    if (json || format === 'json') printJson(compared.value);
    else (format === 'md' ? printData : printText)(renderComparison(compared.value, format, builtInTemplate));
    if (hasErrors(findings)) throw new Stop(EXIT.inputErrors);
  },
};

/** Two organizations have nothing that could have moved. A blank name says nothing. */
function expectOne(...both: readonly Pick<ReadAssessment, 'assessment'>[]): void {
  const named = ({ name, unit }: Organization): string => [name, unit].filter((text) => text.trim() !== '').join(', ');
  const all = both.map(({ assessment: { organization } }) => organization).filter(({ name }) => plainName(name) !== '');
  const names = new Set(all.map((each) => plainName(named(each))));
  if (names.size > 1)
    throw new Usage(
      `The two assessments are of different organizations: ${all.map((each) => visible(named(each))).join(' · ')}. Specify two assessments of one organization.`,
    );
}
