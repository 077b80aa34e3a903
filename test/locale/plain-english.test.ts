/** What people read is plain English: no words that a dictionary or a machine translation misreads, and short sentences in messages. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { DIAGNOSTIC_CODES } from '../../src/diagnostic/catalogue.js';
import type { Fault } from '../../src/diagnostic/file-faults.js';
import { EXPLANATIONS } from '../../src/locale/en/explanations.js';
import { fileFault } from '../../src/locale/en/file-faults.js';
import type { Told } from '../../src/locale/message.js';
import { PLAIN, violationsIn } from './plain-words.js';
import { messagesIn } from '../../src/locale/messages.js';
import { objectivesOf } from '../../src/model/model.js';
import { sentencesOf, wordsOf } from '../../src/model/rules/prose.js';
import { textsOf } from '../../src/model/texts.js';
import { usual } from '../installed.js';

const ROOT = new URL('../../', import.meta.url).pathname;
const filesIn = (folder: string, ending: RegExp): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => `${folder}/${name}`)
    .sort();

/** Texts of a source file: its literals, without keys, imports and the comments. */
function literalsOf(path: string): string {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      texts.push(node.text);
    node.forEachChild((child) => {
      if (!(ts.isPropertyAssignment(node) && child === node.name)) visit(child);
    });
  };
  visit(ts.createSourceFile(path, readFileSync(join(ROOT, path), 'utf8'), ts.ScriptTarget.Latest, true));
  return texts.join('\n');
}

/** Prose of a page: without code, links, quotations and what a template computes. */
const proseOf = (path: string): string =>
  readFileSync(join(ROOT, path), 'utf8')
    .replace(/^```[\s\S]*?^```$/gm, '')
    .replace(/`[^`]*`/g, '…')
    .replace(/“[^”]*”/g, '…')
    .replace(/\{\{[^}]*\}\}/g, '…')
    .replace(/<[^>]*>/g, '…')
    .replace(/\]\([^)]*\)/g, ']');

/** What people write, not what we say. */
const SAID_BY_OTHERS = ['src/locale/en/said.ts', 'src/locale/en/earlier.ts'];

const texts: readonly (readonly [string, () => string])[] = [
  ...filesIn('src/locale/en', /\.ts$/)
    .filter((path) => !SAID_BY_OTHERS.includes(path))
    .map((path) => [path, () => literalsOf(path)] as const),
  ...['src/cli', 'src/model/rules']
    .flatMap((folder) => filesIn(folder, /\.ts$/))
    .map((path) => [path, () => literalsOf(path)] as const),
  ...filesIn('templates', /\.hbs$/).map((path) => [path, () => proseOf(path)] as const),
  ...['README.md', 'model/README.md', 'model/aismm/1.1/model.yaml', ...filesIn('docs', /^[^/]+\.md$/)].map(
    (path) => [path, () => proseOf(path)] as const,
  ),
];

test.each(texts)('%s has no word that has a plainer one', (path, text) => {
  expect(violationsIn(text(), path)).toEqual([]);
});

test('every word of the list is found, and what replaces it is not', () => {
  for (const { example, use } of PLAIN) {
    expect(violationsIn(example), example).not.toEqual([]);
    expect(violationsIn(use), use).toEqual([]);
  }
});

const MOST_WORDS = 20;
/** Sentences with more words; what is quoted is one word, since it is not ours. */
const longIn = (text: string): string[] =>
  text
    .replace(/“[^”]*”/g, 'quoted')
    .replace(/\((?:installed: )?[^)]*\)/g, '')
    .split(/(?<=[.?!])\s+/)
    .filter((sentence) => sentence.split(/\s+/).filter((word) => /\w/.test(word)).length > MOST_WORDS);

/** Facts of all kinds; some sentences depend on the detail. */
const FACTS: readonly Told[] = [undefined, 'option', 'answers', 'older', 'newer', 'GOV'].flatMap((detail) =>
  [undefined, 'better'].flatMap((suggestion) =>
    [[], ['one']].map((expected) => ({
      found: 'GOV',
      expected,
      ...(detail === undefined ? {} : { detail }),
      ...(suggestion === undefined ? {} : { suggestion }),
    })),
  ),
);

describe(`at most ${MOST_WORDS} words in a sentence`, () => {
  test.each(DIAGNOSTIC_CODES)('%s', (code) => {
    const { message } = messagesIn()[code];
    const { meaning, remedy } = EXPLANATIONS[code];
    expect(longIn(`${meaning} ${remedy}`)).toEqual([]);
    expect(FACTS.flatMap((told) => longIn(message(told)))).toEqual([]);
  });

  test('how a file is damaged', () => {
    const { message } = messagesIn()['damaged-file'];
    const faults = [...readFileSync(join(ROOT, 'src/diagnostic/file-faults.ts'), 'utf8').matchAll(/^ {2}\| '(.+)'/gm)];
    expect(faults.length).toBeGreaterThan(30);
    for (const [, fault] of faults) {
      const detail = fileFault({ fault: fault as Fault, part: 'x.xml', piece: 'x', count: 2, most: 1 }); // from the list itself
      expect(longIn(message({ detail }))).toEqual([]);
    }
  });

  test('a longer one is found', () => {
    expect(longIn(`Short. ${'word '.repeat(MOST_WORDS)}more.`)).toHaveLength(1);
  });
});

describe('the objectives of the edition in use', () => {
  const { model } = usual();

  test('no sentence of a statement has more than 30 words', () => {
    const long = objectivesOf(model).flatMap(({ id, text }) =>
      sentencesOf(text).flatMap((sentence) => (wordsOf(sentence).length > 30 ? [`${id}: ${sentence}`] : [])),
    );
    expect(long).toEqual([]);
  });

  test('items are sampled or chosen, not drawn, and the glossary says what a sample is', () => {
    const drawn = PLAIN.filter(({ example }) => example === 'Draw a sample.').map(({ word }) => word);
    expect(drawn).toHaveLength(1);
    const found = [...textsOf(model)].flatMap(([address, text]) =>
      drawn.some((word) => word.test(text)) ? [`${address}: ${text}`] : [],
    );
    expect(found).toEqual([]);
    const { definition = '' } = model.glossary.find(({ term }) => term === 'Sample') ?? {};
    expect(definition).toMatch(/at random.* sampled /);
    expect(objectivesOf(model).filter(({ text }) => /\bsampled\b/.test(text)).length).toBeGreaterThan(10);
  });
});
