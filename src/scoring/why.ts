/** Why a category stands at its level: what holds it there, and what would raise it. */
import type { Model } from '../model/model.js';
import { assessedLevels } from '../model/model.js';
import { ALL_DEPLOYMENTS, type Figures } from './figures.js';
import { levelKey } from './outline.js';
import { NOT_APPLICABLE, type Quantity, type State } from './rules.js';

/** An objective that keeps a level from being passed. */
export interface HeldBy {
  readonly id: string;
  readonly text: string;
  readonly state: State;
}

/** How one level of the category stands. */
export interface LevelStanding {
  readonly n: number;
  readonly met: number;
  readonly applicable: number;
  /** `reached`: all levels up to it are passed. `blocked`: complete itself, but one below is not. `empty`: nothing applies, passed through. */
  readonly standing: 'reached' | 'open' | 'blocked' | 'empty';
}

/** The explanation of one category's level. */
export interface Why {
  readonly category: string;
  /** null where nothing applies. */
  readonly level: number | null;
  readonly levels: readonly LevelStanding[];
  /** The lowest level that is not passed; undefined at the top. */
  readonly blockedAt: number | undefined;
  /** What keeps it from being passed, in the model's order. */
  readonly heldBy: readonly HeldBy[];
  /** The level that would be reached if all of those were met. */
  readonly wouldReach: number | undefined;
}

/** Explains the level of the category with code `code`, from figures already computed. */
export function whyLevel(model: Model, figures: Figures, code: string): Why {
  const { position, objective: objectives } = figures.outline;
  const at = (quantity: Quantity, key: string): number =>
    Number(figures.value(quantity, ALL_DEPLOYMENTS, position.level.get(key) ?? -1));
  const levels = assessedLevels(model).map(({ n }) => {
    const key = levelKey(code, n);
    return { n, met: at('metHere', key), applicable: at('applicableHere', key) };
  });
  const blocked = levels.find(({ met, applicable }) => met !== applicable);
  const standings = levels.map((level): LevelStanding => {
    if (level.applicable === 0) return { ...level, standing: 'empty' };
    if (level.met !== level.applicable) return { ...level, standing: 'open' };
    return { ...level, standing: blocked && level.n > blocked.n ? 'blocked' : 'reached' };
  });
  const level = figures.value('level', ALL_DEPLOYMENTS, position.category.get(code) ?? -1);
  const heldBy = objectives.flatMap(({ key, objective }, index): HeldBy[] => {
    if (objective.category !== code || objective.level !== blocked?.n) return [];
    const state = figures.value('state', ALL_DEPLOYMENTS, index) as State; // the rule gives nothing else
    return state === 'met' || state === 'excluded' ? [] : [{ id: key, text: objective.text, state }];
  });
  return {
    category: code,
    level: level === NOT_APPLICABLE ? null : Number(level),
    levels: standings,
    blockedAt: blocked?.n,
    heldBy,
    wouldReach: blocked && levelIfPassed(levels, blocked.n),
  };
}

/** The level reached if level `passed` were complete and everything else stayed as it is. */
function levelIfPassed(levels: readonly { n: number; met: number; applicable: number }[], passed: number): number {
  let reached = 1;
  for (const { n, met, applicable } of levels) {
    if (n !== passed && met !== applicable) break;
    if (applicable > 0) reached = n;
  }
  return reached;
}
