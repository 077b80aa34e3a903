/** `aismm show`: one organization's assessments, what changed, and where it stands among the others. */
import type { CommandModule } from 'yargs';
import {
  find,
  organizationKey,
  plainName,
  suggest,
  visible,
  type Counted,
  type StoredAssessment,
} from '../../node.js';
import { STORE_OPTION, withStore } from '../store.js';
import { EXIT, printJson, printText, Stop } from '../world.js';

interface Options {
  organization: string;
  unit: string | undefined;
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
      .option('unit', { type: 'string', describe: 'Its unit, where there are several' })
      .option('json', { type: 'boolean', default: false, describe: 'For programs' })
      .example('aismm show "Example AG" --store results.sqlite', 'How it has come along'),
  handler: async ({ organization, unit, store: path, json }) => {
    await withStore(path, { create: false }, async (store) => {
      const key = keyOf(organization, unit, await store.names());
      const own: StoredAssessment[] = [];
      for await (const each of store.assessments(key)) own.push(each);
      const history = historyOf(own);
      const newest = own.find(({ version, asOf }) => version === 1 && asOf === history.at(-1)?.asOf) ?? own.at(-1);
      if (!newest) throw new Error('broken promise: an organization that the store names has an assessment');
      const peers = await peersOf(newest, store.newest());
      const { name, unit: ownUnit } = newest;
      const percentile = peers[0]?.percentile ?? null;
      const shown = { schemaVersion: 1, organization: name, unit: ownUnit, history, percentile, peers };
      if (json) printJson(shown);
      else printText(inLines([name, ownUnit].filter((text) => text !== '').join(', '), history, peers));
    });
  },
};

interface Named {
  readonly key: string;
  readonly name: string;
  readonly unit: string;
}

/** The organization that is meant: by name and unit, or by name alone where that is enough. */
function keyOf(organization: string, unit: string | undefined, names: readonly Named[]): string {
  const wanted = plainName(organization);
  // Workbooks without a name are nobody's.
  const sameName = names.filter(({ name }) => wanted !== '' && plainName(name) === wanted);
  const units = new Map(sameName.map((each) => [each.key, each.unit]));
  const exact = organizationKey({ name: organization, unit: unit ?? '' }, '');
  if (units.has(exact)) return exact;
  const [only] = units.keys();
  if (unit === undefined && units.size === 1 && only !== undefined) return only;
  const suggestion =
    units.size > 0
      ? [...units.values()]
          .slice(0, MOST_UNITS)
          .map((each) => `${organization} --unit "${each}"`)
          .join(', ')
      : nearest(
          organization,
          names.map(({ name }) => name),
        );
  const found = [organization, unit ?? ''].filter((text) => text !== '').join(', ');
  throw new Stop(EXIT.inputErrors, [
    find('unknown-organization', {}, { found, ...(suggestion ? { suggestion } : {}) }),
  ]);
}

/** A typed name of fewer letters is in too many others. */
const LEAST_LETTERS = 2;

/** The name that was meant: one that begins with what was typed, has it in it, or is spelled nearly so. */
function nearest(typed: string, names: readonly string[]): string | undefined {
  const wanted = plainName(typed);
  const having = wanted.length < LEAST_LETTERS ? [] : names.filter((name) => plainName(name).includes(wanted));
  return having.find((name) => plainName(name).startsWith(wanted)) ?? having[0] ?? suggest(typed, names);
}

/** Units that are listed where several could be meant. */
const MOST_UNITS = 5;

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

/** Those an organization is compared with: all others, and those that are like it in one way. */
const LIKE = ['industry', 'size', 'region'] as const;
/** Fewer peers than these could be recognized. */
const LEAST_PEERS = 5;

/** Where an organization stands among its peers, all of them first; null where there are too few. */
async function peersOf(own: StoredAssessment, others: AsyncIterable<Counted & { readonly key: string }>) {
  const groups = [{ by: 'all', key: '' }, ...LIKE.map((by) => ({ by, key: own.organization[by] }))].map((group) => ({
    ...group,
    values: [] as number[],
  }));
  for await (const each of others) {
    if (each.key === own.key || each.maturity === null) continue;
    for (const { by, key, values } of groups)
      if (by === 'all' || (key !== '' && each[by as (typeof LIKE)[number]] === key)) values.push(each.maturity);
  }
  return groups.map(({ by, key, values }) => ({
    by,
    key,
    n: values.length,
    percentile: values.length < LEAST_PEERS ? null : percentileOf(own.maturity, values),
  }));
}

/** Percentile: the share of the others that stand below, and half of those at the same place. */
function percentileOf(own: number | null, others: readonly number[]): number | null {
  if (own === null) return null;
  const below = others.filter((value) => value < own).length + others.filter((value) => value === own).length / 2;
  return (100 * below) / others.length;
}

function inLines(name: string, history: readonly Step[], peers: Awaited<ReturnType<typeof peersOf>>): string {
  const figure = (value: number | null, digits = 2): string => (value === null ? 'n/a' : value.toFixed(digits));
  const lines = history.map(({ asOf, maturity, completeness, superseded, change, path }) => {
    const by = change?.maturity;
    const moved = by === undefined || by === null ? '' : `  ${by >= 0 ? '+' : ''}${by.toFixed(2)}`;
    const share = completeness === null ? 'n/a' : `${Math.round(completeness * 100)}%`;
    return `${visible(asOf) || '(no date) '}  maturity ${figure(maturity)}${moved}  complete ${share}  ${visible(path)}${superseded ? '  (superseded)' : ''}`;
  });
  const last = history.at(-1)?.change;
  const moved = last?.categories.map(({ id, by }) => `${id} ${by >= 0 ? '+' : ''}${by.toFixed(2)}`) ?? [];
  return [
    visible(name),
    ...lines,
    ...(moved.length > 0 ? [`Changed since the assessment before: ${moved.join(', ')}`] : []),
    ...peers
      .filter(({ by, key }) => by === 'all' || key !== '')
      .map(({ by, key, n, percentile }) => {
        const who = by === 'all' ? 'other organizations in the store' : `others of its ${by} (${visible(key)})`;
        return percentile === null
          ? `Too few to compare: ${n} ${who}.`
          : `Percentile ${Math.round(percentile)} among the ${n} ${who}.`;
      }),
  ].join('\n');
}
