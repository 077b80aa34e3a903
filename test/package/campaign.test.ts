/** campaign.md is true: its commands do what stands there, in the order in which they stand there, with every trouble beside. */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeFiller, readWorkbook } from '../../src/host/bound.js';
import type { Manifest } from '../../src/formats/manifest.js';
import { objectivesOf } from '../../src/model/model.js';
import { everywhere } from '../assessments.js';
import { aismm, newFolder, type Run } from '../cli/run.js';
import { shelfOf, usual } from '../installed.js';

const folder = newFolder();
const page = readFileSync(new URL('../../docs/campaign.md', import.meta.url), 'utf8');
const commands = [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) => block.trim().split('\n'));
const { model } = usual();
const shelf = shelfOf(model);
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
const manifest = (): Manifest => JSON.parse(read('issued/manifest.json')) as Manifest;
/** A line as a shell takes it, with what it prints in the file behind the arrow. */
function typed(line: string): Run {
  const [command = '', file] = line.split(' > ');
  const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word = '']) => quoted ?? word);
  const run = aismm(folder, ...words.slice(1));
  if (file !== undefined) writeFileSync(join(folder, file), run.stdout);
  return run;
}

/** Somebody fills in an issued workbook and sends it back under another name. */
async function answer(file: string, as: string, share: number): Promise<void> {
  const { value } = readWorkbook(new Uint8Array(readFileSync(join(folder, 'issued', file))), shelf);
  if (!value) throw new Error(`${file} can be read`);
  const all = [...everywhere(value.model, { answer: 'met', evidence: 'Minutes' }).answers];
  const { organization } = value.assessment;
  const answers = new Map(all.slice(0, Math.round(all.length * share)));
  const assessment = { ...value.assessment, answers, organization: { ...organization, asOf: '2026-11-20' } };
  const fill = await makeFiller(value.issued, { isAddressed: true });
  writeFileSync(join(folder, 'returned', as), fill(assessment, value.addressed));
}

describe('the page', () => {
  const runs = new Map<string, Run>();
  beforeAll(async () => {
    mkdirSync(join(folder, 'returned'));
    writeFileSync(join(folder, 'answers.json'), /^```json\n([\s\S]*?)^```$/m.exec(page)?.[1] ?? '');
    for (const command of commands) {
      if (command.includes(' ingest ')) {
        await answer('Example AG - Retail.xlsx', 'acme.xlsx', 1);
        await answer('Example AG - Logistics.xlsx', 'other name.xlsx', 0.5);
      }
      // What is prefilled comes from the store, which is there only later.
      if (!command.includes('--previous')) runs.set(command, typed(command));
    }
    for (const command of commands) if (command.includes('--previous')) runs.set(command, typed(command));
  }, 600_000);

  test('has commands, and every one ends well', () => {
    expect(runs.size).toBe(new Set(commands).size);
    expect(commands.length).toBeGreaterThan(8);
    for (const [command, { code, stderr }] of runs)
      expect([command, code, / error /.test(stderr)]).toEqual([command, 0, false]);
  });

  test('both rows are found by their tokens; who is not complete is named first, with contact and reason', () => {
    const [status] = [...runs].filter(([command]) => command.includes('--json')).map(([, { stdout }]) => stdout);
    const { rows } = JSON.parse(status ?? '') as { rows: { unit: string; state: string; matchedBy: string }[] };
    expect(rows.map(({ unit, state, matchedBy }) => [unit, state, matchedBy])).toEqual([
      ['Logistics', 'partial', 'token'],
      ['Retail', 'complete', 'token'],
    ]);
    expect(read('reminders.csv').split('\r\n')[1]).toMatch(
      /^Example AG,Logistics,"Ann Example, ann@example.com",2027-03-31,partial,no,0\.\d+,\d+ objectives are not answered\.,/,
    );
    expect(read('status.html')).toContain('ann@example.com');
  });

  test('an answers file fills a workbook that keeps its token', () => {
    const bytes = readFileSync(join(folder, 'returned', 'retail.xlsx'));
    const { value } = readWorkbook(new Uint8Array(bytes), shelf);
    expect(value?.addressed?.token.split('.')[0]).toBe(
      manifest().issued.find(({ file }) => file.includes('Retail'))?.token,
    );
    expect(value?.assessment.answers.get('GOV-2A')).toEqual({ answer: 'met', evidence: 'Policy 4.2' });
  });

  test('the workbook of the next year has the answers, and no day', () => {
    const bytes = readFileSync(join(folder, 'issued-next', 'Example AG - Retail.xlsx'));
    const { value } = readWorkbook(new Uint8Array(bytes), shelf);
    expect(value?.assessment.answers.size).toBe(objectivesOf(model).length);
    expect(value?.assessment.organization).toMatchObject({ asOf: '', contact: 'retail@example.com' });
  });
});

describe('issuing', () => {
  test.skipIf(process.platform === 'win32')('gives the key to its owner alone, and not to the folder', () => {
    expect(statSync(join(folder, 'issued.key')).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'issued')).sort()).toEqual([
      'Example AG - Logistics.xlsx',
      'Example AG - Retail.xlsx',
      'manifest.json',
    ]);
    expect(read('issued/manifest.json')).not.toContain(read('issued.key').trim());
  });

  test('goes on where it stopped: the same tokens, and the same bytes', () => {
    const before = manifest();
    const file = join(folder, 'issued', 'Example AG - Retail.xlsx');
    const bytes = readFileSync(file);
    rmSync(file);
    // As the manifest is while files are being written.
    const stopped = { ...before, issued: before.issued.map((each) => ({ ...each, sha256: '' })) };
    writeFileSync(join(folder, 'issued', 'manifest.json'), JSON.stringify(stopped));
    const run = aismm(folder, 'issue', 'list.csv', '--into', 'issued');
    expect([run.code, run.stderr.split('\n')[0]]).toEqual([0, 'wrote 1 workbook into issued, 1 existed already']);
    expect(readFileSync(file).equals(bytes)).toBe(true);
    expect(manifest()).toEqual(before);
  });

  test('replaces no file that somebody has changed', () => {
    const file = join(folder, 'issued', 'Example AG - Retail.xlsx');
    const bytes = readFileSync(file);
    writeFileSync(file, 'answers');
    const run = aismm(folder, 'issue', 'list.csv', '--into', 'issued');
    expect([run.code, run.stderr.includes('issued-file-changed'), readFileSync(file, 'utf8')]).toEqual([
      1,
      true,
      'answers',
    ]);
    writeFileSync(file, bytes);
  });

  test('writes nothing where the list has an error, or the key is gone', () => {
    writeFileSync(join(folder, 'bad.csv'), 'organization,industry\nA,=X\nB,Bakery\n');
    const bad = aismm(folder, 'issue', 'bad.csv', '--into', 'never');
    expect([bad.code, bad.stderr.match(/^bad\.csv, line \d, column \d: error [\w-]+/gm)]).toEqual([
      1,
      ['bad.csv, line 2, column 2: error list-formula', 'bad.csv, line 3, column 2: error list-value'],
    ]);
    const lost = aismm(folder, 'issue', 'list.csv', '--into', 'issued', '--key', 'lost.key');
    expect([lost.code, lost.stderr.includes('key-unusable')]).toEqual([1, true]);
    expect(readdirSync(folder).filter((name) => /never|lost/.test(name))).toEqual([]);
  });

  test('tells what is missing', () => {
    expect(aismm(folder, 'issue', 'list.csv').code).toBe(2);
    expect(aismm(folder, 'measure').code).toBe(2);
    expect(aismm(folder, 'status', 'list.csv', '--store', 'results.sqlite', '--issued', 'nowhere').code).toBe(2);
  });
});
