/** What a schema objects to, as facts that each language has words for: what was found, and what was expected. */
import type { z } from 'zod';
import { SHAPE_FORMS, type FoundValue, type ShapeForm, type ShapeProblem, type ValueKind } from './catalogue.js';
import { Comparing } from './distance.js';
import { suggested } from './suggest.js';

/** One problem, and where it is. */
export interface ShapeFault {
  /** As far as the file has it; of an unknown field, with its name. */
  readonly path: readonly PropertyKey[];
  readonly problem: ShapeProblem;
}

/** What the check of a schema says by `params`, so that no sentence is written there. */
export const objecting = (problem: ShapeProblem): { readonly params: { readonly problem: ShapeProblem } } => ({
  params: { problem },
});

/**
 * All problems of a value. It was checked with `reportInput`; `schema` knows the names of fields. `most`: how many unknown fields
 * of one object are told one by one, as a stranger may write thousands.
 */
export function shapeFaults(
  issues: readonly z.core.$ZodIssue[],
  schema: z.core.$ZodType,
  comparing: Comparing = new Comparing(),
  most = Infinity,
): ShapeFault[] {
  // What is of another kind has no length either: a text for a list would be too long as well.
  const ofOtherKind = new Set(issues.filter(({ code }) => code === 'invalid_type').map(({ path }) => keyOf(path)));
  return issues
    .filter(({ code, path }) => (code !== 'too_big' && code !== 'too_small') || !ofOtherKind.has(keyOf(path)))
    .flatMap((issue) => faultsOf(issue, schema, comparing, most));
}

const keyOf = (path: readonly PropertyKey[]): string => path.map(String).join('\0');

/** Below a path. */
const within = (path: readonly PropertyKey[], issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] =>
  issues.map((each) => ({ ...each, path: [...path, ...each.path] }));

function faultsOf(issue: z.core.$ZodIssue, schema: z.core.$ZodType, comparing: Comparing, most: number): ShapeFault[] {
  const { path } = issue;
  const one = (problem: ShapeProblem): ShapeFault[] => [{ path, problem }];
  const found = valueFound(issue.input);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = namesIn(schema, path);
      const told = issue.keys.slice(0, most);
      const more = issue.keys.length - told.length;
      return told.map((name, i) => ({
        path: [...path, name],
        problem: {
          is: 'unknown-field',
          name,
          known,
          ...suggested(name, known, comparing),
          ...(more > 0 && i === told.length - 1 ? { more } : {}),
        },
      }));
    }
    case 'invalid_union':
      return inUnion(issue, schema, comparing, most);
    case 'invalid_key':
    case 'invalid_element':
      return shapeFaults(within(path, issue.issues), schema, comparing, most);
    case 'invalid_type': {
      if (issue.input === undefined) return one({ is: 'missing', ...nameOf(path) });
      const expected = kindOf(issue.expected);
      return one({ is: 'type', found, expected: expected === undefined ? [] : [expected] });
    }
    case 'invalid_value': {
      if (issue.input === undefined) return one({ is: 'missing', ...nameOf(path) });
      const options = issue.values.flatMap((value) =>
        value === '' ? [] : [typeof value === 'number' ? value : String(value)],
      );
      const may = issue.values.includes('') ? { blank: true as const } : {};
      const texts = options.filter((each) => typeof each === 'string');
      const near = found.kind === 'text' ? suggested(found.text ?? '', texts, comparing) : {};
      return one({ is: 'options', found, options, ...may, ...near });
    }
    case 'too_big':
    case 'too_small':
      return one(outside(issue, found));
    case 'invalid_format':
      return one({ is: 'form', found, form: SHAPE_FORMS.find((form) => form === issue.message) ?? formOf(issue) });
    case 'custom': {
      const said: unknown = issue.params?.['problem'];
      return one(isProblem(said) ? said : { is: 'invalid', found });
    }
    case 'not_multiple_of':
      return one({ is: 'invalid', found });
  }
}

/** The name of the last part of a path that has one. */
function nameOf(path: readonly PropertyKey[]): { readonly name?: string } {
  const name = path.at(-1);
  return typeof name === 'string' ? { name } : {};
}

/** Nobody but the checks of our schemas sets what is looked at here. */
const isProblem = (said: unknown): said is ShapeProblem => typeof said === 'object' && said !== null && 'is' in said;

function formOf({ format }: z.core.$ZodIssueInvalidStringFormat): ShapeForm | undefined {
  return format === 'date' ? 'date' : undefined;
}

/** A number, or how much there is in a text or a list. */
function outside(
  issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall,
  found: FoundValue,
): Extract<ShapeProblem, { is: 'size' | 'number' }> {
  const [limit, isMost] =
    issue.code === 'too_big' ? [Number(issue.maximum), true] : [Number(issue.minimum), false as const];
  const { input } = issue;
  if (typeof input === 'string') return { is: 'size', of: 'text', count: input.length, limit, isMost };
  if (Array.isArray(input)) return { is: 'size', of: 'list', count: input.length, limit, isMost };
  return { is: 'number', found, limit, isMost, ...(issue.inclusive === false ? { open: true } : {}) };
}

/** Of several shapes, the one that the value is meant to have; where it has none of their kinds, the kinds. */
function inUnion(
  issue: z.core.$ZodIssueInvalidUnion,
  schema: z.core.$ZodType,
  comparing: Comparing,
  most: number,
): ShapeFault[] {
  const isOther = (each: z.core.$ZodIssue): boolean => each.code === 'invalid_type' && each.path.length === 0;
  const meant = issue.errors.filter((issues) => !issues.some(isOther));
  const [only] = meant;
  if (only && meant.length === 1) return shapeFaults(within(issue.path, only), schema, comparing, most);
  const expected = issue.errors.flatMap((issues) =>
    issues.flatMap((each) => (each.code === 'invalid_type' ? (kindOf(each.expected) ?? []) : [])),
  );
  return [{ path: issue.path, problem: { is: 'type', found: valueFound(issue.input), expected } }];
}

/** What there is in a file, in the words of JSON. */
export function valueFound(value: unknown): FoundValue {
  if (typeof value === 'string') return { kind: 'text', text: value };
  if (typeof value === 'number')
    return Number.isFinite(value) ? { kind: 'number', text: String(value) } : { kind: 'endless' };
  if (typeof value === 'boolean') return { kind: 'boolean', text: String(value) };
  if (value === null || value === undefined) return { kind: 'null' };
  return { kind: Array.isArray(value) ? 'list' : 'object' };
}

const KINDS: Readonly<Record<string, ValueKind>> = {
  ...{ string: 'text', number: 'number', int: 'whole', boolean: 'boolean', array: 'list', object: 'object' },
  ...{ record: 'object', null: 'null' },
};

const kindOf = (expected: string): ValueKind | undefined => KINDS[expected];

/** The names of the fields that an object at a path may have; none where its schema is no object. */
function namesIn(schema: z.core.$ZodType, path: readonly PropertyKey[]): readonly string[] {
  const { def } = (schema as z.core.$ZodTypes)._zod; // every schema is one of these
  const [part, ...rest] = path;
  switch (def.type) {
    case 'object': {
      if (part === undefined) return Object.keys(def.shape);
      const inside = def.shape[String(part)];
      return inside ? namesIn(inside, rest) : [];
    }
    case 'array':
      return part === undefined ? [] : namesIn(def.element, rest);
    case 'record':
      return part === undefined ? [] : namesIn(def.valueType, rest);
    case 'optional':
    case 'nullable':
    case 'default':
      return namesIn(def.innerType, path);
    case 'union':
      return def.options.map((each) => namesIn(each, path)).find((names) => names.length > 0) ?? [];
    default:
      return [];
  }
}
