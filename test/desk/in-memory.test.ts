/** Results in memory keep to the port. */
import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { ResultsInMemory } from '../../src/desk/in-memory.js';
import { packedWith, packRow } from '../../src/host/packing.js';
import { entry } from '../store/entries.js';
import { keepsResults } from '../store/contract.js';

keepsResults('memory', () => Promise.resolve(new ResultsInMemory({ secret: randomBytes(32).toString('hex') })));

test('a packed row, which a memory cannot read, is refused before anything is kept', async () => {
  const results = new ResultsInMemory({ secret: randomBytes(32).toString('hex') });
  const whole = entry({ sha: 'a' });
  const row = packRow(whole.row ?? expect.fail('it has a row'), packedWith(new Uint8Array()));
  await expect(results.write([whole, { ...entry({ sha: 'b' }), row }])).rejects.toThrow('not packed');
  expect(await results.statusOf(whole.sha256)).toBeUndefined();
});
