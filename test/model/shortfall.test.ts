/** Whoever misses a target by little knows from “Partially met” what that counts as. */
import { expect, test } from 'vitest';
import { objectivesOf, type ControlObjective } from '../../src/model/model.js';
import { usual } from '../installed.js';

/** Shares that a text may write as a word, in percent. */
const AS_WORDS: Readonly<Record<number, string>> = { 20: 'a fifth', 25: 'a quarter', 50: 'half' };

/** Whether a result can miss the target and still be more than nothing: no share of 100%, and no count of 1. */
function canFallShort({ kpi }: ControlObjective): boolean {
  if (!kpi) return false;
  const { unit, direction, threshold } = kpi;
  if (direction === 'at-most') return threshold > 0;
  return unit === 'percent' ? threshold < 100 : threshold > 1;
}

/** Whether “Partially met” names a result on the wrong side of the target, by the figure of the target or by what it leaves. */
function namesShortfall({ kpi, partly }: ControlObjective): boolean {
  if (!kpi) return false;
  const { unit, direction, threshold } = kpi;
  const amount = unit === 'percent' ? `${threshold}%` : `${threshold}(?![\\d%])`;
  const over = '(?:more than|longer than|above|beyond|over)';
  if (direction === 'at-most') return new RegExp(`\\b${over} ${amount}`, 'u').test(partly);
  const rest = 100 - threshold;
  const under = [
    `(?:less than|fewer than|below) ${amount}`,
    ...(unit === 'percent' ? [`${over} (?:${rest}%|${AS_WORDS[rest] ?? `${rest}%`})`] : []),
    // One source where two are asked for.
    ...(unit === 'count' && threshold === 2 ? ['(?:on|for|in) one'] : []),
  ];
  return new RegExp(`\\b(?:${under.join('|')})`, 'u').test(partly);
}

const all = objectivesOf(usual().model);

test('“Partially met” says what a result below its target counts as', () => {
  const targets = all.filter(canFallShort);
  expect(targets.length).toBeGreaterThan(140);
  expect(targets.filter((each) => !namesShortfall(each)).map(({ id, partly }) => `${id}: ${partly}`)).toEqual([]);
});

test('a figure of something else names no shortfall', () => {
  const said = (partly: string, kpi: Partial<NonNullable<ControlObjective['kpi']>>): boolean => {
    const one = all.find((each) => each.kpi !== null) ?? expect.fail('there are targets');
    return namesShortfall({ ...one, partly, kpi: { ...(one.kpi ?? expect.fail('it has one')), ...kpi } });
  };
  const share = { unit: 'percent', direction: 'at-least', threshold: 80 } as const;
  expect(said('Less is done, but fewer than 3 were tried.', share)).toBe(false);
  expect(said('It is recorded for at least 80%.', share)).toBe(false);
  expect(said('It is done, but for less than 80%.', share)).toBe(true);
  expect(said('It is done, but more than a fifth lacks it.', share)).toBe(true);
  const hours = { unit: 'hours', direction: 'at-most', threshold: 4 } as const;
  expect(said('It takes more than 48 hours.', { ...hours, threshold: 4 })).toBe(false);
  expect(said('It takes more than 4 hours.', hours)).toBe(true);
});
