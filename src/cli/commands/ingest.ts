/** `aismm ingest`: many filled workbooks at once, into a store or as lines of JSON. */
import { join } from 'node:path';
import type { Argv, CommandModule } from 'yargs';
import {
  annotateWorkbook,
  discover,
  expectWritable,
  giveBack,
  ingest as readAll,
  ItemReader,
  keepStandardInput,
  keptInWords,
  lineOf,
  mostJobs,
  rejectsFormat,
  sourceOf,
  STANDARD_STREAM,
  takeIn,
  today,
  USUAL_LANGUAGE,
  usualJobs,
  visible,
  type Item,
  type KeptInput,
  type NotTaken,
  type Results,
  type Shelf,
} from '../../node.js';
import { printReport } from '../ingest-report.js';
import { MODEL_OPTION, type ModelOption } from '../model-option.js';
import { Progress } from '../progress.js';
import { withStore } from '../store.js';
import { wholeNumber } from '../usage.js';
import { everyModel, EXIT, madeBy, modelShelf, printData, printNote, Stop, Usage } from '../world.js';
import { writeFile } from '../write-file.js';

/** Seconds. */
const USUAL_TIME_LIMIT = 20;

interface Options extends ModelOption {
  paths: string[];
  store: string | undefined;
  jobs: number;
  rejects: string | undefined;
  annotateRejects: string | undefined;
  timeLimit: number;
  allowAgain: boolean;
  strict: boolean;
  force: boolean;
}

export const ingest: CommandModule<object, Options> = {
  command: 'ingest <paths..>',
  describe: 'Take in many filled workbooks: folders, patterns, files, zip archives',
  builder: (yargs) =>
    yargs
      .positional('paths', { type: 'string', array: true, describe: 'Where the workbooks are', demandOption: true })
      .option('store', { type: 'string', describe: 'SQLite file for the results; without it, a line of JSON a file' })
      .option('jobs', {
        type: 'number',
        requiresArg: true,
        default: usualJobs(),
        describe: 'Workbooks read at a time',
      })
      .option('rejects', { type: 'string', describe: 'Write what was rejected, and why, as .csv or .json' })
      .option('annotate-rejects', { type: 'string', describe: 'Folder for rejected workbooks with their cells marked' })
      .option('allow-again', {
        type: 'boolean',
        default: false,
        describe: 'Take in files of organizations that were removed by forget, too',
      })
      .option('time-limit', {
        type: 'number',
        requiresArg: true,
        default: USUAL_TIME_LIMIT,
        describe: 'Seconds that one file may take',
      })
      .option('strict', {
        type: 'boolean',
        default: false,
        describe: 'Reject for every error, also in what no score is made of',
      })
      .option('model', MODEL_OPTION)
      .option('force', { type: 'boolean', default: false, describe: 'Replace reports that exist' })
      .check(({ jobs, timeLimit, rejects }) => {
        wholeNumber('jobs', jobs);
        if (!(Number(timeLimit) > 0)) throw new Usage('--time-limit is a number of seconds above 0.');
        // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-conversion -- given twice it is a list, whatever its type says
        if (rejects !== undefined && !rejectsFormat(String(rejects)))
          throw new Usage('--rejects is the name of a .csv or .json file.');
        return true;
      })
      .example('aismm ingest returned/ --store results.sqlite', 'Every workbook of a folder, once')
      .example('aismm ingest batch.zip > records.ndjson', 'Without a store') as unknown as Argv<Options>,
  handler: async (options) => {
    const { store, rejects, annotateRejects: folder, force } = options;
    if (rejects !== undefined) expectWritable(rejects, { force, is: 'file' });
    if (folder !== undefined) expectWritable(folder, { force, is: 'folder' });
    const started = performance.now();
    const jobs = sensibleJobs(options.jobs);
    const shelf = modelShelf(options.model);
    // Not at once, as elsewhere: what is finished is stored first. A second time ends it at once.
    const stop = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.removeAllListeners(signal);
      process.once(signal, () => stop.abort());
    }
    const input = options.paths.includes(STANDARD_STREAM) ? standardInput() : undefined;
    const run = (results?: Results) => readInto(results, { ...options, jobs, shelf, stop: stop.signal, input });
    try {
      const { account, discovered } =
        store === undefined ? await run() : await withStore(store, { create: true }, (results) => run(results));
      const { notTaken } = account;
      const rejected = notTaken.filter(({ is }) => is === 'rejected');
      printReport(account, discovered);
      const isStopped = stop.signal.aborted;
      const note = isStopped ? ', interrupted; what was finished is kept' : '';
      printNote(`${((performance.now() - started) / 1000).toFixed(1)} s${note}`);
      if (rejects !== undefined) writeRejects(rejects, notTaken, force);
      if (folder !== undefined) await annotateRejects(folder, rejected, { items: discovered.items, shelf, force });
      if (isStopped) throw new Stop(EXIT.interrupted);
      if (rejected.length > 0 || discovered.findings.length > 0) throw new Stop(EXIT.someRejected);
    } finally {
      input?.remove();
    }
  },
};

function standardInput(): KeptInput {
  const { value, findings } = keepStandardInput();
  if (!value) throw new Stop(EXIT.inputErrors, findings);
  return value;
}

function sensibleJobs(jobs: number): number {
  const most = mostJobs();
  if (jobs > most)
    printNote(`--jobs ${jobs} is more than this machine has use for; ${most} workbooks are read at a time.`);
  return Math.min(jobs, most);
}

interface ReadingInto {
  readonly shelf: Shelf;
  readonly stop: AbortSignal;
  readonly input: KeptInput | undefined;
}

/** Reads everything into the store; without one, records go to standard output. */
async function readInto(
  results: Results | undefined,
  { paths, jobs, timeLimit, strict, allowAgain, shelf, stop, input }: Options & ReadingInto,
) {
  const discovered = await discover(paths, input && { standardInput: input.file });
  const { items, archivesInside } = discovered;
  for (const each of archivesInside)
    printNote(`${visible(each)}: skipped, an archive inside an archive. Unpack it first.`);
  const models = everyModel(shelf);
  const reading = {
    ...{ jobs, strict, timeLimit: timeLimit * 1000, tool: madeBy(), language: USUAL_LANGUAGE.id, today: today() },
    ...{ models, isChosen: shelf.models.isChosen === true, kind: results ? ('row' as const) : ('line' as const) },
  };
  const progress = await Progress.of(items.length);
  try {
    const account = await takeIn((known) => readAll(items, { ...reading, known }), {
      results,
      stop,
      allowAgain,
      clock: () => performance.now(),
      each: (outcome) => {
        progress.step();
        if (!results && outcome.status !== 'unchanged') printData(lineOf(outcome));
      },
    });
    return { account, discovered };
  } finally {
    progress.stop();
  }
}

function writeRejects(path: string, notTaken: readonly NotTaken[], force: boolean): void {
  const { messages } = USUAL_LANGUAGE;
  const found = notTaken.flatMap(({ path: file, findings, sender: { name, ...sender } }) => {
    const whom = { ...(name === undefined ? {} : { organization: name }), ...sender };
    return findings.map((each) => ({ ...keptInWords(each, messages), file, ...whom }));
  });
  writeFile(path, rejectsFormat(path)?.(found) ?? '', { force });
}

/** Rejected workbooks that could be read, given back with their cells marked. */
async function annotateRejects(
  folder: string,
  rejected: readonly NotTaken[],
  { items, shelf, force }: { readonly items: readonly Item[]; readonly shelf: Shelf; readonly force: boolean },
): Promise<void> {
  const reader = new ItemReader();
  const parts = { source: sourceOf(items, reader), shelf, annotate: annotateWorkbook, today: today() };
  for await (const { path, copy } of giveBack(rejected, parts)) {
    if (copy) writeFile(join(folder, copy.name), copy.bytes, { force });
    else printNote(`${visible(path)}: no answers to give back`);
  }
  reader.close();
}
