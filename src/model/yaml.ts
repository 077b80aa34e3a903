/** One YAML file to a value of a known shape; every fault with its line and column. */
import { isMap, isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import type { DiagnosticCode } from '../diagnostic/catalogue.js';
import { find, type Finding, type Parsed, type Place } from '../diagnostic/finding.js';
import { shapeFaults, type ShapeFault } from '../diagnostic/shape-problems.js';
import { aliasFault, yamlFaults, type PlacedFault } from './yaml-fault.js';

/** A parsed file that can still say where each of its values stands. */
export interface Sourced<T> {
  readonly value: T;
  /** Line and column of the value at a path, or of the nearest thing around it. */
  readonly placeOf: (path: readonly PropertyKey[]) => Place;
}

/** A path as people count: the first item of a list is 1, so that `levels.2` is the second level. */
export function fieldAt(path: readonly PropertyKey[]): string {
  return path.map((part) => (typeof part === 'number' ? String(part + 1) : String(part))).join('.');
}

/** Parses YAML 1.2 (core schema) and checks it against `schema`. */
export function parseYaml<S extends z.ZodType>(text: string, file: string, schema: S): Parsed<Sourced<z.infer<S>>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { version: '1.2', schema: 'core', lineCounter: lines, prettyErrors: false });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  if (document.errors.length > 0) {
    return {
      findings: firstOf(yamlFaults(text, document), 'model-syntax', { file }, ({ fault, offset }) =>
        find('model-syntax', at(offset), { fault }),
      ),
    };
  }
  const placeOf = (path: readonly PropertyKey[]): Place => at(offsetOf(document, path));
  const unfolded = unfold(document);
  if ('fault' in unfolded) return { findings: [find('model-syntax', at(unfolded.offset), { fault: unfolded.fault })] };
  const checked = schema.safeParse(unfolded.value, { reportInput: true });
  if (checked.success) return { value: { value: checked.data, placeOf }, findings: [] };
  const faults = shapeFaults(checked.error.issues, schema);
  return { findings: firstOf(faults, 'model-shape', { file }, (fault) => explain(fault, document, at)) };
}

/** The values of a document. A few lines of aliases can stand for more than any memory holds; the library then refuses. */
function unfold(document: Document): { readonly value: unknown } | PlacedFault {
  try {
    return { value: document.toJS() };
  } catch (error) {
    return aliasFault(document, error);
  }
}

/** More faults of one file than these help nobody, and each is looked for in the whole file. */
const MOST_FAULTS = 100;

/** Findings for the first ones, and how many more there are. */
function firstOf<T>(
  faults: readonly T[],
  code: DiagnosticCode,
  file: Place,
  findingOf: (fault: T) => Finding,
): Finding[] {
  const more = faults.length - MOST_FAULTS;
  const findings = faults.slice(0, MOST_FAULTS).map(findingOf);
  return more <= 0 ? findings : [...findings, find('more-of-the-same', file, { found: code, more })];
}

/** An unknown field is in the object that has it. */
function explain({ path, problem }: ShapeFault, document: Document, at: (offset: number) => Place): Finding {
  const field = fieldAt(problem.is === 'unknown-field' ? path.slice(0, -1) : path);
  return find('model-shape', { ...at(offsetOf(document, path)), field }, { problem });
}

/** Offset of the value at `path`, or of its nearest parent that exists. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const part = path.slice(0, length);
    const parent = length > 0 ? document.getIn(part.slice(0, -1), true) : undefined;
    // The key of an unknown or wrong entry is a better place than its value, which may begin on another line.
    if (isMap(parent)) {
      const pair = parent.items.find((item) => isNode(item.key) && String(item.key) === String(part[part.length - 1]));
      if (pair && isNode(pair.key) && pair.key.range) return pair.key.range[0];
    }
    const node = length > 0 ? document.getIn(part, true) : document.contents;
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
