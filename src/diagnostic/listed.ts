/** All findings of one file as a list that somebody can read: each once, and no more than a file is worth. */
import { append } from './append.js';
import type { DiagnosticCode } from './catalogue.js';
import { find, isError, sortFindings, spoilsScore, type Finding } from './finding.js';
import { firstUnits } from './half-characters.js';
import { LIMITS } from './limits.js';

/** What becomes of the findings of a file. */
export interface Listed {
  /** Errors first, then by place. */
  readonly findings: Finding[];
  /** Those that are left out of the list and are about a cell that was to be filled in. */
  readonly left: readonly Finding[];
}

/** Collects the findings of one file: of a kind that fills pages only the first are kept, and the others counted. */
export class Findings {
  readonly all: Finding[] = [];
  readonly #counts = new Map<string, number>();
  readonly #more = new Map<DiagnosticCode, number>();

  add(...findings: readonly Finding[]): void {
    this.addAll(findings);
  }

  addAll(findings: readonly Finding[]): void {
    for (const each of findings) {
      const kind = kindOf(each);
      const count = (this.#counts.get(kind) ?? 0) + 1;
      this.#counts.set(kind, count);
      // What is said of a cell to fill in is kept for the copy that goes back; there are only so many of them.
      if (count <= LIMITS.findingsOfAKind || each.subject) this.all.push(each);
      else this.#more.set(each.code, (this.#more.get(each.code) ?? 0) + 1);
    }
  }

  /** All in the order in which they were found; the list of them where that is more than a file is worth. */
  told(): readonly Finding[] {
    return this.#more.size === 0 && sizeOf(this.all) <= MOST ? this.all : this.listed().findings;
  }

  /** The list of them, with some that were found elsewhere. */
  listed(others: readonly Finding[] = []): Listed {
    const more = [...this.#more].map(([found, count]) => find('more-of-the-same', {}, { found, more: count }));
    return listed([...this.all, ...others, ...more]);
  }
}

/** Errors that affect different things are different kinds: none of them may stand for another. */
const kindOf = ({ code, affects }: Finding): string => `${code} ${affects}`;

/**
 * Each finding once; of a kind that fills pages the first ones and how many more there are; of a list that is still too long
 * the most important ones, with shorter texts, and how many more there are. A list may be listed again with others.
 */
export function listed(findings: readonly Finding[]): Listed {
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  const more = new Map<DiagnosticCode, number>();
  const left: Finding[] = [];
  let leftOut = 0;
  const kept = findings.filter((each) => {
    if (each.code === 'more-findings') leftOut += each.facts.more;
    else if (each.code === 'more-of-the-same') {
      const code = each.facts.found as DiagnosticCode; // nobody else makes them
      more.set(code, (more.get(code) ?? 0) + each.facts.more);
    } else return isFirst(each, seen) && isOneOfTheFirst(each, counts, more, left);
    return false;
  });
  for (const [found, count] of more) kept.push(find('more-of-the-same', {}, { found, more: count }));
  const within = withinBudget(sortFindings(kept));
  leftOut += within.left.length;
  append(
    left,
    within.left.filter(({ subject }) => subject),
  );
  const last = leftOut === 0 ? [] : [find('more-findings', {}, { more: leftOut })];
  return { findings: sortFindings([...within.kept, ...last]), left };
}

/** False for one that was made before, of no cell. */
function isFirst(each: Finding, seen: Set<string>): boolean {
  if (each.cell !== undefined) return true;
  const same = JSON.stringify([each.code, each.sheet, each.objective, each.path, each.line, each.column, each.facts]);
  if (seen.has(same)) return false;
  seen.add(same);
  return true;
}

function isOneOfTheFirst(
  each: Finding,
  counts: Map<string, number>,
  more: Map<DiagnosticCode, number>,
  left: Finding[],
): boolean {
  const kind = kindOf(each);
  const count = (counts.get(kind) ?? 0) + 1;
  counts.set(kind, count);
  if (count <= LIMITS.findingsOfAKind) return true;
  more.set(each.code, (more.get(each.code) ?? 0) + 1);
  if (each.subject) left.push(each);
  return false;
}

/** Texts are this long at most where a list is too long. */
const SHORTER = 200;
/** What is said at the end takes some bytes as well. */
const FOR_THE_REST = 500;

const MOST = LIMITS.findings - FOR_THE_REST;

const sizeOf = (findings: readonly Finding[]): number => findings.reduce((sum, each) => sum + bytesOf(each), 0);

function withinBudget(sorted: readonly Finding[]): { readonly kept: readonly Finding[]; readonly left: Finding[] } {
  if (sizeOf(sorted) <= MOST) return { kept: sorted, left: [] };
  // Where there is no room for all, those stay because of which figures can't be relied on.
  const rank = (each: Finding): number =>
    each.code === 'more-of-the-same' ? 0 : spoilsScore(each) ? 1 : isError(each) ? 2 : 3;
  const kept: Finding[] = [];
  const left: Finding[] = [];
  let room = MOST;
  for (const each of [...sorted].sort((a, b) => rank(a) - rank(b))) {
    const short = shortened(each);
    room -= bytesOf(short);
    if (room >= 0) kept.push(short);
    else left.push(each);
  }
  return { kept, left };
}

function shortened(finding: Finding): Finding {
  const facts = { ...finding.facts };
  const found = 'found' in facts ? facts.found : undefined;
  if (typeof found !== 'string' || found.length <= SHORTER) return finding;
  return { ...finding, facts: { ...facts, found: firstUnits(found, SHORTER) } } as Finding; // the same fact, shorter
}

/** Bytes of a usual sentence. */
const SENTENCE = 200;

/** Bytes of a finding as JSON, and of its sentence. */
function bytesOf(finding: Finding): number {
  return utf8Length(JSON.stringify(finding)) + SENTENCE;
}

/** Bytes that a text takes as UTF-8. */
export function utf8Length(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // Each half of a character beyond the basic plane takes two bytes.
    if (code >= 0x800 && !(code >= 0xd800 && code < 0xe000)) bytes += 2;
    else if (code >= 0x80) bytes += 1;
  }
  return bytes;
}
