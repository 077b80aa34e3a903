/** Computes every rule for every objective, level, category and group: the numbers behind a score and behind cached cells. */
import { BLANK, type Value } from '../formula/value.js';
import { compileFor, type Source } from '../formula/evaluate.js';
import { serialOf } from '../assessment/dates.js';
import type { Answer, Assessment } from '../assessment/assessment.js';
import { hasEvidence } from '../assessment/evidence.js';
import { blankAssessment } from '../assessment/paths.js';
import { isVisible } from '../assessment/visible.js';
import type { Model } from '../model/model.js';
import { ABOVE, outlineOf, type Outline, type Part } from './outline.js';
import { rulesFor, scopeOf, traitsOf, type Quantity, type Scope } from './rules.js';

/** All deployment types together; otherwise the id of one type. */
export const ALL_DEPLOYMENTS = 'all';
export type Slice = string;

/** Every figure of one assessment. */
export interface Figures {
  readonly outline: Outline;
  /** The value of a quantity at a position of its scope (0 for the program's inputs). */
  value(quantity: Quantity, slice: Slice, position: number): Value;
  /** All values of a quantity in the model's order. */
  column(quantity: Quantity, slice: Slice): readonly Value[];
}

/** The values of a quantity that is at hand: of the assessment that is being computed. */
interface Slot {
  values: readonly Value[];
}

interface CompiledRule {
  readonly inReview: boolean | undefined;
  readonly slot: Slot;
  /** How many things its scope has. */
  readonly length: number;
  readonly run: (position: number) => Value;
}

interface CompiledSlice {
  readonly slice: Slice;
  /** Of the rules that deployment types make a difference to. */
  readonly own: ReadonlyMap<Quantity, Slot>;
  readonly rules: readonly CompiledRule[];
}

/** The rules of a model, prepared once for however many assessments are scored. */
export class Scoring {
  readonly outline: Outline;
  /** Those that the assessment fills, and those of rules that deployment types make no difference to. */
  readonly #shared = new Map<Quantity, Slot>();
  readonly #slices: readonly CompiledSlice[];

  constructor(readonly model: Model) {
    const outline = outlineOf(model);
    const ids = model.deployments.map(({ id }) => id);
    const traits = traitsOf(model);
    const all = rulesFor(ids, traits);
    for (const [quantity, values] of valuesOfModel(model, outline)) this.#shared.set(quantity, { values });
    for (const [quantity, values] of valuesOf(blankAssessment(model), model, outline))
      this.#shared.set(quantity, { values });
    const inputs = [...this.#shared.keys()];
    for (const { name, byDeployment } of all) if (!byDeployment) this.#shared.set(name, { values: NOTHING });
    const scopes = new Map([...inputs, ...all.map(({ name }) => name)].map((each) => [each, scopeOf(each, all)]));
    const compiled = (slice: Slice, rules: typeof all): CompiledSlice => {
      const own = new Map<Quantity, Slot>();
      for (const { name } of rules) if (!this.#shared.has(name)) own.set(name, { values: NOTHING });
      const slotOf = (quantity: Quantity): Slot => {
        const slot = own.get(quantity) ?? this.#shared.get(quantity);
        if (!slot) throw new Error(`broken promise: ${quantity} is an input or an earlier rule`);
        return slot;
      };
      const from = { outline, slotOf, scopeOf: (quantity: Quantity) => scopes.get(quantity) };
      return {
        slice,
        own,
        rules: rules.map(({ name, scope, is, inReview }) => ({
          inReview,
          slot: slotOf(name),
          length: outline[scope].length,
          run: compileFor(is, columnsOf(scope, from)),
        })),
      };
    };
    this.outline = outline;
    this.#slices = [
      compiled(ALL_DEPLOYMENTS, all),
      ...ids.map((id) =>
        compiled(
          id,
          rulesFor([id], traits).filter((rule) => rule.byDeployment),
        ),
      ),
    ];
  }

  /** Computes all figures of an assessment of the model; those of a review where there is one, or `review` is true. */
  figures(assessment: Assessment, review = false): Figures {
    const { outline } = this;
    for (const [quantity, values] of valuesOf(assessment, this.model, outline)) {
      const slot = this.#shared.get(quantity);
      if (slot) slot.values = values;
    }
    const hasReview = review || this.#shared.get('review')?.values.some((each) => each !== BLANK) === true;
    const perSlice = new Map<Slice, ReadonlyMap<Quantity, readonly Value[]>>();
    const compute = (compiled: CompiledSlice): void => {
      run(compiled, hasReview);
      perSlice.set(compiled.slice, valuesIn(compiled.own));
    };
    const [all, ...alone] = this.#slices;
    if (all) compute(all);
    const shared = valuesIn(this.#shared);
    // Most organizations use few deployment types, and nobody asks for the figures of the others.
    const waiting = new Map(alone.map((each) => [each.slice, each]));
    const ownOf = (slice: Slice): ReadonlyMap<Quantity, readonly Value[]> | undefined => {
      const compiled = waiting.get(slice);
      if (compiled) {
        waiting.delete(slice);
        // Another assessment may have been computed since.
        for (const [quantity, values] of shared) {
          const slot = this.#shared.get(quantity);
          if (slot) slot.values = values;
        }
        compute(compiled);
      }
      return perSlice.get(slice);
    };
    const column = (quantity: Quantity, slice: Slice): readonly Value[] =>
      ownOf(slice)?.get(quantity) ?? shared.get(quantity) ?? NOTHING;
    return { outline, column, value: (quantity, slice, position) => column(quantity, slice)[position] ?? BLANK };
  }
}

/** Computes the rules of a slice, from what is at hand. */
function run({ rules }: CompiledSlice, hasReview: boolean): void {
  for (const { slot, length, run, inReview } of rules) {
    if (inReview && !hasReview) {
      // What the review of another assessment gave is not of this one.
      slot.values = NOTHING;
      continue;
    }
    const values = new Array<Value>(length).fill(BLANK);
    // At hand before it is filled: `previous` reads what the same rule gave for the sibling before.
    slot.values = values;
    for (let position = 0; position < length; position += 1) values[position] = run(position);
  }
}

const NOTHING: readonly Value[] = [];

interface Columns {
  readonly outline: Outline;
  readonly slotOf: (quantity: Quantity) => Slot;
  readonly scopeOf: (quantity: Quantity) => Scope | 'program' | undefined;
}

/** Finds quantities at a position of a scope. */
function columnsOf(scope: Scope, { outline, slotOf, scopeOf: found }: Columns): Source<Quantity, number> {
  const things: readonly Part[] = outline[scope];
  return {
    of: (quantity) => {
      const slot = slotOf(quantity);
      const wanted = found(quantity);
      if (wanted === 'program') return () => slot.values[0] ?? BLANK;
      if (wanted === scope) return (at) => slot.values[at] ?? BLANK;
      const above = things.map((_, at) => positionAbove(outline, scope, at, wanted));
      return (at) => slot.values[above[at] ?? -1] ?? BLANK;
    },
    previous: (quantity) => {
      const slot = slotOf(quantity);
      const before = things.map(({ previous }) => previous);
      return (at) => slot.values[before[at] ?? -1];
    },
    column: (quantity) => {
      const slot = slotOf(quantity);
      return () => slot.values;
    },
    fold: (quantity, start, step) => {
      const slot = slotOf(quantity);
      const parts = things.map((each) => each.parts);
      return (at) => {
        let so = start;
        for (const part of parts[at] ?? []) so = step(so, slot.values[part] ?? BLANK);
        return so;
      };
    },
  };
}

/** Where what a thing belongs to is in the list of its own scope; -1 where there is none. */
function positionAbove(outline: Outline, from: Scope, at: number, wanted: Scope | undefined): number {
  let scope: Scope | undefined = from;
  let position = at;
  while (scope !== undefined && scope !== wanted) {
    position = outline[scope][position]?.parent ?? -1;
    scope = ABOVE[scope];
  }
  return scope === undefined ? -1 : position;
}

/** What is at hand now. */
function valuesIn(slots: ReadonlyMap<Quantity, Slot>): ReadonlyMap<Quantity, readonly Value[]> {
  const all = new Map<Quantity, readonly Value[]>();
  for (const [quantity, { values }] of slots) all.set(quantity, values);
  return all;
}

/** Computes all figures of one assessment of `model`; `Scoring` is for many. */
export function computeFigures(model: Model, assessment: Assessment): Figures {
  return new Scoring(model).figures(assessment);
}

/** What the model says, whatever is answered. */
function valuesOfModel(model: Model, outline: Outline): [Quantity, readonly Value[]][] {
  const objectives = outline.objective.map(({ objective }) => objective);
  return [
    ['categoryOrder', outline.category.map((_, position) => position + 1)],
    ['n', outline.level.map(({ n }) => n)],
    ['threshold', objectives.map(({ kpi }) => kpi?.threshold ?? BLANK)],
    ['direction', objectives.map(({ kpi }) => kpi?.direction ?? BLANK)],
    ['objectiveLevel', objectives.map(({ level }) => level)],
    ['objectiveOrder', outline.objective.map(({ order }) => order + 1)],
    ['decides', objectives.map(({ kpi }) => kpi?.decides !== false)],
    ...(model.conditions ?? []).map(({ id }): [Quantity, readonly Value[]] => [
      `needs:${id}`,
      objectives.map(({ needs = [] }) => needs.includes(id)),
    ]),
    ...model.deployments.map(({ id }): [Quantity, readonly Value[]] => [
      `for:${id}`,
      objectives.map(({ deployments }) => deployments.includes(id)),
    ]),
  ];
}

/** What an assessment says. */
function valuesOf(assessment: Assessment, model: Model, outline: Outline): [Quantity, readonly Value[]][] {
  const answers = outline.objective.map(({ key }) => assessment.answers.get(key) ?? NO_ANSWER);
  const day = (iso: string | undefined): Value => (iso === undefined ? BLANK : (serialOf(iso) ?? BLANK));
  return [
    ['asOf', [day(assessment.organization.asOf)]],
    ['target', outline.category.map(({ key }) => assessment.targets[key] ?? BLANK)],
    ['weight', outline.category.map(({ key }) => assessment.weights[key] ?? 1)],
    ['answer', answers.map(({ answer }) => answer ?? BLANK)],
    ['measured', answers.map(({ measured }) => measured ?? BLANK)],
    ['reasonGiven', answers.map(({ notes }) => isVisible(notes))],
    ['validUntil', answers.map(({ validUntil }) => day(validUntil))],
    ['evidenceGiven', answers.map(hasEvidence)],
    ['actionGiven', answers.map(({ action }) => isVisible(action))],
    ['due', answers.map(({ due }) => day(due))],
    ['review', answers.map(({ review }) => review ?? BLANK)],
    ...(model.conditions ?? []).map(({ id }): [Quantity, readonly Value[]] => [
      `holds:${id}`,
      [assessment.conditions?.[id] !== false],
    ]),
    ...model.deployments.map(({ id }): [Quantity, readonly Value[]] => [
      `uses:${id}`,
      [assessment.selection.includes(id)],
    ]),
  ];
}

const NO_ANSWER: Answer = {};
