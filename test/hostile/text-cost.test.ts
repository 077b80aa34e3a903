/** What a text of a file costs that is longer than anything takes: what is enough to see that, whatever its characters are written as. */
import { strToU8 } from 'fflate';
import { expect, test, vi } from 'vitest';
import { LIMITS } from '../../src/diagnostic/limits.js';
import { cutText, decodeCellText } from '../../src/xlsx/text.js';
import { ENOUGH } from '../../src/xlsx/text-builder.js';
import { ROOT, XmlReader } from '../../src/xlsx/xml.js';
import { metered } from './meter.js';

/** The text of an element that holds this. */
function contentOf(inside: string): string {
  const xml = new XmlReader(strToU8(`<a>${inside}</a>`), 'a.xml');
  xml.nextChild(ROOT);
  return xml.content();
}

const inCell = (inside: string): string => cutText(decodeCellText(contentOf(inside)));

const LONG = 2_000_000;

test.each([
  ['as it is', 'x'],
  ['as numbers', '&#120;'],
  ['by names', '&lt;'],
  ['beyond ASCII', 'é'],
  ['as half of a pair each', '😀'],
  ['in the way of cells', '_x0041_'],
  ['on lines of their own', '\r\n'],
  ['in sections', '<![CDATA[x]]>'],
  ['apart from each other', 'x<b/>'],
])('characters by the million, written %s, are read as far as is enough', (_, piece) => {
  const inside = `x${piece.repeat(LONG / piece.length)}`;
  const { value, steps } = metered(() => contentOf(inside));
  expect(value.length).toBeGreaterThan(LIMITS.text);
  expect(value.length).toBeLessThan(1.1 * ENOUGH);
  expect(inCell(inside)).toHaveLength(LIMITS.text + 1);
  // A character is looked at where it is decoded, and where it is seen whether there is something to be replaced.
  expect(steps).toBeLessThan(10 * ENOUGH);
});

test.each([
  ['spaces', ' '],
  ['spaces as numbers', '&#32;'],
  ['spaces in the way of cells', '_x0020_'],
  ['line ends', '\n'],
  ['spaces beyond ASCII', '\u3000'],
  ['spaces in sections', '<![CDATA[ ]]>'],
])('%s by the million do not hide what stands behind them', (_, piece) => {
  const text = inCell(`${piece.repeat(LONG / piece.length)}Met`);
  expect(text.trim()).toBe('Met');
  expect(text).toHaveLength(LIMITS.text + 1);
});

test('a text is cut between two characters, and never within one', () => {
  for (const piece of ['é', '中', '😀', '&#233;', '&#x1F600;'])
    for (const before of ['', 'a', 'ab', 'abc'])
      expect(contentOf(before + piece.repeat(LONG / piece.length))).not.toContain('\ufffd');
});

test('entities stand for their characters, wherever they are', () => {
  const all = '&lt;&gt;&amp;&quot;&apos;&#65;&#x42;&#X43;&#xe9;&#233;&#x4E2D;&#x1f600;&#13;\r\n\r&#000000065;';
  expect(contentOf(`${all} and ${all}`)).toBe(Array.from({ length: 2 }, () => '<>&"\'ABCéé中😀\r\n\nA').join(' and '));
});

test.each([
  '&',
  '&;',
  '&x;',
  '&#;',
  '&#x;',
  '&#xg;',
  '&#1x;',
  '&#-1;',
  '&#0;',
  '&#xD800;',
  '&#xFFFF;',
  '&lt',
  '&#1114112;',
  '&LT;',
  '&a&lt;',
])('%s stands for nothing, and the part is damaged', (entity) => {
  expect(() => contentOf(`a long text and ${entity}`)).toThrow(
    expect.objectContaining({ facts: expect.objectContaining({ fault: 'part-entity' }) as unknown }),
  );
  expect(() => contentOf(entity)).toThrow();
});

test('of sections by the million no more is decoded than is enough', () => {
  const decode = vi.spyOn(String, 'fromCharCode');
  contentOf('<![CDATA[xy]]>'.repeat(300_000));
  expect(decode.mock.calls.length).toBeLessThan(1.1 * ENOUGH);
  decode.mockRestore();
});
