/** A filled workbook to an assessment: composes bytes, tables, cells and what the answers say. Nothing is guessed in silence. */
import { choicesOf, meantBy } from '../locale/choices.js';
import {
  ANSWER_FIELDS,
  BLANK_ORGANIZATION,
  FEEDBACK_FIELDS,
  fieldNames,
  NO,
  ORGANIZATION_FIELDS,
  type Answer,
  type Assessment,
  type Feedback,
  type Field,
} from '../assessment/fields.js';
import { Choices, readCell } from '../assessment/read-cell.js';
import type { DiagnosticCode } from '../diagnostic/catalogue.js';
import {
  diagnose,
  hasErrors,
  sortDiagnostics,
  type Diagnostic,
  type Parsed,
  type Place,
} from '../diagnostic/diagnostic.js';
import { describeValue, findCell, findRow, textOf, type GridCell, type GridSheet } from '../grid/grid.js';
import type { LayoutContext } from '../layout/context.js';
import { inputSheets, type InputTable } from '../layout/inputs.js';
import { findMarks, type Found, type Mark } from '../layout/heads.js';
import { hasTable, locateTable } from '../layout/locate.js';
import { addressOf, type LocatedTable } from '../layout/row-findings.js';
import { ANSWERS_TABLE } from '../layout/sheets/answers.js';
import { FEEDBACK_TABLE } from '../layout/sheets/feedback.js';
import { META_KEYS, META_TABLE, WORKBOOK_FORMAT } from '../layout/sheets/meta.js';
import { CATEGORY_TABLE, DEPLOYMENT_TABLE, ORGANIZATION_TABLE, PROFILE_VALUE } from '../layout/sheets/profile.js';
import { en } from '../locale/en.js';
import { categoriesOf, objectivesOf, type Model } from '../model/schema.js';
import { selectModel } from '../model/select.js';
import { findingsIn } from '../scoring/findings.js';
import { guarded, openXlsx, type OpenSheet, type OpenWorkbook } from '../xlsx/read.js';
import { guessOwner } from './strangers.js';
import { blankAssessment } from './write.js';

/** A workbook read: the model it asks about (perhaps a part of the whole), and what was answered. */
export interface ReadWorkbook {
  readonly model: Model;
  readonly assessment: Assessment;
  /** The input that was found in a cell, and what stands there. */
  readonly inputAt: (at: Place) => FoundInput | undefined;
}

/** A cell to be filled in: which one it is, and what was found in it as a person would see it. */
export interface FoundInput {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly shown: string | number;
}

/** Finds a model by id and version; undefined where it is not installed. */
export interface ModelShelf {
  readonly find: (id: string, version: string) => Model | undefined;
  /** The one to assume for a workbook that has lost its meta sheet. */
  readonly usual: Model;
}

/**
 * Reads a workbook from the bytes of an .xlsx file. Without a value the file is not one of ours, or can't be read at all.
 * With one, everything that could be understood is in it, and every cell that could not is in the diagnostics.
 */
export function readWorkbook(bytes: Uint8Array, shelf: ModelShelf): Parsed<ReadWorkbook> {
  const diagnostics: Diagnostic[] = [];
  // Texts are decoded where they are looked at, so that damage may show late.
  const read = guarded(undefined, (): Parsed<ReadWorkbook> => {
    const opened = openXlsx(bytes);
    diagnostics.push(...opened.diagnostics);
    const value = opened.value && readOpened(opened.value, shelf, diagnostics);
    return { ...(value ? { value } : {}), diagnostics: [] };
  });
  return { ...read, diagnostics: sortDiagnostics(listed([...diagnostics, ...read.diagnostics])) };
}

/** Findings of one kind that are listed one by one. */
const MOST_OF_A_KIND = 1_000;

/** Each finding once, and of a kind that fills pages only the first ones and how many more there are. */
function listed(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const counts = new Map<DiagnosticCode, number>();
  const seen = new Set<string>();
  const kept = diagnostics.filter((each) => {
    if (each.cell === undefined) {
      const same = [each.code, each.sheet, each.objective, each.message].join('\n');
      if (seen.has(same)) return false;
      seen.add(same);
    }
    const count = (counts.get(each.code) ?? 0) + 1;
    counts.set(each.code, count);
    return count <= MOST_OF_A_KIND;
  });
  for (const [found, count] of counts) {
    if (count > MOST_OF_A_KIND)
      kept.push(diagnose('more-of-the-same', {}, { found, detail: String(count - MOST_OF_A_KIND) }));
  }
  return kept;
}

function readOpened(workbook: OpenWorkbook, shelf: ModelShelf, diagnostics: Diagnostic[]): ReadWorkbook | undefined {
  const usual = inputSheets(layoutContext(shelf.usual));
  const read = (wanted: (sheet: OpenSheet) => boolean): GridSheet[] =>
    workbook.sheets.filter(wanted).flatMap((sheet) => {
      const { value, diagnostics: found } = sheet.read();
      diagnostics.push(...found);
      return value ? [value] : [];
    });
  // Sheets that are issued without inputs are not looked at unless a table is missing: every score is computed anew, and
  // never taken from the file.
  const isOther = ({ name }: OpenSheet): boolean => usual.others.has(name) && name !== en.sheets.meta;
  let sheets = read((sheet) => !isOther(sheet));
  let marks = findMarks(sheets);
  const looked = (): ReadonlySet<string> => new Set(marks.map(({ table }) => table));
  if (!usual.tables.every(({ id }) => looked().has(id)) || !looked().has(META_TABLE)) {
    const more = new Map(read(isOther).map((sheet) => [sheet.name, sheet]));
    const first = new Map(sheets.map((sheet) => [sheet.name, sheet]));
    sheets = workbook.sheets.flatMap(({ name }) => first.get(name) ?? more.get(name) ?? []);
    marks = findMarks(sheets);
  }
  const { tables, others } = usual;
  const found: Found = { marks, sheets, names: () => workbook.names, tables, others };
  const model = identify(found, workbook, shelf, diagnostics);
  if (!model) return undefined;
  const reading = new Reading(model, found, workbook.date1904, diagnostics);
  // Without the answers there is nothing to score, and a level of 1 would be a guess.
  if (!reading.hasAnswers()) return undefined;
  return { model, assessment: reading.assessment(), inputAt: (at) => reading.inputAt(at) };
}

function layoutContext(model: Model): LayoutContext {
  return { model, words: en, assessment: blankAssessment(model), madeBy: '' };
}

/** Which model the workbook asks about; undefined (and reported) if it is not one of ours. */
function identify(
  found: Found,
  workbook: OpenWorkbook,
  shelf: ModelShelf,
  diagnostics: Diagnostic[],
): Model | undefined {
  const { marks, sheets } = found;
  const metaMark = marks.find(({ table }) => table === META_TABLE);
  const meta = metaMark ? readMeta(metaMark) : undefined;
  const stamp = meta ?? readStamp(sheets);
  if (!stamp && !hasAnswersOf(shelf.usual, found)) {
    if (!hasErrors(diagnostics)) {
      const names = workbook.sheets.map(({ name }) => name);
      const shown = names.slice(0, 6).join(', ') + (names.length > 6 ? ', …' : '');
      const guess = guessOwner(sheets);
      diagnostics.push(diagnose('not-our-workbook', {}, { found: shown, ...(guess ? { suggestion: guess } : {}) }));
    }
    return undefined;
  }
  const { usual } = shelf;
  const format = meta?.get('format') ?? WORKBOOK_FORMAT;
  if (format !== WORKBOOK_FORMAT) {
    diagnostics.push(diagnose('unknown-format', {}, { found: format, expected: [WORKBOOK_FORMAT] }));
    return undefined;
  }
  const id = stamp?.get('model') ?? usual.id;
  const version = stamp?.get('version') ?? usual.version;
  const model = shelf.find(id, version);
  if (!model) {
    const detail = id === usual.id ? ageOf(version, usual.version) : undefined;
    const facts = { found: `${id} ${version}`, expected: [`${usual.id} ${usual.version}`] };
    diagnostics.push(diagnose('unknown-model', {}, { ...facts, ...(detail ? { detail } : {}) }));
    return undefined;
  }
  if (!meta) diagnostics.push(diagnose('missing-meta', {}, { expected: [`${id} ${version}`] }));
  return part(model, meta);
}

function hasAnswersOf(model: Model, found: Found): boolean {
  const table = inputSheets(layoutContext(model)).tables.find(({ id }) => id === ANSWERS_TABLE);
  return table !== undefined && hasTable(table, found);
}

/** Whether a version is older or newer than ours; undefined for one that is not made of numbers. */
function ageOf(version: string, ours: string): string | undefined {
  if (!/^\d+(\.\d+)*$/.test(version)) return undefined;
  return version.localeCompare(ours, 'en', { numeric: true }) < 0 ? 'older' : 'newer';
}

function readMeta({ sheet, row, column }: Mark): ReadonlyMap<string, string> {
  const meta = new Map<string, string>();
  for (const each of sheet.rows) {
    if (each.row <= row) continue;
    const key = textOf(findCell(each, column));
    const value = findCell(each, column + 1)?.value;
    if (key !== undefined && value && (META_KEYS as readonly string[]).includes(key))
      meta.set(key, describeValue(value));
  }
  return meta;
}

/** CSA's way to mark a data sheet: JSON in its first cell. */
function readStamp(sheets: readonly GridSheet[]): ReadonlyMap<string, string> | undefined {
  for (const sheet of sheets) {
    const text = textOf(findCell(findRow(sheet, 1), 1));
    if (!text?.startsWith('{')) continue;
    try {
      const stamp = JSON.parse(text) as { model?: unknown; specification_version?: unknown }; // both are checked below
      if (typeof stamp.model !== 'string' || typeof stamp.specification_version !== 'string') continue;
      return new Map([
        ['model', stamp.model],
        ['version', stamp.specification_version],
      ]);
    } catch {
      // Another sheet may carry a readable stamp.
    }
  }
  return undefined;
}

/** The part of the model that the workbook was made for. */
function part(model: Model, meta: ReadonlyMap<string, string> | undefined): Model {
  const listed = (key: string, known: readonly string[]): string[] => {
    const wanted = meta?.get(key)?.split(',') ?? [];
    const found = known.filter((id) => wanted.includes(id));
    return found.length > 0 ? found : [...known];
  };
  const allCategories = categoriesOf(model).map(({ id }) => id);
  const allDeployments = model.deployments.map(({ id }) => id);
  const categories = listed('categories', allCategories);
  const deployments = listed('deployments', allDeployments);
  const isWhole = categories.length === allCategories.length && deployments.length === allDeployments.length;
  return isWhole ? model : selectModel(model, { categories, deployments });
}

/** A formula as its text: what it shows is not relied on. */
function shownIn(cell: GridCell | undefined): string | number {
  if (cell?.formula !== undefined) return `=${cell.formula}`;
  return cell?.value?.kind === 'number' && cell.value.shown === 'plain'
    ? cell.value.number
    : describeValue(cell?.value);
}

const NO_CHOICES = new Choices([]);

/** Reads the input tables of one workbook. */
class Reading {
  readonly #tables = new Map<string, { declared: InputTable; located: LocatedTable | undefined }>();
  readonly #choices = new Map<string, Choices>();
  readonly #report = (diagnostic: Diagnostic): void => {
    this.diagnostics.push(diagnostic);
  };

  constructor(
    private readonly model: Model,
    found: Found,
    private readonly date1904: boolean,
    private readonly diagnostics: Diagnostic[],
  ) {
    const { tables } = inputSheets(layoutContext(model));
    for (const declared of tables) {
      // Of a sheet that is there but can't be opened, the reason was reported already.
      const isSaid = diagnostics.some(({ severity, sheet }) => severity === 'error' && sheet === declared.sheet);
      const located = locateTable(declared, { ...found, tables }, (each) => {
        if (!(isSaid && each.code === 'missing-sheet')) this.#report(each);
      });
      this.#tables.set(declared.id, { declared, located });
    }
  }

  /** False where the sheet that holds the answers was not found. */
  hasAnswers(): boolean {
    return this.#tables.get(ANSWERS_TABLE)?.located !== undefined;
  }

  assessment(): Assessment {
    const { model } = this;
    const answers = new Map<string, Answer>();
    for (const { id } of objectivesOf(model)) {
      const answer = this.#record(ANSWERS_TABLE, id, fieldNames(ANSWER_FIELDS), id);
      if (Object.keys(answer).length > 0) answers.set(id, answer);
    }
    const assessment: Assessment = {
      model: { id: model.id, version: model.version },
      organization: Object.fromEntries(
        fieldNames(ORGANIZATION_FIELDS).map((name) => [
          name,
          String(this.#value(ORGANIZATION_TABLE, name, PROFILE_VALUE, { field: name }) ?? BLANK_ORGANIZATION[name]),
        ]),
      ) as Assessment['organization'], // one entry for each of its fields
      selection: this.#selection(),
      targets: this.#numbers('target'),
      weights: this.#numbers('weight'),
      answers,
      feedback: this.#feedback(),
    };
    for (const { code, objective, field, facts } of findingsIn(model, assessment)) {
      const table = objective === undefined ? DEPLOYMENT_TABLE : ANSWERS_TABLE;
      const at =
        objective === undefined
          ? this.#placeOf(table, model.deployments[0]?.id ?? '', 'inUse')
          : this.#placeOf(table, objective, field ?? 'answer');
      this.#report(diagnose(code, at, { ...facts, ...(objective ? { objective } : {}), ...(field ? { field } : {}) }));
    }
    return assessment;
  }

  #placeOf(table: string, row: string, column: string): Place {
    const found = this.#tables.get(table)?.located?.rows.get(row)?.get(column);
    return found ? { sheet: found.sheet, cell: addressOf(found) } : {};
  }

  inputAt({ sheet, cell }: Place): FoundInput | undefined {
    for (const [table, { located }] of this.#tables) {
      for (const [row, cells] of located?.rows ?? []) {
        for (const [column, found] of cells) {
          if (found.sheet !== sheet || addressOf(found) !== cell) continue;
          return { table, row, column, shown: shownIn(found.cell) };
        }
      }
    }
    return undefined;
  }

  #choicesOf(field: Field): Choices {
    if (field.kind !== 'choice') return NO_CHOICES;
    const known = this.#choices.get(field.list);
    if (known) return known;
    const made = new Choices(choicesOf(field.list, this.model, en), meantBy(field.list, en));
    this.#choices.set(field.list, made);
    return made;
  }

  #value(
    table: string,
    row: string,
    column: string,
    about: { objective?: string; field?: string },
  ): string | number | undefined {
    const { declared, located } = this.#tables.get(table) ?? {};
    const field = declared?.rows.get(row)?.get(column)?.field;
    const found = located?.rows.get(row)?.get(column);
    if (!field || !found?.cell) return undefined;
    return readCell(field, found.cell, {
      at: { sheet: found.sheet, cell: addressOf(found) },
      report: this.#report,
      about,
      date1904: this.date1904,
      choices: this.#choicesOf(field),
    });
  }

  /** The fields of one row that are not blank. */
  #record<F extends string>(
    table: string,
    row: string,
    fields: readonly F[],
    objective?: string,
  ): Partial<Record<F, never>> {
    const record: Record<string, string | number> = {};
    const cells = this.#tables.get(table)?.located?.rows.get(row);
    for (const field of fields) {
      if (!cells?.get(field)?.cell) continue;
      const value = this.#value(table, row, field, objective === undefined ? { field } : { objective, field });
      if (value !== undefined && value !== '') record[field] = value;
    }
    return record as Partial<Record<F, never>>; // the codecs gave each field a value of its kind
  }

  /** Only an explicit No leaves a type out; a blank or unreadable cell counts as Yes and was or is reported. */
  #selection(): string[] {
    return this.model.deployments.flatMap(({ id, name }) => {
      const before = this.diagnostics.length;
      const inUse = this.#value(DEPLOYMENT_TABLE, id, 'inUse', { field: 'inUse' });
      const found = this.#tables.get(DEPLOYMENT_TABLE)?.located?.rows.has(id);
      if (inUse === undefined && found && this.diagnostics.length === before) {
        this.#report(
          diagnose('blank-selection', this.#placeOf(DEPLOYMENT_TABLE, id, 'inUse'), { found: name, field: 'inUse' }),
        );
      }
      return inUse === NO ? [] : [id];
    });
  }

  #numbers(column: 'target' | 'weight'): Record<string, number> {
    return Object.fromEntries(
      categoriesOf(this.model).flatMap(({ id }) => {
        const value = this.#value(CATEGORY_TABLE, id, column, { field: column });
        return typeof value === 'number' ? [[id, value] as const] : [];
      }),
    );
  }

  #feedback(): Feedback[] {
    const rows = [...(this.#tables.get(FEEDBACK_TABLE)?.declared.rows.keys() ?? [])];
    return rows.flatMap((row) => {
      const given = this.#record(FEEDBACK_TABLE, row, fieldNames(FEEDBACK_FIELDS));
      return Object.keys(given).length > 0 ? [{ objective: '', kind: '', comment: '', ...given }] : [];
    });
  }
}
