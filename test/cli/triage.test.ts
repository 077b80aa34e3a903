/** What is taken in and what is not: errors that no figure depends on, blank forms, and whom to write to. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment/assessment.js';
import { issue } from '../../src/layout/shelf.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { writeXlsx } from '../../src/xlsx/write.js';
import { assessmentOf, exampleOf } from '../assessments.js';
import { installed } from '../installed.js';
import { aismm, newFolder } from './run.js';

const folder = newFolder();
const { model } = installed();

/** A workbook of an example, of which some cells hold what they should not: values by column, in the row of GOV-2A or on Profile. */
async function sent(
  name: string,
  assessment: Assessment,
  spoiled: Readonly<Record<string, string>> = {},
): Promise<void> {
  const plan = planWorkbook(issue(model, { tool: 'test' }), { assessment });
  const sheets = plan.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => {
      const { row = '', column = '' } = cell.subject ?? {};
      const key = column === 'value' ? row : row === 'GOV-2A' ? column : '';
      return key in spoiled ? { ...cell, value: spoiled[key] ?? '' } : cell;
    }),
  }));
  writeFileSync(join(folder, 'sent', `${name}.xlsx`), await writeXlsx({ ...plan, sheets }));
}

const of = (seed: number, name: string): Assessment => {
  const example = exampleOf(model, { seed, profile: 'typical' });
  return { ...example, organization: { ...example.organization, name, unit: 'North', assessor: 'ann@example.org' } };
};
/** The same, with evidence for everything: nothing is left to be warned of. */
const withEvidence = (assessment: Assessment): Assessment => ({
  ...assessment,
  answers: new Map([...assessment.answers].map(([id, answer]) => [id, { evidence: 'Minutes', ...answer }])),
});
const remark = { objective: 'GOV-2A', kind: 'unclear', comment: 'What is meant?' };

beforeAll(async () => {
  mkdirSync(join(folder, 'sent'));
  await sent('beside', { ...of(1, '  Acme '), feedback: [remark] }, { due: 'soon', industry: 'Space' });
  await sent('blank', assessmentOf(model, {}));
  await sent('clean', withEvidence(of(2, 'Beta')));
  await sent('wrong', of(3, 'Gamma'), { answer: 'Fuly' });
}, 60_000);

describe('into a store', () => {
  test('only an error that a figure depends on rejects; a blank form is set aside', () => {
    const { code, stderr } = aismm(folder, 'ingest', 'sent', '--store', 's.sqlite', '--rejects', 'rejects.csv');
    expect(code).toBe(3);
    const counted = ['accepted 2', 'with warnings 1', 'with errors, but scored 1', 'rejected 1', 'unknown-option 1'];
    const lines = stderr.split('\n').map((line) => line.trim().replace(/ {2,}/g, ' '));
    for (const each of [...counted, 'blank, without answers 1']) expect(lines).toContain(each);
    expect(stderr).toMatch(/blank\.xlsx, .*: warning nothing-answered: The file contains no answers/);
    const [head = '', ...rows] = readFileSync(join(folder, 'rejects.csv'), 'utf8').trim().split('\r\n');
    expect(head).toMatch(/,organization,unit,assessor,contact,mailedBy$/);
    expect(rows.map((row) => row.split(',')[0])).toEqual(
      expect.arrayContaining(['sent/blank.xlsx', 'sent/wrong.xlsx']),
    );
    expect(rows.find((row) => row.includes('unknown-option'))).toMatch(
      /,Gamma,North,ann@example\.org,"AI security office, ai-security@example\.com",$/,
    );
  });

  test('taken in again, whoever was not taken is told again, and whom to write to is known still', () => {
    const { stderr } = aismm(folder, 'ingest', 'sent', '--store', 's.sqlite', '--rejects', 'again.json');
    expect(stderr).toMatch(/^ {2}rejected before +1$/m);
    expect(stderr).toMatch(/^ {2}blank before +1$/m);
    const { diagnostics } = JSON.parse(readFileSync(join(folder, 'again.json'), 'utf8')) as { diagnostics: object[] };
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ code: 'unknown-option', organization: 'Gamma', assessor: 'ann@example.org' }),
    );
  });

  test('what was found stays with the assessment: in show, and in the tables, with its remarks', () => {
    const { stdout } = aismm(folder, 'show', 'acme', '--store', 's.sqlite');
    expect(stdout).toMatch(/^Acme, North\n.*\n {2}.*error not-a-date.*\n {2}Profile!.*error unknown-option/);
    const { history } = JSON.parse(aismm(folder, 'show', 'acme', '--store', 's.sqlite', '--json').stdout) as {
      history: { diagnostics: { code: string; affects: string }[] }[];
    };
    expect(history[0]?.diagnostics).toContainEqual(expect.objectContaining({ code: 'not-a-date', affects: 'record' }));
    expect(aismm(folder, 'export', '--store', 's.sqlite', '--out', 'tables').code).toBe(0);
    const table = (name: string): string => readFileSync(join(folder, 'tables', `${name}.csv`), 'utf8');
    expect(table('feedback')).toMatch(
      /^\ufeffassessment_id,remark,objective,kind,comment\r\n\w+,1,GOV-2A,unclear,What is meant\?\r\n$/,
    );
    expect(table('finding')).toContain(',error,unknown-option,record,Profile,');
  });

  test('a portfolio counts what was taken in, and says from which share of answers on', () => {
    expect(aismm(folder, 'portfolio', '--store', 's.sqlite').stdout).toMatch(
      /^2 organizations.*\nResults for fewer than 5 organizations are not shown.*\nCompleteness: not available\./,
    );
    const { stdout } = aismm(folder, 'portfolio', '--store', 's.sqlite', '--min', '1');
    expect(stdout).toMatch(
      /^2 organizations.*\nCompleteness: median \d+%, lowest \d+%\.\nEvery organization answered at least 50% of the applicable objectives, so none is excluded/,
    );
    const figures = JSON.parse(
      aismm(folder, 'portfolio', '--store', 's.sqlite', '--format', 'json', '--min-complete', '1').stdout,
    ) as object;
    expect(figures).toMatchObject({ n: 0, minComplete: 1, incomplete: 2 });
    expect(aismm(folder, 'portfolio', '--store', 's.sqlite', '--min-complete', '50').code).toBe(2);
  });
});

test('asked to, every error rejects; what only that rejected is taken in another time', () => {
  const strict = aismm(folder, 'ingest', 'sent', '--store', 'strict.sqlite', '--strict');
  expect([strict.code, strict.stderr]).toEqual([3, expect.stringMatching(/^rejected +2$/m)]);
  const again = aismm(folder, 'ingest', 'sent', '--store', 'strict.sqlite');
  expect(again.stderr).toMatch(/^accepted +1$/m);
});

test('without a store each line says what became of the file', () => {
  const { stdout } = aismm(folder, 'ingest', 'sent');
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { file: string; status: string });
  expect(lines.map(({ file, status }) => `${file} ${status}`)).toEqual([
    'sent/beside.xlsx accepted',
    'sent/blank.xlsx blank',
    'sent/clean.xlsx accepted',
    'sent/wrong.xlsx rejected',
  ]);
});

test('a score of a blank form says that it is none', () => {
  const { code, stderr } = aismm(folder, 'score', 'sent/blank.xlsx');
  expect([code, stderr]).toEqual([0, expect.stringContaining('warning nothing-answered')]);
});
