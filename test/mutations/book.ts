/** A workbook as an editor holds it: cells that can be set, rows and columns that can be moved. Knows nothing of our own reader. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

export interface Cell {
  style: string | undefined;
  /** `t` of the cell; texts are all made inline. */
  type: 'text' | 'n' | 'b' | 'e';
  text: string;
  /** The whole `f` element as it was found or is to be written. */
  formula: string | undefined;
}

export type Typed = string | number | boolean | { error: string } | { formula: string; shown?: string } | undefined;

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const decode = (xml: string): string =>
  xml
    .replace(/&(#x?[0-9a-f]+|\w+);/gi, (_, name: string) =>
      name.startsWith('#')
        ? String.fromCodePoint(Number(name.startsWith('#x') ? `0${name.slice(1)}` : name.slice(1)))
        : (ENTITIES[name] ?? ''),
    )
    .replace(/_x([0-9A-F]{4})_/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
const encode = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[c] ?? ''};`);
const texts = (xml: string): string =>
  [...xml.replace(/<rPh[\s\S]*?<\/rPh>/g, '').matchAll(/<t(?:\s[^>]*)?>([\s\S]*?)<\/t>/g)]
    .map(([, text]) => decode(text ?? ''))
    .join('');
const attribute = (attributes: string, name: string): string | undefined =>
  new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];

export const letters = (column: number): string =>
  column > 26
    ? letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);
const numberOf = (address: string): number =>
  [...address.replace(/\d+/g, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

export class Sheet {
  /** By row, then column. */
  rows = new Map<number, Map<number, Cell>>();
  readonly #before: string;
  readonly #after: string;
  merges: string[] = [];

  constructor(
    public name: string,
    readonly part: string,
    xml: string,
    strings: readonly string[],
  ) {
    const data = /<sheetData\s*\/>|<sheetData[\s\S]*?<\/sheetData>/.exec(xml);
    this.#before = xml.slice(0, data?.index ?? 0);
    this.#after = xml.slice((data?.index ?? 0) + (data?.[0].length ?? 0));
    for (const [, row, attributes = '', inner = ''] of rowsIn(data?.[0] ?? '')) {
      const address = attribute(attributes, 'r') ?? '';
      const formula = /<f(?:\s[^>]*)?\/>|<f(?:\s[^>]*)?>[\s\S]*?<\/f>/.exec(inner)?.[0];
      const value = decode(/<v(?:\s[^>]*)?>([\s\S]*?)<\/v>/.exec(inner)?.[1] ?? '');
      const type = attribute(attributes, 't') ?? 'n';
      const text = type === 's' ? (strings[Number(value)] ?? '') : type === 'inlineStr' ? texts(inner) : value;
      const kind = type === 'b' || type === 'e' || type === 'n' ? type : 'text';
      this.cellsOf(Number(row)).set(numberOf(address), {
        style: attribute(attributes, 's'),
        type: kind,
        text,
        formula,
      });
    }
  }

  cellsOf(row: number): Map<number, Cell> {
    const cells = this.rows.get(row) ?? new Map<number, Cell>();
    this.rows.set(row, cells);
    return cells;
  }

  at(row: number, column: number): Cell | undefined {
    return this.rows.get(row)?.get(column);
  }

  type(row: number, column: number, typed: Typed, style?: string): void {
    const before = this.at(row, column);
    const cell: Cell = { style: style ?? before?.style, type: 'text', text: '', formula: undefined };
    if (typeof typed === 'number') Object.assign(cell, { type: 'n', text: String(typed) });
    else if (typeof typed === 'boolean') Object.assign(cell, { type: 'b', text: typed ? '1' : '0' });
    else if (typeof typed === 'string') cell.text = typed;
    else if (typed && 'error' in typed) Object.assign(cell, { type: 'e', text: typed.error });
    else if (typed) Object.assign(cell, { formula: `<f>${encode(typed.formula)}</f>`, text: typed.shown ?? '' });
    this.cellsOf(row).set(column, cell);
  }

  /** Renumbers rows, columns, or both; undefined takes them away. */
  move(where: { row?: (row: number) => number | undefined; column?: (column: number) => number | undefined }): void {
    const moved = new Map<number, Map<number, Cell>>();
    for (const [row, cells] of this.rows) {
      const to = where.row ? where.row(row) : row;
      if (to === undefined) continue;
      const target = moved.get(to) ?? new Map<number, Cell>();
      for (const [column, cell] of cells) {
        const at = where.column ? where.column(column) : column;
        if (at !== undefined) target.set(at, cell);
      }
      moved.set(to, target);
    }
    this.rows = moved;
  }

  /** The row and column of the first cell with this text. */
  find(text: string): { row: number; column: number } | undefined {
    for (const [row, cells] of this.rows)
      for (const [column, cell] of cells) if (cell.text === text && cell.type === 'text') return { row, column };
    return undefined;
  }

  xml(): string {
    const rows = [...this.rows]
      .sort(([a], [b]) => a - b)
      .map(([row, cells]) => {
        const inner = [...cells]
          .sort(([a], [b]) => a - b)
          .map(([column, cell]) => cellXml(`${letters(column)}${row}`, cell))
          .join('');
        return `<row r="${row}">${inner}</row>`;
      });
    const merges =
      this.merges.length === 0
        ? ''
        : `<mergeCells>${this.merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
    const after = this.#after.replace(/<mergeCells[\s\S]*?<\/mergeCells>/, '');
    return `${this.#before}<sheetData>${rows.join('')}</sheetData>${merges}${after}`;
  }

  copy(name: string, part: string): Sheet {
    return new Sheet(name, part, this.xml(), []);
  }
}

/** `[_, row, attributes, inner]` of every cell. */
function* rowsIn(data: string): Generator<[string, string, string, string]> {
  for (const [, attributes = '', inner = ''] of data.matchAll(/<row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/row>)/g)) {
    for (const [whole, given = '', content = ''] of inner.matchAll(/<c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g))
      yield [whole, attribute(attributes, 'r') ?? '', given, content];
  }
}

function cellXml(address: string, { style, type, text, formula }: Cell): string {
  const s = style === undefined ? '' : ` s="${style}"`;
  const f = formula ?? '';
  if (text === '' && f === '') return `<c r="${address}"${s}/>`;
  if (f !== '' && text === '') return `<c r="${address}"${s}>${f}</c>`;
  if (type !== 'text') return `<c r="${address}"${s} t="${type}">${f}<v>${encode(text)}</v></c>`;
  if (f !== '') return `<c r="${address}"${s} t="str">${f}<v>${encode(text)}</v></c>`;
  return `<c r="${address}"${s} t="inlineStr"><is><t xml:space="preserve">${encode(text)}</t></is></c>`;
}

export class Book {
  readonly sheets: Sheet[];
  readonly parts: Record<string, Uint8Array>;
  /** Style numbers for a percentage and for a date. */
  readonly percent: string;
  readonly date: string;

  constructor(bytes: Uint8Array) {
    this.parts = unzipSync(bytes);
    const strings = [...this.text('xl/sharedStrings.xml').matchAll(/<si(?:\s[^>]*)?>([\s\S]*?)<\/si>|<si\/>/g)].map(
      ([, inner]) => texts(inner ?? ''),
    );
    const relations = new Map(
      [...this.text('xl/_rels/workbook.xml.rels').matchAll(/<Relationship\b([^>]*?)\/?>/g)].map(([, each = '']) => [
        attribute(each, 'Id'),
        (attribute(each, 'Target') ?? '').replace(/^\/?(xl\/)?/, 'xl/'),
      ]),
    );
    this.sheets = [...this.workbook.matchAll(/<sheet\b([^>]*?)\/?>/g)].map(([, each = '']) => {
      const part = relations.get(attribute(each, 'r:id')) ?? '';
      return new Sheet(decode(attribute(each, 'name') ?? ''), part, this.text(part), strings);
    });
    const styles = this.text('xl/styles.xml');
    const count = (/<cellXfs[\s\S]*?<\/cellXfs>/.exec(styles)?.[0].match(/<xf\b/g) ?? []).length;
    this.percent = String(count);
    this.date = String(count + 1);
    this.put('xl/styles.xml', styles.replace('</cellXfs>', '<xf numFmtId="9"/><xf numFmtId="14"/></cellXfs>'));
  }

  /** A style of its own: a number format, or one that strikes through. */
  styled({ format, strike }: { format?: string; strike?: boolean }): string {
    let styles = this.text('xl/styles.xml');
    const count = (/<cellXfs[\s\S]*?<\/cellXfs>/.exec(styles)?.[0].match(/<xf\b/g) ?? []).length;
    const fonts = (/<fonts[\s\S]*?<\/fonts>/.exec(styles)?.[0].match(/<font\b/g) ?? []).length;
    if (format !== undefined) {
      const element = `<numFmt numFmtId="${900 + count}" formatCode="${encode(format)}"/>`;
      styles = styles.includes('</numFmts>')
        ? styles.replace('</numFmts>', () => `${element}</numFmts>`)
        : styles.replace(/<styleSheet[^>]*>/, (root) => `${root}<numFmts>${element}</numFmts>`);
    }
    if (strike) styles = styles.replace('</fonts>', '<font><strike/></font></fonts>');
    const of = [
      ...(format === undefined ? [] : [`numFmtId="${900 + count}"`]),
      ...(strike ? [`fontId="${fonts}"`] : []),
    ];
    this.put('xl/styles.xml', styles.replace('</cellXfs>', `<xf ${of.join(' ')}/></cellXfs>`));
    return String(count);
  }

  get workbook(): string {
    return this.text('xl/workbook.xml');
  }

  set workbook(xml: string) {
    this.put('xl/workbook.xml', xml);
  }

  text(part: string): string {
    const bytes = this.parts[part];
    return bytes ? strFromU8(bytes) : '';
  }

  put(part: string, xml: string): void {
    this.parts[part] = strToU8(xml);
  }

  sheet(name: string): Sheet {
    const found = this.sheets.find((each) => each.name === name);
    if (!found) throw new Error(`no sheet “${name}”`);
    return found;
  }

  rename(from: string, to: string): void {
    this.workbook = this.workbook.replace(`name="${from}"`, `name="${to}"`);
    this.sheet(from).name = to;
  }

  remove(name: string): void {
    this.workbook = this.workbook.replace(new RegExp(`<sheet\\b[^>]*name="${name}"[^>]*/>`), '');
    this.sheets.splice(this.sheets.indexOf(this.sheet(name)), 1);
  }

  add(sheet: Sheet): void {
    this.sheets.push(sheet);
    this.workbook = this.workbook.replace(
      '</sheets>',
      `<sheet name="${sheet.name}" sheetId="${900 + this.sheets.length}" r:id="rIdCopy${this.sheets.length}"/></sheets>`,
    );
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet';
    this.put(
      'xl/_rels/workbook.xml.rels',
      this.text('xl/_rels/workbook.xml.rels').replace(
        '</Relationships>',
        `<Relationship Id="rIdCopy${this.sheets.length}" Type="${type}" Target="/${sheet.part}"/></Relationships>`,
      ),
    );
  }

  save({ stored = false }: { stored?: boolean } = {}): Uint8Array {
    for (const sheet of this.sheets) this.put(sheet.part, sheet.xml());
    return zipSync(this.parts, { level: stored ? 0 : 6 });
  }
}
