/** `output/` holds what the model and the code make today, and the same bytes wherever they are made. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FORMATS, type Format } from '../../src/formats/formats.js';
import { issue } from '../../src/layout/shelf.js';
import { readTemplate, usual } from '../installed.js';
import { newFolder } from '../cli/run.js';

const ROOT = new URL('../../', import.meta.url).pathname;
const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  name: string;
  version: string;
};

test.each(Object.keys(FORMATS) as Format[])(
  'the %s in output/ is up to date (npm start makes it anew)',
  async (format) => {
    const { model } = usual();
    const { extension, make } = FORMATS[format];
    const made = Buffer.from(await make({ issued: issue(model, { tool: `${name} ${version}` }), readTemplate }));
    const kept = readFileSync(join(ROOT, 'output', `${model.id}-${model.version}${extension}`));
    expect(made.equals(kept)).toBe(true);
  },
);

test('the report on the example in output/ is up to date (npm start makes it anew)', () => {
  const folder = newFolder();
  mkdirSync(join(folder, 'output'));
  const { start = '' } = (
    JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: { start?: string } }
  ).scripts;
  const commands = start
    .split(' && ')
    .flatMap((line) => / dist\/cli\/main\.js ((?:example|report) .*)$/.exec(line)?.[1] ?? []);
  expect(commands).toHaveLength(2);
  for (const command of commands) {
    const run = spawnSync(process.execPath, [join(ROOT, 'dist/cli/main.js'), ...command.split(' ')], { cwd: folder });
    expect(run.status).toBe(0);
  }
  const name = 'output/example-report.html';
  expect(readFileSync(join(folder, name), 'utf8')).toBe(readFileSync(join(ROOT, name), 'utf8'));
});

test('the same bytes in another folder, time zone and locale', () => {
  const digests = [
    { TZ: 'Pacific/Auckland', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
    { TZ: 'America/Los_Angeles', LANG: 'ja_JP.UTF-8', LC_ALL: 'ja_JP.UTF-8' },
  ].map((env) => {
    const folder = newFolder();
    const run = spawnSync(process.execPath, [join(ROOT, 'dist/cli/main.js'), 'build'], {
      cwd: folder,
      env: { ...process.env, ...env },
    });
    expect(run.status).toBe(0);
    const files = readdirSync(join(folder, 'output')).sort();
    expect(files).toHaveLength(Object.keys(FORMATS).length);
    return files.map((file) =>
      createHash('sha256')
        .update(readFileSync(join(folder, 'output', file)))
        .digest('hex'),
    );
  });
  expect(digests[0]).toEqual(digests[1]);
});
