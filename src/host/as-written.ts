/** Tells a workbook that is as this program wrote it from one that people have worked in. */
import { CONTENT_TYPES } from '../xlsx/relations.js';
import { ZipArchive } from '../xlsx/zip.js';
import { readFile } from './files.js';
import { ZLIB } from './zlib.js';

/** Who wrote a package, and when. */
const PROPERTIES = 'docProps/core.xml';
/** All our packages are as old as the zip format: programs that write the time of day are others. */
const LATEST = Date.UTC(1980, 0, 2);

/**
 * True if nobody has saved the workbook since this program wrote it. Excel writes the time of saving to the properties;
 * LibreOffice, openpyxl and exceljs write it to the zip archive. Also false for a file that cannot be read, because its content is unknown.
 */
export function isAsWritten(path: string): boolean {
  const { value } = readFile(path);
  if (!value) return false;
  try {
    const archive = new ZipArchive(value.bytes, { inflater: ZLIB });
    const properties = new TextDecoder().decode(archive.read(PROPERTIES));
    const [created, modified] = ['created', 'modified'].map((name) => timeIn(properties, name));
    return created !== undefined && created === modified && (archive.modified(CONTENT_TYPES) ?? Infinity) < LATEST;
  } catch {
    return false;
  }
}

function timeIn(properties: string, name: string): string | undefined {
  return new RegExp(`<dcterms:${name}[^<>]{0,99}>([^<>]{1,40})</dcterms:${name}>`).exec(properties)?.[1];
}
