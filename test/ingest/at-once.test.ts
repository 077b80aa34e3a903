/** Files that are no workbooks cost no thread, and what is told and kept of them is what a thread would have said. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { aismm, newFolder } from '../cli/run.js';

/** Loaded into each thread: says that it was begun. */
const TELLS_OF_THREADS = `
  import { writeFileSync } from 'node:fs';
  import { isMainThread, threadId } from 'node:worker_threads';
  if (!isMainThread) writeFileSync('thread-' + threadId, '');`;

const JUNK: Readonly<Record<string, Uint8Array>> = {
  'a-empty.xlsx': new Uint8Array(),
  'b-short.xlsx': strToU8('PK'),
  'c-text.xlsx': strToU8('nothing'),
  'd-again.xlsx': strToU8('nothing'),
  'e-old.xlsx': Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  'f.pdf.xlsx': strToU8('%PDF-1.7'),
  'g-json.xlsx': strToU8('{"answers": []}'),
  'h-long.xlsx': strToU8('x'.repeat(65_536)),
};

/** A folder with files, and what an ingest of it tells. */
function ingested(files: Readonly<Record<string, Uint8Array>>, ...options: string[]) {
  const folder = newFolder();
  mkdirSync(join(folder, 'in'));
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, 'in', name), bytes);
  writeFileSync(join(folder, 'tell.mjs'), TELLS_OF_THREADS);
  const hook = pathToFileURL(join(folder, 'tell.mjs')).href;
  process.env['NODE_OPTIONS'] = `--import=${hook}`;
  try {
    const run = aismm(folder, 'ingest', 'in', ...options);
    const threads = readdirSync(folder).filter((name) => name.startsWith('thread-')).length;
    const lines = run.stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { readonly status: string; readonly diagnostics?: readonly object[] });
    return { ...run, folder, threads, lines };
  } finally {
    delete process.env['NODE_OPTIONS'];
  }
}

test('files that are no workbooks are refused without a thread, each with its reason', () => {
  const { code, threads, lines } = ingested(JUNK);
  expect([code, threads]).toEqual([3, 0]);
  const told = lines.map(({ status, diagnostics }) => [
    status,
    ...(diagnostics ?? []).map((each) => 'code' in each && each.code),
  ]);
  expect(told).toEqual([
    ['rejected', 'file-empty'],
    ...Array.from({ length: 2 }, () => ['rejected', 'not-xlsx']),
    ['duplicate'],
    ...Array.from({ length: 4 }, () => ['rejected', 'not-xlsx']),
  ]);
});

test('nor does a file that is no workbook inside of an archive', () => {
  const { code, threads, lines } = ingested({ 'all.zip': zipSync(JUNK, { mtime: '2025-06-01T12:00:00' }) });
  expect([code, threads]).toEqual([3, 0]);
  expect(lines.map(({ status }) => status)).toEqual(
    Object.keys(JUNK).map((name) => (name === 'd-again.xlsx' ? 'duplicate' : 'rejected')),
  );
  expect(lines.map((line) => 'file' in line && line.file)).toEqual(
    Object.keys(JUNK).map((name) => `in/all.zip/${name}`),
  );
});

test('nor do the copies that are asked for of them', () => {
  const { code, threads, stderr } = ingested(
    { ...JUNK, 'all.zip': zipSync(JUNK, { mtime: '2025-06-01T12:00:00' }) },
    ...['--annotate-rejects', 'copies'],
  );
  expect([code, threads]).toEqual([3, 0]);
  expect(stderr.match(/no copy, because the workbook contains no answers/g)?.length).toBeGreaterThan(0);
});

test('what in an archive is longer, a workbook, or not what it says is looked at by a thread', () => {
  const damaged = zipSync({ 'c-damaged.xlsx': [strToU8('nothing'), { level: 0 }] });
  damaged[45] = (damaged[45] ?? 0) ^ 1; // a letter of what is in it
  const files = {
    'a.zip': zipSync({ 'a-long.xlsx': strToU8('y'.repeat(65_537)), 'b-zip.xlsx': zipSync({ 'a.txt': strToU8('a') }) }),
    'b.zip': damaged,
  };
  const { threads, lines } = ingested(files, '--jobs', '1');
  expect(threads).toBe(1);
  expect(
    lines.map((line) => [line.diagnostics?.[0] && 'code' in line.diagnostics[0] && line.diagnostics[0].code]),
  ).toEqual([['not-xlsx'], ['not-xlsx'], ['damaged-file']]);
});

test('what is longer, or begins like a workbook, is looked at by a thread, and is told in its place', () => {
  const files = {
    ...JUNK,
    'd-0.xlsx': zipSync({ 'a.txt': strToU8('a') }),
    'h-too-long.xlsx': strToU8('y'.repeat(65_537)),
  };
  const { threads, lines } = ingested(files, '--jobs', '1');
  expect(threads).toBe(1);
  expect(lines.map(({ status }) => status)).toEqual(
    Object.keys(files)
      .sort()
      .map((name) => (name === 'd-again.xlsx' ? 'duplicate' : 'rejected')),
  );
  expect(lines.map((line) => 'file' in line && line.file)).toEqual(
    Object.keys(files)
      .sort()
      .map((name) => `in/${name}`),
  );
});

test('of files that are no workbooks a store keeps what it kept of them, and a second ingest reads none again', () => {
  const { folder, stderr } = ingested(JUNK, '--store', 's.sqlite');
  expect(stderr).toMatch(/rejected +7\n/);
  const again = aismm(folder, 'ingest', 'in', '--store', 's.sqlite');
  // As long as it is there, a rejected file is told of.
  expect([again.code, /rejected +(\d+)/.exec(again.stderr)?.[1], /unchanged +(\d+)/.exec(again.stderr)?.[1]]).toEqual([
    3,
    '0',
    '8',
  ]);
});
