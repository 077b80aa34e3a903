/** What reads and writes packages, bound to Node's own packing and digests: the same results, sooner. */
import { checkWorkbook as checkPurely, markedCopy as markedCopyPurely, type GivingBack } from '../desk/give-back.js';
import { readClosely as readCloselyPurely, type Reading } from '../desk/read-closely.js';
import type { Parsed } from '../diagnostic/finding.js';
import type { Issued, Shelf } from '../layout/shelf.js';
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

/** Everything that is wrong with one workbook: its answers, and what was changed besides them. Errors first, then by place. */
export function checkWorkbook(
  bytes: Uint8Array,
  shelf: Shelf,
  { today }: Omit<Reading, 'inflater'> = {},
): Parsed<ReadWorkbook> {
  return checkPurely(bytes, shelf, { today, inflater: ZLIB });
}

/** The copy of a workbook with everything marked that was found in it; nothing where there are no answers to give back. */
export function markedCopy(bytes: Uint8Array, parts: Omit<GivingBack, 'inflater'>): Promise<Uint8Array | undefined> {
  return markedCopyPurely(bytes, { ...parts, inflater: ZLIB });
}

/** Writes the template once; what it gives fills in one assessment after the other. */
export function makeFiller(issued: Issued, options: Omit<FillerOptions, 'deflater'> = {}): Promise<Filler> {
  return makeFillerPurely(issued, { ...options, deflater: ZLIB });
}
