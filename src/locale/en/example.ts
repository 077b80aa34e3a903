/** What fictional organizations write: examples are always in English, as nothing but the command line makes them. */
import type { ExampleTexts } from '../../assessment/example.js';
import { objectiveExamples } from './example-objectives.js';
import { words } from './words.js';

export const exampleTexts: ExampleTexts = {
  stories: {
    early: {
      scope: 'Head office and its AI services (branch offices follow next year)',
      publicScope: 'Central administration and its AI services (departments follow next year)',
      assessor: 'IT security (self-assessment)',
      contact: 'IT security, it-security@example.com',
    },
    typical: {
      scope: 'All business units and their AI services, excluding suppliers',
      publicScope: 'All departments and their AI services, excluding suppliers',
      assessor: 'Birch Audit Ltd',
      contact: 'AI security office, ai-security@example.com',
    },
    advanced: {
      scope: 'All companies of the group and their AI services, including suppliers',
      publicScope: 'All departments and their AI services, including suppliers',
      assessor: 'Larch Assurance Ltd',
      contact: 'AI assurance team, ai-assurance@example.com',
    },
  },
  mark: (seed) => (seed === FIRST_SEED ? 'example' : `example ${seed}`),
  owners: {
    GOV: ['CISO', 'Head of AI governance'],
    ORG: ['Head of cloud platforms', 'CISO'],
    IAM: ['Head of identity management'],
    MON: ['Head of security operations', 'Lead of security monitoring'],
    INF: ['Head of IT operations', 'Head of cloud platforms'],
    MOD: ['Head of data science', 'Lead of AI testing'],
    APP: ['Head of application development', 'Lead architect'],
    DAT: ['Chief data officer', 'Data protection officer'],
    RSK: ['Head of risk management', 'Head of procurement'],
    DEV: ['Head of software engineering', 'Lead of build systems'],
    CMP: ['Head of compliance', 'Data protection officer'],
    IR: ['Head of security operations', 'Incident manager'],
    others: ['CISO', 'Head of IT operations', 'Lead architect'],
  },
  units: words.units,
  objectives: { aismm: objectiveExamples },
  notApplicable: 'We do not use AI for this purpose, and we do not plan to use it.',
  /** Where the evidence is. */
  proofs: [
    (evidence, number, day) => `${evidence} (evidence folder ${number}, seen ${day})`,
    (evidence, number, day) => `${evidence} (ticket ${number}, seen ${day})`,
    (evidence, number, day) => `${evidence} (audit file ${number}, seen ${day})`,
  ],
  unproven: [
    (seen, owner, day, due) => `Viewed on screen on ${day}: ${seen}. Evidence requested from ${owner}, due ${due}.`,
    (seen, owner, day, due) =>
      `Read on screen on ${day}: ${seen}. Permission to copy requested from ${owner}, due ${due}.`,
    (seen, owner, day, due) => `Shown in the interview on ${day}: ${seen}. Export requested from ${owner}, due ${due}.`,
  ],
  notes: {
    met: [
      'Verified together with the owner.',
      'A second person also examined the evidence.',
      'The owner will repeat the check before the answer expires.',
    ],
    partly: ['The owner agrees with this answer.', 'Discussed with management.'],
    planned: [
      'The budget has been approved.',
      'The budget for next year has been requested.',
      'Management is aware of this gap.',
    ],
    unplanned: ['This is not in our plan for next year.', 'We will examine this again in the next assessment.'],
  },
  answering: [
    'Collect the evidence, and answer this objective',
    'Interview the owner again, and answer this objective',
    'Clarify the open question, and answer this objective',
  ],
  completing: [
    (called, evidence) => `Complete “${called}”. Still missing: ${evidence}`,
    (called, evidence) => `Close the gap in “${called}”, and add this evidence: ${evidence}`,
  ],
  beginning: [
    (called) => `Agree on a plan for “${called}” with the owner, and start with the most frequently used AI service`,
    (called) => `Assign responsibilities for “${called}”, and report progress every month`,
  ],
  improving: [
    (from, to) => `Improve the measured value from ${from} to ${to}. Begin with the cases that have the highest risk.`,
    (from, to) => `Find out why the measured value is ${from} and not ${to}, and remove the main cause.`,
  ],
};

/** The seed of `aismm example` without options. */
const FIRST_SEED = 1;
