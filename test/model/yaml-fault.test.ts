/** A text that is no YAML: the line, the column, what is there and what to do, in our words for the mistakes that people make. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parseYaml } from '../../src/model/yaml.js';
import { inEnglish } from '../told.js';

const said = (text: string): (readonly [number | undefined, number | undefined, string])[] =>
  inEnglish(parseYaml(text, 'a.yaml', z.unknown())).diagnostics.map(({ line, column, message }) => [
    line,
    column,
    message.replace('The file is not valid YAML. ', ''),
  ]);

const TAB = 'The indentation of this line contains a tab. Replace the tab with spaces.';
const indented = (by: string): string =>
  `This line is indented by ${by}, which does not match the lines before it. Use the same indentation as for the other keys or list items at this level.`;
const noColon = (found: string): string =>
  `aismm found “${found}” instead of a key with a colon and a space, such as “title: Governance”. Add the colon and the space. If the line belongs to the text before it, indent the line instead.`;
const openText = (name: string, sign: string): string =>
  `The text that begins here has no closing quote. Add the missing ${name} quote (${sign}) at the end of the text.`;
const start = (sign: string): string => `A text without quotes cannot begin with “${sign}”. Put the text in quotes.`;
const openBracket = (sign: string): string =>
  `The closing bracket “${sign}” is missing before this position. Add the bracket, or indent this line.`;

describe('the message says the place, what is there and what to do', () => {
  test.each<[string, string, number, number, string]>([
    ['a tab', 'a:\n\tb: 1\n', 2, 1, TAB],
    ['a tab before a list item', 'a:\n  - x\n\t- y\n', 3, 1, TAB],
    ['a tab in a text of several lines', 'a: |\n\tx\n', 2, 1, TAB],
    ['too few spaces', 'a:\n    b: 1\n  c: 2\n', 3, 1, indented('2 spaces')],
    ['too many spaces', 'a: 1\n  b: 2\n', 2, 1, indented('2 spaces')],
    ['too many spaces in a list', 'a:\n  - id: x\n     title: y\n', 3, 1, indented('5 spaces')],
    ['too few spaces in a list', 'a:\n  - id: x\n   title: y\n', 3, 1, indented('3 spaces')],
    ['a list item with other spaces', 'a:\n  - x\n - y\n', 3, 1, indented('1 space')],
    ['no colon', 'id: GOV\ntitle Governance\nscope: x\n', 2, 1, noColon('title Governance')],
    ['no colon on the last line', 'id: GOV\r\ntitle Governance\r\n', 2, 1, noColon('title Governance')],
    ['no space after a colon', 'title: x\nid:GOV\n', 2, 1, noColon('id:GOV')],
    ['a text that goes on without spaces', 'a: This is\na text\nb: 1\n', 2, 1, noColon('a text')],
    [
      'a key twice',
      'a: 1\nb: 2\na: 3\n',
      3,
      1,
      'The key “a” occurs twice in the same object. Delete or rename one of the two keys. If the second key begins a new list item, write “- ” before it instead.',
    ],
    ['a text without its second double quote', 'a: "text\nb: 2\n', 1, 4, openText('double', '"')],
    ['a text without its second single quote', "x: 'y'\na: 'text\nb: 2\n", 2, 4, openText('single', "'")],
    [
      'a double quote inside a text',
      'a: "the "best" one"\n',
      1,
      10,
      'aismm found “best" one"” after the closing quote of a text. Delete these characters, or write a double quote inside the text as a backslash and a double quote (\\").',
    ],
    [
      'a single quote inside a text',
      "a: 'it's'\n",
      1,
      8,
      "aismm found “s'” after the closing quote of a text. Delete these characters, or write a single quote inside the text as two single quotes ('').",
    ],
    [
      'a colon in a text',
      'a: first: second\nb: 1\n',
      1,
      4,
      'The text “first: second” contains a colon. Put the text in quotes.',
    ],
    ['a sign that begins no text', 'a: @x\n', 1, 4, start('@')],
    ['a percent sign', 'a: %x\n', 1, 4, start('%')],
    ['an asterisk', 'a: 1\nb: *x\n', 2, 4, start('*')],
    ['a list without its second bracket', 'a: [x, y\nb: 2\n', 2, 1, openBracket(']')],
    ['an object without its second bracket', 'a: {x: 1\nb: 2\n', 2, 1, openBracket('}')],
    [
      'a list beside its key',
      'a: - x\n',
      1,
      4,
      'The text begins with “- ”. Put the text in quotes, or begin the list on a new line.',
    ],
    [
      'a backslash',
      'a: "C:\\dir"\n',
      1,
      7,
      'The text contains “\\d”, which is not valid in double quotes. Write a backslash as two backslashes (\\\\).',
    ],
    ['two documents', 'a: 1\n---\nb: 2\n', 2, 1, 'A second YAML document begins here. Delete the line “---”.'],
    [
      'anything else',
      'a: [x, , y]\n',
      1,
      8,
      'Correct the syntax at this position. Detail: Unexpected , in flow sequence.',
    ],
  ])('%s', (_, text, line, column, message) => {
    expect(said(text)).toEqual([[line, column, message]]);
  });

  test('aliases that stand for too much', () => {
    const levels = Array.from({ length: 9 }, (_, n) => `l${n + 1}: &l${n + 1} [${Array(9).fill(`*l${n}`).join(', ')}]`);
    expect(said(['l0: &l0 [x]', ...levels].join('\n'))).toEqual([
      [1, 1, 'The aliases in the file represent too many values. Replace the aliases with their values.'],
    ]);
  });
});
