/** Whatever a workbook is built as: checked untouched, nothing is found, and it is known for what it is. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LAYOUTS } from '../../src/edition/edition.js';
import { issue, modelsOf, Shelf } from '../../src/layout/shelf.js';
import { LANGUAGES, USUAL_LANGUAGE } from '../../src/locale/languages.js';
import { categoriesOf, type Model } from '../../src/model/model.js';
import { selectModel } from '../../src/model/select.js';
import { auditWorkbook } from '../../src/workbook/audit.js';
import { readWorkbook } from '../../src/workbook/read.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { writeXlsx } from '../../src/xlsx/write.js';
import { anyAssessment } from '../assessments.js';
import { returnedModel } from '../returned.js';

/** One objective of each category is of the quick scan. */
const whole: Model = {
  ...returnedModel,
  domains: returnedModel.domains.map((domain) => ({
    ...domain,
    categories: domain.categories.map((category) => ({
      ...category,
      objectives: category.objectives.map((each, at) => (at === 0 ? { ...each, quick: true } : each)),
    })),
  })),
};
const shelf = new Shelf(modelsOf([whole], whole));
const codes = categoriesOf(returnedModel).map(({ id }) => id);
const deployments = returnedModel.deployments.map(({ id }) => id);

const options = fc.record({
  layout: fc.constantFrom(...LAYOUTS),
  language: fc.constantFrom(...Object.keys(LANGUAGES)),
  companion: fc.constantFrom(undefined, 'https://example.org/companion.html', 'https://example.org/a?b=c&d="e"'),
  categories: fc.subarray(codes, { minLength: 1 }),
  deployments: fc.subarray(deployments, { minLength: 1 }),
  quick: fc.boolean(),
  filled: fc.boolean(),
  seed: fc.integer(),
});

test('every way to build a workbook', async () => {
  await fc.assert(
    fc.asyncProperty(
      options,
      async ({ layout, language, companion, categories, deployments: types, quick, filled, seed }) => {
        const model = selectModel(whole, { categories, deployments: types, quick });
        const chosen = LANGUAGES[language] ?? USUAL_LANGUAGE;
        const issued = issue(model, {
          tool: 'some tool 0.0.1',
          layout,
          language: chosen,
          ...(companion ? { companion } : {}),
        });
        const assessment = filled ? fc.sample(anyAssessment(model), { numRuns: 1, seed })[0] : undefined;
        const bytes = await writeXlsx(planWorkbook(issued, assessment ? { assessment } : {}));
        const { value, findings } = readWorkbook(bytes, shelf);
        expect(
          findings.filter(({ affects, objective }) => affects === 'score' && objective === undefined && !filled),
        ).toEqual([]);
        expect(value?.edition).toEqual(issued.edition);
        expect(value && auditWorkbook(value)).toEqual([]);
        if (assessment) expect(value?.assessment).toEqual(assessment);
      },
    ),
    { numRuns: Number(process.env['AISMM_VECTORS'] ?? 40) },
  );
});
