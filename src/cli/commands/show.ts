/** `aismm show`: one organization's assessments, what changed, and where it stands among the others. */
import type { CommandModule } from 'yargs';
import {
  diagnosticLine,
  editionName,
  historyOf,
  keptInWords,
  messagesIn,
  modelName,
  movesInWords,
  shownDecimal,
  shownPercent,
  visible,
  type Carried,
  type Diagnostic,
  type History,
  type KeptFinding,
  type Peers,
  type Step,
} from '../../node.js';
import { MODEL_OPTION, type ModelOption } from '../model-option.js';
import { notAsked } from '../read-file.js';
import { STORE_OPTION, withStore } from '../store.js';
import { EXIT, modelShelf, printFindings, printJson, printText, Stop } from '../world.js';

interface Options extends ModelOption {
  organization: string;
  unit: string | undefined;
  store: string;
  json: boolean;
}

export const show: CommandModule<object, Options> = {
  command: 'show <organization>',
  describe: 'Show the history of one organization, and its rank among all organizations in the store',
  builder: (yargs) =>
    yargs
      .positional('organization', { type: 'string', describe: 'Name of the organization', demandOption: true })
      .option('store', { ...STORE_OPTION, demandOption: true })
      .option('model', MODEL_OPTION)
      .option('unit', { type: 'string', describe: 'Unit of the organization, if the organization has several units' })
      .option('json', { type: 'boolean', default: false, describe: 'Print the history as JSON' })
      .example('aismm show "Example AG" --store results.sqlite', 'Show the history and the rank of “Example AG”'),
  handler: async ({ store, json, model, ...asked }) => {
    const { models } = modelShelf(model);
    const { value, findings } = await withStore(store, { create: false }, (results) =>
      historyOf(results, asked, models),
    );
    if (!value) throw new Stop(EXIT.inputErrors, findings);
    const newest = value.history.at(-1);
    if (model !== undefined)
      printFindings(notAsked(newest, models.usual).map((each) => ({ ...each, file: newest?.path ?? '' })));
    if (json)
      printJson({
        ...value,
        history: value.history.map(({ findings, ...step }) => ({ ...step, diagnostics: told(findings) })),
      });
    else printText(inLines(value));
  },
};

/** Findings of a workbook in words. */
function told(findings: readonly KeptFinding[]): Diagnostic[] {
  return findings.map((each) => keptInWords(each, messagesIn()));
}

function inLines({ organization, unit, history, peers, leftOut, incomplete }: History): string {
  const moved = history.at(-1)?.change?.categories.map(({ id, by }) => `${id} ${signed(by)}`) ?? [];
  const objectives = movesInWords(
    (history.at(-1)?.change?.objectives ?? []).map(({ id, ...each }) => ({ ...each, before: id, now: id })),
  ).map(({ line }) => line);
  return [
    visible([organization, unit].filter((text) => text !== '').join(', ')),
    ...history.flatMap((step, i) => [stepLine(step, history[i - 1]), ...foundLines(step)]),
    ...(moved.length > 0 ? [`Changed since the previous assessment: ${moved.join(', ')}`] : []),
    ...(objectives.length > 0 ? ['Objectives whose state changed:', ...objectives.slice(0, MOST_OBJECTIVES)] : []),
    ...(objectives.length > MOST_OBJECTIVES
      ? [`  and ${objectives.length - MOST_OBJECTIVES} more (--json lists all)`]
      : []),
    ...peers.filter(({ by, key }) => by === 'all' || key !== '').map(peersLine),
    ...(incomplete > 0 ? [`Not compared: ${others(incomplete)} with too few answers.`] : []),
    ...leftOut.map((each) => `Not compared: ${others(each.n)} that used ${editionName(each)}.`),
  ].join('\n');
}

const others = (n: number): string => (n === 1 ? '1 other organization' : `${n} other organizations`);

/** Lines of objectives that a history shows. */
const MOST_OBJECTIVES = 20;

function stepLine(
  { asOf, maturity, completeness, superseded, change, path, model, carried, part }: Step,
  before?: Step,
): string {
  const by = change?.maturity ?? null;
  const isOther = before && modelName(before.model) !== modelName(model);
  return [
    visible(asOf) || '(no date) ',
    `maturity ${shownDecimal(maturity)}`,
    ...(by === null ? [] : [signed(by)]),
    `complete ${shownPercent(completeness)}${part ? ` (workbook with ${part.objectives} of ${part.of} objectives)` : ''}`,
    visible(path),
    ...(superseded ? ['(superseded)'] : []),
    ...(change?.asked
      ? [
          `(results not compared: this workbook contains ${change.asked.now} objectives, the previous workbook ${change.asked.before})`,
        ]
      : []),
    ...(isOther
      ? [`(now ${modelName(model)}, before ${modelName(before.model)}${carried ? leftOf(carried) : ''})`]
      : []),
  ].join('  ');
}

/** What still holds of the assessment before. */
function leftOf({ answers, kept, share, maturity, completeness }: Carried): string {
  const figures = `maturity ${shownDecimal(maturity)}, complete ${shownPercent(completeness)}`;
  return `: ${kept} of ${answers} answers are still valid, ${shownPercent(share)}. With only these answers: ${figures}`;
}

/** Each error that no figure depends on, and how much else there is to look at. */
function foundLines({ findings }: Step): string[] {
  const all = told(findings);
  const errors = all.filter(({ severity }) => severity === 'error');
  const others = all.length - errors.length;
  return [
    ...errors.map((each) => `  ${visible(diagnosticLine(each))}`),
    ...(others > 0
      ? [`  ${others} ${others === 1 ? 'warning or note' : 'warnings and notes'} (--json lists all)`]
      : []),
  ];
}

function peersLine({ by, key, n, percentile }: Peers): string {
  const which = by === 'all' ? 'in the store' : `of the same ${by} (${visible(key)})`;
  const who = `other ${n === 1 ? 'organization' : 'organizations'} ${which}`;
  if (percentile === null) return `There are too few organizations to compare: ${n} ${who}.`;
  return `Percentile ${Math.round(percentile)} among the ${n} ${who}.`;
}

const signed = (by: number): string => `${by >= 0 ? '+' : ''}${by.toFixed(2)}`;
