/** `aismm export`: the store as flat tables. */
import { join } from 'node:path';
import type { CommandModule } from 'yargs';
import {
  CSV_BEGIN,
  keptInWords,
  openOutput,
  TABLE_FORMATS,
  TABLE_NAMES,
  tableText,
  USUAL_LANGUAGE,
  type Results,
  type TableFormat,
  type TableSource,
} from '../../node.js';
import { STORE_OPTION, withStore } from '../store.js';
import { printData, printNote } from '../world.js';

interface Options {
  store: string;
  format: TableFormat;
  out: string | undefined;
  force: boolean;
}

export const exportStore: CommandModule<object, Options> = {
  command: 'export',
  describe: 'The results of a store as tables for spreadsheets and analysis',
  builder: (yargs) =>
    yargs
      .option('store', { ...STORE_OPTION, demandOption: true })
      .option('format', { choices: TABLE_FORMATS, default: 'csv' as const, describe: 'Kind of files' })
      .option('out', {
        type: 'string',
        describe: 'Folder for one file a table; without it, everything to standard output',
      })
      .option('force', { type: 'boolean', default: false, describe: 'Replace files that exist' })
      .example(
        'aismm export --store results.sqlite --out tables/',
        'assessment.csv, category_score.csv, answer.csv, …',
      ),
  handler: ({ store, format, out, force }) =>
    withStore(store, { create: false }, async (results) => {
      for (const name of TABLE_NAMES) {
        const text = tableText(sourcesIn(results), name, { format, named: out === undefined });
        if (out === undefined) for await (const piece of text) printData(piece);
        else await writeInto(join(out, `${name}.${format}`), text, { force, begin: format === 'csv' ? CSV_BEGIN : '' });
      }
    }),
};

/** Assessments with their findings in words. */
async function* sourcesIn(results: Pick<Results, 'assessments'>): AsyncGenerator<TableSource> {
  const { messages } = USUAL_LANGUAGE;
  for await (const each of results.assessments())
    yield { ...each, diagnostics: each.findings.map((finding) => keptInWords(finding, messages)) };
}

async function writeInto(
  path: string,
  text: AsyncIterable<string>,
  { force, begin }: { readonly force: boolean; readonly begin: string },
): Promise<void> {
  const output = openOutput(path, { force });
  try {
    output.write(begin);
    for await (const piece of text) output.write(piece);
  } catch (error) {
    output.abandon();
    throw error;
  }
  output.finish();
  printNote(`wrote ${path}`);
}
