// A second, plain reading of the scoring rule, written from the prose alone and sharing nothing with src/.
// It is the oracle the real implementation is compared with; clarity goes before speed. Expects valid input.

type Blank = null | undefined;
export type OracleAnswer = {
  answer?: string | Blank;
  measured?: number | Blank;
  notes?: string | Blank;
  validUntil?: string | Blank;
};
export type OracleObjective = {
  id: string;
  level: number;
  deployments: readonly string[];
  kpi: { direction: string; threshold: number } | null;
};
export type OracleCategory = { id: string; objectives: readonly OracleObjective[] };
export type OracleModel = {
  deployments: readonly { id: string }[];
  domains: readonly { id: string; categories: readonly OracleCategory[] }[];
};
export type OracleAnswers = {
  organization?: { asOf?: string | Blank } | undefined;
  selection?: readonly string[] | undefined;
  targets?: Readonly<Record<string, number | Blank>> | undefined;
  weights?: Readonly<Record<string, number | Blank>> | undefined;
  answers?: Readonly<Record<string, OracleAnswer>> | undefined;
};

type State = 'excluded' | 'unanswered' | 'expired' | 'met' | 'partly' | 'unmet';
type Judged = { id: string; level: number; state: State };

const LEVELS = [2, 3, 4, 5];

/** "State of an objective: the first line that fits". */
function stateOf(objective: OracleObjective, given: OracleAnswer, selection: readonly string[], asOf: string): State {
  const blank = (given.answer ?? '') === '';
  const validUntil = given.validUntil ?? '';
  const isExpired = asOf !== '' && validUntil !== '' && validUntil < asOf;
  // 1
  if (!objective.deployments.some((d) => selection.includes(d))) return 'excluded';
  // 2
  if (given.answer === 'not-applicable') {
    // What nobody can see is not written: white space, and marks of no width.
    const seen = (given.notes ?? '').replace(/[\s\u00ad\u061c\u180e\u200b-\u200f\u2060]/g, '');
    return seen !== '' ? 'excluded' : 'unanswered';
  }
  // 3
  if (given.answer === 'met') return isExpired ? 'expired' : 'met';
  if (given.answer === 'partly') return isExpired ? 'expired' : 'partly';
  if (given.answer === 'not-met') return isExpired ? 'expired' : 'unmet';
  // 4
  if (blank && typeof given.measured === 'number' && objective.kpi !== null) {
    if (isExpired) return 'expired';
    const { direction, threshold } = objective.kpi;
    // Programs differ in the last digits of a computed share; what is nearer than these is the same.
    const over = given.measured - threshold;
    if (direction === 'at-least') return over > -5e-12 ? 'met' : 'unmet';
    if (direction === 'at-most') return over < 5e-12 ? 'met' : 'unmet';
    throw new Error(`${objective.id}: unknown KPI direction ${direction}`);
  }
  // 5
  return 'unanswered';
}

const isApplicable = (o: Judged) => o.state !== 'excluded';
const isOpen = (o: Judged) => o.state === 'unanswered' || o.state === 'expired';
const at = (objectives: Judged[], n: number) => objectives.filter((o) => o.level === n);
const applicable = (objectives: Judged[]) => objectives.filter(isApplicable).length;
const open = (objectives: Judged[]) => objectives.filter(isOpen).length;
const met = (objectives: Judged[]) => objectives.filter((o) => o.state === 'met').length;
const partly = (objectives: Judged[]) => objectives.filter((o) => o.state === 'partly').length;
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);

/** The level of a category, which must have at least one applicable objective. */
function levelOf(objectives: Judged[]): number {
  const passable = (n: number) => met(at(objectives, n)) === applicable(at(objectives, n));
  const complete = (n: number) => passable(n) && applicable(at(objectives, n)) > 0;
  const reached = LEVELS.filter((n) => complete(n) && LEVELS.filter((below) => below < n).every(passable));
  return Math.max(1, ...reached);
}

function nextOf(objectives: Judged[], level: number): number | null {
  return LEVELS.find((n) => n > level && applicable(at(objectives, n)) > 0) ?? null;
}

function categoryFigures(id: string, objectives: Judged[], target: number | null, weight: number) {
  const count = applicable(objectives);
  if (count === 0) {
    const none = { level: null, progress: null, maturity: null, potential: null, completeness: null };
    return { id, ...none, target, gap: null, weight, applicable: 0 };
  }
  const level = levelOf(objectives);
  const next = nextOf(objectives, level);
  const ahead = next === null ? [] : at(objectives, next);
  const progress = next === null ? 0 : (met(ahead) + 0.5 * partly(ahead)) / applicable(ahead);
  const atBest = objectives.map((o): Judged => (isOpen(o) ? { ...o, state: 'met' } : o));
  return {
    id,
    level,
    progress,
    maturity: level + progress,
    potential: levelOf(atBest),
    completeness: 1 - open(objectives) / count,
    target,
    gap: target === null ? null : Math.max(0, target - level),
    weight,
    applicable: count,
  };
}

type Scored = { figures: ReturnType<typeof categoryFigures>; objectives: Judged[] };

/** Maturity, floor and completeness over several categories: a domain, or the program. */
function summary(categories: Scored[]) {
  const all = categories.flatMap((c) => c.objectives);
  const count = applicable(all);
  if (count === 0) return { maturity: null, floor: null, completeness: null, applicable: 0 };
  const present = categories.flatMap(({ figures: { level, maturity, weight } }) =>
    level === null || maturity === null ? [] : [{ level, maturity, weight }],
  );
  return {
    maturity: sum(present.map((c) => c.weight * c.maturity)) / sum(present.map((c) => c.weight)),
    floor: Math.min(...present.map((c) => c.level)),
    completeness: 1 - open(all) / count,
    applicable: count,
  };
}

/** Everything that depends on which deployment types are selected. */
function scoreWith(model: OracleModel, answers: OracleAnswers, selection: readonly string[]) {
  const asOf = answers.organization?.asOf ?? '';
  const scored = (category: OracleCategory): Scored => {
    const objectives = category.objectives.map((o) => {
      return { id: o.id, level: o.level, state: stateOf(o, answers.answers?.[o.id] ?? {}, selection, asOf) };
    });
    const target = answers.targets?.[category.id] ?? null;
    const weight = answers.weights?.[category.id] ?? 1;
    return { figures: categoryFigures(category.id, objectives, target, weight), objectives };
  };
  const domains = model.domains.map((d) => ({ id: d.id, scored: d.categories.map(scored) }));
  const all = domains.flatMap((d) => d.scored);
  const belowTarget = all.filter((c) => c.figures.gap !== null && c.figures.gap > 0).length;
  return {
    scored: all,
    program: { ...summary(all), belowTarget },
    domains: domains.map((d) => ({ id: d.id, ...summary(d.scored) })),
    categories: all.map((c) => c.figures),
  };
}

/** Expects the categories in model order, so that a category's index holds domain order and category order at once. */
function roadmapOf(categories: Scored[]): string[] {
  const rank = { partly: 0, unmet: 1, unanswered: 2, expired: 2 };
  const steps = categories.flatMap(({ figures, objectives }, order) => {
    if (figures.level === null) return [];
    const { target } = figures;
    const next = nextOf(objectives, figures.level);
    return objectives.flatMap(({ id, level, state }) => {
      if (state === 'excluded' || state === 'met') return [];
      const wanted = target === null ? level === next : level <= target;
      return wanted ? [{ id, level, order, rank: rank[state] }] : [];
    });
  });
  steps.sort((a, b) => a.level - b.level || a.order - b.order || a.rank - b.rank || (a.id < b.id ? -1 : 1));
  return steps.map((s) => s.id);
}

export function oracle(model: OracleModel, answers: OracleAnswers) {
  const types = model.deployments.map((d) => d.id);
  const selection = answers.selection ?? types;
  const { scored, program, domains, categories } = scoreWith(model, answers, selection);
  const deployments = types
    .filter((t) => selection.includes(t))
    .map((t) => {
      const alone = scoreWith(model, answers, [t]);
      return { id: t, program: alone.program, categories: alone.categories };
    });
  const objectives = scored.flatMap((c) => c.objectives.map(({ id, state }) => ({ id, state })));
  return { program, domains, categories, deployments, objectives, roadmap: roadmapOf(scored) };
}
