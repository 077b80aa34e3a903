/** “n/a - not used here” is an option and something behind it. The formulas of the workbook take it apart in the same way. */

/** What parts an option from what stands behind it. The first one is what the formulas make of the others. */
export const PARTED_BY = [' - ', ' – ', ' — ', ': '] as const;

/** Without spaces around and without two in a row, as the spreadsheet function TRIM does it. */
export function trimmed(text: string): string {
  return text.replace(/ +/g, ' ').replace(/^ | $/g, '');
}

/** The option, and the rest, which is `''` where nothing stands behind it. */
export function optionAndRest(text: string): { readonly option: string; readonly rest: string } {
  const typed = trimmed(text);
  const cuts = PARTED_BY.map((parted) => typed.indexOf(parted)).filter((at) => at >= 0);
  if (cuts.length === 0) return { option: typed, rest: '' };
  const cut = Math.min(...cuts);
  return { option: trimmed(typed.slice(0, cut)), rest: trimmed(typed.slice(cut + 2)) };
}
