/** The rules as people read them: the heading of each figure, and a sentence made from its rule. */
import { inWords, type Phrases } from '../formula/in-words.js';
import type { Model } from '../model/model.js';
import { LENSES_SINCE } from '../scoring/lenses.js';
import { rulesAt, type Quantity, type RuleName } from '../scoring/rules.js';

/** Rules that people read, in order. The others are steps towards them. */
const PRINTED_RULES = [
  'conditionsHold',
  'applies',
  'expired',
  'measurable',
  'reaches',
  'standing',
  'state',
  'applicableHere',
  'metHere',
  'partlyHere',
  'openHere',
  'passable',
  'passed',
  'reached',
  'level',
  'couldPass',
  'couldBePassed',
  'couldBeReached',
  'potential',
  'nextCandidate',
  'next',
  'progressHere',
  'progress',
  'maturity',
  'completeness',
  'gap',
  'below',
  'countedWeight',
  'weightedMaturity',
  'groupMaturity',
  'groupFloor',
  'groupCompleteness',
  'belowTarget',
  'onRoadmap',
  'roadmapOrder',
  'evidencedState',
  'plannedState',
  'evidencedLevel',
  'plannedLevel',
  'evidencedMaturity',
  'plannedMaturity',
  'evidencedGroupMaturity',
  'plannedGroupMaturity',
  'evidencedShare',
  'reviewedState',
  'undisputedState',
  'reviewedLevel',
  'undisputedLevel',
] as const satisfies readonly RuleName[];
/** A rule that people read. */
export type PrintedRule = (typeof PRINTED_RULES)[number];

/** What a workbook may have, and a rule speak of: conditions, several deployment types, figures that alone decide nothing. */
export type Having = 'conditions' | 'deployments' | 'undecided';

/** A rule in sentences that a person would say. */
export interface RuleInWords {
  readonly name: string;
  readonly is: string;
  /** What else is said where the workbook has that. */
  readonly and?: { readonly [H in Having]?: string };
  /** Said only where the workbook has that. */
  readonly only?: Having;
}

/** What a language says of the rules. */
export interface RuleWords {
  /** What the sheet Rules says, with the rules in sentences that a person would say. */
  readonly sheet: {
    readonly title: string;
    readonly lead: string;
    readonly exact: string;
    /** `when`: what else is said of a rule where the workbook has that. */
    readonly rules: Readonly<Record<string, RuleInWords>>;
  };
  readonly headings: Readonly<Record<PrintedRule, string>>;
  /** The phrase book for one model. */
  readonly phrases: (model: Model) => Phrases<Quantity>;
  /** How rules are computed by deployment type; it is no rule of its own. */
  readonly byDeployment: { readonly heading: string; readonly words: string };
  /** How they are computed through a lens, from what it lets an objective count as. */
  readonly throughLens: { readonly heading: string; readonly words: string };
}

/** Every rule of a layout that people read, with its heading. */
export function printedRules(
  model: Model,
  { headings, phrases, byDeployment, throughLens }: RuleWords,
  edition: { readonly layout: number; readonly review?: boolean | undefined },
): { readonly name: string; readonly words: string }[] {
  const rules = rulesAt(model, edition);
  const book = phrases(model);
  const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  return [
    ...PRINTED_RULES.flatMap((rule) => {
      const found = rules.find(({ name }) => name === rule);
      return found ? [{ name: headings[rule], words: sentence(inWords<Quantity>(found.is, book)) }] : [];
    }),
    ...(edition.layout < LENSES_SINCE ? [] : [{ name: throughLens.heading, words: throughLens.words }]),
    { name: byDeployment.heading, words: byDeployment.words },
  ];
}
