/** English for the facts of findings that are no texts themselves. */
import type {
  BucketReason,
  FileKind,
  MeasuredUnit,
  NumberRange,
  Places,
  ShapeProblem,
  StoreReason,
  SystemReason,
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
      return `the logo “${name}” is not in the folder of the model. Copy the logo into this folder. Then write the path of the logo relative to this folder, such as logo.png`;
    case 'missing':
      return `the folder of the model has no file “${name}”. Copy the logo into this folder`;
    case 'no-png':
      return `the logo “${name}” is not a complete PNG file. Save the logo as a PNG file, with a name that ends in .png`;
  }
}

export function shapeProblem(problem: ShapeProblem): string {
  switch (problem.is) {
    case 'day':
      return 'the value must be blank, or a date in or after the year 2000, such as 2026-11-30';
    case 'link':
      return 'the value must be a relative address, or an address that begins with https:, http:, mailto: or file:';
    case 'options':
      return `the value must be blank, or one of ${problem.options.join(', ')}`;
    case 'longest':
      return `the text must not be longer than ${problem.most} characters, which is the limit of a cell`;
    case 'half-character':
      return 'the text contains an incomplete character, which aismm cannot write to a file';
    case 'unknown-field':
      return `the field “${shorten(problem.name)}” is unknown`;
    case 'missing':
      return 'a required field is missing';
    case 'given-twice':
      return `“${shorten(problem.name)}” occurs twice, but must occur only once${problem.line === undefined ? '' : ` (first occurrence: ${problem.file === undefined ? '' : `${problem.file}, `}line ${problem.line})`}`;
    case 'other-name':
      return `the value must be “${problem.expected}”, the name of the file or folder`;
    case 'other-order':
      return `the values must be ${problem.expected}, in this order`;
    case 'no-condition':
      return `“${problem.name}” is not a condition in model.yaml`;
    case 'language':
      return `“${problem.name}” is not a language code such as de or pt-BR`;
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
    case 'other':
      return problem.text;
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
  ELOOP: 'symbolic links refer to each other in a circle',
  EMFILE: 'too many files are open',
  ENOENT: 'the file no longer exists, or the file name is not valid text',
  EIO: 'the disk does not respond',
  ERR_FS_FILE_TOO_LARGE: 'the file is larger than 2 GiB',
  /** Our own words for what is neither a file nor a folder, and for a file where a folder has to be. */
  device: 'the path is a device',
  'no-folder': 'the path is a file, but should be a folder',
};

const READABLE: Readonly<Record<SystemReason, string>> = {
  EISDIR: 'Specify a file. To read every workbook in a folder, run “aismm ingest FOLDER”.',
  ELOOP: 'Specify the file itself instead of a link.',
  'no-folder': 'Specify the folder that contains model.yaml.',
};

/** What to do about a file that the system refuses to read. */
export function readable(reason: SystemReason): string {
  return READABLE[reason] ?? 'Check that you have permission to read the file, and that the path is a file.';
}

/** What to do about a file that the system refuses to write. */
export function writable(reason: SystemReason): string {
  return reason === 'EISDIR'
    ? 'Specify a file, not a folder.'
    : 'Check that you have permission to write to the folder, and that the disk has free space.';
}

/** Why the system refuses a file. */
export function systemReason(reason: SystemReason): string {
  return SYSTEM_REASONS[reason] ?? reason;
}

const STORE_REASONS: Readonly<Record<Extract<StoreReason, string>, string>> = {
  busy: 'another program is using the store',
  'connection-lost': 'the connection to the database was lost. The store still contains the earlier results',
  damaged: 'the store is damaged',
  empty: 'the store is empty',
  full: 'the disk is full. The store still contains the earlier results',
  'later-version': 'a later version of aismm created the store',
  missing: 'the file does not exist. If no results are stored yet, first run “aismm ingest”',
  'no-database': 'the database server does not have a database with this name',
  'no-queue': 'the database does not contain a queue. Create the queue with “aismm enqueue”',
  'not-a-store': 'another program created the file or database',
  'not-kept': 'the store would be lost when the command ends. Specify a file or a database',
  'not-permitted': 'you do not have permission to use the store',
  'not-sqlite': 'the file is not an SQLite database, or is damaged',
  'not-utf8': 'the encoding of the database is not UTF-8',
  'password-refused': 'the database server rejected the user or the password',
  'read-only': 'the store is read-only',
  'stopped-beside':
    'someone interrupted an earlier “aismm ingest”, and the folder is read-only. Copy all files of the store (…, …-wal, …-shm) to a folder that you can write to',
  unopenable: 'the path is a folder, its parent folder does not exist, or you do not have permission for this path',
  unreachable: 'the database server cannot be reached',
  unresponsive: 'the disk does not respond',
};

/** Reasons that only a database server has. */
const OF_DATABASE = [
  ...(['connection-lost', 'no-database', 'no-queue', 'not-utf8', 'password-refused', 'unreachable'] as const),
] as const;

/** True where a reason in words is about a database server. */
export function isOfDatabase(detail: string | undefined): boolean {
  return OF_DATABASE.some((reason) => STORE_REASONS[reason] === detail);
}

export function storeReason(reason: StoreReason): string {
  return typeof reason === 'string' ? STORE_REASONS[reason] : `an error occurred (${reason.other})`;
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
  picture: ['a picture', RIGHT_FILE],
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
