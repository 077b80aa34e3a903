/** What the command line lets pile up is bounded, with threads as without: an engine forgets the bound when a thread begins. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const ENGINE = new URL('../../dist/host/engine.js', import.meta.url).href;

/** Megabytes of room for young values: of the program after much work, and of its thread at the beginning. */
function rooms({ isSet, again }: { readonly isSet: boolean; readonly again: boolean }): {
  program: number;
  thread: number;
} {
  const room = `const room = () => v8.getHeapSpaceStatistics().find((each) => each.space_name === 'new_space').space_size / 2 ** 20;`;
  const thread = `import v8 from 'node:v8'; import { parentPort } from 'node:worker_threads'; import * as engine from '${ENGINE}'; ${room}
    ${again ? 'engine.setEngineAgain();' : ''}
    parentPort.postMessage(room());`;
  const program = `import v8 from 'node:v8'; import { Worker } from 'node:worker_threads'; import * as engine from '${ENGINE}'; ${room}
    ${isSet ? 'engine.setEngine();' : ''}
    engine.beginThreadsWith(24);
    const worker = new Worker(${JSON.stringify(thread)}, { eval: true, resourceLimits: { maxYoungGenerationSizeMb: 24 } });
    worker.on('message', (ofThread) => {
      const held = [];
      for (let i = 0; i < 3_000_000; i += 1) held[i % 50_000] = { i };
      console.log(JSON.stringify({ program: room(), thread: ofThread }));
    });`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return JSON.parse(stdout) as { program: number; thread: number };
}

/** More than this is no room that was kept. */
const KEPT = 4;

test('the room for young values stays small, and threads have theirs from the beginning', () => {
  const { program, thread } = rooms({ isSet: true, again: true });
  expect(program).toBeLessThanOrEqual(KEPT);
  expect(thread).toBeGreaterThan(KEPT);
});

test('a thread that does not say so lets the room grow', () => {
  expect(rooms({ isSet: true, again: false }).program).toBeGreaterThan(KEPT);
});

test('in a process of others nothing is set', () => {
  const { program, thread } = rooms({ isSet: false, again: true });
  expect(program).toBeGreaterThan(KEPT);
  expect(thread).toBeLessThanOrEqual(KEPT);
});
