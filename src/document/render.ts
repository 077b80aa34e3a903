/** Handlebars with the few helpers that Markdown needs; templates lay out, they never compute. */
import Handlebars from 'handlebars';
import { invariant } from '../diagnostic/finding.js';
import { markdownCell, markdownCode, modelMarkdown } from './markdown.js';

/** Gives the text of a template by the name of its file. */
export type ReadTemplate = (name: string) => string;

/** Renders a template with a view that holds everything it shows. Missing fields are a fault of ours, not an empty place. */
export function renderTemplate(template: string, view: object): string {
  const handlebars = Handlebars.create();
  const helpers = { cell: markdownCell, asText: modelMarkdown, asCode: markdownCode };
  for (const [name, written] of Object.entries(helpers))
    handlebars.registerHelper(name, (...[text, ...others]: unknown[]) => {
      // A field of that name would be taken for the helper, which is then given no text.
      invariant(others.length === 1, `the template gives ${name} one text`);
      return written(String(text));
    });
  return handlebars.compile(template, { noEscape: true, strict: true })(view, {
    allowProtoPropertiesByDefault: false,
  });
}
