/** Records as they come from reading workbooks, made from the few words that a test is about. */
import type { Organization } from '../../src/assessment/assessment.js';
import { FIELDS } from '../../src/assessment/fields.js';
import type { IngestRecord } from '../../src/desk/record.js';
import { organizationKey, rowOf, statusOf } from '../../src/desk/row.js';
import { find, hasErrors, type Finding } from '../../src/diagnostic/finding.js';
import type { Scored } from '../../src/formats/score-report.js';
import { readModelName } from '../../src/model/named.js';
import type { State } from '../../src/scoring/rules.js';

/** What a test says of a workbook; whatever it leaves out is the same for all. */
export interface Said {
  /** Letters that the digest is made of. */
  readonly sha: string;
  readonly path?: string;
  /** When the file was last written; 0 where nobody knows. */
  readonly at?: number;
  readonly name?: string;
  readonly unit?: string;
  readonly asOf?: string;
  readonly industry?: string;
  readonly model?: string;
  readonly maturity?: number | null;
  /** States of the objectives by id. */
  readonly states?: Readonly<Record<string, State>>;
  readonly rejected?: boolean;
  readonly completeness?: number | null;
  readonly contact?: string;
  /** The token that it was issued with. */
  readonly token?: string;
  /** What was found in it, where it was not rejected. */
  readonly found?: readonly Finding[];
}

/** A digest that begins with `sha`. */
export const digest = (sha: string): string => sha.padEnd(64, '0');

/** The key of an organization with a name. */
export const keyOf = (name: string, unit = ''): string => organizationKey({ name, unit }, '');

const blank = Object.fromEntries(Object.keys(FIELDS.organization).map((field) => [field, ''])) as Organization; // one text a field

/** The findings of a rejected workbook. */
export const REASONS: readonly Finding[] = [
  find('unknown-option', { sheet: 'S', cell: 'B2', objective: 'GOV-2A' }, { found: 'Fuly', expected: ['Met'] }),
  find('na-needs-reason', { sheet: 'S', cell: 'B3' }),
];

/** The record of one workbook. */
export function entry({
  sha,
  path = `${sha}.xlsx`,
  at = 1_000,
  name = 'Acme',
  unit = '',
  asOf = '2026-01-01',
  industry = 'energy',
  model = 'aismm 1.0',
  maturity = 2,
  states = { 'GOV-2A': 'met', 'GOV-2B': 'unmet' },
  rejected = false,
  completeness = 1,
  found = [],
  contact = '',
  token,
}: Said): IngestRecord {
  const seen = { evidencedMaturity: 1, plannedMaturity: 2, evidencedShare: 0.5 };
  const group = { maturity, floor: 1, completeness, belowTarget: 0, applicable: 2, ...seen };
  const figures = {
    progress: 0,
    potential: 5,
    evidencedLevel: 1,
    plannedLevel: 2,
    completeness: 1,
    target: null,
    gap: null,
    weight: 1,
    applicable: 2,
  };
  const report: Scored = {
    file: path,
    sha256: digest(sha),
    model: readModelName(model),
    organization: { ...blank, name, unit, asOf, industry, contact },
    selection: ['paas'],
    program: group,
    domains: [{ id: 'first', ...group }],
    categories: [{ id: 'GOV', level: 1, maturity, ...figures }],
    deployments: [],
    objectives: Object.entries(states).map(([id, state]) => ({ id, state })),
    roadmap: [],
    findings: rejected ? REASONS : found,
  };
  const answers = { 'GOV-2A': { answer: 'met', owner: 'Ä “b”' } } as const;
  const feedback = [{ objective: 'GOV-2A', kind: 'unclear', comment: `Of ${sha}` }];
  const status = statusOf(report);
  const row = rowOf(report, { status, answers, feedback, size: 10, tool: 'test', token });
  const isAccepted = status === 'accepted';
  return {
    ...{ path, sha256: report.sha256, modified: at, status, row },
    ...{ hasRemarks: isAccepted && found.length > 0, hasErrors: isAccepted && hasErrors(found) },
    findings: isAccepted ? [] : report.findings,
    sender: isAccepted ? {} : { name, unit, assessor: '' },
  };
}

/** All that an iteration gives. */
export async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const value of values) list.push(value);
  return list;
}

/** The first that an iteration gives; it is left then. */
export async function first<T>(values: AsyncIterable<T>): Promise<T | undefined> {
  for await (const value of values) return value;
  return undefined;
}
