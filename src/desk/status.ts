/** The status of a list: which rows have sent their workbook back, what is wrong with it, and whom to write to. */
import { find, spoilsScore, type Finding } from '../diagnostic/finding.js';
import type { IssuedWorkbook, Manifest } from '../formats/manifest.js';
import type { CampaignRow } from './campaign-list.js';
import { keyOfIssued } from './issue-list.js';
import { keptSeverity } from './results.js';
import type { KeptFinding, ReturnedFile } from './row.js';
import { idIn, isSigned, type Sign } from './tokens.js';

/** In the order of urgency. `parts`: only parts came back, which have to be merged. `partial`: accepted, and some objectives are not answered. */
export const ROW_STATES = ['rejected', 'missing', 'parts', 'blank', 'partial', 'complete'] as const;
export type RowState = (typeof ROW_STATES)[number];

/** How a file was matched with its row: by its token, else by the names in it, else by the name of a file that could not be read. */
export type MatchedBy = 'token' | 'name' | 'file';

/** One row of the list. */
export interface RowStatus {
  readonly line: number;
  readonly organization: string;
  readonly unit: string;
  readonly contact: string;
  /** `''` where no day is set. */
  readonly due: string;
  readonly state: RowState;
  /** The day has passed, and the workbook is not complete. */
  readonly isLate: boolean;
  /** Share of the objectives that apply; nothing where no workbook was accepted. */
  readonly answered: number | null;
  readonly open: number | null;
  /** Of the accepted workbook: maturity and lowest level of the program. */
  readonly maturity: number | null;
  readonly floor: number | null;
  /** The file that counts; `''` where there is none. */
  readonly file: string;
  /** How many files were returned for the row. */
  readonly files: number;
  readonly matchedBy: MatchedBy | null;
  /** How many of the files are parts of the workbook: they do not count as the workbook. */
  readonly parts: number;
  /** Why it was rejected. */
  readonly reasons: readonly KeptFinding[];
}

/** A file that belongs to no row. */
export interface Stranger {
  readonly file: string;
  readonly organization: string;
  readonly unit: string;
  readonly contact: string;
  readonly status: ReturnedFile['status'];
}

/** How many rows are in which state. */
export type StatusCounts = Readonly<Record<RowState | 'rows' | 'late' | 'strangers' | 'earlier', number>>;

/** The status of a list on a day. */
export interface CampaignStatus {
  readonly schemaVersion: 1;
  readonly date: string;
  readonly counts: StatusCounts;
  /** The most urgent first. */
  readonly rows: readonly RowStatus[];
  readonly strangers: readonly Stranger[];
}

/** What the status is made from. */
export interface StatusSource {
  readonly rows: readonly CampaignRow[];
  /** Without it files are matched by the names in them. */
  readonly manifest: Manifest | undefined;
  /** Without it tokens are not checked. */
  readonly sign: Sign | undefined;
  readonly returned: Iterable<ReturnedFile> | AsyncIterable<ReturnedFile>;
  /** Today. */
  readonly date: string;
}

interface Match {
  readonly row: CampaignRow;
  readonly by: MatchedBy;
}

/** Milliseconds that a day may be off: it is one of some time zone. */
const DAY_OFF = 14 * 60 * 60 * 1000;

/**
 * The status, and what is wrong with tokens of single files.
 * @throws What `returned` throws.
 */
export async function statusOf(
  source: StatusSource,
): Promise<{ readonly status: CampaignStatus; readonly findings: readonly Finding[] }> {
  const { rows, manifest, date, returned } = source;
  const matching = new Matching(source);
  const began = beginningOf(manifest);
  const files = new Map<CampaignRow, { readonly file: ReturnedFile; readonly by: MatchedBy }[]>();
  const strangers: Stranger[] = [];
  let earlier = 0;
  for await (const file of returned) {
    // What was last written before anything was issued is of an earlier round.
    if (began !== undefined && file.modified > 0 && file.modified < began) {
      earlier += 1;
      continue;
    }
    const match = matching.of(file);
    if (match) files.set(match.row, [...(files.get(match.row) ?? []), { file, by: match.by }]);
    else strangers.push(strangerFrom(file));
  }
  const all = rows.map((row) => rowStatus(row, files.get(row) ?? [], date)).sort(byUrgency);
  const count = (state: RowState): number => all.filter((each) => each.state === state).length;
  const status: CampaignStatus = {
    schemaVersion: 1,
    date,
    counts: {
      ...{ rows: all.length, complete: count('complete'), partial: count('partial'), blank: count('blank') },
      ...{ rejected: count('rejected'), missing: count('missing'), parts: count('parts') },
      ...{ late: all.filter(({ isLate }) => isLate).length, strangers: strangers.length, earlier },
    },
    rows: all,
    strangers,
  };
  return { status, findings: matching.findings };
}

function beginningOf(manifest: Manifest | undefined): number | undefined {
  const days = manifest?.issued.map(({ date }) => date).sort() ?? [];
  return days[0] === undefined ? undefined : Date.parse(days[0]) - DAY_OFF;
}

/** Finds the row of a file. */
class Matching {
  readonly findings: Finding[] = [];
  readonly #sign: Sign | undefined;
  readonly #rows: ReadonlyMap<string, CampaignRow>;
  readonly #issued: ReadonlyMap<string, IssuedWorkbook>;
  readonly #byFile: ReadonlyMap<string, IssuedWorkbook>;

  constructor({ rows, manifest, sign }: StatusSource) {
    this.#sign = sign;
    this.#rows = new Map(rows.map((row) => [row.key, row]));
    const issued = manifest?.issued ?? [];
    this.#issued = new Map(issued.map((each) => [each.token, each]));
    this.#byFile = new Map(issued.map((each) => [nameOf(each.file), each]));
  }

  of(file: ReturnedFile): Match | undefined {
    const { token } = file;
    if (token === undefined || this.#issued.size === 0) return this.#byNames(file) ?? this.#byFileName(file);
    const at = { file: file.path };
    if (this.#sign && !isSigned(token, this.#sign)) {
      this.findings.push(find('token-forged', at));
      return this.#byNames(file);
    }
    const entry = this.#issued.get(idIn(token));
    if (!entry) {
      this.findings.push(find('token-of-other-list', at));
      return undefined;
    }
    const row = this.#rows.get(keyOfIssued(entry));
    const { name = '', unit = '' } = file.organization;
    if (row && name !== '' && file.key !== row.key)
      this.findings.push(
        find('returned-for-other', at, {
          found: [name, unit].filter(Boolean).join(', '),
          expected: [[row.organization.name, row.organization.unit ?? ''].filter(Boolean).join(', ')],
        }),
      );
    return row && { row, by: 'token' };
  }

  #byNames({ key }: ReturnedFile): Match | undefined {
    const row = this.#rows.get(key);
    return row && { row, by: 'name' };
  }

  /** Only of a file that says nothing itself. */
  #byFileName({ path, organization }: ReturnedFile): Match | undefined {
    const entry = organization.name === undefined ? this.#byFile.get(nameOf(path)) : undefined;
    const row = entry && this.#rows.get(keyOfIssued(entry));
    return row && { row, by: 'file' };
  }
}

const nameOf = (path: string): string => (path.split(/[\\/]/).at(-1) ?? '').normalize('NFC').toLowerCase();

function strangerFrom({ path, status, organization: { name = '', unit = '', contact = '' } }: ReturnedFile): Stranger {
  return { file: path, organization: name, unit, contact, status };
}

function rowStatus(
  { line, organization: { name, unit = '', contact = '' }, due = '' }: CampaignRow,
  files: readonly { readonly file: ReturnedFile; readonly by: MatchedBy }[],
  date: string,
): RowStatus {
  const wholes = files.filter(({ file: { part } }) => part === undefined);
  const [best] = [...wholes].sort((a, b) => byWorth(a.file, b.file));
  const parts = files.length - wholes.length;
  const { file, by } = best ?? {};
  const isAccepted = file?.status === 'accepted';
  const open = file && isAccepted ? file.applicable - file.answered : null;
  const state: RowState = !file
    ? parts > 0
      ? 'parts'
      : 'missing'
    : file.status === 'accepted'
      ? open === 0
        ? 'complete'
        : 'partial'
      : file.status;
  return {
    ...{ line, organization: name, unit, contact: contact === '' ? (file?.organization.contact ?? '') : contact, due },
    ...{ state, isLate: due !== '' && date > due && state !== 'complete' },
    answered: !file || open === null ? null : file.applicable === 0 ? 1 : file.answered / file.applicable,
    open,
    ...{ maturity: isAccepted ? file.maturity : null, floor: isAccepted ? file.floor : null },
    ...{ file: file?.path ?? '', files: files.length, parts, matchedBy: by ?? null },
    reasons: state === 'rejected' ? (file?.findings.filter(isReason) ?? []) : [],
  };
}

/** An error because of which no figure can be relied on; an earlier version has kept no more than that it is an error. */
function isReason(finding: KeptFinding): boolean {
  return 'affects' in finding ? spoilsScore(finding) : keptSeverity(finding) === 'error';
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The one that counts is first: an accepted one before others, then the later one. */
function byWorth(a: ReturnedFile, b: ReturnedFile): number {
  const worth = ({ status }: ReturnedFile): number => ['accepted', 'rejected', 'blank'].indexOf(status);
  return (
    worth(a) - worth(b) ||
    compare(b.organization.asOf ?? '', a.organization.asOf ?? '') ||
    b.modified - a.modified ||
    compare(b.sha256, a.sha256)
  );
}

/** What is late, then by state, then by day: no day is last. Of those that are left, the lowest results are first. */
function byUrgency(a: RowStatus, b: RowStatus): number {
  const day = ({ due }: RowStatus): string => (due === '' ? '9999' : due);
  return (
    Number(b.isLate) - Number(a.isLate) ||
    ROW_STATES.indexOf(a.state) - ROW_STATES.indexOf(b.state) ||
    compare(day(a), day(b)) ||
    (a.floor ?? 0) - (b.floor ?? 0) ||
    (a.maturity ?? 0) - (b.maturity ?? 0) ||
    a.line - b.line
  );
}
