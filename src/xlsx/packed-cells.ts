/** Cells that were read the usual way, kept as a few numbers each: a cell is made when somebody asks for it, and most never are. */
import type { CellsOneByOne, GridCell, GridRow } from '../grid/grid.js';
import { openingOf } from '../grid/opening.js';
import { usualCell, type CellContext } from './cell.js';
import type { SharedStrings } from './shared-strings.js';
import type { UsualCell, UsualKind } from './usual-way.js';
import type { XmlReader } from './xml.js';

/** What each number of a cell says. Numbers of up to 15 digits take two. */
const COLUMN = 0;
const KIND = 1;
const STYLE = 2;
const HIGH = 3;
const LOW = 4;
const FROM = 3;
const TO = 4;
const FORMULA_FROM = 5;
const FORMULA_TO = 6;
const NUMBERS = 7;

const KINDS: readonly UsualKind[] = ['empty', 'shared', 'number', 'text', 'formula'];
const SHARED = KINDS.indexOf('shared');
const TEXT = KINDS.indexOf('text');
const FORMULA = KINDS.indexOf('formula');
/** One that was read as XML, and was made then. */
const MADE = KINDS.length;

const LOW_HALF = 2 ** 30;
/** A style that no file has. */
const NO_SUCH_STYLE = 0x7fffffff;
const FIRST_CELLS = 512;

/** The cells of one sheet, in the order in which they are added. */
export class PackedCells {
  #numbers = new Int32Array(FIRST_CELLS * NUMBERS);
  #count = 0;
  readonly #made: (GridCell | undefined)[] = [];
  #strings: SharedStrings | undefined;
  /** What a cell is made from. */
  readonly #usual: UsualCell;

  /** `usual` is read into again for each cell that is made; nobody else may rely on what it holds. */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly xml: XmlReader,
    private readonly context: CellContext,
    usual: UsualCell,
  ) {
    this.#usual = usual;
  }

  /** How many there are. */
  get count(): number {
    return this.#count;
  }

  /** Adds the cell that was just read the usual way; false for one that holds nothing. */
  add({ kind, column, style, number, from, to, formulaFrom, formulaTo }: UsualCell): boolean {
    if (kind === 'empty' || (kind === 'text' && from === to)) return false;
    // Damage in what cells refer to is the fault of their sheet: it shows while the sheet is read.
    if (kind === 'shared') this.#strings ??= this.context.sharedStrings();
    if (kind !== 'formula') this.context.styles();
    const at = this.#room();
    const numbers = this.#numbers;
    const isNumber = kind === 'shared' || kind === 'number';
    numbers[at + COLUMN] = column;
    numbers[at + KIND] = KINDS.indexOf(kind);
    numbers[at + STYLE] = Math.min(style, NO_SUCH_STYLE);
    numbers[at + FROM] = isNumber ? Math.floor(number / LOW_HALF) : from;
    numbers[at + TO] = isNumber ? number % LOW_HALF : to;
    numbers[at + FORMULA_FROM] = formulaFrom;
    numbers[at + FORMULA_TO] = formulaTo;
    return true;
  }

  /** Adds a cell that was made already. */
  addMade(cell: GridCell): void {
    const at = this.#room();
    this.#numbers[at + COLUMN] = cell.column;
    this.#numbers[at + KIND] = MADE;
    this.#made[this.#count - 1] = cell;
  }

  /** Number of the column of a cell. */
  columnAt(index: number): number {
    return this.#numbers[index * NUMBERS + COLUMN] ?? 0;
  }

  /** True for a cell with a formula. */
  hasFormulaAt(index: number): boolean {
    const kind = this.#numbers[index * NUMBERS + KIND];
    if (kind !== MADE) return kind === FORMULA;
    const made = this.#made[index];
    return made !== undefined && 'formula' in made;
  }

  /** How the text of a cell begins, where that is known before it is made. */
  openingAt(index: number): number | undefined {
    const at = index * NUMBERS;
    const numbers = this.#numbers;
    const kind = numbers[at + KIND];
    if (kind === SHARED) return this.#strings?.opening(numberAt(numbers, at));
    if (kind === TEXT) return openingOf(this.bytes, numbers[at + FROM] ?? 0);
    return kind === MADE ? this.#made[index]?.opening : undefined;
  }

  /** The cell, made where nobody has asked for it before. */
  cellAt(index: number): GridCell {
    const known = this.#made[index];
    if (known) return known;
    const at = index * NUMBERS;
    const numbers = this.#numbers;
    const usual = this.#usual;
    usual.kind = KINDS[numbers[at + KIND] ?? 0] ?? 'empty';
    usual.column = numbers[at + COLUMN] ?? 0;
    usual.style = numbers[at + STYLE] ?? -1;
    usual.number = numberAt(numbers, at);
    usual.from = numbers[at + FROM] ?? 0;
    usual.to = numbers[at + TO] ?? 0;
    usual.formulaFrom = numbers[at + FORMULA_FROM] ?? 0;
    usual.formulaTo = numbers[at + FORMULA_TO] ?? 0;
    const cell = usualCell(usual, this.xml, this.context);
    if (!cell) throw new Error('broken promise: a cell that holds nothing is not kept');
    return (this.#made[index] = cell);
  }

  /** Where the next cell goes. */
  #room(): number {
    const at = this.#count * NUMBERS;
    if (at === this.#numbers.length) {
      const more = new Int32Array(2 * at);
      more.set(this.#numbers);
      this.#numbers = more;
    }
    this.#count += 1;
    return at;
  }
}

function numberAt(numbers: Int32Array, at: number): number {
  return (numbers[at + HIGH] ?? 0) * LOW_HALF + (numbers[at + LOW] ?? 0);
}

/** A row of packed cells, which ascend by column. */
export class PackedRow implements GridRow, CellsOneByOne {
  #all: readonly GridCell[] | undefined;

  constructor(
    readonly row: number,
    private readonly packed: PackedCells,
    private readonly from: number,
    private readonly to: number,
  ) {}

  get cells(): readonly GridCell[] {
    return (this.#all ??= Array.from({ length: this.count }, (_, i) => this.cellAt(i)));
  }

  get oneByOne(): CellsOneByOne {
    return this;
  }

  get count(): number {
    return this.to - this.from;
  }

  columnAt(index: number): number {
    return this.packed.columnAt(this.from + index);
  }

  hasFormulaAt(index: number): boolean {
    return this.packed.hasFormulaAt(this.from + index);
  }

  openingAt(index: number): number | undefined {
    return this.packed.openingAt(this.from + index);
  }

  cellAt(index: number): GridCell {
    return this.packed.cellAt(this.from + index);
  }
}
