/** `aismm export`: the store as flat tables. */
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { CommandModule } from 'yargs';
import {
  CSV_BEGIN,
  keptInWords,
  LEFT_OUT,
  openOutput,
  openSpool,
  pseudonymsBy,
  TABLE_FORMATS,
  TABLE_NAMES,
  tableText,
  messagesIn,
  withoutNames,
  type OpenOutput,
  type Results,
  type StoredAssessment,
  type TableFormat,
  type TableName,
  type TableOptions,
  type TableSource,
  type TableText,
} from '../../node.js';
import { STORE_OPTION, withStore } from '../store.js';
import { printBytes, printData, printNote } from '../world.js';

interface Options {
  store: string;
  format: TableFormat;
  output: string | undefined;
  pseudonyms: boolean;
  force: boolean;
}

export const exportStore: CommandModule<object, Options> = {
  command: 'export',
  describe: 'Export the results from a store as tables',
  builder: (yargs) =>
    yargs
      .option('store', { ...STORE_OPTION, demandOption: true })
      .option('format', { choices: TABLE_FORMATS, default: 'csv' as const, describe: 'File format' })
      .option('output', {
        alias: 'o',
        type: 'string',
        describe: 'Output folder, with one file per table; default: standard output',
      })
      .option('pseudonyms', {
        type: 'boolean',
        default: false,
        describe: 'Write pseudonyms instead of names of organizations, units, people and files, and omit free text',
      })
      .option('force', { type: 'boolean', default: false, describe: 'Replace output files that exist' })
      .example(
        'aismm export --store results.sqlite -o tables/',
        'Write assessment.csv, category_score.csv, answer.csv, …',
      )
      .example(
        'aismm export --store results.sqlite -o shared/ --pseudonyms',
        'Write the same tables without names, so that you can share them',
      ),
  handler: ({ store, format, output: out, pseudonyms, force }) =>
    withStore(store, { create: false }, async (results) => {
      const shown = pseudonyms ? await namelessBy(results) : {};
      const tables = TABLE_NAMES.map((name) => ({
        name,
        text: tableText(name, { format, named: out === undefined, ...shown }),
      }));
      // Rows in the order of names would tell something of them.
      const all = inWords(pseudonyms ? results.assessmentsByDigest() : results.assessments());
      if (out === undefined) await print(tables, all);
      else await writeInto(out, tables, all, { format, force });
      if (pseudonyms) printNote(CAUTION);
    }),
};

/** What people who hand such tables on have to know. */
const CAUTION = `Names are pseudonyms, and free text is “${LEFT_OUT}”. Answers, numbers, dates, industry, size and region are unchanged. Unchanged values may still identify an organization.`;

async function namelessBy(results: Pick<Results, 'secret'>): Promise<Pick<TableOptions, 'shown'>> {
  const pseudonym = pseudonymsBy(await results.secret());
  return { shown: (row, table, source) => withoutNames(row, table, source, pseudonym) };
}

/** Assessments with their findings in words. */
async function* inWords(assessments: AsyncIterable<StoredAssessment>): AsyncGenerator<TableSource> {
  const messages = messagesIn();
  for await (const each of assessments) {
    // Everything here is at hand at once; whoever wants to stop it is heard between two assessments.
    await setImmediate();
    yield { diagnostics: each.findings.map((finding) => keptInWords(finding, messages)), ...each };
  }
}

interface Table {
  readonly name: TableName;
  readonly text: TableText;
}

/** One table behind the other, in one pass: the first is printed as it is made, and the others wait outside of memory. */
async function print([first, ...others]: readonly Table[], all: AsyncIterable<TableSource>): Promise<void> {
  if (!first) return;
  const put = (text: string): void => (text === '' ? undefined : printData(text));
  const waiting = others.map(({ text }) => ({ text, spool: openSpool() }));
  try {
    for (const { text, spool } of waiting) spool.write(text.head);
    put(first.text.head);
    for await (const each of all) {
      put(first.text.of(each));
      for (const { text, spool } of waiting) spool.write(text.of(each));
    }
    for (const { spool } of waiting)
      for (const piece of spool.pieces()) {
        await printBytes(piece);
      }
  } finally {
    for (const { spool } of waiting) spool.remove();
  }
}

/** A file for each table, all in one pass. */
async function writeInto(
  folder: string,
  tables: readonly Table[],
  all: AsyncIterable<TableSource>,
  { format, force }: Pick<Options, 'format' | 'force'>,
): Promise<void> {
  const open: (Table & { readonly path: string; readonly output: OpenOutput })[] = [];
  try {
    for (const { name, text } of tables) {
      const path = join(folder, `${name}.${format}`);
      const output = openOutput(path, { force });
      open.push({ name, text, path, output });
      output.write((format === 'csv' ? CSV_BEGIN : '') + text.head);
    }
    for await (const each of all) for (const { text, output } of open) output.write(text.of(each));
    for (const { path, output } of open) {
      output.finish();
      printNote(`wrote ${path}`);
    }
  } catch (error) {
    // Of those that are finished nothing is taken away.
    for (const { output } of open) output.abandon();
    throw error;
  }
}
