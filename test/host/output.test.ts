/** Files are written whole, for their owner alone, and leave nothing behind. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { openOutput, removeBegun, writeFolder, writeWhole } from '../../src/node.js';

const folder = (): string => mkdtempSync(join(tmpdir(), 'aismm-test-'));
const rights = (path: string): string => (statSync(path).mode & 0o777).toString(8);

describe('a file that is written', () => {
  it('an output file is readable only by its owner, unless it is marked as public', () => {
    const at = folder();
    writeWhole(join(at, 'answers.json'), 'ours', { force: false });
    writeWhole(join(at, 'blank.xlsx'), 'all', { force: false, isPublic: true });
    expect(rights(join(at, 'answers.json'))).toBe('600');
    writeFileSync(join(at, 'any'), 'as the system makes them');
    expect(rights(join(at, 'blank.xlsx'))).toBe(rights(join(at, 'any')));
  });

  it.skipIf(process.platform === 'win32')('is in a folder of its owner alone, where that is made for it', () => {
    const at = folder();
    writeWhole(join(at, 'back', 'acme.xlsx'), 'ours', { force: false });
    writeWhole(join(at, 'all', 'blank.xlsx'), 'all', { force: false, isPublic: true });
    mkdirSync(join(at, 'any'));
    expect(rights(join(at, 'back'))).toBe('700');
    expect(rights(join(at, 'all'))).toBe(rights(join(at, 'any')));
  });

  it.skipIf(process.platform === 'win32')(
    'a new output folder and its files are accessible only to their owner, unless they are marked as public',
    () => {
      const at = folder();
      const files = new Map([['acme/part.xlsx', 'ours']]);
      writeFolder(join(at, 'made', 'parts'), files);
      writeFolder(join(at, 'model'), files, { isPublic: true });
      expect(['made', 'made/parts', 'made/parts/acme'].map((name) => rights(join(at, name)))).toEqual(
        Array(3).fill('700'),
      );
      expect(rights(join(at, 'made/parts/acme/part.xlsx'))).toBe('600');
      writeFileSync(join(at, 'any'), 'as the system makes them');
      expect(rights(join(at, 'model/acme/part.xlsx'))).toBe(rights(join(at, 'any')));
    },
  );

  it('never takes the place of a folder, and says that the path is one', () => {
    const at = folder();
    for (const force of [false, true]) {
      const write = (): void => writeWhole(at, 'ours', { force });
      expect(write).toThrow(
        expect.objectContaining({ finding: expect.objectContaining({ facts: { reason: 'EISDIR' } }) }),
      );
    }
    expect(readdirSync(at)).toEqual([]);
  });

  it('temporary file names are unique and do not contain the name of the output file', () => {
    const at = folder();
    const names = [1, 2].map((n) => {
      const output = openOutput(join(at, 'report.html'), { force: false });
      output.write(String(n));
      const [name = ''] = readdirSync(at);
      output.abandon();
      return name;
    });
    expect(new Set(names).size).toBe(2);
    expect(names.every((name) => /^\.aismm-[0-9a-f]{8}-\d+-[0-9a-f]{32}\.tmp$/.test(name))).toBe(true);
    expect(readdirSync(at)).toEqual([]);
  });

  it('a symbolic link at the output path is replaced, and the file that it points to does not change', () => {
    const at = folder();
    const other = join(at, 'other');
    writeFileSync(other, 'untouched');
    symlinkSync(other, join(at, 'report.html'));
    writeWhole(join(at, 'report.html'), 'report', { force: true });
    expect([readFileSync(other, 'utf8'), readFileSync(join(at, 'report.html'), 'utf8')]).toEqual([
      'untouched',
      'report',
    ]);
  });
});

test.skipIf(process.platform === 'win32')('a device is written to, and never replaced', () => {
  const at = folder();
  const pipe = join(at, 'pipe');
  expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
  const reader = spawn('cat', [pipe], { stdio: ['ignore', 'pipe', 'ignore'] });
  writeWhole(pipe, 'through it', { force: false });
  expect(statSync(pipe).isFIFO()).toBe(true);
  reader.kill();
  expect(readdirSync(at)).toEqual(['pipe']);
});

/** A process that writes into a folder, and is killed before it has finished. */
function beginAndBeKilled(at: string): void {
  const module = pathToFileURL(join(import.meta.dirname, '../../dist/node.js')).href;
  const program = `import { openOutput } from ${JSON.stringify(module)};
    openOutput(${JSON.stringify(join(at, 'a.csv'))}, { force: false }).write('half');
    process.kill(process.pid, 'SIGKILL');`;
  expect(spawnSync(process.execPath, ['--input-type=module', '-e', program]).signal).toBe('SIGKILL');
}

describe('a file that is never finished', () => {
  it('an incomplete file is removed when the process ends', () => {
    const at = folder();
    openOutput(join(at, 'a.csv'), { force: false }).write('half');
    expect(readdirSync(at)).toHaveLength(1);
    removeBegun();
    expect(readdirSync(at)).toEqual([]);
  });

  it('is removed by whoever writes there next, if its process was killed; one that runs keeps its own', () => {
    const at = folder();
    const own = openOutput(join(at, 'own.csv'), { force: false });
    beginAndBeKilled(at);
    expect(readdirSync(at)).toHaveLength(2);
    writeWhole(join(at, 'b.csv'), 'whole', { force: false });
    expect(readdirSync(at).filter((name) => !name.startsWith('.'))).toEqual(['b.csv']);
    expect(readdirSync(at)).toHaveLength(2);
    own.write('all of it');
    own.finish();
    expect(readdirSync(at).sort()).toEqual(['b.csv', 'own.csv']);
  });

  it('writing a folder removes incomplete files that a killed process left next to it', () => {
    const at = folder();
    beginAndBeKilled(at);
    expect(readdirSync(at)).toHaveLength(1);
    writeFolder(join(at, 'parts'), new Map([['a.xlsx', 'ours']]));
    expect(readdirSync(at)).toEqual(['parts']);
  });
});
