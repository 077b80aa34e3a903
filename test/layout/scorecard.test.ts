/** The Scorecard: what its sentences say, which categories it marks, what its chart draws and how it is fenced. */
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Answer, Assessment } from '../../src/assessment/assessment.js';
import { linesOf } from '../../src/layout/measure.js';
import { en } from '../../src/locale/en/index.js';
import { compile } from '../../src/formula/evaluate.js';
import { standingOf, wholePercent } from '../../src/locale/standing.js';
import { categoriesOf, objectivesOf, type Model } from '../../src/model/model.js';
import { selectModel } from '../../src/model/select.js';
import { computeFigures } from '../../src/scoring/figures.js';
import { scoreAssessment } from '../../src/scoring/score.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import type { PlannedSheet } from '../../src/xlsx/plan.js';
import { writeXlsx } from '../../src/xlsx/write.js';
import { assessmentOf, everywhere, exampleOf } from '../assessments.js';
import { conditional, parityCases } from '../engines/cases.js';
import { asIssued, installed } from '../installed.js';
import { standingByHand } from '../oracle/standing.js';
import { tinyModel } from '../tiny-model.js';

const { model } = installed();

function sheetOf(of: Model, assessment: Assessment, name = 'Scorecard'): PlannedSheet {
  const sheet = planWorkbook(asIssued(of), { assessment }).sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

test('the notes below the tables end before the chart and the parts beside them', () => {
  const { columns } = sheetOf(model, exampleOf(model, { seed: 1, profile: 'typical' }));
  // Columns B to I.
  const room = columns.slice(1, 9).reduce((sum, { width }) => sum + width, 0);
  const { note, noteUnanswered, nextNote, evidencedNote } = en.words.scorecard;
  for (const text of [note, noteUnanswered, evidencedNote, nextNote(en.words.sheets.roadmap)])
    expect([text, linesOf(text, room, { size: 9 })]).toEqual([text, 1]);
});

/** Texts are measured with so much room for programs that differ, which a name needs only in part. */
const ROOM = 1.08;

const valueAt = ({ cells }: PlannedSheet, row: number, column: number): unknown =>
  cells.find((cell) => cell.row === row && cell.column === column)?.value;

/** The four sentences that a sheet shows. */
const sentences = (sheet: PlannedSheet): unknown[] => [2, 3, 4, 5].map((row) => valueAt(sheet, row, 2));

const small = tinyModel({
  GOV: [{ level: 2 }, { level: 3 }],
  IAM: [{ level: 2 }, { level: 2 }, { level: 2 }],
  MON: [{ level: 2 }],
});
const met = { answer: 'met' } as const;
const unmet = { answer: 'not-met' } as const;
const proven = { answer: 'met', evidence: 'Seen.' } as const;

describe('what it says', () => {
  test('nothing answered: no weakest, the first steps of the Roadmap, and where targets are set', () => {
    const sheet = sheetOf(model, assessmentOf(model, {}));
    expect(sentences(sheet)).toEqual([
      '(no organization named) · no assessment date, so no answer expires',
      'There are no answers yet. Every level from 1 to 5 is still possible in all 12 categories.',
      'The weakest category is not known before the first answer.',
      `Answered: 0% of ${objectivesOf(model).length} objectives that apply. No targets are set. Choose targets on the Profile sheet.`,
    ]);
    const roadmap = sheetOf(model, assessmentOf(model, {}), 'Roadmap').cells;
    const listed = [1, 2, 3].map((key) =>
      ['id', 'title'].map((column) => roadmap.find(({ subject: s }) => s?.row === String(key) && s.column === column)),
    );
    expect([24, 25, 26].map((row) => valueAt(sheet, row, 2))).toEqual(
      listed.map((cells) => cells.map((cell) => cell?.value).join(' ')),
    );
  });

  test('levels that not every category can reach are said of those that can', () => {
    expect(sentences(sheetOf(small, assessmentOf(small, {})))[1]).toBe(
      'There are no answers yet. Every level from 1 to 3 is still possible in 1 of 3 categories.',
    );
  });

  test('two tie with their names, and the page says who, when and how many are below target', () => {
    const assessment = assessmentOf(small, {
      organization: {
        name: 'Alder AG',
        unit: 'IT',
        industry: '',
        size: '',
        region: '',
        assessor: 'Audit',
        asOf: '2026-11-08',
        scope: 'All',
      },
      targets: { GOV: 3, IAM: 2 },
      answers: { 'GOV-2A': { ...met, evidence: 'x' }, 'IAM-2A': unmet, 'MON-2A': unmet, 'GOV-3A': { ...unmet } },
    });
    const [gov, iam, mon] = categoriesOf(small).map(({ id, name }) => `${id} ${name}`);
    expect(gov).toBeDefined();
    expect(sentences(sheetOf(small, assessment))).toEqual([
      'Alder AG · IT · All · assessed by Audit · as of 2026-11-08',
      'The maturity of the program is 1.33 of 5. The lowest level is 1 (2 of 3 categories). Of 2 categories with a target, 2 are below target.',
      `Weakest: ${iam} and ${mon} (each at level 1 with maturity 1.00).`,
      'Answered: 67% of 6 objectives that apply. Evidence is filled in for 100% of the met objectives. The evidenced maturity is 1.33.',
    ]);
  });

  test('of the lowest level, the lowest maturity is weakest', () => {
    const assessment = assessmentOf(small, {
      answers: { 'GOV-2A': unmet, 'IAM-2A': met, 'IAM-2B': unmet, 'MON-2A': unmet },
    });
    const sheet = sheetOf(small, assessment);
    expect(sentences(sheet)[2]).toContain('(each at level 1 with maturity ');
    const more = assessmentOf(small, {
      answers: { 'GOV-2A': { answer: 'partly' }, 'IAM-2A': met, 'IAM-2B': unmet, 'MON-2A': unmet },
    });
    expect(sentences(sheetOf(small, more))[2]).toMatch(/^Weakest: MON [^;]* \(level 1, maturity 1\.00\)\.$/);
  });

  test('where all tie, none is weakest and none is marked', () => {
    const assessment = everywhere(model, { ...unmet });
    expect(sentences(sheetOf(model, assessment))[2]).toBe(
      'All 12 categories are at level 1 with maturity 1.00, so no category is the weakest.',
    );
    const marks = sheetOf(model, assessment, 'Calc Standing').cells.filter(
      ({ subject }) => subject?.column === 'marked',
    );
    expect(marks.filter(({ value }) => value === 1)).toEqual([]);
    expect(marks.length).toBeGreaterThan(12);
  });

  test('a workbook of one category names no weakest, and has room for its chart', () => {
    const part = selectModel(model, { categories: ['IAM'], deployments: ['paas'] });
    const sheet = sheetOf(part, assessmentOf(part, { targets: { IAM: 2 }, answers: { 'IAM-2A': unmet } }));
    expect(sentences(sheet).slice(1, 3)).toEqual([
      'The maturity of the program is 1.00 of 5. The only category is at level 1. The only category with a target is below target.',
      '',
    ]);
    expect(sheet.charts.map(({ from, to }) => [from.row, to.row])).toEqual([[7, 21]]);
  });

  test('nothing applies: no level, no advice', () => {
    const sheet = sheetOf(model, assessmentOf(model, { selection: [] }));
    expect(sentences(sheet).slice(1)).toEqual([
      'No objective applies with the entries on the Profile sheet, so there is no level.',
      '',
      '',
    ]);
    expect(valueAt(sheet, 24, 2)).toBe('No objective applies.');
  });

  test.each([
    [0, 0],
    [0.004, 1],
    [0.945, 95],
    [0.996, 99],
    [1, 100],
  ])('a share of %s counts as %s of 100: all or nothing only where it is so', (share, percent) => {
    const nothing = { of: () => '', parts: () => [], column: () => [], previous: () => undefined };
    expect(compile(wholePercent({ is: 'literal', value: share }))(nothing)).toBe(percent);
  });

  const examples = [1, 2, 3].flatMap((seed) =>
    (['early', 'typical', 'advanced'] as const).map((profile) => ({
      name: `${profile} ${seed}`,
      model,
      assessment: exampleOf(model, { seed, profile }),
    })),
  );
  const cases = [...parityCases(24, [conditional, model]), ...examples];
  test.each(cases)('as written by hand: $model.id $name', ({ model: of, assessment }) => {
    const { who, headline, weakest, answered } = standingOf(of, en.words, computeFigures(of, assessment), assessment);
    const expected = standingByHand(of, scoreAssessment(of, assessment), assessment.organization);
    expect([who, headline, weakest, answered]).toEqual(expected);
  });

  test.each(cases.filter((each) => each.model === conditional))('the sheet says the same: $name', (each) => {
    const expected = standingByHand(
      conditional,
      scoreAssessment(conditional, each.assessment),
      each.assessment.organization,
    );
    expect(sentences(sheetOf(conditional, each.assessment))).toEqual(expected);
  });
});

describe('what can be followed on it', () => {
  const assessment = assessmentOf(small, { answers: { 'GOV-2A': unmet, 'IAM-2A': met, 'IAM-2B': unmet } });

  test('the maturity by which a category is the weakest is beside its level', () => {
    const sheet = sheetOf(small, assessment);
    const of = (key: string): unknown[] =>
      ['level', 'maturity'].map(
        (column) => sheet.cells.find(({ subject }) => subject?.row === key && subject.column === column)?.value,
      );
    const scored = scoreAssessment(small, assessment).categories;
    expect(scored.map(({ id }) => of(id))).toEqual(scored.map(({ level, maturity }) => [level, maturity]));
  });

  test.each<[string, Record<string, Answer>, string]>([
    ['none lowers it', { 'GOV-2A': proven, 'IAM-2A': met, 'IAM-2B': unmet, 'MON-2A': unmet }, ''],
    // GOV is at level 3 and IAM at level 2; in IAM two are without evidence.
    [
      'one of each category does',
      { 'GOV-2A': proven, 'GOV-3A': met, 'IAM-2A': proven, 'IAM-2B': met, 'IAM-2C': met, 'MON-2A': proven },
      ' First add evidence for: GOV-3A, IAM-2B.',
    ],
    // What is met above the level counts for nothing by claim already.
    ['above the level', { 'GOV-2A': unmet, 'GOV-3A': met, 'IAM-2A': unmet, 'MON-2A': proven }, ''],
  ])('which objective lowers the level by evidence: %s', (_, answers, said) => {
    const sheet = sheetOf(small, assessmentOf(small, { answers }));
    const notes = sheet.cells.filter(({ value }) => String(value).startsWith(en.words.scorecard.evidencedNote));
    expect(notes.map(({ value }) => value)).toEqual([en.words.scorecard.evidencedNote + said]);
    const scored = scoreAssessment(small, assessmentOf(small, { answers })).categories;
    const lower = scored.filter(({ level, evidencedLevel }) => Number(evidencedLevel) < Number(level));
    expect(lower.map(({ id }) => id)).toEqual([...said.matchAll(/(\w+)-\d\w/g)].map(([, id]) => id));
  });

  test('the whole row of a weakest category is bold, and its name has room for that', () => {
    const { columns } = sheetOf(model, assessmentOf(model, {}));
    for (const { name } of categoriesOf(model))
      expect([name, linesOf(name, (columns[1]?.width ?? 0) * ROOM, { size: 9, bold: true })]).toEqual([name, 1]);
    const bold = sheetOf(small, assessment).conditionalFormats.filter(({ style }) => style.bold && !style.fill);
    expect(bold.map(({ range }) => range)).toEqual(['B8:B10 D8:D10 E8:E10 F8:F10 G8:G10', 'H8:H10']);
  });

  test('the categories of each domain are named beside its results', () => {
    const named = small.domains.map(({ name, categories }) => `${name}: ${categories.map(({ id }) => id).join(', ')}`);
    expect(named.length).toBeGreaterThan(0);
    expect(sheetOf(small, assessment).cells.map(({ value }) => value)).toEqual(expect.arrayContaining(named));
  });

  test.each(['Scorecard', 'AISMM'])('before the first answer %s says why there is a level', (name) => {
    const why = 'There are no answers yet. Level 1 has no objectives, so categories begin at level 1.';
    const says = [assessmentOf(small, {}), assessment].map((of) =>
      sheetOf(small, of, name).cells.some(({ value }) => value === why),
    );
    expect(says).toEqual([true, false]);
  });
});

describe('what it shows', () => {
  const assessment = { ...exampleOf(model, { seed: 3, profile: 'typical' }), selection: ['paas'], targets: { GOV: 4 } };
  const sheet = sheetOf(model, assessment);
  const score = scoreAssessment(model, assessment);

  test('a deployment type that is not in use says so, and nothing else', () => {
    const rows = sheet.cells.filter(({ value }) => value === 'not in use').map(({ row }) => row);
    expect(rows.length).toBe(2);
    for (const row of rows)
      expect([12, 13, 14, 15].map((column) => valueAt(sheet, row, column))).toEqual(['', '', '', '']);
  });

  test('the chart draws nothing for what there isn’t, and keeps what it draws', () => {
    const [chart] = sheet.charts;
    expect(chart?.series.map(({ as }) => as)).toEqual(['column', 'column', 'circle', 'dash']);
    expect(chart?.series[0]?.cached).toEqual(score.categories.map(({ potential }) => potential ?? undefined));
    expect(chart?.series[1]?.cached).toEqual(score.categories.map(({ level }) => level ?? undefined));
    expect(chart?.series[3]?.cached).toEqual(score.categories.map(({ target }) => target ?? undefined));
    expect(chart?.series[3]?.cached.filter((value) => value !== undefined)).toEqual([4]);
    const calc = sheetOf(model, assessment, 'Calc Charts').cells.filter(({ subject }) => subject?.column === 'target');
    expect(calc.filter(({ error }) => error === '#N/A').length).toBe(11);
    expect(calc.filter(({ error, value }) => error !== undefined && value !== undefined)).toEqual([]);
  });

  test('its charts can be neither moved nor deleted, and #N/A is written as an error', async () => {
    const plan = planWorkbook(asIssued(model), { assessment });
    const parts = Object.entries(unzipSync(await writeXlsx(plan))).map(
      ([name, bytes]) => [name, strFromU8(bytes)] as const,
    );
    const sheets = parts.filter(([name]) => name.startsWith('xl/worksheets/sheet'));
    const withChart = sheets.filter(([, xml]) => xml.includes('<drawing '));
    expect(withChart.length).toBe(1);
    for (const [, xml] of withChart) expect(/<sheetProtection [^>]*>/.exec(xml)?.[0]).toContain('objects="1"');
    expect(sheets.filter(([, xml]) => xml.includes('t="e"')).length).toBe(1);
    const [[, chart] = ['', '']] = parts.filter(([name]) => name.startsWith('xl/charts/'));
    // In the order of the schema, as in files that Excel has saved.
    const order = [
      ...chart.matchAll(
        /<c:(barChart|lineChart|catAx|valAx|legend|plotVisOnly|dispBlanksAs|grouping|gapWidth|overlap|marker|smooth)[ >]/g,
      ),
    ].map(([, name]) => name);
    expect(order.join(' ')).toBe(
      'barChart grouping gapWidth overlap lineChart grouping marker smooth marker smooth marker catAx valAx legend plotVisOnly dispBlanksAs',
    );
  });

  test('it is printed on one page, without the closing lines', () => {
    expect(sheet.print).toMatchObject({ landscape: true, onePage: true, area: '$A$1:$O$31' });
  });
});
