/** A model of one's own at the command line: made, changed, built, answered, scored, as its README says. */
import ExcelJS from 'exceljs';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { beforeAll, describe, expect, test } from 'vitest';
import { newFolder, write } from '../host/folders.js';
import { tinyFiles } from '../tiny-model.js';
import { aismm } from './run.js';

const folder = newFolder();
const tree = (): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();

describe('model new', () => {
  beforeAll(() => {
    const { code, stderr } = aismm(folder, 'model', 'new', 'Our Model/');
    expect([code, stderr]).toEqual([0, 'wrote Our Model; read Our Model/README.md next\n']);
  });

  test('a sound model with a name of its own, which claims nothing', () => {
    const lint = aismm(folder, 'model', 'lint', '--model', 'Our Model');
    expect([lint.code, lint.stderr]).toEqual([0, 'Model our-model 1.0 has no errors: 151 control objectives.\n']);
    const shown = JSON.parse(aismm(folder, 'model', 'show', '--json', '--model', 'Our Model').stdout) as {
      title: string;
      notice: string[];
    };
    expect(shown).toMatchObject({ id: 'our-model', version: '1.0' });
    expect(shown.title).not.toMatch(/CSA|AISMM|Workbook/);
    expect(shown.notice.join(' ')).toMatch(/own model.*have not checked or endorsed/);
    expect(readdirSync(join(folder, 'Our Model')).sort()).toEqual(['README.md', 'categories', 'model.yaml']);
    expect(aismm(folder, 'model', 'diff', '1.1', 'Our Model').code).toBe(0);
  });

  test('a workbook of another model is told, and one of another in a comparison is not', () => {
    expect(aismm(folder, 'example', '-o', 'built-in.xlsx').code).toBe(0);
    const other = /^built-in\.xlsx: warning other-model: .* model aismm 1\.1, .* instead of our-model 1\.0\./m;
    const check = aismm(folder, 'check', 'built-in.xlsx', '--model', 'Our Model');
    expect([check.code, check.stdout]).toEqual([0, expect.stringMatching(other)]);
    expect(aismm(folder, 'score', 'built-in.xlsx', '--model', 'Our Model').stderr).toMatch(other);
    const ingested = aismm(folder, 'ingest', 'built-in.xlsx', '--jobs', '1', '--model', 'Our Model');
    expect(ingested.stderr).toMatch(/^ {2}other edition than --model +1$/m);
  });

  test('id, version and title are options', () => {
    const args = ['--id', 'other', '--edition', '2.1', '--title', 'Other: a “model”'];
    expect(aismm(folder, 'model', 'new', 'named', ...args).code).toBe(0);
    expect(parse(readFileSync(join(folder, 'named/model.yaml'), 'utf8'))).toMatchObject({
      ...{ id: 'other', version: '2.1', title: 'Other: a “model”' },
      changes: [{ version: '2.1' }],
    });
  });

  test('every command in its README runs there', () => {
    const home = join(folder, 'Our Model');
    const blocks = [...readFileSync(join(home, 'README.md'), 'utf8').matchAll(/^```sh\n([\s\S]*?)^```$/gm)];
    const commands = blocks.flatMap(([, text = '']) => text.trim().split('\n'));
    expect(commands.length).toBeGreaterThanOrEqual(7);
    for (const command of commands) {
      const [npx, program, ...args] = command.split(' ');
      expect([npx, program]).toEqual(['npx', 'aismm']);
      const { code, stderr } = aismm(home, ...args);
      expect(code, `${command}\n${stderr}`).toBe(0);
    }
    expect(readdirSync(join(home, 'build')).sort()).toEqual(
      expect.arrayContaining(['our-model-1.0.xlsx', 'results.sqlite', 'returned.xlsx']),
    );
  }, 120_000);

  test.each<[string, string[], number, RegExp]>([
    ['folder-exists', ['Our Model'], 1, /^Our Model: error folder-exists: /],
    ['a file of that name', ['a-file'], 2, /^Invalid <folder> "a-file": this is a file\. Use the name of a folder\./],
    ['a place that takes no folder', ['a-file/model'], 2, /^Invalid <folder> "a-file\/model": "a-file" is a file/],
    [
      'an id of the program',
      ['mine', '--id', 'aismm', '--edition', '7.0'],
      2,
      /^Invalid id "aismm": this is the id of the built-in model\./,
    ],
    ['no id', ['mine', '--id', 'Not One'], 2, /Invalid --id "Not One"\./],
    ['no version', ['mine', '--edition', 'first'], 2, /Invalid --edition "first"\./],
    ['no title', ['mine', '--title', ' '], 2, /Missing value of --title\./],
    ['no name', ['/'], 2, /Invalid folder "\/"\. Use the name of a new folder\./],
  ])('%s: nothing is written', (_, args, code, said) => {
    writeFileSync(join(folder, 'a-file'), 'mine');
    const before = tree();
    const made = aismm(folder, 'model', 'new', ...args);
    expect([made.code, made.stdout, made.stderr]).toEqual([code, '', expect.stringMatching(said)]);
    expect(tree()).toEqual(before);
  });
});

describe('three categories and four levels', () => {
  const own = ['--model', 'invented'];
  beforeAll(() => {
    mkdirSync(join(folder, 'invented'));
    const files = tinyFiles({
      BAK: [{ level: 2 }, { level: 3, kpi: { direction: 'at-least', threshold: 90 } }, { level: 4 }],
      CUT: [{ level: 2 }, { level: 4, deployments: ['paas'] }],
      MIX: [{ level: 3 }, { level: 3 }],
    });
    const short = [...files].flatMap(([path, text]): [string, string][] => {
      if (!path.startsWith('tiny/1.0/')) return [];
      const value = parse(text) as { levels: unknown[] };
      const cut = { ...value, ...('version' in value ? { id: 'invented', version: '3.0' } : {}) };
      const name = path.replace('tiny/1.0/', '');
      return [[name, stringify({ ...cut, levels: value.levels.slice(0, 4) }, { version: '1.2' })]];
    });
    write(join(folder, 'invented'), short);
    const answers = {
      schemaVersion: 1,
      model: { id: 'invented', version: '3.0' },
      organization: { name: 'Baker', asOf: '2026-11-01' },
      targets: { BAK: 4, CUT: 3 },
      answers: {
        'BAK-2A': { answer: 'met', evidence: 'A list' },
        'BAK-3A': { measured: 95 },
        'BAK-4A': { answer: 'met', evidence: 'Minutes' },
        'CUT-2A': { answer: 'met', owner: 'Chef' },
        'CUT-4A': { answer: 'not-met' },
      },
    };
    writeFileSync(join(folder, 'answers.json'), JSON.stringify(answers));
  });

  test('built, filled, checked, read back, scored and taken in', () => {
    expect(aismm(folder, 'build', ...own, '--out', 'out').stderr).toContain('invented-3.0.xlsx');
    expect(aismm(folder, 'fill', 'answers.json', ...own, '-o', 'baker.xlsx').code).toBe(0);
    const checked = aismm(folder, 'check', 'baker.xlsx', ...own);
    expect([checked.code, checked.stderr]).toEqual([
      0,
      expect.not.stringMatching(/locked-cell-changed|figure-differs/),
    ]);
    expect(JSON.parse(aismm(folder, 'answers', 'baker.xlsx', ...own).stdout)).toMatchObject(
      JSON.parse(readFileSync(join(folder, 'answers.json'), 'utf8')) as object,
    );
    const score = JSON.parse(aismm(folder, 'score', 'baker.xlsx', '--json', ...own).stdout) as object;
    expect(score).toMatchObject({
      model: { id: 'invented', version: '3.0' },
      categories: [
        { id: 'BAK', level: 4, target: 4, gap: 0 },
        { id: 'CUT', level: 2, potential: 2, target: 3, gap: 1 },
        { id: 'MIX', level: 1, potential: 3 },
      ],
    });
    expect(aismm(folder, 'score', 'baker.xlsx', ...own).stdout).toContain(' of 4 ');
    const taken = aismm(folder, 'ingest', 'baker.xlsx', '--jobs', '1', ...own, '--store', 'own.sqlite');
    expect(taken.code).toBe(0);
    expect(aismm(folder, 'portfolio', ...own, '--store', 'own.sqlite', '--min', '1').stdout).toContain('levels 1 to 4');
  });

  test('a target above its highest level is refused', () => {
    const model = { id: 'invented', version: '3.0' };
    writeFileSync(join(folder, 'high.json'), JSON.stringify({ schemaVersion: 1, model, targets: { BAK: 5 } }));
    const { code, stderr } = aismm(folder, 'fill', 'high.json', ...own, '-o', 'high.xlsx');
    expect([code, stderr]).toEqual([1, expect.stringMatching(/high\.json, targets\.BAK: error invalid-answers/)]);
    expect(existsSync(join(folder, 'high.xlsx'))).toBe(false);
  });
});

test('model import: the rest is written, the rows left out are told, and exit code 3 says so; feedback finds its edition', async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Data');
  sheet.addRows([
    ['Control ID', 'Control', 'Level'],
    ['GOV-02.1', 'One baker answers.', 2],
    ['?', 'x', 2],
  ]);
  await book.xlsx.writeFile(join(folder, 'theirs.xlsx'));
  const { code, stderr } = aismm(folder, 'model', 'import', 'theirs.xlsx', '-o', 'theirs');
  expect([code, stderr]).toEqual([3, expect.stringMatching(/^theirs\.xlsx, Data!A3: warning import-row-unread: /m)]);
  expect(aismm(folder, 'model', 'import', 'theirs.xlsx', '-o', 'theirs')).toMatchObject({ code: 1 });
  const answers = { 'GOV-02.1': { answer: 'met' } };
  const feedback = [{ objective: 'gov-02.1', kind: 'unclear', comment: '=1+1' }];
  const model = { id: 'csa-theirs', version: '1.0' };
  writeFileSync(join(folder, 'said.json'), JSON.stringify({ schemaVersion: 1, model, answers, feedback }));
  expect(aismm(folder, 'fill', 'said.json', '--model', 'theirs', '-o', 'said.xlsx').code).toBe(0);
  expect(aismm(folder, 'ingest', 'said.xlsx', '--jobs', '1', '--model', 'theirs', '--store', 'said.sqlite').code).toBe(
    0,
  );
  const list = aismm(folder, 'feedback', '--store', 'said.sqlite', '--model', 'theirs', '--format', 'csv');
  expect([list.code, list.stdout.split('\r\n')[1]]).toEqual([
    0,
    expect.stringMatching(/^csa-theirs 1\.0,GOV-02\.1,One baker answers\.,unclear,'=1\+1,/),
  ]);
});
