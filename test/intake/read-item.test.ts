/** Bytes of files and of what is in archives; a reader remembers one archive, and nothing outlives the reader. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { Room } from '../../src/host/files.js';
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

const byteOf = async (reader: ItemReader, file: string, entry: string): Promise<number | undefined> =>
  (await reader.read({ path: `${file}/${entry}`, file, entry })).value?.bytes[0];

test('entries of several archives, in any order', async () => {
  const [one, two] = [pack('one.zip', { a: 1, b: 2 }), pack('two.zip', { a: 3 })];
  const reader = new ItemReader();
  const asked = [
    [one, 'a'],
    [two, 'a'],
    [one, 'b'],
    [one, 'none'],
  ] as const;
  const read: (number | undefined)[] = [];
  for (const [file, entry] of asked) read.push(await byteOf(reader, file, entry));
  expect(read).toEqual([1, 3, 2, undefined]);
  reader.close();
});

test('an archive that was written anew is another one', async () => {
  const file = pack('again.zip', { a: 1 });
  const reader = new ItemReader();
  expect(await byteOf(reader, file, 'a')).toBe(1);
  rmSync(file);
  pack('again.zip', { a: 2, b: 3 });
  expect(await byteOf(reader, file, 'a')).toBe(2);
  reader.close();
});

test('times are those of the file, and of an entry what its archive says', async () => {
  writeFileSync(at('a.xlsx'), 'x');
  utimesSync(at('a.xlsx'), 1_700_000_000, 1_700_000_000);
  const reader = new ItemReader();
  expect((await reader.read({ path: 'a.xlsx', file: at('a.xlsx') })).value?.modified).toBe(1_700_000_000_000);
  const file = pack('time.zip', { a: 1 });
  const { modified = 0 } = (await reader.read({ path: 'x', file, entry: 'a' })).value ?? {};
  expect(new Date(modified).toISOString().slice(0, 10)).toBe('2025-06-01');
  reader.close();
});

test('what can’t be read is found, with the reason', async () => {
  mkdirSync(at('folder'));
  writeFileSync(at('no.zip'), 'no archive');
  const reader = new ItemReader();
  const found = async (file: string, entry?: string): Promise<unknown> =>
    (await reader.read({ path: file, file: at(file), ...(entry === undefined ? {} : { entry }) })).findings.map(
      (each) => [each.code, 'reason' in each.facts ? each.facts.reason : undefined],
    );
  expect(await found('folder')).toEqual([['file-unreadable', 'EISDIR']]);
  expect(await found('gone.xlsx')).toEqual([['file-unreadable', 'ENOENT']]);
  expect(await found('gone.zip', 'a')).toEqual([['file-unreadable', 'ENOENT']]);
  expect(await found('no.zip', 'a')).toEqual([['damaged-file', undefined]]);
  // To read a device may never end.
  if (process.platform === 'win32') return;
  symlinkSync('/dev/null', at('device'));
  expect(await found('device')).toEqual([['file-unreadable', 'device']]);
});

test('a workbook under the name of a message is read as a workbook', async () => {
  const bytes = zipSync({ 'xl/workbook.xml': new Uint8Array([1]) });
  const reader = new ItemReader();
  for (const name of ['renamed.eml', 'renamed.msg']) {
    writeFileSync(at(name), bytes);
    const { value } = await reader.read({ path: at(name), file: at(name) });
    expect(Buffer.from(value?.bytes ?? []).equals(bytes)).toBe(true);
  }
  reader.close();
});

test('one file after the other in the same room', async () => {
  for (const [name, text] of [
    ['long.txt', 'a longer one'],
    ['short.txt', 'short'],
  ] as const)
    writeFileSync(at(name), text);
  const reader = new ItemReader(new Room());
  const textOf = async (name: string): Promise<string> => {
    const { value } = await reader.read({ path: name, file: at(name) });
    return new TextDecoder().decode(value?.bytes);
  };
  expect([await textOf('short.txt'), await textOf('long.txt'), await textOf('short.txt')]).toEqual([
    'short',
    'a longer one',
    'short',
  ]);
});

test('a room takes no file whose size has changed, and none that is too long for it', () => {
  writeFileSync(at('changing.txt'), 'five!');
  writeFileSync(at('huge.txt'), new Uint8Array(1_048_576));
  const room = new Room();
  expect([4, 5, 6].map((size) => room.read(at('changing.txt'), size)?.length)).toEqual([undefined, 5, undefined]);
  expect(room.read(at('huge.txt'), 1_048_576)).toBeUndefined();
});
