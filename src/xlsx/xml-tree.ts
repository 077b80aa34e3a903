/** Finds elements by where they stand: what is called the same elsewhere in a part is something else. */
import { damaged } from './fault.js';
import { ROOT, XmlReader } from './xml.js';

/** What to do at an element that was just opened, or which of the elements inside it to look for, by name. */
export type XmlTree = ((xml: XmlReader) => void) | { readonly [name: string]: XmlTree };

/** Reads a part, its root included in the tree. A part with another root, or with none, is damaged. */
export function readTree(bytes: Uint8Array, part: string, tree: { readonly [root: string]: XmlTree }): void {
  const xml = new XmlReader(bytes, part);
  const wanted = tree[openRoot(xml, part, Object.keys(tree))];
  if (typeof wanted === 'function') wanted(xml);
  else if (wanted) readInside(xml, xml.inside, wanted);
  // To its end: what is cut off behind what was looked for is cut off all the same.
  while (xml.nextChild(ROOT)) xml.skip();
}

/** Opens the root of a part; its name, which is one of `names`. */
export function openRoot(xml: XmlReader, part: string, names: readonly string[]): string {
  if (!xml.nextChild(ROOT)) throw damaged('part-no-xml', { part });
  if (!names.includes(xml.name)) throw damaged('part-other', { part, piece: xml.name.replace(/^:/, '').slice(0, 20) });
  return xml.name;
}

/** Elements of a sheet that hold what is called like cells and is none. */
const NO_CELLS: readonly string[] = ['extLst', 'customSheetViews'];

/**
 * Passes over an element that is nothing of ours to read: of another namespace, an extension, or views that somebody keeps.
 * Anything else may hold what somebody has typed, and is damage.
 */
export function passOver(xml: XmlReader, part: string): void {
  if (!xml.name.startsWith(':') && !NO_CELLS.includes(xml.name))
    throw damaged('part-other', { part, piece: xml.name.slice(0, 20) });
}

/** Opens the next element with this name right inside another; false behind the last one. What else is there is passed over. */
export function nextNamed(xml: XmlReader, inside: number, name: string, part: string): boolean {
  while (xml.nextChild(inside)) {
    if (xml.name === name) return true;
    passOver(xml, part);
  }
  return false;
}

/** Reads what stands inside the element just opened. */
export function readChildren(xml: XmlReader, tree: XmlTree): void {
  readInside(xml, xml.inside, tree);
}

function readInside(xml: XmlReader, inside: number, tree: XmlTree): void {
  if (typeof tree === 'function') {
    tree(xml);
    return;
  }
  while (xml.nextChild(inside)) {
    const wanted = Object.hasOwn(tree, xml.name) ? tree[xml.name] : undefined;
    if (typeof wanted === 'function') wanted(xml);
    else if (wanted) readInside(xml, xml.inside, wanted);
  }
}
