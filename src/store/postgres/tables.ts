/** The tables of a store in PostgreSQL, and how those of earlier versions become those of today. */
import { randomBytes } from 'node:crypto';
import type { ClientBase } from 'pg';
import { LONG_COLUMNS } from '../../desk/row.js';
import { StoreFault } from '../fault.js';
import { DamagedRow, packRows } from './packed-rows.js';
import { inTransaction } from './transaction.js';
import { SCHEMA } from './schema.js';
import { writeAnew } from './write-anew.js';

/** "AISM": whoever makes the tables holds this lock. */
const LOCK = 0x4149534d;

/**
 * Texts are compared by code points, whatever the database is set to. Numbers have the width that SQLite gives them: eight
 * bytes. The columns that a portfolio counts come first. PostgreSQL compresses long texts and keeps them outside the row.
 */
const FIRST = `
  CREATE TABLE ${SCHEMA}.outline (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, text text COLLATE "C" NOT NULL UNIQUE);
  CREATE TABLE ${SCHEMA}.file (
    sha256 text COLLATE "C" PRIMARY KEY, status text COLLATE "C" NOT NULL, size bigint NOT NULL, tool text COLLATE "C" NOT NULL,
    model text COLLATE "C" NOT NULL, key text COLLATE "C" NOT NULL, name text COLLATE "C" NOT NULL,
    unit text COLLATE "C" NOT NULL, industry text COLLATE "C" NOT NULL, size_band text COLLATE "C" NOT NULL,
    region text COLLATE "C" NOT NULL, as_of text COLLATE "C" NOT NULL, maturity double precision, floor bigint,
    completeness double precision, outline bigint NOT NULL REFERENCES ${SCHEMA}.outline (id),
    figures text COLLATE "C" NOT NULL, states text COLLATE "C" NOT NULL, sum bigint NOT NULL,
    stored_at timestamptz NOT NULL DEFAULT now(),
    organization text COLLATE "C" NOT NULL, scores text COLLATE "C" NOT NULL, answers text COLLATE "C" NOT NULL,
    findings text COLLATE "C" NOT NULL, feedback text COLLATE "C" NOT NULL);
  CREATE INDEX file_of ON ${SCHEMA}.file (key);
  CREATE TABLE ${SCHEMA}.copy (
    sha256 text COLLATE "C" NOT NULL, path text COLLATE "C" NOT NULL, modified double precision NOT NULL,
    PRIMARY KEY (sha256, path));
  CREATE TABLE ${SCHEMA}.forgotten (sha256 text COLLATE "C" PRIMARY KEY);
  CREATE TABLE ${SCHEMA}.secret (digits text COLLATE "C" PRIMARY KEY);`;

/** What rows of a model are packed with; the long columns of a row are one, which is compressed already. */
const SECOND = `
  CREATE TABLE ${SCHEMA}.dictionary (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, model text COLLATE "C" NOT NULL UNIQUE, text text COLLATE "C" NOT NULL);
  ALTER TABLE ${SCHEMA}.file ADD COLUMN dictionary bigint REFERENCES ${SCHEMA}.dictionary (id), ADD COLUMN content bytea;
  ALTER TABLE ${SCHEMA}.file ALTER COLUMN content SET STORAGE EXTERNAL;`;
const PACKED = `
  ALTER TABLE ${SCHEMA}.file ${LONG_COLUMNS.map((name) => `DROP COLUMN ${name}`).join(', ')};
  ALTER TABLE ${SCHEMA}.file ALTER COLUMN content SET NOT NULL;`;

/** `MIGRATIONS[n]` leads from version n to n + 1. */
const MIGRATIONS: readonly ((client: ClientBase) => Promise<void>)[] = [
  async (client) => {
    await client.query(FIRST);
    await client.query(`INSERT INTO ${SCHEMA}.secret (digits) VALUES ($1)`, [randomBytes(32).toString('hex')]);
  },
  async (client) => {
    await client.query(SECOND);
    await packRows(client);
    await client.query(PACKED);
  },
];
/** From this version on rows are packed. */
const PACKED_VERSION = 2;

/** Version of the tables that this program writes. */
export const TABLES_VERSION = MIGRATIONS.length;

/** Makes the tables where `create` says so, or brings them up to date; refuses what is not ours, or of a later version. */
export async function prepareTables(client: ClientBase, store: string, create: boolean): Promise<void> {
  const { rows: encodings } = await client.query<{ server_encoding: string }>('SHOW server_encoding');
  if (encodings[0]?.server_encoding !== 'UTF8') throw new StoreFault('not-utf8', store);
  if ((await versionOf(client, store)) === TABLES_VERSION) return;
  let before = 0;
  await inTransaction(client, async () => {
    // Another program may be making them just now: whoever comes second finds them made.
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const version = await versionOf(client, store);
    before = version;
    if (version === 0 && !create) throw new StoreFault('empty', store);
    if (version > TABLES_VERSION) throw new StoreFault('later-version', store);
    if (version === 0) {
      await client.query(`CREATE SCHEMA ${SCHEMA}`);
      await client.query(`CREATE TABLE ${SCHEMA}.store (version bigint NOT NULL)`);
      await client.query(`INSERT INTO ${SCHEMA}.store (version) VALUES (0)`);
    }
    for (const migration of MIGRATIONS.slice(version)) await migration(client);
    await client.query(`UPDATE ${SCHEMA}.store SET version = $1`, [TABLES_VERSION]);
  }).catch((error: unknown) => {
    throw error instanceof DamagedRow ? new StoreFault('damaged', store) : error;
  });
  // The room of the long columns; until then it is given to what is written next.
  if (before > 0 && before < PACKED_VERSION) await writeAnew(client, ['file']).catch(() => undefined);
}

/** 0: there are no tables yet. */
async function versionOf(client: ClientBase, store: string): Promise<number> {
  // From the catalog itself: what its functions remember may be older than the lock.
  const { rows } = await client.query<{ is_there: boolean; is_ours: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = $1) AS is_there,
       EXISTS (SELECT 1 FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
               WHERE nspname = $1 AND relname = 'store') AS is_ours`,
    [SCHEMA],
  );
  const [found] = rows;
  if (!found?.is_there) return 0;
  // A schema of the same name that another program has made.
  if (!found.is_ours) throw new StoreFault('not-a-store', store);
  const { rows: versions } = await client.query<{ version: number }>(`SELECT version FROM ${SCHEMA}.store`);
  return versions[0]?.version ?? 0;
}
