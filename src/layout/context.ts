/** What every sheet is declared from: the model, the words, and the answers to prefill. */
import { serialOf } from '../assessment/dates.js';
import type { Assessment } from '../assessment/assessment.js';
import { isLeftOpen } from '../assessment/conflicts.js';
import { LONGEST_TEXT, type AskedOf, type Field, type FieldSet } from '../assessment/fields.js';
import { isLinked, plainValue } from '../assessment/links.js';
import { commentPath, question, valueAt, type Question } from '../assessment/paths.js';
import { isShownAsShare, typedFor } from '../assessment/share.js';
import type { Edition } from '../edition/edition.js';
import type { Addressed } from '../edition/meta.js';
import { choicesOf } from '../locale/choices.js';
import { HIGHEST_LEVEL, type FieldWords } from '../locale/en/words.js';
import type { Language, Words } from '../locale/language.js';
import type { ControlObjective, Kpi, Mapping, Model } from '../model/model.js';
import { invariant } from '../diagnostic/finding.js';
import type { Primitive, Style } from '../xlsx/plan.js';
import {
  cellOf,
  columnOf,
  constant,
  listTable,
  nothing,
  show,
  type Cell,
  type Check,
  type Line,
  type Show,
} from './declare.js';
import { LOOK, PALETTE } from './look.js';
import { foldedTo } from './measure.js';

/** What a workbook is made from before anything is answered. */
export interface Blueprint {
  readonly edition: Edition;
  /** In the edition's language, and the part of it that is asked about. */
  readonly model: Model;
  readonly language: Language;
  /** The model as it was written, before it was translated. */
  readonly written: Model;
  readonly words: Words;
  /** What the edition's layout asks. */
  readonly fields: FieldSet;
}

/** A blueprint, and the answers to prefill. */
export interface LayoutContext extends Blueprint {
  readonly assessment: Assessment;
  /** Whom the workbook is issued to; left out where that is no row of a list. */
  readonly addressed?: Addressed;
}

/** What a cell for a question shows of an assessment: the option's label, a date's serial, or the value itself. */
export function inputValue(
  { model, words }: Blueprint,
  asked: Question,
  row: string,
  assessment: Assessment,
): Primitive | undefined {
  const value = valueAt(assessment, asked, row);
  const { field } = asked;
  if (value === undefined || isLeftOpen(assessment, commentPath(asked, row))) return undefined;
  const shown = plainValue(value);
  if (field.kind === 'choice')
    return choicesOf(field.list, model, words).find(({ id }) => id === shown)?.label ?? shown;
  if (isShownAsShare(field)) return typedFor(Number(shown));
  return field.kind === 'date' ? (serialOf(String(shown)) ?? shown) : shown;
}

/** Where a cell for a question leads to; undefined for one that shows its value and no more. */
export function inputLink(asked: Question, row: string, assessment: Assessment): string | undefined {
  const value = valueAt(assessment, asked, row);
  return isLinked(value) ? value.link : undefined;
}

/** A field that the workbook asks for, as a question. */
export function ask({ fields }: Blueprint, of: AskedOf, name: string): Question {
  const field = fields[of][name];
  invariant(field, `the layout asks for ${name} of every ${of}`);
  return question(of, name, field);
}

/** All fields of a kind, as questions in their order. */
export function askAll({ fields }: Blueprint, of: AskedOf): Question[] {
  return Object.entries(fields[of]).map(([name, field]) => question(of, name, field));
}

/** A cell to fill in: what is asked, and of which row. */
export function inputCell(context: LayoutContext, asked: Question, row: string): Cell {
  const value = inputValue(context, asked, row, context.assessment);
  const link = inputLink(asked, row, context.assessment);
  const note = context.assessment.comments?.[commentPath(asked, row)];
  // On these sheets a share up to 1 would have two readings without the format of one.
  const asShare = isByFormat(asked.field) && typeof value === 'number' && value > 0 && value <= 1;
  const filled = asShare ? LOOK.inputShare : link === undefined ? lookOf(asked.field) : LOOK.inputLink;
  // Whoever reviews answers fills in what is yellow, and reads what is not.
  const look: Style = isReadIn(context, asked) ? { ...filled, fill: PALETTE.white } : filled;
  return {
    content: {
      ...{ is: 'input', asked, row, value: asShare ? value / 100 : value },
      ...(link === undefined ? {} : { link }),
    },
    look,
    ...(note === undefined ? {} : { note }),
  };
}

/** What an assessor only reads: all but the review itself. */
export function isReadIn({ edition }: Pick<Blueprint, 'edition'>, { of, field }: Question): boolean {
  return edition.review === true && of === 'objective' && field.inReview !== true;
}

function isByFormat(field: Field): boolean {
  return field.kind === 'number' && field.unit === 'percent' && field.shares === 'by-format';
}

function lookOf(field: Field): Style {
  switch (field.kind) {
    case 'text':
      return LOOK.input;
    case 'choice':
      return LOOK.input;
    case 'number':
      return LOOK.inputNumber;
    case 'date':
      return LOOK.inputDate;
  }
}

/** The words of a question; a field that a language knows nothing of is called by its name. */
export function wordsOf({ words }: Blueprint, { of, name }: Question): FieldWords {
  const known: Readonly<Record<string, FieldWords>> = words.fields[of];
  return known[name] ?? { header: name, prompt: '', error: '' };
}

/** The dropdown or check of a question, with its prompt and error in words. */
export function checkOf(blueprint: Blueprint, asked: Question): Check {
  const { header, ...words } = wordsOf(blueprint, asked);
  const [prompt, error] = [withHighest(words.prompt, asked.field), withHighest(words.error, asked.field)];
  return { field: asked.field, title: header, prompt, error: error || `${header}: ≤ ${LONGEST_TEXT}` };
}

/** A text with the highest level of the model where it names it. */
function withHighest(text: string, field: Field): string {
  return field.kind === 'number' ? text.replaceAll(HIGHEST_LEVEL, String(field.max)) : text;
}

/** CSA's way to begin a data sheet: a stamp for machines in A1, the title in B1, lines of guidance below. */
export function titleLines(context: LayoutContext, title: string, ...leads: readonly string[]): Line[] {
  const { version } = context.model;
  return [
    {
      height: 18,
      cells: { 1: constant(stampOf(context), LOOK.stamp), 2: constant(`${title} v${version}`, LOOK.title) },
    },
    ...leads.map((lead) => ({ height: 15, cells: { 2: constant(lead, LOOK.mutedLine) } })),
  ];
}

/** What programs of other people know a sheet by. */
export function stampOf({ model }: LayoutContext): string {
  return JSON.stringify({ specification_name: model.title, specification_version: model.version, model: model.id });
}

/** The first layout in which a notice that a page would cut off is on the screen only. */
const SCREEN_ONLY_SINCE = 2;

/**
 * CSA's way to end one: a row that says so, and the notice. It runs over the sheet, and would be cut off at the edge of a page,
 * whose foot has the notice in short; or it is broken into lines of so many pixels, where programs print it all the same.
 */
export function closingLines({ model, words, edition }: LayoutContext, pixels?: number): Line[] {
  const notice = model.notice[0] ?? '';
  const lines = pixels === undefined ? [notice] : foldedTo(pixels, notice, {});
  const isAside = pixels === undefined && edition.layout >= SCREEN_ONLY_SINCE;
  return [
    { cells: {} },
    { cells: { 1: constant(words.endOfStandard, LOOK.mutedLine) } },
    ...lines.map((line) => ({
      ...(isAside ? { isAside } : {}),
      cells: { 1: constant(line, LOOK.mutedLine) },
    })),
  ];
}

/** Points above and below a heading. */
const BESIDE_BAND = 3;

/** A heading across a sheet of three columns, at a distance from what stands above and below it. */
export function bandLines(text: string): Line[] {
  const blank = nothing(LOOK.band);
  return [
    { height: BESIDE_BAND, cells: {} },
    { height: 18, cells: { 1: blank, 2: constant(text, LOOK.band), 3: blank } },
    { height: BESIDE_BAND, cells: {} },
  ];
}

/** The notice alone, below a table that closes itself. */
export function endLine({ model }: LayoutContext): Line {
  return { cells: { 1: constant(model.notice[0] ?? '', LOOK.mutedLine) } };
}

export const emptyLine: Line = { height: 10, cells: {} };

/** The first layout that finds what is filled in by its key: a cell that people drag onto another moves no name. */
const FOUND_BY_KEY_SINCE = 2;

/** What was filled in, for a formula: the cell of a row, by its key, in a column of a table. */
export function filledIn({ edition }: Pick<Blueprint, 'edition'>, table: string, key: string, column: string): Show {
  if (edition.layout < FOUND_BY_KEY_SINCE) return show.of(cellOf(table, key, column));
  const row = show.find(key, show.column(columnOf(table, 'id')), 0);
  return show.at(show.column(columnOf(table, column)), row);
}

/** The label of an option, found by its code in the hidden lists. */
export function labelOf(list: string, code: Show): Show {
  const table = listTable(list);
  const position = show.find(code, show.column(columnOf(table, 'id')), 0);
  return show.orElse(show.at(show.column(columnOf(table, 'label')), position), '');
}

/** A number with the unit of its KPI: `95%`, `24 hours`; what is counted has no unit. */
export function amountOf(value: number, unit: Kpi['unit'], { units }: Words): string {
  const counted = units[unit];
  return unit === 'percent' ? `${value}${counted}` : [String(value), counted].filter(Boolean).join(' ');
}

/** A share is not above the whole, and no number is below nothing: what has to reach either is equal to it. */
export function isAtBound({ unit, threshold, direction }: Kpi): boolean {
  return direction === 'at-least' ? unit === 'percent' && threshold === WHOLE : threshold === 0;
}

const WHOLE = 100;

/** `≥ 95%`, `≤ 24 hours`, `100%`. */
export function targetOf(kpi: Kpi, words: Words): string {
  const amount = amountOf(kpi.threshold, kpi.unit, words);
  if (isAtBound(kpi)) return amount;
  return `${kpi.direction === 'at-least' ? '≥' : '≤'} ${amount}`;
}

/** `≥ 95%, over the last 12 months`. */
export function kpiTarget(kpi: Kpi, words: Words): string {
  return `${targetOf(kpi, words)}, ${windowInWords(kpi.window, words)}`;
}

/** `P12M` → `over the last 12 months`. */
export function windowInWords(window: string, { windows }: Words): string {
  if (window === 'now') return windows.now;
  const parts = [...window.matchAll(/(\d+)([YMWD])/g)].map(
    ([, n, unit]) => `${n} ${windows[unit as 'Y' | 'M' | 'W' | 'D']}`,
  );
  return `${windows.over} ${parts.join(', ')}`;
}

/** Names of the deployment types of an objective, as the model calls them. */
export function deploymentNames(model: Model, objective: ControlObjective): string {
  return model.deployments
    .filter(({ id }) => objective.deployments.includes(id))
    .map(({ name }) => name)
    .join(', ');
}

/** Ids of an objective's mappings to one edition of a framework. */
export function mappedIds(objective: ControlObjective, framework: string, edition: string): string[] {
  return objective.mappings
    .filter((mapping: Mapping) => mapping.framework === framework && mapping.edition === edition)
    .map(({ id }) => id);
}
