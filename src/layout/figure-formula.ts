/** The formula of a rule at one place: the same expression the code evaluates, written over the cells of the hidden sheets. */
import { invariant } from '../diagnostic/finding.js';
import { prepareFormula, type Addresses } from '../formula/to-formula.js';
import type { Model } from '../model/model.js';
import { ALL_DEPLOYMENTS, type Slice } from '../scoring/figures.js';
import { ABOVE, outlineOf, PROGRAM, type Outline } from '../scoring/outline.js';
import { rulesFor, scopeOf, traitsOf, type Quantity, type Rule, type RuleName, type Scope } from '../scoring/rules.js';
import type { Book } from './book.js';
import { columnOf, figureColumn, figureOf, type Reference } from './declare.js';

/** The hidden table that has one row an objective, and its columns that counts are narrowed by. */
export const CALC_OBJECTIVES = 'calc-objectives';
export const CALC_CATEGORY = 'category';
/** Its columns that say what a measured value may be: the unit of the KPI, and the largest number. */
export const MEASURED_UNIT = 'unit';
export const MEASURED_MOST = 'most';
/** Its column that says how an answer counts, and why where that is not plain; the same column of the answers shows it. */
export const COUNTS_AS = 'countsAs';

/** Writes the formulas of all rules of a model. */
export class FigureFormulas {
  readonly outline: Outline;
  readonly #rules = new Map<Slice, ReadonlyMap<RuleName, Rule>>();
  readonly #all: readonly Rule[];
  /** Rules that have one figure for each deployment type. */
  readonly #sliced: ReadonlySet<Quantity>;
  /** Taken apart once, for the many places that each rule is written at. */
  readonly #prepared = new Map<Rule, (addresses: Addresses<Quantity>) => string>();
  readonly #scopes = new Map<Quantity, ReturnType<typeof scopeOf>>();

  /** `countsParts`: COUNTIFS passes over errors, so that a figure would look right that is not. */
  constructor(
    model: Model,
    private readonly countsParts: boolean,
  ) {
    this.outline = outlineOf(model);
    const ids = model.deployments.map(({ id }) => id);
    const traits = traitsOf(model);
    this.#all = rulesFor(ids, traits);
    this.#sliced = new Set(this.#all.filter(({ byDeployment }) => byDeployment).map(({ name }) => name));
    const byName = (rules: readonly Rule[]): Map<RuleName, Rule> => new Map(rules.map((rule) => [rule.name, rule]));
    this.#rules.set(ALL_DEPLOYMENTS, byName(this.#all));
    for (const id of ids) this.#rules.set(id, byName(rulesFor([id], traits)));
  }

  /** `''` for a figure that is the same for all deployment types, otherwise `slice`. */
  sliceOf(quantity: Quantity, slice: Slice): Slice {
    return this.#sliced.has(quantity) ? slice || ALL_DEPLOYMENTS : '';
  }

  /** The formula of the rule `name` for the thing with `key`, seen from `sheet`. */
  write(name: RuleName, slice: Slice, key: string, book: Book, sheet: string): string {
    const rule = this.#rules.get(slice || ALL_DEPLOYMENTS)?.get(name);
    invariant(rule, `there is a rule ${name} for ${slice}`);
    const position = this.outline.position[rule.scope].get(key);
    invariant(position !== undefined, `the model has ${key}`);
    const prepared = this.#prepared.get(rule) ?? prepareFormula(rule.is);
    this.#prepared.set(rule, prepared);
    return prepared(this.#addresses(rule.scope, position, slice, book, sheet));
  }

  #addresses(scope: Scope, position: number, slice: Slice, book: Book, sheet: string): Addresses<Quantity> {
    const { outline } = this;
    const reference = (quantity: Quantity, key: string): Reference =>
      figureOf(quantity, key, this.sliceOf(quantity, slice));
    const here = outline[scope][position];
    invariant(here, `${scope} ${position} exists`);
    const below = scope === 'level' ? 'objective' : scope === 'category' ? 'level' : 'category';
    return {
      countsParts: this.countsParts,
      of: (quantity) => book.address(reference(quantity, this.#owner(quantity, scope, position)), sheet),
      previous: (quantity) => {
        const sibling = outline[scope][here.previous];
        return sibling && book.address(reference(quantity, sibling.key), sheet);
      },
      parts: (quantity) => {
        const keys = here.parts.map((part) => outline[below][part]?.key ?? '');
        return book.gather(
          keys.map((key) => reference(quantity, key)),
          sheet,
        );
      },
      column: (quantity) => book.range(figureColumn(quantity, this.sliceOf(quantity, slice)), sheet),
      narrow: () => {
        const [category = '', n = ''] = here.key.split('/');
        return [
          [book.range(columnOf(CALC_OBJECTIVES, CALC_CATEGORY), sheet), `"${category}"`],
          [book.range(figureColumn('objectiveLevel'), sheet), n],
        ];
      },
    };
  }

  /** Key of the thing that a quantity belongs to, seen from a thing at or below it. */
  #owner(quantity: Quantity, from: Scope, at: number): string {
    const wanted = this.#scopes.get(quantity) ?? scopeOf(quantity, this.#all);
    this.#scopes.set(quantity, wanted);
    if (wanted === 'program') return PROGRAM;
    let scope: Scope | undefined = from;
    let position = at;
    while (scope !== undefined && scope !== wanted) {
      position = this.outline[scope][position]?.parent ?? -1;
      scope = ABOVE[scope];
    }
    return this.outline[wanted][position]?.key ?? '';
  }
}
