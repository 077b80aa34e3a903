/** `aismm export`: the store as flat tables. */
import { join } from 'node:path';
import type { CommandModule } from 'yargs';
import type { Row, TableName } from '../../node.js';
import { STORE_OPTION, withStore } from '../store.js';
import { printData } from '../world.js';
import { openOutput } from '../write-file.js';

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
      ),
  handler: async ({ store: path, format, out, force }) => {
    await withStore(path, { create: false }, async (store, { TABLES, rowsOf, csvLine }) => {
      const lineOf = (name: TableName, row: Row): string =>
        format === 'csv'
          ? csvLine(TABLES[name].map((column) => row[column]))
          : `${JSON.stringify(out === undefined ? { table: name, ...row } : row)}\n`;
      // Table by table, so that a store of any size goes through little memory.
      for (const name of Object.keys(TABLES) as TableName[]) {
        const output = out === undefined ? undefined : openOutput(join(out, `${name}.${format}`), { force });
        const write = output?.write ?? printData;
        try {
          if (format === 'csv') write(csvLine(TABLES[name]));
          for await (const assessment of store.assessments()) {
            const rows = rowsOf(assessment, name);
            if (rows.length > 0) write(rows.map((row) => lineOf(name, row)).join(''));
          }
        } catch (error) {
          output?.abandon();
          throw error;
        }
        output?.finish();
      }
    });
  },
};
