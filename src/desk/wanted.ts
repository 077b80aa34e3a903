/** Which files of a folder or an archive may be workbooks, by their names. */

/** Kinds of spreadsheets that are read or refused by name; other files of a folder are none of ours. */
const SHEETS: ReadonlySet<string> = new Set([
  ...['.xlsx', '.xlsm', '.xltx', '.xltm', '.xlsb', '.xls', '.ods', '.numbers', '.csv'],
]);
const ARCHIVE = '.zip';
/** Messages as mail programs save them. */
const MAILS: ReadonlySet<string> = new Set(['.eml', '.msg']);

/** What may hold workbooks and is not opened: other archives, messages that are signed or encrypted as a whole, those of Exchange. */
const CLOSED: ReadonlySet<string> = new Set([
  ...['.rar', '.7z', '.tar', '.gz', '.tgz', '.bz2', '.xz', '.zst', '.cab', '.p7m', '.tnef', '.mbox', '.pst'],
]);
const CLOSED_NAMES: ReadonlySet<string> = new Set(['winmail.dat']);

/** `acme.xlsx` ends in `.xlsx`, and a hidden file such as `.xlsx` in nothing. */
function extensionOf(path: string): string {
  const name = nameOf(path);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot) : '';
}

/** Without folders, in small letters. */
const nameOf = (path: string): string =>
  path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).toLowerCase();

/** True for what systems and programs keep for themselves: hidden files, lock files of open workbooks. `.` and `..` are on the way to a file, and hide nothing. */
export const isHidden = (path: string): boolean => /(^|[\\/])(\.(?!\.?[\\/])|~\$|__MACOSX)/.test(path);

/** True for the name of an archive, hidden or not. */
export const hasEndOfArchive = (path: string): boolean => extensionOf(path) === ARCHIVE;

/** True for the name of a saved message, hidden or not. */
export const hasEndOfMail = (path: string): boolean => MAILS.has(extensionOf(path));

/** What a file may be by its path; `closed` may contain workbooks, but aismm cannot open it. aismm ignores other files. */
export function kindByName(path: string): 'workbook' | 'archive' | 'mail' | 'closed' | 'other' {
  if (isHidden(path)) return 'other';
  if (SHEETS.has(extensionOf(path))) return 'workbook';
  if (hasEndOfArchive(path)) return 'archive';
  if (hasEndOfMail(path)) return 'mail';
  return CLOSED.has(extensionOf(path)) || CLOSED_NAMES.has(nameOf(path)) ? 'closed' : 'other';
}
