/** Which options and arguments of the commands are paths, and what each leads to: all checks of paths go by this one declaration. */
import { isInBucket } from '../node.js';
import { whatIsThere } from './what-is-there.js';

/**
 * What a path leads to: a `file` or `folder` to read; files and folders that are `searched` for workbooks; a `model`, which is
 * the name of an edition or a folder; a `store`, which is a file or an address; a file or folder to write.
 */
export type PathIs = 'file' | 'folder' | 'searched' | 'model' | 'store' | 'new-file' | 'new-folder';

/** What an option or argument that is a path means. */
export interface PathRole {
  readonly is: PathIs;
  /** What to use, after “Use”. */
  readonly use: string;
  /** Kinds of files that it may be by its name; a name that tells no kind may be anything. */
  readonly kinds?: readonly string[];
  /** True for a value that is a name and no path, whatever is there under this name. */
  readonly isName?: (value: string) => boolean;
  /** Whether “-” is standard input or output, where that differs from what the other paths of this kind take. */
  readonly mayBeStream?: boolean;
  /** True for an address that it takes, such as that of a bucket. */
  readonly takesAddress?: (address: string) => boolean;
  /** The file that a folder of this kind contains, and what the folder is without it. */
  readonly contains?: { readonly file: string; readonly otherwise: string };
  /** A store that has a queue, which no file has. */
  readonly needsDatabase?: boolean;
}

/** What may be a workbook, or is refused by its content with advice of its own. */
const SHEETS = ['xlsx', 'xlsm', 'xlsb', 'xls', 'ods'];

/** True for what may be the name of an edition, such as `1.0` or `aismm 1.0`: whoever opens the models knows them. */
const mayBeEdition = (text: string): boolean => /^(?:\d+\.\d+|[\w-]+(?:[@ ]\d+\.\d+)?)$/.test(text);

const WORKBOOK = { is: 'file', use: 'a workbook (.xlsx)', kinds: SHEETS } as const;
const ASSESSMENT = {
  is: 'file',
  use: 'a workbook (.xlsx) or an answers file (.json)',
  kinds: [...SHEETS, 'json'],
} as const;
const QUESTIONNAIRE = { is: 'file', use: 'the completed AI-CAIQ questionnaire (.xlsx)', kinds: SHEETS } as const;
const LIST = { is: 'file', use: 'a CSV file, which spreadsheet programs save as “CSV UTF-8”', kinds: ['csv'] } as const;
const SEARCHED = {
  is: 'searched',
  use: 'a workbook, a folder or a file pattern such as returned/*.xlsx',
  kinds: [...SHEETS, 'zip', 'eml', 'msg'],
} as const;
const MODEL = {
  is: 'model',
  use: 'an edition such as 1.0, or the folder of your own model',
  isName: mayBeEdition,
  contains: { file: 'model.yaml', otherwise: 'this folder does not contain a model' },
} as const;
// Which addresses are those of a store is judged with its name.
const STORE = { is: 'store', use: 'a name such as results.sqlite', takesAddress: () => true } as const;
const QUEUE_STORE = { ...STORE, needsDatabase: true } as const;
const NEW_FILE = { is: 'new-file', use: 'the name of a file' } as const;
const NEW_FOLDER = { is: 'new-folder', use: 'the name of a folder' } as const;

/** Ways to split a workbook that are no list of people. */
export const WAYS_TO_SPLIT = ['category', 'domain', 'owner'] as const;

/** By the name of the option or argument; `command name` where one command has another meaning for it, alone or with an option. */
const PATH_ROLES: Readonly<Record<string, PathRole | undefined>> = {
  ...{ model: MODEL, to: MODEL, as: MODEL, 'model diff from': MODEL },
  ...{ store: STORE, previous: STORE, 'work store': QUEUE_STORE, 'enqueue store': QUEUE_STORE },
  'status --queue store': QUEUE_STORE,
  ...{ output: NEW_FILE, annotate: NEW_FILE, rejects: { ...NEW_FILE, mayBeStream: false } },
  ...{ into: NEW_FOLDER, 'annotate-rejects': NEW_FOLDER, 'model new folder': NEW_FOLDER },
  ...{ 'build output': NEW_FOLDER, 'model import output': NEW_FOLDER },
  'export output': { ...NEW_FOLDER, mayBeStream: true },
  ...{
    paths: { ...SEARCHED, takesAddress: isInBucket },
    files: SEARCHED,
    'report files': WORKBOOK,
    'merge files': ASSESSMENT,
  },
  ...{ file: WORKBOOK, 'split file': ASSESSMENT, 'sample file': ASSESSMENT, 'contradictions file': ASSESSMENT },
  ...{ old: ASSESSMENT, new: ASSESSMENT },
  'model import file': { ...WORKBOOK, use: 'a spreadsheet with control objectives (.xlsx)' },
  // The path of a workbook as the store knows it: the file itself may be gone.
  'forget file': undefined,
  ...{ 'prefill from': QUESTIONNAIRE, aicaiq: QUESTIONNAIRE },
  answers: { is: 'file', use: 'an answers file (.json), which “aismm answers” writes', kinds: ['json'] },
  from: { is: 'file', use: 'a CSV or JSON file with the measured values', kinds: ['csv', 'json'] },
  benchmark: { is: 'file', use: 'a JSON file that “aismm portfolio --json” wrote', kinds: ['json'] },
  list: LIST,
  'split by': {
    ...LIST,
    use: `${WAYS_TO_SPLIT.join(', ')}, or the name of a CSV file`,
    isName: (value) => WAYS_TO_SPLIT.some((way) => way === value.toLowerCase()),
  },
  issued: {
    is: 'folder',
    use: 'the folder that “aismm issue” wrote the workbooks into',
    contains: { file: 'manifest.json', otherwise: 'this folder does not contain manifest.json' },
  },
  key: { is: 'file', use: 'a key file such as issued.key', kinds: ['key'], mayBeStream: false },
};

/** A path of a command line. */
export interface TypedPath {
  readonly role: PathRole;
  /** The option or argument, as messages call it. */
  readonly option: string;
  readonly path: string;
  /** True where it is a name and no path: see `isName` of its role. */
  readonly isName: boolean;
}

/** The role of an option or argument; undefined where it is no path. `command`: with the one above it, such as `model diff`. */
export function roleOf(command: string, name: string): PathRole | undefined {
  const own = `${command} ${name}`;
  return own in PATH_ROLES ? PATH_ROLES[own] : PATH_ROLES[name];
}

/** Every path among the values of options and arguments, and every name that may stand for one. `shown`: how messages call each of them. */
export function pathsIn(
  command: string,
  argv: Readonly<Record<string, unknown>>,
  names: readonly string[],
  shown: (name: string) => string,
): TypedPath[] {
  // With --queue, `status` is about another kind of store.
  const asked = argv['queue'] === true ? `${command} --queue` : command;
  return names.flatMap((name) => {
    const role = roleOf(asked, name);
    const values = [argv[name]].flat().filter((each): each is string => typeof each === 'string');
    // Of a model, a folder goes before an edition of this name.
    const isName = (role: PathRole, path: string): boolean =>
      role.isName?.(path) === true && !(role.is === 'model' && whatIsThere(path).is === 'folder');
    return role === undefined
      ? []
      : values.map((path) => ({ role, option: shown(name), path, isName: isName(role, path) }));
  });
}
