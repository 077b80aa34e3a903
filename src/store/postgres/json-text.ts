/** Values as PostgreSQL keeps them in JSON: it refuses zeros and halves of characters, which names in archives may have. */

/** Stands before the four hexadecimal digits of what is refused; nobody writes it. */
const MARK = '\ue000';
const REFUSED = /[\0\ue000\p{Cs}]/gu;
const ESCAPED = /\ue000([0-9a-f]{4})/g;

/** A copy whose texts can be kept; `fromJson` gives back what it was. */
export const toJson = <T>(value: T): T =>
  inTexts(value, (text) =>
    text.replace(REFUSED, (letter) => `${MARK}${letter.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );

/** What `toJson` was given. */
export const fromJson = <T>(value: T): T =>
  inTexts(value, (text) =>
    text.replace(ESCAPED, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16))),
  );

function inTexts<T>(value: T, change: (text: string) => string): T {
  // It has the same shape, and other texts.
  return JSON.parse(JSON.stringify(value), (_, each: unknown) => (typeof each === 'string' ? change(each) : each)) as T;
}
