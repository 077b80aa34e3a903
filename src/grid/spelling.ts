/** When two texts are the same word for people, however they were typed. */

/** Case, width, kinds of spaces and dashes don't matter. */
export function normalize(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\s\u200b\ufeff]+/g, ' ')
    .trim()
    .toLowerCase();
}

/** What makes an option the same option: as `normalize`, and dashes are as good as spaces. */
export function plain(text: string): string {
  return normalize(text).replace(/[ _-]+/g, ' ');
}
