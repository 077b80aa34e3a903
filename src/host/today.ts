/** The day by the clock of this machine. */

/** Where a day begins first, clocks are ahead of UTC by so many milliseconds. */
const FIRST_ZONE = 14 * 60 * 60 * 1000;

/** The latest day that it is anywhere, as an ISO text. */
export function today(): string {
  return new Date(Date.now() + FIRST_ZONE).toISOString().slice(0, 10);
}

/** The day that it is here, as an ISO text. */
export function localDay(now: Date = new Date()): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
