/** One filled cell to the value of its field. Everything that can be understood without guessing is; the rest is reported. */
import type { DiagnosticCode, FactsOf } from '../diagnostic/catalogue.js';
import { find, type About, type Finding, type Place, type Report } from '../diagnostic/finding.js';
import { suggest } from '../diagnostic/suggest.js';
import { describeValue, type CellValue, type GridCell } from '../grid/grid.js';
import { normalize, plain } from '../grid/spelling.js';
import { isDay, isoOf } from './dates.js';
import { LONGEST_TEXT, type AnswerCode, type Field } from './fields.js';
import { isWithin, rangeOf, type NumberField } from './limits.js';
import { keptShare, pointsTyped } from './share.js';

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
    return this.#known.get(text) ?? (text.length > LONGEST_OPTION ? undefined : this.#known.get(plain(text)));
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
    const typed = plain(text.slice(0, LONGEST_OPTION));
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
    if (text.length > LONGEST_OPTION) return undefined;
    const bare = normalize(text).replace(/^(?:[0-9]{1,2}|[a-z])\s*[-.:)]\s*|^\([0-9a-z]{1,2}\)\s*/, '');
    return this.#known.get(plain(bare.replace(/^["'“”‘’«»✓✔☑*\s]+|["'“”‘’«».,;!*\s]+$/g, '')));
  }
}

/** No option is nearly as long; longer texts are not looked at, since they may be very long. */
const LONGEST_OPTION = 200;
/** Words that take back what stands beside them. */
const WEAKENS = /\b(no|not|non|never|without|almost|nearly|partly|partially|partial|hardly|un\w+)\b|n't\b/;

export interface CellContext {
  /** Where the cell is, and what every finding about it is about; asked for where there is one. */
  readonly at: () => Place & About;
  readonly report: Report;
  readonly date1904: boolean;
  /** Options of a choice field. */
  readonly choices: Choices;
  /** What settles a share that may be read in two ways: the KPI's verdict on percent points, and the answer given beside it. */
  readonly settling?: () => Settling;
}

export interface Settling {
  readonly reaches: (percentPoints: number) => boolean;
  readonly answer: AnswerCode | undefined;
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

function readNumber(field: NumberField, value: CellValue, context: CellContext): number | undefined {
  const isDate = value.kind === 'number' && value.shown === 'date';
  const found = describeValue(value);
  if (value.kind === 'text') {
    if (isBlank(value.text)) return undefined;
    const written = numberInText(value.text);
    if (written === undefined || (written.hasSign && !field.ofKpi))
      return refuse('not-a-number', { found, range: rangeOf(field) }, context);
    const number = numberMeant(field, { ...written, isText: true }, context);
    if (number !== undefined) refuse('number-as-text', { found, suggestion: withSign(number, field) }, context);
    return number;
  }
  if (value.kind === 'number' && !isDate)
    return numberMeant(field, { number: value.number, hasSign: value.shown === 'percent' }, context);
  // What a person sees there: 3/4 becomes the 4th of March in many a program.
  const day = isDate ? { day: isoOf(value.number, context.date1904) ?? found } : {};
  return refuse('not-a-number', { found, ...day, range: rangeOf(field) }, context);
}

/** A number as it stands in a cell. With a sign, a text says percent points, and a number is shown as a fraction of them. */
interface Written {
  readonly number: number;
  readonly hasSign: boolean;
  readonly isText?: boolean;
}

/** What a number means in its unit, if it can be that. */
function numberMeant(field: NumberField, written: Written, context: CellContext): number | undefined {
  const { unit, ofKpi } = field;
  const { number, hasSign, isText } = written;
  if (hasSign && unit !== undefined && unit !== 'percent')
    return refuse('not-a-share', { found: `${isText ? number : timesHundred(number)}%`, unit }, context);
  // On a sheet that shows shares by their size the format says nothing more.
  const isFraction = hasSign && !isText && ofKpi === true && (unit === undefined || field.shares === 'by-format');
  const typed = isFraction ? timesHundred(number) : number;
  if (!isWithin(field, typed))
    return refuse('number-out-of-range', { found: String(typed), range: rangeOf(field) }, context);
  if (isFraction) {
    refuse('percent-cell', { found: `${typed}%`, suggestion: String(typed) }, context);
    return typed;
  }
  if (unit !== 'percent') return typed;
  if (isText && hasSign) return keptShare(typed);
  if (field.shares === 'by-format') return shareByFormat(typed, context);
  if (hasSign && typed > 1) refuse('points-in-percent-cell', { found: String(typed) }, context);
  return pointsTyped(typed);
}

/** 0.57 × 100 is 56.99999999999999: rounded to the digits that a spreadsheet shows. */
function timesHundred(number: number): number {
  return Number((number * 100).toPrecision(15));
}

/** A number as it is to be typed. */
function withSign(number: number, { unit, shares }: NumberField): string {
  return unit === 'percent' && shares === 'by-size' ? `${number}%` : String(number);
}

/**
 * A share in a cell without the format of one, on a sheet that does not show how it counts. Up to 1 it has two readings:
 * whoever types 97% may find 0.97 there. It is read as points where the other reading comes to the same, or where the
 * answer agrees with points only.
 */
function shareByFormat(number: number, context: CellContext): number | undefined {
  const { settling } = context;
  if (number <= 0 || number > 1 || !settling) return number;
  const { reaches, answer } = settling();
  const fraction = timesHundred(number);
  const found = String(number);
  if (reaches(number) === reaches(fraction)) {
    refuse('share-as-points', { found, suggestion: `${number}%`, other: `${fraction}%` }, context);
    return number;
  }
  if (answer === (reaches(number) ? 'met' : 'not-met')) return number;
  return refuse('measured-ambiguous', { found, expected: [`${number}%`, `${fraction}%`] }, context);
}

/** A number written as text, if it can mean one thing only: `1,234` could be two. A program may have put a second sign behind 97%. */
function numberInText(text: string): Written | undefined {
  if (text.length > LONGEST_OPTION) return undefined;
  const [, plain = '', sign] = /^(.*?)( ?%%?)?$/.exec(normalize(text)) ?? [];
  const hasSign = sign !== undefined;
  if (/^[+-]?\d+(\.\d+)?$/.test(plain) && !/^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(plain))
    return { number: Number(plain), hasSign };
  if (/^[+-]?\d+,\d+$/.test(plain) && !/^[+-]?[1-9]\d{0,2},\d{3}$/.test(plain))
    return { number: Number(plain.replace(',', '.')), hasSign };
  return undefined;
}

function readDate(value: CellValue, context: CellContext): string | undefined {
  const found = describeValue(value);
  if (value.kind === 'number' && value.shown !== 'percent') {
    const day = isoOf(value.number, context.date1904);
    if (day === undefined) return refuse('not-a-date', { found }, context);
    if (!isDay(day)) return refuse('not-a-date', { found, day }, context);
    if (!Number.isInteger(value.number)) refuse('date-with-time', { found, suggestion: day }, context);
    return day;
  }
  if (value.kind !== 'text') return refuse('not-a-date', { found }, context);
  if (isBlank(value.text)) return undefined;
  const day = value.text.length > LONGEST_OPTION ? undefined : dateInText(value.text);
  if (day === undefined) return refuse('not-a-date', { found }, context);
  refuse('date-as-text', { found, suggestion: day }, context);
  return day;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A date written as text, if day and month can't be taken for each other. */
function dateInText(text: string): string | undefined {
  const plain = normalize(text);
  const build = (year: string, month: number, day: number): string | undefined => {
    const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    return isDay(iso) ? iso : undefined;
  };
  const yearFirst = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[t ]00:00(?::00)?(?:\.0+)?z?)?$/.exec(plain);
  if (yearFirst) return build(yearFirst[1] ?? '', Number(yearFirst[2]), Number(yearFirst[3]));
  const worded = /^(?:(\d{1,2})\.? ([a-z]{3,9})|([a-z]{3,9}) (\d{1,2})),? (\d{4})$/.exec(plain);
  if (worded) {
    const name = (worded[2] ?? worded[3] ?? '').slice(0, 3);
    return build(worded[5] ?? '', MONTHS.indexOf(name) + 1, Number(worded[1] ?? worded[4]));
  }
  const numeric = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(plain);
  if (!numeric) return undefined;
  const [first, second, year] = [Number(numeric[1]), Number(numeric[3]), numeric[4] ?? ''];
  if (first > 12 || first === second || numeric[2] === '.') return build(year, second, first);
  return second > 12 ? build(year, first, second) : undefined;
}
