/** One walk finds every text of a model, each under an address of its own. */
import { expect, test } from 'vitest';
import type { Model } from '../../src/model/model.js';
import { rewriteTexts, textsOf } from '../../src/model/texts.js';
import { installed } from '../installed.js';

const { model } = installed();

/** Fields that hold ids, figures and dates, by their names wherever they stand; they are the same in every language. */
const NO_TEXTS = new Set(
  'id version released n domain category level deployments mode unit direction threshold window see mappings categories date file edition olderEditions editions'.split(
    ' ',
  ),
);

/** Every string of the model but ids and the frameworks of others. */
function stringsIn(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return value === '' ? [] : [`${path} ${value}`];
  if (value instanceof Map) return [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => {
    const holdsTexts =
      key === 'deployments' || key === 'categories' ? typeof Object(each)[0] === 'object' : !NO_TEXTS.has(key);
    return holdsTexts ? stringsIn(each, `${path}/${key}`) : [];
  });
}

test('addresses are made of ids', () => {
  const texts = textsOf(model);
  expect(texts.get('GOV.name')).toBe('Governance');
  expect(texts.get('levels.2.name')).toBe('Repeatable');
  expect(texts.get('answers.not-met.name')).toBe('Not met');
  expect(texts.get('industries.energy.name')).toBe('Energy and utilities');
  expect(texts.get('sizes.1-49.name')).toBe('1 to 49 people');
  for (const address of [
    'title',
    'purpose.0',
    'handbook.roles.title',
    'handbook.roles.table.heading.0',
    'handbook.roles.table.rows.1.2',
    'deployments.paas.summary',
    'domains.foundational.summary',
    'regions.global.name',
    'glossary.0.definition',
    'changes.0.component',
    'GOV.levels.2.description',
    'GOV.levels.2.nextSteps.0',
    'GOV.excludes.0.topic',
    'GOV-2A.text',
    'GOV-2A.evidence.1',
  ])
    expect(texts.get(address), address).toBeTruthy();
  expect([...texts.keys()].filter((address) => address.endsWith('.kpi.measure')).length).toBeGreaterThan(70);
});

test('every text is found once; nothing else is touched', () => {
  const marked = rewriteTexts(model, (_, text) => `«${text}»`);
  const unmarked = stringsIn(marked).filter((text) => !/ «[^«]*»$/su.test(text));
  expect(unmarked).toEqual([]);
  expect(textsOf(model).size).toBe(stringsIn(model).length);
  const back = rewriteTexts(marked, (_, text) => text.slice(1, -1));
  expect(back).toEqual(model);
});

test('what says nothing has no address', () => {
  const silent = { ...model, readMore: '' };
  expect(textsOf(silent).has('readMore')).toBe(false);
  expect(textsOf(model).has('readMore')).toBe(true);
  expect(rewriteTexts(silent, () => 'something').readMore).toBe('');
});

test('a part of a model keeps the addresses of the whole', () => {
  const part: Model = { ...model, domains: model.domains.slice(1) };
  const whole = textsOf(model);
  for (const [address, text] of textsOf(part)) expect(whole.get(address)).toBe(text);
});
