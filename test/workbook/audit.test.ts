/** What was changed besides the answers is named by cell, changes no score, and the answers come back marked. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.js';
import { toSarif } from '../../src/diagnostic/sarif.js';
import { scoreAssessment } from '../../src/scoring/score.js';
import { annotateWorkbook } from '../../src/workbook/annotate.js';
import { auditWorkbook } from '../../src/workbook/audit.js';
import { readWorkbook, type ReadWorkbook } from '../../src/workbook/read.js';
import { writeWorkbook } from '../../src/workbook/write.js';
import { readGrid } from '../../src/xlsx/read.js';
import { MADE_BY, shelfOf } from '../installed.js';
import { Book, letters } from '../mutations/book.js';
import { ANSWERS, ISSUED } from '../mutations/operators.js';
import { returnedModel, returnedWith } from '../returned.js';

const model = returnedModel;
const issued = returnedWith(ISSUED);
let bytes = new Uint8Array();

beforeAll(async () => {
  bytes = new Uint8Array(await writeWorkbook({ model, assessment: issued, madeBy: MADE_BY }));
});

/** Reads and audits the workbook after an edit. */
function after(edit: (book: Book) => void): {
  read: ReadWorkbook | undefined;
  found: Diagnostic[];
  audit: Diagnostic[];
} {
  const book = new Book(bytes);
  edit(book);
  const file = book.save();
  const { value, diagnostics } = readWorkbook(file, shelfOf(model));
  return { read: value, found: [...diagnostics], audit: value ? auditWorkbook(file, value) : [] };
}

describe('an untouched workbook', () => {
  test.each<[string, (book: Book) => void]>([
    ['as it was issued', () => undefined],
    ['with rows put in above', (book) => book.sheet('Introduction').move({ row: (row) => row + 3 })],
    [
      'with other line ends',
      (book) =>
        book
          .sheet(ANSWERS)
          .rows.forEach((cells) => cells.forEach((cell) => (cell.text = cell.text.replaceAll('\n', '\r\n')))),
    ],
  ])('%s is not accused of anything', (_, edit) => {
    expect(after(edit).audit).toEqual([]);
  });
});

describe('a change besides the answers changes no score', () => {
  test.each<[string, (book: Book) => string, string]>([
    ['a statement', (book) => typed(book, ANSWERS, 'GOV-2A', 'text', 'Something easier.'), 'locked-cell-changed'],
    ['a formula replaced by a value', (book) => typed(book, ANSWERS, 'GOV-3A', 'state', 'Met'), 'locked-cell-changed'],
    [
      'another formula',
      (book) => typed(book, ANSWERS, 'GOV-3A', 'state', { formula: '"Met"', shown: 'Met' }),
      'locked-cell-changed',
    ],
    ['the shown result of a figure', (book) => shownFigure(book, 'program_maturity', '5'), 'figure-differs'],
  ])('%s', (_, edit, code) => {
    let place = '';
    const { read, audit } = after((book) => (place = edit(book)));
    expect(audit).toContainEqual(
      expect.objectContaining({ code, severity: 'warning', sheet: place.split('!')[0], cell: place.split('!')[1] }),
    );
    expect(audit).toHaveLength(1);
    expect(read && scoreAssessment(read.model, read.assessment)).toEqual(scoreAssessment(model, issued));
  });

  test('a sheet that was removed', () => {
    const { audit } = after((book) => book.remove('Change Log'));
    expect(audit).toMatchObject([{ code: 'sheet-removed', expected: ['Change Log'] }]);
  });
});

describe('tables that lost their marks', () => {
  test('headings that moved without their columns are followed, with a warning', () => {
    const { read, found } = after((book) => {
      const sheet = book.sheet(ANSWERS);
      const [owner, evidence] = [sheet.find('Owner'), sheet.find('Evidence')];
      if (!owner || !evidence) throw new Error('the headings are there');
      sheet.type(owner.row, owner.column, 'Evidence');
      sheet.type(evidence.row, evidence.column, 'Owner');
    });
    expect(found.map(({ code }) => code)).toEqual(['column-moved', 'column-moved']);
    expect(read?.assessment.answers.get('GOV-2B')).toMatchObject({ evidence: 'CISO' });
  });

  test('cells without key row and headings are found by their names', () => {
    const { read, found } = after((book) => {
      const sheet = book.sheet('Profile');
      const mark = sheet.find('aismm:organization')?.row ?? 0;
      for (const row of [mark, mark + 1]) sheet.rows.delete(row);
    });
    expect(found.map(({ code }) => code)).toContain('found-by-name');
    expect(read?.assessment.organization).toEqual(issued.organization);
  });

  test('a workbook laid out by a later version is not guessed at', () => {
    const { read, found } = after((book) => {
      const format = book.sheet('Meta').find('format');
      if (format) book.sheet('Meta').type(format.row, format.column + 1, '2');
    });
    expect(read).toBeUndefined();
    expect(found).toMatchObject([{ code: 'unknown-format', found: '2' }]);
  });
});

test('the annotated copy holds the answers as they were given, and names every finding beside its cell', async () => {
  const { read, found } = after((book) => void typed(book, ANSWERS, 'GOV-2A', 'answer', 'Fuly met'));
  if (!read) throw new Error('it is read');
  const copy = new Uint8Array(await annotateWorkbook(read, found, { madeBy: MADE_BY }));
  const sheets = readGrid(copy).value?.sheets ?? [];
  expect(sheets[0]?.name).toBe('Review');
  expect(JSON.stringify(sheets[0])).toContain('Fuly met');
  const again = readWorkbook(copy, shelfOf(model));
  expect(again.value?.assessment).toEqual(read.assessment);
  expect(again.diagnostics.map(({ code }) => code)).toEqual(found.map(({ code }) => code));
  const comments = Object.entries(new Book(copy).parts).find(([name]) => /comments\d+\.xml$/.test(name))?.[1];
  expect(new TextDecoder().decode(comments)).toContain('“Fuly met” is not one of');
});

test('SARIF names the rule, the file and the cell', () => {
  const finding = after((book) => void typed(book, ANSWERS, 'GOV-2A', 'answer', 'Mett')).found[0];
  const sarif = toSarif(finding ? [{ ...finding, file: 'in box/acme.xlsx' }] : [], { name: 'x', version: '1' });
  expect(sarif).toMatchObject({
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { rules: [{ id: 'unknown-option' }] } },
        results: [
          {
            ruleId: 'unknown-option',
            level: 'error',
            locations: [
              {
                physicalLocation: { artifactLocation: { uri: 'in%20box/acme.xlsx' } },
                logicalLocations: [{ fullyQualifiedName: 'Control Objectives!E6' }],
              },
            ],
          },
        ],
      },
    ],
  });
});

/** Types into a cell of a row and column by their keys; gives its place. */
function typed(
  book: Book,
  name: string,
  row: string,
  column: string,
  value: Parameters<Book['sheets'][0]['type']>[2],
): string {
  const sheet = book.sheet(name);
  const at = { row: sheet.find(row)?.row ?? 0, column: sheet.find(column)?.column ?? 0 };
  sheet.type(at.row, at.column, value);
  return `${name}!${letters(at.column)}${at.row}`;
}

/** Overwrites the cached result of a named figure and leaves its formula. */
function shownFigure(book: Book, name: string, shown: string): string {
  const refersTo = new RegExp(`<definedName name="${name}">([^<]*)<`).exec(book.workbook)?.[1] ?? '';
  const [sheet = '', address = ''] = refersTo.replaceAll(/['$]/g, '').split('!');
  const row = Number(/\d+/.exec(address)?.[0]);
  const cell = [...book.sheet(sheet).cellsOf(row)].find(([column]) => `${letters(column)}${row}` === address)?.[1];
  if (cell) Object.assign(cell, { type: 'n', text: shown });
  return `${sheet}!${address}`;
}
