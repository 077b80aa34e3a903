/** Texts of strangers as a terminal may show them: what would steer it, or turn the direction of reading, is made visible. */
import { UNSEEN } from '../diagnostic/unseen.js';

const PICTURES = 0x2400;
const DELETE = 0x7f;

/** One line. The first 32 characters have pictures of their own in Unicode (␛ for escape), all others the same mark. */
export function visible(text: string): string {
  return text.replace(UNSEEN, (character) => {
    const code = character.charCodeAt(0);
    if (code < ' '.charCodeAt(0)) return String.fromCharCode(PICTURES + code);
    return code === DELETE ? '␡' : '�';
  });
}

/** As `visible`, line by line. */
export function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n');
}
