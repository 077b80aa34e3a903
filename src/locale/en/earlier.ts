/** What English said otherwise in released layouts, by the last layout that says it so. */
import type { Language } from '../language.js';

export const earlier: NonNullable<Language['earlier']> = {
  1: {
    words: {
      endOfStandard: 'End of Standard',
      acknowledgments: { lead: '', end: 'End of Acknowledgments' },
      changes: { lead: '' },
      introduction: {
        end: 'End of Introduction',
        steps: {
          profile:
            'Fill in who is assessed, the assessment date, which deployment types are in use and, if you have them, targets.',
          grid: 'Read how the five levels of each category look, to know where you are heading.',
          answers:
            'Answer each row: choose an answer, name the evidence and the owner. The column “Counts as” shows at once how it counts.',
          scorecard: 'See levels, gaps and what to do next. It computes itself while you answer.',
          roadmap: () => 'Plan what stands between today and your targets, in the order given.',
        },
        rulesNote:
          'Printed from the same rules that compute the workbook. The rule is this project’s own; no public source states one.',
      },
      profile: {
        lead: 'Fill in the yellow cells. Everything else computes itself.',
        deploymentsLead:
          'All are set to Yes at first. A type set to No leaves out the objectives that are for it alone.',
        conditionsLead: 'Choose No where it is not so: what depends on it is left out. Blank counts as Yes.',
        categoriesLead:
          'Choose targets consciously: level 5 everywhere is not the aim. Blank means no target, or a weight of 1.',
      },
      grid: {
        title: 'MATURITY GRID',
        lead: 'Five described levels for each category. A darker cell is a level your answers have reached.',
      },
      answers: {
        lead: 'Answer in the yellow cells. Sorting and filtering are safe.',
        text: 'Control objective',
        evidenceExamples: 'Evidence an auditor would accept',
        source: 'Where to get the figure',
        noKpi: 'No figure: judge by evidence',
      },
      firstScorecard: {
        byDeploymentLead: 'Each type looked at alone: only objectives that are for it count.',
        legend:
          'Level: the highest at which objectives apply that are all met, as are those of every level below it. Possible level: if everything unanswered or expired were met. n/a: nothing applies.',
      },
      roadmap: {
        lead: 'What stands between today and your targets (without a target: the next level), in the order to do it. Fills itself.',
      },
      mapping: {
        older: (edition) => `Id in ${edition}`,
        lead: () =>
          'Controls of the AI Controls Matrix that objectives refer to. Chosen by title; ids and titles belong to the Cloud Security Alliance.',
      },
      feedback: {
        lead: 'The model is a living document. Tell its editors what is unclear, missing or wrong; leave it blank if nothing is.',
      },
      fields: {
        organization: {
          unit: { prompt: 'The part of the organization, if not the whole of it.' },
          scope: { prompt: 'What is looked at: which parts, systems or countries are in and out.' },
          industry: { prompt: 'Choose the closest.' },
          size: { prompt: 'People working in the organization.' },
          region: { prompt: 'Where most of the organization works.' },
          assessor: { prompt: 'Who carried out the assessment.' },
          asOf: {
            prompt:
              'The day the answers describe. Answers whose Valid until lies before it count as expired. Blank: nothing expires.',
          },
        },
        objective: {
          answer: {
            prompt: 'Choose from the list. Leave it blank if you do not know: a blank keeps the possible range open.',
          },
          measured: {
            prompt:
              'The figure itself, in the unit of the KPI target beside it: 97 for 97%. If Answer is blank, the measured value decides.',
          },
          evidence: { prompt: 'What you looked at, and where it is kept.' },
          owner: { prompt: 'Who answers for this objective.' },
          assessedOn: { prompt: 'The day the evidence was looked at, e.g. 2026-11-30.' },
          validUntil: {
            prompt: 'After this day the answer counts as expired. Leave it blank if it does not expire.',
          },
          action: { prompt: 'What will be done to meet the objective.' },
          due: { prompt: 'The day the action is to be done by.' },
          notes: {
            prompt:
              'Anything a reader should know. If the answer is Not applicable, write the reason here: without it the objective counts as unanswered.',
          },
        },
      },
    },
  },
};
