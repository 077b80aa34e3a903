/** What becomes of one workbook among many. */
import { expect, test } from 'vitest';
import { recordOf } from '../../src/desk/record.js';
import { modelsOf, Shelf } from '../../src/layout/shelf.js';
import type { Model } from '../../src/model/model.js';
import { writeWorkbook } from '../../src/workbook/write.js';
import { everywhere } from '../assessments.js';
import { TOOL } from '../installed.js';
import { tinyModel } from '../tiny-model.js';
import { messagesIn } from '../../src/locale/messages.js';

const level = { level: 2 };
const whole = tinyModel({ GOV: [level, level, level], IAM: [level] });
const onlyIam: Model = {
  ...whole,
  domains: whole.domains.flatMap((domain) => {
    const categories = domain.categories.filter(({ id }) => id === 'IAM');
    return categories.length > 0 ? [{ ...domain, categories }] : [];
  }),
};

test.each([
  ['the whole model', whole, 1],
  ['a part of it', onlyIam, 0.25],
])('an assessment of %s is as complete as the whole model says', async (_, model, completeness) => {
  const bytes = await writeWorkbook({ model, assessment: everywhere(model, { answer: 'met' }), tool: TOOL });
  const { row } = recordOf(
    bytes,
    { path: 'a.xlsx', sha256: 'a'.repeat(64), modified: 0 },
    { shelf: new Shelf(modelsOf([whole], whole)), kind: 'row', tool: TOOL, messages: messagesIn() },
  );
  expect([row?.status, row?.maturity, row?.completeness]).toEqual(['accepted', 2, completeness]);
});
