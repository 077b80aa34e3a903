/** A text that is no JSON: the line, the column and what is there, on every platform alike. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonFault } from '../../src/diagnostic/json-fault.js';
import { parseJson } from '../../src/diagnostic/parse-json.js';
import { inEnglish } from '../told.js';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

test('a fault is found exactly where the platform finds one', () => {
  const broken = fc
    .tuple(fc.jsonValue({ maxDepth: 4 }), fc.nat(), fc.constantFrom('', ',', '"', '}', '\\', '\t', '1', 'e', '-', ' '))
    .map(([value, at, sign]) => {
      const text = JSON.stringify(value, null, 1);
      const place = at % text.length;
      return text.slice(0, place) + sign + text.slice(place + 1);
    });
  fc.assert(
    fc.property(broken, (text) => {
      expect(jsonFault(text) === undefined).toBe(isJson(text));
    }),
    { numRuns: 2_000 },
  );
});

describe('the message says the place, what is there and what to do', () => {
  test.each<[string, number, number, string]>([
    ['{"a": yes}', 1, 7, 'aismm found “yes” instead of a value. Write each key and each text in double quotes (").'],
    [
      '{\n  "a": 1,\n}',
      3,
      1,
      'aismm found “}” instead of a key in double quotes. Delete the comma before “}”, or add the missing key.',
    ],
    ['[1,\r\n]', 2, 1, 'aismm found “]” instead of a value. Delete the comma before “]”, or add the missing value.'],
    [
      '{"a": 1\n"b": 2}',
      2,
      1,
      'aismm found a double quote instead of a comma or “}”. Add the missing comma before a double quote.',
    ],
    ['{"a": [1}', 1, 9, 'aismm found “}” instead of a comma or “]”. Check the brackets before this position.'],
    ['{"a" 1}', 1, 6, 'aismm found “1” instead of a colon. Add a colon before “1”.'],
    [
      "{'a': 1}",
      1,
      2,
      'aismm found a single quote instead of a key in double quotes. Write each key and each text in double quotes (").',
    ],
    ['{"a": .5}', 1, 7, 'aismm found “.5” instead of a value. Write a number such as 5, -5 or 0.5.'],
    ['{"a":,}', 1, 6, 'aismm found “,” instead of a value. Delete the comma, or add the missing value.'],
    ['// x\n{}', 1, 1, 'aismm found “/” instead of a value. JSON does not allow comments. Delete the comment.'],
    [
      '{}\n}',
      2,
      1,
      'aismm found “}” instead of the end of the file. Delete everything after the end of the JSON object.',
    ],
    [
      '{"a": 1',
      1,
      8,
      'The file ends here, but aismm expected a comma or “}”. Add the missing part at the end of the file, or create the file again.',
    ],
    [
      '{"a": "b',
      1,
      7,
      'The text that begins here has no closing quote. Add the missing double quote (") at the end of the text.',
    ],
    [
      '{"a": "b\n"}',
      1,
      7,
      'The text that begins here contains a line break. Replace the line break with \\n, or add the missing double quote (").',
    ],
    ['{"a": "b\t"}', 1, 9, 'The text contains the control character U+0009. Delete the character.'],
    [
      '{"a": "C:\\data"}',
      1,
      10,
      'The text contains “\\d”, which is not valid in JSON. Write a backslash as two backslashes (\\\\).',
    ],
  ])('%j', (text, line, column, sentence) => {
    const { diagnostics } = inEnglish(parseJson(text, 100));
    expect(diagnostics).toMatchObject([
      { code: 'invalid-json', line, column, message: `The file is not valid JSON. ${sentence}` },
    ]);
  });
});
