/** A workbook of ours as its parts, for whoever puts things into it that no spreadsheet program would write. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

export const many = (count: number, make: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => make(n)).join('');

/** A cell with a text of its own. */
export const inline = (address: string, text: string): string =>
  `<c r="${address}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;

/** A cell with the shared text of that number. */
export const shared = (address: string, index: number): string => `<c r="${address}" t="s"><v>${index}</v></c>`;

/** A row of these cells. */
export const row = (number: number, cells: string): string => `<row r="${number}">${cells}</row>`;

/** 1 → A, 27 → AA. */
export const letters = (column: number): string =>
  column > 26
    ? letters(Math.floor((column - 1) / 26)) + letters(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);

/** Parts by name; whatever is put in is a text. */
export class Pack {
  readonly parts: Record<string, Uint8Array>;

  constructor(bytes: Uint8Array) {
    this.parts = unzipSync(bytes);
  }

  text(part: string): string {
    return strFromU8(this.parts[part] ?? new Uint8Array());
  }

  put(part: string, xml: string): void {
    this.parts[part] = strToU8(xml);
  }

  edit(part: string, change: (xml: string) => string): this {
    this.put(part, change(this.text(part)));
    return this;
  }

  /** Part of the sheet with this name. */
  sheet(name: string): string {
    const id =
      new RegExp(`<sheet [^>]*name="${name}"[^>]*r:id="([^"]*)"`).exec(this.text('xl/workbook.xml'))?.[1] ?? '';
    const target = new RegExp(`<Relationship Id="${id}"[^>]*Target="([^"]*)"`).exec(
      this.text('xl/_rels/workbook.xml.rels'),
    )?.[1];
    return `xl/${target ?? ''}`;
  }

  /** Rows below all others of a sheet; `make` is given the first free number. */
  below(sheet: string, make: (first: number) => string): this {
    return this.edit(this.sheet(sheet), (xml) => {
      const last = Math.max(...[...xml.matchAll(/<row r="(\d+)"/g)].map(([, number]) => Number(number)));
      return xml.replace('</sheetData>', () => `${make(last + 1)}</sheetData>`);
    });
  }

  /** One cell anew, its look kept. */
  cell(sheet: string, address: string, content: string): this {
    return this.edit(this.sheet(sheet), (xml) =>
      xml.replace(
        new RegExp(`<c r="${address}"( s="\\d+")?[^>]*?(?:/>|>.*?</c>)`),
        (_, style = '') => `<c r="${address}"${String(style)}${content}`,
      ),
    );
  }

  /** Every cell of some columns that the answers are typed in. */
  answers(columns: readonly string[], make: (address: string, n: number) => string): this {
    let n = 0;
    const isAsked = new RegExp(
      `<c r="((?:${columns.join('|')})(?:[4-9]|[1-9]\\d|1[0-5]\\d))"[^>]*?(?:/>|>.*?</c>)`,
      'g',
    );
    return this.edit(this.sheet('Control Objectives'), (xml) =>
      xml.replace(isAsked, (_, address: string) => {
        n += 1;
        return make(address, n);
      }),
    );
  }

  /** Adds shared texts, given as their XML; the number of the first. */
  strings(items: readonly string[]): number {
    const part = 'xl/sharedStrings.xml';
    const count = (this.text(part).match(/<si>|<si\/>/g) ?? []).length;
    this.edit(part, (xml) => xml.replace('</sst>', () => `${items.join('')}</sst>`));
    return count;
  }

  /** One shared text; its number. */
  string(text: string): number {
    return this.strings([`<si><t xml:space="preserve">${text}</t></si>`]);
  }

  /** Sheets of somebody's own, by name, as the XML inside their root. */
  add(sheets: readonly (readonly [name: string, content: string])[]): this {
    const from = Object.keys(this.parts).length;
    sheets.forEach(([, content], n) => {
      this.put(
        `xl/worksheets/own${from + n}.xml`,
        `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">${content}</worksheet>`,
      );
    });
    this.edit('xl/workbook.xml', (xml) =>
      xml.replace(
        '</sheets>',
        () =>
          `${sheets.map(([name], n) => `<sheet name="${name}" sheetId="${5000 + from + n}" r:id="own${from + n}"/>`).join('')}</sheets>`,
      ),
    );
    return this.edit('xl/_rels/workbook.xml.rels', (xml) =>
      xml.replace(
        '</Relationships>',
        () =>
          `${sheets.map((_, n) => `<Relationship Id="own${from + n}" Type="${RELATIONS}/worksheet" Target="worksheets/own${from + n}.xml"/>`).join('')}</Relationships>`,
      ),
    );
  }

  /** Relationships of a sheet's part, as `[id, kind, target]`; those outside have `://` in their target. */
  relate(sheet: string, relations: readonly (readonly [id: string, kind: string, target: string])[]): this {
    const part = this.sheet(sheet).replace('worksheets/', 'worksheets/_rels/').concat('.rels');
    this.put(
      part,
      `<Relationships xmlns="${PACKAGE}">${relations
        .map(([id, kind, target]) => {
          const mode = target.includes('://') ? ' TargetMode="External"' : '';
          return `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"${mode}/>`;
        })
        .join('')}</Relationships>`,
    );
    return this;
  }

  /** XML behind the cells of a sheet. */
  behind(sheet: string, xml: string): this {
    return this.edit(this.sheet(sheet), (whole) => whole.replace('</sheetData>', () => `</sheetData>${xml}`));
  }

  /** Bytes of all parts. */
  get unpacked(): number {
    return Object.values(this.parts).reduce((sum, { length }) => sum + length, 0);
  }

  save(level: 1 | 6 = 6): Uint8Array {
    return zipSync(this.parts, { level });
  }
}
