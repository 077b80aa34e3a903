/** What a command loads before it begins: libraries that it does not need cost more time than most of its work. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { MAIN } from './run.js';

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
      else if (!from.startsWith('node:')) found.add(from);
    }
  };
  visit(first ?? '');
  return found;
}

test.each(['score', 'check'])('%s loads nothing that reads YAML, tables or databases', (command) => {
  const libraries = [...librariesOf(command)];
  expect(libraries).toContain('fflate');
  expect(libraries.filter((name) => /^(?:zod|yaml|csv-parse|exceljs|libsql|pg|piscina|marked)\b/.test(name))).toEqual(
    [],
  );
});

test('what needs a library has it: this test sees them', () => {
  expect(librariesOf('measure')).toContain('csv-parse/sync');
});
