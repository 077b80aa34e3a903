/** The program in docs/program.md: it is whole, it runs against the package as strangers get it, and it says what it promises. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { decimals } from '../oracle/standing.js';
import { bin, packAndInstall, ROOT, run } from './packed.js';

const section = readFileSync(join(ROOT, 'docs/program.md'), 'utf8');
const programs = [...section.matchAll(/^```js\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code);

const { folder, installed, tarball } = packAndInstall();
const aismm = (...args: string[]): void => {
  const { code, stderr } = run(folder, process.execPath, join(installed, 'dist/cli/main.js'), ...args);
  expect(code, stderr).toBe(0);
};

test('it prints the maturity and the findings', () => {
  const [program = '', ...others] = programs;
  expect(others).toEqual([]);
  writeFileSync(join(folder, 'program.js'), program);
  aismm('example', '-o', 'acme.xlsx');
  const first = run(folder, process.execPath, 'program.js');
  expect(first).toEqual({
    code: 0,
    stdout: expect.stringMatching(
      /^Program maturity \d\.\d\d of 5, lowest level [1-5]\nControl Objectives![A-Z]+\d+: warning met-without-evidence: Evidence is missing for \d+ of \d+ met objectives .+\n$/,
    ),
    stderr: '',
  });

  aismm('example', '--count', '9', '--into', 'returned', '--broken', '1');
  const told = (file: string): string => {
    writeFileSync(join(folder, 'other.js'), program.replace('acme.xlsx', `returned/organization-${file}.xlsx`));
    const { code, stdout, stderr } = run(folder, process.execPath, 'other.js');
    expect([code, stderr]).toEqual([0, '']);
    return stdout;
  };
  expect(told('9-mistyped')).toMatch(
    /^Program maturity \d\.\d\d of 5, lowest level [1-5]\n(.+\n)*Control Objectives![A-Z]+\d+: error unknown-option \([A-Z]+-\d[A-Z]\): “.+” is not a valid option\. .+\n(.+\n)*$/,
  );
  expect(told('1-truncated')).toMatch(/^error damaged-file: The workbook is damaged\. .+\n$/);
});

test('the shorter one in the README prints the same maturity, as a number', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const [short = '', ...others] = [...readme.matchAll(/^```js\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code);
  expect(others).toEqual([]);
  expect(readme).toContain(basename(tarball));
  writeFileSync(join(folder, 'short.mjs'), short);
  const { code, stdout, stderr } = run(folder, process.execPath, 'short.mjs');
  expect([code, stderr]).toEqual([0, '']);
  const [maturity, ...findings] = stdout.trimEnd().split('\n');
  expect(decimals(Number(maturity))).toBe(
    / (\d\.\d\d) of 5/.exec(run(folder, process.execPath, 'program.js').stdout)?.[1],
  );
  const { stdout: list, stderr: sum } = run(
    folder,
    process.execPath,
    join(installed, 'dist/cli/main.js'),
    'check',
    'acme.xlsx',
  );
  expect(findings.length).toBeGreaterThan(0);
  for (const message of findings) expect(list).toContain(message);
  expect(list + sum).toContain(`1 file: 0 errors, ${findings.length} warning`);
});

test('both are programs for a strict compiler as well, with the options that the page names', () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  const [short = ''] = [...readme.matchAll(/^```js\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code);
  const files = ['program.mts', 'short.mts'];
  [programs[0] ?? '', short].forEach((code, i) => writeFileSync(join(folder, files[i] ?? ''), code));
  expect(section).toContain('`"module": "NodeNext"` and `"types": ["node"]`');
  const compilerOptions = {
    ...{ strict: true, target: 'ES2023', module: 'NodeNext', noEmit: true },
    ...{ types: ['node'], typeRoots: [join(ROOT, 'node_modules/@types')] },
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
  expect(run(folder, bin('tsc'), '-p', '.')).toEqual({ code: 0, stdout: '', stderr: '' });
});

test('what its table names is there', () => {
  const named = [...section.matchAll(/^\| `(aismm-workbook[^`]*)` \|/gm)].map(([, name = '']) => name);
  expect(named).toHaveLength(7);
  writeFileSync(
    join(folder, 'named.js'),
    `for (const name of ${JSON.stringify(named)}) console.log(import.meta.resolve(name).split('/node_modules/')[1]);`,
  );
  const { stdout, stderr } = run(folder, process.execPath, 'named.js');
  expect(stderr).toBe('');
  const there = stdout.trim().split('\n');
  expect(there).toHaveLength(7);
  for (const path of there) expect(readFileSync(join(folder, 'node_modules', path), 'utf8')).not.toBe('');
});
