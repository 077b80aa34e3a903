/** Options that are whole numbers. */
import { dashed } from './typed.js';
import { Usage } from './rim.js';

/** An option that is a whole number, and what to say where it is not. */
export function wholeNumber(name: string, value: unknown, least = 1, most = Number.MAX_SAFE_INTEGER): void {
  if (value === undefined || (Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most)) return;
  const use =
    Number.isInteger(value) && Number(value) > most ? ` up to ${most}` : Number.isFinite(least) ? ` from ${least}` : '';
  // What was typed has more digits than JavaScript keeps.
  const found =
    Number.isInteger(value) && !Number.isSafeInteger(value)
      ? ': the number has too many digits'
      : ` "${Number(value)}"`;
  throw new Usage(`Invalid ${dashed(name)}${found}. Use a whole number${use}.`);
}
