/** The report: every figure is one of the score, every sentence comes from a rule, and nothing that a stranger typed is markup. */
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment/assessment.js';
import { linkedText } from '../../src/assessment/links.js';
import { categoriesOf, objectivesOf } from '../../src/model/model.js';
import { builtInTemplate } from '../../src/host/templates.js';
import { reportWords } from '../../src/locale/en/report.js';
import { makeReport, type ReportFormat, type ReportSource } from '../../src/report/make.js';
import { reportFacts, type ReportFacts } from '../../src/report/facts.js';
import { readPeers } from '../../src/report/benchmark.js';
import { isShownLink } from '../../src/report/category-view.js';
import { lanes } from '../../src/report/marks.js';
import { quarterEndsAfter } from '../../src/report/calendar.js';
import { plannedBy, scoreIfMet } from '../../src/scoring/outlook.js';
import { Scoring } from '../../src/scoring/figures.js';
import { scoreAssessment } from '../../src/scoring/score.js';
import { assessmentOf, everywhere, exampleOf, anyAssessment } from '../assessments.js';
import { usual } from '../installed.js';
import { decimals } from '../oracle/standing.js';

const { model } = usual();
const TODAY = '2026-11-26';
const scoring = new Scoring(model);
const typical = exampleOf(model, { seed: 3, profile: 'typical' });

const sourceOf = (assessment: Assessment, more: Partial<ReportSource> = {}): ReportSource => ({
  ...{ model, assessment, today: TODAY, diagnostics: [], source: { file: 'acme.xlsx', sha256: 'ab' } },
  ...more,
});
const report = (assessment: Assessment, format: ReportFormat, more: Partial<ReportSource> = {}): string =>
  makeReport(sourceOf(assessment, more), format, builtInTemplate);
const factsOf = (assessment: Assessment, more: Partial<ReportSource> = {}): ReportFacts =>
  reportFacts({ findings: [], ...sourceOf(assessment, more) });

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

const VOID = /<(meta|br)([^>]*)>/g;

/** The elements of a page in the order in which they end, each with all text in it. Throws where tags do not fit. */
function elementsOf(html: string): Element[] {
  const open: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const all: Element[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => open.push({ name, attributes, text: '' }));
  parser.on('text', (text) => {
    for (const each of open) each.text += text;
  });
  parser.on('closetag', () => {
    const each = open.pop();
    if (each) all.push(each);
  });
  parser.write(html.replace('<!DOCTYPE html>', '').replaceAll('&nbsp;', ' ').replace(VOID, '<$1$2/>')).close();
  return all;
}

/** The figures of the first page, by the name of a category: evidenced, claimed, possible, target. */
function figuresOn(html: string): Map<string, string[]> {
  const [, table = ''] = /<table class="profile">([\s\S]*?)<\/table>/.exec(html) ?? [];
  const rows = table.split('<tr').slice(1);
  return new Map(
    rows.flatMap((row) => {
      const name = /<th scope="row">([^<]*)<\/th>/.exec(row)?.[1]?.replaceAll('&amp;', '&');
      const cells = [...row.matchAll(/<td class="n[^>]*>([^<]*)<\/td>/g)].map(([, text = '']) => text);
      return name === undefined ? [] : [[name, cells] as const];
    }),
  );
}

describe('figures', () => {
  test('those of the page are those of the score, for any assessment', () => {
    fc.assert(
      fc.property(anyAssessment(model), (assessment) => {
        const score = scoreAssessment(model, assessment);
        const html = report(assessment, 'html');
        const shown = figuresOn(html);
        if (score.program.maturity === null) {
          expect(shown.size).toBe(0);
          return;
        }
        expect(html).toContain(`<b class="big">${decimals(score.program.maturity)}</b>`);
        for (const { id, level, evidencedLevel, potential, target } of score.categories) {
          const name = categoriesOf(model).find((category) => category.id === id)?.name ?? '';
          const expected =
            level === null
              ? ['not applicable']
              : [
                  String(evidencedLevel),
                  String(level),
                  (potential ?? 0) > level ? String(potential) : '–',
                  target === null ? '–' : String(target),
                ];
          expect([name, shown.get(name)]).toEqual([name, expected]);
        }
      }),
      { numRuns: 10 },
    );
  });

  test('a maturity halfway between two hundredths is rounded upwards, as on a sheet', () => {
    const [first, second] = categoriesOf(model);
    if (first === undefined || second === undefined) throw new Error('The model has fewer than two categories.');
    const met = first.objectives.map(({ id }) => [id, { answer: 'met' }]);
    const others = categoriesOf(model).length - 2;
    // One category at level 5, the others at level 1: 1 + 4 / 800.
    const weights = { [second.id]: 799 - others };
    const assessment = { ...assessmentOf(model, { answers: Object.fromEntries(met) }), weights };
    expect(scoreAssessment(model, assessment).program.maturity).toBeCloseTo(1.005, 12);
    expect(report(assessment, 'html')).toContain('<b class="big">1.01</b>');
  });

  test('the facts are the score and more', () => {
    const { program, domains, categories, deployments, roadmap } = scoreAssessment(model, typical);
    expect(JSON.parse(report(typical, 'json'))).toMatchObject({
      ...{ schemaVersion: 1, program, domains, categories, deployments, roadmap },
      source: { file: 'acme.xlsx' },
    });
  });

  test('what is planned up to the last day of all is what the lens of the rules has', () => {
    fc.assert(
      fc.property(anyAssessment(model), (assessment) => {
        const score = scoreAssessment(model, assessment);
        const planned = scoreIfMet(scoring, assessment, plannedBy(assessment, score, '9999-12-31'));
        expect(planned.program.maturity).toBe(score.program.plannedMaturity);
        expect(planned.categories.map(({ level }) => level)).toEqual(score.categories.map((each) => each.plannedLevel));
      }),
      { numRuns: 20 },
    );
  });

  test('what holds the weakest categories lifts every one of them when it is met', () => {
    const { holding, categories } = factsOf(typical);
    expect(holding?.objectives.length).toBeGreaterThan(0);
    expect(holding?.lifted.floor).toBeGreaterThan(holding?.floor ?? 5);
    const without = holding?.objectives.slice(1) ?? [];
    // One of them alone is enough to keep a category where it is.
    expect(scoreIfMet(scoring, typical, without).program.floor).toBe(holding?.floor);
    expect(holding?.categories).toEqual(categories.filter(({ level }) => level === holding?.floor).map(({ id }) => id));
  });

  test('a figure that is not there is no figure of the page', () => {
    const none = { ...typical, selection: [] };
    const html = report(none, 'html');
    expect(html).toContain('No objective applies to the deployment types in use, so there is no level.');
    expect(html).not.toContain('class="big"');
    expect(html).not.toMatch(/null|undefined|NaN/);
  });
});

describe('sentences', () => {
  const board = (assessment: Assessment, more: Partial<ReportSource> = {}): string =>
    elementsOf(report(assessment, 'html', more))
      .filter(({ name }) => name === 'dd')
      .slice(0, 3)
      .map(({ text }) => text)
      .join(' | ');
  const all = everywhere(model, { answer: 'met', evidence: 'Report 12' });

  test.each([
    [
      'nothing is answered',
      assessmentOf(model, {}),
      /^There are no answers yet\. Any level from 1 to 5 is still possible\. \| 151 answers are missing\. \| Begin with level 2 of the Foundational domain\./,
    ],
    [
      'everything is met',
      all,
      /^The claimed maturity of the program is 5\.00 of 5\. The evidenced maturity is 5\.00\. No targets are set\. \| All categories are at level 5\. Keep the evidence up to date\./,
    ],
    ['all targets are reached', { ...all, targets: { GOV: 3 } }, /Every target is reached\./],
    [
      'one of two is not',
      { ...everywhere(model, { answer: 'not-met' }), targets: { GOV: 3, IAM: 1 } },
      /1 of 2 categories that have a target is below target\. \| Every category is at level 1/,
    ],
  ])('%s', (_, assessment, expected) => {
    expect(board(assessment)).toMatch(expected);
  });

  test('a workbook with errors says so first', () => {
    const diagnostics = [{ code: 'unknown-option', severity: 'error', affects: 'score', message: 'What?' } as const];
    expect(board(typical, { diagnostics })).toMatch(
      /^⬣ The workbook has 1 error\. The results do not include answers that aismm could not read\. The claimed maturity/,
    );
  });

  test('since when, from earlier assessments of the same edition only', () => {
    const maturity = scoreAssessment(model, typical).program.maturity ?? 0;
    const before = { asOf: '2025-11-10', maturity: maturity - 0.4, evidencedMaturity: 1, model: 'aismm 1.1' };
    expect(board(typical, { earlier: [before] })).toContain(', up 0.40 since November 2025. The evidenced');
    const other = { ...before, model: 'aismm 1.0' };
    expect(board(typical, { earlier: [other] })).not.toContain('since');
    const page = report(typical, 'html', { earlier: [before, { ...other, asOf: '2024-11-10' }] });
    expect(page).toContain(
      'Earlier assessments used aismm 1.0. The line in the chart has a gap wherever the edition changes.',
    );
    // What is later than the assessment tells nothing of where it comes from.
    expect(factsOf(typical, { earlier: [{ ...before, asOf: '2027-01-01' }] }).earlier).toEqual([]);
  });

  test('names of categories take two lines at most, whatever they are called', () => {
    const long = Array.from({ length: 6 }, (_, i) => `Category number ${i} with a long name`);
    expect(reportWords.names(['A', 'B', 'C', 'D'])).toBe('A, B, C and D');
    expect(reportWords.names(['A', 'B', 'C', 'D', 'E'])).toBe('A, B, C and 2 more');
    expect(reportWords.names(long)).toBe(`${long[0]}, ${long[1]} and 4 more`);
    expect(reportWords.names(['x'.repeat(200)])).toBe('x'.repeat(200));
    expect(reportWords.names(['x'.repeat(200), 'y'])).toBe(`${'x'.repeat(200)} and 1 more`);
  });

  test('a first page with much to say is set closer', () => {
    const peers = readPeers(
      JSON.stringify({ schemaVersion: 1, n: 9, program: { q1: 2, median: 3, q3: 4 }, domains: [] }),
    )?.peers;
    const before = { asOf: '2025-01-10', maturity: 2, evidencedMaturity: 1, model: 'aismm 1.1' };
    const named = { ...typical, organization: { ...typical.organization, name: 'x'.repeat(60) } };
    const isDense = (assessment: Assessment, more: Partial<ReportSource>): boolean =>
      report(assessment, 'html', more).includes('class="page board dense"');
    expect(isDense(named, { peers, earlier: [before] })).toBe(true);
    expect(isDense(typical, { peers, earlier: [before] })).toBe(false);
    expect(isDense(named, { peers })).toBe(false);
  });

  test('overdue is judged by the day of the report', () => {
    const nothing = everywhere(model, { answer: 'not-met' });
    const [id = ''] = factsOf(nothing).roadmap;
    const answers = new Map(nothing.answers).set(id, { answer: 'not-met', due: '2026-11-15' });
    const late = factsOf({ ...nothing, answers }).objectives.find((each) => each.id === id);
    expect(late?.daysLate).toBe(11);
    expect(report({ ...nothing, answers }, 'html')).toContain('11 days overdue');
    expect(report({ ...nothing, answers }, 'html', { today: '2026-11-15' })).not.toContain('days overdue');
  });
});

describe('peers', () => {
  const portfolio = (n: number, median = 2.35): string =>
    JSON.stringify({
      ...{ schemaVersion: 1, n, program: { q1: 1.9, median, q3: 3.8 } },
      domains: [{ id: 'foundational', q1: 2, median, q3: 3.8 }],
    });

  test('quartiles of a portfolio are beside the own figure', () => {
    const peers = readPeers(portfolio(34))?.peers;
    const html = report(typical, 'html', { peers });
    expect(html).toMatch(/(Below|Above|At) the (lower quarter|median)|In the upper quarter/);
    expect(html).toContain('2.35');
  });

  test('of fewer than five nothing is shown', () => {
    const html = report(typical, 'html', { peers: readPeers(portfolio(4))?.peers });
    expect(html).toContain('There are too few peers for a comparison (4). A comparison needs at least 5 peers.');
    // Whatever their figures are.
    expect(report(typical, 'html', { peers: readPeers(portfolio(4, 3.71))?.peers })).toBe(html);
  });

  test.each([
    '',
    '{',
    '[]',
    '{"schemaVersion":2}',
    '{"schemaVersion":1,"n":-1}',
    JSON.stringify({ schemaVersion: 1, n: 9, program: { q1: 'x' }, domains: [] }),
  ])('no portfolio: %s', (text) => {
    expect(readPeers(text)).toBeUndefined();
  });
});

describe('what strangers wrote is text', () => {
  const NASTY = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onclick='x",
    '{{constructor}} {{{w}}}',
    '**bold** & &lt;',
    '\u202Egnp.exe\u0000\u001b[31m\uFFFF',
    '</style></table><base href=//x>',
  ].join(' ');
  const filledWith = (text: string): Assessment => ({
    ...typical,
    organization: { ...typical.organization, name: text, unit: text, assessor: text },
    answers: new Map(
      objectivesOf(model).map(({ id }, index) => [
        id,
        {
          ...{ answer: index % 2 === 0 ? 'met' : 'not-met', owner: text, notes: text, action: text, due: '2027-01-31' },
          evidence: index % 3 === 0 ? linkedText(text, 'javascript:alert(1)') : text,
        } as const,
      ]),
    ),
  });
  const diagnosticsOf = (text: string) => [
    { code: 'unknown-option', severity: 'error', affects: 'score', message: text, sheet: text, cell: text } as const,
  ];
  const page = (text: string): Element[] =>
    elementsOf(
      report(filledWith(text), 'html', { diagnostics: diagnosticsOf(text), source: { file: text, sha256: text } }),
    );
  const shape = (elements: readonly Element[]): string[] =>
    elements
      .filter(({ name }) => name !== 'strong')
      .map(({ name, attributes }) => `${name} ${Object.keys(attributes).join(' ')}`);

  test('the page has the same elements and attributes as with plain texts', () => {
    expect(shape(page(NASTY))).toEqual(shape(page('plain')));
    const html = report(filledWith(NASTY), 'html');
    expect(html).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e\uffff]/);
  });

  test('nothing is loaded, run or sent', () => {
    const html = report(filledWith(NASTY), 'html');
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    const elements = elementsOf(html);
    expect(
      elements.filter(({ name }) => ['script', 'img', 'link', 'iframe', 'form', 'base', 'object'].includes(name)),
    ).toEqual([]);
    expect(elements.filter(({ attributes }) => Object.keys(attributes).some((name) => /^on|^src/.test(name)))).toEqual(
      [],
    );
    expect(elements.flatMap(({ attributes: { href } }) => href ?? [])).toEqual([]);
  });

  test.each([
    ['https://example.com/a?b=1', true],
    ['mailto:a@example.com', true],
    ['http://example.com', false],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
    ['file:///etc/passwd', false],
    ['#Sheet!A1', false],
    [' https://example.com', false],
  ])('link %s is shown: %s', (address, expected) => {
    expect(isShownLink(address)).toBe(expected);
  });

  test('Markdown and the action list hold it as text, too', () => {
    const markdown = report(filledWith(NASTY), 'md');
    expect(markdown).not.toMatch(/(?<!\\)<(?:script|img|base)/);
    const csv = report(filledWith('=1+1'), 'actions.csv');
    expect(csv).toContain("'=1+1");
    expect(csv).not.toMatch(/[,"\n]=1/);
    expect(csv.split('\r\n')[0]).toBe(
      '\ufeffOrder,Title,Objective,Owner,Due,Level,Category,State,Action,What has to be true,Evidence wanted',
    );
  });
});

test('marks of the plan never cover each other', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 260, noNaN: true }), { maxLength: 40 }), (places) => {
      const sorted = [...places].sort((a, b) => a - b);
      const lane = lanes(sorted);
      for (const [i, a] of sorted.entries())
        for (const [j, b] of sorted.entries())
          if (i < j && lane[i] === lane[j]) expect(b - a).toBeGreaterThanOrEqual(12.6);
    }),
  );
});

test.each([
  ['2026-11-26', ['2026-12-31', '2027-03-31', '2027-06-30', '2027-09-30']],
  ['2026-12-31', ['2027-03-31', '2027-06-30', '2027-09-30', '2027-12-31']],
  ['2028-01-01', ['2028-03-31', '2028-06-30', '2028-09-30', '2028-12-31']],
])('ends of quarters after %s', (day, expected) => {
  expect(quarterEndsAfter(day, 4)).toEqual(expected);
});
