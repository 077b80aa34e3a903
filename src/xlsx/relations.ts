/** Which part of a package leads to which: parts are found through relationships, never by their names. */
import { LIMITS } from '../diagnostic/limits.js';
import { utf8Length } from '../diagnostic/listed.js';
import { damaged, hostile } from './fault.js';
import { cutText } from './text.js';
import { decodeBytes, decodeText, encodeUtf8 } from './text-codec.js';
import { withSlashes } from './zip-directory.js';
import type { XmlReader } from './xml.js';
import { readTree } from './xml-tree.js';

/** Whatever holds the parts of a package by name. */
export interface Parts {
  read(name: string): Uint8Array | undefined;
  /** Counts bytes that a part takes beyond what was read of it; throws a `FileFault` where there are too many. Left out for parts of our own. */
  count?(bytes: number): void;
}

/** Bytes that one character takes at most while a text is changed into another encoding. */
const BYTES_A_CHARACTER = 2;

export interface Relation {
  readonly id: string;
  /** Last word of the relationship's type, e.g. `worksheet`; the same in transitional and strict files. */
  readonly kind: string;
  /** Name of the part, without a leading slash. */
  readonly target: string;
}

/** How far into a part its encoding is declared. */
const DECLARED_WITHIN = 100;

/** A part as UTF-8, whatever its own encoding; undefined where it is missing. */
export function readPart(archive: Parts, name: string): Uint8Array | undefined {
  const bytes = archive.read(name);
  if (!bytes) return undefined;
  const encoding = encodingOf(bytes);
  if (encoding === undefined) return bytes;
  // The text stands between the part as it was and the part as UTF-8: before it is made, it is counted.
  archive.count?.(BYTES_A_CHARACTER * (encoding.startsWith('utf-16') ? bytes.length / 2 : bytes.length));
  const text = decodeText(bytes, encoding);
  if (text === undefined) throw damaged('part-encoding', { part: name, piece: encoding });
  const size = utf8Length(text);
  if (size > LIMITS.part) throw hostile('part-size', { part: name, count: size, most: LIMITS.part });
  archive.count?.(size);
  return encodeUtf8(text);
}

const LESS = 60;
/** What can be read as UTF-8; a declaration that could be read byte by byte is not in UTF-16, whatever it says. */
const AS_UTF_8 = /^(?:utf-8|us-ascii|utf-?16(?:le|be)?)$/;

/** The encoding of XML that is not UTF-8 already. */
function encodingOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Without a mark of the byte order, the first character tells: it is the `<` that XML begins with.
  if (bytes[0] === LESS && bytes[1] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] === LESS) return 'utf-16be';
  const head = decodeBytes(bytes.subarray(0, DECLARED_WITHIN));
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]*encoding=["']([\w.-]{1,20})["']/.exec(head)?.[1]?.toLowerCase();
  return declared === undefined || AS_UTF_8.test(declared) ? undefined : declared;
}

/** The part that says what kind each of the others is. With the relationships the only one that is known by its name. */
export const CONTENT_TYPES = '[Content_Types].xml';

/** Name of the part that holds another one's relationships. */
export function relationsPart(part: string): string {
  const behind = part.lastIndexOf('/') + 1;
  return `${part.slice(0, behind)}_rels/${part.slice(behind)}.rels`;
}

/** Relationships of a part; of the package itself for `''`. Targets outside the package are left out. */
export function relationsOf(archive: Parts, part: string): Relation[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const relations: Relation[] = [];
  readRelations(archive, part, (xml) => {
    if (xml.attribute('TargetMode') === 'External') return;
    const type = xml.attribute('Type') ?? '';
    if (relations.length >= LIMITS.relations)
      throw hostile('too-many-relations', { part: relationsPart(part), most: LIMITS.relations });
    relations.push({
      id: xml.attribute('Id') ?? '',
      kind: type.slice(type.lastIndexOf('/') + 1),
      target: resolveTarget(folder, xml.attribute('Target') ?? ''),
    });
  });
  return relations;
}

/** Addresses outside the package that a part leads to, by the relationship's id. */
export function addressesOf(archive: Parts, part: string): ReadonlyMap<string, string> {
  const addresses = new Map<string, string>();
  readRelations(archive, part, (xml) => {
    if (xml.attribute('TargetMode') === 'External')
      addresses.set(xml.attribute('Id') ?? '', cutText(xml.attribute('Target') ?? ''));
  });
  return addresses;
}

function readRelations(archive: Parts, part: string, Relationship: (xml: XmlReader) => void): void {
  const name = relationsPart(part);
  const bytes = readPart(archive, name);
  if (bytes) readTree(bytes, name, { Relationships: { Relationship } });
}

function resolveTarget(folder: string, target: string): string {
  const plain = withSlashes(target);
  const steps = (plain.startsWith('/') ? plain.slice(1) : folder + plain).split('/');
  const path: string[] = [];
  for (const step of steps) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}
