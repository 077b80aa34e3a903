/** What is wrong in a text that is no YAML, and where: the parser says it in the words of its own grammar. */
import { visit, type Document, type YAMLParseError } from 'yaml';
import type { YamlFault } from '../diagnostic/catalogue.js';

/** A fault, and the offset in the text where a person corrects it. */
export interface PlacedFault {
  readonly fault: YamlFault;
  readonly offset: number;
}

/** What the parser says; `pos` are the offsets of its begin and end. */
type Said = Pick<YAMLParseError, 'code' | 'message' | 'pos'>;

/** An error of the parser; `text` is the whole file. */
interface Met {
  readonly error: Said;
  readonly text: string;
  readonly document: Document;
  /** Ends of the keys that are on more than one line, by their begins. */
  readonly overLines: ReadonlyMap<number, number>;
}

/** The faults of a text that the parser refuses, one per line: what follows from the first of a line says nothing more. */
export function yamlFaults(text: string, document: Document): PlacedFault[] {
  const { errors } = document;
  const long = errors.filter(({ code }) => code === 'MULTILINE_IMPLICIT_KEY');
  const overLines = new Map(long.map(({ pos: [begin, end] }) => [begin, end]));
  const lines = new Set<number>();
  const faults: PlacedFault[] = [];
  for (const error of errors) {
    const met = lineStart(text, error.pos[0]);
    if (lines.has(met)) continue;
    const fault = placed({ error, text, document, overLines });
    faults.push(fault);
    lines.add(met).add(lineStart(text, fault.offset));
  }
  return faults;
}

function placed(met: Met): PlacedFault {
  const { error, text } = met;
  const [offset, end] = error.pos;
  const at = (fault: YamlFault, from = offset): PlacedFault => ({ fault, offset: from });
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return at({ is: 'tab' });
    case 'BAD_INDENT':
      return openBracket(error) ?? misplaced(text, offset);
    case 'BLOCK_AS_IMPLICIT_KEY':
      return keyInValue(met);
    case 'MULTILINE_IMPLICIT_KEY':
      return at({ is: 'no-colon', found: restOfLine(text, offset) });
    case 'DUPLICATE_KEY':
      return at({ is: 'repeated-key', found: keyAt(text, offset) });
    case 'BAD_SCALAR_START':
      return at({ is: 'start', found: text.charAt(offset) });
    case 'BAD_DQ_ESCAPE':
      return at({ is: 'escape', found: /^Invalid escape sequence (.*)$/.exec(error.message)?.[1] ?? '\\' });
    case 'MULTIPLE_DOCS':
      return at({ is: 'documents' });
    case 'MISSING_CHAR':
      return openBracket(error) ?? missing(met);
    case 'UNEXPECTED_TOKEN':
      if (error.message.startsWith('Unexpected block-seq-ind on same line')) return at({ is: 'list-beside-key' });
      return afterQuote(text, offset, text.slice(offset, end)) ?? other(error);
    default:
      return other(error);
  }
}

const other = ({ pos, message }: Said): PlacedFault => ({
  fault: { is: 'other', says: message.replace(/\.$/, '') },
  offset: pos[0],
});

const lineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

function restOfLine(text: string, offset: number): string {
  const end = text.indexOf('\n', offset);
  return text.slice(offset, end < 0 ? undefined : end).trim();
}

/** A key with or without quotes. */
function keyAt(text: string, offset: number): string {
  const [, double, single] = /^(?:"(.*?)"|'(.*?)')\s*:/.exec(restOfLine(text, offset)) ?? [];
  return (
    double ??
    single ??
    restOfLine(text, offset)
      .split(/:(?:\s|$)/)[0]
      ?.trim() ??
    ''
  );
}

/** A line that is indented otherwise than those that it belongs to. */
function misplaced(text: string, offset: number): PlacedFault {
  const start = lineStart(text, offset);
  const [indentation = ''] = /^[ \t]*/.exec(text.slice(start)) ?? [];
  const fault: YamlFault = indentation.includes('\t') ? { is: 'tab' } : { is: 'indent', spaces: indentation.length };
  return { fault, offset: start };
}

function openBracket({ message, pos }: Said): PlacedFault | undefined {
  const bracket = /end with a ([\]}])$/.exec(message)?.[1];
  return bracket === undefined ? undefined : { fault: { is: 'open-bracket', bracket }, offset: pos[0] };
}

/** A colon where a value is: in the value itself, or on a next line that is indented too far. */
function keyInValue({ error, text, overLines }: Met): PlacedFault {
  const [offset] = error.pos;
  if (!error.message.startsWith('Nested mappings')) return misplaced(text, offset);
  const end = overLines.get(offset);
  if (end !== undefined) return misplaced(text, end);
  return { fault: { is: 'colon-in-text', found: restOfLine(text, offset) }, offset };
}

function missing({ error, text, document }: Met): PlacedFault {
  const [offset] = error.pos;
  if (error.message.startsWith('Missing closing')) return openText(document, offset) ?? other(error);
  if (error.message.startsWith('Sequence item without')) return misplaced(text, offset);
  if (error.message.startsWith('Implicit map keys need'))
    return { fault: { is: 'no-colon', found: restOfLine(text, offset) }, offset };
  return other(error);
}

/** The parser reports a missing quote where it stopped to look for it; people look where the text begins. */
function openText(document: Document, before: number): PlacedFault | undefined {
  let last: PlacedFault | undefined;
  visit(document, {
    Scalar: (_, { type, range }) => {
      if (range === undefined || range === null || range[0] >= before) return;
      if (type === 'QUOTE_DOUBLE') last = { fault: { is: 'open-text', quote: '"' }, offset: range[0] };
      if (type === 'QUOTE_SINGLE') last = { fault: { is: 'open-text', quote: "'" }, offset: range[0] };
    },
  });
  return last;
}

function afterQuote(text: string, offset: number, found: string): PlacedFault | undefined {
  const quote = text.slice(0, offset).trimEnd().at(-1);
  if (quote !== '"' && quote !== "'") return undefined;
  return { fault: { is: 'after-quote', found: found.trim(), quote }, offset };
}

/** Why the values of a document cannot be read: an alias refers to nothing, or aliases stand for too much. */
export function aliasFault(document: Document, error: unknown): PlacedFault {
  const says = error instanceof Error ? error.message : String(error);
  const fault: YamlFault = says.startsWith('Excessive alias count') ? { is: 'aliases' } : { is: 'other', says };
  return unknownAlias(document) ?? { fault, offset: 0 };
}

/** The first alias of a document that refers to nothing: a text that begins with an asterisk. */
function unknownAlias(document: Document): PlacedFault | undefined {
  let first: PlacedFault | undefined;
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) !== undefined) return undefined;
      first = { fault: { is: 'start', found: '*' }, offset: alias.range?.[0] ?? 0 };
      return visit.BREAK;
    },
  });
  return first;
}
