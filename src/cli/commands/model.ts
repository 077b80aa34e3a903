/** `aismm model lint`, `show`, `diff`, `new` and `import`: the content itself. */
import type { Argv, CommandModule } from 'yargs';
import {
  builtInTemplate,
  describeModel,
  diffModels,
  hasErrors,
  lintModel,
  modelName,
  objectivesOf,
  renderModelDiff,
  successionBetween,
  type Model,
  type ModelName,
} from '../../node.js';
import { conventional } from '../conventions.js';
import { modelImport } from './model-import.js';
import { modelNew } from './model-new.js';
import { JSON_OPTION } from '../json-option.js';
import { MODEL_ACTIONS } from '../model-actions.js';
import { MODEL_OPTION, type ModelOption } from '../model-option.js';
import { whatIsThere } from '../what-is-there.js';
import {
  EXIT,
  installedModel,
  modelShelf,
  parseInstalledModel,
  printData,
  printFindings,
  printJson,
  printNote,
  printText,
  Stop,
  Usage,
} from '../world.js';

const modelOption = (yargs: Argv): Argv<ModelOption> => yargs.option('model', MODEL_OPTION);

const lint: CommandModule<object, ModelOption> = {
  command: 'lint',
  describe: 'Check the content of a model. For each error, print the file, the line and how to fix the error',
  builder: (yargs) => modelOption(yargs).example('aismm model lint', 'Check the built-in model'),
  handler: ({ model }) => {
    const loaded = parseInstalledModel(model);
    const findings = loaded.value ? [...loaded.findings, ...lintModel(loaded.value)] : loaded.findings;
    printFindings(findings);
    if (hasErrors(findings)) throw new Stop(EXIT.inputErrors);
    if (loaded.value)
      printNote(
        `Model ${modelName(loaded.value.model)} has no errors: ${objectivesOf(loaded.value.model).length} control objectives.`,
      );
  },
};

const show: CommandModule<object, ModelOption & { json: boolean }> = {
  command: 'show',
  describe: 'Print the domains and categories of a model, or the whole model as JSON',
  builder: (yargs) =>
    modelOption(yargs)
      .option('json', { type: 'boolean', default: false, describe: 'Print the whole model as JSON' })
      .example('aismm model show --json', 'Print the whole model for another program'),
  handler: ({ model, json }) => {
    const loaded = installedModel(model);
    if (json) printJson(describeModel(loaded));
    else printData(outline(loaded));
  },
};

interface DiffOptions {
  from: string;
  to: string;
  format: 'text' | 'md' | 'json';
  json: boolean;
}

const diff: CommandModule<object, DiffOptions> = {
  command: 'diff <from> <to>',
  describe: 'List the changes between two editions of a model, and the effect of each change on old answers',
  builder: (yargs) =>
    yargs
      .positional('from', {
        type: 'string',
        describe: 'Older edition, or the folder of your own model',
        demandOption: true,
      })
      .positional('to', {
        type: 'string',
        describe: 'Newer edition, or the folder of your own model',
        demandOption: true,
      })
      .option('format', {
        choices: ['text', 'md', 'json'] as const,
        default: 'text' as const,
        describe: 'Format of the list of changes',
      })
      .option('json', JSON_OPTION)
      .example('aismm model diff 1.0 1.1', 'List all changes from edition 1.0 to edition 1.1'),
  handler: ({ from, to, format, json }) => {
    const shelves = [modelShelf(from), modelShelf(to)] as const;
    const [older, newer] = [shelves[0].models.usual, shelves[1].models.usual];
    const isOwn = [from, to].some((each) => whatIsThere(each).is === 'folder');
    // A copy of one’s own model may have the name that the model had before it was edited.
    if (!isOwn && modelName(older) === modelName(newer))
      throw new Usage(`"${from}" and "${to}" are the same edition, ${modelName(older)}. Use different editions.`);
    const find = ({ id, version }: ModelName): Model | undefined =>
      shelves[1].models.find(id, version, '') ?? shelves[0].models.find(id, version, '');
    const between = successionBetween(older, newer, find);
    if (between && between.older !== older)
      throw new Usage(`${modelName(older)} is later than ${modelName(newer)}. Specify the older edition first.`);
    const found = diffModels(older, newer, between?.succession);
    if (json || format === 'json') printJson(found);
    else (format === 'md' ? printData : printText)(renderModelDiff(found, newer, format, builtInTemplate));
  },
};

function outline(model: Model): string {
  const lines = model.domains.flatMap(({ name, categories }) => [
    '',
    name,
    ...categories.map(
      ({ id, name: category, objectives }) => `  ${id.padEnd(4)} ${category} (${objectives.length} objectives)`,
    ),
  ]);
  return [`${model.title} ${model.version}`, ...lines].join('\n');
}

/** What can be done with the model. */
export const MODEL_COMMANDS = [lint, show, diff, modelNew, modelImport].map((command) =>
  conventional(command as unknown as CommandModule, 'model'),
);

export const model: CommandModule = {
  command: `model <${MODEL_ACTIONS.join('|')}>`,
  describe: 'Check, print, compare or create models',
  builder: (yargs) => yargs.command(MODEL_COMMANDS).demandCommand(1),
  handler: () => undefined,
};
