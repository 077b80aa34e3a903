/** What is in each list of options: the code that files carry, and the label that people see. */
import type { Choice } from '../assessment/read-cell.js';
import type { Words } from './language.js';
import type { Model } from '../model/model.js';
import type { ChoiceList } from '../assessment/fields.js';

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
  }
}

/** What people write for the options of a list besides their labels, and the code each is likely to mean. */
export function meantBy(list: ChoiceList, words: Words): ReadonlyMap<string, string> {
  const meant: Partial<Record<ChoiceList, Readonly<Record<string, readonly string[]>>>> = words.meant;
  return new Map(Object.entries(meant[list] ?? {}).flatMap(([id, texts]) => texts.map((text) => [text, id] as const)));
}
