/** Breaks each rule in turn, in a copy of the project, and shows that a test fails for it. Run with `npm run test:mutation`. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MUTANTS } from './list.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const copy = mkdtempSync(join(tmpdir(), 'aismm-mutants-'));
const SHARES = ['test/assessment/share.test.ts', 'test/workbook/measured.test.ts'];
const tests = (file) => {
  if (file.startsWith('src/scoring')) return ['test/scoring'];
  return file.startsWith('src/assessment') ? SHARES : ['test/scoring', 'test/engines/excelize.test.ts', 'test/formula'];
};

for (const name of ['src', 'test', 'model', 'templates', '.config', 'package.json', 'tsconfig.json']) {
  cpSync(join(root, name), join(copy, name), { recursive: true });
}
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));

/** True if the tests pass in the copy. */
function passes(file) {
  const args = ['vitest', 'run', '--config', '.config/vitest.config.ts', '--bail', '1', ...tests(file)];
  const env = { ...process.env, AISMM_ORACLE_RUNS: '450', NO_COLOR: '1' };
  return spawnSync('npx', args, { cwd: copy, env, encoding: 'utf8', timeout: 120_000 }).status === 0;
}

let alive = 0;
try {
  if (!passes('src/formula')) throw new Error('the tests fail before anything was broken');
  for (const [name, file, find, replace] of MUTANTS) {
    const path = join(copy, file);
    const original = readFileSync(path, 'utf8');
    if (original.split(find).length < 2) throw new Error(`${name}: “${find}” does not stand in ${file}`);
    writeFileSync(
      path,
      original.replace(find, () => replace),
    );
    const survived = passes(file);
    writeFileSync(path, original);
    if (survived) alive += 1;
    console.log(`${survived ? 'ALIVE ' : 'killed'}  ${name}`);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
console.log(`${MUTANTS.length - alive} of ${MUTANTS.length} mutants killed`);
process.exitCode = alive === 0 ? 0 : 1;
