/** What people see after a save in LibreOffice: an answer that nobody understands looks bad, and the chart shows what it showed. */
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AnswerCode } from '../../src/assessment/fields.js';
import { describeValue, type Grid } from '../../src/grid/grid.js';
import { objectivesOf } from '../../src/model/model.js';
import { scoreAssessment } from '../../src/scoring/score.js';
import { auditWorkbook } from '../../src/workbook/audit.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { readWorkbook } from '../../src/workbook/read.js';
import { readGrid } from '../../src/xlsx/read.js';
import { writeXlsx } from '../../src/xlsx/write.js';
import { assessmentOf } from '../assessments.js';
import { asIssued, shelfOf, usual } from '../installed.js';
import { libreOffice, skipped } from './engine.js';

const { model } = usual();
const measured = objectivesOf(model).filter(
  ({ kpi }) => kpi?.direction === 'at-least' && kpi.unit === 'percent' && kpi.decides !== false,
);
const [first = '', second = '', third = '', fourth = ''] = measured.map(({ id }) => id);

/** What the sheet of answers says of an objective. */
function countsAs({ sheets }: Grid, id: string): string {
  const sheet = sheets.find(({ name }) => name === 'Control Objectives');
  const row = sheet?.rows.find(({ cells }) => cells.some(({ value }) => value && describeValue(value) === id));
  return describeValue(row?.cells.find(({ column }) => column === 9)?.value);
}

describe.skipIf(skipped(libreOffice))('after a save in LibreOffice', () => {
  let bytes = new Uint8Array();

  beforeAll(async () => {
    // As somebody typed it: no assessment holds such a word.
    const unread = { answer: 'perhaps' as AnswerCode };
    const answers = {
      [first]: { ...unread, measured: 100 },
      [second]: { measured: 100 },
      [third]: { ...unread, measured: 0 },
      [fourth]: unread,
    };
    const assessment = assessmentOf(model, { answers });
    const [saved] = await libreOffice.recalculate([
      () => writeXlsx(planWorkbook(asIssued(model), { assessment, cached: false })),
    ]);
    bytes = new Uint8Array(saved ?? []);
  }, 600_000);

  test('an answer that is in no list counts as blank, and the sheet says both', () => {
    const { value: grid } = readGrid(bytes);
    if (!grid) throw new Error('it can be read');
    expect([first, second, third, fourth].map((id) => countsAs(grid, id))).toEqual([
      'Met: answer not in the list',
      'Met',
      'Not met: answer not in the list',
      'Not in the list: choose an option',
    ]);
  });

  test('the program counts it the same, and finds no figure that differs', () => {
    const { value, findings } = readWorkbook(bytes, shelfOf(model));
    if (!value) throw new Error('it can be read');
    expect(findings.filter(({ code }) => code === 'unknown-option').map(({ objective }) => objective)).toEqual([
      ...[first, third, fourth],
    ]);
    const { objectives } = scoreAssessment(model, value.assessment);
    const states = [first, second, third, fourth].map((id) => objectives.find((each) => each.id === id)?.state);
    expect(states).toEqual(['met', 'met', 'unmet', 'unanswered']);
    expect(auditWorkbook(value).map(({ code }) => code)).toEqual([]);
  });

  test('the chart stacks nothing', () => {
    const charts = Object.entries(unzipSync(bytes)).filter(([name]) => /charts\/chart\d+\.xml$/.test(name));
    const ways = charts.flatMap(([, part]) => [...strFromU8(part).matchAll(/<c:grouping val="(\w+)"/g)]);
    expect(ways.map(([, way]) => way)).toEqual(['clustered', 'standard']);
  });
});
