/** Findings as values: what was found, where, what was expected and what to do. Collected, sorted, then printed once. */
import leven from 'leven';
import { CATALOGUE, type DiagnosticCode } from './catalogue.js';
import type { Facts, Severity } from './facts.js';

/** Where a finding is; every part is left out where it does not apply. Sheet and cell for workbooks, line and column for text files. */
export interface Place {
  readonly file?: string;
  readonly sheet?: string;
  readonly cell?: string;
  readonly line?: number;
  readonly column?: number;
  /** Path inside a JSON document, e.g. `answers.GOV-2A.measured`. */
  readonly path?: string;
}

export interface Diagnostic extends Place, Facts {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
}

/** What every reader returns: a value as far as there is one, and everything found on the way. Nothing throws on user data. */
export interface Parsed<T> {
  readonly value?: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** Collects findings while reading. */
export type Report = (diagnostic: Diagnostic) => void;

/** Longest piece of a stranger's text that is repeated in a message. */
const LONGEST_QUOTE = 80;

/** Longest text of a stranger that programs get, so that nobody's answer is lost and nothing grows without bounds. */
const LONGEST_FOUND = 2_000;

/** Makes one finding from the catalogue's entry for `code`. The message shows texts shortened, for people. */
export function diagnose(code: DiagnosticCode, at: Place, facts: Facts = {}): Diagnostic {
  const { found } = facts;
  const entry = CATALOGUE[code];
  const message = entry.message(found === undefined ? facts : { ...facts, found: shorten(found) });
  const told = found === undefined ? facts : { ...facts, found: found.slice(0, LONGEST_FOUND) };
  return { code, severity: entry.severity, message, ...at, ...told };
}

/** Cuts long texts and makes control characters visible, so that a message stays one line. */
export function shorten(text: string): string {
  const plain = text
    .slice(0, 4 * LONGEST_QUOTE)
    .replace(/[\u0000-\u001f\u007f]+/g, ' ')
    .trim();
  return plain.length > LONGEST_QUOTE ? plain.slice(0, LONGEST_QUOTE - 1) + '…' : plain;
}

/** The option that `found` most likely meant: at most a third of its letters differ. */
export function suggest(found: string, options: readonly string[]): string | undefined {
  const wanted = found.trim().toLowerCase().slice(0, LONGEST_QUOTE);
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const option of options) {
    const distance = leven(wanted, option.toLowerCase());
    if (distance < bestDistance) {
      best = option;
      bestDistance = distance;
    }
  }
  return best;
}

/** Compares texts as people do: B10 after B9. */
const text = new Intl.Collator('en', { numeric: true });

const SEVERITY_ORDER: Record<Severity, number> = { error: 0, warning: 1, note: 2 };

/** Errors first, then by place in reading order; equal places keep the order they were found in. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity] ||
      text.compare(a.file ?? '', b.file ?? '') ||
      text.compare(a.sheet ?? '', b.sheet ?? '') ||
      rowOf(a) - rowOf(b) ||
      text.compare(a.cell ?? '', b.cell ?? '') ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0),
  );
}

function rowOf(diagnostic: Diagnostic): number {
  return Number(/\d+$/.exec(diagnostic.cell ?? '')?.[0] ?? 0);
}

/** True if any finding is an error, that is: the input must be mended before its figures can be relied on. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}

/** Says that a promise our own code makes was broken: a fault of ours, never of the user's input. */
export function invariant(condition: unknown, promise: string): asserts condition {
  if (!condition) throw new Error(`broken promise: ${promise}`);
}
