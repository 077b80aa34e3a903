/** One cell: what stands in it, and its formula. */
import type { CellPlace } from '../grid/address.js';
import { TextValue, type CellValue, type GridCell } from '../grid/grid.js';
import type { Allowance, Budget } from './budget.js';
import type { SharedFormulas } from './shared-formula.js';
import type { CellStyle, Styles } from './styles.js';
import type { SpreadFormulas } from './spread-formula.js';
import { readRichText, type RichText, type SharedStrings } from './shared-strings.js';
import { cutFormula, cutText, decodeCellText } from './text.js';
import { TextBuilder } from './text-builder.js';
import type { UsualCell } from './usual-way.js';
import type { XmlReader } from './xml.js';
import { passOver } from './xml-tree.js';

const SHIFT_1904 = 1462;
const DAY = 86_400_000;

/** What a cell refers to, elsewhere in the workbook. */
export interface CellContext {
  readonly sharedStrings: () => SharedStrings;
  readonly styles: () => Styles;
  readonly date1904: boolean;
  /** Characters that may be decoded, of all sheets. */
  readonly budget: Pick<Budget, 'decoded'>;
}

/** The cell that was read the usual way; undefined for an empty one. */
export function usualCell(usual: UsualCell, xml: XmlReader, context: CellContext): GridCell | undefined {
  const { kind, column, style, number, from, to } = usual;
  switch (kind) {
    case 'empty':
      return undefined;
    case 'shared':
      return styled(new SharedTextCell(column, number, undefined, context.sharedStrings()), style, context);
    case 'number':
      return styled({ column, value: numberValue(number, style, context) }, style, context);
    case 'text':
      return from === to
        ? undefined
        : styled(new TextCell(column, xml, from, to, context.budget.decoded), style, context);
    case 'formula':
      return new FormulaCell(usual, xml, context.budget.decoded);
  }
}

function styleOf(style: number, context: CellContext): CellStyle | undefined {
  return style < 0 ? undefined : context.styles().cells[style];
}

function numberValue(number: number, style: number, context: CellContext): CellValue {
  const by = styleOf(style, context);
  if (by?.format === undefined) return { kind: 'number', number, shown: 'plain' };
  return { kind: 'number', number, shown: by.shown, format: by.format };
}

/** The cell with what its style strikes through. */
function styled(cell: GridCell, style: number, context: CellContext): GridCell {
  return context.styles().hasStruck && styleOf(style, context)?.struck ? new StruckCell(cell) : cell;
}

/** A cell whose style strikes through whatever is written in it. */
class StruckCell implements GridCell {
  readonly struck = true;
  declare readonly formula?: string;

  constructor(private readonly cell: GridCell) {
    if (cell.formula !== undefined) this.formula = cell.formula;
  }

  get column(): number {
    return this.cell.column;
  }

  get value(): CellValue | undefined {
    return this.cell.value;
  }
}

/** A cell with a text of its own, which is decoded when it is looked at. */
class TextCell implements GridCell {
  private found: CellValue | undefined;

  constructor(
    readonly column: number,
    protected readonly xml: XmlReader,
    private readonly from: number,
    private readonly to: number,
    protected readonly decoded: Allowance,
  ) {}

  get value(): CellValue | undefined {
    if (this.found || this.from === this.to || this.from < 0) return this.found;
    const text = cutText(decodeCellText(this.xml.textBetween(this.from, this.to)));
    this.decoded.spend(text.length);
    return (this.found = new TextValue(text));
  }
}

/** A formula whose result is a text, or that has none; its own text is decoded when it is looked at. */
class FormulaCell extends TextCell {
  readonly #from: number;
  readonly #to: number;
  #known: string | undefined;

  constructor({ column, from, to, formulaFrom, formulaTo }: UsualCell, xml: XmlReader, decoded: Allowance) {
    super(column, xml, from, to, decoded);
    this.#from = formulaFrom;
    this.#to = formulaTo;
  }

  get formula(): string {
    if (this.#known !== undefined) return this.#known;
    const text = cutFormula(this.xml.textBetween(this.#from, this.#to));
    this.decoded.spend(text.length);
    return (this.#known = text);
  }
}

/** Formulas of a sheet that belong to more than one cell. */
export interface SheetFormulas {
  /** Name of the sheet's part. */
  readonly part: string;
  readonly shared: SharedFormulas;
  readonly spread: SpreadFormulas;
}

/** The cell whose element has just been opened; undefined for an empty one. */
export function readCell(
  xml: XmlReader,
  place: CellPlace,
  context: CellContext,
  formulas: SheetFormulas,
): GridCell | undefined {
  if (xml.selfClosing) return undefined;
  const type = xml.attribute('t') ?? 'n';
  const style = Number(xml.attribute('s') ?? -1);
  let raw: string | undefined;
  let index: number | undefined;
  let inline: RichText | undefined;
  let bare: TextBuilder | undefined;
  let formula: string | (() => string) | undefined;
  const { inside } = xml;
  while (xml.nextChild(inside)) {
    if (xml.name === 'v') {
      if (type === 's') index = xml.wholeNumber();
      if (index === undefined) raw = cutText(xml.content());
    } else if (xml.name === 'f') formula = readFormula(xml, place, formulas);
    else if (xml.name === 'is') inline = readRichText(xml);
    // Some writers leave out the element around the text.
    else if (xml.name === 't') (bare ??= new TextBuilder()).add(xml.content());
    else passOver(xml, formulas.part);
  }
  if (bare) inline = { text: cutText((inline?.text ?? '') + decodeCellText(bare.text)), struck: false };
  context.budget.decoded.spend((raw?.length ?? 0) + (inline?.text.length ?? 0));
  if (type === 's' && raw !== undefined && raw !== '') index = Number(raw);
  const { column } = place;
  if (index !== undefined) {
    if (typeof formula !== 'function')
      return styled(new SharedTextCell(column, index, formula, context.sharedStrings()), style, context);
    const cell = new SharedTextCell(column, index, undefined, context.sharedStrings());
    return new MemberCell(column, () => cell.value, formula);
  }
  const value = valueOf(type, raw, inline?.text, style, context);
  if (typeof formula === 'function') return new MemberCell(column, () => value, formula);
  if (formula !== undefined) return { column, value, formula };
  if (value === undefined) return undefined;
  return inline?.struck ? { column, value, struck: true } : styled({ column, value }, style, context);
}

/** What a cell holds whose text is not in the file. */
const NO_SUCH_TEXT = '(a text that is missing in the file)';

/** The formula's text; of a member of a shared one a way to it, since few are ever asked for. */
function readFormula(xml: XmlReader, place: CellPlace, { shared, spread }: SheetFormulas): string | (() => string) {
  const kind = xml.attribute('t');
  const index = kind === 'shared' ? xml.attribute('si') : undefined;
  const range = kind === 'array' || kind === 'dataTable' ? xml.attribute('ref') : undefined;
  const inputs = kind === 'dataTable' ? [xml.attribute('r1'), xml.attribute('r2')] : [];
  const content = cutFormula(xml.content());
  // A data table has no text: this is what programs show for it.
  const text = kind === 'dataTable' ? cutFormula(`TABLE(${inputs.filter(Boolean).join(',')})`) : content;
  if (range !== undefined) spread.define(range, text);
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
    return text.text === '' ? undefined : (this.found = text);
  }

  get opening(): number | undefined {
    return this.strings.opening(this.index);
  }

  get struck(): boolean {
    return this.strings.isStruck(this.index);
  }
}

/** A day, perhaps with a time and where that was. */
const ISO_DATE = /^\s*(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(?:Z|[+-]\d{2}:?\d{2})?)?\s*$/;

/** No two parts of it take the same digits: a long text that is no number must not be tried in every way. */
const NUMBER = /^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?\s*$/;

function valueOf(
  type: string,
  raw: string | undefined,
  inline: string | undefined,
  style: number,
  context: CellContext,
): CellValue | undefined {
  const text = (content: string): CellValue | undefined => (content === '' ? undefined : new TextValue(content));
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
      // The day as it is written: an offset says where the writer was, and moves nothing.
      const [, day, time] = ISO_DATE.exec(raw) ?? [];
      const moment = day === undefined ? Number.NaN : Date.parse(`${day}T${time ?? '00:00'}Z`);
      if (day === undefined || Number.isNaN(moment)) return text(raw);
      const serial = (moment - Date.UTC(1899, 11, 30)) / DAY;
      return { kind: 'number', number: context.date1904 ? serial - SHIFT_1904 : serial, shown: 'date', day };
    }
    default: {
      // Not every writer keeps to numbers here (NaN, 1,5): whoever looks at the cell says what is wrong with it.
      const number = NUMBER.test(raw) ? Number(raw) : Number.NaN;
      if (!Number.isFinite(number)) return text(raw);
      return numberValue(number, style, context);
    }
  }
}
