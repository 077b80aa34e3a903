/** Names what a file is by its first bytes and its parts, whatever its name says. */
import { diagnose, type Diagnostic } from '../diagnostic/diagnostic.js';
import type { ZipArchive } from './zip.js';

const startsWith = (bytes: Uint8Array, ...codes: number[]): boolean => codes.every((code, i) => bytes[i] === code);
const AS_XLSX = 'Open it in a spreadsheet program and save it as “Excel Workbook (.xlsx)”.';
const WRONG_FILE = 'Check that the right file was given.';
/** How much of a file is looked at for words inside it. */
const LOOKED_AT = 4096;

const notXlsx = (found: string, suggestion: string): Diagnostic => diagnose('not-xlsx', {}, { found, suggestion });

/** Why the bytes are no zip archive, and so no workbook; undefined if they begin like one. */
export function sniffBytes(bytes: Uint8Array): Diagnostic | undefined {
  if (bytes.length === 0) return diagnose('file-empty', {});
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return undefined;
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return sniffCompound(bytes);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, LOOKED_AT));
  if (head.startsWith('%PDF')) return notXlsx('a PDF document', WRONG_FILE);
  if (/^\s*(<\?xml[^>]*>\s*)?<(!doctype html|html)/i.test(head))
    return notXlsx('a web page', 'Download the workbook itself.');
  if (/^(\ufeff|ï»¿)?\s*<\?xml/.test(head)) return notXlsx('an XML file', AS_XLSX);
  if (/^\s*[[{]/.test(head)) return notXlsx('a JSON file', 'To fill a workbook from answers, use “aismm fill”.');
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) || startsWith(bytes, 0xff, 0xd8, 0xff))
    return notXlsx('a picture', WRONG_FILE);
  if (startsWith(bytes, 0x1f, 0x8b) || startsWith(bytes, 0x37, 0x7a) || head.startsWith('Rar!'))
    return notXlsx('a packed archive', 'Unpack it first.');
  if (!/[\u0000-\u0008\u000e-\u001f]/.test(head)) return notXlsx('a text or CSV file', AS_XLSX);
  return notXlsx('a file of an unknown kind', WRONG_FILE);
}

/** Old Office files and encrypted new ones share one container; its directory names its streams in UTF-16. */
function sniffCompound(bytes: Uint8Array): Diagnostic {
  const text = new TextDecoder('utf-16le').decode(bytes.subarray(0, Math.min(bytes.length & ~1, 8 * 1024 * 1024)));
  if (text.includes('EncryptedPackage')) return diagnose('encrypted-file', {});
  if (text.includes('Workbook') || text.includes('Book')) return notXlsx('an old Excel workbook (.xls)', AS_XLSX);
  return notXlsx('an old Office file', AS_XLSX);
}

/** Why an archive is no .xlsx workbook; undefined if it may be one. */
export function sniffArchive(archive: ZipArchive): Diagnostic | undefined {
  const has = (name: string): boolean => archive.has(name);
  if (has('xl/workbook.bin')) return notXlsx('a binary Excel workbook (.xlsb)', AS_XLSX);
  if (archive.names().some((name) => name.endsWith('vbaproject.bin'))) {
    return notXlsx(
      'a workbook with macros (.xlsm)',
      'Save it as “Excel Workbook (.xlsx)”, which leaves the macros out.',
    );
  }
  if (has('mimetype')) {
    const kind = new TextDecoder().decode(archive.read('mimetype')?.subarray(0, 200));
    if (kind.includes('opendocument.spreadsheet')) return notXlsx('an OpenDocument spreadsheet (.ods)', AS_XLSX);
    return notXlsx('an OpenDocument file', WRONG_FILE);
  }
  const holds = (folder: string): boolean => archive.names().some((name) => name.startsWith(folder));
  if (has('_rels/.rels') && !holds('word/') && !holds('ppt/')) return undefined;
  if (holds('word/')) return notXlsx('a Word document', WRONG_FILE);
  if (holds('ppt/')) return notXlsx('a PowerPoint presentation', WRONG_FILE);
  return notXlsx('a zip archive', 'Unpack it and give the workbooks inside.');
}
