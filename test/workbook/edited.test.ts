/** Workbooks as people send them back: what was done to the file → what must come out, with code and cell. */
import { describe, expect, test } from 'vitest';
import ExcelJS from 'exceljs';
import { checkWorkbook } from '../../src/desk/give-back.js';
import type { Diagnostic } from '../../src/locale/message.js';
import { modelsOf, Shelf } from '../../src/layout/shelf.js';
import { readWorkbook, type ReadWorkbook } from '../../src/workbook/read.js';
import { writeWorkbook } from '../../src/workbook/write.js';
import { TOOL, shelfOf } from '../installed.js';
import { returnedModel, returnedWith } from '../returned.js';
import { inEnglish, told } from '../told.js';

const model = returnedModel;
const filled = returnedWith({
  'GOV-2A': { answer: 'met', measured: 97, evidence: 'Policy 4.2' },
  'GOV-2B': { answer: 'partly', owner: 'CISO' },
  'IAM-2A': { answer: 'not-met', due: '2026-12-01' },
});

type Edit = (
  book: ExcelJS.Workbook,
  answers: ExcelJS.Worksheet,
  row: (id: string) => number,
  column: (key: string) => string,
) => void;

/** Opens the filled workbook with another program, edits it, saves it and reads it back. */
async function after(
  edit: Edit,
  shelf = shelfOf(model),
): Promise<{ value: ReadWorkbook | undefined; found: Diagnostic[] }> {
  const book = new ExcelJS.Workbook();
  const bytes = await writeWorkbook({ model, assessment: filled, tool: TOOL });
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
  const answers = book.getWorksheet('Control Objectives');
  if (!answers) throw new Error('the workbook has its answers');
  const row = (id: string): number => {
    let at = 0;
    answers.eachRow((each, number) => {
      if (each.getCell(1).value === id) at = number;
    });
    return at;
  };
  const column = (key: string): string => {
    let letter = '';
    answers.getRow(2).eachCell((cell) => {
      if (cell.value === key) letter = cell.address.replace(/\d+/, '');
    });
    return letter;
  };
  edit(book, answers, row, column);
  const { value, findings } = readWorkbook(new Uint8Array(await book.xlsx.writeBuffer()), shelf);
  return { value, found: told(findings) };
}

describe('edits that lose nothing', () => {
  test.each<[string, Edit]>([
    ['nothing but saving it elsewhere', () => undefined],
    ['rows and a column put in before the table', (_, s) => (s.insertRow(1, []), s.spliceColumns(5, 0, []))],
    ['the sheet renamed and shown in another place', (_, s) => ((s.name = 'Kontrollziele'), undefined)],
    ['rows in another order', (_, s, row) => swap(s, row('GOV-2A'), row('IAM-2A'))],
    ['columns in another order', (_, s) => swapColumns(s, 5, 6)],
    ['the hidden key row deleted', (_, s) => s.spliceRows(2, 1)],
    ['a sheet added in front', (book) => void (book.addWorksheet('Mine').getCell('A1').value = 'notes')],
  ])('%s', async (_, edit) => {
    const { value, found } = await after(edit);
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(value?.assessment).toEqual(filled);
  });
});

function swap(sheet: ExcelJS.Worksheet, a: number, b: number): void {
  const [one, two] = [sheet.getRow(a).values, sheet.getRow(b).values];
  sheet.getRow(a).values = two;
  sheet.getRow(b).values = one;
}

function swapColumns(sheet: ExcelJS.Worksheet, a: number, b: number): void {
  sheet.eachRow((row) => {
    const [one, two] = [row.getCell(a).value, row.getCell(b).value];
    row.getCell(a).value = two;
    row.getCell(b).value = one;
  });
}

describe('cells typed by hand that are understood', () => {
  test.each<[string, string, string, unknown]>([
    ['other case and spaces', 'answer', '  PARTIALLY\u00a0met ', 'partly'],
    ['the code of an option', 'answer', 'not-applicable', 'not-applicable'],
    ['full-width letters', 'answer', 'Ｍｅｔ', 'met'],
    ['a decimal comma, as text', 'measured', '94,5', 94.5],
    ['a percent sign, as text', 'measured', '97 %', 97],
    ['a date as text', 'assessedOn', '2026-05-01', '2026-05-01'],
    ['a date in words', 'assessedOn', '1 May 2026', '2026-05-01'],
    ['a date that can only be read one way', 'assessedOn', '5/31/2026', '2026-05-31'],
  ])('%s', async (_, field, typed, expected) => {
    const { value, found } = await after(
      (_book, sheet, row, column) => (sheet.getCell(`${column(field)}${row('GOV-3A')}`).value = typed),
    );
    expect(value?.assessment.answers.get('GOV-3A')).toMatchObject({ [field]: expected });
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('a percent cell is the percentage it shows', async () => {
    const { value, found } = await after((_, sheet, row, column) => {
      const cell = sheet.getCell(`${column('measured')}${row('GOV-2A')}`);
      cell.value = 0.57;
      cell.numFmt = '0%';
    });
    expect(value?.assessment.answers.get('GOV-2A')?.measured).toBe(57);
    expect(found.filter(({ field }) => field === 'measured').map(({ code }) => code)).toEqual([
      'met-against-measurement',
    ]);
  });
});

test('a number that is a day of long ago is told by both', async () => {
  const { found } = await after((_book, sheet, row, column) => {
    sheet.getCell(`${column('due')}${row('GOV-3A')}`).value = 9498;
  });
  expect(found.map(({ message }) => message)).toEqual([
    'aismm reads “9498” as the date 1926-01-01, which is before the year 2000. aismm treats the cell as blank. Enter a date such as 2026-11-30.',
  ]);
});

describe('what can’t be understood is named by cell, and counts as blank', () => {
  test.each<[string, string, ExcelJS.CellValue, string]>([
    ['an option that is none', 'answer', 'Fuly met', 'unknown-option'],
    ['a number that could be two', 'measured', '1,234', 'not-a-number'],
    ['a number below what it can be', 'measured', -1, 'number-out-of-range'],
    ['a date that could be two', 'due', '05/06/2026', 'not-a-date'],
    ['a day that does not exist', 'due', '2026-02-30', 'not-a-date'],
    ['a formula', 'answer', { formula: 'A1', result: 'Met' }, 'formula-in-input'],
    ['an error in a text', 'notes', { error: '#REF!' }, 'not-text'],
  ])('%s: %s', async (_, field, typed, code) => {
    let address = '';
    const { value, found } = await after((_book, sheet, row, column) => {
      address = `${column(field)}${row('GOV-3A')}`;
      sheet.getCell(address).value = typed;
    });
    const errors = found.filter(({ severity }) => severity === 'error');
    expect(errors).toMatchObject([{ code, sheet: 'Control Objectives', cell: address, objective: 'GOV-3A', field }]);
    expect(value?.assessment.answers.get('GOV-3A')).toBeUndefined();
  });

  test.each<[string, Edit, string, object]>([
    ['a deleted row', (_, s, row) => s.spliceRows(row('GOV-2B'), 1), 'missing-row', { objective: 'GOV-2B' }],
    [
      'a row that stands twice',
      (_, s, row) => s.duplicateRow(row('GOV-2A'), 1, true),
      'duplicate-row',
      { found: 'GOV-2A' },
    ],
    [
      'a mistyped id, its words intact',
      (_, s, row) => (s.getCell(`A${row('GOV-2B')}`).value = 'GOV-2BB'),
      'found-by-text',
      { found: 'GOV-2BB', objective: 'GOV-2B' },
    ],
    [
      'a mistyped id and other words',
      (_, s, row) => {
        s.getCell(`D${row('GOV-2B')}`).value = 'Something else';
        s.getCell(`A${row('GOV-2B')}`).value = 'GOV-2BB';
      },
      'unknown-row',
      { suggestion: 'GOV-2B' },
    ],
    ['a deleted column', (_, s) => s.spliceColumns(6, 1), 'missing-column', { field: 'answer' }],
    ['a cleared In use?', (book) => void clear(book, 'Profile', 'paas', 3), 'blank-selection', { sheet: 'Profile' }],
    [
      'a target that is no level',
      (book) => void clear(book, 'Profile', 'IAM', 3, 7),
      'number-out-of-range',
      { sheet: 'Profile', field: 'target' },
    ],
    ['the hidden meta sheet deleted', (book) => book.removeWorksheet('Meta'), 'missing-meta', {}],
    ['text beside the table', (_, s) => (s.getCell('F40').value = 'lost?'), 'input-not-used', { cell: 'F40' }],
  ])('%s', async (_, edit, code, facts) => {
    const { found } = await after(edit);
    expect(found.filter((each) => each.code === code)).toMatchObject([facts]);
  });

  test('without the sheet of the answers there is no score', async () => {
    const { value, found } = await after((book) => book.removeWorksheet('Control Objectives'));
    expect(value).toBeUndefined();
    expect(found.map(({ code }) => code)).toContain('missing-sheet');
  });

  test('another model, and somebody else’s workbook', async () => {
    const other = await after((book) => issuedAs(book, '9.9'));
    expect(other.value).toBeUndefined();
    expect(other.found).toMatchObject([{ code: 'unknown-model', found: 'tiny 9.9' }]);
    const book = new ExcelJS.Workbook();
    book.addWorksheet('Checklist').getCell('A1').value = 'Control';
    const bytes = new Uint8Array(await book.xlsx.writeBuffer());
    const { value, diagnostics } = inEnglish(readWorkbook(bytes, shelfOf(model)));
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'not-our-workbook', found: 'Checklist' }]);
  });
});

describe('what the hidden sheet Meta says of the workbook', () => {
  test('a row less, and it is read as what the other sheets say', async () => {
    const { value, found } = await after((book) => clear(book, 'Meta', 'locale', 2));
    expect(found).toMatchObject([
      { code: 'incomplete-meta', found: 'locale', expected: ['tiny 1.0', 'en', 'layout 2'] },
    ]);
    expect(value?.assessment).toEqual(filled);
  });

  test.each<[string, string, string, string, object]>([
    [
      'another version than its sheets',
      'version',
      '9.9',
      'contradicting-meta',
      { found: 'tiny 9.9', expected: ['tiny 1.0'] },
    ],
    [
      'a part of what is asked',
      'categories',
      'GOV',
      'contradicting-meta',
      { expected: ['GOV', 'IAM', 'self-hosted', 'paas', 'api-saas'] },
    ],
    [
      'a category of no model',
      'categories',
      'GOV,IAM,XYZ',
      'contradicting-meta',
      { expected: expect.arrayContaining(['GOV', 'IAM']) as string[] },
    ],
    ['a layout of the future', 'format', '2.1', 'unknown-format', { found: '2.1' }],
    ['a language that nobody here speaks', 'locale', 'tlh', 'unknown-language', { found: 'tlh' }],
  ])('%s: nothing is scored', async (_, key, value, code, facts) => {
    const { value: read, found } = await after((book) => clear(book, 'Meta', key, 2, value));
    expect(read).toBeUndefined();
    expect(found).toMatchObject([{ code, ...facts }]);
  });

  test('nothing, where two editions of the model ask the same: nothing is scored', async () => {
    const next = { ...model, version: '1.1' };
    const edit: Edit = (book) => {
      book.removeWorksheet('Meta');
      for (const sheet of book.worksheets) if (isStamp(sheet)) sheet.getCell('A1').value = null;
    };
    const { value, found } = await after(edit, new Shelf(modelsOf([model, next], next)));
    expect(value).toBeUndefined();
    expect(found).toMatchObject([{ code: 'unclear-edition', expected: ['tiny 1.0', 'tiny 1.1'] }]);
  });
});

const isStamp = (sheet: ExcelJS.Worksheet): boolean => String(sheet.getCell('A1').value).startsWith('{');

/** A workbook of another version of the model, as its hidden sheet and the stamps of its sheets say. */
function issuedAs(book: ExcelJS.Workbook, version: string): void {
  clear(book, 'Meta', 'version', 2, version);
  for (const sheet of book.worksheets.filter(isStamp)) {
    const stamp = JSON.parse(String(sheet.getCell('A1').value)) as object;
    sheet.getCell('A1').value = JSON.stringify({ ...stamp, specification_version: version });
  }
}

/** Sets the cell beside a key of a table. */
function clear(
  book: ExcelJS.Workbook,
  sheet: string,
  key: string,
  column: number,
  value: ExcelJS.CellValue = null,
): void {
  book.getWorksheet(sheet)?.eachRow((row) => {
    if (row.getCell(1).value === key) row.getCell(column).value = value;
  });
}

describe('what an error affects', () => {
  const HEADER = 2;
  test.each<[string, Edit, string, string]>([
    [
      'an answer',
      (_, s, row, column) => (s.getCell(`${column('answer')}${row('GOV-2A')}`).value = 'Fuly'),
      'unknown-option',
      'score',
    ],
    [
      'a due date',
      (_, s, row, column) => (s.getCell(`${column('due')}${row('GOV-2A')}`).value = 'soon'),
      'not-a-date',
      'record',
    ],
    [
      'the end of validity',
      (_, s, row, column) => (s.getCell(`${column('validUntil')}${row('GOV-2A')}`).value = 'soon'),
      'not-a-date',
      'score',
    ],
    [
      'a second row that says the same',
      (_, s, row) => (s.addRow(s.getRow(row('GOV-2A')).values), undefined),
      'duplicate-row',
      'nothing',
    ],
    [
      'a second row with another owner',
      (_, s, row, column) => {
        const copy = s.addRow(s.getRow(row('GOV-2A')).values);
        copy.getCell(column('owner')).value = 'CTO';
      },
      'duplicate-row',
      'record',
    ],
    [
      'a second row with another answer',
      (_, s, row, column) => {
        const copy = s.addRow(s.getRow(row('GOV-2A')).values);
        copy.getCell(column('answer')).value = 'Not met';
      },
      'duplicate-row',
      'score',
    ],
    [
      'a second column of owners',
      (_, s, row) => {
        const at = s.columnCount + 1;
        s.getCell(HEADER, at).value = 'owner';
        s.getCell(row('GOV-2A'), at).value = 'CTO';
      },
      'duplicate-column',
      'record',
    ],
    [
      'a second column of answers',
      (_, s, row) => {
        const at = s.columnCount + 1;
        s.getCell(HEADER, at).value = 'answer';
        s.getCell(row('GOV-2A'), at).value = 'Not met';
      },
      'duplicate-column',
      'score',
    ],
  ])('%s', async (_, edit, code, affects) => {
    const { found } = await after((book, answers, row, column) => {
      edit(book, answers, row, column);
      return undefined;
    });
    expect(found.find((each) => each.code === code)?.affects).toBe(affects);
  });

  test('the sheet for remarks removed is no error, and said once', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await writeWorkbook({ model, assessment: filled, tool: TOOL })).buffer as ArrayBuffer);
    book.removeWorksheet('Feedback');
    const { findings } = checkWorkbook(new Uint8Array(await book.xlsx.writeBuffer()), shelfOf(model));
    expect(findings.filter((each) => /sheet/.test(each.code))).toMatchObject([
      { code: 'sheet-removed', affects: 'nothing', facts: { expected: ['Feedback'] } },
    ]);
  });

  test('the sheet of the organization removed is an error, and said once', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await writeWorkbook({ model, assessment: filled, tool: TOOL })).buffer as ArrayBuffer);
    book.removeWorksheet('Profile');
    const { findings } = checkWorkbook(new Uint8Array(await book.xlsx.writeBuffer()), shelfOf(model));
    expect(findings.filter((each) => /sheet/.test(each.code))).toMatchObject([
      { code: 'missing-sheet', affects: 'score', facts: { expected: ['Profile'] } },
    ]);
  });
});
