/** SQL that finds the newer of two assessments, for SQLite and PostgreSQL: the rules of `desk/results.ts`, in one place. */

/** Where a database has its tables, and how it calls the first value that a question is asked with: the latest day there can be. */
export interface Dialect {
  /** Before the name of a table: `aismm.`, or nothing. */
  readonly schema: string;
  readonly day: string;
  /** No time, as the column of times has it. */
  readonly never: string;
}

/** The newer one is first. */
const NEWER = 'modified DESC, sha256 DESC';
/** Version 1 is the newest one of its organization, day and model. */
export const VERSION = `ROW_NUMBER() OVER (PARTITION BY key, as_of, model ORDER BY ${NEWER}) AS version`;
/** `place` 1 is the newest one of its organization; of its latest day, `turn` 1 is the newest one of its model. */
const PLACES = `ROW_NUMBER() OVER own AS place, FIRST_VALUE(likely) OVER own = likely AS is_of_last,
  ROW_NUMBER() OVER (PARTITION BY key, likely, model ORDER BY ${NEWER}) AS turn`;
const OWN = `WINDOW own AS (PARTITION BY key ORDER BY likely DESC, ${NEWER})`;

/** Least path and earliest time of each file, by its digest. */
export function origins({ schema, never }: Dialect): string {
  return `(SELECT sha256, MIN(path) AS path, COALESCE(MIN(NULLIF(modified, ${never})), ${never}) AS modified
    FROM ${schema}copy GROUP BY sha256) AS origin`;
}

/** Assessments, and by which day they are in order: `likely`. */
export function assessed(dialect: Dialect): string {
  return `(SELECT file.sha256, key, as_of, model, origin.path, origin.modified,
      CASE WHEN as_of > ${dialect.day} THEN '' ELSE as_of END AS likely
    FROM ${dialect.schema}file JOIN ${origins(dialect)} ON origin.sha256 = file.sha256
    WHERE status = 'accepted') AS assessed`;
}

/** The newest assessments of each organization: digest, place, and how many its organization has of them. */
export function newest(dialect: Dialect): string {
  return `SELECT sha256, place, COUNT(*) OVER (PARTITION BY key) AS among
    FROM (SELECT sha256, key, ${PLACES} FROM ${assessed(dialect)} ${OWN}) AS placed WHERE is_of_last AND turn = 1`;
}

/** How many are none of the newest because their day is too far ahead. */
export function ahead(dialect: Dialect): string {
  return `SELECT COUNT(*) AS n FROM (SELECT as_of, ${VERSION}, ${PLACES} FROM ${assessed(dialect)} ${OWN}) AS placed
    WHERE as_of > ${dialect.day} AND version = 1 AND NOT (is_of_last AND turn = 1)`;
}
