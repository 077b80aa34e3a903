/** What the hidden sheets that compute have in common: figures with cells of their own, and clean values from what was typed. */
import type { Field } from '../../assessment/fields.js';
import { EARLIEST_SERIAL, LAST_SERIAL } from '../../assessment/dates.js';
import { isShownAsShare, pointsOf } from '../../assessment/share.js';
import { ALL_DEPLOYMENTS, type Slice } from '../../scoring/figures.js';
import type { Quantity } from '../../scoring/rules.js';
import { show, type Cell, type Show } from '../declare.js';
import { LOOK } from '../look.js';

export const figureCell = (quantity: Quantity, key: string, slice: Slice = '', from?: Show, name?: string): Cell => ({
  content: { is: 'figure', quantity, slice, key, ...(from ? { from } : {}) },
  look: LOOK.hidden,
  ...(name ? { name } : {}),
});

/** A clean value from what was typed: a number within the field's bounds, a whole day, or blank. Agrees with the reader. */
export function decoded(field: Field, raw: Show): Show {
  if (field.kind === 'number') {
    const bounds = [
      field.open ? show.above(raw, field.min) : show.atLeast(raw, field.min),
      show.atMost(raw, field.max),
    ];
    // Checked one after the other: a text would make the next test fail with an error.
    const clean = isShownAsShare(field) ? pointsOf(raw) : raw;
    const whole = field.whole ? show.when(show.equal(show.wholePart(raw), raw), clean, '') : clean;
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

/** All deployment types together, then each alone. */
export function slicesOf(deployments: readonly string[]): Slice[] {
  return [ALL_DEPLOYMENTS, ...deployments];
}
