/** One workbook as the store keeps it: a row made by the thread that read it, so that whoever stores it has next to nothing to do. */
import type { Answer, Assessment, Feedback, Organization } from '../assessment/assessment.js';
import { isError, spoilsScore, type Finding } from '../diagnostic/finding.js';
import type { Scored } from '../formats/score-report.js';
import type { Diagnostic } from '../locale/message.js';
import { modelName } from '../model/named.js';
import type { Counted } from '../scoring/portfolio.js';
import type { Sent } from './source.js';
import type { State } from '../scoring/rules.js';
import type { CategoryScore, GroupScore } from '../scoring/score.js';
import { LETTERS, lettersOf, stateOfLetter } from '../scoring/state-letters.js';

/** `blank`: a form in which nothing is answered, which is no assessment. */
export type KeptStatus = 'accepted' | 'rejected' | 'blank';

/** A finding as it is kept: versions before 0.2 kept the sentence, and not yet what it affects. */
export type KeptFinding = Finding | Omit<Diagnostic, 'affects'>;

/** Whom to write to about a workbook, as far as it says. */
export type Sender = Partial<Pick<Organization, 'name' | 'unit' | 'assessor' | 'contact'>> & Pick<Sent, 'mailedBy'>;

/** Whom to write to, by what a workbook says of its organization, and by the message that it came in; nothing where neither says it. */
export function senderIn(organization: Partial<Organization> | undefined, mailedBy?: string): Sender {
  const { name, unit = '', assessor = '', contact = '' } = organization ?? {};
  return {
    ...(name === undefined ? {} : { name, unit, assessor, ...(contact === '' ? {} : { contact }) }),
    ...(mailedBy === undefined ? {} : { mailedBy }),
  };
}

/** Back from the content of a row that says it. */
export function senderInRow({ organization, scores }: Pick<RowContent, 'organization' | 'scores'>): Sender {
  return senderIn(organization, scores.mailedBy);
}

/** What is kept of the file with one digest. JSON stands in the columns that end in it; the narrow columns come first. */
export interface FileRow {
  readonly sha256: string;
  readonly status: KeptStatus;
  readonly size: number;
  readonly tool: string;
  readonly model: string;
  /** Which organization: see `organizationKey`. */
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  readonly industry: string;
  readonly size_band: string;
  readonly region: string;
  readonly as_of: string;
  readonly maturity: number | null;
  readonly floor: number | null;
  readonly completeness: number | null;
  /** The ids that `figures` and `states` belong to; the same text for all workbooks of a model, so that it is kept once. */
  readonly outline: string;
  /** `Figures` in JSON. */
  readonly figures: string;
  /** A letter an objective. */
  readonly states: string;
  readonly organization: string;
  readonly scores: string;
  readonly answers: string;
  readonly findings: string;
  readonly feedback: string;
}

/** The columns of a row that may be long, in JSON. */
export const LONG_COLUMNS = ['organization', 'scores', 'answers', 'findings', 'feedback'] as const;
export type LongColumns = Pick<FileRow, (typeof LONG_COLUMNS)[number]>;

/** A row of which the thread that read it has packed the long columns as well: whoever stores it need not. */
export interface ReadyRow extends Omit<FileRow, keyof LongColumns> {
  readonly packed: Uint8Array;
  /** Digest of what it was packed with. */
  readonly packedWith: string;
}

/** What is handed over to be kept. */
export type KeptRow = FileRow | ReadyRow;

/** The long columns of a row as values: of an accepted workbook all of it, of others what they say. */
export interface RowContent {
  readonly organization: Organization;
  readonly scores: StoredScores;
  /** By objective id. */
  readonly answers: Readonly<Record<string, Answer>>;
  readonly findings: readonly KeptFinding[];
  readonly feedback: readonly Feedback[];
}

/** The long columns of a row, read. Throws on what `rowOf` never writes. */
export function contentOf(row: LongColumns): RowContent {
  return {
    organization: JSON.parse(row.organization) as Organization, // all five as `rowOf` wrote them
    scores: JSON.parse(row.scores) as StoredScores,
    answers: JSON.parse(row.answers) as RowContent['answers'],
    findings: JSON.parse(row.findings) as RowContent['findings'],
    feedback: JSON.parse(row.feedback) as RowContent['feedback'],
  };
}

/** What is kept of a score besides the states of the objectives. */
export interface StoredScores {
  readonly selection: readonly string[];
  readonly conditions?: Assessment['conditions'];
  /** The token that the workbook was issued with. */
  readonly token?: string;
  /** Whose part of a workbook it is, where it is one. */
  readonly part?: string;
  /** The address that it was sent from, if it came in a message. */
  readonly mailedBy?: string;
  readonly program: NonNullable<Scored['program']>;
  readonly domains: readonly (GroupScore & { readonly id: string })[];
  readonly categories: readonly CategoryScore[];
}

/** Ids in the model's order. */
export interface RowOutline {
  readonly domains: readonly string[];
  readonly categories: readonly string[];
  readonly objectives: readonly string[];
}

/** What a row says of an accepted workbook; an error among its findings affects no figure, unless a version before 0.2 has kept it. */
export interface RowAssessment extends RowContent {
  readonly sha256: string;
  /** Id and version of the model it was made from, e.g. `aismm 1.0`. */
  readonly model: string;
  /** Which organization: see `organizationKey`. */
  readonly key: string;
  /** By objective id. */
  readonly states: Readonly<Record<string, State>>;
}

/** The columns that a portfolio is counted from, besides the outline. */
export const COUNTED_COLUMNS = [
  ...(['sha256', 'key', 'model', 'unit', 'industry', 'size_band', 'region'] as const),
  ...(['maturity', 'floor', 'completeness', 'figures', 'states'] as const),
] as const;
export type CountedColumns = Pick<FileRow, (typeof COUNTED_COLUMNS)[number]>;

export type Figure = number | null;
/** Maturity and floor of each domain, maturity and level of each category: what is counted in a portfolio. */
export type Figures = readonly [domains: readonly [Figure, Figure][], categories: readonly [Figure, Figure][]];

/** What nobody sees makes no other name, and no name: format and control characters, fillers, the blank of Braille. */
const UNSEEN = /(?!\s)[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;

/** Case, width and spaces don't make another name. Upper case first, so that STRASSE is Straße. */
export function plainName(text: string): string {
  const folded = text.replace(UNSEEN, '').normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');
  return folded.replace(/\s+/g, ' ').trim();
}

/**
 * What two workbooks of one organization have in common. One without a name is an organization of its own, known by its
 * digest: nobody can tell whose it is, and none of them may take the place of another.
 */
export function organizationKey(
  { name, unit }: { readonly name: string; readonly unit: string },
  digest: string,
): string {
  const part = (text: string): string => plainName(text).replace(/[\\|]/g, '\\$&');
  return plainName(name) === '' ? `|${digest}` : `${part(name)}|${part(unit)}`;
}

/** Rejected is what has an error that affects the score, since no figure can be relied on; with `strict`, what has any. */
export function statusOf(report: Scored, { strict = false }: { readonly strict?: boolean } = {}): KeptStatus {
  if (!report.program || report.findings.some(strict ? isError : spoilsScore)) return 'rejected';
  return report.findings.some(({ code }) => code === 'nothing-answered') ? 'blank' : 'accepted';
}

/** What a row has besides the report. */
export interface RowParts {
  readonly status: KeptStatus;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly feedback: readonly Feedback[];
  /** Bytes of the file. */
  readonly size: number;
  /** The program and its version. */
  readonly tool: string;
  /** The token that the workbook was issued with. */
  readonly token?: string | undefined;
  /** Whose part of a workbook it is, where it is one. */
  readonly part?: string | undefined;
  /** The address that it was sent from, if it came in a message. */
  readonly mailedBy?: string | undefined;
}

/** The row of a workbook that was read. */
export function rowOf(
  report: Scored,
  { status, answers, feedback, size, tool, token, part, mailedBy }: RowParts,
): FileRow {
  const { organization, program, domains = [], categories = [], objectives = [], selection = [] } = report;
  const { conditions, model } = report;
  const { name = '', unit = '', industry = '', size: band = '', region = '', asOf = '' } = organization ?? {};
  return {
    sha256: report.sha256,
    status,
    size,
    tool,
    model: model ? modelName(model) : '',
    key: organizationKey({ name, unit }, report.sha256),
    name,
    unit,
    industry,
    size_band: band,
    region,
    as_of: asOf,
    maturity: program?.maturity ?? null,
    floor: program?.floor ?? null,
    completeness: program?.completeness ?? null,
    ...countedColumns({ domains, categories }, objectives),
    organization: JSON.stringify(organization ?? {}),
    scores: JSON.stringify({ selection, conditions, token, part, mailedBy, program, domains, categories }),
    answers: JSON.stringify(answers),
    findings: JSON.stringify(report.findings),
    feedback: JSON.stringify(feedback),
  };
}

/** The columns that a portfolio is counted from. */
export function countedColumns(
  { domains, categories }: Pick<StoredScores, 'domains' | 'categories'>,
  objectives: readonly { readonly id: string; readonly state: State }[],
): Pick<FileRow, 'outline' | 'figures' | 'states'> {
  const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);
  const figures: Figures = [
    domains.map(({ maturity, floor }) => [maturity, floor]),
    categories.map(({ maturity, level }) => [maturity, level]),
  ];
  return {
    outline: JSON.stringify({ domains: ids(domains), categories: ids(categories), objectives: ids(objectives) }),
    figures: JSON.stringify(figures),
    states: lettersOf(objectives.map(({ state }) => state)),
  };
}

/** `outline` of a row as ids. */
export function readOutline(outline: string): RowOutline {
  return JSON.parse(outline) as RowOutline; // as `countedColumns` wrote it
}

/** Back from a row: the assessment. `outline` is its own; one object for all rows with the same. Throws on what `rowOf` never writes. */
export function assessmentIn(
  { sha256, model, key, states }: Pick<FileRow, 'sha256' | 'model' | 'key' | 'states'>,
  { organization, scores, answers, findings, feedback }: RowContent,
  { objectives }: RowOutline,
): RowAssessment {
  const byId: Record<string, State> = {};
  for (let i = 0; i < objectives.length; i += 1) byId[objectives[i] ?? ''] = stateOfLetter(states[i] ?? '');
  return { sha256, model, key, organization, scores, states: byId, answers, findings, feedback };
}

/** What portfolio figures need of one of an organization's newest assessments, and no more: `newestIn` reads it from a row. */
export type Newest = Counted &
  Pick<FileRow, 'sha256' | 'key' | 'model'> & {
    /** True for one an organization: the newer one of several models. */
    readonly isNewest: boolean;
    /** True where its organization has no other one. */
    readonly isOnly: boolean;
  };

/** What a portfolio counts of a row, as values. */
export interface CountedValues extends Omit<CountedColumns, 'figures'> {
  readonly figures: Figures;
}

/** The columns that a portfolio is counted from, read. Throws on what `rowOf` never writes. */
export function countedIn(row: CountedColumns): CountedValues {
  const figures = JSON.parse(row.figures) as Figures; // as `countedColumns` wrote them
  return { ...row, figures };
}

/**
 * Back from a row: what a portfolio counts. As `assessmentIn`, with so little work that a hundred thousand take a second. Each
 * field is named: an object that is spread into another one leaves a shape behind, which engines let go of late.
 */
export function newestIn(
  row: CountedValues,
  outline: RowOutline,
  { isNewest, isOnly }: Pick<Newest, 'isNewest' | 'isOnly'>,
): Newest {
  return {
    sha256: row.sha256,
    key: row.key,
    model: row.model,
    unit: row.unit,
    industry: row.industry,
    size: row.size_band,
    region: row.region,
    maturity: row.maturity,
    floor: row.floor,
    completeness: row.completeness,
    outline,
    domains: row.figures[0],
    categories: row.figures[1],
    states: row.states,
    isNewest,
    isOnly,
  };
}

/** What is kept of any file, accepted or not: whose it is, how far it is answered, and what was found in it. */
export interface ReturnedFile extends Pick<FileRow, 'sha256' | 'status' | 'key' | 'model'> {
  readonly path: string;
  /** When the file was last written, in milliseconds since 1970; 0 if it is unknown. */
  readonly modified: number;
  /** What it says of the organization; nothing where it could not be read. */
  readonly organization: Partial<Organization>;
  /** The token that it was issued with. */
  readonly token?: string;
  /** Whose part of a workbook it is, where it is one. */
  readonly part?: string;
  /** As the row has them; null where there is no score. */
  readonly maturity: number | null;
  readonly floor: number | null;
  /** Objectives that apply, and how many of them are answered. */
  readonly applicable: number;
  readonly answered: number;
  readonly findings: readonly KeptFinding[];
  /** What it says of the model: also one that is blank or rejected. */
  readonly feedback: readonly Feedback[];
}

/** Back from a row: what is kept of any file. */
export function returnedIn(
  row: Pick<FileRow, 'sha256' | 'status' | 'key' | 'model' | 'maturity' | 'floor' | 'states'>,
  { organization, scores: { token, part }, findings, feedback }: RowContent,
  { path, modified }: { readonly path: string; readonly modified: number },
): ReturnedFile {
  const { sha256, status, key, model } = row;
  const applying = [...row.states].filter((letter) => letter !== LETTERS.excluded);
  return {
    ...{ sha256, status, key, model, path, modified, maturity: row.maturity, floor: row.floor },
    organization,
    ...(token === undefined || token === '' ? {} : { token }),
    ...(part === undefined ? {} : { part }),
    applicable: applying.length,
    answered: applying.filter((letter) => letter !== LETTERS.unanswered).length,
    ...{ findings, feedback },
  };
}
