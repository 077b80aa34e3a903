/** The parts of an internet message (RFC 5322 and MIME), with their bytes as they were sent. */
import { find, type Finding } from '../diagnostic/finding.js';
import { LIMITS } from '../diagnostic/limits.js';

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
  readonly contentType: { readonly parsed: Declared };
  readonly contentDisposition: { readonly parsed: Declared };
  readonly contentTransferEncoding: { readonly encoding: string };
  readonly content: ArrayBuffer | null;
  readonly childNodes: readonly Node[];
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
  readonly readPos: number;
  readonly headerSize: number;
  processLine: (line: Uint8Array, isFinal: boolean) => Promise<void>;
  collectNode: () => Promise<void>;
  renderTextContent: () => void;
}

/**
 * Takes a message apart.
 * @throws `Beyond` where it exceeds a limit, and any other `Error` where it is no message, or cannot be divided.
 */
export async function partsOf(bytes: Uint8Array): Promise<MailParts> {
  const { default: PostalMime, decodeWords } = await import('postal-mime');
  const parser = new PostalMime({ maxHeadersSize: LIMITS.mailHeaders, maxNestingDepth: LIMITS.depth });
  const inside = parser as unknown as Inside; // see there
  const places = placesIn(inside);
  // Nobody needs the text of the message, which takes most of the time.
  inside.collectNode = () => Promise.resolve();
  inside.renderTextContent = () => undefined;
  const { from, sender, date, headers } = await parser.parse(bytes).catch((error: unknown) => {
    throw beyond(error, inside);
  });
  // The parser takes any bytes for a message, and gives one without anything in it.
  if (!headers.some(({ key }) => HEADERS.test(key))) throw new Error('no message');
  const { root } = inside;
  if (isUndivided(root)) throw new Error('a message in parts, without parts');
  const parts = [...leavesOf(root)].map((node): MailPart => {
    const [{ value: type, params }, { value: disposition, params: placed }] = [
      node.contentType.parsed,
      node.contentDisposition.parsed,
    ];
    const name = placed['filename'] || params['name'];
    return { type, name, disposition, bytes: sentAs(node, places, inside.buf) };
  });
  return { from: from?.address ?? sender?.address, date, parts, decodeWords };
}

/** Where the content of each part begins and ends in the message. */
type Places = ReadonlyMap<Node, { readonly from: number; readonly to: number }>;

/** The parser ends each line in the same way, which damages what was sent as it is; so its lines are noted as they come. */
function placesIn(inside: Inside): Places {
  const places = new Map<Node, { readonly from: number; to: number }>();
  const process = inside.processLine.bind(inside);
  inside.processLine = async (line, isFinal) => {
    const { currentNode: node } = inside;
    const isContent = node.state === 'body';
    await process(line, isFinal);
    // A line between two parts leads to another part.
    if (!isContent || inside.currentNode !== node) return;
    const place = places.get(node);
    if (place) place.to = inside.readPos;
    else places.set(node, { from: line.byteOffset, to: inside.readPos });
  };
  return places;
}

/** Encodings that the parser decodes; what has another one was sent as it is. */
const DECODED = /base64|quoted-printable/i;
const [CR, LF] = [13, 10] as const;

/** The content of a part. The end of its last line belongs to the line between the parts. */
function sentAs(node: Node, places: Places, message: ArrayBuffer): Uint8Array {
  const place = places.get(node);
  if (!place || DECODED.test(node.contentTransferEncoding.encoding))
    return new Uint8Array(node.content ?? new ArrayBuffer(0));
  const bytes = new Uint8Array(message, place.from, place.to - place.from);
  const end = bytes.at(-1) !== LF ? 0 : bytes.at(-2) === CR ? 2 : 1;
  return bytes.slice(0, bytes.length - end);
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

/** True of a part that says it has parts, has content, and is not divided: the line between parts is not found. */
const isUndivided = (part: Node): boolean =>
  isInParts(part) && part.childNodes.length === 0 && (part.content?.byteLength ?? 0) > 1;

function* leavesOf(part: Node): Generator<Node> {
  if (part.childNodes.length === 0 && (!isInParts(part) || isUndivided(part))) yield part;
  for (const child of part.childNodes) yield* leavesOf(child);
}
