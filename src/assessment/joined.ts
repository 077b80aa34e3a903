/** Different texts for one thing, put one after the other: each once, with who wrote it in front. */
import type { FieldValue } from './assessment.js';
import { LONGEST_TEXT } from './fields.js';
import { isLinked, plainText } from './links.js';
import { isVisible } from './visible.js';

/** A text, and what is written in front of it where there are several; `''` for nothing. */
export interface Labelled {
  readonly value: FieldValue;
  readonly label: string;
}

/** What begins a text that was put together before: `[Ana, gov.xlsx] `. */
const LABEL = /^\[[^\]\n]{1,300}\] /;
const NEXT = /\n\n(?=\[[^\]\n]{1,300}\] )/;

/** The texts of which a value is made, as they were before they were put together. */
function piecesOf(value: FieldValue): readonly { readonly bare: string; readonly labelled: string | undefined }[] {
  const text = plainText(value);
  if (!LABEL.test(text)) return [{ bare: text, labelled: undefined }];
  return text.split(NEXT).map((each) => ({ bare: each.replace(LABEL, ''), labelled: each }));
}

/** All that a value says; of a text with an address, also the text alone. */
function saidBy(value: FieldValue): ReadonlySet<string> {
  return new Set([...piecesOf(value).map(({ bare }) => bare), ...(isLinked(value) ? [value.text] : [])]);
}

/** Longer texts say more; of two equally long ones, the first by its letters. */
const byLength = (a: string, b: string): number => b.length - a.length || (a < b ? -1 : 1);

/**
 * One text that says all of it: one of them where it does already, so that putting together twice changes nothing. undefined
 * where no cell holds so much. The order of the texts does not matter.
 */
export function joined(texts: readonly Labelled[]): FieldValue | undefined {
  // What nobody sees is no text: beside a label it would be taken for evidence or for a reason.
  const visible = texts.filter(({ value }) => isVisible(plainText(value)));
  const told = visible.length > 0 ? visible : [...texts].sort((a, b) => byText(a.value, b.value)).slice(0, 1);
  const whole = [...told]
    .sort((a, b) => byText(a.value, b.value))
    .find(({ value }) => {
      const said = saidBy(value);
      return told.every((other) => piecesOf(other.value).every(({ bare }) => said.has(bare)));
    });
  if (whole) return whole.value;
  const addressed = new Set(told.flatMap(({ value }) => (isLinked(value) ? [value.text] : [])));
  const pieces = new Map<string, string>();
  for (const { value, label } of told) {
    for (const { bare, labelled = label === '' ? bare : `[${plainLabel(label)}] ${bare}` } of piecesOf(value)) {
      if (addressed.has(bare)) continue;
      const before = pieces.get(bare);
      // The same text of two people has one of them in front, the same one in any order.
      pieces.set(bare, before === undefined || labelled < before ? labelled : before);
    }
  }
  const text = [...pieces.values()].sort().join('\n\n');
  return text.length > LONGEST_TEXT ? undefined : text;
}

const byText = (a: FieldValue, b: FieldValue): number => byLength(plainText(a), plainText(b));

/** A label that ends where it says. */
function plainLabel(label: string): string {
  return label
    .replace(/[[\]\s]+/g, ' ')
    .trim()
    .slice(0, 200);
}

/** One list of all names, such as those of several assessors. */
export function listed(texts: readonly string[]): string {
  const namesIn = (text: string): string[] =>
    text
      .split(/[;\n]+/)
      .map((each) => each.trim())
      .filter((each) => each !== '');
  const keyOf = (name: string): string => name.replace(/\s+/g, ' ').toLowerCase();
  const ordered = [...texts].sort(byLength);
  const all = new Map<string, string>();
  for (const name of ordered.flatMap(namesIn).sort()) if (!all.has(keyOf(name))) all.set(keyOf(name), name);
  const whole = ordered.find((text) => new Set(namesIn(text).map(keyOf)).size === all.size);
  return whole ?? [...all.values()].join('; ');
}
