/** What formulas compute with: as in a spreadsheet, a blank is an empty text. */

/** What an expression gives. A blank is `''`, as it is in a spreadsheet; words such as `n/a` are texts. */
export type Value = number | string | boolean;

/** The empty text: a figure that there isn't. */
export const BLANK = '';
