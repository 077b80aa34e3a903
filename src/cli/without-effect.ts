/** Options that would have no effect beside what else was typed: refused, since whoever types one believes that it has one. */
import type { CommandModule } from 'yargs';
import { STANDARD_STREAM } from '../building.js';
import { anyOf } from './output-name.js';
import { Usage } from './rim.js';

/** Options that name what a command writes. */
const OUTPUTS: ReadonlySet<string> = new Set(['output', 'annotate', 'rejects', 'into', 'annotate-rejects']);

/** Options that have no effect beside some others. */
export interface NoEffect<Options> {
  readonly options: readonly string[];
  /** What follows “has no effect”, such as `on the format json`; undefined where the options have one. */
  readonly why: (given: Options) => string | undefined;
  /** What else to do than to omit the option, such as `add another format`. */
  readonly instead: string;
}

/** A command that says which of its options have no effect, and when. */
export interface Command<Options> extends CommandModule<object, Options> {
  readonly noEffect?: readonly NoEffect<Options>[];
}

/** Options that have an effect on some formats only. `formatOf`: the format that is written. */
export const onlyOn = <Options>(
  formats: readonly string[],
  formatOf: (given: Options) => string,
  ...options: readonly string[]
): NoEffect<Options> => ({
  options,
  why: (given) => {
    const format = formatOf(given);
    return formats.includes(format) ? undefined : `on the format ${format}`;
  },
  instead: `use the format ${anyOf(formats)}`,
});

/** The options of a command, as they were given. */
interface Given {
  readonly values: Readonly<Record<string, unknown>>;
  /** Names of all options of the command. */
  readonly names: readonly string[];
  /** True where the option itself was typed, also with the value that it has by default. */
  readonly isTyped: (name: string) => boolean;
}

/** Throws `Usage` where an option that was typed has no effect. */
export function expectEffect(given: Given, rules: readonly NoEffect<never>[]): void {
  const { values, isTyped } = given;
  for (const { options, why, instead } of [...rules, forceWithoutFile(given)])
    for (const option of options.filter((each) => values[each] !== false && isTyped(each))) {
      const reason = why(values as never); // of the command whose rules these are
      if (reason !== undefined)
        throw new Usage(`--${option} has no effect ${reason}. Omit --${option}, or ${instead}.`);
    }
}

/** Whichever command has `--force`: it is about files that the command writes. Who types “-” has said where to write. */
function forceWithoutFile({ values, names, isTyped }: Given): NoEffect<never> {
  const outputs = names.filter((name) => OUTPUTS.has(name));
  const isWritten = (name: string): boolean =>
    isTyped(name) || (values[name] !== undefined && values[name] !== STANDARD_STREAM);
  const all = outputs.map((name) => `--${name}`);
  return {
    options: ['force'],
    why: () => (outputs.some(isWritten) ? undefined : `without ${anyOf(all)}`),
    instead: all.length === 1 ? `use ${String(all[0])} too` : 'use one of these options too',
  };
}
