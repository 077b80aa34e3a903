/** Hidden sheet: what the dropdowns offer, and words that formulas look up. */
import { choicesOf } from '../../locale/choices.js';
import type { ChoiceList } from '../../assessment/fields.js';
import { questionsOf } from '../../assessment/paths.js';
import { constant, listName, listTable, type SheetDeclaration, type Table } from '../declare.js';
import { LOOK } from '../look.js';
import type { LayoutContext } from '../context.js';

/** In the order of layout 1; lists that later fields choose from stand behind everything, so that nothing moves. */
const FIRST_LISTS: readonly ChoiceList[] = ['answers', 'industries', 'sizes', 'regions', 'yesNo', 'feedbackKinds'];
/** Not a dropdown: the words for the states that formulas give. */
export const STATE_LIST = 'states';

export function listsSheet({ model, words, fields }: LayoutContext): SheetDeclaration {
  const chosenFrom = questionsOf(fields).flatMap(({ field }) => (field.kind === 'choice' ? [field.list] : []));
  const later = [...new Set(chosenFrom)].filter((list) => !FIRST_LISTS.includes(list));
  const table = (list: string, options: readonly { id: string; label: string }[]): Table => ({
    is: 'table',
    id: listTable(list),
    columns: [
      { id: 'id', header: list },
      { id: 'label', header: 'label', name: listName(list as ChoiceList) },
    ],
    rows: options.map(({ id, label }) => ({
      key: id,
      cells: { id: constant(id, LOOK.hidden), label: constant(label, LOOK.hidden) },
    })),
  });
  return {
    id: 'lists',
    name: 'Lists',
    kind: 'hidden',
    widths: [22, 40],
    landscape: false,
    blocks: [
      ...FIRST_LISTS.map((list) => table(list, choicesOf(list, model, words))),
      table(
        STATE_LIST,
        Object.entries(words.states).map(([id, label]) => ({ id, label })),
      ),
      ...later.map((list) => table(list, choicesOf(list, model, words))),
    ],
  };
}
