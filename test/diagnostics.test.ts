/** The catalogue: each code is documented, and some test shows it. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DIAGNOSTIC_CODES } from '../src/diagnostic/catalogue.js';
import { EXPLANATIONS } from '../src/locale/en/explanations.js';
import { messagesIn } from '../src/locale/messages.js';

const here = new URL('.', import.meta.url);
const sources = readdirSync(here, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('diagnostics.test.ts'))
  .map((path) => readFileSync(new URL(path, here), 'utf8'))
  .join('\n');

test.each(DIAGNOSTIC_CODES)('%s is shown by a test, and says what to do', (code) => {
  expect(new RegExp(`[ '\`"]${code}['\`"@ ]`).test(sources)).toBe(true);
  const { message } = messagesIn()[code];
  const { meaning, remedy } = EXPLANATIONS[code];
  for (const text of [meaning, remedy, message({})]) expect(text).toMatch(/[.!?”]$|^$|: $/);
});
