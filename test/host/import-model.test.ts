/** A model from somebody else's spreadsheet: four invented ones in layouts that there might be, and what can't be read. */
import ExcelJS from 'exceljs';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importOwnModel } from '../../src/host/new-model.js';
import { openModels } from '../../src/host/models.js';
import { objectivesOf, type Model } from '../../src/model/model.js';
import { newFolder } from './folders.js';

type Rows = readonly (readonly ExcelJS.CellValue[])[];

const home = newFolder();
let count = 0;
/** Imports a workbook with these sheets. */
async function imported(
  sheets: Readonly<Record<string, Rows>>,
  file = 'book.xlsx',
  merges: readonly string[] = [],
  hidden: readonly string[] = [],
) {
  const book = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(name, { state: hidden.includes(name) ? 'hidden' : 'visible' });
    rows.forEach((row) => sheet.addRow([...row]));
    if (name !== 'Introduction') merges.forEach((range) => sheet.mergeCells(range));
  }
  const path = join(home, file);
  writeFileSync(path, new Uint8Array(await book.xlsx.writeBuffer()));
  const folder = join(home, `made-${(count += 1)}`);
  const made = importOwnModel(path, folder, { id: 'mine', version: undefined, title: undefined, today: '2026-11-26' });
  return { ...made, folder };
}
const told = (findings: readonly object[]) =>
  findings.map((each) => {
    const { code, cell, facts } = each as { code: string; cell?: string; facts: Record<string, unknown> };
    return [code, cell ?? '', facts['why'] ?? facts['what'] ?? facts['found']];
  });

describe('plausible layouts', () => {
  test('one like the CAIQ: stamp, group headings, separators, answers, an end and a notice', async () => {
    const { value, findings, folder } = await imported({
      Introduction: [['How to use this'], ['Control ID', 'what it means']],
      Objectives: [
        ['{"specification_name":"Invented","specification_version":"1.2.0"}', 'INVENTED MODEL v1.2'],
        ['', '', 'Answers'],
        ['Control  ID', 'Control\nSpecification', 'Implementation Status', 'Evidence', 'AISMM Domain'],
        ['Governance of baking'],
        ['GOV-02.1', 'One baker answers for the oven.', 'Yes', 'A photo', 'Foundational'],
        ['GOV-3.02', 'All ovens are on one list.', '', '', 'Foundational'],
        ['End of Standard'],
        ['GOV-04.1', 'This is below the end.'],
      ],
    });
    expect(told(findings)).toEqual([['import-assumed', 'A3', 'level']]);
    expect(value).toMatchObject({ sheet: 'Objectives', objectives: 2, unread: 0 });
    expect(value?.model).toMatchObject({ id: 'csa-mine', version: '1.2', domains: [{ name: 'Foundational' }] });
    expect(value && objectivesOf(value.model).map(({ id, level, text }) => [id, level, text])).toEqual([
      ['GOV-02.1', 2, 'One baker answers for the oven.'],
      ['GOV-03.2', 3, 'All ovens are on one list.'],
    ]);
    expect(readdirSync(folder).sort()).toEqual(['README.md', 'categories', 'model.yaml']);
  });

  test('everything made of it says that it contains CSA material', async () => {
    const rows = [
      ['Control ID', 'Control'],
      ['GOV-02.1', 'x'],
    ];
    const { folder } = await imported({ A: rows });
    const model = openModels(folder).value?.usual;
    expect(model?.id).toMatch(/^csa-/);
    expect(model?.title).toContain('(contains CSA material)');
    expect(model?.notice.join(' ')).toMatch(
      /^Contains CSA material\..*Do not change or publish the control objectives, and do not share them externally/,
    );
    expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain('**Contains CSA material.**');
  });

  test('every field in a column of its own, lists, a slash that separates nothing', async () => {
    const { value, findings } = await imported(
      {
        Data: [
          [
            'Level',
            'Objective ID',
            'Title',
            'Control Objective (KPI)',
            'Key Indicator Rationale',
            'Deployment Types',
            'Assessment Mode',
            'AICM Mapping',
            'NIST AI RMF Control ID',
          ],
          [
            3,
            'iam-1',
            'Keys',
            'Keys are short-lived.',
            'It shows order.',
            'API/SaaS; PaaS',
            'Automated',
            'GRC-9\nIAM-99',
            'GOVERN 1.1',
          ],
          ['Level 4', 'IAM-2', 'Doors', 'Doors are shut.', '', 'Cloud', 'Perhaps', '', ''],
        ],
      },
      'model-2.5.xlsx',
    );
    expect(value?.model.version).toBe('2.5');
    expect(told(findings)).toEqual([
      ['import-assumed', '', 'aicm-edition'],
      ['import-value-unread', 'H2', 'IAM-99'],
      ['import-value-unread', 'F3', 'Cloud'],
      ['import-value-unread', 'G3', 'Perhaps'],
    ]);
    const [keys, doors] = value ? objectivesOf(value.model) : [];
    expect(keys).toMatchObject({
      ...{ id: 'IAM-01', level: 3, title: 'Keys', rationale: 'It shows order.', mode: 'automated' },
      deployments: ['api-saas', 'paas'],
      mappings: expect.arrayContaining([
        expect.objectContaining({ framework: 'aicm', edition: '1.1', id: 'GRC-09' }),
        expect.objectContaining({ framework: 'nist-ai-rmf', id: 'GOVERN 1.1' }),
      ]) as unknown,
    });
    expect(doors).toMatchObject({
      id: 'IAM-02',
      level: 4,
      mode: 'either',
      deployments: ['self-hosted', 'paas', 'api-saas'],
    });
  });

  test('merged domains and levels, headings further down, empty columns between', async () => {
    const { value, findings } = await imported(
      {
        Sheet1: [
          ['Baking', '', '', '', '', 'version v3.1 of it'],
          [],
          ['Domain', '', 'Maturity Level', 'ID', '', 'Objective'],
          ['Ovens', '', '2 - Repeatable', 'OVN-1.1', '', 'Ovens are cleaned.'],
          ['', '', '', 'OVN-1.2', '', 'Ovens are listed.'],
          ['Dough', '', 5, 'DGH-1.1', '', 'Dough rests.'],
        ],
      },
      'book.xlsx',
      ['A4:A5', 'C4:C5'],
    );
    expect(findings).toEqual([]);
    expect(value?.model).toMatchObject({
      version: '3.1',
      domains: [
        { name: 'Ovens', categories: [{ id: 'OVN' }] },
        { name: 'Dough', categories: [{ id: 'DGH' }] },
      ],
    });
    expect(value && objectivesOf(value.model).map(({ id, level }) => [id, level])).toEqual([
      ['OVN-01.1', 2],
      ['OVN-01.2', 2],
      ['DGH-01.1', 5],
    ]);
  });
});

describe('what can’t be read', () => {
  test('each row is named with sheet and cell, and the others are imported', async () => {
    const { value, findings } = await imported({
      Data: [
        ['Control ID', 'Control', 'Level'],
        ['GOV-02.1', 'Good.', 2],
        ['??', 'No id.', 2],
        ['GOV-02.2', '', 2],
        ['GOV-02.3', 'No level.', 'high'],
        ['gov 2.1', 'Twice.', 3],
      ],
    });
    expect(told(findings)).toEqual([
      ['import-assumed', '', 'edition'],
      ['import-row-unread', 'A3', 'id'],
      ['import-row-unread', 'B4', 'text'],
      ['import-row-unread', 'C5', 'level'],
      ['import-row-unread', 'A6', 'twice'],
    ]);
    expect(findings.slice(1).every(({ sheet }) => sheet === 'Data')).toBe(true);
    expect(value).toMatchObject({ objectives: 1, unread: 4 });
  });

  test.each<[string, Rows, string]>([
    [
      'headings that nobody knows',
      [
        ['Number', 'Wish'],
        ['GOV-02.1', 'x'],
      ],
      'import-no-table',
    ],
    [
      'headings too far down',
      [...Array<string[]>(15).fill(['-', '-']), ['Control ID', 'Control'], ['GOV-02.1', 'x']],
      'import-no-table',
    ],
    [
      'no row that can be read',
      [
        ['Control ID', 'Control'],
        ['?', 'x'],
      ],
      'import-no-table',
    ],
  ])('%s: nothing is written', async (_, rows, code) => {
    const { value, findings, folder } = await imported({ Data: rows });
    expect(value).toBeUndefined();
    expect(findings.at(-1)).toMatchObject({ code });
    expect(existsSync(folder)).toBe(false);
  });

  const HEAD = ['Control ID', 'Control', 'Level'];
  const texts = (model: Model | undefined) =>
    objectivesOf(model ?? expect.fail()).map(({ id, text }) => `${id} ${text}`);

  test.each<[string, Rows]>([
    ['with a heading over columns', [['Control', '', 'Answers'], HEAD]],
    ['twice the same', [HEAD, HEAD]],
    [
      'one name in each',
      [
        ['Control ID', 'Control', 'Maturity'],
        ['', '', 'Level'],
      ],
    ],
    [
      'the needed ones in different rows',
      [
        ['Control ID', 'The sentence', ''],
        ['(key)', 'Control', 'Level'],
      ],
    ],
  ])('two rows of headings, %s', async (_, heads) => {
    const { value, findings } = await imported({ A: [...heads, ['GOV-03.1', 'One.', 2], ['GOV-02.2', 'Two.', 4]] });
    expect(told(findings)).toEqual([['import-assumed', '', 'edition']]);
    const levels = objectivesOf(value?.model ?? expect.fail()).map(({ id, level }) => [id, level]);
    expect(levels).toEqual([
      ['GOV-03.1', 2],
      ['GOV-02.2', 4],
    ]);
  });

  test('a hidden sheet comes second, and is told', async () => {
    const better = [HEAD, ['GOV-02.1', 'Hidden.', 2], ['GOV-02.2', 'Hidden.', 2]];
    const seen = await imported({ Seen: [HEAD, ['GOV-02.1', 'Seen.', 2]], Old: better }, undefined, [], ['Old']);
    expect(told(seen.findings).slice(1)).toEqual([['import-assumed', '', 'hidden-left']]);
    expect([seen.findings[1]?.sheet, texts(seen.value?.model)]).toEqual(['Old', ['GOV-02.1 Seen.']]);
    const alone = await imported({ Seen: [['Nothing']], Old: better }, undefined, [], ['Old']);
    expect(told(alone.findings).slice(1)).toEqual([['import-assumed', '', 'hidden']]);
    expect([alone.value?.sheet, alone.value?.objectives]).toEqual(['Old', 2]);
    const lesser = await imported({ Seen: better, Old: [HEAD, ['GOV-02.1', 'x', 2]] }, undefined, [], ['Old']);
    expect(told(lesser.findings)).toEqual([['import-assumed', '', 'edition']]);
  });

  test('numbers as ids', async () => {
    const { value, findings } = await imported({ A: [HEAD, [2.1, 'One.', 2], ['GOV-02.1', 'Two.', 2]] });
    expect(told(findings).slice(1)).toEqual([['import-row-unread', 'A2', 'id']]);
    expect(texts(value?.model)).toEqual(['GOV-02.1 Two.']);
  });

  test('formulas: results are read and told, errors and formulas without a result are not', async () => {
    const { value, findings } = await imported({
      A: [
        [...HEAD, 'Rationale'],
        [{ formula: '"GOV-02."&1', result: 'GOV-02.1' }, 'One.', 2, { formula: 'Z1', result: { error: '#REF!' } }],
        ['GOV-02.2', { formula: '"T"&"wo."' }, 2],
        ['GOV-02.3', { formula: '1/0', result: { error: '#DIV/0!' } }, 2],
        [{ formula: '"GOV-02."&4' }, 'Four.', 2],
        ['GOV-02.5', 'Five.', { error: '#N/A' }],
      ],
    });
    expect(told(findings).slice(1)).toEqual([
      ['import-assumed', 'A2', 'formulas'],
      ['import-value-unread', 'D2', '#REF!'],
      ['import-row-unread', 'B3', 'formula'],
      ['import-row-unread', 'B4', 'error'],
      ['import-row-unread', 'A5', 'formula'],
      ['import-row-unread', 'C6', 'error'],
    ]);
    expect(texts(value?.model)).toEqual(['GOV-02.1 One.']);
    expect(value?.unread).toBe(4);
  });

  test.each<[string, Rows, string]>([
    ['an empty sheet', [], 'headings'],
    ['headings alone', [HEAD], 'rows'],
    ['numbers alone', [HEAD, [2.1, 'x', 2]], 'rows'],
  ])('%s: it is said what is missing, and nothing is written', async (_, rows, why) => {
    const { value, findings, folder } = await imported({ Data: rows });
    expect(value).toBeUndefined();
    expect(findings.at(-1)).toMatchObject({ code: 'import-no-table', facts: { why } });
    expect(existsSync(folder)).toBe(false);
  });

  test.each<[string, Uint8Array, string]>([
    ['a CSV file', Buffer.from('Control ID,Control\nGOV-02.1,One.\n'), 'not-xlsx'],
    ['an .xls file', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]), 'not-xlsx'],
    ['nothing', new Uint8Array(), 'file-empty'],
  ])('%s that is called .xlsx', (_, bytes, code) => {
    const [path, folder] = [join(home, 'renamed.xlsx'), join(home, 'never')];
    writeFileSync(path, bytes);
    const own = { id: 'mine', version: undefined, title: undefined, today: '2026-11-26' };
    expect(importOwnModel(path, folder, own).findings).toMatchObject([{ code, file: path }]);
    expect(existsSync(folder)).toBe(false);
  });

  test('no workbook, and no file', () => {
    const own = { id: 'mine', version: undefined, title: undefined, today: '2026-11-26' };
    const folder = join(home, 'never');
    writeFileSync(join(home, 'text.xlsx'), 'no workbook');
    expect(importOwnModel(join(home, 'text.xlsx'), folder, own).findings).toMatchObject([{ code: 'not-xlsx' }]);
    expect(importOwnModel(join(home, 'none.xlsx'), folder, own).findings).toMatchObject([{ code: 'file-not-found' }]);
    expect(existsSync(folder)).toBe(false);
  });
});
