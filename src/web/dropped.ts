/** What was dropped or chosen: files, folders with whatever is below them, archives that are listed by a worker. */
import { append } from '../diagnostic/append.js';
import { hasEndOfArchive, kindByName } from '../desk/wanted.js';
import type { Readers } from './readers.js';
import type { Given } from './telling.js';

/** Files with their paths. Entries have to be asked for before the event is over. */
export function filesDropped(transfer: DataTransfer): Promise<Given[]> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return Promise.resolve(filesChosen(transfer.files));
  return Promise.all(entries.map((entry) => below(entry, true))).then((all) => all.flat());
}

/** The page opens no messages. */
const isRead = (path: string): boolean => ['workbook', 'archive'].includes(kindByName(path));

/** Files of an `input`; those of a folder have a path. */
export function filesChosen(files: FileList): Given[] {
  return [...files]
    .map((file) => ({ path: file.webkitRelativePath || file.name, file }))
    .filter(({ path, file }) => file.webkitRelativePath === '' || isRead(path));
}

async function below(entry: FileSystemEntry, isNamed = false): Promise<Given[]> {
  const path = entry.fullPath.replace(/^\//, '');
  if (entry.isFile) {
    // What is dropped by itself is taken, whatever its name is.
    if (!isNamed && !isRead(path)) return [];
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)); // as it says
    return [{ path, file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader(); // as it says
  const found: Given[] = [];
  for (;;) {
    // A hundred at a time.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return found;
    for (const each of some.sort((a, b) => (a.name < b.name ? -1 : 1))) append(found, await below(each));
  }
}

/** The workbooks that are meant, and how many archives inside of archives are left out. */
export async function workbooksIn(
  given: readonly Given[],
  readers: Readers,
): Promise<{ readonly workbooks: Given[]; readonly archives: number }> {
  const workbooks: Given[] = [];
  let archives = 0;
  for (const each of given) {
    // What can't be listed is read as a workbook, so that the reader says why.
    const listed = hasEndOfArchive(each.path)
      ? await readers.ask({ ask: 'list', given: each }).catch(() => null)
      : null;
    if (!listed) workbooks.push(each);
    else {
      for (const entry of listed.entries) workbooks.push({ path: `${each.path}/${entry}`, file: each.file, entry });
      archives += listed.archives;
    }
  }
  return { workbooks, archives };
}
