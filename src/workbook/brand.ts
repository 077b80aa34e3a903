/** A workbook in the color of the organization whose model it is. */
import { PALETTE } from '../layout/look.js';
import { colorIn } from '../model/brand.js';
import type { Model } from '../model/model.js';
import type { Style, WorkbookPlan } from '../xlsx/plan.js';

/** The plan with the color of the model in its headings; colors that have a meaning stay. */
export function branded(plan: WorkbookPlan, { brand }: Pick<Model, 'brand'>): WorkbookPlan {
  const color = colorIn(brand?.color ?? '');
  if (color === undefined) return plan;
  // Cells share their looks, and go on sharing them.
  const looks = new Map<Style, Style>();
  const lookOf = (style: Style): Style => {
    const known = looks.get(style) ?? recolored(style, color);
    looks.set(style, known);
    return known;
  };
  const sheets = plan.sheets.map((sheet) => ({
    ...sheet,
    ...(sheet.tabColor === PALETTE.navy ? { tabColor: color } : {}),
    cells: sheet.cells.map((cell) => ({ ...cell, style: lookOf(cell.style) })),
  }));
  return { ...plan, sheets };
}

/** Letters on a fill of another color stay as they are, since nobody has looked whether the two can be told apart. */
function recolored(style: Style, color: string): Style {
  const isHeading = style.fill === PALETTE.navy;
  const isText = style.color === PALETTE.navy && style.fill === undefined;
  if (!isHeading && !isText) return style;
  return { ...style, ...(isHeading ? { fill: color } : { color }) };
}
