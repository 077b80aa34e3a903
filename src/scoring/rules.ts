/**
 * THE rules: every figure of the assessment is one named expression, stated here and nowhere else.
 * The code evaluates them, the workbook carries them as formulas, the document prints them as sentences.
 * Staged and cumulative; the rule is this project's own, since no public source states one.
 */
import { builders, type Expression } from '../formula/expression.js';
import { compile } from '../formula/evaluate.js';
import { BLANK, type Value } from '../formula/value.js';
import { objectivesOf, type Model } from '../model/model.js';
import { LENS_NAMES, LENSES, LENSES_SINCE, REVIEW_LENSES, THROUGH_LENS, type LensRule } from './lenses.js';

/** What a figure belongs to. A `level` is one level of one category; a `group` is a domain or the whole program. */
export type Scope = 'objective' | 'level' | 'category' | 'group';

/** The state of an objective. `excluded` objectives take no part in any figure. */
export const STATES = ['met', 'partly', 'unmet', 'unanswered', 'expired', 'excluded'] as const;
export type State = (typeof STATES)[number];

/** What a figure shows where no objective applies. */
export const NOT_APPLICABLE = 'n/a';

/** Figures that come from the respondent and the model, by what they belong to. `program` holds for all. */
export const INPUTS = {
  program: ['asOf'],
  category: ['target', 'weight', 'categoryOrder'],
  level: ['n'],
  objective: [
    'answer',
    'measured',
    'reasonGiven',
    'validUntil',
    'threshold',
    'direction',
    'objectiveLevel',
    'objectiveOrder',
    'evidenceGiven',
    'actionGiven',
    'due',
    'decides',
    'review',
  ],
} as const;

export type Input = (typeof INPUTS)[keyof typeof INPUTS][number];
/** Whether a deployment type is in use (program), and whether an objective is for it (objective). */
export type DeploymentInput = `uses:${string}` | `for:${string}`;
/** Whether a condition holds (program), and whether an objective depends on it (objective). */
export type ConditionInput = `holds:${string}` | `needs:${string}`;

const PLAIN_RULES = [
  'conditionsHold', 'applies', 'expired', 'measurable', 'reaches', 'standing', 'state',
  'applicableHere', 'metHere', 'partlyHere', 'openHere', 'passable', 'passed', 'reached', 'couldPass', 'couldBePassed', 'couldBeReached',
  'applicable', 'open', 'level', 'nextCandidate', 'next', 'progressHere', 'progress', 'maturity', 'potential', 'completeness', 'gap', 'below',
  'countedWeight', 'weightedMaturity',
  'groupApplicable', 'groupOpen', 'groupMaturity', 'groupFloor', 'groupCompleteness', 'belowTarget',
  'onRoadmap', 'roadmapOrder',
  'metSum', 'groupMet', 'groupEvidencedMet', 'evidencedShare',
] as const; // prettier-ignore
export type PlainRule = (typeof PLAIN_RULES)[number];
export type RuleName = PlainRule | LensRule;
export const RULE_NAMES: readonly RuleName[] = [
  ...PLAIN_RULES,
  ...LENS_NAMES.flatMap((lens) => THROUGH_LENS.map((what): LensRule => `${lens}${what}`)),
];

/** Every quantity that a rule may read. */
export type Quantity = Input | DeploymentInput | ConditionInput | RuleName;

export interface Rule {
  readonly name: RuleName;
  readonly scope: Scope;
  /** Computed for each deployment type alone as well as for all of them together. */
  readonly byDeployment: boolean;
  /** No sheet shows it by deployment type, so that none computes it so. */
  readonly isWholeOnSheets?: boolean;
  /** The first layout whose sheets have it; every layout if it is not said. */
  readonly since?: number;
  /** Only of a review: computed where there is one, and on the sheets of a workbook for one. */
  readonly inReview?: boolean;
  readonly is: Expression<Quantity>;
}

const e = builders<Quantity>();
const { of, when, and, or, not, blank, given, equal, unequal } = e;

/** No level beyond this one; larger than any level's number. */
export const NO_LEVEL = 9;
/**
 * Decimals to which a measured value is compared with its target. Programs differ in the last digits: a share that was
 * computed as 4.999999999999999 or 5.000000000000004 is 5 to some and not to others.
 */
const COMPARED_DECIMALS = 11;
const compared = e.round(of('measured'), COMPARED_DECIMALS);
const REACHES = when(
  of('measurable'),
  when(equal(of('direction'), 'at-least'), e.atLeast(compared, of('threshold')), e.atMost(compared, of('threshold'))),
  false,
);
const reaches = compile(REACHES);
/** Factors that put level before category, category before state, and state before id in `roadmapOrder`. */
const ORDER = { level: 1_000_000, category: 10_000, state: 1_000 };

/** What of a model the rules depend on besides its deployment types. */
export interface ModelTraits {
  /** Ids of its conditions. */
  readonly conditions?: readonly string[];
  /** True if the figure of any KPI decides nothing by itself. */
  readonly hasUndecided?: boolean;
}

export function traitsOf(model: Model): ModelTraits {
  return {
    conditions: (model.conditions ?? []).map(({ id }) => id),
    hasUndecided: objectivesOf(model).some(({ kpi }) => kpi?.decides === false),
  };
}

/**
 * The rules in an order in which each reads only inputs and earlier rules.
 * `deployments` are the types an objective is looked at for: all of the model's, or one alone.
 */
export function rulesFor(
  deployments: readonly string[],
  { conditions = [], hasUndecided = false }: ModelTraits = {},
): readonly Rule[] {
  const rules: Rule[] = [];
  // `since`: the first layout that has the rule.
  const add = (scope: Scope, name: RuleName, is: Expression<Quantity>, since = 1): unknown =>
    rules.push({ name, scope, is, byDeployment: true, since });
  const addOnce = (scope: Scope, name: RuleName, is: Expression<Quantity>, since = 1): unknown =>
    rules.push({ name, scope, is, byDeployment: false, since });

  // The state of an objective: the first line that fits.
  addOnce(
    'objective',
    'expired',
    and(given(of('asOf')), given(of('validUntil')), e.below(of('validUntil'), of('asOf'))),
  );
  addOnce(
    'objective',
    'measurable',
    and(given(of('measured')), given(of('threshold')), ...(hasUndecided ? [of('decides')] : [])),
  );
  addOnce('objective', 'reaches', REACHES);
  addOnce(
    'objective',
    'standing',
    when(
      equal(of('answer'), 'not-applicable'),
      when(of('reasonGiven'), 'excluded', 'unanswered'),
      when(
        and(blank(of('answer')), not(of('measurable'))),
        'unanswered',
        when(
          of('expired'),
          'expired',
          when(
            equal(of('answer'), 'met'),
            'met',
            when(
              equal(of('answer'), 'partly'),
              'partly',
              when(equal(of('answer'), 'not-met'), 'unmet', when(of('reaches'), 'met', 'unmet')),
            ),
          ),
        ),
      ),
    ),
  );
  const isFor = or(...deployments.map((id) => and(of(`uses:${id}`), of(`for:${id}`))));
  const holds = conditions.map((id) => or(not(of(`needs:${id}`)), of(`holds:${id}`)));
  if (holds.length > 0) addOnce('objective', 'conditionsHold', and(...holds));
  add('objective', 'applies', holds.length > 0 ? and(of('conditionsHold'), isFor) : isFor);
  add('objective', 'state', when(of('applies'), of('standing'), 'excluded'));

  // One level of one category.
  add('level', 'applicableHere', e.countWhereNot('state', 'excluded'));
  add('level', 'metHere', e.countWhere('state', 'met'));
  add('level', 'partlyHere', e.countWhere('state', 'partly'));
  add('level', 'openHere', e.plus(e.countWhere('state', 'unanswered'), e.countWhere('state', 'expired')));
  add('level', 'passable', equal(of('metHere'), of('applicableHere')));
  add('level', 'passed', and(of('passable'), e.previous('passed', true)));
  const reachedBy = (passed: RuleName, applicable: RuleName = 'applicableHere'): Expression<Quantity> =>
    when(and(of(passed), e.above(of(applicable), 0)), of('n'), 1);
  add('level', 'reached', reachedBy('passed'));
  add('level', 'couldPass', equal(e.plus(of('metHere'), of('openHere')), of('applicableHere')));
  add('level', 'couldBePassed', and(of('couldPass'), e.previous('couldBePassed', true)));
  add('level', 'couldBeReached', reachedBy('couldBePassed'));

  // A category.
  const inCategory = (is: Expression<Quantity>): Expression<Quantity> =>
    when(equal(of('applicable'), 0), NOT_APPLICABLE, is);
  add('category', 'applicable', e.sumOf('applicableHere'));
  add('category', 'open', e.sumOf('openHere'));
  add('category', 'level', inCategory(e.maxOf('reached')));
  add('category', 'potential', inCategory(e.maxOf('couldBeReached')));
  const candidateAbove = (level: RuleName, applicable: RuleName = 'applicableHere'): Expression<Quantity> =>
    when(and(e.above(of(applicable), 0), e.above(of('n'), of(level))), of('n'), NO_LEVEL);
  add('level', 'nextCandidate', candidateAbove('level'));
  const lowestOf = (candidate: RuleName): Expression<Quantity> =>
    when(equal(e.minOf(candidate), NO_LEVEL), BLANK, e.minOf(candidate));
  add('category', 'next', inCategory(lowestOf('nextCandidate')));
  const shareDoneAt = (
    next: RuleName,
    met: Expression<Quantity>,
    partly: Expression<Quantity>,
    applicable: RuleName = 'applicableHere',
  ): Expression<Quantity> => when(equal(of('n'), of(next)), e.over(e.plus(met, e.over(partly, 2)), of(applicable)), 0);
  add('level', 'progressHere', shareDoneAt('next', of('metHere'), of('partlyHere')));
  add('category', 'progress', inCategory(e.sumOf('progressHere')));
  add('category', 'maturity', inCategory(e.plus(of('level'), of('progress'))));
  add('category', 'completeness', inCategory(e.over(e.minus(of('applicable'), of('open')), of('applicable'))));
  add('category', 'gap', inCategory(when(blank(of('target')), BLANK, e.max(0, e.minus(of('target'), of('level'))))));
  add('category', 'below', when(e.isNumber(of('gap')), when(e.above(of('gap'), 0), 1, 0), 0));
  add('category', 'countedWeight', when(equal(of('applicable'), 0), 0, of('weight')));
  const weighted = (maturity: RuleName): Expression<Quantity> =>
    when(equal(of('applicable'), 0), 0, e.times(of('weight'), of(maturity)));
  add('category', 'weightedMaturity', weighted('maturity'));

  // A domain, and the program over all categories.
  const inGroup = (is: Expression<Quantity>): Expression<Quantity> =>
    when(equal(of('groupApplicable'), 0), NOT_APPLICABLE, is);
  add('group', 'groupApplicable', e.sumOf('applicable'));
  add('group', 'groupOpen', e.sumOf('open'));
  add('group', 'groupMaturity', inGroup(e.over(e.sumOf('weightedMaturity'), e.sumOf('countedWeight'))));
  add('group', 'groupFloor', inGroup(e.minOf('level')));
  add(
    'group',
    'groupCompleteness',
    inGroup(e.over(e.minus(of('groupApplicable'), of('groupOpen')), of('groupApplicable'))),
  );
  add('group', 'belowTarget', e.sumOf('below'));

  // What stands between a category and its target, in the order to do it.
  addOnce(
    'objective',
    'onRoadmap',
    and(
      unequal(of('state'), 'excluded'),
      unequal(of('state'), 'met'),
      or(
        and(blank(of('target')), equal(of('objectiveLevel'), of('next'))),
        and(given(of('target')), e.atMost(of('objectiveLevel'), of('target'))),
      ),
    ),
  );
  const stateOrder = when(equal(of('state'), 'partly'), 0, when(equal(of('state'), 'unmet'), 1, 2));
  addOnce(
    'objective',
    'roadmapOrder',
    when(
      not(of('onRoadmap')),
      BLANK,
      e.plus(
        e.plus(e.times(of('objectiveLevel'), ORDER.level), e.times(of('categoryOrder'), ORDER.category)),
        e.plus(e.times(stateOrder, ORDER.state), of('objectiveOrder')),
      ),
    ),
  );

  // Through each lens: the same rules, from what it lets an objective count as.
  for (const lens of LENS_NAMES) {
    const through = (what: (typeof THROUGH_LENS)[number]): LensRule => `${lens}${what}`;
    const inReview = REVIEW_LENSES.has(lens);
    const isWholeOnSheets = inReview || lens === 'planned';
    const addHere = (scope: Scope, what: (typeof THROUGH_LENS)[number], is: Expression<Quantity>): unknown =>
      rules.push({
        name: through(what),
        scope,
        is,
        byDeployment: true,
        since: LENSES_SINCE,
        isWholeOnSheets,
        inReview,
      });
    // A review may say that an objective applies after all; no other lens does.
    const applicable = inReview ? through('ApplicableHere') : 'applicableHere';
    const [met, level, next] = [through('MetHere'), through('Level'), through('Next')];
    addHere('objective', 'State', LENSES[lens]);
    if (inReview) addHere('level', 'ApplicableHere', e.countWhereNot(through('State'), 'excluded'));
    addHere('level', 'MetHere', e.countWhere(through('State'), 'met'));
    addHere('level', 'Passed', and(equal(of(met), of(applicable)), e.previous(through('Passed'), true)));
    addHere('level', 'Reached', reachedBy(through('Passed'), applicable));
    addHere('category', 'MetSum', e.sumOf(met));
    addHere('category', 'Level', inCategory(e.maxOf(through('Reached'))));
    addHere('level', 'NextCandidate', candidateAbove(level, applicable));
    addHere('category', 'Next', inCategory(lowestOf(through('NextCandidate'))));
    const partly = e.countWhere(through('State'), 'partly');
    addHere('level', 'ProgressHere', shareDoneAt(next, of(met), partly, applicable));
    addHere('category', 'Progress', inCategory(e.sumOf(through('ProgressHere'))));
    addHere('category', 'Maturity', inCategory(e.plus(of(level), of(through('Progress')))));
    addHere('category', 'WeightedMaturity', weighted(through('Maturity')));
    addHere('group', 'GroupMaturity', inGroup(e.over(e.sumOf(through('WeightedMaturity')), e.sumOf('countedWeight'))));
  }
  add('category', 'metSum', e.sumOf('metHere'), LENSES_SINCE);
  add('group', 'groupMet', e.sumOf('metSum'), LENSES_SINCE);
  add('group', 'groupEvidencedMet', e.sumOf('evidencedMetSum'), LENSES_SINCE);
  add(
    'group',
    'evidencedShare',
    when(equal(of('groupMet'), 0), NOT_APPLICABLE, e.over(of('groupEvidencedMet'), of('groupMet'))),
    LENSES_SINCE,
  );
  return rules;
}

/** The rules that the sheets of a workbook have. Whatever its layout is, all of them are computed here. */
export function rulesAt(
  model: Model,
  { layout, review = false }: { readonly layout: number; readonly review?: boolean | undefined },
): readonly Rule[] {
  const deployments = model.deployments.map(({ id }) => id);
  return rulesFor(deployments, traitsOf(model)).filter(
    ({ since = 1, inReview = false }) => since <= layout && (review || !inReview),
  );
}

/** The slices that a rule is computed for on the sheets: each of `all`; `''` where deployment types make no difference. */
export function slicesOnSheets<S extends string>(
  { byDeployment, isWholeOnSheets = false }: Rule,
  all: readonly S[],
): readonly (S | '')[] {
  if (!byDeployment) return [''];
  return isWholeOnSheets ? all.slice(0, 1) : all;
}

/** Whether a measured value reaches the target of its KPI: the rule `reaches`, asked by itself. */
export function reachesTarget(
  { direction, threshold }: { readonly direction: string; readonly threshold: number },
  measured: number,
): boolean {
  const known: Partial<Record<Quantity, Value>> = { measurable: true, direction, threshold, measured };
  const nothing = (): never => {
    throw new Error('broken promise: the rule “reaches” reads quantities of its own objective only');
  };
  return (
    reaches({ of: (quantity) => known[quantity] ?? BLANK, parts: nothing, column: nothing, previous: nothing }) === true
  );
}

/** The scope an input or rule belongs to; `program` for what holds for everything. */
export function scopeOf(quantity: Quantity, rules: readonly Rule[]): Scope | 'program' {
  for (const [scope, names] of Object.entries(INPUTS)) {
    if ((names as readonly string[]).includes(quantity)) return scope as keyof typeof INPUTS;
  }
  if (quantity.startsWith('uses:') || quantity.startsWith('holds:')) return 'program';
  if (quantity.startsWith('for:') || quantity.startsWith('needs:')) return 'objective';
  const rule = rules.find(({ name }) => name === quantity);
  if (!rule) throw new Error(`broken promise: ${quantity} is a quantity of the rules`);
  return rule.scope;
}
