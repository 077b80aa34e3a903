/** `aismm export`: the store as flat tables. */
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { CommandModule } from 'yargs';
import {
  CSV_BEGIN,
  DIMENSION_NAMES,
  dimensionRows,
  keptInWords,
  LEFT_OUT,
  lettingGoEvery,
  openOutput,
  openSpool,
  ParquetTable,
  pseudonymsBy,
  readModelName,
  rowsOf,
  STANDARD_STREAM,
  TABLE_FORMATS,
  TABLE_NAMES,
  tableText,
  messagesIn,
  USUAL_LANGUAGE,
  withKey,
  withoutNames,
  type DimensionName,
  type OpenOutput,
  type Results,
  type StoredAssessment,
  type TableFormat,
  type TableName,
  type TableOptions,
  type TableSource,
  type TableText,
  type TextFormat,
} from '../../node.js';
import { STORE_OPTION, withStore } from '../store.js';
import { modelShelf, printBytes, printData, printNote, Usage } from '../world.js';

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
      .option('format', { choices: TABLE_FORMATS, default: 'csv' as const, describe: 'File format of the tables' })
      .option('output', {
        alias: 'o',
        type: 'string',
        defaultDescription: 'print all tables',
        describe: 'Output folder. aismm writes one file per table',
      })
      .option('pseudonyms', {
        type: 'boolean',
        default: false,
        describe: 'Replace the names of organizations, units, people and files with pseudonyms, and omit free text',
      })
      .option('force', { type: 'boolean', default: false, describe: 'Replace existing output files' })
      .check(({ format, output }) => {
        if (format === 'parquet' && (output === undefined || output === STANDARD_STREAM))
          throw new Usage('--format parquet needs --output. Specify a folder for the tables.');
        return true;
      })
      .example(
        'aismm export --store results.sqlite -o tables/',
        'Write one CSV file per table, such as assessment.csv and answer.csv',
      )
      .example(
        'aismm export --store results.sqlite -o shared/ --pseudonyms',
        'Write tables with pseudonyms instead of names, and without free text',
      )
      .example(
        'aismm export --store results.sqlite -o tables/ --format parquet',
        'Write Parquet files for Power BI, DuckDB or pandas',
      ),
  handler: ({ store, format, output, pseudonyms, force }) => {
    const out = output === STANDARD_STREAM ? undefined : output;
    return withStore(store, { create: false }, async (results) => {
      const shown = pseudonyms ? await namelessBy(results) : {};
      // Rows in the order of names would tell something of them.
      const all = inWords(pseudonyms ? results.assessmentsByDigest() : results.assessments(), format);
      const texts = (of: TextFormat): Table[] =>
        TABLE_NAMES.map((name) => ({
          name,
          text: tableText(name, { format: of, named: out === undefined, ...shown }),
        }));
      // Without a folder it is a text: see `check` above.
      if (out === undefined) await print(texts(format as TextFormat), all);
      else if (format === 'parquet') await writeParquet(out, all, { force, ...shown });
      else await writeTexts(out, texts(format), all, { format, force });
      if (pseudonyms) printNote(CAUTION);
    });
  },
};

/** What people who hand such tables on have to know. */
const CAUTION = `Names are pseudonyms, and free text is “${LEFT_OUT}”. Answers, numbers, dates, industry, size and region are unchanged. Unchanged values may still identify an organization.`;

async function namelessBy(results: Pick<Results, 'secret'>): Promise<Pick<TableOptions, 'shown'>> {
  const pseudonym = pseudonymsBy(await results.secret());
  return { shown: (row, table, source) => withoutNames(row, table, source, pseudonym) };
}

/**
 * Assessments after which what is left of them is let go of: some of each lives too long for the engine to notice soon, and
 * columns are held until there are many rows.
 */
const LET_GO = { csv: 1_000, ndjson: 1_000, parquet: 100 } as const satisfies Record<TableFormat, number>;

/** Assessments after which signals are heard: a few hundredths of a second. */
const HEARD_EVERY = 16;

/** Assessments with their findings in words. */
async function* inWords(
  assessments: AsyncIterable<StoredAssessment>,
  format: TableFormat,
): AsyncGenerator<TableSource> {
  const messages = messagesIn();
  const done = lettingGoEvery(LET_GO[format]);
  let n = 0;
  for await (const each of assessments) {
    done();
    // Everything here is at hand at once; whoever wants to stop it is heard now and then.
    if ((n += 1) % HEARD_EVERY === 0) await setImmediate();
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
async function writeTexts(
  folder: string,
  tables: readonly Table[],
  all: AsyncIterable<TableSource>,
  { format, force }: { readonly format: TextFormat; readonly force: boolean },
): Promise<void> {
  await writeInto(folder, { names: TABLE_NAMES, format, force }, async (outputs) => {
    for (const { name, text } of tables) outputs[name].write((format === 'csv' ? CSV_BEGIN : '') + text.head);
    for await (const each of all) for (const { name, text } of tables) outputs[name].write(text.of(each));
  });
}

/** The same tables with types and keys, and what describes the editions of the model that are in them. */
async function writeParquet(
  folder: string,
  all: AsyncIterable<TableSource>,
  { force, shown = (row) => row }: Pick<TableOptions, 'shown'> & { readonly force: boolean },
): Promise<void> {
  const names = [...TABLE_NAMES, ...DIMENSION_NAMES];
  await writeInto(folder, { names, format: 'parquet', force }, async (outputs) => {
    const tables = {} as Record<TableName | DimensionName, ParquetTable>; // filled right here
    for (const name of names) tables[name] = await ParquetTable.begin(name, outputs[name].write);
    const editions = new Set<string>();
    for await (const each of all) {
      editions.add(each.model);
      for (const name of TABLE_NAMES)
        for (const row of rowsOf(each, name)) tables[name].add(withKey(shown(row, name, each), name, each.model));
    }
    const { models } = modelShelf(undefined);
    for (const edition of editions) {
      const { id, version } = readModelName(edition);
      const model = models.find(id, version, USUAL_LANGUAGE.id);
      // What is not here describes nothing; the rows keep their ids.
      const described = model && dimensionRows(model, edition);
      for (const name of DIMENSION_NAMES) for (const row of described?.[name] ?? []) tables[name].add(row);
    }
    for (const name of names) tables[name].finish();
  });
}

/** Opens a file for each table; all of them are there in the end, or none. */
async function writeInto<N extends string>(
  folder: string,
  { names, format, force }: { readonly names: readonly N[]; readonly format: TableFormat; readonly force: boolean },
  fill: (outputs: Readonly<Record<N, OpenOutput>>) => Promise<void>,
): Promise<void> {
  const open: (readonly [name: N, path: string, output: OpenOutput])[] = [];
  try {
    for (const name of names) {
      const path = join(folder, `${name}.${format}`);
      open.push([name, path, openOutput(path, { force })]);
    }
    await fill(Object.fromEntries(open.map(([name, , output]) => [name, output])) as Record<N, OpenOutput>); // all names
    for (const [, path, output] of open) {
      output.finish();
      printNote(`wrote ${path}`);
    }
  } catch (error) {
    // Of those that are finished nothing is taken away.
    for (const [, , output] of open) output.abandon();
    throw error;
  }
}
