/** What is said of the changes between editions, of assessments compared, and of answers carried over. */
import type { MigrationCounts } from '../../assessment/migrate.js';
import type { Reason } from '../../scoring/comparison.js';
import type { State } from '../../scoring/rules.js';
import type { Difference, Reach } from '../../model/changes.js';
import { proposalHead } from './proposal.js';

const plural = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
const objectives = (n: number): string => plural(n, 'objective', 'objectives');

const reach = (target: Reach): string =>
  target === null
    ? 'none'
    : `${target.direction === 'at-least' ? 'at least' : 'at most'} ${target.threshold} ${target.unit}${target.decides ? '' : ', which is not sufficient to decide alone'}`;

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
      `Before: ${objectives(before)}. Now: ${objectives(now)}.`,
      `Old answers are still valid for ${hold} of ${objectives(before)}. The text of ${objectives(kept)} is unchanged.`,
      `${objectives(again)} must be answered again. ${objectives(dropped)} ${dropped === 1 ? 'was' : 'were'} removed, and ${objectives(added)} ${added === 1 ? 'is' : 'are'} new.`,
    ],
    undeclared: (from: string, to: string) =>
      `There is no changes.yaml from ${from} to ${to}, so only ids and texts were compared. Add changes.yaml to declare which old answers are still valid.`,
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
    title: (from: string, to: string) => `Answers migrated from ${from} to ${to}`,
    counts: ({ answers, kept, review, dropped }: MigrationCounts) => [
      `Of ${plural(answers, 'old answer', 'old answers')}, ${kept} ${kept === 1 ? 'was' : 'were'} kept, ${review} must be reviewed, and ${dropped} ${dropped === 1 ? 'was' : 'were'} dropped.`,
      ...(review > 0 ? ['Answers to review count as unanswered until a person chooses an answer.'] : []),
    ],
    isNew: (n: number) => `${objectives(n)} of the new edition ${n === 1 ? 'has' : 'have'} no old answer.`,
    outcomes: { kept: 'Kept', review: 'To be reviewed', dropped: 'Dropped' },
    headings: ['Before', 'Change', 'Now', 'Old answer', 'Why'] as const,
    left: 'Content that the new edition cannot contain',
    leftHeadings: ['Where', 'Old content'] as const,
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
        proposalHead(edition, id),
        ...lines,
        ...(why.length > 0 ? [`What changed: ${why.join(' ')}`] : []),
        'The old answer does not count. Choose an answer in the cell.',
      ].join('\n'),
    nothing: 'only a comment',
  },
  comparison: {
    title: 'What changed',
    side: (which: 'before' | 'now', model: string, asOf: string, asked: number) =>
      `${which === 'before' ? 'Before' : 'Now'}: ${asOf === '' ? 'no assessment date' : asOf}, ${model}, ${objectives(asked)} asked.`,
    partsDiffer: 'The two workbooks contain different parts of the model, so their results are not compared.',
    nothing: 'Nothing changed.',
    program: 'Program',
    figure: {
      level: 'level',
      maturity: 'maturity',
      evidencedMaturity: 'by evidence',
      plannedMaturity: 'as planned',
      evidencedLevel: 'level by evidence',
      plannedLevel: 'level as planned',
      floor: 'weakest level',
      completeness: 'answered',
      target: 'target',
    },
    by: (difference: number, as: 'decimal' | 'whole' | 'points') => {
      const size = Math.abs(difference).toFixed(as === 'decimal' ? 2 : 0);
      return `${difference < 0 ? '−' : '+'}${size}${as === 'points' ? ' points' : ''}`;
    },
    figureHeadings: ['Part', 'Result', 'Before', 'Now', 'Change'] as const,
    figures: 'Results',
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
      measured: 'new measured value',
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
    edition: (from: string, to: string) => `Effect of the change from ${from} to ${to} alone`,
    editionNote: 'To compute this effect, the program migrated the old answers. Answers to review count as unanswered.',
  },
} as const;

/** The words for editions, comparison and migration. */
export type ChangesWords = typeof changesWords;
