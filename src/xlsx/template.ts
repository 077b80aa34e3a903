/** Many fillings of one workbook: it is written once, and each filling only put into its cells. */
import { strFromU8, unzipSync } from 'fflate';
import { toA1 } from '../grid/address.js';
import { invariant, type Subject } from '../diagnostic/finding.js';
import { cutAtCells, filledCell, type Slot } from './cell-slots.js';
import type { Deflater } from './deflate.js';
import { LinkedCells } from './linked-cells.js';
import type { PlannedCell, WorkbookPlan } from './plan.js';
import { quotedTwins } from './quoted.js';
import { relationsOf } from './relations.js';
import { Repacker } from './repack.js';
import { encodeUtf8 } from './text-codec.js';
import { mainPartOf, sheetParts } from './workbook-part.js';
import { writeXlsx } from './write.js';

/** What a cell is to hold, and where it leads to. */
export type Filled = Pick<PlannedCell, 'value' | 'link'>;

/** Gives what the cell of a subject is to hold; nothing leaves it blank. */
export type ValueOf = (subject: Subject) => Filled;

/** How a template is filled. */
export interface TemplateOptions {
  /** Which cells are filled. */
  readonly isSlot: (cell: PlannedCell) => boolean;
  /** How this host packs; left out, in plain code. */
  readonly deflater?: Deflater | undefined;
}

/** A workbook whose marked cells can be filled again and again. */
export class Template {
  readonly #repacker: Repacker;
  readonly #parts: Readonly<Record<string, Uint8Array>>;
  /** Looks for texts that begin like a formula, by the look of the slot. */
  readonly #twins: ReadonlyMap<number, number>;
  /** The sheets with slots: their XML around the slots. */
  readonly #sheets: readonly { readonly part: string; readonly pieces: readonly (string | Slot<Subject>)[] }[];

  private constructor(
    parts: Readonly<Record<string, Uint8Array>>,
    plan: WorkbookPlan,
    { isSlot, deflater }: TemplateOptions,
  ) {
    this.#repacker = new Repacker(parts, deflater);
    this.#parts = parts;
    const archive = { read: (name: string) => parts[name] };
    const styles = relationsOf(archive, mainPartOf(archive) ?? '').find(({ kind }) => kind === 'styles')?.target ?? '';
    this.#twins = quotedTwins(strFromU8(parts[styles] ?? new Uint8Array()));
    const partOf = sheetParts(archive);
    this.#sheets = plan.sheets.flatMap(({ name, cells }) => {
      const places = new Map(
        cells.flatMap((cell) => (cell.subject && isSlot(cell) ? [[toA1(cell), cell.subject] as const] : [])),
      );
      const part = partOf.get(name);
      invariant(part, `the package has a part for the sheet ${name}`);
      return places.size === 0
        ? []
        : [{ part, pieces: cutAtCells(strFromU8(parts[part] ?? new Uint8Array()), places) }];
    });
  }

  /** Writes the plan once. */
  static async of(plan: WorkbookPlan, options: TemplateOptions): Promise<Template> {
    return new Template(unzipSync(await writeXlsx(plan)), plan, options);
  }

  /** The bytes of one filling. */
  fill(valueOf: ValueOf): Uint8Array {
    const changed = this.#sheets.flatMap(({ part, pieces }) => {
      const links = new LinkedCells();
      const xml = pieces.map((piece) => {
        if (typeof piece === 'string') return piece;
        const { value, link } = valueOf(piece.is);
        if (link !== undefined) links.add(piece.address, link);
        return filledCell(piece, value, this.#twins);
      });
      return links.writeTo(part, xml.join(''), this.#parts).map(([name, text]) => [name, encodeUtf8(text)] as const);
    });
    return this.#repacker.pack(new Map(changed));
  }
}
