/** Every cell that is to be filled in, as the sheets declare it: what the reader has to look for. */
import type { AskedOf } from '../assessment/fields.js';
import { blankAssessment, type Question } from '../assessment/paths.js';
import { REVIEW_RESULT } from '../locale/en/review.js';
import { normalize } from '../grid/spelling.js';
import { outlineOf } from '../scoring/outline.js';
import type { Blueprint } from './context.js';
import type { Table } from './declare.js';
import { ASKED, makeSheet, type Maker } from './asked-sheets.js';
import { tabName, tabsAt, type TabId } from './tabs.js';

export interface InputTable {
  readonly id: string;
  /** Name of the sheet it is issued on. */
  readonly sheet: string;
  /** What is asked in it is asked of. */
  readonly of: AskedOf;
  /** The column that holds the keys; `name` is the defined name of its cells, if they have one. */
  readonly key: InputColumn;
  readonly columns: readonly InputColumn[];
  /** The column that says in words what a row is about. */
  readonly described: InputColumn | undefined;
  /** Those words by row key. */
  readonly words: ReadonlyMap<string, string>;
  /** Names of its columns begin with the heading. */
  readonly isFramed: boolean;
  /** Row key by those words, where no two rows have the same. */
  readonly keyOfWords: ReadonlyMap<string, string>;
  /** All columns that the table is issued with, also those that hold no inputs: their ids, and ids by heading. */
  readonly issued: { readonly ids: ReadonlySet<string>; readonly headers: ReadonlyMap<string, string> };
  readonly headings: Headings;
  /** What is issued in the other columns, by column. */
  readonly constants: ReadonlyMap<string, IssuedColumn>;
  /** Each input by row key, then column. */
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, Input>>;
}

/** Headings of a table, spelled as `normalize` does. */
export interface Headings {
  readonly key: string;
  /** Ids of columns with inputs, and by heading. */
  readonly inputs: ReadonlySet<string>;
  readonly byHeading: ReadonlyMap<string, string>;
  /** The same with the column that says in words what a row is about. */
  readonly wanted: ReadonlyMap<string, string>;
}

export interface InputColumn {
  readonly id: string;
  readonly header: string;
  readonly name?: string;
}

/** A column of texts and numbers that nobody fills in. */
export interface IssuedColumn {
  /** True where no column without a heading stands between it and the keys: a sort takes it along. */
  readonly isBeside: boolean;
  readonly byRow: ReadonlyMap<string, string>;
}

export interface Input {
  readonly asked: Question;
  /** What it is asked of; `''` for the organization. */
  readonly row: string;
  /** The cell's own defined name. */
  readonly name?: string;
}

/** All sheets of a workbook, by what a reader needs of them. */
export interface InputSheets {
  readonly tables: readonly InputTable[];
  /** Names of the sheets that hold no inputs: nothing on them is an answer. */
  readonly others: ReadonlySet<string>;
}

/** Columns that say what a row is about, in the order of preference. */
const DESCRIBING = ['text', 'label', 'name'];

/** The input tables of a workbook, in the order of the sheets. */
export function inputSheets(blueprint: Blueprint): InputSheets {
  const context = { ...blueprint, assessment: blankAssessment(blueprint.model) };
  const outline = outlineOf(blueprint.model);
  const makers: Partial<Record<TabId, Maker>> = ASKED;
  const tabs = tabsAt(blueprint.edition.layout);
  const tables = tabs.flatMap((id): InputTable[] => {
    const maker = makers[id];
    if (!maker) return [];
    const { blocks, name } = makeSheet(maker, context, outline);
    return blocks.flatMap((block) => (block.is === 'table' ? (inputTable(block, name) ?? []) : []));
  });
  const filled = new Set(tables.map(({ sheet }) => sheet));
  const names = [
    ...tabs.map((id) => tabName(id, blueprint.words)),
    ...(blueprint.edition.conflicts === undefined ? [] : [blueprint.words.conflicts.sheet]),
    ...(blueprint.edition.review ? [REVIEW_RESULT] : []),
  ];
  return { tables, others: new Set(names.filter((name) => !filled.has(name))) };
}

function inputTable(table: Table, sheet: string): InputTable | undefined {
  const [key] = table.columns;
  const rows = new Map<string, Map<string, Input>>();
  const used = new Set<string>();
  const described = table.columns.find(({ id }) => DESCRIBING.includes(id));
  const words = new Map<string, string>();
  const constants = constantsOf(table);
  let of: AskedOf | undefined;
  for (const row of table.rows) {
    const inputs = new Map<string, Input>();
    for (const [column, { content, name }] of Object.entries(row.cells)) {
      if (content.is !== 'input') continue;
      inputs.set(column, { asked: content.asked, row: content.row, ...(name === undefined ? {} : { name }) });
      of ??= content.asked.of;
      used.add(column);
    }
    if (inputs.size === 0) continue;
    rows.set(row.key, inputs);
    const about = described && row.cells[described.id]?.content;
    if (about?.is === 'constant') words.set(row.key, String(about.value));
  }
  if (of === undefined || !key) return undefined;
  const columns = table.columns.filter(({ id }) => used.has(id));
  const keyOfWords = new Map([...words].map(([id, text]) => [text, id]));
  return {
    id: table.id,
    sheet,
    of,
    key,
    columns,
    headings: headingsOf(key, columns, described),
    described,
    words,
    isFramed: table.framed !== undefined,
    keyOfWords: keyOfWords.size === words.size ? keyOfWords : new Map(),
    issued: {
      ids: new Set(table.columns.map(({ id }) => id)),
      headers: new Map(table.columns.map(({ id, header }) => [normalize(header), id])),
    },
    constants,
    rows,
  };
}

function headingsOf(key: InputColumn, columns: readonly InputColumn[], described: InputColumn | undefined): Headings {
  const named = ({ id, header }: InputColumn): readonly [string, string] => [normalize(header), id];
  const byHeading = columns.map(named);
  return {
    key: normalize(key.header),
    inputs: new Set(columns.map(({ id }) => id)),
    byHeading: new Map(byHeading),
    wanted: new Map([...(described ? [named(described)] : []), ...byHeading]),
  };
}

function constantsOf({ columns, rows }: Table): Map<string, IssuedColumn> {
  const gap = columns.findIndex(({ header }) => header === '');
  const found = new Map<string, IssuedColumn>();
  for (const [index, { id }] of columns.entries()) {
    const byRow = new Map<string, string>();
    for (const { key, cells } of rows) {
      const content = cells[id]?.content;
      if (content?.is === 'constant' && content.value !== '') byRow.set(key, String(content.value));
    }
    if (index > 0 && byRow.size > 0) found.set(id, { isBeside: gap < 0 || index < gap, byRow });
  }
  return found;
}
