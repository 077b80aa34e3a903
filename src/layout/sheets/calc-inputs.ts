/** Hidden sheet: what was typed on the Profile, made clean. Agrees with the reader. */
import { FIELDS, NO } from '../../assessment/fields.js';
import { choicesOf, SYNONYMS_SINCE } from '../../locale/choices.js';
import { PROGRAM, type Outline } from '../../scoring/outline.js';
import type { LayoutContext } from '../context.js';
import { cellOf, constant, show, type SheetDeclaration, type Show } from '../declare.js';
import { LOOK } from '../look.js';
import { decoded, figureCell, nameFor } from './calc.js';
import { meaningOf } from './lists.js';
import { CATEGORY_TABLE, CONDITION_TABLE, DEPLOYMENT_TABLE, ORGANIZATION_TABLE, PROFILE_VALUE } from './profile.js';

export function calcInputsSheet({ model, words, edition, fields }: LayoutContext, outline: Outline): SheetDeclaration {
  const no = choicesOf('yesNo', model, words).find(({ id }) => id === NO)?.label ?? NO;
  const typed = (table: string, key: string, column: string): Show => show.of(cellOf(table, key, column));
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
        id: 'calc-program',
        columns: [
          { id: 'key', header: 'input' },
          { id: 'value', header: 'value' },
        ],
        rows: [
          {
            key: 'asOf',
            cells: { key: constant('asOf', LOOK.hidden), value: figureCell('asOf', PROGRAM, '', asOf, 'as_of') },
          },
          ...model.deployments.map(({ id }) => {
            const inUse = isNotNo(typed(DEPLOYMENT_TABLE, id, 'inUse'));
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
          const target = decoded(FIELDS.category.target, typed(CATEGORY_TABLE, key, 'target'));
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
