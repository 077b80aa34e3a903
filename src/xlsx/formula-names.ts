/** What names in formulas are made of: which characters may stand in one, looked at one by one. */

const LETTER = /^\p{L}$/u;
const FIRST_BEYOND_ASCII = 128;
/** By character: 1 for a letter, 2 for what else may stand in a name. */
const KINDS = Uint8Array.from({ length: FIRST_BEYOND_ASCII }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[A-Za-z]/.test(character) ? 1 : /[\d_.]/.test(character) ? 2 : 0;
});

/** True where a letter begins, of whatever script. */
export function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < FIRST_BEYOND_ASCII) return KINDS[code] === 1;
  return LETTER.test(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

/** True where a letter, a digit, an underline or a full stop stands; also at the second half of a letter. */
export function isOfName(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < FIRST_BEYOND_ASCII) return KINDS[code] !== 0;
  return isLetter(text, code >= 0xdc00 && code < 0xe000 ? at - 1 : at);
}

/** The offset behind the name that begins at another. */
export function nameEndsAt(text: string, from: number): number {
  let at = from;
  while (isOfName(text, at)) at += 1;
  return at;
}
