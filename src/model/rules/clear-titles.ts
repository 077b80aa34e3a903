/** Where objectives have titles, each has one that is short and its own. */
import { hasTitles, writtenObjectives, type Breach, type Law } from './law.js';

const FEWEST = 3;
const MOST = 6;

export const clearTitles: Law = {
  name: 'clear-titles',
  says: `If any objective has a title, all have: ${FEWEST} to ${MOST} words, each title once.`,
  check: (loaded) => {
    if (!hasTitles(loaded)) return [];
    const seen = new Map<string, string>();
    return writtenObjectives(loaded).flatMap(({ category, path, objective: { id, title = '' } }): Breach[] => {
      const at = { category, path: [...path, 'title'], objective: id };
      const words = title.split(' ').filter(Boolean).length;
      const other = seen.get(title.toLowerCase());
      seen.set(title.toLowerCase(), id);
      if (words < FEWEST || words > MOST)
        return [{ ...at, detail: `the title has ${words} words. Use ${FEWEST} to ${MOST} words.` }];
      return other === undefined
        ? []
        : [{ ...at, detail: `“${title}” is also the title of ${other}. Give them different titles.` }];
    });
  },
};
