/** English for the rules: a name for every quantity, a heading for those that people read, and a phrase for every step. */
import type { Model } from '../../model/model.js';
import type { Phrases } from '../../formula/in-words.js';
import { LENS_NAMES, THROUGH_LENS, type Lens } from '../../scoring/lenses.js';
import { NO_LEVEL, type Input, type PlainRule, type Quantity } from '../../scoring/rules.js';
import type { PrintedRule, RuleWords } from '../rules-in-words.js';
import { words } from './words.js';

const names: Readonly<Record<Input | PlainRule, string>> = {
  asOf: 'the assessment date',
  target: 'the target',
  weight: 'the weight',
  categoryOrder: 'the category’s place in the model',
  n: 'the number of the level',
  answer: 'the answer',
  measured: 'the measured value',
  reasonGiven: 'a reason is written in Notes',
  validUntil: 'the Valid until date',
  threshold: 'the KPI target',
  direction: 'the direction of the KPI',
  objectiveLevel: 'the objective’s level',
  objectiveOrder: 'the objective’s place in its level',
  evidenceGiven: 'evidence is given',
  actionGiven: 'an action is written',
  due: 'the Due date',
  decides: 'the measured value alone is sufficient to decide',
  review: 'the review',
  conditionsHold: 'no condition that it depends on is answered No',
  applies: 'the objective applies',
  expired: 'the answer has expired',
  measurable: 'a value was measured for a KPI with a target',
  reaches: 'the measured value reaches the KPI target',
  standing: 'its standing',
  state: 'its state',
  applicableHere: 'the number of objectives that count at the level',
  metHere: 'the number of met ones at the level',
  partlyHere: 'the number of partially met ones at the level',
  openHere: 'the number of open ones at the level',
  passable: 'the level is passable',
  passed: 'the level is passed',
  reached: 'the level reached here',
  couldPass: 'the level could be passable',
  couldBePassed: 'the level could be passed',
  couldBeReached: 'the level that could be reached here',
  applicable: 'the number of objectives that count',
  open: 'the number of open objectives',
  level: 'the level',
  nextCandidate: 'the next level to work on',
  next: 'the next level',
  progressHere: 'the share done of the next level',
  progress: 'the progress',
  maturity: 'the maturity',
  potential: 'the possible level',
  completeness: 'the share answered',
  gap: 'the gap',
  below: 'the mark of a category below its target',
  countedWeight: 'the weight counted',
  weightedMaturity: 'the weighted maturity',
  groupApplicable: 'the number of objectives that count in it',
  groupOpen: 'the number of open objectives in it',
  groupMaturity: 'the maturity of a domain or the program',
  groupFloor: 'the lowest level of a domain or the program',
  groupCompleteness: 'the share answered of a domain or the program',
  belowTarget: 'the number of categories below target',
  onRoadmap: 'the objective is on the roadmap',
  roadmapOrder: 'the order on the roadmap',
  metSum: 'the number of met objectives',
  groupMet: 'the number of met objectives in it',
  groupEvidencedMet: 'the number of objectives met by evidence in it',
  evidencedShare: 'the share of met objectives with evidence',
};

/** What is computed through a lens, without saying through which. */
const seen: Readonly<Record<(typeof THROUGH_LENS)[number], string>> = {
  State: 'its state',
  ApplicableHere: 'the number of objectives that count at the level',
  MetHere: 'the number of met ones at the level',
  Passed: 'the level is passed',
  Reached: 'the level reached here',
  MetSum: 'the number of met objectives',
  Level: 'the level',
  NextCandidate: 'the next level to work on',
  Next: 'the next level',
  ProgressHere: 'the share done of the next level',
  Progress: 'the progress',
  Maturity: 'the maturity',
  WeightedMaturity: 'the weighted maturity',
  GroupMaturity: 'the maturity of a domain or the program',
};

const lenses: Readonly<Record<Lens, string>> = {
  evidenced: 'by evidence alone',
  planned: 'once the plan is done',
  reviewed: 'as the review confirms',
  undisputed: 'as the review does not dispute',
};

/** Of every rule that is computed through a lens. */
const seenNames = new Map<string, string>(
  LENS_NAMES.flatMap((lens) =>
    THROUGH_LENS.map((what) => [`${lens}${what}`, `${seen[what]} ${lenses[lens]}`] as const),
  ),
);

const headings: Readonly<Record<PrintedRule, string>> = {
  applies: 'Objective applies',
  expired: 'Answer expired',
  measurable: 'KPI measured',
  reaches: 'KPI reached',
  standing: 'Standing',
  state: 'Counts as (state)',
  applicableHere: 'Objectives that count (one level)',
  metHere: 'Met objectives (one level)',
  partlyHere: 'Partially met objectives (one level)',
  openHere: 'Open objectives (one level)',
  passable: 'Level passable',
  passed: 'Level passed',
  reached: 'Level reached here',
  level: 'Level',
  couldPass: 'Level could be passable',
  couldBePassed: 'Level could be passed',
  couldBeReached: 'Level that could be reached here',
  potential: 'Possible level',
  nextCandidate: 'Next level to work on',
  next: 'Next level',
  progressHere: 'Share done of the next level',
  progress: 'Progress',
  maturity: 'Maturity of a category',
  completeness: 'Share answered',
  gap: 'Gap',
  below: 'Mark of a category below its target',
  countedWeight: 'Weight counted',
  weightedMaturity: 'Weighted maturity',
  groupMaturity: 'Maturity of domain and program',
  groupFloor: 'Weakest level of domain and program',
  groupCompleteness: 'Share answered of domain and program',
  belowTarget: 'Categories below target',
  onRoadmap: 'On the roadmap',
  roadmapOrder: 'Order on the roadmap (the smallest first)',
  conditionsHold: 'Conditions hold',
  evidencedState: 'Counts as, by evidence alone',
  plannedState: 'Counts as, once the plan is done',
  evidencedLevel: 'Level by evidence alone',
  plannedLevel: 'Level once the plan is done',
  evidencedMaturity: 'Maturity of a category by evidence alone',
  plannedMaturity: 'Maturity of a category once the plan is done',
  evidencedGroupMaturity: 'Maturity of domain and program by evidence alone',
  plannedGroupMaturity: 'Maturity of domain and program once the plan is done',
  evidencedShare: 'Share of met objectives with evidence',
  reviewedState: 'Counts as, as the review confirms',
  undisputedState: 'Counts as, as the review does not dispute',
  reviewedLevel: 'Level that the review confirms',
  undisputedLevel: 'Level that the review does not dispute',
};

function phrases(model: Model): Phrases<Quantity> {
  const deployment = (id: string): string => model.deployments.find((each) => each.id === id)?.name ?? id;
  const condition = (id: string): string => model.conditions?.find((each) => each.id === id)?.question ?? id;
  const answer = (id: string): string | undefined => model.answers.find((each) => each.id === id)?.name;
  const states: Readonly<Record<string, string>> = words.states;
  const name = (quantity: Quantity): string => {
    if (quantity.startsWith('uses:')) return `${deployment(quantity.slice(5))} is in use`;
    if (quantity.startsWith('for:')) return `the objective is for ${deployment(quantity.slice(4))}`;
    if (quantity.startsWith('holds:')) return `“${condition(quantity.slice(6))}” is not answered No`;
    if (quantity.startsWith('needs:')) return `it depends on “${condition(quantity.slice(6))}”`;
    return seenNames.get(quantity) ?? names[quantity as Input | PlainRule]; // prefixes and lenses are dealt with above
  };
  const clause = (words: string): string => (/ (and|or|plus|minus) |if /.test(words) ? `(${words})` : words);
  return {
    quantity: name,
    previous: (quantity, first) => `${name(quantity)} in the case of the level below it (${first} where there is none)`,
    fold: (fold, quantity) => {
      const plain = name(quantity).replace(/^the /, '');
      return {
        sum: `the sum of “${plain}” over its parts`,
        min: `the lowest “${plain}” of its parts`,
        max: `the highest “${plain}” of its parts`,
      }[fold];
    },
    count: (_, value, equal) =>
      `the number of objectives whose state is ${equal ? '' : 'anything but '}“${states[value] ?? value}”`,
    value: (value) =>
      value === ''
        ? 'blank'
        : value === true
          ? 'true'
          : value === false
            ? 'false'
            : value === NO_LEVEL
              ? 'none'
              : typeof value === 'string'
                ? `“${states[value] ?? answer(value) ?? value.replaceAll('-', ' ')}”`
                : String(value),
    isBlank: (what) => `${what} is blank`,
    isGiven: (what) => `${what} is given`,
    choose: (cases, otherwise) =>
      `${cases.length > 1 ? 'the first that fits: ' : ''}${[...cases.map(({ when, then }) => `if ${when}: ${then}`), `otherwise: ${otherwise}`].join('; ')}`,
    call: {
      and: (...parts) => parts.map((part) => (/ or /.test(part) ? `(${part})` : part)).join(' and '),
      or: (...parts) => parts.map((part) => (/ and /.test(part) && parts.length > 1 ? `(${part})` : part)).join(' or '),
      not: (part) => `it is not so that ${part}`,
      max: (...parts) => `the larger of ${parts.join(' and ')}`,
      equal: (a, b) => `${a} is ${b}`,
      unequal: (a, b) => `${a} is not ${b}`,
      below: (a, b) => `${a} is before ${b}`,
      atMost: (a, b) => `${a} is at most ${b}`,
      above: (a, b) => `${a} is above ${b}`,
      atLeast: (a, b) => `${a} is at least ${b}`,
      plus: (a, b) => `${a} plus ${b}`,
      minus: (a, b) => `${a} minus ${b}`,
      times: (a, b) => `${clause(a)} times ${b}`,
      over: (a, b) => `${/ plus | minus /.test(a) ? `(${a})` : a} divided by ${b}`,
      isNumber: (a) => `${a} is a number`,
      round: (a, b) => `${a} (rounded to ${b} decimals)`,
    },
  };
}

/** What the Rules sheet says. */
const sheet = {
  title: 'RULES',
  lead: 'This sheet explains how the score is computed, how to answer, and what the terms mean.',
  exact:
    'The companion document (a file whose name ends with “-companion.html”) contains the exact text of every rule. The formulas of the workbook follow the same rules. The authors of AISMM Workbook wrote the rules. No public source contains scoring rules for this kind of model.',
  /** In sentences that a person would say. What is exact is printed from the rules themselves. */
  rules: {
    applies: {
      name: 'What applies',
      is: 'An objective applies if at least one of its deployment types is in use.',
      and: {
        conditions:
          'If an objective depends on a condition, and the answer to this condition is No, the objective does not apply.',
      },
    },
    counts: {
      name: 'How an answer counts',
      is: 'If you choose an answer from the list, this answer determines the state of the objective. An answer that is not in the list is ignored. Without a valid answer, the measured value determines the state of the objective. If the measured value reaches the KPI target, the objective is met. Otherwise, the objective is not met.',
      and: {
        undecided: 'For some objectives, the measured value alone is not sufficient, so you must choose an answer.',
      },
    },
    excluded: {
      name: 'Not applicable',
      is: 'The answer Not applicable is valid only if the Notes cell contains a reason. An objective with this answer and a reason is excluded from every result. If no reason is given, the objective counts as unanswered.',
    },
    expired: {
      name: 'Expired',
      is: 'An answer has expired if the Valid until date is before the assessment date. An objective is open if it is unanswered, or if its answer has expired.',
    },
    level: {
      name: 'Level',
      is: 'A level is reached if all applicable objectives of the level are met and all lower levels are reached. The level of a category is the highest reached level at which an objective applies. Otherwise, the level is 1, which has no objectives.',
    },
    potential: {
      name: 'Possible level',
      is: 'The possible level is the level that a category would reach if all open objectives were met.',
    },
    maturity: {
      name: 'Maturity',
      is: 'The maturity of a category is its level plus its progress to the next level. The progress shows how much of the next level is complete. A met objective counts as 1, and a partially met objective counts as 0.5. The maturity of a domain or of the program is the weighted average of the maturities of its categories. Categories in which no objective applies are excluded.',
    },
    floor: {
      name: 'Lowest level',
      is: 'The lowest level of a domain or of the program is the lowest level among its categories. The weakest category is the category with the lowest maturity.',
    },
    answered: {
      name: 'Answered',
      is: 'Answered is the share of applicable objectives that are not open.',
    },
    gap: {
      name: 'Gap',
      is: 'The gap is the target level minus the level, but never below 0. A category without a target has no gap. A category is below target if its gap is above 0.',
    },
    evidenced: {
      name: 'Evidenced',
      is: 'For evidenced results, an objective is met or partially met only if its Evidence cell is filled in. All other rules also apply to evidenced results.',
    },
    roadmap: {
      name: 'Order on the roadmap',
      is: 'If a category has a target, the roadmap lists all unmet objectives up to the target. Without a target, the roadmap lists the unmet objectives of the next level above the current level. The roadmap is sorted by level, and then by category. Within a category and level, partially met objectives come first.',
    },
    byDeployment: {
      name: 'By deployment type',
      is: 'The workbook also computes separate results for each deployment type in use. The results of a deployment type include only the objectives for this type.',
      only: 'deployments',
    },
  },
} as const;

export const rules: RuleWords = {
  sheet,
  headings,
  phrases,
  byDeployment: {
    heading: 'By deployment type',
    words:
      'The figures of levels, categories, domains and the program are computed for each deployment type in use alone as well: an objective then applies if it is for that type.',
  },
  throughLens: {
    heading: 'By evidence alone, and once the plan is done',
    words:
      'Level, progress and maturity follow the same rules as the claimed results. Only the states of the objectives can differ from the claimed states.',
  },
};
