/** The sheets of a portfolio: figures that are counted already, in tables with charts of them. */
import { serialOf } from '../../../assessment/dates.js';
import { categoriesOf, objectivesOf, type Model } from '../../../model/model.js';
import { modelName } from '../../../model/named.js';
import { titleOf } from '../../../model/title.js';
import type { LevelDistribution, ListedOrganization } from '../../../scoring/portfolio.js';
import type { Style } from '../../../xlsx/plan.js';
import {
  cellOf,
  columnOf,
  constant,
  type Cell,
  type ChartDeclaration,
  type SheetDeclaration,
  type TableColumn,
  type TableRow,
} from '../../declare.js';
import { LEVEL_FILLS, LOOK, PALETTE } from '../../look.js';
import { px } from '../../measure.js';
import { countAxis, figure, foot, head, withChart, type PortfolioContext } from './parts.js';

/** The sheets in their order; that of the organizations where somebody asked for it. */
export function portfolioSheets(context: PortfolioContext): readonly SheetDeclaration[] {
  return [
    overviewSheet(context),
    categoriesSheet(context),
    objectivesSheet(context),
    groupsSheet(context),
    changeSheet(context),
    ...(context.organizations === undefined ? [] : [organizationsSheet(context)]),
  ];
}

const SHEET = { kind: 'result', landscape: true } as const;
const CENTER = { look: LOOK.headerCenter } as const;
const SIGNED: Style = { ...LOOK.decimal, format: '+0.00;-0.00;0.00' };

const series = (name: string, values: string, fill: string): ChartDeclaration['series'][number] => ({
  ...{ name, values, fill },
  as: 'column',
  line: PALETTE.navy,
});

function overviewSheet(context: PortfolioContext): SheetDeclaration {
  const { portfolio, model, words: w, notes } = context;
  const { program, completeness, evidence, change, incomplete, least, translated } = portfolio;
  const o = w.overview;
  const rows: [key: string, name: string, value: Cell][] = [
    ['n', o.counted, figure(portfolio.n, LOOK.number)],
    ['median', o.median, figure(program.median, LOOK.decimal)],
    ['mean', o.mean, figure(program.mean, LOOK.decimal)],
    ['q1', o.q1, figure(program.q1, LOOK.decimal)],
    ['q3', o.q3, figure(program.q3, LOOK.decimal)],
    ['completeness', o.completeness, figure(completeness.median, LOOK.percent)],
    ['evidence', o.evidence, figure(evidence?.median ?? null, LOOK.percent)],
    ['change', o.change, figure(change?.program.median ?? null, SIGNED)],
    ['incomplete', o.incomplete, figure(incomplete, LOOK.number)],
    ...(translated
      ? ([
          ['translated', o.translated, figure(translated.n, LOOK.number)],
          ['translated-counted', o.translatedCounted, figure(translated.counted, LOOK.number)],
          ['translated-share', o.translatedShare, figure(translated.share, LOOK.percent)],
        ] satisfies typeof rows)
      : []),
    ['least', o.least, figure(least ?? null, LOOK.number)],
  ];
  const [figures, levels] = ['portfolio-overview', 'portfolio-levels'];
  const { widths, ...place } = withChart([300, 90]);
  return {
    ...{ ...SHEET, id: 'portfolio-overview', name: w.sheets.overview, widths },
    blocks: [
      head(w.title(portfolio.n), [
        w.method.source(`${model.title} ${model.version}`),
        ...notes,
        ...(least === undefined ? [] : [w.method.privacy(least)]),
      ]),
      {
        is: 'table',
        id: figures,
        columns: [
          { id: 'figure', header: o.figure },
          { id: 'value', header: o.value, ...CENTER },
        ],
        rows: rows.map(([key, name, value]) => ({ key, cells: { figure: constant(name, LOOK.cell), value } })),
      },
      { is: 'lines', rows: [{ height: 9, cells: {} }] },
      {
        is: 'table',
        id: levels,
        columns: [
          { id: 'level', header: o.level },
          { id: 'n', header: o.n, ...CENTER },
        ],
        rows: model.levels.map(({ n, name }) => ({
          key: String(n),
          cells: { level: constant(`${n} ${name}`, LOOK.cell), n: countAt(program, n) },
        })),
      },
      foot(context),
    ],
    charts: [
      {
        ...{ title: o.chart, description: o.chartText, axis: countAxis(program.n), ...place },
        beside: cellOf(figures, 'n', 'figure'),
        labels: columnOf(levels, 'level'),
        series: [series(o.n, columnOf(levels, 'n'), PALETTE.navy)],
      },
    ],
  };
}

/** How many are at a level. */
function countAt({ n, mean, levels }: LevelDistribution, level: number): Cell {
  return figure(n > 0 && mean === null ? null : (levels[level] ?? 0), LOOK.number);
}

function categoriesSheet(context: PortfolioContext): SheetDeclaration {
  const { portfolio, model, words: w } = context;
  const table = 'portfolio-categories';
  const l = w.levels;
  const names = namesIn(model);
  const levelColumn = (n: number): string => `level_${n}`;
  const row = (key: string, name: string, each: LevelDistribution, look: Style, id = key): TableRow => ({
    key,
    cells: {
      id: constant(id, LOOK.cellId),
      name: constant(name, look),
      n: figure(each.n, LOOK.number),
      mean: figure(each.mean, LOOK.decimal),
      q1: figure(each.q1, LOOK.decimal),
      median: figure(each.median, LOOK.decimal),
      q3: figure(each.q3, LOOK.decimal),
      ...Object.fromEntries(model.levels.map(({ n }) => [levelColumn(n), countAt(each, n)])),
    },
  });
  const { widths, ...place } = withChart([46, 230, 36, 48, 56, 56, 56, ...model.levels.map(() => 44)]);
  const groups = 'portfolio-domains';
  const columns: TableColumn[] = [
    { id: 'id', header: w.unmet.id },
    { id: 'name', header: l.category },
    { id: 'n', header: l.n, ...CENTER },
    { id: 'mean', header: l.mean, ...CENTER },
    { id: 'q1', header: l.q1, ...CENTER },
    { id: 'median', header: l.median, ...CENTER },
    { id: 'q3', header: l.q3, ...CENTER },
    ...model.levels.map(({ n }) => ({ id: levelColumn(n), header: l.level(n), ...CENTER })),
  ];
  const first = portfolio.categories[0]?.id;
  return {
    ...{ ...SHEET, id: 'portfolio-categories', name: w.sheets.categories, widths, repeat: table },
    blocks: [
      head(l.title, [l.caption, l.note]),
      {
        ...{ is: 'table', id: table, columns },
        rows: portfolio.categories.map((each) => row(each.id, names.get(each.id) ?? each.id, each, LOOK.cell)),
      },
      { is: 'lines', rows: [{ height: 9, cells: {} }] },
      {
        ...{ is: 'table', id: groups, columns },
        rows: [
          // The program and domains have no code that people know.
          row('program', l.program, portfolio.program, LOOK.cellStrong, '–'),
          ...portfolio.domains.map((each) => row(each.id, names.get(each.id) ?? each.id, each, LOOK.cell, '–')),
        ],
      },
      foot(context),
    ],
    charts:
      first === undefined
        ? []
        : [
            {
              ...{ title: l.chart, description: l.chartText, axis: countAxis(portfolio.n), ...place },
              beside: cellOf(table, first, 'id'),
              labels: columnOf(table, 'id'),
              series: model.levels.map(({ n }, i) =>
                series(l.level(n), columnOf(table, levelColumn(n)), LEVEL_FILLS[i] ?? PALETTE.navy),
              ),
            },
          ],
  };
}

function objectivesSheet(context: PortfolioContext): SheetDeclaration {
  const { portfolio, model, words: w } = context;
  const u = w.unmet;
  const table = 'portfolio-objectives';
  const objectives = new Map(objectivesOf(model).map((each) => [each.id, each]));
  const categories = new Map(
    categoriesOf(model).flatMap(({ name, objectives: own }) => own.map(({ id }) => [id, name])),
  );
  const { widths, ...place } = withChart([60, 250, 200, 44, 60, 40, 50]);
  const [first] = portfolio.unmet;
  return {
    ...{ ...SHEET, id: 'portfolio-objectives', name: w.sheets.objectives, widths },
    blocks: [
      head(u.sheet, first ? [] : [u.none]),
      {
        is: 'table',
        id: table,
        columns: [
          { id: 'id', header: u.id },
          { id: 'title', header: u.objective },
          { id: 'category', header: u.category },
          { id: 'level', header: u.level, ...CENTER },
          { id: 'n', header: u.k, ...CENTER },
          { id: 'applicable', header: u.of, ...CENTER },
          { id: 'share', header: u.share, ...CENTER },
        ],
        rows: portfolio.unmet.map(({ objective, n, applicable, share }) => {
          const own = objectives.get(objective);
          return {
            key: objective,
            cells: {
              id: constant(objective, LOOK.cellId),
              title: constant(own ? titleOf(own) : objective, LOOK.cell),
              category: constant(categories.get(objective) ?? '–', LOOK.cell),
              level: figure(own?.level ?? null, LOOK.number),
              n: figure(n, LOOK.number),
              applicable: figure(applicable, LOOK.number),
              share: figure(share, LOOK.percent),
            },
          };
        }),
      },
      foot(context, portfolio.unmet.length),
    ],
    charts: first
      ? [
          {
            ...{ title: u.chart, description: u.chartText, ...place },
            axis: { min: 0, max: 1, step: 0.2, format: '0%' },
            beside: cellOf(table, first.objective, 'id'),
            labels: columnOf(table, 'id'),
            series: [series(u.share, columnOf(table, 'share'), PALETTE.navy)],
          },
        ]
      : [],
  };
}

function groupsSheet(context: PortfolioContext): SheetDeclaration {
  const { portfolio, model, words: w } = context;
  const { groups, least = 0 } = portfolio;
  const table = 'portfolio-groups';
  const g = w.groups;
  const { industries, sizes, regions } = model.profile;
  const names = new Map([...industries, ...sizes, ...regions].map(({ id, name }) => [id, name]));
  const { widths, ...place } = withChart([80, 200, 40, 50, 56, 56, 56, 190]);
  return {
    ...{ ...SHEET, id: 'portfolio-groups', name: w.sheets.groups, widths },
    blocks: [
      head(g.caption, groups.length === 0 ? [g.none] : []),
      {
        is: 'table',
        id: table,
        columns: [
          { id: 'by', header: g.grouping },
          { id: 'group', header: g.group },
          { id: 'n', header: w.levels.n, ...CENTER },
          { id: 'mean', header: w.levels.mean, ...CENTER },
          { id: 'q1', header: w.levels.q1, ...CENTER },
          { id: 'median', header: w.levels.median, ...CENTER },
          { id: 'q3', header: w.levels.q3, ...CENTER },
          { id: 'why', header: g.why },
        ],
        rows: groups.map(({ by, key, n, program }, index) => ({
          key: String(index),
          cells: {
            by: constant(g.by[by], LOOK.cell),
            group: constant(
              key === '' ? g.noKey : ((by === 'unit' ? undefined : names.get(key)) ?? key),
              LOOK.cellStrong,
            ),
            n: figure(n, LOOK.number),
            mean: figure(program?.mean ?? null, LOOK.decimal),
            q1: figure(program?.q1 ?? null, LOOK.decimal),
            median: figure(program?.median ?? null, LOOK.decimal),
            q3: figure(program?.q3 ?? null, LOOK.decimal),
            ...(program ? {} : { why: constant(n < least ? w.few : w.derivable, LOOK.cellMuted) }),
          },
        })),
      },
      foot(context, groups.length),
    ],
    charts:
      groups.length === 0
        ? []
        : [
            {
              ...{ title: g.chart, description: g.chartText, ...place },
              axis: { min: 0, max: model.levels.length, step: 1, format: '0' },
              beside: cellOf(table, '0', 'by'),
              labels: columnOf(table, 'group'),
              series: [series(w.levels.median, columnOf(table, 'median'), PALETTE.navy)],
            },
          ],
  };
}

function changeSheet(context: PortfolioContext): SheetDeclaration {
  const { portfolio, model, words: w } = context;
  const { change } = portfolio;
  const table = 'portfolio-change';
  const c = w.change;
  const names = namesIn(model);
  const rows = change
    ? [
        ...change.categories.map((each) => ({ ...each, name: names.get(each.id) ?? each.id, look: LOOK.cell })),
        // Maturity, and not levels.
        { ...change, ...change.program, id: '–', name: c.program, look: LOOK.cellStrong },
      ]
    : [];
  const { widths, ...place } = withChart([60, 250, 44, 90, 60, 60, 60]);
  const [first] = rows;
  const isShown = change !== undefined && change.up !== null;
  return {
    ...{ ...SHEET, id: 'portfolio-change', name: w.sheets.change, widths },
    blocks: [
      head(c.title, [change ? c.lead(change.n) : w.noChange, ...(change && !isShown ? [w.noChange] : [])]),
      {
        is: 'table',
        id: table,
        columns: [
          { id: 'id', header: w.unmet.id },
          { id: 'name', header: w.levels.category },
          { id: 'n', header: w.levels.n, ...CENTER },
          { id: 'mean', header: c.by, ...CENTER },
          { id: 'up', header: c.up, ...CENTER },
          { id: 'same', header: c.same, ...CENTER },
          { id: 'down', header: c.down, ...CENTER },
        ],
        rows: rows.map(({ id, name, n, mean, up, same, down, look }) => ({
          key: id,
          cells: {
            id: constant(id, LOOK.cellId),
            name: constant(name, look),
            n: figure(n, LOOK.number),
            mean: figure(mean, SIGNED),
            up: figure(up, LOOK.number),
            same: figure(same, LOOK.number),
            down: figure(down, LOOK.number),
          },
        })),
      },
      foot(context, rows.length),
    ],
    charts:
      first && isShown
        ? [
            {
              ...{ title: c.chart, description: c.chartText, axis: countAxis(change.n), ...place },
              beside: cellOf(table, first.id, 'id'),
              labels: columnOf(table, 'id'),
              series: [
                series(c.up, columnOf(table, 'up'), PALETTE.navy),
                series(c.same, columnOf(table, 'same'), LEVEL_FILLS[1]),
                series(c.down, columnOf(table, 'down'), PALETTE.alarm),
              ],
            },
          ]
        : [],
  };
}

function organizationsSheet(context: PortfolioContext): SheetDeclaration {
  const { portfolio, model, words: w, organizations = [] } = context;
  const table = 'portfolio-organizations';
  const o = w.list;
  const { industries, sizes, regions } = model.profile;
  const names = new Map([...industries, ...sizes, ...regions].map(({ id, name }) => [id, name]));
  /** A cell for a text; none where there is none, since one that holds an empty text is read aloud. */
  const text = (id: string, value: string, shown = value): Record<string, Cell> =>
    value === '' ? {} : { [id]: constant(shown, LOOK.cell) };
  const listed = (id: string, value: string): Record<string, Cell> => text(id, value, names.get(value));
  const categories = categoriesOf(model);
  return {
    ...{ ...SHEET, id: 'portfolio-organizations', name: w.sheets.organizations, repeat: table },
    // The levels of the categories are on a page of their own, beside the names.
    print: { scale: 90, repeatUpTo: 'name', breakAfter: [portfolio.translated ? 'translated' : 'change'] },
    widths: [
      200,
      110,
      120,
      90,
      90,
      80,
      66,
      62,
      66,
      62,
      60,
      ...(portfolio.translated ? [130] : []),
      ...categories.map(() => 40),
    ].map(px),
    blocks: [
      head(w.sheets.organizations, [o.lead]),
      {
        is: 'table',
        id: table,
        freezeAfter: 'name',
        columns: [
          { id: 'name', header: o.name },
          { id: 'unit', header: o.unit },
          { id: 'industry', header: o.industry },
          { id: 'size', header: o.size },
          { id: 'region', header: o.region },
          { id: 'asOf', header: o.asOf },
          { id: 'completeness', header: o.completeness, ...CENTER },
          { id: 'maturity', header: o.maturity, ...CENTER },
          { id: 'evidenced', header: o.evidenced, ...CENTER },
          { id: 'floor', header: o.floor, ...CENTER },
          { id: 'change', header: o.change, ...CENTER },
          ...(portfolio.translated ? [{ id: 'translated', header: o.translated }] : []),
          ...categories.map(({ id }) => ({ id, header: id, ...CENTER })),
        ],
        rows: organizations.map((each, index) => ({
          key: String(index),
          cells: {
            name: constant(each.name.trim() || '–', LOOK.cellStrong),
            ...text('unit', each.unit),
            ...listed('industry', each.industry),
            ...listed('size', each.size),
            ...listed('region', each.region),
            asOf: figure(serialOf(each.asOf) ?? null, LOOK.date),
            completeness: figure(each.completeness, LOOK.percent),
            maturity: figure(each.maturity, LOOK.decimal),
            evidenced: figure(each.evidencedMaturity, LOOK.decimal),
            floor: figure(each.floor, LOOK.number),
            change: figure(each.change, SIGNED),
            ...text('translated', leftOf(each, o)),
            ...Object.fromEntries(categories.map(({ id }) => [id, figure(each.levels[id] ?? null, LOOK.number)])),
          },
        })),
      },
      foot(context),
    ],
  };
}

/** How much is left of an assessment of an older edition; nothing of any other. */
function leftOf({ translated }: ListedOrganization, { translatedOf }: PortfolioContext['words']['list']): string {
  return translated ? translatedOf(translated.kept, translated.answers, modelName(translated.from)) : '';
}

function namesIn(model: Model): ReadonlyMap<string, string> {
  return new Map([...model.domains, ...categoriesOf(model)].map(({ id, name }) => [id, name]));
}
