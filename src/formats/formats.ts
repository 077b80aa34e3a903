/** What `aismm build` can make of a model. A new format is one entry here. */
import { jsonText } from '../diagnostic/json-text.js';
import { USUAL_LANGUAGE } from '../locale/languages.js';
import type { Model } from '../model/model.js';
import { describeModel } from '../model/describe.js';
import { planWorkbook } from '../workbook/plan.js';
import { writeXlsx } from '../xlsx/write.js';
import type { Issued } from '../layout/shelf.js';
import type { ReadTemplate } from '../document/render.js';

/** What every format is made from. */
export interface FormatInput {
  readonly issued: Issued;
  /** The model of which `issued` has a part, in its language: it names what a part refers to and does not hold. */
  readonly whole?: Model;
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
    make: companionOf,
  },
  html: {
    extension: '-companion.html',
    make: async (input) => {
      const { renderHtmlPage } = await import('../document/html.js');
      return renderHtmlPage(
        await companionOf(input),
        { language: spoken(input.issued), brand: input.issued.model.brand },
        input.readTemplate,
      );
    },
  },
  json: { extension: '.json', make: ({ issued }) => `${jsonText(describeModel(issued.model), 2)}\n` },
} satisfies Record<string, FormatEntry>;

/** The text of which two formats are made: it is written once for each input. */
const COMPANIONS = new WeakMap<FormatInput, Promise<string>>();

function companionOf(input: FormatInput): Promise<string> {
  const companion = COMPANIONS.get(input) ?? newCompanion(input);
  COMPANIONS.set(input, companion);
  return companion;
}

/** Whoever wants a workbook only need not load what documents are made with. */
async function newCompanion({ issued, whole, readTemplate }: FormatInput): Promise<string> {
  const { renderCompanion } = await import('../document/companion.js');
  return renderCompanion(issued.model, issued.language, readTemplate, whole);
}

/** Few words of a document are not the model's: its language is the one that the model's texts are in. */
function spoken({ model, written, language }: Issued): string {
  return model === written ? USUAL_LANGUAGE.id : language.id;
}

/** Name of a format, as `aismm build --format` takes it. */
export type Format = keyof typeof entries;

/** All formats by name. */
export const FORMATS: Readonly<Record<Format, FormatEntry>> = entries;
