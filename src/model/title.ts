/** What an objective is called where people see its id. */
import type { ControlObjective } from './model.js';

/** Characters of a statement, so that they fit where a title and its id do. */
const LONGEST = 38;

/** Its title; in an edition without titles, the first words of its statement. */
export function titleOf({ title, text }: Pick<ControlObjective, 'title' | 'text'>): string {
  if (title !== undefined) return title;
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, LONGEST).replace(/[\s,;:]+\S*$/, '')}…`;
}
