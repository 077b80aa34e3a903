/** The quick way of reading cells and texts sees what the XML reader sees. */
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readGrid } from '../../src/xlsx/read.js';
import { writeWorkbook } from '../../src/workbook/write.js';
import { exampleOf } from '../assessments.js';
import { installed, TOOL } from '../installed.js';
import { seedOr } from '../seed.js';

const PACKAGE = {
  '_rels/.rels':
    '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  'xl/workbook.xml': '<workbook><sheets><sheet name="S" sheetId="1" r:id="s"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="s" Type="x/worksheet" Target="sheet.xml"/><Relationship Id="t" Type="x/sharedStrings" Target="strings.xml"/><Relationship Id="u" Type="x/styles" Target="styles.xml"/></Relationships>',
  'xl/styles.xml': '<styleSheet><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="9"/></cellXfs></styleSheet>',
};

const workbook = (cells: readonly string[], items: readonly string[]): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        ...PACKAGE,
        'xl/sheet.xml': `<worksheet><sheetData><row r="7">${cells.join('')}</row></sheetData></worksheet>`,
        'xl/strings.xml': `<sst>${items.join('')}</sst>`,
      }).map(([name, xml]) => [name, strToU8(xml)]),
    ),
  );

/** The same XML with a space that the quick way does not expect. */
const unusual = (xml: string): string => xml.replace(/<(c|si|t)(?=[ >])/g, '<$1 ');

const text = fc
  .string({ unit: 'binary', maxLength: 12 })
  .map((raw) => raw.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''))
  .map((raw) => raw.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/\n/g, '&#10;'));
const style = fc.constantFrom('', ' s="0"', ' s="1"', ' s="2"', ' s="77"');
const preserved = fc.constantFrom('', ' xml:space="preserve"');
const content = fc.oneof(
  fc.constant('/>'),
  fc.nat(2).map((n) => ` t="s"><v>${n}</v></c>`),
  fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })).map((n) => `><v>${n}</v></c>`),
  fc.tuple(preserved, text).map(([space, t]) => ` t="inlineStr"><is><t${space}>${t}</t></is></c>`),
  fc.tuple(text, text).map(([f, t]) => ` t="str"><f>${f}</f><v>${t}</v></c>`),
  text.map((f) => `><f>${f}</f></c>`),
  text.map((f) => `><f>${f}</f><v>3</v></c>`),
  fc.bigInt({ min: 0n, max: 10n ** 22n }).map((n) => `><v>${n}</v></c>`),
  fc.constantFrom(' t="b"><v>1</v></c>', ' t="e"><v>#REF!</v></c>', '><f t="shared" si="0"/><v>4</v></c>', '></c>'),
);
const cells = fc
  .array(fc.tuple(style, content), { maxLength: 12 })
  .map((list) => list.map(([s, rest], i) => `<c r="${String.fromCharCode(65 + i)}7"${s}${rest}`));
/** Fonts of runs as programs write them, and as they do not; one that strikes the text through. */
const font = fc.constantFrom(
  '',
  '<rPr><b/><sz val="9"/><rFont val="Arial"/></rPr>',
  '<rPr><sz val="9"/><rFont val="Arial"/><family val="2"/></rPr>',
  '<rPr></rPr>',
  '<rPr><strike/><sz val="9"/></rPr>',
  '<rPr><sz val="9"/><strike val="0"/></rPr>',
  '<rPr><sz val="9"></sz></rPr>',
  '<rPr><sz val="9"/> </rPr >',
  '<rPr><!-- </rPr> --><i/></rPr>',
  '<rPr><x:strike xmlns:x="y"/><i/></rPr>',
);
const run = fc
  .tuple(font, preserved, text)
  .map(([before, space, content]) => `<r>${before}<t${space}>${content}</t></r>`);
const items = fc.array(
  fc.oneof(
    fc.array(run, { minLength: 1, maxLength: 4 }).map((runs) => `<si>${runs.join('')}</si>`),
    fc.tuple(preserved, text).map(([space, t]) => `<si><t${space}>${t}</t></si>`),
    fc.tuple(text, text).map(([a, b]) => `<si><r><t>${a}</t></r><r><t>${b}</t></r></si>`),
    fc.constantFrom('<si/>', '<si><t/></si>', '<si><t></t></si>', '<si><t>a<!-- </t></si> -->b</t></si>'),
  ),
  { minLength: 3, maxLength: 3 },
);

test('any cells and texts: the same grid, written the usual way or not', () => {
  let seen = 0;
  fc.assert(
    fc.property(cells, items, (someCells, someItems) => {
      const usual = readGrid(workbook(someCells, someItems));
      expect(usual).toEqual(readGrid(workbook(someCells.map(unusual), someItems.map(unusual))));
      seen += usual.value?.sheets[0]?.rows[0]?.cells.length ?? 0;
    }),
    { numRuns: 2_000, seed: seedOr(20261124) },
  );
  expect(seen).toBeGreaterThan(5_000);
});

test('a whole workbook: every cell of every sheet', async () => {
  const { model } = installed();
  const assessment = exampleOf(model, { seed: 3, profile: 'typical' });
  const bytes = await writeWorkbook({ model, assessment, tool: TOOL });
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]): [string, Uint8Array] =>
    /sheet\d+\.xml$|sharedStrings/.test(name) ? [name, strToU8(unusual(strFromU8(part)))] : [name, part],
  );
  const usual = readGrid(bytes);
  expect(usual.findings).toEqual([]);
  expect(usual).toEqual(readGrid(zipSync(Object.fromEntries(parts))));
});

test.each([
  ['a font that is cut off', '<si><r><rPr><b/></r></si>'],
  ['a tag in the place of a run', '<si><rX<t>a</t></si>'],
  ['a font with a broken tag', '<si><r><rPr><b val=1/></rPr><t>a</t></r></si>'],
  ['a font whose end is another one’s', '<si><r><rPr><b></rPr></b><t>a</t></r></si>'],
])('%s is damage in either way', (_, item) => {
  for (const each of [item, unusual(item)]) {
    const { findings } = readGrid(workbook(['<c r="A7" t="s"><v>0</v></c>'], [each]));
    expect(findings.map(({ code }) => code)).toEqual(['damaged-file']);
  }
});

test('a text that is not in the file is an error in its cell, in either way', () => {
  const cell = '<c r="A7" t="s"><v>99</v></c>';
  for (const each of [cell, unusual(cell)]) {
    const { value, findings } = readGrid(workbook([each], []));
    expect([value?.sheets[0]?.rows[0]?.cells[0]?.value?.kind, findings]).toEqual(['error', []]);
  }
});

test.each([
  ['a column beyond the last', '<c r="XFE7" s="1"><v>1</v></c>'],
  ['a row beyond the last', '<c r="A1048577" s="1"><v>1</v></c>'],
])('%s is refused in either way', (_, cell) => {
  for (const each of [cell, unusual(cell)]) {
    const { value, findings } = readGrid(workbook([each], []));
    expect([value?.sheets, findings.map(({ code }) => code)]).toEqual([[], ['damaged-file']]);
  }
});
