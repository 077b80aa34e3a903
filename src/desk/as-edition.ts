/** Assessments of older editions as a later edition counts them: with the answers that still hold, and nothing else. */
import { holdingIn, migrateAssessment, type Editions, type MigrationCounts } from '../assessment/migrate.js';
import type { Models } from '../layout/shelf.js';
import { objectivesOf, type Model } from '../model/model.js';
import { compareVersions, modelName, readModelName } from '../model/named.js';
import { Scoring } from '../scoring/figures.js';
import { isComplete, shareOf, type Counted, type TranslatedEdition, type Translation } from '../scoring/portfolio.js';
import { readScore } from '../scoring/score.js';
import { lettersOf } from '../scoring/state-letters.js';
import { editionsFor } from './migrate.js';
import { restored } from './restored.js';
import type { StoredAssessment } from './results.js';

/** An assessment as it is in a later edition, and how many of its answers are left. */
export interface Translated {
  readonly stored: StoredAssessment;
  readonly counted: Counted;
  readonly counts: MigrationCounts;
}

/** Translates assessments to one edition, and counts how much of them is left. */
export class AsEdition {
  readonly #editions = new Map<string, Editions | undefined>();
  readonly #sums = new Map<string, { n: number; counted: number; answers: number; kept: number }>();
  readonly #scoring: Scoring;
  readonly #name: string;

  constructor(
    private readonly to: Model,
    private readonly models: Models,
  ) {
    this.#scoring = new Scoring(to);
    this.#name = modelName(to);
  }

  /** True for an older edition whose changes up to this one are declared. */
  reaches(name: string): boolean {
    return name !== this.#name && this.#from(name) !== undefined;
  }

  /** The assessment in this edition; undefined where no declared changes lead here. */
  translated(older: StoredAssessment): Translated | undefined {
    const editions = this.#from(older.model);
    if (!editions) return undefined;
    const { assessment, counts } = migrateAssessment(restored(older), editions);
    const { organization, selection, conditions, answers } = assessment;
    const figures = this.#scoring.figures(assessment);
    const { program, domains, categories, objectives } = readScore(figures, selection);
    const stored: StoredAssessment = {
      ...older,
      ...{ model: this.#name, organization, answers: Object.fromEntries(answers) },
      scores: { selection, ...(conditions ? { conditions } : {}), program, domains, categories },
      states: Object.fromEntries(objectives.map(({ id, state }) => [id, state])),
    };
    const counted: Counted = {
      ...{ unit: organization.unit, industry: organization.industry },
      ...{ size: organization.size, region: organization.region },
      ...{ maturity: program.maturity, floor: program.floor, completeness: program.completeness },
      outline: figures.outline.ids,
      domains: domains.map(({ maturity, floor }) => [maturity, floor] as const),
      categories: categories.map(({ maturity, level }) => [maturity, level] as const),
      states: lettersOf(objectives.map(({ state }) => state)),
    };
    return { stored, counted, counts };
  }

  /** Remembers how much of an assessment is left. */
  add(from: string, { counted, counts }: Translated, minComplete: number | undefined): void {
    const sums = this.#sums.get(from) ?? { n: 0, counted: 0, answers: 0, kept: 0 };
    this.#sums.set(from, {
      n: sums.n + 1,
      counted: sums.counted + (isComplete(counted, minComplete) ? 1 : 0),
      answers: sums.answers + counts.answers,
      kept: sums.kept + counts.kept,
    });
  }

  /** What was translated. Numbers of answers of fewer organizations than `least` are not said. */
  share(least: number): Translation {
    const editions = [...this.#sums].map(([name, { n, counted, ...sums }]): TranslatedEdition => {
      const { id: model, version } = readModelName(name);
      const between = this.#from(name);
      return {
        ...{ model, version, n, counted },
        ...left(n >= least ? sums : { answers: null, kept: null }),
        objectives: between ? objectivesOf(between.older).length : 0,
        holding: between ? holdingIn(between).filter(({ holds }) => holds).length : 0,
      };
    });
    const total = (name: 'n' | 'counted' | 'answers' | 'kept'): number | null =>
      editions.reduce<number | null>((sum, { [name]: own }) => (sum === null || own === null ? null : sum + own), 0);
    return {
      ...{ n: total('n') ?? 0, counted: total('counted') ?? 0 },
      ...left({ answers: total('answers'), kept: total('kept') }),
      editions: editions.sort((a, b) => compareVersions(b.version, a.version)),
    };
  }

  #from(name: string): Editions | undefined {
    if (!this.#editions.has(name))
      this.#editions.set(name, editionsFor(readModelName(name), this.to, this.models).value);
    return this.#editions.get(name);
  }
}

function left<Sums extends Pick<TranslatedEdition, 'answers' | 'kept'>>(sums: Sums): Sums & { share: number | null } {
  return { ...sums, share: shareOf(sums.kept, sums.answers) };
}
