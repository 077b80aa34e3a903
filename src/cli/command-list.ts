/** All commands, in groups and in the order of the help; and the list of them that the help prints. */
import type { CommandModule } from 'yargs';
import { suggest } from '../building.js';
import { MODEL_ACTIONS } from './model-actions.js';
import { twoColumns, widthOfNames, type NameAndText } from './two-columns.js';

/** Loading a command takes as long as half of what most of them do, so that only the one that was typed is loaded. */
export type Load = () => Promise<unknown>;

/** By the heading of the group. Help, completion and the tests of the pages all go by this. */
export const COMMAND_GROUPS: Readonly<Record<string, Readonly<Record<string, Load>>>> = {
  'Create a workbook': {
    build: async () => (await import('./commands/build.js')).build,
    example: async () => (await import('./commands/example.js')).example,
    fill: async () => (await import('./commands/fill.js')).fill,
    prefill: async () => (await import('./commands/prefill.js')).prefill,
    measure: async () => (await import('./commands/measure.js')).measure,
  },
  'Check and score completed workbooks': {
    check: async () => (await import('./commands/check.js')).check,
    score: async () => (await import('./commands/score.js')).score,
    report: async () => (await import('./commands/report.js')).report,
    compare: async () => (await import('./commands/compare.js')).compare,
    answers: async () => (await import('./commands/answers.js')).answers,
    page: async () => (await import('./commands/page.js')).page,
  },
  'Work on an assessment with other people': {
    split: async () => (await import('./commands/split.js')).split,
    merge: async () => (await import('./commands/merge.js')).merge,
    sample: async () => (await import('./commands/sample.js')).sample,
    review: async () => (await import('./commands/review.js')).review,
    contradictions: async () => (await import('./commands/contradictions.js')).contradictions,
    migrate: async () => (await import('./commands/migrate.js')).migrate,
  },
  'Send workbooks to many organizations': {
    issue: async () => (await import('./commands/issue.js')).issue,
    status: async () => (await import('./commands/status.js')).status,
  },
  'Read many workbooks into a store': {
    ingest: async () => (await import('./commands/ingest.js')).ingest,
    enqueue: async () => (await import('./commands/enqueue.js')).enqueue,
    work: async () => (await import('./commands/work.js')).work,
  },
  'Use the results in a store': {
    portfolio: async () => (await import('./commands/portfolio.js')).portfolio,
    show: async () => (await import('./commands/show.js')).show,
    export: async () => (await import('./commands/export.js')).exportStore,
    feedback: async () => (await import('./commands/feedback.js')).feedback,
    organizations: async () => (await import('./commands/organizations.js')).organizations,
    forget: async () => (await import('./commands/forget.js')).forget,
  },
  'Other commands': {
    model: async () => (await import('./commands/model.js')).model,
    explain: async () => (await import('./commands/explain.js')).explain,
    completion: async () => (await import('./commands/completion.js')).completion,
  },
};

/** The command that someone means who types another name: in other letters, or without the command above it. */
export function commandMeant(typed: string): string | undefined {
  const small = typed.toLowerCase();
  if (isCommand(small)) return small;
  if (MODEL_ACTIONS.some((action) => action === small)) return `model ${small}`;
  return suggest(
    small,
    Object.values(COMMAND_GROUPS).flatMap((group) => Object.keys(group)),
  );
}

/** True for the name of a command. */
export const isCommand = (name: string): boolean =>
  Object.values(COMMAND_GROUPS).some((group) => Object.hasOwn(group, name));

/** A group with its commands. */
export interface CommandGroup {
  readonly heading: string;
  readonly commands: readonly CommandModule[];
}

/** Where a newcomer begins; the first lines of the help. */
const START = `To try aismm, run:
  1. aismm example -o acme.xlsx   Create the completed workbook of a fictional organization
  2. aismm check acme.xlsx        List the errors and warnings in the workbook
  3. aismm score acme.xlsx        Print the scorecard

For the options and examples of a command, run “aismm <command> --help”. If aismm is installed only in
the current folder, write “npx aismm” instead of “aismm”.`;

/** The start and the groups, each line at most `width` columns wide. */
export function commandList(groups: readonly CommandGroup[], width: number): string {
  const rowOf = (command: CommandModule): NameAndText => [usageOf(command), String(command.describe)];
  const left = widthOfNames(groups.flatMap(({ commands }) => commands.map(rowOf)));
  const lists = groups.map(({ heading, commands }) => `${heading}:\n${twoColumns(commands.map(rowOf), width, left)}`);
  return [START, ...lists].join('\n\n');
}

const usageOf = ({ command }: CommandModule): string => `aismm ${String(command).replace(/\.\./g, '...')}`;
