/** What is new in a layout is not expected of the workbooks before it: words, rules, fields, columns and sheets. */
import { describe, expect, test } from 'vitest';
import { LAYOUT, LAYOUTS } from '../../src/edition/edition.js';
import { issue, modelsOf, Shelf } from '../../src/layout/shelf.js';
import { languageAt, type Language } from '../../src/locale/language.js';
import { en } from '../../src/locale/en/index.js';
import { auditWorkbook } from '../../src/workbook/audit.js';
import { readWorkbook } from '../../src/workbook/read.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { writeXlsx } from '../../src/xlsx/write.js';
import { returnedModel as model } from '../returned.js';

/** How the first layout says it. */
const { lead, title } = languageAt(en, 1).words.profile;
/** English after some of its words were changed: layouts before the change still say them as they did. */
const reworded: Language = {
  ...en,
  words: { ...en.words, profile: { ...en.words.profile, lead: 'Something plainer.', title: 'WHO' } },
  earlier: {
    1: {
      words: { ...en.earlier?.[1]?.words, profile: { ...en.earlier?.[1]?.words?.profile, lead, title } },
    },
  },
};

test('every layout that was ever issued can be read', () => {
  expect(LAYOUTS).toEqual(Array.from({ length: LAYOUT }, (_, before) => before + 1));
});

describe('words that have changed since', () => {
  test.each([
    [1, lead],
    [2, 'Something plainer.'],
  ])('layout %i says “%s”', (layout, expected) => {
    expect(languageAt(reworded, layout).words.profile.lead).toBe(expected);
  });

  test('nobody who answers an earlier workbook is told of changes', async () => {
    const bytes = await writeXlsx(planWorkbook(issue(model, { tool: 'an earlier one', layout: 1 })));
    const audit = (language: Language): string[] => {
      const { value } = readWorkbook(bytes, new Shelf(modelsOf([model], model), { languages: { en: language } }));
      return value ? auditWorkbook(value).map(({ code }) => code) : [];
    };
    expect(audit(reworded)).toEqual([]);
    // Without the earlier words they would be.
    expect(audit({ ...reworded, earlier: {} }).length).toBeGreaterThan(0);
  });
});
