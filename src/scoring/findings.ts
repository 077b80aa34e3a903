/** What the answers say that somebody should look at: contradictions, missing reasons, expired answers. */
import type { Assessment } from '../assessment/assessment.js';
import { openConflicts } from '../assessment/conflicts.js';
import type { AnswerField } from '../assessment/fields.js';
import { plainText } from '../assessment/links.js';
import { isVisible } from '../assessment/visible.js';
import { find, type About, type Finding } from '../diagnostic/finding.js';
import type { Model } from '../model/model.js';
import { givenIn, isAnswered, isExpired, type Given } from './given.js';
import { reachesTarget } from './rules.js';

/** Everything worth a second look in an assessment, by objective and field; none of it changes a figure. */
export function findingsIn(model: Model, assessment: Assessment): Finding[] {
  const { selection, organization } = assessment;
  const given = givenIn(model, assessment);
  return [
    ...(selection.length === 0 ? [find('nothing-selected', {})] : []),
    ...given.flatMap((each) => findingsOn(each, model, organization.asOf)),
    ...undecided(model, assessment),
  ];
}

/** Where people said different things, and no one has decided. */
function undecided(model: Model, assessment: Assessment): Finding[] {
  const open = openConflicts(assessment, model);
  return open.map(({ conflict, asked, row }, index) => {
    const isAnswer = asked.field.kind === 'choice' && asked.field.list === 'answers';
    const label = (value: string): string =>
      isAnswer ? (model.answers.find(({ id }) => id === value)?.name ?? value) : value;
    const values = conflict.claims.map(({ value, from: { file, person } }) => ({
      value: label(plainText(value)),
      from: person === undefined ? file : `${person}, ${file}`,
    }));
    const about: About = { field: asked.name, ...(asked.of === 'objective' ? { objective: row } : {}) };
    const affects = asked.field.affects ?? 'record';
    return find(
      'conflict-undecided',
      { ...about, affects, path: conflict.path },
      { number: index + 1, count: open.length, values },
    );
  });
}

function findingsOn({ objective, given }: Given, model: Model, asOf: string): Finding[] {
  const { answer, measured, notes, validUntil, review, reviewRemark } = given;
  const on = (field: AnswerField): About => ({ objective: objective.id, field });
  const findings: Finding[] = [];
  const isRemarked = isVisible(reviewRemark);
  if (review !== 'agreed' && isRemarked !== (review !== undefined)) {
    const lacks = isRemarked ? 'review' : 'remark';
    findings.push(find('review-incomplete', on(isRemarked ? 'review' : 'reviewRemark'), { lacks }));
  }
  if (answer === 'not-applicable')
    return isVisible(notes) ? findings : [...findings, find('na-needs-reason', on('notes'))];
  if (validUntil !== undefined && isAnswered({ objective, given }) && isExpired(given, asOf)) {
    findings.push(find('answer-expired', on('validUntil'), { found: validUntil, asOf }));
  }
  const { kpi } = objective;
  if (kpi && measured !== undefined && (answer === 'met' || answer === 'not-met')) {
    const reached = reachesTarget(kpi, measured);
    if (reached !== (answer === 'met')) {
      const found = model.answers.find(({ id }) => id === answer)?.name ?? answer;
      const { direction, threshold } = kpi;
      const code = answer === 'met' ? 'met-against-measurement' : 'kpi-contradicts-answer';
      findings.push(find(code, on('measured'), { found, measured, direction, threshold }));
    }
  }
  return findings;
}
