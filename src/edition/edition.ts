/** What a workbook was issued as. It is written to the hidden sheet Meta, and whoever reads the workbook back goes by it. */
import { categoriesOf, isQuickScan, type Model } from '../model/model.js';

/** The layout that is issued today. Raised when sheets, tables or columns change; what is new says so by `since`. */
export const LAYOUT = 2;
/** Layouts that can be read, the oldest first. */
export const LAYOUTS: readonly number[] = Array.from({ length: LAYOUT }, (_, before) => before + 1);

/** Which part of a model is asked about: ids of its categories and deployment types, and whether only its quick scan is. */
export interface Part {
  readonly categories: readonly string[];
  readonly deployments: readonly string[];
  readonly quick?: true;
  /** Ids of its objectives, where it is not all of those; in the model's order. */
  readonly objectives?: readonly string[];
}

/** How a workbook was split into parts. */
export const SPLITS = ['category', 'domain', 'owner', 'list'] as const;
/** One of `SPLITS`; `list`: by a list of people. */
export type SplitBy = (typeof SPLITS)[number];

/** Whose part of a workbook it is. */
export interface HandOver {
  /** The person who answers it; of a category or a domain, its name. `''` for what no one answers. */
  readonly to: string;
  readonly by: SplitBy;
  /** What the whole workbook asks. */
  readonly of: Part;
}

/** Everything that has to be known to make the same workbook again. */
export interface Edition {
  /** Id and version of the model. */
  readonly model: string;
  readonly version: string;
  readonly language: string;
  readonly layout: number;
  readonly part: Part;
  /** Where the workbook is one of the parts that another one was split into. */
  readonly handOver?: HandOver;
  /** Has columns for an assessor, who reviews the answers. */
  readonly review?: true;
  /** Rows of the sheet on which people's different values stand; absent where workbooks were put together that don't differ, or none were. */
  readonly conflicts?: number;
  /** Address of the published companion document; each row then leads to its section. */
  readonly companion?: string;
  /** Name and version of the program that made the workbook. */
  readonly tool: string;
}

/** What is not told by the model itself. */
export interface EditionOptions {
  readonly tool: string;
  readonly language: string;
  readonly companion?: string;
  readonly layout?: number;
  /** Where it is not all of what the model asks, such as some objectives of a category. */
  readonly part?: Part;
  readonly handOver?: HandOver;
  /** True: with the columns for a review. */
  readonly review?: boolean | undefined;
}

/** The edition of a workbook that asks about `model`, which may be a part of a whole one. */
export function editionOf(
  model: Model,
  { tool, language, companion, layout = LAYOUT, part = wholeOf(model), handOver, review }: EditionOptions,
): Edition {
  return {
    model: model.id,
    version: model.version,
    language,
    layout,
    part,
    ...(handOver === undefined ? {} : { handOver }),
    ...(review ? { review } : {}),
    ...(companion === undefined ? {} : { companion }),
    tool,
  };
}

/** All that a model asks about. */
export function wholeOf(model: Model): Part {
  return {
    categories: categoriesOf(model).map(({ id }) => id),
    deployments: model.deployments.map(({ id }) => id),
    ...(isQuickScan(model) ? { quick: true } : {}),
  };
}
