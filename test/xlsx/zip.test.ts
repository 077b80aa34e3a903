/** Zip archives as different programs write them: 64-bit records, times, names, and entries that are not to be trusted. */
import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readArchive, readEntry } from '../../src/xlsx/archive.js';
import { ZipArchive } from '../../src/xlsx/zip.js';

interface Entry {
  readonly name: string | Uint8Array;
  readonly content: string;
  /** General purpose bits: 1 encrypted, 0x800 UTF-8. */
  readonly flags?: number;
  /** DOS time and day. */
  readonly written?: readonly [time: number, day: number];
  /** Extra fields of the table of contents. */
  readonly extra?: readonly number[];
  /** Size that the table of contents states. */
  readonly size?: number;
}

const little = (value: number, bytes: number): number[] =>
  Array.from({ length: bytes }, (_, i) => Math.floor(value / 256 ** i) % 256);
const WIDE = 0xffffffff;

/** An archive byte by byte; `wide`: with 64-bit sizes, offsets and end record. */
function zip(entries: readonly Entry[], { wide = false } = {}): Uint8Array {
  const bytes: number[] = [];
  const directory: number[] = [];
  for (const { name, content, flags = 0, written = [0, 0x21], extra = [], size } of entries) {
    const plain = new TextEncoder().encode(content);
    const packed = deflateRawSync(plain);
    const called = typeof name === 'string' ? new TextEncoder().encode(name) : name;
    const offset = bytes.length;
    const stated = size ?? plain.length;
    const common = [
      ...little(flags, 2),
      ...little(8, 2),
      ...little(written[0], 2),
      ...little(written[1], 2),
      ...little(crc32(plain), 4),
    ];
    bytes.push(...little(0x04034b50, 4), ...little(45, 2), ...common, ...little(packed.length, 4));
    bytes.push(...little(stated, 4), ...little(called.length, 2), ...little(0, 2), ...called, ...packed);
    const more = wide
      ? [...little(1, 2), ...little(24, 2), ...little(stated, 8), ...little(packed.length, 8), ...little(offset, 8)]
      : [];
    const narrow = (value: number): number[] => little(wide ? WIDE : value, 4);
    directory.push(...little(0x02014b50, 4), ...little(45, 2), ...little(45, 2), ...common);
    directory.push(...narrow(packed.length), ...narrow(stated), ...little(called.length, 2));
    directory.push(...little(extra.length + more.length, 2), ...little(0, 10), ...narrow(offset));
    directory.push(...called, ...extra, ...more);
  }
  const start = bytes.length;
  bytes.push(...directory);
  const end = bytes.length;
  const n = entries.length;
  if (wide) {
    bytes.push(...little(0x06064b50, 4), ...little(44, 8), ...little(45, 2), ...little(45, 2), ...little(0, 8));
    bytes.push(...little(n, 8), ...little(n, 8), ...little(directory.length, 8), ...little(start, 8));
    bytes.push(...little(0x07064b50, 4), ...little(0, 4), ...little(end, 8), ...little(1, 4));
  }
  const count = little(wide ? 0xffff : n, 2);
  bytes.push(...little(0x06054b50, 4), ...little(0, 4), ...count, ...count);
  bytes.push(...little(directory.length, 4), ...little(wide ? WIDE : start, 4), ...little(0, 2));
  return new Uint8Array(bytes);
}

const source = (bytes: Uint8Array) => ({
  length: bytes.length,
  slice: (from: number, to: number) => bytes.slice(from, to),
});
const read = (archive: ZipArchive, name: string): string => new TextDecoder().decode(archive.read(name));

test.each([false, true])('contents are read by the table of contents (64-bit records: %s)', (wide) => {
  const entries = [
    { name: 'a/One.xml', content: 'one' },
    { name: 'two', content: 'two '.repeat(1_000) },
  ];
  const archive = new ZipArchive(zip(entries, { wide }));
  expect(archive.names()).toEqual(['a/one.xml', 'two']);
  expect(read(archive, 'A/one.xml')).toBe('one');
  expect(read(archive, 'two')).toBe('two '.repeat(1_000));
});

test('64-bit records that are cut off or lead nowhere are named, and never followed', () => {
  const whole = zip([{ name: 'a', content: 'x' }], { wide: true });
  for (let at = 0; at < whole.length; at += 1) {
    const broken = whole.slice();
    broken[at] = 0xff;
    try {
      const archive = new ZipArchive(broken);
      for (const name of archive.names()) archive.read(name);
    } catch (error) {
      expect(error).toMatchObject({ code: expect.stringMatching(/^(damaged|hostile)-file$/) as string });
    }
  }
});

describe('an archive of workbooks', () => {
  const open = (entries: readonly Entry[]): ZipArchive => {
    const { value } = readArchive(source(zip(entries)));
    if (!value) throw new Error('not opened');
    return value;
  };

  test('one bad entry costs the others nothing', () => {
    const archive = open([
      { name: 'good.xlsx', content: 'good' },
      { name: 'locked.xlsx', content: 'x', flags: 1 },
      { name: 'huge.xlsx', content: 'x', size: 100 * 1024 * 1024 },
      { name: 'twice.xlsx', content: 'x' },
      { name: 'twice.xlsx', content: 'y' },
    ]);
    const codes = archive.names().map((name) => [name, readEntry(archive, name).findings.map(({ code }) => code)]);
    expect(codes).toEqual([
      ['good.xlsx', []],
      ['locked.xlsx', ['hostile-file']],
      ['huge.xlsx', ['hostile-file']],
      ['twice.xlsx', ['hostile-file']],
    ]);
    expect(() => new ZipArchive(zip([{ name: 'x', content: '', flags: 1 }]))).toThrow('encrypted');
  });

  test('names keep their case, their backslashes and their letters', () => {
    const names = ['A.xlsx', 'a.xlsx', 'in\\b.xlsx', 'Übung.xlsx'];
    expect(open(names.map((name) => ({ name, content: name }))).names()).toEqual(names);
    const latin = new Uint8Array([0xdc, 0x62, 0x2e, 0x78, 0x6c, 0x73, 0x78]);
    expect(open([{ name: latin, content: 'x' }]).names()).toEqual(['Üb.xlsx']);
  });

  test('times are those of the entry: exact ones where there are any', () => {
    const day = ((2026 - 1980) << 9) | (11 << 5) | 24;
    const time = (13 << 11) | (30 << 5) | 5;
    const unix = Date.UTC(2026, 10, 24, 11, 22, 33) / 1000;
    const archive = open([
      { name: 'dos', content: '', written: [time, day] },
      { name: 'unix', content: '', written: [time, day], extra: [...little(0x5455, 2), 5, 0, 1, ...little(unix, 4)] },
    ]);
    expect(archive.modified('dos')).toBe(Date.UTC(2026, 10, 24, 13, 30, 10));
    expect(archive.modified('unix')).toBe(unix * 1000);
  });
});
