/** All of some work in the database, or nothing of it. */
import type { ClientBase } from 'pg';

/** Runs `work` in a transaction, which is undone where it throws. */
export async function inTransaction<T>(client: ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('BEGIN');
  try {
    const made = await work();
    await client.query('COMMIT');
    return made;
  } catch (error) {
    // A connection that is lost has undone it already.
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}
