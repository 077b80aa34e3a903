/** Spreadsheets of strangers that would cost minutes or more memory than there is: read, or left, like any other. */
import { expect, test } from 'vitest';
import { toA1 } from '../../src/grid/address.js';
import { TextValue, type GridSheet } from '../../src/grid/grid.js';
import { importRows } from '../../src/model/import-rows.js';

const sheetOf = (rows: readonly (readonly string[])[], merges: readonly string[] = []): GridSheet => ({
  ...{ name: 'Objectives', visibility: 'visible', merges },
  rows: rows.map((texts, index) => ({
    row: index + 1,
    cells: texts.map((text, at) => ({ column: at + 1, value: new TextValue(text) })),
  })),
});
const TABLE = [
  ['Control ID (as published)', 'Control (the text) (in full'],
  ['GOV-02.1', 'One baker answers for the oven.'],
];
const idsIn = (sheet: GridSheet): unknown => importRows([sheet])?.rows.map(({ id }) => id);

test('what is in parentheses is no part of a heading, also where they do not end', () => {
  expect(idsIn(sheetOf([['Control ID (as published)', 'Control (the text)(all of it)'], ...TABLE.slice(1)]))).toEqual([
    'GOV-02.1',
  ]);
  expect(idsIn(sheetOf(TABLE))).toBeUndefined();
});

test('hundreds of texts that only open parentheses are no headings', () => {
  const open = Array.from({ length: 40 }, (_, n) => `${n}${'('.repeat(32_000)}`);
  const rows = Array.from({ length: 12 }, () => open);
  expect(idsIn(sheetOf([...rows, ['Control ID', 'Control'], ...TABLE.slice(1)]))).toEqual(['GOV-02.1']);
});

test('more merged cells than a map can hold', () => {
  const merges = Array.from({ length: 500 }, (_, n) => {
    const [row, column] = [5 + n * 201, 3];
    return `${toA1({ row, column })}:${toA1({ row: row + 200, column: column + 200 })}`;
  });
  expect(idsIn(sheetOf([['Control ID', 'Control'], ...TABLE.slice(1)], merges))).toEqual(['GOV-02.1']);
});

test('of ranges that lie over each other the last one counts', () => {
  const rows = [
    ['Control ID', 'Control', 'Domain', 'Level'],
    ['GOV-02', 'One baker answers for the oven.', 'Ovens', '2'],
    ['GOV-03', 'All ovens are on one list.', '', '3'],
  ];
  const domains = (merges: readonly string[]): unknown =>
    importRows([sheetOf(rows, merges)])?.rows.map(({ values }) => values.domain);
  expect(domains(['C2:C3'])).toEqual(['Ovens', 'Ovens']);
  expect(domains(['C2:C3', 'B3:C3'])).toEqual(['Ovens', 'All ovens are on one list.']);
});
