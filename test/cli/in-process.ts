/** Runs a command in the process of the tests, which costs a few milliseconds: for what is refused before any work begins. */
import { readdirSync } from 'node:fs';
import { expect, vi } from 'vitest';
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

/** Expects a wrong use: exit 2, one line with the problem, one with the right use, and nothing written. */
export async function expectRefused(cwd: string, message: string, args: readonly string[]): Promise<void> {
  const before = readdirSync(cwd, { recursive: true });
  const { code, stdout, stderr } = await typed(cwd, ...args);
  expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining(message)]);
  expect(stderr).toMatch(/^[^\n]+\nUsage: aismm [^\n]+\n$/);
  expect(readdirSync(cwd, { recursive: true })).toEqual(before);
}
