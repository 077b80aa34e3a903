/** personal-data.md is true: its commands do what stands there, in the order in which they stand there. */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { makeFiller } from '../../src/workbook/fill-many.js';
import { exampleOf } from '../assessments.js';
import { aismm, newFolder, type Run } from '../cli/run.js';
import { asIssued, usual } from '../installed.js';

const folder = newFolder();
const page = readFileSync(new URL('../../docs/personal-data.md', import.meta.url), 'utf8');
const commands = [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) => block.trim().split('\n'));
const { model } = usual();
const example = exampleOf(model, { seed: 5, profile: 'typical' });

/** Who is in the store, unit by unit; the last one sent its workbook without a name. */
const SENT: readonly (readonly [string, string, string])[] = [
  ['example', 'Example AG', ''],
  ['it', 'Beta', 'IT'],
  ['north', 'Gamma', 'North'],
  ['delta', 'Delta', ''],
  ['nameless', '', ''],
];

/** A line as a shell takes it: what stands in quotes is one word. */
const typed = (line: string): Run =>
  aismm(folder, ...[...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '').slice(1));
const listed = (): string => typed('aismm organizations --store results.sqlite').stdout;
const take = (): Run => typed('aismm ingest returned --store results.sqlite --jobs 1');

beforeAll(async () => {
  const fill = await makeFiller(asIssued(model));
  mkdirSync(join(folder, 'returned'));
  for (const [file, name, unit] of SENT) {
    const organization = { ...example.organization, name, unit, assessor: 'Ann Example' };
    writeFileSync(join(folder, 'returned', `${file}.xlsx`), fill({ ...example, organization }));
  }
  expect(take().code).toBe(0);
}, 240_000);

test('every command ends well; what is removed is gone, and comes back only where the page says so', () => {
  expect(commands.length).toBeGreaterThan(8);
  for (const command of commands) {
    // Tables without names stand last on the page, when nobody is left.
    const run = typed(command);
    expect([command, run.code, run.stderr.includes('error')]).toEqual([command, 0, false]);
    if (command.includes('organizations')) expect(run.stdout).toContain('returned/nameless.xlsx');
  }
  expect(listed()).toBe('0 organizations\n');
  const store = readFileSync(join(folder, 'results.sqlite')).toString('latin1');
  for (const [file, name] of SENT)
    expect([store.includes(`returned/${file}.xlsx`), name !== '' && store.includes(name)]).toEqual([false, false]);
  expect(store).not.toContain('Ann Example');
  // Nobody comes back but who was forgotten without a trace.
  expect(take().stderr).toMatch(/^forgotten +4$/m);
  expect(listed()).toBe(`Delta  1 assessment  newest ${example.organization.asOf}\n1 organization\n`);
}, 240_000);

test.skipIf(process.platform === 'win32')('what was written can be read by its owner alone', () => {
  const written = ['results.sqlite', ...readdirSync(join(folder, 'tables')).map((name) => join('tables', name))];
  expect(written.length).toBeGreaterThan(5);
  for (const name of written) expect([name, statSync(join(folder, name)).mode & 0o777]).toEqual([name, 0o600]);
  for (const name of ['tables', 'shared'])
    expect([name, statSync(join(folder, name)).mode & 0o777]).toEqual([name, 0o700]);
});
