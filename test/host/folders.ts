/** Folders on disk for tests of models: what a test asks for, and nothing left behind. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { tinyFiles } from '../tiny-model.js';

/** An empty folder, which is removed when the tests of the file are over. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'aismm-models-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files by their paths below a folder. */
export function write(folder: string, files: Iterable<readonly [path: string, text: string]>): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** The files of the tiny model under another id and version, below `at`; without its frameworks, which are the library's. */
export function tiny(
  id: string,
  version: string,
  at = `${id}/${version}`,
  change: (text: string) => string = (text) => text,
): [path: string, text: string][] {
  return [...tinyFiles({ GOV: [{ level: 2 }, { level: 3 }], IAM: [{ level: 2 }] })]
    .filter(([path]) => path.startsWith('tiny/1.0/'))
    .map(([path, text]) => [
      path.replace('tiny/1.0', at),
      change(text.replace('id: tiny', `id: ${id}`).replace('version: "1.0"', `version: "${version}"`)),
    ]);
}

/** Frameworks as the tiny model has them. */
export function tinyFrameworks(at = 'frameworks'): [path: string, text: string][] {
  return [...tinyFiles({ GOV: [{ level: 2 }] })]
    .filter(([path]) => path.startsWith('frameworks/'))
    .map(([path, text]) => [path.replace('frameworks', at), text]);
}
