/** Models on disk: each edition of the program when it is asked for, and one's own beside them. */
import { chmodSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/diagnostic/finding.js';
import { readyModels } from '../../src/host/compiled.js';
import { sha256 } from '../../src/host/digest.js';
import { diskFiles } from '../../src/host/disk.js';
import { loadWhich, openModels } from '../../src/host/models.js';
import { missingModel } from '../../src/layout/missing-model.js';
import { allModels, type Models } from '../../src/layout/shelf.js';
import { compileModel, remembering } from '../../src/model/compiled.js';
import { loadModel } from '../../src/model/load.js';
import type { Parsed } from '../../src/diagnostic/finding.js';
import { newFolder, tiny, tinyFrameworks, write } from './folders.js';

/** A program that comes with three sound editions and a faulty one. */
const home = newFolder();
const installed = { models: join(home, 'model'), compiled: join(home, 'compiled') };
write(installed.models, [
  ...tiny('aismm', '1.1'),
  ...tiny('aismm', '1.10'),
  ...tiny('aismm', '1.9'),
  ...tiny('other', '2.0'),
  ...tiny('broken', '1.0', 'broken/1.0', (text) => text.replace('scope: For tests.', 'scope: [')),
  ...tinyFrameworks(),
  ['README.md', 'Not a model.\n'],
]);
const own = newFolder();
const empty = newFolder();

const open = (which?: string): Parsed<Models> => openModels(which, installed);
const opened = (which?: string): Models => {
  const { value, findings } = open(which);
  if (!value) throw new Error(JSON.stringify(findings));
  return value;
};
const usualOf = (which?: string): string => `${opened(which).usual.id} ${opened(which).usual.version}`;
const briefly = ({ code, file, facts }: Finding): object => ({ code, file, facts });

const EDITIONS = ['aismm 1.1', 'aismm 1.9', 'aismm 1.10', 'broken 1.0', 'other 2.0'];

describe('editions of the program', () => {
  test('all are listed, the oldest first; the usual one is usual', () => {
    const { editions, usual, isChosen } = opened();
    expect(editions.map(({ id, version }) => `${id} ${version}`)).toEqual(EDITIONS);
    expect([usual.id, usual.version, isChosen]).toEqual(['aismm', '1.1', false]);
  });

  test.each([
    ['1.9', 'aismm 1.9'],
    ['aismm@1.10', 'aismm 1.10'],
    ['aismm 1.10', 'aismm 1.10'],
    ['2.0', 'other 2.0'],
    ['other', 'other 2.0'],
    ['aismm', 'aismm 1.1'],
  ])('“%s” is %s', (which, expected) => {
    expect(usualOf(which)).toBe(expected);
    expect(opened(which).isChosen).toBe(true);
  });

  test.each(['3.0', 'aismm@2.0', 'nobody', 'aismm 1.1 1.9', '1.0 aismm', '@', ' '])('“%s” is none of them', (which) => {
    expect(open(which).findings.map(briefly)).toEqual([
      { code: 'unknown-model', file: undefined, facts: { found: which, expected: EDITIONS, askedBy: 'option' } },
    ]);
  });

  test('an edition is loaded when it is asked for, so that a faulty one is in nobody’s way', () => {
    const models = opened();
    expect(models.find('aismm', '1.9', 'en')?.version).toBe('1.9');
    expect(models.find('aismm', '1.9', 'en')).toBe(models.find('aismm', '1.9', 'en'));
    expect(models.find('aismm', '7.0', 'en')).toBeUndefined();
    expect(models.find('../model/aismm', '1.0', 'en')).toBeUndefined();
    const broken = { id: 'broken', version: '1.0' };
    expect(models.find(broken.id, broken.version, 'en')).toBeUndefined();
    expect(missingModel(broken, models)).toMatchObject({ code: 'faulty-model', facts: { found: 'broken 1.0' } });
    expect(allModels(models).map(({ id, version }) => `${id} ${version}`)).toEqual(
      EDITIONS.filter((each) => each !== 'broken 1.0'),
    );
  });

  test('where it is the one that is meant, its faults are told', () => {
    const { value, findings } = open('broken');
    expect(value).toBeUndefined();
    expect(findings[0]).toMatchObject({ code: 'model-syntax', file: 'broken/1.0/categories/GOV.yaml' });
    expect(loadWhich('broken', installed).findings).toEqual(findings);
  });
});

describe('compiled editions', () => {
  const aismm = { id: 'aismm', version: '1.9' };
  const compile = (title: string): void => {
    const disk = diskFiles(installed.models);
    const { read, list, texts } = remembering(disk.read, disk.list);
    const { value } = loadModel(read, aismm.id, aismm.version, list);
    if (!value) throw new Error('it loads');
    write(installed.compiled, [['aismm-1.9.json', compileModel({ ...value.model, title }, texts, sha256)]]);
  };
  const title = (): string | undefined => opened().find(aismm.id, aismm.version, 'en')?.title;

  test('are used while their files are the same', () => {
    compile('As compiled');
    expect(title()).toBe('As compiled');
  });

  test('are not used once a file has changed, or a language was added', () => {
    compile('As compiled');
    const german: [string, string][] = [['aismm/1.9/locale/de/all.yaml', 'units: []\n']];
    write(installed.models, german);
    expect(title()).toBe('Tiny Model');
    compile('As compiled with German');
    expect(title()).toBe('As compiled with German');
    write(installed.models, [['aismm/1.9/locale/de/more.yaml', 'units: []\n']]);
    expect(title()).toBe('Tiny Model');
    rmSync(join(installed.models, 'aismm/1.9/locale'), { recursive: true });
    expect(title()).toBe('Tiny Model');
  });

  test('are all that is opened where there are all of them, and nothing is where one is missing', () => {
    expect(readyModels(undefined, installed)).toBeUndefined();
    const all = { models: join(newFolder(), 'model'), compiled: join(newFolder(), 'compiled') };
    write(all.models, [...tiny('aismm', '1.1'), ...tiny('aismm', '1.9'), ...tinyFrameworks()]);
    for (const version of ['1.1', '1.9']) {
      const files = remembering(diskFiles(all.models).read, diskFiles(all.models).list);
      const { value } = loadModel(files.read, 'aismm', version, files.list);
      if (!value) throw new Error(version);
      write(all.compiled, [[`aismm-${version}.json`, compileModel(value.model, files.texts, sha256)]]);
    }
    for (const which of [undefined, '1.9', 'aismm@1.1']) {
      const [ready, { value: opened }] = [readyModels(which, all), openModels(which, all)];
      expect(ready).toMatchObject({ usual: opened?.usual, editions: opened?.editions, isChosen: opened?.isChosen });
      for (const version of ['1.1', '1.9', '2.0'])
        expect(ready?.find('aismm', version, 'en')).toEqual(opened?.find('aismm', version, 'en'));
    }
    for (const which of ['3.0', own, 'nobody']) expect(readyModels(which, all)).toBeUndefined();
  });

  test('are not used where an earlier program wrote them', () => {
    write(installed.compiled, [
      ['aismm-1.9.json', JSON.stringify({ files: {}, model: { id: 'aismm' }, frameworks: [] })],
    ]);
    expect(title()).toBe('Tiny Model');
  });
});

describe('a model of one’s own', () => {
  const folder = join(own, 'my models', 'mine');
  const typed = relative(process.cwd(), folder);
  write(folder, tiny('mine', '1.0', '.'));

  test('is the usual one, beside those of the program; what frameworks it lacks are theirs', () => {
    for (const which of [typed, `${typed}/`, folder, `./${typed}`]) {
      const models = opened(which);
      expect([models.usual.id, models.isChosen]).toEqual(['mine', true]);
      expect([...models.usual.frameworks.keys()]).toEqual(['aicm@1.1']);
      expect(models.editions.map(({ id, version }) => `${id} ${version}`)).toEqual([...EDITIONS, 'mine 1.0']);
      expect(models.find('mine', '1.0', 'en')).toBe(models.usual);
      expect(models.find('aismm', '1.1', 'en')?.id).toBe('aismm');
    }
  });

  test('its own frameworks go before theirs', () => {
    const mine = join(own, 'with frameworks');
    write(mine, tiny('mine', '1.0', '.'));
    write(
      mine,
      tinyFrameworks('frameworks').map(([path, text]) => [path, text.replace('Acceptable Use', 'My Use')]),
    );
    const controls = opened(mine).usual.frameworks.get('aicm@1.1')?.controls;
    expect(controls?.[0]?.title).toBe('My Use');
  });

  test('what has the name of a built-in edition and other content is refused', () => {
    const mine = join(own, 'taken');
    write(
      mine,
      tiny('aismm', '1.1', '.', (text) => text.replace('name: Met', 'name: Fulfilled')),
    );
    for (const findings of [open(mine).findings, loadWhich(mine, installed).findings])
      expect(findings).toMatchObject([
        { code: 'model-taken', file: `${mine}/model.yaml`, facts: { found: 'aismm 1.1' } },
      ]);
    expect(open(mine).findings[0]?.line).toBe(2);
  });

  test('a copy of a built-in edition is that edition', () => {
    const mine = join(own, 'copy');
    write(
      mine,
      tiny('aismm', '1.1', '.', (text) => `# the same\n${text}`),
    );
    expect(opened(mine).editions.map(({ id, version }) => `${id} ${version}`)).toEqual(EDITIONS);
  });

  test('a copy with a language of its own is another model', () => {
    const mine = join(own, 'copy in German');
    write(mine, [...tiny('aismm', '1.1', '.'), ['locale/de/a.yaml', 'units: []\n']]);
    expect(open(mine).findings).toMatchObject([{ code: 'model-taken' }]);
  });

  test('its languages are found', () => {
    const mine = join(own, 'in German');
    const unit = 'units:\n  - address: answers.met.name\n    source: Met\n    target: Erfüllt\n';
    write(mine, [
      ...tiny('mine', '1.0', '.'),
      ['locale/de/a.yaml', unit],
      ['locale/de/.hidden.yaml', '['],
      ['locale/README.md', ''],
    ]);
    expect(opened(mine).find('mine', '1.0', 'de')?.answers[0]?.name).toBe('Erfüllt');
    expect(opened(mine).find('mine', '1.0', 'fr')?.answers[0]?.name).toBe('Met');
  });

  test('faults are told with the path that was typed, and there is no model', () => {
    const mine = join(own, 'my models', 'faulty');
    write(
      mine,
      tiny('mine', '1.0', '.', (text) => text.replace('rationale:', 'rational:')),
    );
    const path = relative(process.cwd(), mine);
    const { value, findings } = open(path);
    expect(value).toBeUndefined();
    expect(findings[0]).toMatchObject({ code: 'model-shape', file: `${path}/categories/GOV.yaml` });
    expect(findings[0]?.line).toBeGreaterThan(1);
    expect(findings[0]?.column).toBeGreaterThan(1);
  });

  test('what is missing is named by the path that was typed', () => {
    const mine = join(own, 'incomplete');
    const noAicm = (text: string): string => text.replace('aicm-{edition}.yaml', '../../aicm-{edition}.yaml');
    write(
      mine,
      tiny('mine', '1.0', '.', noAicm).filter(([path]) => !path.endsWith('GOV.yaml')),
    );
    write(own, tinyFrameworks('.'));
    expect(open(mine).findings.map(briefly)).toEqual(
      // Nothing outside of the folder is looked at.
      [`${mine}/frameworks/../../aicm-1.1.yaml`, `${mine}/categories/GOV.yaml`].map((file) => ({
        code: 'file-not-found',
        file,
        facts: { found: file },
      })),
    );
    expect(open(empty).findings.map(briefly)).toEqual([
      { code: 'file-not-found', file: `${empty}/model.yaml`, facts: { found: `${empty}/model.yaml` } },
    ]);
    expect(open(join(own, 'nowhere')).findings).toMatchObject([{ code: 'file-not-found', file: join(own, 'nowhere') }]);
  });

  test('what can’t be read is told as that', () => {
    const mine = join(own, 'unreadable');
    write(mine, tiny('mine', '1.0', '.'));
    rmSync(join(mine, 'categories/GOV.yaml'));
    write(mine, [['categories/GOV.yaml/inside', '']]);
    expect(open(mine).findings.map(briefly)).toEqual([
      { code: 'file-unreadable', file: `${mine}/categories/GOV.yaml`, facts: { reason: 'EISDIR' } },
    ]);
  });

  test.skipIf(process.getuid?.() === 0)('so is a folder of languages', () => {
    const mine = join(own, 'locked');
    write(mine, [...tiny('mine', '1.0', '.'), ['locale/de/a.yaml', 'units: []\n']]);
    chmodSync(join(mine, 'locale'), 0);
    expect(open(mine).findings).toMatchObject([{ code: 'file-unreadable', file: `${mine}/locale` }]);
    chmodSync(join(mine, 'locale'), 0o700);
  });
});

test('the program’s own editions open with one call', () => {
  const { value, findings } = openModels();
  expect(findings).toEqual([]);
  expect(value?.find(value.usual.id, value.usual.version, 'en')).toBe(value?.usual);
});
