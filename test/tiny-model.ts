/** A small model for tests: as many categories and objectives as a test asks for, made through the real loader. */
import { loadModel } from '../src/model/load.js';
import type { Model } from '../src/model/model.js';
import { stringify } from 'yaml';

export interface TinyObjective {
  readonly level: number;
  readonly deployments?: readonly string[];
  readonly kpi?: {
    readonly direction: 'at-least' | 'at-most';
    readonly threshold: number;
    readonly unit?: 'percent' | 'count' | 'hours';
    readonly decides?: boolean;
  };
  readonly needs?: readonly string[];
  readonly title?: string;
  /** True: of the quick scan. */
  readonly quick?: boolean;
}

/** What else a tiny model has. */
export interface TinyOptions {
  /** Ids of its conditions. */
  readonly conditions?: readonly string[];
}

const DEPLOYMENTS = ['self-hosted', 'paas', 'api-saas'];

/** `{ GOV: [{ level: 2 }, …] }`; the first half of the categories is one domain, the rest another. */
export function tinyModel(
  categories: Readonly<Record<string, readonly TinyObjective[]>>,
  options: TinyOptions = {},
): Model {
  const files = tinyFiles(categories, options);
  const { value, findings } = loadModel((path) => files.get(path), 'tiny', '1.0');
  if (!value) throw new Error(JSON.stringify(findings, null, 2));
  return value.model;
}

/** The files of a tiny model by path. */
export function tinyFiles(
  categories: Readonly<Record<string, readonly TinyObjective[]>>,
  options: TinyOptions = {},
): Map<string, string> {
  const codes = Object.keys(categories);
  const half = Math.ceil(codes.length / 2);
  const rest = codes.slice(half);
  const files = new Map<string, unknown>([
    ['tiny/1.0/model.yaml', modelFile(codes.slice(0, half), rest, options)],
    [
      'frameworks/aicm-1.1.yaml',
      {
        id: 'aicm',
        edition: '1.1',
        name: 'AICM',
        publisher: 'CSA',
        controls: [{ id: 'GRC-09', title: 'Acceptable Use' }],
      },
    ],
  ]);
  for (const [code, objectives] of Object.entries(categories)) {
    files.set(`tiny/1.0/categories/${code}.yaml`, categoryFile(code, objectives));
  }
  return new Map([...files].map(([path, value]) => [path, stringify(value, { version: '1.2' })]));
}

function modelFile(first: string[], rest: string[], { conditions }: TinyOptions): unknown {
  const named = (id: string): unknown => ({ id, name: id, summary: 'Summary.', example: 'Example.' });
  return {
    id: 'tiny',
    version: '1.0',
    title: 'Tiny Model',
    released: '2026-11-01',
    purpose: ['For tests.'],
    notice: ['Made for tests.'],
    acknowledgments: ['Nobody.'],
    guidance: ['Answer.'],
    levels: ['initial', 'repeatable', 'defined', 'capable', 'efficient'].map((id, i) => ({
      n: i + 1,
      id,
      name: id,
      summary: 'Summary.',
      example: 'Example.',
    })),
    deployments: DEPLOYMENTS.map(named),
    ...(conditions ? { conditions: conditions.map((id) => ({ id, question: `Is there ${id}?` })) } : {}),
    answers: [
      { id: 'met', name: 'Met', summary: 'Yes.' },
      { id: 'partly', name: 'Partially met', summary: 'Half.' },
      { id: 'not-met', name: 'Not met', summary: 'No.' },
      { id: 'not-applicable', name: 'Not applicable', summary: 'Never.' },
    ],
    domains: [
      { id: 'first', name: 'First', summary: 'First.', categories: first },
      ...(rest.length > 0 ? [{ id: 'second', name: 'Second', summary: 'Second.', categories: rest }] : []),
    ],
    frameworks: [{ id: 'aicm', edition: '1.1', file: 'aicm-{edition}.yaml' }],
    profile: {
      industries: [{ id: 'energy', name: 'Energy' }],
      sizes: [{ id: '1-49', name: 'Small' }],
      regions: [{ id: 'europe', name: 'Europe' }],
    },
    glossary: [],
    changes: [{ version: '1.0', date: '2026-11-01', component: 'All', description: 'First.' }],
  };
}

function categoryFile(code: string, objectives: readonly TinyObjective[]): unknown {
  const atLevel = (n: number): unknown[] =>
    objectives
      .filter(({ level }) => level === n)
      .map(({ deployments, kpi, needs, title, quick }, index) => ({
        id: `${code}-${n}${String.fromCharCode(65 + index)}`,
        text: `Objective ${index + 1} of ${code} at level ${n} is met.`,
        ...(title === undefined ? {} : { title }),
        ...(needs ? { needs } : {}),
        ...(quick ? { quick } : {}),
        rationale: 'It shows the level.',
        deployments: deployments ?? DEPLOYMENTS,
        mode: 'manual',
        kpi: kpi ? { measure: 'Share', unit: 'percent', window: 'now', source: 'A list', ...kpi } : null,
        partly: 'Half of it is done.',
        evidence: ['A list', 'Minutes'],
        mappings: { aicm: ['GRC-09'] },
      }));
  return {
    id: code,
    name: `Category ${code}`,
    scope: 'For tests.',
    includes: ['All'],
    excludes: [{ topic: 'Nothing', see: 'GOV' }],
    levels: [1, 2, 3, 4, 5].map((n) => ({
      n,
      description: `Level ${n} of ${code}.`,
      ...(atLevel(n).length > 0 ? { objectives: atLevel(n) } : {}),
    })),
  };
}
