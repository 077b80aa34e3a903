/** `aismm example`: a workbook filled with a plausible fictional organization. */
import type { Argv, CommandModule } from 'yargs';
import { exampleAssessment, PROFILES, writeWorkbook, type Profile } from '../../index.js';
import { installedModel, madeBy, writeFile } from '../world.js';

interface Options {
  seed: number;
  profile: Profile;
  output: string;
  force: boolean;
}

export const example: CommandModule<object, Options> = {
  command: 'example',
  describe: 'Write a workbook filled in by a fictional organization, for trying out',
  builder: (yargs) =>
    yargs
      .option('seed', { type: 'number', default: 1, describe: 'The same seed gives the same organization' })
      .option('profile', { choices: PROFILES, default: 'typical', describe: 'How far the organization has come' })
      .option('output', { alias: 'o', type: 'string', demandOption: true, describe: 'File to write' })
      .option('force', { type: 'boolean', default: false, describe: 'Replace the file if it exists' })
      .example(
        'aismm example --profile advanced -o output/example.xlsx',
        'An organization that has come far',
      ) as unknown as Argv<Options>,
  handler: async ({ seed, profile, output, force }) => {
    const model = installedModel();
    const assessment = exampleAssessment(model, { seed, profile });
    writeFile(output, await writeWorkbook({ model, assessment, madeBy: madeBy() }), { force });
  },
};
