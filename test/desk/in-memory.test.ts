/** Results in memory keep to the port. */
import { randomBytes } from 'node:crypto';
import { ResultsInMemory } from '../../src/desk/in-memory.js';
import { keepsResults } from '../store/contract.js';

keepsResults('memory', () => Promise.resolve(new ResultsInMemory({ secret: randomBytes(32).toString('hex') })));
