/** What the figures would be if some of what is open were met: the same rules, asked of another assessment. */
import type { Answer, Assessment } from '../assessment/assessment.js';
import { isVisible } from '../assessment/visible.js';
import { readScore, type Score } from './score.js';
import type { Scoring } from './figures.js';

/** The score if these objectives were met, with valid answers, and nothing else were different. */
export function scoreIfMet(scoring: Scoring, assessment: Assessment, ids: Iterable<string>): Score {
  const answers = new Map(assessment.answers);
  for (const id of ids) answers.set(id, metInsteadOf(answers.get(id)));
  return readScore(scoring.figures({ ...assessment, answers }), assessment.selection);
}

/**
 * Objectives that a plan says will be met by a day: they apply, are not met, and have an action and a due date up to that
 * day. The lens *planned* of the rules is the same with no last day.
 */
export function plannedBy(assessment: Assessment, score: Pick<Score, 'objectives'>, day: string): string[] {
  return score.objectives.flatMap(({ id, state }) => {
    if (state === 'met' || state === 'excluded') return [];
    const { action = '', due } = assessment.answers.get(id) ?? {};
    return due !== undefined && due <= day && isVisible(action) ? [id] : [];
  });
}

/** Not expired, whatever it was: an answer without a last day holds. */
function metInsteadOf(answer: Answer = {}): Answer {
  const { validUntil: _, ...rest } = answer;
  return { ...rest, answer: 'met' };
}
