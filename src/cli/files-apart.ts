/** What the files that a command line names may not be to each other: an output that is also an input, standard input twice. */
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { STANDARD_STREAM } from '../building.js';
import { Usage } from './rim.js';

/** Options that name a file to write. */
const OUTPUTS = ['output', 'annotate', 'rejects'] as const;
/** Options that name a folder to write. */
const FOLDERS = ['into', 'annotate-rejects'] as const;
/** Commands whose output is a folder; `export` prints without one. */
const INTO_FOLDERS: ReadonlySet<string> = new Set(['build', 'new', 'import']);
/** Options whose value is no file, whatever it looks like. */
const NO_FILES: ReadonlySet<string> = new Set([
  '_',
  '$0',
  'format',
  'organization',
  'unit',
  'prefer',
  'n',
  'seed',
  'jobs',
]);

/** Throws `Usage` where two names of one command line cannot both be meant. `argv`: options by their long names. */
export function expectApart(argv: Readonly<Record<string, unknown>>, names: readonly string[]): void {
  const texts = (name: string): string[] =>
    [argv[name]].flat().filter((each): each is string => typeof each === 'string');
  const [command = ''] = [argv['_']]
    .flat()
    .slice(-1)
    .map((each) => (typeof each === 'string' ? each : ''));
  const isFolder = INTO_FOLDERS.has(command);
  const outputs = OUTPUTS.filter(
    (name) => names.includes(name) && !(name === 'output' && (isFolder || command === 'export')),
  );
  const folders = [...FOLDERS, ...(isFolder ? (['output'] as const) : [])].filter((name) => names.includes(name));
  for (const name of folders)
    if (texts(name).includes(STANDARD_STREAM)) throw new Usage(`Invalid --${name} "-". Use the name of a folder.`);
  const inputs = names.filter(
    (name) =>
      !NO_FILES.has(name) && !outputs.includes(name as never) && !folders.includes(name as never) && name !== 'output',
  );
  const given = inputs.flatMap(texts);
  if (given.filter((each) => each === STANDARD_STREAM).length > 1)
    throw new Usage('Standard input can be read only once. Use “-” once.');
  const places = new Set(given.map(placeOf));
  for (const name of outputs)
    for (const path of texts(name))
      if (path !== STANDARD_STREAM && places.has(placeOf(path)))
        throw new Usage(`"${path}" is also an input of this command. Use another name for the output.`);
}

/** Where a path leads, also by links; a path that leads to nothing yet is itself. */
function placeOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
