/** What is seen to be no workbook by its first bytes: to hand such a file to a worker and back costs far more than to read it. */
import { closeSync, readSync, statSync } from 'node:fs';
import type { Item, Sent } from '../desk/source.js';
import { hasEndOfMail } from '../desk/wanted.js';
import type { ItemReader } from './read-item.js';
import { openFound } from '../host/open-found.js';
import { sniffBytes } from '../xlsx/sniff.js';

/** Bytes of the longest file that is read right here; a longer one would keep others waiting. */
const LONGEST = 65_536;
/** By what a workbook is told. */
const MARK = 4;

/**
 * The bytes of a short file that is no workbook; undefined where a worker has to look at it, or has to say why it can't.
 * `reader`: keeps the archive open that the next one may be in as well.
 */
export async function noWorkbookAt(item: Item, reader: ItemReader): Promise<Sent | undefined> {
  // Why a message can't be opened is for those to say who open it.
  if (hasEndOfMail(item.file)) return undefined;
  return item.entry === undefined ? noWorkbookInFile(item.file) : noWorkbookInArchive(item, reader);
}

async function noWorkbookInArchive(item: Item, reader: ItemReader): Promise<Sent | undefined> {
  const size = reader.sizeOf(item);
  if (size === undefined || size > LONGEST) return undefined;
  const { value } = await reader.read(item);
  return value && sniffBytes(value.bytes) ? value : undefined;
}

function noWorkbookInFile(file: string): Sent | undefined {
  try {
    // To open a pipe would wait for whoever writes into it.
    const stat = statSync(file);
    if (!stat.isFile() || stat.size > LONGEST) return undefined;
    const bytes = unlessWorkbook(file, stat.size);
    return bytes && sniffBytes(bytes) ? { bytes, modified: Math.floor(stat.mtimeMs) } : undefined;
  } catch {
    return undefined;
  }
}

/** A file whole, unless it begins like a workbook, or is not as long as it was a moment ago. */
function unlessWorkbook(path: string, size: number): Uint8Array | undefined {
  const file = openFound(path);
  try {
    // One byte more, so that it shows where something was added.
    const bytes = new Uint8Array(size + 1);
    const mark = readSync(file, bytes, 0, Math.min(MARK, size), null);
    if (mark === MARK && sniffBytes(bytes.subarray(0, MARK)) === undefined) return undefined;
    let read = mark;
    for (let more = mark; more > 0 && read < bytes.length; read += more)
      more = readSync(file, bytes, read, bytes.length - read, null);
    return read === size ? bytes.subarray(0, size) : undefined;
  } finally {
    closeSync(file);
  }
}
