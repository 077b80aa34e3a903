/** Findings as values: what was found, where, and the facts. No sentence: those are made at the rim, in the language that is asked for. */
import { compareNames } from './compare-names.js';
import { firstUnits, hasHalf, wholeCharacters } from './half-characters.js';
import { LIMITS } from './limits.js';
import { CATALOGUE, type Affects, type DiagnosticCode, type FactsOf } from './catalogue.js';

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

/** A declared cell of the workbook that a finding is about, wherever it was found. */
export interface Subject {
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

/** What a finding is about, besides the place. */
export interface About {
  readonly objective?: string;
  readonly field?: string;
  readonly subject?: Subject;
  /** Where it is not what the catalogue says of the code. */
  readonly affects?: Affects;
}

interface FindingOf<C extends DiagnosticCode> extends Place, About {
  readonly code: C;
  readonly facts: FactsOf<C>;
  readonly affects: Affects;
}

/** One finding; the code says which facts it has. */
export type Finding<C extends DiagnosticCode = DiagnosticCode> = { [K in C]: FindingOf<K> }[C];

/** What every reader returns: a value as far as there is one, and everything found on the way. Nothing throws on user data. */
export interface Parsed<T> {
  readonly value?: T;
  readonly findings: readonly Finding[];
}

/** Collects findings while reading. */
export type Report = (finding: Finding) => void;

/** Makes one finding. */
export function find<C extends DiagnosticCode>(
  code: C,
  at: Place & About,
  ...[facts]: object extends FactsOf<C> ? [facts?: FactsOf<C>] : [facts: FactsOf<C>]
): Finding {
  const path = at.path === undefined ? {} : { path: firstUnits(at.path, LIMITS.found) };
  return { code, affects: CATALOGUE[code].affects, ...at, ...path, facts: bounded(facts ?? {}) } as Finding; // the signature ties facts to the code
}

/** Texts of strangers are kept up to a length, so that nobody's answer is lost and nothing grows without bounds. */
function bounded(fact: unknown): unknown {
  if (typeof fact === 'string') return wholeCharacters(firstUnits(fact, LIMITS.found));
  if (typeof fact !== 'object' || fact === null) return fact;
  if (Array.isArray(fact)) return fact.every(isShort) ? (fact as unknown) : fact.map(bounded);
  const all = Object.entries(fact);
  return all.every(([, each]) => isShort(each))
    ? fact
    : Object.fromEntries(all.map(([name, each]) => [name, bounded(each)]));
}

/** True for what is kept as it is: nearly everything that people type. */
function isShort(fact: unknown): boolean {
  if (typeof fact === 'string') return fact.length <= LIMITS.found && !hasHalf(fact);
  if (Array.isArray(fact)) return fact.every(isShort);
  return typeof fact !== 'object' || fact === null;
}

const SEVERITY_ORDER = { error: 0, warning: 1, note: 2 } as const;

/** Errors first, then by place in reading order; equal places keep the order they were found in. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return [...findings].sort(
    (a, b) =>
      SEVERITY_ORDER[severityOf(a)] - SEVERITY_ORDER[severityOf(b)] ||
      compareNames(a.file ?? '', b.file ?? '') ||
      compareNames(a.sheet ?? '', b.sheet ?? '') ||
      rowOf(a) - rowOf(b) ||
      compareNames(a.cell ?? '', b.cell ?? '') ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0),
  );
}

function rowOf(finding: Finding): number {
  return Number(/\d+$/.exec(finding.cell ?? '')?.[0] ?? 0);
}

/** How serious a finding is. */
export function severityOf({ code }: Pick<Finding, 'code'>): 'error' | 'warning' | 'note' {
  return CATALOGUE[code].severity;
}

/** True for a finding that has to be corrected before figures can be relied on. */
export function isError(finding: Pick<Finding, 'code'>): boolean {
  return severityOf(finding) === 'error';
}

/** True for an error because of which a figure may be wrong. */
export function spoilsScore(finding: Pick<Finding, 'code' | 'affects'>): boolean {
  return isError(finding) && finding.affects === 'score';
}

/** True if any finding is an error. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(isError);
}

/** Says that a promise our own code makes was broken: a fault of ours, never of the user's input. */
export function invariant(condition: unknown, promise: string): asserts condition {
  if (!condition) throw new Error(`broken promise: ${promise}`);
}
