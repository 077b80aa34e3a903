/** The Scorecard as layout 1 has it: no workbook is issued with it any more, but those that come back are compared with it. */
import { categoriesOf, objectivesOf } from '../../../model/model.js';
import { ALL_DEPLOYMENTS, type Slice } from '../../../scoring/figures.js';
import { PROGRAM } from '../../../scoring/outline.js';
import type { Quantity } from '../../../scoring/rules.js';
import type { Style } from '../../../xlsx/plan.js';
import { closingLines, emptyLine, titleLines, type LayoutContext } from '../../context.js';
import {
  cellOf,
  columnOf,
  constant,
  figureOf,
  formula,
  show,
  type Cell,
  type Line,
  type SheetDeclaration,
  type Show,
} from '../../declare.js';
import { LOOK } from '../../look.js';
import { ORGANIZATION_TABLE, PROFILE_VALUE } from '../profile.js';
import { ROADMAP_TABLE } from '../roadmap.js';

/** The table that the Introduction leads to. */
export const SCORECARD_PROGRAM = 'scorecard-program';
const SCORECARD_DOMAINS = 'scorecard-domains';
const SCORECARD_CATEGORIES = 'scorecard-categories';
const SCORECARD_DEPLOYMENTS = 'scorecard-deployments';
/** How many of the roadmap's first steps are shown. */
const NEXT_STEPS = 3;
/** Columns of figures beside the names. */
const FIGURE_COLUMNS = 8;

export function firstScorecardSheet(context: LayoutContext): SheetDeclaration {
  const { model, words } = context;
  const w = words.firstScorecard;
  const figure = (quantity: Quantity, key: string, look: Style, slice: Slice = ALL_DEPLOYMENTS): Cell =>
    formula(show.of(figureOf(quantity, key, slice)), look);
  const profile = (field: string): Show => show.of(cellOf(ORGANIZATION_TABLE, field, PROFILE_VALUE));
  const orDash = (expression: Show): Show => show.when(show.blank(expression), w.none, expression);
  const heading = (text: string, lead?: string): Line[] => [
    emptyLine,
    { height: 22, cells: { 1: constant(text, LOOK.heading) } },
    ...(lead === undefined ? [] : [{ height: 16, cells: { 1: constant(lead, LOOK.mutedLine) } }]),
  ];
  const groupColumns = [
    { id: 'maturity', header: w.mature, look: LOOK.headerCenter },
    { id: 'floor', header: w.floor, look: LOOK.headerCenter },
    { id: 'completeness', header: w.completeness, look: LOOK.headerCenter },
    { id: 'below', header: w.below, look: LOOK.headerCenter },
    { id: 'applicable', header: w.applicable, look: LOOK.headerCenter },
  ];
  const groupCells = (key: string, slice: Slice = ALL_DEPLOYMENTS, big = false): Record<string, Cell> => ({
    maturity: figure('groupMaturity', key, big ? LOOK.big : LOOK.decimal, slice),
    floor: figure('groupFloor', key, big ? LOOK.bigWhole : LOOK.number, slice),
    completeness: figure('groupCompleteness', key, big ? LOOK.bigPercent : LOOK.percent, slice),
    below: figure('belowTarget', key, big ? LOOK.bigWhole : LOOK.number, slice),
    applicable: figure('groupApplicable', key, big ? LOOK.bigWhole : LOOK.number, slice),
  });
  const floor = show.of(figureOf('groupFloor', PROGRAM, ALL_DEPLOYMENTS));
  const weakest = show.orElse(
    show.at(
      show.column(columnOf(SCORECARD_CATEGORIES, 'name')),
      show.find(floor, show.column(columnOf(SCORECARD_CATEGORIES, 'level')), 0),
    ),
    w.none,
  );
  const step = (k: number): Show => {
    const id = show.of(cellOf(ROADMAP_TABLE, String(k), 'id'));
    return show.when(show.blank(id), w.none, show.join(id, ' · ', show.of(cellOf(ROADMAP_TABLE, String(k), 'text'))));
  };
  return {
    id: 'scorecard',
    name: words.sheets.scorecard,
    kind: 'result',
    widths: [15, 50, ...Array.from({ length: FIGURE_COLUMNS }, () => 11)],
    landscape: true,
    onePage: true,
    blocks: [
      {
        is: 'lines',
        rows: [
          ...titleLines(context, w.title, ''),
          {
            height: 20,
            cells: {
              2: formula(
                orDash(show.join(profile('name'), show.when(show.blank(profile('unit')), '', ' · '), profile('unit'))),
                { size: 12, bold: true },
              ),
              9: constant(w.asOf, LOOK.mutedLine),
              10: formula(orDash(show.of(figureOf('asOf', PROGRAM))), { format: 'yyyy-mm-dd', align: 'center' }),
            },
          },
          ...heading(w.program),
        ],
      },
      {
        is: 'table',
        id: SCORECARD_PROGRAM,
        columns: [{ id: 'id', header: '' }, { id: 'weakest', header: w.weakest }, ...groupColumns],
        rowHeight: 34,
        rows: [
          {
            key: PROGRAM,
            cells: {
              id: constant(w.program, LOOK.cellStrong),
              weakest: formula(weakest, { ...LOOK.cellStrong, valign: 'middle' }),
              ...groupCells(PROGRAM, ALL_DEPLOYMENTS, true),
            },
          },
        ],
      },
      {
        is: 'lines',
        rows: [
          ...heading(w.next),
          ...Array.from({ length: Math.min(NEXT_STEPS, objectivesOf(model).length) }, (_, index) => ({
            height: 15,
            cells: {
              1: constant(index + 1, { align: 'center' as const, bold: true }),
              2: formula(step(index + 1), {}),
            },
          })),
          ...heading(w.categories),
        ],
      },
      {
        is: 'table',
        id: SCORECARD_CATEGORIES,
        columns: [
          { id: 'id', header: w.code },
          { id: 'name', header: w.category },
          { id: 'level', header: w.level, look: LOOK.headerCenter },
          { id: 'potential', header: w.potential, look: LOOK.headerCenter },
          { id: 'target', header: w.target, look: LOOK.headerCenter },
          { id: 'gap', header: w.gap, look: LOOK.headerCenter },
          { id: 'progress', header: w.progress, look: LOOK.headerCenter },
          { id: 'maturity', header: w.mature, look: LOOK.headerCenter },
          { id: 'completeness', header: w.completeness, look: LOOK.headerCenter },
          { id: 'weight', header: w.weight, look: LOOK.headerCenter },
        ],
        rows: categoriesOf(model).map(({ id, name }) => ({
          key: id,
          cells: {
            id: constant(id, LOOK.cellStrong),
            name: constant(name, LOOK.cell),
            level: figure('level', id, LOOK.number),
            potential: figure('potential', id, LOOK.number),
            target: figure('target', id, LOOK.number, ''),
            gap: figure('gap', id, LOOK.number),
            progress: figure('progress', id, LOOK.percent),
            maturity: figure('maturity', id, LOOK.decimal),
            completeness: figure('completeness', id, LOOK.percent),
            weight: figure('weight', id, { ...LOOK.number, format: '0.##' }, ''),
          },
        })),
      },
      {
        is: 'lines',
        rows: [{ height: 16, cells: { 1: constant(w.legend, { ...LOOK.mutedLine, size: 8 }) } }, ...heading(w.domains)],
      },
      {
        is: 'table',
        id: SCORECARD_DOMAINS,
        columns: [{ id: 'id', header: w.code }, { id: 'name', header: w.domain }, ...groupColumns],
        rows: model.domains.map(({ id, name }) => ({
          key: id,
          cells: { id: constant(id, LOOK.cellMuted), name: constant(name, LOOK.cellStrong), ...groupCells(id) },
        })),
      },
      { is: 'lines', rows: heading(w.byDeployment, w.byDeploymentLead) },
      {
        is: 'table',
        id: SCORECARD_DEPLOYMENTS,
        columns: [{ id: 'id', header: w.code }, { id: 'name', header: w.type }, ...groupColumns],
        rows: model.deployments.map(({ id, name }) => ({
          key: id,
          cells: {
            id: constant(id, LOOK.cellMuted),
            name: constant(name, LOOK.cellStrong),
            ...groupCells(PROGRAM, id),
          },
        })),
      },
      { is: 'lines', rows: closingLines(context) },
    ],
  };
}
