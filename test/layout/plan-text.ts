/** A planned sheet as text, for eyes: a change of the layout can be read in the diff. */
import { toA1 } from '../../src/grid/address.js';
import type { PlannedSheet, Style, WorkbookPlan } from '../../src/xlsx/plan.js';

const LONGEST = 160;

const shown = (value: unknown): string => {
  const text = JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}… (${text.length})` : text;
};

/** Looks by number, in the order in which a sheet uses them. */
class Looks {
  readonly #known = new Map<string, number>();

  of(style: Style): string {
    const key = JSON.stringify(style);
    const number = this.#known.get(key) ?? this.#known.size + 1;
    this.#known.set(key, number);
    return `#${number}`;
  }

  lines(): string[] {
    return [...this.#known].map(([style, number]) => `look #${number} ${style}`);
  }
}

/** One line for each cell, check, format and chart. */
export function sheetText(sheet: PlannedSheet): string {
  const { name, visibility, tabColor, columns, rows, cells, validations, conditionalFormats, charts, ...rest } = sheet;
  const looks = new Looks();
  const lines = [...cells]
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .map((cell) => {
      const { value, formula, link, note, style } = cell;
      return [
        toA1(cell).padEnd(6),
        looks.of(style),
        ...(formula === undefined ? [] : [`=${formula}`]),
        ...(value === undefined ? [] : [`${formula === undefined ? '' : '→ '}${shown(value)}`]),
        ...(link === undefined ? [] : [`link ${link}`]),
        ...(note === undefined ? [] : [`note ${shown(note)}`]),
      ].join(' ');
    });
  return `${[
    `${name} (${visibility}${tabColor === undefined ? '' : `, tab ${tabColor}`})`,
    `columns ${columns.map(({ width }) => width).join(' ')}`,
    `sheet ${JSON.stringify(rest)}`,
    ...[...rows].sort(([a], [b]) => a - b).map(([row, look]) => `row ${row} ${JSON.stringify(look)}`),
    ...lines,
    ...looks.lines(),
    ...validations.map(
      (each) => `check ${each.range} ${JSON.stringify(each.rule)} ${shown(each.prompt.text)} ${shown(each.error.text)}`,
    ),
    ...conditionalFormats.map(
      ({ range, formula, style }) => `format ${range} when ${formula} ${JSON.stringify(style)}`,
    ),
    ...charts.map((chart) => `chart ${JSON.stringify(chart)}`),
  ].join('\n')}\n`;
}

/** The defined names of a workbook. */
export function namesText({ names }: WorkbookPlan): string {
  return `${names.map(({ name, refersTo }) => `${name} ${refersTo}`).join('\n')}\n`;
}
