/** `aismm ingest`: many filled workbooks at once, into a store or as lines of JSON. */
import type { Argv, CommandModule } from 'yargs';
import {
  expectWritable,
  isInBucket,
  keepStandardInput,
  rejectsFormat,
  removeBegun,
  STANDARD_STREAM,
  type KeptInput,
  type Results,
} from '../../node.js';
import { expectPaths, expectWatchable } from '../expect-paths.js';
import { ingestInto, type IngestingOptions } from '../ingesting.js';
import { MODEL_OPTION } from '../model-option.js';
import {
  ALLOW_AGAIN_OPTION,
  expectReading,
  JOBS_OPTION,
  sensibleJobs,
  STRICT_OPTION,
  TIME_LIMIT_OPTION,
} from '../reading-options.js';
import { STORE_OPTION, withStore } from '../store.js';
import { EXIT, modelShelf, printNote, Stop, Usage } from '../world.js';

export const ingest: CommandModule<object, IngestingOptions> = {
  command: 'ingest <paths..>',
  describe: 'Read and score many completed workbooks, and store the results',
  builder: (yargs) =>
    yargs
      .positional('paths', {
        type: 'string',
        array: true,
        describe: 'Folders, file patterns, workbooks, zip archives or saved e-mail messages (.eml, .msg)',
        demandOption: true,
      })
      .option('store', {
        ...STORE_OPTION,
        describe: `${STORE_OPTION.describe}. Without --store, aismm prints one line of JSON per file`,
      })
      .option('jobs', JOBS_OPTION)
      .option('rejects', {
        type: 'string',
        describe: 'Output file (.csv or .json) for the list of rejected workbooks, with the reasons',
      })
      .option('annotate-rejects', {
        type: 'string',
        describe: 'Output folder for copies of the rejected workbooks in which errors are marked',
      })
      .option('allow-again', ALLOW_AGAIN_OPTION)
      .option('time-limit', TIME_LIMIT_OPTION)
      .option('strict', STRICT_OPTION)
      .option('watch', {
        type: 'boolean',
        default: false,
        describe: 'Keep running, and read each new file as soon as it is complete. To stop, press Ctrl+C',
      })
      .option('model', MODEL_OPTION)
      .option('force', {
        type: 'boolean',
        default: false,
        describe: 'Replace existing output files of --rejects and --annotate-rejects',
      })
      .check(({ jobs, timeLimit, store, allowAgain, rejects, paths }) => {
        expectReading({ jobs, timeLimit });
        if (allowAgain && store === undefined)
          throw new Usage('--allow-again needs --store STORE. Omit --allow-again, or use --store too.');
        const bucket = paths.find(isInBucket);
        if (bucket !== undefined)
          throw new Usage(`"${bucket}" is an address of a bucket. To read workbooks in a bucket, use “aismm enqueue”.`);
        // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-conversion -- given twice it is a list, whatever its type says
        if (rejects !== undefined && !rejectsFormat(String(rejects)))
          throw new Usage(`Invalid --rejects "${rejects}". Use a file name that ends in .csv or .json.`);
        return true;
      })
      .example('aismm ingest returned/ --store results.sqlite', 'Store the results of every workbook in a folder')
      .example('aismm ingest inbox/ --store results.sqlite --watch', 'Keep running, and read each new file in a folder')
      .example(
        'aismm ingest batch.zip > records.ndjson',
        'Write the results to a file, with one line of JSON per workbook',
      ) as unknown as Argv<IngestingOptions>,
  handler: async (options) => {
    const { store, rejects, annotateRejects: folder, force } = options;
    if (options.watch) await expectWatchable(options.paths);
    const shelf = modelShelf(options.model);
    if (rejects !== undefined) expectWritable(rejects, { force, is: 'file' });
    if (folder !== undefined) expectWritable(folder, { force, is: 'folder' });
    const started = performance.now();
    const jobs = sensibleJobs(options.jobs, 'ingest');
    const stop = stopOnSignal();
    const input = options.paths.includes(STANDARD_STREAM) ? await standardInput() : undefined;
    const run = (results?: Results) => ingestInto(results, { ...options, jobs, shelf, stop, input });
    try {
      if (!options.watch) await expectPaths(options.paths, input?.file);
      const { isAnyRejected, unreachable } =
        store === undefined ? await run() : await withStore(store, { create: true }, (results) => run(results));
      // A watch ends only when a person ends it, so nothing was interrupted.
      const isStopped = stop.aborted && !options.watch;
      const note = isStopped ? ', interrupted, finished results are kept' : '';
      printNote(`${((performance.now() - started) / 1000).toFixed(1)} s${note}`);
      if (isStopped) throw new Stop(EXIT.interrupted);
      if (isAnyRejected || unreachable > 0) throw new Stop(EXIT.someRejected);
    } finally {
      input?.remove();
    }
  },
};

/** Milliseconds after which an end that was asked for comes, whatever is still going on. */
const LAST_RESORT = 1_200;

/** Not at once, as elsewhere: what is finished is stored first. A second time ends it at once. */
function stopOnSignal(): AbortSignal {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.removeAllListeners(signal);
    process.once(signal, () => {
      stop.abort();
      // A thread that waits for a disk or a pipe can't be ended, and the process waits for it. Nobody hears the signal now.
      const end = (): void => {
        removeBegun();
        process.kill(process.pid, signal);
      };
      setTimeout(end, LAST_RESORT).unref();
    });
  }
  return stop.signal;
}

async function standardInput(): Promise<KeptInput> {
  const { value, findings } = await keepStandardInput();
  if (!value) throw new Stop(EXIT.inputErrors, findings);
  return value;
}
