/** One filled cell to the value of its field. Everything that can be understood without guessing is; the rest is reported. */
import type { DiagnosticCode, FactsOf, NumberRange } from '../diagnostic/catalogue.js';
import { find, type About, type Finding, type Place, type Report } from '../diagnostic/finding.js';
import { suggest } from '../diagnostic/suggest.js';
import { describeValue, type CellValue, type GridCell } from '../grid/grid.js';
import { LONGEST_SPELLED, normalize, plain } from '../grid/spelling.js';
import { isDay, isoOf } from './dates.js';
import { dayInDigits, dayInText } from './day-in-text.js';
import { numberInText, numberMeant } from './number-in-text.js';
import { LONGEST_TEXT, type Field } from './fields.js';

/** An option of a list: the code that files carry, and the label that people see. */
export interface Choice {
  readonly id: string;
  readonly label: string;
}

/** The options of a list, found by whatever people write for them. */
export class Choices {
  readonly labels: readonly string[];
  readonly #known = new Map<string, string>();
  readonly #labels: ReadonlyMap<string, string>;

  /** `meant`: what people write for an option besides its label; it is suggested and never taken for it. */
  constructor(
    choices: readonly Choice[],
    private readonly meant: ReadonlyMap<string, string> = new Map(),
  ) {
    this.labels = choices.map(({ label }) => label);
    this.#labels = new Map(choices.map(({ id, label }) => [id, label]));
    for (const { id, label } of choices) for (const text of [id, label]) this.#known.set(text, id).set(plain(text), id);
  }

  /** The id of the option that the text is, but for case, width, spaces and dashes. */
  find(text: string): string | undefined {
    return this.#known.get(text) ?? (text.length > LONGEST_SPELLED ? undefined : this.#known.get(plain(text)));
  }

  /** True if a spreadsheet's comparison takes the text for the label, too: it knows no difference of case or plain spaces. */
  isAsListed(text: string, id: string): boolean {
    return text.replace(/ +/g, ' ').replace(/^ | $/g, '').toLowerCase() === this.labelOf(id).toLowerCase();
  }

  labelOf(id: string): string {
    return this.#labels.get(id) ?? id;
  }

  /** The option that was most likely meant: one that is spelled alike, or is part of what was typed. */
  suggest(text: string): string | undefined {
    const typed = plain(text.slice(0, LONGEST_SPELLED));
    const meant = this.meant.get(typed.replace(/^["'“”‘’]+|["'“”‘’.,;!]+$/g, ''));
    if (meant !== undefined) return this.#labels.get(meant);
    const near = suggest(typed, this.labels);
    if (near !== undefined) return near;
    const contained = this.labels.filter((label) => ` ${typed} `.includes(` ${plain(label)} `));
    const longest = contained.sort((a, b) => b.length - a.length)[0];
    // “Not yet met” is no “Met”.
    const takenBack = longest !== undefined && WEAKENS.test(typed) && !WEAKENS.test(plain(longest));
    return takenBack ? undefined : longest;
  }

  /** The id of the option behind a number or letter, as in “3 - Met”, or between marks, as in “"Met".”; nothing else is left out. */
  findMarked(text: string): string | undefined {
    if (text.length > LONGEST_SPELLED) return undefined;
    const bare = normalize(text).replace(/^(?:[0-9]{1,2}|[a-z])\s*[-.:)]\s*|^\([0-9a-z]{1,2}\)\s*/, '');
    return this.#known.get(plain(bare.replace(/^["'“”‘’«»✓✔☑*\s]+|["'“”‘’«».,;!*\s]+$/g, '')));
  }
}

/** Words that take back what stands beside them. */
const WEAKENS = /\b(no|not|non|never|without|almost|nearly|partly|partially|partial|hardly|un\w+)\b|n't\b/;

export interface CellContext {
  /** Where the cell is, and what every finding about it is about; asked for where there is one. */
  readonly at: () => Place & About;
  readonly report: Report;
  readonly date1904: boolean;
  /** Options of a choice field. */
  readonly choices: Choices;
  /** Numbers of months by their names, in small letters. */
  readonly months: ReadonlyMap<string, number>;
}

/** The value, or undefined for a blank cell and for one that could not be understood (then reported). */
export function readCell(field: Field, cell: GridCell | undefined, context: CellContext): string | number | undefined {
  if (!cell) return undefined;
  if (cell.formula !== undefined) return refuse('formula-in-input', { found: `=${cell.formula}` }, context);
  if (!cell.value) return undefined;
  switch (field.kind) {
    case 'text':
      return readText(cell.value, context);
    case 'choice':
      return readChoice(cell.value, context);
    case 'number':
      return readNumber(field, cell.value, context);
    case 'date':
      return readDate(cell.value, context);
  }
}

function refuse<C extends DiagnosticCode>(code: C, facts: FactsOf<C>, { at, report }: CellContext): undefined {
  const make: (code: C, at: Place & About, facts: FactsOf<C>) => Finding = find; // whatever facts the code has
  report(make(code, at(), facts));
  return undefined;
}

function readText(value: CellValue, context: CellContext): string | undefined {
  if (value.kind === 'error') return refuse('not-text', { found: value.error }, context);
  if (value.kind === 'number' && value.shown === 'date')
    return isoOf(value.number, context.date1904) ?? String(value.number);
  const found = describeValue(value);
  if (found.length > LONGEST_TEXT) return refuse('text-too-long', { found, longest: LONGEST_TEXT }, context);
  return found;
}

/** True for a text of nothing but spaces. */
function isBlank(text: string): boolean {
  return !/[^\s\u200b\ufeff]/.test(text);
}

function readChoice(value: CellValue, context: CellContext): string | undefined {
  const found = describeValue(value);
  const { choices } = context;
  const { labels } = choices;
  const match = choices.find(found);
  if (match !== undefined) {
    if (!choices.isAsListed(found, match))
      refuse('option-respelled', { found, expected: labels, suggestion: choices.labelOf(match) }, context);
    return match;
  }
  if (isBlank(found)) return undefined;
  const marked = choices.findMarked(found);
  if (marked !== undefined) {
    refuse('option-by-prefix', { found, expected: labels, suggestion: choices.labelOf(marked) }, context);
    return marked;
  }
  const suggestion = choices.suggest(found);
  return refuse('unknown-option', { found, expected: labels, ...(suggestion ? { suggestion } : {}) }, context);
}

function readNumber(field: Field & { kind: 'number' }, value: CellValue, context: CellContext): number | undefined {
  const isDate = value.kind === 'number' && value.shown === 'date';
  const found = describeValue(value);
  const range: NumberRange = {
    min: field.min,
    max: field.max,
    ...(field.whole ? { whole: true } : {}),
    ...(field.open ? { open: true } : {}),
  };
  let number: number;
  if (value.kind === 'number' && !isDate) {
    number = value.number;
    if (value.shown === 'percent' && field.percent) {
      // 0.57 × 100 is 56.99999999999999: rounded to the digits that a spreadsheet shows.
      number = Number((number * 100).toPrecision(15));
      refuse('percent-cell', { found: `${number}%`, suggestion: String(number) }, context);
    }
  } else if (value.kind === 'text') {
    if (isBlank(value.text)) return undefined;
    const options = { percent: field.percent === true };
    const parsed = numberInText(value.text, options);
    if (parsed === undefined) {
      const suggestion = numberMeant(value.text, options);
      return refuse('not-a-number', { found, range, ...(suggestion ? { suggestion } : {}) }, context);
    }
    number = parsed;
    refuse('number-as-text', { found, suggestion: String(number) }, context);
  } else {
    // What a person sees there: 3/4 becomes the 4th of March in many a program.
    const day = isDate ? { day: isoOf(value.number, context.date1904) ?? found } : {};
    return refuse('not-a-number', { found, ...day, range }, context);
  }
  const tooLow = field.open ? number <= field.min : number < field.min;
  if (tooLow || number > field.max || (field.whole === true && !Number.isInteger(number))) {
    return refuse('number-out-of-range', { found: String(number), range }, context);
  }
  return number;
}

function readDate(value: CellValue, context: CellContext): string | undefined {
  const found = describeValue(value);
  if (value.kind === 'number' && value.shown !== 'percent') {
    const day = isoOf(value.number, context.date1904);
    if (day === undefined) {
      const suggestion = dayInDigits(found);
      return refuse('not-a-date', { found, ...(suggestion ? { suggestion } : {}) }, context);
    }
    if (!isDay(day)) return refuse('not-a-date', { found, day }, context);
    if (!Number.isInteger(value.number)) refuse('date-with-time', { found, suggestion: day }, context);
    return day;
  }
  if (value.kind !== 'text') return refuse('not-a-date', { found }, context);
  if (isBlank(value.text)) return undefined;
  const day = dayInText(value.text, context.months);
  if (day === undefined) {
    const suggestion = dayInDigits(found.trim());
    return refuse('not-a-date', { found, ...(suggestion ? { suggestion } : {}) }, context);
  }
  if (!isDay(day)) return refuse('not-a-date', { found, day }, context);
  refuse('date-as-text', { found, suggestion: day }, context);
  return day;
}
