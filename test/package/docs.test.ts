/** The API reference is made without a warning: everything public is explained, every link leads somewhere. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newFolder } from '../cli/run.js';

const ROOT = new URL('../../', import.meta.url).pathname;

test('typedoc has nothing to warn of', () => {
  const out = join(newFolder(), 'api');
  const args = ['node_modules/typedoc/bin/typedoc', '--options', '.config/typedoc.json', '--out', out];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  expect((stdout + stderr).split('\n').filter((line) => /\[(warning|error)\]/.test(line))).toEqual([]);
  expect(status).toBe(0);
  expect(existsSync(join(out, 'index.html'))).toBe(true);
});
