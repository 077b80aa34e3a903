/** A command run to its end, and what it took. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const TICKS_A_SECOND = 100;
const LOOK_EVERY = 50;

/** Most memory so far in MB and seconds of both cores so far; all workers are threads of the one process. */
function lookAt(pid) {
  const memory = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return { memory, cpu: (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND };
}

/** Runs a command in a folder to its end: seconds, seconds of CPU, most memory in MB. `codes`: exit codes that are expected. */
export async function measured(folder, args, codes = [0]) {
  const start = performance.now();
  const child = spawn(process.execPath, [main, ...args], { cwd: folder, stdio: 'ignore' });
  let seen = { memory: 0, cpu: 0 };
  const timer = setInterval(() => {
    try {
      const now = lookAt(child.pid);
      // A process that is just ending has no memory any more.
      seen = { memory: Math.max(seen.memory, now.memory), cpu: Math.max(seen.cpu, now.cpu) };
    } catch {
      // It has just ended.
    }
  }, LOOK_EVERY);
  const code = await new Promise((resolve) => child.on('exit', resolve));
  clearInterval(timer);
  if (!codes.includes(code)) throw new Error(`aismm ${args[0]} ended with ${code}`);
  return { seconds: (performance.now() - start) / 1000, ...seen };
}
