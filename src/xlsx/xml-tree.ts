/** Finds elements by where they stand: what is called the same elsewhere in a part is something else. */
import { ROOT, XmlReader } from './xml.js';

/** What to do at an element that was just opened, or which of the elements inside it to look for, by name. */
export type XmlTree = ((xml: XmlReader) => void) | { readonly [name: string]: XmlTree };

/** Reads a part, its root included in the tree. */
export function readTree(bytes: Uint8Array, part: string, tree: XmlTree): void {
  readInside(new XmlReader(bytes, part), ROOT, tree);
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
