/** Control objectives from the sheets of somebody else's spreadsheet. What can't be read is reported with its cell; nothing is guessed in silence. */
import type { FactsOf } from '../diagnostic/catalogue.js';
import { find, type Finding } from '../diagnostic/finding.js';
import { parseA1, toA1, type CellPlace } from '../grid/address.js';
import { bareText, findCell, findRow, madeOf, type GridCell, type GridRow, type GridSheet } from '../grid/grid.js';

/** What a column may hold. Answers of an organization are none of it: they are not the model. */
export type ImportField =
  'id' | 'text' | 'title' | 'category' | 'domain' | 'level' | 'rationale' | 'deployments' | 'mode' | 'aicm' | 'nist';

/** Headings by what stands below them, in small letters and without what is in parentheses. */
const HEADINGS: Readonly<Record<ImportField, readonly string[]>> = {
  id: ['control id', 'control objective id', 'objective id', 'question id', 'id'],
  text: [
    ...['control', 'control objective', 'control specification', 'control objective specification', 'objective'],
    ...['question', 'consensus assessment question', 'specification', 'kpi'],
  ],
  title: ['control title', 'control objective title', 'title'],
  category: ['aismm category', 'category', 'category code'],
  domain: ['aismm domain', 'domain', 'control domain'],
  level: ['level', 'maturity level', 'aismm level', 'aismm maturity level'],
  rationale: ['key indicator rationale', 'rationale'],
  deployments: ['deployment types', 'deployment type', 'applies to'],
  mode: ['assessment mode', 'mode'],
  aicm: ['aicm mapping', 'aicm control id', 'aicm control ids', 'aicm'],
  nist: ['nist ai rmf control id', 'nist ai rmf mapping', 'nist ai rmf'],
};
const FIELDS = Object.keys(HEADINGS) as readonly ImportField[];
/** The two headings without which there is no table, as people would write them. */
export const NEEDED_HEADINGS = ['Control ID', 'Control'] as const;

/** Headings stand in one of the first rows. */
const HEADER_WITHIN = 15;

/** One row that could be read. */
export interface ImportedRow {
  /** `GOV-02.1`: with two digits and without zeros behind the point, however it was typed. */
  readonly id: string;
  readonly code: string;
  readonly level: number;
  readonly values: Readonly<Partial<Record<ImportField, string>>>;
  readonly sheet: string;
  /** Address of the cell in a column. */
  readonly cellOf: (field: ImportField) => string;
}

/** What was found in a spreadsheet. */
export interface ImportedRows {
  readonly sheet: string;
  readonly rows: readonly ImportedRow[];
  /** Rows that are none of the model's, since something in them can't be read. */
  readonly unread: number;
  /** What the sheet says of its source: the stamp in A1, or the title. */
  readonly edition: string | undefined;
  readonly findings: readonly Finding[];
}

type Columns = ReadonlyMap<ImportField, number>;

interface Table {
  readonly sheet: GridSheet;
  readonly header: number;
  readonly columns: Columns;
}

/**
 * The rows of the sheet that has the most control objectives; undefined where no sheet has any table of them. What nobody
 * sees comes second, and is told.
 */
export function importRows(sheets: readonly GridSheet[]): ImportedRows | undefined {
  const tables = sheets
    .flatMap((sheet) => tableIn(sheet) ?? [])
    .map((table) => ({ table, read: readTable(table), isSeen: table.sheet.visibility === 'visible' }))
    .sort((a, b) => b.read.rows.length - a.read.rows.length || b.read.unread - a.read.unread);
  const best = tables.find(({ read, isSeen }) => isSeen && read.rows.length > 0) ?? tables[0];
  if (!best) return undefined;
  const { table, read } = best;
  const hidden = tables.find(({ isSeen }) => !isSeen);
  const told: Finding[] = [];
  if (hidden === best) told.push(find('import-assumed', { sheet: table.sheet.name }, { what: 'hidden' }));
  else if (hidden && hidden.read.rows.length > read.rows.length)
    told.push(find('import-assumed', { sheet: hidden.table.sheet.name }, { what: 'hidden-left' }));
  return { ...read, findings: [...told, ...read.findings], sheet: table.sheet.name, edition: editionIn(table) };
}

/** No heading is nearly as long. */
const LONGEST_HEADING = 2_000;

function heading(text: string): string {
  if (text.length > LONGEST_HEADING) return '';
  return withoutAsides(text).replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Without what is in parentheses. A regular expression would look for the end of each of them in the whole text. */
function withoutAsides(text: string): string {
  let kept = '';
  for (let from = 0; ;) {
    const open = text.indexOf('(', from);
    const close = open < 0 ? -1 : text.indexOf(')', open);
    if (close < 0) return kept + text.slice(from);
    kept += `${text.slice(from, open)} `;
    from = close + 1;
  }
}

/** What tells a table of somebody else's by its headings. */
export interface Heads<F extends string> {
  readonly fields: readonly F[];
  /** The headings without which there is no table; the first one is of the ids. */
  readonly needed: readonly [F, ...F[]];
  /** Whether words are a heading of a field. */
  readonly is: (field: F, words: string) => boolean;
  /** Whether a text in the column of ids is one, so that its row is no second row of headings. */
  readonly isId: (text: string) => boolean;
}

type Headed<F extends string> = {
  readonly sheet: GridSheet;
  readonly header: number;
  readonly columns: ReadonlyMap<F, number>;
};

const HEADS: Heads<ImportField> = {
  fields: FIELDS,
  needed: ['id', 'text'],
  is: (field, words) => HEADINGS[field].includes(words),
  isId: (text) => splitId(text) !== undefined,
};

function tableIn(sheet: GridSheet): Table | undefined {
  return headedTable(sheet, HEADS);
}

/** The headings that a table needs, in one of the first rows or in two of them, one above the other. */
export function headedTable<F extends string>(sheet: GridSheet, heads: Heads<F>): Headed<F> | undefined {
  const hasNeeded = (columns: ReadonlyMap<F, number>): boolean => heads.needed.every((field) => columns.has(field));
  for (const [index, row] of sheet.rows.entries()) {
    if (row.row > HEADER_WITHIN) return undefined;
    const columns = headingsIn(row, heads);
    const next = sheet.rows[index + 1];
    const below = next?.row === row.row + 1 ? headingsIn(next, heads) : new Map<F, number>();
    if (hasNeeded(columns)) {
      const isHeading =
        below.size > 0 && !heads.isId(bareText(findCell(next, columns.get(heads.needed[0]) ?? 0)?.value));
      return isHeading
        ? { sheet, header: row.row + 1, columns: together(columns, below) }
        : { sheet, header: row.row, columns };
    }
    // A heading over a group of columns may have the name of one: those right above the rows decide.
    const both = together(below, columns);
    if (!hasNeeded(below) && below.size > 0 && hasNeeded(both)) return { sheet, header: row.row + 1, columns: both };
  }
  return undefined;
}

function headingsIn<F extends string>({ cells }: GridRow, { fields, is }: Heads<F>): Map<F, number> {
  const columns = new Map<F, number>();
  for (const { column, value } of cells) {
    const words = madeOf(value, heading);
    const field = fields.find((each) => !columns.has(each) && is(each, words));
    if (field) columns.set(field, column);
  }
  return columns;
}

/** The first headings, and those of the others that are neither there nor in a column that has one. */
function together<F extends string>(first: ReadonlyMap<F, number>, others: ReadonlyMap<F, number>): Map<F, number> {
  const taken = new Set(first.values());
  return new Map([...[...others].filter(([field, column]) => !first.has(field) && !taken.has(column)), ...first]);
}

/** A stamp such as `{"specification_version":"1.1.0"}`, or a version in the rows above the headings. */
export function editionIn({ sheet, header }: Pick<Table, 'sheet' | 'header'>): string | undefined {
  for (const { row, cells } of sheet.rows) {
    if (row >= header) return undefined;
    for (const { value } of cells) {
      const stamped = madeOf(value, editionInText);
      if (stamped !== '') return stamped;
    }
  }
  return undefined;
}

/** `''` where a text says none. */
function editionInText(text: string): string {
  return /"specification_version"\s*:\s*"([^"]+)"/.exec(text)?.[1] ?? /\bv(\d+\.\d+[\d.]*)/i.exec(text)?.[1] ?? '';
}

/** `GOV-02.1`, `gov 2.1`, `GOV-2`: letters, a number, and perhaps another one. */
const ID = /^([A-Za-z]{2,4})[-. ]?0*(\d{1,2})(?:[.-]0*(\d{1,2}))?$/;

interface SplitId {
  readonly code: string;
  readonly main: number;
  readonly sub: string | undefined;
}

function splitId(text: string): SplitId | undefined {
  const [, code, main, sub] = ID.exec(text) ?? [];
  return code === undefined || main === undefined ? undefined : { code: code.toUpperCase(), main: Number(main), sub };
}

/** A level from 2 to 5 that stands alone, or as `Level 3` or `3 - Defined`. */
function levelIn(text: string): number | undefined {
  const digit = /^(?:level|l)?\s*([2-5])(?:\.0)?(?:\s*[-–:.]\s*\p{L}.*|\s+\p{L}.*)?$/iu.exec(text)?.[1];
  return digit === undefined ? undefined : Number(digit);
}

function readTable(table: Table): Pick<ImportedRows, 'rows' | 'unread' | 'findings'> {
  const { sheet, header, columns } = table;
  const cellAt = cellsOf(sheet);
  const valueAt = textsBy(cellAt);
  const body = bodyOf(sheet, header);
  const ids = body.flatMap(({ row }) => splitId(valueAt(row, columns.get('id'))) ?? []);
  // Without a column for it, the number in the ids may be the level; it is none where any id has another number.
  const fromId =
    !columns.has('level') &&
    ids.length > 0 &&
    ids.every(({ main, sub }) => sub !== undefined && main >= 2 && main <= 5);
  const findings: Finding[] = fromId
    ? [
        find(
          'import-assumed',
          { sheet: sheet.name, cell: toA1({ row: header, column: columns.get('id') ?? 1 }) },
          { what: 'level' },
        ),
      ]
    : [];
  const rows: ImportedRow[] = [];
  const seen = new Set<string>();
  let unread = 0;
  let domain = '';
  let computed: string | undefined;
  for (const { row, cells } of body) {
    const cellOf = (field: ImportField): string => toA1({ row, column: columns.get(field) ?? columns.get('id') ?? 1 });
    const refuse = (why: RefusedFor, field: ImportField, found: string): void => {
      unread += 1;
      findings.push(find('import-row-unread', { sheet: sheet.name, cell: cellOf(field) }, { found, why }));
    };
    const faults = [...columns].flatMap(([field, column]) => faultOf(field, cellAt(row, column)) ?? []);
    const isFaulty = new Set(faults.map(({ field }) => field));
    const values = Object.fromEntries(
      [...columns].flatMap(([field, column]) => {
        const value = isFaulty.has(field) ? '' : valueAt(row, column);
        return value === '' ? [] : [[field, value]];
      }),
    ) as Partial<Record<ImportField, string>>;
    const filled = cells.filter(({ value }) => bareText(value) !== '');
    const decisive = faults.find(({ field }) => NEEDED.has(field));
    if (decisive) {
      refuse(decisive.why, decisive.field, decisive.found);
      continue;
    }
    const split = splitId(values.id ?? '');
    // One text alone is a line between the rows: the name of a domain, or a notice.
    if (!split && filled.length <= 1 && values.text === undefined) {
      const line = bareText(filled[0]?.value).trim();
      if (line !== '' && line.length <= LONGEST_NAME) domain = line;
      continue;
    }
    if (!split) {
      refuse('id', 'id', values.id ?? values.text ?? bareText(filled[0]?.value));
      continue;
    }
    const { code, main, sub } = split;
    const id = `${code}-${String(main).padStart(2, '0')}${sub === undefined ? '' : `.${sub}`}`;
    const level = fromId ? main : levelIn(values.level ?? '');
    if (values.text === undefined) refuse('text', 'text', id);
    else if (level === undefined) refuse('level', 'level', values.level ?? id);
    else if (seen.has(id)) refuse('twice', 'id', id);
    else {
      seen.add(id);
      const named = values.domain === undefined && domain !== '' ? { ...values, domain } : values;
      rows.push({ id, code, level, values: named, sheet: sheet.name, cellOf });
      computed ??= [...columns].flatMap(([field, column]) =>
        NEEDED.has(field) && cellAt(row, column)?.formula !== undefined ? [cellOf(field)] : [],
      )[0];
      for (const { field, found } of faults)
        findings.push(
          find('import-value-unread', { sheet: sheet.name, cell: cellOf(field), objective: id }, { found }),
        );
    }
  }
  if (computed !== undefined)
    findings.unshift(find('import-assumed', { sheet: sheet.name, cell: computed }, { what: 'formulas' }));
  return { rows, unread, findings };
}

/** Why a row is none of the model's. */
type RefusedFor = FactsOf<'import-row-unread'>['why'];

/** What a row has to have, so that there is a control objective. */
const NEEDED: ReadonlySet<ImportField> = new Set(['id', 'text', 'level']);

/** A cell that shows an error, or a formula that nobody has computed: neither is a text of the model. */
function faultOf(field: ImportField, cell: GridCell | undefined) {
  if (cell?.value?.kind === 'error') return { field, why: 'error' as const, found: cell.value.error };
  if (cell?.formula === undefined || cell.value !== undefined) return undefined;
  return { field, why: 'formula' as const, found: `=${cell.formula}` };
}

/** Longer than any name of a domain: a notice. */
const LONGEST_NAME = 80;

type CellAt = (row: number, column: number) => GridCell | undefined;

/** The cell that a place shows: its own, or the one that it is merged with. */
function cellsOf(sheet: GridSheet): CellAt {
  const mergedAt = mergesOf(sheet);
  return (row, column) => {
    const at = mergedAt(row, column) ?? { row, column };
    return findCell(findRow(sheet, at.row), at.column);
  };
}

/** The text that a place shows. */
export function textsOf(sheet: GridSheet): (row: number, column: number | undefined) => string {
  return textsBy(cellsOf(sheet));
}

const textsBy =
  (cellAt: CellAt) =>
  (row: number, column: number | undefined): string =>
    column === undefined ? '' : bareText(cellAt(row, column)?.value).trim();

/** Rows below the headings, up to one that says that it is the end. */
export function bodyOf({ rows }: GridSheet, header: number): GridRow[] {
  const below = rows.filter(({ row }) => row > header);
  const end = below.findIndex(({ cells }) =>
    cells.some(({ value }) => /^end of \p{L}+/iu.test(bareText(value).trim())),
  );
  return end < 0 ? below : below.slice(0, end);
}

interface Merged {
  readonly first: CellPlace;
  readonly lastColumn: number;
}

/**
 * Where the value of a merged cell stands: of the last range that has the place, where several do. Known by row, since a file
 * may merge more cells than any memory holds.
 */
function mergesOf({ merges }: GridSheet): (row: number, column: number) => CellPlace | undefined {
  const byRow = new Map<number, Merged[]>();
  for (const merge of merges.slice(0, MOST_MERGES)) {
    const [first, last] = merge.split(':').map(parseA1);
    if (!first || !last) continue;
    const merged = { first, lastColumn: Math.min(last.column, first.column + LONGEST_MERGE) };
    for (let row = first.row; row <= Math.min(last.row, first.row + LONGEST_MERGE); row += 1) {
      const here = byRow.get(row);
      if (here) here.push(merged);
      else byRow.set(row, [merged]);
    }
  }
  return (row, column) =>
    byRow.get(row)?.findLast(({ first, lastColumn }) => first.column <= column && column <= lastColumn)?.first;
}

/** A file may say that everything is merged. */
const MOST_MERGES = 5_000;
const LONGEST_MERGE = 200;
