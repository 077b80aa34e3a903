/** `aismm ingest`: many filled workbooks at once, into a store or as lines of JSON. */
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import type { Argv, CommandModule } from 'yargs';
import {
  annotateWorkbook,
  diagnose,
  ingestion,
  readWorkbook,
  type Diagnostic,
  type Entry,
  type IngestRecord,
  type Item,
} from '../../index.js';
import { withStore } from '../store.js';
import {
  EXIT,
  madeBy,
  MODEL_FOLDER,
  modelShelf,
  printData,
  printDiagnostics,
  printNote,
  Stop,
  USUAL_MODEL,
  writeFile,
} from '../world.js';

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
    const run = new Run(options);
    // Not at once, as elsewhere: what is finished is stored first. A second time ends it at once.
    process.removeAllListeners('SIGINT');
    process.once('SIGINT', () => (run.interrupted = true));
    if (options.store === undefined) await run.all(new Set(), undefined);
    else {
      await withStore(options.store, { create: true }, async (store) =>
        run.all(await store.known(), (batch) => store.write(batch)),
      );
    }
    await run.report();
    if (run.interrupted) throw new Stop(EXIT.interrupted);
    if (run.rejected.length > 0 || run.missing.length > 0) throw new Stop(EXIT.someRejected);
  },
};

/** Entries that go into one transaction, and milliseconds after which it is written anyway. */
const BATCH = 200;
const LONGEST_WAIT = 1000;
const HEAP_LIMIT = 256;
/** Off a terminal, a line says how far it is every so many files. */
const LINE_EVERY = 1000;

class Run {
  readonly rejected: IngestRecord[] = [];
  readonly missing: string[] = [];
  interrupted = false;
  #items: ReadonlyMap<string, Item> = new Map();
  #accepted = 0;
  #withWarnings = 0;
  #duplicates = 0;
  #unchanged = 0;
  #skipped = 0;
  readonly #started = performance.now();

  constructor(private readonly options: Options) {}

  /** Reads everything; `write` stores a batch. Without it, records go to standard output. */
  async all(
    known: ReadonlySet<string>,
    write: ((batch: readonly Entry[]) => Promise<void>) | undefined,
  ): Promise<void> {
    const parts = await ingestion();
    const { items, missing, skipped } = await parts.discover(this.options.paths);
    this.#items = new Map(items.map((item) => [item.path, item]));
    this.missing.push(...missing);
    this.#skipped = skipped;
    const { SingleBar, Presets } = (await import('cli-progress')).default;
    const bar = new SingleBar(
      {
        format: '{bar} {value}/{total}  {rate} a second, {eta_formatted} left',
        stream: process.stderr,
        etaBuffer: 200,
      },
      Presets.shades_classic,
    );
    bar.start(items.length, 0, { rate: 0 });
    let batch: Entry[] = [];
    let written = performance.now();
    let done = 0;
    const flush = async (): Promise<void> => {
      if (batch.length > 0) await write?.(batch);
      batch = [];
      written = performance.now();
    };
    try {
      const outcomes = parts.ingest(items, {
        jobs: this.options.jobs,
        timeLimit: this.options.timeLimit * 1000,
        heapLimit: HEAP_LIMIT,
        modelFolder: MODEL_FOLDER,
        model: USUAL_MODEL,
        known,
      });
      for await (const outcome of outcomes) {
        done += 1;
        bar.update(done, { rate: Math.round((done / (performance.now() - this.#started)) * 1000) });
        if (!process.stderr.isTTY && done % LINE_EVERY === 0) printNote(`${done} of ${items.length} files`);
        if (outcome.is === 'unchanged') this.#unchanged += 1;
        else this.#count(outcome.record);
        if (write) batch.push(outcome.is === 'read' ? outcome.record : outcome);
        else if (outcome.is === 'read') {
          const { schemaVersion, ...report } = outcome.record.report;
          printData(JSON.stringify({ schemaVersion, status: outcome.record.status, ...report }));
        }
        if (batch.length >= BATCH || performance.now() - written > LONGEST_WAIT) await flush();
        if (this.interrupted) break;
      }
      await flush();
    } finally {
      bar.stop();
    }
  }

  #count(record: IngestRecord): void {
    if (record.status === 'duplicate') this.#duplicates += 1;
    else if (record.status === 'rejected') this.rejected.push(light(record));
    else {
      this.#accepted += 1;
      if (record.report.diagnostics.length > 0) this.#withWarnings += 1;
    }
  }

  /** The table at the end, and the files that were asked for. */
  async report(): Promise<void> {
    const { rejects, annotateRejects, force } = this.options;
    printDiagnostics(this.missing.map((path) => diagnose('file-not-found', { file: path }, { found: path })));
    for (const { report } of this.rejected) {
      printDiagnostics(
        report.diagnostics
          .filter(({ severity }) => severity === 'error')
          .slice(0, 1)
          .map((each) => ({ ...each, file: report.file })),
      );
    }
    const lines: [string, number][] = [
      ['accepted', this.#accepted],
      ['  with warnings', this.#withWarnings],
      ['rejected', this.rejected.length],
      ...this.#byCode(),
      ['duplicates', this.#duplicates],
      ['unchanged', this.#unchanged],
      ['skipped, no workbooks', this.#skipped],
    ];
    printNote(lines.map(([name, n]) => `${name.padEnd(30)}${String(n).padStart(8)}`).join('\n'));
    const seconds = (performance.now() - this.#started) / 1000;
    printNote(`${seconds.toFixed(1)} s${this.interrupted ? ', interrupted; what was finished is kept' : ''}`);
    if (rejects !== undefined) writeFile(rejects, await this.#rejectsFile(rejects), { force });
    if (annotateRejects !== undefined) await this.#annotate(annotateRejects);
  }

  #byCode(): [string, number][] {
    const counts = new Map<string, number>();
    for (const { report } of this.rejected) {
      const codes = new Set(report.diagnostics.flatMap(({ code, severity }) => (severity === 'error' ? [code] : [])));
      for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, n]) => [`  ${code}`, n]);
  }

  async #rejectsFile(path: string): Promise<string> {
    const found: Diagnostic[] = this.rejected.flatMap(({ report }) =>
      report.diagnostics.map((each) => ({ ...each, file: report.file })),
    );
    if (!path.toLowerCase().endsWith('.csv'))
      return `${JSON.stringify({ schemaVersion: 1, diagnostics: found }, null, 2)}\n`;
    const { csvLine } = await ingestion();
    const columns = ['file', 'severity', 'code', 'sheet', 'cell', 'objective', 'field', 'found', 'message'] as const;
    return [csvLine(columns), ...found.map((each) => csvLine(columns.map((column) => each[column])))].join('');
  }

  /** Rejected workbooks that could be read, given back with their cells marked. */
  async #annotate(folder: string): Promise<void> {
    const shelf = modelShelf();
    const { readItem } = await ingestion();
    for (const { report } of this.rejected) {
      const item = this.#items.get(report.file);
      const bytes = item && readItem(item).value?.bytes;
      const { value, diagnostics = [] } = bytes ? readWorkbook(bytes, shelf) : {};
      if (!value) {
        printNote(`${report.file}: no answers to give back`);
        continue;
      }
      const name = `${basename(report.file, '.xlsx')}-${report.sha256.slice(0, 8)}.xlsx`;
      const marked = await annotateWorkbook(value, diagnostics, { madeBy: madeBy() });
      writeFile(join(folder, name), marked, { force: this.options.force });
    }
  }
}

/** Of a rejected file only the reasons are kept in memory. */
function light(record: IngestRecord): IngestRecord {
  const { schemaVersion, file, sha256, diagnostics } = record.report;
  return { ...record, answers: {}, report: { schemaVersion, file, sha256, diagnostics } };
}
