/** Saved messages as mail programs write them: `.eml` (RFC 5322 and MIME), and `.msg` of Outlook (MS-OXMSG in a compound file). */
import XLSX from 'xlsx';

export interface Attached {
  readonly name: string;
  /** Bytes, or a message in it. */
  readonly content: Uint8Array | Message;
}

export interface Message {
  readonly from?: string;
  /** Of `.msg`: further streams by their paths, and the code page of texts that are not in Unicode. */
  readonly more?: readonly (readonly [path: string, bytes: Uint8Array])[];
  readonly codePage?: number;
  readonly date?: string;
  readonly attached: readonly Attached[];
}

const BOUNDARY = '=_next';

/** An `.eml` file. */
export function eml({ from = 'Ann Example <Ann@Example.com>', date, attached }: Message, depth = 0): string {
  const boundary = `${BOUNDARY}${depth}`;
  const parts = attached.map(({ name, content }) =>
    content instanceof Uint8Array
      ? [
          `Content-Type: application/octet-stream; name="${name}"`,
          `Content-Disposition: attachment; filename="${name}"`,
          'Content-Transfer-Encoding: base64',
          '',
          Buffer.from(content).toString('base64').replace(/.{76}/g, '$&\r\n'),
        ].join('\r\n')
      : ['Content-Type: message/rfc822', '', eml(content, depth + 1)].join('\r\n'),
  );
  return [
    `From: ${from}`,
    'To: assessments@example.org',
    ...(date === undefined ? [] : [`Date: ${date}`]),
    'Subject: Our answers',
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    ...['Content-Type: text/plain\r\n\r\nPlease find our answers attached.', ...parts].map(
      (part) => `--${boundary}\r\n${part}`,
    ),
    `--${boundary}--`,
    '',
  ].join('\r\n');
}

/** A property of a text in Unicode, by its tag: MS-OXPROPS. */
const TEXT = (tag: string, text: string): [string, Uint8Array] => [
  `__substg1.0_${tag}001F`,
  new Uint8Array(Buffer.from(text, 'utf16le')),
];
const [HEADER_OF_MESSAGE, HEADER_INSIDE, HEADER_OF_ATTACHMENT] = [32, 24, 8] as const;
/** How an attachment is kept: its bytes, or a message. */
const [BY_VALUE, EMBEDDED] = [1, 5] as const;
/** The number of a code page, as a property of the message (PidTagMessageCodepage). */
const CODE_PAGE = 0x3ffd0003;

/** `__properties_version1.0`: the properties of fixed length, a line of 16 bytes each. */
function properties(header: number, numbers: Readonly<Record<number, number>> = {}): Uint8Array {
  const entries = Object.entries(numbers);
  const bytes = new DataView(new ArrayBuffer(header + 16 * entries.length));
  entries.forEach(([tag, value], i) => {
    bytes.setUint32(header + 16 * i, Number(tag), true);
    bytes.setUint32(header + 16 * i + 4, 6, true);
    bytes.setUint32(header + 16 * i + 8, value, true);
  });
  return new Uint8Array(bytes.buffer);
}

function* streams(message: Message, at: string): Generator<[string, Uint8Array]> {
  const { from = 'ann@example.com', attached, more = [], codePage } = message;
  const numbers = codePage === undefined ? {} : { [CODE_PAGE]: codePage };
  yield [`${at}__properties_version1.0`, properties(at === '/' ? HEADER_OF_MESSAGE : HEADER_INSIDE, numbers)];
  for (const [path, bytes] of more) yield [`${at}${path}`, bytes];
  for (const [name, bytes] of [TEXT('001A', 'IPM.Note'), TEXT('0037', 'Our answers'), TEXT('5D01', from)])
    yield [`${at}${name}`, bytes];
  for (const [i, { name, content }] of attached.entries()) {
    const folder = `${at}__attach_version1.0_#${i.toString(16).toUpperCase().padStart(8, '0')}/`;
    const method = content instanceof Uint8Array ? BY_VALUE : EMBEDDED;
    yield [`${folder}__properties_version1.0`, properties(HEADER_OF_ATTACHMENT, { 0x37050003: method })];
    for (const [tag, bytes] of [TEXT('3707', name), TEXT('3001', name)]) yield [`${folder}${tag}`, bytes];
    if (content instanceof Uint8Array) yield [`${folder}__substg1.0_37010102`, content];
    else yield* streams(content, `${folder}__substg1.0_3701000D/`);
  }
}

/** A `.msg` file. The compound file is written by another library than the one that reads it. */
export function msg(message: Message): Uint8Array {
  const { CFB } = XLSX as unknown as {
    CFB: {
      utils: { cfb_new(): object; cfb_add(file: object, name: string, bytes: Uint8Array): void };
      write(file: object, options: { type: 'buffer' }): Uint8Array;
    };
  };
  const file = CFB.utils.cfb_new();
  for (const [name, bytes] of streams(message, '/')) CFB.utils.cfb_add(file, name, bytes);
  return new Uint8Array(CFB.write(file, { type: 'buffer' }));
}
