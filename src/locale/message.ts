/** How a finding becomes a sentence: what a language has to say for each code, and what programs get beside the sentence. */
import { CATALOGUE, type Affects, type DiagnosticCode, type FactsOf, type Severity } from '../diagnostic/catalogue.js';
import { firstUnits } from '../diagnostic/half-characters.js';
import type { Finding, Place } from '../diagnostic/finding.js';

/** Facts as people read them. */
export interface Shown {
  readonly found?: string;
  readonly expected?: readonly string[];
  readonly suggestion?: string;
  /** Whatever else the sentence needs, e.g. a limit. */
  readonly detail?: string;
}

/** What a sentence is made from. */
export interface Told extends Shown {
  readonly objective?: string;
  readonly field?: string;
}

/** What a language says of one code. */
export interface Message<C extends DiagnosticCode> {
  /** Facts that need words; the others are shown as they are. */
  readonly shown?: (facts: FactsOf<C>) => Shown;
  /** What was found, what was expected, what to do; without the place, which travels beside it. */
  readonly message: (told: Told) => string;
}

/** What a language says of one code beside the sentence; apart from it, since pages and programs that only read do without. */
export interface Explanation {
  /** One paragraph for `aismm explain`: what it means and why it matters. */
  readonly meaning: string;
  /** What a person does about it. */
  readonly remedy: string;
}

/** What a language says of all codes beside the sentences. */
export type Explanations = Readonly<Record<DiagnosticCode, Explanation>>;

/** What a language says of all codes. */
export type Messages = { readonly [C in DiagnosticCode]: Message<C> };

/** A finding with its sentence, as it is printed and as JSON has it. */
export interface Diagnostic extends Place, Told {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly affects: Affects;
}

/** Longest piece of a stranger's text that is repeated in a sentence. */
const LONGEST_QUOTE = 80;

/**
 * Puts a finding into words. The sentence shows texts shortened, for people; programs get them whole beside it.
 * @example
 * ```ts
 * for (const finding of findings) console.log(inWords(finding, USUAL_LANGUAGE.messages).message);
 * ```
 */
export function inWords({ code, facts, subject: _, ...place }: Finding, messages: Messages): Diagnostic {
  const { shown, message } = messages[code] as Message<DiagnosticCode>; // the code ties facts and message together
  const { found, expected, suggestion, detail }: Shown = { ...facts, ...shown?.(facts) };
  const told: Told = {
    ...(found === undefined ? {} : { found }),
    ...(expected === undefined ? {} : { expected }),
    ...(suggestion === undefined ? {} : { suggestion }),
    ...(detail === undefined ? {} : { detail }),
    ...(place.objective === undefined ? {} : { objective: place.objective }),
    ...(place.field === undefined ? {} : { field: place.field }),
  };
  return {
    code,
    severity: CATALOGUE[code].severity,
    message: message(found === undefined ? told : { ...told, found: shorten(found) }),
    ...place,
    ...told,
  };
}

/** Cuts long texts and makes control characters visible, so that a sentence stays one line. */
export function shorten(text: string): string {
  const plain = firstUnits(text, 4 * LONGEST_QUOTE)
    .replace(/[\u0000-\u001f\u007f]+/g, ' ')
    .trim();
  return plain.length > LONGEST_QUOTE ? firstUnits(plain, LONGEST_QUOTE - 1) + '…' : plain;
}

/** `acme.xlsx, Control Objectives!H14: error unknown-option: “Fuly” is not a valid option …` */
export function diagnosticLine(diagnostic: Diagnostic): string {
  const { file, sheet, cell, line, column, path, severity, code, message, objective } = diagnostic;
  const at = path === undefined ? undefined : shorten(path);
  const spot = sheet ? (cell ? `${sheet}!${cell}` : sheet) : line ? `line ${line}, column ${column ?? 1}` : at;
  const place = [file, spot].filter((part) => part !== undefined && part !== '').join(', ');
  const about = objective && !message.includes(objective) ? ` (${objective})` : '';
  return `${place ? `${place}: ` : ''}${severity} ${code}${about}: ${message}`;
}
