/** Workbooks given back to those who sent them, with everything that needs attention marked. */
import type { Finding, Parsed } from '../diagnostic/finding.js';
import { listed } from '../diagnostic/listed.js';
import type { Shelf } from '../layout/shelf.js';
import { auditWorkbook } from '../workbook/audit.js';
import type { ReadWorkbook } from '../workbook/read.js';
import { readClosely, type Reading } from './read-closely.js';
import type { Source } from './source.js';
import type { NotTaken } from './take-in.js';

/** Everything that is wrong with one workbook: its answers, and what was changed besides them. Errors first, then by place. */
export function checkWorkbook(bytes: Uint8Array, shelf: Shelf, reading: Reading = {}): Parsed<ReadWorkbook> {
  const { value, findings } = readClosely(bytes, shelf, reading);
  if (!value) return { findings };
  const list = listed([...findings, ...auditWorkbook(bytes, value, reading.inflater)]);
  return { value: { ...value, left: [...value.left, ...list.left] }, findings: list.findings };
}

/** Who takes part in giving back. */
export interface GivingBack extends Reading {
  readonly source: Source;
  readonly shelf: Shelf;
  /** Writes the copy: `annotateWorkbook`, where there is a writer of workbooks. */
  readonly annotate: (read: ReadWorkbook, findings: readonly Finding[]) => Promise<Uint8Array>;
}

/** What became of one rejected file; without a copy there are no answers to give back. */
export interface GivenBack {
  readonly path: string;
  readonly copy?: { readonly name: string; readonly bytes: Uint8Array };
}

/** Copies of rejected workbooks, each with a name that is no other one's. The same file in two folders is given back once. */
export async function* giveBack(
  rejected: readonly Pick<NotTaken, 'path' | 'sha256'>[],
  { source, shelf, annotate, ...reading }: GivingBack,
): AsyncGenerator<GivenBack> {
  /** By name in small letters, since some file systems take A for a. */
  const given = new Map<string, string>();
  for (const { path, sha256 } of rejected) {
    const isFree = (each: string): boolean => !given.has(each.toLowerCase());
    const short = nameOfCopy(path, sha256.slice(0, USUAL_DIGITS));
    if (sha256 !== '' && given.get(short.toLowerCase()) === sha256) continue;
    const name = isFree(short) ? short : nameOfCopy(path, sha256);
    given.set(name.toLowerCase(), sha256);
    const bytes = (await source(path)).value?.bytes;
    const { value, findings = [] } = bytes ? readClosely(bytes, shelf, reading) : {};
    yield value ? { path, copy: { name, bytes: await annotate(value, findings) } } : { path };
  }
}

/** Enough of a digest to tell files apart that nobody has made to be mistaken for each other. */
const USUAL_DIGITS = 8;
/** Bytes of a name that every file system takes, with room for what is put around it while it is written. */
const LONGEST_STEM = 150;
/** Letters that some file system does not take. */
const REFUSED = /[\u0000-\u001f\u007f<>:"|?*]/g;

/** `returned/acme.xlsx` → `acme-1a2b3c4d.xlsx`: the digest keeps files of the same name in different folders apart. */
function nameOfCopy(path: string, digits: string): string {
  const file = (path.split(/[\\/]/).at(-1) ?? '').replace(REFUSED, '_');
  const dot = file.lastIndexOf('.');
  let stem = [...(dot > 0 ? file.slice(0, dot) : file)];
  while (new TextEncoder().encode(stem.join('')).length > LONGEST_STEM) stem = stem.slice(0, -1);
  return `${stem.join('')}-${digits}.xlsx`;
}
