/** What an organization has answered at one date, as a value. */
import type { AnswerCode, AnswerField, FIELDS, ReviewCode } from './fields.js';

/** A text, and the address that it leads to: of the web, of a person, of a file, or `#…` of a place in the workbook. */
export interface LinkedText {
  readonly text: string;
  readonly link: string;
}

/** What a field holds. Days are ISO texts. */
export type FieldValue = string | number | LinkedText;

/** Values of fields by name; absent means blank. */
export type FieldValues = Readonly<Record<string, FieldValue>>;

/** What is known of one objective. Absent means blank. Dates are ISO days. */
export type Answer = {
  readonly [F in AnswerField]?: F extends 'answer'
    ? AnswerCode
    : F extends 'measured'
      ? number
      : F extends 'review'
        ? ReviewCode
        : (typeof FIELDS.objective)[F] extends { readonly links: true }
          ? string | LinkedText
          : string;
};

/**
 * A record of texts. Fields of the first layout are always there, `''` where they are blank; later ones only where
 * something is in them, so that earlier workbooks give the same record for ever.
 */
export type TextRecord<Fields> = {
  readonly [F in keyof Fields as Fields[F] extends { readonly since: number } ? never : F]: string;
} & { readonly [F in keyof Fields as Fields[F] extends { readonly since: number } ? F : never]?: string };

/** `asOf` is an ISO day. */
export type Organization = TextRecord<typeof FIELDS.organization>;

/** One remark on the model. */
export type Feedback = TextRecord<typeof FIELDS.feedback>;

/** Who gave a value, and where it is. */
export interface Origin {
  /** Name of the file. */
  readonly file: string;
  readonly person?: string;
  /** The day it was assessed on, as an ISO text. */
  readonly date?: string;
  /** Where in the file: a cell or a path. */
  readonly place?: string;
  /** The evidence beside it, as far as it is short. */
  readonly evidence?: string;
}

/** One of several values that were given for the same thing. */
export interface Claim {
  readonly value: FieldValue;
  readonly from: Origin;
}

/** Different values for one thing, from workbooks that were put together. No one of them is chosen before people decide. */
export interface Conflict {
  /** What it is about: see `commentPath`. */
  readonly path: string;
  /** In the order of their files. */
  readonly claims: readonly Claim[];
  /** Where a rule was asked to choose: which, and the file whose value it took. */
  readonly taken?: { readonly by: 'newest' | 'file'; readonly file: string };
  /** Only of a deployment type, which is in use where nothing is said: no one has decided. */
  readonly open?: true;
}

/** One filled questionnaire. Absent targets and weights mean blank (weight 1). */
export interface Assessment {
  readonly model: { readonly id: string; readonly version: string };
  readonly organization: Organization;
  /** Deployment types in use, in the model's order. */
  readonly selection: readonly string[];
  readonly targets: Readonly<Record<string, number>>;
  readonly weights: Readonly<Record<string, number>>;
  /** By id, whether a condition holds; absent counts as true. */
  readonly conditions?: Readonly<Record<string, boolean>>;
  /** What else is asked of deployment types and categories, by id; absent where nothing is. */
  readonly deployments?: Readonly<Record<string, FieldValues>>;
  readonly categories?: Readonly<Record<string, FieldValues>>;
  readonly answers: ReadonlyMap<string, Answer>;
  /** In the order of the rows. */
  readonly feedback: readonly Feedback[];
  /** Comments on what is asked, by its path (`commentPath`); absent where there are none. */
  readonly comments?: Readonly<Record<string, string>>;
  /** Where workbooks that were put together differed, decided or not; absent where they did nowhere. */
  readonly conflicts?: readonly Conflict[];
}
