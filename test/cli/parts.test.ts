/** The commands of the page on splitting and merging, and what becomes of two answers that differ. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { aismm, newFolder } from './run.js';

const page = readFileSync(new URL('../../docs/splitting-and-merging.md', import.meta.url), 'utf8');

interface AnswersJson {
  readonly answers: Record<string, Record<string, unknown>>;
}
const answersIn = (folder: string, file: string): AnswersJson =>
  JSON.parse(aismm(folder, 'answers', file).stdout) as AnswersJson;

test('every command of the page runs, and the parts together are the whole', () => {
  const folder = newFolder();
  const [, block = ''] = /^```sh\n([\s\S]*?)^```$/m.exec(page) ?? [];
  for (const line of block.trim().split('\n')) {
    const { code, stderr } = aismm(folder, ...line.replace('npx aismm ', '').split(' '));
    expect([line, code, stderr]).toEqual([line, 0, stderr]);
  }
  expect(readdirSync(join(folder, 'parts')).every((name) => name.startsWith('acme-'))).toBe(true);
  expect(answersIn(folder, 'whole.xlsx')).toEqual(answersIn(folder, 'acme.xlsx'));
});

test('an option for several files says that there is only one, which a pattern may have found', () => {
  const folder = newFolder();
  const model = { id: 'aismm', version: '1.1' };
  writeFileSync(join(folder, 'ana.json'), JSON.stringify({ schemaVersion: 1, model, answers: {} }));
  const options = ['--prefer', 'newest', '--selection', 'union'];
  const { code, stderr } = aismm(folder, 'merge', 'ana.json', '-o', 'one.json', ...options);
  expect([code, stderr]).toEqual([
    0,
    expect.stringMatching(
      /^--prefer had no effect, because there is only one file\.\n--selection had no effect, .*\nwrote one\.json\n$/,
    ),
  ]);
});

test('two answers: the result has none, is refused until it is decided, and the report says who chose', () => {
  const folder = newFolder();
  aismm(folder, 'example', '--seed', '7', '-o', 'acme.xlsx');
  const whole = answersIn(folder, 'acme.xlsx');
  const write = (file: string, answer: string): void => {
    const answers = { ...whole.answers, 'GOV-2A': { ...whole.answers['GOV-2A'], answer } };
    writeFileSync(join(folder, file), JSON.stringify({ ...whole, answers }));
  };
  write('ana.json', 'met');
  write('ben.json', 'not-met');
  const merged = aismm(folder, 'merge', 'ana.json', 'ben.json', '-o', 'both.xlsx');
  expect([merged.code, merged.stdout.includes('1 conflict is unresolved')]).toEqual([0, true]);
  const checked = aismm(folder, 'check', 'both.xlsx');
  expect([
    checked.code,
    /Conflict 1 of 1 is unresolved\. The different values are Met \(.*ana\.json\), Not met \(.*ben\.json\)/.test(
      checked.stdout + checked.stderr,
    ),
  ]).toEqual([1, true]);
  expect(aismm(folder, 'merge', 'ben.json', 'both.xlsx', 'ana.json', '-o', 'again.xlsx').code).toBe(0);
  expect(readFileSync(join(folder, 'again.xlsx')).equals(readFileSync(join(folder, 'both.xlsx')))).toBe(true);
  const chosen = aismm(folder, 'merge', 'ana.json', 'ben.json', '-o', 'chosen.xlsx', '--prefer', 'ben.json');
  expect(chosen.stdout).toContain('GOV-2A, Answer: Not met from ben.json, chosen by --prefer ben.json');
  expect(answersIn(folder, 'chosen.xlsx').answers['GOV-2A']?.['answer']).toBe('not-met');
  const missing = aismm(folder, 'merge', 'ana.json', 'none.xlsx', '-o', 'no.xlsx');
  expect([missing.code, readdirSync(folder).includes('no.xlsx')]).toEqual([1, false]);
});

describe('patterns that a shell has left to the program', () => {
  const folder = newFolder();
  const model = { id: 'aismm', version: '1.1' };
  const files = ['one/a.json', 'one/b.json', 'two/a.json'];
  beforeAll(() => {
    mkdirSync(join(folder, 'one'));
    mkdirSync(join(folder, 'two'));
    files.forEach((file, i) => {
      const answers = { [`GOV-2${'ABC'.charAt(i)}`]: { answer: 'met' } };
      writeFileSync(join(folder, file), JSON.stringify({ schemaVersion: 1, model, answers }));
    });
  });
  const answered = (file: string): string[] => {
    const json = (JSON.parse(readFileSync(join(folder, file), 'utf8')) as AnswersJson).answers;
    return Object.keys(json);
  };

  test.each(['merge', 'fill', 'migrate'])('%s reads the files that they mean, each once', (command) => {
    const args = ['o*/*.json', 'one/a.json', 'two/[ab].json', '-o', `${command}.xlsx`];
    const { code, stderr } = aismm(folder, command, ...args);
    // Of an edition that is the newest one already, no answer moves.
    if (command === 'migrate') expect([code, stderr]).toEqual([1, expect.stringContaining('error no-succession: ')]);
    else
      expect([code, Object.keys(answersIn(folder, `${command}.xlsx`).answers)]).toEqual([
        0,
        ['GOV-2A', 'GOV-2B', 'GOV-2C'],
      ]);
  });

  test('a file that is called like a pattern is that file', () => {
    writeFileSync(join(folder, '[ab].json'), readFileSync(join(folder, 'two/a.json')));
    expect(aismm(folder, 'merge', '[ab].json', 'one/b.json', '-o', 'called.json').code).toBe(0);
    expect(answered('called.json')).toEqual(['GOV-2B', 'GOV-2C']);
  });

  test('--prefer names a file by its path, however it is written, or by a name that only one file has', () => {
    const prefer = (file: string): [number | null, string | undefined] => {
      const { code, stderr } = aismm(folder, 'merge', '*/*.json', '-o', 'p.json', '--force', '--prefer', file);
      return [code, stderr.split('\n')[0]];
    };
    for (const file of ['b.json', 'one/a.json', './two/a.json', join(folder, 'two/a.json')])
      expect([file, prefer(file)[0]]).toEqual([file, 0]);
    expect(prefer('a.json')).toEqual([
      2,
      'Invalid --prefer "a.json": 2 files have this name. Use the path of the file, such as one/a.json.',
    ]);
    expect(prefer('c.json')[0]).toBe(2);
  });
});

describe('a workbook with some categories, and an answers file', () => {
  const folder = newFolder();
  const answersFor = (...ids: string[]): string => {
    const answers = Object.fromEntries(ids.map((id) => [id, { answer: 'not-met' }]));
    return JSON.stringify({ schemaVersion: 1, model: { id: 'aismm', version: '1.1' }, answers });
  };
  const merged = (name: string, ...ids: string[]): { objectives: number; answered: number } => {
    writeFileSync(join(folder, 'a.json'), answersFor(...ids));
    const parts = [join('issued', 'Small AG.xlsx'), 'a.json'];
    const { stdout, stderr } = aismm(folder, 'merge', ...parts, '-o', name, '--json', '--force');
    expect(stderr).toContain(`wrote ${name}`);
    return JSON.parse(stdout) as { objectives: number; answered: number };
  };
  beforeAll(() => {
    writeFileSync(join(folder, 'list.csv'), 'organization,categories\nSmall AG,GOV\n');
    expect(aismm(folder, 'issue', 'list.csv', '--into', 'issued').code).toBe(0);
  });

  test('stay a workbook with these categories, unless the file says something of others', () => {
    expect(merged('returned.xlsx', 'GOV-2A')).toMatchObject({ objectives: 13, answered: 1 });
    expect(merged('both.xlsx', 'GOV-2A', 'IAM-2A')).toMatchObject({ objectives: 151, answered: 2 });
  });

  test('are told as a part where a store is asked, since the whole model counts there', () => {
    merged('returned.xlsx', 'GOV-2A');
    expect(aismm(folder, 'ingest', 'returned.xlsx', '--store', 's.sqlite').code).toBe(0);
    expect(aismm(folder, 'show', 'Small AG', '--store', 's.sqlite').stdout).toContain(
      'complete 1% (workbook with 13 of 151 objectives)',
    );
    const { history } = JSON.parse(aismm(folder, 'show', 'Small AG', '--store', 's.sqlite', '--json').stdout) as {
      history: unknown[];
    };
    expect(history).toMatchObject([{ part: { objectives: 13, of: 151 } }]);
    expect(aismm(folder, 'status', 'list.csv', '--store', 's.sqlite', '--issued', 'issued').stdout).toMatch(
      /partial +8% +Small AG/,
    );
  });
});
