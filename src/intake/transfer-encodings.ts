/** The two encodings in which messages carry bytes (RFC 2045), decoded in one pass, whatever a stranger has written. */

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** By byte: what a letter stands for; 64 for what is passed over, and 65 for the sign that fills up. */
const BASE64 = new Uint8Array(256).fill(64);
for (let i = 0; i < LETTERS.length; i += 1) BASE64[LETTERS.charCodeAt(i)] = i;
const [EQUALS, CR, LF] = [61, 13, 10] as const;
BASE64[EQUALS] = 65;

/** Some programs fill up each line: what follows begins anew. */
export function fromBase64(sent: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((sent.length * 3) / 4));
  let [length, bits, held] = [0, 0, 0];
  for (const byte of sent) {
    const value = BASE64[byte] ?? 64;
    if (value === 64) continue;
    if (value === 65) {
      held = 0;
      continue;
    }
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[length] = (bits >> held) & 0xff;
    length += 1;
  }
  return bytes.slice(0, length);
}

/** What is no code stays as it is, and lines end in one byte. */
export function fromQuoted(sent: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(sent.length);
  let length = 0;
  for (let at = 0; at < sent.length; at += 1) {
    const [byte, next, after] = [sent[at] ?? 0, sent[at + 1], sent[at + 2]];
    if (byte === EQUALS && (next === LF || next === undefined)) at += 1;
    else if (byte === EQUALS && next === CR && after === LF) at += 2;
    else if (byte === CR && next === LF) continue;
    else {
      const code = byte === EQUALS ? Number.parseInt(String.fromCharCode(next ?? 0, after ?? 0), 16) : Number.NaN;
      const isCode = byte === EQUALS && isHex(next) && isHex(after);
      bytes[length] = isCode ? code : byte;
      length += 1;
      if (isCode) at += 2;
    }
  }
  return bytes.slice(0, length);
}

const isHex = (byte: number | undefined): boolean =>
  byte !== undefined && /^[0-9a-f]$/i.test(String.fromCharCode(byte));
