/** Cells that are made when they are asked for are the same cells; parts that are read once belong to their own workbook. */
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { findCell, oneByOne, type GridRow } from '../../src/grid/grid.js';
import { openXlsx, readGrid } from '../../src/xlsx/read.js';
import { rememberingLast } from '../../src/xlsx/same-part.js';
import { seedOr } from '../seed.js';

const PACKAGE = {
  '_rels/.rels':
    '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships><Relationship Id="s" Type="x/worksheet" Target="sheet.xml"/><Relationship Id="t" Type="x/sharedStrings" Target="strings.xml"/><Relationship Id="u" Type="x/styles" Target="styles.xml"/></Relationships>',
  'xl/strings.xml': '<sst><si><t>Met</t></si><si><r><t>no</t></r><r><t>pe</t></r></si><si><t> in part</t></si></sst>',
};

const workbook = (cells: string, { sheet = 'S', format = 14 } = {}): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        ...PACKAGE,
        'xl/workbook.xml': `<workbook><sheets><sheet name="${sheet}" sheetId="1" r:id="s"/></sheets><definedNames><definedName name="n">${sheet}!$A$1</definedName></definedNames></workbook>`,
        'xl/styles.xml': `<styleSheet><fonts><font/><font><strike/></font></fonts><cellXfs><xf/><xf numFmtId="${format}"/><xf fontId="1"/></cellXfs></styleSheet>`,
        'xl/sheet.xml': `<worksheet><sheetData><row r="7">${cells}</row></sheetData></worksheet>`,
      }).map(([name, xml]) => [name, strToU8(xml)]),
    ),
  );

const content = fc.constantFrom(
  '/>',
  ' t="s"><v>0</v></c>',
  ' t="s"><v>1</v></c>',
  ' t="s"><v >2</v></c>',
  ' t="s"><v>99</v></c>',
  '><v>123456789012345</v></c>',
  '><v>1.5</v></c>',
  ' t="inlineStr"><is><t>Partly</t></is></c>',
  ' t="inlineStr"><is><t></t></is></c>',
  ' t="str"><f>A1&amp;"x"</f><v>Met</v></c>',
  '><f>A1</f></c>',
  '><f>A1</f><v>3</v></c>',
);
const cells = fc
  .array(fc.tuple(fc.nat(30), fc.constantFrom('', ' s="1"', ' s="2"', ' s="99999999999"'), content), { maxLength: 12 })
  .map((list) =>
    list.map(
      ([column, style, rest]) => [`${column < 26 ? '' : 'A'}${LETTERS[column % 26] ?? ''}`, style + rest] as const,
    ),
  )
  .map((list) => [...new Map(list)].map(([column, rest]) => `<c r="${column}7"${rest}`).join(''));
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

const rowOf = (bytes: Uint8Array): GridRow | undefined => openXlsx(bytes).value?.sheets[0]?.read().value?.rows[0];

test('whatever is asked of a cell first, it is the same cell, in columns of any order', () => {
  let seen = 0;
  fc.assert(
    fc.property(cells, (some) => {
      // With a space more, each is read as XML.
      const whole = readGrid(workbook(some.replaceAll('<c ', '<c  '))).value?.sheets[0]?.rows[0];
      const row = rowOf(workbook(some));
      expect(row?.row).toBe(whole?.row);
      if (!row || !whole) return;
      const each = oneByOne(row);
      expect(each.count).toBe(row.cells.length);
      const fresh = oneByOne(rowOf(workbook(some)) ?? row);
      for (let i = 0; i < each.count; i += 1) {
        const known = whole.cells.find(({ column }) => column === each.columnAt(i));
        const found = fresh.cellAt(i);
        expect([found.column, found.value, found.formula, found.struck ?? false]).toEqual([
          each.columnAt(i),
          known?.value,
          known?.formula,
          known?.struck ?? false,
        ]);
        expect(fresh.hasFormulaAt(i)).toBe(known?.formula !== undefined);
        expect(fresh.cellAt(i)).toBe(found);
        expect(findCell(row, each.columnAt(i))?.value).toEqual(known?.value);
        // An opening that is known is that of the text.
        const text = known?.value?.kind === 'text' ? known.value.text.slice(0, 3).toLowerCase() : '';
        const opening = each.openingAt(i);
        if (opening !== undefined && text.length === 3)
          expect(opening).toBe([...text].reduce((so, c) => (so << 7) | c.charCodeAt(0), 0));
        seen += 1;
      }
    }),
    { numRuns: 1_000, seed: seedOr(20261127) },
  );
  expect(seen).toBeGreaterThan(3_000);
});

test('a workbook whose parts differ from the one before is read as its own parts say', () => {
  const cell = '<c r="A7" s="1"><v>46000</v></c>';
  const variants = [{}, { format: 9 }, { sheet: 'T' }, {}, { sheet: 'T', format: 9 }];
  const read = variants.map((each) => readGrid(workbook(cell, each)).value);
  const shown = read.map((grid) => [
    grid?.sheets[0]?.name,
    grid?.names[0]?.refersTo,
    grid?.sheets[0]?.rows[0]?.cells[0]?.value,
  ]);
  const value = (format: string, kind: string): unknown => ({ kind: 'number', number: 46000, shown: kind, format });
  expect(shown).toEqual([
    ['S', 'S!$A$1', value('yyyy-mm-dd', 'date')],
    ['S', 'S!$A$1', value('0%', 'percent')],
    ['T', 'T!$A$1', value('yyyy-mm-dd', 'date')],
    ['S', 'S!$A$1', value('yyyy-mm-dd', 'date')],
    ['T', 'T!$A$1', value('0%', 'percent')],
  ]);
});

test('the same bytes are read once, others again, and what fails is not kept', () => {
  let times = 0;
  const read = rememberingLast((bytes: Uint8Array) => {
    times += 1;
    if (bytes[0] === 0) throw new Error('no');
    return [...bytes];
  });
  const bytes = Uint8Array.of(1, 2);
  expect(read(bytes, 'a')).toBe(read(Uint8Array.of(1, 2), 'b'));
  bytes[1] = 3;
  expect(read(bytes, 'a')).toEqual([1, 3]);
  expect(() => read(Uint8Array.of(0), 'a')).toThrow('no');
  expect(() => read(Uint8Array.of(0), 'a')).toThrow('no');
  expect(times).toBe(4);
  const large = new Uint8Array(65_537).fill(1);
  expect(read(large, 'a')).not.toBe(read(large, 'a'));
});
