/** One filled cell to the value of its field. Everything that can be understood without guessing is; the rest is reported. */
import type { DiagnosticCode, FactsOf } from '../diagnostic/catalogue.js';
import { find, type About, type Finding, type Place, type Report } from '../diagnostic/finding.js';
import { describeValue, type CellValue, type GridCell } from '../grid/grid.js';
import { numberText } from '../grid/number-text.js';
import { LONGEST_SPELLED } from '../grid/spelling.js';
import type { FieldValue } from './assessment.js';
import type { Choices, Surroundings } from './choices.js';
import { isDay, isoOf } from './dates.js';
import { dayInDigits, dayInText } from './day-in-text.js';
import { LONGEST_TEXT, type AnswerCode, type Field } from './fields.js';
import { isWithin, rangeOf, type NumberField } from './limits.js';
import { isLink, linkedText } from './links.js';
import { numberInText, numberSuggested, type Written } from './number-in-text.js';
import { keptShare, pointsTyped } from './share.js';
import { behindMark } from './unsettled.js';

export interface CellContext {
  /** Where the cell is, and what every finding about it is about; asked for where there is one. */
  at(): Place & About;
  readonly report: Report;
  readonly date1904: boolean;
  /** Options of a choice field. */
  readonly choices: Choices;
  readonly around: Surroundings;
  /** Takes the reason that stands behind an option in its cell. */
  takeReason(reason: string): void;
  /** Numbers of months by their names, in small letters. */
  readonly months: ReadonlyMap<string, number>;
  /** What settles a share that may be read in two ways: the KPI's verdict on percent points, and the answer given beside it. */
  readonly settling?: (() => Settling) | undefined;
  /** Where the cell leads to. */
  readonly link?: string | undefined;
}

export interface Settling {
  readonly reaches: (percentPoints: number) => boolean;
  readonly answer: AnswerCode | undefined;
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
  const behind = field.kind !== 'text' && cell.value.kind === 'text' ? behindMark(cell.value.text) : undefined;
  if (behind !== undefined) {
    const suggestion = behind === '' ? {} : { suggestion: behind };
    return refuse('answer-unsettled', { found: describeValue(cell.value), ...suggestion }, context);
  }
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

function refuse<C extends DiagnosticCode>(code: C, facts: FactsOf<C>, context: CellContext): undefined {
  const make: (code: C, at: Place & About, facts: FactsOf<C>) => Finding = find; // whatever facts the code has
  context.report(make(code, context.at(), facts));
  return undefined;
}

/** A formula that shows a text and leads somewhere, and computes nothing. */
const LINK_FORMULA = /^\s*HYPERLINK\(\s*"((?:[^"]|"")*)"\s*(?:[,;]\s*"((?:[^"]|"")*)"\s*)?\)\s*$/i;

/** A text and its address, where the field keeps it and programs may follow it; otherwise that is said. */
function withLink(field: Field, text: string, link: string, context: CellContext): FieldValue | undefined {
  const { text: shown } = linkedText(text, link);
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
  refuse('format-not-shown', { found: plain, format: format.slice(0, LONGEST_SPELLED) }, context);
  return plain;
}

/** Searches no further than to the first mark: long texts come in thousands of cells. */
const MARK_OF_TEXT = /[^\s\u200b\ufeff]/g;

/** True for a text of nothing but spaces. */
function isBlank(text: string): boolean {
  MARK_OF_TEXT.lastIndex = 0;
  return !MARK_OF_TEXT.test(text);
}

/** Characters of the longest text that is tried as a day. */
const LONGEST_DAY = 200;

function readChoice(value: CellValue, context: CellContext): string | undefined {
  const found = describeValue(value);
  const { choices, around } = context;
  if (isBlank(found)) return undefined;
  const understood = choices.understand(found, around);
  if (understood.is === 'unclear')
    return refuse('ambiguous-option', { found, expected: understood.ids.map((id) => choices.labelOf(id)) }, context);
  const expected = choices.labels;
  if (understood.is === 'unknown') {
    const { suggestion } = understood;
    return refuse('unknown-option', { found, expected, ...(suggestion ? { suggestion } : {}) }, context);
  }
  const { is, id } = understood;
  const facts = { found, expected, suggestion: choices.labelOf(id) };
  if (is === 'synonym') refuse('synonym-accepted', facts, context);
  if (is === 'respelled') refuse('option-respelled', facts, context);
  if (is === 'marked') refuse('option-by-prefix', facts, context);
  if (is === 'reasoned') {
    refuse('option-with-reason', { ...facts, reason: understood.reason }, context);
    context.takeReason(understood.reason);
  }
  return id;
}

function readNumber(field: NumberField, value: CellValue, context: CellContext): number | undefined {
  const isDate = value.kind === 'number' && value.shown === 'date';
  const found = describeValue(value);
  if (value.kind === 'text') {
    if (isBlank(value.text)) return undefined;
    const options = { percent: field.ofKpi === true };
    const written = numberInText(value.text);
    if (written === undefined || (written.hasSign && !options.percent)) {
      const suggestion = numberSuggested(value.text, options);
      return refuse('not-a-number', { found, range: rangeOf(field), ...(suggestion ? { suggestion } : {}) }, context);
    }
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

/** What a number means in its unit, if it can be that. */
function numberMeant(
  field: NumberField,
  written: Written & { readonly isText?: boolean },
  context: CellContext,
): number | undefined {
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

function readDate(value: CellValue, context: CellContext): string | undefined {
  const found = describeValue(value);
  if (value.kind === 'number' && value.shown !== 'percent') {
    const day = isoOf(value.number, context.date1904);
    if (day === undefined) {
      const suggestion = dayInDigits(found);
      return refuse('not-a-date', { found, ...(suggestion ? { suggestion } : {}) }, context);
    }
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
  if (value.text.length > LONGEST_DAY) return refuse('not-a-date', { found }, context);
  const day = dayInText(value.text, context.months);
  if (day === undefined) {
    const suggestion = dayInDigits(found.trim());
    return refuse('not-a-date', { found, ...(suggestion ? { suggestion } : {}) }, context);
  }
  if (!isDay(day)) return refuse('not-a-date', { found, day }, context);
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
