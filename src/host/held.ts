/** Small pieces of text are held until there are enough of them: each piece that goes to the system takes longer than its bytes do. */

/** Bytes that are held at a time. */
const ROOM = 256 * 1024;
/** Most bytes that UTF-8 needs for one unit of a text. */
const WIDEST = 3;

/** Text on its way to a file. */
export interface Held {
  /** Adds to the end. */
  readonly add: (text: string) => void;
  /** Hands over what is held. */
  readonly flush: () => void;
}

/** Begins with nothing; `put` is handed the bytes of many pieces, which hold until it returns. */
export function holdText(put: (bytes: Uint8Array) => void): Held {
  // As bytes at once: texts that wait are moved about by the engine again and again.
  let room: Buffer | undefined;
  let used = 0;
  const flush = (): void => {
    const bytes = room?.subarray(0, used);
    used = 0;
    if (bytes && bytes.length > 0) put(bytes);
  };
  const add = (text: string): void => {
    const most = text.length * WIDEST;
    if (used + most > ROOM) flush();
    if (most > ROOM) return put(new TextEncoder().encode(text));
    room ??= Buffer.allocUnsafeSlow(ROOM);
    used += room.write(text, used);
  };
  return { add, flush };
}
