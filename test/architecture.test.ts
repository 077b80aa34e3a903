/** The layers of the code: a file imports only from lower layers, or from its own folder; nothing goes round in circles. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

const SRC = new URL('../src/', import.meta.url).pathname;

/** Lowest first. Each line is one layer; its folders do not import from each other. */
const LAYERS: readonly (readonly string[])[] = [
  ['diagnostic', 'formula', 'grid'],
  ['model', 'xlsx'],
  ['assessment'],
  ['scoring'],
  ['locale'],
  ['edition'],
  ['layout'],
  ['workbook', 'document'],
  ['formats'],
  ['report'],
  ['desk'],
  ['host'],
  ['intake', 'store'],
  ['index.ts', 'check.ts', 'messages.ts'],
  ['building.ts'],
  ['ingest.ts'],
  ['library.ts'],
  ['node.ts'],
  ['cli', 'web'],
];

/** What is in these layers runs in every host, as the entry for every host does. */
const ANYWHERE = LAYERS.slice(0, LAYERS.findIndex((folders) => folders.includes('desk')) + 1).flat();
/** Packages that need Node, besides its own modules. */
const ONLY_NODE = ['exceljs', 'piscina', 'libsql', 'pg', 'pg-boss', '@aws-sdk/client-s3', 'yargs'];
/** Packages that weigh more than the rest of the code together, and that reading and scoring need nothing of. */
const HEAVY = ['zod', 'yaml', 'handlebars', 'exceljs'];

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

interface Import {
  readonly from: string;
  /** A file of ours, or the name of a package or of a module of Node. */
  readonly to: string;
  /** `later`: when it is called; `type`: never, as the compiler takes it out. */
  readonly when: 'at once' | 'later' | 'type';
}

const STATIC = /^(?:import|export)\s+(type\s+)?(?:[^;'"]*?from\s+)?'([^']+)'/gm;
const DYNAMIC = /\bimport\('([^']+)'\)/g;

const imports: Import[] = files.flatMap((from) => {
  const text = readFileSync(join(SRC, from), 'utf8');
  const at = (to: string): string =>
    to.startsWith('.') ? normalize(join(dirname(from), to)).replace(/\.js$/, '.ts') : to;
  return [
    ...[...text.matchAll(STATIC)].map(
      ([, type, to = '']) => ({ from, to: at(to), when: type ? 'type' : 'at once' }) as const,
    ),
    ...[...text.matchAll(DYNAMIC)].map(([, to = '']) => ({ from, to: at(to), when: 'later' }) as const),
  ];
});
const ours = imports.filter(({ to }) => to.endsWith('.ts'));
const foreign = imports.filter(({ to }) => !to.endsWith('.ts'));

const folderOf = (file: string): string => file.split('/')[0] ?? '';
const layerOf = (file: string): number => LAYERS.findIndex((folders) => folders.includes(folderOf(file)));
const inWords = (found: readonly Import[]): string[] => [...new Set(found.map(({ from, to }) => `${from} → ${to}`))];
const isOf = (packages: readonly string[], to: string): boolean =>
  to.startsWith('node:') || packages.some((name) => to === name || to.startsWith(`${name}/`));

describe('layers', () => {
  test('every file is in a layer, and its imports exist', () => {
    expect(files.filter((file) => layerOf(file) < 0)).toEqual([]);
    expect(inWords(ours.filter(({ to }) => !files.includes(to)))).toEqual([]);
    expect(ours.length).toBeGreaterThan(files.length);
  });

  test('imports lead down', () => {
    const upward = ours.filter(({ from, to }) => folderOf(from) !== folderOf(to) && layerOf(to) >= layerOf(from));
    expect(inWords(upward)).toEqual([]);
  });

  test('no circles', () => {
    const next = new Map<string, string[]>();
    for (const { from, to } of ours) next.set(from, [...(next.get(from) ?? []), to]);
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

  test('the commands import only the public entry points', () => {
    const past = ours.filter(
      ({ from, to }) =>
        folderOf(from) === 'cli' &&
        folderOf(to) !== 'cli' &&
        // Set before any other code is loaded, entry points included.
        !(from === 'cli/engine.ts' && to === 'host/engine.ts') &&
        !['index.ts', 'check.ts', 'messages.ts', 'building.ts', 'node.ts'].includes(to),
    );
    expect(inWords(past)).toEqual([]);
  });
});

describe('environment', () => {
  test('up to the desk, and in the entry for every host, nothing needs Node', () => {
    const needing = foreign.filter(
      ({ from, to }) =>
        [...ANYWHERE, 'index.ts', 'check.ts', 'messages.ts'].includes(folderOf(from)) && isOf(ONLY_NODE, to),
    );
    expect(inWords(needing)).toEqual(['xlsx/write.ts → exceljs', 'xlsx/write.ts → exceljs/lib/doc/workbook.js']);
  });

  test('what needs Node stands at the rim', () => {
    const users = files.filter((file) => foreign.some(({ from, to }) => from === file && to.startsWith('node:')));
    const folders = new Set(users.map(folderOf));
    expect([...folders].filter((folder) => !['host', 'intake', 'store', 'cli'].includes(folder))).toEqual([]);
  });

  test('exceljs only in the writer', () => {
    const users = foreign.filter(({ to }) => isOf(['exceljs'], to) && !to.startsWith('node:'));
    expect(inWords(users)).toEqual(['xlsx/write.ts → exceljs', 'xlsx/write.ts → exceljs/lib/doc/workbook.js']);
  });

  const reachedFrom = (...entries: string[]): ReadonlySet<string> => {
    const reached = new Set(entries);
    for (const file of reached)
      for (const { from, to, when } of ours) if (from === file && when === 'at once') reached.add(to);
    return reached;
  };

  test('the offline page needs nothing of Node, however far one follows its imports, and is an end of its own', () => {
    const reached = reachedFrom('web/page.ts', 'web/worker.ts');
    expect(reached.size).toBeGreaterThan(50);
    const needing = foreign.filter(
      ({ from, to, when }) => reached.has(from) && when !== 'type' && isOf([...ONLY_NODE, 'zod', 'yaml'], to),
    );
    expect(inWords(needing)).toEqual([]);
    expect(inWords(ours.filter(({ from, to }) => folderOf(to) === 'web' && folderOf(from) !== 'web'))).toEqual([]);
  });

  test('the entry for every host loads nothing heavy, however far one follows its imports', () => {
    const reached = reachedFrom('index.ts');
    expect(reached.size).toBeGreaterThan(50);
    const heavy = foreign.filter(({ from, to, when }) => reached.has(from) && when === 'at once' && isOf(HEAVY, to));
    expect(inWords(heavy)).toEqual([]);
  });
});

test('no list is spread into a call of push: a stranger may decide how long it is, and a call takes only so much', () => {
  const spread = files.filter((file) => /\.push\(\s*\.\.\./.test(readFileSync(join(SRC, file), 'utf8')));
  expect(spread).toEqual([]);
});
