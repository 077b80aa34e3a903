/** The codes of the options that a field may be chosen from: language-free, as files carry them. */
import type { Model } from '../model/model.js';
import { ANSWER_CODES, FEEDBACK_KINDS, NO, REVIEW_CODES, YES, type ChoiceList } from './fields.js';

/** Codes of the options of a list. */
export function codesOf(list: ChoiceList, { profile }: Pick<Model, 'profile'>): readonly string[] {
  const lists: Record<ChoiceList, readonly string[]> = {
    answers: ANSWER_CODES,
    feedbackKinds: FEEDBACK_KINDS,
    industries: profile.industries.map(({ id }) => id),
    sizes: profile.sizes.map(({ id }) => id),
    reviews: REVIEW_CODES,
    regions: profile.regions.map(({ id }) => id),
    yesNo: [YES, NO],
  };
  return lists[list];
}
