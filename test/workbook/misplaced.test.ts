/** Answers that people gave where none is asked are read or told, whoever reads. */
import { beforeAll, describe, expect, test } from 'vitest';
import { readWorkbook } from '../../src/workbook/read.js';
import { annotateWorkbook } from '../../src/workbook/annotate.js';
import { writeWorkbook } from '../../src/workbook/write.js';
import { readGrid } from '../../src/xlsx/read.js';
import { textOf } from '../../src/grid/grid.js';
import { shelfOf, TOOL } from '../installed.js';
import { Book, Sheet, type Typed } from '../mutations/book.js';
import { ANSWERS, ISSUED } from '../mutations/operators.js';
import { returnedModel as model, returnedWith } from '../returned.js';
import { told } from '../told.js';

const shelf = shelfOf(model);
let bytes = new Uint8Array();

beforeAll(async () => {
  bytes = new Uint8Array(await writeWorkbook({ model, assessment: returnedWith(ISSUED), tool: TOOL }));
});

function after(edit: (book: Book) => void) {
  const book = new Book(bytes);
  edit(book);
  const { value, findings } = readWorkbook(book.save(), shelf);
  const said = told(findings).filter(({ code }) => code !== 'own-sheet');
  return { value, findings, codes: said.map(({ code, objective }) => `${code} ${objective ?? ''}`.trim()), said };
}

/** A sheet of somebody's own with these rows. */
const added =
  (...rows: readonly Typed[][]) =>
  (book: Book): void => {
    const xml = book.sheet('Acknowledgments').xml();
    const sheet = new Sheet('IT dept', 'xl/worksheets/own.xml', xml, []);
    sheet.rows.clear();
    rows.forEach((cells, i) => cells.forEach((typed, j) => typed !== undefined && sheet.type(i + 1, j + 1, typed)));
    book.add(sheet);
  };

const statement = (id: string): string =>
  model.domains.flatMap(({ categories }) => categories.flatMap(({ objectives }) => objectives)).find((o) => o.id === id)
    ?.text ?? '';

describe('a sheet of somebody’s own', () => {
  test.each<[string, Typed[][]]>([
    [
      'ids and options',
      [
        ['IAM-4A', 'Not met'],
        ['GOV-2A', 'Met'],
      ],
    ],
    ['another order of columns', [['Not met', 'who knows', 'IAM-4A']]],
    [
      'words for options, one of them a label',
      [
        ['GOV-2A', 'yes'],
        ['IAM-4A', 'Not met'],
      ],
    ],
    [
      'our headings',
      [
        ['ID', 'Answer', 'Measured value', 'Evidence', 'Owner', 'Assessed on', 'Valid until', 'Action'],
        ['iam 4a', 'Not met'],
      ],
    ],
    ['statements', [[statement('IAM-4A'), 'Not met']]],
  ])('is read where nothing is answered: %s', (_, rows) => {
    const { value, codes, said } = after(added(...rows));
    expect(value?.assessment.answers.get('IAM-4A')).toEqual({ answer: 'not-met' });
    expect(codes).toEqual(['read-from-own-sheet IAM-4A']);
    expect(said[0]?.sheet).toBe('IT dept');
    expect(said[0]?.detail).toMatch(/^Control Objectives!F\d+$/);
  });

  test.each<[string, Typed[][], string]>([
    ['another answer', [['GOV-2A', 'Not met']], 'conflicting-copy GOV-2A'],
    ['two columns that may be answers', [['IAM-4A', 'Met', 'Not met']], 'answer-misplaced IAM-4A'],
    [
      'remarks among the answers',
      [
        ['IAM-4A', 'Met'],
        ['GOV-2B', 'see mail'],
      ],
      'answer-misplaced IAM-4A',
    ],
  ])('is an error of the score: %s', (_, rows, code) => {
    const { value, codes, said } = after(added(...rows));
    expect(codes).toContain(code);
    expect(said[0]).toMatchObject({ severity: 'error', affects: 'score' });
    expect(value?.assessment.answers.get('IAM-4A')).toBeUndefined();
  });

  test.each<[string, Typed[][]]>([
    [
      'the same answers',
      [
        ['GOV-2A', 'Met'],
        ['GOV-2B', 'Partially met'],
      ],
    ],
    ['answers by formula', [['IAM-4A', { formula: "'Control Objectives'!E10", shown: 'Met' }]]],
    ['no answers', [['IAM-4A', 'ask Jo', 3]]],
    ['no ids', [['Met', 'Not met']]],
  ])('is left alone: %s', (_, rows) => {
    expect(after(added(...rows)).codes).toEqual([]);
  });

  test('is named in the list of the annotated copy, as is all that the copy does not contain', async () => {
    const { value, findings } = after((book) => {
      added(['Mine', 1])(book);
      const sheet = book.sheet(ANSWERS);
      sheet.type(3, 40, 'Last year');
      sheet.type(sheet.find('GOV-2A')?.row ?? 0, 40, 'mine, too');
      const column = sheet.find('answer')?.column ?? 0;
      sheet.type(sheet.find('GOV-2A')?.row ?? 0, column, 'Met', book.styled({ strike: true }));
    });
    const copy = value && readGrid(new Uint8Array(await annotateWorkbook(value, findings))).value;
    const review = copy?.sheets.find(({ name }) => name === 'Review');
    const texts = (review?.rows ?? []).flatMap(({ cells }) => cells.map(textOf)).join('\n');
    for (const lost of ['IT dept', 'Last year', 'struck through']) expect(texts).toContain(lost);
  });
});

describe('an answer typed', () => {
  const typed = (id: string, key: string, text: string) => (book: Book) => {
    const sheet = book.sheet(ANSWERS);
    sheet.type(sheet.find(id)?.row ?? 0, sheet.find(key)?.column ?? 0, text);
  };
  test.each<[string, (book: Book) => void, string[]]>([
    ['into Counts as', typed('IAM-4A', 'countsAs', 'Met'), ['answer-misplaced IAM-4A']],
    ['into Counts as, against the answer', typed('GOV-2A', 'countsAs', 'not met'), ['answer-misplaced GOV-2A']],
    ['into Counts as, as it is', typed('GOV-2A', 'countsAs', 'Met'), []],
    ['into the gap', typed('IAM-4A', 'space', 'Partially met'), ['answer-misplaced IAM-4A']],
    ['into the target', typed('IAM-4A', 'kpi', 'Met'), ['answer-misplaced IAM-4A']],
    ['below the table', (book) => book.sheet(ANSWERS).type(60, 4, 'Met'), ['answer-misplaced']],
    ['into the roadmap', (book) => book.sheet('Roadmap').type(8, 6, 'Met'), ['answer-misplaced GOV-3A']],
  ])('%s', (_, edit, expected) => {
    const { codes } = after(edit);
    expect(codes).toEqual(expected);
  });
});
