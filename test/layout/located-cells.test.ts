import { describe, expect, test } from 'vitest';
import { cellIn, CellsOfRow, placesOf, type LocatedCell } from '../../src/layout/located-cells.js';

const filled = { column: 5, value: { kind: 'text', text: 'Met' } } as const;
const columns = new Map([
  ['answer', 5],
  ['notes', 7],
]);
const row = new CellsOfRow('Answers', { row: 12, cells: [filled] }, columns);
const at = (column: number, cell?: LocatedCell['cell']): LocatedCell => ({ sheet: 'Answers', row: 12, column, cell });
const listed = new Map([
  ['answer', at(5, filled)],
  ['notes', at(7)],
]);

describe('the cells of a row', () => {
  test('are the same as in a map of them', () => {
    expect([...row]).toEqual([...listed]);
    expect([...row.keys()]).toEqual([...listed.keys()]);
    expect([...row.values()]).toEqual([...listed.values()]);
    expect(row.size).toBe(listed.size);
    for (const id of ['answer', 'notes', 'due']) {
      expect(row.get(id)).toEqual(listed.get(id));
      expect(row.has(id)).toBe(listed.has(id));
      expect(cellIn(row, id)).toEqual(cellIn(listed, id));
    }
    const taken: unknown[] = [];
    row.forEach((cell, id) => taken.push([id, cell]));
    expect(taken).toEqual([...listed]);
  });

  test('stand in one place, and those of a map each in its own', () => {
    expect(placesOf(row)).toEqual([{ sheet: 'Answers', row: 12 }]);
    expect(placesOf(new CellsOfRow('Answers', { row: 12, cells: [] }, new Map()))).toEqual([]);
    const own: LocatedCell = { sheet: 'Mine', row: 3, column: 2, cell: undefined };
    expect(placesOf(new Map(listed).set('answer', own))).toEqual([own, at(7)]);
  });
});
