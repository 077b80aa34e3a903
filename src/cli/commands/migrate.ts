/** `aismm migrate`: filled workbooks or answers files of an older edition as one of a newer edition. */
import {
  append,
  annotateWorkbook,
  builtInTemplate,
  FIELDS,
  find,
  formatAnswers,
  hasErrors,
  issue,
  LANGUAGES,
  markedMigration,
  mergeAssessments,
  migrate as carryOver,
  modelName,
  renderMigration,
  Shelf,
  STANDARD_STREAM,
  USUAL_LANGUAGE,
  type Finding,
  type Language,
  type Migrated,
  type ModelName,
  type Models,
  jsonText,
} from '../../node.js';
import { beside } from '../both-models.js';
import { lostEdition } from '../lost-edition.js';
import { JSON_OPTION } from '../json-option.js';
import { MODEL_OPTION, type ModelOption } from '../model-option.js';
import { namedFiles } from '../named-files.js';
import { tellOnlyOne } from '../of-several.js';
import { ANSWERS_ENDINGS, formatByName, isAnswersFile } from '../output-name.js';
import { notAsked } from '../read-file.js';
import { readAssessment, type ReadAssessment } from '../read-assessment.js';
import { EXIT, madeBy, modelShelf, printFindings, printNote, printText, Stop, Usage } from '../world.js';
import type { Command } from '../without-effect.js';
import { writeFile } from '../write-file.js';

interface Options extends ModelOption {
  old: string[];
  output: string;
  to: string | undefined;
  format: 'text' | 'md' | 'json';
  json: boolean;
  locale: string | undefined;
  selection: 'union' | undefined;
  force: boolean;
}

export const migrate: Command<Options> = {
  command: 'migrate <old..>',
  describe: 'Migrate answers to a newer edition of the model, and list the result for each answer',
  builder: (yargs) =>
    yargs
      .positional('old', {
        type: 'string',
        array: true,
        describe: 'Completed workbooks or answers files (JSON). aismm merges several files into one assessment',
        demandOption: true,
      })
      .option('output', {
        alias: 'o',
        type: 'string',
        requiresArg: true,
        demandOption: true,
        describe: 'Output file: a workbook, or an answers file if the name ends in .json',
      })
      .option('to', {
        ...MODEL_OPTION,
        requiresArg: true,
        describe: 'Edition to migrate to, or the folder with the newer version of your own model',
      })
      .option('model', {
        ...MODEL_OPTION,
        requiresArg: true,
        defaultDescription: 'the edition of the file',
        describe: 'Edition to migrate from, or the folder with the older version of your own model',
      })
      .option('format', {
        choices: ['text', 'md', 'json'] as const,
        default: 'text' as const,
        describe: 'Format of the list of migrated answers',
      })
      .option('json', JSON_OPTION)
      .option('locale', {
        type: 'string',
        requiresArg: true,
        choices: Object.keys(LANGUAGES),
        defaultDescription: 'the language of the old workbook',
        describe: 'Language of the workbook, and of the list of migrated answers',
      })
      .option('selection', {
        choices: ['union'] as const,
        describe: 'Use “union” to select every deployment type that is selected in at least one of the files',
      })
      .option('force', { type: 'boolean', default: false, describe: 'Replace the output file if it exists' })
      .check(({ output, json, format }) => {
        if ((json || format === 'json') && output === STANDARD_STREAM)
          throw new Usage(
            'The JSON list and the output file “-” both write to standard output. Use another output file.',
          );
        formatByName(output, ANSWERS_ENDINGS);
        return true;
      })
      .example(
        'aismm migrate 2025.xlsx -o 2026.xlsx > migration.txt',
        'Migrate the workbook from 2025, and save the list of migrated answers in migration.txt',
      )
      .example(
        'aismm migrate old.json -o new.json --to 1.1 --json',
        'Migrate an answers file, and print the list of migrated answers as JSON',
      ),
  noEffect: [
    {
      options: ['locale'],
      why: ({ json, format, output }) => ((json || format === 'json') && isAnswersFile(output) ? 'on JSON' : undefined),
      instead: 'write a workbook',
    },
  ],
  handler: async ({ old: typed, output, to, model, format, json, locale, selection, force }) => {
    const newer = modelShelf(to).models;
    const own = model === undefined ? undefined : modelShelf(model).models;
    if (own && modelName(own.usual) === modelName(newer.usual))
      throw new Usage(
        `Both --model and ${to === undefined ? 'the default of --to' : '--to'} are ${modelName(newer.usual)}. Omit --model, or use --model for the older edition.`,
      );
    const models = own ? beside(newer, own) : newer;
    const old = await namedFiles(typed, output);
    const { assessment, language } = readAll(old, models, selection, own?.usual);
    const { value: migrated, findings } = carryOver(assessment, newer.usual, models, { language });
    if (!migrated) throw new Stop(EXIT.inputErrors, findings);
    const spoken = locale === undefined ? language : (LANGUAGES[locale] ?? USUAL_LANGUAGE);
    tellOnlyOne(old, { selection });
    // Everything is made before anything is written.
    const report = reportOf(migrated, json ? 'json' : format, spoken);
    writeFile(output, await contentOf(migrated, output, spoken), { force });
    if (output === STANDARD_STREAM) printNote(report);
    else if (json || format === 'json') process.stdout.write(report);
    else printText(report);
  },
};

/** What the files say, put together; an error in any of them stops the command before anything is written. */
function readAll(
  files: readonly string[],
  models: Models,
  selection: 'union' | undefined,
  named: ModelName | undefined,
): Pick<ReadAssessment, 'assessment' | 'language'> {
  const shelf = new Shelf(models);
  const findings: Finding[] = [];
  const parts = files.flatMap((file) => {
    const read = readAssessment(file, shelf);
    const asked = named === undefined ? [] : notAsked(read.value, named).map((each): Finding => ({ ...each, file }));
    append(findings, [...read.findings, ...asked, ...lostEdition(read, named)]);
    return read.value ? [{ ...read.value, file }] : [];
  });
  const [first, ...others] = parts;
  for (const { file, model } of others)
    if (first && modelName(model) !== modelName(first.model)) {
      const facts = { found: modelName(model), other: modelName(first.model), otherFile: first.file };
      findings.push(find('conflicting-answers', { file, path: 'model' }, facts));
    }
  if (!first || hasErrors(findings)) stop(findings);
  const whole = models.find(first.model.id, first.model.version, USUAL_LANGUAGE.id) ?? first.model;
  const merged = mergeAssessments(
    parts.map(({ assessment }) => assessment),
    whole,
    FIELDS,
    { files: parts.map(({ file }) => file), selection },
  );
  append(findings, merged.findings);
  if (!merged.value || hasErrors(findings)) stop(findings);
  printFindings(findings);
  return { assessment: merged.value, language: first.language };
}

function stop(findings: readonly Finding[]): never {
  printFindings(findings);
  printNote('aismm did not write any files. Correct the errors, and run the command again.');
  throw new Stop(EXIT.inputErrors);
}

async function contentOf(migrated: Migrated, output: string, language: Language): Promise<Uint8Array | string> {
  const { assessment, newer } = migrated;
  if (isAnswersFile(output)) return `${jsonText(formatAnswers(assessment, newer), 2)}\n`;
  const { read, findings } = markedMigration(migrated, issue(newer, { tool: madeBy(), language }));
  return await annotateWorkbook(read, findings);
}

function reportOf(migrated: Migrated, format: Options['format'], language: Language): string {
  if (format !== 'json') return renderMigration(migrated, format, builtInTemplate, language);
  const { older, newer, counts, answers, left } = migrated;
  const named = ({ id, version }: Migrated['older']) => ({ id, version });
  const report = { schemaVersion: 1, from: named(older), to: named(newer), counts, answers, left };
  return `${jsonText(report, 2)}\n`;
}
