/** The latest day that an assessment can be of: a year from today. */
export function lastDay(today: Date): string {
  const day = new Date(today);
  day.setUTCFullYear(day.getUTCFullYear() + 1);
  return day.toISOString().slice(0, 'YYYY-MM-DD'.length);
}
