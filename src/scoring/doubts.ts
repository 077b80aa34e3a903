/** What makes somebody doubt an assessment as a whole: nothing answered, all the same, no evidence, days that can't be. */
import type { Assessment } from '../assessment/assessment.js';
import type { AnswerField } from '../assessment/fields.js';
import { hasEvidence } from '../assessment/evidence.js';
import { isVisible } from '../assessment/visible.js';
import type { DiagnosticCode, FactsOf, Those } from '../diagnostic/catalogue.js';
import { find, type About, type Finding } from '../diagnostic/finding.js';
import { objectivesOf, type Model } from '../model/model.js';
import { givenIn, isAnswered, isExpired, type Given } from './given.js';
import { reachesTarget } from './rules.js';

/** One finding a kind of doubt. `today`: the latest day that it is anywhere; left out, no day is one to come. */
export function doubtsIn(model: Model, assessment: Assessment, today?: string): Finding[] {
  const { asOf } = assessment.organization;
  const given = givenIn(model, assessment);
  return [
    ...(isBlank(model, assessment) ? [find('nothing-answered', { field: 'answer' })] : []),
    ...allTheSame(model, assessment),
    ...withoutEvidence(given, asOf),
    ...together('reason-says-nothing', given, {
      field: 'notes',
      is: ({ given: { answer, notes } }) => answer === 'not-applicable' && isVisible(notes) && !saysSomething(notes),
      facts: (those) => those,
    }),
    ...together('notes-without-answer', given, {
      field: 'notes',
      is: (each) => isVisible(each.given.notes) && !isAnswered(each),
      facts: (those) => those,
    }),
    ...together('assessed-after-date', given, {
      field: 'assessedOn',
      is: ({ given: { assessedOn = '' } }) => asOf !== '' && assessedOn > asOf,
      facts: (those) => ({ ...those, asOf }),
    }),
    ...(today === undefined ? [] : daysAhead(given, asOf, today)),
  ];
}

/** What is said to have been done on a day that is yet to come. */
function daysAhead(given: readonly Given[], asOf: string, today: string): Finding[] {
  return [
    ...(asOf > today ? [find('assessment-date-in-future', { field: 'asOf' }, { found: asOf, today })] : []),
    ...together('assessed-in-future', given, {
      field: 'assessedOn',
      is: ({ given: { assessedOn = '' } }) => assessedOn > today,
      facts: (those) => ({ ...those, today }),
    }),
  ];
}

/** Letters of the shortest reason that says anything; of scripts in which one character is a word, a third of them. */
const LEAST_LETTERS = 6;

/** “-”, “n/a” or “TBD” is written, and says nothing. */
function saysSomething(text = ''): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const wide = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu) ?? [];
  return letters.length + 2 * wide.length >= LEAST_LETTERS;
}

/** Nothing is answered, also of what does not apply: a form that was sent as it came. */
function isBlank(model: Model, { answers }: Assessment): boolean {
  return !objectivesOf(model).some((objective) => {
    const given = answers.get(objective.id);
    return given !== undefined && isAnswered({ objective, given });
  });
}

/** Fewer answers may well be the same. */
const LEAST_ALIKE = 10;

function allTheSame(model: Model, { answers }: Assessment): Finding[] {
  const chosen = objectivesOf(model).flatMap(({ id }) => answers.get(id)?.answer ?? []);
  const [answer] = chosen;
  if (chosen.length < LEAST_ALIKE || new Set(chosen).size > 1 || answer === undefined) return [];
  const found = model.answers.find(({ id }) => id === answer)?.name ?? answer;
  return [find('all-the-same', { field: 'answer' }, { found, count: chosen.length })];
}

/** Met by an answer or by a figure, and nothing that shows it. */
function withoutEvidence(given: readonly Given[], asOf: string): Finding[] {
  const met = given.filter((each) => {
    const { objective, given: said } = each;
    const { answer, measured, ...rest } = said;
    const { kpi } = objective;
    const isByFigure =
      answer === undefined && isAnswered(each) && measured !== undefined && kpi && reachesTarget(kpi, measured);
    const isMet = answer === 'met' || isByFigure;
    return isMet && !isExpired(rest, asOf);
  });
  return together('met-without-evidence', met, {
    field: 'evidence',
    is: (each) => !hasEvidence(each.given),
    facts: (those) => ({ ...those, of: met.length }),
  });
}

/** Objectives that are named where more of them are meant. */
const FIRST_FEW = 5;

/** One finding for all objectives of which something is so, at the first of them. */
function together<C extends DiagnosticCode>(
  code: C,
  given: readonly Given[],
  {
    field,
    is,
    facts,
  }: {
    readonly field: AnswerField;
    readonly is: (each: Given) => boolean;
    readonly facts: (those: Those) => FactsOf<C>;
  },
): Finding[] {
  const those = given.filter(is).map(({ objective }) => objective.id);
  const [first] = those;
  if (first === undefined) return [];
  const make: (code: C, at: About, facts: FactsOf<C>) => Finding = find; // whatever facts the code has
  return [
    make(code, { objective: first, field }, facts({ count: those.length, objectives: those.slice(0, FIRST_FEW) })),
  ];
}
