/** `aismm organizations`: who is in a store. */
import type { CommandModule } from 'yargs';
import { jsonText, visible, type KeptOrganization } from '../../node.js';
import { STORE_OPTION, withStore } from '../store.js';
import { printData, printText } from '../world.js';

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
      .option('json', { type: 'boolean', default: false, describe: 'Print the list as JSON' })
      .example('aismm organizations --store results.sqlite', 'List each organization with its newest assessment'),
  handler: ({ store, json }) =>
    withStore(store, { create: false }, async (results) => {
      // Printed as they come: there may be more of them than memory holds.
      let n = 0;
      if (json) printData('{\n  "schemaVersion": 1,\n  "organizations": [', '');
      for await (const each of results.organizations()) {
        if (json) printData(`${n === 0 ? '' : ','}\n    ${shown(each)}`, '');
        else printText(line(each));
        n += 1;
      }
      if (json) printData(`${n === 0 ? '' : '\n  '}]\n}`);
      else printText(n === 1 ? '1 organization' : `${n} organizations`);
    }),
};

/** One of the list in JSON, set in as far as it lies. */
function shown({ key: _, path, ...own }: KeptOrganization): string {
  return jsonText({ ...own, ...(path ? { path } : {}) }, 2).replaceAll('\n', '\n    ');
}

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
