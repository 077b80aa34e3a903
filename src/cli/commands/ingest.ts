/** `aismm ingest`: many filled workbooks at once, into a store or as lines of JSON. */
import { availableParallelism } from 'node:os';
import { extname } from 'node:path';
import type { Argv, CommandModule } from 'yargs';
import {
  ingestion,
  keptInWords,
  visible,
  USUAL_LANGUAGE,
  type Entry,
  type Finding,
  type KeptFinding,
  type Item,
  type Outcome,
  type Shelf,
} from '../../node.js';
import { annotateRejects, printReport, writeRejects, type Counts, type Rejected } from '../ingest-report.js';
import { MODEL_OPTION, type ModelOption } from '../model-option.js';
import { Progress } from '../progress.js';
import { withStore } from '../store.js';
import { wholeNumber } from '../usage.js';
import { everyModel, EXIT, madeBy, modelShelf, printData, printNote, Stop, Usage } from '../world.js';
import { expectWritable } from '../write-file.js';

interface Options extends ModelOption {
  paths: string[];
  store: string | undefined;
  jobs: number;
  rejects: string | undefined;
  annotateRejects: string | undefined;
  timeLimit: number;
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
        default: availableParallelism(),
        describe: 'Workbooks read at a time',
      })
      .option('rejects', { type: 'string', describe: 'Write what was rejected, and why, as .csv or .json' })
      .option('annotate-rejects', { type: 'string', describe: 'Folder for rejected workbooks with their cells marked' })
      .option('time-limit', {
        type: 'number',
        requiresArg: true,
        default: 20,
        describe: 'Seconds that one file may take',
      })
      .option('model', MODEL_OPTION)
      .option('force', { type: 'boolean', default: false, describe: 'Replace reports that exist' })
      .check(({ jobs, timeLimit, rejects }) => {
        wholeNumber('jobs', jobs);
        if (!(Number(timeLimit) > 0)) throw new Usage('--time-limit is a number of seconds above 0.');
        if (rejects !== undefined && !REPORTS.has(extname(String(rejects)).toLowerCase()))
          throw new Usage('--rejects is the name of a .csv or .json file.');
        return true;
      })
      .example('aismm ingest returned/ --store results.sqlite', 'Every workbook of a folder, once')
      .example('aismm ingest batch.zip > records.ndjson', 'Without a store') as unknown as Argv<Options>,
  handler: async (options) => {
    const { store: path, rejects, annotateRejects: folder, force } = options;
    if (rejects !== undefined) expectWritable(rejects, { force, is: 'file' });
    if (folder !== undefined) expectWritable(folder, { force, is: 'folder' });
    const shelf = modelShelf(options.model);
    const run = new Run({ ...options, jobs: sensibleJobs(options.jobs) }, shelf);
    // Not at once, as elsewhere: what is finished is stored first. A second time ends it at once.
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.removeAllListeners(signal);
      process.once(signal, () => (run.interrupted = true));
    }
    if (path === undefined) await run.all(undefined);
    else await withStore(path, { create: true }, (store) => run.all(store));
    const { rejected, findings, items } = run;
    printReport(run.counts, { rejected, findings });
    const interrupted = run.interrupted ? ', interrupted; what was finished is kept' : '';
    printNote(`${((performance.now() - run.started) / 1000).toFixed(1)} s${interrupted}`);
    if (rejects !== undefined) await writeRejects(rejects, rejected, { force });
    if (folder !== undefined) await annotateRejects(folder, rejected, { items, force, shelf });
    if (run.interrupted) throw new Stop(EXIT.interrupted);
    if (rejected.length > 0 || findings.length > 0) throw new Stop(EXIT.someRejected);
  },
};

/** Kinds of reports, by the ends of their names. */
const REPORTS = new Set(['.csv', '.json']);

/** More workers than this for each core take memory and save no time. */
const JOBS_A_CORE = 4;

function sensibleJobs(jobs: number): number {
  const most = JOBS_A_CORE * availableParallelism();
  if (jobs > most)
    printNote(`--jobs ${jobs} is more than this machine has use for; ${most} workbooks are read at a time.`);
  return Math.min(jobs, most);
}

type OpenStore = Parameters<Parameters<typeof withStore>[2]>[0];

/** Entries that go into one transaction, and milliseconds after which it is written anyway. */
const BATCH = 200;
const LONGEST_WAIT = 1000;
const HEAP_LIMIT = 256;

class Run {
  readonly counts: Counts = {
    accepted: 0,
    withWarnings: 0,
    duplicates: 0,
    unchanged: 0,
    skipped: 0,
  };
  readonly rejected: Rejected[] = [];
  readonly findings: Finding[] = [];
  readonly items = new Map<string, Item>();
  readonly started = performance.now();
  interrupted = false;
  #batch: Entry[] = [];
  #written = performance.now();

  constructor(
    private readonly options: Options,
    private readonly shelf: Shelf,
  ) {}

  /** Reads everything into the store; without one, records go to standard output. */
  async all(store: OpenStore | undefined): Promise<void> {
    const { jobs, timeLimit, paths } = this.options;
    const parts = await ingestion();
    const { items, findings, skipped, archivesInside } = await parts.discover(paths);
    for (const item of items) this.items.set(item.path, item);
    this.findings.push(...findings);
    for (const each of archivesInside)
      printNote(`${visible(each)}: skipped, an archive inside an archive. Unpack it first.`);
    this.counts.skipped = skipped;
    const known = (await store?.known()) ?? new Map<string, string>();
    const progress = await Progress.of(items.length);
    try {
      const outcomes = parts.ingest(items, {
        jobs,
        timeLimit: timeLimit * 1000,
        heapLimit: HEAP_LIMIT,
        models: everyModel(this.shelf),
        isChosen: this.shelf.models.isChosen === true,
        language: USUAL_LANGUAGE.id,
        kind: store ? 'row' : 'line',
        tool: madeBy(),
        known: new Set(known.keys()),
      });
      for await (const outcome of outcomes) {
        progress.step();
        await this.#take(outcome, known, store);
        if (!store && outcome.is === 'read') printData(parts.lineOf(outcome.record));
        if (this.#batch.length >= BATCH || performance.now() - this.#written > LONGEST_WAIT) await this.#flush(store);
        if (this.interrupted) break;
      }
      await this.#flush(store);
    } finally {
      progress.stop();
    }
  }

  async #take(outcome: Outcome, known: ReadonlyMap<string, string>, store: OpenStore | undefined): Promise<void> {
    const { counts } = this;
    if (outcome.is === 'unchanged') {
      const { path, sha256 } = outcome;
      counts.unchanged += 1;
      if (store) this.#batch.push(outcome);
      // What was wrong with a file is wrong with it still: an ingest that was stopped reports all of it in the end.
      if (known.get(sha256) !== 'rejected') return;
      this.#reject(path, sha256, (await store?.findingsOf(sha256)) ?? [], 'before');
      return;
    }
    const { path, sha256, status, remarks, findings } = outcome.record;
    if (store) this.#batch.push(outcome.record);
    if (status === 'duplicate') {
      counts.duplicates += 1;
      // Whoever sent it hears of it as well.
      if (findings.length > 0) this.#reject(path, sha256, findings, 'copy');
    } else if (status === 'rejected') this.#reject(path, sha256, findings, status);
    else {
      counts.accepted += 1;
      if (remarks > 0) counts.withWarnings += 1;
    }
  }

  #reject(path: string, sha256: string, findings: readonly KeptFinding[], was: Rejected['was']): void {
    const diagnostics = findings.map((each) => keptInWords(each, USUAL_LANGUAGE.messages));
    this.rejected.push({ path, sha256, diagnostics, was });
  }

  async #flush(store: OpenStore | undefined): Promise<void> {
    if (this.#batch.length > 0) await store?.write(this.#batch);
    this.#batch = [];
    this.#written = performance.now();
  }
}
