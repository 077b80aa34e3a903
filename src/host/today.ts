/** The day by the clock of this machine. */

/** Where a day begins first, clocks are ahead of UTC by so many milliseconds. */
const FIRST_ZONE = 14 * 60 * 60 * 1000;

/** The latest day that it is anywhere, as an ISO text. */
export function today(): string {
  return new Date(Date.now() + FIRST_ZONE).toISOString().slice(0, 10);
}
