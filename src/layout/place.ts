/** Forward: declared sheets to cells with addresses, formulas, cached results, dropdowns, protection and names. */
import type { Model } from '../model/model.js';
import type { Figures } from '../scoring/figures.js';
import type { WorkbookPlan } from '../xlsx/plan.js';
import { Book } from './book.js';
import { CellValues } from './cell-values.js';
import type { SheetDeclaration } from './declare.js';
import { Drafting } from './draft.js';
import { FigureFormulas } from './figure-formula.js';
import { Finishing } from './finish.js';
import { FONT } from './look.js';

export interface PlaceOptions {
  readonly model: Model;
  readonly figures: Figures;
  /** False writes formulas without results, so that a spreadsheet program has to compute them. */
  readonly cached: boolean;
  /** False for workbooks of layout 1, which counted past errors. */
  readonly errorsSurface: boolean;
  readonly about: Pick<WorkbookPlan, 'title' | 'subject' | 'author' | 'language' | 'date' | 'footer' | 'filledFor'>;
}

/** Lays out the sheets and writes every formula. */
export function place(
  declarations: readonly SheetDeclaration[],
  { model, figures, cached, errorsSurface, about }: PlaceOptions,
): WorkbookPlan {
  const book = new Book(new CellValues(figures));
  const drafting = new Drafting(book);
  const finishing = new Finishing(book, new FigureFormulas(model, errorsSurface), cached);
  const drafts = declarations.map((declaration) => drafting.layOut(declaration));
  return {
    ...about,
    font: FONT,
    sheets: drafts.map((draft) => finishing.finish(draft)),
    names: book.definedNames(),
  };
}
