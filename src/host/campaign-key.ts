/** The secret key that tokens of issued workbooks are signed with. It is made once, for its owner alone, and never replaced. */
import { createHmac, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Sign } from '../desk/tokens.js';
import { find } from '../diagnostic/finding.js';
import { Refusal } from '../diagnostic/refusal.js';
import { FOLDER_RIGHTS, RIGHTS } from './rights.js';
import { reasonOf } from './system.js';
import { beginIn, ended } from './unfinished.js';
import { makeFolders, unwritable } from './writing.js';

const KEY_BYTES = 32;
const KEY = /^[0-9a-f]{64}\r?\n?$/;
/** Signatures of other things are no tokens. */
const PURPOSE = 'aismm issued workbook 1\n';
/** Bytes of an id: nobody meets one by chance. */
const ID_BYTES = 16;

/** An id that nobody can foresee. */
export const newTokenId = (): string => randomBytes(ID_BYTES).toString('hex');

/**
 * The key in a file. `create` makes it where there is none.
 * @throws A `Refusal` if the key is missing or is not a key, or if its file cannot be read or written.
 */
export function openKey(path: string, { create }: { readonly create: boolean }): Sign {
  const text = read(path) ?? (create ? made(path) : undefined);
  if (text === undefined) throw new Refusal(find('key-unusable', { file: path }, { is: 'missing' }));
  if (!KEY.test(text)) throw new Refusal(find('key-unusable', { file: path }, { is: 'no-key' }));
  const key = Buffer.from(text.trim(), 'hex');
  return (id) => createHmac('sha256', key).update(`${PURPOSE}${id}`).digest('hex');
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === 'ENOENT') return undefined;
    throw new Refusal(find('file-unreadable', { file: path }, { reason }));
  }
}

/** Writes the whole key under another name and links it: whoever is later finds the first one, and never half of one. */
function made(path: string): string {
  const folder = dirname(path);
  const temporary = beginIn(folder);
  const text = `${randomBytes(KEY_BYTES).toString('hex')}\n`;
  try {
    makeFolders(folder, FOLDER_RIGHTS.private);
    const file = openSync(temporary, 'wx', RIGHTS.private);
    try {
      writeSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    linkSync(temporary, path);
  } catch (error) {
    const reason = reasonOf(error);
    if (reason !== 'EEXIST') throw unwritable(path, reason);
  } finally {
    rmSync(temporary, { force: true });
    ended(temporary);
  }
  // Another process may have been faster.
  return read(path) ?? text;
}
