/** Tokens of issued workbooks: a random id, and a signature by a secret key, so that nobody makes one up. */

/** Signs an id with the key of a list. */
export type Sign = (id: string) => string;

/** Between the id and its signature. */
const DOT = '.';

/** The token of an issued workbook, as the workbook contains it. */
export const tokenFor = (id: string, sign: Sign): string => `${id}${DOT}${sign(id)}`;

/** The id of a token, whether or not its signature is right. */
export const idIn = (token: string): string => token.split(DOT)[0] ?? '';

/** True for a token that was made with the key. */
export const isSigned = (token: string, sign: Sign): boolean => token === tokenFor(idIn(token), sign);
