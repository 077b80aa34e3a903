/** Where we stand, on one printed page: program, domains, categories, deployment types, and what to do next. */
import { categoriesOf, objectivesOf } from '../../model/model.js';
import { ALL_DEPLOYMENTS, type Slice } from '../../scoring/figures.js';
import { LENSES_SINCE } from '../../scoring/lenses.js';
import { PROGRAM } from '../../scoring/outline.js';
import type { Quantity } from '../../scoring/rules.js';
import type { Style } from '../../xlsx/plan.js';
import { closingLines, emptyLine, titleLines, type LayoutContext } from '../context.js';
import {
  cellOf,
  columnOf,
  constant,
  figureOf,
  formula,
  show,
  type Cell,
  type ChartDeclaration,
  type Line,
  type SheetDeclaration,
  type Show,
} from '../declare.js';
import { LEVEL_FILLS, LEVEL_INKS, LOOK, PALETTE } from '../look.js';
import { CHART_CATEGORIES, CHART_GROUPS } from './calc-charts.js';
import { ORGANIZATION_TABLE, PROFILE_VALUE } from './profile.js';
import { ROADMAP_TABLE } from './roadmap.js';

export const SCORECARD_PROGRAM = 'scorecard-program';
export const SCORECARD_DOMAINS = 'scorecard-domains';
export const SCORECARD_CATEGORIES = 'scorecard-categories';
export const SCORECARD_DEPLOYMENTS = 'scorecard-deployments';
/** How many of the roadmap's first steps are shown. */
const NEXT_STEPS = 3;
/** Columns beside the tables that the charts cover. */
const CHART_WIDTHS = [10, 10, 10, 10, 10, 10, 10];

/** Columns of figures beside the names: those of the lenses came later. */
const figureColumns = ({ edition }: LayoutContext): number => (edition.layout < LENSES_SINCE ? 8 : 10);

export function scorecardSheet(context: LayoutContext): SheetDeclaration {
  const { model, words, edition } = context;
  const hasLenses = edition.layout >= LENSES_SINCE;
  const w = words.scorecard;
  const figure = (quantity: Quantity, key: string, look: Style, slice: Slice = ALL_DEPLOYMENTS): Cell =>
    formula(show.of(figureOf(quantity, key, slice)), look);
  const profile = (field: string): Show => show.of(cellOf(ORGANIZATION_TABLE, field, PROFILE_VALUE));
  const orDash = (expression: Show): Show => show.when(show.blank(expression), w.none, expression);
  const heading = (text: string, lead?: string): Line[] => [
    emptyLine,
    { height: 22, cells: { 1: constant(text, LOOK.heading) } },
    ...(lead === undefined ? [] : [{ height: 16, cells: { 1: constant(lead, LOOK.mutedLine) } }]),
  ];
  const levelFormats = [...model.levels].map((level) => ({
    columns: ['level'],
    when: (inRow: (column: string) => Show) => show.equal(inRow('level'), level.n),
    look: {
      fill: LEVEL_FILLS[level.n - 1] ?? LEVEL_FILLS[0],
      color: LEVEL_INKS[level.n - 1] ?? LEVEL_INKS[0],
      bold: true,
    },
  }));
  const gapFormat = {
    columns: ['gap'],
    when: (inRow: (column: string) => Show) => show.and(show.isNumber(inRow('gap')), show.above(inRow('gap'), 0)),
    look: { fill: PALETTE.alarmFill, color: PALETTE.alarm, bold: true },
  };
  const center = { look: LOOK.headerCenter };
  const seen = { ...center, since: LENSES_SINCE };
  const groupColumns = [
    { id: 'maturity', header: w.mature, look: LOOK.headerCenter },
    { id: 'evidenced', header: w.evidencedMaturity, ...seen },
    { id: 'planned', header: w.plannedMaturity, ...seen },
    { id: 'floor', header: w.floor, look: LOOK.headerCenter },
    { id: 'completeness', header: w.completeness, look: LOOK.headerCenter },
    { id: 'below', header: w.below, look: LOOK.headerCenter },
    { id: 'applicable', header: w.applicable, look: LOOK.headerCenter },
    { id: 'share', header: w.evidencedShare, ...seen },
  ];
  const groupCells = (key: string, slice: Slice = ALL_DEPLOYMENTS, big = false): Record<string, Cell> => ({
    maturity: figure('groupMaturity', key, big ? LOOK.big : LOOK.decimal, slice),
    floor: figure('groupFloor', key, big ? LOOK.bigWhole : LOOK.number, slice),
    completeness: figure('groupCompleteness', key, big ? LOOK.bigPercent : LOOK.percent, slice),
    below: figure('belowTarget', key, big ? LOOK.bigWhole : LOOK.number, slice),
    applicable: figure('groupApplicable', key, big ? LOOK.bigWhole : LOOK.number, slice),
    ...(hasLenses
      ? {
          evidenced: figure('evidencedGroupMaturity', key, big ? LOOK.big : LOOK.decimal, slice),
          ...(slice === ALL_DEPLOYMENTS
            ? { planned: figure('plannedGroupMaturity', key, big ? LOOK.big : LOOK.decimal) }
            : {}),
          share: figure('evidencedShare', key, big ? LOOK.bigPercent : LOOK.percent, slice),
        }
      : {}),
  });
  /** Where nothing is planned, there is no level to plan for. */
  const plannedLevel = (id: string): Cell => {
    const of = (quantity: Quantity): Show => show.of(figureOf(quantity, id, ALL_DEPLOYMENTS));
    return formula(show.when(show.equal(of('plannedMetSum'), of('metSum')), w.none, of('plannedLevel')), LOOK.number);
  };
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
    widths: [15, 50, ...Array.from({ length: figureColumns(context) }, () => 11), 2, ...CHART_WIDTHS],
    landscape: true,
    onePage: true,
    charts: chartsOf(context),
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
        formats: [...levelFormats, gapFormat],
        columns: [
          { id: 'id', header: w.code },
          { id: 'name', header: w.category },
          { id: 'level', header: w.level, look: LOOK.headerCenter },
          { id: 'evidenced', header: w.evidencedLevel, ...seen },
          { id: 'planned', header: w.plannedLevel, ...seen },
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
            ...(hasLenses ? { evidenced: figure('evidencedLevel', id, LOOK.number), planned: plannedLevel(id) } : {}),
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
        rows: [
          ...[w.legend, ...(hasLenses ? [w.legendLenses] : [])].map((text) => ({
            height: 16,
            cells: { 1: constant(text, { ...LOOK.mutedLine, size: 8 }) },
          })),
          ...heading(w.domains),
        ],
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
        columns: [
          { id: 'id', header: w.code },
          { id: 'name', header: w.type },
          ...groupColumns.map((column) => (column.id === 'planned' ? { ...column, header: '' } : column)),
        ],
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

function chartsOf(context: LayoutContext): ChartDeclaration[] {
  const w = context.words.scorecard;
  const first = figureColumns(context) + 4;
  const columns = { from: first, to: first + CHART_WIDTHS.length };
  const levels = { min: 0, max: 5, step: 1 };
  const beside = cellOf(SCORECARD_PROGRAM, PROGRAM, 'id');
  return [
    {
      kind: 'radar',
      title: w.charts.radar,
      description: w.charts.radarText,
      beside,
      columns,
      below: 0,
      rows: 16,
      labels: columnOf(CHART_CATEGORIES, 'key'),
      series: [
        { name: w.charts.current, values: columnOf(CHART_CATEGORIES, 'current'), color: '2B6199', dashed: false },
        { name: w.target, values: columnOf(CHART_CATEGORIES, 'target'), color: 'B4531A', dashed: true },
      ],
      axis: { ...levels, format: '0' },
    },
    {
      kind: 'bars',
      title: w.charts.answered,
      description: w.charts.answeredText,
      beside,
      columns,
      below: 17,
      rows: 11,
      labels: columnOf(CHART_CATEGORIES, 'key'),
      series: [
        { name: w.completeness, values: columnOf(CHART_CATEGORIES, 'answered'), color: '2B6199', dashed: false },
      ],
      axis: { min: 0, max: 1, step: 0.25, format: '0%' },
    },
    {
      kind: 'bars',
      title: w.charts.groups,
      description: w.charts.groupsText,
      beside,
      columns,
      below: 29,
      rows: 9,
      labels: columnOf(CHART_GROUPS, 'key'),
      series: [
        { name: w.mature, values: columnOf(CHART_GROUPS, 'current'), color: '2B6199', dashed: false },
        { name: w.floor, values: columnOf(CHART_GROUPS, 'floor'), color: 'B4531A', dashed: true },
      ],
      axis: { ...levels, format: '0.0' },
    },
  ];
}
