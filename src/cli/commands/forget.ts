/** `aismm forget`: removes an organization from a store. */
import type { CommandModule } from 'yargs';
import { find, forgetOrganization, visible, type AskedToForget, type KeptOrganization } from '../../node.js';
import { STORE_OPTION, withStore } from '../store.js';
import { EXIT, printNote, Stop, Usage } from '../world.js';

interface Options {
  organization: string | undefined;
  unit: string | undefined;
  allUnits: boolean;
  file: string | undefined;
  store: string;
  allowAgain: boolean;
}

export const forget: CommandModule<object, Options> = {
  command: 'forget [organization]',
  describe: 'Remove all data about one organization from a store, except the digests (SHA-256) of its workbooks',
  builder: (yargs) =>
    yargs
      .positional('organization', { type: 'string', describe: 'Name of the organization' })
      .option('store', { ...STORE_OPTION, demandOption: true })
      .option('unit', { type: 'string', describe: 'Unit to remove, if the organization has several units' })
      .option('all-units', { type: 'boolean', default: false, describe: 'Remove all units of the organization' })
      .option('file', {
        type: 'string',
        describe:
          'Path of a workbook that does not contain the name of its organization. “aismm organizations” lists the paths of such workbooks',
      })
      .option('allow-again', {
        type: 'boolean',
        default: false,
        describe: 'Also remove the digests, so that “aismm ingest” accepts the same workbooks again',
      })
      .check(({ organization, unit, allUnits, file }) => {
        if (organization !== undefined && file !== undefined)
          throw new Usage('An organization and --file cannot be combined. Use one of them.');
        if (organization === undefined && file === undefined)
          throw new Usage(
            'Missing organization. Specify its name, or use --file for a workbook without an organization name.',
          );
        if (unit !== undefined && (allUnits || file !== undefined))
          throw new Usage('--unit cannot be combined with --all-units or --file. Use one of them.');
        if (allUnits && file !== undefined)
          throw new Usage('--all-units cannot be combined with --file. Use one of them.');
        return true;
      })
      .example('aismm forget "Example AG" --store results.sqlite', 'Remove all data about “Example AG”')
      .example(
        'aismm forget --file returned/a.xlsx --store results.sqlite',
        'Remove all data about a workbook that does not contain the name of its organization',
      ) as never,
  handler: async ({ store, allowAgain, organization, unit, allUnits, file = '' }) => {
    const asked: AskedToForget = organization === undefined ? { file } : { organization, unit, allUnits };
    const { value, findings } = await withStore(store, { create: false }, (results) =>
      forgetOrganization(results, asked, { mayComeBack: allowAgain }),
    );
    if (!value) throw new Stop(EXIT.inputErrors, findings);
    const { organizations, files, left } = value;
    if (organizations.length === 0) throw new Stop(EXIT.inputErrors, [find('unknown-workbook', {}, { found: file })]);
    const digests = allowAgain
      ? 'No digests are kept, so “aismm ingest” accepts the files again.'
      : 'Only their digests are kept, so “aismm ingest” does not accept the files again.';
    printNote(
      `Removed ${organizations.map(nameOf).join('; ')}: ${files === 1 ? '1 workbook' : `${files} workbooks`}. ${digests}`,
    );
    if (left.length > 0)
      printNote(
        `Other units remain: ${left.map(nameOf).join('; ')}. To remove these units, use --unit or --all-units.`,
      );
  },
};

function nameOf({ name, unit, path }: KeptOrganization): string {
  return visible([name, unit, path].filter((text) => text !== '').join(', '));
}
