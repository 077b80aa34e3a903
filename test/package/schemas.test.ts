/** The JSON Schemas that are shipped: real outputs fit them, broken ones do not, and the types say the same. */
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, test } from 'vitest';
import XLSX from 'xlsx';
import type { z } from 'zod';
import { answersSchema } from '../../src/assessment/answers-file.js';
import { describeModel, type ModelDescription } from '../../src/model/describe.js';
import type {
  mergeSchema,
  reportSchema,
  sampleSchema,
  contradictionsSchema,
} from '../../src/formats/assessment-schemas.js';
import type { comparisonSchema, modelDiffSchema } from '../../src/formats/command-schemas.js';
import type { historySchema, portfolioSchema, queueSchema, statusSchema } from '../../src/formats/store-schemas.js';
import type { Diagnostic } from '../../src/locale/message.js';
import type { Conflict } from '../../src/assessment/assessment.js';
import type { Contradiction } from '../../src/desk/questionnaire.js';
import type { History, Step } from '../../src/desk/history.js';
import type { MergedFile } from '../../src/desk/merge.js';
import type { CampaignStatus, RowStatus } from '../../src/desk/status.js';
import type { QueueStatus } from '../../src/formats/queue-status.js';
import type { SampleRow } from '../../src/document/sample.js';
import type { ReportFacts } from '../../src/report/facts.js';
import type { Portfolio } from '../../src/scoring/portfolio.js';
import { modelDescriptionSchema } from '../../src/formats/model-schema.js';
import type { ModelDiff } from '../../src/model/changes.js';
import type { Comparison } from '../../src/scoring/comparison.js';
import { objectivesOf } from '../../src/model/model.js';
import { jsonSchema, SCHEMA_NAMES, type SchemaName } from '../../src/formats/schemas.js';
import type { ScoreReport } from '../../src/formats/score-report.js';
import type { scoreReportSchema } from '../../src/formats/score-schema.js';
import { aismm, newFolder } from '../cli/run.js';
import { installed } from '../installed.js';
import type { SameShape } from '../same-shape.js';

const { model } = installed();
const folder = newFolder();
const json = (...args: string[]): unknown => JSON.parse(aismm(folder, ...args).stdout);

function validator(name: SchemaName): ValidateFunction {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  addFormats.default(ajv);
  return ajv.compile(jsonSchema(name, model));
}

/** What is wrong with a value, as `path keyword`. */
function faults(name: SchemaName, value: unknown): string[] {
  const validate = validator(name);
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}

beforeAll(() => {
  for (const profile of ['early', 'typical', 'advanced']) {
    expect(aismm(folder, 'example', '--profile', profile, '-o', `${profile}.xlsx`).code).toBe(0);
  }
  writeFileSync(join(folder, 'notes.xlsx'), 'no workbook');
});

test('schema and type of a comparison are one shape, and of the changes between editions', () => {
  const comparison: SameShape<z.infer<typeof comparisonSchema>, Comparison> = true;
  const diff: SameShape<z.infer<typeof modelDiffSchema>, ModelDiff> = true;
  expect([comparison, diff]).toEqual([true, true]);
});

test('schema and type of what stores and reports print are one shape', () => {
  type Of<T extends z.ZodType> = z.infer<T>;
  type Told = { readonly diagnostics: readonly Diagnostic[] };
  const portfolio: SameShape<Of<typeof portfolioSchema>, Portfolio> = true;
  const history: SameShape<
    Of<typeof historySchema>,
    Omit<History, 'history'> & { readonly history: readonly (Omit<Step, 'findings'> & Told)[] }
  > = true;
  const status: SameShape<
    Of<typeof statusSchema>,
    Omit<CampaignStatus, 'rows'> & {
      readonly rows: readonly (Omit<RowStatus, 'reasons'> & { readonly reasons: readonly Diagnostic[] })[];
    }
  > = true;
  const queue: SameShape<Of<typeof queueSchema>, QueueStatus> = true;
  const report: SameShape<
    Of<typeof reportSchema>,
    ReportFacts & Told & { readonly source: { readonly file: string; readonly sha256: string } }
  > = true;
  const sample: SameShape<Of<typeof sampleSchema>['objectives'][number], SampleRow> = true;
  const contradiction: SameShape<Of<typeof contradictionsSchema>['contradictions'][number], Contradiction> = true;
  const file: SameShape<Of<typeof mergeSchema>['files'][number], MergedFile> = true;
  const conflict: SameShape<Of<typeof mergeSchema>['conflicts'][number], Conflict> = true;
  expect([portfolio, history, status, queue, report, sample, contradiction, file, conflict]).not.toContain(false);
});

test('schema and type of a score are one shape, and of a model', () => {
  const score: SameShape<z.infer<typeof scoreReportSchema>, ScoreReport> = true;
  const description: SameShape<z.infer<typeof modelDescriptionSchema>, ModelDescription> = true;
  expect([score, description]).toEqual([true, true]);
});

test('what was shipped is what the code makes', () => {
  for (const name of SCHEMA_NAMES) {
    const shipped = readFileSync(new URL(`../../dist/schemas/${name}.json`, import.meta.url), 'utf8');
    expect(JSON.parse(shipped), `${name}: npm run build writes it anew`).toEqual(jsonSchema(name, model));
  }
});

test('they say that an answer and how it counts have other words', () => {
  for (const name of ['answers', 'score'] as const)
    expect(JSON.stringify(jsonSchema(name, model))).toMatch(/"description":"[^}]*not-met[^}]*unmet/);
});

describe('real outputs fit', () => {
  test('answers of examples, and of a blank workbook', () => {
    for (const profile of ['early', 'typical', 'advanced']) {
      expect(faults('answers', json('answers', `${profile}.xlsx`))).toEqual([]);
    }
    expect(aismm(folder, 'build', '--format', 'xlsx').code).toBe(0);
    expect(faults('answers', json('answers', 'output/aismm-1.1.xlsx'))).toEqual([]);
  });

  test('scores of examples, of a part of the model, and of a file that is no workbook', () => {
    expect(aismm(folder, 'build', '--format', 'xlsx', '--category', 'IAM', '--deployment', 'paas').code).toBe(0);
    const files = ['early.xlsx', 'typical.xlsx', 'advanced.xlsx', 'output/aismm-1.1-paas-IAM.xlsx', 'notes.xlsx'];
    for (const file of files) expect(faults('score', json('score', file, '--json')), file).toEqual([]);
  });

  test('what check, compare, migrate and model diff print', () => {
    expect(faults('check', json('check', 'early.xlsx', 'notes.xlsx', '--json'))).toEqual([]);
    copyFileSync(join(folder, 'early.xlsx'), join(folder, 'same.xlsx'));
    expect(faults('comparison', json('compare', 'early.xlsx', 'same.xlsx', '--json'))).toEqual([]);
    const diff = json('model', 'diff', '1.0', '1.1', '--json') as { changes: object[] };
    expect(diff.changes.length).toBeGreaterThan(10);
    expect(faults('model-diff', diff)).toEqual([]);
    expect(aismm(folder, 'example', '--model', '1.0', '-o', 'old.xlsx').code).toBe(0);
    const migration = json('migrate', 'old.xlsx', '-o', 'new.xlsx', '--json') as { answers: object[] };
    expect(migration.answers.length).toBeGreaterThan(10);
    expect(faults('migration', migration)).toEqual([]);
    expect(aismm(folder, 'answers', 'old.xlsx', '-o', 'old.json').code).toBe(0);
    const asked = JSON.parse(readFileSync(join(folder, 'old.json'), 'utf8')) as { organization: { name: string } };
    asked.organization.name = '';
    writeFileSync(join(folder, 'old.json'), JSON.stringify(asked));
    const comparison = json('compare', 'old.json', 'early.xlsx', '--json') as { edition?: object; figures: object[] };
    expect([comparison.figures.length > 0, comparison.edition]).toEqual([true, expect.anything()]);
    expect(faults('comparison', comparison)).toEqual([]);
  });

  test('what a store prints: organizations, and remarks', () => {
    const answers = json('answers', 'early.xlsx') as object;
    const feedback = [{ objective: 'GOV-2A', kind: 'unclear', comment: 'Which policy?' }];
    writeFileSync(join(folder, 'remark.json'), JSON.stringify({ ...answers, feedback }));
    expect(aismm(folder, 'fill', 'remark.json', '-o', 'remark.xlsx').code).toBe(0);
    expect(aismm(folder, 'ingest', 'remark.xlsx', 'typical.xlsx', '--store', 'kept.sqlite').code).toBe(0);
    const organizations = json('organizations', '--store', 'kept.sqlite', '--json') as { organizations: object[] };
    expect(organizations.organizations.length).toBeGreaterThan(0);
    expect(faults('organizations', organizations)).toEqual([]);
    const remarks = json('feedback', '--store', 'kept.sqlite', '--format', 'json', '-o', '-') as { remarks: number };
    expect(remarks.remarks).toBeGreaterThan(0);
    expect(faults('feedback', remarks)).toEqual([]);
  });

  test('what a store prints: portfolio, history, records and rejects', () => {
    for (const [seed, asOf] of [
      ['1', '2025-06-30'],
      ['1', '2026-06-30'],
      ['2', '2026-06-30'],
    ] as const) {
      expect(aismm(folder, 'example', '--seed', seed, '-o', 'dated.xlsx', '--force').code).toBe(0);
      const answers = json('answers', 'dated.xlsx') as { organization: object };
      const dated = { ...answers, organization: { ...answers.organization, asOf } };
      writeFileSync(join(folder, 'dated.json'), JSON.stringify(dated));
      expect(aismm(folder, 'fill', 'dated.json', '-o', `returned/${seed}-${asOf}.xlsx`).code).toBe(0);
    }
    writeFileSync(join(folder, 'returned/broken.xlsx'), 'no workbook');
    copyFileSync(join(folder, 'returned/2-2026-06-30.xlsx'), join(folder, 'returned/twice.xlsx'));
    const lines = aismm(folder, 'ingest', 'returned')
      .stdout.trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { status: string });
    expect(lines.map(({ status }) => status).sort()).toEqual([
      ...['accepted', 'accepted', 'accepted', 'duplicate', 'rejected'],
    ]);
    for (const line of lines) expect(faults('record', line)).toEqual([]);
    expect(aismm(folder, 'ingest', 'returned', '--store', 'all.sqlite', '--rejects', 'rejects.json').code).toBe(3);
    expect(faults('rejects', JSON.parse(readFileSync(join(folder, 'rejects.json'), 'utf8')))).toEqual([]);
    for (const options of [[], ['--as', '1.1', '--by', 'industry', '--min', '1'], ['--pool']])
      expect(faults('portfolio', json('portfolio', '--store', 'all.sqlite', '--json', ...options))).toEqual([]);
    const { organizations } = json('organizations', '--store', 'all.sqlite', '--json') as {
      organizations: { name: string; assessments: number }[];
    };
    const twice = organizations.find(({ assessments }) => assessments === 2);
    const history = json('show', twice?.name ?? '', '--store', 'all.sqlite', '--json') as { history: object[] };
    expect(history.history).toHaveLength(2);
    expect(faults('history', history)).toEqual([]);
  });

  test('a campaign: manifest and status', () => {
    writeFileSync(join(folder, 'list.csv'), 'organization,unit,due\nAlder AG,,2026-01-31\nBirch AG,IT,\n');
    expect(aismm(folder, 'issue', 'list.csv', '--into', 'issued').code).toBe(0);
    expect(faults('manifest', JSON.parse(readFileSync(join(folder, 'issued/manifest.json'), 'utf8')))).toEqual([]);
    const issued = readdirSync(join(folder, 'issued')).filter((name) => name.endsWith('.xlsx'));
    expect(aismm(folder, 'ingest', `issued/${issued[0] ?? ''}`, 'notes.xlsx', '--store', 'campaign.sqlite').code).toBe(
      3,
    );
    const store = ['--store', 'campaign.sqlite'];
    for (const options of [[], ['--issued', 'issued']])
      expect(faults('status', json('status', 'list.csv', ...store, ...options, '--json'))).toEqual([]);
  });

  test('one assessment: report and sample', () => {
    expect(faults('report', json('report', 'typical.xlsx', '--format', 'json'))).toEqual([]);
    expect(faults('sample', json('sample', 'advanced.xlsx', '--json'))).toEqual([]);
  });

  test('parts, and what is merged', () => {
    const split = json('split', 'typical.xlsx', '--by', 'domain', '--into', 'parts', '--json') as {
      parts: { file: string }[];
    };
    expect(faults('split', split)).toEqual([]);
    const [part, second] = split.parts.map(({ file }) => `parts/${file}`);
    expect(faults('merge', json('merge', part ?? '', second ?? '', '-o', 'whole.json', '--json'))).toEqual([]);
    const answers = json('answers', 'typical.xlsx') as { targets: object };
    writeFileSync(join(folder, 'other.json'), JSON.stringify({ ...answers, targets: { ...answers.targets, GOV: 5 } }));
    const merged = json('merge', 'typical.xlsx', 'other.json', '-o', 'differing.json', '--json') as {
      conflicts: object[];
    };
    expect(merged.conflicts).toHaveLength(1);
    expect(faults('merge', merged)).toEqual([]);
  });

  test('contradictions with a questionnaire of which every answer is No', () => {
    const asked = objectivesOf(model).flatMap(({ mappings }) =>
      mappings.flatMap(({ framework, edition, id }) => (framework === 'aicm' && edition === '1.1' ? [id] : [])),
    );
    const head = ['Question ID', 'Consensus Assessment Question', 'Provider AI-CAIQ Answer', 'SSRM Control Ownership'];
    const rows = [...new Set(asked)].map((id) => [`${id}.1`, 'Is it done?', 'No', 'Provider-owned', null, id]);
    const book = XLSX.utils.book_new();
    const table = [
      ['{"specification_version":"1.1.0"}'],
      [...head, 'Implementation Description', 'AICM Control ID'],
      ...rows,
    ];
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(table), 'AI-CAIQ');
    writeFileSync(
      join(folder, 'aicaiq.xlsx'),
      new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as ArrayBuffer),
    );
    const told = json('contradictions', 'advanced.xlsx', '--aicaiq', 'aicaiq.xlsx', '--json') as {
      contradictions: object[];
    };
    expect(told.contradictions.length).toBeGreaterThan(0);
    expect(faults('contradictions', told)).toEqual([]);
  });

  test('each names itself, and says what it is of', () => {
    const ids = SCHEMA_NAMES.map((name) => jsonSchema(name, model)['$id']);
    expect(new Set(ids).size).toBe(SCHEMA_NAMES.length);
    for (const name of SCHEMA_NAMES)
      expect(jsonSchema(name, model)).toMatchObject({
        $id: `urn:aismm-workbook:schemas:${name}`,
        description: expect.stringMatching(/\.$/),
      });
  });

  test('the model', () => {
    expect(faults('model', json('model', 'show', '--json'))).toEqual([]);
    expect(modelDescriptionSchema.safeParse(describeModel(model)).success).toBe(true);
  });
});

describe('broken ones do not', () => {
  const answers = { schemaVersion: 1, model: { id: 'aismm', version: '1.0' } };
  test.each([
    [{ ...answers, schemaVersion: 2 }, '/schemaVersion const'],
    [{ schemaVersion: 1 }, ' required'],
    [{ ...answers, answer: {} }, ' additionalProperties'],
    [{ ...answers, answers: { 'GOV-2A': { answer: 'yes' } } }, '/answers/GOV-2A/answer enum'],
    [{ ...answers, answers: { 'GOV-2A': { validUntil: '30.11.2026' } } }, '/answers/GOV-2A/validUntil anyOf'],
    [{ ...answers, answers: { 'GOV-2A': { measured: -1 } } }, '/answers/GOV-2A/measured minimum'],
    [{ ...answers, organization: { industry: 'banking' } }, '/organization/industry enum'],
    [{ ...answers, targets: { GOV: 2.5 } }, '/targets/GOV type'],
    [{ ...answers, weights: { GOV: 0 } }, '/weights/GOV exclusiveMinimum'],
    [{ ...answers, selection: ['cloud'] }, '/selection/0 enum'],
  ])('answers %j', (value, fault) => {
    expect(faults('answers', value)).toContain(fault);
    // The schema and the reader agree on what is broken.
    expect(answersSchema(model).safeParse(value).success).toBe(false);
  });

  test('a score with a level of 6, an unknown state, or half of its figures missing', () => {
    const score = json('score', 'typical.xlsx', '--json') as { categories: object[]; objectives: object[] };
    const [first, ...rest] = score.categories;
    expect(faults('score', { ...score, categories: [{ ...first, level: 6 }, ...rest] })).not.toEqual([]);
    expect(faults('score', { ...score, objectives: [{ id: 'GOV-2A', state: 'fine' }] })).not.toEqual([]);
    expect(faults('score', { ...score, program: { maturity: 2 } })).not.toEqual([]);
    expect(
      faults('score', { ...score, diagnostics: [{ code: 'no-such-code', severity: 'error', message: '' }] }),
    ).not.toEqual([]);
  });

  test('what other commands print, with a part too many or missing', () => {
    for (const name of SCHEMA_NAMES.filter((each) => !['answers', 'score', 'model'].includes(each))) {
      expect(faults(name, { schemaVersion: 1 })).toContain(' required');
      expect(faults(name, { schemaVersion: 2, extra: true })).toEqual(
        expect.arrayContaining(['/schemaVersion const', ' additionalProperties']),
      );
    }
  });

  test('a model without its levels', () => {
    const { levels, ...rest } = describeModel(model);
    expect(levels).toHaveLength(5);
    expect(faults('model', rest)).toEqual([' required']);
  });
});
