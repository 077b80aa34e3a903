/** What reads and writes packages, bound to Node's own packing and digests: the same results, sooner. */
import {
  checkWorkbook as checkPurely,
  giveBack as giveBackPurely,
  type GivenBack,
  type GivingBack,
} from '../desk/give-back.js';
import { readClosely as readCloselyPurely, type Reading } from '../desk/read-closely.js';
import type { NotTaken } from '../desk/take-in.js';
import type { Finding, Parsed } from '../diagnostic/finding.js';
import type { Issued, Shelf } from '../layout/shelf.js';
import { auditWorkbook as auditPurely } from '../workbook/audit.js';
import { makeFiller as makeFillerPurely, type Filler, type FillerOptions } from '../workbook/fill-many.js';
import { readWorkbook as readPurely, type ReadWorkbook } from '../workbook/read.js';
import { ZLIB } from './zlib.js';

/** As the function of that name in the face for every host. */
export function readWorkbook(bytes: Uint8Array, shelf: Shelf): Parsed<ReadWorkbook> {
  return readPurely(bytes, shelf, ZLIB);
}

/** As `readWorkbook`, with what makes somebody doubt the assessment as a whole, such as days after `today`. */
export function readClosely(
  bytes: Uint8Array,
  shelf: Shelf,
  { today }: Omit<Reading, 'inflater'> = {},
): Parsed<ReadWorkbook> {
  return readCloselyPurely(bytes, shelf, { today, inflater: ZLIB });
}

/**
 * Every locked cell whose text or formula is not the issued one, every figure that is not the computed one, every name
 * that leads elsewhere, every sheet that is gone. `bytes` are those that `readWorkbook` has made `read` of.
 */
export function auditWorkbook(bytes: Uint8Array, read: ReadWorkbook): Finding[] {
  return auditPurely(bytes, read, ZLIB);
}

/** Everything that is wrong with one workbook: its answers, and what was changed besides them. Errors first, then by place. */
export function checkWorkbook(
  bytes: Uint8Array,
  shelf: Shelf,
  { today }: Omit<Reading, 'inflater'> = {},
): Parsed<ReadWorkbook> {
  return checkPurely(bytes, shelf, { today, inflater: ZLIB });
}

/** Copies of rejected workbooks, each with a name that is no other one's. The same file in two folders is given back once. */
export function giveBack(
  rejected: readonly Pick<NotTaken, 'path' | 'sha256'>[],
  parts: Omit<GivingBack, 'inflater'>,
): AsyncGenerator<GivenBack> {
  return giveBackPurely(rejected, { ...parts, inflater: ZLIB });
}

/** Writes the template once; what it gives fills in one assessment after the other. */
export function makeFiller(issued: Issued, options: Omit<FillerOptions, 'deflater'> = {}): Promise<Filler> {
  return makeFillerPurely(issued, { ...options, deflater: ZLIB });
}
