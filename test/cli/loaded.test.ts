/** What a command loads before it begins: libraries that it does not need cost more time than most of its work. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { MAIN, newFolder } from './run.js';

const folder = dirname(MAIN);
const textOf = (file: string): string => readFileSync(join(folder, file), 'utf8');
const parts = readdirSync(folder).filter((name) => name.startsWith('part-'));

/** What the file with a module, and the files that it imports, take from libraries; what is imported later on does not count. */
function librariesOf(module: string): ReadonlySet<string> {
  const first = parts.find((name) => textOf(name).includes(`// src/cli/commands/${module}.ts`));
  expect(first).toBeDefined();
  const found = new Set<string>();
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const [, from = ''] of textOf(file).matchAll(/^(?:import|export) [^;]*?"([^"]+)";$|^} from "([^"]+)";$/gm)) {
      if (from.startsWith('./')) visit(from.slice(2));
      else if (!isBuiltin(from)) found.add(from);
    }
  };
  visit(first ?? '');
  return found;
}

test.each(['score', 'check'])('%s opens no file of a library: what it needs is in its own files', (command) => {
  expect([...librariesOf(command)]).toEqual([]);
});

test('templates were compiled when the package was built: no command loads what compiles them', () => {
  const place = newFolder();
  const seen = join(place, 'seen.txt');
  writeFileSync(
    join(place, 'hook.cjs'),
    `const Module = require('node:module'), { appendFileSync } = require('node:fs'), load = Module._load;
    Module._load = (name, ...rest) => (appendFileSync(${JSON.stringify(seen)}, name + '\\n'), load(name, ...rest));`,
  );
  const run = (...args: string[]): void => {
    const { status, stderr } = spawnSync(process.execPath, ['-r', './hook.cjs', MAIN, ...args], {
      cwd: place,
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
  };
  run('build', '--output', '.');
  run('example', '-o', 'a.xlsx');
  run('score', 'a.xlsx');
  run('example', '-o', 'b.xlsx');
  run('score', 'a.xlsx', 'b.xlsx');
  run('score', 'a.xlsx', '--why', 'GOV');
  for (const format of ['html', 'md']) run('report', 'a.xlsx', '--format', format, '-o', `report.${format}`);
  run('compare', 'a.xlsx', 'b.xlsx');
  run('model', 'diff', '1.0', '1.1');
  run('ingest', 'a.xlsx', '--store', 's.sqlite');
  for (const format of ['text', 'md', 'html']) run('portfolio', '--store', 's.sqlite', '--format', format);
  const loaded = readFileSync(seen, 'utf8').split('\n');
  // It sees what is loaded, such as the files of the library for YAML.
  expect(loaded.some((name) => name.endsWith('/Scalar.js'))).toBe(true);
  expect(loaded.filter((name) => name.includes('handlebars'))).toEqual([]);
});

test('what needs a library has it: this test sees them', () => {
  expect(librariesOf('measure')).toContain('csv-parse/sync');
});
