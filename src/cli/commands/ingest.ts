/** `aismm ingest`: many filled workbooks at once, into a store or as lines of JSON. */
import { availableParallelism } from 'node:os';
import type { Argv, CommandModule } from 'yargs';
import { ingestion, visible, type Diagnostic, type Entry, type Item, type Outcome } from '../../index.js';
import { annotateRejects, printReport, writeRejects, type Counts, type Rejected } from '../ingest-report.js';
import { withStore } from '../store.js';
import { EXIT, installedModel, madeBy, printData, printNote, Stop } from '../world.js';

interface Options {
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
      .option('jobs', { type: 'number', default: availableParallelism(), describe: 'Workbooks read at a time' })
      .option('rejects', { type: 'string', describe: 'Write what was rejected, and why, as .csv or .json' })
      .option('annotate-rejects', { type: 'string', describe: 'Folder for rejected workbooks with their cells marked' })
      .option('time-limit', { type: 'number', default: 20, describe: 'Seconds that one file may take' })
      .option('force', { type: 'boolean', default: false, describe: 'Replace reports that exist' })
      .check(({ jobs, timeLimit }) => {
        if (!(Number.isInteger(jobs) && Number(jobs) >= 1)) throw new Error('--jobs is a whole number from 1.');
        if (!(Number(timeLimit) > 0)) throw new Error('--time-limit is a number of seconds above 0.');
        return true;
      })
      .example('aismm ingest returned/ --store results.sqlite', 'Every workbook of a folder, once')
      .example('aismm ingest batch.zip > records.ndjson', 'Without a store') as unknown as Argv<Options>,
  handler: async (options) => {
    const { store: path, rejects, annotateRejects: folder, force } = options;
    const run = new Run(options);
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
    if (folder !== undefined) await annotateRejects(folder, rejected, { items, force });
    if (run.interrupted) throw new Stop(EXIT.interrupted);
    if (rejected.length > 0 || findings.length > 0) throw new Stop(EXIT.someRejected);
  },
};

type OpenStore = Parameters<Parameters<typeof withStore>[2]>[0];

/** Entries that go into one transaction, and milliseconds after which it is written anyway. */
const BATCH = 200;
const LONGEST_WAIT = 1000;
const HEAP_LIMIT = 256;
/** Off a terminal, a line says how far it is every so many files. */
const LINE_EVERY = 1000;

class Run {
  readonly counts: Counts = {
    accepted: 0,
    withWarnings: 0,
    duplicates: 0,
    unchanged: 0,
    rejectedBefore: 0,
    skipped: 0,
  };
  readonly rejected: Rejected[] = [];
  readonly findings: Diagnostic[] = [];
  readonly items = new Map<string, Item>();
  readonly started = performance.now();
  interrupted = false;
  #batch: Entry[] = [];
  #written = performance.now();

  constructor(private readonly options: Options) {}

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
        model: installedModel(),
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
      counts.rejectedBefore += 1;
      this.#reject(path, sha256, (await store?.diagnosticsOf(sha256)) ?? []);
      return;
    }
    const { path, sha256, status, remarks, diagnostics } = outcome.record;
    if (store) this.#batch.push(outcome.record);
    if (status === 'duplicate') counts.duplicates += 1;
    else if (status === 'rejected') this.#reject(path, sha256, diagnostics);
    else {
      counts.accepted += 1;
      if (remarks > 0) counts.withWarnings += 1;
    }
  }

  #reject(path: string, sha256: string, diagnostics: readonly Diagnostic[]): void {
    this.rejected.push({ path, sha256, diagnostics });
  }

  async #flush(store: OpenStore | undefined): Promise<void> {
    if (this.#batch.length > 0) await store?.write(this.#batch);
    this.#batch = [];
    this.#written = performance.now();
  }
}

/** A bar with rate and time left on a terminal; elsewhere a line now and then. */
class Progress {
  readonly #started = performance.now();
  #done = 0;

  private constructor(
    private readonly total: number,
    private readonly bar: { update(done: number, payload: object): void; stop(): void },
  ) {}

  static async of(total: number): Promise<Progress> {
    const { SingleBar, Presets } = (await import('cli-progress')).default;
    const format = '{bar} {value}/{total}  {rate} a second, {eta_formatted} left';
    const bar = new SingleBar({ format, stream: process.stderr, etaBuffer: 200 }, Presets.shades_classic);
    bar.start(total, 0, { rate: 0 });
    return new Progress(total, bar);
  }

  step(): void {
    this.#done += 1;
    const rate = Math.round((this.#done / (performance.now() - this.#started)) * 1000);
    this.bar.update(this.#done, { rate });
    if (!process.stderr.isTTY && this.#done % LINE_EVERY === 0) printNote(`${this.#done} of ${this.total} files`);
  }

  stop(): void {
    this.bar.stop();
  }
}
