/** Inputs and values that are given twice, and values that are missing: exit 2, nothing is read. */
import type { CommandModule } from 'yargs';
import yargs from 'yargs';
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { described, optionsOf, positionalsOf } from '../../src/cli/conventions.js';
import { commandGroups, newFolder, refused } from './run.js';

const [root, folder] = [process.cwd(), newFolder()];
beforeAll(() => process.chdir(folder));
afterAll(() => {
  process.chdir(root);
  expect(readdirSync(folder)).toEqual([]);
});

/** One line with the problem, one with the right use. */
async function expectRefused(message: string, args: readonly string[]): Promise<void> {
  const { code, stdout, stderr } = await refused(...args);
  expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining(message)]);
  expect(stderr).toMatch(/^[^\n]+\nUsage: aismm [^\n]+\n$/);
}

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
      '"./own" is the same as "own". Use different',
      ['portfolio', '--store', 'none', '--model', 'own', '--as', './own'],
    ],
    ['--with contains "workbook" twice. Use each value once.', ['page', '-o', 'p.html', '--with', 'workbook,workbook']],
    ['--format contains "md" twice.', ['build', '-o', 'never', '--format', 'md, json,MD']],
    ['--category contains "GOV" twice.', ['build', '-o', 'never', '--category', 'GOV,gov']],
    ['--by contains "size" twice.', ['portfolio', '--store', 'none', '--by', 'size', '--by', 'size']],
  ])('%s: %j', expectRefused);
});

describe('a value that is missing', () => {
  test.each<[string, string[]]>([
    ['Missing value in --with "workbook,". Write a value before', ['page', '-o', 'p.html', '--with', 'workbook,']],
    ['Missing value in --format "md,,json".', ['build', '-o', 'never', '--format', 'md,,json']],
    ['Missing value in --category ",".', ['build', '-o', 'never', '--category', ',']],
    ['Missing value of shell. Use: bash, zsh, fish.', ['completion', '']],
    ['Missing value of -n.', ['sample', 'none.xlsx', '--n', '']],
    ['Missing value of --by. Use: industry,', ['portfolio', '--store', 'none', '--by', 'size', '--by', '']],
  ])('%s: %j', expectRefused);

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
        await expectRefused(`Missing value of --${option}.${use}\n`, [name, ...rest, ...typed]);
    }
  });
});
