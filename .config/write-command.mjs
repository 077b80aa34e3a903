/** Puts the modules of the command line and of its threads into a few files each: to open hundreds of files takes longer than most commands. */
import { readdirSync, rmSync } from 'node:fs';
import { build } from 'esbuild';
import { directImports } from './direct-imports.mjs';

const at = (path) => new URL(`../${path}`, import.meta.url).pathname;
const PART = 'part-';

for (const name of readdirSync(at('dist/cli'))) if (name.startsWith(PART)) rmSync(at(`dist/cli/${name}`));
await build({
  entryPoints: [at('src/cli/main.ts'), at('src/intake/worker.ts'), at('src/intake/mail-worker.ts')],
  outdir: at('dist'),
  outbase: at('src'),
  // One folder deep, as all modules are: what they find beside the package they find from here.
  chunkNames: `cli/${PART}[hash]`,
  bundle: true,
  splitting: true,
  packages: 'external',
  plugins: [directImports(at('src'))],
  // What is imported for what it does is marked as free of effects, as the whole package is.
  ignoreAnnotations: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
});
