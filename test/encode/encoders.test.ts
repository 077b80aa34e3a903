/** One encoder for each kind of output, and one list of nasty texts for all of them. */
import { parse } from 'parse5';
import { describe, expect, it, test } from 'vitest';
import { markdownCell, markdownCode, modelMarkdown, plainMarkdown } from '../../src/document/markdown.js';
import { renderHtmlPage } from '../../src/document/html.js';
import { visible, visibleLines } from '../../src/document/visible.js';
import { csvLine } from '../../src/formats/csv.js';
import { decodeCellText, encodeCellText, escapeXml } from '../../src/xlsx/text.js';
import { elements, textOf } from '../document/read-html.js';
import { NASTY } from './nasty.js';

const texts = Object.entries(NASTY);

describe('CSV', () => {
  it.each(texts)(
    'a text in CSV output is never read as a formula, whichever separator a spreadsheet uses: %s',
    (_, text) => {
      for (const separator of [',', ';', '\t', '|'])
        for (const cell of asSpreadsheet(csvLine(['a', text, 'b']), separator))
          expect(cell).not.toMatch(/^[ \u00a0]*[=+\-@＝＋－＠]/);
    },
  );

  it.each(texts)('%s has no control character', (_, text) => {
    expect(csvLine([text]).slice(0, -2)).not.toMatch(/(?![\t\r\n])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u);
  });

  it.each(texts)('%s does not turn the direction of reading', (_, text) => {
    expect(csvLine([text])).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u);
  });

  test('what turned it leaves a mark', () => {
    expect(csvLine(['a\u202egpj.exe', '\u2066x\u2069', 'می‌خواهم'])).toBe('a�gpj.exe,�x�,می‌خواهم\r\n');
  });

  test('a text is read back, but for the apostrophe; numbers stay numbers', () => {
    expect(csvLine(['-1', ' =1', "'x", "a - b (c): 1.5/2 it's", '', ' a', 'a -', '+a', '@a', 'ä'])).toBe(
      `'-1,' =1,'x,a - b (c): 1.5/2 it's,, a,a -,'+a,'@a,ä\r\n`,
    );
    const values = ['=1+1', '\tx', '\rx', 'a,b', 'say "x"', 'plain', '- one\n- two', 'a-b; c', -1.5, null];
    expect(csvLine(values)).toBe(`'=1+1,"'\tx","'\rx","a,b","say ""x""",plain,"'- one\n'- two","a-b; c",-1.5,\r\n`);
  });
});

test('each text that begins a formula behind a separator gets an apostrophe, also in ASCII alone', () => {
  for (const sign of '=+-@')
    for (const before of ['', ' ', 'a;', 'a,', 'a; ', 'a|', 'a| ', 'a\t'])
      expect(csvLine([`${before}${sign}1`])).toContain(`'${before.replace(/^a[;,|\t]/, '')}${sign}1`);
});

describe('a terminal', () => {
  it.each(texts)('control characters and format characters are replaced in terminal output: %s', (_, text) => {
    expect(visible(text)).not.toMatch(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/u);
  });

  test('what is removed leaves a mark; what is written with joiners stays', () => {
    expect(visible('\u001b]0;x\u0007 a\nb\u007f\u009b2J \u202egpj.exe')).toBe('␛]0;x␇ a␊b␡�2J �gpj.exe');
    expect(visible('Straße — 日本 👩‍🚒 می‌خواهم')).toBe('Straße — 日本 👩‍🚒 می‌خواهم');
    expect(visibleLines('a\u001b\nb')).toBe('a␛\nb');
  });
});

describe('Markdown', () => {
  /** What Markdown takes for a sign; one behind a backslash is none. */
  const SIGN = /[`*_[\]<>&|~#!$@]|:(?=\S)|www\.|^\s*[-+=]|^\s*\d+[.)]/iu;
  it.each(texts)('untrusted text in Markdown remains plain text on a single line: %s', (_, text) => {
    const written = plainMarkdown(text);
    expect(written.replace(/\\[!-/:-@[-`{-~]/g, 'x')).not.toMatch(SIGN);
    expect(written).not.toMatch(/[\r\n]/);
    expect(written.replace(/\\([!-/:-@[-`{-~])/g, '$1')).toBe(visible(text));
  });

  /** What a reader sees of a piece of Markdown, in a paragraph of its own, an item, a heading, a cell and a link. */
  const PLACES: readonly (readonly [string, (text: string) => string])[] = [
    ['p', (text) => text],
    ['li', (text) => `- ${text}`],
    ['h3', (text) => `### ${text}`],
    ['td', (text) => `| a |\n| --- |\n| ${text} |`],
    ['a', (text) => `[${text}](#a)`],
  ];
  it.each(texts)('%s of a model is nothing but a text on one line, wherever it is', (_, text) => {
    const seen = visible(text.replace(/\s+/g, ' ').trim());
    for (const encode of [modelMarkdown, markdownCode])
      for (const [place, around] of PLACES) {
        const page = parse(renderHtmlPage(around(encode(text)), { language: 'en' }, () => '{{{body}}}'));
        const found = elements(page).filter(({ tagName }) => tagName === place);
        expect(found.map(textOf), `${place}: ${encode(text)}`).toContain(seen);
        const others = elements(page).map(({ tagName }) => tagName);
        expect(
          others.filter((tag) => !/^(html|head|body|p|ul|li|h3|section|table|thead|tbody|tr|th|td|a|code)$/.test(tag)),
        ).toEqual([]);
      }
  });

  test('a sentence of a model reads well as it is', () => {
    const said = 'Identity & Access (A&A-01): “95%” – 2.5 or more, e.g. "x" - and so on!';
    expect(modelMarkdown(said)).toBe(said);
    expect(markdownCode('A&A-01')).toBe('`A&A-01`');
  });

  it.each(texts)('%s of the model ends no cell of a table', (_, text) => {
    expect(markdownCell(text).replaceAll(/\\[\\|]/g, '')).not.toMatch(/[|\n]/);
  });

  test('a sentence is left as it is', () => {
    expect(plainMarkdown('Completeness: median 97%, “Straße” – 2.5 (all)')).toBe(
      'Completeness: median 97%, “Straße” – 2.5 (all)',
    );
  });
});

describe('XML', () => {
  it.each(texts)('encoded cell text is well-formed XML, and decoding restores the original text: %s', (_, text) => {
    const xml = escapeXml(encodeCellText(text));
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}|<|>|&(?!(amp|lt|gt|quot);)/u);
    const plain = xml
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&');
    expect(decodeCellText(plain)).toBe(text);
  });

  it.each(texts)('%s is well-formed where nothing gives it back', (_, text) => {
    expect(escapeXml(text)).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u);
  });
});

/** The cells of a line as a spreadsheet cuts it: a quote counts at the beginning of a cell alone. */
function asSpreadsheet(line: string, separator: string): string[] {
  const cells: string[] = [];
  for (let at = 0; at < line.length;) {
    let cell = '';
    if (line[at] === '"') {
      for (at += 1; at < line.length && (line[at] !== '"' || line[at + 1] === '"'); at += line[at] === '"' ? 2 : 1)
        cell += line.charAt(at);
      at += 1;
    }
    for (; at < line.length && !`${separator}\r\n`.includes(line.charAt(at)); at += 1) cell += line.charAt(at);
    cells.push(cell);
    at += 1;
  }
  return cells;
}
