/** A KPI and its sentence say the same: threshold and time window stand in both, and the unit fits. */
import type { Kpi } from '../model.js';
import { perObjective } from './law.js';

const PERIODS: Readonly<Record<string, string>> = { Y: 'year', M: 'month', W: 'week', D: 'day' };

/** True if the figure stands in the text, as digits; zero may be a word. */
function standsIn(text: string, threshold: number): boolean {
  const digits = [String(threshold), threshold.toLocaleString('en-US')];
  if (digits.some((figure) => new RegExp(`(?<![\\d.,])${figure.replace(/[.,]/g, '\\$&')}(?![\\d]|[.,]\\d)`).test(text)))
    return true;
  return threshold === 0 && /\b(no|none|zero|never|without)\b/i.test(text);
}

function windowStandsIn(text: string, window: string): boolean {
  const match = /^P(\d+)([YMWD])$/.exec(window);
  if (!match) return true;
  const [, n = '', unit = ''] = match;
  const period = PERIODS[unit] ?? '';
  return (
    new RegExp(`\\b${n}[ -]${period}s?\\b`, 'i').test(text) ||
    (n === '1' && new RegExp(`\\b${period}\\b`, 'i').test(text))
  );
}

function faultsOf(kpi: Kpi, text: string): { at: (string | number)[]; detail: string }[] {
  const faults: { at: (string | number)[]; detail: string }[] = [];
  const add = (field: string, detail: string): unknown => faults.push({ at: ['kpi', field], detail });
  if (!standsIn(text, kpi.threshold))
    add('threshold', `the threshold ${kpi.threshold} is not in the statement. Use the same threshold in both.`);
  if (!windowStandsIn(text, kpi.window))
    add('window', `the window ${kpi.window} is not in the statement. Use the same window in both.`);
  if (kpi.unit === 'percent') {
    if (kpi.threshold > 100) add('threshold', `${kpi.threshold}% is more than 100%. Use at most 100%.`);
    if (!kpi.numerator || !kpi.denominator)
      add('unit', 'a share needs numerator and denominator. Say what is counted, and out of what.');
    if (!/%/.test(text))
      add('unit', 'the unit is percent, but the statement has no % sign. Add the sign, or change the unit.');
  } else if (kpi.numerator || kpi.denominator) {
    add(
      'unit',
      `${kpi.unit} is not a share, so a numerator and a denominator are not allowed. Delete both, or change the unit to percent.`,
    );
  }
  return faults;
}

export const kpiAgrees = perObjective(
  'kpi-agrees',
  'Threshold and window of a KPI are in the statement too; shares have numerator and denominator.',
  ({ objective }) => (objective.kpi ? faultsOf(objective.kpi, objective.text) : []),
);
