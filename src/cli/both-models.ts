/** Two editions that are both one’s own, each in a folder. */
import { modelName, type Models } from '../node.js';

/** Models of two folders, the first of them the usual one. */
export function beside(first: Models, second: Models): Models {
  const known = new Set(first.editions.map(modelName));
  return {
    ...first,
    editions: [...first.editions, ...second.editions.filter((each) => !known.has(modelName(each)))],
    find: (id, version, language) => first.find(id, version, language) ?? second.find(id, version, language),
  };
}
