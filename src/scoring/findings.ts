/** What the answers say that somebody should look at: contradictions, missing reasons, expired answers. */
import type { Assessment } from '../assessment/assessment.js';
import type { AnswerField } from '../assessment/fields.js';
import { isVisible } from '../assessment/visible.js';
import { find, type About, type Finding } from '../diagnostic/finding.js';
import { objectivesOf, type ControlObjective, type Model } from '../model/model.js';
import { reachesTarget } from './rules.js';

/** Everything worth a second look in an assessment, by objective and field; none of it changes a figure. */
export function findingsIn(model: Model, assessment: Assessment): Finding[] {
  const findings: Finding[] = [];
  if (assessment.selection.length === 0) findings.push(find('nothing-selected', {}));
  for (const objective of objectivesOf(model)) {
    const isFor = objective.deployments.some((id) => assessment.selection.includes(id));
    const holds = (objective.needs ?? []).every((id) => assessment.conditions?.[id] !== false);
    if (isFor && holds) findings.push(...findingsOn(objective, model, assessment));
  }
  return findings;
}

function findingsOn(objective: ControlObjective, model: Model, assessment: Assessment): Finding[] {
  const given = assessment.answers.get(objective.id);
  if (!given) return [];
  const { answer, measured, notes, validUntil } = given;
  const { asOf } = assessment.organization;
  const on = (field: AnswerField): About => ({ objective: objective.id, field });
  if (answer === 'not-applicable') return isVisible(notes) ? [] : [find('na-needs-reason', on('notes'))];
  const findings: Finding[] = [];
  const counts = answer !== undefined || (measured !== undefined && objective.kpi !== null);
  if (counts && asOf !== '' && validUntil !== undefined && validUntil < asOf) {
    findings.push(find('answer-expired', on('validUntil'), { found: validUntil, asOf }));
  }
  const { kpi } = objective;
  if (kpi && measured !== undefined && (answer === 'met' || answer === 'not-met')) {
    const reached = reachesTarget(kpi, measured);
    if (reached !== (answer === 'met')) {
      const found = model.answers.find(({ id }) => id === answer)?.name ?? answer;
      const { direction, threshold } = kpi;
      findings.push(find('kpi-contradicts-answer', on('measured'), { found, measured, direction, threshold }));
    }
  }
  return findings;
}
