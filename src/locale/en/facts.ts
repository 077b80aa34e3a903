/** English for the facts of findings that are no texts themselves. */
import type {
  BucketReason,
  FileKind,
  FoundValue,
  JsonFault,
  MeasuredUnit,
  NumberRange,
  Places,
  ShapeForm,
  ShapeProblem,
  StoreReason,
  SystemReason,
  ValueKind,
  YamlFault,
} from '../../diagnostic/catalogue.js';
import { shorten, type Shown } from '../message.js';

/** Directions of a KPI. */
export const directions = { 'at-least': 'at least', 'at-most': 'at most' } as const;

/** `H7:H149, B3 and 12 more`. */
export function places({ ranges, more }: Places): string {
  return ranges.join(', ') + (more === 0 ? '' : ` and ${more} more`);
}

/** `3 rows`; nothing for none. */
export function counted(count: number, word: string): string[] {
  return count === 0 ? [] : [count === 1 ? `1 ${word}` : `${count} ${word}s`];
}

export function numberRange({ min, max, whole, open, unit }: NumberRange): string {
  if (unit === 'percent') return `a percentage from ${min}% to ${max}%`;
  if (open) return `a number above ${min} and up to ${max}`;
  return `a ${whole ? 'whole ' : ''}number from ${min} to ${max}`;
}

/** What is counted in a unit. */
export const measuredUnits: Readonly<Record<MeasuredUnit, string>> = {
  percent: 'in percent',
  count: 'as a count',
  days: 'in days',
  hours: 'in hours',
  minutes: 'in minutes',
};

function logoProblem(why: Extract<ShapeProblem, { is: 'logo' }>['why'], name: string): string {
  switch (why) {
    case 'outside':
      return `the logo “${name}” is not in the model folder. Copy the logo into this folder. Then write the path of the logo relative to this folder, such as logo.png`;
    case 'missing':
      return `the model folder has no file named “${name}”. Copy the logo into this folder`;
    case 'no-png':
      return `the logo “${name}” is not a complete PNG file. Save the logo as a PNG file, with a name that ends in .png`;
  }
}

const KINDS: Readonly<Record<ValueKind, string>> = {
  text: 'text',
  number: 'a number',
  whole: 'a whole number',
  boolean: 'true or false',
  list: 'a list',
  object: 'an object',
  null: 'null',
};

/** What a file has in a place; texts in quotes, as they may be called anything. */
function foundValue({ kind, text = '' }: FoundValue): string {
  switch (kind) {
    case 'text':
      return text.trim() === '' ? 'blank text' : `the text “${shorten(text)}”`;
    case 'number':
    case 'whole':
      return `the number ${text}`;
    case 'boolean':
      return `the value ${text}`;
    case 'endless':
      return 'a number that is too large';
    case 'null':
      return 'the value null';
    case 'list':
    case 'object':
      return KINDS[kind];
  }
}

const FORMS: Readonly<Record<ShapeForm, string>> = {
  'category-code': 'two to four capital letters, such as GOV',
  slug: 'lowercase letters, digits and hyphens, such as self-hosted',
  window: '“now”, or a duration such as P12M (12 months)',
  'objective-id': 'an id such as GOV-2A, or GOV-02.1 in an imported model',
  version: 'two numbers with a dot, such as 1.1',
  date: 'a date such as 2026-11-30',
  token: '32 hexadecimal digits',
  'workbook-name': 'a file name that ends in .xlsx',
};

/** More names than these fill a screen. */
const MOST_NAMES = 20;
const either = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1) ?? ''}`;
const meant = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : `. Did you mean “${suggestion}”?`;
/** After a question, a sentence needs no full stop before it. */
const then = (before: string, sentence: string): string =>
  before.endsWith('?') ? `${before} ${sentence}` : `${before}. ${sentence}`;

function outOfRange({ found, limit, isMost, open }: Extract<ShapeProblem, { is: 'number' }>): string {
  if (found.kind === 'endless') return 'the number is too large. Enter a smaller number';
  const problem = `the number ${found.text ?? ''} is too ${isMost ? 'large' : 'small'}`;
  if (open) return `${problem}. Enter a number ${isMost ? 'below' : 'above'} ${limit}`;
  return `${problem}. The ${isMost ? 'largest' : 'smallest'} valid number is ${limit}. Correct the number`;
}

function wrongSize({ of, count, limit, isMost }: Extract<ShapeProblem, { is: 'size' }>): string {
  if (of === 'text')
    return isMost
      ? `the text has ${count} characters, but the limit is ${limit}. Shorten the text`
      : count === 0
        ? 'the text is blank. Enter some text'
        : `the text has only ${counted(count, 'character').join('')}, but needs at least ${limit}. Enter a longer text`;
  return isMost
    ? `the list has ${counted(count, 'item').join('')}, but the limit is ${limit}. Delete the extra items`
    : `the list ${count === 0 ? 'is empty' : `has only ${counted(count, 'item').join('')}`}, but needs at least ${counted(limit, 'item').join('')}. Add the missing ${limit - count === 1 ? 'item' : 'items'}`;
}

function unknownField({
  name,
  known = [],
  suggestion,
  more = 0,
}: Extract<ShapeProblem, { is: 'unknown-field' }>): string {
  const others = more === 0 ? '' : ` and ${counted(more, 'more field').join('')} of the same object`;
  const problem = `the field “${shorten(name)}”${others} ${more === 0 ? 'is' : 'are'} unknown${meant(suggestion)}`;
  const isListed = suggestion === undefined && known.length > 0 && known.length <= MOST_NAMES;
  return then(
    problem,
    isListed
      ? `Delete the field, or use one of these fields: ${known.join(', ')}`
      : 'Correct the name, or delete the field',
  );
}

/** What is wrong, and what to do, without the last full stop. */
export function shapeProblem(problem: ShapeProblem): string {
  switch (problem.is) {
    case 'day':
      return 'the value must be blank, or a date in or after the year 2000. Enter a date such as 2026-11-30';
    case 'link':
      return 'the value must be a relative address, or an address that begins with https:, http:, mailto: or file:. Correct the address';
    case 'options': {
      const quoted = problem.options.map((each) => (typeof each === 'string' ? `“${each}”` : String(each)));
      const all = [...quoted, ...(problem.blank ? ['blank text'] : [])];
      return then(
        `aismm found ${foundValue(problem.found)} instead of ${either(all)}${meant(problem.suggestion)}`,
        'Correct the value',
      );
    }
    case 'type':
      return problem.found.kind === 'endless'
        ? 'the number is too large. Enter a smaller number'
        : `aismm found ${foundValue(problem.found)} instead of ${either(problem.expected.map((kind) => KINDS[kind])) || 'a valid value'}. Correct the value`;
    case 'number':
      return outOfRange(problem);
    case 'size':
      return wrongSize(problem);
    case 'form':
      return `aismm found ${foundValue(problem.found)} instead of ${problem.form === undefined ? 'a valid value' : FORMS[problem.form]}. Correct the value`;
    case 'invalid':
      return `${foundValue(problem.found)} is not valid here. Correct the value`;
    case 'longest':
      return `the text must not be longer than ${problem.most} characters, which is the limit of a cell. Shorten the text`;
    case 'too-many-claims':
      return `the conflicts contain more than ${problem.most} values. Resolve some of the conflicts, and delete them`;
    case 'half-character':
      return 'the text contains an incomplete character, which aismm cannot write to a file. Delete the character';
    case 'unknown-field':
      return unknownField(problem);
    case 'conflict':
      return 'the conflict is not about a field of the model, or contains an invalid value. Correct or delete the conflict';
    case 'missing':
      return problem.name === undefined
        ? 'a required value is missing. Add the value'
        : `the required field “${shorten(problem.name)}” is missing. Add the field`;
    case 'given-twice':
      return `“${shorten(problem.name)}” occurs twice, but must occur only once${problem.line === undefined ? '' : ` (first occurrence: ${problem.file === undefined ? '' : `${problem.file}, `}line ${problem.line})`}. Delete or rename one of the two`;
    case 'other-name':
      return `the value must be “${problem.expected}”, the name of the file or folder. Correct the value, or rename the file or folder`;
    case 'other-order':
      return `the values must be ${problem.expected}, in this order. Correct the values`;
    case 'no-condition':
      return `“${problem.name}” is not a condition in model.yaml. Correct the id, or add the condition to model.yaml`;
    case 'language':
      return `“${problem.name}” is not a language code such as de or pt-BR. Rename the folder`;
    case 'color':
      return `${problem.name === '' ? 'the color is missing' : `“${shorten(problem.name)}” is not a color`}. Write # and six hexadecimal digits in quotes, such as "#14477f"`;
    case 'contrast':
      // Rounded down, so that it is never the number that is asked for.
      return `the contrast of this color with white or light gray is ${(Math.floor(problem.ratio * 100) / 100).toFixed(2)} to 1, but text needs at least ${problem.least} to 1. Choose a darker color`;
    case 'logo':
      return logoProblem(problem.why, shorten(problem.name));
    case 'logo-large':
      return `the size of the logo is ${Math.ceil(problem.bytes / 1000)} kB, but the limit is ${problem.most / 1000} kB. Use a smaller logo`;
    case 'logo-wide':
      return `the logo has ${problem.width} × ${problem.height} pixels, but the limit is ${problem.most} pixels per side. Use a smaller logo`;
  }
}

const JSON_PARTS: Readonly<Record<Extract<JsonFault, { is: 'unexpected' }>['expected'], string>> = {
  value: 'a value',
  key: 'a key in double quotes',
  colon: 'a colon',
  'object-goes-on': 'a comma or “}”',
  'list-goes-on': 'a comma or “]”',
  end: 'the end of the file',
};

/** Quotes in quotes can't be read. */
const signs = (found: string): string =>
  found === '"' ? 'a double quote' : found === "'" ? 'a single quote' : `“${found}”`;

/** What to do about a sign that is not expected where it is. */
function jsonRemedy({ expected, found, isComment }: Extract<JsonFault, { is: 'unexpected' }>): string {
  if (isComment) return 'JSON does not allow comments. Delete the comment';
  if ((expected === 'key' && found === '}') || (expected === 'value' && (found === ']' || found === '}')))
    return `Delete the comma before “${found}”, or add the missing ${expected}`;
  if ((expected === 'key' || expected === 'value') && found === ',')
    return `Delete the comma, or add the missing ${expected}`;
  if (expected === 'value' && /^[-+.\d]/.test(found)) return 'Write a number such as 5, -5 or 0.5';
  if (expected === 'key' || expected === 'value') return 'Write each key and each text in double quotes (")';
  if (expected === 'end') return 'Delete everything after the end of the JSON object';
  if (found === '}' || found === ']') return 'Check the brackets before this position';
  return `Add ${expected === 'colon' ? 'a colon' : 'the missing comma'} before ${signs(found)}`;
}

/** Why a file is no JSON, and what to do, as sentences. */
export function jsonFault(fault: JsonFault): string {
  switch (fault.is) {
    case 'other-kind':
      return fault.kind === 'workbook'
        ? 'The file is a workbook or a zip archive. Specify a JSON file. To write the answers of a workbook as JSON, run “aismm answers”.'
        : `The file is ${fault.kind === 'pdf' ? 'a PDF document' : 'not a text file'}. Specify a JSON file.`;
    case 'ends':
      return `The file ends here, but aismm expected ${JSON_PARTS[fault.expected]}. Add the missing part at the end of the file, or create the file again.`;
    case 'unexpected':
      return `aismm found ${signs(shorten(fault.found))} instead of ${JSON_PARTS[fault.expected]}. ${jsonRemedy({ ...fault, found: shorten(fault.found) })}.`;
    case 'open-text':
      return 'The text that begins here has no closing quote. Add the missing double quote (") at the end of the text.';
    case 'text-over-lines':
      return 'The text that begins here contains a line break. Replace the line break with \\n, or add the missing double quote (").';
    case 'control':
      return `The text contains the control character ${fault.found}. Delete the character.`;
    case 'escape':
      return `The text contains “${shorten(fault.found)}”, which is not valid in JSON. Write a backslash as two backslashes (\\\\).`;
  }
}

/** Quotes by their name, and how one is written inside a text in such quotes. */
const QUOTES = {
  '"': ['double', 'a backslash and a double quote (\\")'],
  "'": ['single', "two single quotes ('')"],
} as const;

/** Why a file is no YAML, and what to do, as sentences. */
export function yamlFault(fault: YamlFault): string {
  switch (fault.is) {
    case 'tab':
      return 'The indentation of this line contains a tab. Replace the tab with spaces.';
    case 'indent':
      return `This line is indented by ${counted(fault.spaces, 'space').join('') || 'no spaces'}, which does not match the lines before it. Use the same indentation as for the other keys or list items at this level.`;
    case 'no-colon':
      return `aismm found “${shorten(fault.found)}” instead of a key with a colon and a space, such as “title: Governance”. Add the colon and the space. If the line belongs to the text before it, indent the line instead.`;
    case 'repeated-key':
      return `The key “${shorten(fault.found)}” occurs twice in the same object. Delete or rename one of the two keys. If the second key begins a new list item, write “- ” before it instead.`;
    case 'open-text':
      return `The text that begins here has no closing quote. Add the missing ${QUOTES[fault.quote][0]} quote (${fault.quote}) at the end of the text.`;
    case 'after-quote':
      return `aismm found “${shorten(fault.found)}” after the closing quote of a text. Delete these characters, or write a ${QUOTES[fault.quote][0]} quote inside the text as ${QUOTES[fault.quote][1]}.`;
    case 'colon-in-text':
      return `The text “${shorten(fault.found)}” contains a colon. Put the text in quotes.`;
    case 'start':
      return `A text without quotes cannot begin with “${fault.found}”. Put the text in quotes.`;
    case 'open-bracket':
      return `The closing bracket “${fault.bracket}” is missing before this position. Add the bracket, or indent this line.`;
    case 'list-beside-key':
      return 'The text begins with “- ”. Put the text in quotes, or begin the list on a new line.';
    case 'escape':
      return `The text contains “${shorten(fault.found)}”, which is not valid in double quotes. Write a backslash as two backslashes (\\\\).`;
    case 'documents':
      return 'A second YAML document begins here. Delete the line “---”.';
    case 'aliases':
      return 'The aliases in the file represent too many values. Replace the aliases with their values.';
    case 'other':
      return `Correct the syntax at this position. Detail: ${fault.says}.`;
  }
}

const SYSTEM_REASONS: Readonly<Record<SystemReason, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'the path is a folder',
  ENOSPC: 'no space left on the disk',
  EROFS: 'the disk is read-only',
  ENOTDIR: 'part of the path is not a folder',
  EEXIST: 'part of the path is a file and not a folder',
  ELOOP: 'the symbolic links form a loop',
  EMFILE: 'too many files are open',
  ENOENT: 'the file no longer exists, or the file name is not valid text',
  EIO: 'the disk does not respond',
  ERR_FS_FILE_TOO_LARGE: 'the file is larger than 2 GiB',
  /** Our own words for what is neither a file nor a folder, and for a file where a folder has to be. */
  device: 'the path is a device',
  'no-folder': 'the path is a file, but should be a folder',
};

/** Something on the way to a file is a file itself. */
const CORRECT_PATH = 'Correct the path, or choose another folder.';

const READABLE: Readonly<Record<SystemReason, string>> = {
  EISDIR: 'Specify a file, not a folder.',
  ELOOP: 'Specify the file itself instead of a link.',
  ENOTDIR: 'Correct the path.',
  EMFILE: 'Close other programs, and run the command again.',
  EIO: 'Check the disk, or copy the file to another disk.',
  device: 'Save the data as a file first. If you use a pipe, write “-” to read standard input.',
  'no-folder': 'Specify the folder that contains model.yaml.',
};

/** What to do about a file that the system refuses to read. */
export function readable(reason: SystemReason): string {
  return READABLE[reason] ?? 'Check that you have permission to read the file, and that the path is a file.';
}

const WRITABLE: Readonly<Partial<Record<SystemReason, string>>> = {
  EISDIR: 'Specify a file, not a folder.',
  ENOTDIR: CORRECT_PATH,
  EEXIST: CORRECT_PATH,
  EROFS: 'Choose a folder on another disk.',
  ELOOP: CORRECT_PATH,
  ENOSPC: 'Free disk space, and run the command again.',
};

/** What to do about a file that the system refuses to write. */
export function writable(reason: SystemReason): string {
  return WRITABLE[reason] ?? 'Check that you have permission to write to the folder, and that the disk has free space.';
}

/** Why the system refuses a file. */
export function systemReason(reason: SystemReason): string {
  return SYSTEM_REASONS[reason] ?? reason;
}

/** Why a store cannot be used, after “because”; and what to do, as sentences. */
const STORE_REASONS: Readonly<Record<Extract<StoreReason, string>, readonly [why: string, remedy: string]>> = {
  busy: ['another program is using the store', 'Wait until the other program has finished, and run the command again.'],
  'connection-lost': [
    'the connection to the database was lost',
    'The store still contains the earlier results. Check the network, and run the command again.',
  ],
  damaged: ['the store is damaged', 'Restore the store from a backup, or ingest the workbooks again.'],
  empty: ['the store is empty', 'Check the path or address. If no results are stored yet, first run “aismm ingest”.'],
  full: [
    'the disk is full',
    'The store still contains the earlier results. Free disk space, and run the command again.',
  ],
  'later-version': ['a later version of aismm created the store', 'Update aismm.'],
  missing: ['the file does not exist', 'Check the path. If no results are stored yet, first run “aismm ingest”.'],
  'no-database': ['the database server does not have a database with this name', 'Check the address.'],
  'no-queue': ['the database does not contain a queue', 'Check the address, or create the queue with “aismm enqueue”.'],
  'not-a-store': ['another program created the file or database', 'Specify another path or address.'],
  'not-kept': ['the store would be lost when the command ends', 'Specify a file or a database.'],
  'not-permitted': ['you do not have permission to use the store', 'Check the permissions.'],
  'not-sqlite': [
    'the file is not an SQLite database, or is damaged',
    'Check the path, or restore the store from a backup.',
  ],
  'not-utf8': ['the encoding of the database is not UTF-8', 'Use a database with the encoding UTF-8.'],
  'password-refused': [
    'the database server rejected the user or the password',
    'Check the user, and the password in PGPASSWORD or in the password file.',
  ],
  'read-only': ['the store is read-only', 'Check the permissions.'],
  'stopped-beside': [
    'someone interrupted an earlier “aismm ingest”, and the folder is read-only',
    'Copy the store, and the files that end in -wal and -shm, to a writable folder.',
  ],
  unopenable: [
    'the path is a folder, its parent folder does not exist, or you do not have permission for this path',
    'Check the path and the permissions.',
  ],
  unreachable: ['the database server cannot be reached', 'Check the address and the network.'],
  unresponsive: ['the disk does not respond', 'Check the disk, and run the command again.'],
};

/** Why a store cannot be used, and what to do about it. */
export function storeReason(reason: StoreReason): Shown {
  const [detail, suggestion] =
    typeof reason === 'string'
      ? STORE_REASONS[reason]
      : [`an error occurred (${reason.other})`, 'Check the path or address, the permissions and the free space.'];
  return { detail, suggestion };
}

/** The reason and what to do, as two sentences without the last full stop. */
const BUCKET_REASONS: Readonly<Record<Extract<BucketReason, string>, string>> = {
  'no-client': 'the package @aws-sdk/client-s3 is not installed. Run “npm install @aws-sdk/client-s3”',
  'no-credentials':
    'aismm found no credentials. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or use a profile or a role',
  'credentials-refused': 'the service rejected the credentials. Check that the credentials are valid and not expired',
  'no-bucket': 'there is no bucket with this name. Check the name and the region',
  'not-permitted':
    'you do not have permission to read the bucket. Ask the owner of the bucket for the permissions s3:ListBucket and s3:GetObject',
  unreachable: 'the service cannot be reached. Check the network, the region and AWS_ENDPOINT_URL_S3',
  'no-region': 'the region is not set. Set AWS_REGION to the region of the bucket',
  'invalid-address': 'the address is not valid. Use s3://bucket/prefix',
};

export function bucketReason(reason: BucketReason): string {
  return typeof reason === 'string'
    ? BUCKET_REASONS[reason]
    : `the service returned the error “${reason.other}”. Check the address and the permissions`;
}

const AS_XLSX = 'Open the file in a spreadsheet program, and save it as “Excel Workbook (.xlsx)”.';
const RIGHT_FILE = 'Check that you specified the correct file.';

const FILE_KINDS: Readonly<Record<FileKind, readonly [found: string, suggestion: string]>> = {
  json: ['a JSON file', 'To fill in a workbook from an answers file, run “aismm fill”.'],
  lock: [
    'a lock file that exists only while someone has the workbook open',
    'Close the workbook, and specify the file whose name does not begin with “~$”.',
  ],
  macros: [
    'a workbook with macros (.xlsm)',
    'Open the workbook in Excel, and save it as “Excel Workbook (.xlsx)”, without macros.',
  ],
  ods: ['an OpenDocument spreadsheet (.ods)', AS_XLSX],
  'old-office': ['an old Office file', AS_XLSX],
  opendocument: ['an OpenDocument file', RIGHT_FILE],
  packed: ['a compressed archive', 'Extract the archive, and specify a workbook from the archive.'],
  pdf: ['a PDF document', RIGHT_FILE],
  picture: ['an image', RIGHT_FILE],
  powerpoint: ['a PowerPoint presentation', RIGHT_FILE],
  text: ['a text or CSV file', AS_XLSX],
  unknown: ['a file of an unknown type', RIGHT_FILE],
  'web-page': ['a web page', 'Download the workbook instead of the web page.'],
  word: ['a Word document', RIGHT_FILE],
  xls: ['an old Excel workbook (.xls)', AS_XLSX],
  xlsb: ['a binary Excel workbook (.xlsb)', AS_XLSX],
  xml: ['an XML file', AS_XLSX],
  zip: ['a zip archive', 'Extract the archive, and specify a workbook from the archive.'],
};

/** What a file is, and what to do with it. */
export function fileKind(kind: FileKind): Shown {
  const [found, suggestion] = FILE_KINDS[kind];
  return { found, suggestion };
}
