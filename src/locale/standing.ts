/**
 * Where an assessment stands, in sentences made by rule. They are expressions over figures: the Scorecard has them as
 * formulas, code computes them, and the words are those of the language.
 */
import { builders, type Expression } from '../formula/expression.js';
import { compile } from '../formula/evaluate.js';
import { BLANK, type Value } from '../formula/value.js';
import type { Assessment } from '../assessment/assessment.js';
import type { OrganizationField } from '../assessment/fields.js';
import { categoriesOf, type Model } from '../model/model.js';
import { ALL_DEPLOYMENTS, type Figures } from '../scoring/figures.js';
import { PROGRAM } from '../scoring/outline.js';
import type { Quantity } from '../scoring/rules.js';
import type { Words } from './language.js';
import { saying } from './saying.js';

/** What is found once for the whole assessment, in an order in which each reads only earlier ones and marks. */
export const STANDING_FACTS = [
  'counted', 'unanswered', 'expired', 'stage', 'highest', 'lowestMaturity', 'targets',
  'lowestCount', 'highestCount', 'weakestCount',
  'maturity', 'evidencedMaturity', 'weakestMaturity', 'answeredShare', 'evidencedShare',
] as const; // prettier-ignore
export type StandingFact = (typeof STANDING_FACTS)[number];

/** What is found of each category; each reads earlier ones of the same category and of the one before. */
export const CATEGORY_MARKS = ['lowest', 'highest', 'weakest', 'nth', 'names', 'marked'] as const;
export type CategoryMark = (typeof CATEGORY_MARKS)[number];

/** The sentences, in the order in which they are read. */
export const STANDING_LINES = ['who', 'headline', 'weakest', 'answered'] as const;
export type StandingLine = (typeof STANDING_LINES)[number];

/** The stage of an assessment: the first that fits. */
export const STAGE = { nothingApplies: 0, unanswered: 1, answered: 2 } as const;

/** Names by which expressions refer to what is found elsewhere. */
export interface StandingPlaces {
  readonly figure: (quantity: Quantity, key: string) => string;
  /** All values of a figure of categories or objectives. */
  readonly figures: (quantity: Quantity) => string;
  readonly fact: (fact: StandingFact) => string;
  readonly mark: (mark: CategoryMark, category: string) => string;
  readonly marks: (mark: CategoryMark) => string;
  /** Code and name of every category, such as `IAM Identity & Access Management`. */
  readonly called: string;
  /** What was typed about the organization. */
  readonly entry: (field: OrganizationField) => Expression;
}

/** Everything that the sentences are made of. */
export interface Standing {
  readonly facts: Readonly<Record<StandingFact, Expression>>;
  /** By category, in the model's order. */
  readonly marks: ReadonlyMap<string, Readonly<Record<CategoryMark, Expression>>>;
  readonly lines: Readonly<Record<StandingLine, Expression>>;
}

const e = builders<string>();

/** Categories whose maturities are nearer to each other than this tie. */
const TIE = 1e-9;
/** Decimals of a maturity in hundredths that are looked at, before it is rounded: programs differ in the last digits. */
const CERTAIN_DECIMALS = 6;

const rounded = (x: Expression): Expression => e.wholePart(e.plus(e.round(x, CERTAIN_DECIMALS), 0.5));

/** A share in whole percent: 0 and 100 only where it is exactly so. */
export function wholePercent(share: Expression): Expression {
  const nearest = rounded(e.times(share, 100));
  const inside = e.when(e.above(nearest, 99), 99, e.max(nearest, 1));
  return e.when(e.equal(share, 0), 0, e.when(e.equal(share, 1), 100, inside));
}

/** A day as `2026-11-08`, whatever language a program has. */
export function isoDay(day: Expression): Expression {
  const twoDigits = (n: Expression): Expression[] => [e.when(e.below(n, 10), '0', ''), n];
  return e.join(e.year(day), '-', ...twoDigits(e.month(day)), '-', ...twoDigits(e.dayOfMonth(day)));
}

/** What is typed, on one line; blank for what is no text. */
function oneLine(entry: Expression): Expression {
  return e.orElse(e.trim(e.clean(entry)), BLANK);
}

export function standing(model: Model, words: Words, at: StandingPlaces): Standing {
  const program = (quantity: Quantity): Expression => e.of(at.figure(quantity, PROGRAM));
  const fact = (id: StandingFact): Expression => e.of(at.fact(id));
  return {
    facts: factsOf(words, at, program, fact),
    marks: marksOf(model, words, at, program, fact),
    lines: {
      who: whoLine(words, at, program),
      headline: headlineOf(model, words, program, fact),
      weakest: weakestLine(model, words, at, program, fact),
      answered: answeredLine(words, program, fact),
    },
  };
}

type OfProgram = (quantity: Quantity) => Expression;
type FactOf = (id: StandingFact) => Expression;

function factsOf(words: Words, at: StandingPlaces, program: OfProgram, fact: FactOf): Standing['facts'] {
  const figures = (quantity: Quantity): Expression => e.column(at.figures(quantity));
  const count = (mark: CategoryMark): Expression => e.countNumbers(e.column(at.marks(mark)));
  const numberOr0 = (x: Expression): Expression => e.when(e.isNumber(x), x, 0);
  /** With two decimals, made by hand: the formats that TEXT knows depend on a program's language. */
  const decimals = (x: Expression): Expression => {
    const hundredths = rounded(e.times(x, 100));
    const whole = e.wholePart(e.over(hundredths, 100));
    const rest = e.minus(hundredths, e.times(whole, 100));
    const text = e.join(whole, words.standing.point, e.when(e.below(rest, 10), '0', ''), rest);
    return e.when(e.isNumber(x), text, BLANK);
  };
  const applicable = program('groupApplicable');
  return {
    counted: e.countNumbers(figures('level')),
    unanswered: e.countWhere(at.figures('state'), 'unanswered'),
    expired: e.countWhere(at.figures('state'), 'expired'),
    stage: e.when(
      e.equal(applicable, 0),
      STAGE.nothingApplies,
      e.when(e.equal(fact('unanswered'), applicable), STAGE.unanswered, STAGE.answered),
    ),
    highest: e.when(e.equal(fact('counted'), 0), 0, e.max(figures('potential'))),
    // As progress is less than a whole level, the lowest maturity stands at the lowest level.
    lowestMaturity: e.orElse(e.smallest(figures('maturity'), 1), 0),
    targets: e.countNumbers(figures('gap')),
    lowestCount: count('lowest'),
    highestCount: count('highest'),
    weakestCount: count('weakest'),
    maturity: decimals(program('groupMaturity')),
    evidencedMaturity: decimals(program('evidencedGroupMaturity')),
    weakestMaturity: decimals(fact('lowestMaturity')),
    answeredShare: wholePercent(numberOr0(program('groupCompleteness'))),
    evidencedShare: wholePercent(numberOr0(program('evidencedShare'))),
  };
}

function marksOf(model: Model, words: Words, at: StandingPlaces, program: OfProgram, fact: FactOf): Standing['marks'] {
  const w = words.standing;
  let before: string | undefined;
  const marks = new Map<string, Readonly<Record<CategoryMark, Expression>>>();
  categoriesOf(model).forEach(({ id }, position) => {
    const figure = (quantity: Quantity): Expression => e.of(at.figure(quantity, id));
    const mark = (name: CategoryMark): Expression => e.of(at.mark(name, id));
    const earlier = (name: CategoryMark, first: Value): Expression =>
      before === undefined ? e.literal(first) : e.of(at.mark(name, before));
    const whereNumber = (x: Expression, condition: Expression, then: number): Expression =>
      e.when(e.isNumber(x), e.when(condition, then, BLANK), BLANK);
    const isWeakest = e.isNumber(mark('weakest'));
    const separator = e.when(
      e.equal(mark('nth'), 1),
      BLANK,
      e.when(e.equal(mark('nth'), fact('weakestCount')), w.and, w.comma),
    );
    marks.set(id, {
      lowest: whereNumber(figure('level'), e.equal(figure('level'), program('groupFloor')), 1),
      highest: whereNumber(figure('potential'), e.equal(figure('potential'), fact('highest')), 1),
      weakest: whereNumber(
        figure('maturity'),
        e.atMost(figure('maturity'), e.plus(fact('lowestMaturity'), TIE)),
        position + 1,
      ),
      nth: e.plus(earlier('nth', 0), e.when(isWeakest, 1, 0)),
      names: e.when(isWeakest, e.join(earlier('names', BLANK), separator, id), earlier('names', BLANK)),
      marked: e.when(
        e.and(isWeakest, e.below(fact('weakestCount'), fact('counted')), e.equal(fact('stage'), STAGE.answered)),
        1,
        BLANK,
      ),
    });
    before = id;
  });
  return marks;
}

function whoLine(words: Words, at: StandingPlaces, program: OfProgram): Expression {
  const w = words.standing;
  const name = oneLine(at.entry('name'));
  const part = (field: OrganizationField, said = (text: Expression): Expression => text): Expression =>
    e.when(e.blank(oneLine(at.entry(field))), BLANK, e.join(w.apart, said(oneLine(at.entry(field)))));
  const asOf = program('asOf');
  return e.join(
    e.when(e.blank(name), w.noName, name),
    part('unit'),
    part('scope'),
    part('assessor', (text) => saying(w.assessedBy, text)),
    w.apart,
    e.when(e.blank(asOf), w.noDate, saying(w.stateOf, isoDay(asOf))),
  );
}

function headlineOf(model: Model, words: Words, program: OfProgram, fact: FactOf): Expression {
  const w = words.standing;
  const [counted, lowest, lowestCount] = [fact('counted'), program('groupFloor'), fact('lowestCount')];
  const most = e.literal(Math.max(...model.levels.map(({ n }) => n)));
  const isAt = (stage: number): Expression => e.equal(fact('stage'), stage);
  const unanswered = e.when(
    e.equal(counted, 1),
    saying(w.unansweredOne, fact('highest')),
    e.when(
      e.equal(fact('highestCount'), counted),
      saying(w.unanswered, fact('highest'), counted),
      saying(w.unansweredSome, fact('highest'), fact('highestCount'), counted),
    ),
  );
  const levels = e.when(
    e.equal(counted, 1),
    saying(w.oneCategory, fact('maturity'), most, lowest),
    e.when(
      e.equal(lowestCount, counted),
      saying(w.atOneLevel, fact('maturity'), most, counted, lowest),
      saying(w.atLevels, fact('maturity'), most, lowest, lowestCount, counted),
    ),
  );
  const [targets, below] = [fact('targets'), program('belowTarget')];
  const ofTargets = e.when(
    e.equal(targets, 0),
    w.noTargets,
    e.when(
      e.equal(targets, 1),
      e.when(e.equal(below, 1), w.onlyBelow, w.onlyReached),
      e.when(
        e.equal(below, 0),
        saying(w.noneBelow, targets),
        e.when(e.equal(below, 1), saying(w.oneBelow, targets), saying(w.someBelow, below, targets)),
      ),
    ),
  );
  return e.when(
    isAt(STAGE.nothingApplies),
    w.nothingApplies(words.sheets.profile),
    e.when(isAt(STAGE.unanswered), unanswered, e.join(levels, ofTargets)),
  );
}

function weakestLine(model: Model, words: Words, at: StandingPlaces, program: OfProgram, fact: FactOf): Expression {
  const w = words.standing;
  const [counted, count, maturity] = [fact('counted'), fact('weakestCount'), fact('weakestMaturity')];
  const level = program('groupFloor');
  // The k-th of them by code and name.
  const kth = (k: number): Expression => e.at(e.column(at.called), e.smallest(e.column(at.marks('weakest')), k));
  const last = categoriesOf(model).at(-1)?.id ?? '';
  const tie = e.when(
    e.equal(count, 2),
    saying(w.weakestTie, e.join(kth(1), w.and, kth(2)), level, maturity),
    saying(w.weakestTie, e.of(at.mark('names', last)), level, maturity),
  );
  const named = e.when(e.equal(count, 1), saying(w.weakest, kth(1), level, maturity), tie);
  return e.when(
    e.atMost(counted, 1),
    BLANK,
    e.when(
      e.equal(fact('stage'), STAGE.unanswered),
      w.noWeakest,
      e.when(e.equal(count, counted), saying(w.allTie, counted, level, maturity), named),
    ),
  );
}

function answeredLine(words: Words, program: OfProgram, fact: FactOf): Expression {
  const w = words.standing;
  const [applicable, expired] = [program('groupApplicable'), fact('expired')];
  const isUnanswered = e.equal(fact('stage'), STAGE.unanswered);
  const isMet = e.isNumber(program('evidencedShare'));
  const evidence = saying(w.evidence, fact('evidencedShare'), fact('evidencedMaturity'));
  return e.when(
    e.equal(fact('stage'), STAGE.nothingApplies),
    BLANK,
    e.join(
      e.when(
        e.equal(applicable, 1),
        saying(w.answeredOfOne, fact('answeredShare')),
        saying(w.answered, fact('answeredShare'), applicable),
      ),
      e.when(
        isUnanswered,
        e.when(e.equal(fact('targets'), 0), w.chooseTargets(words.sheets.profile), BLANK),
        e.join(
          e.when(isMet, evidence, w.nothingMet),
          e.when(e.equal(expired, 0), BLANK, e.when(e.equal(expired, 1), w.expiredOne, saying(w.expired, expired))),
        ),
      ),
    ),
  );
}

/** The sentences about an assessment, computed as the Scorecard computes them. */
export function standingOf(
  model: Model,
  words: Words,
  figures: Figures,
  { organization }: Assessment,
): Readonly<Record<StandingLine, string>> {
  const found = new Map<string, () => Value | readonly Value[]>();
  const place = (name: string, find: () => Value | readonly Value[]): string => {
    let known: Value | readonly Value[] | undefined;
    if (!found.has(name)) found.set(name, () => (known ??= find()));
    return name;
  };
  const positionOf = (quantity: Quantity, key: string): number =>
    quantity === 'asOf'
      ? 0
      : (figures.outline.position.category.get(key) ?? figures.outline.position.group.get(key) ?? -1);
  const categories = categoriesOf(model);
  const sentences: Standing = standing(model, words, {
    figure: (quantity, key) =>
      place(`figure ${quantity} ${key}`, () => figures.value(quantity, ALL_DEPLOYMENTS, positionOf(quantity, key))),
    figures: (quantity) => place(`figures ${quantity}`, () => figures.column(quantity, ALL_DEPLOYMENTS)),
    fact: (id) => place(`fact ${id}`, () => valueOf(sentences.facts[id])),
    mark: (mark, category) => place(`mark ${mark} ${category}`, () => valueOf(sentences.marks.get(category)?.[mark])),
    marks: (mark) => place(`marks ${mark}`, () => categories.map(({ id }) => valueOf(sentences.marks.get(id)?.[mark]))),
    called: place('called', () => categories.map(({ id, name }) => `${id} ${name}`)),
    entry: (field) => e.of(place(`entry ${field}`, () => organization[field] ?? '')),
  });
  const one = (name: string): Value => {
    const value = found.get(name)?.() ?? BLANK;
    return typeof value === 'object' ? BLANK : value;
  };
  const all = (name: string): readonly Value[] => {
    const value = found.get(name)?.() ?? BLANK;
    return typeof value === 'object' ? value : [value];
  };
  const surroundings = { of: one, column: all, parts: all, previous: () => undefined };
  function valueOf(expression: Expression | undefined): Value {
    return expression === undefined ? BLANK : compile(expression)(surroundings);
  }
  const line = (id: StandingLine): string => String(valueOf(sentences.lines[id]));
  return { who: line('who'), headline: line('headline'), weakest: line('weakest'), answered: line('answered') };
}
