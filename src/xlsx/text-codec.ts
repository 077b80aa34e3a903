/** Texts out of bytes and back: by the host where it has a way, otherwise by code of our own that is as strict. */

/** Texts as UTF-8; undefined for bytes that are none. A mark of byte order is left in. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  return HOST ? byHost(HOST, bytes) : decodeUtf8Purely(bytes);
}

/** A text as UTF-8. Half a character becomes the replacement character. */
export function encodeUtf8(text: string): Uint8Array {
  return typeof TextEncoder === 'undefined' ? encodeUtf8Purely(text) : new TextEncoder().encode(text);
}

/** Texts in a named encoding; undefined for bytes that are none, and for an encoding that neither we nor the host know. */
export function decodeText(bytes: Uint8Array, encoding: string): string | undefined {
  if (typeof TextDecoder === 'undefined') return decodeTextPurely(bytes, encoding);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Each byte as the character with its number. */
export function decodeBytes(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let from = 0; from < bytes.length; from += PIECE) {
    pieces.push(String.fromCharCode(...bytes.subarray(from, from + PIECE)));
  }
  return pieces.join('');
}

/** Each character, of which there are only ASCII ones, as its number. */
export function encodeAscii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** The host's decoder, which keeps nothing between two texts. */
const HOST =
  typeof TextDecoder === 'undefined' ? undefined : new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function byHost(decoder: NonNullable<typeof HOST>, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Numbers that are made characters at a time. */
const PIECE = 4096;
const BYTE_ORDER_MARK = '\ufeff';

/** `decodeUtf8` where the host has no way. */
export function decodeUtf8Purely(bytes: Uint8Array): string | undefined {
  const units = new Uint16Array(bytes.length);
  let filled = 0;
  for (let at = 0; at < bytes.length;) {
    const lead = bytes[at] ?? 0;
    at += 1;
    if (lead < 0x80) {
      units[filled] = lead;
      filled += 1;
      continue;
    }
    const more = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
    // What could be said with fewer bytes, halves of characters and what is beyond the last character are no UTF-8.
    if (lead < 0xc2 || lead > 0xf4) return undefined;
    let code = lead & (0x3f >> more);
    for (let i = 0; i < more; i += 1, at += 1) {
      const next = bytes[at] ?? 0;
      if ((next & 0xc0) !== 0x80) return undefined;
      code = (code << 6) | (next & 0x3f);
    }
    if (code < (FIRST_OF_LENGTH[more] ?? 0) || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return undefined;
    if (code > 0xffff) {
      units[filled] = 0xd7c0 + (code >> 10);
      units[filled + 1] = 0xdc00 | (code & 0x3ff);
      filled += 2;
    } else {
      units[filled] = code;
      filled += 1;
    }
  }
  return textOfUnits(units.subarray(0, filled));
}

/** The first character that takes so many bytes more. */
const FIRST_OF_LENGTH = [0, 0x80, 0x800, 0x10000];

/** `encodeUtf8` where the host has no way. */
export function encodeUtf8Purely(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3);
  let filled = 0;
  for (let at = 0; at < text.length; at += 1) {
    let code = text.codePointAt(at) ?? 0;
    if (code > 0xffff) at += 1;
    else if (code >= 0xd800 && code < 0xe000) code = 0xfffd;
    const more = code < 0x80 ? 0 : code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    bytes[filled] = more === 0 ? code : ((0xff00 >> (more + 1)) & 0xff) | (code >> (6 * more));
    for (let i = more - 1; i >= 0; i -= 1) bytes[filled + more - i] = 0x80 | ((code >> (6 * i)) & 0x3f);
    filled += more + 1;
  }
  return bytes.slice(0, filled);
}

/** `decodeText` where the host has no way. */
export function decodeTextPurely(bytes: Uint8Array, encoding: string): string | undefined {
  const order = UTF_16[encoding.toLowerCase()];
  const text = UTF_8.includes(encoding.toLowerCase()) ? decodeUtf8Purely(bytes) : order && decodeUtf16(bytes, order);
  return text?.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}

/** What these encodings are called. */
const UTF_8 = ['utf-8', 'utf8'];
const UTF_16: Readonly<Record<string, 'little' | 'big'>> = {
  'utf-16': 'little',
  'utf-16le': 'little',
  'utf-16be': 'big',
};

/** With `u`, the two halves of a character are one. */
const HALF_CHARACTER = /\p{Surrogate}/u;

function decodeUtf16(bytes: Uint8Array, order: 'little' | 'big'): string | undefined {
  if (bytes.length % 2 !== 0) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const units = Uint16Array.from({ length: bytes.length / 2 }, (_, i) => view.getUint16(2 * i, order === 'little'));
  const text = textOfUnits(units);
  return HALF_CHARACTER.test(text) ? undefined : text;
}

function textOfUnits(units: Uint16Array): string {
  const pieces: string[] = [];
  for (let from = 0; from < units.length; from += PIECE) {
    pieces.push(String.fromCharCode(...units.subarray(from, from + PIECE)));
  }
  return pieces.join('');
}
