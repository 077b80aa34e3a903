/** Lists of any length: a call takes only so many arguments, and how many there are is often for a stranger to decide. */

/** Puts `more` behind what is in `list`. Spread into a call of `push`, a long list would end the program. */
export function append<T>(list: T[], more: readonly T[]): void {
  for (const each of more) list.push(each);
}
