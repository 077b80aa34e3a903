/** What a workbook says of its lists itself, on its hidden sheet: labels may have been translated anew since it was issued. */
import type { OwnList } from '../assessment/choices.js';
import type { ChoiceList } from '../assessment/fields.js';
import { findCell, findRow, textOf, type GridSheet } from '../grid/grid.js';
import { listTable } from '../layout/declare.js';
import { findMarks, type Mark } from '../layout/heads.js';
import { synonymTable } from '../layout/sheets/lists.js';

/** The lists of one workbook; the sheet is read when it is first asked for. */
export class OwnLists {
  readonly #lists = new Map<ChoiceList, OwnList>();
  #marks: readonly Mark[] | undefined;

  constructor(private readonly readSheet: () => GridSheet | undefined) {}

  of(list: ChoiceList): OwnList {
    const known = this.#lists.get(list);
    if (known) return known;
    const labels = [...(this.#rowsOf(listTable(list)) ?? [])].map(([id, label]) => [label.toLowerCase(), id] as const);
    const made = { labels: new Map(labels), taken: this.#rowsOf(synonymTable(list)) };
    this.#lists.set(list, made);
    return made;
  }

  /** The second cell of each row of a table by the first one; undefined where there is no such table. */
  #rowsOf(table: string): Map<string, string> | undefined {
    this.#marks ??= findMarks([this.readSheet()].filter((sheet) => sheet !== undefined));
    const mark = this.#marks.find((each) => each.table === table);
    if (!mark) return undefined;
    const { sheet, column } = mark;
    const end = Math.min(...this.#marks.map(({ row }) => row).filter((row) => row > mark.row));
    const rows = new Map<string, string>();
    // The heading stands below the mark.
    for (let row = mark.row + 2; row < end; row += 1) {
      const cells = findRow(sheet, row);
      const [first, second] = [column, column + 1].map((each) => textOf(findCell(cells, each)));
      if (first === undefined) break;
      if (second !== undefined) rows.set(first, second);
    }
    return rows;
  }
}
