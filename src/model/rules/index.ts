/** The laws of the content, in the order they are checked. A new law is one file and one line here. */
import type { Law } from './law.js';
import { idsMatchPlace } from './ids-match-place.js';
import { knownDeployments } from './known-deployments.js';
import { mappingsExist } from './mappings-exist.js';
import { neighboursExist } from './neighbours-exist.js';
import { everyLevelAssessed } from './every-level-assessed.js';

export const LAWS: readonly Law[] = [idsMatchPlace, everyLevelAssessed, knownDeployments, mappingsExist, neighboursExist];
