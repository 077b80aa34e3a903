/** An element is known by its namespace and by what it stands in: whatever else is called the same changes nothing that is read. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { readGrid } from '../../src/xlsx/read.js';
import { writeWorkbook } from '../../src/workbook/write.js';
import { returnedModel as model, returnedWith } from '../returned.js';
import { TOOL } from '../installed.js';

/** Every element that the reader looks for, as it would do the most harm. */
const HARMFUL = [
  '<workbookPr date1904="1"/>',
  '<workbookPr date1904="0"/>',
  '<sheets><sheet name="Decoy" sheetId="99" r:id="rId1"/></sheets>',
  '<sheet name="Decoy" sheetId="99" r:id="rId1"/>',
  '<definedNames><definedName name="decoy">A1</definedName></definedNames>',
  '<definedName name="decoy">A1</definedName>',
  '<sheetData><row r="1"><c r="A1" t="str"><v>decoy</v></c></row></sheetData>',
  '<row r="2"><c r="A2" t="str"><v>decoy</v></c></row>',
  '<c r="B3" t="str"><v>decoy</v></c>',
  '<v>9</v>',
  '<f>1+1</f>',
  '<f t="array" ref="A1:Z99">1+1</f>',
  '<is><t>decoy</t></is>',
  '<t>decoy</t>',
  '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
  '<mergeCell ref="A1:B2"/>',
  '<hyperlinks><hyperlink ref="A1" location="A2"/></hyperlinks>',
  '<pageMargins left="1"/>',
  '<sst><si><t>decoy</t></si></sst>',
  '<si><t>decoy</t></si>',
  '<r><t>decoy</t></r>',
  '<rPh sb="0" eb="1"><t>decoy</t></rPh>',
  '<numFmts><numFmt numFmtId="164" formatCode="yyyy"/></numFmts>',
  '<numFmt numFmtId="164" formatCode="yyyy"/>',
  '<fonts><font><strike/></font></fonts>',
  '<cellXfs><xf numFmtId="14"/></cellXfs>',
  '<xf numFmtId="14"/>',
  '<Relationship Id="rId1" Type="x/worksheet" Target="decoy.xml"/>',
].join('');

const prefixed = (xml: string): string => xml.replace(/<(\/?)(\w)/g, '<$1decoy:$2');

/** Ways in which such elements stand in files without being meant. */
const DECOYS: readonly (readonly [name: string, xml: string])[] = [
  ['of another namespace, by a prefix', `<decoy:x xmlns:decoy="urn:x">${prefixed(HARMFUL)}</decoy:x>`],
  ['of another namespace, right here', prefixed(HARMFUL).replace(/(<decoy:\w+)(?=[^>]*>)/g, '$1 xmlns:decoy="urn:x"')],
  ['of another namespace, as the one without prefix', `<extLst xmlns="urn:x">${HARMFUL}</extLst>`],
  ['of this namespace, in an extension', `<extLst><ext uri="x">${HARMFUL}</ext></extLst>`],
  [
    'of this namespace, in a view',
    `<customSheetViews><customSheetView>${HARMFUL}</customSheetView></customSheetViews>`,
  ],
];

/** Elements that others stand in. */
const CONTAINERS =
  'workbook|sheets|definedNames|worksheet|sheetData|row|c|is|mergeCells|sst|si|styleSheet|numFmts|cellXfs|Relationships';

/** Puts the decoy first in every container, and last. */
function withDecoy(xml: string, decoy: string): string {
  return xml
    .replace(new RegExp(`<(?:${CONTAINERS})(?: [^>]*[^/>])?>`, 'g'), `$&${decoy}`)
    .replace(new RegExp(`</(?:${CONTAINERS})>`, 'g'), `${decoy}$&`);
}

/** The part in another prefix than the usual one, so that what has none is of no namespace. */
function withPrefix(xml: string): string {
  return xml.replace(/<(\/?)([a-zA-Z]+)(?=[\s>/])/g, '<$1own:$2').replace(/ xmlns="/, ' xmlns:own="');
}

let parts: Readonly<Record<string, Uint8Array>>;
let expected: ReturnType<typeof readGrid>;

beforeAll(async () => {
  const assessment = returnedWith({ 'GOV-2A': { answer: 'met', measured: 97, due: '2026-12-01', evidence: 'Policy' } });
  parts = unzipSync(await writeWorkbook({ model, assessment, tool: TOOL }));
  expected = readGrid(zipSync(parts));
  expect(expected.findings).toEqual([]);
});

function changed(change: (xml: string) => string): Uint8Array {
  const xml = Object.entries(parts).filter(([name]) =>
    /(?:workbook|sheet\d+|sharedStrings|styles)\.xml(?:\.rels)?$/.test(name),
  );
  return zipSync({
    ...parts,
    ...Object.fromEntries(xml.map(([name, part]) => [name, strToU8(change(strFromU8(part)))])),
  });
}

describe('what is called like an element of ours', () => {
  test.each(DECOYS)('%s', (_, decoy) => {
    expect(readGrid(changed((xml) => withDecoy(xml, decoy)))).toEqual(expected);
  });

  test.each(DECOYS.slice(0, 2))('in parts that use a prefix: %s', (_, decoy) => {
    expect(
      readGrid(
        changed((xml) =>
          withPrefix(withDecoy(xml, decoy.replaceAll('<decoy', '<~').replaceAll('</decoy', '</~')))
            .replaceAll('<~', '<decoy')
            .replaceAll('</~', '</decoy'),
        ),
      ),
    ).toEqual(expected);
  });

  test('without a prefix, in parts that use one', () => {
    const bytes = changed((xml) =>
      withDecoy(xml, '<!--here-->')
        .replace(/^[^]*$/, withPrefix)
        .replaceAll('<!--here-->', HARMFUL),
    );
    expect(readGrid(bytes)).toEqual(expected);
  });
});
