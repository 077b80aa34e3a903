/** Plausible filled-in assessments of fictional organizations, for trying out, tests and benchmarks. The same seed gives the same. */
import { categoriesOf, objectivesOf, type ControlObjective, type Model } from '../model/model.js';
import { isoOf, serialOf } from './dates.js';
import type { Answer, Assessment } from './assessment.js';
import { assessmentDays, validUntil } from './example-days.js';
import { inSteps } from './example-levels.js';
import { measuredFor } from './example-measured.js';
import { at, exampleConditions, exampleOrganization, exampleSelection } from './example-organization.js';
import { dueDays, workday } from './example-plan.js';
import { stepsByObjective } from './example-steps.js';
import { STORIES, type Profile, type Story } from './example-story.js';
import type { ExampleTexts, ObjectiveExample } from './example-texts.js';
import { inWriting } from './example-writing.js';

export { PROFILES, type Profile } from './example-story.js';
export type { ExampleTexts, ObjectiveExample } from './example-texts.js';

/** Numbers from 0 up to 1 that depend on the seed only (mulberry32, public domain). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** So that the first seed gives an organization that shows everything: a condition that fails, a missing answer, each level up to 3. */
const FIRST = 29_953;

/**
 * A filled assessment of a fictional organization.
 * @example
 * ```ts
 * const assessment = exampleAssessment(model, { seed: 1, profile: 'typical' }, exampleTexts);
 * ```
 */
export function exampleAssessment(
  model: Model,
  { seed, profile }: { readonly seed: number; readonly profile: Profile },
  texts: ExampleTexts,
): Assessment {
  const random = randomFrom(seed * 7919 + FIRST);
  const story = STORIES[profile];
  const organization = exampleOrganization(model, { seed, profile, story }, random, texts);
  const selection = exampleSelection(model, random);
  const conditions = exampleConditions(model, organization.industry, story, random);
  const targets = targetsOf(model, story, random);
  const weights = Object.fromEntries(categoriesOf(model).flatMap(({ id }) => (random() < 0.2 ? [[id, 2]] : [])));
  const given = answersOf(model, { selection, conditions, story, texts, random });
  const days = assessmentDays(model, texts);
  return {
    model: { id: model.id, version: model.version },
    organization: { ...organization, asOf: days.at(-1) ?? model.released },
    selection,
    ...(Object.keys(conditions).length === 0 ? {} : { conditions }),
    targets,
    weights,
    answers: written(model, given, { seed, story, texts, targets, days, random }),
    feedback: [],
  };
}

function targetsOf(model: Model, story: Story, random: () => number): Readonly<Record<string, number>> {
  const first = model.domains[0]?.id;
  return Object.fromEntries(
    categoriesOf(model).flatMap(({ id, domain }) => {
      const lower = random() < 0.4 ? 1 : 0;
      if (domain === first) return [[id, story.goal]];
      return story.aimsEverywhere ? [[id, Math.max(2, story.goal - lower)]] : [];
    }),
  );
}

/** An objective with what was said of it, if anything. */
interface Given {
  readonly objective: ControlObjective;
  readonly answer: Answer;
}

/** What answers depend on. */
interface Fiction {
  readonly selection: readonly string[];
  readonly conditions: Readonly<Record<string, boolean>>;
  readonly story: Story;
  readonly texts: ExampleTexts;
  readonly random: () => number;
}

/** The objectives that apply, each with its owner and its answer; those without an answer hold nothing back alone, but for one. */
function answersOf(model: Model, fiction: Fiction): readonly Given[] {
  const { selection, conditions, story, texts, random } = fiction;
  // Who decides, and the register that other categories count with, is not behind the rest.
  const reached = new Map(
    categoriesOf(model).map(({ id }, index) => {
      const own = story.reached + (random() - 0.5) * SPREAD;
      return [id, index === 0 ? Math.max(own, story.reached) : own];
    }),
  );
  const hasConditions = (model.conditions ?? []).length > 0;
  const drawnFor = objectivesOf(model).flatMap((objective) => {
    const needs = objective.needs ?? [];
    const mayNotApply = hasConditions ? needs.length > 0 : objective.deployments.length < model.deployments.length;
    const drawn = answerFor(model, objective, reached.get(objective.category) ?? 2, { ...fiction, mayNotApply });
    // Nobody collects evidence for a deployment type or a use that there is not.
    const applies =
      objective.deployments.some((type) => selection.includes(type)) && needs.every((id) => conditions[id] !== false);
    return applies ? [{ objective, ...drawn }] : [];
  });
  const all = inSteps(drawnFor, (objective) => measuredFor(objective, false, random, ownOf(model, objective, texts)));
  const isOpen = ({ answer }: Answer): boolean => answer === 'partly' || answer === 'not-met';
  let alone = 0;
  return all.map(({ objective, answer, isForgotten }) => {
    const { category, level } = objective;
    if (!isForgotten) return { objective, answer };
    const isHeldBack = all.some(
      (other) =>
        isOpen(other.answer) &&
        !other.isForgotten &&
        other.objective.category === category &&
        other.objective.level <= level,
    );
    if (!isHeldBack) alone += 1;
    return isHeldBack || alone <= MOST_ALONE
      ? { objective, answer: { owner: answer.owner ?? '' } }
      : { objective, answer };
  });
}

/** Objectives without an answer that alone hold a category back: at most so many, to show what a missing answer does. */
const MOST_ALONE = 1;
/** Levels between the categories that have come least far and farthest, about. */
const SPREAD = 1.6;
/** Share of what may not apply that does not. */
const NOT_APPLICABLE = 0.06;
/** The same of the objectives that have a reason of their own, which are few. */
const OWN_REASON = 0.3;
/** Share of the objectives that are met in part. */
const BEGUN = 0.25;
/** The lowest level that has objectives. */
const FIRST_ASSESSED = 2;

/** The answer to an objective, with its owner, and whether nobody has given it yet. */
function answerFor(
  model: Model,
  objective: ControlObjective,
  reached: number,
  { random, story, texts, mayNotApply }: Fiction & { readonly mayNotApply: boolean },
): { readonly answer: Answer; readonly isForgotten: boolean } {
  // The further above the level reached, the less likely an objective is met.
  const chance = 1 / (1 + Math.exp((objective.level - 0.5 - reached) * 2.4));
  const roll = random();
  const owners = texts.owners[objective.category] ?? texts.owners.others;
  const own = ownOf(model, objective, texts);
  const usual = at(owners, random()) ?? '';
  const owner = own?.owner ?? usual;
  const [atFirst, above] = story.blanks;
  const isForgotten = random() < (objective.level === FIRST_ASSESSED ? atFirst : above);
  // What every organization has to do is never without use to it.
  const reason = own ? own.notApplicable : texts.notApplicable;
  const drop = random();
  if (reason !== undefined && mayNotApply && drop < (own ? OWN_REASON : NOT_APPLICABLE))
    return { answer: { answer: 'not-applicable', notes: reason, owner }, isForgotten: false };
  if (roll < chance)
    return { answer: { answer: 'met', ...measuredFor(objective, true, random, own), owner }, isForgotten };
  // Nobody begins what is far beyond where they are. What is measured has begun, so nothing is measured that is not met.
  const isBegun = objective.level <= reached + 2 && roll < chance + BEGUN;
  if (!isBegun) return { answer: { answer: 'not-met', owner }, isForgotten };
  return { answer: { answer: 'partly', ...measuredFor(objective, false, random, own), owner }, isForgotten };
}

/** What is written about an objective itself; undefined for one of an own model. */
function ownOf(model: Model, { id }: ControlObjective, texts: ExampleTexts): ObjectiveExample | undefined {
  return texts.objectives[model.id]?.[id];
}

/** The answers with their days and texts: see `inWriting`. */
function written(
  model: Model,
  given: readonly Given[],
  {
    seed,
    story,
    texts,
    targets,
    days,
    random,
  }: Pick<Fiction, 'story' | 'texts' | 'random'> & {
    readonly seed: number;
    readonly targets: Readonly<Record<string, number>>;
    /** On which it was assessed, in order. */
    readonly days: readonly string[];
  },
): ReadonlyMap<string, Answer> {
  const asOf = serialOf(days.at(-1) ?? model.released) ?? 0;
  const day = (serial: number): string => isoOf(serial) ?? model.released;
  const categories = categoriesOf(model).map(({ id }) => id);
  const steps = stepsByObjective(model);
  const positions = new Map(objectivesOf(model).map(({ id }, index) => [id, index]));
  const isDone = ({ answer }: Answer): boolean => answer === 'met' || answer === 'not-applicable';
  // A category without a target is on its way to the next level.
  const aims = new Map(Object.entries(targets));
  for (const { objective, answer } of given)
    if (!isDone(answer) && !aims.has(objective.category)) aims.set(objective.category, objective.level);
  // What is beyond the aim waits: the Roadmap does not show it either.
  const isPlanned = ({ objective: { category, level }, answer }: Given): boolean =>
    !isDone(answer) && level <= (aims.get(category) ?? 0);
  const due = dueDays(
    given.filter(isPlanned).map(({ objective, answer: { answer } }) => ({ objective, answer })),
    random,
  );
  return new Map(
    given.map((each) => {
      const { objective, answer } = each;
      const inDays = due.get(objective.id);
      const isHeld = answer.answer === 'met' || answer.answer === 'partly';
      // Of its own, so that what is written moves no figure.
      const own = randomFrom(seed * 104_729 + (positions.get(objective.id) ?? 0));
      const assessedOn = at(days, categories.indexOf(objective.category) / categories.length) ?? model.released;
      const writing = {
        random: own,
        ...{ story, texts, steps: steps.get(objective.id) ?? [], isPlanned: inDays !== undefined },
        own: ownOf(model, objective, texts),
      };
      const dated = {
        ...answer,
        ...(answer.answer === undefined ? {} : { assessedOn }),
        ...(isHeld ? { validUntil: validUntil(objective, assessedOn) } : {}),
        ...(inDays === undefined ? {} : { due: day(workday(asOf + inDays)) }),
      };
      return [objective.id, inWriting(dated, objective, writing)];
    }),
  );
}
