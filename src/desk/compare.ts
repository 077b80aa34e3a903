/** What changed between two assessments of one organization. */
import type { Assessment } from '../assessment/assessment.js';
import { migrateAssessment } from '../assessment/migrate.js';
import { find, type Parsed } from '../diagnostic/finding.js';
import type { Models } from '../layout/shelf.js';
import { objectivesOf, type Model } from '../model/model.js';
import { modelName } from '../model/named.js';
import { successionBetween } from '../model/succession.js';
import {
  comparedScores,
  figuresBetween,
  movesBetween,
  samePairs,
  succeedingPairs,
  type Comparison,
  type EditionEffect,
  type Pair,
  type Reason,
  type Side,
} from '../scoring/comparison.js';
import type { State } from '../scoring/rules.js';
import { scoreAssessment } from '../scoring/score.js';
import type { StoredAssessment } from './results.js';

/** Differences are null where one of the two figures does not apply, and where the two were asked different things. */
export interface Change {
  /** How many objectives each was asked, where one is a part of the model, such as a quick scan, or another part: then no figures are compared. */
  readonly asked?: { readonly before: number; readonly now: number };
  readonly maturity: number | null;
  /** Categories whose maturity is another one. */
  readonly categories: readonly { readonly id: string; readonly by: number }[];
  /** Objectives in another state that both were asked, and why; none where the editions differ, since the same id may ask something else. */
  readonly objectives: readonly {
    readonly id: string;
    readonly from: State;
    readonly to: State;
    readonly why: readonly Reason[];
  }[];
}

/** What a stored assessment is compared by. */
export type Compared = Pick<StoredAssessment, 'model' | 'organization' | 'scores' | 'states' | 'answers'>;

/** What moved from one stored assessment to the next. */
export function changeBetween(before: Compared, now: Compared): Change {
  const isSameEdition = before.model === now.model;
  const asked = isSameEdition ? askedOf(before, now) : undefined;
  const [was, is] = [sideOf(before), sideOf(now)];
  const figures = asked ? [] : figuresBetween(was.scores, is.scores).filter(({ figure }) => figure === 'maturity');
  const { maturity: a } = before.scores.program;
  const { maturity: b } = now.scores.program;
  return {
    ...(asked ? { asked } : {}),
    maturity: asked || a === null || b === null ? null : b - a,
    categories: figures.flatMap(({ of, id, by }) => (of !== 'category' || by === null ? [] : [{ id, by }])),
    objectives: (isSameEdition ? movesBetween(was, is, samePairs(was, is)) : []).flatMap(
      ({ now: id, from, to, why }) =>
        id === null || from === null || to === null || from === to ? [] : [{ id, from, to, why }],
    ),
  };
}

function sideOf({ organization, scores, states, answers }: Compared): Side {
  return { organization, selection: scores.selection, conditions: scores.conditions, scores, states, answers };
}

/** How many objectives each was asked, unless both were asked the same ones. */
function askedOf(before: Pick<Compared, 'states'>, now: Pick<Compared, 'states'>): Change['asked'] {
  const [was, is] = [Object.keys(before.states), Object.keys(now.states)];
  const isSame = was.length === is.length && is.every((id) => id in before.states);
  return isSame ? undefined : { before: was.length, now: is.length };
}

/** An assessment, and what was asked in it: a model or a part of one. */
export interface ComparedAssessment {
  readonly model: Model;
  readonly assessment: Assessment;
}

/**
 * Compares two assessments, of one edition or of two that follow each other; the reason where that can't be done.
 * @example
 * ```ts
 * const { value: comparison } = compareAssessments(lastYear, thisYear, models); // each from readWorkbook
 * for (const { id, before, now } of comparison?.figures ?? []) console.log(id, before, now);
 * ```
 */
export function compareAssessments(
  before: ComparedAssessment,
  now: ComparedAssessment,
  models: Pick<Models, 'find'>,
): Parsed<Comparison> {
  const [was, is] = [scoredSide(before), scoredSide(now)];
  const wholes = [before, now].map(({ model }) => models.find(model.id, model.version, AS_WRITTEN) ?? model) as [
    Model,
    Model,
  ];
  const about = ({ model, assessment }: ComparedAssessment): Comparison['before'] => ({
    model: { id: model.id, version: model.version },
    asOf: assessment.organization.asOf,
    asked: objectivesOf(model).length,
  });
  const both = { schemaVersion: 1, before: about(before), now: about(now) } as const;
  if (modelName(before.model) === modelName(now.model)) {
    const partsDiffer = askedOf(was, is) !== undefined;
    const figures = partsDiffer ? [] : figuresBetween(was.scores, is.scores);
    return {
      value: { ...both, partsDiffer, figures, objectives: movesBetween(was, is, samePairs(was, is)) },
      findings: [],
    };
  }
  const between = successionBetween(...wholes, ({ id, version }) => models.find(id, version, AS_WRITTEN));
  if (!between) {
    const [found, expected] = [before, now].map(({ model }) => modelName(model)) as [string, string];
    return { findings: [find('no-succession', {}, { found, expected: [expected], why: 'compared' })] };
  }
  const { older, newer, succession } = between;
  const isForward = older === wholes[0];
  const [old, recent] = isForward ? [was, is] : [is, was];
  const pairs = succeedingPairs(old, recent, succession);
  const partsDiffer = [before, now].some(
    ({ model }, index) => objectivesOf(model).length !== objectivesOf(wholes[index] ?? model).length,
  );
  return {
    value: {
      ...{ ...both, partsDiffer },
      figures: partsDiffer ? [] : figuresBetween(was.scores, is.scores),
      objectives: movesBetween(was, is, isForward ? pairs : pairs.map(turned)),
      ...(partsDiffer
        ? {}
        : { edition: effectOf((isForward ? before : now).assessment, { older, newer, succession }) }),
    },
    findings: [],
  };
}

const AS_WRITTEN = '';

const turned = ({ before, now, isSame }: Pair): Pair => ({ before: now, now: before, isSame });

function scoredSide({ model, assessment }: ComparedAssessment): Side {
  const { organization, selection, conditions, answers } = assessment;
  const score = scoreAssessment(model, assessment);
  return {
    ...{ organization, selection, conditions, answers: Object.fromEntries(answers) },
    scores: comparedScores(score),
    states: Object.fromEntries(score.objectives.map(({ id, state }) => [id, state])),
    roadmap: score.roadmap,
  };
}

/** What the newer edition alone makes of an assessment of the older one. */
function effectOf(assessment: Assessment, editions: Parameters<typeof migrateAssessment>[1]): EditionEffect {
  const { older, newer } = editions;
  const { assessment: carried, counts } = migrateAssessment(assessment, editions);
  const [before, now] = [scoreAssessment(older, assessment), scoreAssessment(newer, carried)].map(comparedScores);
  return {
    from: { id: older.id, version: older.version },
    to: { id: newer.id, version: newer.version },
    counts,
    figures: before && now ? figuresBetween(before, now) : [],
  };
}
