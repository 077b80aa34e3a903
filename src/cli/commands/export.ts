/** `aismm export`: the store as flat tables. */
import { join } from 'node:path';
import type { Argv, CommandModule } from 'yargs';
import { STORE_OPTION, withStore } from '../store.js';
import { printData, writeFile } from '../world.js';

interface Options {
  store: string;
  format: 'csv' | 'ndjson';
  out: string | undefined;
  force: boolean;
}

export const exportStore: CommandModule<object, Options> = {
  command: 'export',
  describe: 'The results of a store as tables for spreadsheets and analysis',
  builder: (yargs) =>
    yargs
      .option('store', { ...STORE_OPTION, demandOption: true })
      .option('format', { choices: ['csv', 'ndjson'] as const, default: 'csv' as const, describe: 'Kind of files' })
      .option('out', {
        type: 'string',
        describe: 'Folder for one file a table; without it, everything to standard output',
      })
      .option('force', { type: 'boolean', default: false, describe: 'Replace files that exist' })
      .example(
        'aismm export --store results.sqlite --out tables/',
        'assessment.csv, category_score.csv, answer.csv',
      ) as unknown as Argv<Options>,
  handler: async ({ store: path, format, out, force }) => {
    await withStore(path, { create: false }, async (store, { TABLES, rowsOf, csvLine }) => {
      const names = Object.keys(TABLES) as (keyof typeof TABLES)[];
      const lines = new Map(names.map((name) => [name, format === 'csv' ? [csvLine(TABLES[name])] : ([] as string[])]));
      for await (const assessment of store.assessments()) {
        const rows = rowsOf(assessment);
        for (const name of names) {
          for (const row of rows[name]) {
            const line =
              format === 'csv'
                ? csvLine(TABLES[name].map((column) => row[column]))
                : `${JSON.stringify(out === undefined ? { table: name, ...row } : row)}\n`;
            lines.get(name)?.push(line);
          }
        }
      }
      for (const [name, each] of lines) {
        if (out === undefined) printData(each.join(''));
        else writeFile(join(out, `${name}.${format}`), each.join(''), { force });
      }
    });
  },
};
