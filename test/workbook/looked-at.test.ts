/** Reading looks at little of a workbook: most of it is texts of ours that nobody asks for. */
import { expect, test } from 'vitest';
import { readWorkbook } from '../../src/workbook/read.js';
import { writeWorkbook } from '../../src/workbook/write.js';
import { exampleOf } from '../assessments.js';
import { metered } from '../hostile/meter.js';
import { shelfOf, TOOL, usual } from '../installed.js';

test('a filled workbook: texts that cannot be options are not even decoded', async () => {
  const { model } = usual();
  const shelf = shelfOf(model);
  const bytes = await writeWorkbook({
    model,
    assessment: exampleOf(model, { seed: 1, profile: 'typical' }),
    tool: TOOL,
  });
  // What is made once for the edition is made.
  expect(readWorkbook(bytes, shelf).findings).toEqual([]);
  const { steps, value } = metered(() => readWorkbook(bytes, shelf));
  expect(value.value?.assessment.answers.size).toBeGreaterThan(100);
  expect(steps).toBeLessThan(600_000);
});
