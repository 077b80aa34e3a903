/** States of many objectives as one text, a letter each: what a store keeps of them, and what is counted a hundred thousand times. */
import type { State } from './rules.js';

export const LETTERS: Readonly<Record<State, string>> = {
  met: 'm',
  partly: 'p',
  unmet: 'u',
  unanswered: 'b',
  expired: 'e',
  excluded: 'x',
};

const STATES = new Map(Object.entries(LETTERS).map(([state, letter]) => [letter, state as State])); // their keys

/** The state with this letter. Throws where it is none. */
export function stateOfLetter(letter: string): State {
  const state = STATES.get(letter);
  if (state === undefined) throw new Error(`broken promise: “${letter}” is the letter of a state`);
  return state;
}

/** The letters of states, in their order. */
export const lettersOf = (states: readonly State[]): string => states.map((state) => LETTERS[state]).join('');

/** What a state adds to the number of applicable objectives, and to those of them that are not met. */
interface Share {
  readonly applicable: 0 | 1;
  readonly unmet: 0 | 1;
}

/** By the number of a letter. */
const SHARES = Array.from({ length: 128 }, (_, number): Share | undefined => {
  const state = STATES.get(String.fromCharCode(number));
  return state && { applicable: state === 'excluded' ? 0 : 1, unmet: state === 'excluded' || state === 'met' ? 0 : 1 };
});

/** Counts each letter where its objective is counted; what is counted nowhere is left out. Throws where a letter is none of a state. */
export function countStates(letters: string, counts: readonly { unmet: number; applicable: number }[]): void {
  const { length } = counts;
  for (let i = 0; i < letters.length; i += 1) {
    const share = SHARES[letters.charCodeAt(i)];
    if (!share) throw new Error(`broken promise: “${letters.charAt(i)}” is the letter of a state`);
    const count = i < length ? counts[i] : undefined;
    if (!count) continue;
    count.applicable += share.applicable;
    count.unmet += share.unmet;
  }
}
