/** Where in a fresh workbook to look for what was found in somebody's. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { toA1 } from '../grid/address.js';
import { cellOf } from '../layout/declare.js';
import { ANSWERS_TABLE } from '../layout/sheets/answers.js';
import type { PlannedSheet, WorkbookPlan } from '../xlsx/plan.js';
import { issuedPlace } from './issued-edition.js';
import type { FoundInput, ReadWorkbook } from './read.js';
import type { CopySpot, Marked } from './review-sheet.js';

/** Finds the cells of one copy. */
export class CopyPlaces {
  readonly #spots = new Map<string, CopySpot>();

  constructor(
    private readonly read: ReadWorkbook,
    private readonly plan: WorkbookPlan,
  ) {
    for (const { name, cells } of plan.sheets) {
      for (const cell of cells) if (cell.reference) this.#spots.set(cell.reference, { sheet: name, cell: toA1(cell) });
    }
  }

  inputSpot({ table, row, column }: FoundInput): CopySpot | undefined {
    return this.#spots.get(cellOf(table, row, column));
  }

  /** The same cell where the copy has it, else the row, heading or sheet that the finding is about. */
  mark(diagnostic: Diagnostic): Marked {
    const input = this.read.inputAt(diagnostic);
    const same = (input && this.inputSpot(input)) ?? issuedPlace(this.read, diagnostic);
    if (same) return { diagnostic, spot: same, isSame: true };
    const spot =
      this.#ofObjective(diagnostic) ??
      this.#ofRow(diagnostic) ??
      this.#ofHeading(diagnostic) ??
      this.#ofSheet(diagnostic);
    return { diagnostic, spot, isSame: false };
  }

  #ofObjective({ objective, field }: Diagnostic): CopySpot | undefined {
    if (objective === undefined) return undefined;
    const cell = field === undefined ? undefined : this.#spots.get(cellOf(ANSWERS_TABLE, objective, field));
    return cell ?? this.#spots.get(cellOf(ANSWERS_TABLE, objective, 'id'));
  }

  /** By the key of its row, which a finding about a whole row expects. */
  #ofRow({ code, sheet, expected }: Diagnostic): CopySpot | undefined {
    if (code !== 'missing-row' && code !== 'found-by-text') return undefined;
    const key = expected?.[0];
    const named = this.plan.sheets.find(({ name }) => name === sheet);
    const cell = named?.cells.find(({ reference }) => reference?.split('|')[2] === key);
    return named && cell ? { sheet: named.name, cell: toA1(cell) } : undefined;
  }

  #ofHeading({ code, sheet, found, expected }: Diagnostic): CopySpot | undefined {
    const heading = code === 'missing-column' ? expected?.[0] : code === 'column-moved' ? found : undefined;
    if (heading === undefined) return undefined;
    const hasInputs = ({ cells }: PlannedSheet): boolean => cells.some(({ style }) => style.unlocked);
    const named = this.plan.sheets.filter(({ name }) => name === sheet);
    for (const { name, cells } of named.length > 0 ? named : this.plan.sheets.filter(hasInputs)) {
      const cell = cells.find(({ value, style }) => value === heading && !style.unlocked);
      if (cell) return { sheet: name, cell: toA1(cell) };
    }
    return undefined;
  }

  /** A sheet that was expected and is not there. */
  #ofSheet({ sheet, expected }: Diagnostic): CopySpot | undefined {
    const named = sheet === undefined && this.plan.sheets.find(({ name }) => name === expected?.[0]);
    return named ? { sheet: named.name, cell: 'A1' } : undefined;
  }
}
