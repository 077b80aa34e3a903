/** Bytes of files and of what is in archives; a reader remembers one archive, and nothing outlives the reader. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { ItemReader } from '../../src/intake/read-item.js';

const folder = mkdtempSync(join(tmpdir(), 'aismm-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string): string => join(folder, name);

/** An archive whose entries hold one byte each. */
function pack(name: string, entries: Readonly<Record<string, number>>): string {
  const files = Object.entries(entries).map(([entry, byte]) => [entry, new Uint8Array([byte])]);
  writeFileSync(at(name), zipSync(Object.fromEntries(files), { mtime: '2025-06-01T12:00:00' }));
  return at(name);
}

const byteOf = (reader: ItemReader, file: string, entry: string): number | undefined =>
  reader.read({ path: `${file}/${entry}`, file, entry }).value?.bytes[0];

test('entries of several archives, in any order', () => {
  const [one, two] = [pack('one.zip', { a: 1, b: 2 }), pack('two.zip', { a: 3 })];
  const reader = new ItemReader();
  const asked = [
    [one, 'a'],
    [two, 'a'],
    [one, 'b'],
    [one, 'none'],
  ] as const;
  expect(asked.map(([file, entry]) => byteOf(reader, file, entry))).toEqual([1, 3, 2, undefined]);
  reader.close();
});

test('an archive that was written anew is another one for the next reader, and for the same one once it was closed', () => {
  const file = pack('again.zip', { a: 1 });
  const reader = new ItemReader();
  expect(byteOf(reader, file, 'a')).toBe(1);
  rmSync(file);
  pack('again.zip', { a: 2 });
  expect(byteOf(new ItemReader(), file, 'a')).toBe(2);
  reader.close();
  expect(byteOf(reader, file, 'a')).toBe(2);
});

test('times are those of the file, and of an entry what its archive says', () => {
  writeFileSync(at('a.xlsx'), 'x');
  utimesSync(at('a.xlsx'), 1_700_000_000, 1_700_000_000);
  const reader = new ItemReader();
  expect(reader.read({ path: 'a.xlsx', file: at('a.xlsx') }).value?.modified).toBe(1_700_000_000_000);
  const file = pack('time.zip', { a: 1 });
  const { modified = 0 } = reader.read({ path: 'x', file, entry: 'a' }).value ?? {};
  expect(new Date(modified).toISOString().slice(0, 10)).toBe('2025-06-01');
  reader.close();
});

test('what can’t be read is found, with the reason', () => {
  mkdirSync(at('folder'));
  writeFileSync(at('no.zip'), 'no archive');
  const reader = new ItemReader();
  const found = (file: string, entry?: string): unknown =>
    reader
      .read({ path: file, file: at(file), ...(entry === undefined ? {} : { entry }) })
      .findings.map((each) => [each.code, 'reason' in each.facts ? each.facts.reason : undefined]);
  expect(found('folder')).toEqual([['file-unreadable', 'EISDIR']]);
  expect(found('gone.xlsx')).toEqual([['file-unreadable', 'ENOENT']]);
  expect(found('gone.zip', 'a')).toEqual([['file-unreadable', 'ENOENT']]);
  expect(found('no.zip', 'a')).toEqual([['damaged-file', undefined]]);
  // To read a device may never end.
  if (process.platform === 'win32') return;
  symlinkSync('/dev/null', at('device'));
  expect(found('device')).toEqual([['file-unreadable', 'device']]);
});
