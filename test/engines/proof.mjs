/** The long proof by other programs, and its table: `npm run test:engines`. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';

const table = process.env.AISMM_TABLE;
rmSync(table, { force: true });
const started = performance.now();
const config = ['--config', '.config/vitest.config.ts'];
const { status } = spawnSync('npx', ['vitest', 'run', ...config, 'test/engines'], { stdio: 'inherit' });
const rows = readFileSync(table, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
rmSync(table);
const sum = (column) => rows.reduce((total, row) => total + row[column], 0);
console.log(`
| engine | version | workbooks | of the whole model | figures compared | largest difference |
| --- | --- | ---: | ---: | ---: | ---: |`);
for (const { engine, version, workbooks, whole, compared, largest } of rows)
  console.log(`| ${engine} | ${version} | ${workbooks} | ${whole} | ${compared} | ${largest.toExponential(1)} |`);
console.log(`| together | | ${sum('workbooks')} | ${sum('whole')} | ${sum('compared')} | |`);
console.log(`\n${((performance.now() - started) / 60_000).toFixed(1)} minutes`);
process.exitCode = status ?? 1;
