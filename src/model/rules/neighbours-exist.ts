/** A category sends readers on to categories that exist, and not to itself; its file holds the category it is named after. */
import type { Breach, Law } from './law.js';

export const neighboursExist: Law = {
  name: 'neighbours-exist',
  says: '“see” names another category of the model, and each file contains the category in its name.',
  check: ({ source }) =>
    [...source.categories].flatMap(([category, { value }]): Breach[] => [
      ...(value.id === category
        ? []
        : [{ category, path: ['id'], detail: `the file of ${category} contains “${value.id}”. Correct the id.` }]),
      ...value.excludes.flatMap(({ see }, index) =>
        see !== category && source.categories.has(see)
          ? []
          : [
              {
                category,
                path: ['excludes', index, 'see'],
                detail: `“${see}” is not another category of the model. Use the code of the category that contains this topic.`,
              },
            ],
      ),
    ]),
};
