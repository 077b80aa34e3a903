/** `aismm organizations`: who is in a store. */
import type { CommandModule } from 'yargs';
import { visible, type KeptOrganization } from '../../node.js';
import { STORE_OPTION, withStore } from '../store.js';
import { printJson, printText } from '../world.js';

interface Options {
  store: string;
  json: boolean;
}

export const organizations: CommandModule<object, Options> = {
  command: 'organizations',
  describe: 'List the organizations in a store',
  builder: (yargs) =>
    yargs
      .option('store', { ...STORE_OPTION, demandOption: true })
      .option('json', { type: 'boolean', default: false, describe: 'The same as JSON' })
      .example('aismm organizations --store results.sqlite', 'Name, unit, number of assessments, newest date'),
  handler: async ({ store, json }) => {
    const kept = await withStore(store, { create: false }, (results) => results.organizations());
    if (json)
      printJson({
        schemaVersion: 1,
        organizations: kept.map(({ key: _, path, ...shown }) => ({ ...shown, ...(path ? { path } : {}) })),
      });
    else
      printText([...kept.map(line), kept.length === 1 ? '1 organization' : `${kept.length} organizations`].join('\n'));
  },
};

function line({ name, unit, path, assessments, rejected, newest }: KeptOrganization): string {
  return [
    // What nobody can see is no name either.
    [path === '' ? name : '(no name)', unit, path]
      .filter((text) => text !== '')
      .map(visible)
      .join(', '),
    assessments === 1 ? '1 assessment' : `${assessments} assessments`,
    ...(newest === '' ? [] : [`newest ${visible(newest)}`]),
    ...(rejected > 0 ? [rejected === 1 ? '1 rejected workbook' : `${rejected} rejected workbooks`] : []),
  ].join('  ');
}
