/** What is asked: of every objective, of the organization, and of every category. One line a field. */

/** Lists of options that a field may be chosen from; the model and the language say what is in them. */
export type ChoiceList = 'answers' | 'industries' | 'sizes' | 'regions' | 'yesNo' | 'feedbackKinds';

/** What kind of value a field takes. */
export type Field =
  | { readonly kind: 'text' }
  | { readonly kind: 'date' }
  | { readonly kind: 'choice'; readonly list: ChoiceList }
  | {
      readonly kind: 'number';
      readonly min: number;
      readonly max: number;
      readonly whole?: boolean;
      readonly open?: boolean;
      /** Shares are given in percent: 97 for 97%. */
      readonly percent?: boolean;
    };

const text = { kind: 'text' } as const;
const date = { kind: 'date' } as const;
const choice = (list: ChoiceList): { kind: 'choice'; list: ChoiceList } => ({ kind: 'choice', list });

/** Largest number a measured value or a weight may be: beyond it a typing error is more likely than a fact. */
const LARGEST = 1e9;

/** A spreadsheet cell holds no more characters. */
export const LONGEST_TEXT = 32_767;

/** Asked of every objective, in the order of the columns. `notes` holds the reason for a *not applicable*. */
export const ANSWER_FIELDS = {
  answer: choice('answers'),
  measured: { kind: 'number', min: 0, max: LARGEST, percent: true },
  evidence: text,
  owner: text,
  assessedOn: date,
  validUntil: date,
  action: text,
  due: date,
  notes: text,
} as const satisfies Record<string, Field>;

/** Asked of the organization. */
export const ORGANIZATION_FIELDS = {
  name: text,
  unit: text,
  scope: text,
  industry: choice('industries'),
  size: choice('sizes'),
  region: choice('regions'),
  assessor: text,
  asOf: date,
} as const satisfies Record<string, Field>;

/** Asked of every category. `open`: the lowest value itself is not allowed. */
export const CATEGORY_FIELDS = {
  target: { kind: 'number', min: 1, max: 5, whole: true },
  weight: { kind: 'number', min: 0, max: LARGEST, open: true },
} as const satisfies Record<string, Field>;

/** Asked of every deployment type. */
export const DEPLOYMENT_FIELDS = { inUse: choice('yesNo') } as const satisfies Record<string, Field>;

/** What a respondent may say of the model itself. */
export const FEEDBACK_FIELDS = {
  objective: text,
  kind: choice('feedbackKinds'),
  comment: text,
} as const satisfies Record<string, Field>;
export const FEEDBACK_KINDS = ['unclear', 'wrong', 'missing', 'other'] as const;
/** Rows of the sheet for it. */
export const FEEDBACK_ROWS = 20;

/** Name of something asked of every objective. */
export type AnswerField = keyof typeof ANSWER_FIELDS;
/** Name of something asked of the organization. */
export type OrganizationField = keyof typeof ORGANIZATION_FIELDS;

/** Names of a table of fields, typed as they were written. */
export function fieldNames<T extends object>(fields: T): (keyof T & string)[] {
  return Object.keys(fields) as (keyof T & string)[]; // the tables above are literals, so their keys are known
}

/** The answers an objective may have; the model gives them their words. */
export const ANSWER_CODES = ['met', 'partly', 'not-met', 'not-applicable'] as const;
/** One of `ANSWER_CODES`. */
export type AnswerCode = (typeof ANSWER_CODES)[number];
export const YES = 'yes';
export const NO = 'no';

/** What is known of one objective. Absent means blank. Dates are ISO days. */
export type Answer = {
  readonly [F in AnswerField]?: F extends 'answer' ? AnswerCode : F extends 'measured' ? number : string;
};

/** `''` means blank. `asOf` is an ISO day. */
export type Organization = { readonly [F in OrganizationField]: string };

/** One remark on the model; `''` means blank. */
export type Feedback = { readonly [F in keyof typeof FEEDBACK_FIELDS]: string };

/** One filled questionnaire. Absent targets and weights mean blank (weight 1). */
export interface Assessment {
  readonly model: { readonly id: string; readonly version: string };
  readonly organization: Organization;
  /** Deployment types in use, in the model's order. */
  readonly selection: readonly string[];
  readonly targets: Readonly<Record<string, number>>;
  readonly weights: Readonly<Record<string, number>>;
  readonly answers: ReadonlyMap<string, Answer>;
  /** In the order of the rows. */
  readonly feedback: readonly Feedback[];
}

export const BLANK_ORGANIZATION: Organization = {
  name: '',
  unit: '',
  scope: '',
  industry: '',
  size: '',
  region: '',
  assessor: '',
  asOf: '',
};
