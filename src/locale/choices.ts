/** What is in each list of options: the code that files carry, and the label that people see. */
import type { Choice, Wordings } from '../assessment/choices.js';
import type { FieldValue } from '../assessment/assessment.js';
import { isLinked, plainText } from '../assessment/links.js';
import { trimmed } from '../assessment/option-and-rest.js';
import type { Said } from './en/said.js';
import type { Words } from './language.js';
import { USUAL_LANGUAGE } from './languages.js';
import type { Model } from '../model/model.js';
import { REASONED, type ChoiceList, type Field } from '../assessment/fields.js';

/** The options of a list, in the order they are offered. */
export function choicesOf(list: ChoiceList, model: Model, words: Words): readonly Choice[] {
  const named = (items: readonly { id: string; name: string }[]): Choice[] =>
    items.map(({ id, name }) => ({ id, label: name }));
  const worded = (items: Readonly<Record<string, string>>): Choice[] =>
    Object.entries(items).map(([id, label]) => ({ id, label }));
  switch (list) {
    case 'answers':
      return named(model.answers);
    case 'industries':
      return named(model.profile.industries);
    case 'sizes':
      return named(model.profile.sizes);
    case 'regions':
      return named(model.profile.regions);
    case 'yesNo':
      return worded(words.yesNo);
    case 'feedbackKinds':
      return worded(words.feedbackKinds);
    case 'reviews':
      return worded(words.reviews);
  }
}

/** A value as people read it: the label of an option, and any other value as it is. */
export function codesInWords(
  field: Field,
  value: FieldValue,
  { model, words }: { readonly model: Model; readonly words: Words },
): string | number {
  if (field.kind !== 'choice') return isLinked(value) ? plainText(value) : value;
  const choice = choicesOf(field.list, model, words).find(({ id }) => id === value);
  return choice?.label ?? plainText(value);
}

/** What a list is made from. */
export interface ListSource {
  /** In the language of the workbook. */
  readonly model: Model;
  readonly words: Words;
  /** As it was written, before any translation. */
  readonly written: Model;
}

/** Lists of which formulas take other texts than the labels, and the first layout in which they do. */
export const LISTS_WITH_SYNONYMS: readonly ChoiceList[] = ['answers', 'yesNo'];
export const SYNONYMS_SINCE = 2;

/** A spreadsheet would look for something else than these: see MATCH. */
const LOOKED_UP_OTHERWISE = /[~*?]/;
/** Longest text that a spreadsheet looks up. */
const LONGEST_LOOKED_UP = 255;

/**
 * Every text that formulas and reader take for an option, in small letters: the labels, the labels in the language that the
 * model was written in, and what people call it. Where two say the same of different options, the first one counts.
 */
export function takenFor(list: ChoiceList, { model, words, written }: ListSource): ReadonlyMap<string, string> {
  const taken = new Map<string, string>();
  const add = (text: string, id: string): void => {
    const small = trimmed(text).toLowerCase();
    if (!taken.has(small) && small.length <= LONGEST_LOOKED_UP && !LOOKED_UP_OTHERWISE.test(small))
      taken.set(small, id);
  };
  const choices = choicesOf(list, model, words);
  for (const { id, label } of choices) add(label, id);
  for (const { id, label } of choicesOf(list, written, USUAL_LANGUAGE.words)) add(label, id);
  for (const [text, id] of Object.entries(saidOf(list, words).taken ?? {}))
    if (choices.some((each) => each.id === id)) add(text, id);
  return taken;
}

/** What people write for the options of a list, as a workbook of a layout knows it. */
export function wordingsOf(
  list: ChoiceList,
  source: ListSource,
  { layout, language }: { readonly layout: number; readonly language: string },
): Wordings {
  const { words } = source;
  const { likely = {}, unclear = {} } = saidOf(list, words);
  const taken = takenFor(list, source);
  const isKnown = layout >= SYNONYMS_SINCE && LISTS_WITH_SYNONYMS.includes(list);
  return {
    ...(isKnown ? { taken } : {}),
    ...(isKnown && list === 'answers' ? { reasoned: REASONED } : {}),
    // What the workbook does not know is suggested all the same.
    likely: new Map([...Object.entries(likely), ...taken]),
    unclear: new Map(Object.entries(unclear)),
    doubts: words.doubts,
    mayHaveChanged: language !== USUAL_LANGUAGE.id || labelsOf(list, source) !== labelsOf(list, asWritten(source)),
  };
}

const asWritten = (source: ListSource): ListSource => ({
  ...source,
  model: source.written,
  words: USUAL_LANGUAGE.words,
});

function labelsOf(list: ChoiceList, { model, words }: ListSource): string {
  return JSON.stringify(choicesOf(list, model, words));
}

function saidOf(list: ChoiceList, words: Words): Said {
  const said: Partial<Record<ChoiceList, Said>> = words.said;
  return said[list] ?? {};
}
