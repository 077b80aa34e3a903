/** Paths in the place of something else, in every option and argument of every command: exit 2, one clear line, nothing done. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import yargs, { type CommandModule } from 'yargs';
import { COMMAND_GROUPS } from '../../src/cli/command-list.js';
import { MODEL_COMMANDS } from '../../src/cli/commands/model.js';
import { nameOf, optionsOf, positionalsOf } from '../../src/cli/conventions.js';
import { roleOf, type PathIs } from '../../src/cli/path-roles.js';
import { typed } from './in-process.js';
import { newFolder } from './run.js';

const folder = newFolder();
beforeAll(() => {
  mkdirSync(join(folder, 'folder'));
  for (const name of ['plain', 'taken.csv', 'one.xlsx']) writeFileSync(join(folder, name), 'mine');
});

/** Options and arguments with a text that is no path. */
const NO_PATHS = new Set([
  ...[
    'build format',
    'build deployment',
    'build category',
    'build companion',
    'page with',
    'score why',
    'merge prefer',
  ],
  ...[
    'prefill edition',
    'contradictions edition',
    'report organization',
    'report unit',
    'show organization',
    'show unit',
  ],
  ...[
    'forget organization',
    'forget unit',
    'forget file',
    'report date',
    'status date',
    'portfolio date',
    'explain code',
  ],
  ...['new', 'import'].flatMap((name) => ['id', 'edition', 'title'].map((option) => `model ${name} ${option}`)),
]);

interface Described {
  readonly name: string;
  readonly positionals: readonly string[];
  /** Options without which the command is not understood. */
  readonly needed: readonly string[];
  /** Options and arguments that take a text. */
  readonly texts: readonly string[];
}

function describedAs(command: CommandModule, above = ''): Described {
  const parser = yargs([]);
  if (typeof command.builder === 'function') void command.builder(parser);
  const known = optionsOf(parser) as ReturnType<typeof optionsOf> & {
    readonly number: readonly string[];
    readonly alias: Readonly<Record<string, readonly string[]>>;
  };
  const others = new Set(Object.values(known.alias).flat());
  const positionals = positionalsOf(command);
  const isText = (name: string): boolean =>
    !others.has(name) && ![...known.boolean, ...known.number].includes(name) && !(name in known.choices);
  return {
    name: `${above} ${nameOf(command)}`.trim(),
    positionals,
    needed: Object.keys(known.demandedOptions ?? {}).filter((name) => !positionals.includes(name)),
    texts: Object.keys(known.key).filter((name) => isText(name) && !['help', 'version'].includes(name)),
  };
}

const loads = Object.values(COMMAND_GROUPS).flatMap((group) => Object.values(group));
const commands = [
  ...(await Promise.all(loads.map(async (load) => describedAs((await load()) as CommandModule)))),
  ...MODEL_COMMANDS.map((command) => describedAs(command, 'model')),
];

/** Values where not every name is fine. No one asks the database. */
const FINE: Readonly<Record<string, string>> = { by: 'owner', store: 'postgres://a@b.example/c' };

/** The command with one option or argument that has this value; what else it needs is fine, and is not there. */
function withValue({ name, positionals, needed }: Described, option: string, value: string): string[] {
  const valueOf = (each: string): string => (each === option ? value : (FINE[each] ?? 'none'));
  const options = needed.includes(option) || positionals.includes(option) ? needed : [...needed, option];
  return [
    ...name.split(' '),
    ...options.flatMap((each) => [`--${each}`, valueOf(each)]),
    '--',
    ...positionals.map(valueOf),
  ];
}

/** What cannot be meant where something else is. */
const WRONG: Readonly<Record<PathIs, readonly string[]>> = {
  file: ['folder', 'plain/below', 'folder/', 'new/', 'https://a.example/b'],
  folder: ['plain', 'plain/below', '-', 'https://a.example/b'],
  searched: ['plain/below', 'https://a.example/b'],
  model: ['one.xlsx', 'plain/below', 'https://a.example/b'],
  store: ['folder', 'plain/below', 'new/', '-', 'x.pdf', 'https://a.example/b'],
  'new-file': ['folder', '.', 'plain/below', 'new/', 'new.', 'new.xlsx ', '.xlsx', 'in/.json', 'https://a.example/b'],
  'new-folder': ['plain', 'plain/below', 'x.pdf', 'https://a.example/b'],
};

const all = commands.flatMap((command) => command.texts.map((option) => ({ command, option })));

test('every option and argument that takes a text is declared a path, or is known not to be one', () => {
  const undeclared = all
    .map(({ command: { name }, option }) => ({ id: `${name} ${option}`, role: roleOf(name, option) }))
    .filter(({ id, role }) => (role === undefined) !== NO_PATHS.has(id));
  expect(undeclared).toEqual([]);
  expect(all.length - NO_PATHS.size).toBeGreaterThan(60);
});

const named = commands.map((command) => [command.name, command] as const);
const pathsOf = ({ name, texts, positionals }: (typeof commands)[number]) =>
  texts.flatMap((option) => {
    const role = roleOf(name, option);
    return role ? [{ option, role, shown: positionals.includes(option) ? `<${option}>` : `--${option}` }] : [];
  });

test.each(named.filter(([, command]) => pathsOf(command).length > 0))(
  'aismm %s refuses a path that cannot be meant',
  async (_, command) => {
    const before = readdirSync(folder, { recursive: true });
    for (const { option, role, shown } of pathsOf(command))
      for (const value of [...WRONG[role.is], ...(role.kinds ? ['x.pdf', 'x.docx'] : [])]) {
        const { code, stdout, stderr } = await typed(folder, ...withValue(command, option, value));
        expect([option, value, code, stdout]).toEqual([option, value, 2, '']);
        expect(stderr).toMatch(/^Invalid [^\n]+\. (?:Use|Write) [^\n]+\.\nUsage: aismm [^\n]+\n$/);
        // An address may contain a password, also a wrong one.
        const isHidden = role.needsDatabase === true || (role.is === 'store' && value.includes('://'));
        expect(stderr).toContain(isHidden ? `Invalid ${shown}: ` : `Invalid ${shown} "${value}"`);
      }
    expect(readdirSync(folder, { recursive: true })).toEqual(before);
  },
);

test.each(named.filter(([, { texts }]) => texts.length > 0))(
  'aismm %s takes a value that cannot be seen for none',
  async (_, command) => {
    for (const option of command.texts.filter((each) => each !== 'unit')) {
      const { code, stderr } = await typed(folder, ...withValue(command, option, '  '));
      expect([option, code, stderr]).toEqual([option, 2, expect.stringMatching(/^Missing value of [^\n]+\.\nUsage: /)]);
    }
  },
);
