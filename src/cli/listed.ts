/** The values of an option that is a list, separated by commas. */
import { Usage } from './rim.js';

/** The options that are such lists, each with its command. */
const LISTS = ['build format', 'build deployment', 'build category', 'page with'];

/** True for an option that is a list: whoever types it twice means two values. */
export const isList = (command: string, name: string): boolean => LISTS.includes(`${command} ${name}`);

/** Each of them as it was typed. Throws `Usage` where one is missing: “a,” may have lost its end. */
export function listed(text: string, option: string): string[] {
  const items = text.split(',').map((item) => item.trim());
  if (items.includes(''))
    throw new Usage(`Missing value in ${option} "${text}". Write a value before and after each comma.`);
  return items;
}

/** Throws `Usage` if a list contains a value twice: one of the two may be a mistake for another value. */
export function expectDistinct(items: readonly string[], option: string): void {
  const twice = items.find((item, i) => items.indexOf(item) < i);
  if (twice !== undefined) throw new Usage(`${option} contains "${twice}" twice. Use each value once.`);
}
