/**
 * For the bundler: packages that nearly every command needs go into the bundle, with all that they need themselves. To find and
 * open their hundred files takes longer than to run them. Every other package stays where it is installed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';

const INSIDE = new Set(['exceljs/lib/doc/workbook.js', 'fflate', 'handlebars/runtime.js', 'pako', 'yargs']);

/** What exceljs packs, streams, encrypts and reads with. aismm asks it for the parts of a workbook only, and packs them itself. */
const UNUSED = new Set(['../csv/csv', 'jszip', 'readable-stream', 'saxes', 'uuid']);
const NOT_HERE = `function missing() {
  throw new Error('This bundle contains only the half of exceljs that makes the parts of a workbook.');
}
module.exports = new Proxy(missing, { get: (target, name) => target[name] ?? missing });`;

/** The help is in letters of one column each: what measures those of all scripts takes a twentieth of a short command to load. */
const WIDTH = `const STYLE = /\\u001b\\[[0-9;]*m/g;
export default (text) => [...String(text).replace(STYLE, '')].length;`;

const ASKED = Symbol('asked');

export const bundledPackages = {
  name: 'bundled packages',
  setup(build) {
    build.onResolve({ filter: /^string-width$/ }, () => ({ path: 'string-width', namespace: 'width' }));
    build.onLoad({ filter: /.*/, namespace: 'width' }, () => ({ contents: WIDTH }));
    build.onResolve({ filter: /.*/ }, ({ path, importer }) =>
      importer.includes('node_modules/exceljs/') && (UNUSED.has(path) || isBuiltin(path))
        ? { path, namespace: 'not here' }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'not here' }, () => ({ contents: NOT_HERE }));
    build.onResolve({ filter: /^[^./]/ }, ({ path, importer, kind, resolveDir, pluginData }) => {
      if (pluginData === ASKED || kind === 'entry-point' || isBuiltin(path)) return undefined;
      if (!INSIDE.has(path) && !importer.includes('node_modules')) return { path, external: true };
      return build.resolve(path, { importer, kind, resolveDir, pluginData: ASKED });
    });
  },
};

/** The licences of the packages that are in a bundle, from what the bundler says that it has put in. */
export function notices({ inputs }, root) {
  const folders = new Set(
    Object.keys(inputs).flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
  );
  const texts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    const file = readdirSync(join(root, folder)).find((each) => /^licen[cs]e/i.test(each));
    if (!file) throw new Error(`${folder} has no licence`);
    return `${name} ${version} (${license})\n\n${readFileSync(join(root, folder, file), 'utf8').trim()}\n`;
  });
  return `The files in this folder contain these packages.\n\n${[...new Set(texts)].join(`\n${'-'.repeat(72)}\n\n`)}`;
}
