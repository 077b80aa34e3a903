/** A value that is none of those that an option takes. */
import { suggest } from '../building.js';
import { Usage } from './rim.js';

/** The one of several that was typed, whatever its capital letters are; or else what was typed. */
export const spelled = (typed: string, known: readonly string[]): string =>
  known.includes(typed) ? typed : (known.find((each) => each.toLowerCase() === typed.toLowerCase()) ?? typed);

/** Spells the values of all options that have choices as the choices are. */
export function spellChoices(
  argv: Record<string, unknown>,
  choices: Readonly<Record<string, readonly unknown[]>>,
): void {
  for (const [name, known] of Object.entries(choices)) {
    const right = (value: unknown): unknown => (typeof value === 'string' ? spelled(value, known.map(String)) : value);
    const value = argv[name];
    if (value !== undefined) argv[name] = Array.isArray(value) ? value.map(right) : right(value);
  }
}

/** The message about it. `option`: with its dashes; `use`: what to write instead, where that is more than the list. */
export function wrongChoice(
  option: string,
  found: string,
  known: readonly string[],
  use = `: ${known.join(', ')}`,
): Usage {
  const near = suggest(found, known);
  return new Usage(`Invalid ${option} "${found}".${near === undefined ? '' : ` Did you mean ${near}?`} Use${use}.`);
}
