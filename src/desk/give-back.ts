/** Workbooks looked at for those who sent them, and given back with everything that needs attention marked. */
import type { Finding, Parsed } from '../diagnostic/finding.js';
import { listed } from '../diagnostic/listed.js';
import type { Shelf } from '../layout/shelf.js';
import { auditWorkbook } from '../workbook/audit.js';
import type { ReadWorkbook } from '../workbook/read.js';
import { readClosely, type Reading } from './read-closely.js';

/** Everything that is wrong with one workbook: its answers, and what was changed besides them. Errors first, then by place. */
export function checkWorkbook(bytes: Uint8Array, shelf: Shelf, reading: Reading = {}): Parsed<ReadWorkbook> {
  const { value, findings } = readClosely(bytes, shelf, reading);
  if (!value) return { findings };
  const list = listed([...findings, ...auditWorkbook(value)]);
  return { value: { ...value, left: [...value.left, ...list.left] }, findings: list.findings };
}

/** Who takes part in giving back. */
export interface GivingBack extends Reading {
  readonly shelf: Shelf;
  /** Writes the copy: `annotateWorkbook`, where there is a writer of workbooks. */
  readonly annotate: (read: ReadWorkbook, findings: readonly Finding[]) => Promise<Uint8Array>;
}

/** The copy of a workbook with everything marked that was found in it; nothing where there are no answers to give back. */
export async function markedCopy(
  bytes: Uint8Array,
  { shelf, annotate, ...reading }: GivingBack,
): Promise<Uint8Array | undefined> {
  const { value, findings } = readClosely(bytes, shelf, reading);
  return value && (await annotate(value, findings));
}
