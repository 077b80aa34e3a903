/** A written package as the laws look at it: its parts as trees, its sheets with their cells, looks and relations. */
import { posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { parseA1 } from '../../src/grid/address.js';

/** An element with everything in it; names keep their prefixes. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** What is written directly in it. */
  readonly text: string;
}

export interface Relation {
  readonly id: string;
  /** The last word of its type: `worksheet`. */
  readonly kind: string;
  /** A part's name, or an address outside. */
  readonly target: string;
  readonly isOutside: boolean;
}

export interface Cell {
  readonly address: string;
  readonly row: number;
  readonly column: number;
  /** Index into `cellXfs`. */
  readonly style: number;
  readonly type: string;
  readonly formula: Element | undefined;
  /** The text of `<v>`; undefined where there is none. */
  readonly raw: string | undefined;
  /** What is constant text in it, shared or inline; undefined for anything else. */
  readonly text: string | undefined;
}

/** Rows and columns from 1, both ends included. */
export interface Range {
  readonly from: { readonly row: number; readonly column: number };
  readonly to: { readonly row: number; readonly column: number };
}

/** Points. The lowest letters that people read have more than twice as many. */
const SLIVER = 3;

const NOTHING: Element = { name: '', attributes: {}, children: [], text: '' };

/** A part as a tree. */
export function treeOf(xml: string): Element {
  const root = { name: '', attributes: {}, children: [] as Element[], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, children: [] as Element[], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => void open.pop());
  const add = (text: string): void => {
    const last = open.at(-1);
    if (last) last.text += text;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return root.children[0] ?? NOTHING;
}

/** The first element with a name right inside another. */
export function child(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((each) => each.name === name);
}

/** All elements right inside another, by name. */
export function childrenOf(element: Element | undefined, name: string): readonly Element[] {
  return element?.children.filter((each) => each.name === name) ?? [];
}

/** The element and everything in it, in the order of the text. */
export function* everything(element: Element): Generator<Element> {
  yield element;
  for (const each of element.children) yield* everything(each);
}

/** All elements with a name, wherever they stand. */
export function found(element: Element | undefined, name: string): Element[] {
  return element ? [...everything(element)].filter((each) => each.name === name) : [];
}

/** The parts of what a name stands for: areas that are listed with commas. */
export function areasOf(reference: string): string[] {
  return reference.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? [];
}

/** `A1:C3`, `$A$1`, `$1:$4` (rows), `$A:$B` (columns) as a range; undefined for anything else. */
export function rangeOf(text: string): Range | undefined {
  const plain = text.replaceAll('$', '');
  const rows = /^(\d+):(\d+)$/.exec(plain);
  if (rows) return { from: { row: Number(rows[1]), column: 1 }, to: { row: Number(rows[2]), column: 16_384 } };
  const columns = /^([A-Z]+):([A-Z]+)$/.exec(plain);
  if (columns) {
    const [first, last] = [parseA1(`${columns[1]}1`), parseA1(`${columns[2]}1048576`)];
    return first && last ? { from: first, to: last } : undefined;
  }
  const [from, to = from] = plain.split(':').map((corner) => parseA1(corner));
  return from && to ? { from, to } : undefined;
}

export function isIn({ row, column }: { readonly row: number; readonly column: number }, { from, to }: Range): boolean {
  return row >= from.row && row <= to.row && column >= from.column && column <= to.column;
}

/** `'Control Objectives'!$A$1:$B$2` as a sheet and a range. */
export function placeOf(reference: string): { readonly sheet: string; readonly range: Range } | undefined {
  const [, quoted, plain, cells = ''] = /^(?:'((?:[^']|'')+)'|([A-Za-z_][\w.]*))!(.+)$/.exec(reference) ?? [];
  const range = rangeOf(cells);
  return range && { sheet: quoted?.replaceAll("''", "'") ?? plain ?? '', range };
}

/** A look of cells, resolved. */
export interface Look {
  readonly xf: Element;
  readonly font: Element | undefined;
  readonly fill: Element | undefined;
  readonly border: Element | undefined;
  readonly format: string;
  readonly isLocked: boolean;
}

export class SheetPart {
  #cells: readonly Cell[] | undefined;
  #rows: ReadonlyMap<number, Element> | undefined;
  #columns: readonly Element[] | undefined;

  constructor(
    private readonly pkg: Package,
    readonly name: string,
    readonly index: number,
    readonly state: string,
    readonly part: string,
  ) {}

  get root(): Element {
    return this.pkg.tree(this.part);
  }

  get isVisible(): boolean {
    return this.state === 'visible';
  }

  get relations(): readonly Relation[] {
    return this.pkg.relations(this.part);
  }

  get view(): Element | undefined {
    return child(child(this.root, 'sheetViews'), 'sheetView');
  }

  /** How many rows and columns stand still. */
  get frozen(): { readonly rows: number; readonly columns: number } {
    const { ySplit = '0', xSplit = '0' } = child(this.view, 'pane')?.attributes ?? {};
    return { rows: Number(ySplit), columns: Number(xSplit) };
  }

  get rows(): ReadonlyMap<number, Element> {
    return (this.#rows ??= new Map(
      childrenOf(child(this.root, 'sheetData'), 'row').map((row) => [Number(row.attributes['r']), row]),
    ));
  }

  get cells(): readonly Cell[] {
    return (this.#cells ??= [...this.rows.values()].flatMap((row) =>
      childrenOf(row, 'c').map((cell) => this.#cell(cell)),
    ));
  }

  isHiddenRow(row: number): boolean {
    return this.rows.get(row)?.attributes['hidden'] === '1';
  }

  column(number: number): Element | undefined {
    this.#columns ??= childrenOf(child(this.root, 'cols'), 'col');
    return this.#columns.find(
      ({ attributes }) => number >= Number(attributes['min']) && number <= Number(attributes['max']),
    );
  }

  /** A row of so few points that no letter can be seen in it; the text there is for programs. */
  isSliver(row: number): boolean {
    const { ht, customHeight } = this.rows.get(row)?.attributes ?? {};
    return customHeight === '1' && Number(ht) <= SLIVER;
  }

  /** Cells that a person can see and that show something. */
  get shown(): readonly Cell[] {
    return this.cells.filter(
      ({ row, column, raw, text }) =>
        (text !== undefined ? text !== '' : raw !== undefined && raw !== '') &&
        !this.isHiddenRow(row) &&
        this.column(column)?.attributes['hidden'] !== '1',
    );
  }

  /** Cells that people fill in. */
  get inputs(): readonly Cell[] {
    return this.cells.filter(({ style }) => !this.pkg.look(style).isLocked);
  }

  #cell(cell: Element): Cell {
    const { r = '', s = '0', t = 'n' } = cell.attributes;
    const place = parseA1(r) ?? { row: 0, column: 0 };
    const raw = child(cell, 'v')?.text;
    const formula = child(cell, 'f');
    const text =
      t === 's' && raw !== undefined
        ? this.pkg.sharedStrings[Number(raw)]
        : t === 'inlineStr'
          ? textsIn(child(cell, 'is'))
          : t === 'str' && !formula
            ? raw
            : undefined;
    return { address: r, ...place, style: Number(s), type: t, formula, raw, text };
  }
}

function textsIn(element: Element | undefined): string {
  return found(element, 't')
    .map(({ text }) => text)
    .join('');
}

export class Package {
  readonly parts: ReadonlyMap<string, string>;
  readonly #trees = new Map<string, Element>();
  readonly #looks = new Map<number, Look>();
  #sheets: readonly SheetPart[] | undefined;
  #strings: readonly string[] | undefined;

  /** `entries`: in the order of the file. */
  constructor(entries: Iterable<readonly [string, Uint8Array]>) {
    this.parts = new Map([...entries].map(([name, bytes]) => [name, strFromU8(bytes)]));
  }

  static open(bytes: Uint8Array): Package {
    return new Package(Object.entries(unzipSync(bytes)));
  }

  tree(part: string): Element {
    const known = this.#trees.get(part);
    if (known) return known;
    const made = this.parts.has(part) ? treeOf(this.parts.get(part) ?? '') : NOTHING;
    this.#trees.set(part, made);
    return made;
  }

  /** Where a part leads to; `''` for the package itself. */
  relations(part: string): readonly Relation[] {
    const name = part === '' ? '_rels/.rels' : posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
    return childrenOf(this.tree(name), 'Relationship').map(({ attributes }) => {
      const { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode } = attributes;
      const isOutside = mode === 'External';
      const inside = target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(part), target);
      return { id, kind: posix.basename(type), target: isOutside ? target : inside, isOutside };
    });
  }

  get main(): string {
    return this.relations('').find(({ kind }) => kind === 'officeDocument')?.target ?? '';
  }

  get workbook(): Element {
    return this.tree(this.main);
  }

  /** The part that the workbook leads to by one kind of relation. */
  beside(kind: string): Element {
    return this.tree(this.relations(this.main).find((each) => each.kind === kind)?.target ?? '');
  }

  get styles(): Element {
    return this.beside('styles');
  }

  get sharedStrings(): readonly string[] {
    return (this.#strings ??= childrenOf(this.beside('sharedStrings'), 'si').map(textsIn));
  }

  get sheets(): readonly SheetPart[] {
    return (this.#sheets ??= childrenOf(child(this.workbook, 'sheets'), 'sheet').map(({ attributes }, index) => {
      const { name = '', state = 'visible', 'r:id': id = '' } = attributes;
      const target = this.relations(this.main).find((relation) => relation.id === id)?.target ?? '';
      return new SheetPart(this, name, index, state, target);
    }));
  }

  get visible(): readonly SheetPart[] {
    return this.sheets.filter(({ isVisible }) => isVisible);
  }

  get names(): readonly Element[] {
    return childrenOf(child(this.workbook, 'definedNames'), 'definedName');
  }

  /** The format code of a number format's id; empty for one that every program knows. */
  formatOf(id: string): string {
    return (
      childrenOf(child(this.styles, 'numFmts'), 'numFmt').find(({ attributes }) => attributes['numFmtId'] === id)
        ?.attributes['formatCode'] ?? ''
    );
  }

  look(style: number): Look {
    const known = this.#looks.get(style);
    if (known) return known;
    const { styles } = this;
    const xf = child(styles, 'cellXfs')?.children[style] ?? NOTHING;
    const { fontId, fillId, borderId, numFmtId = '0' } = xf.attributes;
    const made = {
      xf,
      font: child(styles, 'fonts')?.children[Number(fontId)],
      fill: child(styles, 'fills')?.children[Number(fillId)],
      border: child(styles, 'borders')?.children[Number(borderId)],
      format: this.formatOf(numFmtId),
      isLocked: child(xf, 'protection')?.attributes['locked'] !== '0',
    };
    this.#looks.set(style, made);
    return made;
  }

  /** Looks of conditional formats. */
  get conditionalLooks(): readonly Element[] {
    return child(this.styles, 'dxfs')?.children ?? [];
  }
}
