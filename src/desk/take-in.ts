/** Many workbooks taken in: each kept once, counted, and told about if it was rejected. */
import type { DiagnosticCode } from '../diagnostic/catalogue.js';
import { spoilsScore } from '../diagnostic/finding.js';
import type { Clock } from './clock.js';
import type { IngestRecord, Outcome, SeenAgain } from './record.js';
import { keptSeverity, type Entry, type KnownStatus, type Results } from './results.js';
import type { KeptFinding, Sender } from './row.js';

/** Records that are kept at a time, and milliseconds after which fewer are kept as well. */
export const BATCH = 200;
export const LONGEST_WAIT = 1_000;

/** A file that was not taken in, now or before, and why. */
export interface NotTaken {
  readonly path: string;
  readonly sha256: string;
  readonly findings: readonly KeptFinding[];
  readonly sender: Sender;
  /** It was rejected, or it is a form in which nothing is answered. */
  readonly is: 'rejected' | 'blank';
  /** `now`: one that is counted. `copy`: the same bytes as another one of this time, which is the one that is counted. `before`: at an earlier time. */
  readonly was: 'now' | 'copy' | 'before';
}

/** What became of all files, in their order. */
export interface Account {
  readonly counts: {
    accepted: number;
    /** Of the accepted ones. */
    withWarnings: number;
    /** Of the accepted ones: with an error that affects no score. */
    withErrors: number;
    /** The same bytes as a file before. */
    duplicates: number;
    /** Kept at an earlier time. */
    unchanged: number;
    /** Of organizations that were removed: not kept again. */
    forgotten: number;
  };
  readonly notTaken: NotTaken[];
}

/** Who takes part. */
export interface TakingIn {
  /** Without it nothing is kept. */
  readonly results?: Pick<Results, 'known' | 'findingsOf' | 'senderOf' | 'write'> | undefined;
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
    counts: { accepted: 0, withWarnings: 0, withErrors: 0, duplicates: 0, unchanged: 0, forgotten: 0 },
    notTaken: [],
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
    if (results && !waitsForAnother(found)) batch.push(outcome);
    count(account, outcome);
    // What was wrong with a file is wrong with it still: whoever was stopped is told all of it in the end.
    const notTaken =
      found.status === 'unchanged' ? results && (await notTakenBefore(found, known, results)) : notTakenNow(found);
    if (notTaken) account.notTaken.push({ ...notTaken, ...(isAgain ? { was: 'copy' } : {}) });
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

/**
 * True of a file that was rejected for what is not here, or only because that was asked for: it is not kept, so that it
 * is read again when it is here, or is not asked for.
 */
function waitsForAnother(found: Outcome): boolean {
  if (found.status !== 'rejected') return false;
  return found.findings.some(({ code }) => NOT_HERE.has(code)) || !found.findings.some(spoilsScore);
}

function count({ counts }: Account, outcome: Outcome): void {
  switch (outcome.status) {
    case 'unchanged':
      counts.unchanged += 1;
      return;
    case 'duplicate':
      counts.duplicates += 1;
      return;
    case 'accepted':
      counts.accepted += 1;
      if (outcome.hasRemarks) counts.withWarnings += 1;
      if (outcome.hasErrors) counts.withErrors += 1;
  }
}

/** Whoever sent a copy of it hears of it as well. */
function notTakenNow({ path, sha256, status, findings, sender }: IngestRecord): NotTaken | undefined {
  return status === 'rejected' || status === 'blank'
    ? { path, sha256, findings, sender, is: status, was: 'now' }
    : undefined;
}

async function notTakenBefore(
  { path, sha256 }: SeenAgain,
  known: ReadonlyMap<string, KnownStatus>,
  results: Pick<Results, 'findingsOf' | 'senderOf'>,
): Promise<NotTaken | undefined> {
  const is = known.get(sha256) ?? 'accepted';
  if (is === 'accepted' || is === 'forgotten') return undefined;
  const [findings, sender] = [await results.findingsOf(sha256), await results.senderOf(sha256)];
  return { path, sha256, findings, sender, is, was: 'before' };
}

/** In how many rejected files each kind of error is, by code. */
export function errorsIn(rejected: readonly NotTaken[]): [code: string, files: number][] {
  const counts = new Map<string, number>();
  for (const { findings } of rejected)
    for (const code of new Set(findings.filter((each) => keptSeverity(each) === 'error').map((each) => each.code)))
      counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}
