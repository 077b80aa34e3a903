/** Who a fictional organization is: its name, size and region fit its industry and its story. */
import type { Model } from '../model/model.js';
import type { Organization } from './assessment.js';
import type { Profile, Story } from './example-story.js';
import type { ExampleTexts } from './example-texts.js';

/** From this share of the way through the list of sizes on, organizations work all over the world. */
const WORLDWIDE_FROM = 0.6;
const WORLDWIDE = 'global';

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
/** Forms of companies by region. */
const FORMS: Readonly<Record<string, readonly string[]>> = {
  europe: ['AG', 'Ltd.', 'SA'],
  'latin-america': ['SA'],
  'north-america': ['Corp.', 'Inc.'],
};
const OTHER_FORMS = ['Group', 'Ltd.'];
/** Industries whose organizations are no companies. */
const WITHOUT_FORM = new Set(['education', 'government']);

/** Conditions that always hold in an industry: a bank decides about people, a maker of software develops it. */
const ALWAYS: Readonly<Record<string, readonly string[]>> = {
  'financial-services': ['decisions'],
  technology: ['own-apps', 'development'],
};

/** The item at a share of the way through a list. */
export const at = <T>(items: readonly T[], share: number): T | undefined => items[Math.floor(share * items.length)];

/** Everything about the organization but its assessment date. */
export function exampleOrganization(
  model: Model,
  { seed, profile, story }: { readonly seed: number; readonly profile: Profile; readonly story: Story },
  random: () => number,
  texts: ExampleTexts,
): Omit<Organization, 'asOf'> {
  const [name, trade, form, kind] = [random(), random(), random(), random()];
  const industry = at(model.profile.industries, kind)?.id ?? '';
  const isPublic = WITHOUT_FORM.has(industry);
  const size = story.sizes[0] + random() * (story.sizes[1] - story.sizes[0]);
  const isLocal = size < WORLDWIDE_FROM || isPublic;
  const regions = model.profile.regions.filter(({ id }) => !isLocal || id !== WORLDWIDE);
  const region = at(regions, random())?.id ?? '';
  const words = [
    at(NAMES, name),
    at(TRADES[industry] ?? OTHER_TRADES, trade),
    isPublic ? undefined : at(FORMS[region] ?? OTHER_FORMS, form),
  ];
  const { scope, publicScope, assessor, contact } = texts.stories[profile];
  return {
    name: `${words.filter((word) => word !== undefined).join(' ')} (${texts.mark(seed)})`,
    unit: '',
    scope: isPublic ? publicScope : scope,
    industry,
    size: at(model.profile.sizes, size)?.id ?? '',
    region,
    assessor,
    contact,
  };
}

/** Deployment types in use, in the model's order; never none. */
export function exampleSelection(model: Model, random: () => number): string[] {
  const ids = model.deployments.map(({ id }) => id);
  const chosen = ids.filter(() => random() < 0.75);
  return chosen.length > 0 ? chosen : ids;
}

/** What the organization says of each condition of the model; empty for a model without them. */
export function exampleConditions(
  model: Model,
  industry: string,
  { uses }: Story,
  random: () => number,
): Readonly<Record<string, boolean>> {
  const always = ALWAYS[industry] ?? [];
  return Object.fromEntries(
    (model.conditions ?? []).map(({ id }) => {
      const holds = random() < uses;
      return [id, holds || always.includes(id)];
    }),
  );
}
