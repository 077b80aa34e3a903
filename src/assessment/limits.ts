/** What the number of a field may be. */
import type { NumberRange } from '../diagnostic/catalogue.js';
import type { Field } from './fields.js';

export type NumberField = Field & { readonly kind: 'number' };

/** True for a number that the field can hold. */
export function isWithin({ min, max, open, whole }: NumberField, number: number): boolean {
  const isLow = open === true ? number <= min : number < min;
  return !isLow && number <= max && !(whole === true && !Number.isInteger(number));
}

/** The same as a fact for people. */
export function rangeOf({ min, max, whole, open, unit }: NumberField): NumberRange {
  return { min, max, ...(whole ? { whole } : {}), ...(open ? { open } : {}), ...(unit ? { unit } : {}) };
}
