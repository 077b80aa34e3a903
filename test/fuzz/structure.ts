/** Changes to a workbook that keep its parts what they are: elements, attributes, values, relationships and entries of the archive. */
import { strFromU8, strToU8 } from 'fflate';

export type Random = () => number;
export const below = (random: Random, limit: number): number => Math.floor(random() * limit);
const oneOf = <T>(random: Random, items: readonly T[]): T | undefined => items[below(random, items.length)];

/** A workbook as its parts, and what was done to it. */
export interface Mutated {
  readonly parts: Record<string, Uint8Array>;
  /** In words, for whoever looks for the fault. */
  readonly done: readonly string[];
}

/** What a number, a name, an address, a text may be changed to. */
const VALUES = [
  ...[
    '',
    '0',
    '1',
    '-1',
    '1.5',
    '2',
    '7',
    '99',
    '99999999999',
    '1e3',
    'NaN',
    's',
    'str',
    'inlineStr',
    'b',
    'e',
    'n',
    'd',
    'true',
    'shared',
    'array',
  ],
  ...[
    'A1',
    'F4',
    '$F$4',
    'F4:G5',
    'A1:XFD1048576',
    'XFE1',
    'E0',
    '#REF!',
    'Met',
    'met',
    'Not met',
    '97%',
    '0.97',
    '2026-05-01',
    '46000',
    'GOV-2A',
    'GOV-2B',
  ],
  ...[
    ' ',
    '\u00a0',
    '\u200b',
    '&lt;',
    '&amp;',
    '&#65;',
    '&#xD83D;&#xDE00;',
    '_x0041_',
    'aismm:answers',
    'answer',
    'Profile',
    'Control Objectives',
    'yyyy-mm-dd',
    '0%',
  ],
  ...['[[[[[', "'''''", '"&quot;'.slice(1), '='.repeat(9), ' '.repeat(300), 'x'.repeat(300), '\u4e2d'.repeat(300)],
];

const TOKEN = /<[^>]*>|[^<]+/g;
const isOpen = (token: string): boolean => /^<[A-Za-z]/.test(token);
const isEmpty = (token: string): boolean => token.endsWith('/>');

/** A part as tags and texts, and where each element ends. */
class Markup {
  readonly tokens: string[];
  readonly ends: number[] = [];
  readonly elements: number[] = [];
  readonly texts: number[] = [];

  constructor(xml: string) {
    this.tokens = [...xml.matchAll(TOKEN)].map(([token]) => token);
    const open: number[] = [];
    this.tokens.forEach((token, at) => {
      if (isOpen(token)) {
        this.elements.push(at);
        if (isEmpty(token)) this.ends[at] = at;
        else open.push(at);
      } else if (token.startsWith('</')) {
        const from = open.pop();
        if (from !== undefined) this.ends[from] = at;
      } else if (!token.startsWith('<')) this.texts.push(at);
    });
  }

  /** An element with all that is in it. */
  range(at: number): [from: number, to: number] {
    return [at, (this.ends[at] ?? at) + 1];
  }
}

type Change = (markup: Markup, random: Random) => string | undefined;

const onElement =
  (what: string, change: (tokens: string[], range: [number, number], markup: Markup, random: Random) => void): Change =>
  (markup, random) => {
    // Never the root, without which nothing is left to look at.
    const at = oneOf(random, markup.elements.slice(1));
    if (at === undefined) return undefined;
    const said = `${what} ${(markup.tokens[at] ?? '').slice(0, 60)}`;
    change(markup.tokens, markup.range(at), markup, random);
    return said;
  };

/** The attributes of a tag, with the quotes around their values. */
const ATTRIBUTE = / ([\w:]+)="([^"]*)"/g;

const onAttribute =
  (what: string, change: (name: string, value: string, random: Random) => string): Change =>
  (markup, random) => {
    const at = oneOf(
      random,
      markup.elements.filter((each) => markup.tokens[each]?.includes('="')),
    );
    const tag = at === undefined ? undefined : markup.tokens[at];
    if (at === undefined || tag === undefined) return undefined;
    const chosen = oneOf(random, [...tag.matchAll(ATTRIBUTE)]);
    if (!chosen) return undefined;
    const [whole, name = '', value = ''] = chosen;
    markup.tokens[at] = tag.replace(whole, () => change(name, value, random));
    return `${what} ${name} of ${tag.slice(0, 60)}`;
  };

const CHANGES: readonly Change[] = [
  onElement('removed', (tokens, [from, to]) => tokens.splice(from, to - from)),
  onElement('doubled', (tokens, [from, to]) => tokens.splice(to, 0, ...tokens.slice(from, to))),
  onElement('emptied', (tokens, [from, to]) => {
    if (to - from > 1) tokens.splice(from + 1, to - from - 2);
  }),
  onElement('moved elsewhere', (tokens, [from, to], { elements }, random) => {
    const moved = tokens.splice(from, to - from);
    const target =
      oneOf(
        random,
        elements.filter((each) => each < from),
      ) ?? from;
    tokens.splice(target, 0, ...moved);
  }),
  onElement('put into another namespace', (tokens, [from, to]) => {
    const name = /^<([\w:]+)/.exec(tokens[from] ?? '')?.[1] ?? '';
    tokens[from] = (tokens[from] ?? '').replace(`<${name}`, `<q:${name} xmlns:q="urn:other"`);
    if (to - from > 1) tokens[to - 1] = `</q:${name}>`;
  }),
  onElement('wrapped', (tokens, [from, to]) => {
    tokens.splice(to, 0, '</wrapped>');
    tokens.splice(from, 0, '<wrapped>');
  }),
  onElement('put a comment before', (tokens, [from]) => tokens.splice(from, 0, '<!-- <c r="A1"/> -->')),
  onAttribute('changed', (name, _, random) => ` ${name}="${oneOf(random, VALUES) ?? ''}"`),
  onAttribute('changed', (name, value) => ` ${name}="${/^\d+$/.test(value) ? Number(value) + 1 : `${value}1`}"`),
  onAttribute('removed', () => ''),
  onAttribute('renamed', (name, value) => ` x${name}="${value}"`),
  onAttribute('quoted otherwise', (name, value) => ` ${name}='${value}'`),
  onAttribute('given a prefix', (name, value) => ` q:${name}="${value}"`),
  (markup, random) => {
    const at = oneOf(random, markup.texts);
    if (at === undefined) return undefined;
    const before = markup.tokens[at] ?? '';
    markup.tokens[at] =
      oneOf(random, [...VALUES, `${before}0`, `${before} `, ` ${before}`, before.toUpperCase()]) ?? '';
    return `changed the text ${before.slice(0, 40)}`;
  },
  (markup, random) => {
    const [a, b] = [oneOf(random, markup.texts), oneOf(random, markup.texts)];
    if (a === undefined || b === undefined) return undefined;
    [markup.tokens[a], markup.tokens[b]] = [markup.tokens[b] ?? '', markup.tokens[a] ?? ''];
    return `exchanged the texts ${(markup.tokens[b] ?? '').slice(0, 40)} and ${(markup.tokens[a] ?? '').slice(0, 40)}`;
  },
];

/** One change to the entries of the archive. */
function changeEntries(parts: Record<string, Uint8Array>, random: Random): string {
  const names = Object.keys(parts);
  const [name = '', other = ''] = [oneOf(random, names), oneOf(random, names)];
  const content = parts[name] ?? new Uint8Array();
  const kind = below(random, 5);
  if (kind === 0) {
    delete parts[name];
    return `removed the part ${name}`;
  }
  if (kind === 1) {
    parts[name] = parts[other] ?? content;
    return `put ${other} in the place of ${name}`;
  }
  if (kind === 2) {
    parts[name.toUpperCase()] = content;
    delete parts[name];
    return `called ${name} in capital letters`;
  }
  if (kind === 3) {
    parts[name] = new Uint8Array();
    return `emptied the part ${name}`;
  }
  parts[`${name}.old`] = content;
  return `kept a copy of ${name}`;
}

const RELATIONS = /_rels\/.*\.rels$/;
/** Parts that every reading looks at: the sheets that ask, what they refer to, and what lists them. */
const OFTEN = /(sheet[248]|sharedStrings|workbook)\.xml$/;

/** One to three changes; most of them to parts that are read. */
export function mutate(original: Readonly<Record<string, Uint8Array>>, random: Random): Mutated {
  const parts = { ...original };
  const done: string[] = [];
  for (let n = below(random, 3); n >= 0; n -= 1) {
    const roll = random();
    if (roll < 0.08) {
      done.push(changeEntries(parts, random));
      continue;
    }
    const names = Object.keys(parts).filter((name) =>
      roll < 0.2 ? RELATIONS.test(name) : roll < 0.7 ? OFTEN.test(name) : /(sheet\d+|styles)\.xml$/.test(name),
    );
    const name = oneOf(random, names);
    if (name === undefined) continue;
    const markup = new Markup(strFromU8(parts[name] ?? new Uint8Array()));
    const said = oneOf(random, CHANGES)?.(markup, random);
    if (said === undefined) continue;
    parts[name] = strToU8(markup.tokens.join(''));
    done.push(`${name}: ${said}`);
  }
  return { parts, done };
}
