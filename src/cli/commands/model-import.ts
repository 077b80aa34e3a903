/** `aismm model import`: a folder with a model, from a spreadsheet of control objectives. */
import type { CommandModule } from 'yargs';
import { importOwnModel, localDay } from '../../node.js';
import { folderNamed, idFrom, ownModelOptions, ownName, type OwnModelOptions } from '../own-model-options.js';
import { EXIT, printFindings, printNote, Stop } from '../world.js';

interface Options extends OwnModelOptions {
  file: string;
  output: string;
}

export const modelImport: CommandModule<object, Options> = {
  command: 'import <file>',
  describe: 'Create a model from your spreadsheet of control objectives, for use inside your organization',
  builder: (yargs) =>
    ownModelOptions(
      yargs
        .positional('file', {
          type: 'string',
          describe: 'Spreadsheet with the control objectives (.xlsx)',
          demandOption: true,
        })
        .option('output', {
          alias: 'o',
          type: 'string',
          requiresArg: true,
          demandOption: true,
          describe: 'New folder for the model',
        }),
      { id: 'csa- followed by the folder name', version: 'read from the spreadsheet' },
    ).example(
      'aismm model import objectives.xlsx -o imported',
      'Create a model, and report each row that aismm cannot read',
    ),
  handler: ({ file, output, ...options }) => {
    const folder = folderNamed(output);
    const own = { ...ownName(options, idFrom(folder)), today: localDay() };
    const { value, findings } = importOwnModel(file, folder, own);
    printFindings(findings);
    if (!value) throw new Stop(EXIT.inputErrors);
    const { sheet, objectives, unread } = value;
    printNote(`${sheet}: ${objectives} control objectives read, ${unread} rows not imported`);
    printNote(`wrote ${folder}, which contains CSA material: use it inside your organization only`);
    if (unread > 0) throw new Stop(EXIT.someRejected);
  },
};
