/** All sheets of the workbook. A new one without inputs is one file, one tab and one line here; one with inputs is in `asked-sheets`. */
import type { Outline } from '../scoring/outline.js';
import { ASKED, makeSheet, type Maker } from './asked-sheets.js';
import type { LayoutContext } from './context.js';
import type { SheetDeclaration } from './declare.js';
import { acknowledgmentsSheet, changesSheet } from './sheets/about.js';
import { calcChartsSheet } from './sheets/calc-charts.js';
import { calcCategoriesSheet, calcGroupsSheet, calcLevelsSheet } from './sheets/calc-groups.js';
import { calcInputsSheet } from './sheets/calc-inputs.js';
import { calcObjectivesSheet } from './sheets/calc-objectives.js';
import { calcRoadmapSheet } from './sheets/calc-roadmap.js';
import { calcStandingSheet } from './sheets/calc-standing.js';
import { conflictsSheet, inputPlaces } from './sheets/conflicts.js';
import { firstCalcChartsSheet } from './sheets/first/calc-charts.js';
import { firstIntroductionSheet } from './sheets/first/introduction.js';
import { firstScorecardSheet } from './sheets/first/scorecard.js';
import { gridSheet } from './sheets/grid.js';
import { introductionSheet } from './sheets/introduction.js';
import { listsSheet, LISTS_SHEET } from './sheets/lists.js';
import { coverageSheet, mappingSheet } from './sheets/mapping.js';
import { metaSheet, META_SHEET } from './sheets/meta.js';
import { referenceSheet } from './sheets/reference.js';
import { reviewResultSheet } from './sheets/review-result.js';
import { roadmapSheet } from './sheets/roadmap.js';
import { rulesSheet } from './sheets/rules.js';
import { scorecardSheet } from './sheets/scorecard.js';
import { tabsAt, type TabId } from './tabs.js';

/** The sheets that nobody fills in. */
const SHOWN: Readonly<Record<Exclude<TabId, keyof typeof ASKED>, Maker>> = {
  introduction: [{ until: 1, make: firstIntroductionSheet }, { make: introductionSheet }],
  grid: gridSheet,
  scorecard: [{ until: 1, make: firstScorecardSheet }, { make: scorecardSheet }],
  roadmap: roadmapSheet,
  mapping: mappingSheet,
  coverage: coverageSheet,
  rules: rulesSheet,
  acknowledgments: acknowledgmentsSheet,
  changes: changesSheet,
  'Calc Inputs': calcInputsSheet,
  'Calc Objectives': calcObjectivesSheet,
  'Calc Levels': calcLevelsSheet,
  'Calc Categories': calcCategoriesSheet,
  'Calc Groups': calcGroupsSheet,
  'Calc Roadmap': calcRoadmapSheet,
  'Calc Charts': [{ until: 1, make: firstCalcChartsSheet }, { make: calcChartsSheet }],
  'Calc Standing': calcStandingSheet,
  Reference: referenceSheet,
  [LISTS_SHEET]: listsSheet,
  [META_SHEET]: metaSheet,
};

/** The sheets of the edition's layout. */
export function workbookSheets(context: LayoutContext, outline: Outline): readonly SheetDeclaration[] {
  const makers: Readonly<Record<TabId, Maker>> = { ...SHOWN, ...ASKED };
  const { conflicts, layout, review } = context.edition;
  const sheets = tabsAt(layout).flatMap((id) => {
    const sheet = makeSheet(makers[id], context, outline);
    return id === 'answers' && review ? [sheet, reviewResultSheet(context)] : [sheet];
  });
  // It leads to the inputs of the others, so that it is made last; people see it first.
  return conflicts === undefined ? sheets : [conflictsSheet(context, inputPlaces(sheets)), ...sheets];
}
