/** The laws of the content, in the order they are checked. A new law is one file and one line here. */
import { aicmDomainsReached } from './aicm-domains-reached.js';
import { changesDeclared } from './changes-declared.js';
import { clearTitles } from './clear-titles.js';
import { deploymentsDiffer } from './deployments-differ.js';
import { enoughEvidence } from './enough-evidence.js';
import { enoughKpis } from './enough-kpis.js';
import { everyLevelAssessed } from './every-level-assessed.js';
import { fairToDeployments } from './fair-to-deployments.js';
import { glossaryComplete } from './glossary-complete.js';
import { idsMatchPlace } from './ids-match-place.js';
import { knownDeployments } from './known-deployments.js';
import { kpiAgrees } from './kpi-agrees.js';
import type { Law } from './law.js';
import { mappingsExist } from './mappings-exist.js';
import { neighboursExist } from './neighbours-exist.js';
import { neverMetByAbsence } from './never-met-by-absence.js';
import { noNearDuplicates } from './no-near-duplicates.js';
import { noVagueWords } from './no-vague-words.js';
import { oneSentence } from './one-sentence.js';
import { quickScanEven } from './quick-scan-even.js';
import { successionComplete } from './succession-complete.js';

export const LAWS: readonly Law[] = [
  idsMatchPlace,
  everyLevelAssessed,
  knownDeployments,
  fairToDeployments,
  oneSentence,
  noVagueWords,
  kpiAgrees,
  enoughKpis,
  mappingsExist,
  aicmDomainsReached,
  neighboursExist,
  noNearDuplicates,
  glossaryComplete,
  clearTitles,
  deploymentsDiffer,
  enoughEvidence,
  neverMetByAbsence,
  quickScanEven,
  successionComplete,
  changesDeclared,
];
