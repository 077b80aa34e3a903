/** Where people begin who have little time: objectives of the quick scan are marked, and the Introduction says what they take. */
import { describe, expect, test } from 'vitest';
import { blankAssessment } from '../../src/assessment/paths.js';
import { issue } from '../../src/layout/shelf.js';
import { effortsOf } from '../../src/model/effort.js';
import { objectivesOf, type Model } from '../../src/model/model.js';
import { selectModel } from '../../src/model/select.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { installed, TOOL, usual } from '../installed.js';

const { model } = usual();
const quickModel = selectModel(model, { quick: true });
const MARK = '(quick scan)';

const sheetsOf = (of: Model) =>
  planWorkbook(issue(of, { tool: TOOL }), { assessment: blankAssessment(of) }).sheets.map(({ name, cells }) => ({
    name,
    cells,
  }));

/** Ids of the rows whose title has the mark. */
const markedIn = (of: Model): string[] =>
  (sheetsOf(of).find(({ name }) => name === 'Control Objectives')?.cells ?? []).flatMap(({ subject, value }) =>
    subject?.column === 'title' && typeof value === 'string' && value.endsWith(`\n${MARK}`) ? [subject.row] : [],
  );

/** What the Introduction says that an assessment takes. */
const takes = (of: Model): string => {
  const cells = sheetsOf(of).find(({ name }) => name === 'Introduction')?.cells ?? [];
  const row = cells.find(({ value }) => value === 'What it takes')?.row;
  return String(cells.find((cell) => cell.row === row && cell.column === 3)?.value);
};

describe('the mark of the quick scan', () => {
  test('is a text below the title of each of its objectives', () => {
    expect(markedIn(model)).toEqual(objectivesOf(quickModel).map(({ id }) => id));
  });

  test('is left out where all objectives are of the quick scan, or the edition has none', () => {
    expect(markedIn(quickModel)).toEqual([]);
    expect(markedIn(installed('1.0').model)).toEqual([]);
  });
});

describe('the Introduction', () => {
  const [quick, first] = effortsOf(model);
  const days = (hours = 0): number => Math.round(hours / 8);

  test('says how long all objectives take, and those of the quick scan', () => {
    expect(takes(model)).toContain(
      `all ${first?.objectives ?? 0} objectives, people need about ${days(first?.hours)} `,
    );
    expect(takes(model)).toContain(
      `the ${quick?.objectives ?? 0} objectives marked “${MARK}”. These objectives take about ${days(quick?.hours)} person-days.`,
    );
  });

  test('of a quick scan says how long it takes, and names no mark', () => {
    expect(takes(quickModel)).toContain(`people need about ${days(quick?.hours)} person-days`);
    expect(takes(quickModel)).not.toContain(MARK);
  });

  test('says nothing of time where objectives do not', () => {
    expect(takes(installed('1.0').model)).not.toContain('about');
  });

  test('counts less than a day in hours', () => {
    const [one] = objectivesOf(model);
    const small = selectModel(model, { objectives: [one?.id ?? ''] });
    expect(takes(small)).toContain('need about 1 hour.');
  });
});
