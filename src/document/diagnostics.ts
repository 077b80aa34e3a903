/** The page of all diagnostics, for people who look a code up. */
import { CATALOGUE, DIAGNOSTIC_CODES } from '../diagnostic/catalogue.js';
import type { Explanations } from '../locale/message.js';
import { renderTemplate, type ReadTemplate } from './render.js';

/** Markdown with one section a code, in the order of the catalogue. */
export function renderDiagnostics(explanations: Explanations, readTemplate: ReadTemplate): string {
  const entries = DIAGNOSTIC_CODES.map((code) => {
    const { meaning, remedy } = explanations[code];
    return { code, severity: CATALOGUE[code].severity, meaning, remedy };
  });
  const text = renderTemplate(readTemplate('diagnostics.md.hbs'), { entries });
  return `${text.replace(/\n{3,}/g, '\n\n').trimEnd()}\n`;
}
