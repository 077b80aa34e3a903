/** The kinds of fictional organizations: what each has reached, aims at and can show. */

/** Kinds of organizations, by how far they have come. */
export const PROFILES = ['early', 'typical', 'advanced'] as const;
/** One of `PROFILES`. */
export type Profile = (typeof PROFILES)[number];

/** What an organization of each kind is like. */
export interface Story {
  /** How far it has come, as the level it has about reached. */
  readonly reached: number;
  /** What it aims at, and whether it does so everywhere or only in the first domain. */
  readonly goal: number;
  readonly aimsEverywhere: boolean;
  /** Share of the objectives that it has no answer to, at level 2 and above. */
  readonly blanks: readonly [atFirst: number, above: number];
  /** Share of what is met that it can show. */
  readonly shown: number;
  /** Share of the conditions that hold: how many kinds of use of AI it has. */
  readonly uses: number;
  /** Its size, as shares of the way through the list of sizes. */
  readonly sizes: readonly [from: number, to: number];
}

/**
 * An early one has begun and looks at the basics, an average one follows a plan, an advanced one measures and proves; none
 * aims at level 5.
 */
export const STORIES: Readonly<Record<Profile, Story>> = {
  early: {
    reached: 1.4,
    goal: 2,
    aimsEverywhere: false,
    blanks: [0.06, 0.12],
    shown: 0.82,
    uses: 0.6,
    sizes: [0.2, 0.5],
  },
  typical: {
    reached: 2.6,
    goal: 3,
    aimsEverywhere: true,
    blanks: [0.01, 0.05],
    shown: 0.93,
    uses: 0.85,
    sizes: [0.34, 0.9],
  },
  advanced: {
    reached: 4.2,
    goal: 4,
    aimsEverywhere: true,
    blanks: [0, 0.02],
    shown: 0.985,
    uses: 0.95,
    sizes: [0.5, 1],
  },
};
