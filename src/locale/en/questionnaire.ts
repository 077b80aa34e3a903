/** What is said of an AI-CAIQ beside an assessment. */
import type { AnsweredQuestion, QuestionAnswer } from '../../model/questionnaire.js';
import type { State } from '../../scoring/rules.js';

const ANSWERS: Readonly<Record<QuestionAnswer, string>> = { yes: 'Yes', no: 'No', na: 'NA' };
/** Characters of a description that a proposal repeats. */
const LONGEST = 400;

const shortened = (text: string): string => {
  const characters = [...text.replace(/\s+/g, ' ')];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : characters.join('');
};

export const questionnaireWords = {
  /** What is in the comment of an answer cell. */
  proposal: (source: string, questions: readonly AnsweredQuestion[]) =>
    [
      `To be reviewed. ${source} contains answers about controls that this objective refers to:`,
      ...questions.map(({ id, answer, owner, text, cell }) => {
        const about = [owner, shortened(text)].filter((each) => each !== '').join('. ');
        return `${id} (${cell}): ${ANSWERS[answer]}${about === '' ? '' : `. ${about}`}`;
      }),
      'This proposal does not affect the score. Choose an answer in the cell.',
    ].join('\n'),
  /** Objectives with a proposal, objectives asked, answered questions. */
  proposed: (proposed: number, asked: number, questions: number) =>
    `aismm wrote comments with proposals for ${proposed} of ${asked} objectives, based on ${questions} answered questions. The proposals do not affect the score.`,
  none: 'The workbook and the AI-CAIQ do not contradict each other.',
  /** Above the list of contradictions. */
  contradictions: (n: number) =>
    `The answers to ${n === 1 ? '1 objective contradict' : `${n} objectives contradict`} the answers in the questionnaire:`,
  states: {
    met: 'met',
    partly: 'partially met',
    unmet: 'not met',
    unanswered: 'unanswered',
    expired: 'expired',
    excluded: 'not applicable',
  } satisfies Readonly<Record<State, string>>,
  /** One line of the list. */
  contradiction: (
    objective: string,
    title: string,
    state: string,
    is: 'claimed' | 'denied',
    questions: readonly string[],
  ) =>
    `  ${objective} ${title}: ${state} in the workbook, but the AI-CAIQ answers ${is === 'claimed' ? 'Yes' : 'No'} to ${questions.join(', ')}`,
  headings: ['Objective', 'Title', 'Level', 'State', 'Category level', 'AI-CAIQ answer', 'Questions', 'Cells'] as const,
} as const;

/** The words for questionnaires. */
export type QuestionnaireWords = typeof questionnaireWords;
