/** How reading stops inside `xlsx/` when a file is damaged or hostile; turned into a finding at the edge, never seen outside. */
import type { Fault, FaultFacts } from '../diagnostic/file-faults.js';

export class FileFault extends Error {
  constructor(
    readonly code: 'damaged-file' | 'hostile-file' | 'overgrown-file',
    readonly facts: FaultFacts,
  ) {
    super(facts.fault);
  }
}

type Figures = Omit<FaultFacts, 'fault'>;

export const damaged = (fault: Fault, figures: Figures = {}): FileFault =>
  new FileFault('damaged-file', { fault, ...figures });
export const hostile = (fault: Fault, figures: Figures = {}): FileFault =>
  new FileFault('hostile-file', { fault, ...figures });
