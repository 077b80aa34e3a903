/** What is asked: of the organization, of every deployment type, category and objective, and of the model itself. One line a field. */
import type { Affects } from '../diagnostic/catalogue.js';
import type { Kpi, Model } from '../model/model.js';

/** Lists of options that a field may be chosen from; the model and the language say what is in them. */
export type ChoiceList = 'answers' | 'industries' | 'sizes' | 'regions' | 'yesNo' | 'feedbackKinds' | 'reviews';

/** What kind of value a field takes. */
type Kind =
  /** `links`: the text may carry the address that it leads to. */
  | { readonly kind: 'text'; readonly links?: boolean }
  | { readonly kind: 'date' }
  | { readonly kind: 'choice'; readonly list: ChoiceList }
  | {
      readonly kind: 'number';
      readonly min: number;
      readonly max: number;
      readonly whole?: boolean;
      /** The lowest value itself is not allowed. */
      readonly open?: boolean;
      /** Each objective's KPI says more of it: see `fieldAt`. */
      readonly ofKpi?: boolean;
      /** A level: no higher than the model has them; see `fieldsOf`. */
      readonly ofLevels?: boolean;
      /** Shares are kept in percent points: 97 for 97%. */
      readonly unit?: Kpi['unit'];
      /** How a share is told from percent points: by the format of its cell (layout 1), or by its size, as the cell shows it. */
      readonly shares?: 'by-format' | 'by-size';
    };

/** How a section of an assessment holds a field. */
export type Path =
  /** `organization.name`: the section's own fields. */
  | { readonly is: 'single'; readonly section: 'organization' }
  /** `answers.GOV-2A.measured`: fields by row. */
  | { readonly is: 'of-row'; readonly section: 'answers' | 'categories' | 'deployments' }
  /** `targets.GOV`: one value by row. */
  | { readonly is: 'by-row'; readonly section: 'targets' | 'weights' }
  /** `conditions.agents`: Yes or No by row, true or false in the file. */
  | { readonly is: 'flag'; readonly section: 'conditions' }
  /** `selection`: rows that are not said to be left out. */
  | { readonly is: 'member'; readonly section: 'selection' }
  /** `feedback.0.comment`: fields in the order of the rows. */
  | { readonly is: 'numbered'; readonly section: 'feedback' };

/** One thing that is asked. */
export type Field = Kind & {
  /** What is wrong where the field can't be read; what is kept beside the figures if it is not said. */
  readonly affects?: Affects;
  /** Where its values stand in an assessment, if not where all fields of its kind do. */
  readonly path?: Path;
  /** The first layout that asks for it; every layout if it is not said. */
  readonly since?: number;
  /** Asked only in a workbook for a review: a respondent's workbook leaves it out. */
  readonly inReview?: true;
  /**
   * What becomes of different texts when workbooks are put together: one after the other with their origin, or a list of
   * names. Left out: a conflict, which people have to decide.
   */
  readonly together?: 'joined' | 'listed';
};

/** What a field is asked of. */
export type AskedOf = 'organization' | 'deployment' | 'condition' | 'category' | 'objective' | 'feedback';

/** Everything that is asked, by what it is asked of, then by name. */
export type FieldSet = Readonly<Record<AskedOf, Readonly<Record<string, Field>>>>;

const text = { kind: 'text' } as const;
const date = { kind: 'date' } as const;
const choice = <L extends ChoiceList>(list: L) => ({ kind: 'choice', list }) as const;
/** Figures depend on it. */
const scored = { affects: 'score' } as const;
const remark = { affects: 'nothing' } as const;
const ofReview = { since: 2, inReview: true } as const;

/** Largest number a measured value or a weight may be: beyond it a typing error is more likely than a fact. */
const LARGEST = 1e9;

/** A spreadsheet cell holds no more characters. */
export const LONGEST_TEXT = 32_767;

/** In the order of the rows and columns. */
export const FIELDS = {
  organization: {
    name: text,
    /** Without it, what was said of a unit would take the place of what was said of the whole organization. */
    unit: { ...text, ...scored },
    scope: text,
    industry: choice('industries'),
    size: choice('sizes'),
    region: choice('regions'),
    assessor: { ...text, together: 'listed' },
    /** Whom to write to about the assessment. */
    contact: { ...text, since: 2, together: 'listed' },
    asOf: { ...date, ...scored },
  },
  deployment: {
    inUse: { ...choice('yesNo'), ...scored, path: { is: 'member', section: 'selection' } },
  },
  condition: {
    holds: { ...choice('yesNo'), ...scored, since: 2, path: { is: 'flag', section: 'conditions' } },
  },
  category: {
    target: {
      ...{ kind: 'number', min: 1, max: 5, whole: true, ofLevels: true },
      ...scored,
      path: { is: 'by-row', section: 'targets' },
    },
    weight: { kind: 'number', min: 0, max: LARGEST, open: true, ...scored, path: { is: 'by-row', section: 'weights' } },
  },
  /** `notes` holds the reason for a *not applicable*. */
  objective: {
    answer: { ...choice('answers'), ...scored },
    measured: { kind: 'number', min: 0, max: LARGEST, ofKpi: true, ...scored },
    evidence: { ...text, links: true, together: 'joined' },
    owner: text,
    assessedOn: date,
    validUntil: { ...date, ...scored },
    action: { ...text, together: 'joined' },
    due: date,
    notes: { ...text, ...scored, together: 'joined' },
    /** What an assessor says of the answer, and why. */
    review: { ...choice('reviews'), ...ofReview },
    reviewRemark: { ...text, ...ofReview, together: 'joined' },
  },
  /** What a respondent may say of the model itself. */
  feedback: {
    objective: { ...text, ...remark },
    kind: { ...choice('feedbackKinds'), ...remark },
    comment: { ...text, ...remark },
  },
} as const satisfies FieldSet;

/** Kinds of remarks on the model. */
export const FEEDBACK_KINDS = ['unclear', 'wrong', 'missing', 'other'] as const;
/** Rows of the sheet for remarks. */
export const FEEDBACK_ROWS = 20;

/** The answers an objective may have; the model gives them their words. */
export const ANSWER_CODES = ['met', 'partly', 'not-met', 'not-applicable'] as const;
/** One of `ANSWER_CODES`. */
export type AnswerCode = (typeof ANSWER_CODES)[number];
/** What an assessor may say of an answer; a language has the words. */
export type ReviewCode = 'agreed' | 'not-agreed' | 'question';
/** All that an assessor may say. */
export const REVIEW_CODES = ['agreed', 'not-agreed', 'question'] as const satisfies readonly ReviewCode[];
/** The answer that counts only with its reason. */
export const REASONED: AnswerCode = 'not-applicable';
export const YES = 'yes';
export const NO = 'no';

/** Name of something asked of every objective. */
export type AnswerField = keyof typeof FIELDS.objective;
/** Name of something asked of the organization. */
export type OrganizationField = keyof typeof FIELDS.organization;
/** Name of anything that is asked; the language has its words. */
export type FieldName = { [O in AskedOf]: keyof (typeof FIELDS)[O] }[AskedOf];

/** The fields that workbooks of a layout ask for; `review`: with those that only an assessor is asked. */
export function fieldsAt(fields: FieldSet, layout: number, review = false): FieldSet {
  const known = (all: FieldSet[AskedOf]): FieldSet[AskedOf] =>
    Object.fromEntries(
      Object.entries(all).filter(([, { since = 1, inReview = false }]) => since <= layout && (review || !inReview)),
    );
  return {
    organization: known(fields.organization),
    deployment: known(fields.deployment),
    condition: known(fields.condition),
    category: known(fields.category),
    objective: known(fields.objective),
    feedback: known(fields.feedback),
  };
}

/** The fields as a model has them: a model of fewer levels takes no target above its highest one. */
export function fieldsOf({ levels }: Pick<Model, 'levels'>, fields: FieldSet): FieldSet {
  const bounded = (field: Field): Field =>
    field.kind === 'number' && field.ofLevels === true ? { ...field, max: Math.min(field.max, levels.length) } : field;
  const { category } = fields;
  return {
    ...fields,
    category: Object.fromEntries(Object.entries(category).map(([name, field]) => [name, bounded(field)])),
  };
}
