/** Pseudonyms by a secret. */
import { createHmac } from 'node:crypto';
import { plainName } from '../desk/row.js';
import type { Pseudonym, PseudonymFor } from '../formats/pseudonyms.js';

/** Sixteen digits: that two of a million names have one is as likely as one in thirty million. */
const LENGTH = 16;
/** The same few names stand in many rows of a workbook. */
const REMEMBERED = 10_000;

/** What people spell in several ways; a digest or a path is what it is. */
const SPELLED: ReadonlySet<PseudonymFor> = new Set(['organization', 'unit', 'person']);

/** The first half of HMAC-SHA256. Spellings of one name have one pseudonym; a name of which nothing can be seen has none. */
export function pseudonymsBy(secret: string): Pseudonym {
  const key = Buffer.from(secret, 'hex');
  const known = new Map<string, string>();
  return (of, ...parts) => {
    const asked = JSON.stringify([of, ...parts]);
    const before = known.get(asked);
    if (before !== undefined) return before;
    const plain = SPELLED.has(of) ? parts.map(plainName) : parts;
    const digest = createHmac('sha256', key).update(JSON.stringify([of, ...plain]));
    const pseudonym = plain.at(-1) === '' ? '' : `${of}-${digest.digest('hex').slice(0, LENGTH)}`;
    if (known.size >= REMEMBERED) known.clear();
    known.set(asked, pseudonym);
    return pseudonym;
  };
}
