/** A workbook that says its layout is read by it: to lay out another one takes longer than most of the reading. */
import { expect, test } from 'vitest';
import { LAYOUT } from '../../src/edition/edition.js';
import { issue } from '../../src/layout/shelf.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { readWorkbook } from '../../src/workbook/read.js';
import { writeXlsx } from '../../src/xlsx/write.js';
import { shelfOf, TOOL } from '../installed.js';
import { returnedModel as model } from '../returned.js';

test('no other layout is asked for', async () => {
  const bytes = await writeXlsx(planWorkbook(issue(model, { tool: TOOL })));
  const shelf = shelfOf(model);
  const asked = new Set<number>();
  const issued = shelf.issued.bind(shelf);
  shelf.issued = (edition) => {
    asked.add(edition.layout);
    return issued(edition);
  };
  expect(readWorkbook(bytes, shelf).findings).toEqual([]);
  expect([...asked]).toEqual([LAYOUT]);
});
