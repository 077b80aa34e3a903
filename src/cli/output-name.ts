/** What the name of an output file says of its format. */
import { STANDARD_STREAM } from '../building.js';
import { kindByName } from './file-kinds.js';
import { Usage } from './rim.js';

/** Endings of file names that a command writes, each with its format. */
export type Endings<Format extends string> = Readonly<Record<string, Format>>;

/** Of a command that writes workbooks only. */
export const WORKBOOK_ENDING = { xlsx: 'xlsx' } as const;
/** Of a command that writes a workbook or an answers file. */
export const ANSWERS_ENDINGS = { xlsx: 'xlsx', json: 'json' } as const;

/** What follows the last dot of a name, if it is a word: the end of `report-1.0` says nothing. */
const ENDING = /[^./\\]\.([a-z][a-z0-9]*)$/i;

/**
 * The format that a name asks for: undefined for `-`, and for a name without an ending. Throws `Usage` for an ending of
 * another kind, since a file would not be what its name says. `option`: which option gives the name.
 */
export function formatByName<Format extends string>(
  name: string,
  endings: Endings<Format>,
  { option = '--output', isOptional = false }: { readonly option?: string; readonly isOptional?: boolean } = {},
): Format | undefined {
  if (name === STANDARD_STREAM) return undefined;
  if (/[\\/]$/.test(name)) throw new Usage(`Invalid ${option} "${name}". Use the name of a file, not of a folder.`);
  const known = endingIn(name, endings);
  if (known !== undefined) return endings[known];
  const ending = ENDING.exec(name)?.[1];
  if (ending === undefined) return undefined;
  const all = Object.keys(endings).map((each) => `.${each}`);
  throw new Usage(
    `Invalid ${option} "${name}". Use a file name that ends in ${anyOf(all)}${isOptional ? ', or add --format' : ''}.`,
  );
}

/** The check of a command whose `--output` has one of the endings, whatever else the command is given. */
export const expectEnding =
  (endings: Endings<string>) =>
  ({ output }: { readonly output: string }): true => {
    formatByName(output, endings);
    return true;
  };

/** What `--json` or `--format` asks for, or else the name of the file, or else `usual`. */
export function formatAsked<Format extends string>(
  asked: { readonly format?: Format | undefined; readonly json?: boolean; readonly output: string },
  endings: Endings<Format>,
  usual: Format,
): Format | 'json' {
  const { output } = asked;
  const chosen = asked.json === true ? 'json' : asked.format;
  if (chosen === undefined) return formatByName(output, endings, { isOptional: true }) ?? usual;
  const named = endings[endingIn(output, endings) ?? ''];
  if ((named !== undefined && named !== chosen) || (named === undefined && isOfOtherKind(output, chosen)))
    throw new Usage(
      `The format ${chosen} and the file name "${output}" contradict each other. Use another file name, or omit the format.`,
    );
  return chosen;
}

/** True for a name that tells another kind of file than the format is. */
const isOfOtherKind = (name: string, format: string): boolean => {
  const kind = kindByName(name);
  return kind !== undefined && kind !== format && !format.endsWith(`.${kind}`);
};

/** The first of the endings that a name has. */
const endingIn = (name: string, endings: Endings<string>): string | undefined =>
  Object.keys(endings).find((ending) => name.toLowerCase().endsWith(`.${ending}`));

/** `a, b or c` */
export const anyOf = (all: readonly string[]): string =>
  all.length === 1 ? String(all[0]) : `${all.slice(0, -1).join(', ')} or ${String(all.at(-1))}`;
