/** Suggestions accepted for a whole workbook: those answers, and nothing else. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment/assessment.js';
import { hasErrors, type Finding } from '../../src/diagnostic/finding.js';
import { issue } from '../../src/layout/shelf.js';
import { acceptSuggestions } from '../../src/workbook/accept.js';
import { annotateWorkbook } from '../../src/workbook/annotate.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { readWorkbook, type ReadWorkbook } from '../../src/workbook/read.js';
import type { Primitive } from '../../src/xlsx/plan.js';
import { readGrid } from '../../src/xlsx/read.js';
import { writeXlsx } from '../../src/xlsx/write.js';
import { shelfOf, TOOL } from '../installed.js';
import { ISSUED } from '../mutations/operators.js';
import { returnedModel, returnedWith } from '../returned.js';

const issued = returnedWith(ISSUED);
const shelf = shelfOf(returnedModel);

interface Read {
  readonly value: ReadWorkbook;
  readonly findings: readonly Finding[];
}

function readBack(bytes: Uint8Array): Read {
  const { value, findings } = readWorkbook(bytes, shelf);
  if (!value) throw new Error(JSON.stringify(findings));
  return { value, findings };
}

/** The workbook with these texts typed over what is in the cells, by `GOV-2A.answer`. */
async function typed(cells: Readonly<Record<string, Primitive | undefined>>, layout?: number): Promise<Read> {
  const of = issue(returnedModel, { tool: TOOL, ...(layout === undefined ? {} : { layout }) });
  const plan = planWorkbook(of, { assessment: issued });
  const sheets = plan.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => {
      const { row = '', column = '' } = cell.subject ?? {};
      const value = cell.style.unlocked ? cells[`${row}.${column}`] : undefined;
      return value === undefined ? cell : { ...cell, value };
    }),
  }));
  return readBack(await writeXlsx({ ...plan, sheets }));
}

/** The copy that comes of accepting, read again. */
async function accepted({
  value,
  findings,
}: Read): Promise<Read & { readonly said: readonly Finding[]; readonly copy: Uint8Array }> {
  const { read, findings: said } = acceptSuggestions(value, findings);
  const copy = new Uint8Array(await annotateWorkbook(read, said));
  return { ...readBack(copy), said, copy };
}

const answersOf = ({ answers }: Assessment): object => Object.fromEntries(answers);

test('every kind of suggestion is an answer in the copy, and is listed there', async () => {
  const before = await typed({
    'GOV-2A.answer': 'Mett',
    'GOV-2A.measured': '95¹',
    'GOV-2B.answer': '3 - Partially met',
    'GOV-2B.due': 20261130,
    'GOV-3A.answer': 'N-Met',
    'IAM-2A.answer': 'Fuly unlike',
    'industry.value': 'Utilities',
    'IAM.target': 9,
  });
  const { value, findings, said, copy } = await accepted(before);
  expect(said.flatMap(({ code, objective, field }) => (code === 'suggestion-accepted' ? [`${objective ?? ''}.${field ?? ''}`] : [])).sort()).toEqual([
    '.industry', 'GOV-2A.answer', 'GOV-2A.measured', 'GOV-2B.answer', 'GOV-2B.due',
  ]); // prettier-ignore
  expect(answersOf(value.assessment)).toMatchObject({
    'GOV-2A': { answer: 'met', measured: 95 },
    'GOV-2B': { answer: 'partly', due: '2026-11-30' },
  });
  expect(value.assessment.organization.industry).toBe('energy');
  // What has no suggestion is refused as before.
  expect(findings.map(({ code }) => code).sort()).toEqual([
    'ambiguous-option',
    'number-out-of-range',
    'unknown-option',
  ]);
  const review = JSON.stringify(readGrid(copy).value?.sheets[0]?.rows);
  for (const text of ['Mett', '95¹', '3 - Partially met', 'Utilities', 'Fuly unlike']) expect(review).toContain(text);
});

test('layout 1, whose sheet knows no other words: the words are suggested, and a reason is kept', async () => {
  const before = await typed({ 'GOV-2A.answer': 'n/a - no self hosting', 'IAM-2A.answer': 'N/A: Met' }, 1);
  expect(hasErrors(before.findings)).toBe(true);
  const { value, findings } = await accepted(before);
  expect(hasErrors(findings)).toBe(true);
  expect(answersOf(value.assessment)).toMatchObject({
    'GOV-2A': { answer: 'not-applicable', notes: 'no self hosting', evidence: 'Policy 4.2' },
    'IAM-2A': { notes: 'No agents in use.' },
  });
});

test('an accepted answer that needs its reason says so', async () => {
  const { findings, said } = await accepted(await typed({ 'GOV-2A.answer': 'not relevant' }));
  expect(said.map(({ code }) => code)).toEqual(['suggestion-accepted', 'na-needs-reason']);
  expect(findings.map(({ code }) => code)).toEqual(['na-needs-reason']);
});

test('nothing else is changed, whatever was typed', async () => {
  const text = fc.constantFrom(
    'Met',
    'Mett',
    'N-Met',
    'n/a - x',
    'in progress',
    'n/a',
    'Zzz',
    '95¹',
    '2026-13-13',
    '97',
    '½',
    'Yess',
    '',
  );
  const cells = [
    'GOV-2A.answer',
    'GOV-2A.measured',
    'GOV-2B.answer',
    'GOV-3A.due',
    'IAM-2A.notes',
    'paas.inUse',
    'GOV.weight',
    'asOf.value',
  ];
  const typing = fc.record(Object.fromEntries(cells.map((cell) => [cell, text])), { requiredKeys: [] });
  await fc.assert(
    fc.asyncProperty(typing, async (given) => {
      const before = await typed(given);
      const { read, findings: said } = acceptSuggestions(before.value, before.findings);
      const changedCells = said.flatMap(({ code, subject }) =>
        code === 'suggestion-accepted' && subject ? [`${subject.row}.${subject.column}`] : [],
      );
      // What was not accepted reads as it would without what was.
      const others = Object.fromEntries(Object.entries(given).filter(([cell]) => !changedCells.includes(cell)));
      const suggestions = Object.fromEntries(
        said.flatMap(({ code, subject, facts }) =>
          code === 'suggestion-accepted' && subject && 'suggestion' in facts
            ? [[`${subject.row}.${subject.column}`, facts.suggestion ?? '']]
            : [],
        ),
      );
      expect((await typed({ ...others, ...suggestions })).value.assessment).toEqual(read.assessment);
      const again = readBack(new Uint8Array(await annotateWorkbook(read, said)));
      expect(again.value.assessment).toEqual(read.assessment);
      const errors = (all: readonly Finding[]): string[] =>
        all
          .filter((each) => hasErrors([each]))
          .map(({ code, subject }) => `${code} ${subject?.row ?? ''}.${subject?.column ?? ''}`)
          .sort();
      expect(errors(again.findings)).toEqual(errors(said));
    }),
    { numRuns: 15 },
  );
}, 120_000);
