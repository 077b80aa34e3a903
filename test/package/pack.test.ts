/** The package as strangers get it: packed, installed into an empty folder, called, imported and compiled against. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { newFolder } from '../cli/run.js';

const ROOT = new URL('../../', import.meta.url).pathname;
const { version, dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  version: string;
  dependencies: Record<string, string>;
};
const folder = newFolder();
const installed = join(folder, 'node_modules/aismm-workbook');
const tarball = join(folder, `aismm-workbook-${version}.tgz`);
let packed: readonly string[] = [];

function run(cwd: string, command: string, ...args: string[]): { code: number | null; stdout: string; stderr: string } {
  const env = { ...process.env, NO_COLOR: '1', npm_config_update_notifier: 'false' };
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8', env });
  return { code: status, stdout, stderr };
}

const bin = (name: string): string => join(ROOT, 'node_modules/.bin', name);

beforeAll(() => {
  // Without its scripts: they would compile again, under the feet of tests that run at the same time.
  const { code, stdout, stderr } = run(ROOT, 'npm', 'pack', '--json', '--ignore-scripts', '--pack-destination', folder);
  expect(code, stderr).toBe(0);
  const [report] = JSON.parse(stdout) as { files: { path: string }[] }[];
  packed = (report?.files ?? []).map(({ path }) => path).sort();
  // As npm would install it, but without a network: what it declares comes from this project, anything else is missing.
  mkdirSync(installed, { recursive: true });
  expect(run(folder, 'tar', '-xzf', tarball, '--strip-components=1', '-C', installed).code).toBe(0);
  for (const name of Object.keys(dependencies)) {
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', name), link);
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'stranger', private: true, type: 'module' }));
});

test('it holds code with types, schemas, the model (also as it was compiled), templates, README and LICENSE, and nothing else', () => {
  const allowed = [
    /^dist\/(locale\/[a-z]{2}-[A-Z]{2}\/)?[a-z/-]+\.(js|d\.ts)$/,
    /^dist\/schemas\/[a-z]+\.json$/,
    /^dist\/compiled\/[a-z0-9.-]+\.json$/,
    /^model\/.+\.(yaml|md)$/,
    /^templates\/[a-z.-]+\.hbs$/,
    /^(package\.json|README\.md|LICENSE)$/,
  ];
  expect(packed.filter((path) => !allowed.some((pattern) => pattern.test(path)))).toEqual([]);
  for (const wanted of ['dist/index.js', 'dist/index.d.ts', 'dist/cli/main.js', 'dist/schemas/score.json', 'LICENSE']) {
    expect(packed).toContain(wanted);
  }
  // Left over from code that is gone: delete dist/ and compile.
  const left = packed.filter(
    (path) => path.endsWith('.js') && !existsSync(join(ROOT, path.replace(/^dist/, 'src').replace(/js$/, 'ts'))),
  );
  expect(left).toEqual([]);
});

test('its command builds, fills and scores', () => {
  const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as { bin: { aismm: string } };
  const main = join(installed, manifest.bin.aismm);
  expect(readFileSync(main, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  const aismm = (...args: string[]): ReturnType<typeof run> => run(folder, process.execPath, main, ...args);
  expect(aismm('build').code).toBe(0);
  expect(aismm('example', '-o', 'acme.xlsx').code).toBe(0);
  const score = aismm('score', 'acme.xlsx', '--json');
  expect(score.code, score.stderr).toBe(0);
  expect(JSON.parse(score.stdout)).toMatchObject({ schemaVersion: 1, model: { id: 'aismm', version: '1.0' } });
  expect(aismm('model', 'lint').code).toBe(0);
});

test('a program imports it, and its types are enough for a strict compiler', () => {
  writeFileSync(
    join(folder, 'use.ts'),
    `import { scoreAssessment, blankAssessment, type Score } from 'aismm-workbook';
import { loadModel } from 'aismm-workbook/node';
import schema from 'aismm-workbook/schemas/score.json' with { type: 'json' };

declare const files: ReadonlyMap<string, string>;
const { value } = loadModel((path) => files.get(path), 'aismm', '1.0');
if (value) {
  const score: Score = scoreAssessment(value.model, blankAssessment(value.model));
  // @ts-expect-error A maturity may be null, so that it can't be taken for a number.
  const maturity: number = score.program.maturity;
  void [maturity, schema.title];
}
`,
  );
  const options = {
    strict: true,
    target: 'ES2023',
    lib: ['ES2023', 'DOM'],
    module: 'NodeNext',
    exactOptionalPropertyTypes: true,
  };
  const compilerOptions = { ...options, types: [], resolveJsonModule: true, skipLibCheck: false, noEmit: true };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.ts'] }));
  const compiled = run(folder, bin('tsc'), '-p', '.');
  expect(compiled.stdout).toBe('');
  expect(compiled.code).toBe(0);

  writeFileSync(
    join(folder, 'use.mjs'),
    `import { readFileSync, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { blankAssessment, scoreAssessment } from 'aismm-workbook';
import { loadModel, writeWorkbook } from 'aismm-workbook/node';
const root = new URL('./', import.meta.resolve('aismm-workbook/package.json'));
const read = (path) => { const at = new URL('model/' + path, root); return existsSync(at) ? readFileSync(at, 'utf8') : undefined; };
const { model } = loadModel(read, 'aismm', '1.0').value;
const bytes = await writeWorkbook({ model, tool: 'a stranger' });
console.log(JSON.stringify({ maturity: scoreAssessment(model, blankAssessment(model)).program.maturity, zip: bytes[0] === 0x50 }));
`,
  );
  const used = run(folder, process.execPath, 'use.mjs');
  expect(used.stderr).toBe('');
  expect(JSON.parse(used.stdout)).toEqual({ maturity: 1, zip: true });
});

test('nothing inside can be reached that is not exported', () => {
  writeFileSync(join(folder, 'inside.mjs'), `await import('aismm-workbook/dist/scoring/score.js');\n`);
  expect(run(folder, process.execPath, 'inside.mjs').stderr).toContain('ERR_PACKAGE_PATH_NOT_EXPORTED');
});

test('publint and arethetypeswrong find nothing', () => {
  const lint = run(ROOT, bin('publint'), 'run', tarball, '--strict');
  expect(lint.code, lint.stdout + lint.stderr).toBe(0);
  const types = run(ROOT, bin('attw'), tarball, '--profile', 'esm-only', '--format', 'json');
  expect(types.code, types.stdout + types.stderr).toBe(0);
});
