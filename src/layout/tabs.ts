/** All sheets in the order of their tabs, and the layouts that have them: data, so that a reader needs to make none of them. */
import type { Words } from '../locale/language.js';
import { LISTS_SHEET } from './sheets/lists.js';
import { META_SHEET } from './sheets/meta.js';

interface Tab {
  /** A sheet of the words; the name itself for a hidden one. */
  readonly id: keyof Words['sheets'] | 'Reference' | `Calc ${string}` | typeof LISTS_SHEET | typeof META_SHEET;
  /** The first layout that has it; every layout if it is not said. */
  readonly since?: number;
}

/** Hidden ones last. */
const TABS = [
  { id: 'introduction' },
  { id: 'profile' },
  { id: 'grid' },
  { id: 'answers' },
  { id: 'scorecard' },
  { id: 'roadmap' },
  { id: 'mapping' },
  { id: 'coverage', since: 2 },
  { id: 'rules', since: 2 },
  { id: 'feedback' },
  { id: 'acknowledgments' },
  { id: 'changes' },
  { id: 'Calc Inputs' },
  { id: 'Calc Objectives' },
  { id: 'Calc Levels' },
  { id: 'Calc Categories' },
  { id: 'Calc Groups' },
  { id: 'Calc Roadmap' },
  { id: 'Calc Charts' },
  { id: 'Calc Standing', since: 2 },
  { id: 'Reference' },
  { id: LISTS_SHEET },
  { id: META_SHEET },
] as const satisfies readonly Tab[];

export type TabId = (typeof TABS)[number]['id'];

/** The tabs of a layout, in order. */
export function tabsAt(layout: number): readonly TabId[] {
  return (TABS as readonly (Tab & { readonly id: TabId })[])
    .filter(({ since = 1 }) => since <= layout)
    .map(({ id }) => id);
}

/** What is written on a tab. */
export function tabName(id: TabId, { sheets }: Pick<Words, 'sheets'>): string {
  const known: Readonly<Record<string, string>> = sheets;
  return known[id] ?? id;
}
