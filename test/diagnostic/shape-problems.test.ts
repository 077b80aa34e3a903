/** What a schema objects to is told in sentences of ours: what was found, what was expected, what to do. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { answersSchema, parseAnswers } from '../../src/assessment/answers-file.js';
import { find } from '../../src/diagnostic/finding.js';
import { shapeFaults } from '../../src/diagnostic/shape-problems.js';
import { manifestSchema, parseManifest } from '../../src/formats/manifest.js';
import { parseYaml } from '../../src/model/yaml.js';
import { categoryFileSchema, frameworkFileSchema, modelFileSchema } from '../../src/model/schema.js';
import { inEnglish } from '../told.js';
import { tinyModel } from '../tiny-model.js';

const model = tinyModel({ GOV: [{ level: 2 }] });
const head = { schemaVersion: 1, model: { id: 'tiny', version: '1.0' } };

describe('of an answers file', () => {
  test.each<[object, string, string]>([
    [
      { targets: { GOV: 9 } },
      'targets.GOV',
      'The number 9 is too large. The largest valid number is 5. Correct the number.',
    ],
    [
      { targets: { GOV: 2.5 } },
      'targets.GOV',
      'aismm found the number 2.5 instead of a whole number. Correct the value.',
    ],
    [{ targets: { GOV: '3' } }, 'targets.GOV', 'aismm found the text “3” instead of a number. Correct the value.'],
    [{ model: undefined }, 'model', 'The required field “model” is missing. Add the field.'],
    [{ schemaVersion: 2 }, 'schemaVersion', 'aismm found the number 2 instead of 1. Correct the value.'],
    [{ organization: [] }, 'organization', 'aismm found a list instead of an object. Correct the value.'],
    [
      { answers: { 'GOV-2A': { answer: 'yes' } } },
      'answers.GOV-2A.answer',
      'aismm found the text “yes” instead of “met”, “partly”, “not-met”, “not-applicable” or blank text. Correct the value.',
    ],
    [
      { answers: { 'GOV-2A': { answer: 'meet' } } },
      'answers.GOV-2A.answer',
      'aismm found the text “meet” instead of “met”, “partly”, “not-met”, “not-applicable” or blank text. Did you mean “met”? Correct the value.',
    ],
    [
      { answers: { 'GOV-2A': { evidnce: 'x' } } },
      'answers.GOV-2A.evidnce',
      'The field “evidnce” is unknown. Did you mean “evidence”? Correct the name, or delete the field.',
    ],
    [
      { answers: { 'GOV-2A': { evidence: { text: 'x', link: 'https://x', url: '' } } } },
      'answers.GOV-2A.evidence.url',
      'The field “url” is unknown. Delete the field, or use one of these fields: text, link.',
    ],
    [
      { answers: { 'GOV-2A': { evidence: null } } },
      'answers.GOV-2A.evidence',
      'aismm found the value null instead of text or an object. Correct the value.',
    ],
    [
      { answers: { 'GOV-2A': { evidence: { text: '', link: 'https://x' } } } },
      'answers.GOV-2A.evidence.text',
      'The text is blank. Enter some text.',
    ],
    [
      { feedback: Array(21).fill({}) },
      'feedback',
      'The list has 21 items, but the limit is 20. Delete the extra items.',
    ],
    [
      { comments: { 'answers.GOV-2A.answr': 'x' } },
      'comments.answers.GOV-2A.answr',
      'The field “answers.GOV-2A.answr” is unknown. Did you mean “answers.GOV-2A.answer”? Correct the name, or delete the field.',
    ],
  ])('%j', (change, path, sentence) => {
    const { value, diagnostics } = inEnglish(parseAnswers(JSON.stringify({ ...head, ...change }), model));
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'invalid-answers', path, message: sentence }]);
  });

  test('each unknown field is told', () => {
    const { findings } = parseAnswers(JSON.stringify({ ...head, one: 1, two: 2 }), model);
    expect(findings.map(({ path }) => path)).toEqual(['one', 'two']);
  });
});

test.each<[string, string]>([
  ['12', 'aismm found the number 12 instead of an object'],
  [
    'id: Tiny',
    'id: aismm found the text “Tiny” instead of lowercase letters, digits and hyphens, such as self-hosted.',
  ],
  ['edition: 5', 'edition: aismm found the number 5 instead of text. Correct the value.'],
  ['controls: []', 'controls: the list is empty, but needs at least 1 item. Add the missing item.'],
  ['contrls: []', 'The field “contrls” is unknown. Did you mean “controls”?'],
])('of a file of a model: %s', (text, sentence) => {
  const { diagnostics } = inEnglish(parseYaml(text, 'x.yaml', frameworkFileSchema));
  expect(
    diagnostics
      .map(({ message }) => message)
      .join('\n')
      .toLowerCase(),
  ).toContain(sentence.toLowerCase());
});

test('of a manifest', () => {
  const { diagnostics } = inEnglish(parseManifest('{"schemaVersion":1,"list":5,"issued":[]}'));
  expect(diagnostics).toMatchObject([
    { message: expect.stringContaining('list: aismm found the number 5 instead of text.') as string },
  ]);
});

/** How the library speaks. */
const FOREIGN = /Invalid|expected|received|Too (big|small)|[<>]=|undefined|NaN|\[object/;
const VALUES = [null, true, 0, -1, 1e9, 1.5, '', 'x', 'X Y', [], [[]], {}, { a: 1 }, [1, 1, 1, 1, 1], Infinity];

/** Values of a schema’s own names, wrong at any depth. */
const wrong = (names: readonly string[]): fc.Arbitrary<unknown> =>
  fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom(...VALUES),
      fc.array(tie('any'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...names), tie('any'), { maxKeys: 6 }),
    ),
  })).any;

const NAMES =
  'answers GOV-2A answer evidence text link targets GOV selection conflicts claims value from file path levels n id objectives kpi threshold mode mappings evidence brand logo issued token edition part quick released deployments conditions'.split(
    ' ',
  );

test.each<[string, z.ZodType]>([
  ['answers', answersSchema(model)],
  ['model.yaml', modelFileSchema],
  ['a category', categoryFileSchema],
  ['a framework', frameworkFileSchema],
  ['a manifest', manifestSchema],
  [
    'kinds that no schema has yet',
    z.record(z.string().regex(/^a/), z.number().multipleOf(2).or(z.map(z.string(), z.nan()))),
  ],
])('nothing that a schema of %s objects to is told in the words of the library', (_, schema) => {
  fc.assert(
    fc.property(wrong(NAMES), (value) => {
      const { error } = schema.safeParse(value, { reportInput: true });
      const faults = shapeFaults(error?.issues ?? [], schema);
      expect(faults.length > 0).toBe(error !== undefined);
      const findings = faults.map(({ problem }) => find('invalid-answers', {}, { problem }));
      for (const { message } of inEnglish({ findings }).diagnostics) expect(message).not.toMatch(FOREIGN);
    }),
  );
});
