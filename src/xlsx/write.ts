/** Writes a planned workbook as .xlsx bytes. The only file that knows exceljs, and only its writing half. */
import type ExcelJS from 'exceljs';
import type { ConditionalFormat, PlannedCell, PlannedSheet, Style, Validation, WorkbookPlan } from './plan.js';
import { finishPackage } from './package.js';
import { shield } from './shield.js';
import { encodeCellText } from './text.js';

const BASE_SIZE = 10;

/** The same plan gives the same bytes, wherever and whenever it is written. */
export async function writeXlsx(plan: WorkbookPlan): Promise<Uint8Array> {
  // Loaded when it is needed: it takes longer to load than a filled workbook takes to read.
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  const day = new Date(`${plan.date}T00:00:00Z`);
  workbook.title = plan.title;
  workbook.subject = plan.subject;
  workbook.creator = plan.author;
  workbook.lastModifiedBy = plan.author;
  workbook.created = day;
  workbook.modified = day;
  for (const sheet of plan.sheets) writeSheet(workbook, sheet, plan);
  const raw = new Uint8Array(await workbook.xlsx.writeBuffer());
  return finishPackage(raw, plan);
}

function writeSheet(workbook: ExcelJS.Workbook, plan: PlannedSheet, { font, footer }: WorkbookPlan): void {
  const frozen = plan.freeze;
  const sheet = workbook.addWorksheet(plan.name, {
    state: plan.visibility,
    ...(plan.tabColor ? { properties: { tabColor: { argb: argb(plan.tabColor) } } } : {}),
    views: [
      {
        showGridLines: false,
        zoomScale: plan.zoom,
        activeCell: plan.start,
        ...(frozen
          ? { state: 'frozen' as const, xSplit: frozen.column - 1, ySplit: frozen.row - 1 }
          : { state: 'normal' as const }),
      },
    ],
    pageSetup: {
      // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- A4; the library has the enum in its types only
      paperSize: 9,
      orientation: plan.print.landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: plan.print.onePage ? 1 : 0,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: `&L&8${footer.replaceAll('&', '&&')}&C&8&A&R&8&P / &N` },
  });
  plan.columns.forEach((column, index) => {
    const target = sheet.getColumn(index + 1);
    // exceljs leaves out a width of exactly 9, which it takes for the default; programs have other defaults.
    target.width = column.width === 9 ? 9.01 : column.width;
    if (column.hidden) target.hidden = true;
  });
  for (const [number, row] of plan.rows) {
    if (row.height !== undefined) sheet.getRow(number).height = row.height;
    if (row.hidden) sheet.getRow(number).hidden = true;
  }
  const styles = new StyleBook(font);
  for (const cell of plan.cells) writeCell(sheet, cell, styles);
  for (const validation of plan.validations) addValidation(sheet, validation);
  plan.conditionalFormats.forEach((format, index) => addConditionalFormat(sheet, format, index));
  if (plan.filter) sheet.autoFilter = plan.filter;
  // Without a password: a fence against slips, not a lock. Free, and the same bytes every time.
  void sheet.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatColumns: true,
    formatRows: true,
    sort: true,
    autoFilter: true,
    // False keeps charts from being moved or deleted: exceljs writes what may be done, the file what may not.
    ...(plan.charts.length > 0 ? { objects: false } : {}),
    spinCount: 0,
  });
}

function writeCell(sheet: ExcelJS.Worksheet, cell: PlannedCell, styles: StyleBook): void {
  const target = sheet.getCell(cell.row, cell.column);
  const value = typeof cell.value === 'string' ? shield(encodeCellText(cell.value)) : cell.value;
  if (cell.formula !== undefined) {
    const result = cell.error === undefined ? value : ({ error: cell.error } as ExcelJS.CellErrorValue); // one of its errors
    target.value = result === undefined ? { formula: cell.formula } : { formula: cell.formula, result };
  } else if (cell.link !== undefined) {
    target.value = { text: String(value ?? ''), hyperlink: cell.link };
  } else if (value !== undefined) {
    target.value = value;
  }
  if (cell.note !== undefined) target.note = shield(encodeCellText(cell.note));
  target.style = styles.of(cell.style);
}

/** Makes each style once, so that cells that look alike share it. */
class StyleBook {
  readonly #known = new Map<Style, Partial<ExcelJS.Style>>();

  constructor(private readonly font: string) {}

  of(style: Style): Partial<ExcelJS.Style> {
    const known = this.#known.get(style);
    if (known) return known;
    const made = this.make(style);
    this.#known.set(style, made);
    return made;
  }

  private make(style: Style): Partial<ExcelJS.Style> {
    const side = style.border && { style: 'thin' as const, color: { argb: argb(style.border.color) } };
    return {
      font: {
        name: this.font,
        size: style.size ?? BASE_SIZE,
        ...(style.bold ? { bold: true } : {}),
        ...(style.italic ? { italic: true } : {}),
        ...(style.underline ? { underline: true } : {}),
        color: { argb: argb(style.color ?? '1F2933') },
      },
      alignment: {
        vertical: style.valign ?? 'top',
        ...(style.align ? { horizontal: style.align } : {}),
        ...(style.wrap ? { wrapText: true } : {}),
        ...(style.indent ? { indent: style.indent } : {}),
      },
      ...(style.fill ? { fill: solid(style.fill) } : {}),
      ...(side ? { border: Object.fromEntries(style.border.sides.map((name) => [name, side])) } : {}),
      ...(style.format ? { numFmt: style.format } : {}),
      ...(style.unlocked ? { protection: { locked: false } } : {}),
    };
  }
}

function addValidation(sheet: ExcelJS.Worksheet, { range, rule, prompt, error }: Validation): void {
  const texts = {
    showInputMessage: true,
    promptTitle: prompt.title,
    prompt: prompt.text,
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: error.title,
    error: error.text,
    allowBlank: true,
  } as const;
  const kind = ((): ExcelJS.DataValidation => {
    switch (rule.kind) {
      case 'list':
        return { ...texts, type: 'list', formulae: [rule.name] };
      case 'formula':
        return { ...texts, type: 'custom', formulae: [rule.formula] };
      case 'text':
        return { ...texts, type: 'textLength', operator: 'lessThanOrEqual', formulae: [rule.longest] };
      case 'date':
        // exceljs wants moments here and writes their serial numbers; a number would be taken for milliseconds.
        return { ...texts, type: 'date', operator: 'between', formulae: [momentOf(rule.min), momentOf(rule.max)] };
      case 'number':
        return rule.open
          ? { ...texts, type: rule.whole ? 'whole' : 'decimal', operator: 'greaterThan', formulae: [rule.min] }
          : { ...texts, type: rule.whole ? 'whole' : 'decimal', operator: 'between', formulae: [rule.min, rule.max] };
    }
  })();
  // One clean element for the whole range: exceljs writes overlapping ones when it is set cell by cell. Missing in its types.
  (
    sheet as unknown as { dataValidations: { add(range: string, v: ExcelJS.DataValidation): void } }
  ).dataValidations.add(range, kind);
}

function addConditionalFormat(
  sheet: ExcelJS.Worksheet,
  { range, formula, style }: ConditionalFormat,
  index: number,
): void {
  const side = style.border && { style: 'thin' as const, color: { argb: argb(style.border.color) } };
  sheet.addConditionalFormatting({
    ref: range,
    rules: [
      {
        type: 'expression',
        priority: index + 1,
        formulae: [formula],
        style: {
          ...(style.bold || style.color
            ? {
                font: {
                  ...(style.bold ? { bold: true } : {}),
                  ...(style.color ? { color: { argb: argb(style.color) } } : {}),
                },
              }
            : {}),
          ...(style.fill ? { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: argb(style.fill) } } } : {}),
          ...(side ? { border: Object.fromEntries(style.border.sides.map((name) => [name, side])) } : {}),
          ...(style.format ? { numFmt: style.format } : {}),
        },
      },
    ],
  });
}

function solid(fill: string): ExcelJS.Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb: argb(fill) } };
}

function argb(color: string): string {
  return `FF${color}`;
}

/** The beginning of the day with a serial number. */
function momentOf(serial: number): Date {
  return new Date((serial - DAY_OF_1970) * 86_400_000);
}

/** Serial number of 1 January 1970. */
const DAY_OF_1970 = 25_569;
