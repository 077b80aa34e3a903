/** Many fillings of one workbook: it is written once, and each filling only put into its cells. */
import { strFromU8, unzipSync } from 'fflate';
import { toA1 } from '../grid/address.js';
import { invariant, type Subject } from '../diagnostic/finding.js';
import { cutAtCells, filledCell, type Slot } from './cell-slots.js';
import type { Deflater } from './deflate.js';
import type { PlannedCell, Primitive, WorkbookPlan } from './plan.js';
import { Repacker } from './repack.js';
import { encodeUtf8 } from './text-codec.js';
import { sheetParts } from './workbook-part.js';
import { writeXlsx } from './write.js';

/** Gives what the cell of a subject is to hold; undefined leaves it blank. */
export type ValueOf = (subject: Subject) => Primitive | undefined;

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
  /** The sheets with slots: their XML around the slots. */
  readonly #sheets: readonly { readonly part: string; readonly pieces: readonly (string | Slot<Subject>)[] }[];

  private constructor(
    parts: Readonly<Record<string, Uint8Array>>,
    plan: WorkbookPlan,
    { isSlot, deflater }: TemplateOptions,
  ) {
    this.#repacker = new Repacker(parts, deflater);
    const partOf = sheetParts({ read: (name) => parts[name] });
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
    const changed = this.#sheets.map(({ part, pieces }) => {
      const xml = pieces.map((piece) => (typeof piece === 'string' ? piece : filledCell(piece, valueOf(piece.is))));
      return [part, encodeUtf8(xml.join(''))] as const;
    });
    return this.#repacker.pack(new Map(changed));
  }
}
