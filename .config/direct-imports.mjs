/**
 * For the bundler: what a file of the command line imports from an entry of the package comes straight from the module that
 * declares it. Through the entry, every command would load what any of them needs.
 */
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

const ENTRIES = ['node', 'library', 'index', 'check', 'messages', 'ingest', 'building'];
const FROM = String.raw`from\s+'(\.[^']*)\.js';`;
const LIST = new RegExp(String.raw`^export\s+\{([^}]*)\}\s+${FROM}`, 'gm');
const ALL = new RegExp(String.raw`^export\s+\*\s+${FROM}`, 'gm');
const IMPORT = new RegExp(String.raw`^import\s+\{([^}]*)\}\s+${FROM}`, 'gm');

/** What stands between braces: the name of each thing there, and what it is called here; types are left out. */
const namesIn = (list) =>
  list
    .split(',')
    .map((each) => each.trim().split(/\s+as\s+/))
    .filter(([name]) => name !== '' && !name.startsWith('type '))
    .map(([name, as = name]) => ({ name, as }));

/** What an entry hands on, by name: the module that has it, and its name there. What is named goes before what comes with `*`. */
async function handedOn(entry) {
  const text = await readFile(`${entry}.ts`, 'utf8');
  const found = new Map();
  for (const [, list, from] of text.matchAll(LIST))
    for (const { name, as } of namesIn(list)) found.set(as, { name, module: resolve(dirname(entry), from) });
  for (const [, from] of text.matchAll(ALL))
    for (const [as, each] of await handedOn(resolve(dirname(entry), from))) if (!found.has(as)) found.set(as, each);
  return found;
}

/** `source`: the folder of the sources. */
export function directImports(source) {
  const entries = new Map(ENTRIES.map((name) => [resolve(source, name), undefined]));
  const declared = async (entry) => {
    if (!entries.get(entry)) entries.set(entry, handedOn(entry));
    return entries.get(entry);
  };
  return {
    name: 'direct-imports',
    setup(build) {
      build.onLoad({ filter: /[\\/]src[\\/]cli[\\/].*\.ts$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        const pieces = [];
        let at = 0;
        for (const { 0: whole, 1: list, 2: from, index } of text.matchAll(IMPORT)) {
          const entry = resolve(dirname(path), from);
          if (!entries.has(entry)) continue;
          const modules = await declared(entry);
          const lines = namesIn(list).map(({ name, as }) => {
            const found = modules.get(name);
            if (!found) throw new Error(`${path}: no module hands on ${name}`);
            return `import { ${found.name} as ${as} } from '${found.module.replaceAll('\\', '/')}.js';`;
          });
          // As many lines as before, so that the places of errors are right.
          pieces.push(text.slice(at, index), lines.join(' '), '\n'.repeat(whole.split('\n').length - 1));
          at = index + whole.length;
        }
        return { contents: pieces.join('') + text.slice(at), loader: 'ts' };
      });
    },
  };
}
