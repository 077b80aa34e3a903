/** The ordered list of the workbook's sheets. A new sheet is one file and one line here. */
import type { Outline } from '../scoring/outline.js';
import type { LayoutContext } from './context.js';
import type { SheetDeclaration, Table } from './declare.js';
import { acknowledgmentsSheet, changesSheet } from './sheets/about.js';
import { answersSheet } from './sheets/answers.js';
import { calcChartsSheet } from './sheets/calc-charts.js';
import { calcCategoriesSheet, calcGroupsSheet, calcLevelsSheet } from './sheets/calc-groups.js';
import { calcInputsSheet } from './sheets/calc-inputs.js';
import { calcObjectivesSheet } from './sheets/calc-objectives.js';
import { calcRoadmapSheet } from './sheets/calc-roadmap.js';
import { calcStandingSheet } from './sheets/calc-standing.js';
import { conflictsSheet, inputPlaces } from './sheets/conflicts.js';
import { feedbackSheet } from './sheets/feedback.js';
import { firstAnswersSheet } from './sheets/first/answers.js';
import { firstCalcChartsSheet } from './sheets/first/calc-charts.js';
import { firstIntroductionSheet } from './sheets/first/introduction.js';
import { firstProfileSheet } from './sheets/first/profile.js';
import { firstScorecardSheet } from './sheets/first/scorecard.js';
import { gridSheet } from './sheets/grid.js';
import { introductionSheet } from './sheets/introduction.js';
import { listsSheet } from './sheets/lists.js';
import { coverageSheet, mappingSheet } from './sheets/mapping.js';
import { metaSheet } from './sheets/meta.js';
import { profileSheet } from './sheets/profile.js';
import { referenceSheet } from './sheets/reference.js';
import { roadmapSheet } from './sheets/roadmap.js';
import { rulesSheet } from './sheets/rules.js';
import { scorecardSheet } from './sheets/scorecard.js';

type Make = (context: LayoutContext, outline: Outline) => SheetDeclaration;

/**
 * In the order of their tabs; hidden ones last. One that came later stands with the first layout that has it, such as
 * `{ since: 2, make: feedbackSheet }`, and is not made for an earlier one, which does not ask what it shows. One that another
 * has taken the place of stands with the last layout that has it, and is made only to read workbooks of that one.
 */
const SHEETS: readonly (Make | { readonly since?: number; readonly until?: number; readonly make: Make })[] = [
  { until: 1, make: firstIntroductionSheet },
  { since: 2, make: introductionSheet },
  { until: 1, make: firstProfileSheet },
  { since: 2, make: profileSheet },
  gridSheet,
  { until: 1, make: firstAnswersSheet },
  { since: 2, make: answersSheet },
  { until: 1, make: firstScorecardSheet },
  { since: 2, make: scorecardSheet },
  roadmapSheet,
  mappingSheet,
  { since: 2, make: coverageSheet },
  { since: 2, make: rulesSheet },
  feedbackSheet,
  acknowledgmentsSheet,
  changesSheet,
  calcInputsSheet,
  calcObjectivesSheet,
  calcLevelsSheet,
  calcCategoriesSheet,
  calcGroupsSheet,
  calcRoadmapSheet,
  { until: 1, make: firstCalcChartsSheet },
  { since: 2, make: calcChartsSheet },
  { since: 2, make: calcStandingSheet },
  referenceSheet,
  listsSheet,
  metaSheet,
];

/** The sheets of the edition's layout. */
export function workbookSheets(context: LayoutContext, outline: Outline): readonly SheetDeclaration[] {
  const { layout } = context.edition;
  const sheets = SHEETS.flatMap((each) => {
    const { since = 1, until = layout, make } = typeof each === 'function' ? { make: each } : each;
    if (since > layout || until < layout) return [];
    const sheet = make(context, outline);
    const blocks = sheet.blocks.map((block) => (block.is === 'table' ? tableAt(block, layout) : block));
    return [{ ...sheet, blocks }];
  });
  // It leads to the inputs of the others, so that it is made last; people see it first.
  return context.edition.conflicts === undefined ? sheets : [conflictsSheet(context, inputPlaces(sheets)), ...sheets];
}

/** A table with the columns that a layout has. */
function tableAt(table: Table, layout: number): Table {
  const columns = table.columns.filter(({ since = 1 }) => since <= layout);
  return columns.length === table.columns.length ? table : { ...table, columns };
}
