/** `aismm export`: the store as flat tables. */
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { CommandModule } from 'yargs';
import {
  CSV_BEGIN,
  keptInWords,
  LEFT_OUT,
  openOutput,
  pseudonymsBy,
  TABLE_FORMATS,
  TABLE_NAMES,
  tableText,
  USUAL_LANGUAGE,
  withoutNames,
  type Results,
  type StoredAssessment,
  type TableFormat,
  type TableSource,
} from '../../node.js';
import { STORE_OPTION, withStore } from '../store.js';
import { printData, printNote } from '../world.js';

interface Options {
  store: string;
  format: TableFormat;
  output: string | undefined;
  pseudonyms: boolean;
  force: boolean;
}

export const exportStore: CommandModule<object, Options> = {
  command: 'export',
  describe: 'Write the results in a store as tables',
  builder: (yargs) =>
    yargs
      .option('store', { ...STORE_OPTION, demandOption: true })
      .option('format', { choices: TABLE_FORMATS, default: 'csv' as const, describe: 'Kind of files' })
      .option('output', {
        alias: 'o',
        type: 'string',
        describe: 'Folder for one file per table; default: standard output',
      })
      .option('pseudonyms', {
        type: 'boolean',
        default: false,
        describe: 'Pseudonyms instead of names of organizations, units, people and files; without free text',
      })
      .option('force', { type: 'boolean', default: false, describe: 'Replace files that exist' })
      .example('aismm export --store results.sqlite -o tables/', 'assessment.csv, category_score.csv, answer.csv, …')
      .example('aismm export --store results.sqlite -o shared/ --pseudonyms', 'The same figures, for other people'),
  handler: ({ store, format, output: out, pseudonyms, force }) =>
    withStore(store, { create: false }, async (results) => {
      const shown = pseudonyms ? await namelessBy(results) : {};
      for (const name of TABLE_NAMES) {
        // Rows in the order of names would tell something of them.
        const assessments = pseudonyms ? results.assessmentsByDigest() : results.assessments();
        const text = tableText(inWords(assessments), name, { format, named: out === undefined, ...shown });
        if (out === undefined) for await (const piece of text) printData(piece);
        else await writeInto(join(out, `${name}.${format}`), text, { force, begin: format === 'csv' ? CSV_BEGIN : '' });
      }
      if (pseudonyms) printNote(CAUTION);
    }),
};

/** What people who hand such tables on have to know. */
const CAUTION = `Names are pseudonyms, and free text is “${LEFT_OUT}”. Answers, figures, days, industry, size and region are unchanged. They may still identify an organization.`;

async function namelessBy(results: Pick<Results, 'secret'>): Promise<Pick<Parameters<typeof tableText>[2], 'shown'>> {
  const pseudonym = pseudonymsBy(await results.secret());
  return { shown: (row, table, source) => withoutNames(row, table, source, pseudonym) };
}

/** Assessments with their findings in words. */
async function* inWords(assessments: AsyncIterable<StoredAssessment>): AsyncGenerator<TableSource> {
  const { messages } = USUAL_LANGUAGE;
  for await (const each of assessments) {
    // Everything here is at hand at once; whoever wants to stop it is heard between two assessments.
    await setImmediate();
    yield { ...each, diagnostics: each.findings.map((finding) => keptInWords(finding, messages)) };
  }
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
