/** `aismm model new`: a folder with a model of one's own. */
import type { CommandModule } from 'yargs';
import { createOwnModel, localDay } from '../../node.js';
import { folderNamed, idFrom, ownModelOptions, ownName, type OwnModelOptions } from '../own-model-options.js';
import { EXIT, printFindings, printNote, Stop } from '../world.js';

interface Options extends OwnModelOptions {
  folder: string;
}

export const modelNew: CommandModule<object, Options> = {
  command: 'new <folder>',
  describe: 'Create a folder for your own model, with a copy of the built-in model',
  builder: (yargs) =>
    ownModelOptions(
      yargs.positional('folder', { type: 'string', describe: 'New folder for the model', demandOption: true }),
      {
        id: 'derived from the folder name',
        version: '1.0',
      },
    ).example(
      'aismm model new our-model',
      'Create a model that you can change, and a README that explains the next steps',
    ),
  handler: ({ folder: typed, ...options }) => {
    const folder = folderNamed(typed);
    const { version = '1.0', ...name } = ownName(options, idFrom(folder));
    const { value, findings } = createOwnModel(folder, { ...name, version, today: localDay() });
    printFindings(findings);
    if (!value) throw new Stop(EXIT.inputErrors);
    printNote(`wrote ${folder}; read ${folder}/README.md next`);
  },
};
