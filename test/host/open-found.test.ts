/** A file of an inbox that another program has replaced meanwhile: nobody waits for a pipe, and nothing but a file is read. */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { readFile, Room } from '../../src/host/files.js';
import { openFound } from '../../src/host/open-found.js';
import { openFileSource } from '../../src/intake/file-source.js';
import { hasWholePackage } from '../../src/intake/whole.js';
import { newFolder } from './folders.js';

vi.mock('node:fs', { spy: true });

const folder = newFolder();
const at = (name: string): string => join(folder, name);

test.skipIf(process.platform === 'win32')('a pipe, a device and a folder are no files', () => {
  expect(spawnSync('mkfifo', [at('pipe.xlsx')]).status).toBe(0);
  mkdirSync(at('folder.xlsx'));
  symlinkSync('/dev/zero', at('zero.xlsx'));
  writeFileSync(at('file.xlsx'), 'a file');
  for (const [name, code] of [
    ['pipe.xlsx', 'device'],
    ['zero.xlsx', 'device'],
    ['folder.xlsx', 'EISDIR'],
    ['none.xlsx', 'ENOENT'],
  ] as const) {
    expect(() => openFound(at(name)), name).toThrow(expect.objectContaining({ code }));
    expect(() => openFileSource(at(name)), name).toThrow(expect.objectContaining({ code }));
    expect(hasWholePackage(at(name)), name).toBe(false);
  }
  const file = openFound(at('file.xlsx'));
  expect(readFileSync(file, 'utf8')).toBe('a file');
  closeSync(file);
});

test.skipIf(process.platform === 'win32')('what was a file when it was found, and is a pipe when it is opened', () => {
  writeFileSync(at('before.xlsx'), 'a file');
  expect(spawnSync('mkfifo', [at('after.xlsx')]).status).toBe(0);
  const before = statSync(at('before.xlsx'));
  for (const room of [undefined, new Room()]) {
    vi.mocked(statSync).mockReturnValueOnce(before);
    const { value, findings } = readFile(at('after.xlsx'), room);
    expect([value, findings]).toMatchObject([undefined, [{ code: 'file-unreadable', facts: { reason: 'device' } }]]);
  }
});
