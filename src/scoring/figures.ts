/** Computes every rule for every objective, level, category and group: the numbers behind a score and behind cached cells. */
import { BLANK, type Value } from '../formula/value.js';
import { compile, type Compiled, type Surroundings } from '../formula/evaluate.js';
import { serialOf } from '../assessment/dates.js';
import type { Assessment } from '../assessment/assessment.js';
import { hasEvidence } from '../assessment/evidence.js';
import { isVisible } from '../assessment/visible.js';
import type { Model } from '../model/model.js';
import { ABOVE, outlineOf, type Outline, type Part } from './outline.js';
import { INPUTS, rulesFor, scopeOf, traitsOf, type Quantity, type RuleName, type Scope } from './rules.js';

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

interface CompiledRule {
  readonly name: RuleName;
  readonly scope: Scope;
  readonly run: Compiled<Quantity>;
}

/** The rules of a model, prepared once for however many assessments are scored. */
export class Scoring {
  readonly outline: Outline;
  readonly #slices: readonly { readonly slice: Slice; readonly rules: readonly CompiledRule[] }[];
  readonly #scopes: ReadonlyMap<Quantity, Scope | 'program'>;
  readonly #byDeployment: ReadonlySet<Quantity>;

  constructor(readonly model: Model) {
    const ids = model.deployments.map(({ id }) => id);
    const traits = traitsOf(model);
    const all = rulesFor(ids, traits);
    const compiled = (rules: typeof all): CompiledRule[] =>
      rules.map(({ name, scope, is }) => ({ name, scope, run: compile(is) }));
    const quantities: Quantity[] = [
      ...Object.values(INPUTS).flat(),
      ...ids.flatMap((id) => [`uses:${id}` as const, `for:${id}` as const]),
      ...(traits.conditions ?? []).flatMap((id) => [`holds:${id}` as const, `needs:${id}` as const]),
      ...all.map(({ name }) => name),
    ];
    this.outline = outlineOf(model);
    this.#scopes = new Map(quantities.map((quantity) => [quantity, scopeOf(quantity, all)]));
    this.#slices = [
      { slice: ALL_DEPLOYMENTS, rules: compiled(all) },
      ...ids.map((id) => ({ slice: id, rules: compiled(rulesFor([id], traits).filter((rule) => rule.byDeployment)) })),
    ];
    this.#byDeployment = new Set(all.filter((rule) => rule.byDeployment).map(({ name }) => name));
  }

  /** Computes all figures of an assessment of the model. */
  figures(assessment: Assessment): Figures {
    const { outline } = this;
    const shared = new Map<Quantity, Column>();
    for (const [quantity, values] of inputValues(this.model, outline, assessment))
      shared.set(quantity, { scope: this.#scopes.get(quantity), values });
    const perSlice = new Map<Slice, Map<Quantity, Column>>();
    for (const { slice, rules } of this.#slices) {
      // What holds for all slices, and what is computed for this one: found in one place, since it is asked for very often.
      const own = new Map(shared);
      perSlice.set(slice, own);
      const here = new Here(outline, own);
      for (const { name, scope, run } of rules) {
        const values: Value[] = [];
        const list: readonly Part[] = outline[scope];
        // Stored before it is filled: `previous` reads what the same rule gave for the sibling before.
        own.set(name, { scope, values });
        if (!this.#byDeployment.has(name)) shared.set(name, { scope, values });
        for (let position = 0; position < list.length; position += 1) values.push(run(here.at(scope, position)));
      }
    }
    const column = (quantity: Quantity, slice: Slice): readonly Value[] =>
      (perSlice.get(slice) ?? shared).get(quantity)?.values ?? NOTHING;
    return { outline, column, value: (quantity, slice, position) => column(quantity, slice)[position] ?? BLANK };
  }
}

/** Computes all figures of one assessment of `model`; `Scoring` is for many. */
export function computeFigures(model: Model, assessment: Assessment): Figures {
  return new Scoring(model).figures(assessment);
}

/** All values of a quantity, and what they belong to. */
interface Column {
  readonly scope: Scope | 'program' | undefined;
  readonly values: readonly Value[];
}

const NOTHING: readonly Value[] = [];

/** The surroundings of one thing; moved from thing to thing rather than made anew for each. */
class Here implements Surroundings<Quantity> {
  #scope: Scope = 'objective';
  #position = 0;

  constructor(
    private readonly outline: Outline,
    private readonly columns: ReadonlyMap<Quantity, Column>,
  ) {}

  column(quantity: Quantity): readonly Value[] {
    return this.columns.get(quantity)?.values ?? NOTHING;
  }

  at(scope: Scope, position: number): this {
    this.#scope = scope;
    this.#position = position;
    return this;
  }

  of(quantity: Quantity): Value {
    const found = this.columns.get(quantity);
    if (!found) return BLANK;
    const { scope: wanted, values } = found;
    if (wanted === 'program') return values[0] ?? BLANK;
    let scope: Scope | undefined = this.#scope;
    let position = this.#position;
    while (scope !== undefined && scope !== wanted) {
      position = this.outline[scope][position]?.parent ?? -1;
      scope = ABOVE[scope];
    }
    return values[position] ?? BLANK;
  }

  parts(quantity: Quantity): readonly Value[] {
    const values = this.column(quantity);
    return (this.outline[this.#scope][this.#position]?.parts ?? []).map((position) => values[position] ?? BLANK);
  }

  previous(quantity: Quantity): Value | undefined {
    const position = this.outline[this.#scope][this.#position]?.previous ?? -1;
    return position < 0 ? undefined : this.column(quantity)[position];
  }
}

function inputValues(model: Model, outline: Outline, assessment: Assessment): Map<Quantity, readonly Value[]> {
  const answers = outline.objective.map(({ key }) => assessment.answers.get(key) ?? {});
  const objectives = outline.objective.map(({ objective }) => objective);
  const day = (iso: string | undefined): Value => (iso === undefined ? BLANK : (serialOf(iso) ?? BLANK));
  const values = new Map<Quantity, readonly Value[]>([
    ['asOf', [day(assessment.organization.asOf)]],
    ['target', outline.category.map(({ key }) => assessment.targets[key] ?? BLANK)],
    ['weight', outline.category.map(({ key }) => assessment.weights[key] ?? 1)],
    ['categoryOrder', outline.category.map((_, position) => position + 1)],
    ['n', outline.level.map(({ n }) => n)],
    ['answer', answers.map(({ answer }) => answer ?? BLANK)],
    ['measured', answers.map(({ measured }) => measured ?? BLANK)],
    ['reasonGiven', answers.map(({ notes }) => isVisible(notes))],
    ['validUntil', answers.map(({ validUntil }) => day(validUntil))],
    ['threshold', objectives.map(({ kpi }) => kpi?.threshold ?? BLANK)],
    ['direction', objectives.map(({ kpi }) => kpi?.direction ?? BLANK)],
    ['objectiveLevel', objectives.map(({ level }) => level)],
    ['objectiveOrder', outline.objective.map(({ order }) => order + 1)],
    ['evidenceGiven', answers.map(hasEvidence)],
    ['actionGiven', answers.map(({ action }) => isVisible(action))],
    ['due', answers.map(({ due }) => day(due))],
    ['decides', objectives.map(({ kpi }) => kpi?.decides !== false)],
  ]);
  for (const { id } of model.conditions ?? []) {
    values.set(`holds:${id}`, [assessment.conditions?.[id] !== false]);
    values.set(
      `needs:${id}`,
      objectives.map(({ needs = [] }) => needs.includes(id)),
    );
  }
  for (const { id } of model.deployments) {
    values.set(`uses:${id}`, [assessment.selection.includes(id)]);
    values.set(
      `for:${id}`,
      objectives.map(({ deployments }) => deployments.includes(id)),
    );
  }
  return values;
}
