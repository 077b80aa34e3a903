/**
 * Kills an ingest at random moments and runs it again: nothing lost, nothing twice. Usage: kill.mjs FOLDER STORE TIMES [SEED]; without it `AISMM_SEED`.
 * A run that ends before it is killed is begun anew with an empty store, until so many were killed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const [folder = '', store = '', times = '20', seed = process.env.AISMM_SEED ?? '1'] = process.argv.slice(2);
console.log(`AISMM_SEED=${seed}`);
let state = Number(seed);
const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
/** Milliseconds: from the start of the program to when a few hundred workbooks are stored. */
const [EARLIEST, LATEST] = [300, 2500];

let killed = 0;
while (killed < Number(times)) {
  const args = [main, 'ingest', folder, '--store', store, '--jobs', '1'];
  const child = spawn(process.execPath, args, { stdio: 'ignore' });
  const after = EARLIEST + random() * (LATEST - EARLIEST);
  const timer = setTimeout(() => child.kill('SIGKILL'), after);
  const ended = await new Promise((resolve) => child.on('exit', (code, signal) => resolve(signal ?? code)));
  clearTimeout(timer);
  console.log(`after ${Math.round(after)} ms: ${ended}`);
  if (ended === 'SIGKILL') killed += 1;
  else for (const file of [store, `${store}-wal`, `${store}-shm`]) rmSync(file, { force: true });
}
const last = spawnSync(process.execPath, [main, 'ingest', folder, '--store', store], { encoding: 'utf8' });
console.log(`killed ${killed} times; then:`);
console.log(
  last.stderr
    .split('\n')
    .filter((line) => /^(accepted|rejected|duplicates|unchanged)/.test(line))
    .join('\n'),
);
