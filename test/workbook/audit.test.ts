/** What was changed besides the answers is named by cell, changes no score, and the answers come back marked. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Finding } from '../../src/diagnostic/finding.js';
import { LAYOUT } from '../../src/edition/edition.js';
import { EXPLANATIONS } from '../../src/locale/en/explanations.js';
import { toSarif } from '../../src/formats/sarif.js';
import type { Diagnostic } from '../../src/locale/message.js';
import { objectivesOf } from '../../src/model/model.js';
import { scoreAssessment } from '../../src/scoring/score.js';
import { annotateWorkbook } from '../../src/workbook/annotate.js';
import { auditWorkbook } from '../../src/workbook/audit.js';
import { readWorkbook, type ReadWorkbook } from '../../src/workbook/read.js';
import { writeWorkbook } from '../../src/workbook/write.js';
import { readGrid } from '../../src/xlsx/read.js';
import { installed, shelfOf, TOOL } from '../installed.js';
import { Book, letters, type Cell } from '../mutations/book.js';
import { ANSWERS, ISSUED } from '../mutations/operators.js';
import { returnedModel, returnedWith } from '../returned.js';
import { told } from '../told.js';

const model = returnedModel;
const issued = returnedWith(ISSUED);
let bytes = new Uint8Array();

beforeAll(async () => {
  bytes = new Uint8Array(await writeWorkbook({ model, assessment: issued, tool: TOOL }));
});

/** Reads and audits the workbook after an edit. */
function after(edit: (book: Book) => void): {
  read: ReadWorkbook | undefined;
  findings: readonly Finding[];
  found: Diagnostic[];
  audit: Diagnostic[];
} {
  const book = new Book(bytes);
  edit(book);
  const file = book.save();
  const { value, findings } = readWorkbook(file, shelfOf(model));
  return { read: value, findings, found: told(findings), audit: told(value ? auditWorkbook(value) : []) };
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
    ['sorted, its formulas following', (book) => sortedBackward(book)],
    ['with a row put in between, its formulas following', (book) => putIn(book, ANSWERS, 'GOV-2B')],
    ['with a row put in between those of the roadmap', (book) => putIn(book, 'Roadmap', 7)],
    ['with a column put in', (book) => book.sheet(ANSWERS).move({ column: (n) => (n > 5 ? n + 1 : n) })],
    ['with a renamed sheet', (book) => book.rename('Change Log', 'Versions')],
    ['without names', (book) => void (book.workbook = book.workbook.replace(/<definedName .*<\/definedName>/, ''))],
    ['without results', (book) => everyFormula(book, (cell) => void (cell.text = ''))],
    ['with every formula shared', (book) => sharedFormulas(book)],
    [
      'with results that differ in the last digit',
      (book) =>
        everyFormula(book, (cell) => void (cell.type === 'n' && (cell.text = String(Number(cell.text) * (1 + 1e-12))))),
    ],
  ])('%s is not accused of anything', (_, edit) => {
    expect(after(edit).audit).toEqual([]);
  });
});

describe('a change besides the answers changes no score', () => {
  test.each<[string, (book: Book) => string, string]>([
    ['a statement', (book) => typed(book, ANSWERS, 'GOV-2A', 'text', 'Something easier.'), 'locked-cell-changed'],
    [
      'a formula replaced by a value',
      (book) => typed(book, ANSWERS, 'GOV-3A', 'countsAs', 'Met'),
      'locked-cell-changed',
    ],
    [
      'another formula',
      (book) => typed(book, ANSWERS, 'GOV-3A', 'countsAs', { formula: '"Met"', shown: 'Met' }),
      'locked-cell-changed',
    ],
    ['the shown result of a figure', (book) => shownFigure(book, 'program_maturity', '5'), 'figure-differs'],
    [
      'what the scorecard shows of it',
      (book) => shownBy(book, 'Scorecard', 'program_maturity', '4.9'),
      'figure-differs',
    ],
    ['a shown state', (book) => shownState(book, 'GOV-3A', 'Met'), 'figure-differs'],
    ['a text where none was issued', (book) => typedAt(book, ANSWERS, 'GOV-2A', 'space', 'x'), 'locked-cell-changed'],
    ['a text above the table', (book) => typedAt(book, 'Scorecard', 'Scorecard', 3, 'x'), 'locked-cell-changed'],
    ['a name that leads elsewhere', (book) => redirected(book, 'level_GOV', 'Lists!$A$1'), 'name-redirected'],
    [
      'a column that leads elsewhere',
      (book) => redirected(book, 'answers_answer', "'Control Objectives'!$K$3:$K$9"),
      'name-redirected',
    ],
  ])('%s', (_, edit, code) => {
    let place = '';
    const { read, audit } = after((book) => (place = edit(book)));
    expect(audit).toContainEqual(
      expect.objectContaining({ code, severity: 'warning', sheet: place.split('!')[0], cell: place.split('!')[1] }),
    );
    expect(audit).toHaveLength(1);
    expect(read && scoreAssessment(read.model, read.assessment)).toEqual(scoreAssessment(model, issued));
  });

  test('a name that leads nowhere: its cells are gone, and formulas may count without them', () => {
    const { audit } = after((book) => void redirected(book, 'answers_measured', '#REF!'));
    expect(audit.map(({ code, detail }) => [code, detail])).toEqual([['name-broken', 'answers_measured']]);
  });

  test('every cell of a formula that was put into one and shared with the others', () => {
    const { audit } = after((book) => {
      const sheet = book.sheet(ANSWERS);
      const column = sheet.find('countsAs')?.column ?? 0;
      const rows = objectivesOf(model).map(({ id }) => sheet.find(id)?.row ?? 0);
      const ref = `${letters(column)}${rows[0] ?? 0}:${letters(column)}${rows.at(-1) ?? 0}`;
      for (const row of rows) {
        sheet.type(row, column, { formula: '', shown: 'Met' });
        const cell = sheet.at(row, column);
        const master = `<f t="shared" si="3" ref="${ref}">IF(A${row}="","","Met")</f>`;
        if (cell) cell.formula = row === rows[0] ? master : '<f t="shared" si="3"/>';
      }
    });
    expect(audit.map(({ code, found }) => [code, found])).toEqual(
      [4, 5, 6, 7, 8].map((row) => ['locked-cell-changed', `=IF(A${row}="","","Met")`]),
    );
  });

  test('a sheet whose formulas unfold without end is refused, and not called removed', () => {
    const { audit } = after((book) => {
      const sheet = book.sheet('Scorecard');
      for (let row = 100; row < 2_200; row += 1) {
        sheet.type(row, 1, { formula: '', shown: '1' });
        const cell = sheet.at(row, 1);
        const master = `<f t="shared" si="7" ref="A100:A2199">${'A1+'.repeat(2700)}1</f>`;
        if (cell) cell.formula = row === 100 ? master : '<f t="shared" si="7"/>';
      }
    });
    // What it has used up is missing for the sheets behind it that have shared formulas of their own.
    expect(audit[0]).toMatchObject({ code: 'hostile-file', sheet: 'Scorecard' });
    expect(new Set(audit.map(({ code }) => code))).toEqual(new Set(['hostile-file']));
  });

  test('a sheet that was removed', () => {
    const { audit } = after((book) => book.remove('Change Log'));
    expect(audit).toMatchObject([{ code: 'sheet-removed', expected: ['Change Log'] }]);
  });

  test('a sheet to fill in that was removed is told once, and not called one without answers', () => {
    const { found, audit } = after((book) => book.remove('Feedback'));
    expect(found).toMatchObject([{ code: 'sheet-removed', expected: ['Feedback'] }]);
    expect(audit).toEqual([]);
  });
});

describe('a workbook that another build of the program has made', () => {
  /** With other texts, and the formulas as they are unless they are said to be others. */
  const otherBuild = (book: Book, formulas = formulasOf(book)): void => {
    typed(book, 'Meta', 'build', 'value', `0 ${formulas}`);
    typed(book, ANSWERS, 'GOV-2A', 'text', 'An earlier statement.');
    typed(book, ANSWERS, 'GOV-2B', 'text', 'Another earlier statement.');
  };

  test('has other texts, and nobody is said to have changed them', () => {
    const { audit, findings } = after(otherBuild);
    expect(audit.map(({ code }) => code)).toEqual(['other-build']);
    expect(audit[0]?.message).toContain(
      'The installed build uses a different text or formula in 2 cells (sheets: Control Objectives)',
    );
    expect(findings).toEqual(after(() => undefined).findings);
  });

  test('is told where its formulas are not those that were issued', () => {
    const { audit } = after((book) => {
      otherBuild(book);
      typed(book, ANSWERS, 'GOV-3A', 'countsAs', 'Met');
    });
    expect(audit.map(({ code }) => code)).toContain('locked-cell-changed');
  });

  test('with other formulas, too, is accused of none of them', () => {
    const { audit, findings } = after((book) => {
      otherBuild(book, '0');
      typed(book, ANSWERS, 'GOV-3A', 'countsAs', 'Something');
      book.sheet('Change Log').rows.delete(3);
    });
    expect(audit.map(({ code }) => code)).toEqual(['other-build']);
    expect(findings).toEqual(after(() => undefined).findings);
  });

  test('which did not write down its texts is one, too', () => {
    const { audit } = after((book) => {
      otherBuild(book);
      const meta = book.sheet('Meta');
      meta.rows.delete(meta.find('build')?.row ?? 0);
    });
    expect(audit.map(({ code }) => code)).toEqual(['other-build']);
  });
});

describe('what a spreadsheet program repeats of the cells as they were typed', () => {
  /** Overwrites what a hidden formula shows of an objective. */
  const repeated = (book: Book, objective: string, column: string, shown: string): void => {
    const sheet = book.sheet('Calc Objectives');
    const cell = sheet.at(sheet.find(objective)?.row ?? 0, sheet.find(column)?.column ?? 0);
    if (!cell?.formula) throw new Error(`a formula of ${column}`);
    Object.assign(cell, { text: shown });
  };

  test('is no other figure: 97% is typed as 0.97', () => {
    const { audit } = after((book) => {
      typed(book, ANSWERS, 'GOV-2A', 'measured', 0.97);
      repeated(book, 'GOV-2A', 'figure', '0.97');
    });
    expect(audit).toEqual([]);
  });

  test('is no other answer: a synonym counts for its option', () => {
    const { audit } = after((book) => {
      typed(book, ANSWERS, 'GOV-2A', 'answer', 'Yes');
      for (const column of ['typed', 'option']) repeated(book, 'GOV-2A', column, 'Yes');
    });
    expect(audit).toEqual([]);
  });
});

describe('in one line', () => {
  test('a column of ids that was sorted alone, without a word that it does no harm', () => {
    const { audit } = after((book) => {
      const sheet = book.sheet(ANSWERS);
      const ids = [...sheet.rows].flatMap(([row]) => (row >= 4 && row <= 8 ? [sheet.at(row, 1)?.text ?? ''] : []));
      ids.reverse().forEach((id, index) => sheet.type(4 + index, 1, id));
    });
    expect(audit.filter(({ code }) => code !== 'figure-differs')).toMatchObject([
      { code: 'locked-key-changed', cell: 'A4', detail: 'A5, A7:A8' },
    ]);
    expect(audit.map(({ message }) => message).join()).not.toContain('does not affect the scores');
  });

  test('the results of a program that does not calculate, but on the scorecard', () => {
    const { audit } = after((book) => {
      for (const { name } of book.sheets)
        if (name !== 'Control Objectives')
          everyFormula(book, (cell) => Object.assign(cell, { type: 'n', text: '77' }), name);
    });
    const sheets = audit.map(({ sheet }) => sheet).filter((sheet) => sheet !== 'Scorecard');
    expect(new Set(audit.map(({ code }) => code))).toEqual(new Set(['figure-differs']));
    expect(sheets).toEqual([...new Set(sheets)]);
    expect(sheets).toContain('Roadmap');
    expect(audit.filter(({ sheet }) => sheet === 'Scorecard')).toHaveLength(40);
    expect(audit.find(({ sheet }) => sheet === 'Roadmap')?.message).toMatch(
      /Results in other cells of this sheet also differ \(.* and \d+ more\)\./,
    );
  });

  test('what the sender has written beside the tables, as a note', () => {
    const { audit } = after((book) => {
      book.sheet('AISMM').type(25, 13, 'mine');
      book.sheet('AISMM').type(26, 13, 'mine too');
    });
    expect(audit).toMatchObject([
      { code: 'own-cells', severity: 'note', sheet: 'AISMM', cell: 'M25', detail: 'M25:M26' },
    ]);
  });

  test('rows without answers that were deleted, as a note', () => {
    const { audit } = after((book) => {
      const gone = book.sheet(ANSWERS).find('aismm:answers')?.row ?? 0;
      book.sheet(ANSWERS).move({ row: (row) => (row === gone ? undefined : row > gone ? row - 1 : row) });
    });
    expect(audit).toMatchObject([{ code: 'part-removed', severity: 'note', sheet: ANSWERS }]);
  });
});

test.each([true, false])('a row of answers that was deleted is only missing (its formulas following: %s)', (follow) => {
  const { found, audit } = after((book) => {
    const sheet = book.sheet(ANSWERS);
    const gone = sheet.find('GOV-3A')?.row ?? 0;
    sheet.move({ row: (row) => (row === gone ? undefined : row > gone ? row - 1 : row) });
    if (follow) followRows(book);
    everyFormula(book, (cell) => void (cell.text = ''));
  });
  expect(found.map(({ code }) => code)).toEqual(['missing-row']);
  expect(audit).toEqual([]);
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
    expect(found).toEqual([]);
    expect(read?.assessment.organization).toEqual(issued.organization);
  });

  test('in layout 1, whose names are of single cells, that is told', () => {
    const book = new Book(readFileSync(new URL('../fixtures/layout-1/example.xlsx', import.meta.url)));
    const shelf = shelfOf(installed().model);
    const before = readWorkbook(book.save(), shelf).value?.assessment.organization;
    const sheet = book.sheet('Profile');
    const mark = sheet.find('aismm:organization')?.row ?? 0;
    for (const row of [mark, mark + 1]) sheet.rows.delete(row);
    const { value, findings } = readWorkbook(book.save(), shelf);
    expect(told(findings).map(({ code }) => code)).toContain('found-by-name');
    expect(value?.assessment.organization).toEqual(before);
  });

  test('a workbook laid out by a later version is not guessed at', () => {
    const { read, found } = after((book) => {
      const format = book.sheet('Meta').find('format');
      if (format) book.sheet('Meta').type(format.row, format.column + 1, String(LAYOUT + 1));
    });
    expect(read).toBeUndefined();
    expect(found).toMatchObject([{ code: 'unknown-format', found: String(LAYOUT + 1) }]);
  });
});

test('the annotated copy holds the answers as they were given, and names every finding beside its cell', async () => {
  const { read, findings } = after((book) => void typed(book, ANSWERS, 'GOV-2A', 'answer', 'Fuly met'));
  if (!read) throw new Error('it is read');
  const copy = new Uint8Array(await annotateWorkbook(read, findings));
  const sheets = readGrid(copy).value?.sheets ?? [];
  expect(sheets[0]?.name).toBe('Review');
  expect(JSON.stringify(sheets[0])).toContain('Fuly met');
  const again = readWorkbook(copy, shelfOf(model));
  expect(again.value?.assessment).toEqual(read.assessment);
  expect(again.findings.map(({ code }) => code)).toEqual(findings.map(({ code }) => code));
  const comments = Object.entries(new Book(copy).parts).find(([name]) => /comments\d+\.xml$/.test(name))?.[1];
  expect(new TextDecoder().decode(comments)).toContain('“Fuly met” is not a valid option');
});

test('SARIF names the rule, the file and the cell', () => {
  const finding = after((book) => void typed(book, ANSWERS, 'GOV-2A', 'answer', 'Mett')).found[0];
  const sarif = toSarif(
    finding ? [{ ...finding, file: 'in box/acme.xlsx' }] : [],
    { name: 'x', version: '1' },
    EXPLANATIONS,
  );
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
                logicalLocations: [{ fullyQualifiedName: 'Control Objectives!F4' }],
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

/** The second half of the mark of a build. */
function formulasOf(book: Book): string {
  const meta = book.sheet('Meta');
  const row = meta.find('build')?.row ?? 0;
  return [...meta.cellsOf(row).values()].map(({ text }) => text.split(' ')[1] ?? '').join('');
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

/** What the program shows in the cell of a sheet whose formula is this name. */
function shownBy(book: Book, name: string, formula: string, shown: string): string {
  for (const [row, cells] of book.sheet(name).rows) {
    for (const [column, cell] of cells) {
      if (cell.formula !== `<f>${formula}</f>`) continue;
      Object.assign(cell, { type: 'n', text: shown });
      return `${name}!${letters(column)}${row}`;
    }
  }
  return '';
}

function shownState(book: Book, objective: string, shown: string): string {
  const sheet = book.sheet(ANSWERS);
  const at = { row: sheet.find(objective)?.row ?? 0, column: sheet.find('countsAs')?.column ?? 0 };
  const cell = sheet.at(at.row, at.column);
  if (cell) cell.text = shown;
  return `${ANSWERS}!${letters(at.column)}${at.row}`;
}

/** Types beside or below what is found by its text, where nothing was issued. */
function typedAt(book: Book, name: string, row: string, column: string | number, text: string): string {
  const sheet = book.sheet(name);
  const at = {
    row: sheet.find(row)?.row ?? 1,
    column: typeof column === 'number' ? column : (sheet.find(column)?.column ?? 0),
  };
  sheet.type(at.row, at.column, text);
  return `${name}!${letters(at.column)}${at.row}`;
}

/** Points a name elsewhere; gives where it should lead. */
function redirected(book: Book, name: string, to: string): string {
  const definition = new RegExp(`(<definedName name="${name}">)([^<]*)<`);
  const before = definition.exec(book.workbook)?.[2] ?? '';
  book.workbook = book.workbook.replace(definition, (_, opening: string) => `${opening}${to}<`);
  return before.replaceAll(/['$]|&apos;/g, '').split(':')[0] ?? '';
}

function everyFormula(book: Book, change: (cell: Cell) => void, name?: string): void {
  for (const sheet of book.sheets.filter((each) => name === undefined || each.name === name))
    for (const cells of sheet.rows.values()) for (const cell of cells.values()) if (cell.formula) change(cell);
}

/** Formulas of the answers' rows look at their own row again, as after a move in a spreadsheet program. */
function followRows(book: Book): void {
  for (const [row, cells] of book.sheet(ANSWERS).rows)
    for (const cell of cells.values()) cell.formula = cell.formula?.replace(/MATCH\(A\d+,/, `MATCH(A${row},`);
}

function sortedBackward(book: Book): void {
  book.sheet(ANSWERS).move({ row: (row) => (row >= 4 && row <= 8 ? 12 - row : row) });
  followRows(book);
}

function putIn(book: Book, name: string, before: string | number): void {
  const at = typeof before === 'number' ? before : (book.sheet(name).find(before)?.row ?? 0);
  book.sheet(name).move({ row: (row) => (row >= at ? row + 1 : row) });
  followRows(book);
}

/** Writes each state's formula as Excel does for cells that were filled down. */
function sharedFormulas(book: Book): void {
  const sheet = book.sheet(ANSWERS);
  const column = sheet.find('countsAs')?.column ?? 0;
  for (const row of [4, 5, 6, 7, 8]) {
    const cell = sheet.at(row, column);
    if (!cell?.formula) throw new Error('a formula is there');
    cell.formula =
      row === 4
        ? cell.formula.replace('<f>', `<f t="shared" ref="${letters(column)}4:${letters(column)}8" si="0">`)
        : '<f t="shared" si="0"/>';
  }
}
