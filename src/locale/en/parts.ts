/** What is said of workbooks that are split into parts, and put together again. */
const plural = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
const objectives = (n: number): string => plural(n, 'objective', 'objectives');

export const partsWords = {
  split: {
    title: (parts: number, all: number) => `${plural(parts, 'part', 'parts')} of a workbook with ${objectives(all)}:`,
    part: (file: string, to: string, asked: number, answered: number) =>
      `${file}: ${to === '' ? 'no owner' : to}, ${objectives(asked)}, ${answered} answered`,
  },
  merge: {
    title: (files: number, asked: number, answered: number) =>
      `${plural(files, 'file', 'files')} merged: ${answered} of ${objectives(asked)} answered.`,
    file: ({
      path,
      person,
      part,
      asked,
      answered,
    }: {
      readonly path: string;
      readonly person: string;
      readonly part: string | undefined;
      readonly asked: number;
      readonly answered: number;
    }) => {
      const whose = part === undefined ? '' : part === '' ? ', part without an owner' : `, part for ${part}`;
      return `  ${path}${person === '' ? '' : ` (${person})`}${whose}: ${answered} of ${objectives(asked)} answered`;
    },
    joined: (n: number) =>
      `In ${plural(n, 'cell', 'cells')}, aismm combined the different texts and added the source of each text.`,
    none: 'There are no conflicts.',
    decided: (n: number) => `${plural(n, 'conflict is', 'conflicts are')} resolved.`,
    chosen: (about: string, value: string, by: 'newest' | 'file', file: string) =>
      `  ${about}: ${value} from ${file}, chosen by --prefer ${by === 'newest' ? 'newest' : file}`,
    open: (n: number) =>
      `${plural(n, 'conflict is', 'conflicts are')} unresolved. Enter the correct value in each cell that the Conflicts sheet lists.`,
    conflict: (about: string, claims: readonly string[]) => `  ${about}: ${claims.join('; ')}`,
    claim: (value: string, origin: string) => `${value} (${origin})`,
  },
} as const;

/** The words for parts of workbooks. */
export type PartsWords = typeof partsWords;
