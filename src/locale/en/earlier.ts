/** What English said otherwise in released layouts, by the last layout that says it so. */
import type { Language } from '../language.js';

export const earlier: NonNullable<Language['earlier']> = {
  1: {
    words: {
      endOfStandard: 'End of Standard',
      introduction: {
        steps: {
          profile:
            'Fill in who is assessed, the assessment date, which deployment types are in use and, if you have them, targets.',
          grid: 'Read how the five levels of each category look, to know where you are heading.',
          answers:
            'Answer each row: choose an answer, name the evidence and the owner. The column “Counts as” shows at once how it counts.',
          scorecard: 'See levels, gaps and what to do next. It computes itself while you answer.',
          roadmap: 'Plan what stands between today and your targets, in the order given.',
        },
      },
      profile: { lead: 'Fill in the yellow cells. Everything else computes itself.' },
      answers: { text: 'Control objective', kpi: 'KPI target', partly: 'Partially met when' },
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
