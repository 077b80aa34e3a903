/**
 * THE rules: every figure of the assessment is one named expression, stated here and nowhere else.
 * The code evaluates them, the workbook carries them as formulas, the document prints them as sentences.
 * Staged and cumulative; the rule is this project's own, since no public source states one.
 */
import { builders, type Expression } from '../formula/expression.js';
import { compile } from '../formula/evaluate.js';
import { BLANK, type Value } from '../formula/value.js';

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
  ],
} as const;

export type Input = (typeof INPUTS)[keyof typeof INPUTS][number];
/** Whether a deployment type is in use (program), and whether an objective is for it (objective). */
export type DeploymentInput = `uses:${string}` | `for:${string}`;

export const RULE_NAMES = [
  'applies', 'expired', 'measurable', 'reaches', 'standing', 'state',
  'applicableHere', 'metHere', 'partlyHere', 'openHere', 'passable', 'passed', 'reached', 'couldPass', 'couldBePassed', 'couldBeReached',
  'applicable', 'open', 'level', 'nextCandidate', 'next', 'progressHere', 'progress', 'maturity', 'potential', 'completeness', 'gap', 'below',
  'countedWeight', 'weightedMaturity',
  'groupApplicable', 'groupOpen', 'groupMaturity', 'groupFloor', 'groupCompleteness', 'belowTarget',
  'onRoadmap', 'roadmapOrder',
] as const; // prettier-ignore
export type RuleName = (typeof RULE_NAMES)[number];

/** Every quantity that a rule may read. */
export type Quantity = Input | DeploymentInput | RuleName;

export interface Rule {
  readonly name: RuleName;
  readonly scope: Scope;
  /** Computed for each deployment type alone as well as for all of them together. */
  readonly byDeployment: boolean;
  /** The first layout whose sheets have it; every layout if it is not said. */
  readonly since?: number;
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

/**
 * The rules in an order in which each reads only inputs and earlier rules.
 * `deployments` are the types an objective is looked at for: all of the model's, or one alone.
 */
export function rulesFor(deployments: readonly string[]): readonly Rule[] {
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
  addOnce('objective', 'measurable', and(given(of('measured')), given(of('threshold'))));
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
  add('objective', 'applies', or(...deployments.map((id) => and(of(`uses:${id}`), of(`for:${id}`)))));
  add('objective', 'state', when(of('applies'), of('standing'), 'excluded'));

  // One level of one category.
  add('level', 'applicableHere', e.countWhereNot('state', 'excluded'));
  add('level', 'metHere', e.countWhere('state', 'met'));
  add('level', 'partlyHere', e.countWhere('state', 'partly'));
  add('level', 'openHere', e.plus(e.countWhere('state', 'unanswered'), e.countWhere('state', 'expired')));
  add('level', 'passable', equal(of('metHere'), of('applicableHere')));
  add('level', 'passed', and(of('passable'), e.previous('passed', true)));
  add('level', 'reached', when(and(of('passed'), e.above(of('applicableHere'), 0)), of('n'), 1));
  add('level', 'couldPass', equal(e.plus(of('metHere'), of('openHere')), of('applicableHere')));
  add('level', 'couldBePassed', and(of('couldPass'), e.previous('couldBePassed', true)));
  add('level', 'couldBeReached', when(and(of('couldBePassed'), e.above(of('applicableHere'), 0)), of('n'), 1));

  // A category.
  const inCategory = (is: Expression<Quantity>): Expression<Quantity> =>
    when(equal(of('applicable'), 0), NOT_APPLICABLE, is);
  add('category', 'applicable', e.sumOf('applicableHere'));
  add('category', 'open', e.sumOf('openHere'));
  add('category', 'level', inCategory(e.maxOf('reached')));
  add('category', 'potential', inCategory(e.maxOf('couldBeReached')));
  add(
    'level',
    'nextCandidate',
    when(and(e.above(of('applicableHere'), 0), e.above(of('n'), of('level'))), of('n'), NO_LEVEL),
  );
  add('category', 'next', inCategory(when(equal(e.minOf('nextCandidate'), NO_LEVEL), BLANK, e.minOf('nextCandidate'))));
  add(
    'level',
    'progressHere',
    when(
      equal(of('n'), of('next')),
      e.over(e.plus(of('metHere'), e.over(of('partlyHere'), 2)), of('applicableHere')),
      0,
    ),
  );
  add('category', 'progress', inCategory(e.sumOf('progressHere')));
  add('category', 'maturity', inCategory(e.plus(of('level'), of('progress'))));
  add('category', 'completeness', inCategory(e.over(e.minus(of('applicable'), of('open')), of('applicable'))));
  add('category', 'gap', inCategory(when(blank(of('target')), BLANK, e.max(0, e.minus(of('target'), of('level'))))));
  add('category', 'below', when(e.isNumber(of('gap')), when(e.above(of('gap'), 0), 1, 0), 0));
  add('category', 'countedWeight', when(equal(of('applicable'), 0), 0, of('weight')));
  add('category', 'weightedMaturity', when(equal(of('applicable'), 0), 0, e.times(of('weight'), of('maturity'))));

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
  return rules;
}

/** The rules that the sheets of a layout have. Whatever the layout is, all of them are computed here. */
export function rulesAt(deployments: readonly string[], layout: number): readonly Rule[] {
  return rulesFor(deployments).filter(({ since = 1 }) => since <= layout);
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
  if (quantity.startsWith('uses:')) return 'program';
  if (quantity.startsWith('for:')) return 'objective';
  const rule = rules.find(({ name }) => name === quantity);
  if (!rule) throw new Error(`broken promise: ${quantity} is a quantity of the rules`);
  return rule.scope;
}
