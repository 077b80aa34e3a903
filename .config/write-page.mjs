/** Writes the offline page, but for what `aismm page` puts in: its models, and what can be downloaded from it. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { deflateRaw } from 'pako';
import { pageWords as words } from '../dist/locale/en/page.js';
import { compiled, inPlaceOfHandlebars, OF_HTML, TEMPLATES } from './compiled-templates.mjs';

const at = (path) => new URL(`../${path}`, import.meta.url);
const source = (name) => readFileSync(at(`src/web/${name}`), 'utf8');

/** Templates that the page renders: of the status of a campaign it shows nothing. */
const templates = TEMPLATES.filter((name) => /^report\/.*\.html\.hbs$/.test(name) && name !== 'report/status.html.hbs');
const texts = Object.fromEntries(
  readdirSync(at('templates/report/'))
    .filter((name) => name.endsWith('.css'))
    .map((name) => [`report/${name}`, readFileSync(at(`templates/report/${name}`), 'utf8')]),
);

const keyOf = (name, options) => `${name} ${JSON.stringify(options)}`;
const specs = templates.map((name) => `${JSON.stringify(keyOf(name, OF_HTML))}: ${compiled(name, OF_HTML)}`);

/** Handlebars without its compiler, which the page's rule forbids: a template is found by its name. */
const COMPILED = `
import Runtime from 'handlebars/runtime';
const SPECS = { ${specs.join(',\n')} };
const OF_PARTIALS = ${JSON.stringify(OF_HTML)};
function create() {
  const env = Runtime.create();
  const found = (name, options) => {
    const spec = SPECS[name + ' ' + JSON.stringify(options)];
    if (!spec) throw new Error('broken promise: the page has the template ' + name);
    return env.template(spec);
  };
  const register = env.registerPartial.bind(env);
  env.registerPartial = (part, name) => register(part, found(name, OF_PARTIALS));
  env.compile = found;
  return env;
}
export default { create, SafeString: Runtime.SafeString, escapeExpression: Runtime.escapeExpression };
`;

async function bundled(entry, { isPacked }) {
  const { outputFiles } = await build({
    absWorkingDir: at('.').pathname,
    entryPoints: [`src/web/${entry}`],
    bundle: true,
    // Whoever wants to check the promise can read the page itself.
    ...(isPacked ? { minify: true } : { minifyWhitespace: true }),
    write: false,
    platform: 'browser',
    format: 'iife',
    // What the check for browsers that are too old asks for has all of it.
    target: ['chrome111', 'firefox115', 'safari16.4'],
    charset: 'utf8',
    legalComments: 'none',
    define: { TEMPLATE_TEXTS: JSON.stringify(texts) },
    plugins: [inPlaceOfHandlebars(COMPILED)],
    logLevel: 'warning',
  });
  return outputFiles[0].text;
}

const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

const [page, reader] = [await bundled('page.ts', { isPacked: false }), await bundled('worker.ts', { isPacked: true })];
const [style, old] = [`\n${source('page.css')}`, `\n${source('old.js')}`];
/** The report that is shown in the page brings its own style, as its template has it. */
const ofReport = /<style>([^]*?)<\/style>/
  .exec(readFileSync(at('templates/report/head.html.hbs'), 'utf8'))[1]
  .replace('{{{style}}}', () => texts['report/style.css']);

const policy = [
  "default-src 'none'",
  "connect-src 'none'",
  `script-src ${hash(old)} ${hash(page)}`,
  `style-src ${hash(style)} ${hash(ofReport)}`,
  'worker-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const filling = {
  ...{ language: words.language, name: escaped(words.name), policy, style, old, page },
  ...{ tooOld: escaped(words.tooOld), starting: escaped(words.starting), noScript: escaped(words.noScript) },
};
// What the command puts in keeps its mark.
const html = source('page.html').replace(/\{(\w+)\}/g, (mark, name) => filling[name] ?? mark);

mkdirSync(at('dist/page/'), { recursive: true });
writeFileSync(at('dist/page/page.html'), html);
writeFileSync(
  at('dist/page/reader.txt'),
  Buffer.from(deflateRaw(Buffer.from(reader), { level: 9 })).toString('base64'),
);
