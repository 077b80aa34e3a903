/** Packages broken in ways that have nothing to do with what their cells say, and files that are no packages at all. */
import { strToU8, zipSync } from 'fflate';
import { editSheet } from './edit-sheet.js';
import { escapeXml } from './text.js';
import { encodeAscii } from './text-codec.js';

/** Without its end, as after a transfer that broke off. */
export function cutOff(bytes: Uint8Array): Uint8Array {
  return bytes.slice(0, Math.floor(bytes.length * 0.6));
}

/** Begins an entry in the list of parts of a package; its checksum stands so many bytes behind. */
const LISTED = 0x02014b50;
const CHECKSUM = 16;

/** One bit turned in the checksum of every part. */
export function withFlippedBits(bytes: Uint8Array): Uint8Array {
  const flipped = bytes.slice();
  const view = new DataView(flipped.buffer);
  // In the checksum of every part: a bit of a packed part may as well make it longer, which is taken for hostile.
  for (let at = 0; at + CHECKSUM < flipped.length; at += 1)
    if (view.getUint32(at, true) === LISTED) view.setUint8(at + CHECKSUM, view.getUint8(at + CHECKSUM) ^ 0x10);
  return flipped;
}

/** A sheet that unpacks to far more than it seems to hold. */
export function withBomb(bytes: Uint8Array, sheet: string): Uint8Array {
  return editSheet(bytes, sheet, (xml) => `${xml}${' '.repeat(30_000_000)}`);
}

/** A sheet that declares entities of its own, with which a few bytes can stand for any number of them. */
export function withEntities(bytes: Uint8Array, sheet: string): Uint8Array {
  return editSheet(bytes, sheet, (xml) => xml.replace('<worksheet', '<!DOCTYPE x [<!ENTITY a "b">]><worksheet'));
}

/** The least that is a workbook, with one sheet of that name and nothing on it. */
export function emptyWorkbook(sheet: string): Uint8Array {
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationships><Relationship Id="${id}" Type="x/${kind}" Target="${target}"/></Relationships>`;
  const parts = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relation('r', 'officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `<workbook><sheets><sheet name="${escapeXml(sheet)}" sheetId="1" r:id="s"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relation('s', 'worksheet', 'sheet.xml'),
    'xl/sheet.xml': '<worksheet><sheetData/></worksheet>',
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}

/** The first bytes of every old or encrypted Office file. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** A workbook behind a password: the beginning of its container, and the name of the stream that would hold it. */
export function encryptedWorkbook(): Uint8Array {
  const name = Array.from('EncryptedPackage').flatMap((letter) => [letter.charCodeAt(0), 0]);
  return new Uint8Array([...COMPOUND, ...new Array<number>(504).fill(0), ...name]);
}

/** A table of plain text. */
export function commaSeparated(rows: readonly (readonly string[])[]): Uint8Array {
  return encodeAscii(rows.map((row) => `${row.join(',')}\n`).join(''));
}
