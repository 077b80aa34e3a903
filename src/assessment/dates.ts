/** Days as ISO 8601 texts (`2026-11-30`) and as the serial numbers that spreadsheets keep. */

const DAY = 86_400_000;
/** Day 0 of the usual calendar as spreadsheets count from 1 March 1900 on; before that they count a 29 February 1900 that never was. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
/** Days between the calendars that begin in 1900 and in 1904. */
const SHIFT_1904 = 1462;
/** 1 March 1900 and 31 December 9999. */
const FIRST_SERIAL = 61;
export const LAST_SERIAL = 2_958_465;

/** 1 January 2000: what is older was meant to be something else, such as the year 2026, which is a day of 1905. */
export const EARLIEST_SERIAL = 36_526;
const EARLIEST = '2000-01-01';

/** True for a day that an answer may carry, as text. */
export function isDay(iso: string): boolean {
  return serialOf(iso) !== undefined && iso >= EARLIEST;
}

/** Serial number of a day; undefined if the text is no real day in year-month-day form. */
export function serialOf(iso: string): number | undefined {
  const known = serials.get(iso);
  if (known !== undefined) return known;
  const serial = computeSerial(iso);
  if (serials.size >= MOST_DAYS) serials.clear();
  if (serial !== undefined) serials.set(iso, serial);
  return serial;
}

function computeSerial(iso: string): number | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!parts) return undefined;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const time = Date.UTC(year, month - 1, day);
  if (new Date(time).getUTCMonth() !== month - 1) return undefined;
  const serial = (time - DAY_ZERO) / DAY;
  return serial >= FIRST_SERIAL && serial <= LAST_SERIAL ? serial : undefined;
}

/** The day of a serial number, without its time of day; undefined outside the years 1900 to 9999. */
export function isoOf(serial: number, date1904 = false): string | undefined {
  const day = Math.floor(serial) + (date1904 ? SHIFT_1904 : 0);
  if (!(day >= FIRST_SERIAL && day <= LAST_SERIAL)) return undefined;
  const known = isoDays.get(day);
  if (known !== undefined) return known;
  const iso = new Date(DAY_ZERO + day * DAY).toISOString().slice(0, 10);
  if (isoDays.size >= MOST_DAYS) isoDays.clear();
  isoDays.set(day, iso);
  return iso;
}

/** The same few hundred days stand in thousands of workbooks. */
const isoDays = new Map<number, string>();
const serials = new Map<string, number>();
const MOST_DAYS = 4096;
