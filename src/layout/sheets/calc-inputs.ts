/** Hidden sheet: what was typed on the Profile, made clean. Agrees with the reader. */
import { FIELDS, NO, type AskedOf } from '../../assessment/fields.js';
import { choicesOf, SYNONYMS_SINCE } from '../../locale/choices.js';
import { PROGRAM, type Outline } from '../../scoring/outline.js';
import { ask, filledIn, type LayoutContext } from '../context.js';
import { cellOf, columnOf, constant, formula, show, type SheetDeclaration, type Show } from '../declare.js';
import { LOOK } from '../look.js';
import { decoded, figureCell, nameFor } from './calc.js';
import { ANSWERS_TABLE } from './answers.js';
import { meaningOf } from './lists.js';
import { CATEGORY_TABLE, CONDITION_TABLE, DEPLOYMENT_TABLE, ORGANIZATION_TABLE, PROFILE_VALUE } from './profile.js';

/** Whether the names that figures depend on still lead to cells. The first layout that asks: */
const SOUND_SINCE = 2;
const SOUND = 'sound';
const PROGRAM_TABLE = 'calc-program';

const sound = show.of(cellOf(PROGRAM_TABLE, SOUND, 'value'));

/** A value that is an error where a name that figures depend on leads nowhere. */
export function whereSound({ edition }: LayoutContext, value: Show): Show {
  return edition.layout < SOUND_SINCE ? value : show.when(sound, value, '');
}

export function calcInputsSheet(context: LayoutContext, outline: Outline): SheetDeclaration {
  const { model, words, edition, fields } = context;
  const no = choicesOf('yesNo', model, words).find(({ id }) => id === NO)?.label ?? NO;
  const typed = (table: string, key: string, column: string): Show => filledIn(context, table, key, column);
  const isChecked = edition.layout >= SOUND_SINCE;
  // Only an explicit No leaves something out: a blank is not read as No.
  const isNotNo = (raw: Show): Show => {
    const given = show.trim(raw);
    const isOther = show.unequal(given, no);
    return edition.layout < SYNONYMS_SINCE ? isOther : show.and(isOther, show.unequal(meaningOf('yesNo', given), NO));
  };
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
        id: PROGRAM_TABLE,
        columns: [
          { id: 'key', header: 'input' },
          { id: 'value', header: 'value' },
        ],
        rows: [
          {
            key: 'asOf',
            cells: { key: constant('asOf', LOOK.hidden), value: figureCell('asOf', PROGRAM, '', asOf, 'as_of') },
          },
          ...(isChecked
            ? [
                {
                  key: SOUND,
                  cells: {
                    key: constant(SOUND, LOOK.hidden),
                    value: { ...formula(isSound(context), LOOK.hidden), name: SOUND },
                  },
                },
              ]
            : []),
          ...model.deployments.map(({ id }) => {
            const saysSo = isNotNo(typed(DEPLOYMENT_TABLE, id, 'inUse'));
            // Every figure depends on this: where a name is broken, all of them show an error, and none a wrong number.
            const inUse = isChecked ? show.and(sound, saysSo) : saysSo;
            const cell = figureCell(`uses:${id}`, PROGRAM, '', inUse, nameFor('uses', id));
            return { key: `uses:${id}`, cells: { key: constant(`uses:${id}`, LOOK.hidden), value: cell } };
          }),
          ...(model.conditions ?? []).map(({ id }) => {
            // A layout that does not ask for a condition takes it for true.
            const isAsked = fields.condition['holds'] !== undefined;
            const holds = isAsked ? isNotNo(typed(CONDITION_TABLE, id, 'holds')) : show.literal(true);
            const cell = figureCell(`holds:${id}`, PROGRAM, '', holds, nameFor('holds', id));
            return { key: `holds:${id}`, cells: { key: constant(`holds:${id}`, LOOK.hidden), value: cell } };
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
          const target = decoded(ask(context, 'category', 'target').field, typed(CATEGORY_TABLE, key, 'target'));
          const weight = decoded(FIELDS.category.weight, typed(CATEGORY_TABLE, key, 'weight'));
          const orOne = show.when(show.isNumber(weight), typed(CATEGORY_TABLE, key, 'weight'), 1);
          return {
            key,
            cells: {
              key: constant(key, LOOK.hidden),
              target: figureCell('target', key, '', target, `target_${key}`),
              weight: figureCell('weight', key, '', orOne, `weight_${key}`),
              order: figureCell('categoryOrder', key),
            },
          };
        }),
      },
    ],
  };
}

/** True where every column that figures depend on is there; an error where a name leads nowhere. */
function isSound({ fields, model }: LayoutContext): Show {
  const scored = (of: AskedOf): string[] =>
    Object.entries(fields[of]).flatMap(([name, { affects }]) => (affects === 'score' ? [name] : []));
  const columns = [
    [ANSWERS_TABLE, ['id', ...scored('objective')]],
    [ORGANIZATION_TABLE, ['id', PROFILE_VALUE]],
    [DEPLOYMENT_TABLE, ['id', ...scored('deployment')]],
    ...((model.conditions ?? []).length > 0 ? ([[CONDITION_TABLE, ['id', ...scored('condition')]]] as const) : []),
    [CATEGORY_TABLE, ['id', ...scored('category')]],
  ] as const;
  const rows = columns.flatMap(([table, ids]) => ids.map((id) => show.rows(show.column(columnOf(table, id)))));
  return show.and(...rows.map((count) => show.above(count, 0)));
}
