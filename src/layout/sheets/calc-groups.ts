/** Hidden sheets: every rule of levels, categories, domains and the program with a cell of its own. */
import { ALL_DEPLOYMENTS, type Slice } from '../../scoring/figures.js';
import { PROGRAM, type Outline } from '../../scoring/outline.js';
import { rulesAt, slicesOnSheets, type Quantity, type Rule, type Scope } from '../../scoring/rules.js';
import type { LayoutContext } from '../context.js';
import { constant, type SheetDeclaration, type TableColumn } from '../declare.js';
import { LOOK } from '../look.js';
import { figureCell, slicesOf, nameFor } from './calc.js';

/** One row for each level of each category, or each category or group, seen through each deployment type. */
function calcTable(
  id: string,
  name: string,
  scope: Exclude<Scope, 'objective'>,
  { model, edition }: LayoutContext,
  outline: Outline,
  names: Partial<Record<Quantity, (key: string) => string>>,
): SheetDeclaration {
  const deployments = model.deployments.map((each) => each.id);
  const rules: readonly Rule[] = rulesAt(model, edition).filter((rule) => rule.scope === scope);
  const keys = outline[scope].map(({ key }) => key);
  const withNumber = scope === 'level';
  const slices = slicesOf(deployments);
  const rulesIn = (slice: Slice): readonly Rule[] =>
    rules.filter((rule) => slicesOnSheets(rule, slices).some((each) => each === slice || each === ''));
  const columnsIn = (slice: Slice): TableColumn[] => [
    { id: 'key', header: scope },
    { id: 'lens', header: 'deployment' },
    ...(withNumber ? [{ id: 'n', header: 'n' }] : []),
    ...rulesIn(slice).map((rule) => ({ id: rule.name, header: rule.name })),
  ];
  return {
    id,
    name,
    kind: 'hidden',
    widths: columnsIn(ALL_DEPLOYMENTS).map(() => 12),
    landscape: true,
    blocks: slices.map((slice) => ({
      is: 'table',
      id: slice === ALL_DEPLOYMENTS ? id : `${id}-${slice}`,
      columns: columnsIn(slice),
      rows: keys.map((key) => ({
        key,
        cells: {
          key: constant(key, LOOK.hidden),
          lens: constant(slice, LOOK.hidden),
          ...(withNumber
            ? { n: slice === ALL_DEPLOYMENTS ? figureCell('n', key) : constant(Number(key.split('/')[1]), LOOK.hidden) }
            : {}),
          ...Object.fromEntries(
            rulesIn(slice).map((rule) => {
              const nameOf = slice === ALL_DEPLOYMENTS ? names[rule.name] : undefined;
              return [rule.name, figureCell(rule.name, key, rule.byDeployment ? slice : '', undefined, nameOf?.(key))];
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
    evidencedLevel: named('evidenced'),
    plannedLevel: named('planned'),
    reviewedLevel: named('reviewed'),
    undisputedLevel: named('undisputed'),
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
    evidencedGroupMaturity: named('evidenced'),
    plannedGroupMaturity: named('planned'),
    reviewedGroupMaturity: named('reviewed'),
    undisputedGroupMaturity: named('undisputed'),
    evidencedShare: named('evidenced_share'),
  });
}
