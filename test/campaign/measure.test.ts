/** Figures of tools in a workbook: by the rules of the sheet, with source and date, and never over what a person has typed. */
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/assessment/assessment.js';
import { figuresInCsv, figuresInJson, figureTemplate, withFigures, type Measured } from '../../src/desk/measure.js';
import { find } from '../../src/diagnostic/finding.js';
import { makeFiller, readWorkbook } from '../../src/host/bound.js';
import { inWords } from '../../src/locale/message.js';
import { messagesIn } from '../../src/locale/messages.js';
import { annotateWorkbook } from '../../src/workbook/annotate.js';
import { asIssued, shelfOf } from '../installed.js';
import { returnedModel, returnedWith } from '../returned.js';

const issued = asIssued(returnedModel);
const shelf = shelfOf(returnedModel);
const fill = await makeFiller(issued, { isAddressed: true });
const put = (csv: string, answers: Record<string, Answer> = {}, { replace = false } = {}) => {
  const { value: read, findings } = readWorkbook(fill(returnedWith(answers), { token: 'a.b' }), shelf);
  const { value: figures, findings: wrong } = figuresInCsv(new TextEncoder().encode(csv));
  if (!read || !figures) return { findings: wrong };
  return withFigures(read, findings, figures, { replace });
};
const answerIn = (value: Measured | undefined): Answer | undefined => value?.read.assessment.answers.get('GOV-2A');
const codes = (csv: string): unknown[] => put(csv).findings.map(({ code, line }) => [code, line]);

describe('a figure is written', () => {
  test.each(['97', '97%', '0.97', '0,97', '97.0 %'])('as %s, by the rules of the sheet', (typed) => {
    const { value } = put(`objective;value;source;date\ngov-2a;"${typed}";LMS export;20.11.2026\n`);
    expect(answerIn(value)).toEqual({ measured: 97, evidence: 'LMS export', assessedOn: '2026-11-20' });
    expect([value?.written, value?.findings]).toEqual([1, []]);
  });

  test('and comes back from the new workbook, with the token and all that was there', async () => {
    const { value } = put('objective,value,source\nGOV-2A,97,LMS\n', {
      'GOV-2A': { evidence: 'Minutes', owner: 'Ann' },
    });
    if (!value) expect.fail('it can be written');
    const again = readWorkbook(await annotateWorkbook(value.read, value.findings), shelf);
    expect(again.value?.assessment.answers.get('GOV-2A')).toEqual({ measured: 97, evidence: 'Minutes', owner: 'Ann' });
    expect(again.value?.assessment.comments).toEqual({ 'answers.GOV-2A.measured': 'LMS' });
    expect(again.value?.addressed?.token).toBe('a.b');
  });

  test('also from JSON', () => {
    const figures = [{ objective: 'GOV-2A', value: 0.97, source: 'LMS', date: '2026-11-20' }];
    const { value: read, findings } = readWorkbook(fill(returnedWith({}), { token: 'a.b' }), shelf);
    for (const text of [JSON.stringify(figures), JSON.stringify({ values: figures })]) {
      const parsed = figuresInJson(text).value ?? [];
      expect(answerIn(read && withFigures(read, findings, parsed, { replace: false }).value)?.measured).toBe(97);
    }
    expect(figuresInJson('{').findings.map(({ code }) => code)).toEqual(['invalid-json']);
  });
});

test('of figures with faults that fill pages the first are told, and how many more there are', () => {
  const rows = Array.from({ length: 1_500 }, (_, n) => `IAM-3A governance of models ${n},1`);
  const { value, findings } = put(`objective,value\n${rows.join('\n')}\n`);
  expect(value).toBeUndefined();
  expect(findings[0]).toMatchObject({ code: 'list-value', line: 2 });
  const left = findings.reduce((sum, { facts }) => sum + ('more' in facts ? facts.more : 0), 0);
  expect(left).toBeGreaterThanOrEqual(500);
});

describe('what a person has typed', () => {
  const typed: Record<string, Answer> = { 'GOV-2A': { measured: 90, assessedOn: '2026-01-01', evidence: 'By hand' } };
  const csv = 'objective,value,source,date\nGOV-2A,97,LMS,2026-11-20\n';

  test('stays, and is told with its cell', () => {
    const { value } = put(csv, typed);
    expect(answerIn(value)).toEqual(typed['GOV-2A']);
    expect(value?.written).toBe(0);
    expect(value?.findings.map(({ code, cell, facts }) => [code, cell !== undefined, facts])).toEqual([
      ['measured-kept', true, { found: '90', other: '97' }],
    ]);
  });

  test('is replaced only where that is asked for', () => {
    const { value } = put(csv, typed, { replace: true });
    expect(answerIn(value)).toEqual({ measured: 97, assessedOn: '2026-11-20', evidence: 'By hand' });
    expect([value?.written, value?.findings]).toEqual([1, []]);
  });

  test('is no conflict where the tool says the same', () => {
    const { value } = put('objective,value\nGOV-2A,90%\n', typed);
    expect([value?.written, value?.findings]).toEqual([0, []]);
  });
});

describe('a list of figures is refused', () => {
  test.each([
    ['without values', 'objective,source\nGOV-2A,x\n', [['list-missing-column', 1]]],
    ['with an objective that nobody measures', 'objective,value\nGOV-2B,97\n', [['list-value', 2]]],
    ['with an objective twice', 'objective,value\nGOV-2A,97\ngov-2a,96\n', [['list-repeated-row', 3]]],
    ['with more than the whole', 'objective,value\nGOV-2A,120%\n', [['number-out-of-range', 2]]],
    ['with words', 'objective,value\nGOV-2A,most\n', [['not-a-number', 2]]],
    ['with a formula', 'objective,value\nGOV-2A,=B2\n', [['list-formula', 2]]],
    ['with an unclear day', 'objective,value,date\nGOV-2A,97,3/4/2026\n', [['list-value', 2]]],
  ])('%s', (_, csv, expected) => {
    expect(codes(csv)).toEqual(expected);
    expect(put(csv).value).toBeUndefined();
  });
});

test('an objective that is in JSON twice is told with the place of both', () => {
  const twice = JSON.stringify([
    { objective: 'GOV-2A', value: 97 },
    { objective: 'GOV-2A', value: 96 },
  ]);
  const { value: read, findings: before } = readWorkbook(fill(returnedWith({}), { token: 'a.b' }), shelf);
  if (!read) expect.fail('it can be read');
  const { findings } = withFigures(read, before, figuresInJson(twice).value ?? [], { replace: false });
  const told = findings.filter(({ code }) => code === 'list-repeated-row').map((each) => inWords(each, messagesIn()));
  expect(told.map(({ path, message }) => [path, message])).toEqual([
    ['values.1', '“GOV-2A” is already in values.0. aismm did not write any files. Delete one of the two entries.'],
  ]);
});

test('a list without its columns names each of them, and the command that prints a sample of it', () => {
  const [finding] = figuresInCsv(new TextEncoder().encode('person\nAna\n')).findings;
  expect(finding && inWords(finding, messagesIn()).message).toMatch(
    /^The list does not have a column with the heading “objective” or “value”\. .*“aismm measure --template”/,
  );
});

test('what is said of a list of values is not about organizations', () => {
  const [empty] = figuresInCsv(new Uint8Array()).findings;
  expect(empty && inWords(empty, messagesIn()).message).toMatch(
    /Add one row per measured value\. .*“aismm measure --template”\.$/,
  );
  const twice = find('list-repeated-row', {}, { found: 'GOV-2A', firstLine: 2, of: 'measure' });
  expect(inWords(twice, messagesIn()).message).toMatch(/Delete one of the two rows\.$/);
});

test('the template names each figure that is wanted, with unit and window, and says nothing', () => {
  const [head, ...rows] = figureTemplate(issued);
  expect(head?.slice(0, 6)).toEqual(['objective', 'value', 'source', 'date', 'unit', 'window']);
  expect(rows.map(([id, value, , , unit, window]) => [id, value, unit, window !== ''])).toEqual([
    ['GOV-2A', '', 'percent', true],
  ]);
  expect(
    put(
      figureTemplate(issued)
        .map((row) => row.map((text) => `"${text}"`).join(','))
        .join('\n'),
    ).value?.written,
  ).toBe(0);
});
