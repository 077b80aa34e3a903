/** The package as strangers get it: packed, and installed into an empty folder. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { newFolder } from '../cli/run.js';

export const ROOT = new URL('../../', import.meta.url).pathname;

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function run(cwd: string, command: string, ...args: string[]): Ran {
  const env = { ...process.env, NO_COLOR: '1', npm_config_update_notifier: 'false' };
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', env });
  return { code: status, stdout, stderr };
}

/** A program that is among our own dependencies. */
export const bin = (name: string): string => join(ROOT, 'node_modules/.bin', name);

export interface Packed {
  /** The stranger's folder. */
  readonly folder: string;
  /** Where in it the package lies. */
  readonly installed: string;
  readonly tarball: string;
  /** Names of all files in the package, sorted. */
  readonly files: readonly string[];
}

export function packAndInstall(): Packed {
  const { version, dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    version: string;
    dependencies: Record<string, string>;
  };
  const folder = newFolder();
  const installed = join(folder, 'node_modules/aismm-workbook');
  const tarball = join(folder, `aismm-workbook-${version}.tgz`);
  // Without its scripts: they would compile again, under the feet of tests that run at the same time.
  const { code, stdout, stderr } = run(ROOT, 'npm', 'pack', '--json', '--ignore-scripts', '--pack-destination', folder);
  expect(code, stderr).toBe(0);
  const [report] = JSON.parse(stdout) as { files: { path: string }[] }[];
  // As npm would install it, but without a network: what it declares comes from this project, anything else is missing.
  mkdirSync(installed, { recursive: true });
  expect(run(folder, 'tar', '-xzf', tarball, '--strip-components=1', '-C', installed).code).toBe(0);
  for (const name of Object.keys(dependencies)) {
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', name), link);
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'stranger', private: true, type: 'module' }));
  return { folder, installed, tarball, files: (report?.files ?? []).map(({ path }) => path).sort() };
}
