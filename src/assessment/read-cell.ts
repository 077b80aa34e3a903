/** One filled cell to the value of its field. Everything that can be understood without guessing is; the rest is reported. */
import type { DiagnosticCode, FactsOf, NumberRange } from '../diagnostic/catalogue.js';
import { find, type About, type Finding, type Place, type Report } from '../diagnostic/finding.js';
import { suggest } from '../diagnostic/suggest.js';
import { describeValue, type CellValue, type GridCell } from '../grid/grid.js';
import { numberText } from '../grid/number-text.js';
import { normalize, plain } from '../grid/spelling.js';
import { isDay, isoOf } from './dates.js';
import type { FieldValue } from './assessment.js';
import { LONGEST_TEXT, type Field } from './fields.js';
import { isLink } from './links.js';

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
  /** Where the cell leads to. */
  readonly link?: string | undefined;
}

/** The value, or undefined for a blank cell and for one that could not be understood (then reported). */
export function readCell(field: Field, cell: GridCell | undefined, context: CellContext): FieldValue | undefined {
  const { link } = context;
  if (cell?.formula === undefined && !cell?.value)
    return field.kind === 'text' && field.links && link !== undefined ? withLink(field, '', link, context) : undefined;
  if (cell.formula !== undefined) {
    const linked = field.kind === 'text' && field.links ? LINK_FORMULA.exec(cell.formula) : undefined;
    if (linked) {
      const [address = '', text = ''] = linked.slice(1).map((each: string | undefined) => each?.replaceAll('""', '"'));
      return withLink(field, text, address, context);
    }
    return refuse('formula-in-input', { found: `=${cell.formula}` }, context);
  }
  if (!cell.value) return undefined;
  switch (field.kind) {
    case 'text': {
      const text = readText(cell.value, context);
      return text === undefined || link === undefined ? text : withLink(field, text, link, context);
    }
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

/** A formula that shows a text and leads somewhere, and computes nothing. */
const LINK_FORMULA = /^\s*HYPERLINK\(\s*"((?:[^"]|"")*)"\s*(?:[,;]\s*"((?:[^"]|"")*)"\s*)?\)\s*$/i;

/** A text and its address, where the field keeps it and programs may follow it; otherwise that is said. */
function withLink(field: Field, text: string, link: string, context: CellContext): FieldValue | undefined {
  const shown = isBlank(text) ? link : text;
  if (field.kind === 'text' && field.links) {
    if (isLink(link)) return { text: shown.slice(0, LONGEST_TEXT), link };
    refuse('link-refused', { found: link }, context);
    return (saysAddress(shown, link) ? shown : `${text} (${link})`).slice(0, LONGEST_TEXT);
  }
  if (!saysAddress(text, link)) refuse('link-not-kept', { found: link }, context);
  return text;
}

/** True for a text that is the address itself, as programs link what looks like one while it is typed. */
function saysAddress(text: string, link: string): boolean {
  const bare = (each: string): string =>
    each
      .trim()
      .toLowerCase()
      .replace(/^(?:mailto:|https?:\/\/)|\/$/g, '');
  return bare(text) === bare(link);
}

function readText(value: CellValue, context: CellContext): string | undefined {
  if (value.kind === 'error') return refuse('not-text', { found: value.error }, context);
  if (value.kind === 'number') return readNumberAsText(value, context);
  const found = describeValue(value);
  if (found.length > LONGEST_TEXT) return refuse('text-too-long', { found, longest: LONGEST_TEXT }, context);
  return found;
}

/** What people see of the number is what they wrote. */
function readNumberAsText(value: CellValue & { kind: 'number' }, context: CellContext): string {
  const { number, format, shown } = value;
  const plain = shown === 'date' ? (isoOf(number, context.date1904) ?? String(number)) : String(number);
  if (format === undefined) return plain;
  const seen = numberText(number, format, { date1904: context.date1904 })?.trim();
  if (seen !== undefined && seen !== '') return seen;
  refuse('format-not-shown', { found: plain, format: format.slice(0, LONGEST_OPTION) }, context);
  return plain;
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
    const parsed = numberInText(value.text, field.percent === true);
    if (parsed === undefined) return refuse('not-a-number', { found, range }, context);
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

/** A number written as text, if it can mean one thing only: `1,234` could be two. */
function numberInText(text: string, percent: boolean): number | undefined {
  if (text.length > LONGEST_OPTION) return undefined;
  const plain = percent ? normalize(text).replace(/ ?%$/, '') : normalize(text);
  if (/^[+-]?\d+(\.\d+)?$/.test(plain) && !/^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(plain)) return Number(plain);
  if (/^[+-]?\d+,\d+$/.test(plain) && !/^[+-]?[1-9]\d{0,2},\d{3}$/.test(plain)) return Number(plain.replace(',', '.'));
  return undefined;
}

function readDate(value: CellValue, context: CellContext): string | undefined {
  const found = describeValue(value);
  if (value.kind === 'number' && value.shown !== 'percent') {
    const day = isoOf(value.number, context.date1904);
    if (day === undefined) return refuse('not-a-date', { found }, context);
    if (!isDay(day)) return refuse('not-a-date', { found, day }, context);
    if (Number.isInteger(value.number)) return day;
    if (value.day === undefined) {
      const near = daysNear(value.number, context.date1904);
      if (near.length === 2) return refuse('date-near-midnight', { found, days: near }, context);
      if (near.length === 1) return near[0];
    }
    refuse('date-with-time', { found, suggestion: day }, context);
    return day;
  }
  if (value.kind !== 'text') return refuse('not-a-date', { found }, context);
  if (isBlank(value.text)) return undefined;
  const day = value.text.length > LONGEST_OPTION ? undefined : dateInText(value.text);
  if (day === undefined) return refuse('not-a-date', { found }, context);
  refuse('date-as-text', { found, suggestion: day }, context);
  return day;
}

/** An hour, and the minute that a rounded number may be off. */
const HOUR = 61 / 1440;
/** Half of the shortest time that spreadsheets tell apart. */
const NOTHING = 0.0005 / 86_400;

/** The days on both sides of a midnight that is less than an hour away; the day of a midnight; none for another time. */
function daysNear(serial: number, date1904: boolean): readonly [] | readonly [string] | readonly [string, string] {
  const midnight = Math.round(serial);
  const away = Math.abs(serial - midnight);
  const [before, after] = [isoOf(midnight - 1, date1904), isoOf(midnight, date1904)];
  if (away > HOUR + NOTHING || before === undefined || after === undefined) return [];
  return away <= NOTHING ? [after] : [before, after];
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
