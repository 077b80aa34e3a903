/** What English said otherwise in released layouts, by the last layout that says it so. */
import type { Language } from '../language.js';

export const earlier: NonNullable<Language['earlier']> = {
  1: {
    words: {
      fields: {
        objective: {
          measured: {
            prompt:
              'The figure itself, in the unit of the KPI target beside it: 97 for 97%. If Answer is blank, the measured value decides.',
            error: 'Enter a number of 0 or more, without a unit: 97 for 97%.',
          },
        },
      },
    },
  },
};
