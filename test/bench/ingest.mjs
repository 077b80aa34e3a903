/** Taking in many workbooks, side by side with a plain exceljs loop: `node test/bench/ingest.mjs [COUNT]`; part of `npm run bench`. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ExcelJS from 'exceljs';

const count = Number(process.argv[2] ?? 1000);
const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'aismm-bench-'));
const EXCELJS = 60;

/** Memory of the ingest, whose workers are threads of one process, in MB. */
const memoryOf = (pid) => {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
};

async function ingest(paths, store, jobs) {
  const start = performance.now();
  const child = spawn(
    process.execPath,
    [main, 'ingest', ...paths, '--store', join(folder, store), '--jobs', String(jobs)],
    {
      cwd: folder,
      stdio: 'ignore',
    },
  );
  let peak = 0;
  const timer = setInterval(() => (peak = Math.max(peak, memoryOf(child.pid))), 100);
  await new Promise((resolve) => child.on('exit', resolve));
  clearInterval(timer);
  return { seconds: (performance.now() - start) / 1000, peak };
}

try {
  spawnSync(process.execPath, [main, 'example', '--count', String(count), '--into', 'all'], { cwd: folder });
  const files = readdirSync(join(folder, 'all')).sort();
  const fifth = files.slice(0, Math.floor(count / 5)).map((name) => join('all', name));
  // What starting costs, so that rates of different counts can be compared.
  const empty = await ingest(['all/organization-none*.xlsx'], 'none.sqlite', 2);
  const few = await ingest(fifth, 'few.sqlite', 2);
  const one = await ingest(['all'], 'one.sqlite', 1);
  const two = await ingest(['all'], 'two.sqlite', 2);
  const start = performance.now();
  for (const name of files.slice(0, EXCELJS))
    await new ExcelJS.Workbook().xlsx.load(readFileSync(join(folder, 'all', name)));
  const exceljs = Math.min(EXCELJS, files.length) / ((performance.now() - start) / 1000);
  const rate = ({ seconds }, n) => n / (seconds - empty.seconds);
  console.log(`Taking in ${count} filled workbooks into a store`);
  const line = (name, run, n) =>
    console.log(
      `${name.padEnd(36)} ${run.seconds.toFixed(1).padStart(7)} s ${rate(run, n).toFixed(0).padStart(6)} a second ${run.peak.toFixed(0).padStart(6)} MB at most`,
    );
  line(`${fifth.length} workbooks, two workers`, few, fifth.length);
  line(`${count} workbooks, one worker`, one, count);
  line(`${count} workbooks, two workers`, two, count);
  console.log(`efficiency from one to two workers: ${Math.round((rate(two, count) / rate(one, count) / 2) * 100)}%`);
  console.log(
    `a loop with exceljs: ${exceljs.toFixed(1)} a second; one worker is ${(rate(one, count) / exceljs).toFixed(1)} times as fast, two ${(rate(two, count) / exceljs).toFixed(1)} times`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
