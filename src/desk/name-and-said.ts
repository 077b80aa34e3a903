/** What is said of a name in one text, such as `GOV: 3`, `IAM = 4` or `agents no`. */

const isBlank = (character: string | undefined): boolean => character !== undefined && /\s/.test(character);
const isSign = (character: string | undefined): boolean => character === ':' || character === '=';

/**
 * A name, and the last word, between which is a sign or a blank; undefined where there is no such thing. A regular expression
 * that says the same takes hours for a text of blanks.
 */
export function nameAndSaid(text: string): { readonly name: string; readonly said: string } | undefined {
  let from = text.length;
  while (from > 0 && !isBlank(text[from - 1])) from -= 1;
  const word = text.slice(from);
  if (word === '') return undefined;
  if (from === 0) {
    // Without any blank the first sign parts them; what ends with it says nothing.
    const at = Array.from({ length: word.length - 1 }, (_, i) => i).find((i) => isSign(word[i]));
    return at === undefined ? undefined : { name: word.slice(0, at), said: word.slice(at + 1) };
  }
  const before = text.slice(0, from).trimEnd();
  if (isSign(before.at(-1))) return { name: before.slice(0, -1).trimEnd(), said: word };
  return { name: before, said: isSign(word[0]) && word.length > 1 ? word.slice(1) : word };
}
