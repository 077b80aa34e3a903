/** What differs between two editions of a model, as typed changes, each breaking or safe for answers to the older one. */
import type { MeasuredUnit } from '../diagnostic/catalogue.js';
import { objectivesOf, type ControlObjective, type Mapping, type Model } from './model.js';
import type { ModelName } from './named.js';
import type { Succeeded } from './succession.js';

/** What a KPI has to reach; null where nothing is measured. `decides`: its figure alone is an answer. */
export type Reach = {
  readonly direction: 'at-least' | 'at-most';
  readonly threshold: number;
  readonly unit: MeasuredUnit;
  readonly decides: boolean;
} | null;

/** One way in which an objective differs from the one that it became. */
export type Difference =
  | { readonly is: 'level'; readonly before: number; readonly now: number }
  | { readonly is: 'threshold'; readonly before: Reach; readonly now: Reach }
  | {
      readonly is: 'deployments' | 'conditions' | 'mappings';
      readonly added: readonly string[];
      readonly removed: readonly string[];
    };

/** `breaking`: an answer to the older edition has to be looked at again; `safe`: it is still one. */
export type Effect = 'breaking' | 'safe';

/** One change from an edition to another. */
export type ModelChange =
  | { readonly is: 'added'; readonly effect: Effect; readonly to: string }
  | {
      readonly is: 'dropped' | 'reworded' | 'moved' | 'split' | 'merged';
      readonly effect: Effect;
      readonly from: string;
      readonly to: readonly string[];
      readonly why: readonly string[];
    }
  | (Difference & { readonly effect: Effect; readonly from: string; readonly to: string });

/** How many objectives there were and are, and what became of those of the older edition. */
export interface ChangeCounts {
  readonly before: number;
  readonly now: number;
  /** Of `before`: kept in the same words; answers hold; answers have to be given again; asked no longer. */
  readonly kept: number;
  readonly hold: number;
  readonly again: number;
  readonly dropped: number;
  /** Of `now`: what no objective of the older edition leads to. */
  readonly added: number;
}

/** All that differs between two editions. */
export interface ModelDiff {
  readonly schemaVersion: 1;
  readonly from: ModelName;
  readonly to: ModelName;
  /** False where no `changes.yaml` leads from one to the other: then objectives of one id and one text are taken for the same. */
  readonly declared: boolean;
  readonly counts: ChangeCounts;
  /** In the order of the older edition, what is new at the end. */
  readonly changes: readonly ModelChange[];
}

/** `succession`: what is declared; left out, ids and texts are compared. */
export function diffModels(older: Model, newer: Model, succession?: readonly Succeeded[]): ModelDiff {
  const before = new Map(objectivesOf(older).map((each) => [each.id, each]));
  const now = new Map(objectivesOf(newer).map((each) => [each.id, each]));
  const all = succession ?? [...before.values()].map((each) => undeclared(each, now.get(each.id)));
  const reached = new Set(all.flatMap(({ to }) => to));
  const added = [...now.keys()].filter((id) => !reached.has(id));
  return {
    schemaVersion: 1,
    from: { id: older.id, version: older.version },
    to: { id: newer.id, version: newer.version },
    declared: succession !== undefined,
    counts: {
      before: before.size,
      now: now.size,
      kept: all.filter(({ change }) => change === 'kept').length,
      hold: all.filter(({ holds }) => holds).length,
      again: all.filter(({ holds, change }) => !holds && change !== 'dropped').length,
      dropped: all.filter(({ change }) => change === 'dropped').length,
      added: added.length,
    },
    changes: [
      ...all.flatMap((each) => changesOf(each, before.get(each.id), now)),
      ...added.map((to): ModelChange => ({ is: 'added', effect: 'safe', to })),
    ],
  };
}

function changesOf(
  { id: from, change, to, holds, why }: Succeeded,
  old: ControlObjective | undefined,
  now: ReadonlyMap<string, ControlObjective>,
): ModelChange[] {
  const own: ModelChange[] =
    change === 'kept' ? [] : [{ is: change, effect: holds ? 'safe' : 'breaking', from, to, why }];
  return [
    ...own,
    ...to.flatMap((id) => {
      const successor = now.get(id);
      const differences = old && successor ? differencesBetween(old, successor) : [];
      return differences.map((each): ModelChange => ({ ...each, effect: effectOf(each), from, to: id }));
    }),
  ];
}

/** What is taken for the same where nothing is declared. */
function undeclared(old: ControlObjective, now: ControlObjective | undefined): Succeeded {
  if (!now) return { id: old.id, change: 'dropped', to: [], holds: false, why: [] };
  const isSame = old.text === now.text;
  const holds = isSame && differencesBetween(old, now).every((each) => effectOf(each) === 'safe');
  return { id: old.id, change: isSame ? 'kept' : 'reworded', to: [now.id], holds, why: [] };
}

/** In what else than its words an objective differs from the one that it became. */
export function differencesBetween(old: ControlObjective, now: ControlObjective): Difference[] {
  const reaches = [reachOf(old), reachOf(now)] as const;
  return [
    ...(old.level === now.level ? [] : [{ is: 'level', before: old.level, now: now.level } as const]),
    ...(JSON.stringify(reaches[0]) === JSON.stringify(reaches[1])
      ? []
      : [{ is: 'threshold', before: reaches[0], now: reaches[1] } as const]),
    ...sets('deployments', old.deployments, now.deployments),
    ...sets('conditions', old.needs ?? [], now.needs ?? []),
    ...sets('mappings', written(old.mappings), written(now.mappings)),
  ];
}

/**
 * A figure that was measured against another target, and an answer for fewer deployment types or conditions, say less than
 * is asked now. What is asked of fewer, at another level, or is mapped elsewhere, is answered all the same.
 */
export function effectOf(difference: Difference): Effect {
  switch (difference.is) {
    case 'threshold':
      return 'breaking';
    case 'deployments':
      return difference.added.length > 0 ? 'breaking' : 'safe';
    case 'conditions':
      return difference.removed.length > 0 ? 'breaking' : 'safe';
    case 'level':
    case 'mappings':
      return 'safe';
  }
}

function reachOf({ kpi }: ControlObjective): Reach {
  if (!kpi) return null;
  const { direction, threshold, unit } = kpi;
  return { direction, threshold, unit, decides: kpi.decides !== false };
}

function sets(
  is: 'deployments' | 'conditions' | 'mappings',
  before: readonly string[],
  now: readonly string[],
): Difference[] {
  const added = now.filter((each) => !before.includes(each));
  const removed = before.filter((each) => !now.includes(each));
  return added.length + removed.length === 0 ? [] : [{ is, added, removed }];
}

/** Mappings as they are written; those of a crosswalk follow from them. */
function written(mappings: readonly Mapping[]): string[] {
  return mappings
    .filter(({ derivedFrom }) => derivedFrom === undefined)
    .map(({ framework, edition, id }) => `${framework} ${edition} ${id}`);
}
