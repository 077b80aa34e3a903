/** `aismm show`: one organization's assessments, what changed, and where it stands among the others. */
import type { Argv, CommandModule } from 'yargs';
import { diagnose, organizationKey, suggest, type StoredAssessment } from '../../index.js';
import { STORE_OPTION, withStore } from '../store.js';
import { EXIT, printData, printJson, Stop } from '../world.js';

interface Options {
  organization: string;
  unit: string;
  store: string;
  json: boolean;
}

export const show: CommandModule<object, Options> = {
  command: 'show <organization>',
  describe: 'The history of one organization, and its place among the others',
  builder: (yargs) =>
    yargs
      .positional('organization', { type: 'string', describe: 'Its name', demandOption: true })
      .option('store', { ...STORE_OPTION, demandOption: true })
      .option('unit', { type: 'string', default: '', describe: 'Its unit, where the workbooks name one' })
      .option('json', { type: 'boolean', default: false, describe: 'For programs' })
      .example('aismm show "Example AG" --store results.sqlite', 'How it has come along') as unknown as Argv<Options>,
  handler: async ({ organization, unit, store: path, json }) => {
    await withStore(path, { create: false }, async (store) => {
      const key = organizationKey({ name: organization, unit });
      const own: StoredAssessment[] = [];
      const names = new Set<string>();
      for await (const each of store.assessments()) {
        names.add(each.name);
        if (each.key === key) own.push(each);
      }
      if (own.length === 0) {
        const suggestion = suggest(organization, [...names]);
        const facts = {
          found: [organization, unit].filter((text) => text !== '').join(', '),
          ...(suggestion ? { suggestion } : {}),
        };
        throw new Stop(EXIT.inputErrors, [diagnose('unknown-organization', {}, facts)]);
      }
      const peers = (await store.newest()).filter((each) => each.key !== key);
      const history = historyOf(own);
      const percentile = percentileOf(
        history.at(-1)?.maturity ?? null,
        peers.map(({ maturity }) => maturity),
      );
      const shown = { schemaVersion: 1, organization: own.at(-1)?.name, unit: own.at(-1)?.unit, history, percentile };
      if (json) printJson(shown);
      else printData(inLines(shown.organization ?? '', history, percentile));
    });
  },
};

type Step = ReturnType<typeof historyOf>[number];

/** Oldest first; superseded workbooks are listed and take no part in the changes. */
function historyOf(own: readonly StoredAssessment[]) {
  let before: StoredAssessment | undefined;
  const ordered = [...own].sort((a, b) => (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : b.version - a.version));
  return ordered.map((each) => {
    const counts = each.version === 1;
    const change = counts && before ? changeBetween(before, each) : undefined;
    if (counts) before = each;
    const { asOf, maturity, completeness, path, sha256 } = each;
    return { asOf, maturity, completeness, path, sha256, superseded: !counts, ...(change ? { change } : {}) };
  });
}

function changeBetween(before: StoredAssessment, now: StoredAssessment) {
  const was = new Map(before.scores.categories.map(({ id, maturity }) => [id, maturity]));
  return {
    maturity: difference(now.maturity, before.maturity),
    categories: now.scores.categories.flatMap(({ id, maturity }) => {
      const by = difference(maturity, was.get(id) ?? null);
      return by === null || by === 0 ? [] : [{ id, by }];
    }),
    objectives: Object.entries(now.states).flatMap(([id, state]) =>
      before.states[id] === state ? [] : [{ id, from: before.states[id] ?? '', to: state }],
    ),
  };
}

function difference(now: number | null, before: number | null): number | null {
  return now === null || before === null ? null : now - before;
}

/** Share of the others that stand below, half of those at the same place counted; null without others. */
function percentileOf(own: number | null, others: readonly (number | null)[]): number | null {
  const values = others.filter((value) => value !== null);
  if (own === null || values.length === 0) return null;
  const below = values.filter((value) => value < own).length + values.filter((value) => value === own).length / 2;
  return (100 * below) / values.length;
}

function inLines(name: string, history: readonly Step[], percentile: number | null): string {
  const figure = (value: number | null, digits = 2): string => (value === null ? 'n/a' : value.toFixed(digits));
  const lines = history.map(({ asOf, maturity, completeness, superseded, change, path }) => {
    const by = change?.maturity;
    const moved = by === undefined || by === null ? '' : `  ${by >= 0 ? '+' : ''}${by.toFixed(2)}`;
    const share = completeness === null ? 'n/a' : `${Math.round(completeness * 100)}%`;
    return `${asOf || '(no date) '}  maturity ${figure(maturity)}${moved}  complete ${share}  ${path}${superseded ? '  (superseded)' : ''}`;
  });
  const last = history.at(-1)?.change;
  const moved = last?.categories.map(({ id, by }) => `${id} ${by >= 0 ? '+' : ''}${by.toFixed(2)}`) ?? [];
  return [
    name,
    ...lines,
    ...(moved.length > 0 ? [`Changed since the assessment before: ${moved.join(', ')}`] : []),
    ...(percentile === null
      ? []
      : [`Stands above ${Math.round(percentile)}% of the other organizations in the store.`]),
  ].join('\n');
}
