/** Handlebars with the few helpers that Markdown needs; templates lay out, they never compute. */
import Handlebars from 'handlebars';
import { markdownCell, markdownCode, modelMarkdown } from './markdown.js';

/** Gives the text of a template by the name of its file. */
export type ReadTemplate = (name: string) => string;

/** Renders a template with a view that holds everything it shows. Missing fields are a fault of ours, not an empty place. */
export function renderTemplate(template: string, view: object): string {
  const handlebars = Handlebars.create();
  handlebars.registerHelper('cell', (text: unknown) => markdownCell(String(text)));
  handlebars.registerHelper('text', (text: unknown) => modelMarkdown(String(text)));
  handlebars.registerHelper('code', (text: unknown) => markdownCode(String(text)));
  return handlebars.compile(template, { noEscape: true, strict: true })(view, {
    allowProtoPropertiesByDefault: false,
  });
}
