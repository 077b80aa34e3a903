/** Runs the compiled program as a person would, in a folder of its own. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import type { COMMAND_GROUPS } from '../../src/cli/command-list.js';

export const MAIN = new URL('../../dist/cli/main.js', import.meta.url).pathname;

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'aismm-test-'));
}

/** A module as it was compiled; an `import` would have it transformed, which takes seconds. */
const compiled = (module: string): unknown => createRequire(import.meta.url)(`../../dist/${module}`);

/** All commands as they were compiled, in their groups. */
export const commandGroups = (): typeof COMMAND_GROUPS =>
  (compiled('cli/command-list.js') as { COMMAND_GROUPS: typeof COMMAND_GROUPS }).COMMAND_GROUPS;

/** The same inside this process, which costs a few milliseconds: for command lines that are refused before anything is read or written. */
export async function refused(...args: string[]): Promise<Run> {
  const { commandLine } = compiled('cli/command-line.js') as {
    commandLine: (typed: readonly string[]) => Promise<number>;
  };
  const [stdout, stderr] = [heard(process.stdout), heard(process.stderr)];
  try {
    const code = await commandLine(args);
    return { code, stdout: stdout.said.join(''), stderr: stderr.said.join('') };
  } finally {
    for (const { spy } of [stdout, stderr]) spy.mockRestore();
  }
}

/** What a stream is given from now on, instead of being written. */
function heard(stream: NodeJS.WriteStream) {
  const said: string[] = [];
  return { said, spy: vi.spyOn(stream, 'write').mockImplementation((text) => said.push(String(text)) > 0) };
}

/** More than any of them prints, in bytes. */
const MOST_PRINTED = 64 * 2 ** 20;

/** As `aismm`, with bytes at standard input; what it prints is given as bytes, too. */
export function piped(cwd: string, input: Uint8Array, ...args: string[]): Omit<Run, 'stdout'> & { stdout: Buffer } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    ...{ cwd, input, env: { ...process.env, NO_COLOR: '1' } },
    maxBuffer: MOST_PRINTED,
  });
  return { code: status, stdout, stderr: stderr.toString() };
}

export function aismm(cwd: string, ...args: string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
    maxBuffer: MOST_PRINTED,
  });
  return { code: status, stdout, stderr };
}
