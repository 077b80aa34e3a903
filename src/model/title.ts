/** What an objective is called where people see its id. */
import type { ControlObjective } from './model.js';

/** As long as a title may be, and the mark that something follows. */
const LONGEST = 43;

/** Its title; in an edition without titles, the first words of its statement. */
export function titleOf({ title, text }: Pick<ControlObjective, 'title' | 'text'>): string {
  if (title !== undefined) return title;
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, LONGEST).replace(/[\s,;:]+\S*$/, '')}…`;
}
