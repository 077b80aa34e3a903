/** An edition as the rows of the hidden sheet Meta. Their keys stay what they were first called, since earlier programs look for them. */
import { SPLITS, type Edition, type HandOver, type Part } from './edition.js';

/** What a workbook says of whom it was issued to: the token that it is known by, and the day by which it is wanted back. */
export interface Addressed {
  readonly token: string;
  readonly due?: string;
}

/** What Meta says of an edition, as far as it says anything. */
export type Stated = Partial<Omit<Edition, 'part'> & Omit<Part, 'quick'> & { readonly quick: boolean }>;

interface MetaRow {
  readonly key: string;
  /** The first layout that has it. */
  readonly since: number;
  /** undefined where there is no such row. */
  readonly write: (edition: Edition) => string | undefined;
  /** `text` says something; undefined where that is not what it should be. */
  readonly read: (text: string) => Stated | undefined;
  /** Blank is an answer, too, if the row is there. */
  readonly optional?: boolean;
  /** Most workbooks don't have it. */
  readonly rare?: boolean;
}

/** The row with the mark of the texts and formulas, which is written when all of them are known. */
export const BUILD_KEY = 'build';

const list = (text: string): string[] => text.split(',').map((id) => id.trim());
const wholeNumber = (text: string): number | undefined => (/^\d{1,6}$/.test(text) ? Number(text) : undefined);

const ROWS: readonly MetaRow[] = [
  {
    key: 'format',
    since: 1,
    write: ({ layout }) => String(layout),
    read: (text) => {
      const layout = wholeNumber(text);
      return layout === undefined ? undefined : { layout };
    },
  },
  { key: 'model', since: 1, write: ({ model }) => model, read: (model) => ({ model }) },
  { key: 'version', since: 1, write: ({ version }) => version, read: (version) => ({ version }) },
  { key: 'locale', since: 1, write: ({ language }) => language, read: (language) => ({ language }) },
  {
    key: 'categories',
    since: 1,
    write: ({ part }) => part.categories.join(','),
    read: (text) => ({ categories: list(text) }),
  },
  {
    key: 'deployments',
    since: 1,
    write: ({ part }) => part.deployments.join(','),
    read: (text) => ({ deployments: list(text) }),
  },
  {
    key: 'quick',
    since: 2,
    write: ({ part }) => (part.quick ? 'yes' : 'no'),
    read: (text) => (text === 'yes' || text === 'no' ? { quick: text === 'yes' } : undefined),
  },
  { key: 'madeBy', since: 1, write: ({ tool }) => tool, read: (tool) => ({ tool }) },
  { key: BUILD_KEY, since: 2, write: () => '', read: () => ({}), rare: true },
  {
    key: 'companion',
    since: 2,
    write: ({ companion }) => companion ?? '',
    read: (companion) => ({ companion }),
    optional: true,
  },
  {
    key: 'objectives',
    since: 2,
    write: ({ part }) => part.objectives?.join(','),
    read: (text) => ({ objectives: list(text) }),
    rare: true,
  },
  {
    key: 'conflicts',
    since: 2,
    write: ({ conflicts }) => conflicts?.toString(),
    read: (text) => {
      const conflicts = wholeNumber(text);
      return conflicts === undefined ? undefined : { conflicts };
    },
    rare: true,
  },
  {
    key: 'review',
    since: 2,
    write: ({ review }) => (review ? 'yes' : undefined),
    read: (text) => (text === 'yes' ? { review: true } : undefined),
    rare: true,
  },
  {
    key: 'handOver',
    since: 2,
    write: ({ handOver }) => handOver && JSON.stringify(handOver),
    read: (text) => {
      const handOver = handOverIn(text);
      return handOver && { handOver };
    },
    rare: true,
  },
];

/** A hand-over as it was written; undefined where that is anything else. */
function handOverIn(text: string): HandOver | undefined {
  try {
    // Nothing of it is relied on before it was looked at.
    const { to, by, of } = JSON.parse(text) as Partial<Record<keyof HandOver, unknown>>;
    const { categories, deployments, quick, objectives } = (of ?? {}) as Partial<Record<keyof Part, unknown>>;
    const split = SPLITS.find((each) => each === by);
    if (typeof to !== 'string' || !split || !isList(categories) || !isList(deployments)) return undefined;
    if (objectives !== undefined && !isList(objectives)) return undefined;
    const part = {
      ...{ categories, deployments },
      ...(quick === true ? { quick: true as const } : {}),
      ...(objectives ? { objectives } : {}),
    };
    return { to, by: split, of: part };
  } catch {
    return undefined;
  }
}

const isList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string');

/** Only workbooks that were issued to a row of a list have these. They are no part of the edition: many workbooks have one edition. */
export const ADDRESSED_KEYS = ['token', 'due'] as const satisfies readonly (keyof Addressed)[];
/** The first layout that may have them. */
const ADDRESSED_SINCE = 2;

/** The rows of Meta that an edition is written as, and whom the workbook was issued to. */
export function metaRows(edition: Edition, addressed?: Addressed): { readonly key: string; readonly value: string }[] {
  const rows = ROWS.filter(({ since }) => since <= edition.layout);
  return [
    ...rows.flatMap(({ key, write }) => {
      const value = write(edition);
      return value === undefined ? [] : [{ key, value }];
    }),
    ...(addressed ? ADDRESSED_KEYS.map((key) => ({ key, value: addressed[key] ?? '' })) : []),
  ];
}

/** What the rows of Meta say. */
export interface ReadMeta {
  readonly stated: Stated;
  /** Keys of what its layout should say and it does not. */
  readonly missing: readonly string[];
  /** The first layout that says everything that is there; undefined where the one that is named does. */
  readonly later?: number;
  /** What stands for the layout, be it one or not. */
  readonly format: string;
  readonly addressed?: Addressed;
}

/** Reads the rows of Meta, texts by key. */
export function readMeta(rows: ReadonlyMap<string, string>): ReadMeta {
  const format = rows.get('format')?.trim() ?? '';
  const layout = wholeNumber(format) ?? 1;
  const missing: string[] = [];
  let stated: Stated = {};
  let later = layout;
  for (const { key, since, read, optional = false, rare = false } of ROWS) {
    const text = rows.get(key)?.trim() ?? '';
    const found = text === '' ? undefined : read(text);
    if (rows.has(key)) later = Math.max(later, since);
    if (found) stated = { ...stated, ...found };
    else if (since <= layout && !(optional && rows.has(key)) && !(rare && !rows.has(key))) missing.push(key);
  }
  const addressed = addressedIn(rows);
  if (addressed) later = Math.max(later, ADDRESSED_SINCE);
  return { stated, missing, ...(later > layout ? { later } : {}), format, ...(addressed ? { addressed } : {}) };
}

/** A workbook without a token was issued to nobody; what is in it may be anything. */
function addressedIn(rows: ReadonlyMap<string, string>): Addressed | undefined {
  const [token, due = ''] = ADDRESSED_KEYS.map((key) => rows.get(key)?.trim());
  return token === undefined ? undefined : { token, ...(due === '' ? {} : { due }) };
}
