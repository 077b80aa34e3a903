/** A workbook that was issued to a row of a list says so in Meta, wherever it is read, checked or given back. */
import { describe, expect, test } from 'vitest';
import { annotateWorkbook } from '../../src/workbook/annotate.js';
import { auditWorkbook } from '../../src/workbook/audit.js';
import { makeFiller, readWorkbook } from '../../src/host/bound.js';
import { isError } from '../../src/diagnostic/finding.js';
import { metaRows, readMeta } from '../../src/edition/meta.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { writeXlsx } from '../../src/xlsx/write.js';
import { asIssued, shelfOf } from '../installed.js';
import { returnedModel, returnedWith } from '../returned.js';

const shelf = shelfOf(returnedModel);
const issued = asIssued(returnedModel);
const assessment = returnedWith({ 'GOV-2B': { answer: 'met', evidence: 'Minutes' } });
const addressed = { token: '12e4.ab', due: '2027-01-31' };

describe('a workbook with a token', async () => {
  const bytes = (await makeFiller(issued, { isAddressed: true }))(assessment, addressed);
  const { value, findings } = readWorkbook(bytes, shelf);

  test('is read with it, and nobody is accused', () => {
    expect(findings).toEqual([]);
    expect(value?.addressed).toEqual(addressed);
    expect(value?.assessment.answers).toEqual(assessment.answers);
    expect(value && auditWorkbook(value)).toEqual([]);
  });

  test('keeps it in an annotated copy', async () => {
    const copy = value && readWorkbook(await annotateWorkbook(value, []), shelf).value;
    expect(copy?.addressed).toEqual(addressed);
    expect(copy && auditWorkbook(copy)).toEqual([]);
  });

  test('says by when it is wanted back, also where no date is set', () => {
    const shown = (due?: string): unknown => {
      const plan = planWorkbook(issued, { assessment, addressed: { token: 't', ...(due ? { due } : {}) } });
      const cells = plan.sheets.find(({ name }) => name === 'Introduction')?.cells ?? [];
      const label = cells.find(({ value: text }) => text === 'Return by');
      return cells.find(({ row, column }) => row === label?.row && column === 3)?.value;
    };
    expect([shown('2027-01-31'), shown()]).toEqual(['2027-01-31', 'No date is set.']);
  });
});

test('a workbook without a row reads as before, and so does one whose token somebody deleted', async () => {
  const plain = readWorkbook(await writeXlsx(planWorkbook(issued, { assessment })), shelf);
  expect(plain.value?.addressed).toBeUndefined();
  expect(plain.findings).toEqual([]);
  const blank = (await makeFiller(issued, { isAddressed: true }))(assessment);
  const read = readWorkbook(blank, shelf);
  expect(read.findings.filter(isError)).toEqual([]);
  expect(read.value?.addressed).toEqual({ token: '' });
});

test('a token in a workbook of layout 1 is of a later layout, which is told', () => {
  const { edition } = issued;
  const rows = metaRows({ ...edition, layout: 1 }, addressed).map(({ key, value }) => [key, value] as const);
  expect(readMeta(new Map(rows)).later).toBe(2);
});
