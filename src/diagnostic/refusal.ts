/** How that ends which can't be done at all, such as writing to a full disk: with the finding that says why. */
import type { Finding } from './finding.js';

/** Thrown by whoever keeps or writes something; whoever asked prints the finding. Faults in what people sent are never thrown. */
export class Refusal extends Error {
  constructor(readonly finding: Finding) {
    super(finding.code);
  }
}
