/** `aismm completion`: a script with which bash or zsh completes commands and options. */
import yargs, { type CommandModule } from 'yargs';
import { printNote } from '../world.js';

export const completion: CommandModule<object, object> = {
  command: 'completion',
  describe: 'Print a script that completes commands and options in bash or zsh',
  builder: (parser) => parser.example('aismm completion >> ~/.bashrc', 'For bash; for zsh the file is ~/.zshrc'),
  handler: () => {
    yargs([]).scriptName('aismm').showCompletionScript();
    printNote('This completes “aismm”, not “npx aismm”. “npm link” in the folder of the program puts it on your path.');
  },
};
