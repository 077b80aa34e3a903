/** Writes a planned workbook as .xlsx bytes. The only file that knows exceljs, and only its writing half. */
import type ExcelJS from 'exceljs';
import type { PartMaker } from 'exceljs/lib/doc/workbook.js';
import { strToU8 } from 'fflate';
import { toA1 } from '../grid/address.js';
import {
  MOST_NOTES,
  type ConditionalFormat,
  type PlannedCell,
  type PlannedSheet,
  type PrintSetup,
  type Style,
  type Validation,
  type WorkbookPlan,
} from './plan.js';
import { finishPackage } from './package.js';
import { shareFormulas, type SharedAs } from './share-formulas.js';
import { LongTexts } from './long-texts.js';
import { shield } from './shield.js';
import { encodeCellText, withinBreaks } from './text.js';

const BASE_SIZE = 10;

/** The same plan gives the same bytes, wherever and whenever it is written. `letGo`: called where what is left is useless. */
export async function writeXlsx(plan: WorkbookPlan, letGo?: () => void): Promise<Uint8Array> {
  const long = new LongTexts();
  const parts = await partsOf(plan, long);
  letGo?.();
  return finishPackage(parts, plan, long);
}

/** The parts as exceljs writes them. What it has made of the plan is held by nobody afterwards. */
async function partsOf(plan: WorkbookPlan, long: LongTexts): Promise<Map<string, Uint8Array>> {
  // Loaded when it is needed: it takes longer to load than a filled workbook takes to read. And only the half that writes.
  const { default: Workbook } = await import('exceljs/lib/doc/workbook.js');
  const workbook = new Workbook();
  const day = new Date(`${plan.date}T00:00:00Z`);
  workbook.title = plan.title;
  workbook.subject = plan.subject;
  workbook.creator = plan.author;
  workbook.lastModifiedBy = plan.author;
  workbook.created = day;
  workbook.modified = day;
  for (const sheet of plan.sheets) writeSheet(workbook, sheet, plan, long);
  // Asked for one by one: every part is finished before it is packed, and exceljs only gives packages.
  const parts = new Map<string, Uint8Array>();
  const taker = { append: (xml: string, { name }: { name: string }) => void parts.set(name, strToU8(xml)) };
  const maker = workbook.xlsx as unknown as PartMaker;
  const { model } = workbook;
  maker.prepareModel(model, {});
  await maker.addContentTypes(taker, model);
  await maker.addOfficeRels(taker, model);
  await maker.addWorkbookRels(taker, model);
  await maker.addWorksheets(taker, model);
  // Sheets enter their texts and looks.
  await maker.addSharedStrings(taker, model);
  await maker.addStyles(taker, model);
  await maker.addThemes(taker, model);
  await maker.addApp(taker, model);
  await maker.addCore(taker, model);
  await maker.addWorkbook(taker, model);
  return parts;
}

function writeSheet(workbook: ExcelJS.Workbook, plan: PlannedSheet, whole: WorkbookPlan, long: LongTexts): void {
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
    pageSetup: pageSetup(plan.print),
    headerFooter: headerFooter(plan.print, whole),
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
  const styles = new StyleBook(whole.font);
  const isSeen = plan.visibility === 'visible';
  // What people fill in is read often, and reading a formula that is written out costs less.
  const shared = isSeen ? undefined : shareFormulas(plan.cells);
  let notes = 0;
  for (const cell of plan.cells) {
    const isNoted = cell.note !== undefined && (notes += 1) <= MOST_NOTES;
    writeCell(sheet, cell, { styles, long, isSeen, isNoted, sharedAs: shared?.get(cell) });
  }
  for (const validation of plan.validations) addValidation(sheet, validation);
  plan.conditionalFormats.forEach((format, index) => addConditionalFormat(sheet, format, index));
  if (plan.filter) sheet.autoFilter = plan.filter;
  const isFilledIn = plan.cells.some(({ style }) => style.unlocked);
  // Without a password: a fence against slips, not a lock. Free, and the same bytes every time. Nobody may sort: programs
  // refuse it where a cell of the range is locked, and would sort answers alone, away from what they answer.
  void sheet.protect('', {
    selectLockedCells: true,
    selectUnlockedCells: true,
    // Who answers may mark a cell and lead from it to the evidence.
    ...(isFilledIn ? { formatCells: true, insertHyperlinks: true } : {}),
    formatColumns: true,
    formatRows: true,
    autoFilter: true,
    // What is drawn stays where it is. Where people fill in they may add pictures and notes.
    ...(plan.charts.length + (plan.pictures ?? []).length > 0 && !isFilledIn
      ? { objects: false, scenarios: false }
      : {}),
    spinCount: 0,
  });
}

function pageSetup({ landscape, onePage, scale, breaks }: PrintSetup): Partial<ExcelJS.PageSetup> {
  return {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- A4; the library has the enum in its types only
    paperSize: 9,
    orientation: landscape ? 'landscape' : 'portrait',
    ...(scale === undefined ? { fitToPage: true, fitToWidth: 1, fitToHeight: onePage ? 1 : 0 } : { scale }),
    // All of a row before the next rows: what belongs together lies together.
    ...(breaks ? { pageOrder: 'overThenDown' } : {}),
    margins: landscape
      ? { left: 0.2, right: 0.2, top: 0.6, bottom: 0.75, header: 0.3, footer: 0.3 }
      : { left: 0.4, right: 0.4, top: 0.4, bottom: 0.7, header: 0.3, footer: 0.3 },
  };
}

/** Three parts, each short enough to stay apart from the next. */
function headerFooter(
  { header }: PrintSetup,
  { title, filledFor, footer }: WorkbookPlan,
): Partial<ExcelJS.HeaderFooter> {
  const plain = (text: string): string => text.replaceAll('&', '&&');
  return {
    ...(header === undefined ? {} : { oddHeader: `&L&8${plain(header)}` }),
    oddFooter: `&L&8${plain(filledFor ?? title)}&C&8&A · &P / &N&R&8${plain(footer)}`,
  };
}

interface CellSetting {
  readonly styles: StyleBook;
  readonly long: LongTexts;
  /** An empty text would be read aloud as a cell with something in it, so that the cell is left blank. */
  readonly isSeen: boolean;
  readonly isNoted: boolean;
  readonly sharedAs: SharedAs | undefined;
}

function writeCell(
  sheet: ExcelJS.Worksheet,
  cell: PlannedCell,
  { styles, long, isSeen, isNoted, sharedAs }: CellSetting,
): void {
  // By its row: by its address, the library would write every address and take it apart again.
  const target = sheet.getRow(cell.row).getCell(cell.column);
  const value = typeof cell.value === 'string' ? long.shorten(encodeCellText(withinBreaks(cell.value))) : cell.value;
  if (cell.formula !== undefined) {
    const result = cell.error === undefined ? value : ({ error: cell.error } as ExcelJS.CellErrorValue); // one of its errors
    target.value = { ...formulaOf(cell, cell.formula, sharedAs), ...(result === undefined ? {} : { result }) };
  } else if (cell.link !== undefined) {
    target.value = { text: String(value ?? ''), hyperlink: cell.link };
  } else if (cell.strong !== undefined && typeof cell.value === 'string') {
    target.value = { richText: runs(cell.value, cell.strong, styles.of(cell.style).font) };
  } else if (value !== undefined && !(value === '' && isSeen)) {
    target.value = value;
  }
  if (isNoted && cell.note !== undefined) target.note = shield(encodeCellText(cell.note));
  // Nobody looks at the others.
  if (isSeen) target.style = styles.of(cell.style);
}

/** The formula itself, or where it is written. */
function formulaOf(
  cell: PlannedCell,
  formula: string,
  sharedAs: SharedAs | undefined,
): ExcelJS.CellFormulaValue | ExcelJS.CellSharedFormulaValue {
  if (!sharedAs) return { formula };
  const { first, last } = sharedAs;
  if (cell !== first) return { sharedFormula: toA1(first) };
  // Kind and range are missing in its types.
  return { shareType: 'shared', ref: `${toA1(first)}:${toA1(last)}`, formula } as ExcelJS.CellFormulaValue;
}

/** A text in pieces, one of which is set in bold. */
function runs(text: string, strong: string, font: Partial<ExcelJS.Font> = {}): ExcelJS.RichText[] {
  const at = text.indexOf(strong);
  if (at < 0) return [{ font, text: shield(encodeCellText(text)) }];
  const pieces = [
    { font, text: text.slice(0, at) },
    { font: { ...font, bold: true }, text: strong },
    { font, text: text.slice(at + strong.length) },
  ];
  return pieces
    .filter((piece) => piece.text !== '')
    .map((piece) => ({ ...piece, text: shield(encodeCellText(piece.text)) }));
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
    const side = style.border && { style: style.border.weight ?? 'thin', color: { argb: argb(style.border.color) } };
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
