/** What is said of a sample for an assessor. */
import type { SampleReason } from '../../scoring/sample.js';

export const sampleWords = {
  title: 'Sample for an assessor',
  drawn: (drawn: number, met: number, seed: number) =>
    `${drawn} of ${met} objectives that count as met, drawn with seed ${seed}.`,
  none: 'No objective counts as met. There is nothing to draw from.',
  /** How it is drawn. */
  rule: [
    'Each objective has weight 1. Each reason doubles its weight, so that it is drawn more often.',
    'The same file and the same seed give the same sample.',
  ],
  reasons: {
    'carries-level': 'carries the level of its category',
    'without-evidence': 'no evidence given',
    'word-only': 'no measured value given',
  } satisfies Readonly<Record<SampleReason, string>>,
  headings: {
    id: 'Objective',
    title: 'Title',
    level: 'Level',
    weight: 'Weight',
    reasons: 'Reasons',
    owner: 'Owner',
    evidence: 'Evidence given',
    asked: 'Evidence to ask for',
  },
} as const;

/** The words for a sample. */
export type SampleWords = typeof sampleWords;
