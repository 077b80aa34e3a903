/** Options that would have no effect, inputs and values that are given twice, and values that are missing: exit 2, nothing is read. */
import type { CommandModule } from 'yargs';
import yargs from 'yargs';
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { described, optionsOf, positionalsOf } from '../../src/cli/conventions.js';
import { expectRefused, typed } from './in-process.js';
import { commandGroups, newFolder } from './run.js';

const [root, folder] = [process.cwd(), newFolder()];
beforeAll(() => process.chdir(folder));
afterAll(() => {
  process.chdir(root);
  expect(readdirSync(folder)).toEqual([]);
});

const refused = (message: string, args: readonly string[]): Promise<void> => expectRefused('.', message, args);

describe('an option without effect', () => {
  const store = ['--store', 'none.sqlite'];
  const others = 'Omit --force, or use one of these options too.';
  test.each<[string, string[]]>([
    ['--force has no effect without --output. Omit --force, or use --output too.', ['answers', 'none.xlsx', '--force']],
    [`--force has no effect without --annotate or --output. ${others}`, ['check', 'none.xlsx', '--force']],
    [`--force has no effect without --rejects or --annotate-rejects. ${others}`, ['ingest', 'none', '--force']],
    ['--force has no effect without --output.', ['export', ...store, '--force']],
    ['--force has no effect without --output.', ['feedback', ...store, '--force']],
    ['--force has no effect without --output.', ['portfolio', ...store, '--force']],
    ['--force has no effect without --output.', ['report', 'none.xlsx', '--force']],
    ['--force has no effect without --output.', ['status', 'none.csv', ...store, '--force']],
    ['--force has no effect without --output.', ['measure', '--template', '--force']],
    [
      '--force has no effect with --queue. Omit --force, or omit --queue.',
      ['status', '--queue', '--store', 'postgres://a@b.example/c', '--force'],
    ],
    ['--force has no effect on a new folder.', ['review', 'none.xlsx', '--into', 'none', '--force']],
    ['--force has no effect on the list that --template prints.', ['issue', '--template', '--force']],
    ['--locale has no effect on the list that --template prints.', ['issue', '--template', '--locale', 'de']],
    ['--locale has no effect on the format json.', ['build', '--format', 'json', '--locale', 'de']],
    ['--locale has no effect on JSON.', ['merge', 'none.json', '-o', 'never.json', '--json', '--locale', 'de']],
    ['--locale has no effect on JSON.', ['migrate', 'none.json', '-o', 'never.json', '--json', '--locale', 'de']],
    ['or use the format html or json.', ['report', 'none.xlsx', '--format', 'md', '--benchmark', 'none.json']],
    ['--benchmark has no effect on', ['report', 'none.xlsx', '-o', 'x.actions.csv', '--benchmark', 'none.json']],
    ['or use the format html, md or json.', ['report', 'a.xlsx', '--format', 'actions.csv', '--date', '2026-11-26']],
    ['--date has no effect on the format text.', ['portfolio', ...store, '--date', '2026-11-26']],
    ['--date has no effect on the format csv.', ['portfolio', ...store, '-o', 'never.csv', '--date', '2026-11-26']],
    ['--broken has no effect without --count N and', ['example', '-o', 'never.xlsx', '--broken', '0']],
    ['--all-units cannot be combined with --file.', ['forget', '--file', 'none.xlsx', '--all-units', ...store]],
    ['--model aismm 1.0 has no effect with --as,', ['portfolio', ...store, '--as', '1.1', '--model', '1.0']],
    ['Both --model and --to are aismm 1.1.', ['migrate', 'a', '-o', 'n.xlsx', '--to', 'aismm', '--model', '1.1']],
    ['Both --model and the default of --to are', ['migrate', 'none.xlsx', '-o', 'never.xlsx', '--model', '1.1']],
  ])('%s: %j', refused);

  test.each([
    ['answers', 'none.xlsx', '-o', '-', '--force'],
    ['check', 'none.xlsx', '--annotate', 'never.xlsx', '--force'],
    ['review', 'none.xlsx', '-o', 'never.xlsx', '--force'],
    ['report', 'none.xlsx', '--force=false'],
    ['migrate', 'none.json', '-o', 'never.json', '--locale', 'de'],
    ['merge', 'none.json', '-o', 'never.json', '--locale', 'de', '--selection', 'union', '--prefer', 'newest'],
    ['portfolio', '--store', 'none.sqlite', '--format', 'html', '--date', '2026-11-26'],
    ['score', 'none.xlsx', './none.xlsx'],
  ])('has one here: %s %s …', async (...args) => {
    const { code, stderr } = await typed('.', ...args);
    expect([code, stderr]).toEqual([1, expect.not.stringContaining('Usage:')]);
  });
});

describe('the same twice', () => {
  test.each<[string, string[]]>([
    ['"a.xlsx" was given twice. Use different files.', ['compare', 'a.xlsx', 'a.xlsx']],
    ['"./a.xlsx" is the same as "a.xlsx". Use different files.', ['compare', 'a.xlsx', './a.xlsx']],
    ['"a.xlsx" was given twice.', ['merge', 'a.xlsx', 'b.xlsx', 'a.xlsx', '-o', 'never.xlsx']],
    ['"a.json" was given twice.', ['fill', 'a.json', 'a.json', '-o', 'never.xlsx']],
    ['"a.xlsx" was given twice.', ['migrate', 'a.xlsx', 'a.xlsx', '-o', 'never.xlsx']],
    ['"a.xlsx" was given twice.', ['report', 'a.xlsx', 'a.xlsx']],
    ['"a.xlsx" was given twice.', ['prefill', 'a.xlsx', '--from', 'a.xlsx', '-o', 'never.xlsx']],
    ['"a.xlsx" was given twice.', ['contradictions', 'a.xlsx', '--aicaiq', 'a.xlsx']],
    ['"1.0" was given twice. Use different editions.', ['model', 'diff', '1.0', '1.0']],
    [
      '"1.1" was given twice. Use different editions, or omit --model.',
      ['portfolio', '--store', 'none', '--model', '1.1', '--as', '1.1'],
    ],
    ['--with contains "workbook" twice. Use each value once.', ['page', '-o', 'p.html', '--with', 'workbook,workbook']],
    ['--format contains "md" twice.', ['build', '-o', 'never', '--format', 'md, json,MD']],
    ['--category contains "GOV" twice.', ['build', '-o', 'never', '--category', 'GOV,gov']],
    ['--by contains "size" twice.', ['portfolio', '--store', 'none', '--by', 'size', '--by', 'size']],
  ])('%s: %j', refused);
});

describe('a value that is missing', () => {
  test.each<[string, string[]]>([
    ['Missing value in --with "workbook,". Write a value before', ['page', '-o', 'p.html', '--with', 'workbook,']],
    ['Missing value in --format "md,,json".', ['build', '-o', 'never', '--format', 'md,,json']],
    ['Missing value in --category ",".', ['build', '-o', 'never', '--category', ',']],
    ['Missing value of shell. Use: bash, zsh, fish.', ['completion', '']],
    ['Missing value of -n.', ['sample', 'none.xlsx', '--n', '']],
    ['Missing value of --by. Use: industry,', ['portfolio', '--store', 'none', '--by', 'size', '--by', '']],
  ])('%s: %j', refused);

  /** An organization as a whole has the unit “”. */
  const MAY_BE_EMPTY = new Set(['unit']);
  const all = Object.values(commandGroups()).flatMap((group) => Object.entries(group));
  test.each(all.filter(([name]) => name !== 'model'))('%s: of any option', async (name, load) => {
    const command = (await load()) as CommandModule;
    const parser = yargs([]);
    const { choices } = described(command, parser);
    const { key, boolean, demandedOptions = {} } = optionsOf(parser);
    const positionals = positionalsOf(command);
    const isOption = (each: string): boolean => !positionals.includes(each);
    const arguments_ = [...String(command.command).matchAll(/<([\w-]+)/g)].map(([, each]) => `none-${each}`);
    const valued = Object.keys(key).filter((each) => isOption(each) && each.length > 1 && !boolean.includes(each));
    for (const option of valued.filter((each) => !MAY_BE_EMPTY.has(each) && !(each === 'version' || each === 'help'))) {
      const needed = Object.keys(demandedOptions).filter((each) => isOption(each) && each !== option);
      const rest = [...arguments_, ...needed.flatMap((each) => [`--${each}`, 'none'])];
      const use = choices[option] ? ` Use: ${choices[option].join(', ')}.` : '';
      for (const typed of [[`--${option}`, ''], [`--${option}=`]])
        await refused(`Missing value of --${option}.${use}\n`, [name, ...rest, ...typed]);
    }
  });
});
