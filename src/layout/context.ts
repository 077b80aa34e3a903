/** What every sheet is declared from: the model, the words, and the answers to prefill. */
import { serialOf } from '../assessment/dates.js';
import { LONGEST_TEXT, type Assessment, type Field } from '../assessment/fields.js';
import { choicesOf } from '../locale/choices.js';
import type { Words } from '../locale/en.js';
import type { ControlObjective, Kpi, Mapping, Model } from '../model/schema.js';
import type { Primitive, Style } from '../xlsx/plan.js';
import { columnOf, constant, listTable, show, type Cell, type Check, type Line, type Show } from './declare.js';
import { LOOK } from './look.js';

export interface LayoutContext {
  readonly model: Model;
  readonly words: Words;
  readonly assessment: Assessment;
  /** Name and version of the program that writes the workbook. */
  readonly madeBy: string;
  /** Address at which the companion document is published; rows then lead to its sections. */
  readonly companion?: string;
}

/** What a cell for `field` shows for a value of an assessment: the option's label, a date's serial, or the value itself. */
export function inputValue(
  { model, words }: LayoutContext,
  field: Field,
  value: Primitive | undefined,
): Primitive | undefined {
  if (value === undefined || value === '') return undefined;
  if (field.kind === 'choice')
    return choicesOf(field.list, model, words).find(({ id }) => id === value)?.label ?? value;
  return field.kind === 'date' ? (serialOf(String(value)) ?? value) : value;
}

/** A cell to fill in. */
export function inputCell(context: LayoutContext, field: Field, value: Primitive | undefined): Cell {
  const looks: Record<Field['kind'], Style> = {
    text: LOOK.input,
    choice: LOOK.inputCenter,
    number: LOOK.inputNumber,
    date: LOOK.inputDate,
  };
  return { content: { is: 'input', field, value: inputValue(context, field, value) }, look: looks[field.kind] };
}

/** The dropdown or check of a field, with its prompt and error in words. */
export function checkOf({ words }: LayoutContext, name: keyof Words['fields'], field: Field): Check {
  const { header, prompt, error } = words.fields[name];
  return { field, title: header, prompt, error: error || `${header}: ≤ ${LONGEST_TEXT}` };
}

/** CSA's way to begin a data sheet: a stamp for machines in A1, the title in B1, a line of guidance below. */
export function titleLines({ model }: LayoutContext, title: string, lead: string): Line[] {
  const stamp = JSON.stringify({
    specification_name: model.title,
    specification_version: model.version,
    model: model.id,
  });
  return [
    { height: 30, cells: { 1: constant(stamp, LOOK.stamp), 2: constant(`${title} v${model.version}`, LOOK.title) } },
    { height: 18, cells: { 2: constant(lead, LOOK.mutedLine) } },
  ];
}

/** CSA's way to end one: a row that says so, and the notice. */
export function closingLines({ model, words }: LayoutContext): Line[] {
  return [
    { cells: {} },
    { cells: { 1: constant(words.endOfStandard, LOOK.mutedLine) } },
    { cells: { 1: constant(model.notice[0] ?? '', LOOK.mutedLine) } },
  ];
}

export const emptyLine: Line = { height: 10, cells: {} };

/** The label of an option, found by its code in the hidden lists. */
export function labelOf(list: string, code: Show): Show {
  const table = listTable(list);
  const position = show.find(code, show.column(columnOf(table, 'id')), 0);
  return show.orElse(show.at(show.column(columnOf(table, 'label')), position), '');
}

/** `≥ 95% · over the last 12 months`. */
export function kpiTarget(kpi: Kpi, words: Words): string {
  const unit = words.units[kpi.unit];
  const threshold = `${kpi.threshold}${kpi.unit === 'percent' ? unit : unit ? ` ${unit}` : ''}`;
  return `${kpi.direction === 'at-least' ? '≥' : '≤'} ${threshold}, ${windowInWords(kpi.window, words)}`;
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
