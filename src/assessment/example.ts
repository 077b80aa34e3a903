/** Plausible filled-in assessments of fictional organizations, for trying out, tests and benchmarks. The same seed gives the same. */
import type { MeasuredUnit } from '../diagnostic/catalogue.js';
import { categoriesOf, objectivesOf, type ControlObjective, type Model } from '../model/model.js';
import { isoOf, serialOf } from './dates.js';
import type { Answer, Assessment } from './assessment.js';

/** Kinds of organizations, by how far they have come. */
export const PROFILES = ['early', 'typical', 'advanced'] as const;
/** One of `PROFILES`. */
export type Profile = (typeof PROFILES)[number];

/** What an organization of each kind is like. */
interface Story {
  /** How far it has come, as the level it has about reached. */
  readonly reached: number;
  /** What it aims at, and whether it does so everywhere or only in the first domain. */
  readonly goal: number;
  readonly aimsEverywhere: boolean;
  /** Share of the objectives that it has no answer to, at level 2 and above. */
  readonly blanks: readonly [atFirst: number, above: number];
  /** Share of what is met that it can show. */
  readonly shown: number;
  /** Its size, as shares of the way through the list of sizes. */
  readonly sizes: readonly [from: number, to: number];
}

/**
 * An early one has begun and looks at the basics, an average one follows a plan, an advanced one measures and proves; none
 * aims at level 5.
 */
const STORIES: Readonly<Record<Profile, Story>> = {
  early: { reached: 1.4, goal: 2, aimsEverywhere: false, blanks: [0.06, 0.12], shown: 0.5, sizes: [0.2, 0.6] },
  typical: { reached: 2.6, goal: 3, aimsEverywhere: true, blanks: [0.01, 0.05], shown: 0.8, sizes: [0.2, 0.9] },
  advanced: { reached: 4.2, goal: 4, aimsEverywhere: true, blanks: [0, 0.02], shown: 0.96, sizes: [0.5, 1] },
};
/** From this share of the way through the list of sizes on, organizations work all over the world. */
const WORLDWIDE_FROM = 0.6;
const WORLDWIDE = 'global';

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

const NAMES = [
  'Alder',
  'Birch',
  'Cedar',
  'Dogwood',
  'Elm',
  'Fir',
  'Ginkgo',
  'Hazel',
  'Juniper',
  'Larch',
  'Maple',
  'Oak',
  'Pine',
  'Rowan',
  'Spruce',
  'Willow',
];
/** What organizations of an industry call themselves; an own model may have others. */
const TRADES: Readonly<Record<string, readonly string[]>> = {
  agriculture: ['Farms', 'Foods', 'Mills'],
  construction: ['Construction', 'Estates', 'Homes'],
  education: ['Academy', 'College', 'Institute'],
  energy: ['Energy', 'Power', 'Water'],
  'financial-services': ['Bank', 'Capital', 'Insurance'],
  government: ['City Council', 'County Office', 'Revenue Agency'],
  health: ['Clinics', 'Health', 'Pharma'],
  manufacturing: ['Ceramics', 'Motors', 'Tools'],
  media: ['Media', 'Press', 'Studios'],
  'professional-services': ['Advisory', 'Consulting', 'Legal'],
  retail: ['Markets', 'Retail', 'Stores'],
  technology: ['Analytics', 'Software', 'Systems'],
  telecommunications: ['Mobile', 'Networks', 'Telecom'],
  transport: ['Logistics', 'Rail', 'Shipping'],
};
const OTHER_TRADES = ['Holding', 'Services', 'Works'];
const FORMS = ['AG', 'Corp.', 'Group', 'Inc.', 'Ltd.', 'SA'];
/** Industries whose organizations are no companies. */
const WITHOUT_FORM = new Set(['education', 'government']);
const ASSESSMENT_DAYS = 300;

/** What fictional organizations write, in some language. */
export interface ExampleTexts {
  /** What is assessed, and by whom: how far an organization has come shows in both. A public body has no sites or subsidiaries. */
  readonly stories: Readonly<
    Record<Profile, { readonly scope: string; readonly publicScope: string; readonly assessor: string }>
  >;
  /** Behind a number of each unit. */
  readonly units: Readonly<Record<MeasuredUnit, string>>;
  /** Who looks after the objectives of a category, by its code; `others` for a category of an own model. */
  readonly owners: Readonly<Record<string, readonly string[]>> & { readonly others: readonly string[] };
  /** The reason of a *not applicable*. */
  readonly notApplicable: string;
  /** A piece of evidence, with the number of the document or ticket and its day. */
  readonly proofs: readonly ((evidence: string, number: string, day: string) => string)[];
  /** What will be done where part of it is done. */
  readonly completing: readonly ((called: string, evidence: string) => string)[];
  /** What will be done where nothing is done. */
  readonly beginning: readonly ((called: string, evidence: string) => string)[];
  /** What will be done about a figure that misses its target. */
  readonly improving: readonly ((from: string, to: string) => string)[];
}

/** The item at a share of the way through a list. */
const at = <T>(items: readonly T[], share: number): T | undefined => items[Math.floor(share * items.length)];

/**
 * A filled assessment of a fictional organization.
 * @example
 * ```ts
 * const assessment = exampleAssessment(model, { seed: 1, profile: 'typical' }, USUAL_LANGUAGE.words.example);
 * ```
 */
export function exampleAssessment(
  model: Model,
  { seed, profile }: { readonly seed: number; readonly profile: Profile },
  texts: ExampleTexts,
): Assessment {
  const random = randomFrom(seed * 7919 + 17);
  const asOfSerial = (serialOf(model.released) ?? 0) - Math.floor(random() * ASSESSMENT_DAYS);
  const day = (offset: number): string => isoOf(asOfSerial + offset) ?? model.released;
  const story = STORIES[profile];
  const reached = new Map(categoriesOf(model).map(({ id }) => [id, story.reached + (random() - 0.5) * 2]));
  const hasConditions = (model.conditions ?? []).length > 0;
  const answers = new Map<string, Answer>();
  const steps = stepsByObjective(model);
  for (const [index, objective] of objectivesOf(model).entries()) {
    // Of its own, so that what is written moves no figure.
    const writing = randomFrom(seed * 104_729 + index);
    const mayNotApply = hasConditions
      ? (objective.needs ?? []).length > 0
      : objective.deployments.length < model.deployments.length;
    const fiction = { random, day, story, texts, mayNotApply };
    const answer = answerFor(objective, reached.get(objective.category) ?? 2, fiction);
    if (!answer) continue;
    const own = steps.get(objective.id) ?? [];
    answers.set(objective.id, inWriting(answer, objective, own, { random: writing, story, texts }));
  }
  const [name, trade, form, industry] = [random(), random(), random(), random()];
  const industryId = at(model.profile.industries, industry)?.id ?? '';
  const words = [
    at(NAMES, name),
    at(TRADES[industryId] ?? OTHER_TRADES, trade),
    WITHOUT_FORM.has(industryId) ? undefined : at(FORMS, form),
  ];
  const size = story.sizes[0] + random() * (story.sizes[1] - story.sizes[0]);
  const isLocal = size < WORLDWIDE_FROM || WITHOUT_FORM.has(industryId);
  const regions = model.profile.regions.filter(({ id }) => !isLocal || id !== WORLDWIDE);
  const first = model.domains[0]?.id;
  const { scope, publicScope, assessor } = texts.stories[profile];
  const region = at(regions, random())?.id ?? '';
  const selection = selectionOf(model, random);
  // Nobody collects evidence for a deployment type that is not in use.
  for (const { id, deployments } of objectivesOf(model))
    if (!deployments.some((type) => selection.includes(type))) answers.delete(id);
  return {
    model: { id: model.id, version: model.version },
    organization: {
      name: `${words.filter((word) => word !== undefined).join(' ')} (fictional ${seed})`,
      unit: '',
      scope: WITHOUT_FORM.has(industryId) ? publicScope : scope,
      industry: industryId,
      size: at(model.profile.sizes, size)?.id ?? '',
      region,
      assessor,
      asOf: day(0),
    },
    selection,
    targets: Object.fromEntries(
      categoriesOf(model).flatMap(({ id, domain }) => {
        const lower = random() < 0.4 ? 1 : 0;
        if (domain === first) return [[id, story.goal]];
        return story.aimsEverywhere ? [[id, Math.max(2, story.goal - lower)]] : [];
      }),
    ),
    weights: Object.fromEntries(categoriesOf(model).flatMap(({ id }) => (random() < 0.2 ? [[id, 2]] : []))),
    answers,
    feedback: [],
  };
}

function selectionOf(model: Model, random: () => number): string[] {
  const ids = model.deployments.map(({ id }) => id);
  const chosen = ids.filter(() => random() < 0.75);
  return chosen.length > 0 ? chosen : ids;
}

/** Where an example takes its answers from. */
interface Fiction {
  readonly random: () => number;
  /** A day so many days after the assessment date. */
  readonly day: (offset: number) => string;
  readonly story: Story;
  readonly texts: ExampleTexts;
}

/** Words that two texts have to share, so that one may be about the other. */
const SHARED_WORDS = 3;
/** Shorter words are in every text. */
const SHORTEST_WORD = 5;
/** Share of the proofs that are two pieces of evidence. */
const TWO_PROOFS = 0.35;

/**
 * An answer with the texts that people write about it: evidence is what the objective asks for, and where it is found. What is met
 * in part has a part of it; an action is about what the organization has not.
 */
function inWriting(
  { evidence, action, ...answer }: Answer,
  objective: ControlObjective,
  steps: readonly string[],
  { random, story, texts }: Omit<Fiction, 'day'>,
): Answer {
  const [first, chosen, both, doing, shown, number, way] = Array.from({ length: 7 }, random) as [
    ...(readonly [number, number, number, number, number, number, number]),
  ]; // as many as asked for
  const isShown = evidence !== undefined && shown < story.shown;
  const most = answer.answer === 'partly' ? objective.evidence.length - 1 : objective.evidence.length;
  const proof = at(objective.evidence, first) ?? '';
  const others = objective.evidence.filter((each) => each !== proof);
  const held = isShown ? [proof, ...(both < TWO_PROOFS ? others : []).slice(0, 1)].slice(0, most) : [];
  const missing = objective.evidence.filter((each) => !held.includes(each));
  const document = String(1000 + Math.floor(number * 9000));
  const written = at(texts.proofs, way)?.(held.join('; '), document, answer.assessedOn ?? '') ?? '';
  return {
    ...answer,
    ...(held.length === 0 ? {} : { evidence: written }),
    ...(action === undefined
      ? {}
      : { action: at(waysOf(answer, objective, steps, at(missing, chosen) ?? '', texts), doing) ?? '' }),
  };
}

/** What there is to do about an objective that is not met, or only in part. */
function waysOf(
  { answer, measured }: Answer,
  { id, title, kpi }: ControlObjective,
  steps: readonly string[],
  missing: string,
  texts: ExampleTexts,
): string[] {
  const called = title ?? id;
  if (answer === 'partly') return texts.completing.map((complete) => complete(called, missing));
  // Something that is measured has begun.
  if (kpi && measured !== undefined) {
    const counted = (value: number): string =>
      `${value}${kpi.unit === 'percent' ? '' : ' '}${texts.units[kpi.unit]}`.trim();
    return texts.improving.map((improve) => improve(counted(measured), counted(kpi.threshold)));
  }
  return [...steps, ...texts.beginning.map((begin) => begin(called, missing))];
}

/** The next steps of a model by the objective that each is about most: one step is planned once, for what is open itself. */
function stepsByObjective(model: Model): ReadonlyMap<string, readonly string[]> {
  const all = categoriesOf(model).flatMap(({ id, levels }) =>
    levels.flatMap(({ n, nextSteps }) => {
      const asked = objectivesOf(model).filter(({ category, level }) => category === id && level === n + 1);
      const words = asked.map((each) => wordsOf([each.text, each.rationale, ...each.evidence].join(' ')));
      return nextSteps.flatMap((step) => {
        const shared = words.map((about) => [...wordsOf(step)].filter((word) => about.has(word)).length);
        const most = Math.max(0, ...shared);
        const objective = asked[shared.indexOf(most)];
        return most < SHARED_WORDS || !objective ? [] : [{ objective: objective.id, step }];
      });
    }),
  );
  const steps = new Map<string, string[]>();
  for (const { objective, step } of all) steps.set(objective, [...(steps.get(objective) ?? []), step]);
  return steps;
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length >= SHORTEST_WORD),
  );
}

function answerFor(
  objective: ControlObjective,
  reached: number,
  { random, day, story, texts, mayNotApply }: Fiction & { readonly mayNotApply: boolean },
): Answer | undefined {
  // The further above the level reached, the less likely an objective is met.
  const chance = 1 / (1 + Math.exp((objective.level - 0.5 - reached) * 2.4));
  const roll = random();
  const owners = texts.owners[objective.category] ?? texts.owners.others;
  const owner = at(owners, random()) ?? '';
  const assessed = -Math.floor(random() * 60);
  const record = {
    // Written later.
    evidence: '',
    owner,
    assessedOn: day(assessed),
    validUntil: day(assessed + VALID_DAYS),
  };
  const [atFirst, above] = story.blanks;
  if (random() < (objective.level === FIRST_ASSESSED ? atFirst : above)) return undefined;
  // What every organization has to do is never without use to it.
  if (random() < 0.06 && mayNotApply) return { answer: 'not-applicable', notes: texts.notApplicable };
  if (roll < chance) return { answer: 'met', ...measuredFor(objective, true, random), ...record };
  const open = { action: '', due: day(30 + Math.floor(random() * 300)) };
  if (roll < chance + 0.2) return { answer: 'partly', ...record, ...open };
  // Nobody measures what is far beyond where they are.
  const figure = objective.level <= reached + 2 ? measuredFor(objective, false, random) : {};
  return { answer: 'not-met', ...figure, owner, ...open };
}

/** How long an answer holds. */
const VALID_DAYS = 365;
/** The lowest level that has objectives. */
const FIRST_ASSESSED = 2;

/** A measured value on the right side of the KPI's threshold. */
function measuredFor({ kpi }: ControlObjective, reaches: boolean, random: () => number): Pick<Answer, 'measured'> {
  if (!kpi || random() < 0.3) return {};
  const better = kpi.direction === 'at-least' ? 1 : -1;
  const highest = kpi.unit === 'percent' ? 100 : kpi.threshold * 2 + 2;
  const room = reaches === better > 0 ? highest - kpi.threshold : kpi.threshold;
  if (!reaches && room <= 0) return {};
  const away = reaches ? random() * room : room * (0.1 + 0.6 * random());
  const value = kpi.threshold + (reaches ? better : -better) * away;
  const rounded = Math.round(value);
  const right = kpi.direction === 'at-least' ? rounded >= kpi.threshold : rounded <= kpi.threshold;
  return right === reaches && rounded >= 0 ? { measured: rounded } : {};
}
