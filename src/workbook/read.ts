/** A filled workbook to an assessment: composes bytes, tables, cells and what the answers say. Nothing is guessed in silence. */
import type { Assessment, Conflict } from '../assessment/assessment.js';
import { LONGEST_TEXT } from '../assessment/fields.js';
import { isLinked, plainValue } from '../assessment/links.js';
import { AssessmentBuilder, commentPath } from '../assessment/paths.js';
import { isNumbering } from '../assessment/choices.js';
import { readCell, type Settling } from '../assessment/read-cell.js';
import { Comparing } from '../diagnostic/distance.js';
import {
  find,
  hasErrors,
  isError,
  type Finding,
  type Parsed,
  type Place,
  type Subject,
} from '../diagnostic/finding.js';
import { LIMITS } from '../diagnostic/limits.js';
import { Findings } from '../diagnostic/listed.js';
import type { Edition } from '../edition/edition.js';
import type { Addressed } from '../edition/meta.js';
import { parseA1, toA1 } from '../grid/address.js';
import { describeValue, type Grid, type GridCell, type GridName, type GridSheet } from '../grid/grid.js';
import { rangesOf } from '../grid/ranges.js';
import { byName, findMarks, type Found } from '../layout/heads.js';
import type { Input, InputTable } from '../layout/inputs.js';
import { locateTable } from '../layout/locate.js';
import { cellIn, placesOf, type LocatedCell } from '../layout/located-cells.js';
import { addressOf, affectedByTables, type LocatedTable } from '../layout/row-findings.js';
import type { Issued, Shelf } from '../layout/shelf.js';
import { LISTS_SHEET } from '../layout/sheets/lists.js';
import { META_SHEET, META_TABLE } from '../layout/sheets/meta.js';
import { isProposal } from '../locale/en/proposal.js';
import { objectivesOf, type Model } from '../model/model.js';
import { findingsIn } from '../scoring/findings.js';
import { reachesTarget } from '../scoring/rules.js';
import type { Inflater } from '../xlsx/inflate.js';
import { gridOf, guarded, openXlsx, type OpenSheet, type OpenWorkbook, type SheetsRead } from '../xlsx/read.js';
import { sheetTitles } from '../xlsx/titles.js';
import { binaryStranger, editionStated, identify, statedIn, type Sheets } from './identify.js';
import { OwnLists } from './own-lists.js';
import { InputCell, type Around, type CellOf, type Into } from './input-cell.js';
import { conflictsOnSheet } from './conflicts-on-sheet.js';
import { reportBeside, reportShown } from './misplaced.js';
import { withOwnSheets } from './own-sheets.js';

/** A workbook read: what it was issued as, the model it asks about (perhaps a part of the whole), and what was answered. */
export interface ReadWorkbook {
  readonly issued: Issued;
  readonly edition: Edition;
  readonly model: Model;
  readonly assessment: Assessment;
  /** Whom it was issued to, as it says itself. */
  readonly addressed?: Addressed;
  /** What stands in the cell of an input, as a person would see it; undefined where there is no such cell. */
  readonly shown: (subject: Subject) => string | number | undefined;
  /** A finding about answers with the place of its cell. */
  readonly placed: (finding: Finding) => Finding;
  /** The cell of something that is asked, by its path in an answers file: `Profile!C6`. */
  readonly placeOf: (path: string) => string | undefined;
  /** All sheets with all that is in them. What was read already is not read again. @hidden */
  readonly grid: () => Parsed<Grid>;
  /** What was found about cells to fill in and is left out of the list of findings, which is long enough without. */
  readonly left: readonly Finding[];
}

/**
 * Reads a workbook from the bytes of an .xlsx file. Without a value the file is not one of ours, or can't be read at all.
 * With one, everything that could be understood is in it, and every cell that could not is in the findings.
 * `inflater`: how this host unpacks; left out, in plain code.
 * @throws A `TypeError` for what is no array of bytes, such as the path of a file.
 * @example
 * ```ts
 * const { value, findings } = readWorkbook(bytes, new Shelf(models));
 * ```
 */
export function readWorkbook(bytes: Uint8Array, shelf: Shelf, inflater?: Inflater): Parsed<ReadWorkbook> {
  const findings = new Findings();
  // Texts are decoded where they are looked at, so that damage may show late.
  const read = guarded(undefined, (): Parsed<ReadWorkbook> => {
    const opened = openXlsx(bytes, inflater);
    const sheetTitlesOf = (): readonly string[] => sheetTitles(bytes, inflater);
    const stranger = opened.value ? undefined : binaryStranger(opened.findings, sheetTitlesOf, shelf);
    findings.addAll(stranger ? [stranger] : opened.findings);
    const value = opened.value && readOpened(opened.value, shelf, findings);
    return { ...(value ? { value } : {}), findings: [] };
  });
  const { findings: told, left } = findings.listed(read.findings);
  return { ...(read.value ? { value: { ...read.value, left } } : {}), findings: told };
}

function readOpened(workbook: OpenWorkbook, shelf: Shelf, findings: Findings): ReadWorkbook | undefined {
  const looked = look(workbook, shelf, findings);
  const report = (finding: Finding): void => {
    // A sheet that can't be read is reason enough for not being known.
    if (finding.code !== 'not-our-workbook' || !hasErrors(findings.all)) findings.add(finding);
  };
  const issued = identify(looked, shelf, report);
  if (!issued) return undefined;
  if (workbook.hasMacros) {
    findings.add(find('not-xlsx', {}, { kind: 'macros' }));
    return undefined;
  }
  const { tables, others } = issued.inputs;
  const found = { ...looked, names: looked.definedNames, tables, others, comparing: new Comparing() };
  const lists = workbook.sheets.find(({ name }) => name === LISTS_SHEET);
  const known = new Set([
    ...tables.map(({ sheet }) => sheet),
    ...others,
    ...looked.marks.map(({ sheet }) => sheet.name),
    // The list that an annotated copy comes with is ours as well.
    issued.words.review.sheet,
    issued.words.conflicts.sheet,
  ]);
  const conflicting = workbook.sheets.find(({ name }) => name === issued.words.conflicts.sheet)?.read().value;
  const conflicts = conflictsOnSheet(
    conflicting ? [conflicting, ...looked.sheets] : looked.sheets,
    issued,
    (finding) => {
      findings.add(finding);
    },
  );
  const roadmap = workbook.sheets.find(({ name }) => name === issued.words.sheets.roadmap);
  const own = looked.sheets.filter(({ name }) => !known.has(name));
  const reading = new Reading(
    issued,
    found,
    workbook.date1904,
    findings,
    new OwnLists(() => lists?.read().value),
    own,
    () => roadmap?.read().value,
    conflicts,
  );
  // Without the answers there is nothing to score, and a level of 1 would be a guess.
  if (!reading.hasAnswers()) return undefined;
  const { edition, model } = issued;
  const assessment = reading.assessment();
  if (reading.kept > LIMITS.answers) {
    findings.add(find('hostile-file', {}, { fault: 'answers-size', count: reading.kept, most: LIMITS.answers }));
    return undefined;
  }
  const addressed = statedIn(looked.marks)?.addressed;
  return {
    ...{ issued, edition, model, assessment, left: [] },
    ...(addressed ? { addressed } : {}),
    shown: (subject) => reading.shown(subject),
    placed: (finding) => reading.placed(finding),
    placeOf: (path) => reading.cellAt(path),
    grid: () => gridOf(workbook, looked.read),
  };
}

/**
 * Meta first, since it says what to look for. Sheets that are issued without inputs are not looked at unless a table is
 * missing: every score is computed anew, and never taken from the file.
 */
function look(workbook: OpenWorkbook, shelf: Shelf, findings: Findings): Sheets & { readonly read: SheetsRead } {
  const read = new Map<OpenSheet, Parsed<GridSheet>>();
  const readSome = (wanted: (sheet: OpenSheet) => boolean): GridSheet[] =>
    workbook.sheets.flatMap((sheet) => {
      if (!read.has(sheet) && wanted(sheet)) {
        const parsed = sheet.read();
        findings.addAll(parsed.findings);
        read.set(sheet, parsed);
      }
      return read.get(sheet)?.value ?? [];
    });
  const stated = statedIn(findMarks(readSome(({ name }) => name === META_SHEET)))?.stated;
  const edition = stated && editionStated(stated);
  const inputs = (edition && shelf.issued(edition))?.inputs ?? shelf.usual().inputs;
  let sheets = readSome(({ name }) => !inputs.others.has(name));
  let marks = findMarks(sheets);
  const marked = new Set(marks.map(({ table }) => table));
  if (!inputs.tables.every(({ id }) => marked.has(id)) || !marked.has(META_TABLE)) {
    sheets = readSome(() => true);
    marks = findMarks(sheets);
  }
  let byKnownName: ReadonlyMap<string, string> | undefined;
  return {
    read,
    names: workbook.sheets.map(({ name }) => name),
    sheets,
    marks,
    definedNames: () => (byKnownName ??= namesOf(workbook.names)),
  };
}

/** The names of workbooks that are alike are one list, and looked up in one map. */
const NAMES = new WeakMap<readonly GridName[], ReadonlyMap<string, string>>();

function namesOf(names: readonly GridName[]): ReadonlyMap<string, string> {
  const known = NAMES.get(names) ?? byName(names);
  NAMES.set(names, known);
  return known;
}

/** A formula as its text: what it shows is not relied on. */
function shownIn(cell: GridCell | undefined): string | number {
  if (cell?.formula !== undefined) return `=${cell.formula}`;
  return cell?.value?.kind === 'number' && cell.value.shown === 'plain'
    ? cell.value.number
    : describeValue(cell?.value);
}

/** True where a table, or some of it, was found on the sheet. */
function isOn(sheet: string, located: LocatedTable | undefined): boolean {
  for (const cells of located?.rows.values() ?? [])
    for (const place of placesOf(cells)) if (place.sheet === sheet) return true;
  return false;
}

/** Reads the input tables of one workbook. */
class Reading {
  /** Characters of all texts and comments that are kept. */
  kept = 0;
  readonly #tables = new Map<string, { declared: InputTable; located: LocatedTable | undefined }>();
  /** Cells whose comments are kept. */
  readonly #commented = new Set<string>();
  /** Cells without an answer that have a proposal, by sheet. */
  readonly #proposed = new Map<string, LocatedCell[]>();
  readonly #numbered = new Map<string, boolean>();
  /** Paths of conflicts about a deployment type of which nothing is said. */
  readonly #unsaid = new Set<string>();
  readonly #sheets: ReadonlyMap<string, GridSheet>;
  readonly #report = (finding: Finding): void => {
    this.findings.add(finding);
  };
  readonly #around: Around;

  constructor(
    private readonly issued: Issued,
    found: Found,
    date1904: boolean,
    private readonly findings: Findings,
    ownLists: OwnLists,
    own: readonly GridSheet[],
    private readonly roadmap: () => GridSheet | undefined,
    private readonly conflicts: readonly Conflict[],
  ) {
    this.#sheets = new Map(found.sheets.map((sheet) => [sheet.name, sheet]));
    this.#around = {
      report: this.#report,
      date1904,
      choices: (list) => issued.choices(list),
      ownList: (list) => ownLists.of(list),
      isNumbered: (table, name) => this.#isNumbered(table, name),
      settling: (objective, builder) => this.#settling(objective, builder),
    };
    this.#judgeSheets(found.tables);
    for (const declared of found.tables) {
      // Of a sheet that is there but can't be opened, the reason was reported already.
      const isSaid = findings.all.some((each) => isError(each) && each.sheet === declared.sheet);
      const located = locateTable(declared, found, (each) => {
        if (!(isSaid && (each.code === 'missing-sheet' || each.code === 'sheet-removed'))) this.#report(each);
      });
      this.#tables.set(declared.id, { declared, located });
    }
    this.#readOwn(own);
    this.#lookBeside();
  }

  /** Answers that were typed where none is read. */
  #lookBeside(): void {
    const options = this.issued.choices('answers');
    for (const { declared: table, located } of this.#tables.values()) {
      if (table.of !== 'objective' || !located) continue;
      const looking = { table, located, options, report: this.#report };
      if (located.head) reportBeside(located.head.sheet, looking);
      const roadmap = this.roadmap();
      if (roadmap) reportShown(roadmap, looking);
    }
  }

  /** Sheets of people's own, but for those that a table was found on. */
  #readOwn(sheets: readonly GridSheet[]): void {
    const tables = [...this.#tables.values()];
    const own = sheets.filter(({ name }) => !tables.some(({ located }) => isOn(name, located)));
    for (const [id, { declared, located }] of this.#tables) {
      if (declared.of !== 'objective' || !located) continue;
      const options = this.issued.choices('answers');
      this.#tables.set(id, { declared, located: withOwnSheets(located, declared, own, options, this.#report) });
    }
  }

  /** False where a sheet that holds the answers was not found. */
  hasAnswers(): boolean {
    return [...this.#tables.values()].every(({ declared, located }) => declared.of !== 'objective' || located);
  }

  /** A sheet that can't be opened spoils what is asked on it, and nothing else. */
  #judgeSheets(tables: readonly InputTable[]): void {
    for (const [i, finding] of this.findings.all.entries()) {
      const asked = tables.filter(({ sheet }) => sheet === finding.sheet);
      if (asked.length > 0) this.findings.all[i] = { ...finding, affects: affectedByTables(asked) };
    }
  }

  assessment(): Assessment {
    const { model } = this.issued;
    const builder = new AssessmentBuilder(model);
    // Of one row at a time.
    const into: Into = { builder, reasons: new Map() };
    for (const { declared, located } of this.#tables.values()) {
      for (const [row, inputs] of declared.rows) {
        const cells = located?.rows.get(row);
        if (!cells) continue;
        const isBeside = placesOf(cells).some(({ sheet }) => this.#hasBeside(sheet));
        for (const [column, input] of inputs) {
          // Most cells are blank, with nothing beside them; only of a deployment type in use does that say anything.
          if (cellIn(cells, column) || isBeside || input.asked.path.is === 'member')
            this.#put(into, input, { table: declared, row, column, located: cells.get(column) });
        }
        for (const [of, reason] of into.reasons) {
          builder.putReason(of, reason);
          this.kept += reason.length;
        }
        into.reasons.clear();
      }
    }
    builder.conflicts(this.conflicts.map((each) => (this.#unsaid.has(each.path) ? { ...each, open: true } : each)));
    const assessment = builder.finish();
    for (const { declared, located } of this.#tables.values()) this.#lookElsewhere(declared, located, assessment);
    this.#reportOtherComments();
    for (const [sheet, cells] of this.#proposed) {
      const [first] = cells;
      const at = { sheet, ...(first ? { cell: addressOf(first) } : {}) };
      this.#report(find('proposals-open', at, { count: cells.length, places: rangesOf(cells) }));
    }
    for (const finding of findingsIn(model, assessment)) this.#report(this.placed(finding));
    return assessment;
  }

  /** Comments on cells that ask nothing: there is nothing to keep them with. */
  #reportOtherComments(): void {
    for (const { name, comments } of this.#sheets.values()) {
      const left = [...(comments?.keys() ?? [])].flatMap((address) =>
        this.#commented.has(`${name}!${address}`) ? [] : (parseA1(address) ?? []),
      );
      const [first] = left;
      if (!first) continue;
      const found = comments?.get(toA1(first)) ?? '';
      this.#report(find('comment-not-kept', { sheet: name, cell: toA1(first) }, { found, places: rangesOf(left) }));
    }
  }

  /** The cell of something that is asked, by its path. */
  cellAt(path: string): string | undefined {
    const { sheet, cell } = this.#placeOf({ path });
    return sheet === undefined || cell === undefined ? undefined : `${sheet}!${cell}`;
  }

  /** A finding about answers with its place: a cell, so that a path in JSON says nothing more. */
  placed({ path, ...finding }: Finding): Finding {
    return { ...finding, ...this.#placeOf({ ...finding, ...(path === undefined ? {} : { path }) }) };
  }

  /** True where something may stand beside cells of a sheet: an address, or a comment. */
  #hasBeside(sheet: string): boolean {
    const { links, comments } = this.#sheets.get(sheet) ?? {};
    return (links ?? comments) !== undefined;
  }

  #put(into: Into, input: Input, place: CellOf): void {
    const { located } = place;
    const { builder } = into;
    const { asked, row: of } = input;
    const { field, path } = asked;
    const before = this.findings.all.length;
    const sheet = located && this.#sheets.get(located.sheet);
    const link = sheet?.links && located ? sheet.links.get(addressOf(located)) : undefined;
    const comment = sheet?.comments && located ? sheet.comments.get(addressOf(located)) : undefined;
    const context = new InputCell(this.#around, into, input, place, link);
    if (comment !== undefined) {
      this.#commented.add(`${located?.sheet ?? ''}!${located ? addressOf(located) : ''}`);
      const kept = comment.slice(0, LONGEST_TEXT);
      builder.comment(asked, of, kept);
      this.kept += kept.length;
      if (!isProposal(comment)) this.#report(find('comment-kept', context.at(), { found: comment }));
    }
    const value = (located?.cell ?? link) && readCell(field, located?.cell, context);
    // A text tells of its link by itself.
    if (link !== undefined && field.kind !== 'text') this.#report(find('link-not-kept', context.at(), { found: link }));
    if (value !== undefined && value !== '' && located?.cell?.struck)
      this.#report(find('struck-answer', context.at(), { found: String(plainValue(value)) }));
    if (comment !== undefined && isProposal(comment) && located && (value === undefined || value === ''))
      this.#proposed.set(located.sheet, [...(this.#proposed.get(located.sheet) ?? []), located]);
    if (value !== undefined && value !== '') {
      builder.put(asked, of, value);
      if (typeof value !== 'number')
        this.kept += isLinked(value) ? value.text.length + value.link.length : value.length;
    }
    // Only an explicit No leaves a row out; a blank or unreadable cell counts as Yes and was or is reported.
    else if (path.is === 'member' && this.conflicts.some((each) => each.path === commentPath(asked, of)))
      this.#unsaid.add(commentPath(asked, of));
    else if (path.is === 'member' && this.findings.all.length === before) {
      const found = this.issued.model.deployments.find(({ id }) => id === of)?.name ?? of;
      this.#report(find('blank-selection', context.at(), { found }));
    }
  }

  /** True where every filled cell for a field is numbered like a list: then the numbers say nothing of the options. */
  #isNumbered(table: string, name: string): boolean {
    const { declared, located } = this.#tables.get(table) ?? {};
    const key = JSON.stringify([table, name]);
    const known = this.#numbered.get(key);
    if (known !== undefined) return known;
    const cells = [...(declared?.rows ?? [])].flatMap(([row, inputs]) =>
      [...inputs].flatMap(([column, { asked }]) =>
        asked.name === name ? (cellIn(located?.rows.get(row), column) ?? []) : [],
      ),
    );
    const isNumbered = cells
      .map((cell) => String(shownIn(cell)))
      .filter((text) => text.trim() !== '')
      .every(isNumbering);
    this.#numbered.set(key, isNumbered);
    return isNumbered;
  }

  /** The answer of a row is read before its figure, as it stands before it. */
  #settling(objective: string, builder: AssessmentBuilder): Settling {
    const kpi = objectivesOf(this.issued.model).find(({ id }) => id === objective)?.kpi;
    return {
      reaches: (percentPoints) => Boolean(kpi && reachesTarget(kpi, percentPoints)),
      answer: builder.answerOf(objective),
    };
  }

  /** Where nothing is answered, whether the cells for answers say something in another way. */
  #lookElsewhere(declared: InputTable, located: LocatedTable | undefined, { answers }: Assessment): void {
    if (declared.of !== 'objective' || !located || answers.size > 0) return;
    const cells = [...located.rows.values()].flatMap((row) => [...(row.get('answer') ? [row.get('answer')] : [])]);
    const name = cells[0]?.sheet;
    const sheet = name === undefined ? undefined : this.#sheets.get(name);
    // What was typed and not understood is told by itself.
    if (name === undefined || !sheet || cells.some((cell) => cell?.cell?.value !== undefined)) return;
    const addresses = cells.flatMap((cell) => (cell?.sheet === name ? [addressOf(cell)] : []));
    const comments = addresses.filter((address) => {
      const comment = sheet.comments?.get(address);
      return comment !== undefined && !isProposal(comment);
    }).length;
    const fills = sheet.fills?.() ?? new Map<string, string>();
    const colors = new Set(addresses.map((address) => fills.get(address) ?? '')).size;
    if (comments > 0 || colors > 1) this.#report(find('answers-elsewhere', { sheet: name }, { comments, colors }));
  }

  /** Where a finding about answers stands: the cell of its objective and field, else the first that rows are left out in. */
  #placeOf({ objective, field, path }: Pick<Finding, 'objective' | 'field' | 'path'>): Place & { subject?: Subject } {
    for (const [table, { declared, located }] of this.#tables) {
      for (const [row, inputs] of declared.rows) {
        for (const [column, { asked, row: of }] of inputs) {
          const isIt =
            path !== undefined
              ? commentPath(asked, of) === path
              : field === undefined && objective === undefined
                ? asked.path.is === 'member'
                : asked.name === (field ?? 'answer') &&
                  (objective === undefined || (asked.of === 'objective' && of === objective));
          if (!isIt) continue;
          const found = located?.rows.get(row)?.get(column);
          return found ? { sheet: found.sheet, cell: addressOf(found), subject: { table, row, column } } : {};
        }
      }
    }
    return {};
  }

  shown({ table, row, column }: Subject): string | number | undefined {
    const found = this.#tables.get(table)?.located?.rows.get(row)?.get(column);
    return found && shownIn(found.cell);
  }
}
