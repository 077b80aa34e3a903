/** Short forms that the statements use are explained, and the glossary explains nothing that nobody uses. */
import { writtenObjectives, type Breach, type Law } from './law.js';

/** Capital letters that need no explanation, or are explained elsewhere in the model. */
const KNOWN = new Set([
  'AI',
  'API',
  'SaaS',
  'PaaS',
  'IT',
  'HR',
  'ID',
  'URL',
  'JSON',
  'CISO',
  'KPI',
  'OWASP',
  'NIST',
  'MITRE',
  'ATLAS',
  'EU',
  'ISO',
  'AICM',
  'CSA',
]);

export const glossaryComplete: Law = {
  name: 'glossary-complete',
  says: 'Short forms in statements are in the glossary, and each term of the glossary is used.',
  check: (loaded) => {
    const { glossary } = loaded.model;
    const terms = glossary.map(({ term }) => term.toLowerCase());
    const explained = (short: string): boolean =>
      KNOWN.has(short) || terms.some((term) => term.includes(short.toLowerCase()));
    const unexplained = writtenObjectives(loaded).flatMap(({ category, path, objective }): Breach[] => {
      const shorts = new Set(objective.text.match(/\b[A-Z]{2,}(?:-[A-Z]{2,})?s?\b/g) ?? []);
      return [...shorts]
        .map((short) => short.replace(/s$/, ''))
        .filter((short) => !explained(short))
        .map((short) => ({
          category,
          path: [...path, 'text'],
          objective: objective.id,
          detail: `“${short}” is not in the glossary. Add the abbreviation to the glossary, or write it in full.`,
        }));
    });
    const everything = [...loaded.source.categories.values()]
      .map(({ value }) => JSON.stringify(value).toLowerCase())
      .join('\n');
    const unused = glossary.flatMap(({ term }, index): Breach[] => {
      const forms = term
        .toLowerCase()
        .replace(/[()]/g, ' ')
        .split(/ \/ |,|\s{2,}/)
        .map((form) => form.trim())
        .filter(Boolean);
      return forms.some((form) => everything.includes(form))
        ? []
        : [
            {
              path: ['glossary', index],
              detail: `no text uses the term “${term}”. Delete the term from the glossary.`,
            },
          ];
    });
    return [...unexplained, ...unused];
  },
};
