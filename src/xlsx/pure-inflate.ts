/**
 * RFC 1951 in plain code. As strict as zlib, so that what a file holds does not depend on who unpacks it: code sets that
 * don't add up, lengths stated twice that differ and references before the beginning are refused. Stops at the first byte
 * too many, so that a bomb costs no more than what it claims to be.
 */

/** Why a packed text was not unpacked: it holds more than it may, or it is damaged. */
export type NotInflated = 'too-long' | 'damaged';

/** Longest code of the format. */
const LONGEST = 15;
/** Up to here, codes are looked up at once. More would take longer to prepare than it saves. */
const SHORT = 10;
const END_OF_BLOCK = 256;
/** Counts of codes that a block may declare; the format has names for a few more, which mean nothing. */
const MOST_LITERALS = 286;
const MOST_DISTANCES = 30;
/** The order in which a block lists the lengths of its code for lengths. */
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** Extra bits behind the code of a length or distance, and the least value that each code stands for. */
const LENGTH_BITS = Uint8Array.from({ length: 29 }, (_, code) => (code === 28 ? 0 : Math.max(0, (code >> 2) - 1)));
const LENGTH_BASE = basesOf(LENGTH_BITS, 3).fill(258, 28);
const DISTANCE_BITS = Uint8Array.from({ length: MOST_DISTANCES }, (_, code) => Math.max(0, (code >> 1) - 1));
const DISTANCE_BASE = basesOf(DISTANCE_BITS, 1);

/** The least value of each code: that of the one before, and all that its extra bits can add. */
function basesOf(bits: Uint8Array, first: number): Uint16Array {
  let next = first;
  return Uint16Array.from(bits, (extra) => (next += 1 << extra) - (1 << extra));
}

/** A code set. An entry is a symbol times 16 and the length of its code; 0 where there is none. */
interface CodeSet {
  /** Entries by the next bits of the stream, for codes that are short. */
  readonly short: Uint16Array;
  /** How many codes there are of each length, and their symbols in order: longer codes are found by counting. */
  readonly counts: Uint16Array;
  readonly symbols: Uint16Array;
}

/** Literals and lengths, and distances. */
interface BlockCodes {
  readonly literals: CodeSet;
  readonly distances: CodeSet;
}

/** Reads one stream. */
export function inflatePurely(packed: Uint8Array, most: number): Uint8Array | NotInflated {
  return new Inflating(packed, most).run();
}

/** The code set with these lengths by symbol; undefined where they don't add up to one. */
function codeSet(lengths: Uint8Array): CodeSet | undefined {
  const counts = new Uint16Array(LONGEST + 1);
  for (const length of lengths) counts[length] = (counts[length] ?? 0) + 1;
  counts[0] = 0;
  let longest = LONGEST;
  while (longest > 0 && counts[longest] === 0) longest -= 1;
  /** First code of each length, and where its symbol stands. */
  const codes = new Uint16Array(LONGEST + 2);
  const places = new Uint16Array(LONGEST + 2);
  let left = 1;
  for (let length = 1; length <= LONGEST; length += 1) {
    const count = counts[length] ?? 0;
    left = left * 2 - count;
    if (left < 0) return undefined;
    codes[length + 1] = ((codes[length] ?? 0) + count) << 1;
    places[length + 1] = (places[length] ?? 0) + count;
  }
  // A set with places left is one of a single code, or of none.
  if (left > 0 && longest > 1) return undefined;
  const symbols = new Uint16Array(lengths.length);
  const short = new Uint16Array(1 << Math.min(longest, SHORT));
  for (let symbol = 0; symbol < lengths.length; symbol += 1) {
    const length = lengths[symbol] ?? 0;
    if (length === 0) continue;
    const [code, place] = [codes[length] ?? 0, places[length] ?? 0];
    codes[length] = code + 1;
    places[length] = place + 1;
    symbols[place] = symbol;
    if (length > SHORT) continue;
    // Codes stand in the stream with their first bit first.
    for (let at = reversed(code, length); at < short.length; at += 1 << length) short[at] = (symbol << 4) | length;
  }
  return { short, counts, symbols };
}

function reversed(code: number, length: number): number {
  let result = 0;
  for (let bit = 0; bit < length; bit += 1) result |= ((code >> bit) & 1) << (length - 1 - bit);
  return result;
}

/** The entry of a longer code, whose bits are the next ones of `hold`. */
function longEntry({ counts, symbols }: CodeSet, hold: number): number {
  let [code, first, place] = [0, 0, 0];
  for (let length = 1; length <= LONGEST; length += 1) {
    code = (code << 1) | ((hold >> (length - 1)) & 1);
    const count = counts[length] ?? 0;
    if (code - first < count) return ((symbols[place + code - first] ?? 0) << 4) | length;
    place += count;
    first = (first + count) << 1;
  }
  return 0;
}

/** The code sets of blocks that bring none of their own. */
const FIXED: BlockCodes | undefined = (() => {
  const lengths = new Uint8Array(288).fill(8, 0, 144).fill(9, 144, 256).fill(7, 256, 280).fill(8, 280);
  const [literals, distances] = [codeSet(lengths), codeSet(new Uint8Array(32).fill(5))];
  return literals && distances && { literals, distances };
})();

class Inflating {
  readonly #out: Uint8Array;
  /** How much of it is filled. */
  #filled = 0;
  /** Next byte of the input. Beyond its end it reads as zeros; `#isOver` tells. */
  #at = 0;
  /** Bits that were taken from the input and not used yet, the next one the lowest, and how many. */
  #hold = 0;
  #held = 0;

  constructor(
    private readonly packed: Uint8Array,
    private readonly most: number,
  ) {
    this.#out = new Uint8Array(most);
  }

  run(): Uint8Array | NotInflated {
    for (let isLast = false; !isLast;) {
      isLast = this.#take(1) === 1;
      const kind = this.#take(2);
      const fault =
        kind === 0 ? this.#stored() : this.#coded(kind === 1 ? FIXED : kind === 2 ? this.#codes() : undefined);
      if (fault) return fault;
    }
    return this.#filled === this.most ? this.#out : this.#out.subarray(0, this.#filled);
  }

  /** True where more bits were used than there are. */
  get #isOver(): boolean {
    return this.#at - (this.#held >> 3) > this.packed.length;
  }

  /** At least so many bits in `#hold`; at most 16. */
  #need(count: number): void {
    while (this.#held < count) {
      this.#hold |= (this.#at < this.packed.length ? (this.packed[this.#at] ?? 0) : 0) << this.#held;
      this.#at += 1;
      this.#held += 8;
    }
  }

  /** Uses the next bits, which are there. */
  #drop(count: number): void {
    this.#hold >>>= count;
    this.#held -= count;
  }

  /** The next bits as a number, the first one the lowest. */
  #take(count: number): number {
    this.#need(count);
    const value = this.#hold & ((1 << count) - 1);
    this.#drop(count);
    return value;
  }

  /** A block that is not packed: its length, the same with every bit turned, its bytes. */
  #stored(): NotInflated | undefined {
    this.#drop(this.#held & 7);
    const length = this.#take(16);
    if ((length ^ 0xffff) !== this.#take(16) || this.#isOver) return 'damaged';
    const from = this.#at - (this.#held >> 3);
    const bytes = this.packed.subarray(from, from + length);
    if (this.#filled + bytes.length > this.most) return 'too-long';
    this.#out.set(bytes, this.#filled);
    this.#filled += bytes.length;
    [this.#at, this.#hold, this.#held] = [from + length, 0, 0];
    return bytes.length === length ? undefined : 'damaged';
  }

  /** The code sets that a block begins with, themselves packed; undefined where they are none. */
  #codes(): BlockCodes | undefined {
    const literals = this.#take(5) + 257;
    const distances = this.#take(5) + 1;
    const listed = this.#take(4) + 4;
    if (literals > MOST_LITERALS || distances > MOST_DISTANCES) return undefined;
    const ofLengths = new Uint8Array(LENGTH_ORDER.length);
    for (const symbol of LENGTH_ORDER.slice(0, listed)) ofLengths[symbol] = this.#take(3);
    const set = codeSet(ofLengths);
    // This one has to be complete, always.
    if (!set || set.short.includes(0)) return undefined;
    const lengths = new Uint8Array(literals + distances);
    for (let i = 0; i < lengths.length;) {
      this.#need(LONGEST);
      const entry = set.short[this.#hold & (set.short.length - 1)] ?? 0;
      this.#drop(entry & 15);
      const symbol = entry >> 4;
      const [length, times] =
        symbol < 16
          ? [symbol, 1]
          : symbol === 16
            ? [lengths[i - 1], 3 + this.#take(2)]
            : [0, symbol === 17 ? 3 + this.#take(3) : 11 + this.#take(7)];
      if (length === undefined || i + times > lengths.length || this.#isOver) return undefined;
      lengths.fill(length, i, i + times);
      i += times;
    }
    if (lengths[END_OF_BLOCK] === 0) return undefined;
    const [first, second] = [codeSet(lengths.subarray(0, literals)), codeSet(lengths.subarray(literals))];
    return first && second && { literals: first, distances: second };
  }

  /** The packed content of a block. Nearly all time is spent here, so that nothing is looked up in objects. */
  #coded(codes: BlockCodes | undefined): NotInflated | undefined {
    if (!codes) return 'damaged';
    const { packed, most } = this;
    const { literals, distances } = codes;
    const [shortLiterals, shortDistances] = [literals.short, distances.short];
    const out = this.#out;
    const end = packed.length;
    let [filled, at, hold, held] = [this.#filled, this.#at, this.#hold, this.#held];
    for (;;) {
      for (; held < LONGEST; at += 1, held += 8) hold |= (at < end ? (packed[at] ?? 0) : 0) << held;
      const entry = shortLiterals[hold & (shortLiterals.length - 1)] || longEntry(literals, hold);
      hold >>>= entry & 15;
      held -= entry & 15;
      if (entry === 0 || at - (held >> 3) > end) return 'damaged';
      const symbol = entry >> 4;
      if (symbol < END_OF_BLOCK) {
        if (filled === most) return 'too-long';
        out[filled] = symbol;
        filled += 1;
        continue;
      }
      if (symbol === END_OF_BLOCK) break;
      for (; held < LONGEST; at += 1, held += 8) hold |= (at < end ? (packed[at] ?? 0) : 0) << held;
      const lengthBits = LENGTH_BITS[symbol - END_OF_BLOCK - 1];
      if (lengthBits === undefined) return 'damaged';
      const length = (LENGTH_BASE[symbol - END_OF_BLOCK - 1] ?? 0) + (hold & ((1 << lengthBits) - 1));
      hold >>>= lengthBits;
      held -= lengthBits;
      for (; held < LONGEST; at += 1, held += 8) hold |= (at < end ? (packed[at] ?? 0) : 0) << held;
      const code = shortDistances[hold & (shortDistances.length - 1)] || longEntry(distances, hold);
      hold >>>= code & 15;
      held -= code & 15;
      for (; held < LONGEST; at += 1, held += 8) hold |= (at < end ? (packed[at] ?? 0) : 0) << held;
      const distanceBits = code === 0 ? undefined : DISTANCE_BITS[code >> 4];
      if (distanceBits === undefined) return 'damaged';
      const distance = (DISTANCE_BASE[code >> 4] ?? 0) + (hold & ((1 << distanceBits) - 1));
      hold >>>= distanceBits;
      held -= distanceBits;
      if (distance > filled || at - (held >> 3) > end) return 'damaged';
      if (filled + length > most) return 'too-long';
      for (const to = filled + length; filled < to; filled += 1) out[filled] = out[filled - distance] ?? 0;
    }
    [this.#filled, this.#at, this.#hold, this.#held] = [filled, at, hold, held];
    return undefined;
  }
}
