/** Hidden sheets: what was typed, made clean, and every rule with a cell of its own. The visible sheets only show these figures. */
import { FIELDS, NO, type AnswerField, type Field } from '../../assessment/fields.js';
import { EARLIEST_SERIAL, LAST_SERIAL } from '../../assessment/dates.js';
import { INVISIBLE } from '../../assessment/reason.js';
import { choicesOf } from '../../locale/choices.js';
import { ALL_DEPLOYMENTS, type Lens } from '../../scoring/figures.js';
import { PROGRAM, type Outline } from '../../scoring/outline.js';
import { rulesFor, type Quantity, type Rule, type Scope } from '../../scoring/rules.js';
import {
  cellOf,
  columnOf,
  constant,
  figureColumn,
  figureOf,
  formula,
  show,
  type Cell,
  type SheetDeclaration,
  type Show,
  type TableColumn,
} from '../declare.js';
import { CALC_CATEGORY, CALC_OBJECTIVES } from '../figure-formula.js';
import { LOOK } from '../look.js';
import type { LayoutContext } from '../context.js';
import { ANSWERS_TABLE } from './answers.js';
import { CATEGORY_TABLE, DEPLOYMENT_TABLE, ORGANIZATION_TABLE, PROFILE_VALUE } from './profile.js';

export const CALC_ROADMAP = 'calc-roadmap';
export const CHART_CATEGORIES = 'chart-categories';
export const CHART_GROUPS = 'chart-groups';
/** Column of `calc-objectives`: the row of the answers table that holds the objective, wherever sorting put it. */
export const ANSWER_ROW = 'row';

const figure = (quantity: Quantity, key: string, lens: Lens = '', from?: Show, name?: string): Cell => ({
  content: { is: 'figure', quantity, lens, key, ...(from ? { from } : {}) },
  look: LOOK.hidden,
  ...(name ? { name } : {}),
});

/** A clean value from what was typed: a number within the field's bounds, a whole day, or blank. Agrees with the reader. */
function decoded(field: Field, raw: Show): Show {
  if (field.kind === 'number') {
    const bounds = [
      field.open ? show.above(raw, field.min) : show.atLeast(raw, field.min),
      show.atMost(raw, field.max),
    ];
    // Checked one after the other: a text would make the next test fail with an error.
    const whole = field.whole ? show.when(show.equal(show.wholePart(raw), raw), raw, '') : raw;
    return show.orElse(
      show.when(show.isNumber(raw), show.when(show.and(show.given(raw), ...bounds), whole, ''), ''),
      '',
    );
  }
  if (field.kind === 'date') {
    const inRange = [show.atLeast(raw, EARLIEST_SERIAL), show.below(raw, LAST_SERIAL + 1)];
    return show.orElse(
      show.when(show.isNumber(raw), show.when(show.and(show.given(raw), ...inRange), show.wholePart(raw), ''), ''),
      '',
    );
  }
  return show.orElse(show.trim(raw), '');
}

/** `use_self_hosted`: names must not hold hyphens. */
export const nameFor = (prefix: string, id: string): string => `${prefix}_${id.replaceAll('-', '_')}`;

export function calcInputsSheet({ model, words }: LayoutContext, outline: Outline): SheetDeclaration {
  const no = choicesOf('yesNo', model, words).find(({ id }) => id === NO)?.label ?? NO;
  const typed = (table: string, key: string, column: string): Show => show.of(cellOf(table, key, column));
  const asOf = decoded(FIELDS.organization.asOf, typed(ORGANIZATION_TABLE, 'asOf', PROFILE_VALUE));
  return {
    id: 'calc-inputs',
    name: 'Calc Inputs',
    kind: 'hidden',
    widths: [24, 16, 16, 16],
    landscape: false,
    blocks: [
      {
        is: 'table',
        id: 'calc-program',
        columns: [
          { id: 'key', header: 'input' },
          { id: 'value', header: 'value' },
        ],
        rows: [
          {
            key: 'asOf',
            cells: { key: constant('asOf', LOOK.hidden), value: figure('asOf', PROGRAM, '', asOf, 'as_of') },
          },
          ...model.deployments.map(({ id }) => {
            // Only an explicit No leaves a type out: a blank is not read as No.
            const inUse = show.unequal(show.trim(typed(DEPLOYMENT_TABLE, id, 'inUse')), no);
            const cell = figure(`uses:${id}`, PROGRAM, '', inUse, nameFor('uses', id));
            return { key: `uses:${id}`, cells: { key: constant(`uses:${id}`, LOOK.hidden), value: cell } };
          }),
        ],
      },
      {
        is: 'table',
        id: 'calc-category-inputs',
        columns: [
          { id: 'key', header: 'category' },
          { id: 'target', header: 'target' },
          { id: 'weight', header: 'weight' },
          { id: 'order', header: 'order' },
        ],
        rows: outline.category.map(({ key }) => {
          const target = decoded(FIELDS.category.target, typed(CATEGORY_TABLE, key, 'target'));
          const weight = decoded(FIELDS.category.weight, typed(CATEGORY_TABLE, key, 'weight'));
          const orOne = show.when(show.isNumber(weight), typed(CATEGORY_TABLE, key, 'weight'), 1);
          return {
            key,
            cells: {
              key: constant(key, LOOK.hidden),
              target: figure('target', key, '', target, `target_${key}`),
              weight: figure('weight', key, '', orOne, `weight_${key}`),
              order: figure('categoryOrder', key),
            },
          };
        }),
      },
    ],
  };
}

export function calcObjectivesSheet({ model, words }: LayoutContext, outline: Outline): SheetDeclaration {
  const deployments = model.deployments.map(({ id }) => id);
  const lenses = lensesOf(deployments);
  const rules = rulesFor(deployments).filter(({ scope }) => scope === 'objective');
  const columns: TableColumn[] = [
    { id: 'key', header: 'objective', name: 'calc_id' },
    { id: CALC_CATEGORY, header: 'category', name: 'calc_category' },
    { id: 'objectiveLevel', header: 'level', name: 'calc_level' },
    { id: 'objectiveOrder', header: 'order' },
    { id: 'threshold', header: 'threshold' },
    { id: 'direction', header: 'direction' },
    ...deployments.map((id) => ({ id: `for:${id}`, header: `for ${id}` })),
    { id: ANSWER_ROW, header: 'row', name: 'calc_row' },
    ...(['answer', 'measured', 'reasonGiven', 'validUntil'] as const).map((id) => ({ id, header: id })),
    ...rules.flatMap(({ name, byDeployment }) =>
      (byDeployment ? lenses : ['']).map((lens) => ({
        id: `${name}${lens && `:${lens}`}`,
        header: `${name} ${lens}`.trim(),
        ...(name === 'state' || name === 'roadmapOrder'
          ? { name: nameFor(`calc_${name}`, lens).replace(/_$/, '') }
          : {}),
      })),
    ),
  ];
  return {
    id: 'calc-objectives',
    name: 'Calc Objectives',
    kind: 'hidden',
    widths: columns.map(() => 12),
    landscape: true,
    blocks: [
      {
        is: 'table',
        id: CALC_OBJECTIVES,
        columns,
        rows: outline.objective.map(({ key, objective }) => {
          const typed = (field: AnswerField): Show =>
            show.at(show.column(columnOf(ANSWERS_TABLE, field)), show.of(cellOf(CALC_OBJECTIVES, key, ANSWER_ROW)));
          const row = show.orElse(show.find(key, show.column(columnOf(ANSWERS_TABLE, 'id')), 0), '');
          const notes = INVISIBLE.reduce((text, each) => show.substitute(text, each, ' '), show.clean(typed('notes')));
          const reason = show.orElse(show.above(show.length(show.trim(notes)), 0), false);
          return {
            key,
            cells: {
              key: constant(key, LOOK.hidden),
              [CALC_CATEGORY]: constant(objective.category, LOOK.hidden),
              objectiveLevel: figure('objectiveLevel', key),
              objectiveOrder: figure('objectiveOrder', key),
              threshold: figure('threshold', key),
              direction: figure('direction', key),
              ...Object.fromEntries(deployments.map((id) => [`for:${id}`, figure(`for:${id}`, key)])),
              [ANSWER_ROW]: formula(row, LOOK.hidden),
              answer: figure('answer', key, '', decodedAnswer(typed('answer'), model, words)),
              measured: figure('measured', key, '', decoded(FIELDS.objective.measured, typed('measured'))),
              reasonGiven: figure('reasonGiven', key, '', reason),
              validUntil: figure('validUntil', key, '', decoded(FIELDS.objective.validUntil, typed('validUntil'))),
              ...Object.fromEntries(
                rules.flatMap(({ name, byDeployment }) =>
                  (byDeployment ? lenses : ['']).map((lens) => [
                    `${name}${lens && `:${lens}`}`,
                    figure(name, key, lens),
                  ]),
                ),
              ),
            },
          };
        }),
      },
    ],
  };
}

/** The code of the answer whose label was typed; blank for anything else. */
function decodedAnswer(raw: Show, model: LayoutContext['model'], words: LayoutContext['words']): Show {
  const nested = choicesOf('answers', model, words).reduceRight<Show>(
    (otherwise, { id, label }) => show.when(show.equal(show.trim(raw), label), id, otherwise),
    show.literal(''),
  );
  return show.orElse(nested, '');
}

/** One row for each level of each category, or each category or group, seen through each deployment type. */
function calcTable(
  id: string,
  name: string,
  scope: Exclude<Scope, 'objective'>,
  { model }: LayoutContext,
  outline: Outline,
  names: Partial<Record<Quantity, (key: string) => string>>,
): SheetDeclaration {
  const deployments = model.deployments.map((each) => each.id);
  const rules: readonly Rule[] = rulesFor(deployments).filter((rule) => rule.scope === scope);
  const keys = outline[scope].map(({ key }) => key);
  const withNumber = scope === 'level';
  const columns: TableColumn[] = [
    { id: 'key', header: scope },
    { id: 'lens', header: 'deployment' },
    ...(withNumber ? [{ id: 'n', header: 'n' }] : []),
    ...rules.map((rule) => ({ id: rule.name, header: rule.name })),
  ];
  return {
    id,
    name,
    kind: 'hidden',
    widths: columns.map(() => 12),
    landscape: true,
    blocks: lensesOf(deployments).map((lens) => ({
      is: 'table',
      id: lens === ALL_DEPLOYMENTS ? id : `${id}-${lens}`,
      columns,
      rows: keys.map((key) => ({
        key,
        cells: {
          key: constant(key, LOOK.hidden),
          lens: constant(lens, LOOK.hidden),
          ...(withNumber
            ? { n: lens === ALL_DEPLOYMENTS ? figure('n', key) : constant(Number(key.split('/')[1]), LOOK.hidden) }
            : {}),
          ...Object.fromEntries(
            rules.map((rule) => {
              const nameOf = lens === ALL_DEPLOYMENTS ? names[rule.name] : undefined;
              return [rule.name, figure(rule.name, key, rule.byDeployment ? lens : '', undefined, nameOf?.(key))];
            }),
          ),
        },
      })),
    })),
  };
}

export function calcLevelsSheet(context: LayoutContext, outline: Outline): SheetDeclaration {
  return calcTable('calc-levels', 'Calc Levels', 'level', context, outline, {});
}

export function calcCategoriesSheet(context: LayoutContext, outline: Outline): SheetDeclaration {
  const named = (prefix: string) => (key: string) => `${prefix}_${key}`;
  return calcTable('calc-categories', 'Calc Categories', 'category', context, outline, {
    applicable: named('applicable'),
    level: named('level'),
    potential: named('potential'),
    next: named('next'),
    progress: named('progress'),
    maturity: named('maturity'),
    completeness: named('completeness'),
    gap: named('gap'),
  });
}

export function calcGroupsSheet(context: LayoutContext, outline: Outline): SheetDeclaration {
  const named = (suffix: string) => (key: string) => (key === PROGRAM ? `program_${suffix}` : nameFor(suffix, key));
  return calcTable('calc-groups', 'Calc Groups', 'group', context, outline, {
    groupApplicable: named('applicable'),
    groupMaturity: named('maturity'),
    groupFloor: named('floor'),
    groupCompleteness: named('completeness'),
    belowTarget: named('below_target'),
  });
}

/** The roadmap in order: which objective comes first, second, and so on. */
export function calcRoadmapSheet(_: LayoutContext, outline: Outline): SheetDeclaration {
  const order = show.column(figureColumn('roadmapOrder'));
  return {
    id: 'calc-roadmap',
    name: 'Calc Roadmap',
    kind: 'hidden',
    widths: [8, 12, 12],
    landscape: false,
    blocks: [
      {
        is: 'table',
        id: CALC_ROADMAP,
        columns: [
          { id: 'key', header: 'k' },
          { id: 'order', header: 'order' },
          { id: 'position', header: 'position' },
        ],
        rows: outline.objective.map((_, index) => {
          const key = String(index + 1);
          const mine = show.of(cellOf(CALC_ROADMAP, key, 'order'));
          return {
            key,
            cells: {
              key: constant(index + 1, LOOK.hidden),
              order: formula(
                show.orElse(show.smallest(order, show.of(cellOf(CALC_ROADMAP, key, 'key'))), ''),
                LOOK.hidden,
              ),
              position: formula(show.when(show.blank(mine), '', show.find(mine, order, 0)), LOOK.hidden),
            },
          };
        }),
      },
    ],
  };
}

/** What the charts are drawn from: numbers only, since a chart shows a text as zero. */
export function calcChartsSheet({ model, words }: LayoutContext, outline: Outline): SheetDeclaration {
  const numberOr = (value: Show, otherwise: Show | number): Show => show.when(show.isNumber(value), value, otherwise);
  const figureShown = (quantity: Quantity, key: string): Show => show.of(figureOf(quantity, key, ALL_DEPLOYMENTS));
  const groupNames = new Map([
    ...model.domains.map(({ id, name }) => [id, name] as const),
    [PROGRAM, words.scorecard.program],
  ]);
  return {
    id: 'calc-charts',
    name: 'Calc Charts',
    kind: 'hidden',
    widths: [16, 12, 12, 12],
    landscape: false,
    blocks: [
      {
        is: 'table',
        id: CHART_CATEGORIES,
        columns: ['key', 'current', 'target', 'answered'].map((id) => ({ id, header: id })),
        rows: outline.category.map(({ key }) => {
          const maturity = numberOr(figureShown('maturity', key), 0);
          return {
            key,
            cells: {
              key: constant(key, LOOK.hidden),
              current: formula(maturity, LOOK.hidden),
              // Without a target its line runs along with the current one.
              target: formula(numberOr(show.of(figureOf('target', key)), maturity), LOOK.hidden),
              answered: formula(numberOr(figureShown('completeness', key), 0), LOOK.hidden),
            },
          };
        }),
      },
      {
        is: 'table',
        id: CHART_GROUPS,
        columns: ['key', 'current', 'floor'].map((id) => ({ id, header: id })),
        rows: outline.group.map(({ key }) => ({
          key,
          cells: {
            key: constant(groupNames.get(key) ?? key, LOOK.hidden),
            current: formula(numberOr(figureShown('groupMaturity', key), 0), LOOK.hidden),
            floor: formula(numberOr(figureShown('groupFloor', key), 0), LOOK.hidden),
          },
        })),
      },
    ],
  };
}

function lensesOf(deployments: readonly string[]): Lens[] {
  return [ALL_DEPLOYMENTS, ...deployments];
}
