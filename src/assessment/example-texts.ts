/** What fictional organizations write, in some language: see `exampleAssessment`. */
import type { MeasuredUnit } from '../diagnostic/catalogue.js';
import type { Profile } from './example-story.js';

/** What an organization writes about one objective. */
export interface ObjectiveExample {
  /** What there is to do where the objective is not met, or only in part. */
  readonly action: string;
  /** Who looks after it, where that is nobody of its category. */
  readonly owner?: string;
  /** One piece for each piece of evidence that the model asks for, in its order. */
  readonly evidence: readonly string[];
  /** The piece that is missing where it was measured and is met in part, from 0; the last one, unless that shows the measurement. */
  readonly lacking?: number;
  /** The highest value that can be measured, where the sentence of the objective says so. */
  readonly most?: number;
  /** How many items there are, where the sentence names a number or where there are few: a share is one of so many. */
  readonly outOf?: number;
  /** The lowest value that is met in part, where the model says that it has one. */
  readonly partlyFrom?: number;
  /** Why it may not apply; without it, it always does. */
  readonly notApplicable?: string;
}

/** All that fictional organizations write. */
export interface ExampleTexts {
  /** What is assessed, by whom, and whom to ask: how far an organization has come shows in each. A public body has no subsidiaries. */
  readonly stories: Readonly<
    Record<
      Profile,
      { readonly scope: string; readonly publicScope: string; readonly assessor: string; readonly contact: string }
    >
  >;
  /** Stands behind the name, so that nobody takes it for a real one; another seed, another mark. */
  readonly mark: (seed: number) => string;
  /** Behind a number of each unit. */
  readonly units: Readonly<Record<MeasuredUnit, string>>;
  /** Who looks after the objectives of a category, by its code; `others` for a category of an own model. */
  readonly owners: Readonly<Record<string, readonly string[]>> & { readonly others: readonly string[] };
  /** What is written about an objective, by the id of a model and the id of the objective; an id has one subject in all editions. */
  readonly objectives: Readonly<Record<string, Readonly<Record<string, ObjectiveExample>>>>;
  /** The reason of a *not applicable*, for an objective that is not in `objectives`. */
  readonly notApplicable: string;
  /** Evidence, with the number of the document or ticket and the day on which it was seen. */
  readonly proofs: readonly ((evidence: string, number: string, day: string) => string)[];
  /** Why the Evidence cell of something that holds is still blank: what was seen, on which day, and who has to send it by when. */
  readonly unproven: readonly ((seen: string, owner: string, day: string, due: string) => string)[];
  /** What people note beside an answer, now and then. */
  readonly notes: Readonly<Record<'met' | 'partly' | 'planned' | 'unplanned', readonly string[]>>;
  /** What is to be done about an objective that nobody has answered yet. */
  readonly answering: readonly string[];
  /** What will be done where part of it is done, for an objective that is not in `objectives`. */
  readonly completing: readonly ((called: string, evidence: string) => string)[];
  /** The same where nothing is done. */
  readonly beginning: readonly ((called: string) => string)[];
  /** The same about a measured value that misses its target. */
  readonly improving: readonly ((from: string, to: string) => string)[];
}
