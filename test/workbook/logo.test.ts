/** The logo of a model of one’s own: what is refused, where it is seen, and that workbooks with it are as sound as others. */
import { strToU8, unzipSync } from 'fflate';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { renderCompanion } from '../../src/document/companion.js';
import { renderHtmlPage } from '../../src/document/html.js';
import { blankAssessment } from '../../src/assessment/paths.js';
import { checkWorkbook, makeFiller, markedCopy } from '../../src/host/bound.js';
import { openModels } from '../../src/host/models.js';
import { builtInTemplate } from '../../src/host/templates.js';
import { issue, modelsOf, Shelf } from '../../src/layout/shelf.js';
import { en } from '../../src/locale/en/index.js';

import { inWords } from '../../src/locale/message.js';
import { messagesIn } from '../../src/locale/messages.js';
import { compileModel, readCompiledModel, remembering } from '../../src/model/compiled.js';
import { loadModel } from '../../src/model/load.js';
import type { Model } from '../../src/model/model.js';
import { makeReport } from '../../src/report/make.js';
import { renderPortfolioHtml } from '../../src/report/portfolio.js';
import { annotateWorkbook } from '../../src/workbook/annotate.js';
import { writeWorkbook } from '../../src/workbook/write.js';
import { newFolder, tiny, write } from '../host/folders.js';
import { LAWS } from '../package/laws/index.js';
import { Package } from '../package/open-package.js';
import { pngOf } from '../png.js';
import { examplePortfolio } from '../portfolios.js';
import { tinyFiles, tinyModel } from '../tiny-model.js';

const PATH = 'tiny/1.0/model.yaml';
const ALT = 'Acme & <Sons>';
const PNG = pngOf(400, 100);

/** A tiny model whose `brand.logo` is as given, with files beside `model.yaml`. */
function loaded(logo: string, files: Readonly<Record<string, Buffer>> = { 'logo.png': PNG }) {
  const all = tinyFiles({ GOV: [{ level: 2 }] });
  all.set(PATH, `${all.get(PATH) ?? ''}\nbrand:\n  name: Acme\n  logo:\n${logo}`);
  for (const [name, bytes] of Object.entries(files)) all.set(`tiny/1.0/${name}`, bytes.toString('base64'));
  const { value, findings } = loadModel((file) => all.get(file), 'tiny', '1.0');
  return { model: value?.model, told: findings.map((each) => inWords(each, messagesIn())), files: all };
}

const USUAL = `    file: logo.png\n    alt: "${ALT}"\n`;

function usual(): Model {
  const { model } = loaded(USUAL);
  if (!model) throw new Error('the model is sound');
  return model;
}

test('a logo is part of the model, also of one that was compiled', () => {
  const { model, files } = loaded(USUAL);
  expect(model?.brand?.logo).toEqual({ png: PNG.toString('base64'), alt: ALT, width: 400, height: 100 });
  const seen = remembering((file) => files.get(file));
  const { value } = loadModel(seen.read, 'tiny', '1.0', seen.list);
  const digest = (text: string): string => text;
  const json = value ? compileModel(value.model, seen.texts, digest) : '';
  expect(readCompiledModel(json, (file) => files.get(file), digest)?.brand).toEqual(model?.brand);
  // Another picture is another model.
  const changed = new Map(files).set('tiny/1.0/logo.png', pngOf(40, 10).toString('base64'));
  expect(readCompiledModel(json, (file) => changed.get(file), digest)).toBeUndefined();
});

test.each<[string, string, Readonly<Record<string, Buffer>>, string]>([
  [
    'outside',
    'file: ../logo.png',
    { '../logo.png': PNG },
    '“../logo.png” is not in the model folder. Copy the logo into this folder',
  ],
  ['of the whole disk', 'file: /tmp/logo.png', { '/tmp/logo.png': PNG }, 'is not in the model folder'],
  ['of another system', 'file: img\\logo.png', { 'img\\logo.png': PNG }, 'is not in the model folder'],
  ['missing', 'file: other.png', {}, 'the model folder has no file named “other.png”. Copy the logo into this folder'],
  [
    'no PNG',
    'file: logo.png',
    { 'logo.png': Buffer.from('GIF89a') },
    '“logo.png” is not a complete PNG file. Save the logo as a PNG file',
  ],
  ['cut off', 'file: logo.png', { 'logo.png': PNG.subarray(0, -6) }, 'is not a complete PNG file'],
  ['under another name', 'file: logo.gif', { 'logo.gif': PNG }, 'with a name that ends in .png'],
  ['too large', 'file: logo.png', { 'logo.png': pngOf(10, 10, 200_000) }, 'is 201 kB, but the limit is 200 kB. Use'],
  [
    'too wide',
    'file: logo.png',
    { 'logo.png': pngOf(2001, 2) },
    'has 2001 × 2 pixels, but the limit is 2000 pixels per side',
  ],
])('a logo that is refused: %s', (_, line, files, message) => {
  const { model, told } = loaded(`    ${line}\n    alt: Acme\n`, files);
  expect(model).toBeUndefined();
  expect(told).toMatchObject([{ code: 'model-shape', file: PATH, severity: 'error', field: 'brand.logo.file' }]);
  expect(told[0]?.message).toContain(message);
  expect(told[0]?.line).toBeGreaterThan(10);
});

test.each(['    file: logo.png\n', '    file: logo.png\n    alt: ""\n'])(
  'a logo without words is refused: %j',
  (logo) => {
    const { model, told } = loaded(logo);
    expect(model).toBeUndefined();
    expect(told).toMatchObject([{ code: 'model-shape', file: PATH, severity: 'error' }]);
    expect(told[0]?.message).toContain('brand.logo.alt');
    expect(told[0]?.line).toBeGreaterThan(10);
  },
);

test('the largest logo that is allowed', () => {
  const { model } = loaded(USUAL, { 'logo.png': pngOf(2000, 2000) });
  expect(model?.brand?.logo).toMatchObject({ width: 2000, height: 2000 });
});

test('it is read from the disk, as bytes', () => {
  const folder = newFolder();
  write(
    folder,
    tiny('own', '1.0', 'own', (text) =>
      text.includes('id: own\n')
        ? `${text}\nbrand:\n  name: Acme\n  logo:\n${USUAL.replace('logo.png', 'img/a.PNG')}`
        : text,
    ),
  );
  const path = join(folder, 'own/img/a.PNG');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, PNG);
  const { value, findings } = openModels(join(folder, 'own'));
  expect(findings).toEqual([]);
  expect(value?.usual.brand?.logo?.png).toBe(PNG.toString('base64'));
});

test('it is on the first sheet, told in words, and no law of packages is broken', async () => {
  const model = usual();
  const bytes = await writeWorkbook({ model, tool: 'test' });
  const parts = unzipSync(bytes);
  expect(Buffer.from(parts['xl/media/image1.png'] ?? [])).toEqual(PNG);
  const pkg = Package.open(bytes);
  const [first] = pkg.visible;
  expect(first?.name).toBe(en.words.sheets.introduction);
  const drawing = first?.relations.find(({ kind }) => kind === 'drawing')?.target ?? '';
  const xml = Buffer.from(parts[drawing] ?? []).toString();
  expect(xml).toContain('descr="Acme &amp; &lt;Sons&gt;"');
  // 400 × 100 pixels in a line of 46.
  expect(xml).toContain(`<xdr:ext cx="${184 * 9525}" cy="${46 * 9525}"/>`);
  const without = Package.open(await writeWorkbook({ model: tinyModel({ GOV: [{ level: 2 }] }), tool: 'test' }));
  for (const { id, breaches } of LAWS) expect([id, breaches(pkg)]).toEqual([id, breaches(without)]);
});

test('the laws see a logo without words, and one that leads nowhere', async () => {
  const parts = unzipSync(await writeWorkbook({ model: usual(), tool: 'test' }));
  const [name = ''] = Object.keys(parts).filter(
    (each) => each.startsWith('xl/drawings/') && Buffer.from(parts[each] ?? []).includes('<xdr:pic>'),
  );
  const xml = Buffer.from(parts[name] ?? []).toString();
  const broken = (from: RegExp, to: string): string[] => {
    const pkg = new Package(Object.entries({ ...parts, [name]: strToU8(xml.replace(from, to)) }));
    return LAWS.flatMap(({ id, breaches }) => (breaches(pkg).length > 0 ? [id] : []));
  };
  const usually = broken(/$/, '');
  expect(broken(/ descr="[^"]*"/, ' descr=""').filter((id) => !usually.includes(id))).toEqual(['drawings-are-told']);
  expect(broken(/r:embed="[^"]*"/, 'r:embed="rId9"').filter((id) => !usually.includes(id))).toEqual(['drawings-stand']);
});

test('a filled workbook is read as any other, and copies and fillings keep the logo', async () => {
  const model = usual();
  const shelf = new Shelf(modelsOf([model], model));
  const [id = ''] = model.domains.flatMap(({ categories }) =>
    categories.flatMap((each) => each.objectives.map((o) => o.id)),
  );
  const fill = await makeFiller(issue(model, { tool: 'test' }));
  const blank = checkWorkbook(await writeWorkbook({ model, tool: 'test' }), shelf);
  expect(blank.findings.map(({ code }) => code)).toEqual(['nothing-answered']);
  const given = blank.value?.assessment;
  if (!given) throw new Error('the blank workbook is read');
  const filled = fill({ ...given, answers: new Map([[id, { answer: 'met' }]]) });
  expect(Buffer.from(unzipSync(filled)['xl/media/image1.png'] ?? [])).toEqual(PNG);
  const { value, findings } = checkWorkbook(filled, shelf);
  expect(value?.assessment.answers).toEqual(new Map([[id, { answer: 'met' }]]));
  // The same as is found without a logo.
  const plain = tinyModel({ GOV: [{ level: 2 }] });
  const other = (await makeFiller(issue(plain, { tool: 'test' })))({
    ...given,
    answers: new Map([[id, { answer: 'met' }]]),
  });
  const codes = (found: typeof findings): string[] => found.map(({ code }) => code);
  expect(codes(findings)).toEqual(codes(checkWorkbook(other, new Shelf(modelsOf([plain], plain))).findings));
  const copy = await markedCopy(filled, { shelf, annotate: annotateWorkbook });
  expect(Buffer.from(unzipSync(copy ?? new Uint8Array())['xl/media/image1.png'] ?? [])).toEqual(PNG);
});

test('pages hold it themselves, and allow pictures only where they have one', async () => {
  const [own, plain] = [usual(), tinyModel({ GOV: [{ level: 2 }] })];
  const { portfolio, notes } = await examplePortfolio(plain, 6);
  const pagesOf = (model: Model): string[] => [
    renderHtmlPage(
      renderCompanion(model, en, builtInTemplate, model),
      { language: 'en', brand: model.brand },
      builtInTemplate,
    ),
    renderPortfolioHtml({ portfolio, model, notes, today: '2026-11-26' }, builtInTemplate),
    makeReport(
      {
        ...{ model, assessment: blankAssessment(model), today: '2026-11-26', diagnostics: [] },
        source: { file: 'acme.xlsx', sha256: 'ab' },
      },
      'html',
      builtInTemplate,
    ),
  ];
  for (const html of pagesOf(own)) {
    const [image = ''] = /<img [^>]*>/.exec(html) ?? [];
    expect(image.replaceAll('&#x3D;', '=')).toContain(`src="data:image/png;base64,${PNG.toString('base64')}"`);
    expect(image).toContain('alt="Acme &amp; &lt;Sons&gt;"');
    expect(html).toContain("style-src 'unsafe-inline'; img-src data:");
  }
  for (const html of pagesOf(plain)) expect(html).not.toMatch(/<img|img-src/);
});
