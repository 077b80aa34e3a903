/** Texts as cells keep them: characters that XML can't hold are written as `_xHHHH_`. */
import { LIMITS } from '../diagnostic/limits.js';

const UNSAFE =
  /_(?=x[0-9A-Fa-f]{4}_)|[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Line breaks that a cell can hold. */
const MOST_BREAKS = 253;

/** The text as it fits into a cell: each line break beyond the last that fits is written as the sign of one. */
export function withinBreaks(text: string): string {
  let breaks = 0;
  return text.replace(/\r?\n/g, (found) => ((breaks += 1) <= MOST_BREAKS ? found : '¶'));
}

/** Any text as a cell can hold it; `decodeCellText` gives it back. */
export function encodeCellText(text: string): string {
  return text.replace(UNSAFE, (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);
}

/** The text that a cell's `_xHHHH_` stand for. */
export function decodeCellText(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    : text;
}

/**
 * A text as far as a cell takes it, and one character more, so that it is seen to be too long. One that begins with nothing
 * but spaces is not blank for that: they go to its end.
 */
export function cutText(text: string): string {
  if (text.length <= LIMITS.text) return text;
  const cut = text.slice(0, LIMITS.text + 1);
  return cut.trim() === '' ? text.trimStart().slice(0, cut.length).padEnd(cut.length) : cut;
}

/** The same of a formula. */
export function cutFormula(text: string): string {
  return text.length > LIMITS.formula ? text.slice(0, LIMITS.formula + 1) : text;
}

/** What XML can't hold even as a reference. */
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** Escapes a text for XML content and attributes; what XML can't hold becomes a mark. A cell holds it: `encodeCellText`. */
export function escapeXml(text: string): string {
  return text
    .replace(NO_XML, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
