/** What is said of a sample for an assessor. */
import type { SampleReason } from '../../scoring/sample.js';

export const sampleWords = {
  title: 'Sample for an assessor',
  drawn: (drawn: number, met: number, seed: number) =>
    `The sample contains ${drawn} of the ${met} met objectives. The seed is ${seed}.`,
  none: 'No objective is met, so there is no sample.',
  /** How it is drawn. */
  rule: [
    'Initially, each objective has a weight of 1. Each reason to examine an objective doubles its weight. An objective with a higher weight is more likely to be in the sample.',
    'The same file and the same seed always produce the same sample.',
  ],
  reasons: {
    'carries-level': 'the level of the category depends on this objective',
    'without-evidence': 'there is no evidence',
    'word-only': 'there is no measured value',
  } satisfies Readonly<Record<SampleReason, string>>,
  headings: {
    id: 'Objective',
    title: 'Title',
    level: 'Level',
    weight: 'Weight',
    reasons: 'Reasons',
    owner: 'Owner',
    evidence: 'Recorded evidence',
    asked: 'Evidence to ask for',
  },
} as const;

/** The words for a sample. */
export type SampleWords = typeof sampleWords;
