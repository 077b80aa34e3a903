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
import { feedbackSheet } from './sheets/feedback.js';
import { gridSheet } from './sheets/grid.js';
import { introductionSheet } from './sheets/introduction.js';
import { listsSheet } from './sheets/lists.js';
import { mappingSheet } from './sheets/mapping.js';
import { metaSheet } from './sheets/meta.js';
import { profileSheet } from './sheets/profile.js';
import { referenceSheet } from './sheets/reference.js';
import { roadmapSheet } from './sheets/roadmap.js';
import { scorecardSheet } from './sheets/scorecard.js';

/** All sheets of the edition's layout, in the order of their tabs; hidden ones last. */
export function workbookSheets(context: LayoutContext, outline: Outline): readonly SheetDeclaration[] {
  const { layout } = context.edition;
  return allSheets(context, outline)
    .filter(({ since = 1 }) => since <= layout)
    .map((sheet) => ({
      ...sheet,
      blocks: sheet.blocks.map((block) => (block.is === 'table' ? tableAt(block, layout) : block)),
    }));
}

/** A table with the columns that a layout has. */
function tableAt(table: Table, layout: number): Table {
  const columns = table.columns.filter(({ since = 1 }) => since <= layout);
  return columns.length === table.columns.length ? table : { ...table, columns };
}

function allSheets(context: LayoutContext, outline: Outline): readonly SheetDeclaration[] {
  return [
    introductionSheet(context),
    profileSheet(context),
    gridSheet(context),
    answersSheet(context),
    scorecardSheet(context),
    roadmapSheet(context),
    mappingSheet(context),
    feedbackSheet(context),
    acknowledgmentsSheet(context),
    changesSheet(context),
    calcInputsSheet(context, outline),
    calcObjectivesSheet(context, outline),
    calcLevelsSheet(context, outline),
    calcCategoriesSheet(context, outline),
    calcGroupsSheet(context, outline),
    calcRoadmapSheet(outline),
    calcChartsSheet(context, outline),
    referenceSheet(context),
    listsSheet(context),
    metaSheet(context),
  ];
}
