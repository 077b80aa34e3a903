/** Files of the disk as what they hold, or the reason why they can't be read. */
import { closeSync, fstatSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import type { Sent } from '../desk/source.js';
import { find, type Finding, type Parsed } from '../diagnostic/finding.js';
import { refuseSize } from '../xlsx/read.js';
import { interruptibly } from './interruptibly.js';
import { openFound } from './open-found.js';
import { STANDARD_STREAM } from './standard-stream.js';
import { reasonOf } from './system.js';

/** Why a path can't be read. */
export function unreadable(error: unknown, path?: string): Finding {
  return find('file-unreadable', path === undefined ? {} : { file: path }, { reason: reasonOf(error) });
}

/** Bytes up to which a room holds a file; a longer one gets bytes of its own, which are not kept. */
const LARGEST_ROOM = 1_048_576;

/** Room for one file after the other. What was read into it holds until the next file is read. */
export class Room {
  #bytes = new Uint8Array();

  /** All bytes of a file of about that size; undefined for one that has another size by now, or is too long for the room. */
  read(path: string, size: number): Uint8Array | undefined {
    // One byte more, so that it shows where something was added.
    const needed = size + 1;
    if (needed > LARGEST_ROOM) return undefined;
    if (needed > this.#bytes.length) this.#bytes = new Uint8Array(Math.min(2 * needed, LARGEST_ROOM));
    const file = openFound(path);
    try {
      let read = 0;
      for (let more = -1; more !== 0 && read < needed; read += more)
        more = readSync(file, this.#bytes, read, needed - read, null);
      return read === size ? this.#bytes.subarray(0, size) : undefined;
    } finally {
      closeSync(file);
    }
  }
}

/** Reads a file that was found a moment ago. Only files: to read a device may never end. With a `room`, into it. */
export function readFile(path: string, room?: Room): Parsed<Sent> {
  try {
    const stat = statSync(path);
    if (!stat.isFile()) {
      const reason = stat.isDirectory() ? 'EISDIR' : 'device';
      return { findings: [find('file-unreadable', {}, { reason })] };
    }
    const tooLarge = refuseSize(stat.size);
    if (tooLarge) return { findings: [tooLarge] };
    const bytes = room?.read(path, stat.size) ?? viewOf(readWhole(path));
    return { value: { bytes, modified: Math.floor(stat.mtimeMs) }, findings: [] };
  } catch (error) {
    return { findings: [unreadable(error)] };
  }
}

function readWhole(path: string): Buffer {
  const file = openFound(path);
  try {
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

/** The same bytes as what every host has. */
const viewOf = ({ buffer, byteOffset, length }: Buffer): Uint8Array => new Uint8Array(buffer, byteOffset, length);

/** Reads what a person has named: a file, standard input, or a pipe such as `<(…)` of a shell. */
export function readNamed(path: string): Parsed<Uint8Array> {
  try {
    const { value, findings } = interruptibly(() => readOpened(path));
    return { ...(value ? { value } : {}), findings: findings.map((each) => ({ ...each, file: path })) };
  } catch (error) {
    const isThere = reasonOf(error) !== 'ENOENT';
    return { findings: [isThere ? unreadable(error, path) : find('file-not-found', { file: path }, { found: path })] };
  }
}

function readOpened(path: string): Parsed<Uint8Array> {
  const file = path === STANDARD_STREAM ? STANDARD_INPUT : openSync(path, 'r');
  try {
    return refused(fstatSync(file).size) ?? readToEnd(file);
  } finally {
    if (file !== STANDARD_INPUT) closeSync(file);
  }
}

const STANDARD_INPUT = 0;
const PIECE = 1024 * 1024;
/** Milliseconds to wait for a pipe that has nothing yet. */
const PATIENCE = 20;

function refused(size: number): Parsed<Uint8Array> | undefined {
  const tooLarge = refuseSize(size);
  return tooLarge && { findings: [tooLarge] };
}

/** Nobody knows beforehand how much comes through a pipe. */
function readToEnd(file: number): Parsed<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const piece = new Uint8Array(PIECE);
    const read = readPiece(file, piece);
    if (read === 0) break;
    pieces.push(piece.subarray(0, read));
    size += read;
    const tooLarge = refused(size);
    if (tooLarge) return tooLarge;
  }
  const value = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    value.set(piece, at);
    at += piece.length;
  }
  return { value, findings: [] };
}

function readPiece(file: number, piece: Uint8Array): number {
  for (;;) {
    try {
      return readSync(file, piece);
    } catch (error) {
      const reason = reasonOf(error);
      // What Windows says at the end of a pipe.
      if (reason === 'EOF') return 0;
      if (reason !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PATIENCE);
    }
  }
}
