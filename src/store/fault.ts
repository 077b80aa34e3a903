/** Why a store can't be used, in words. */
import type { StoreReason } from '../diagnostic/catalogue.js';
import { find } from '../diagnostic/finding.js';
import { Refusal } from '../diagnostic/refusal.js';

/** Why a store can't be used; thrown by every function of a store. `store`: as people called it, without secrets. */
export class StoreFault extends Refusal {
  constructor(reason: StoreReason, store: string) {
    super(find('store-unusable', { file: store }, { reason }));
  }
}
