/** An ingest that somebody ends: what is finished is kept, and a file that never ends keeps nobody waiting. */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { openResults } from '../../src/store/open.js';
import { exampleOf } from '../assessments.js';
import { writeWorkbook } from '../../src/workbook/write.js';
import { TOOL, usual } from '../installed.js';
import { MAIN, newFolder } from '../cli/run.js';
import { all } from '../store/entries.js';

/** Ways in which a file is never read to its end: the thread goes on and on, or the system does not answer it. */
const NEVER_ENDING = {
  'computes without end': { does: 'for (;;);', endsWith: [130, null] },
  'waits for the system': { does: `open('pipe')`, endsWith: [null, 'SIGTERM'] },
} as const;

/** Loaded into each thread: reading hung.xlsx begins, and says so, and never ends. */
const hanging = (does: string): string => `
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  const open = fs.openSync;
  fs.openSync = (path, ...options) => {
    if (String(path).endsWith('hung.xlsx')) { fs.writeFileSync('begun', ''); ${does} }
    return open(path, ...options);
  };
  syncBuiltinESMExports();`;

const WAIT = { timeout: 60_000, interval: 10 };

describe.skipIf(process.platform === 'win32')('is ended by the first signal', () => {
  test.each(Object.entries(NEVER_ENDING))(
    'ingest ends at the first termination signal, even if reading a file never finishes: %s',
    async (_, { does, endsWith }) => {
      const folder = newFolder();
      mkdirSync(join(folder, 'in'));
      const { model } = usual();
      const workbook = await writeWorkbook({
        model,
        tool: TOOL,
        assessment: exampleOf(model, { seed: 1, profile: 'typical' }),
      });
      for (const name of ['a-hung.xlsx', 'b.xlsx']) writeFileSync(join(folder, 'in', name), workbook);
      writeFileSync(join(folder, 'hang.mjs'), hanging(does));
      execFileSync('mkfifo', ['pipe'], { cwd: folder });
      const run = spawn(process.execPath, [MAIN, 'ingest', 'in', '--store', 's.sqlite', '--time-limit', '3600'], {
        cwd: folder,
        env: { ...process.env, NODE_OPTIONS: `--import=${pathToFileURL(join(folder, 'hang.mjs')).href}` },
      });
      let said = '';
      run.stderr.on('data', (piece: Buffer) => (said += piece.toString()));
      const ended = new Promise((resolve) => run.once('exit', (code, signal) => resolve([code, signal])));
      await vi.waitUntil(() => existsSync(join(folder, 'begun')), WAIT);
      run.kill('SIGTERM');
      expect(await ended).toEqual(endsWith);
      expect(said).toContain('interrupted, finished results are kept');
      expect(said).not.toContain('too-slow');
      expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
      const results = await openResults(join(folder, 's.sqlite'), { create: false });
      const kept = await all(results.organizations());
      await results.close();
      // What was never read to its end is not known, and neither is what comes after it: both are read next time.
      expect(kept).toEqual([]);
    },
  );

  test('ingest ends at the first termination signal while it waits for standard input, and removes its temporary files', async () => {
    const folder = newFolder();
    const env = { ...process.env, TMPDIR: folder };
    const run = spawn(process.execPath, [MAIN, 'ingest', '-', '--store', 's.sqlite'], { cwd: folder, env });
    const ended = new Promise((resolve) => run.once('exit', (code, signal) => resolve([code, signal])));
    run.stdin.write('PK');
    const kept = (): string[] => readdirSync(folder).filter((name) => name.endsWith('.tmp'));
    await vi.waitUntil(() => kept().length > 0, WAIT);
    run.kill('SIGTERM');
    expect(await ended).toEqual([null, 'SIGTERM']);
    expect(kept()).toEqual([]);
  });
});
