/** The face for every host: bundled as it is, small, and at home where there is nothing but the language. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build, type BuildOptions, type Metafile } from 'esbuild';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import * as onNode from '../../src/node.js';
import { aismm, newFolder } from '../cli/run.js';

const DIST = new URL('../../dist/', import.meta.url).pathname;
/** The entry points that every host can use, and the most bytes that each may have when it is bundled alone. */
const ENTRIES = { index: 241_000, messages: 71_500, check: 328_000 } as const;
/** All of them in one bundle, as a program would use them. */
const TOGETHER: BuildOptions = {
  stdin: {
    contents: Object.keys(ENTRIES)
      .map((name) => `export * from './${name}.js';`)
      .join('\n'),
    resolveDir: DIST,
  },
};
/** What a browser has and a language has not. None of it may be missed. */
const OF_HOSTS =
  'TextDecoder TextEncoder URL structuredClone console performance setTimeout queueMicrotask process Buffer require crypto fetch atob';

const folder = newFolder();
const opened = onNode.openModels();
if (!opened.value) throw new Error(JSON.stringify(opened.findings));
const { usual } = opened.value;
const shelf = new onNode.Shelf(opened.value);

async function bundled(options: BuildOptions): Promise<{ code: string; metafile: Metafile }> {
  const { outputFiles, metafile } = await build({
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    logLevel: 'silent',
    ...options,
  });
  return { code: outputFiles?.[0]?.text ?? '', metafile: metafile as Metafile };
}

describe.each([
  ['browser', 'iife'],
  ['browser', 'esm'],
  ['neutral', 'iife'],
  ['neutral', 'esm'],
] as const)('bundled for the platform %s as %s', (platform, format) => {
  test.each(Object.entries(ENTRIES))('%s is small, and asks nothing of Node or of anybody else', async (name, most) => {
    const { code, metafile } = await bundled({ entryPoints: [join(DIST, `${name}.js`)], platform, format });
    expect(code.length).toBeLessThanOrEqual(most);
    const [output] = Object.values(metafile.outputs);
    expect(output?.imports).toEqual([]);
    const others = Object.keys(metafile.inputs).filter((input) => !/^dist\/[\w./-]+\.js$/.test(input));
    expect(others).toEqual([]);
    expect(code).not.toMatch(/\brequire\b|["'`]node:|\bimport\(/);
  });
});

/** The models, from plain data. */
const SETTING_UP = `
  const { frameworks, ...rest } = JSON.parse(model);
  const usual = { ...rest, frameworks: new Map(frameworks) };
  const shelf = new aismm.Shelf(aismm.modelsOf([usual], usual));
`;

/** `aismm score --json` as a program anywhere would write it, for a file whose name and bytes it was given. */
const PROGRAM = `
  const read = aismm.readClosely(bytes, shelf);
  const findings = read.findings.map((each) => ({ ...each, file }));
  const report = aismm.scored({ file, sha256: aismm.sha256(bytes) }, read.value, findings);
  JSON.stringify(aismm.scoreReport(report, aismm.messagesIn()), null, 2);
`;

let inBare: (file: string, bytes: Uint8Array) => string;

/** The same by Node's own means. */
function onThisHost(file: string, bytes: Uint8Array): string {
  const { value, findings: found } = onNode.readClosely(bytes, shelf);
  const findings = found.map((each) => ({ ...each, file }));
  const report = onNode.scored({ file, sha256: onNode.sha256(bytes) }, value, findings);
  return JSON.stringify(onNode.scoreReport(report, onNode.messagesIn()), null, 2);
}

beforeAll(async () => {
  const { code } = await bundled({ ...TOGETHER, platform: 'browser', format: 'iife', globalName: 'aismm' });
  const model = JSON.stringify({ ...usual, frameworks: [...usual.frameworks] });
  const bare = createContext({ model });
  runInContext('delete globalThis.console', bare);
  const isThere = `${JSON.stringify(OF_HOSTS.split(' '))}.filter((name) => name in globalThis).join()`;
  expect(runInContext(isThere, bare)).toBe('');
  runInContext(code, bare);
  runInContext(SETTING_UP, bare);
  inBare = (file, bytes) => {
    Object.assign(bare, { file, given: bytes });
    const json: unknown = runInContext(`{ const bytes = Uint8Array.from(given); ${PROGRAM} }`, bare);
    return String(json);
  };
});

/** A filled workbook, changed part by part. */
function changed(bytes: Uint8Array, change: (xml: string, name: string) => Uint8Array, level: 0 | 9 = 9): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, change(strFromU8(part), name)] as const);
  return zipSync(Object.fromEntries(parts), { level });
}

function utf16(xml: string, isBig: boolean): Uint8Array {
  const text = `\ufeff${xml.replace('encoding="UTF-8"', 'encoding="UTF-16"')}`;
  const bytes = Buffer.from(text, 'utf16le');
  return new Uint8Array(isBig ? bytes.swap16() : bytes);
}

describe('where there is nothing but the language', () => {
  let example: Uint8Array;

  beforeAll(() => {
    expect(aismm(folder, 'example', '-o', 'acme.xlsx').code).toBe(0);
    example = new Uint8Array(readFileSync(join(folder, 'acme.xlsx')));
  });

  test('the example has the same score as on the command line, byte for byte', () => {
    const { stdout, code } = aismm(folder, 'score', 'acme.xlsx', '--json');
    expect(code).toBe(0);
    expect(`${inBare('acme.xlsx', example)}\n`).toBe(stdout);
  });

  test('bytes of another realm are bytes', () => {
    const others = runInContext(`Uint8Array.from(given)`, createContext({ given: example })) as Uint8Array;
    expect(others).not.toBeInstanceOf(Uint8Array);
    expect(onThisHost('acme.xlsx', others)).toBe(onThisHost('acme.xlsx', example));
  });

  type Change = (bytes: Uint8Array) => Uint8Array;
  const score = '"maturity"';
  const variants: readonly [name: string, change: Change, says: string][] = [
    ['not packed at all', (bytes) => changed(bytes, (xml) => strToU8(xml), 0), score],
    ['in UTF-16, little end first', (bytes) => changed(bytes, (xml) => utf16(xml, false)), score],
    ['in UTF-16, big end first', (bytes) => changed(bytes, (xml) => utf16(xml, true)), score],
    [
      'in UTF-16 with half a character',
      (bytes) =>
        changed(bytes, (xml, name) => (name.includes('sharedStrings') ? utf16(`${xml}\ud800`, false) : strToU8(xml))),
      'damaged-file',
    ],
    [
      'with a part that is no UTF-8',
      (bytes) =>
        changed(bytes, (xml, name) => strToU8(xml.replaceAll('>Met<', '>M\u00e9t<'), name.includes('sharedStrings'))),
      'damaged-file',
    ],
    [
      'in an encoding that nobody knows',
      (bytes) => changed(bytes, (xml) => strToU8(xml.replace('encoding="UTF-8"', 'encoding="KLINGON"'))),
      'damaged-file',
    ],
    [
      'with characters of every length',
      (bytes) => changed(bytes, (xml) => strToU8(xml.replaceAll('>Met<', '>M\u00e9t \u{1d544}<'))),
      'M\u00e9t \u{1d544}',
    ],
    ...Object.entries(onNode.BROKEN_WAYS).map(
      ([name, way]) => [`broken: ${name}`, way.break, way.code] satisfies [string, Change, string],
    ),
    ...[0.2, 0.5, 0.9, 0.999].map((share): [string, Change, string] => [
      `cut off at ${share}`,
      (b) => b.slice(0, b.length * share),
      'damaged-file',
    ]),
  ];

  test.each(variants)('%s: the same score or the same findings as on Node', (_, change, says) => {
    const bytes = change(example);
    const told = inBare('changed.xlsx', bytes);
    expect(told).toContain(says);
    expect(told).toBe(onThisHost('changed.xlsx', bytes));
  });

  test('with bits turned anywhere: the same score or the same findings as on Node', () => {
    for (let n = 0; n < 60; n += 1) {
      const bytes = example.slice();
      const at = Math.floor(((n * 7919 + 13) % 1000) * (bytes.length / 1000));
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (n % 8));
      expect(inBare('turned.xlsx', bytes), `byte ${at}`).toBe(onThisHost('turned.xlsx', bytes));
    }
  });
});
