/** What `aismm build` can make of a model. A new format is one entry here. */
import { renderCompanion } from '../document/companion.js';
import { describeModel } from '../model/describe.js';
import { planWorkbook } from '../workbook/plan.js';
import { writeXlsx } from '../xlsx/write.js';
import type { Issued } from '../layout/shelf.js';
import type { ReadTemplate } from '../document/render.js';

/** What every format is made from. */
export interface FormatInput {
  readonly issued: Issued;
  readonly readTemplate: ReadTemplate;
}

/** One format: how its files are called and made. */
export interface FormatEntry {
  /** Goes behind the file's name. */
  readonly extension: string;
  /** The file's content; the same input gives the same bytes. */
  readonly make: (input: FormatInput) => Promise<Uint8Array | string> | string;
}

const entries = {
  xlsx: {
    extension: '.xlsx',
    make: ({ issued }) => writeXlsx(planWorkbook(issued)),
  },
  md: {
    extension: '-companion.md',
    make: ({ issued, readTemplate }) => renderCompanion(issued.model, issued.language, readTemplate),
  },
  json: { extension: '.json', make: ({ issued }) => `${JSON.stringify(describeModel(issued.model), null, 2)}\n` },
} satisfies Record<string, FormatEntry>;

/** Name of a format, as `aismm build --format` takes it. */
export type Format = keyof typeof entries;

/** All formats by name. */
export const FORMATS: Readonly<Record<Format, FormatEntry>> = entries;
