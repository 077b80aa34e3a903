/** The measured value of an objective: a number as its KPI has it. */
import type { Kpi } from '../model/model.js';
import type { Field } from './fields.js';
import type { Question } from './paths.js';

/** The first layout whose sheets show a share with its sign, however it was typed. */
export const SHARES_SHOWN_SINCE = 2;

/** What a number may be in each unit; a share is no more than the whole, and what is counted is whole. */
const LIMITS: Readonly<Record<Kpi['unit'], { readonly max?: number; readonly whole?: true }>> = {
  percent: { max: 100 },
  count: { whole: true },
  days: {},
  hours: {},
  minutes: {},
};

/** A field as it is asked of the objective with a KPI: a measured value has its unit and its limits. `layout`: of its cell. */
export function fieldWith(field: Field, kpi: Kpi | null | undefined, layout = SHARES_SHOWN_SINCE): Field {
  if (field.kind !== 'number' || field.ofKpi !== true) return field;
  const shares = layout < SHARES_SHOWN_SINCE ? 'by-format' : 'by-size';
  return kpi ? { ...field, ...LIMITS[kpi.unit], unit: kpi.unit, shares } : { ...field, shares };
}

/** The same of a question. */
export function questionWith(asked: Question, kpi: Kpi | null | undefined, layout: number): Question {
  const field = fieldWith(asked.field, kpi, layout);
  return field === asked.field ? asked : { ...asked, field };
}
