/** The parts of an internet message (RFC 5322 and MIME), with their bytes as they were sent. */
import { find, type Finding } from '../diagnostic/finding.js';
import { LIMITS } from '../diagnostic/limits.js';
import { fromBase64, fromQuoted } from './transfer-encodings.js';

/** A part that is not divided any further. */
export interface MailPart {
  /** In small letters, such as `text/plain`. */
  readonly type: string;
  /** As the sender has encoded it; see `decodeWords`. */
  readonly name: string | undefined;
  /** Such as `attachment`; `''` where there is none. */
  readonly disposition: string;
  readonly bytes: Uint8Array;
}

/** What a message says of itself, and its parts in their order. */
export interface MailParts {
  readonly from: string | undefined;
  readonly date: string | undefined;
  readonly parts: readonly MailPart[];
  readonly decodeWords: (text: string) => string;
}

/** Thrown where a message exceeds a limit. */
export class Beyond extends Error {
  constructor(readonly finding: Finding) {
    super(finding.code);
  }
}

/** A part as the parser keeps it: its own list of attachments leaves out what is declared as text. */
interface Node {
  readonly state: 'header' | 'body' | 'finished';
  readonly headers: readonly { readonly key: string; readonly value: string }[];
  readonly contentType: { readonly parsed: Declared };
  readonly contentDisposition: { readonly parsed: Declared };
  readonly contentTransferEncoding: { readonly encoding: string };
  readonly childNodes: readonly Node[];
  contentDecoder: unknown;
}
interface Declared {
  readonly value: string;
  readonly params: Readonly<Record<string, string>>;
}

/** What the types of the parser do not tell. If another version has none of it, that throws, and no attachment is lost in silence. */
interface Inside {
  readonly root: Node;
  readonly currentNode: Node;
  readonly buf: ArrayBuffer;
  readonly headerSize: number;
  readPos: number;
  processLine: (line: Uint8Array, isFinal: boolean) => Promise<void>;
  collectNode: () => Promise<void>;
  renderTextContent: () => void;
  buildMessage: () => void;
}

/**
 * Takes a message apart.
 * @throws `Beyond` where it exceeds a limit, and any other `Error` where it is no message, or cannot be divided.
 */
export async function partsOf(bytes: Uint8Array): Promise<MailParts> {
  const { default: PostalMime, decodeWords, addressParser } = await import('postal-mime');
  const parser = new PostalMime({ maxHeadersSize: LIMITS.mailHeaders, maxNestingDepth: LIMITS.depth });
  const inside = parser as unknown as Inside; // see there
  const places = placesIn(inside);
  // Nobody needs the text of the message and all addresses in it, which take most of the time.
  inside.collectNode = () => Promise.resolve();
  inside.renderTextContent = () => undefined;
  inside.buildMessage = () => undefined;
  await parser.parse(bytes).catch((error: unknown) => {
    throw beyond(error, inside);
  });
  const { root } = inside;
  // The parser takes any bytes for a message, and gives one without anything in it.
  if (!root.headers.some(({ key }) => HEADERS.test(key))) throw new Error('no message');
  const header = (name: string): string | undefined => root.headers.find(({ key }) => key === name)?.value;
  const address = (name: string): string | undefined =>
    addressParser((header(name) ?? '').slice(0, LONGEST_SENDER), { flatten: true })[0]?.address;
  const isUndivided = (part: Node): boolean =>
    isInParts(part) && part.childNodes.length === 0 && contentOf(part, places, inside.buf).length > 1;
  if (isUndivided(root)) throw new Error('a message in parts, without parts');
  const parts = [...leavesOf(root, isUndivided)].map((node): MailPart => {
    const [{ value: type, params }, { value: disposition, params: placed }] = [
      node.contentType.parsed,
      node.contentDisposition.parsed,
    ];
    const name = placed['filename'] || params['name'];
    return { type, name, disposition, bytes: contentOf(node, places, inside.buf) };
  });
  return { from: address('from') || address('sender'), date: header('date'), parts, decodeWords };
}

/** Characters of a header in which the address of the sender is looked for. */
const LONGEST_SENDER = 2_000;

/** Where the content of each part begins and ends in the message. */
type Places = ReadonlyMap<Node, { readonly from: number; readonly to: number }>;

/** Of a part that the parser keeps nothing of: it takes some hundred bytes for each line, and ends each in the same way. */
const NOT_KEPT = { update: () => undefined, finalize: () => Promise.resolve(null) };

/** Has the parser pass over the content of parts, and notes where it is. */
function placesIn(inside: Inside): Places {
  const places = new Map<Node, { readonly from: number; to: number }>();
  const process = inside.processLine.bind(inside);
  inside.processLine = async (line, isFinal) => {
    const { currentNode: node } = inside;
    const isContent = node.state === 'body';
    if (isContent) node.contentDecoder = NOT_KEPT;
    await process(line, isFinal);
    // A line between two parts leads to another part.
    if (!isContent || isFinal || inside.currentNode !== node) {
      if (isContent && isFinal && inside.currentNode === node) note(places, node, line.byteOffset, inside.readPos);
      return;
    }
    // Only a line that begins so can lead to another part.
    const message = Buffer.from(inside.buf);
    const next = message.indexOf('\n--', inside.readPos - 1);
    inside.readPos = next < 0 ? message.length : next + 1;
    note(places, node, line.byteOffset, inside.readPos);
    if (next < 0) await process(new Uint8Array(), true);
  };
  return places;
}

function note(places: Map<Node, { readonly from: number; to: number }>, node: Node, from: number, to: number): void {
  const place = places.get(node);
  if (place) place.to = to;
  else places.set(node, { from, to });
}

const [CR, LF] = [13, 10] as const;

/** The content of a part as it was sent, decoded. The end of its last line belongs to the line between the parts. */
function contentOf(node: Node, places: Places, message: ArrayBuffer): Uint8Array {
  const { from, to } = places.get(node) ?? { from: 0, to: 0 };
  const bytes = new Uint8Array(message, from, to - from);
  const end = bytes.at(-1) !== LF ? 0 : bytes.at(-2) === CR ? 2 : 1;
  const sent = bytes.subarray(0, bytes.length - end);
  const { encoding } = node.contentTransferEncoding;
  if (/base64/i.test(encoding)) return fromBase64(sent);
  return /quoted-printable/i.test(encoding) ? fromQuoted(sent) : sent.slice();
}

/** Why the parser has given up, where that was for a limit. */
function beyond(error: unknown, { headerSize }: Inside): unknown {
  if (headerSize > LIMITS.mailHeaders)
    return new Beyond(find('hostile-file', {}, { fault: 'headers-size', most: LIMITS.mailHeaders }));
  return /nesting depth/i.test((error as Error).message)
    ? new Beyond(find('hostile-file', {}, { fault: 'too-many-levels', most: LIMITS.depth }))
    : error;
}

/** Headers of which every message has one, also those that are attached to others or were never sent. */
const HEADERS = /^(from|sender|to|cc|bcc|date|subject|message-id|mime-version|content-type|received|return-path|x-.+)$/;

const isInParts = ({ contentType }: Node): boolean => contentType.parsed.value.startsWith('multipart/');

/** `isUndivided`: true of a part that says it has parts, has content, and is not divided: the line between parts is not found. */
function* leavesOf(part: Node, isUndivided: (part: Node) => boolean): Generator<Node> {
  if (part.childNodes.length === 0 && (!isInParts(part) || isUndivided(part))) yield part;
  for (const child of part.childNodes) yield* leavesOf(child, isUndivided);
}
