/** Results in one SQLite file: what was read of every workbook, once for the same bytes. Nothing of it depends on the order of arrival. */
import { existsSync } from 'node:fs';
import Database from 'libsql';
import { Kysely, sql, SqliteDialect, type Generated } from 'kysely';
import { diagnose, type Diagnostic } from '../diagnostic/diagnostic.js';
import type { Answer, Organization } from '../assessment/fields.js';
import type { CategoryScore, GroupScore } from '../scoring/score.js';
import type { ScoreReport } from '../scoring/report.js';
import { organizationKey, type IngestRecord } from './record.js';

/** Marks the file as ours; any four bytes will do ("AISM"). */
const APPLICATION = 0x4149534d;
/** Raised with each change of the tables; `MIGRATIONS[n]` leads from version n to n + 1. */
const MIGRATIONS: readonly string[][] = [
  [
    `CREATE TABLE file (
      sha256 TEXT PRIMARY KEY, status TEXT NOT NULL, size INTEGER NOT NULL, tool TEXT NOT NULL, model TEXT NOT NULL,
      key TEXT NOT NULL, name TEXT NOT NULL, unit TEXT NOT NULL, industry TEXT NOT NULL, size_band TEXT NOT NULL,
      region TEXT NOT NULL, as_of TEXT NOT NULL, maturity REAL, floor INTEGER, completeness REAL,
      organization TEXT NOT NULL, scores TEXT NOT NULL, states TEXT NOT NULL, answers TEXT NOT NULL, diagnostics TEXT NOT NULL,
      stored_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP) WITHOUT ROWID`,
    `CREATE TABLE copy (path TEXT PRIMARY KEY, sha256 TEXT NOT NULL, modified INTEGER NOT NULL) WITHOUT ROWID`,
    `CREATE INDEX copy_of ON copy (sha256)`,
    `CREATE INDEX file_of ON file (status, key, as_of)`,
    `CREATE VIEW assessment AS
      SELECT file.*, origin.path, origin.modified,
        ROW_NUMBER() OVER (PARTITION BY key, as_of ORDER BY origin.modified DESC, file.sha256 DESC) AS version
      FROM file JOIN (SELECT sha256, MIN(path) AS path, MAX(modified) AS modified FROM copy GROUP BY sha256) AS origin
        ON origin.sha256 = file.sha256
      WHERE file.status = 'accepted'`,
  ],
];

interface FileTable {
  sha256: string;
  status: string;
  size: number;
  tool: string;
  model: string;
  key: string;
  name: string;
  unit: string;
  industry: string;
  size_band: string;
  region: string;
  as_of: string;
  maturity: number | null;
  floor: number | null;
  completeness: number | null;
  organization: string;
  scores: string;
  states: string;
  answers: string;
  diagnostics: string;
  stored_at: Generated<string>;
}

interface Tables {
  file: FileTable;
  copy: { path: string; sha256: string; modified: number };
  /** Accepted workbooks; `version` 1 is the newest of its organization and date, the others are superseded. */
  assessment: Omit<FileTable, 'stored_at'> & { path: string; modified: number; version: number };
}

/** What is kept of a score besides the program's figures. */
export interface StoredScores {
  readonly selection: readonly string[];
  readonly program: NonNullable<ScoreReport['program']>;
  readonly domains: readonly (GroupScore & { readonly id: string })[];
  readonly categories: readonly CategoryScore[];
}

/** One accepted workbook as it comes out of the store. */
export interface StoredAssessment {
  readonly sha256: string;
  readonly path: string;
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  readonly industry: string;
  readonly size: string;
  readonly region: string;
  readonly asOf: string;
  /** 1 is the newest workbook of its organization and date. */
  readonly version: number;
  readonly maturity: number | null;
  readonly completeness: number | null;
  readonly organization: Organization;
  readonly scores: StoredScores;
  /** By objective id. */
  readonly states: Readonly<Record<string, string>>;
  readonly answers: Readonly<Record<string, Answer>>;
}

/** Something to be stored: a record, or a path at which known bytes were seen again. */
export type Entry = IngestRecord | { readonly path: string; readonly sha256: string; readonly modified: number };

/** Why a store can't be used, as a finding; thrown by every function below. */
export class StoreFault extends Error {
  readonly diagnostic: Diagnostic;
  constructor(detail: string, file: string) {
    super(detail);
    this.diagnostic = diagnose('store-unusable', { file }, { detail });
  }
}

const REASONS: Record<string, string> = {
  SQLITE_FULL: 'the disk is full',
  SQLITE_READONLY: 'it is read-only',
  SQLITE_CANTOPEN: 'it can’t be opened',
  SQLITE_BUSY: 'another program holds it',
  SQLITE_LOCKED: 'another program holds it',
  SQLITE_NOTADB: 'it is not an SQLite file',
  SQLITE_CORRUPT: 'it is damaged',
  SQLITE_IOERR: 'the disk does not answer',
};
/** Milliseconds that a second ingest waits for the first one to finish a batch. */
const PATIENCE = 60_000;

export class Store {
  private constructor(
    private readonly file: string,
    private readonly db: Kysely<Tables>,
    private readonly tool: string,
  ) {}

  /** Opens a store; makes it where `create` says so. */
  static async open(file: string, { create, tool }: { create: boolean; tool: string }): Promise<Store> {
    if (!create && !existsSync(file)) throw new StoreFault('there is no such file', file);
    return faults(file, async () => {
      const database = new Database(file, { timeout: PATIENCE });
      const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: database as never }) });
      await sql`PRAGMA busy_timeout = ${sql.lit(PATIENCE)}`.execute(db);
      await migrate(db, file);
      return new Store(file, db, tool);
    });
  }

  /** Lets go of the file. */
  async close(): Promise<void> {
    await this.db.destroy();
  }

  /** Digests of every file that is stored. */
  async known(): Promise<Set<string>> {
    const rows = await faults(this.file, () => this.db.selectFrom('file').select('sha256').execute());
    return new Set(rows.map(({ sha256 }) => sha256));
  }

  /** Writes a batch: all of it or nothing. */
  async write(batch: readonly Entry[]): Promise<void> {
    await faults(this.file, () =>
      this.db.transaction().execute(async (work) => {
        for (const entry of batch) {
          const isRecord = 'report' in entry;
          const sha256 = isRecord ? entry.report.sha256 : entry.sha256;
          // A file that could not even be read has no bytes to be known by; it is tried again next time.
          if (sha256 === '') continue;
          if (isRecord) {
            await work
              .insertInto('file')
              .values(rowOf(entry, this.tool))
              .onConflict((conflict) => conflict.column('sha256').doNothing())
              .execute();
          }
          const path = isRecord ? entry.report.file : entry.path;
          await work
            .insertInto('copy')
            .values({ path, sha256, modified: entry.modified })
            .onConflict((conflict) => conflict.column('path').doUpdateSet({ sha256, modified: entry.modified }))
            .execute();
        }
      }),
    );
  }

  /** Accepted workbooks in an order that depends on nothing but themselves. */
  async *assessments(): AsyncGenerator<StoredAssessment> {
    const query = this.db.selectFrom('assessment').selectAll().orderBy('key').orderBy('as_of').orderBy('version');
    for (const row of await faults(this.file, () => query.execute())) yield assessmentOf(row);
  }

  /** What portfolio figures need, and no more: the newest workbook of each organization. */
  async newest(): Promise<Omit<StoredAssessment, 'answers' | 'organization'>[]> {
    const rows = await faults(this.file, () =>
      this.db
        .selectFrom('assessment')
        .select(['sha256', 'path', 'key', 'name', 'unit', 'industry', 'size_band', 'region', 'as_of', 'version'])
        .select(['maturity', 'completeness', 'scores', 'states'])
        .where('version', '=', 1)
        .orderBy('key')
        .orderBy('as_of')
        .execute(),
    );
    const last = new Map(rows.map((row) => [row.key, row]));
    return [...last.values()].map((row) => ({
      ...narrow(row),
      scores: JSON.parse(row.scores) as StoredScores,
      states: JSON.parse(row.states) as Record<string, string>,
    }));
  }

  /** Numbers of files by status. */
  async counts(): Promise<Record<string, number>> {
    const rows = await faults(this.file, () =>
      this.db
        .selectFrom('file')
        .select(['status', ({ fn }) => fn.countAll<number>().as('n')])
        .groupBy('status')
        .execute(),
    );
    return Object.fromEntries(rows.map(({ status, n }) => [status, n]));
  }
}

async function migrate(db: Kysely<Tables>, file: string): Promise<void> {
  const number = async (pragma: string): Promise<number> => {
    const { rows } = await sql.raw<Record<string, number>>(`PRAGMA ${pragma}`).execute(db);
    return Object.values(rows[0] ?? {})[0] ?? 0;
  };
  const version = await number('user_version');
  const { rows } = await sql.raw(`SELECT 1 FROM sqlite_master LIMIT 1`).execute(db);
  if (rows.length > 0 && (await number('application_id')) !== APPLICATION)
    throw new StoreFault('it is an SQLite file of another program', file);
  if (version > MIGRATIONS.length) throw new StoreFault('it was made by a later version of this tool', file);
  if (version === MIGRATIONS.length) return;
  await sql.raw('PRAGMA journal_mode = WAL').execute(db);
  await sql.raw('PRAGMA synchronous = FULL').execute(db);
  await sql.raw('BEGIN IMMEDIATE').execute(db);
  // Another ingest may have been faster.
  const now = await number('user_version');
  for (const statement of MIGRATIONS.slice(now).flat()) await sql.raw(statement).execute(db);
  await sql.raw(`PRAGMA application_id = ${APPLICATION}`).execute(db);
  await sql.raw(`PRAGMA user_version = ${MIGRATIONS.length}`).execute(db);
  await sql.raw('COMMIT').execute(db);
}

async function faults<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreFault) throw error;
    const { code = '', message = '' } = error as { code?: string; message?: string };
    const known = Object.entries(REASONS).find(([start]) => code.startsWith(start))?.[1];
    if (known === undefined && !code.startsWith('SQLITE') && !/database|sqlite/i.test(message)) throw error;
    throw new StoreFault(known ?? message, file);
  }
}

function rowOf({ status, report, answers, size }: IngestRecord, tool: string): Omit<FileTable, 'stored_at'> {
  const { organization, program, domains = [], categories = [], objectives = [], selection = [], model } = report;
  const { name = '', unit = '', industry = '', size: band = '', region = '', asOf = '' } = organization ?? {};
  return {
    sha256: report.sha256,
    status: status === 'duplicate' ? 'accepted' : status,
    size,
    tool,
    model: model ? `${model.id} ${model.version}` : '',
    key: organizationKey({ name, unit }),
    name,
    unit,
    industry,
    size_band: band,
    region,
    as_of: asOf,
    maturity: program?.maturity ?? null,
    floor: program?.floor ?? null,
    completeness: program?.completeness ?? null,
    organization: JSON.stringify(organization ?? {}),
    scores: JSON.stringify({ selection, program, domains, categories }),
    states: JSON.stringify(Object.fromEntries(objectives.map(({ id, state }) => [id, state]))),
    answers: JSON.stringify(answers),
    diagnostics: JSON.stringify(report.diagnostics),
  };
}

type Narrow = Pick<
  Tables['assessment'],
  | 'sha256'
  | 'path'
  | 'key'
  | 'name'
  | 'unit'
  | 'industry'
  | 'size_band'
  | 'region'
  | 'as_of'
  | 'version'
  | 'maturity'
  | 'completeness'
>;

function narrow(row: Narrow): Omit<StoredAssessment, 'answers' | 'organization' | 'scores' | 'states'> {
  const { sha256, path, key, name, unit, industry, region, version, maturity, completeness } = row;
  const [size, asOf] = [row.size_band, row.as_of];
  return { sha256, path, key, name, unit, industry, size, region, asOf, version, maturity, completeness };
}

/** What stands in the columns was written by `rowOf`. */
function assessmentOf(row: Tables['assessment']): StoredAssessment {
  return {
    ...narrow(row),
    organization: JSON.parse(row.organization) as Organization,
    scores: JSON.parse(row.scores) as StoredScores,
    states: JSON.parse(row.states) as Record<string, string>,
    answers: JSON.parse(row.answers) as Record<string, Answer>,
  };
}
