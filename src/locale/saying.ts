/** A language's sentence around values that are known only when they are asked for: the words become an expression. */
import { builders, type Expression } from '../formula/expression.js';

const e = builders<string>();

/** Stand for the values while the language makes its sentence; nobody writes such characters. */
const FIRST = 0xe000;
const MARK = /([\ue000-\ue0ff])/;

/** What the language says of these values, in whatever order it names them. */
export function saying(say: (...values: string[]) => string, ...values: Expression[]): Expression {
  const marks = values.map((_, i) => String.fromCharCode(FIRST + i));
  const pieces = say(...marks)
    .split(MARK)
    .filter((piece) => piece !== '');
  return e.join(...pieces.map((piece) => values[marks.indexOf(piece)] ?? e.literal(piece)));
}
