/**
 * Parts that are the same in one workbook after the other: styles, names, relationships. Whoever reads many reads each of them once.
 * Only the last one is kept, and of each program that returns workbooks nearly all are alike. No part with answers is read in this way.
 */

/** Bytes of a part up to which it is kept. */
const MOST = 65_536;

/**
 * The same reading of a part, which gives what it gave before where the bytes are the same as the last time. What it gives must
 * depend on the bytes alone, and must not be changed by anybody. A reading that throws is not kept.
 */
export function rememberingLast<T>(read: (bytes: Uint8Array, part: string) => T): typeof read {
  let last: { readonly bytes: Uint8Array; readonly made: T } | undefined;
  return (bytes, part) => {
    if (last && isSame(last.bytes, bytes)) return last.made;
    const made = read(bytes, part);
    // A copy: the bytes may lie in those of the whole file.
    if (bytes.length <= MOST) last = { bytes: bytes.slice(), made };
    return made;
  };
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i += 1) if (one[i] !== other[i]) return false;
  return true;
}
