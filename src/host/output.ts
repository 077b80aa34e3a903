/** Files are written whole: under a temporary name in the same folder that nobody can foresee, then renamed. */
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  lstatSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { find } from '../diagnostic/finding.js';
import { Refusal } from '../diagnostic/refusal.js';
import { isAsWritten } from './as-written.js';
import { holdText } from './held.js';
import { interruptibly } from './interruptibly.js';
import { FOLDER_RIGHTS, RIGHTS, type Rights } from './rights.js';
import { reasonOf } from './system.js';
import { beginIn, ended, removeLeftIn } from './unfinished.js';
import { makeFolders, orUnwritable, unwritable, writeAll } from './writing.js';

/** How a file is written. */
export interface OutputOptions extends Rights {
  /** Replaces what is there. */
  readonly force: boolean;
  /** The file can be made again at any time, because it holds nobody's answers: in `output/`, one that is there is replaced. */
  readonly isRemade?: boolean;
}

/** A file that is being written piece by piece; nothing of it is there until it is finished. */
export interface OpenOutput {
  /** Adds to the end; text may be held for a while. */
  readonly write: (content: Uint8Array | string) => void;
  /** Puts the file in its place. */
  readonly finish: () => void;
  /** Leaves nothing behind. */
  readonly abandon: () => void;
}

/**
 * Begins a file. One that exists is left alone unless forced, except what can be made again in `output/` of the working folder,
 * where a workbook that people have worked in is left alone. This and all that the file can do throw a `Refusal`.
 */
export function openOutput(path: string, { force, isPublic = false, isRemade = false }: OutputOptions): OpenOutput {
  const full = resolve(path);
  // Nothing takes the place of a device, so that nobody has to be asked.
  if (isDevice(full)) return openDevice(path, full);
  if (isFolder(full)) throw unwritable(path, 'EISDIR');
  if (!force && !(isRemade && isGenerated(full)) && isThere(full)) throw exists(path);
  const folder = dirname(full);
  const temporary = beginIn(folder);
  let file: number | undefined;
  const abandon = (): void => {
    try {
      if (file !== undefined) closeSync(file);
      file = undefined;
      rmSync(temporary, { force: true });
    } catch {
      // The first fault is the one to report.
    }
    ended(temporary);
  };
  const guard = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      abandon();
      throw unwritable(path, reasonOf(error));
    }
  };
  guard(() => {
    makeFolders(folder, FOLDER_RIGHTS[isPublic ? 'public' : 'private']);
    removeLeftIn(folder);
    // Exclusive: a file or link that is there already is not ours to write to.
    file = openSync(temporary, 'wx', RIGHTS[isPublic ? 'public' : 'private']);
  });
  const held = holdText((bytes) => writeAll(file ?? -1, bytes));
  return {
    write: (content) =>
      guard(() => {
        if (typeof content === 'string') return held.add(content);
        held.flush();
        writeAll(file ?? -1, content);
      }),
    finish: () =>
      guard(() => {
        held.flush();
        if (file !== undefined) closeSync(file);
        file = undefined;
        renameSync(temporary, full);
        ended(temporary);
      }),
    abandon,
  };
}

/** True for what no file may take the place of: a device, a pipe, a socket. */
function isDevice(full: string): boolean {
  try {
    const found = statSync(full, { throwIfNoEntry: false });
    return found !== undefined && !found.isFile() && !found.isDirectory();
  } catch {
    // Whoever writes there says why it can't be.
    return false;
  }
}

/** True for a folder: no file takes its place, also if it is forced. */
function isFolder(full: string): boolean {
  try {
    return statSync(full, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    return false;
  }
}

/** What is written to a device is gone at once; nothing is there to be finished or left behind. */
function openDevice(path: string, full: string): OpenOutput {
  const guard = <T>(work: () => T): T => orUnwritable(path, () => interruptibly(work));
  const file = guard(() => openSync(full, 'w'));
  return {
    write: (content) => guard(() => writeFileSync(file, content)),
    finish: () => guard(() => closeSync(file)),
    abandon: () => guard(() => closeSync(file)),
  };
}

/**
 * Writes a file of which everything is there already.
 * @throws A `Refusal` if the file exists and may not be replaced, or if it cannot be written.
 */
export function writeWhole(path: string, content: Uint8Array | string, options: OutputOptions): void {
  const output = openOutput(path, options);
  output.write(content);
  output.finish();
}

/**
 * Before long work: throws where its result could not be written in the end.
 * @throws A `Refusal` if the file or folder exists and may not be replaced, or if it cannot be written.
 */
export function expectWritable(
  path: string,
  { force, is, isRemade = false }: Pick<OutputOptions, 'force' | 'isRemade'> & { readonly is: 'file' | 'folder' },
): void {
  const full = resolve(path);
  try {
    const found = statSync(full, { throwIfNoEntry: false });
    if (found && found.isDirectory() !== (is === 'folder'))
      throw unwritable(path, is === 'folder' ? 'EEXIST' : 'EISDIR');
    const isTaken = is === 'file' ? isThere(full) : found !== undefined && readdirSync(full).length > 0;
    if (isTaken && !force && !(isRemade && isGenerated(full))) throw exists(path, is);
    // What is missing of the path is made; the first folder that is there has to take it.
    let folder = is === 'folder' ? full : dirname(full);
    while (!existsSync(folder) && folder !== dirname(folder)) folder = dirname(folder);
    if (!statSync(folder).isDirectory()) throw unwritable(path, 'EEXIST');
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw error instanceof Refusal ? error : unwritable(path, reasonOf(error));
  }
}

/** True for a generated file: one below `output/`, unless it is a workbook that people have worked in, or a link leads elsewhere. */
function isGenerated(full: string): boolean {
  const folder = resolve('output');
  if (!full.startsWith(folder + sep)) return false;
  if (!existsSync(full)) return !isThere(full);
  if (realpathSync(full) !== join(realpathSync('.'), relative('.', full))) return false;
  return !full.toLowerCase().endsWith('.xlsx') || isAsWritten(full);
}

/** True if anything exists under this path, including a link to a file that does not exist. */
const isThere = (full: string): boolean => lstatSync(full, { throwIfNoEntry: false }) !== undefined;

const exists = (path: string, is: 'file' | 'folder' = 'file'): Refusal =>
  new Refusal(find('file-exists', { file: path }, { found: path, ...(is === 'folder' ? { is } : {}) }));
