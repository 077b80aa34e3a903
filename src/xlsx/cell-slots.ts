/** A sheet's XML around the cells that are to be written anew. */
import type { Primitive } from './plan.js';
import { needsQuote } from './quoted.js';
import { encodeCellText, escapeXml, withinBreaks } from './text.js';

/** A cell, what it stands for, and the look that it keeps. */
export interface Slot<T> {
  readonly is: T;
  readonly address: string;
  readonly style: string;
}

/** Cuts the XML at the cells with these addresses. */
export function cutAtCells<T>(xml: string, cells: ReadonlyMap<string, T>): (string | Slot<T>)[] {
  const pieces: (string | Slot<T>)[] = [];
  let from = 0;
  for (const match of xml.matchAll(/<c r="([A-Z]+\d+)"( s="\d+")?(?: t="\w+")?(?:\/>|>.*?<\/c>)/g)) {
    const [whole, address = '', style = ''] = match;
    const is = cells.get(address);
    if (is === undefined) continue;
    pieces.push(xml.slice(from, match.index), { is, address, style });
    from = match.index + whole.length;
  }
  pieces.push(xml.slice(from));
  return pieces;
}

/** The XML of a cell with a value; undefined and `''` leave it blank. `twins`: looks for texts that begin like a formula. */
export function filledCell(
  { address, style }: Slot<unknown>,
  value: Primitive | undefined,
  twins?: ReadonlyMap<number, number>,
): string {
  if (value === undefined || value === '') return `<c r="${address}"${style}/>`;
  if (typeof value === 'number') return `<c r="${address}"${style}><v>${value}</v></c>`;
  const text = escapeXml(encodeCellText(withinBreaks(String(value))));
  const twin = needsQuote(value) ? twins?.get(Number(/\d+/.exec(style)?.[0] ?? 0)) : undefined;
  const look = twin === undefined ? style : ` s="${twin}"`;
  return `<c r="${address}"${look} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}
