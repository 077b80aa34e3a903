/** What is said of the changes between editions, of assessments compared, and of answers carried over. */
import type { MigrationCounts } from '../../assessment/migrate.js';
import type { Reason } from '../../scoring/comparison.js';
import type { State } from '../../scoring/rules.js';
import type { Difference, Reach } from '../../model/changes.js';

const plural = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
const objectives = (n: number): string => plural(n, 'objective', 'objectives');

const reach = (target: Reach): string =>
  target === null
    ? 'none'
    : `${target.direction === 'at-least' ? 'at least' : 'at most'} ${target.threshold} ${target.unit}${target.decides ? '' : ', which decides nothing alone'}`;

const sets = { deployments: 'Deployment types', conditions: 'Conditions', mappings: 'Mappings' } as const;

export const changesWords = {
  none: 'none',
  diff: {
    title: (from: string, to: string) => `What changed from ${from} to ${to}`,
    counts: ({
      before,
      now,
      kept,
      hold,
      again,
      dropped,
      added,
    }: {
      readonly before: number;
      readonly now: number;
      readonly kept: number;
      readonly hold: number;
      readonly again: number;
      readonly dropped: number;
      readonly added: number;
    }) => [
      `${objectives(before)} before, ${now} now.`,
      `Answers are still valid for ${hold} of ${before}, and ${kept} have the same words.`,
      `Answers have to be given again for ${again}. ${dropped} ${dropped === 1 ? 'is' : 'are'} no longer asked, and ${added} ${added === 1 ? 'is' : 'are'} new.`,
    ],
    undeclared: (from: string, to: string) =>
      `No changes.yaml leads from ${from} to ${to}: ids and texts were compared. Declare the changes to say what an old answer is worth.`,
    nothing: 'Nothing changed.',
    headings: ['Before', 'Change', 'Now', 'Old answers', 'What and why'] as const,
    is: {
      kept: 'kept',
      added: 'added',
      dropped: 'dropped',
      reworded: 'reworded',
      moved: 'moved',
      split: 'split',
      merged: 'merged',
      level: 'level',
      threshold: 'target',
      deployments: 'deployment types',
      conditions: 'conditions',
      mappings: 'mappings',
    },
    effect: { breaking: 'breaking', safe: 'safe' },
    difference: (each: Difference): string => {
      switch (each.is) {
        case 'level':
          return `Level ${each.before} before, ${each.now} now.`;
        case 'threshold':
          return `Target ${reach(each.before)} before, ${reach(each.now)} now.`;
        case 'deployments':
        case 'conditions':
        case 'mappings':
          return [
            ...(each.added.length > 0 ? [`${sets[each.is]} added: ${each.added.join(', ')}.`] : []),
            ...(each.removed.length > 0 ? [`${sets[each.is]} removed: ${each.removed.join(', ')}.`] : []),
          ].join(' ');
      }
    },
  },
  migration: {
    title: (from: string, to: string) => `Answers carried over from ${from} to ${to}`,
    counts: ({ answers, kept, review, dropped }: MigrationCounts) => [
      `${plural(answers, 'answer', 'answers')} before: ${kept} kept, ${review} to review, ${dropped} dropped.`,
      ...(review > 0 ? ['What is to be reviewed counts as unanswered until a person chooses an answer.'] : []),
    ],
    isNew: (n: number) => `${objectives(n)} of the new edition ${n === 1 ? 'has' : 'have'} no answer before.`,
    outcomes: { kept: 'Kept', review: 'To be reviewed', dropped: 'Dropped' },
    headings: ['Before', 'Change', 'Now', 'What was answered', 'Why'] as const,
    left: 'Has no place in the new edition',
    leftHeadings: ['Where', 'What was there'] as const,
    /** What stands in the comment of an answer that is to be reviewed. */
    proposal: ({
      id,
      edition,
      lines,
      why,
    }: {
      readonly id: string;
      readonly edition: string;
      readonly lines: readonly string[];
      readonly why: readonly string[];
    }) =>
      [
        `To be reviewed. ${edition} asked for this as ${id}, and the answer there was:`,
        ...lines,
        ...(why.length > 0 ? [`What changed: ${why.join(' ')}`] : []),
        'Nothing of this is counted. Choose an answer in the cell.',
      ].join('\n'),
    /** Knows such a comment again, also below one that people have put before it. */
    isProposal: (comment: string): boolean =>
      /(^|\n)To be reviewed\. \S+ \d+\.\d+ asked for this as \S+, and the answer there was:\s/.test(comment),
    nothing: 'only a comment',
  },
  comparison: {
    title: 'What moved',
    side: (which: 'before' | 'now', model: string, asOf: string, asked: number) =>
      `${which === 'before' ? 'Before' : 'Now'}: ${asOf === '' ? 'no assessment date' : asOf}, ${model}, ${objectives(asked)} asked.`,
    partsDiffer: 'The two were asked different parts, so that their figures are not compared.',
    nothing: 'Nothing moved.',
    program: 'Program',
    figure: {
      level: 'level',
      maturity: 'maturity',
      evidencedMaturity: 'by evidence',
      plannedMaturity: 'once planned',
      evidencedLevel: 'level by evidence',
      plannedLevel: 'level once planned',
      floor: 'weakest level',
      completeness: 'answered',
      target: 'target',
    },
    by: (difference: number, as: 'decimal' | 'whole' | 'points') => {
      const size = Math.abs(difference).toFixed(as === 'decimal' ? 2 : 0);
      return `${difference < 0 ? '−' : '+'}${size}${as === 'points' ? ' points' : ''}`;
    },
    figureHeadings: ['What', 'Figure', 'Before', 'Now', 'By'] as const,
    figures: 'Figures',
    objectivesTitle: 'Objectives',
    objectiveHeadings: ['Objective', 'Before', 'Now', 'Why'] as const,
    notAsked: 'not asked',
    state: {
      met: 'met',
      partly: 'partly',
      unmet: 'not met',
      unanswered: 'unanswered',
      expired: 'expired',
      excluded: 'not applicable',
    } satisfies Readonly<Record<State, string>>,
    why: {
      answer: 'new answer',
      measured: 'new figure',
      reason: 'reason added or removed',
      expired: 'answer expired',
      renewed: 'answer valid again',
      'evidence-added': 'evidence added',
      'evidence-removed': 'evidence removed',
      deployments: 'other deployment types in use',
      conditions: 'other conditions',
      target: 'other target',
      edition: 'other edition',
    } satisfies Readonly<Record<Reason, string>>,
    edition: (from: string, to: string) => `What the change from ${from} to ${to} alone does`,
    editionNote: 'The old answers are carried over, and nothing that is to be reviewed is confirmed.',
  },
} as const;

/** The words for editions, comparison and migration. */
export type ChangesWords = typeof changesWords;
