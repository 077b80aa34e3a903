/** Results with a few workbooks in them, for tests of what is asked of results. */
import type { Results } from '../../src/desk/results.js';
import { openResults } from '../../src/store/open.js';
import { entry, type Said } from '../store/entries.js';

/** Results that are gone when they are let go of. */
export async function resultsOf(...said: readonly Said[]): Promise<Results> {
  const results = await openResults(':memory:', { create: true });
  await results.write(said.map(entry));
  return results;
}
