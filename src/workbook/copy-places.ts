/** Where in a fresh workbook to look for what was found in somebody's. */
import type { Finding, Subject } from '../diagnostic/finding.js';
import { toA1 } from '../grid/address.js';
import type { InputSheets } from '../layout/inputs.js';
import type { PlannedSheet, WorkbookPlan } from '../xlsx/plan.js';
import type { CopySpot, Marked } from './review-sheet.js';

const keyOf = ({ table, row, column }: Subject): string => JSON.stringify([table, row, column]);

/** Finds the cells of one copy. */
export class CopyPlaces {
  readonly #spots = new Map<string, CopySpot>();

  constructor(
    private readonly plan: WorkbookPlan,
    private readonly inputs: InputSheets,
  ) {
    for (const { name, cells } of plan.sheets)
      for (const cell of cells)
        if (cell.subject) this.#spots.set(keyOf(cell.subject), { sheet: name, cell: toA1(cell) });
  }

  /** The same cell where the copy has it, else the row, heading or sheet that the finding is about. */
  mark(finding: Finding): Marked {
    const same = finding.subject && this.#spotOf(finding.subject);
    if (same) return { finding, spot: same, isSame: true };
    const spot =
      this.#ofObjective(finding) ?? this.#ofRow(finding) ?? this.#ofHeading(finding) ?? this.#ofSheet(finding);
    return { finding, spot, isSame: false };
  }

  #spotOf(subject: Subject): CopySpot | undefined {
    return this.#spots.get(keyOf(subject));
  }

  #ofObjective({ objective, field }: Finding): CopySpot | undefined {
    if (objective === undefined) return undefined;
    for (const { id: table, of, key, rows } of this.inputs.tables) {
      const inputs = of === 'objective' ? rows.get(objective) : undefined;
      if (!inputs) continue;
      const asked = [...inputs].find(([, input]) => input.asked.name === field);
      return this.#spotOf({ table, row: objective, column: asked?.[0] ?? key.id });
    }
    return undefined;
  }

  /** By the key of its row, which a finding about a whole row expects. */
  #ofRow(finding: Finding): CopySpot | undefined {
    if (finding.code !== 'missing-row' && finding.code !== 'found-by-text') return undefined;
    const [key] = finding.facts.expected;
    const named = this.plan.sheets.find(({ name }) => name === finding.sheet);
    const cell = named?.cells.find(({ subject }) => subject?.row === key);
    return named && cell ? { sheet: named.name, cell: toA1(cell) } : undefined;
  }

  #ofHeading(finding: Finding): CopySpot | undefined {
    const heading =
      finding.code === 'missing-column'
        ? finding.facts.expected[0]
        : finding.code === 'column-moved'
          ? finding.facts.found
          : undefined;
    if (heading === undefined) return undefined;
    const hasInputs = ({ cells }: PlannedSheet): boolean => cells.some(({ style }) => style.unlocked);
    const named = this.plan.sheets.filter(({ name }) => name === finding.sheet);
    for (const { name, cells } of named.length > 0 ? named : this.plan.sheets.filter(hasInputs)) {
      const cell = cells.find(({ value, style }) => value === heading && !style.unlocked);
      if (cell) return { sheet: name, cell: toA1(cell) };
    }
    return undefined;
  }

  /** A sheet that was expected and is not there. */
  #ofSheet(finding: Finding): CopySpot | undefined {
    if (finding.sheet !== undefined || !('expected' in finding.facts)) return undefined;
    const [expected] = finding.facts.expected;
    const named = this.plan.sheets.find(({ name }) => name === expected);
    return named ? { sheet: named.name, cell: 'A1' } : undefined;
  }
}
