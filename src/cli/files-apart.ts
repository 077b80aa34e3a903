/** What the files that a command line names may not be: an output that is also an input, standard input twice, a folder named as a file. */
import { realpathSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { STANDARD_STREAM } from '../building.js';
import { kindByName } from './file-kinds.js';
import { keyFileOf } from './key-file.js';
import { Usage } from './rim.js';

/** Options that name a file to write. */
const FILES: ReadonlySet<string> = new Set(['output', 'annotate', 'rejects']);
/** Options that name a folder to write. */
const FOLDERS: ReadonlySet<string> = new Set(['into', 'annotate-rejects']);
/** Commands whose output is a folder. For `export`, “-” is standard output all the same. */
const INTO_FOLDERS: ReadonlySet<string> = new Set(['build', 'new', 'import', 'export']);
/** Options that name a folder of which a command reads several files. */
const INPUT_FOLDERS: ReadonlySet<string> = new Set(['issued']);
/** Arguments that may be folders, of which a command reads all workbooks. */
const SEARCHED: ReadonlySet<string> = new Set(['paths', 'files']);
/** Options whose value is a name or a date, and not a file. */
const NAMES: ReadonlySet<string> = new Set(['organization', 'unit', 'prefer', 'date']);

/** Throws `Usage` where two names of one command line cannot both be meant. `names`: options and arguments that may name a file. */
export function expectApart(argv: Readonly<Record<string, unknown>>, names: readonly string[]): void {
  const textsOf = (name: string): string[] => [argv[name]].flat().filter((each) => typeof each === 'string');
  const command = textsOf('_').at(-1) ?? '';
  const isFolder = (name: string): boolean => FOLDERS.has(name) || (name === 'output' && INTO_FOLDERS.has(command));
  const isFile = (name: string): boolean => FILES.has(name) && !isFolder(name);
  for (const name of names.filter(isFolder))
    for (const folder of textsOf(name)) {
      if (folder === STANDARD_STREAM && command !== 'export')
        throw new Usage(`Invalid --${name} "-". Use the name of a folder.`);
      if (kindByName(folder) !== undefined)
        throw new Usage(`Invalid --${name} "${folder}". Use the name of a folder, not of a file.`);
    }
  const inputs = names.filter((name) => !isFile(name) && !isFolder(name) && !NAMES.has(name)).flatMap(textsOf);
  if (inputs.filter((each) => each === STANDARD_STREAM).length > 1)
    throw new Usage('Standard input can be read only once. Use “-” once.');
  const issued = names.filter((name) => INPUT_FOLDERS.has(name)).flatMap(textsOf);
  for (const output of names.filter(isFile).flatMap(textsOf)) {
    expectNoInput(output, [...inputs, ...issued.map(keyFileOf)]);
    if (output !== STANDARD_STREAM) expectOutside(output, issued);
  }
  const searched = names.filter((name) => SEARCHED.has(name)).flatMap(textsOf);
  for (const folder of names.filter(isFolder).flatMap(textsOf)) {
    expectNoInput(folder, searched);
    expectOutside(folder, issued);
  }
}

/** Throws `Usage` where a file to write is one of those to read, also through a link, so that nothing of it is lost. */
export function expectNoInput(output: string, inputs: readonly string[]): void {
  if (output === STANDARD_STREAM) return;
  const place = placeOf(output);
  if (inputs.some((each) => placeOf(each) === place))
    throw new Usage(`"${output}" is also an input of this command. Use another name for the output.`);
}

/** Throws `Usage` where a file or folder to write is in a folder to read, or is that folder. */
function expectOutside(output: string, folders: readonly string[]): void {
  for (const folder of folders) {
    const way = relative(placeOf(folder), placeOf(output));
    if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) continue;
    throw new Usage(`"${output}" is in "${folder}", which is an input of this command. Use another folder.`);
  }
}

/** The file that a path means, behind all links. For a file that does not exist yet: its full path. */
export function placeOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
