/** What reading XML costs where a part is full of what nobody looks at. */
import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { ROOT, XmlReader } from '../../src/xlsx/xml.js';
import { metered } from './meter.js';

test('a comment full of marks that end tags is passed over without a search for each of them', () => {
  const bytes = strToU8(`<a><!--${'>'.repeat(10_000)}--><b/></a>`);
  let searches = 0;
  bytes.indexOf = (...given) => {
    searches += 1;
    return Uint8Array.prototype.indexOf.apply(bytes, given);
  };
  const xml = new XmlReader(bytes, 'a.xml');
  expect(xml.nextChild(ROOT)).toBe(true);
  expect(xml.nextChild(xml.inside, 'b')).toBe(true);
  expect(searches).toBeLessThan(10);
});

test('declarations of namespaces in elements that are passed over are not taken in', () => {
  const stepsWith = (attribute: string): number => {
    const bytes = strToU8(`<a><b>${`<c ${attribute}="u"/>`.repeat(1_000)}</b><d/></a>`);
    return metered(() => {
      const xml = new XmlReader(bytes, 'a.xml');
      xml.nextChild(ROOT);
      const { inside } = xml;
      xml.nextChild(inside, 'b');
      xml.skip();
      expect(xml.nextChild(inside, 'd')).toBe(true);
    }).steps;
  };
  // Of each name it is asked whether it is a declaration; nothing else is done.
  expect(stepsWith('xmlns:x') - stepsWith('abcdefg')).toBeLessThan(7_000);
});

test('a text that declares a namespace does not copy all that are known around it', () => {
  const bytes = strToU8('<r xmlns:q="x"><q:t/><t>1</t></r>');
  const byPrefix = new Map(Array.from({ length: 1_000 }, (_, n) => [`n${n}`, `u${n}`] as const));
  const { steps } = metered(() => {
    const xml = new XmlReader(bytes, 'a.xml', 0, bytes.length, { own: '', byPrefix });
    expect(xml.nextChild(ROOT)).toBe(true);
    expect(xml.nextChild(xml.inside, 't')).toBe(true);
  });
  expect(steps).toBeLessThan(500);
});
