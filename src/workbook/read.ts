/** A filled workbook to an assessment: composes bytes, tables, cells and what the answers say. Nothing is guessed in silence. */
import { choicesOf } from '../locale/choices.js';
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
} from '../assessment/fields.js';
import { readCell } from '../assessment/read-cell.js';
import {
  diagnose,
  hasErrors,
  sortDiagnostics,
  type Diagnostic,
  type Parsed,
  type Place,
} from '../diagnostic/diagnostic.js';
import { describeValue, findCell, findRow, textOf, type GridSheet } from '../grid/grid.js';
import { inputTables, type InputTable } from '../layout/inputs.js';
import { findMarks, locateTable, type LocatedTable, type Mark } from '../layout/locate.js';
import { ANSWERS_TABLE } from '../layout/sheets/answers.js';
import { FEEDBACK_TABLE } from '../layout/sheets/feedback.js';
import { META_KEYS, META_TABLE } from '../layout/sheets/meta.js';
import { CATEGORY_TABLE, DEPLOYMENT_TABLE, ORGANIZATION_TABLE, PROFILE_VALUE } from '../layout/sheets/profile.js';
import { en } from '../locale/en.js';
import { phrases } from '../locale/rules.en.js';
import { categoriesOf, objectivesOf, type Model } from '../model/schema.js';
import { selectModel } from '../model/select.js';
import { findingsIn } from '../scoring/findings.js';
import { openXlsx, type OpenWorkbook } from '../xlsx/read.js';
import { blankAssessment } from './write.js';

/** A workbook read: the model it asks about (perhaps a part of the whole), and what was answered. */
export interface ReadWorkbook {
  readonly model: Model;
  readonly assessment: Assessment;
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
  const opened = openXlsx(bytes);
  const diagnostics: Diagnostic[] = [...opened.diagnostics];
  if (!opened.value) return { diagnostics };
  const sheets = readSheets(opened.value, diagnostics);
  const marks = findMarks(sheets);
  const whole = identify(marks, sheets, shelf, diagnostics);
  if (!whole) return { diagnostics: sortDiagnostics(diagnostics) };
  const reading = new Reading(whole, marks, sheets, opened.value.date1904, diagnostics);
  // Without the answers there is nothing to score, and a level of 1 would be a guess.
  if (!reading.hasAnswers()) return { diagnostics: sortDiagnostics(diagnostics) };
  const assessment = reading.assessment();
  return { value: { model: whole, assessment }, diagnostics: sortDiagnostics(diagnostics) };
}

/** Sheets with computed figures are not read: every score is computed anew, and never taken from the file. */
const COMPUTED: ReadonlySet<string> = new Set([
  en.sheets.calcInputs,
  en.sheets.calcObjectives,
  en.sheets.calcLevels,
  en.sheets.calcCategories,
  en.sheets.calcGroups,
  en.sheets.calcRoadmap,
  en.sheets.calcCharts,
  en.sheets.reference,
  en.sheets.lists,
]);

function readSheets(workbook: OpenWorkbook, diagnostics: Diagnostic[]): GridSheet[] {
  return workbook.sheets.flatMap((sheet) => {
    if (COMPUTED.has(sheet.name)) return [];
    const read = sheet.read();
    diagnostics.push(...read.diagnostics);
    return read.value ? [read.value] : [];
  });
}

/** Which model the workbook asks about; undefined (and reported) if it is not one of ours. */
function identify(
  marks: readonly Mark[],
  sheets: readonly GridSheet[],
  shelf: ModelShelf,
  diagnostics: Diagnostic[],
): Model | undefined {
  const metaMark = marks.find(({ table }) => table === META_TABLE);
  const meta = metaMark ? readMeta(metaMark) : undefined;
  const stamp = meta ?? readStamp(sheets);
  if (!stamp && !marks.some(({ table }) => table === ANSWERS_TABLE)) {
    if (!hasErrors(diagnostics)) {
      const names = sheets.map(({ name }) => name);
      const shown = names.slice(0, 6).join(', ') + (names.length > 6 ? ', …' : '');
      diagnostics.push(diagnose('not-our-workbook', {}, { found: shown }));
    }
    return undefined;
  }
  const { usual } = shelf;
  const id = stamp?.get('model') ?? usual.id;
  const version = stamp?.get('version') ?? usual.version;
  const model = shelf.find(id, version);
  if (!model) {
    diagnostics.push(
      diagnose('unknown-model', {}, { found: `${id} ${version}`, expected: [`${usual.id} ${usual.version}`] }),
    );
    return undefined;
  }
  if (!meta) diagnostics.push(diagnose('missing-meta', {}, { expected: [`${id} ${version}`] }));
  return part(model, meta);
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

/** Reads the input tables of one workbook. */
class Reading {
  readonly #tables = new Map<string, { declared: InputTable; located: LocatedTable | undefined }>();
  readonly #report = (diagnostic: Diagnostic): void => {
    this.diagnostics.push(diagnostic);
  };

  constructor(
    private readonly model: Model,
    marks: readonly Mark[],
    sheets: readonly GridSheet[],
    private readonly date1904: boolean,
    private readonly diagnostics: Diagnostic[],
  ) {
    const context = { model, words: en, phrases: phrases(model), assessment: blankAssessment(model), madeBy: '' };
    for (const declared of inputTables(context)) {
      const located = locateTable(declared, marks, sheets, this.#report);
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
    return found ? { sheet: found.sheet, cell: found.address } : {};
  }

  #value(
    table: string,
    row: string,
    column: string,
    about: { objective?: string; field?: string },
  ): string | number | undefined {
    const { declared, located } = this.#tables.get(table) ?? {};
    const field = declared?.rows.get(row)?.get(column);
    const found = located?.rows.get(row)?.get(column);
    if (!field || !found?.cell) return undefined;
    return readCell(field, found.cell, {
      at: { sheet: found.sheet, cell: found.address },
      report: this.#report,
      about,
      date1904: this.date1904,
      choices: field.kind === 'choice' ? choicesOf(field.list, this.model, en) : [],
    });
  }

  /** The fields of one row that are not blank. */
  #record<F extends string>(
    table: string,
    row: string,
    fields: readonly F[],
    objective?: string,
  ): Partial<Record<F, never>> {
    const entries = fields.flatMap((field) => {
      const value = this.#value(table, row, field, objective === undefined ? { field } : { objective, field });
      return value === undefined || value === '' ? [] : [[field, value] as const];
    });
    return Object.fromEntries(entries) as Partial<Record<F, never>>; // the codecs gave each field a value of its kind
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
