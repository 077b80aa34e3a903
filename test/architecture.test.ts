/** The floors of the house: a file imports only from lower floors, or from its own folder; nothing goes round in circles. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { expect, test } from 'vitest';

const SRC = new URL('../src/', import.meta.url).pathname;

/** Lowest first. Each line is one floor; what stands on it may not import from its neighbours, but in its own folder. */
const FLOORS: readonly (readonly string[])[] = [
  ['diagnostic', 'formula', 'grid'],
  ['model', 'xlsx'],
  ['assessment'],
  ['scoring'],
  ['locale'],
  ['layout'],
  ['workbook', 'document'],
  ['ingest'],
  ['formats.ts', 'schemas.ts'],
  ['index.ts'],
  ['cli'],
];

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

interface Import {
  readonly from: string;
  readonly to: string;
}

const imports: Import[] = files.flatMap((from) => {
  const text = readFileSync(join(SRC, from), 'utf8');
  return [...text.matchAll(/(?:import|export)\s+(?:type\s+)?[^;'"]*?from\s+'(\.[^']+)'/g)].map((match) => ({
    from,
    to: normalize(join(dirname(from), match[1] ?? '')).replace(/\.js$/, '.ts'),
  }));
});

const roomOf = (file: string): string => file.split('/')[0] ?? '';
const floorOf = (file: string): number => FLOORS.findIndex((rooms) => rooms.includes(roomOf(file)));

test('every file stands on a floor', () => {
  expect(files.filter((file) => floorOf(file) < 0)).toEqual([]);
});

test('imports lead down', () => {
  const upward = imports.filter(({ from, to }) => roomOf(from) !== roomOf(to) && floorOf(to) >= floorOf(from));
  expect(upward.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

test('no circles', () => {
  const next = new Map<string, string[]>();
  for (const { from, to } of imports) next.set(from, [...(next.get(from) ?? []), to]);
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (done.has(file) || path.includes(file)) return;
    for (const to of next.get(file) ?? []) visit(to, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});

test('the commands know only the public face', () => {
  const past = imports.filter(({ from, to }) => roomOf(from) === 'cli' && roomOf(to) !== 'cli' && to !== 'index.ts');
  expect(past.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

test('effects stay at the rim: node: modules only in cli/, in ingest/ and in the inflate adapter', () => {
  const users = files.filter((file) => /from 'node:/.test(readFileSync(join(SRC, file), 'utf8')));
  expect(users.filter((file) => !['cli', 'ingest'].includes(roomOf(file)))).toEqual(['xlsx/inflate.ts']);
});

test('exceljs only in the writer', () => {
  const users = files.filter((file) => /'exceljs'/.test(readFileSync(join(SRC, file), 'utf8')));
  expect(users.map((file) => relative('.', file))).toEqual(['xlsx/write.ts']);
});
