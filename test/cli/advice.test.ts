/** Commands and options that texts advise to use: each exists, and is one of the commands that give the advice. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import yargs, { type CommandModule } from 'yargs';
import { COMMAND_GROUPS } from '../../src/cli/command-list.js';
import { MODEL_COMMANDS } from '../../src/cli/commands/model.js';
import { described, type Described } from '../../src/cli/conventions.js';

const ROOT = new URL('../../', import.meta.url).pathname;

const loads = Object.values(COMMAND_GROUPS).flatMap((group) => Object.values(group));
const all: readonly Described[] = [
  ...(await Promise.all(loads.map(async (load) => described((await load()) as CommandModule, yargs([]))))),
  ...MODEL_COMMANDS.map((command) => described(command, yargs([]), 'model')),
];
const commands = new Map(all.map((command) => [command.name, command]));
/** Of the program itself. */
const GENERAL = ['help', 'version'];
const hasOption = (command: string, option: string): boolean =>
  [...GENERAL, ...(commands.get(command)?.options ?? [])].includes(option);
const isOption = (option: string): boolean => all.some(({ name }) => hasOption(name, option));

/** What begins a command in a sentence; elsewhere, “aismm” is who does something. */
const MENTION = /(?:“|npx |Use: |run |\.example\(\s*')aismm ((?:model )?[a-z]+)([^”`'\n]*)/g;
const OPTION = /(?<![\w-])--([a-z][a-z-]*[a-z]|[a-z])/g;

const optionsIn = (text: string): string[] => [...text.matchAll(OPTION)].map(([, name = '']) => name);

interface Mention {
  readonly text: string;
  readonly command: string;
  readonly options: readonly string[];
}

function mentionsIn(text: string): Mention[] {
  return [...text.matchAll(MENTION)].map(([whole, named = '', rest = '']) => {
    // What follows “model” may be an argument.
    const command = commands.has(named) ? named : named.startsWith('model ') ? 'model' : named;
    return { text: whole, command, options: optionsIn(rest.split(', or ')[0] ?? '') };
  });
}

/** Each mention of a command that does not exist, or of an option that it does not have. */
function wrongMentions(text: string): string[] {
  return mentionsIn(text)
    .filter(({ command, options }) => !commands.has(command) || !options.every((each) => hasOption(command, each)))
    .map(({ text: mention }) => mention);
}

/** A text without the comments of TypeScript, which no user reads. */
const uncommented = (text: string): string => text.replace(/^\s*(?:\/\*[^]*?\*\/|\/\/.*$)/gm, '');

/** What names options without their command; the scripts for shells ask yargs and npx. */
const bare = (text: string): string =>
  uncommented(text)
    .replaceAll(MENTION, '')
    .replaceAll(/--get-yargs[\w-]*|--no-install/g, '');

const filesIn = (folder: string, ending: RegExp): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => join(folder, file));
const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

describe('texts name only what there is', () => {
  const sources = ['locale', 'cli', 'web'].flatMap((layer) => filesIn(`src/${layer}`, /\.ts$/));
  test.each(sources)('%s', (file) => {
    const text = uncommented(textOf(file));
    expect(wrongMentions(text)).toEqual([]);
    expect(optionsIn(bare(text)).filter((each) => !isOption(each))).toEqual([]);
  });

  test.each(filesIn('templates', /\.hbs$/))('%s', (file) => {
    // In code marks, a template shows commands.
    expect(wrongMentions(textOf(file).replaceAll('`aismm', '“aismm'))).toEqual([]);
  });

  test('this test sees them', () => {
    const read = (text: string): string[] => wrongMentions(text);
    expect(read('Run “aismm scores FILE”. To fix it, run aismm chek x. aismm reads it.')).toHaveLength(2);
    expect(read('Run “aismm score FILE --wy GOV”, or “aismm model lint --model x”.')).toEqual([
      '“aismm score FILE --wy GOV',
    ]);
    const seen = sources.flatMap((file) => mentionsIn(uncommented(textOf(file))));
    expect(seen.length).toBeGreaterThan(100);
    expect(new Set(seen.map(({ command }) => command)).size).toBeGreaterThan(25);
  });
});

describe('a command advises only options of its own', () => {
  // A file of one command: `export.ts` has that of `aismm export`.
  test.each(filesIn('src/cli/commands', /\.ts$/))('%s', (file) => {
    const name = /([a-z-]+)\.ts$/.exec(file)?.[1]?.replace('-', ' ') ?? '';
    const own = name === 'model' ? ['model lint', 'model show', 'model diff'] : [name];
    const foreign = optionsIn(bare(textOf(file))).filter((each) => !own.some((command) => hasOption(command, each)));
    expect(foreign).toEqual([]);
  });
});

const READERS = ['answers', 'check', 'compare', 'contradictions', 'measure', 'merge', 'migrate', 'prefill', 'report'];
const ALL_READERS = [...READERS, 'review', 'sample', 'score', 'split', 'ingest', 'work', 'portfolio', 'show'];

/** Which commands can give a message that names an option without its command. A new one has to be thought of here. */
const GIVEN_BY: Readonly<Record<string, readonly string[]>> = {
  'file-exists': [
    'build',
    'example',
    'fill',
    'prefill',
    'measure',
    'check',
    'report',
    'answers',
    'page',
    'merge',
  ].concat(...['review', 'migrate', 'status', 'ingest', 'portfolio', 'export', 'feedback']),
  'unknown-model': [...ALL_READERS, 'fill'],
  'other-model': [...ALL_READERS.filter((each) => !['portfolio', 'show'].includes(each))],
  'conflicting-selection': ['fill', 'merge', 'migrate'],
  'merge-part-twice': ['merge'],
  'questionnaire-edition': ['prefill', 'contradictions'],
  'import-assumed': ['model import'],
  'answers-for-other-model': ['fill'],
  'no-succession': ['migrate'],
  'edition-lost': ['compare', 'migrate'],
  'suggestion-accepted': ['check'],
  'issued-otherwise': ['issue'],
  'issued-file-changed': ['issue'],
  'list-empty': ['issue', 'measure'],
  'list-missing-column': ['issue', 'measure'],
  'key-unusable': ['issue', 'status'],
  'token-of-other-list': ['status'],
  'measured-kept': ['measure'],
};

test('a message advises only options of the commands that give it', () => {
  const [head = '', ...entries] = textOf('src/locale/en/messages.ts').split(/^ {2}'?([a-z-]+)'?: \{$/m);
  const texts = new Map<string, string>();
  for (let at = 0; at < entries.length; at += 2) texts.set(entries[at] ?? '', entries[at + 1] ?? '');
  // What functions before the messages say, each of one message.
  const [models = '', assumed = ''] = head.split('const ASSUMED');
  texts.set('unknown-model', `${texts.get('unknown-model') ?? ''}${models}`);
  texts.set('import-assumed', `${texts.get('import-assumed') ?? ''}${assumed}`);
  const found = [...texts].flatMap(([code, text]) => optionsIn(bare(text)).map((option) => ({ code, option })));
  expect(found.length).toBeGreaterThan(15);
  const wrong = found.filter(
    ({ code, option }) => !(GIVEN_BY[code] ?? []).length || !GIVEN_BY[code]?.every((each) => hasOption(each, option)),
  );
  expect(wrong).toEqual([]);
  expect(Object.keys(GIVEN_BY).filter((code) => !texts.has(code))).toEqual([]);
});
