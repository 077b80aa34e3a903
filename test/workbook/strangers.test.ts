/** Workbooks of others are told whose they are: by their titles and ids, and never by what they merely mention. */
import { strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { emptyWorkbook } from '../../src/xlsx/breakages.js';
import { escapeXml } from '../../src/xlsx/text.js';
import { readWorkbook } from '../../src/workbook/read.js';
import { writeWorkbook } from '../../src/workbook/write.js';
import { TOOL, shelfOf } from '../installed.js';
import { returnedModel as model, returnedWith } from '../returned.js';
import { told } from '../told.js';

/** A workbook with one sheet of that name, and a few cells in each row. */
function stranger(name: string, rows: readonly (readonly string[])[]): Uint8Array {
  const cells = (row: readonly string[]): string =>
    row.map((text) => `<c t="inlineStr"><is><t>${escapeXml(text)}</t></is></c>`).join('');
  const xml = rows.map((row, i) => `<row r="${i + 1}">${cells(row)}</row>`).join('');
  return withParts(emptyWorkbook(name), {
    'xl/sheet.xml': `<worksheet><sheetData>${xml}</sheetData></worksheet>`,
  });
}

function withParts(bytes: Uint8Array, parts: Readonly<Record<string, string>>): Uint8Array {
  const added = Object.entries(parts).map(([name, content]) => [name, strToU8(content)]);
  return zipSync({ ...unzipSync(bytes), ...Object.fromEntries(added) });
}

const saidOf = (bytes: Uint8Array): string[] =>
  told(readWorkbook(bytes, shelfOf(model)).findings).map(({ code, message }) => `${code}: ${message}`);

test.each<[string, string, readonly (readonly string[])[]]>([
  ['OWASP AIMA', 'Introduction', [['Adapted from OWASP SAMM'], ['AI Maturity Assessment (AIMA)']]],
  ['OWASP AIMA', 'AIMA', [['The toolbox of the Software Assurance Maturity Model (SAMM), adapted']]],
  ['OWASP SAMM', 'Interview', [['Software Assurance Maturity Model (SAMM)']]],
  [
    'NIST CSF',
    'Profile',
    [
      ['Subcategory', 'References', 'Status'],
      ['GV.OC-01', 'CCM v4.0: GRC-01', 'Met'],
    ],
  ],
  ['NIST CSF', 'CSF 2.0 Profile', [['See the Cloud Controls Matrix for cloud services']]],
  [
    'NIST CSF',
    'NIST CSF CMM',
    [
      ['CIS Controls', 'Maturity'],
      ['ID.AM-1', '3'],
    ],
  ],
  [
    'NIST CSF',
    'Summary',
    [
      ['NIST Cybersecurity Framework maturity'],
      ['ID.AM-1', 'CIS Controls 1; CIS Controls 2; CIS Controls 3'],
      ['ID.AM-2', 'CIS Controls 2'],
    ],
  ],
  [
    'CIS Controls',
    'CIS Controls v8',
    [
      ['Safeguard', 'NIST CSF'],
      ['1.1', 'ID.AM-1'],
    ],
  ],
  ['Cloud Controls Matrix', 'CCM', [['Cloud Controls Matrix v4.0'], ['A&A-01', 'NIST CSF GV.OC-01']]],
  ['CRI Profile', 'Profile', [['CRI Profile v2.0'], ['GV.OC-01.01', 'NIST CSF v2']]],
  ['AI Controls Matrix', 'Introduction', [['AI Controls Matrix'], ['AI-CAIQ is a file of its own']]],
  ['AI-CAIQ', 'AI-CAIQ', [['Consensus Assessments Initiative'], ['AI Controls Matrix']]],
  ['from the SANS Institute, not from the Cloud Security Alliance', 'Model', [['SANS AI Security Maturity Model']]],
  [
    'from the SANS Institute, not from the Cloud Security Alliance',
    'AI Security Maturity Model',
    [['By the SANS Institute']],
  ],
  ['original AI Security Maturity Model', 'AISMM', [['AI Security Maturity Model'], ['Cloud Security Alliance']]],
  ['from another publisher', 'AI Security Maturity Model', [['Stage 1', 'Stage 2']]],
])('%s, on a sheet “%s”', (looksLike, sheet, rows) => {
  expect(saidOf(stranger(sheet, rows))).toEqual([
    expect.stringMatching(/^not-our-workbook: The file is not an AISMM workbook\. The file may be /),
  ]);
  expect(saidOf(stranger(sheet, rows))[0]).toContain(looksLike);
});

test('what a paragraph mentions counts only where no title says more', () => {
  const long = `This questionnaire can be used together with the CIS Controls, ${'and others, '.repeat(20)}.`;
  expect(saidOf(stranger('Start', [[long], ['HECVAT Full']]))[0]).toContain('HECVAT');
  expect(saidOf(stranger('Start', [[long]]))[0]).toContain('CIS Controls');
});

test('a plain workbook is like nobody’s', () => {
  expect(saidOf(stranger('Budget', [['Item', 'Cost']]))[0]).not.toContain('looks like');
});

describe('workbooks that are no .xlsx', () => {
  let ours = new Uint8Array();
  beforeAll(async () => {
    ours = new Uint8Array(await writeWorkbook({ model, assessment: returnedWith({}), tool: TOOL }));
  });
  const titles = (names: readonly string[]): Record<string, string> => ({
    'docProps/app.xml': `<Properties><HeadingPairs><vt:vector><vt:variant><vt:lpstr>Worksheets</vt:lpstr></vt:variant><vt:variant><vt:i4>${names.length}</vt:i4></vt:variant></vt:vector></HeadingPairs><TitlesOfParts><vt:vector>${[...names, 'Some_Name'].map((name) => `<vt:lpstr>${escapeXml(name)}</vt:lpstr>`).join('')}</vt:vector></TitlesOfParts></Properties>`,
  });
  const binary = (names?: readonly string[]): Uint8Array =>
    zipSync({
      '_rels/.rels': strToU8('<Relationships/>'),
      'xl/workbook.bin': strToU8('x'),
      ...Object.fromEntries(
        Object.entries(titles(names ?? [])).map(([name, xml]) => [name, strToU8(names ? xml : '')]),
      ),
    });

  test('with macros: ours is to be saved without them, a stranger’s is not ours at all', () => {
    const macros = { 'xl/vbaProject.bin': 'x' };
    expect(saidOf(withParts(ours, macros))).toEqual([
      expect.stringMatching(/^not-xlsx: .*save it as “Excel Workbook \(\.xlsx\)”, without macros/),
    ]);
    expect(readWorkbook(withParts(ours, macros), shelfOf(model)).value).toBeUndefined();
    const [said, ...more] = saidOf(withParts(stranger('VSA', [['Vendor Security Alliance']]), macros));
    expect([said, more]).toEqual([expect.stringMatching(/^not-our-workbook: .*VSA questionnaire/), []]);
    expect(said).not.toContain('save it as');
  });

  test('binary: told by the names of the sheets; where there are none, by what it is', () => {
    const names = ['Introduction', 'Profile', 'AISMM', 'Control Objectives', 'Scorecard', 'Roadmap'];
    expect(saidOf(binary(names))).toEqual([expect.stringMatching(/^not-xlsx: .*\.xlsb.*save it as/)]);
    expect(saidOf(binary(['HECVAT - Full', 'Introduction']))).toEqual([
      expect.stringMatching(
        /^not-our-workbook: .*HECVAT.*\. The file contains these sheets: HECVAT - Full, Introduction\./,
      ),
    ]);
    for (const silent of [binary(), binary([])]) expect(saidOf(silent)).toEqual([expect.stringMatching(/^not-xlsx: /)]);
  });
});
