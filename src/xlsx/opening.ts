/** How a workbook opens: its window, the tab and the cells that are chosen, and whether it is computed first. */
import { parseA1, toA1 } from '../grid/address.js';
import type { PlannedSheet, WorkbookPlan } from './plan.js';

/** The engine of Excel 2019 and 365. Called by an earlier one it would recalculate, and ask whether to save what nobody changed. */
const ENGINE = 191_029;

/** A window of usual size, in twentieths of a point. */
const WINDOW = 'xWindow="0" yWindow="0" windowWidth="28800" windowHeight="15600"';

/** Number of the tab that is opened: the first that people see. */
function openedTab({ sheets }: WorkbookPlan): number {
  return Math.max(
    0,
    sheets.findIndex(({ visibility }) => visibility === 'visible'),
  );
}

/** The workbook's part with a window, a current engine and names of people who comment. */
export function withOpening(xml: string, plan: WorkbookPlan): string {
  const views = `<bookViews><workbookView ${WINDOW} activeTab="${openedTab(plan)}"/></bookViews>`;
  // What has no result yet is blank for a program that believes itself up to date.
  const isComputed = plan.sheets.every(({ cells }) =>
    cells.every(({ formula, value, error }) => formula === undefined || value !== undefined || error !== undefined),
  );
  const engine = `<calcPr calcId="${ENGINE}"${isComputed ? '' : ' fullCalcOnLoad="1"'}/>`;
  return xml
    .replace(/ filterPrivacy="\w+"/, '')
    .replace(/<bookViews>.*?<\/bookViews>|<bookViews\/>/s, '')
    .replace('<sheets>', `${views}<sheets>`)
    .replace(/<calcPr\b[^>]*\/>/, engine);
}

/** A sheet's part with its tab chosen, or not, and a chosen cell in each part of it that scrolls. */
export function withSelections(xml: string, plan: WorkbookPlan, sheet: PlannedSheet): string {
  const isOpened = plan.sheets[openedTab(plan)] === sheet;
  const selections = panesOf(sheet).map(({ pane, row, column }, i, { length }) => {
    const start = parseA1(sheet.start);
    // The cell to begin at, where it lies in the part that people work in.
    const isStart = i === length - 1 && start !== undefined && start.row >= row && start.column >= column;
    const cell = isStart ? sheet.start : toA1({ row, column });
    return `<selection pane="${pane}" activeCell="${cell}" sqref="${cell}"/>`;
  });
  return xml.replace(/<sheetView\b([^>]*)>(.*?)<\/sheetView>/s, (_, attributes: string, inner: string) => {
    const chosen = selections.length === 0 ? inner : inner.replace(/<selection\b[^>]*\/>/g, '') + selections.join('');
    return `<sheetView${isOpened ? ' tabSelected="1"' : ''}${attributes}>${chosen}</sheetView>`;
  });
}

interface Pane {
  readonly pane: string;
  /** Its first cell. */
  readonly row: number;
  readonly column: number;
}

/** The parts of a frozen sheet that scroll, the one that scrolls both ways last. */
function panesOf({ freeze }: PlannedSheet): Pane[] {
  if (!freeze) return [];
  const { row, column } = freeze;
  return [
    ...(column > 1 ? [{ pane: 'topRight', row: 1, column }] : []),
    ...(row > 1 ? [{ pane: 'bottomLeft', row, column: 1 }] : []),
    ...(column > 1 && row > 1 ? [{ pane: 'bottomRight', row, column }] : []),
  ];
}
