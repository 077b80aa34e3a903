/**
 * The closed list of everything that can be found wrong: for each code how serious it is, what it affects, and which facts
 * it comes with. Codes keep their meaning once shipped. Each language has the sentences: `locale/<language>/messages.ts`.
 */
import type { OtherKind } from './other-kind.js';
import type { FaultFacts } from './file-faults.js';

export type Severity = 'error' | 'warning' | 'note';

/** What may be wrong because of a finding: a figure, something kept beside the figures, or nothing of either. */
export type Affects = 'score' | 'record' | 'nothing';

/** Cells in few words: ranges that are named, and how many cells the ranges not named hold. */
export interface Places {
  readonly ranges: readonly string[];
  readonly more: number;
}

/** Objectives that a finding is about: how many, and the first of them. */
export interface Those {
  readonly count: number;
  readonly objectives: readonly string[];
}

/** What a number has to be: see the field of the same shape. */
export interface NumberRange {
  readonly min: number;
  readonly max: number;
  readonly whole?: boolean;
  /** The lowest value itself is not allowed. */
  readonly open?: boolean;
  readonly unit?: MeasuredUnit;
}

/** What a measured value is in; those of a KPI. */
export type MeasuredUnit = 'percent' | 'count' | 'days' | 'hours' | 'minutes';

/** Kinds of files that are no .xlsx workbooks, as far as they are told apart. */
export type FileKind =
  | 'json'
  | 'lock'
  | 'macros'
  | 'ods'
  | 'old-office'
  | 'opendocument'
  | 'packed'
  | 'pdf'
  | 'picture'
  | 'powerpoint'
  | 'text'
  | 'unknown'
  | 'web-page'
  | 'word'
  | 'xls'
  | 'xlsb'
  | 'xml'
  | 'zip';

/** Why the operating system refuses a file; a code of its own where we have no word for it. */
export type SystemReason = string;

interface CatalogueEntry {
  readonly severity: Severity;
  readonly affects: Affects;
}

/** Carries the type of the facts; there is no value. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the parameter is all that it has
const facts = <F extends object>(): { readonly facts?: F } => ({});
const error = { severity: 'error', affects: 'score' } as const;
const warning = { severity: 'warning', affects: 'score' } as const;
const beside = { severity: 'warning', affects: 'record' } as const;
const note = { severity: 'note', affects: 'nothing' } as const;

interface Found {
  readonly found: string;
}
interface Expected {
  readonly expected: readonly string[];
}
interface Measured {
  readonly measured: number;
  readonly direction: 'at-least' | 'at-most';
  readonly threshold: number;
}
interface Other {
  readonly other: string;
  readonly otherFile?: string;
}
interface Suggested {
  readonly suggestion?: string;
}

const entries = {
  // The file as a whole
  'file-not-found': { ...error, ...facts<Found>() },
  'file-unreadable': { ...error, ...facts<{ reason: SystemReason }>() },
  'folder-exists': { ...error, affects: 'nothing', ...facts<Found>() },
  /** `is`: where it is a folder with something in it. */
  'file-exists': { ...error, affects: 'nothing', ...facts<Found & { is?: 'folder' }>() },
  'file-unwritable': { ...error, affects: 'nothing', ...facts<{ reason: SystemReason }>() },
  'unreadable-mail': { ...error, ...facts<object>() },
  'file-empty': { ...error, ...facts<{ readonly isPiped?: true }>() },
  'not-xlsx': { ...error, ...facts<{ kind: FileKind }>() },
  'encrypted-file': { ...error, ...facts<object>() },
  'damaged-file': { ...error, ...facts<FaultFacts>() },
  'hostile-file': { ...error, ...facts<FaultFacts>() },
  'overgrown-file': { ...error, ...facts<FaultFacts>() },
  /** `sheets`: the first of their names; `looksLike`: whose workbook it may be. */
  'not-our-workbook': { ...error, ...facts<{ sheets: readonly string[]; more: number; looksLike?: string }>() },
  /** `askedBy`: who names the model, where that is no workbook. */
  'unknown-model': {
    ...error,
    ...facts<Found & Expected & { age?: 'older' | 'newer'; askedBy?: 'option' | 'answers' }>(),
  },
  'faulty-model': { ...error, ...facts<Found>() },
  /** `found`: the model that the workbook was issued with; `expected`: the one that was asked for. */
  'other-model': { ...warning, affects: 'nothing', ...facts<Found & Expected>() },
  'unknown-format': { ...error, ...facts<Found & Expected>() },
  'missing-meta': { ...warning, ...facts<Expected>() },
  /** `missing`: what Meta does not say; `expected`: what the workbook is read as. */
  'incomplete-meta': { ...warning, ...facts<Expected & { missing: readonly string[] }>() },
  /** `found`: what Meta says of `about`; `expected`: what the sheets say. */
  'contradicting-meta': {
    ...error,
    ...facts<Found & Expected & { about: 'model' | 'part' | 'language' | 'layout' | 'itself' }>(),
  },
  /** `expected`: the editions that it may be. */
  'unclear-edition': { ...error, ...facts<Expected>() },
  'unknown-language': { ...error, ...facts<Found & Expected>() },
  'missing-sheet': { ...error, ...facts<Expected>() },
  'found-by-name': { ...warning, ...facts<Expected>() },
  'found-by-text': { ...warning, ...facts<Found & Expected>() },
  'column-moved': { ...warning, ...facts<Found>() },
  /** `original`: the sheet that is used. */
  'duplicate-sheet': { ...warning, affects: 'nothing', ...facts<{ original: string }>() },
  'conflicting-copy': { ...error, ...facts<Found & Expected & { original: string }>() },
  'merged-cells': { ...error, ...facts<Found>() },
  'table-continued': { ...warning, ...facts<{ rows: number; original: string }>() },
  /** `found`: where the cells of a column are now; `expected`: where its keys are. */
  'cells-moved': { ...error, ...facts<Found & Expected & { heading: string }>() },
  /** `expected`: the row that the words are of, as far as they tell. */
  'row-mixed-up': { ...error, ...facts<Found & Expected>() },
  'duplicate-column': { ...error, ...facts<Partial<Found> & { original: string }>() },
  'unknown-column': { ...warning, affects: 'record', ...facts<Partial<Found> & { filled: number }>() },
  'more-of-the-same': { ...warning, ...facts<{ found: string; more: number }>() },
  /** In a file of which there is more to say than anybody reads. */
  'more-findings': { ...warning, ...facts<{ more: number }>() },
  'missing-row': { ...error, ...facts<Expected>() },
  'missing-column': { ...error, ...facts<Expected>() },
  'unknown-row': { ...warning, ...facts<Found & Suggested>() },
  'duplicate-row': { ...error, ...facts<Found & { original: string }>() },
  // A cell
  'unknown-option': { ...error, ...facts<Found & Expected & Suggested>() },
  /** A question mark before an answer: an annotated copy writes it where only a person can tell. */
  'answer-unsettled': { ...error, ...facts<Found & Suggested>() },
  /** `expected`: the options that it may mean. */
  'ambiguous-option': { ...error, ...facts<Found & Expected>() },
  /** The sheet shows the same. */
  'synonym-accepted': { ...warning, ...facts<Found & Expected & Required<Suggested>>() },
  'option-with-reason': { ...warning, ...facts<Found & Expected & Required<Suggested> & { reason: string }>() },
  'option-by-prefix': { ...warning, ...facts<Found & Expected & Required<Suggested>>() },
  'option-respelled': { ...warning, ...facts<Found & Expected & Required<Suggested>>() },
  'text-too-long': { ...error, ...facts<Found & { longest: number }>() },
  /** `day`: what a person sees in a cell that holds a date. */
  'not-a-number': { ...error, ...facts<Found & Suggested & { day?: string; range: NumberRange }>() },
  'number-out-of-range': { ...error, ...facts<Found & { range: NumberRange }>() },
  /** `day`: the day that was understood, where it is one that nothing is asked of. */
  'not-a-date': { ...error, ...facts<Found & Suggested & { day?: string }>() },
  /** `days`: the two that it may be. */
  'date-near-midnight': { ...error, ...facts<Found & { days: readonly [string, string] }>() },
  'date-with-time': { ...warning, ...facts<Found & Required<Suggested>>() },
  'number-as-text': { ...warning, ...facts<Found & Required<Suggested>>() },
  'percent-cell': { ...warning, ...facts<Found & Required<Suggested>>() },
  'points-in-percent-cell': { ...warning, affects: 'record', ...facts<Found>() },
  /** `unit`: of the KPI, which is no share. */
  'not-a-share': { ...error, ...facts<Found & { unit: Exclude<MeasuredUnit, 'percent'> }>() },
  /** `suggestion`: as it is read; `other`: as it might have been meant. */
  'share-as-points': { ...warning, affects: 'record', ...facts<Found & Required<Suggested> & { other: string }>() },
  /** `expected`: both readings. */
  'measured-ambiguous': { ...error, ...facts<Found & Expected>() },
  'date-as-text': { ...warning, ...facts<Found & Required<Suggested>>() },
  'not-text': { ...error, ...facts<Found>() },
  /** A number in a text, by a format that is not known. */
  'format-not-shown': { ...warning, affects: 'record', ...facts<Found & { format: string }>() },
  /** `found`: the address. */
  'link-refused': { ...warning, affects: 'record', ...facts<Found>() },
  'link-not-kept': { ...warning, affects: 'record', ...facts<Found>() },
  'comment-kept': { ...note, ...facts<Found>() },
  /** Cells with an answer of an older edition beside them that nobody has confirmed. */
  'proposals-open': { ...note, ...facts<{ count: number; places: Places }>() },
  'comment-not-kept': { ...warning, affects: 'record', ...facts<Found & { places: Places }>() },
  /** Answer cells of a table in which nothing is answered: how many have comments, and in how many colors they are. */
  'answers-elsewhere': { ...warning, ...facts<{ comments: number; colors: number }>() },
  /** `isCut`: it has more rows than are looked at. */
  'own-sheet': { ...note, ...facts<Found & { isCut?: boolean }>() },
  /** `original`: the blank cell that it is read for. */
  'read-from-own-sheet': { ...warning, ...facts<Found & { original: string }>() },
  /** `original`: the cell for the answer, which says something else or nothing. */
  'answer-misplaced': { ...error, ...facts<Found & { original: string }>() },
  /** All of an answer is struck through. */
  'struck-answer': { ...warning, ...facts<Found>() },
  'formula-in-input': { ...error, ...facts<Found>() },
  'input-not-used': { ...warning, affects: 'record', ...facts<Found>() },
  /** In place of the error that the suggestion came with. */
  'suggestion-accepted': { ...warning, ...facts<Found & Required<Suggested>>() },
  // What was changed besides the answers
  /** `count`: how many cells `others` are. */
  'locked-cell-changed': {
    ...warning,
    affects: 'nothing',
    ...facts<Found & Expected & { count?: number; others?: Places }>(),
  },
  /** In a workbook of another build of this program; `count`: how many cells are not those of this build, in `sheets`. */
  'other-build': { ...note, ...facts<{ count: number; sheets: readonly string[] }>() },
  'figure-differs': { ...warning, affects: 'nothing', ...facts<Found & Expected & { others?: Places }>() },
  /** In a workbook whose formulas were changed, or look at other cells than they were issued for. */
  'figure-of-other-cells': { ...warning, affects: 'nothing', ...facts<Found & Expected & { others?: Places }>() },
  'sheet-removed': { ...warning, affects: 'nothing', ...facts<Expected>() },
  'part-removed': { ...note, ...facts<Expected & { rows: number; columns: number }>() },
  'locked-key-changed': { ...warning, ...facts<Found & Expected & { count?: number; others?: Places }>() },
  'name-redirected': { ...warning, affects: 'nothing', ...facts<Found & Expected & { name: string }>() },
  /** `names`: all of them that lead nowhere. */
  'name-broken': { ...warning, affects: 'nothing', ...facts<{ names: readonly string[] }>() },
  'own-cells': { ...note, ...facts<{ places: Places }>() },
  // What the answers say
  /** `lacks`: a remark on why the assessor does not agree, or the review that a remark belongs to. */
  'review-incomplete': { ...warning, affects: 'record', ...facts<{ lacks: 'remark' | 'review' }>() },
  'na-needs-reason': { ...warning, ...facts<object>() },
  /** Not met, though the figure says so. Before 0.2 also for what is now `met-against-measurement`. */
  'kpi-contradicts-answer': { ...beside, ...facts<Found & Measured>() },
  'met-against-measurement': { ...beside, ...facts<Found & Measured>() },
  /** A form that was sent as it came. */
  'nothing-answered': { ...warning, ...facts<object>() },
  'all-the-same': { ...beside, ...facts<Found & { count: number }>() },
  /** `of`: how many are met. */
  'met-without-evidence': { ...beside, ...facts<Those & { of: number }>() },
  'reason-says-nothing': { ...warning, ...facts<Those>() },
  'notes-without-answer': { ...beside, ...facts<Those>() },
  'assessed-after-date': { ...beside, ...facts<Those & { asOf: string }>() },
  'assessed-in-future': { ...beside, ...facts<Those & { today: string }>() },
  'assessment-date-in-future': { ...warning, ...facts<Found & { today: string }>() },
  'answer-expired': { ...warning, ...facts<Found & { asOf: string }>() },
  'blank-selection': { ...warning, ...facts<Found>() },
  'nothing-selected': { ...warning, ...facts<object>() },
  // ANSWERS.json
  'invalid-json': { ...error, ...facts<{ fault: JsonFault }>() },
  'invalid-answers': { ...error, ...facts<{ problem: ShapeProblem }>() },
  /** `firstLine`: where the key is first. */
  'repeated-key': { ...error, ...facts<Found & { firstLine: number }>() },
  /** `other`: what the file `otherFile` says. */
  'conflicting-answers': { ...error, ...facts<Found & Other>() },
  'conflicting-selection': { ...error, ...facts<Found & Other>() },
  /** `count`: remarks of all files. */
  'too-many-remarks': { ...error, ...facts<{ count: number; most: number }>() },
  // Workbooks in parts
  /** `values`: what was said, by whom; `number` of `count` that are undecided. */
  'conflict-undecided': {
    ...error,
    ...facts<{ number: number; count: number; values: readonly { value: string; from: string }[] }>(),
  },
  /** `count`: rows of the sheet that can't be read. */
  'conflict-unreadable': { ...error, ...facts<{ count: number }>() },
  'merge-other-model': { ...error, ...facts<Found & Other>() },
  'merge-other-organization': { ...error, ...facts<Found & Other>() },
  /** The files were issued to two rows of a list. */
  'merge-other-token': { ...error, ...facts<{ otherFile: string }>() },
  'merge-same-file': { ...note, ...facts<{ otherFile: string }>() },
  /** `found`: whose part it is. */
  'merge-part-twice': { ...warning, affects: 'record', ...facts<Found & { otherFile: string }>() },
  /** `count`: different values of all files; `most`: what one workbook keeps. */
  'merge-too-many-conflicts': { ...error, ...facts<{ count: number; most: number }>() },
  'merge-part-missing': { ...warning, ...facts<Those>() },
  /** Among many it would count as the whole; `found`: whose part it is. */
  'part-alone': { ...error, ...facts<Found>() },
  /** `files`: those that have a text. */
  'merge-too-long': { ...error, ...facts<{ files: readonly string[] }>() },
  'people-list-invalid': {
    ...error,
    affects: 'nothing',
    ...facts<
      Partial<Found> & Partial<Suggested> & { why: 'columns' | 'empty' | 'unknown' | 'twice' | 'nobody' | 'long' }
    >(),
  },
  // An AI-CAIQ beside an assessment
  'questionnaire-no-table': { ...error, affects: 'nothing', ...facts<Expected>() },
  /** `found`: the edition that the file names, if it names one; `expected`: those that the model refers to. */
  'questionnaire-edition': { ...error, affects: 'nothing', ...facts<Partial<Found> & Expected>() },
  'question-unread': { ...warning, affects: 'nothing', ...facts<Found & { question: string }>() },
  'question-needs-owner': { ...warning, affects: 'nothing', ...facts<{ question: string }>() },
  'question-needs-reason': { ...warning, affects: 'nothing', ...facts<{ question: string }>() },
  /** `found`: the questionnaire that it is from. */
  'answer-proposed': { ...warning, affects: 'nothing', ...facts<Found>() },
  /** `found`: the model that the answers are for; `other`: the one that was asked for. */
  'answers-for-other-model': { ...error, ...facts<Found & { other: string }>() },
  // Answers carried over to another edition
  /** `found`: the edition that the answers are for; `expected`: the one that was asked for. `compared`: two assessments of them are set side by side. */
  'no-succession': {
    ...error,
    affects: 'nothing',
    ...facts<Found & Expected & { why: 'same' | 'older' | 'gap' | 'compared' }>(),
  },
  /** `found`: the edition that a workbook looks like, which does not say so. */
  'edition-lost': { ...error, ...facts<Found>() },
  /** `found`: what was answered before, by objectives and edition. */
  'answer-to-review': { ...warning, ...facts<Found & { edition: string }>() },
  'answer-dropped': { ...note, ...facts<Found & { edition: string }>() },
  'unknown-objective': { ...error, ...facts<Found & Suggested>() },
  'unknown-category': { ...error, ...facts<Found & Expected & Suggested>() },
  // The model's content
  'model-syntax': { ...error, ...facts<{ fault: YamlFault }>() },
  'model-shape': { ...error, ...facts<{ problem: ShapeProblem }>() },
  /** `detail`: what the law says of it; laws are written for those who edit the content. */
  'model-content': { ...error, ...facts<{ detail: string }>() },
  // A model made from somebody else's spreadsheet
  /** `expected`: headings that no sheet has, or below which no row can be read. */
  'import-no-table': { ...error, affects: 'nothing', ...facts<Expected & { why: 'headings' | 'rows' }>() },
  'import-row-unread': {
    ...warning,
    affects: 'nothing',
    ...facts<Found & { why: 'id' | 'text' | 'level' | 'twice' | 'error' | 'formula' }>(),
  },
  'import-value-unread': { ...warning, affects: 'nothing', ...facts<Found>() },
  'import-assumed': {
    ...warning,
    affects: 'nothing',
    ...facts<{ what: 'level' | 'aicm-edition' | 'edition' | 'formulas' | 'hidden' | 'hidden-left' }>(),
  },
  /** `found`: the edition that comes with the program. */
  'model-taken': { ...error, affects: 'nothing', ...facts<Found>() },
  /** `found`: the label of an option; `other`: the id of the one that has it, too. */
  'same-label': { ...error, ...facts<Found & { other: string }>() },
  /** `found`: the label of an option that can't be typed or compared. */
  'unusable-label': {
    ...error,
    ...facts<Found & { problem: { is: 'formula' } | { is: 'long'; longest: number } }>(),
  },
  /** `original`: where the address stands first. */
  'repeated-translation': { ...error, affects: 'nothing', ...facts<Found & { original: string }>() },
  'unknown-translation': { ...error, affects: 'nothing', ...facts<Found & Suggested>() },
  /** `found`: the text that was translated; `expected`: the text as it is now. */
  'outdated-translation': { ...warning, affects: 'nothing', ...facts<Found & Expected>() },
  /** `addresses`: the first of them. */
  'missing-translations': {
    ...note,
    ...facts<{ language: string; missing: number; of: number; addresses: readonly string[] }>(),
  },
  // Many files at once
  'too-slow': { ...error, ...facts<{ seconds: number }>() },
  'too-much-memory': { ...error, ...facts<{ megabytes: number }>() },
  /** `detail`: the message of the error that was thrown. */
  'our-fault': { ...error, ...facts<{ detail: string }>() },
  'store-unusable': { ...error, affects: 'nothing', ...facts<{ reason: StoreReason }>() },
  // Files that wait in a queue
  /** `count`: how often the program was gone while it read this file alone. */
  'ended-while-reading': { ...error, ...facts<{ count: number }>() },
  'file-changed': { ...note, ...facts<object>() },
  'bucket-unusable': { ...error, affects: 'nothing', ...facts<{ reason: BucketReason }>() },
  'unknown-organization': { ...error, affects: 'nothing', ...facts<Found & Suggested>() },
  'unknown-workbook': { ...error, affects: 'nothing', ...facts<Found>() },
  'not-portfolio': { ...error, affects: 'nothing', ...facts<object>() },
  'organization-unnamed': { ...warning, affects: 'record', ...facts<object>() },
  // Lists of organizations, and workbooks that are issued to them
  'list-unreadable': {
    ...error,
    affects: 'nothing',
    ...facts<{ problem: OtherKind | 'json' | 'encoding' | 'quotes' | 'columns' }>(),
  },
  /** `of`: the command whose list it is; `issue` where nothing is said. */
  'list-empty': { ...error, affects: 'nothing', ...facts<{ of?: 'measure' }>() },
  'list-missing-column': { ...error, affects: 'nothing', ...facts<Expected & { of?: 'measure' }>() },
  'list-repeated-column': { ...error, affects: 'nothing', ...facts<Found & { original: string }>() },
  'list-unknown-column': { ...warning, affects: 'nothing', ...facts<Found & Expected & Suggested>() },
  /** `of`: the heading of the column. */
  'list-value': { ...error, affects: 'nothing', ...facts<Found & Expected & Suggested & { of: string }>() },
  'list-formula': { ...error, affects: 'nothing', ...facts<Found & { of: string }>() },
  'list-missing-name': { ...error, affects: 'nothing', ...facts<object>() },
  'list-row-too-long': { ...error, affects: 'nothing', ...facts<Found & { count: number }>() },
  /** `first`: where it is first in a list that is no table. `of`: as above. */
  'list-repeated-row': {
    ...error,
    affects: 'nothing',
    ...facts<Found & { of?: 'measure' } & ({ firstLine: number } | { first: string })>(),
  },
  'list-repeated-file': { ...error, affects: 'nothing', ...facts<Found & { firstLine: number }>() },
  /** `found`: whose row it is. */
  'issued-otherwise': { ...error, affects: 'nothing', ...facts<Found>() },
  'issued-file-changed': { ...error, affects: 'nothing', ...facts<Found>() },
  'folder-in-use': { ...error, affects: 'nothing', ...facts<Found>() },
  /** `field`: where in the manifest; no problem where it is no JSON. */
  'manifest-unusable': { ...error, affects: 'nothing', ...facts<{ problem?: ShapeProblem; at?: string }>() },
  'key-unusable': { ...error, affects: 'nothing', ...facts<{ is: 'missing' | 'no-key' }>() },
  'token-forged': { ...warning, affects: 'nothing', ...facts<object>() },
  'token-of-other-list': { ...warning, affects: 'nothing', ...facts<object>() },
  /** `found`: whom the file names; `expected`: whom it was issued to. */
  'returned-for-other': { ...warning, affects: 'nothing', ...facts<Found & Expected>() },
  /** `found`: what was typed; `other`: what a tool has measured. */
  'measured-kept': { ...warning, affects: 'nothing', ...facts<Found & { other: string }>() },
} satisfies Record<string, CatalogueEntry>;

/** What a place of a JSON text may go on with; `…-goes-on`: with a comma, or with the end of what is open. */
type JsonPart = 'value' | 'key' | 'colon' | 'object-goes-on' | 'list-goes-on' | 'end';

/** Why a text is no JSON. */
export type JsonFault =
  /** The file is no text. */
  | { readonly is: 'other-kind'; readonly kind: OtherKind }
  | { readonly is: 'ends'; readonly expected: JsonPart }
  | { readonly is: 'unexpected'; readonly expected: JsonPart; readonly found: string; readonly isComment?: boolean }
  /** A text without its second quote. */
  | { readonly is: 'open-text' }
  | { readonly is: 'text-over-lines' }
  /** `found`: its code, such as U+0009. */
  | { readonly is: 'control'; readonly found: string }
  | { readonly is: 'escape'; readonly found: string };

/** Why a text is no YAML; `found`: what is written in the place. */
export type YamlFault =
  /** A tab in the indentation. */
  | { readonly is: 'tab' }
  /** So many spaces, where the lines before have others. */
  | { readonly is: 'indent'; readonly spaces: number }
  /** A line that is no key with a value. */
  | { readonly is: 'no-colon'; readonly found: string }
  | { readonly is: 'repeated-key'; readonly found: string }
  /** A text without its second quote. */
  | { readonly is: 'open-text'; readonly quote: '"' | "'" }
  | { readonly is: 'after-quote'; readonly found: string; readonly quote: '"' | "'" }
  /** A text without quotes that contains a colon and a space. */
  | { readonly is: 'colon-in-text'; readonly found: string }
  /** A sign that no text without quotes begins with. */
  | { readonly is: 'start'; readonly found: string }
  | { readonly is: 'open-bracket'; readonly bracket: string }
  | { readonly is: 'list-beside-key' }
  | { readonly is: 'escape'; readonly found: string }
  | { readonly is: 'documents' }
  /** Aliases that stand for more than any memory holds. */
  | { readonly is: 'aliases' }
  /** What the parser says of everything else. */
  | { readonly is: 'other'; readonly says: string };

/** The kinds of values in JSON and YAML; `whole` is a number without a fraction. */
export type ValueKind = 'text' | 'number' | 'whole' | 'boolean' | 'list' | 'object' | 'null';

/** A value that a file has in a place; `endless`: a number that no computer holds. */
export interface FoundValue {
  readonly kind: ValueKind | 'endless';
  /** What it is, where that is short. */
  readonly text?: string;
}

/** Forms that a text may have to have. */
export const SHAPE_FORMS = [
  ...(['category-code', 'slug', 'window', 'objective-id', 'version', 'date', 'token', 'workbook-name'] as const),
] as const;
export type ShapeForm = (typeof SHAPE_FORMS)[number];

/** What is wrong with the shape of a file. */
export type ShapeProblem =
  | { readonly is: 'day' }
  /** An address that is not kept. */
  | { readonly is: 'link' }
  /** `blank`: it may also be blank. */
  | {
      readonly is: 'options';
      readonly found: FoundValue;
      readonly options: readonly (string | number)[];
      readonly blank?: true;
      readonly suggestion?: string;
    }
  | { readonly is: 'type'; readonly found: FoundValue; readonly expected: readonly ValueKind[] }
  /** `open`: the limit itself is not allowed. */
  | {
      readonly is: 'number';
      readonly found: FoundValue;
      readonly limit: number;
      readonly isMost: boolean;
      readonly open?: boolean;
    }
  /** Characters of a text, or items of a list. */
  | {
      readonly is: 'size';
      readonly of: 'text' | 'list';
      readonly count: number;
      readonly limit: number;
      readonly isMost: boolean;
    }
  | { readonly is: 'form'; readonly found: FoundValue; readonly form?: ShapeForm | undefined }
  | { readonly is: 'invalid'; readonly found: FoundValue }
  /** A text for a cell. */
  | { readonly is: 'longest'; readonly most: number }
  | { readonly is: 'too-many-claims'; readonly most: number }
  | { readonly is: 'half-character' }
  /** `known`: the fields that there may be. */
  | {
      readonly is: 'unknown-field';
      readonly name: string;
      /** How many more there are beside it, which are not told one by one. */
      readonly more?: number;
      readonly known?: readonly string[];
      readonly suggestion?: string;
    }
  | { readonly is: 'conflict' }
  | { readonly is: 'missing'; readonly name?: string }
  /** `line`: where it was given first; `file`: where that is another file. */
  | { readonly is: 'given-twice'; readonly name: string; readonly line?: number; readonly file?: string }
  /** A file or folder is called otherwise than what is in it. */
  | { readonly is: 'other-name'; readonly expected: string }
  | { readonly is: 'other-order'; readonly expected: string }
  | { readonly is: 'no-condition'; readonly name: string }
  | { readonly is: 'language'; readonly name: string }
  | { readonly is: 'color'; readonly name: string }
  /** Letters in a color, or on it, are hard to read. */
  | { readonly is: 'contrast'; readonly ratio: number; readonly least: number }
  | { readonly is: 'logo'; readonly why: 'outside' | 'missing' | 'no-png'; readonly name: string }
  | { readonly is: 'logo-large'; readonly bytes: number; readonly most: number }
  /** In pixels. */
  | { readonly is: 'logo-wide'; readonly width: number; readonly height: number; readonly most: number };

/** Why a store can't be used; `other` is what the database says. */
export type StoreReason =
  | 'busy'
  | 'connection-lost'
  | 'damaged'
  | 'empty'
  | 'full'
  | 'later-version'
  | 'missing'
  | 'no-database'
  | 'no-queue'
  | 'not-a-store'
  | 'not-kept'
  | 'not-permitted'
  | 'not-sqlite'
  | 'not-utf8'
  | 'password-refused'
  | 'read-only'
  | 'stopped-beside'
  | 'unopenable'
  | 'unreachable'
  | 'unresponsive'
  | { readonly other: string };

/** Why a bucket, or an object in it, can't be read; `other` is what the service says. */
export type BucketReason =
  | 'no-client'
  | 'no-credentials'
  | 'credentials-refused'
  | 'no-bucket'
  | 'not-permitted'
  | 'unreachable'
  | 'no-region'
  | 'invalid-address'
  | { readonly other: string };

/** A code of the catalogue. */
export type DiagnosticCode = keyof typeof entries;

/** The facts that a code comes with. */
export type FactsOf<C extends DiagnosticCode> = NonNullable<
  (typeof entries)[C] extends { facts?: infer F } ? F : never
>;

export const CATALOGUE: Readonly<Record<DiagnosticCode, CatalogueEntry>> = entries;

/** All codes, in the order of the catalogue. */
export const DIAGNOSTIC_CODES = Object.keys(entries) as readonly DiagnosticCode[];
