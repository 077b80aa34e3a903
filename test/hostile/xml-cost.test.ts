/** What reading XML costs where a part is full of what nobody looks at. */
import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { FileFault } from '../../src/xlsx/fault.js';
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

describe('what is passed over', () => {
  /** Steps of passing over elements inside the first one, up to the second. */
  const passing = (inside: string): number =>
    metered(() => {
      const xml = new XmlReader(strToU8(`<a><b>${inside}</b><d/></a>`), 'a.xml');
      xml.nextChild(ROOT);
      const root = xml.inside;
      xml.nextChild(root);
      expect(xml.nextChild(root, 'd')).toBe(true);
    }).steps;

  test.each([
    '<c>e</c>',
    '<c/>',
    '<p:c></p:c >',
    '<c><f/></c>',
    '<a></a>',
    '<?c?>',
    '<!--c-->',
    '<c>eeeeeeeeeeeeeeeeeeeeeeee</c>',
  ])('costs nothing but its bytes, however many elements it has: %s', (element) => {
    expect(passing(element.repeat(1_000))).toBe(passing(element));
  });

  test.each([
    ['closed by another name', '<c></e>'],
    ['closed by a longer name', '<c></cc>'],
    ['closed by a shorter name', '<cc></c>'],
    ['closed by another prefix', '<p:c></q:c>'],
    ['closed in the wrong order', '<c><e></c></e>'],
    ['never closed', '<c>'],
    ['without a name', '<>'],
    ['with nothing but a prefix', '<p:/>'],
    ['with a tag in a tag', '<c <e/>'],
    ['with half an attribute', '<c e/>'],
    ['with an attribute without quotes', '<c e=f/>'],
    ['with a slash in its tag', '<c/e>'],
    ['with a document type', '<!DOCTYPE c>'],
    ['nested without end', '<c>'.repeat(100)],
  ])('has to be XML, too: an element %s', (_, inside) => {
    expect(() => passing(inside)).toThrow(FileFault);
  });
});
