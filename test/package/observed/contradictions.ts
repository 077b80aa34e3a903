/** What in a package contradicts what Excel writes and what the standard asks for. */
import { readFileSync } from 'node:fs';
import { everything, type Element, type Package } from '../open-package.js';
import { SCHEMA_ATTRIBUTES, SCHEMA_ORDER } from './schema.js';

interface Observed {
  readonly attributes?: readonly string[];
  /** For each child those that were only ever seen behind it. */
  readonly behind?: Readonly<Record<string, readonly string[]>>;
}

const OBSERVED = JSON.parse(readFileSync(new URL('excel.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, Observed>
>;

/** What neither shows, and why it is right all the same: `element@attribute` and `element>child`. */
export const ALLOWED: Readonly<Record<string, string>> = {
  'workbook@mc:Ignorable': 'Excel 2010 and later name the extensions that older programs may pass over',
  'styleSheet@mc:Ignorable': 'the same',
  'fonts@x14ac:knownFonts': 'Excel 2010 and later note which fonts they know; others pass over it',
  'rPr>color before sz': 'ECMA-376 part 1, 18.4.7 rPr: a choice of elements, in any order',
  'extLst>ext': 'Excel 2010 and later keep what is newer here; others pass over it',
  'ext@uri': 'the same',
  'ext>x14:slicerStyles': 'the same',
  'ext>x15:timelineStyles': 'the same',
  'x14:slicerStyles@defaultSlicerStyle': 'the same',
  'x15:timelineStyles@defaultTimelineStyle': 'the same',
};

/** Parts that are the same in every workbook or are looked at elsewhere. */
const PASSED_OVER = /\.rels$|Content_Types|theme|docProps/;

function ofAttributes(element: Element): string[] {
  const known = [...(OBSERVED[element.name]?.attributes ?? []), ...(SCHEMA_ATTRIBUTES[element.name] ?? [])];
  return Object.keys(element.attributes).flatMap((name) =>
    name.startsWith('xmlns') || known.includes(name) ? [] : [`${element.name}@${name}`],
  );
}

function ofChildren(element: Element): string[] {
  const schema = SCHEMA_ORDER[element.name] ?? [];
  const behind = OBSERVED[element.name]?.behind ?? {};
  const names = [...new Set(element.children.map(({ name }) => name))];
  const unknown = names.filter((name) => !schema.includes(name) && !(name in behind));
  // The first of a kind decides: where kinds alternate, none is only ever behind another.
  const swapped = names.flatMap((name, i) =>
    names.slice(i + 1).flatMap((later) => {
      const [a, b] = [schema.indexOf(name), schema.indexOf(later)];
      const isWrong = a >= 0 && b >= 0 ? a > b : (behind[later]?.includes(name) ?? false);
      return isWrong ? [`${element.name}>${name} before ${later}`] : [];
    }),
  );
  return [...unknown.map((name) => `${element.name}>${name}`), ...swapped];
}

/** Each contradiction once. */
export function contradictions(pkg: Package): string[] {
  const found = new Set<string>();
  for (const part of pkg.parts.keys()) {
    if (PASSED_OVER.test(part)) continue;
    for (const element of everything(pkg.tree(part)))
      for (const each of [...ofAttributes(element), ...ofChildren(element)]) found.add(each);
  }
  return [...found].sort();
}

/** Where the standard and what Excel has written disagree; that would be a mistake in one of the two lists. */
export function disagreements(): string[] {
  return Object.entries(SCHEMA_ORDER).flatMap(([element, order]) =>
    Object.entries(OBSERVED[element]?.behind ?? {}).flatMap(([child, later]) =>
      later
        .filter(
          (other) => order.includes(child) && order.includes(other) && order.indexOf(child) > order.indexOf(other),
        )
        .map((other) => `${element}: ${child}, ${other}`),
    ),
  );
}
