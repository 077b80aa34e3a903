/** Names and what each of them is, side by side, as in the lists of a help. */

const [INDENT, GAP] = [2, 2];
/** Columns that a text has at least, however narrow the terminal is. */
const NARROWEST = 20;

/** Columns that a help is wide at most. */
const WIDEST = 100;
/** Columns that a help is wide. */
export const helpWidth = (): number => Math.min(WIDEST, process.stdout.columns || WIDEST);

/** A name, and the text beside it. */
export type NameAndText = readonly [name: string, text: string];

/** As many columns as the longest name of several lists takes. */
export const widthOfNames = (rows: readonly NameAndText[]): number =>
  Math.max(0, ...rows.map(([name]) => name.length)) + GAP;

/** Lines of at most `width` columns. */
export function twoColumns(rows: readonly NameAndText[], width: number, left = widthOfNames(rows)): string {
  const lines = rows.flatMap(([name, text]) =>
    wrapped(text, Math.max(NARROWEST, width - INDENT - left)).map(
      (line, i) => `${' '.repeat(INDENT)}${(i === 0 ? name : '').padEnd(left)}${line}`,
    ),
  );
  return lines.join('\n');
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
