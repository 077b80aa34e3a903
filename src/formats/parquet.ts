/** The tables of a store in Apache Parquet: columns with types, and keys by which programs for analysis join them. */
import type { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { FIELDS } from '../assessment/fields.js';
import { objectivesOf, type Model } from '../model/model.js';
import type { CellOfTable } from './csv.js';
import { ParquetContents } from './parquet-contents.js';
import { TABLES, type Row, type TableName } from './tables.js';

/** What describes the model: a row for each category and objective of each edition that is in the store. */
const DIMENSIONS = {
  category: ['category_key', 'model', 'category', 'name', 'domain', 'domain_name'],
  objective: ['objective_key', 'category_key', 'model', 'objective', 'title', 'level', 'text'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type DimensionName = 'category' | 'objective';
export const DIMENSION_NAMES = Object.keys(DIMENSIONS) as readonly DimensionName[];

/** The key by which the rows of a table belong to a row of a dimension: programs join by one column only. */
const KEYS: Readonly<Partial<Record<TableName, readonly [key: string, id: string]>>> = {
  category_score: ['category_key', 'category'],
  answer: ['objective_key', 'objective'],
};

/** Columns of numbers and of days; all others are texts. */
const NUMBERS: Readonly<Record<TableName | DimensionName, readonly string[]>> = {
  assessment: ['current', 'maturity', 'floor', 'completeness', 'below_target', 'applicable'],
  category_score: TABLES.category_score.slice(2),
  answer: fieldsOf('number'),
  feedback: ['remark'],
  finding: [],
  category: [],
  objective: ['level'],
};
const DAYS: Readonly<Partial<Record<TableName | DimensionName, readonly string[]>>> = {
  assessment: ['as_of'],
  answer: fieldsOf('date'),
};

function fieldsOf(kind: 'number' | 'date'): string[] {
  return Object.entries(FIELDS.objective).flatMap(([name, field]) => (field.kind === kind ? [name] : []));
}

/** The columns of a table, in their order. */
export function parquetColumns(table: TableName | DimensionName): string[] {
  if (isDimension(table)) return [...DIMENSIONS[table]];
  const [key] = KEYS[table] ?? [];
  return [...TABLES[table], ...(key === undefined ? [] : [key])];
}

function isDimension(table: TableName | DimensionName): table is DimensionName {
  return table in DIMENSIONS;
}

/** A row of a table with its key. `model`: the edition that the assessment was made with. */
export function withKey(row: Row, table: TableName, model: string): Row {
  const [key, id] = KEYS[table] ?? [];
  return key === undefined || id === undefined ? row : { ...row, [key]: keyOf(model, row[id]) };
}

const keyOf = (model: string, id: CellOfTable | undefined): string => `${model} ${String(id)}`;

/** The rows of the dimensions for one edition. `name`: as the assessments have it, such as `aismm 1.1`. */
export function dimensionRows(model: Model, name: string): Readonly<Record<DimensionName, readonly Row[]>> {
  return {
    category: model.domains.flatMap((domain) =>
      domain.categories.map(({ id, name: category }) => ({
        ...{ category_key: keyOf(name, id), model: name, category: id, name: category },
        ...{ domain: domain.id, domain_name: domain.name },
      })),
    ),
    objective: objectivesOf(model).map(({ id, category, title = '', level, text }) => ({
      ...{ objective_key: keyOf(name, id), category_key: keyOf(name, category), model: name },
      ...{ objective: id, title, level, text },
    })),
  };
}

/** Rows, and characters of their different texts, that are held before they are written. */
const [MOST_ROWS, MOST_CHARACTERS] = [4_000, 500_000] as const;

/** A column of what is not written yet. */
interface Column {
  /** Puts a value in a row, and says how many characters it adds to what is held. */
  readonly put: (row: number, cell: CellOfTable | undefined) => number;
  /** The values of so many rows; what is blank is missing. */
  readonly values: (rows: number) => (string | number | Date | null)[];
  /** Lets go of all values. */
  readonly clear: () => void;
}

/** A table that is written piece by piece. */
export class ParquetTable {
  readonly #columns: readonly (readonly [name: string, kind: Kind, column: Column])[];
  #rows = 0;
  #characters = 0;

  private constructor(
    table: TableName | DimensionName,
    private readonly bytes: ByteWriter,
    private readonly writer: ParquetWriter,
    private readonly contents: ParquetContents,
    private readonly write: (bytes: Uint8Array) => void,
  ) {
    this.#columns = parquetColumns(table).map((name) => {
      const kind = kindOf(table, name);
      return [name, kind, columnOf(kind)] as const;
    });
  }

  /**
   * Begins a table; `write` is given its bytes in their order, a group of rows at a time, and throws what the disk says. The bytes
   * hold until it returns.
   */
  static async begin(table: TableName | DimensionName, write: (bytes: Uint8Array) => void): Promise<ParquetTable> {
    const { ByteWriter: Bytes, ParquetWriter: Writer } = await import('hyparquet-writer');
    const bytes = new Bytes();
    const columns = parquetColumns(table).map((name) => ({
      name,
      repetition_type: 'OPTIONAL' as const,
      ...typeOf(table, name),
    }));
    const schema = [{ name: 'root', num_children: columns.length }, ...columns];
    const writer = new Writer({ writer: bytes, schema, createdBy: 'aismm-workbook' });
    return new ParquetTable(table, bytes, writer, await ParquetContents.of(writer, () => new Bytes()), write);
  }

  /** Adds a row; columns that it does not have are blank. */
  add(row: Row): void {
    for (const [name, , column] of this.#columns) this.#characters += column.put(this.#rows, row[name]);
    this.#rows += 1;
    if (this.#rows >= MOST_ROWS || this.#characters >= MOST_CHARACTERS) this.#put();
  }

  /** Writes what is held, and the table of contents at the end. */
  finish(): void {
    this.#put();
    this.contents.finish(this.bytes, () => this.#flush());
    this.#flush();
  }

  #put(): void {
    const rows = this.#rows;
    if (rows === 0) return;
    const columnData = this.#columns.map(([name, kind, column]) => ({
      name,
      // Asked for when the column is written, so that one of them is there at a time.
      get data() {
        return column.values(rows);
      },
      // The least and the greatest text of a group would be told in an order that readers of UTF-8 do not have.
      statistics: kind !== 'text',
      // Where the pages of a group begin would be told behind all groups; there are few in each.
      offsetIndex: false,
    }));
    void this.writer.write({ columnData, rowGroupSize: rows });
    this.contents.take();
    for (const [, , column] of this.#columns) column.clear();
    [this.#rows, this.#characters] = [0, 0];
    this.#flush();
  }

  #flush(): void {
    this.write(this.bytes.getBytes());
    this.bytes.index = 0;
  }
}

type Kind = 'number' | 'day' | 'text';

function kindOf(table: TableName | DimensionName, column: string): Kind {
  if (NUMBERS[table].includes(column)) return 'number';
  return DAYS[table]?.includes(column) === true ? 'day' : 'text';
}

const TYPES = {
  number: { type: 'DOUBLE' },
  day: { type: 'INT32', converted_type: 'DATE' },
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
} as const satisfies Record<Kind, object>;
const typeOf = (table: TableName | DimensionName, column: string) => TYPES[kindOf(table, column)];

const isBlank = (cell: CellOfTable | undefined): cell is '' | null | undefined =>
  cell === undefined || cell === null || cell === '';

const columnOf = (kind: Kind): Column => (kind === 'text' ? textColumn() : numberColumn(kind));

/** Each different text is held once: the same few of them stand in most rows. */
function textColumn(): Column {
  const ids = new Uint32Array(MOST_ROWS);
  const texts: (string | null)[] = [null];
  const known = new Map<string, number>();
  return {
    put: (row, cell) => {
      const text = isBlank(cell) ? undefined : String(cell);
      const id = text === undefined ? 0 : known.get(text);
      ids[row] = id ?? texts.length;
      if (id !== undefined || text === undefined) return 0;
      known.set(text, texts.length);
      texts.push(text);
      return text.length;
    },
    values: (rows) => Array.from(ids.subarray(0, rows), (id) => texts[id] ?? null),
    clear: () => {
      known.clear();
      texts.length = 1;
    },
  };
}

/** Numbers, or the times of days; one that is none is missing. */
function numberColumn(kind: 'number' | 'day'): Column {
  const numbers = new Float64Array(MOST_ROWS);
  const numberOf = (cell: CellOfTable | undefined): number => {
    if (isBlank(cell)) return NaN;
    return kind === 'day' ? Date.parse(`${String(cell)}T00:00:00Z`) : Number(cell);
  };
  const valueOf = (value: number): number | Date | null => {
    if (Number.isNaN(value)) return null;
    return kind === 'day' ? new Date(value) : value;
  };
  return {
    put: (row, cell) => {
      numbers[row] = numberOf(cell);
      return 0;
    },
    values: (rows) => Array.from(numbers.subarray(0, rows), valueOf),
    clear: () => undefined,
  };
}
