/** What the hostile shapes cost, in CPU seconds and memory of a process each: `npm run bench:hostile [-- PATTERN-OF-NAMES [MAIN.js]]`. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));
const [wanted = '', main = join(root, 'dist/cli/main.js')] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'aismm-hostile-'));
/** Seconds after which a command is given up. */
const PATIENCE = Number(process.env.AISMM_PATIENCE ?? 60);
/** Says what a process has cost, whatever it ends with. */
const COST = `process.on('exit', () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage(); require('node:fs').writeSync(2, '\\ncost ' + JSON.stringify([(userCPUTime + systemCPUTime) / 1e6, maxRSS / 1024])); });`;

try {
  const [shapes, usage, base] = ['shapes.mjs', 'usage.cjs', 'base.xlsx'].map((name) => join(folder, name));
  await build({
    entryPoints: [join(root, 'test/hostile/shapes.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: shapes,
    nodePaths: [join(root, 'node_modules')],
  });
  writeFileSync(usage, COST);
  const run = (...args) =>
    spawnSync(process.execPath, ['--require', usage, main, ...args], {
      encoding: 'utf8',
      timeout: PATIENCE * 1000,
      killSignal: 'SIGKILL',
      maxBuffer: 2 ** 30,
    });
  run('example', '-o', base);
  const { SHAPES, fileOf } = await import(pathToFileURL(shapes));
  const costOf = ({ stderr, stdout, signal }) => {
    const [seconds, memory] = JSON.parse(/\ncost (.*)$/.exec(stderr)?.[1] ?? '[null, null]');
    // Given up after so long, or ended in another way than a command does.
    return signal || seconds === null
      ? [signal ? '   over' : ' failed', `${PATIENCE} s`.padStart(7)]
      : [seconds.toFixed(2).padStart(7), `${Math.round(memory)}`.padStart(7), stdout.length + stderr.length];
  };
  console.log('   file |  score s      MB |  check s      MB  printed | shape');
  for (const shape of [{ name: 'nothing special', make: (pack) => pack, full: 0 }, ...SHAPES].filter(({ name }) =>
    new RegExp(wanted).test(name),
  )) {
    const file = join(folder, 'shape.xlsx');
    writeFileSync(file, fileOf(shape, readFileSync(base)));
    const score = costOf(run('score', file));
    const check = costOf(run('check', file, '--annotate', join(folder, 'copy.xlsx'), '--force'));
    const size = `${(readFileSync(file).length / 2 ** 20).toFixed(2)} MB`.padStart(7);
    console.log(
      `${size} | ${score[0]} ${score[1]} | ${check[0]} ${check[1]} ${String(check[2] ?? '').padStart(8)} | ${shape.name}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
