/** What declared cells show: constants, inputs, figures, and formulas over other cells. */
import { BLANK, type Value } from '../formula/value.js';
import type { Figures } from '../scoring/figures.js';
import type { Quantity } from '../scoring/rules.js';
import type { Book, Values } from './book.js';
import type { Content } from './declare.js';

export class CellValues implements Values {
  constructor(private readonly figures: Figures) {}

  of(content: Content, book: Book): Value {
    switch (content.is) {
      case 'nothing':
        return BLANK;
      case 'constant':
        return content.value;
      case 'input':
        return content.value ?? BLANK;
      case 'figure':
        return this.#figure(content.quantity, content.slice, content.key);
      case 'formula':
        return book.show(content.show);
    }
  }

  #figure(quantity: Quantity, slice: string, key: string): Value {
    const { objective, level, category, group } = this.figures.outline.position;
    const isProgramInput = quantity === 'asOf' || quantity.startsWith('uses:') || quantity.startsWith('holds:');
    const index = objective.get(key) ?? level.get(key) ?? category.get(key) ?? group.get(key) ?? 0;
    return this.figures.value(quantity, slice, isProgramInput ? 0 : index);
  }
}
