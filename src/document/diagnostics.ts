/** The catalogue of diagnostics as a page of documentation. */
import { CATALOGUE, DIAGNOSTIC_CODES } from '../diagnostic/catalogue.js';

/** Markdown: one row a code, in the order of the catalogue. */
export function diagnosticsTable(): string {
  const escape = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
  const rows = DIAGNOSTIC_CODES.map((code) => {
    const { severity, meaning, remedy } = CATALOGUE[code];
    return `| \`${code}\` | ${severity} | ${escape(meaning)} | ${escape(remedy)} |`;
  });
  return [
    '# Diagnostics',
    '',
    'Everything that can be found wrong, as `aismm explain CODE` says it too. Codes keep their meaning once shipped.',
    '',
    'An *error* means that something was not understood or counts as blank: the figures can be relied on only after it is',
    'mended. A *warning* means that something was understood but deserves a look.',
    '',
    '| Code | Severity | What it means | What to do |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
