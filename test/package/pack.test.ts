/** The package as strangers get it: packed, installed into an empty folder, called, imported and compiled against. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bin, packAndInstall, ROOT, run } from './packed.js';

const { folder, installed, tarball, files: packed } = packAndInstall();

test('it holds code with types, schemas, the model (also as it was compiled), the offline page, templates, README, the pages, pictures and built files it links to, LICENSE and the licences of packages inside, and nothing else', () => {
  const allowed = [
    /^dist\/[\w/-]+\.(js|d\.ts)$/,
    /^dist\/schemas\/[a-z-]+\.json$/,
    /^dist\/(compiled|models)\/[a-z0-9.-]+\.json$/,
    /^dist\/cli\/notices\.txt$/,
    /^dist\/page\/(page\.html|reader\.txt)$/,
    /^model\/.+\.(yaml|md)$/,
    /^templates\/(report\/)?[a-z.-]+\.(hbs|css)$/,
    // Messages name some of these pages.
    /^docs\/((decisions|editions)\/)?[\w.-]+\.md$/,
    /^docs\/\w+\.png$/,
    /^output\/(aismm-1\.1(-companion)?\.\w+|example-report\.html)$/,
    /^(package\.json|README\.md|LICENSE)$/,
  ];
  expect(packed.filter((path) => !allowed.some((pattern) => pattern.test(path)))).toEqual([]);
  const faces = ['dist/index.js', 'dist/index.d.ts', 'dist/library.js', 'dist/library.d.ts', 'dist/cli/main.js'];
  expect(packed).toEqual(
    expect.arrayContaining([
      ...faces,
      'dist/schemas/score.json',
      'templates/scorecard.txt.hbs',
      'docs/answers.md',
      'dist/cli/notices.txt',
      'LICENSE',
    ]),
  );
  // Left over from code that is gone: delete dist/ and compile.
  const left = packed.filter(
    (path) =>
      /(?<!\/part-\w+)\.js$/.test(path) && !existsSync(join(ROOT, path.replace(/^dist/, 'src').replace(/js$/, 'ts'))),
  );
  expect(left).toEqual([]);
});

test('every link of its pages leads to a file that it holds', () => {
  const pages = packed.filter((path) => path === 'README.md' || /^(docs|model)\/[^/]+\.md$/.test(path));
  const dead = pages.flatMap((page) =>
    [...readFileSync(join(installed, page), 'utf8').matchAll(/\]\(([^)\s#]+)/g)]
      .map(([, link = '']) => link)
      .filter((link) => !/^[a-z]+:/.test(link) && !existsSync(join(installed, page, '..', link)))
      .map((link) => `${page}: ${link}`),
  );
  expect([pages.length > 20, dead]).toEqual([true, []]);
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
  expect(JSON.parse(score.stdout)).toMatchObject({ schemaVersion: 1, model: { id: 'aismm', version: '1.1' } });
  expect(aismm('model', 'lint').code).toBe(0);
});

test('its command, with half of exceljs inside, writes the same bytes as its library with all of it', () => {
  const { name, version } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as Record<string, string>;
  const tool = `${name ?? ''} ${version ?? ''}`;
  writeFileSync(
    join(folder, 'same.mjs'),
    `import { writeFileSync } from 'node:fs';
import { exampleAssessment, exampleTexts, openModels, writeWorkbook } from 'aismm-workbook/node';
const model = openModels().value.usual;
const assessment = exampleAssessment(model, { seed: 3, profile: 'advanced' }, exampleTexts);
writeFileSync('library.xlsx', await writeWorkbook({ model, assessment, tool: ${JSON.stringify(tool)} }));
writeFileSync('library-blank.xlsx', await writeWorkbook({ model, tool: ${JSON.stringify(tool)} }));`,
  );
  expect(run(folder, process.execPath, 'same.mjs')).toEqual({ code: 0, stdout: '', stderr: '' });
  const main = join(installed, 'dist/cli/main.js');
  const example = ['example', '--seed', '3', '--profile', 'advanced', '-o', 'command.xlsx'];
  for (const args of [example, ['build', '--format', 'xlsx', '-o', 'blank']])
    expect(run(folder, process.execPath, main, ...args).code).toBe(0);
  const bytes = (file: string): Buffer => readFileSync(join(folder, file));
  expect(bytes('command.xlsx').equals(bytes('library.xlsx'))).toBe(true);
  expect(bytes('blank/aismm-1.1.xlsx').equals(bytes('library-blank.xlsx'))).toBe(true);
});

test('its command uses a template as it is now, also one that somebody has changed', () => {
  const main = join(installed, 'dist/cli/main.js');
  const aismm = (...args: string[]): ReturnType<typeof run> => run(folder, process.execPath, main, ...args);
  const template = join(installed, 'templates/scorecard.txt.hbs');
  const before = readFileSync(template, 'utf8');
  expect(aismm('example', '-o', 'own.xlsx').code).toBe(0);
  const usual = aismm('score', 'own.xlsx').stdout;
  writeFileSync(template, `${before}Kept at Example House.\n`);
  try {
    expect(aismm('score', 'own.xlsx')).toMatchObject({ code: 0, stdout: `${usual}Kept at Example House.\n` });
  } finally {
    writeFileSync(template, before);
  }
});

const compilerOptions = {
  strict: true,
  target: 'ES2023',
  lib: ['ES2023', 'DOM'],
  module: 'NodeNext',
  exactOptionalPropertyTypes: true,
  types: [],
  resolveJsonModule: true,
  skipLibCheck: false,
  noEmit: true,
};

/** What a strict compiler says of a program. */
function compiled(name: string, program: string): string {
  writeFileSync(join(folder, name), program);
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [name] }));
  return run(folder, bin('tsc'), '-p', '.').stdout;
}

test('types of the face for every host are enough for a strict compiler, which knows nothing of Node', () => {
  const said = compiled(
    'use.ts',
    `import { blankAssessment, modelsOf, readWorkbook, scoreAssessment, sha256, Shelf, type Model, type Score } from 'aismm-workbook';
import schema from 'aismm-workbook/schemas/score.json' with { type: 'json' };

declare const model: Model;
const score: Score = scoreAssessment(model, blankAssessment(model));
// @ts-expect-error A maturity may be null, so that it can't be taken for a number.
const maturity: number = score.program.maturity;
const bytes = new Uint8Array();
const { value, findings } = readWorkbook(bytes, new Shelf(modelsOf([model], model)));
const name: string = value?.assessment.organization.name ?? findings[0]?.code ?? sha256(bytes);
void [maturity, schema.title, name];
`,
  );
  expect(said).toBe('');
});

test('types of the face on Node are enough for a strict compiler', () => {
  const said = compiled(
    'use-node.ts',
    `import { annotateWorkbook, auditWorkbook, builtInTemplate, openModels, readWorkbook, renderScorecard, Shelf, type Finding } from 'aismm-workbook/node';

declare const bytes: Uint8Array;
const { value: models } = openModels();
if (models) {
  const { value, findings } = readWorkbook(bytes, new Shelf(models));
  const all: Finding[] = value ? [...findings, ...auditWorkbook(value)] : [];
  const copy: Promise<Uint8Array> | undefined = value && annotateWorkbook(value, all);
  void [copy, builtInTemplate('scorecard.txt.hbs').length, renderScorecard];
}
`,
  );
  expect(said).toBe('');
});

test('a program writes a workbook and a document, with a model and a template that it opens without a path', () => {
  writeFileSync(
    join(folder, 'use.mjs'),
    `import { builtInTemplate, blankAssessment, openModels, renderCompanion, scoreAssessment, USUAL_LANGUAGE, writeWorkbook } from 'aismm-workbook/node';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
const { value: { usual: model } } = openModels();
const bytes = await writeWorkbook({ model, tool: 'a stranger' });
const template = fileURLToPath(import.meta.resolve('aismm-workbook/templates/companion.md.hbs'));
console.log(JSON.stringify({
  maturity: scoreAssessment(model, blankAssessment(model)).program.maturity,
  zip: bytes[0] === 0x50,
  template: builtInTemplate('companion.md.hbs') === readFileSync(template, 'utf8'),
  document: renderCompanion(model, USUAL_LANGUAGE, builtInTemplate).slice(0, 2),
}));
`,
  );
  const used = run(folder, process.execPath, 'use.mjs');
  expect(used.stderr).toBe('');
  expect(JSON.parse(used.stdout)).toEqual({ maturity: 1, zip: true, template: true, document: '# ' });
});

test('the entry on Node has what the entries for every host have; it unpacks by zlib', () => {
  writeFileSync(
    join(folder, 'faces.mjs'),
    `import * as core from 'aismm-workbook';
import * as check from 'aismm-workbook/check';
import * as messages from 'aismm-workbook/messages';
import * as onNode from 'aismm-workbook/node';
import * as many from 'aismm-workbook/ingest';
const everywhere = { ...core, ...check, ...messages };
const others = Object.keys(many).filter((name) => many[name] !== onNode[name]);
const missing = Object.keys(everywhere).filter((name) => !(name in onNode));
const own = Object.keys(everywhere).filter((name) => everywhere[name] !== onNode[name]).sort();
console.log(JSON.stringify({ missing, own, others, ingest: typeof many.ingest }));
`,
  );
  const { stdout, stderr } = run(folder, process.execPath, 'faces.mjs');
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual({
    missing: [],
    own: ['checkWorkbook', 'markedCopy', 'readClosely', 'readWorkbook', 'sha256'],
    others: [],
    ingest: 'function',
  });
});

test('nothing inside can be reached that is not exported', () => {
  for (const inside of ['dist/scoring/score.js', 'src/index.ts', 'templates/../package.json']) {
    writeFileSync(join(folder, 'inside.mjs'), `await import('aismm-workbook/${inside}');\n`);
    expect(run(folder, process.execPath, 'inside.mjs').stderr).toMatch(
      /ERR_PACKAGE_PATH_NOT_EXPORTED|ERR_INVALID_MODULE_SPECIFIER/,
    );
  }
});

test('publint and arethetypeswrong find nothing', () => {
  const lint = run(ROOT, bin('publint'), 'run', tarball, '--strict');
  expect(lint.code, lint.stdout + lint.stderr).toBe(0);
  const types = run(ROOT, bin('attw'), tarball, '--profile', 'esm-only', '--format', 'json');
  expect(types.code, types.stdout + types.stderr).toBe(0);
});
