/** The cells of one sheet. */
import { MAX_COLUMN, MAX_ROW, parseA1, type CellPlace } from '../grid/address.js';
import type { CellValue, GridCell, GridRow, NumberKind } from '../grid/grid.js';
import { damaged, hostile } from './fault.js';
import { SharedFormulas } from './shared-formula.js';
import { readRichText, type SharedStrings } from './shared-strings.js';
import { decodeCellText } from './text.js';
import { UsualCell } from './usual-way.js';
import { XmlReader } from './xml.js';

/** Filled cells of all sheets together; a full workbook of ours has about 15,000. */
const MOST_CELLS = 500_000;
const SHIFT_1904 = 1462;
const DAY = 86_400_000;

/** Counts the filled cells of a workbook, over all its sheets. */
export class CellBudget {
  #left = MOST_CELLS;

  spend(): void {
    this.#left -= 1;
    if (this.#left < 0) throw hostile('too-many-cells', { most: MOST_CELLS });
  }
}

export interface SheetContext {
  readonly budget: CellBudget;
  readonly sharedStrings: () => SharedStrings;
  readonly numberKinds: () => readonly NumberKind[];
  readonly date1904: boolean;
}

export interface SheetContent {
  /** Rows with at least one value or formula, ascending; cells ascending by column. */
  readonly rows: GridRow[];
  /** Ranges of cells that are shown as one. */
  readonly merges: string[];
}

/** Elements behind the merged cells; nothing in them or after them is needed. */
const BEHIND_MERGES: ReadonlySet<string> = new Set([
  'phoneticPr',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'drawing',
  'extLst',
]);
const MOST_MERGES = 100_000;

export function readSheetContent(bytes: Uint8Array, part: string, context: SheetContext): SheetContent {
  const xml = new XmlReader(bytes, part);
  const rows = readRows(bytes, xml, part, context);
  return { rows, merges: readMerges(xml) };
}

function readMerges(xml: XmlReader): string[] {
  const merges: string[] = [];
  for (let event = xml.next(); event !== 'end'; event = xml.next()) {
    if (event === 'close' && xml.name === 'mergeCells') break;
    if (event !== 'open') continue;
    if (BEHIND_MERGES.has(xml.name)) break;
    if (xml.name !== 'mergeCell') continue;
    if (merges.push(xml.attribute('ref') ?? '') > MOST_MERGES) throw hostile('too-many-merges', { most: MOST_MERGES });
  }
  return merges;
}

function readRows(bytes: Uint8Array, xml: XmlReader, part: string, context: SheetContext): GridRow[] {
  const rows: GridRow[] = [];
  let row = 0;
  let column = 0;
  let cells: GridCell[] = [];
  const finishRow = (): void => {
    if (cells.length > 0) rows.push({ row, cells: inOrder(cells, (cell) => cell.column) });
    cells = [];
  };
  const add = (cell: GridCell): void => {
    context.budget.spend();
    cells.push(cell);
  };
  const usual = new UsualCell(bytes);
  const shared = new SharedFormulas();
  for (let event = xml.next(); event !== 'end'; event = xml.next()) {
    if (event === 'close' && xml.name === 'sheetData') break;
    if (event !== 'open') continue;
    if (xml.name === 'row') {
      finishRow();
      const given = xml.attribute('r');
      row = given === undefined ? row + 1 : Number(given);
      if (!(Number.isInteger(row) && row >= 1 && row <= MAX_ROW))
        throw damaged('part-row', { part, piece: String(given ?? row) });
      column = 0;
    } else if (xml.name === 'c') {
      const given = xml.attribute('r');
      if (given === undefined) column += 1;
      else {
        const place = parseA1(given);
        if (!place) throw damaged('part-cell', { part, piece: given.slice(0, 20) });
        column = place.column;
        if (row === 0) row = place.row;
      }
      if (column > MAX_COLUMN) throw damaged('part-column', { part });
      const cell = readCell(xml, { row, column }, context, shared);
      if (cell) add(cell);
    } else continue;
    // Most cells are written in the same few ways, and need not be read as XML.
    for (let end = usual.read(xml.position); end >= 0; end = usual.read(end)) {
      xml.moveTo(end);
      column = usual.column;
      if (row === 0) row = usual.row;
      const cell = usualCell(usual, xml, context);
      if (cell) add(cell);
    }
  }
  finishRow();
  return mergeRows(inOrder(rows, (each) => each.row));
}

/** The cell that was read the usual way; undefined for an empty one. */
function usualCell(usual: UsualCell, xml: XmlReader, context: SheetContext): GridCell | undefined {
  const { kind, column, style, number, from, to } = usual;
  switch (kind) {
    case 'empty':
      return undefined;
    case 'shared':
      return new SharedTextCell(column, number, undefined, context.sharedStrings());
    case 'number':
      return { column, value: { kind: 'number', number, shown: shownBy(style, context) } };
    case 'text':
      return from === to ? undefined : new TextCell(column, xml, from, to);
    case 'formula':
      return new FormulaCell(column, xml, from, to, usual.formulaFrom, usual.formulaTo);
  }
}

/** A cell with a text of its own, which is decoded when it is looked at. */
class TextCell implements GridCell {
  private found: CellValue | undefined;

  constructor(
    readonly column: number,
    private readonly xml: XmlReader,
    private readonly from: number,
    private readonly to: number,
  ) {}

  get value(): CellValue | undefined {
    if (this.found || this.from === this.to || this.from < 0) return this.found;
    const text = decodeCellText(this.xml.textBetween(this.from, this.to));
    return (this.found = { kind: 'text', text });
  }
}

/** A formula whose result is a text, or that has none. */
class FormulaCell extends TextCell {
  readonly #formula: () => string;

  constructor(column: number, xml: XmlReader, from: number, to: number, formulaFrom: number, formulaTo: number) {
    super(column, xml, from, to);
    this.#formula = () => xml.textBetween(formulaFrom, formulaTo);
  }

  get formula(): string {
    return this.#formula();
  }
}

function shownBy(style: number, context: SheetContext): NumberKind {
  return style < 0 ? 'plain' : (context.numberKinds()[style] ?? 'plain');
}

function readCell(
  xml: XmlReader,
  place: CellPlace,
  context: SheetContext,
  shared: SharedFormulas,
): GridCell | undefined {
  if (xml.selfClosing) return undefined;
  const type = xml.attribute('t') ?? 'n';
  const style = xml.attribute('s');
  let raw: string | undefined;
  let index: number | undefined;
  let inline: string | undefined;
  let formula: string | (() => string) | undefined;
  for (let event = xml.next(); event !== 'end'; event = xml.next()) {
    if (event === 'close' && xml.name === 'c') break;
    if (event !== 'open') continue;
    if (xml.name === 'v') {
      if (type === 's') index = xml.wholeNumber();
      if (index === undefined) raw = xml.content();
    } else if (xml.name === 'f') formula = readFormula(xml, place, shared);
    else if (xml.name === 'is') inline = readRichText(xml, 'is');
    else xml.skip();
  }
  if (type === 's' && raw !== undefined && raw !== '') index = Number(raw);
  const { column } = place;
  if (index !== undefined) {
    if (typeof formula !== 'function') return new SharedTextCell(column, index, formula, context.sharedStrings());
    const cell = new SharedTextCell(column, index, undefined, context.sharedStrings());
    return new MemberCell(column, () => cell.value, formula);
  }
  const value = valueOf(type, raw, inline, style, context);
  if (typeof formula === 'function') return new MemberCell(column, () => value, formula);
  if (formula !== undefined) return { column, value, formula };
  return value === undefined ? undefined : { column, value };
}

/** What a cell holds whose text is not in the file. */
const NO_SUCH_TEXT = '(a text that is missing in the file)';

/** The formula's text; of a member of a shared one a way to it, since few are ever asked for. */
function readFormula(xml: XmlReader, place: CellPlace, shared: SharedFormulas): string | (() => string) {
  const index = xml.attribute('t') === 'shared' ? xml.attribute('si') : undefined;
  const text = xml.content();
  if (index === undefined) return text;
  if (text === '') return shared.member(index, place);
  shared.define(index, text, place);
  return text;
}

/** A cell whose formula is shared with others. */
class MemberCell implements GridCell {
  constructor(
    readonly column: number,
    private readonly shown: () => CellValue | undefined,
    private readonly text: () => string,
  ) {}

  get value(): CellValue | undefined {
    return this.shown();
  }

  get formula(): string {
    return this.text();
  }
}

/** A cell with a shared text, which is decoded when it is looked at. */
class SharedTextCell implements GridCell {
  declare readonly formula?: string;
  private found: CellValue | undefined;

  constructor(
    readonly column: number,
    private readonly index: number,
    formula: string | undefined,
    private readonly strings: SharedStrings,
  ) {
    if (formula !== undefined) this.formula = formula;
  }

  get value(): CellValue | undefined {
    if (this.found) return this.found;
    const text = this.strings.at(this.index);
    if (text === undefined) return (this.found = { kind: 'error', error: NO_SUCH_TEXT });
    return text === '' ? undefined : (this.found = { kind: 'text', text });
  }
}

/** No two parts of it take the same digits: a long text that is no number must not be tried in every way. */
const NUMBER = /^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?\s*$/;

function valueOf(
  type: string,
  raw: string | undefined,
  inline: string | undefined,
  style: string | undefined,
  context: SheetContext,
): CellValue | undefined {
  const text = (content: string): CellValue | undefined =>
    content === '' ? undefined : { kind: 'text', text: content };
  if (type === 'inlineStr') return text(inline ?? decodeCellText(raw ?? ''));
  if (raw === undefined || raw === '') return undefined;
  switch (type) {
    case 'str':
      return text(decodeCellText(raw));
    case 'b': {
      const plain = raw.trim().toLowerCase();
      const isKnown = plain === '1' || plain === '0' || plain === 'true' || plain === 'false';
      return isKnown ? { kind: 'boolean', boolean: plain === '1' || plain === 'true' } : text(raw);
    }
    case 'e':
      return { kind: 'error', error: raw };
    case 'd': {
      if (!/^\s*\d{4}-\d{2}-\d{2}/.test(raw)) return text(raw);
      const time = Date.parse(/Z|[+-]\d\d:?\d\d$/.test(raw) ? raw : `${raw}${raw.includes('T') ? 'Z' : ''}`);
      if (Number.isNaN(time)) return text(raw);
      const serial = (time - Date.UTC(1899, 11, 30)) / DAY;
      return { kind: 'number', number: context.date1904 ? serial - SHIFT_1904 : serial, shown: 'date' };
    }
    default: {
      // Not every writer keeps to numbers here (NaN, 1,5): whoever looks at the cell says what is wrong with it.
      const number = NUMBER.test(raw) ? Number(raw) : Number.NaN;
      if (!Number.isFinite(number)) return text(raw);
      return { kind: 'number', number, shown: shownBy(style === undefined ? -1 : Number(style), context) };
    }
  }
}

/** Almost always in order already; sorted stably if not. */
function inOrder<T>(items: T[], key: (item: T) => number): T[] {
  for (let i = 1; i < items.length; i += 1) {
    const [before, here] = [items[i - 1], items[i]];
    if (before !== undefined && here !== undefined && key(before) >= key(here)) {
      const sorted = [...items].sort((a, b) => key(a) - key(b));
      sorted.forEach((item, at) => {
        const other = sorted[at - 1];
        // Which of the two a person has seen, nobody can tell.
        if (other !== undefined && key(other) === key(item) && isCell(item)) throw damaged('cell-twice');
      });
      return sorted;
    }
  }
  return items;
}

/** Doubled rows are joined; doubled cells are a fault. */
function isCell(item: unknown): boolean {
  return typeof item === 'object' && item !== null && 'column' in item;
}

function mergeRows(rows: GridRow[]): GridRow[] {
  const merged: GridRow[] = [];
  for (const row of rows) {
    const last = merged.at(-1);
    if (last?.row === row.row)
      merged[merged.length - 1] = { row: row.row, cells: inOrder([...last.cells, ...row.cells], (c) => c.column) };
    else merged.push(row);
  }
  return merged;
}
