/** A workbook read, and what it says looked at as a whole: nobody should take a blank form for an assessment. */
import { spoilsScore, type Parsed } from '../diagnostic/finding.js';
import { listed } from '../diagnostic/listed.js';
import type { Shelf } from '../layout/shelf.js';
import { doubtsIn } from '../scoring/doubts.js';
import { readWorkbook, type ReadWorkbook } from '../workbook/read.js';
import type { Inflater } from '../xlsx/inflate.js';

/** How a workbook is read. */
export interface Reading {
  /** The latest day that it is anywhere, as an ISO text; left out, no day is one to come. */
  readonly today?: string | undefined;
  /** How this host unpacks; left out, in plain code. */
  readonly inflater?: Inflater | undefined;
}

/** As `readWorkbook`, with what makes somebody doubt the assessment as a whole. */
export function readClosely(bytes: Uint8Array, shelf: Shelf, { today, inflater }: Reading = {}): Parsed<ReadWorkbook> {
  const { value, findings } = readWorkbook(bytes, shelf, inflater);
  if (!value) return { findings };
  // Of answers that can't be read nobody can say that there are none.
  const isUnread = findings.some(spoilsScore);
  const doubts = doubtsIn(value.model, value.assessment, today).filter(
    ({ code }) => !(isUnread && code === 'nothing-answered'),
  );
  const list = listed([...findings, ...doubts.map((each) => value.placed(each))]);
  return { value: { ...value, left: [...value.left, ...list.left] }, findings: list.findings };
}
