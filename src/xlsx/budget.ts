/** What one workbook may hold of each kind of thing, over all its sheets: counted while it is read. */
import type { Fault } from '../diagnostic/file-faults.js';
import { LIMITS } from '../diagnostic/limits.js';
import { hostile } from './fault.js';

/** How much of one thing is left. */
export class Allowance {
  #left: number;

  constructor(
    private readonly most: number,
    private readonly fault: Fault,
  ) {
    this.#left = most;
  }

  /** Throws a `FileFault` where there is more than is allowed. */
  spend(count = 1): void {
    this.#left -= count;
    if (this.#left < 0) throw hostile(this.fault, { most: this.most });
  }
}

/** The allowances of one workbook. */
export class Budget {
  readonly cells = new Allowance(LIMITS.cells, 'too-many-cells');
  readonly merges = new Allowance(LIMITS.merges, 'too-many-merges');
  readonly links = new Allowance(LIMITS.links, 'too-many-links');
  readonly comments = new Allowance(LIMITS.comments, 'too-many-comments');
  /** Characters of decoded texts and formulas: each of them stays in memory. */
  readonly decoded = new Allowance(LIMITS.decoded, 'texts-size');
  /** Characters of formulas that are made from shared ones. */
  readonly unfolded = new Allowance(LIMITS.unfolded, 'formulas-unfold');
}
