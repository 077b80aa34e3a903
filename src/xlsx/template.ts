/** Edits the sheets of a package that is there already: many fillings of one template, or one part changed by hand. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { toA1 } from '../grid/address.js';
import { invariant, type Subject } from '../diagnostic/finding.js';
import type { PlannedCell, Primitive, WorkbookPlan } from './plan.js';
import { Repacker } from './repack.js';
import { encodeCellText, escapeXml } from './text.js';
import { sheetParts } from './workbook-part.js';
import { writeXlsx } from './write.js';

/** Gives what the cell of a subject is to hold; undefined leaves it blank. */
export type ValueOf = (subject: Subject) => Primitive | undefined;

interface Slot {
  readonly subject: Subject;
  readonly address: string;
  readonly style: string;
}

/** A workbook whose marked cells can be filled again and again. */
export class Template {
  readonly #repacker: Repacker;
  /** The sheets with slots: their XML around the slots. */
  readonly #sheets: readonly { readonly part: string; readonly pieces: readonly (string | Slot)[] }[];

  private constructor(
    parts: Readonly<Record<string, Uint8Array>>,
    plan: WorkbookPlan,
    isSlot: (cell: PlannedCell) => boolean,
  ) {
    this.#repacker = new Repacker(parts);
    const partOf = sheetParts({ read: (name) => parts[name] });
    this.#sheets = plan.sheets.flatMap(({ name, cells }) => {
      const places = new Map(
        cells.flatMap((cell) => (cell.subject && isSlot(cell) ? [[toA1(cell), cell.subject] as const] : [])),
      );
      const part = partOf.get(name);
      invariant(part, `the package has a part for the sheet ${name}`);
      return places.size === 0 ? [] : [{ part, pieces: cut(strFromU8(parts[part] ?? new Uint8Array()), places) }];
    });
  }

  /** Writes the plan once; `isSlot` says which cells are filled. */
  static async of(plan: WorkbookPlan, isSlot: (cell: PlannedCell) => boolean): Promise<Template> {
    return new Template(unzipSync(await writeXlsx(plan)), plan, isSlot);
  }

  /** The bytes of one filling. */
  fill(valueOf: ValueOf): Uint8Array {
    const changed = this.#sheets.map(({ part, pieces }) => {
      const xml = pieces.map((piece) => (typeof piece === 'string' ? piece : filled(piece, valueOf(piece.subject))));
      return [part, strToU8(xml.join(''))] as const;
    });
    return this.#repacker.pack(new Map(changed));
  }
}

/** A sheet's XML around its slots. */
function cut(xml: string, places: ReadonlyMap<string, Subject>): (string | Slot)[] {
  const pieces: (string | Slot)[] = [];
  let from = 0;
  for (const match of xml.matchAll(/<c r="([A-Z]+\d+)"( s="\d+")?(?: t="\w+")?(?:\/>|>.*?<\/c>)/g)) {
    const [whole, address = '', style = ''] = match;
    const subject = places.get(address);
    if (!subject) continue;
    pieces.push(xml.slice(from, match.index), { subject, address, style });
    from = match.index + whole.length;
  }
  pieces.push(xml.slice(from));
  return pieces;
}

function filled({ address, style }: Slot, value: Primitive | undefined): string {
  if (value === undefined || value === '') return `<c r="${address}"${style}/>`;
  if (typeof value === 'number') return `<c r="${address}"${style}><v>${value}</v></c>`;
  const text = escapeXml(encodeCellText(String(value)));
  return `<c r="${address}"${style} t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** A package in which the XML of one sheet is changed; the package itself where it has no such sheet. */
export function editSheet(bytes: Uint8Array, sheet: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const part = sheetParts({ read: (name) => parts[name] }).get(sheet);
  const content = part === undefined ? undefined : parts[part];
  if (part === undefined || !content) return bytes;
  return zipSync({ ...parts, [part]: strToU8(change(strFromU8(content))) });
}
