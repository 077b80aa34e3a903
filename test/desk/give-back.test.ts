/** Giving back: everything found in one workbook, and its marked copy. */
import { beforeAll, expect, test } from 'vitest';
import { checkWorkbook, markedCopy } from '../../src/desk/give-back.js';
import type { Finding } from '../../src/diagnostic/finding.js';
import { issue, modelsOf, Shelf } from '../../src/layout/shelf.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { writeXlsx } from '../../src/xlsx/write.js';
import { tinyModel } from '../tiny-model.js';

const model = tinyModel({ GOV: [{ level: 2 }, { level: 3 }] });
const shelf = new Shelf(modelsOf([model], model));
let bytes: Uint8Array;

/** An answer that is none, and a locked cell that somebody has changed. */
beforeAll(async () => {
  const plan = planWorkbook(issue(model, { tool: 'test' }));
  const sheets = plan.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => {
      const isAnswer = cell.subject?.column === 'answer' && cell.subject.row === 'GOV-2A';
      if (isAnswer) return { ...cell, value: 'Fuly' };
      return cell.value === 'Objective 1 of GOV at level 2 is met.' ? { ...cell, value: 'Easier.' } : cell;
    }),
  }));
  bytes = await writeXlsx({ ...plan, sheets });
});

test('a workbook is checked as a whole: answers and what was changed besides them, errors first', () => {
  const { value, findings } = checkWorkbook(bytes, shelf);
  expect(value?.model.id).toBe('tiny');
  const codes = findings.map(({ code }) => code);
  expect(codes[0]).toBe('unknown-option');
  expect(codes).toContain('locked-cell-changed');
});

test('what is no workbook is checked to be none', () => {
  const { value, findings } = checkWorkbook(new Uint8Array(3), shelf);
  expect([value, findings.map(({ code }) => code)]).toEqual([undefined, ['not-xlsx']]);
});

test('a copy has everything marked that was found; what has no answers gives none', async () => {
  const seen: Finding[] = [];
  const annotate = (_: unknown, findings: readonly Finding[]): Promise<Uint8Array> => {
    seen.push(...findings);
    return Promise.resolve(new Uint8Array([7]));
  };
  expect(await markedCopy(bytes, { shelf, annotate })).toEqual(new Uint8Array([7]));
  expect(seen.map(({ code }) => code)).toContain('unknown-option');
  expect(await markedCopy(new Uint8Array(3), { shelf, annotate })).toBeUndefined();
});
