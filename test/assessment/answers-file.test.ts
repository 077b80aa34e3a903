/** ANSWERS.json as people write it: what is wrong is named by its path, and nothing is read in part. */
import { expect, test, vi } from 'vitest';
import { parseAnswers } from '../../src/assessment/answers-file.js';
import { tinyModel } from '../tiny-model.js';
import { inEnglish } from '../told.js';

const model = tinyModel({ GOV: [{ level: 2 }], IAM: [{ level: 2 }] });
const head = { schemaVersion: 1, model: { id: 'tiny', version: '1.0' } };

test.each<[string, string, object]>([
  ['no JSON at all', '{ "schemaVersion": 1,', { code: 'invalid-json' }],
  [
    'an answer that is none',
    JSON.stringify({ ...head, answers: { 'GOV-2A': { answer: 'yes' } } }),
    { code: 'invalid-answers', path: 'answers.GOV-2A.answer' },
  ],
  [
    'a day that does not exist',
    JSON.stringify({ ...head, answers: { 'GOV-2A': { due: '2026-02-30' } } }),
    { code: 'invalid-answers', path: 'answers.GOV-2A.due' },
  ],
  [
    'a text longer than a cell holds',
    JSON.stringify({ ...head, answers: { 'GOV-2A': { notes: 'x'.repeat(32_768) } } }),
    {
      path: 'answers.GOV-2A.notes',
      detail: 'the text must not be longer than 32767 characters, which is the limit of a cell. Shorten the text',
    },
  ],
  [
    'more emoji than a cell holds, each of two units',
    JSON.stringify({ ...head, answers: { 'GOV-2A': { notes: '😀'.repeat(16_384) } } }),
    {
      path: 'answers.GOV-2A.notes',
      detail: 'the text must not be longer than 32767 characters, which is the limit of a cell. Shorten the text',
    },
  ],
  [
    'half of a character',
    JSON.stringify({ ...head, answers: { 'GOV-2A': { notes: 'a\ud83d' } } }),
    { code: 'invalid-answers', path: 'answers.GOV-2A.notes' },
  ],
  [
    'a key twice, however it is written',
    '{ "schemaVersion": 1,\n "model": { "id": "tiny", "version": "1.0" },\n "answers": { "GOV-2A": { "answer": "met",\r\n  "\\u0061nswer" : "not-met" } } }',
    { code: 'repeated-key', line: 4, column: 3, found: 'answer', detail: '3' },
  ],
  [
    'an objective that is not in the model',
    JSON.stringify({ ...head, answers: { 'GOV-2AA': { answer: 'met' } } }),
    { code: 'unknown-objective', found: 'GOV-2AA', suggestion: 'GOV-2A' },
  ],
  [
    'an objective that has the name of something inside JavaScript',
    JSON.stringify(head).replace(/}$/, ',"answers":{"__proto__":{"answer":"met"}}}'),
    { code: 'unknown-objective', found: '__proto__' },
  ],
  [
    'a category that is not in the model',
    JSON.stringify({ ...head, targets: { GOVV: 3 } }),
    { code: 'unknown-category', found: 'GOVV', suggestion: 'GOV' },
  ],
])('%s', (_, text, finding) => {
  const { value, diagnostics } = inEnglish(parseAnswers(text, model));
  expect(value).toBeUndefined();
  expect(diagnostics).toMatchObject([finding]);
});

test('how many remarks there may be is not how long a text may be', () => {
  const { diagnostics } = inEnglish(parseAnswers(JSON.stringify({ ...head, feedback: 'x'.repeat(50) }), model));
  expect(diagnostics.map(({ detail }) => detail)).toEqual([
    `aismm found the text “${'x'.repeat(50)}” instead of a list. Correct the value`,
  ]);
});

const rowsOf = (count: number): object =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`X${n}`, { answer: 1, evidence: 2 }]));

test.each<[string, string]>([
  ['rows', JSON.stringify({ ...head, answers: rowsOf(20_000) })],
  ['options', JSON.stringify({ ...head, selection: Array.from({ length: 60_000 }, () => 'x') })],
  ['conflicts', JSON.stringify({ ...head, conflicts: Array.from({ length: 500_001 }, () => 1) })],
])('more %s than any file of answers has are refused before each of them is looked at', (_, text) => {
  const { value, findings } = parseAnswers(text, model);
  expect(value).toBeUndefined();
  expect(findings).toMatchObject([{ code: 'hostile-file', facts: { fault: 'too-many-values' } }]);
});

test('lists in each other without end are refused before anything is made of them', () => {
  const deep = `{"schemaVersion":1,"answers":${'['.repeat(60_000)}${']'.repeat(60_000)}}`;
  const parse = vi.spyOn(JSON, 'parse');
  const { findings } = parseAnswers(deep, model);
  expect(findings).toMatchObject([{ code: 'hostile-file', facts: { fault: 'too-many-levels' } }]);
  expect(parse).not.toHaveBeenCalled();
  parse.mockRestore();
});

test('as many emoji as a cell holds are taken', () => {
  const notes = `${'😀'.repeat(16_383)}x`;
  const { value } = parseAnswers(JSON.stringify({ ...head, answers: { 'GOV-2A': { notes } } }), model);
  expect(value?.answers.get('GOV-2A')?.notes).toBe(notes);
});
