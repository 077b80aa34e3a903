/** Hidden sheet: what the dropdowns offer, and words that formulas look up. */
import { choicesOf, LISTS_WITH_SYNONYMS, SYNONYMS_SINCE, takenFor } from '../../locale/choices.js';
import type { ChoiceList } from '../../assessment/fields.js';
import { questionsOf } from '../../assessment/paths.js';
import {
  columnOf,
  constant,
  listName,
  listTable,
  show,
  type SheetDeclaration,
  type Show,
  type Table,
} from '../declare.js';
import { LOOK } from '../look.js';
import type { LayoutContext } from '../context.js';

/** In the order of layout 1; lists that later fields choose from stand behind everything, so that nothing moves. */
const FIRST_LISTS: readonly ChoiceList[] = ['answers', 'industries', 'sizes', 'regions', 'yesNo', 'feedbackKinds'];
/** Not a dropdown: the words for the states that formulas give. */
export const STATE_LIST = 'states';

/** The first layout in which the codes of states have a name: a formula that refers to no other sheet by address is written once. */
const STATES_NAMED_SINCE = 2;

export const LISTS_SHEET = 'Lists';

/** The table that holds what formulas take for the options of a list. */
export const synonymTable = (list: ChoiceList): string => `synonyms-${list}`;

/** The code of the option that a text is taken for; blank for none. */
export function meaningOf(list: ChoiceList, text: Show): Show {
  const texts = show.column(columnOf(synonymTable(list), 'text'));
  const row = show.find(text, texts, 0);
  // Compared once more: where a text has a * or ?, a spreadsheet looks for whatever fits.
  const isSame = show.equal(show.at(texts, row), text);
  return show.orElse(show.when(isSame, show.at(show.column(columnOf(synonymTable(list), 'means')), row), ''), '');
}

export function listsSheet(context: LayoutContext): SheetDeclaration {
  const { model, words, fields, edition } = context;
  const chosenFrom = questionsOf(fields).flatMap(({ field }) => (field.kind === 'choice' ? [field.list] : []));
  const later = [...new Set(chosenFrom)].filter((list) => !FIRST_LISTS.includes(list));
  const table = (list: string, options: readonly { id: string; label: string }[], name?: string): Table => ({
    is: 'table',
    id: listTable(list),
    columns: [
      { id: 'id', header: list, ...(name === undefined ? {} : { name }) },
      { id: 'label', header: 'label', name: listName(list as ChoiceList) },
    ],
    rows: options.map(({ id, label }) => ({
      key: id,
      cells: { id: constant(id, LOOK.hidden), label: constant(label, LOOK.hidden) },
    })),
  });
  const synonyms = (list: ChoiceList): Table => ({
    is: 'table',
    id: synonymTable(list),
    columns: [
      { id: 'text', header: list, name: `synonyms_${list}` },
      { id: 'means', header: 'means', name: `synonyms_${list}_mean` },
    ],
    rows: [...takenFor(list, context)].map(([text, id]) => ({
      key: text,
      cells: { text: constant(text, LOOK.hidden), means: constant(id, LOOK.hidden) },
    })),
  });
  return {
    id: 'lists',
    name: LISTS_SHEET,
    kind: 'hidden',
    widths: [22, 40],
    landscape: false,
    blocks: [
      ...FIRST_LISTS.map((list) => table(list, choicesOf(list, model, words))),
      table(
        STATE_LIST,
        Object.entries(words.states).map(([id, label]) => ({ id, label })),
        edition.layout >= STATES_NAMED_SINCE ? 'list_state_ids' : undefined,
      ),
      ...later.map((list) => table(list, choicesOf(list, model, words))),
      ...(edition.layout >= SYNONYMS_SINCE ? LISTS_WITH_SYNONYMS.map(synonyms) : []),
    ],
  };
}
