/** Runs the compiled program as a person would, in a folder of its own. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
export const compiled = (module: string): unknown => createRequire(import.meta.url)(`../../dist/${module}`);

/** All commands as they were compiled, in their groups. */
export const commandGroups = (): typeof COMMAND_GROUPS =>
  (compiled('cli/command-list.js') as { COMMAND_GROUPS: typeof COMMAND_GROUPS }).COMMAND_GROUPS;

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
