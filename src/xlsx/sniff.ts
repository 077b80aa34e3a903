/** Names what a file is by its first bytes and its parts, whatever its name says. */
import type { FileKind } from '../diagnostic/catalogue.js';
import { find, type Finding } from '../diagnostic/finding.js';
import type { ZipArchive } from './zip.js';

const startsWith = (bytes: Uint8Array, ...codes: number[]): boolean => codes.every((code, i) => bytes[i] === code);
/** How much of a file is looked at for words inside it. */
const LOOKED_AT = 4096;

const notXlsx = (kind: FileKind): Finding => find('not-xlsx', {}, { kind });

/** Why the bytes are no zip archive, and so no workbook; undefined if they begin like one. */
export function sniffBytes(bytes: Uint8Array): Finding | undefined {
  if (bytes.length === 0) return find('file-empty', {});
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return undefined;
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return sniffCompound(bytes);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, LOOKED_AT));
  if (head.startsWith('%PDF')) return notXlsx('pdf');
  if (/^\s*(<\?xml[^>]*>\s*)?<(!doctype html|html)/i.test(head)) return notXlsx('web-page');
  if (/^(\ufeff|ï»¿)?\s*<\?xml/.test(head)) return notXlsx('xml');
  if (/^\s*[[{]/.test(head)) return notXlsx('json');
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) || startsWith(bytes, 0xff, 0xd8, 0xff)) return notXlsx('picture');
  if (startsWith(bytes, 0x1f, 0x8b) || startsWith(bytes, 0x37, 0x7a) || head.startsWith('Rar!'))
    return notXlsx('packed');
  if (!/[\u0000-\u0008\u000e-\u001f]/.test(head)) return notXlsx('text');
  return notXlsx('unknown');
}

/** Old Office files and encrypted new ones share one container; its directory names its streams in UTF-16. */
function sniffCompound(bytes: Uint8Array): Finding {
  const text = new TextDecoder('utf-16le').decode(bytes.subarray(0, Math.min(bytes.length & ~1, 8 * 1024 * 1024)));
  if (text.includes('EncryptedPackage')) return find('encrypted-file', {});
  if (text.includes('Workbook') || text.includes('Book')) return notXlsx('xls');
  return notXlsx('old-office');
}

/** Why an archive is no .xlsx workbook; undefined if it may be one. */
export function sniffArchive(archive: ZipArchive): Finding | undefined {
  const has = (name: string): boolean => archive.has(name);
  if (has('xl/workbook.bin')) return notXlsx('xlsb');
  if (archive.names().some((name) => name.endsWith('vbaproject.bin'))) return notXlsx('macros');
  if (has('mimetype')) {
    const kind = new TextDecoder().decode(archive.read('mimetype')?.subarray(0, 200));
    if (kind.includes('opendocument.spreadsheet')) return notXlsx('ods');
    return notXlsx('opendocument');
  }
  const holds = (folder: string): boolean => archive.names().some((name) => name.startsWith(folder));
  if (has('_rels/.rels') && !holds('word/') && !holds('ppt/')) return undefined;
  if (holds('word/')) return notXlsx('word');
  if (holds('ppt/')) return notXlsx('powerpoint');
  return notXlsx('zip');
}
