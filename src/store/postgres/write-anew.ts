/** Gives back to the disk what was deleted. */
import type { ClientBase } from 'pg';
import { PATIENCE } from './database.js';
import { SCHEMA } from './schema.js';

/** The code of a question that has waited for a lock as long as it may. */
const LOCKED = '55P03';

/** What was deleted stays on the disk until the tables are written anew. That needs them alone; a list that is being read is not waited for. */
export async function writeAnew(client: ClientBase, names: readonly string[]): Promise<void> {
  const tables = names.map((name) => `${SCHEMA}.${name}`).join(', ');
  await client.query(`SET lock_timeout = '${PATIENCE}ms'`);
  try {
    await client.query(`VACUUM (FULL) ${tables}`);
  } catch (error) {
    if ((error as { code?: string }).code !== LOCKED) throw error;
    // The space is given to what is written next.
    await client.query(`VACUUM ${tables}`);
  } finally {
    await client.query('RESET lock_timeout');
  }
}
