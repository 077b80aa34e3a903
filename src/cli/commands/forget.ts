/** `aismm forget`: removes an organization from a store. */
import type { CommandModule } from 'yargs';
import { forgetOrganization, visible } from '../../node.js';
import { STORE_OPTION, withStore } from '../store.js';
import { EXIT, printNote, Stop } from '../world.js';

interface Options {
  organization: string;
  unit: string | undefined;
  store: string;
  allowAgain: boolean;
}

export const forget: CommandModule<object, Options> = {
  command: 'forget <organization>',
  describe: 'Remove everything about one organization from a store',
  builder: (yargs) =>
    yargs
      .positional('organization', { type: 'string', describe: 'Its name', demandOption: true })
      .option('store', { ...STORE_OPTION, demandOption: true })
      .option('unit', { type: 'string', describe: 'Its unit, where there are several' })
      .option('allow-again', {
        type: 'boolean',
        default: false,
        describe: 'Do not remember the digests of its files: ingest may take them in again',
      })
      .example(
        'aismm forget "Example AG" --store results.sqlite',
        'Its files are not taken in again by accident',
      ) as never,
  handler: async ({ store, allowAgain, ...asked }) => {
    const { value, findings } = await withStore(store, { create: false }, (results) =>
      forgetOrganization(results, asked, { mayComeBack: allowAgain }),
    );
    if (!value) throw new Stop(EXIT.inputErrors, findings);
    const name = visible([value.name, value.unit].filter((text) => text !== '').join(', '));
    const digests = allowAgain
      ? 'Nothing is remembered; ingest may take its files in again.'
      : 'Only the digests of its files are remembered, so that ingest does not take them in again.';
    printNote(`Removed ${name}: ${value.files} workbooks. ${digests}`);
  },
};
