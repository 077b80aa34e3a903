/** Workbooks broken in named ways, for trying out how many of them are taken in. */
import { strToU8, zipSync } from 'fflate';
import type { DiagnosticCode } from '../diagnostic/catalogue.js';
import { findMarks } from '../layout/heads.js';
import { ANSWERS_TABLE } from '../layout/sheets/answers.js';
import { readGrid } from '../xlsx/read.js';
import { editSheet } from '../xlsx/template.js';

/** One way to break a workbook. */
export interface Way {
  /** What reading the broken file has to say. */
  readonly code: DiagnosticCode;
  /** The bytes of a sound workbook, broken. */
  readonly break: (bytes: Uint8Array) => Uint8Array;
}

/** Changes the sheet that holds the answers. */
const inAnswers = (bytes: Uint8Array, change: (xml: string) => string): Uint8Array => {
  const sheets = readGrid(bytes).value?.sheets ?? [];
  const mark = findMarks(sheets).find(({ table }) => table === ANSWERS_TABLE);
  return mark ? editSheet(bytes, mark.sheet.name, change) : bytes;
};

/** The first bytes of every old or encrypted Office file, and the name of an encrypted one's stream. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const ways = {
  truncated: { code: 'damaged-file', break: (bytes) => bytes.slice(0, Math.floor(bytes.length * 0.6)) },
  flipped: {
    code: 'damaged-file',
    break: (bytes) => {
      // In the packed content of every part of the archive's first half.
      const flipped = bytes.slice();
      for (let at = 2_000; at < flipped.length / 2; at += 997) flipped[at] = (flipped[at] ?? 0) ^ 0x10;
      return flipped;
    },
  },
  bomb: { code: 'hostile-file', break: (bytes) => inAnswers(bytes, (xml) => `${xml}${' '.repeat(30_000_000)}`) },
  entities: {
    code: 'hostile-file',
    break: (bytes) => inAnswers(bytes, (xml) => xml.replace('<worksheet', '<!DOCTYPE x [<!ENTITY a "b">]><worksheet')),
  },
  foreign: {
    code: 'not-our-workbook',
    break: () =>
      zipSync({
        '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
        '_rels/.rels': strToU8(
          '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        ),
        'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="CAIQ" sheetId="1" r:id="s"/></sheets></workbook>'),
        'xl/_rels/workbook.xml.rels': strToU8(
          '<Relationships><Relationship Id="s" Type="x/worksheet" Target="sheet.xml"/></Relationships>',
        ),
        'xl/sheet.xml': strToU8('<worksheet><sheetData/></worksheet>'),
      }),
  },
  encrypted: {
    code: 'encrypted-file',
    break: () => {
      const name = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);
      return new Uint8Array([...COMPOUND, ...new Array<number>(504).fill(0), ...name]);
    },
  },
  empty: { code: 'file-empty', break: () => new Uint8Array() },
  csv: { code: 'not-xlsx', break: () => strToU8('ID,Answer\nGOV-2A,Met\n') },
  mistyped: { code: 'unknown-option', break: (bytes) => inAnswers(bytes, (xml) => xml.replace('>Met<', '>Mett<')) },
  row: {
    code: 'missing-row',
    break: (bytes) => inAnswers(bytes, (xml) => xml.replace(/<row r="9".*?<\/row>/, '')),
  },
} satisfies Record<BrokenWay, Way>;

export type BrokenWay =
  'truncated' | 'flipped' | 'bomb' | 'entities' | 'foreign' | 'encrypted' | 'empty' | 'csv' | 'mistyped' | 'row';

/** Every way, by the name that a broken file carries. */
export const BROKEN_WAYS: Readonly<Record<BrokenWay, Way>> = ways;
