/** The workbooks in a saved message: what was attached to it, to messages attached to it, and what attached zip archives hold. */
import { append } from '../diagnostic/append.js';
import { LIMITS } from '../diagnostic/limits.js';
import { find, type Parsed } from '../diagnostic/finding.js';
import { kindByName } from '../desk/wanted.js';
import type { Sent } from '../desk/source.js';
import { readFile } from '../host/files.js';
import { ZLIB } from '../host/zlib.js';
import { isPackage, readArchive, readEntry } from '../xlsx/archive.js';
import type { ZipArchive } from '../xlsx/zip.js';
import { isCompoundFile } from './compound-file.js';
import { Beyond, partsOf } from './mime.js';
import { openOutlook, type OutlookMessage } from './outlook.js';

/** A message within a message within a message: answers quote what they answer. */
const DEEPEST = 3;
/** Bytes that zip archives start with, and so do workbooks. */
const ZIP = [0x50, 0x4b, 0x03, 0x04] as const;
/** The longest address there is (RFC 5321). */
const LONGEST_ADDRESS = 254;

interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What both kinds of messages come to. */
interface Message {
  readonly from: string;
  /** Milliseconds since 1970; 0 where it says nothing that is a time. */
  readonly sent: number;
  readonly attachments: readonly Attachment[];
}

/** The files in a message by names that are like paths, each a different one. */
export class Mail {
  readonly #files = new Map<string, () => Parsed<Uint8Array>>();
  /** By name: the number that the next file of this name has. */
  readonly #numbers = new Map<string, number>();

  private constructor(private readonly message: Message) {
    for (const { name, bytes } of message.attachments) {
      const archive = kindByName(name) === 'archive' ? archiveIn(bytes) : undefined;
      if (archive) for (const entry of archive.names()) this.#add(`${name}/${entry}`, () => readEntry(archive, entry));
      else this.#add(name, () => ({ value: bytes, findings: [] }));
    }
  }

  /** Opens the bytes of an `.eml` or a `.msg` file; their beginning says which of them it is. */
  static async open({ bytes, modified }: Sent): Promise<Parsed<Mail>> {
    if (bytes.length > LIMITS.mail)
      return {
        findings: [find('hostile-file', {}, { fault: 'file-size', count: bytes.length, most: LIMITS.mail })],
      };
    const isOutlook = isCompoundFile(bytes);
    const parts = isOutlook ? 0 : partsAtMost(bytes);
    if (parts > LIMITS.mailParts)
      return {
        findings: [find('hostile-file', {}, { fault: 'too-many-parts', count: parts, most: LIMITS.mailParts })],
      };
    try {
      const message = await (isOutlook ? fromOutlook(openOutlook(bytes)) : internetMessage(bytes));
      const count = message.attachments.length;
      // Leaving some of them out would lose answers in silence.
      if (count > LIMITS.attachments)
        return {
          findings: [find('hostile-file', {}, { fault: 'too-many-attachments', count, most: LIMITS.attachments })],
        };
      return { value: new Mail({ ...message, sent: message.sent || modified }), findings: [] };
    } catch (error) {
      return { findings: [error instanceof Beyond ? error.finding : find('unreadable-mail', {})] };
    }
  }

  /** The names of all files in it. */
  names(): string[] {
    return [...this.#files.keys()];
  }

  /** One file in it; undefined where it has none of that name. */
  read(name: string): Parsed<Sent> | undefined {
    const { value, findings } = this.#files.get(name)?.() ?? { findings: undefined };
    if (!findings) return undefined;
    const { from: mailedBy, sent: modified } = this.message;
    return { ...(value ? { value: { bytes: value, modified, ...(mailedBy ? { mailedBy } : {}) } } : {}), findings };
  }

  /** Two forms of one name, from two messages, are both kept. */
  #add(name: string, read: () => Parsed<Uint8Array>): void {
    let free = name;
    for (let n = this.#numbers.get(name) ?? 2; this.#files.has(free); n += 1) {
      free = name.replace(/(\.[^./]*)?$/, ` (${n})$1`);
      this.#numbers.set(name, n + 1);
    }
    this.#files.set(free, read);
  }
}

/** Opens a message on the disk. One that does not say when it was sent has the time of its file. */
export async function openMail(file: string): Promise<Parsed<Mail>> {
  const { value, findings } = readFile(file);
  return value ? Mail.open(value) : { findings };
}

function archiveIn(bytes: Uint8Array): ZipArchive | undefined {
  const { value } = readArchive({ length: bytes.length, slice: (from, to) => bytes.subarray(from, to) }, ZLIB);
  return value && !isPackage(value) ? value : undefined;
}

/** An `.eml` file (RFC 5322 and MIME), and the messages in it. Every part counts that is not plainly the text of the message. */
async function internetMessage(bytes: Uint8Array, depth = 1): Promise<Message> {
  const { parts, decodeWords, ...said } = await partsOf(bytes);
  const attachments: Attachment[] = [];
  for (const { type, name, disposition, bytes: inside } of parts) {
    const i = attachments.length;
    if (type === 'message/rfc822') {
      const isTooMuch = depth >= DEEPEST || partsAtMost(inside) > LIMITS.mailParts;
      const inner = isTooMuch ? undefined : await internetMessage(inside, depth + 1).catch(() => undefined);
      if (inner) append(attachments, inner.attachments);
      else attachments.push({ name: unopened(i, 'eml'), bytes: inside });
    } else if (type.startsWith('multipart/')) {
      // Where it is divided is not found, so that nobody can say what is in it.
      attachments.push({ name: unopened(i, 'eml'), bytes: inside });
    } else if (name || disposition === 'attachment' || !TEXTS.has(type) || isWorkbookIn(inside))
      attachments.push({ name: withEnding(nameOf(name && decodeWords(name), i), type, inside), bytes: inside });
  }
  const { from, date } = said;
  return { from: addressOf(from), sent: timeOf(date), attachments };
}

/**
 * How many parts there may be: lines that begin with two dashes, as each does that begins a part. The parser takes some
 * kilobytes for each part, also for an empty one, so that they are counted before.
 */
function partsAtMost(bytes: Uint8Array): number {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let count = 0;
  for (let at = text.indexOf('\n--'); at >= 0; at = text.indexOf('\n--', at + 3)) count += 1;
  return count;
}

/** Types that the text of a message has. */
const TEXTS = new Set(['text/plain', 'text/html']);

/** True of a package with the parts of a workbook, whatever it is called. */
export function isWorkbookIn(bytes: Uint8Array): boolean {
  if (!ZIP.every((byte, i) => bytes[i] === byte)) return false;
  const { value } = readArchive({ length: bytes.length, slice: (from, to) => bytes.subarray(from, to) }, ZLIB);
  // One that is damaged is looked at as well: whoever reads it says what is wrong.
  return !value || [...value.names()].some((name) => name.startsWith('xl/'));
}

/** What a `.msg` file comes to. */
async function fromOutlook({ from, sent, attachments: attached }: OutlookMessage, depth = 1): Promise<Message> {
  const attachments: Attachment[] = [];
  for (const { name, type, bytes, message } of attached()) {
    const i = attachments.length;
    // A signed message is kept as it was sent, in one attachment.
    const signed = type.startsWith('multipart/') && (await internetMessage(bytes, depth).catch(() => undefined));
    if (signed) append(attachments, signed.attachments);
    else if (!message) attachments.push({ name: withEnding(nameOf(name, i), type, bytes), bytes });
    else if (depth < DEEPEST) append(attachments, (await fromOutlook(message, depth + 1)).attachments);
    else attachments.push({ name: unopened(i, 'msg'), bytes });
    // More than those are refused, however many there are.
    if (attachments.length > LIMITS.attachments) break;
  }
  return { from: addressOf(from.find((each) => addressOf(each))), sent, attachments };
}

/** The name without folders, and without characters that a terminal obeys: names come from strangers. */
const nameOf = (name: string | null | undefined, index: number): string =>
  name
    ?.replace(/^.*[\\/]/s, '')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim() || `attachment ${index + 1}`;

/** The name of a message that is too deep to be opened. By its ending it is told as skipped, so that nobody misses it. */
const unopened = (index: number, ending: 'eml' | 'msg'): string => `attached message ${index + 1}.${ending}`;

/** What programs that send without a name say of a workbook. */
const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A name without the ending of a workbook has it by the type of the part, or by what is in it. */
const withEnding = (name: string, type: string, bytes: Uint8Array): string =>
  (type === WORKBOOK_TYPE && !name.includes('.')) ||
  (['other', 'closed'].includes(kindByName(name)) && isWorkbookIn(bytes))
    ? `${name}.xlsx`
    : name;

/** What looks like an address; `''` for anything else, such as the names that Exchange uses within an organization. */
function addressOf(text: string | undefined): string {
  const address = text?.trim().toLowerCase() ?? '';
  return address.length <= LONGEST_ADDRESS && /^[^\s@<>"\p{C}]+@[^\s@<>"\p{C}]+$/u.test(address) ? address : '';
}

function timeOf(text: string | undefined): number {
  const time = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isFinite(time) && time > 0 ? time : 0;
}
