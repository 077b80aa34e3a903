/** Characters that are not seen and change what is: a terminal, an editor or a page that shows them can be steered. */

/**
 * Controls, format characters, tags, separators of lines, halves of characters, what is no character. The two joiners stay,
 * since emoji and several scripts are written with them.
 */
export const UNSEEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu;
