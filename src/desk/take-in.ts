/** Many workbooks taken in: each kept once, counted, and told about if it was rejected. */
import type { DiagnosticCode } from '../diagnostic/catalogue.js';
import type { Clock } from './clock.js';
import type { Outcome } from './record.js';
import { keptSeverity, type Entry, type KeptFinding, type Results } from './results.js';

/** Records that are kept at a time, and milliseconds after which fewer are kept as well. */
export const BATCH = 200;
export const LONGEST_WAIT = 1_000;

/** A file that was rejected, now or before, and why. */
export interface Rejected {
  readonly path: string;
  readonly sha256: string;
  readonly findings: readonly KeptFinding[];
  /** `copy`: the same bytes as another one of this time, which is the one that is counted. `before`: at an earlier time. */
  readonly was: 'rejected' | 'copy' | 'before';
}

/** What became of all files, in their order. */
export interface Account {
  readonly counts: {
    accepted: number;
    /** Of the accepted ones. */
    withWarnings: number;
    /** The same bytes as a file before. */
    duplicates: number;
    /** Kept at an earlier time. */
    unchanged: number;
    /** Of organizations that were removed: not kept again. */
    forgotten: number;
  };
  readonly rejected: Rejected[];
}

/** Who takes part. */
export interface TakingIn {
  /** Without it nothing is kept. */
  readonly results?: Pick<Results, 'known' | 'findingsOf' | 'write'> | undefined;
  readonly clock: Clock;
  /** Is told of each file, as soon as it is known what became of it. */
  readonly each?: (outcome: Outcome) => void;
  /** Keeps files of organizations that were removed, too. */
  readonly allowAgain?: boolean;
  /** Ends it before its time; what was read until then is kept. */
  readonly stop?: AbortSignal;
}

/**
 * Takes in what `read` gives, in its order. `read` is told the digests of what is kept already, and gives one outcome a file;
 * of the same bytes twice, the later one is made a duplicate here.
 */
export async function takeIn(
  read: (known: ReadonlySet<string>) => AsyncIterable<Outcome>,
  { results, clock, each, stop, allowAgain = false }: TakingIn,
): Promise<Account> {
  const known = new Map(await results?.known());
  if (allowAgain) for (const [sha256, status] of known) if (status === 'forgotten') known.delete(sha256);
  const account: Account = {
    counts: { accepted: 0, withWarnings: 0, duplicates: 0, unchanged: 0, forgotten: 0 },
    rejected: [],
  };
  const seen = new Set<string>();
  let batch: Entry[] = [];
  let written = clock();
  const keep = async (): Promise<void> => {
    if (batch.length > 0) await results?.write(batch);
    batch = [];
    written = clock();
  };
  for await (const found of read(new Set(known.keys()))) {
    const isAgain = found.sha256 !== '' && found.status !== 'unchanged' && seen.has(found.sha256);
    seen.add(found.sha256);
    const outcome = isAgain ? { ...found, status: 'duplicate' as const } : found;
    const wasForgotten = outcome.status === 'unchanged' && known.get(outcome.sha256) === 'forgotten';
    if (wasForgotten) {
      account.counts.forgotten += 1;
      each?.(outcome);
      continue;
    }
    if (results && !waitsForAnother(outcome)) batch.push(outcome);
    // What was wrong with a file is wrong with it still: whoever was stopped is told all of it in the end.
    const wasRejected = outcome.status === 'unchanged' && known.get(outcome.sha256) === 'rejected';
    enter(account, outcome, wasRejected ? ((await results?.findingsOf(outcome.sha256)) ?? []) : undefined);
    each?.(outcome);
    if (batch.length >= BATCH || clock() - written > LONGEST_WAIT) await keep();
    if (stop?.aborted) break;
  }
  await keep();
  return account;
}

/** What another program, or the same one with another model, may well read. */
const NOT_HERE: ReadonlySet<string> = new Set<DiagnosticCode>([
  'unknown-model',
  'faulty-model',
  'unknown-format',
  'unknown-language',
  'unclear-edition',
]);

/** True of a file that was rejected for what is not here: it is not kept, so that it is read again when it is. */
function waitsForAnother(outcome: Outcome): boolean {
  return outcome.status !== 'unchanged' && outcome.findings.some(({ code }) => NOT_HERE.has(code));
}

/** `before`: why it was rejected at an earlier time. */
function enter({ counts, rejected }: Account, outcome: Outcome, before?: readonly KeptFinding[]): void {
  const { path, sha256 } = outcome;
  const reject = (was: Rejected['was'], findings: readonly KeptFinding[]): unknown =>
    rejected.push({ path, sha256, findings, was });
  switch (outcome.status) {
    case 'unchanged':
      counts.unchanged += 1;
      if (before) reject('before', before);
      return;
    case 'duplicate':
      counts.duplicates += 1;
      // Whoever sent it hears of it as well.
      if (outcome.findings.length > 0) reject('copy', outcome.findings);
      return;
    case 'rejected':
      reject('rejected', outcome.findings);
      return;
    case 'accepted':
      counts.accepted += 1;
      if (outcome.remarks > 0) counts.withWarnings += 1;
  }
}

/** In how many rejected files each kind of error is, by code. */
export function errorsIn(rejected: readonly Rejected[]): [code: string, files: number][] {
  const counts = new Map<string, number>();
  for (const { findings } of rejected)
    for (const code of new Set(findings.filter((each) => keptSeverity(each) === 'error').map((each) => each.code)))
      counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}
