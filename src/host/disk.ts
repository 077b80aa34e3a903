/** Files on disk by path, as models are loaded from them. What can't be read is reported once. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { find, type Finding } from '../diagnostic/finding.js';
import type { Files } from '../model/load.js';
import { isPicture } from '../model/logo.js';
import { reasonOf } from './system.js';

/** Files, and why some of those that were asked for can't be read. */
export interface DiskFiles extends Files {
  readonly unreadable: ReadonlyMap<string, Finding>;
}

/** Files by their paths below a folder; by their paths alone where `root` is `''`. */
export function diskFiles(root: string): DiskFiles {
  const unreadable = new Map<string, Finding>();
  const orReport = <T>(path: string, look: (full: string) => T): T | undefined => {
    try {
      return look(join(root, path));
    } catch (error) {
      const reason = reasonOf(error);
      if (!ABSENT.has(reason)) unreadable.set(path, find('file-unreadable', { file: path }, { reason }));
      return undefined;
    }
  };
  return {
    unreadable,
    read: (path) => orReport(path, (full) => readFileSync(full, isPicture(path) ? 'base64' : 'utf8')),
    list: (path) => orReport(path, namesIn) ?? [],
  };
}

/** Reasons that say no more than that there is nothing. */
const ABSENT: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR']);

function namesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .map((name) => (statSync(join(folder, name), { throwIfNoEntry: false })?.isDirectory() ? `${name}/` : name))
    .sort();
}

/** Findings of a loader, with the reason where a file is there and can't be read. */
export function withReasons(findings: readonly Finding[], { unreadable }: DiskFiles): Finding[] {
  const named = findings.map((each) =>
    each.code === 'file-not-found' ? (unreadable.get(each.file ?? '') ?? each) : each,
  );
  return [...named, ...[...unreadable.values()].filter((each) => !named.includes(each))];
}
