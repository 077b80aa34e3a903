/** What every writer writes is read, and what strangers make to harm is refused: small packages made by hand, so that one sees what is read. */
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnLetters } from '../../src/grid/address.js';
import type { GridCell } from '../../src/grid/grid.js';
import { formatKind } from '../../src/xlsx/number-formats.js';
import { openXlsx, readGrid } from '../../src/xlsx/read.js';
import { decodeCellText, encodeCellText } from '../../src/xlsx/text.js';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Pieces {
  readonly rows?: string;
  readonly strings?: string;
  readonly styles?: string;
  readonly workbook?: string;
  readonly sheet?: string;
  readonly sheetTarget?: string;
  readonly sheetPart?: string;
  readonly others?: Zippable;
}

/** A package with one sheet, each part as it is given. */
function workbook({
  rows = '',
  strings,
  styles,
  workbook: main,
  sheet,
  sheetTarget,
  sheetPart,
  others,
}: Pieces): Uint8Array {
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    '_rels/.rels': strToU8(`<Relationships>${relation('r', 'officeDocument', 'xl/workbook.xml')}</Relationships>`),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships>${relation('s1', 'worksheet', sheetTarget ?? 'worksheets/one.xml')}${relation('t', 'sharedStrings', 'sharedStrings.xml')}${relation('y', 'styles', 'styles.xml')}</Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      main ?? '<workbook><sheets><sheet name="One" sheetId="1" r:id="s1"/></sheets></workbook>',
    ),
    [sheetPart ?? 'xl/worksheets/one.xml']: strToU8(sheet ?? `<worksheet><sheetData>${rows}</sheetData></worksheet>`),
    ...(strings === undefined ? {} : { 'xl/sharedStrings.xml': strToU8(strings) }),
    ...(styles === undefined ? {} : { 'xl/styles.xml': strToU8(styles) }),
    ...others,
  });
}

const firstCell = (pieces: Pieces): GridCell | undefined =>
  readGrid(workbook(pieces)).value?.sheets[0]?.rows[0]?.cells[0];
const inRow = (cell: string): string => `<row r="1">${cell}</row>`;
const text = (value: string): object => ({ kind: 'text', text: value });
const STYLES =
  '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="0.0&quot; days&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>';

describe('a cell', () => {
  test.each<[string, string, object | undefined]>([
    ['a shared text', '<c r="A1" t="s"><v>0</v></c>', { column: 1, value: text('first') }],
    ...['1.5', '0.5', '9', '-1', 'x'].map((index): [string, string, object] => [
      `a shared text that is not there: ${index}`,
      `<c r="A1" t="s"><v>${index}</v></c>`,
      { column: 1, value: { kind: 'error', error: expect.any(String) as string } },
    ]),
    [
      'runs of a shared text are joined, readings left out',
      '<c r="A1" t="s"><v>1</v></c>',
      { column: 1, value: text('rich text') },
    ],
    [
      'an inline text',
      '<c r="A1" t="inlineStr"><is><t>in</t><t>line</t></is></c>',
      { column: 1, value: text('inline') },
    ],
    ['a plain text', '<c r="A1" t="str"><v>plain</v></c>', { column: 1, value: text('plain') }],
    [
      'escapes and entities',
      '<c r="A1" t="str"><v>a_x000D_b_x005F_x0041_ &lt;&#65;&#x1F600;&gt;</v></c>',
      { column: 1, value: text('a\rb_x0041_ <A😀>') },
    ],
    [
      'a section of character data',
      '<c r="A1" t="str"><v><![CDATA[<a> & b]]></v></c>',
      { column: 1, value: text('<a> & b') },
    ],
    ['line ends become line feeds', '<c r="A1" t="str"><v>a\r\nb</v></c>', { column: 1, value: text('a\nb') }],
    ['a number', '<c r="A1"><v>1.5</v></c>', { column: 1, value: { kind: 'number', number: 1.5, shown: 'plain' } }],
    [
      'an explicit number with an exponent',
      '<c r="A1" t="n"><v>1E-3</v></c>',
      { column: 1, value: { kind: 'number', number: 0.001, shown: 'plain' } },
    ],
    [
      'a percentage',
      '<c r="A1" s="1"><v>0.97</v></c>',
      { column: 1, value: { kind: 'number', number: 0.97, shown: 'percent', format: '0%' } },
    ],
    [
      'a date by a known format',
      '<c r="A1" s="2"><v>46000</v></c>',
      { column: 1, value: { kind: 'number', number: 46000, shown: 'date', format: 'yyyy-mm-dd' } },
    ],
    [
      'a date by a format of its own',
      '<c r="A1" s="3"><v>46000</v></c>',
      { column: 1, value: { kind: 'number', number: 46000, shown: 'date', format: 'yyyy\\-mm\\-dd' } },
    ],
    [
      'quoted letters in a format are no date',
      '<c r="A1" s="4"><v>5</v></c>',
      { column: 1, value: { kind: 'number', number: 5, shown: 'plain', format: '0.0" days"' } },
    ],
    [
      'an ISO date',
      '<c r="A1" t="d"><v>2025-12-09</v></c>',
      { column: 1, value: { kind: 'number', number: 46000, shown: 'date', day: '2025-12-09' } },
    ],
    [
      'an ISO date with an offset is the day as written',
      '<c r="A1" t="d"><v>2025-12-09T00:00:00+02:00</v></c>',
      { column: 1, value: { kind: 'number', number: 46000, shown: 'date', day: '2025-12-09' } },
    ],
    [
      'an inline text without the element around it',
      '<c r="A1" t="inlineStr"><t>direct</t></c>',
      { column: 1, value: text('direct') },
    ],
    ['a boolean', '<c r="A1" t="b"><v>1</v></c>', { column: 1, value: { kind: 'boolean', boolean: true } }],
    ['an error', '<c r="A1" t="e"><v>#REF!</v></c>', { column: 1, value: { kind: 'error', error: '#REF!' } }],
    [
      'a formula with its result',
      '<c r="A1"><f>1+1</f><v>2</v></c>',
      { column: 1, value: { kind: 'number', number: 2, shown: 'plain' }, formula: '1+1' },
    ],
    [
      'a formula without a result',
      '<c r="A1"><f>A2&amp;"x"</f></c>',
      { column: 1, value: undefined, formula: 'A2&"x"' },
    ],
    ['an empty styled cell', '<c r="A1" s="3"/>', undefined],
    ['an empty value', '<c r="A1" t="str"><v></v></c>', undefined],
    ['prefixed names and other quotes', "<x:c r='A1' t='str'><x:v>p</x:v></x:c>", { column: 1, value: text('p') }],
    ['no address: the next column', '<c t="str"><v>a</v></c>', { column: 1, value: text('a') }],
    [
      'white space and comments around',
      '\n <c  r = "A1"\n t="str" >\n <!-- <c> --> <v>w</v>\n</c>',
      { column: 1, value: text('w') },
    ],
  ])('%s', (_, cell, expected) => {
    const strings =
      '<sst><si><t>first</t></si><si><r><rPr/><t>rich</t></r><r><t xml:space="preserve"> text</t></r><rPh sb="0" eb="1"><t>no</t></rPh></si></sst>';
    expect(firstCell({ rows: inRow(cell), strings, styles: STYLES })).toEqual(expected);
  });

  const font = (strike: string): string => `<font>${strike}</font>`;
  const STRUCK = `<styleSheet><fonts>${font('')}${font('<strike/>')}${font('<strike val="0"/>')}</fonts><cellXfs><xf/><xf fontId="1"/><xf fontId="2"/></cellXfs></styleSheet>`;
  const run = (piece: string, strike = ''): string => `<r><rPr>${strike}</rPr><t>${piece}</t></r>`;
  test.each<[string, string, boolean]>([
    ['by its style', '<c r="A1" s="1" t="str"><v>x</v></c>', true],
    ['by its style, the usual way', '<c r="A1" s="1" t="s"><v>0</v></c>', true],
    ['a number', '<c r="A1" s="1"><v>1</v></c>', true],
    ['not by a style that takes it back', '<c r="A1" s="2" t="s"><v>0</v></c>', false],
    ['by every run', '<c r="A1" t="s"><v>1</v></c>', true],
    ['not by one of two runs', '<c r="A1" t="s"><v>2</v></c>', false],
    ['by every run in the cell', `<c r="A1" t="inlineStr"><is>${run('x', '<strike/>')}${run(' ')}</is></c>`, true],
    ['not where nothing is', '<c r="A1" t="s"><v>0</v></c>', false],
  ])('is struck through: %s', (_, cell, struck) => {
    const strings = `<sst><si><t>x</t></si><si>${run('a', '<strike/>')}${run('b', '<strike val="1"/>')}</si><si>${run('a', '<strike/>')}${run('b')}</si></sst>`;
    expect(firstCell({ rows: inRow(cell), strings, styles: STRUCK })?.struck ?? false).toBe(struck);
  });

  test('cells and rows out of order are put in order; a cell that is there twice is a fault', () => {
    const rows = '<row r="2"><c r="B2"><v>2</v></c><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>0</v></c></row>';
    const found = readGrid(workbook({ rows })).value?.sheets[0]?.rows;
    expect(found?.map(({ row }) => row)).toEqual([1, 2]);
    expect(found?.[1]?.cells.map(({ column, value }) => [column, value?.kind === 'number' && value.number])).toEqual([[1, 1], [2, 2]]); // prettier-ignore
    const twice = '<row r="2"><c r="B2"><v>2</v></c><c r="B2"><v>9</v></c></row>';
    expect(readGrid(workbook({ rows: twice })).findings.map(({ code }) => code)).toEqual(['damaged-file']);
  });
});

describe('a package', () => {
  test('parts are found through relationships: any name, absolute targets', () => {
    const bytes = workbook({
      rows: inRow('<c r="A1"><v>7</v></c>'),
      sheetTarget: '/data/Tab%201.xml',
      sheetPart: 'data/tab%201.xml',
    });
    expect(readGrid(bytes).value?.sheets[0]?.rows[0]?.cells).toHaveLength(1);
  });

  test('backslashes in names and targets are slashes', () => {
    const parts = Object.entries(
      unzipSync(workbook({ rows: inRow('<c r="A1"><v>7</v></c>'), sheetTarget: '\\xl\\worksheets\\one.xml' })),
    );
    const bytes = zipSync(Object.fromEntries(parts.map(([name, part]) => [name.replaceAll('/', '\\'), part])));
    expect(readGrid(bytes)).toMatchObject({ value: { sheets: [{ rows: [{ row: 1 }] }] }, findings: [] });
  });

  test.each(['..\\..\\etc\\passwd', 'xl/..\\..\\x', '\\\\server\\x', 'C:\\x'])(
    'a name that climbs out by backslashes: %s',
    (name) => {
      const { findings } = readGrid(workbook({ others: { [name]: strToU8('x') } }));
      expect(findings).toMatchObject([{ code: 'hostile-file', facts: { fault: 'part-name' } }]);
    },
  );

  test.each([
    ['little end first', (bytes: Buffer) => bytes],
    ['big end first', (bytes: Buffer) => bytes.swap16()],
  ])('UTF-16 without a byte-order mark, %s', (_, order) => {
    const parts = Object.entries(unzipSync(workbook({ rows: inRow('<c r="A1" t="str"><v>Ä 😀</v></c>') })));
    const utf16 = (part: Uint8Array): Uint8Array =>
      new Uint8Array(order(Buffer.from(`<?xml version="1.0" encoding="UTF-16"?>${strFromU8(part)}`, 'utf16le')));
    const bytes = zipSync(Object.fromEntries(parts.map(([name, part]) => [name, utf16(part)])));
    expect(readGrid(bytes).value?.sheets[0]?.rows[0]?.cells[0]?.value).toEqual(text('Ä 😀'));
  });

  test('a part that says UTF-16 and is in bytes is read as such', () => {
    const sheet =
      '<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData></worksheet>';
    expect(readGrid(workbook({ sheet })).value?.sheets[0]?.rows).toHaveLength(1);
  });

  test('a sheet that leads to no part is named', () => {
    const main = '<workbook><sheets><sheet name="One" r:id="s1"/><sheet name="Lost" r:id="none"/></sheets></workbook>';
    expect(readGrid(workbook({ workbook: main }))).toMatchObject({
      value: { sheets: [{ name: 'One' }] },
      findings: [{ code: 'damaged-file', sheet: 'Lost', facts: { fault: 'sheet-part-missing', part: 'Lost' } }],
    });
  });

  test.each([
    ['yyyy-mm-dd', 'date'],
    ['dd/MM/aaaa', 'date'],
    ['TT.MM.JJJJ', 'date'],
    ['[h]:mm', 'date'],
    ['mm"月"', 'date'],
    ['yyyy年m月d日', 'date'],
    ['hh:mm AM/PM', 'date'],
    ['General', 'plain'],
    ['Standard', 'plain'],
    ['Estándar', 'plain'],
    ['Standaard', 'plain'],
    ['GENERAL', 'plain'],
    ['0.00E+00', 'plain'],
    ['0.0" days"', 'plain'],
    ['[Red]0', 'plain'],
    ['0.0%', 'percent'],
  ])('the format %s shows a number as %s', (code, kind) => {
    expect(formatKind(code)).toBe(kind);
  });

  test('names, visibility and the calendar of 1904', () => {
    const main =
      '<workbook><workbookPr date1904="1"/><sheets><sheet name="One" state="veryHidden" r:id="s1"/></sheets><definedNames><definedName name="a">One!$A$1</definedName><definedName name="b" localSheetId="0">x</definedName></definedNames></workbook>';
    const { value } = openXlsx(workbook({ workbook: main }));
    expect(value).toMatchObject({ date1904: true, names: [{ name: 'a', refersTo: 'One!$A$1' }] });
    expect(value?.sheets[0]?.visibility).toBe('veryHidden');
  });

  test('names that can’t be read are said to be damaged, and cost the sheets nothing', () => {
    const main =
      '<workbook><sheets><sheet name="One" r:id="s1"/></sheets><definedNames><definedName name="&x;">One!$A$1</definedName></definedNames></workbook>';
    const { value, findings } = readGrid(workbook({ rows: inRow('<c r="A1"><v>7</v></c>'), workbook: main }));
    expect(findings.map(({ code }) => code)).toEqual(['damaged-file']);
    expect([value?.names, value?.sheets[0]?.rows]).toMatchObject([[], [{ row: 1 }]]);
  });

  test('nothing is unpacked but what is asked for: a damaged sheet harms no other', () => {
    const main = '<workbook><sheets><sheet name="One" r:id="s1"/></sheets></workbook>';
    const opened = openXlsx(workbook({ workbook: main, sheet: '<worksheet><sheetData><row r="1"><c r="A1"' }));
    expect(opened.findings).toEqual([]);
    expect(opened.value?.sheets[0]?.read().findings).toMatchObject([{ code: 'damaged-file', sheet: 'One' }]);
  });
});

/** Who has a workbook open, once in bytes and once in pairs of bytes. */
function lockFile(user: string): Uint8Array {
  const bytes = new Uint8Array(165).fill(32);
  bytes.set([user.length, ...strToU8(user)]);
  bytes.set([user.length, 0, ...Array.from(user).flatMap((letter) => [letter.charCodeAt(0), 0])], 55);
  return bytes;
}

describe('what is refused, and named', () => {
  const bomb = new Uint8Array(40 * 1024 * 1024);
  test.each<[string, string, () => Uint8Array]>([
    [
      'a part with an excessive compression ratio',
      'hostile-file',
      () => workbook({ others: { 'xl/media/a.bin': bomb } }),
    ],
    [
      'a workbook with too many parts',
      'hostile-file',
      () =>
        workbook({ others: Object.fromEntries(Array.from({ length: 2100 }, (_, i) => [`x/${i}`, new Uint8Array(1)])) }),
    ],
    [
      'a part name with a path outside the archive',
      'hostile-file',
      () => workbook({ others: { '../../etc/passwd': strToU8('x') } }),
    ],
    [
      'the same part twice, in other letters',
      'hostile-file',
      () => workbook({ others: { 'XL/Workbook.xml': strToU8('x') } }),
    ],
    [
      'an XML document type declaration',
      'hostile-file',
      () => workbook({ workbook: '<!DOCTYPE lolz [<!ENTITY a "b">]><workbook>&a;</workbook>' }),
    ],
    [
      'XML elements that are nested too deeply',
      'hostile-file',
      () => workbook({ workbook: `<workbook>${'<a>'.repeat(10_000)}` }),
    ],
    ['a part that is no XML', 'damaged-file', () => workbook({ workbook: '\u004c\u006f\u00a7\u0094' })],
    ['a part that is something else', 'damaged-file', () => workbook({ workbook: '<styleSheet/>' })],
    [
      'a cell beyond the last row',
      'damaged-file',
      () => workbook({ rows: '<row r="1048577"><c r="A1048577"><v>1</v></c></row>' }),
    ],
    ['an address that is none', 'damaged-file', () => workbook({ rows: inRow('<c r="$$"><v>1</v></c>') })],
    ...['&#0;', '&#8;', '&#xD800;', '&#xDFFF;', '&#xFFFE;', '&#xFFFF;', '&#x110000;'].map(
      (entity): [string, string, () => Uint8Array] => [
        `a number that stands for no character: ${entity}`,
        'damaged-file',
        () => workbook({ rows: inRow(`<c r="A1" t="str"><v>a${entity}</v></c>`) }),
      ],
    ),
    [
      'a reference to an undefined XML entity',
      'damaged-file',
      () => workbook({ rows: inRow('<c r="A1" t="str"><v>&nbsp;</v></c>') }),
    ],
    ['a main part that is missing', 'damaged-file', () => zipSync({ '_rels/.rels': strToU8('<Relationships/>') })],
    [
      'rows formatted down to the last one',
      'overgrown-file',
      () => zipSync({ 'xl/worksheets/one.xml': [new Uint8Array(65 * 1024 * 1024), { level: 0 }] }),
    ],
    ['a lock file of Excel', 'not-xlsx', () => lockFile('Ann Example')],
    [
      'a lock file of LibreOffice',
      'not-xlsx',
      () => strToU8(',ann,host,26.11.2026 11:20,file:///home/ann/.config/libreoffice/4;'),
    ],
    ['a binary workbook', 'not-xlsx', () => workbook({ others: { 'xl/workbook.bin': strToU8('x') } })],
    [
      'an OpenDocument spreadsheet',
      'not-xlsx',
      () => zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.spreadsheet') }),
    ],
    ['a Word document', 'not-xlsx', () => zipSync({ '_rels/.rels': strToU8(''), 'word/document.xml': strToU8('') })],
    ['a PDF', 'not-xlsx', () => strToU8('%PDF-1.7\n...')],
    ['a web page', 'not-xlsx', () => strToU8('<!DOCTYPE html><html></html>')],
  ])('%s: %s', (_, code, make) => {
    const bytes = make();
    const { findings } = readGrid(bytes);
    expect(findings.map((each) => each.code)).toEqual([code]);
  });

  test('a million empty styled cells are passed over', () => {
    const row = (n: number): string =>
      `<row r="${n}">${Array.from({ length: 16_000 }, (_, i) => `<c r="${columnLetters(i + 1)}${n}" s="1"/>`).join('')}</row>`;
    const rows = Array.from({ length: 63 }, (_, i) => row(i + 1)).join('');
    const sheet = `<worksheet><sheetData>${rows}<row r="99"><c r="A99"><v>1</v></c></row></sheetData></worksheet>`;
    const { value, findings } = readGrid(workbook({ sheet }));
    expect(findings).toEqual([]);
    expect(value?.sheets[0]?.rows.map(({ row: n }) => n)).toEqual([99]);
  });
});

describe('nothing throws on any bytes', () => {
  const rows = Array.from(
    { length: 30 },
    (_, i) => `<row r="${i + 1}"><c r="A${i + 1}" t="s"><v>0</v></c><c r="B${i + 1}"><v>${i * 7}</v></c></row>`,
  ).join('');
  const sound = workbook({ rows, strings: '<sst><si><t>x</t></si></sst>', styles: STYLES });
  const outcome = (bytes: Uint8Array): boolean => {
    const { value, findings } = readGrid(bytes);
    return value !== undefined || findings.length > 0;
  };

  test('cut off anywhere', () => {
    for (let length = 0; length < sound.length; length += 17) expect(outcome(sound.subarray(0, length))).toBe(true);
  });

  test('500 files with flipped bits', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(sound.length - 1), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 8 }),
        (flips) => {
          const bytes = sound.slice();
          for (const [at, mask] of flips) bytes[at] = (bytes[at] ?? 0) ^ mask;
          return outcome(bytes);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('any bytes at all, also behind the mark of a zip archive', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, zip) =>
        outcome(zip ? new Uint8Array([0x50, 0x4b, 3, 4, ...bytes]) : bytes),
      ),
      { numRuns: 500 },
    );
  });
});

test('texts survive being kept in a cell, whatever they hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => decodeCellText(encodeCellText(value)) === value),
    { numRuns: 2_000 },
  );
  fc.assert(
    fc.property(fc.stringMatching(/^[_x0-9A-F]{0,24}$/), (value) => decodeCellText(encodeCellText(value)) === value),
    { numRuns: 2_000 },
  );
});

test('reads what exceljs writes', async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Daten & mehr');
  sheet.addRow(['text', 1.25, true, new Date(Date.UTC(2026, 10, 24)), { formula: 'B1*2', result: 2.5 }]);
  const { value, findings } = readGrid(new Uint8Array(await book.xlsx.writeBuffer()));
  expect(findings).toEqual([]);
  expect(value?.sheets[0]?.name).toBe('Daten & mehr');
  expect(value?.sheets[0]?.rows[0]?.cells.map((cell) => cell.value)).toEqual([
    text('text'),
    { kind: 'number', number: 1.25, shown: 'plain' },
    { kind: 'boolean', boolean: true },
    { kind: 'number', number: 46350, shown: 'date', format: 'yyyy-mm-dd' },
    { kind: 'number', number: 2.5, shown: 'plain' },
  ]);
});
