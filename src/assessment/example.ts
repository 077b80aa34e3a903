/** Plausible filled-in assessments of fictional organizations, for trying out, tests and benchmarks. The same seed gives the same. */
import { categoriesOf, objectivesOf, type ControlObjective, type Model } from '../model/model.js';
import { isoOf, serialOf } from './dates.js';
import type { Answer, Assessment } from './assessment.js';

/** Kinds of organizations, by how far they have come. */
export const PROFILES = ['early', 'typical', 'advanced'] as const;
/** One of `PROFILES`. */
export type Profile = (typeof PROFILES)[number];

/** How far an organization of each kind has come, as the level it has about reached. */
const REACHED: Record<Profile, number> = { early: 1.4, typical: 2.6, advanced: 4.2 };

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
  readonly scope: string;
  readonly assessor: string;
  readonly owners: readonly string[];
  /** The reason of a *not applicable*. */
  readonly notApplicable: string;
  /** What will be done, so that this piece of evidence is there. */
  readonly actions: readonly ((evidence: string) => string)[];
}

/** The item at a share of the way through a list. */
const at = <T>(items: readonly T[], share: number): T | undefined => items[Math.floor(share * items.length)];

/** A filled assessment of a fictional organization. */
export function exampleAssessment(
  model: Model,
  { seed, profile }: { readonly seed: number; readonly profile: Profile },
  texts: ExampleTexts,
): Assessment {
  const random = randomFrom(seed * 7919 + 17);
  const pick = <T>(items: readonly T[], fallback: T): T => at(items, random()) ?? fallback;
  const asOfSerial = (serialOf(model.released) ?? 0) - Math.floor(random() * ASSESSMENT_DAYS);
  const day = (offset: number): string => isoOf(asOfSerial + offset) ?? model.released;
  const reached = new Map(categoriesOf(model).map(({ id }) => [id, REACHED[profile] + (random() - 0.5) * 2]));
  const answers = new Map<string, Answer>();
  const levels = new Map(categoriesOf(model).map((category) => [category.id, category.levels]));
  for (const [index, objective] of objectivesOf(model).entries()) {
    const steps = levels.get(objective.category)?.find(({ n }) => n === objective.level - 1)?.nextSteps ?? [];
    // Of its own, so that what is written moves no figure.
    const said = sayings(objective, steps, texts.actions, randomFrom(seed * 104_729 + index));
    const answer = answerFor(objective, reached.get(objective.category) ?? 2, { random, day, pick, texts, said });
    if (answer) answers.set(objective.id, answer);
  }
  const [name, trade, form, industry] = [random(), random(), random(), random()];
  const industryId = at(model.profile.industries, industry)?.id ?? '';
  const words = [
    at(NAMES, name),
    at(TRADES[industryId] ?? OTHER_TRADES, trade),
    WITHOUT_FORM.has(industryId) ? undefined : at(FORMS, form),
  ];
  const goal = Math.min(5, Math.round(REACHED[profile]) + 1);
  return {
    model: { id: model.id, version: model.version },
    organization: {
      name: `${words.filter((word) => word !== undefined).join(' ')} (fictional ${seed})`,
      unit: '',
      scope: texts.scope,
      industry: industryId,
      size: pick(model.profile.sizes, undefined)?.id ?? '',
      region: pick(model.profile.regions, undefined)?.id ?? '',
      assessor: texts.assessor,
      asOf: day(0),
    },
    selection: selectionOf(model, random),
    targets: Object.fromEntries(
      categoriesOf(model).map(({ id, domain }) => [
        id,
        domain === model.domains[0]?.id ? goal : Math.max(2, goal - (random() < 0.4 ? 1 : 0)),
      ]),
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

/** Where an example takes what it says from. */
interface Fiction {
  readonly random: () => number;
  /** A day so many days after the assessment date. */
  readonly day: (offset: number) => string;
  readonly pick: <T>(items: readonly T[], fallback: T) => T;
  readonly texts: ExampleTexts;
  readonly said: Sayings;
}

/** What somebody writes about one objective. */
interface Sayings {
  readonly evidence: string;
  readonly action: string;
}

/** Words that two texts have to share, so that one may be about the other. */
const SHARED_WORDS = 2;
/** Shorter words are in every text. */
const SHORTEST_WORD = 5;

/** Evidence is what the objective asks for; an action is a step towards its level that is about it, or what brings the evidence. */
function sayings(
  { text, evidence, rationale }: ControlObjective,
  steps: readonly string[],
  actions: ExampleTexts['actions'],
  random: () => number,
): Sayings {
  const [first, chosen, both, doing] = [random(), random(), random(), random()];
  const about = wordsOf([text, rationale, ...evidence].join(' '));
  const fitting = steps.filter((step) => [...wordsOf(step)].filter((word) => about.has(word)).length >= SHARED_WORDS);
  const proof = at(evidence, first) ?? '';
  const others = evidence.filter((each) => each !== proof);
  const ways = [...fitting, ...actions.map((action) => action(at(evidence, chosen) ?? ''))];
  return {
    evidence: both < 0.35 ? [proof, ...others.slice(0, 1)].join('; ') : proof,
    action: at(ways, doing) ?? '',
  };
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
  { random, day, pick, texts, said }: Fiction,
): Answer | undefined {
  // The further above the level reached, the less likely an objective is met.
  const chance = 1 / (1 + Math.exp((objective.level - 0.5 - reached) * 2.4));
  const roll = random();
  const record = {
    evidence: said.evidence,
    owner: pick(texts.owners, ''),
    assessedOn: day(-Math.floor(random() * 60)),
    validUntil: day(305),
  };
  if (random() < 0.05) return undefined;
  if (random() < 0.03) return { answer: 'not-applicable', notes: texts.notApplicable };
  if (roll < chance) return { answer: 'met', ...measuredFor(objective, true, random), ...record };
  const open = { action: said.action, due: day(30 + Math.floor(random() * 300)) };
  if (roll < chance + 0.2) return { answer: 'partly', ...record, ...open };
  return { answer: 'not-met', ...measuredFor(objective, false, random), owner: record.owner, ...open };
}

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
