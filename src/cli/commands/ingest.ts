/** `aismm ingest`: many filled workbooks at once, into a store or as lines of JSON. */
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Argv, CommandModule } from 'yargs';
import {
  CopyNames,
  discover,
  expectWritable,
  keepStandardInput,
  keptInWords,
  messagesIn,
  lineOf,
  openOutput,
  openRemembered,
  Refusal,
  rejectsFormat,
  removeBegun,
  STANDARD_STREAM,
  takeIn,
  visible,
  watch,
  Workers,
  type Account,
  type Finding,
  type IsKnown,
  type KeptInput,
  type NotTaken,
  type Outcome,
  type Results,
  type SeenFile,
  type SeenState,
  type Shelf,
} from '../../node.js';
import { printReason, printReport, skippedInside } from '../ingest-report.js';
import { MODEL_OPTION } from '../model-option.js';
import { Progress } from '../progress.js';
import {
  ALLOW_AGAIN_OPTION,
  expectReading,
  JOBS_OPTION,
  readingOf,
  sensibleJobs,
  STRICT_OPTION,
  TIME_LIMIT_OPTION,
  type ReadingOptions,
} from '../reading-options.js';
import { withStore } from '../store.js';
import { EXIT, modelShelf, printData, printFindings, printNote, Stop, Usage } from '../world.js';
import { writeFile } from '../write-file.js';

interface Options extends ReadingOptions {
  paths: string[];
  store: string | undefined;
  rejects: string | undefined;
  annotateRejects: string | undefined;
  watch: boolean;
  force: boolean;
}

export const ingest: CommandModule<object, Options> = {
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
        type: 'string',
        describe: 'SQLite file for the results. Without this option, the command prints one line of JSON per file',
      })
      .option('jobs', JOBS_OPTION)
      .option('rejects', {
        type: 'string',
        describe: 'Output file (.csv or .json) for the list of rejected workbooks, with the reasons',
      })
      .option('annotate-rejects', {
        type: 'string',
        describe: 'Folder for copies of the rejected workbooks; in each copy, the cells with errors are marked',
      })
      .option('allow-again', ALLOW_AGAIN_OPTION)
      .option('time-limit', TIME_LIMIT_OPTION)
      .option('strict', STRICT_OPTION)
      .option('watch', {
        type: 'boolean',
        default: false,
        describe: 'Continue, and read each new file when it is complete. Ctrl+C ends the command',
      })
      .option('model', MODEL_OPTION)
      .option('force', {
        type: 'boolean',
        default: false,
        describe: 'Replace output files that exist (--rejects, --annotate-rejects)',
      })
      .check(({ jobs, timeLimit, rejects, watch: isWatching, paths }) => {
        expectReading({ jobs, timeLimit });
        if (isWatching && paths.includes(STANDARD_STREAM))
          throw new Usage('--watch cannot read standard input. Specify a folder.');
        // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-conversion -- given twice it is a list, whatever its type says
        if (rejects !== undefined && !rejectsFormat(String(rejects)))
          throw new Usage('Invalid --rejects. Use the name of a .csv or .json file.');
        return true;
      })
      .example('aismm ingest returned/ --store results.sqlite', 'Store the results of every workbook in a folder')
      .example('aismm ingest inbox/ --store results.sqlite --watch', 'Read each file that arrives in a folder')
      .example(
        'aismm ingest batch.zip > records.ndjson',
        'Write the results to a file, without a store',
      ) as unknown as Argv<Options>,
  handler: async (options) => {
    const { store, rejects, annotateRejects: folder, force } = options;
    if (rejects !== undefined) expectWritable(rejects, { force, is: 'file' });
    if (folder !== undefined) expectWritable(folder, { force, is: 'folder' });
    const started = performance.now();
    const jobs = sensibleJobs(options.jobs, 'ingest');
    const shelf = modelShelf(options.model);
    const stop = stopOnSignal();
    const input = options.paths.includes(STANDARD_STREAM) ? await standardInput() : undefined;
    const run = (results?: Results) => readInto(results, { ...options, jobs, shelf, stop, input });
    try {
      const { isAnyRejected, unreachable } =
        store === undefined ? await run() : await withStore(store, { create: true }, (results) => run(results));
      // What is watched ends only because somebody ends it.
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

interface ReadingInto {
  readonly shelf: Shelf;
  readonly stop: AbortSignal;
  readonly input: KeptInput | undefined;
}

/** What came of all of it. */
interface Ended {
  readonly isAnyRejected: boolean;
  /** Paths that lead to nothing, and folders that can't be read. */
  readonly unreachable: number;
}

/** Reads everything into the store; without one, records go to standard output. Whatever is not taken in is told as it comes. */
async function readInto(
  results: Results | undefined,
  { paths, jobs, timeLimit, strict, allowAgain, shelf, stop, input, ...options }: Options & ReadingInto,
): Promise<Ended> {
  const reading = readingOf({ jobs, strict, timeLimit }, shelf, results ? 'row' : 'line');
  const standardInput = input?.file;
  const progress = options.watch
    ? Progress.endless()
    : await Progress.of(await howMany(discover(paths, { standardInput }), stop));
  let [unreachable, skipped, isAnyRejected] = [0, 0, false];
  const heard = {
    report: (finding: Finding): void => {
      unreachable += 1;
      progress.aside(() => printFindings([finding]));
    },
    skip: (inside?: string): void => {
      skipped += 1;
      if (inside !== undefined) progress.aside(() => printNote(skippedInside(inside)));
    },
  };
  const seen = await openRemembered<SeenFile>();
  const states = await openRemembered<SeenState>();
  const rejects = openRejects(options);
  let isKnown: IsKnown = () => Promise.resolve(false);
  let workers: Workers | undefined;
  let copies: Copies | undefined;
  try {
    copies =
      options.annotateRejects === undefined
        ? undefined
        : await openCopies(options.annotateRejects, { ...options, stop });
    const rounds = options.watch
      ? watch(paths, { ...heard, seen: states, stop })
      : [discover(paths, { ...heard, standardInput })];
    for await (const items of rounds) {
      const read = async function* (asked: IsKnown): AsyncGenerator<Outcome> {
        isKnown = asked;
        workers ??= await Workers.start(reading, (sha256) => isKnown(sha256), stop);
        yield* workers.read(items);
      };
      const account = await takeIn(read, {
        ...{ results, seen, stop, allowAgain },
        clock: () => performance.now(),
        each: (outcome) => {
          progress.step();
          if (!results && outcome.status !== 'unchanged') printData(lineOf(outcome));
        },
        refused: async (file) => {
          progress.aside(() => printReason(file));
          rejects?.add(file);
          if (workers && file.is === 'rejected') await copies?.give(file, workers, progress);
        },
      });
      isAnyRejected ||= Object.values(account.notTaken).some(({ rejected }) => rejected > 0);
      progress.stop();
      if (!options.watch || isAnyIn(account)) printReport(account, { skipped });
      skipped = 0;
    }
    rejects?.finish();
    return { isAnyRejected, unreachable };
  } catch (error) {
    rejects?.abandon();
    throw error;
  } finally {
    await workers?.close();
    progress.stop();
    seen.close();
    states.close();
    copies?.close();
  }
}

/** Whether anything was read. */
function isAnyIn({ counts, notTaken }: Account): boolean {
  const { accepted, duplicates, unchanged, forgotten } = counts;
  const refused = Object.values(notTaken).map(({ rejected, blank }) => rejected + blank);
  return [accepted, duplicates, unchanged, forgotten, ...refused].some((n) => n > 0);
}

/** Files that are counted before anything else is heard. */
const COUNTED_AT_ONCE = 500;

/** Counts without holding: there may be more than memory holds. */
async function howMany(items: AsyncIterable<unknown>, stop: AbortSignal): Promise<number> {
  const iterator = items[Symbol.asyncIterator]();
  let n = 0;
  while (!stop.aborted && !(await iterator.next()).done) {
    n += 1;
    if (n % COUNTED_AT_ONCE === 0) await setImmediate();
  }
  return n;
}

/** The list of what was not taken in, written as it comes. */
function openRejects({ rejects: path, force }: Pick<Options, 'rejects' | 'force'>) {
  const list = path === undefined ? undefined : rejectsFormat(path)?.();
  if (path === undefined || !list) return undefined;
  const messages = messagesIn();
  const output = openOutput(path, { force });
  output.write(list.begin);
  return {
    add: ({ path: file, findings, sender: { name, ...sender } }: NotTaken): void => {
      const whom = { ...(name === undefined ? {} : { organization: name }), ...sender };
      output.write(list.next(findings.map((each) => ({ ...keptInWords(each, messages), file, ...whom }))));
    },
    finish: (): void => {
      output.write(list.end());
      output.finish();
      printNote(`wrote ${path}`);
    },
    abandon: output.abandon,
  };
}

/** What a file that has used up its time or memory is not read for once more. */
const GIVEN_UP: ReadonlySet<string> = new Set(['too-slow', 'too-much-memory']);

type Copies = Awaited<ReturnType<typeof openCopies>>;

/** The folder of rejected workbooks that could be read, given back with their cells marked. What is wrong with one costs the others nothing. */
async function openCopies(folder: string, { force, stop }: Pick<Options, 'force'> & Pick<ReadingInto, 'stop'>) {
  const given = await openRemembered<string>();
  const names = new CopyNames(given);
  const without = (path: string, why: string): void => printNote(`${visible(path)}: ${why}`);
  return {
    close: (): void => given.close(),
    give: async ({ path, sha256, findings, item }: NotTaken, workers: Workers, progress: Progress): Promise<void> => {
      const say = (why: string): void => progress.aside(() => without(path, why));
      if (findings.some(({ code }) => GIVEN_UP.has(code))) return say('not read again for a copy');
      if (!item || sha256 === '') return say('no answers to copy');
      const name = names.nameFor(path, sha256);
      if (name === undefined) return;
      const { value: copy, findings: faults } = await workers.mark(item);
      if (stop.aborted && !copy) return;
      if (faults.length > 0)
        return progress.aside(() => printFindings(faults.map((each) => ({ ...each, file: path }))));
      if (!copy) return say('no answers to copy');
      try {
        progress.aside(() => writeFile(join(folder, name), copy, { force }));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        progress.aside(() => printFindings([error.finding]));
      }
    },
  };
}
