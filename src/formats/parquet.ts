/** The tables of a store in Apache Parquet: columns with types, and keys by which programs for analysis join them. */
import type { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { FIELDS } from '../assessment/fields.js';
import { objectivesOf, type Model } from '../model/model.js';
import type { CellOfTable } from './csv.js';
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

/** Rows, and characters of their texts, that are held before they are written. */
const [MOST_ROWS, MOST_CHARACTERS] = [20_000, 4_000_000] as const;

type Column = (string | number | Date | null)[];

/** A table that is written piece by piece. */
export class ParquetTable {
  readonly #names: readonly string[];
  #columns: Column[];
  #rows = 0;
  #characters = 0;

  private constructor(
    private readonly table: TableName | DimensionName,
    private readonly bytes: ByteWriter,
    private readonly writer: ParquetWriter,
    private readonly write: (bytes: Uint8Array) => void,
  ) {
    this.#names = parquetColumns(table);
    this.#columns = this.#names.map(() => []);
  }

  /** Begins a table; `write` is given its bytes in their order, and throws what the disk says. */
  static async begin(table: TableName | DimensionName, write: (bytes: Uint8Array) => void): Promise<ParquetTable> {
    const { ByteWriter: Bytes, ParquetWriter: Writer } = await import('hyparquet-writer');
    const bytes = new Bytes();
    const columns = parquetColumns(table).map((name) => ({
      name,
      repetition_type: 'OPTIONAL' as const,
      ...typeOf(table, name),
    }));
    const schema = [{ name: 'root', num_children: columns.length }, ...columns];
    return new ParquetTable(table, bytes, new Writer({ writer: bytes, schema, createdBy: 'aismm-workbook' }), write);
  }

  /** Adds a row; columns that it does not have are blank. */
  add(row: Row): void {
    this.#names.forEach((name, i) => {
      const value = valueOf(row[name], kindOf(this.table, name));
      if (typeof value === 'string') this.#characters += value.length;
      this.#columns[i]?.push(value);
    });
    this.#rows += 1;
    if (this.#rows >= MOST_ROWS || this.#characters >= MOST_CHARACTERS) this.#put();
  }

  /** Writes what is held, and the table of contents at the end. */
  finish(): void {
    this.#put();
    void this.writer.finish();
    this.#flush();
  }

  #put(): void {
    if (this.#rows === 0) return;
    const columnData = this.#names.map((name, i) => ({ name, data: this.#columns[i] ?? [] }));
    void this.writer.write({ columnData, rowGroupSize: this.#rows });
    this.#columns = this.#names.map(() => []);
    [this.#rows, this.#characters] = [0, 0];
    this.#flush();
  }

  #flush(): void {
    this.write(new Uint8Array(this.bytes.buffer.slice(0, this.bytes.index)));
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

/** What is blank is missing. */
function valueOf(cell: CellOfTable | undefined, kind: Kind): string | number | Date | null {
  if (cell === undefined || cell === null || cell === '') return null;
  switch (kind) {
    case 'number':
      return Number(cell);
    case 'day':
      return new Date(`${String(cell)}T00:00:00Z`);
    case 'text':
      return String(cell);
  }
}
