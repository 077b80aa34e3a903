/** Handlebars with the few helpers that Markdown needs; templates lay out, they never compute. */
import Handlebars from 'handlebars';

/** Gives the text of a template by the name of its file. */
export type ReadTemplate = (name: string) => string;

/** Renders a template with a view that holds everything it shows. Missing fields are a fault of ours, not an empty place. */
export function renderTemplate(template: string, view: object): string {
  const handlebars = Handlebars.create();
  handlebars.registerHelper('cell', (text: unknown) => escapeCell(String(text)));
  return handlebars.compile(template, { noEscape: true, strict: true })(view, {
    allowProtoPropertiesByDefault: false,
  });
}

/** A text inside a Markdown table: pipes and line breaks would end the cell. */
export function escapeCell(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('|', '\\|')
    .replace(/\s*\n\s*/g, '<br>');
}
