/** What `aismm build` can make of a model. A new format is one entry here. */
import { renderCompanion } from './document/companion.js';
import { describeModel } from './model/describe.js';
import type { Model } from './model/schema.js';
import { writeWorkbook } from './workbook/write.js';

/** What every format is made from. */
export interface FormatInput {
  readonly model: Model;
  readonly madeBy: string;
  /** Address at which the companion document will be published; the workbook's rows then lead to it. */
  readonly companion?: string;
  /** Gives the text of a template by the name of its file. */
  readonly readTemplate: (name: string) => string;
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
    make: ({ model, madeBy, companion }) => writeWorkbook({ model, madeBy, ...(companion ? { companion } : {}) }),
  },
  md: { extension: '-companion.md', make: ({ model, readTemplate }) => renderCompanion(model, readTemplate) },
  json: { extension: '.json', make: ({ model }) => `${JSON.stringify(describeModel(model), null, 2)}\n` },
} satisfies Record<string, FormatEntry>;

/** Name of a format, as `aismm build --format` takes it. */
export type Format = keyof typeof entries;

/** All formats by name. */
export const FORMATS: Readonly<Record<Format, FormatEntry>> = entries;
