/** `aismm fill`: a workbook prefilled from an answers file. */
import type { CommandModule } from 'yargs';
import {
  append,
  doubtsIn,
  FIELDS,
  find,
  findingsIn,
  hasErrors,
  mergeAssessments,
  modelName,
  readNamed,
  today,
  writeWorkbook,
  type Assessment,
  type Finding,
  type Model,
  type Models,
  type Parsed,
} from '../../node.js';
import { languageOf, LOCALE_OPTION } from '../locale-option.js';
import { MODEL_OPTION, type ModelOption } from '../model-option.js';
import { namedFiles } from '../named-files.js';
import { tellOnlyOne } from '../of-several.js';
import { expectEnding, WORKBOOK_ENDING } from '../output-name.js';
import { parseAnswersFile } from '../read-assessment.js';
import { EXIT, madeBy, modelShelf, printFindings, Stop } from '../world.js';
import { writeFile } from '../write-file.js';

interface Options extends ModelOption {
  answers: string[];
  output: string;
  locale: string;
  selection: 'union' | undefined;
  force: boolean;
}

export const fill: CommandModule<object, Options> = {
  command: 'fill <answers..>',
  describe: 'Create a workbook from one or more answers files (JSON)',
  builder: (yargs) =>
    yargs
      .positional('answers', {
        type: 'string',
        array: true,
        describe: 'One or more answers files (JSON). To create an answers file from a workbook, run “aismm answers”',
        demandOption: true,
      })
      .option('output', {
        alias: 'o',
        type: 'string',
        demandOption: true,
        describe: 'Output file for the workbook (.xlsx)',
      })
      .option('model', MODEL_OPTION)
      .option('locale', LOCALE_OPTION)
      .option('selection', {
        choices: ['union'] as const,
        describe: 'Use “union” to select every deployment type that is selected in at least one of the files',
      })
      .option('force', { type: 'boolean', default: false, describe: 'Replace the output file if it exists' })
      .check(expectEnding(WORKBOOK_ENDING))
      .example('aismm fill iam.json mod.json -o whole.xlsx', 'Merge the answers of two files into one workbook')
      .example('aismm fill ANSWERS.json -o acme.xlsx', 'Create a workbook with the answers from ANSWERS.json'),
  handler: async ({ answers: typed, output, model: which, locale, selection, force }) => {
    const { models } = modelShelf(which);
    const answers = await namedFiles(typed, output);
    const findings: Finding[] = [];
    const parts = answers.flatMap((file) => {
      const parsed = readAnswers(file, models);
      append(
        findings,
        parsed.findings.map((each) => ({ ...each, file })),
      );
      return parsed.value ? [{ file, ...parsed.value }] : [];
    });
    const model = parts[0]?.model ?? models.usual;
    append(findings, [...notAskedFor(parts, models), ...otherModels(parts, model)]);
    const merged = mergeAssessments(
      parts.map(({ assessment }) => assessment),
      model,
      FIELDS,
      { files: parts.map(({ file }) => file), selection },
    );
    append(findings, merged.findings);
    if (!merged.value || hasErrors(findings)) throw new Stop(EXIT.inputErrors, findings);
    const assessment = merged.value;
    const inside = [...findingsIn(model, assessment), ...doubtsIn(model, assessment, today())].map(
      ({ field, ...finding }): Finding => ({ ...finding, path: finding.path ?? pathOf(finding.objective, field) }),
    );
    printFindings([...findings, ...inside]);
    tellOnlyOne(answers, { selection });
    writeFile(output, await writeWorkbook({ model, assessment, tool: madeBy(), language: languageOf(locale) }), {
      force,
    });
  },
};

interface Part {
  readonly assessment: Assessment;
  /** The one that the file names. */
  readonly model: Model;
}

/** An answers file, read by the model that it names. */
function readAnswers(file: string, models: Models): Parsed<Part> {
  const { value: bytes, findings } = readNamed(file);
  if (!bytes) return { findings };
  return parseAnswersFile(bytes, models);
}

/** Where in an answers file to look for what a finding about answers is about. */
function pathOf(objective: string | undefined, field: string | undefined): string {
  if (objective !== undefined) return `answers.${objective}.${field ?? 'answer'}`;
  if (field === undefined) return 'selection';
  return field in FIELDS.organization ? `organization.${field}` : 'answers';
}

/** Parts for another model than the one that was chosen. */
function notAskedFor(parts: readonly (Part & { readonly file: string })[], { isChosen, usual }: Models): Finding[] {
  const other = modelName(usual);
  return parts
    .filter(({ model }) => isChosen === true && modelName(model) !== other)
    .map(({ file, model }) =>
      find('answers-for-other-model', { file, path: 'model' }, { found: modelName(model), other }),
    );
}

/** Parts for another model than the first. */
function otherModels(parts: readonly (Part & { readonly file: string })[], first: Model): Finding[] {
  const other = modelName(first);
  const otherFile = parts[0]?.file;
  const named = { other, ...(otherFile === undefined ? {} : { otherFile }) };
  return parts
    .filter(({ model }) => modelName(model) !== other)
    .map(({ file, model }) =>
      find('conflicting-answers', { file, path: 'model' }, { found: modelName(model), ...named }),
    );
}
