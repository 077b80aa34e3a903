/** Runs a command in the process of the tests, which costs a few milliseconds: for what is refused before any work begins. */
import { vi } from 'vitest';
import { compiled, type Run } from './run.js';

/** As it was compiled: what the program does, and there at once. */
const { commandLine } = compiled('cli/command-line.js') as {
  commandLine: (typed: readonly string[]) => Promise<number>;
};

/** As `aismm` of `run.ts`. One at a time: folder and streams are those of the process. */
export async function typed(cwd: string, ...args: string[]): Promise<Run> {
  const before = process.cwd();
  const said = { stdout: '', stderr: '' };
  const heard = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((piece) => {
      said[name] += String(piece);
      return true;
    }),
  );
  process.chdir(cwd);
  try {
    return { code: await commandLine(args), ...said };
  } finally {
    process.chdir(before);
    for (const each of heard) each.mockRestore();
  }
}
