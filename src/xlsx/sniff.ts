/** Names what a file is by its first bytes and its parts, whatever its name says. */
import type { FileKind } from '../diagnostic/catalogue.js';
import { find, type Finding } from '../diagnostic/finding.js';
import { BEGINS, beginsWith } from '../diagnostic/other-kind.js';
import { decodeBytes } from './text-codec.js';
import type { ZipArchive } from './zip.js';

const startsWith = (bytes: Uint8Array, ...codes: number[]): boolean => beginsWith(bytes, codes);
/** How much of a file is looked at for words inside it. */
const LOOKED_AT = 4096;

const notXlsx = (kind: FileKind): Finding => find('not-xlsx', {}, { kind });

/** Why the bytes are no zip archive, and so no workbook; undefined if they begin like one. */
export function sniffBytes(bytes: Uint8Array): Finding | undefined {
  if (bytes.length === 0) return find('file-empty', {});
  if (beginsWith(bytes, BEGINS.zip) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06)) return undefined;
  if (beginsWith(bytes, BEGINS.compound)) return sniffCompound(bytes);
  const head = decodeBytes(bytes.subarray(0, LOOKED_AT));
  if (isLock(bytes, head)) return notXlsx('lock');
  if (beginsWith(bytes, BEGINS.pdf)) return notXlsx('pdf');
  if (/^\s*(<\?xml[^>]*>\s*)?<(!doctype html|html)/i.test(head)) return notXlsx('web-page');
  if (/^(\ufeff|ï»¿)?\s*<\?xml/.test(head)) return notXlsx('xml');
  if (/^\s*[[{]/.test(head)) return notXlsx('json');
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) || startsWith(bytes, 0xff, 0xd8, 0xff)) return notXlsx('picture');
  if (startsWith(bytes, 0x1f, 0x8b) || startsWith(bytes, 0x37, 0x7a) || head.startsWith('Rar!'))
    return notXlsx('packed');
  if (!/[\u0000-\u0008\u000e-\u001f]/.test(head)) return notXlsx('text');
  return notXlsx('unknown');
}

/** A file that holds who has a workbook open: `~$….xlsx` of Excel, with the name twice; `.~lock.….xlsx#` of LibreOffice. */
function isLock(bytes: Uint8Array, head: string): boolean {
  const length = bytes[0] ?? 0;
  if (bytes.length === LOCK_LENGTH && length <= LONGEST_USER && bytes[55] === length && bytes[56] === 0) return true;
  return /^(?:[^,\n]*,){4}file:\/\/[^\n]*;$/.test(head);
}

const LOCK_LENGTH = 165;
const LONGEST_USER = 54;

/** Old Office files and encrypted new ones share one container; its directory names its streams in UTF-16. */
function sniffCompound(bytes: Uint8Array): Finding {
  if (namesStream(bytes, 'EncryptedPackage')) return find('encrypted-file', {});
  if (namesStream(bytes, 'Workbook') || namesStream(bytes, 'Book')) return notXlsx('xls');
  return notXlsx('old-office');
}

/** How far into a compound file the names of its streams are looked for. */
const NAMES_WITHIN = 8 * 1024 * 1024;

function namesStream(bytes: Uint8Array, name: string): boolean {
  const looked = bytes.subarray(0, NAMES_WITHIN);
  const first = name.charCodeAt(0);
  for (let at = looked.indexOf(first); at >= 0; at = looked.indexOf(first, at + 1)) {
    let i = at % 2 === 0 ? 0 : name.length + 1;
    while (i < name.length && looked[at + 2 * i] === name.charCodeAt(i) && looked[at + 2 * i + 1] === 0) i += 1;
    if (i === name.length) return true;
  }
  return false;
}

/** Why an archive is no .xlsx workbook; undefined if it may be one. */
export function sniffArchive(archive: ZipArchive): Finding | undefined {
  const has = (name: string): boolean => archive.has(name);
  if (has('xl/workbook.bin')) return notXlsx('xlsb');
  if (has('mimetype')) {
    const kind = decodeBytes((archive.read('mimetype') ?? new Uint8Array()).subarray(0, 200));
    if (kind.includes('opendocument.spreadsheet')) return notXlsx('ods');
    return notXlsx('opendocument');
  }
  const holds = (folder: string): boolean => archive.names().some((name) => name.startsWith(folder));
  if (has('_rels/.rels') && !holds('word/') && !holds('ppt/')) return undefined;
  if (holds('word/')) return notXlsx('word');
  if (holds('ppt/')) return notXlsx('powerpoint');
  return notXlsx('zip');
}
