/** What the answers say that somebody should look at: contradictions, missing reasons, expired answers. */
import type { DiagnosticCode } from '../diagnostic/catalogue.js';
import type { Facts } from '../diagnostic/facts.js';
import type { AnswerField, Assessment } from '../assessment/fields.js';
import { objectivesOf, type ControlObjective, type Model } from '../model/schema.js';
import { hasReason } from '../assessment/reason.js';
import { reachesTarget } from './rules.js';

/** A finding about one field of one objective, or about the whole (no objective). */
export interface Finding {
  readonly code: DiagnosticCode;
  readonly objective?: string;
  readonly field?: AnswerField;
  readonly facts: Facts;
}

/** Everything worth a second look in an assessment; none of it changes a figure. */
export function findingsIn(model: Model, assessment: Assessment): Finding[] {
  const findings: Finding[] = [];
  if (assessment.selection.length === 0) findings.push({ code: 'nothing-selected', facts: {} });
  for (const objective of objectivesOf(model)) {
    const applies = objective.deployments.some((id) => assessment.selection.includes(id));
    if (applies) findings.push(...findingsOn(objective, model, assessment));
  }
  return findings;
}

function findingsOn(objective: ControlObjective, model: Model, assessment: Assessment): Finding[] {
  const given = assessment.answers.get(objective.id);
  if (!given) return [];
  const { answer, measured, notes, validUntil } = given;
  const { asOf } = assessment.organization;
  const on = (code: DiagnosticCode, field: AnswerField, facts: Facts): Finding => ({
    code,
    objective: objective.id,
    field,
    facts,
  });
  if (answer === 'not-applicable') return hasReason(notes) ? [] : [on('na-needs-reason', 'notes', {})];
  const findings: Finding[] = [];
  const counts = answer !== undefined || (measured !== undefined && objective.kpi !== null);
  if (counts && asOf !== '' && validUntil !== undefined && validUntil < asOf) {
    findings.push(on('answer-expired', 'validUntil', { found: validUntil, detail: asOf }));
  }
  const { kpi } = objective;
  if (kpi && measured !== undefined && (answer === 'met' || answer === 'not-met')) {
    const reached = reachesTarget(kpi, measured);
    if (reached !== (answer === 'met')) {
      findings.push(
        on('kpi-contradicts-answer', 'measured', {
          found: model.answers.find(({ id }) => id === answer)?.name ?? answer,
          detail: String(measured),
          expected: [`${kpi.direction.replace('-', ' ')} ${kpi.threshold}`],
        }),
      );
    }
  }
  return findings;
}
