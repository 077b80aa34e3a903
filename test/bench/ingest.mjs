/** Taking in many workbooks, side by side with a plain exceljs loop: `node test/bench/ingest.mjs [COUNT …]`; part of `npm run bench`. */
import { spawnSync } from 'node:child_process';
import { linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';
import { measured } from './measured.mjs';

/** How many workbooks are taken in by two workers; by one worker as well for the second of them. */
const counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1_000, 5_000, 20_000];
const most = Math.max(...counts);
const usual = counts[1] ?? counts[0];
const EXCELJS = 300;
const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'aismm-bench-'));
const run = (...args) => measured(folder, args);
const ingest = (paths, store, jobs) => run('ingest', paths, '--store', `${store}.sqlite`, '--jobs', String(jobs));

/** A folder with the first so many workbooks. */
function first(count) {
  if (count === most) return 'all';
  const name = `first-${count}`;
  mkdirSync(join(folder, name));
  for (const file of readdirSync(join(folder, 'all')).sort().slice(0, count))
    linkSync(join(folder, 'all', file), join(folder, name, file));
  return name;
}

try {
  spawnSync(process.execPath, [main, 'example', '--count', String(most), '--into', 'all'], { cwd: folder });
  // What starting costs, so that rates of different counts can be compared.
  mkdirSync(join(folder, 'nothing'));
  const empty = await ingest('nothing', 'nothing', 2);
  console.log(`Filled workbooks into a store; starting, ${empty.seconds.toFixed(1)} s, is taken off`);
  const rate = ({ seconds }, n) => n / (seconds - empty.seconds);
  const perFile = ({ cpu }, n) => ((cpu - empty.cpu) / n) * 1000;
  const line = (name, run, n) =>
    console.log(
      `${name.padEnd(36)} ${run.seconds.toFixed(1).padStart(7)} s ${rate(run, n).toFixed(0).padStart(6)} a second ${perFile(run, n).toFixed(1).padStart(6)} ms of CPU each ${run.memory.toFixed(0).padStart(6)} MB at most`,
    );
  const one = await ingest(first(usual), 'one', 1);
  line(`${usual} workbooks, one worker`, one, usual);
  const runs = new Map();
  for (const count of counts) {
    const two = await ingest(count === usual && usual !== most ? `first-${usual}` : first(count), `two-${count}`, 2);
    runs.set(count, two);
    line(`${count} workbooks, two workers`, two, count);
  }
  const two = runs.get(usual);
  // Two programs that know nothing of each other, each with half of the files and a store of its own: as much as the machine gives.
  const halves = ['half-0', 'half-1'];
  for (const half of halves) mkdirSync(join(folder, half));
  readdirSync(join(folder, 'all'))
    .sort()
    .slice(0, usual)
    .forEach((file, i) => linkSync(join(folder, 'all', file), join(folder, halves[i % 2], file)));
  const apart = await Promise.all(halves.map((half) => ingest(half, half, 1)));
  const both = {
    seconds: Math.max(...apart.map(({ seconds }) => seconds)),
    // Both have started.
    cpu: apart.reduce((sum, { cpu }) => sum + cpu, 0) - empty.cpu,
    memory: apart.reduce((sum, { memory }) => sum + memory, 0),
  };
  line(`${usual} workbooks, two processes`, both, usual);
  console.log(
    `two workers reach ${Math.round((rate(two, usual) / rate(both, usual)) * 100)}% of two independent processes`,
  );
  // One workbook and copies of it: each is told by its digest, and only one of them is read.
  mkdirSync(join(folder, 'copies'));
  const [original] = readdirSync(join(folder, 'all')).sort();
  for (let i = 0; i < usual; i += 1) linkSync(join(folder, 'all', original), join(folder, 'copies', `${i}.xlsx`));
  const copies = await ingest('copies', 'copies', 2);
  line(`${usual} copies of one, two workers`, copies, usual);
  const faster = { time: rate(copies, usual) / rate(two, usual), cpu: perFile(two, usual) / perFile(copies, usual) };
  console.log(
    `copies are ${faster.time.toFixed(1)} times as fast as new workbooks, with ${faster.cpu.toFixed(1)} times less CPU`,
  );
  const files = readdirSync(join(folder, 'all')).sort().slice(0, EXCELJS);
  const start = performance.now();
  const startCpu = process.cpuUsage();
  for (const name of files) await new ExcelJS.Workbook().xlsx.load(readFileSync(join(folder, 'all', name)));
  const exceljs = files.length / ((performance.now() - start) / 1000);
  const { user, system } = process.cpuUsage(startCpu);
  const exceljsEach = (user + system) / 1000 / files.length;
  console.log(
    `a plain loop with exceljs over ${files.length}${' '.repeat(20)}${exceljs.toFixed(0).padStart(6)} a second ${exceljsEach.toFixed(1).padStart(6)} ms of CPU each`,
  );
  console.log(`efficiency from one to two workers: ${Math.round((rate(two, usual) / rate(one, usual) / 2) * 100)}%`);
  const times = (value) => `${value.toFixed(1)} times`;
  console.log(
    `against the loop: one worker ${times(rate(one, usual) / exceljs)}, two ${times(rate(two, usual) / exceljs)} as fast; CPU each ${times(exceljsEach / perFile(two, usual))} less`,
  );
  const rates = counts.map((count) => rate(runs.get(count), count));
  const memories = counts.map((count) => runs.get(count).memory);
  const spread = (values) => `${Math.round((Math.max(...values) / Math.min(...values) - 1) * 100)}%`;
  console.log(
    `between ${counts.join(', ')} workbooks: rate differs by ${spread(rates)}, memory by ${spread(memories)}`,
  );
  const portfolio = await run('portfolio', '--store', `two-${most}.sqlite`, '--by', 'industry');
  console.log(`portfolio over ${most}: ${portfolio.seconds.toFixed(1)} s, ${portfolio.memory.toFixed(0)} MB at most`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
