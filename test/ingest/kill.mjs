/** Kills an ingest at random moments and runs it again: nothing lost, nothing twice. Usage: kill.mjs FOLDER STORE TIMES SEED; prints the seconds. */
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const [folder = '', store = '', times = '20', seed = '1'] = process.argv.slice(2);
let state = Number(seed);
const random = () => (state = (state * 48271) % 2147483647) / 2147483647;

for (let n = 0; n < Number(times); n += 1) {
  const child = spawn(process.execPath, [main, 'ingest', folder, '--store', store], { stdio: 'ignore' });
  const after = 300 + random() * 2500;
  const timer = setTimeout(() => child.kill('SIGKILL'), after);
  const ended = await new Promise((resolve) => child.on('exit', (code, signal) => resolve(signal ?? code)));
  clearTimeout(timer);
  console.log(`after ${Math.round(after)} ms: ${ended}`);
}
const last = spawnSync(process.execPath, [main, 'ingest', folder, '--store', store], { encoding: 'utf8' });
console.log(
  last.stderr
    .split('\n')
    .filter((line) => /^(accepted|rejected|duplicates|unchanged)/.test(line))
    .join('\n'),
);
