/** A workbook that another program has saved is told from one that is as it was written. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isAsWritten } from '../../src/host/as-written.js';

const saved = (name: string): string => join(import.meta.dirname, '../fixtures/layout-1', name);

test.each([
  ['blank.xlsx', true],
  ['example.xlsx', true],
  ['libreoffice.xlsx', false],
  ['openpyxl.xlsx', false],
  ['README.md', false],
  ['no-such-file.xlsx', false],
])('%s: %s', (name, expected) => {
  expect(isAsWritten(saved(name))).toBe(expected);
});
