/** What was found, in English: tests look at what people read and what programs get beside the sentence. */
import type { Finding, Parsed } from '../src/diagnostic/finding.js';
import { inWords, type Diagnostic } from '../src/locale/message.js';
import { messagesIn } from '../src/locale/messages.js';

/** Findings with their sentences. */
export function told(findings: readonly Finding[]): Diagnostic[] {
  return findings.map((finding) => inWords(finding, messagesIn()));
}

/** What a reader returns, with its findings in words. */
export function inEnglish<T>({ value, findings }: Parsed<T>): { value?: T; diagnostics: Diagnostic[] } {
  return { ...(value === undefined ? {} : { value }), diagnostics: told(findings) };
}
