/** The check that a cell's program makes while people type: from the field that the cell is for. */
import { EARLIEST_SERIAL, LAST_SERIAL } from '../assessment/dates.js';
import { LONGEST_TEXT, type Field } from '../assessment/fields.js';
import type { Validation } from '../xlsx/plan.js';
import { listName } from './declare.js';

/** The rule of the dropdown or check of a field. */
export function validationRule(field: Field): Validation['rule'] {
  switch (field.kind) {
    case 'choice':
      return { kind: 'list', name: listName(field.list) };
    case 'number':
      return { kind: 'number', min: field.min, max: field.max, whole: field.whole ?? false, open: field.open ?? false };
    case 'date':
      return { kind: 'date', min: EARLIEST_SERIAL, max: LAST_SERIAL };
    case 'text':
      return { kind: 'text', longest: LONGEST_TEXT };
  }
}
