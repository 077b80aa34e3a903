/** Evidence that leads somewhere: which addresses are kept, and that they go everywhere the text goes. */
import { describe, expect, test } from 'vitest';
import { parseAnswers } from '../../src/assessment/answers-file.js';
import { formatAnswers } from '../../src/assessment/answers-json.js';
import type { Answer, LinkedText } from '../../src/assessment/assessment.js';
import { isLink } from '../../src/assessment/links.js';
import { mergeAssessments } from '../../src/assessment/merge.js';
import { blankAssessment } from '../../src/assessment/paths.js';
import { hasEvidence } from '../../src/assessment/evidence.js';
import { rowsOf } from '../../src/formats/tables.js';
import { makeFiller } from '../../src/workbook/fill-many.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { readWorkbook } from '../../src/workbook/read.js';
import { writeXlsx } from '../../src/xlsx/write.js';
import { asIssued, shelfOf } from '../installed.js';
import { returnedModel as model, returnedWith } from '../returned.js';

const linked = { text: 'Policy 4.2', link: 'https://wiki.example/policy?a=1&b=2#x' };

test.each([
  ['https://wiki.example/a', true],
  ['HTTP://wiki.example', true],
  ['mailto:ciso@example.com', true],
  ['file:///C:/reports/one.pdf', true],
  ['C:\\reports\\one.pdf', true],
  ['\\\\server\\share\\one.pdf', true],
  ['../evidence/one.pdf', true],
  ['evidence/12:30.pdf', true],
  ["#'Other sheet'!A1", true],
  ['javascript:alert(1)', false],
  ['JavaScript:alert(1)', false],
  [' java\nscript:alert(1)', false],
  ['\u0001javascript:alert(1)', false],
  ['data:text/html,x', false],
  ['vbscript:x', false],
  ['ms-excel:ofe|u|https://x', false],
  ['', false],
  ['\u200b\u2028', false],
  [`https://${'x'.repeat(3000)}`, false],
])('%j is kept: %s', (link, kept) => {
  expect(isLink(link)).toBe(kept);
});

test.each<[Answer['evidence'], boolean]>([
  [undefined, false],
  ['', false],
  [' \u00a0\u200b', false],
  ['\u202a\u2066\u2069\u202c', false],
  ['\u034f\u115f\u17b4\u2064\u206a\u2800\u3164\ufe0f\uffa0', false],
  ['\u202bנוהל\u202c', true],
  ['Policy', true],
  [linked, true],
  [{ text: ' ', link: 'https://x' }, true],
])('%j is evidence: %s', (evidence, given) => {
  expect(hasEvidence(evidence === undefined ? {} : { evidence })).toBe(given);
});

describe('evidence with an address', () => {
  const assessment = returnedWith({ 'GOV-2A': { answer: 'met', evidence: linked } });

  test('stands in the answers file as text and link', () => {
    const json = formatAnswers(assessment, model);
    expect(json).toMatchObject({ answers: { 'GOV-2A': { answer: 'met', evidence: linked } } });
    expect(parseAnswers(JSON.stringify(json), model)).toEqual({ value: assessment, findings: [] });
  });

  test.each([
    [{ text: 'x', link: 'javascript:x' }, 'answers.GOV-2A.evidence.link', { is: 'link' }],
    ['x'.repeat(32_768), 'answers.GOV-2A.evidence', { is: 'longest', most: 32_767 }],
    [7, 'answers.GOV-2A.evidence', undefined],
  ])('is refused with its path: %.40j', (evidence, path, problem) => {
    const json = { ...formatAnswers(assessment, model), answers: { 'GOV-2A': { evidence } } };
    const { findings } = parseAnswers(JSON.stringify(json), model);
    expect(findings).toMatchObject([{ code: 'invalid-answers', path, ...(problem ? { facts: { problem } } : {}) }]);
  });

  test('shows its address where its text shows nothing: in the cell, in the answers, and read again', async () => {
    const given = (evidence: LinkedText) => returnedWith({ 'GOV-2A': { answer: 'met', evidence } });
    const [unseen, shown] = [given({ ...linked, text: ' \u200b' }), given({ ...linked, text: linked.link })];
    expect(parseAnswers(JSON.stringify(formatAnswers(unseen, model)), model)).toEqual({ value: shown, findings: [] });
    const issued = asIssued(model);
    for (const bytes of [
      await writeXlsx(planWorkbook(issued, { assessment: unseen })),
      (await makeFiller(issued))(unseen),
    ])
      expect(readWorkbook(bytes, shelfOf(model))).toMatchObject({ value: { assessment: shown }, findings: [] });
  });

  test('is a conflict only where text or address differ', () => {
    const part = (evidence: Answer['evidence']) => ({
      ...blankAssessment(model),
      answers: new Map([['GOV-2A', { evidence } as Answer]]),
    });
    expect(mergeAssessments([part(linked), part({ ...linked })], model).value?.answers.get('GOV-2A')).toEqual({
      evidence: linked,
    });
    const { findings } = mergeAssessments([part(linked), part({ ...linked, link: 'https://other' })], model);
    expect(findings).toMatchObject([
      {
        code: 'conflicting-answers',
        facts: { found: 'Policy 4.2 (https://other)', other: `Policy 4.2 (${linked.link})` },
      },
    ]);
  });

  test('has a column for the address in the table of answers', () => {
    const source = { sha256: 'x'.repeat(64), states: {}, answers: Object.fromEntries(assessment.answers) };
    expect(rowsOf(source as unknown as Parameters<typeof rowsOf>[0], 'answer')).toMatchObject([
      { objective: 'GOV-2A', evidence: 'Policy 4.2', evidence_link: linked.link },
    ]);
  });
});
