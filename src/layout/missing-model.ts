/** Why an edition of a model is not to be had. */
import type { FactsOf } from '../diagnostic/catalogue.js';
import { find, type Finding, type Place } from '../diagnostic/finding.js';
import { compareVersions, modelName, type ModelName } from '../model/named.js';
import type { Models } from './shelf.js';

/** What is said where `find` of the models gave none: it is not here, or its files are faulty. */
export function missingModel(
  wanted: ModelName,
  { editions, usual }: Pick<Models, 'editions' | 'usual'>,
  { askedBy, at = {} }: Pick<FactsOf<'unknown-model'>, 'askedBy'> & { readonly at?: Place } = {},
): Finding {
  const found = modelName(wanted);
  if (editions.some((each) => modelName(each) === found)) return find('faulty-model', at, { found });
  if (askedBy !== undefined) return find('unknown-model', at, { found, expected: editions.map(modelName), askedBy });
  const own = editions.filter(({ id }) => id === wanted.id);
  const expected = (own.length > 0 ? own : editions).map(modelName);
  const age = wanted.id === usual.id ? ageOf(wanted.version, own) : undefined;
  return find('unknown-model', at, { found, expected, ...(age ? { age } : {}) });
}

/** Whether a version is older or newer than all of ours; undefined for one that is neither, or not made of numbers. */
function ageOf(version: string, own: readonly ModelName[]): 'older' | 'newer' | undefined {
  if (!/^\d+(\.\d+)*$/.test(version)) return undefined;
  const order = own.map((each) => compareVersions(version, each.version));
  return order.every((each) => each < 0) ? 'older' : order.every((each) => each > 0) ? 'newer' : undefined;
}
