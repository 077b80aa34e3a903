/** Which part of a package leads to which: parts are found through relationships, never by their names. */
import { XmlReader } from './xml.js';

/** Whatever holds the parts of a package by name. */
export interface Parts {
  read(name: string): Uint8Array | undefined;
}

export interface Relation {
  readonly id: string;
  /** Last word of the relationship's type, e.g. `worksheet`; the same in transitional and strict files. */
  readonly kind: string;
  /** Name of the part, without a leading slash. */
  readonly target: string;
}

const utf8 = new TextDecoder();
const utf16 = new TextDecoder('utf-16le');

/** A part as text; undefined where it is missing. */
export function readPart(archive: Parts, name: string): string | undefined {
  const bytes = archive.read(name);
  if (!bytes) return undefined;
  return bytes[0] === 0xff && bytes[1] === 0xfe ? utf16.decode(bytes) : utf8.decode(bytes);
}

/** Relationships of a part; of the package itself for `''`. Targets outside the package are left out. */
export function relationsOf(archive: Parts, part: string): Relation[] {
  const slash = part.lastIndexOf('/');
  const folder = slash < 0 ? '' : part.slice(0, slash + 1);
  const name = `${folder}_rels/${part.slice(slash + 1)}.rels`;
  const text = readPart(archive, name);
  if (text === undefined) return [];
  const relations: Relation[] = [];
  const xml = new XmlReader(text, name);
  for (let event = xml.next(); event !== 'end'; event = xml.next()) {
    if (event !== 'open' || xml.name !== 'Relationship' || xml.attribute('TargetMode') === 'External') continue;
    const type = xml.attribute('Type') ?? '';
    relations.push({
      id: xml.attribute('Id') ?? '',
      kind: type.slice(type.lastIndexOf('/') + 1),
      target: resolveTarget(folder, xml.attribute('Target') ?? ''),
    });
  }
  return relations;
}

function resolveTarget(folder: string, target: string): string {
  const steps = (target.startsWith('/') ? target.slice(1) : folder + target).split('/');
  const path: string[] = [];
  for (const step of steps) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}
