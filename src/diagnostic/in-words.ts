/** One finding as a line of text, as it is printed. */
import type { Diagnostic } from './diagnostic.js';

/** `acme.xlsx, Control Objectives!H14: error unknown-option: “Fuly” is not one of …` */
export function diagnosticInWords(diagnostic: Diagnostic): string {
  const { file, sheet, cell, line, column, path, severity, code, message } = diagnostic;
  const spot = sheet ? (cell ? `${sheet}!${cell}` : sheet) : line ? `line ${line}, column ${column ?? 1}` : path;
  const place = [file, spot].filter((part) => part !== undefined && part !== '').join(', ');
  const about = diagnostic.objective && !message.includes(diagnostic.objective) ? ` (${diagnostic.objective})` : '';
  return `${place ? `${place}: ` : ''}${severity} ${code}${about}: ${message}`;
}
