/** `aismm model lint` and `aismm model show`: the content itself. */
import type { Argv, CommandModule } from 'yargs';
import { describeModel, hasErrors, lintModel, objectivesOf, type Model } from '../../node.js';
import { conventional } from '../conventions.js';
import { MODEL_OPTION, type ModelOption } from '../model-option.js';
import {
  EXIT,
  installedModel,
  parseInstalledModel,
  printData,
  printFindings,
  printJson,
  printNote,
  Stop,
} from '../world.js';

const modelOption = (yargs: Argv): Argv<ModelOption> => yargs.option('model', MODEL_OPTION);

const lint: CommandModule<object, ModelOption> = {
  command: 'lint',
  describe: 'Check the content of the model; each error with file, line and what to do',
  builder: (yargs) => modelOption(yargs).example('aismm model lint', 'No output means no errors'),
  handler: ({ model }) => {
    const loaded = parseInstalledModel(model);
    const findings = loaded.value ? [...loaded.findings, ...lintModel(loaded.value)] : loaded.findings;
    printFindings(findings);
    if (hasErrors(findings)) throw new Stop(EXIT.inputErrors);
    if (loaded.value)
      printNote(`The model has no errors: ${objectivesOf(loaded.value.model).length} control objectives.`);
  },
};

const show: CommandModule<object, ModelOption & { json: boolean }> = {
  command: 'show',
  describe: 'Print the model',
  builder: (yargs) =>
    modelOption(yargs)
      .option('json', { type: 'boolean', default: false, describe: 'The whole model as JSON' })
      .example('aismm model show --json', 'For programs'),
  handler: ({ model, json }) => {
    const loaded = installedModel(model);
    if (json) printJson(describeModel(loaded));
    else printData(outline(loaded));
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
export const MODEL_COMMANDS = [lint, show].map((command) => conventional(command as unknown as CommandModule, 'model'));

export const model: CommandModule = {
  command: 'model <lint|show>',
  describe: 'Check or print the model',
  builder: (yargs) => yargs.command(MODEL_COMMANDS).demandCommand(1),
  handler: () => undefined,
};
