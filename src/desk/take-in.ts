/** Many workbooks taken in: each kept once, counted, and told about if it was rejected. */
import type { DiagnosticCode } from '../diagnostic/catalogue.js';
import { spoilsScore } from '../diagnostic/finding.js';
import type { Clock } from './clock.js';
import type { IngestRecord, Outcome, SeenAgain } from './record.js';
import { rememberedInMemory, type Remembered, type SeenFile } from './remembered.js';
import { keptSeverity, type Entry, type Results } from './results.js';
import type { FileRow, KeptFinding, KeptRow, Sender } from './row.js';
import type { Item } from './source.js';

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
  /** Where it lies, as far as whoever read it has said. */
  readonly item?: Item;
}

/** Files that were not taken in, in numbers. */
export interface NotTakenCounts {
  rejected: number;
  blank: number;
  /** In how many of the rejected ones each kind of error is, by code. */
  readonly errors: Map<string, number>;
}

/** What became of all files, in numbers: there may be more files than memory holds. */
export interface Account {
  readonly counts: {
    accepted: number;
    /** Of the accepted ones. */
    withWarnings: number;
    /** Of the accepted ones: with an error that affects no score. */
    withErrors: number;
    /** Of the accepted ones: built for another version of the model than the one that was asked for. */
    ofOtherVersion: number;
    /** The same bytes as a file before. */
    duplicates: number;
    /** Kept at an earlier time. */
    unchanged: number;
    /** Of organizations that were removed: not kept again. */
    forgotten: number;
  };
  /** By `was` of `NotTaken`. */
  readonly notTaken: Readonly<Record<NotTaken['was'], NotTakenCounts>>;
}

/** True for the digest of bytes that need no reading: they are kept already, or were seen before in this run. */
export type IsKnown = (sha256: string) => Promise<boolean>;

/** Who takes part. */
export interface TakingIn<R extends KeptRow = FileRow> {
  /** Without it nothing is kept. */
  readonly results?: Pick<Results, 'statusOf' | 'findingsOf' | 'senderOf' | 'write'> | undefined;
  /** Remembers the files of this run by their digests; left out, in memory. */
  readonly seen?: Remembered<SeenFile>;
  readonly clock: Clock;
  /**
   * Is told of each file, as soon as it is known what became of it. `isSettled`: it is kept, or will be with the batch, or
   * is of an organization that was removed. Any other is read again when it is found again.
   */
  readonly each?: (outcome: Outcome<R>, isSettled: boolean) => void;
  /** Is told of each file that was not taken in, right after `each`; the next one waits for it. */
  readonly refused?: (file: NotTaken) => void | Promise<void>;
  /** Keeps files of organizations that were removed, too. */
  readonly allowAgain?: boolean;
  /** Ends it before its time; what was read until then is kept. */
  readonly stop?: AbortSignal;
}

/**
 * Takes in what `read` gives, in its order. `read` asks of each digest, in the order of the files, whether its bytes are
 * known, and gives one outcome a file: `unchanged` for those that are. Of the same bytes twice, the later one is made a
 * duplicate here, whether or not `read` has asked.
 * @throws What `read`, `each` and the functions of `results` and `seen` throw.
 */
export async function takeIn<R extends KeptRow = FileRow>(
  read: (isKnown: IsKnown) => AsyncIterable<Outcome<R>>,
  { results, seen = rememberedInMemory(), clock, each, refused, stop, allowAgain = false }: TakingIn<R>,
): Promise<Account> {
  const account = emptyAccount();
  let batch: Entry<R>[] = [];
  let written = clock();
  const keep = async (): Promise<void> => {
    if (batch.length > 0) await results?.write(batch);
    batch = [];
    written = clock();
  };
  const isKnown: IsKnown = async (sha256) => {
    if (seen.get(sha256)) return true;
    const is = await results?.statusOf(sha256);
    const isBefore = is !== undefined && !(allowAgain && is === 'forgotten');
    seen.set(sha256, isBefore ? { was: 'before', is, isKept: is !== 'forgotten' } : { was: 'now' });
    return isBefore;
  };
  for await (const found of read(isKnown)) {
    if (!isRecord(found)) await isKnown(found.sha256);
    const known = found.sha256 === '' ? undefined : seen.get(found.sha256);
    const outcome = labelled(found, known);
    const isKept = isRecord(outcome) ? outcome.row !== undefined && !waitsForAnother(outcome) : known?.isKept === true;
    if (isRecord(outcome) && outcome.sha256 !== '')
      seen.set(outcome.sha256, { was: 'now', isKept, ...became(outcome) });
    if (results && isKept) batch.push(outcome);
    count(account, outcome, known);
    each?.(outcome, isKept || known?.is === 'forgotten');
    const notTaken = isRecord(outcome) ? refusedNow(outcome) : known && (await refusedBefore(outcome, known, results));
    if (notTaken) {
      countRefused(account, notTaken);
      await refused?.(notTaken);
    }
    if (batch.length >= BATCH || clock() - written > LONGEST_WAIT) await keep();
    if (stop?.aborted) break;
  }
  await keep();
  return account;
}

/** An account of nothing. */
export const emptyAccount = (): Account => ({
  counts: { accepted: 0, withWarnings: 0, withErrors: 0, ofOtherVersion: 0, duplicates: 0, unchanged: 0, forgotten: 0 },
  notTaken: { now: noneYet(), copy: noneYet(), before: noneYet() },
});

/** Adds an account to another one. */
export function addAccount(to: Account, more: Account): void {
  for (const name of Object.keys(to.counts) as (keyof Account['counts'])[]) to.counts[name] += more.counts[name];
  for (const was of Object.keys(to.notTaken) as (keyof Account['notTaken'])[]) {
    const [all, added] = [to.notTaken[was], more.notTaken[was]];
    all.rejected += added.rejected;
    all.blank += added.blank;
    for (const [code, files] of added.errors) all.errors.set(code, (all.errors.get(code) ?? 0) + files);
  }
}

/** True if a workbook was rejected, now or before. */
export const isAnyRejected = ({ notTaken }: Account): boolean =>
  Object.values(notTaken).some(({ rejected }) => rejected > 0);

/** True if anything was found. */
export function isAnyFound({ counts, notTaken }: Account): boolean {
  const { accepted, duplicates, unchanged, forgotten } = counts;
  const refused = Object.values(notTaken).map(({ rejected, blank }) => rejected + blank);
  return [accepted, duplicates, unchanged, forgotten, ...refused].some((n) => n > 0);
}

const noneYet = (): NotTakenCounts => ({ rejected: 0, blank: 0, errors: new Map() });

function isRecord<R extends KeptRow>(outcome: Outcome<R>): outcome is IngestRecord<R> {
  return outcome.status !== 'unchanged' && outcome.status !== 'duplicate';
}

/** The outcome as it is told: whoever read the file does not know when its bytes were seen first. */
function labelled<R extends KeptRow>(found: Outcome<R>, known: SeenFile | undefined): Outcome<R> {
  const isFirst = isRecord(found) && known?.is === undefined;
  if (isFirst || !known) return found;
  const { path, sha256, modified, item } = found;
  const status = known.was === 'before' ? 'unchanged' : 'duplicate';
  return { status, path, sha256, modified, ...(item ? { item } : {}) };
}

/** What is remembered of a record: of an accepted one no more than that. */
function became({ status: is, findings, sender }: IngestRecord<KeptRow>): Pick<SeenFile, 'is' | 'findings' | 'sender'> {
  return is === 'accepted' ? { is } : { is, findings, sender };
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
function waitsForAnother(found: IngestRecord<KeptRow>): boolean {
  if (found.status !== 'rejected') return false;
  return found.findings.some(({ code }) => NOT_HERE.has(code)) || !found.findings.some(spoilsScore);
}

function count({ counts }: Account, outcome: Outcome<KeptRow>, known: SeenFile | undefined): void {
  switch (outcome.status) {
    case 'unchanged':
      counts[known?.is === 'forgotten' ? 'forgotten' : 'unchanged'] += 1;
      return;
    case 'duplicate':
      counts.duplicates += 1;
      return;
    case 'accepted':
      counts.accepted += 1;
      if (outcome.hasRemarks) counts.withWarnings += 1;
      if (outcome.hasErrors) counts.withErrors += 1;
      if (outcome.isOfOtherVersion === true) counts.ofOtherVersion += 1;
  }
}

function countRefused({ notTaken }: Account, { is, was, findings }: NotTaken): void {
  const counts = notTaken[was];
  counts[is] += 1;
  if (is !== 'rejected') return;
  for (const code of new Set(findings.filter((each) => keptSeverity(each) === 'error').map((each) => each.code)))
    counts.errors.set(code, (counts.errors.get(code) ?? 0) + 1);
}

function refusedNow({ path, sha256, status, findings, sender, item }: IngestRecord<KeptRow>): NotTaken | undefined {
  return status === 'rejected' || status === 'blank'
    ? { path, sha256, findings, sender, is: status, was: 'now', ...(item ? { item } : {}) }
    : undefined;
}

/** What was wrong with a file is wrong with it still, and whoever sent a copy of it hears of it as well. */
async function refusedBefore(
  { path, sha256, item }: SeenAgain,
  { was, is, findings = [], sender = {} }: SeenFile,
  results: TakingIn['results'],
): Promise<NotTaken | undefined> {
  if (is !== 'rejected' && is !== 'blank') return undefined;
  const place = { path, sha256, is, ...(item ? { item } : {}) };
  if (was === 'now') return { ...place, findings, sender, was: 'copy' };
  if (!results) return undefined;
  return {
    ...place,
    findings: await results.findingsOf(sha256),
    sender: await results.senderOf(sha256),
    was: 'before',
  };
}
