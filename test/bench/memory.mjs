/**
 * Most memory of ingest, portfolio, history and export over stores and folders of several sizes, side by side:
 * `node test/bench/memory.mjs [COUNT …]`, or `npm run bench:memory`. Memory that grows with the number of files shows here.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCopies, makeJunk, makeStore, makeWorkbooks } from './made.mjs';
import { measured } from './measured.mjs';

const options = process.argv.slice(2);
/** `--only ingest,portfolio`: some of the columns. */
const only = options.includes('--only') ? options[options.indexOf('--only') + 1].split(',') : undefined;
const given = options.filter((each) => /^\d+$/.test(each)).map(Number);
const counts = given.length > 0 ? given : [1_000, 10_000, 100_000];
const folder = mkdtempSync(join(tmpdir(), 'aismm-bench-'));
const REJECTED = 3;

/** What is measured at each count: what has to be there, the command, and the codes it may end with. */
const MEASURED = {
  ingest: [(n) => makeWorkbooks(join(folder, `new-${n}`), n), (n) => ['ingest', `new-${n}`, '--store', `${n}.sqlite`]],
  again: [() => undefined, (n) => ['ingest', `new-${n}`, '--store', `${n}.sqlite`]],
  copies: [
    (n) => makeCopies(join(folder, `copies-${n}`), n),
    (n) => ['ingest', `copies-${n}`, '--store', `copies-${n}.sqlite`],
  ],
  junk: [
    (n) => makeJunk(join(folder, `junk-${n}`), n, '.xlsx'),
    (n) => ['ingest', `junk-${n}`, '--store', `junk-${n}.sqlite`, '--rejects', `junk-${n}.csv`],
    [REJECTED],
  ],
  others: [(n) => makeJunk(join(folder, `others-${n}`), n, '.txt'), (n) => ['ingest', `others-${n}`]],
  portfolio: [
    (n) => makeStore(join(folder, `made-${n}.sqlite`), n, { slim: true }),
    (n) => ['portfolio', '--store', `made-${n}.sqlite`, '--by', 'industry'],
  ],
  show: [() => undefined, (n) => ['show', 'Organization 7', '--store', `made-${n}.sqlite`]],
  export: [() => undefined, (n) => ['export', '--store', `made-${n}.sqlite`, '--out', `tables-${n}`]],
  parquet: [
    () => undefined,
    (n) => ['export', '--store', `made-${n}.sqlite`, '--out', `parquet-${n}`, '--format', 'parquet'],
  ],
};

try {
  mkdirSync(folder, { recursive: true });
  const table = Object.keys(MEASURED).filter((name) => !only || only.includes(name));
  const runs = new Map(table.map((name) => [name, []]));
  for (const n of counts)
    for (const name of table) {
      const [prepare, command, codes] = MEASURED[name];
      await prepare(n);
      const run = await measured(folder, command(n), codes);
      runs.get(name).push(run);
      console.error(
        `${name} ${n}: ${run.seconds.toFixed(1)} s, ${run.cpu.toFixed(1)} s of CPU, ${run.memory.toFixed(0)} MB`,
      );
    }
  console.log(
    `Most memory in MB, and seconds of CPU${' '.repeat(3)}${counts.map((n) => String(n).padStart(18)).join('')}`,
  );
  for (const [name, list] of runs) {
    const memories = list.map(({ memory }) => memory);
    const apart = Math.round((Math.max(...memories) / Math.min(...memories) - 1) * 100);
    const cells = list.map(({ memory, cpu }) => `${memory.toFixed(0)} MB ${cpu.toFixed(1)} s`.padStart(18));
    console.log(`${name.padEnd(40)}${cells.join('')}   ${apart}% apart`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
