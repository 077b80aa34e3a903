/** Paths that cannot be what their options stand for: a folder as a file, a file as a folder, a file of another kind. */
import { basename, join } from 'node:path';
import { STANDARD_STREAM } from '../building.js';
import { kindByName } from './file-kinds.js';
import type { PathIs, TypedPath } from './path-roles.js';
import { Usage } from './rim.js';
import { expectDatabase, expectStoreName, fileOfStore } from './store-name.js';
import { whatIsThere } from './what-is-there.js';

/** Throws `Usage` for the first of them. Nothing is opened; whether something is there at all does not matter. */
export function expectRoles(paths: readonly TypedPath[]): void {
  expectSearchable(paths.filter(({ role }) => role.is === 'searched'));
  for (const typed of paths) {
    expectStream(typed);
    if (typed.role.is === 'new-file') expectFileName(typed);
    else if (typed.role.is === 'new-folder') expectFolderName(typed);
    else if (typed.role.is === 'store')
      (typed.role.needsDatabase === true ? expectDatabase : expectStoreName)(typed.option, typed.path);
    else if (typed.role.is !== 'searched') expectKind(typed);
    expectPlace(typed);
  }
}

/** Paths for which “-” is standard input or output. */
const STREAMS: ReadonlySet<PathIs> = new Set(['file', 'searched', 'new-file']);

function expectStream({ option, path, role }: TypedPath): void {
  // The name of a store is judged with its reason.
  if (path === STANDARD_STREAM && role.is !== 'store' && !(role.mayBeStream ?? STREAMS.has(role.is)))
    throw new Usage(`Invalid ${option} "-". Use ${role.use}.`);
}

/** Throws where no one would find the file under its name. */
function expectFileName({ option, path }: TypedPath): void {
  const name = basename(path);
  if (/^\.\w+$/.test(name) && kindByName(name) !== undefined)
    throw new Usage(`Invalid ${option} "${path}". Write a name before “${name}”, such as result${name}.`);
  // Windows leaves them out.
  if (/[. ]$/.test(name) && !/^\.+$/.test(name))
    throw new Usage(`Invalid ${option} "${path}". Use a file name that does not end in a dot or a space.`);
}

function expectFolderName({ option, path }: TypedPath): void {
  // Whatever an existing folder is called, it is one.
  if (kindByName(path) !== undefined && whatIsThere(path).is !== 'folder')
    throw new Usage(`Invalid ${option} "${path}". Use the name of a folder, not of a file.`);
}

/** Throws where nothing that is searched can be or hold a workbook. Among others, a stray file is told by its content. */
function expectSearchable(searched: readonly TypedPath[]): void {
  const isOther = ({ path, role: { kinds } }: TypedPath): boolean => {
    const kind = kindByName(path);
    return kind !== undefined && kinds?.includes(kind) === false && whatIsThere(path).is !== 'folder';
  };
  const [first] = searched;
  if (first && searched.every(isOther)) expectKind(first);
}

function expectKind({ option, path, role: { kinds, use } }: TypedPath): void {
  const kind = kindByName(path);
  if (kinds !== undefined && kind !== undefined && !kinds.includes(kind))
    throw new Usage(`Invalid ${option} "${path}". Use ${use}.`);
}

/** What may be at the path, besides nothing and devices. */
const MAY_BE: Readonly<Record<PathIs, readonly string[]>> = {
  ...{ file: ['file'], store: ['file'], 'new-file': ['file'] },
  ...{ folder: ['folder'], model: ['folder'], 'new-folder': ['folder'] },
  searched: ['file', 'folder'],
};

const ADDRESS = /^[a-z][a-z0-9+.-]+:\/\//i;

function expectPlace({ option, path, role }: TypedPath): void {
  if (path === STANDARD_STREAM) return;
  const wrong = (problem: string): Usage => new Usage(`Invalid ${option} "${path}": ${problem}. Use ${role.use}.`);
  if (ADDRESS.test(path)) {
    if (role.takesAddress?.(path) === true) return;
    throw wrong('this is an address');
  }
  const mayBe = MAY_BE[role.is];
  if (/[\\/]$/.test(path) && !mayBe.includes('folder')) throw wrong('this is the name of a folder');
  const there = whatIsThere(role.is === 'store' ? fileOfStore(path) : path);
  if (there.is === 'below') throw wrong(`"${there.file}" is a file, not a folder`);
  if (there.is === 'nothing' && role.contains) throw wrong('this folder does not exist');
  if (there.is !== 'file' && there.is !== 'folder') return;
  if (!mayBe.includes(there.is)) throw wrong(`this is a ${there.is}`);
  if (role.contains && whatIsThere(join(path, role.contains.file)).is === 'nothing')
    throw wrong(role.contains.otherwise);
}
