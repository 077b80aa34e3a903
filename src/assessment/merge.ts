/** Puts together what was answered in parts: one organization, several files, e.g. one for each category. */
import { diagnose, type Diagnostic, type Parsed } from '../diagnostic/diagnostic.js';
import {
  FEEDBACK_ROWS,
  fieldNames,
  ORGANIZATION_FIELDS,
  type Answer,
  type Assessment,
  type Organization,
} from './fields.js';

/**
 * One assessment from several. What only one of them says is taken; where two say different things, that is reported and
 * there is no value. A deployment type is in use if any part says so.
 */
export function mergeAssessments(parts: readonly Assessment[]): Parsed<Assessment> {
  const [first, ...rest] = parts;
  if (!first) return { diagnostics: [] };
  const diagnostics: Diagnostic[] = [];
  const join = <T extends string | number>(path: string, a: T | undefined, b: T | undefined): T | undefined => {
    const one: T | undefined = isBlank(a) ? undefined : a;
    const other: T | undefined = isBlank(b) ? undefined : b;
    if (one !== undefined && other !== undefined && one !== other) {
      diagnostics.push(diagnose('conflicting-answers', { path }, { found: String(other), detail: String(one) }));
    }
    return one ?? other;
  };
  const joinRecords = <T extends string | number>(
    path: string,
    a: Readonly<Record<string, T | undefined>>,
    b: Readonly<Record<string, T | undefined>>,
  ): Record<string, T> => {
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    return Object.fromEntries(
      [...keys].flatMap((key) => {
        const value = join(`${path}.${key}`, a[key], b[key]);
        return value === undefined ? [] : [[key, value] as const];
      }),
    );
  };
  const value = rest.reduce((whole, part): Assessment => {
    const ids = new Set([...whole.answers.keys(), ...part.answers.keys()]);
    return {
      model: whole.model,
      organization: Object.fromEntries(
        fieldNames(ORGANIZATION_FIELDS).map((name) => [
          name,
          join(`organization.${name}`, whole.organization[name], part.organization[name]) ?? '',
        ]),
      ) as Organization, // one entry for each of its fields
      selection: [...new Set([...whole.selection, ...part.selection])],
      targets: joinRecords('targets', whole.targets, part.targets),
      weights: joinRecords('weights', whole.weights, part.weights),
      answers: new Map(
        [...ids].map((id) => [
          id,
          joinRecords(`answers.${id}`, whole.answers.get(id) ?? {}, part.answers.get(id) ?? {}) as Answer, // fields of two answers
        ]),
      ),
      feedback: [...whole.feedback, ...part.feedback].slice(0, FEEDBACK_ROWS),
    };
  }, first);
  return diagnostics.length > 0 ? { diagnostics } : { value, diagnostics };
}

function isBlank(value: string | number | undefined): boolean {
  return value === undefined || value === '';
}
