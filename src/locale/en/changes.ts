/** What is said of the changes between editions, of assessments compared, and of answers carried over. */
import type { MigrationCounts } from '../../assessment/migrate.js';
import type { Reason } from '../../scoring/comparison.js';
import type { State } from '../../scoring/rules.js';
import type { Difference, Reach } from '../../model/changes.js';
import { proposalHead } from './proposal.js';

const plural = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
const objectives = (n: number): string => plural(n, 'objective', 'objectives');

const reach = (target: NonNullable<Reach>): string =>
  `${target.direction === 'at-least' ? 'at least' : 'at most'} ${target.threshold} ${target.unit}${target.decides ? '' : ' (the measured value alone is not sufficient)'}`;

/** How a target changed; a target that is new or no longer there is named alone. */
function targetChange(before: Reach, now: Reach): string {
  if (before === null) return now === null ? '' : `The objective now has the KPI target ${reach(now)}.`;
  if (now === null) return `The objective no longer has the KPI target ${reach(before)}.`;
  return `The KPI target was ${reach(before)}, and is now ${reach(now)}.`;
}

const sets = { deployments: 'Deployment types', conditions: 'Conditions', mappings: 'Mappings' } as const;

export const changesWords = {
  none: 'none',
  diff: {
    title: (from: string, to: string) => `Changes from ${from} to ${to}`,
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
      `The old edition has ${objectives(before)}, and the new edition has ${objectives(now)}.`,
      `Old answers are still valid for ${hold} of ${objectives(before)}. The text of ${objectives(kept)} did not change.`,
      `People must answer ${objectives(again)} again. The new edition does not contain ${objectives(dropped)} of the old edition, and ${objectives(added)} ${added === 1 ? 'is' : 'are'} new.`,
    ],
    undeclared: (from: string, to: string) =>
      `No changes.yaml file describes the changes from ${from} to ${to}, so aismm compared only ids and texts. To specify which old answers are still valid, add a changes.yaml file to the new edition.`,
    nothing: 'There are no changes.',
    headings: ['Before', 'Change', 'Now', 'Old answers', 'Details'] as const,
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
          return `The level was ${each.before}, and is now ${each.now}.`;
        case 'threshold':
          return targetChange(each.before, each.now);
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
      `aismm kept ${kept} of ${plural(answers, 'old answer', 'old answers')} and dropped ${dropped}. A person must review ${plural(review, 'old answer', 'old answers')}.`,
      ...(review > 0
        ? ['Until a person reviews an old answer and chooses an answer, aismm treats the objective as unanswered.']
        : []),
    ],
    isNew: (n: number) => `${objectives(n)} of the new edition ${n === 1 ? 'does' : 'do'} not have an old answer.`,
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
        'aismm does not use the old answer. Choose an answer in the cell.',
      ].join('\n'),
    nothing: 'only a comment',
  },
  comparison: {
    title: 'Changes between the two workbooks',
    side: (which: 'before' | 'now', model: string, asOf: string, asked: number) =>
      `${which === 'before' ? 'Before' : 'Now'}: ${asOf === '' ? 'no assessment date' : `assessment date ${asOf}`}, model ${model}, ${objectives(asked)}.`,
    partsDiffer: 'The two workbooks contain different parts of the model, so aismm does not compare their results.',
    nothing: 'There are no changes.',
    program: 'Program',
    figure: {
      level: 'level',
      maturity: 'maturity',
      evidencedMaturity: 'evidenced',
      plannedMaturity: 'planned',
      evidencedLevel: 'evidenced level',
      plannedLevel: 'planned level',
      floor: 'lowest level',
      completeness: 'answered',
      target: 'target',
    },
    by: (difference: number, as: 'decimal' | 'whole' | 'points') => {
      const size = Math.abs(difference).toFixed(as === 'decimal' ? 2 : 0);
      return `${difference < 0 ? '−' : '+'}${size}${as === 'points' ? ' percentage points' : ''}`;
    },
    figureHeadings: ['Part', 'Result', 'Before', 'Now', 'Change'] as const,
    figures: 'Results',
    objectivesTitle: 'Objectives',
    objectiveHeadings: ['Objective', 'Before', 'Now', 'Why'] as const,
    notAsked: 'not included',
    state: {
      met: 'met',
      partly: 'partially met',
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
      deployments: 'different deployment types in use',
      conditions: 'different conditions',
      target: 'different target',
      edition: 'different edition',
    } satisfies Readonly<Record<Reason, string>>,
    edition: (from: string, to: string) => `Effect of the new edition alone (${from} to ${to})`,
    editionNote:
      'To compute the effect of the new edition, aismm migrated the old answers. If a person must review an old answer, aismm treats the objective as unanswered.',
  },
} as const;

/** The words for editions, comparison and migration. */
export type ChangesWords = typeof changesWords;
