/** Changes one sheet of a package that is there already, by the names and addresses that people see. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { toA1, type CellPlace } from '../grid/address.js';
import { cutAtCells, filledCell } from './cell-slots.js';
import type { Primitive } from './plan.js';
import { sheetParts } from './workbook-part.js';

/** The package with the XML of one sheet changed; the package itself where it has no such sheet. */
export function editSheet(bytes: Uint8Array, sheet: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const part = sheetParts({ read: (name) => parts[name] }).get(sheet);
  const content = part === undefined ? undefined : parts[part];
  if (part === undefined || !content) return bytes;
  return zipSync({ ...parts, [part]: strToU8(change(strFromU8(content))) });
}

/** The package with another value in a cell that is there; its look stays. */
export function setCell(bytes: Uint8Array, sheet: string, place: CellPlace, value: Primitive): Uint8Array {
  return editSheet(bytes, sheet, (xml) =>
    cutAtCells(xml, new Map([[toA1(place), true]]))
      .map((piece) => (typeof piece === 'string' ? piece : filledCell(piece, value)))
      .join(''),
  );
}

/** The package without what stands in a row; no other row moves. */
export function clearRow(bytes: Uint8Array, sheet: string, row: number): Uint8Array {
  const element = new RegExp(`<row r="${row}"[^>]*?(?:/>|>.*?</row>)`, 's');
  return editSheet(bytes, sheet, (xml) => xml.replace(element, ''));
}
