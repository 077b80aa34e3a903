/** What the name of an output file says of its format. */
import { STANDARD_STREAM } from '../building.js';
import { kindByName } from './file-kinds.js';
import { Usage } from './rim.js';
import { whatIsThere } from './what-is-there.js';

/** Endings of file names that a command writes, each with its format. */
export type Endings<Format extends string> = Readonly<Record<string, Format>>;

/** Of a command that writes workbooks only. */
export const WORKBOOK_ENDING = { xlsx: 'xlsx' } as const;
/** Of a command that writes a workbook or an answers file. */
export const ANSWERS_ENDINGS = { xlsx: 'xlsx', json: 'json' } as const;

/**
 * The format that a name asks for: undefined for `-`, and for a device such as `/dev/stdout`. Throws `Usage` for a name with
 * another ending or none, since no program would open the file as what it is. `option`: which option gives the name.
 */
export function formatByName<Format extends string>(
  name: string,
  endings: Endings<Format>,
  { option = '--output', isOptional = false }: { readonly option?: string; readonly isOptional?: boolean } = {},
): Format | undefined {
  const known = endingIn(name, endings);
  if (known !== undefined) return endings[known];
  if (name === STANDARD_STREAM || whatIsThere(name).is === 'device') return undefined;
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

/** The first of the endings that a name has; `.htm` is `.html`. */
function endingIn(name: string, endings: Endings<string>): string | undefined {
  const plain = name.toLowerCase().replace(/\.htm$/, '.html');
  return Object.keys(endings).find((ending) => plain.endsWith(`.${ending}`));
}

/** True for the name of an answers file, of a command that writes one or a workbook. */
export const isAnswersFile = (output: string): boolean => formatByName(output, ANSWERS_ENDINGS) === 'json';

/** `a, b or c` */
export const anyOf = (all: readonly string[]): string =>
  all.length === 1 ? String(all[0]) : `${all.slice(0, -1).join(', ')} or ${String(all.at(-1))}`;
