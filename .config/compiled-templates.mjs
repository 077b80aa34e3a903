/** Handlebars with templates that were compiled when the package was built, for bundles that do without its compiler. */
import { readdirSync, readFileSync } from 'node:fs';
import Handlebars from 'handlebars';

const at = (path) => new URL(`../${path}`, import.meta.url);

/** Names of all templates below `templates/`. */
export const TEMPLATES = readdirSync(at('templates/'), { recursive: true })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.hbs'))
  .sort();

export const textOf = (name) => readFileSync(at(`templates/${name}`), 'utf8');

/** The source of a compiled template: an expression in JavaScript. */
export const compiled = (name, options) => Handlebars.precompile(textOf(name), { ...options }); // it writes into them

/** The options of pages. */
export const OF_HTML = { strict: true, preventIndent: true };

/** For the bundler: `source` is the module that is loaded in place of Handlebars. */
export const inPlaceOfHandlebars = (source) => ({
  name: 'compiled templates',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^handlebars$/ }, () => ({ path: 'handlebars', namespace: 'compiled' }));
    onLoad({ filter: /.*/, namespace: 'compiled' }, () => ({ contents: source, resolveDir: at('.').pathname }));
  },
});
