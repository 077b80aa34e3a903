/** What an AI-CAIQ says of the same controls: proposals for what is not answered yet, and where the two disagree. */
import type { Assessment } from '../assessment/assessment.js';
import { FIELDS, LONGEST_TEXT } from '../assessment/fields.js';
import { commentPath, question } from '../assessment/paths.js';
import { find, type Finding } from '../diagnostic/finding.js';
import { firstUnits } from '../diagnostic/half-characters.js';
import type { Issued } from '../layout/shelf.js';
import { questionnaireWords, type QuestionnaireWords } from '../locale/en/questionnaire.js';
import { objectivesOf, type ControlObjective, type Model } from '../model/model.js';
import type { AnsweredQuestion, Questionnaire } from '../model/questionnaire.js';
import { scoreAssessment } from '../scoring/score.js';
import type { State } from '../scoring/rules.js';

const FRAMEWORK = 'aicm';

/** The editions of the AICM that a model refers to. */
export const aicmEditions = (model: Model): string[] =>
  [...model.frameworks.values()].filter(({ id }) => id === FRAMEWORK).map((each) => each.edition);

/** The edition of the AICM whose ids a questionnaire has; undefined where the model refers to no such edition. */
export function editionFor({ edition }: Pick<Questionnaire, 'edition'>, model: Model): string | undefined {
  if (edition === undefined) return undefined;
  const known = aicmEditions(model);
  return known.find((each) => each === edition) ?? known.find((each) => each.startsWith(`${edition}.`));
}

/** The questions about the controls that an objective refers to. */
function questionsFor(
  { mappings }: ControlObjective,
  { questions }: Pick<Questionnaire, 'questions'>,
  edition: string,
): readonly AnsweredQuestion[] {
  const controls = new Set(
    mappings.flatMap((each) => (each.framework === FRAMEWORK && each.edition === edition ? [each.id] : [])),
  );
  return questions.filter(({ control }) => controls.has(control));
}

/** An assessment with proposals in comments, and which objectives have one. */
export interface Proposed {
  readonly assessment: Assessment;
  readonly objectives: readonly string[];
}

/**
 * Proposals for objectives without an answer. They are comments on the Answer cell, which no rule reads: nothing of them is
 * counted before a person chooses an answer. A proposal that is there already is not repeated.
 */
export function proposeFrom(
  questionnaire: Questionnaire,
  {
    model,
    assessment,
    edition,
    source,
  }: { readonly model: Model; readonly assessment: Assessment; readonly edition: string; readonly source: string },
  words: QuestionnaireWords = questionnaireWords,
): Proposed {
  const asked = question('objective', 'answer', FIELDS.objective.answer);
  const comments: Record<string, string> = { ...assessment.comments };
  const objectives = objectivesOf(model).flatMap((objective) => {
    const { id } = objective;
    if (assessment.answers.get(id)?.answer !== undefined) return [];
    const questions = questionsFor(objective, questionnaire, edition);
    if (questions.length === 0) return [];
    const path = commentPath(asked, id);
    const text = words.proposal(source, questions);
    const before = comments[path];
    if (before?.includes(text) === true) return [];
    comments[path] = firstUnits(before === undefined ? text : `${text}\n\n${before}`, LONGEST_TEXT);
    return [id];
  });
  return { objectives, assessment: { ...assessment, ...(Object.keys(comments).length > 0 ? { comments } : {}) } };
}

/** A mark on each cell with a proposal, as an annotated copy shows it. */
export function proposalMarks({ objectives }: Proposed, issued: Issued, source: string): readonly Finding[] {
  const proposed = new Set(objectives);
  return issued.inputs.tables.flatMap(({ id: table, rows }) =>
    [...rows].flatMap(([row, inputs]) =>
      [...inputs].flatMap(([column, { asked, row: objective }]): Finding[] => {
        if (asked.of !== 'objective' || asked.name !== 'answer' || !proposed.has(objective)) return [];
        return [
          find('answer-proposed', { objective, field: asked.name, subject: { table, row, column } }, { found: source }),
        ];
      }),
    ),
  );
}

/** An objective and questions about the same controls that do not agree. */
export interface Contradiction {
  readonly objective: string;
  readonly title: string;
  readonly level: number;
  readonly state: State;
  /** Level of the category; null where nothing applies. */
  readonly categoryLevel: number | null;
  /** `claimed`: Yes to questions, and the objective is not met; `denied`: No to questions, and it is met. */
  readonly is: 'claimed' | 'denied';
  readonly questions: readonly AnsweredQuestion[];
}

/** In the model's order. Who answers nothing contradicts nothing. */
export function contradictionsIn(
  questionnaire: Questionnaire,
  { model, assessment, edition }: { readonly model: Model; readonly assessment: Assessment; readonly edition: string },
): readonly Contradiction[] {
  const score = scoreAssessment(model, assessment);
  const states = new Map(score.objectives.map(({ id, state }) => [id, state]));
  const levels = new Map(score.categories.map(({ id, level }) => [id, level]));
  return objectivesOf(model).flatMap((objective): Contradiction[] => {
    const state = states.get(objective.id);
    const is = state === 'unmet' || state === 'partly' ? 'claimed' : state === 'met' ? 'denied' : undefined;
    if (!is || !state) return [];
    const wanted = is === 'claimed' ? 'yes' : 'no';
    const questions = questionsFor(objective, questionnaire, edition).filter(({ answer }) => answer === wanted);
    if (questions.length === 0) return [];
    const { id, title, text, level, category } = objective;
    return [
      { objective: id, title: title ?? text, level, state, categoryLevel: levels.get(category) ?? null, is, questions },
    ];
  });
}
