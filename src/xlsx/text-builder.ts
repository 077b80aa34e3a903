/** A text put together from pieces of a file: a stranger may send millions of them, and more than anything takes. */
import { LIMITS } from '../diagnostic/limits.js';

/** Characters that one character of a cell takes at most: `_x0041_`. */
const LONGEST_ESCAPE = 7;
/** Characters of a text that are enough to tell that it is longer than a cell takes, however each of them is written. */
export const ENOUGH = LONGEST_ESCAPE * (LIMITS.text + 1);
/** In place of more spaces than a cell takes: a text that begins with them is not blank for that. */
export const TOO_MANY_SPACES = ' '.repeat(LIMITS.text + 1);

/** Takes pieces up to `ENOUGH` characters, not counting what is nothing but spaces before that. */
export class TextBuilder {
  #text = '';
  #isFull = false;

  get text(): string {
    return this.#text;
  }

  /** True where more pieces change nothing. */
  get isFull(): boolean {
    return this.#isFull;
  }

  add(piece: string): void {
    if (this.#isFull) return;
    this.#text += piece;
    if (this.#text.length < ENOUGH) return;
    if (this.#text.trim() === '') this.#text = TOO_MANY_SPACES;
    else this.#isFull = true;
  }
}
