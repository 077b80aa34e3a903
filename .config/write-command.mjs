/** Puts the modules of the command line and of its threads into a few files each: to open hundreds of files takes longer than most commands. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { bundledPackages, notices } from './bundled-packages.mjs';
import { compiled, inPlaceOfHandlebars, OF_HTML, TEMPLATES, textOf } from './compiled-templates.mjs';
import { directImports } from './direct-imports.mjs';

const at = (path) => new URL(`../${path}`, import.meta.url).pathname;
const PART = 'part-';
const TEMPLATE = 'template-';

/** The options that a template is rendered with. */
function optionsOf(name) {
  if (name.startsWith('report/') && name.endsWith('.html.hbs')) return OF_HTML;
  if (name.endsWith('.html.hbs')) return { strict: true };
  return { noEscape: true, strict: !name.startsWith('portfolio.') };
}

/** A template is found by its text and options: one that was changed since is compiled when it is used. */
const key = (text, options) =>
  `${TEMPLATE}${createHash('sha256')
    .update(JSON.stringify([text, Object.entries(options).sort()]))
    .digest('hex')
    .slice(0, 32)}`;

const COMPILED = `
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Script } from 'node:vm';
import Runtime from 'handlebars/runtime.js';
const TEMPLATE = '${TEMPLATE}';
const key = ${key};
function specOf(text, options) {
  const url = new URL('../compiled/' + key(text, options) + '.json', import.meta.url);
  try {
    return new Script('(' + JSON.parse(readFileSync(url, 'utf8')) + ')', { filename: url.pathname }).runInThisContext();
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return undefined;
  }
}
function create() {
  const env = Runtime.create();
  env.compile = (text, options) => {
    const spec = specOf(text, options);
    if (spec) return env.template(spec);
    const whole = createRequire(import.meta.url)('handlebars').create();
    Object.assign(whole, { helpers: env.helpers, partials: env.partials });
    return whole.compile(text, options);
  };
  // A compiled template does not say how its parts are compiled; only pages have parts.
  const register = env.registerPartial.bind(env);
  env.registerPartial = (part, text) => register(part, env.compile(text, ${JSON.stringify(OF_HTML)}));
  return env;
}
const one = create();
export default { create, compile: one.compile, SafeString: Runtime.SafeString, escapeExpression: Runtime.escapeExpression };
`;

for (const name of readdirSync(at('dist/cli'))) if (name.startsWith(PART)) rmSync(at(`dist/cli/${name}`));
mkdirSync(at('dist/compiled'), { recursive: true });
for (const name of readdirSync(at('dist/compiled'))) if (name.startsWith(TEMPLATE)) rmSync(at(`dist/compiled/${name}`));
for (const name of TEMPLATES)
  writeFileSync(
    at(`dist/compiled/${key(textOf(name), optionsOf(name))}.json`),
    JSON.stringify(compiled(name, optionsOf(name))),
  );

const { metafile } = await build({
  entryPoints: [at('src/cli/main.ts'), at('src/intake/worker.ts'), at('src/intake/mail-worker.ts')],
  outdir: at('dist'),
  outbase: at('src'),
  // One folder deep, as all modules are: what they find beside the package they find from here.
  chunkNames: `cli/${PART}[hash]`,
  bundle: true,
  splitting: true,
  metafile: true,
  plugins: [directImports(at('src')), inPlaceOfHandlebars(COMPILED), bundledPackages],
  // What is imported for what it does is marked as free of effects, as the whole package is.
  ignoreAnnotations: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
});
writeFileSync(at('dist/cli/notices.txt'), notices(metafile, at('.')));
