/** An export of many assessments can be stopped. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { openResults } from '../../src/store/open.js';
import { entry } from '../store/entries.js';
import { MAIN, newFolder } from './run.js';

test.skipIf(process.platform === 'win32')(
  'an interrupted export ends immediately and leaves no incomplete files',
  async () => {
    const folder = newFolder();
    const results = await openResults(join(folder, 's.sqlite'), { create: true });
    await results.write(Array.from({ length: 4_000 }, (_, i) => entry({ sha: `a${i}b`, name: `Organization ${i}` })));
    await results.close();
    const run = spawn(process.execPath, [MAIN, 'export', '--store', 's.sqlite', '--out', 'tables'], { cwd: folder });
    const tables = join(folder, 'tables');
    await vi.waitUntil(() => existsSync(tables) && readdirSync(tables).length > 0, { timeout: 60_000, interval: 2 });
    const ended = new Promise((resolve) => run.once('exit', resolve));
    run.kill('SIGTERM');
    expect(await ended).toBe(143);
    expect(readdirSync(tables).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(readdirSync(tables).length).toBeLessThan(5);
  },
);
