/** Days as ISO 8601 texts (`2026-11-30`) and as the serial numbers that spreadsheets keep. */

/** Days between the calendars that begin in 1900 and in 1904. */
const SHIFT_1904 = 1462;
/** 1 March 1900 and 31 December 9999. Before that, spreadsheets count a 29 February 1900 that never was. */
const FIRST_SERIAL = 61;
export const LAST_SERIAL = 2_958_465;

/** 1 January 2000: what is older was meant to be something else, such as the year 2026, which is a day of 1905. */
export const EARLIEST_SERIAL = 36_526;
const EARLIEST = '2000-01-01';

/** True for a day that an answer may carry, as text. */
export function isDay(iso: string): boolean {
  return serialOf(iso) !== undefined && iso >= EARLIEST;
}

/**
 * Years are counted from 1 March, so that the day that some of them have more is their last one; days from 1 March 1600,
 * where a round of 400 years begins.
 */
const DAYS_BEFORE = 109_511;
const DAYS_OF_400_YEARS = 146_097;
const DAYS_OF_4_YEARS = 1461;
/** Days of such a year before each month, January first, and of the months themselves. */
const DAYS_BEFORE_MONTH = [306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275];
const DAYS_OF_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** `-03-01` and so on, by the day of such a year. */
const DAYS_OF_YEAR = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2].flatMap((month) =>
  Array.from({ length: DAYS_OF_MONTH[month - 1] ?? 0 }, (_, day) => `-${padded(month)}-${padded(day + 1)}`),
);

function padded(number: number): string {
  return String(number).padStart(2, '0');
}

/** Serial number of a day; undefined if the text is no real day in year-month-day form, or outside the years 1900 to 9999. */
export function serialOf(iso: string): number | undefined {
  if (iso.length !== 10 || iso.charCodeAt(4) !== DASH || iso.charCodeAt(7) !== DASH) return undefined;
  const year = 100 * twoDigits(iso, 0) + twoDigits(iso, 2);
  const month = twoDigits(iso, 5);
  const day = twoDigits(iso, 8);
  if (!(year >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= (DAYS_OF_MONTH[month - 1] ?? 0)))
    return undefined;
  if (month === 2 && day === 29 && !isLeap(year)) return undefined;
  const years = year - 1600 - (month < 3 ? 1 : 0);
  const serial =
    365 * years +
    ((years / 4) | 0) -
    ((years / 100) | 0) +
    ((years / 400) | 0) +
    (DAYS_BEFORE_MONTH[month - 1] ?? 0) +
    (day - 1) -
    DAYS_BEFORE;
  return serial >= FIRST_SERIAL ? serial : undefined;
}

const DASH = 45;
const ZERO = 48;

/** The number that two digits make; one far below 0 for anything else. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : -10_000;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** The day of a serial number, without its time of day; undefined outside the years 1900 to 9999. */
export function isoOf(serial: number, date1904 = false): string | undefined {
  const whole = Math.floor(serial) + (date1904 ? SHIFT_1904 : 0);
  if (!(whole >= FIRST_SERIAL && whole <= LAST_SERIAL)) return undefined;
  const days = whole + DAYS_BEFORE;
  const centuries = ((4 * days + 3) / DAYS_OF_400_YEARS) | 0;
  const ofCentury = days - ((centuries * DAYS_OF_400_YEARS) >> 2);
  const years = ((4 * ofCentury + 3) / DAYS_OF_4_YEARS) | 0;
  const ofYear = ofCentury - ((years * DAYS_OF_4_YEARS) >> 2);
  // January and February belong to the next year as people count.
  return `${1600 + 100 * centuries + years + (ofYear >= JANUARY ? 1 : 0)}${DAYS_OF_YEAR[ofYear] ?? ''}`;
}

/** The day of such a year on which January begins. */
const JANUARY = 306;
