/** English with accents, 40 % longer. */
const ACCENTS: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('aáeéiíoóuúAÁEÉIÍOÓUÚcçnñsšzžCÇNÑSŠZŽ').flatMap((letter, i, all) =>
    i % 2 === 0 ? [[letter, all[i + 1] ?? '']] : [],
  ),
);
/** Longest text by the last part of its name: a sheet's name and a prompt have limits of their own. */
const LIMITS: Readonly<Record<string, number>> = { sheets: 31, review: 31, header: 32, prompt: 255, error: 255 };
const LONGER = 0.4;

function accented(text: string, limit = Number.POSITIVE_INFINITY): string {
  const plain = [...text].map((letter) => ACCENTS[letter] ?? letter).join('');
  // A text without a letter is a sign, such as a dash.
  if (!/\p{L}/u.test(text)) return text;
  const padding = Math.min(Math.ceil(text.length * LONGER), limit - text.length);
  return padding > 1 ? `${plain} ${'~'.repeat(padding - 1)}` : plain;
}

/** The same with every text accented, also those that are made when they are asked for. */
export function pseudo<T>(value: T, limit?: number): T {
  if (typeof value === 'string') return accented(value, limit) as T;
  if (typeof value === 'function')
    return ((...args: unknown[]) => pseudo((value as (...args: unknown[]) => unknown)(...args), limit)) as T;
  if (Array.isArray(value)) return value.map((each: unknown) => pseudo(each, limit)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, pseudo(each, LIMITS[key] ?? limit)])) as T;
}
