import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openSpool } from '../../src/host/spool.js';

const kept = (): string[] =>
  readdirSync(tmpdir()).filter((name) => name.startsWith('.aismm-') && name.includes(`-${process.pid}-`));

test('text of any length comes back as it was, and is gone afterwards', () => {
  const spool = openSpool();
  expect(kept()).toHaveLength(1);
  const texts = ['', 'a', '中'.repeat(100_000), '"x"\r\n'.repeat(200_000), '😀'];
  for (const text of texts) spool.write(text);
  const decoder = new TextDecoder();
  let read = '';
  let pieces = 0;
  for (const piece of spool.pieces()) {
    read += decoder.decode(piece, { stream: true });
    pieces += 1;
  }
  expect(read === texts.join('')).toBe(true);
  expect(pieces).toBeGreaterThan(3);
  spool.remove();
  expect(kept()).toEqual([]);
});

test('where nothing can be written, that is said with its reason', () => {
  vi.stubEnv('TMPDIR', join(tmpdir(), 'not-there'));
  vi.stubEnv('TEMP', join(tmpdir(), 'not-there'));
  try {
    expect(openSpool).toThrow(
      expect.objectContaining({
        finding: expect.objectContaining({ code: 'file-unwritable', facts: { reason: 'ENOENT' } }),
      }),
    );
  } finally {
    vi.unstubAllEnvs();
  }
});
