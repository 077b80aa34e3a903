/** Messages that Outlook saves (MS-OXMSG): who sent one and when, and what is attached to it. */
import { openCompoundFile, textOf, type Folder } from './compound-file.js';

/** What is attached to a message. */
export interface OutlookAttachment {
  /** As the sender has named it; `''` where there is no name. */
  readonly name: string;
  /** The type that is declared, in small letters; `''` where there is none. */
  readonly type: string;
  /** Its bytes; none of a file that the message only leads to. A message that is attached as a message is in `message`. */
  readonly bytes: Uint8Array;
  readonly message?: OutlookMessage;
}

/** What a message is about, as far as it says. */
export interface OutlookMessage {
  /** Addresses that may be the sender's, the best one first. */
  readonly from: readonly string[];
  /** Milliseconds since 1970; 0 where there is none. */
  readonly sent: number;
  /** They are read when they are asked for. */
  readonly attachments: () => Generator<OutlookAttachment>;
}

/** Properties by their tags (MS-OXPROPS). */
const TAGS = {
  ...{ messageClass: '001A', senderAddress: '5D01', onBehalfOf: '5D02', senderName: '0C1F' },
  ...{ longName: '3707', shortName: '3704', displayName: '3001', type: '370E', data: '3701' },
} as const;
const NUMBERS = { submitted: 0x00390040, delivered: 0x0e060040, codePage: 0x3ffd0003 } as const;
/** Kinds of streams: a text in Unicode, a text of a code page, bytes, a folder. */
const KINDS = { unicode: '001F', old: '001E', bytes: '0102', folder: '000D' } as const;
const ATTACHMENT = '__attach_version1.0_#';
/** Bytes before the first property of a message on its own, of one in another, and of an attachment. */
const LEAD = { top: 32, inner: 24 } as const;
/** In an object of another program, a workbook is in a stream of this name. */
const PACKAGE = 'Package';

/** Code pages that have another name in browsers than their number behind “windows-”. */
const CODE_PAGES: Readonly<Record<number, string>> = {
  ...{ 932: 'shift_jis', 936: 'gbk', 949: 'euc-kr', 950: 'big5', 20866: 'koi8-r', 65001: 'utf-8' },
};

/**
 * Opens a message.
 * @throws An `Error` where the bytes are damaged, or are no message: Word and Excel once saved such files as well.
 */
export function openOutlook(bytes: Uint8Array): OutlookMessage {
  const message = messageIn(openCompoundFile(bytes), 'top');
  if (!message) throw new Error('no message');
  return message;
}

/** The message that a folder is; undefined where it is none: each message has a class. */
function messageIn(folder: Folder, place: keyof typeof LEAD): OutlookMessage | undefined {
  const numbers = numbersOf(folder, LEAD[place]);
  const codePage = numbers.get(NUMBERS.codePage)?.getUint32(0, true) ?? 0;
  const encoding = CODE_PAGES[codePage] ?? `windows-${codePage}`;
  const text = (of: Folder, ...tags: string[]): string => textIn(of, tags, encoding);
  if (text(folder, TAGS.messageClass) === '') return undefined;
  const attached = [...folder.folders].filter(([name]) => name.startsWith(ATTACHMENT)).sort(byName);
  return {
    from: [TAGS.senderAddress, TAGS.onBehalfOf, TAGS.senderName].map((tag) => text(folder, tag)),
    sent: timeOf(numbers.get(NUMBERS.submitted)) || timeOf(numbers.get(NUMBERS.delivered)),
    attachments: function* () {
      for (const [, each] of attached) {
        const name = text(each, TAGS.longName) || text(each, TAGS.shortName) || text(each, TAGS.displayName);
        const type = text(each, TAGS.type).toLowerCase();
        const inside = each.folders.get(streamName(TAGS.data, KINDS.folder));
        const message = inside && messageIn(inside, 'inner');
        const stream = each.streams.get(streamName(TAGS.data, KINDS.bytes)) ?? inside?.streams.get(PACKAGE);
        if (message) yield { name, type, bytes: new Uint8Array(), message };
        else yield { name, type, bytes: stream?.read() ?? new Uint8Array() };
      }
    },
  };
}

const streamName = (tag: string, kind: string): string => `__substg1.0_${tag}${kind}`;

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : a > b ? 1 : 0;

/** The first text that a folder has of these tags; `''` where there is none. */
function textIn(folder: Folder, tags: readonly string[], encoding: string): string {
  for (const tag of tags) {
    const unicode = folder.streams.get(streamName(tag, KINDS.unicode));
    if (unicode) return textOf(unicode.read(), 'utf-16le');
    const old = folder.streams.get(streamName(tag, KINDS.old));
    if (old) return textOf(old.read(), encoding);
  }
  return '';
}

/** Properties that are numbers, by tag: eight bytes each. */
function numbersOf(folder: Folder, lead: number): ReadonlyMap<number, DataView> {
  const bytes = folder.streams.get('__properties_version1.0')?.read() ?? new Uint8Array();
  const numbers = new Map<number, DataView>();
  for (let at = lead; at + 16 <= bytes.length; at += 16) {
    const view = new DataView(bytes.buffer, bytes.byteOffset + at, 16);
    numbers.set(view.getUint32(0, true), new DataView(bytes.buffer, bytes.byteOffset + at + 8, 8));
  }
  return numbers;
}

/** Steps of 100 nanoseconds since 1601, in milliseconds since 1970. */
function timeOf(value: DataView | undefined): number {
  const steps = value?.getBigUint64(0, true) ?? 0n;
  const time = Number(steps / 10_000n) - 11_644_473_600_000;
  return time > 0 && Number.isFinite(time) ? time : 0;
}
