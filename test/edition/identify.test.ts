/** What a workbook was issued as, where Meta does not say it, or says something else than the sheets. Never a guessed score. */
import { describe, expect, test } from 'vitest';
import { LAYOUT } from '../../src/edition/edition.js';
import { issue, modelsOf, Shelf } from '../../src/layout/shelf.js';
import type { Model } from '../../src/model/model.js';
import { selectModel } from '../../src/model/select.js';
import { readWorkbook } from '../../src/workbook/read.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import type { PlannedSheet } from '../../src/xlsx/plan.js';
import { writeXlsx } from '../../src/xlsx/write.js';
import { returnedModel, returnedWith } from '../returned.js';

/** The same ids as the edition before; one objective says something else. */
const nextModel: Model = {
  ...returnedModel,
  version: '1.1',
  domains: returnedModel.domains.map((domain) => ({
    ...domain,
    categories: domain.categories.map((category) => ({
      ...category,
      objectives: category.objectives.map((each) =>
        each.id === 'GOV-2B' ? { ...each, text: 'Something else is met.' } : each,
      ),
    })),
  })),
};
const one = new Shelf(modelsOf([returnedModel], returnedModel));
const both = new Shelf(modelsOf([returnedModel, nextModel], nextModel));

type Change = (sheet: PlannedSheet) => PlannedSheet | undefined;

const assessment = returnedWith({ 'GOV-2A': { measured: 97 }, 'GOV-2B': { answer: 'met' } });

/** A workbook whose sheets were changed before it was written. */
async function workbook(change: Change, { model = returnedModel, layout = LAYOUT } = {}): Promise<Uint8Array> {
  const filled = { ...assessment, model: { id: model.id, version: model.version } };
  const plan = planWorkbook(issue(model, { tool: 'tool', layout }), { assessment: filled });
  return writeXlsx({ ...plan, sheets: plan.sheets.flatMap((sheet) => change(sheet) ?? []) });
}

/** Meta without some of its rows, or with other values in them. */
const meta =
  (values: Readonly<Record<string, string | undefined>>): Change =>
  (sheet) => {
    if (sheet.name !== 'Meta') return sheet;
    const cells = sheet.cells.flatMap((cell) => {
      const row = cell.subject?.row ?? '';
      if (!(row in values)) return cell;
      const value = values[row];
      return value === undefined ? [] : [cell.subject?.column === 'value' ? { ...cell, value } : cell];
    });
    return { ...sheet, cells };
  };

const withoutMeta: Change = (sheet) => (sheet.name === 'Meta' ? undefined : sheet);
/** A1 of every sheet blank, where the stamp stands. */
const withoutStamps =
  (change: Change): Change =>
  (sheet) => {
    const changed = change(sheet);
    const isStamp = (value: unknown): boolean => typeof value === 'string' && value.startsWith('{"specification');
    return changed && { ...changed, cells: changed.cells.filter(({ value }) => !isStamp(value)) };
  };

const codes = (bytes: Uint8Array, shelf = one): string[] => readWorkbook(bytes, shelf).findings.map(({ code }) => code);

describe('nothing is scored', () => {
  test.each([
    ['a layout of the future', meta({ format: '7' }), 'unknown-format'],
    ['a model that is not here', meta({ model: 'other' }), 'contradicting-meta'],
    ['a version that is not here', withoutStamps(meta({ version: '9.0' })), 'unknown-model'],
    ['another version than the sheets', meta({ version: '9.0' }), 'contradicting-meta'],
    ['a language of the future', meta({ locale: 'tlh' }), 'unknown-language'],
    ['a category that the model does not have', meta({ categories: 'GOV,XYZ' }), 'contradicting-meta'],
    ['a part, and sheets of the whole', meta({ categories: 'GOV' }), 'contradicting-meta'],
    ['as many categories, but one of them twice', meta({ categories: 'GOV,GOV' }), 'contradicting-meta'],
    ['one deployment type, and sheets of all', meta({ deployments: 'paas' }), 'contradicting-meta'],
    ['a category as its deployment type', meta({ deployments: 'GOV' }), 'contradicting-meta'],
    ['a deployment type as its category', meta({ categories: 'paas' }), 'contradicting-meta'],
    ['each as the other', meta({ categories: 'paas', deployments: 'GOV' }), 'contradicting-meta'],
    ['an objective as its deployment type', meta({ deployments: 'GOV-2A' }), 'contradicting-meta'],
    ['another language than the sheets', meta({ locale: 'en-XA' }), 'contradicting-meta'],
    ['an earlier layout than Meta itself is of', meta({ format: '1' }), 'contradicting-meta'],
  ])('%s; what Meta says is named with sheet and cell', async (_, change, code) => {
    const { value, findings } = readWorkbook(await workbook(change), one);
    expect(value).toBeUndefined();
    expect(findings.map((each) => each.code)).toEqual([code]);
    expect(findings[0]).toMatchObject({ sheet: 'Meta', cell: expect.stringMatching(/^B\d+$/) as string });
  });

  test.each([
    ['the whole', { categories: 'GOV,IAM' }],
    ['another part', { categories: 'GOV' }],
    ['other deployment types', { deployments: 'self-hosted' }],
  ])('sheets of a part, and Meta of %s', async (_, values) => {
    const part = selectModel(returnedModel, { categories: ['IAM'], deployments: ['paas'] });
    const bytes = await workbook(meta(values), { model: part });
    expect(readWorkbook(bytes, one).value).toBeUndefined();
    expect(codes(bytes)).toEqual(['contradicting-meta']);
  });

  test('Meta twice, with different values', async () => {
    const plan = planWorkbook(issue(returnedModel, { tool: 'tool' }));
    const sheets = plan.sheets.flatMap((sheet) => {
      const other = sheet.name === 'Meta' ? meta({ version: '1.1' })(sheet) : undefined;
      return other ? [sheet, { ...other, name: 'Meta (2)' }] : [sheet];
    });
    const { value, findings } = readWorkbook(await writeXlsx({ ...plan, sheets }), one);
    expect(value).toBeUndefined();
    const facts = { about: 'itself', found: 'version: 1.1', expected: ['version: 1.0'] };
    expect(findings).toMatchObject([{ code: 'contradicting-meta', facts }]);
  });

  test('two editions that the sheets fit alike', async () => {
    const same = { ...nextModel, domains: returnedModel.domains };
    const shelf = new Shelf(modelsOf([returnedModel, same], same));
    const { value, findings } = readWorkbook(await workbook(withoutStamps(withoutMeta)), shelf);
    expect(value).toBeUndefined();
    expect(findings).toMatchObject([{ code: 'unclear-edition', facts: { expected: ['tiny 1.0', 'tiny 1.1'] } }]);
  });
});

describe('read, and said', () => {
  test.each([
    ['no Meta', withoutMeta, 'missing-meta'],
    ['no Meta and no stamps', withoutStamps(withoutMeta), 'missing-meta'],
    ['no version, which the stamps say', meta({ version: undefined }), 'incomplete-meta'],
    ['no language', meta({ locale: '' }), 'incomplete-meta'],
    ['no layout', meta({ format: undefined }), 'incomplete-meta'],
    ['no categories', meta({ categories: ' ' }), 'incomplete-meta'],
    ['no tool', meta({ madeBy: undefined }), 'incomplete-meta'],
    ['no row for the companion', meta({ companion: undefined }), 'incomplete-meta'],
  ])('%s', async (_, change, code) => {
    const { value, findings } = readWorkbook(await workbook(change), one);
    expect(findings.map((each) => each.code)).toEqual([code]);
    expect(findings[0]?.sheet).toBe(code === 'incomplete-meta' ? 'Meta' : undefined);
    expect(value?.assessment).toEqual(assessment);
  });

  test.each([
    ['no Meta', withoutMeta, 'missing-meta'],
    ['neither categories nor deployment types', meta({ categories: '', deployments: '' }), 'incomplete-meta'],
  ])('a part with %s is read as what its sheets ask', async (_, change, code) => {
    const model = selectModel(returnedModel, { categories: ['IAM'], deployments: ['paas'] });
    const { value, findings } = readWorkbook(await workbook(change, { model }), one);
    expect(findings.map((each) => each.code)).toEqual([code]);
    expect(findings[0]?.facts).toMatchObject({ expected: expect.arrayContaining(['IAM', 'paas']) as string[] });
    expect(value?.edition.part).toEqual({ categories: ['IAM'], deployments: ['paas'] });
  });

  const scan: Model = {
    ...returnedModel,
    domains: returnedModel.domains.map((domain) => ({
      ...domain,
      categories: domain.categories.map((category) => ({
        ...category,
        objectives: category.objectives.map((each) => (/-2A$/.test(each.id) ? { ...each, quick: true } : each)),
      })),
    })),
  };
  const scans = new Shelf(modelsOf([scan], scan));
  const quick = selectModel(scan, { quick: true });
  test.each([
    ['a quick scan without Meta', quick, withoutMeta, 'missing-meta', true],
    ['a quick scan whose Meta does not say so', quick, meta({ quick: '' }), 'incomplete-meta', true],
    ['a whole model whose Meta does not say so', scan, meta({ quick: 'perhaps' }), 'incomplete-meta', undefined],
  ])('%s is read as what its sheets ask', async (_, model, change, code, isQuick) => {
    const { value, findings } = readWorkbook(await workbook(change, { model }), scans);
    expect(findings.map((each) => each.code)).toContain(code);
    expect(value?.edition.part.quick).toBe(isQuick);
  });

  test.each([
    ['a quick scan that says it is the whole', quick, 'no'],
    ['the whole that says it is a quick scan', scan, 'yes'],
  ])('%s is refused', async (_, model, says) => {
    const { value, findings } = readWorkbook(await workbook(meta({ quick: says }), { model }), scans);
    expect(value).toBeUndefined();
    expect(findings).toContainEqual(expect.objectContaining({ code: 'contradicting-meta' }));
  });

  test('a blank companion is no gap in Meta', async () => {
    expect(codes(await workbook((sheet) => sheet))).toEqual([]);
  });
});

describe('two editions on one shelf', () => {
  test.each([
    ['the older', returnedModel],
    ['the newer', nextModel],
  ])('%s is read as what it is', async (_, model) => {
    const { value, findings } = readWorkbook(await workbook((sheet) => sheet, { model }), both);
    expect(findings).toEqual([]);
    expect(value?.edition.version).toBe(model.version);
    expect(value?.model).toBe(model);
  });

  test.each([
    ['the older', returnedModel],
    ['the newer', nextModel],
  ])('%s is told by its statements where nothing else is left', async (_, model) => {
    const { value, findings } = readWorkbook(await workbook(withoutStamps(withoutMeta), { model }), both);
    expect(findings.map(({ code }) => code)).toEqual(['missing-meta']);
    expect(value?.edition.version).toBe(model.version);
  });

  test('a part of the older one', async () => {
    const part = selectModel(returnedModel, { categories: ['IAM'] });
    const bytes = await writeXlsx(planWorkbook(issue(part, { tool: 'tool' })));
    const { value, findings } = readWorkbook(bytes, both);
    expect(findings).toEqual([]);
    expect(value?.edition).toMatchObject({ version: '1.0', part: { categories: ['IAM'] } });
  });
});
