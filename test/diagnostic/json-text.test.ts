/** JSON that is printed steers no terminal: characters that are not seen are escaped, and mean what they meant. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonText } from '../../src/diagnostic/json-text.js';
import { lineOf } from '../../src/desk/record.js';
import { REJECTS, type RejectedFor } from '../../src/formats/rejects.js';

const NO_WORKBOOK = {
  ...{ path: 'x', organization: '', unit: '', contact: '', assessor: '', message: '' },
  ...({ code: 'file-empty', severity: 'error', affects: 'score' } as const),
} as unknown as RejectedFor; // of a person's answers, none are looked at

/** Controls, format characters, separators of lines and paragraphs: every one that Unicode has. */
const STEERING = Array.from({ length: 0x110000 }, (_, code) => code)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code))
  .filter((character) => /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(character) && !/[\u200c\u200d]/.test(character));

test('control characters, format characters and separators are escaped in JSON keys and values, and parsing restores them', () => {
  expect(STEERING.length).toBeGreaterThan(200);
  for (const character of STEERING) {
    const value = { [`a${character}b`]: [`${character}é“${character}`] };
    for (const space of [undefined, 2]) {
      const text = jsonText(value, space);
      expect(text.replaceAll('\n', '')).not.toContain(character);
      expect(JSON.parse(text)).toEqual(value);
    }
  }
});

test('everything else is as the platform writes it', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
      expect(JSON.parse(jsonText(value, 1))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
  expect(jsonText({ a: 'Größe 日本 👩‍💻' }, 2)).toBe(JSON.stringify({ a: 'Größe 日本 👩‍💻' }, null, 2));
});

test('lines of an ingest and lists of what was rejected are written so', () => {
  const name = 'a\u009b31m\u202e\u2028b.xlsx';
  const line = lineOf({ status: 'duplicate', path: name, sha256: '' } as Parameters<typeof lineOf>[0]);
  expect(line).not.toMatch(/[\u009b\u202e\u2028]/);
  expect((JSON.parse(line) as { file: string }).file).toBe(name);
  const list = REJECTS['.json']();
  const text = list.begin + list.next([{ ...NO_WORKBOOK, found: name }]) + list.end();
  expect(text).not.toMatch(/[\u009b\u202e\u2028]/);
  expect(JSON.parse(text)).toMatchObject({ diagnostics: [{ found: name }] });
});

describe('there is no second way', () => {
  const SRC = new URL('../../src/', import.meta.url).pathname;
  /** What these write is printed, or is a file for people and programs. */
  test.each(['cli', 'formats', 'report', 'web'])('in %s', (folder) => {
    const files = readdirSync(join(SRC, folder), { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    const second = files.filter((file) => readFileSync(join(SRC, folder, file), 'utf8').includes('JSON.stringify('));
    expect(files.length).toBeGreaterThan(0);
    expect(second).toEqual([]);
  });
});
