/** Names of files that are being written, and what becomes of those that nobody will finish. */
import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import { reasonOf } from './system.js';

/** A file server is shared with other machines, whose processes have numbers of their own. */
const HOST = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const UNFINISHED = /^\.aismm-([0-9a-f]{8})-(\d+)-[0-9a-f]{32}\.tmp$/;

/** Files that this process has begun; a signal may end it before they are finished. */
const begun = new Set<string>();

/** A name of a file or folder in `folder` that cannot be foreseen, so that no link can wait for it. */
export function beginIn(folder: string): string {
  const path = join(folder, `.aismm-${HOST}-${process.pid}-${randomBytes(16).toString('hex')}.tmp`);
  begun.add(path);
  return path;
}

/** Removed when this process ends, if that has not happened before. */
export function keepUntilEnd(path: string): void {
  begun.add(path);
}

/** True of a file that a process of this machine has begun which is no longer there. */
export function isAbandoned(path: string): boolean {
  const [, host, pid] = UNFINISHED.exec(basename(path)) ?? [];
  return host === HOST && pid !== undefined && !isRunning(Number(pid));
}

/** It was put in its place, or is gone. */
export function ended(path: string): void {
  begun.delete(path);
}

/** Removes what this process has begun and will not finish. Never throws: it runs when the process ends. */
export function removeBegun(): void {
  for (const path of begun) remove(path);
  begun.clear();
}

/** Removes what processes of this machine that are no longer there have left in a folder. */
export function removeLeftIn(folder: string): void {
  for (const name of namesIn(folder)) {
    if (isAbandoned(name)) remove(join(folder, name));
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return reasonOf(error) !== 'ESRCH';
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true, recursive: true });
  } catch {
    // Whoever owns it removes it.
  }
}
