/** The changes between two editions as text or Markdown; `changeRows` is for documents that hold them among others. */
import { changesWords, type ChangesWords } from '../locale/en/changes.js';
import type { ModelChange, ModelDiff } from '../model/changes.js';
import { objectivesOf, type Model } from '../model/model.js';
import { modelName } from '../model/named.js';
import { renderTemplate, type ReadTemplate } from './render.js';

/** A change in words; `from` and `to` are ids, blank where there are none. */
export interface ChangeRow {
  readonly from: string;
  readonly change: string;
  readonly to: string;
  readonly effect: string;
  readonly detail: string;
}

/** All changes in words. `newer`: the model whose new objectives are named. */
export function changeRows(
  { changes }: Pick<ModelDiff, 'changes'>,
  newer: Model,
  words: ChangesWords = changesWords,
): ChangeRow[] {
  const w = words.diff;
  const titles = new Map(objectivesOf(newer).map(({ id, title, text }) => [id, title ?? text]));
  const detailOf = (each: ModelChange): string => {
    switch (each.is) {
      case 'added':
        return titles.get(each.to) ?? '';
      case 'dropped':
      case 'reworded':
      case 'moved':
      case 'split':
      case 'merged':
        return each.why.join(' ');
      case 'level':
      case 'threshold':
      case 'deployments':
      case 'conditions':
      case 'mappings':
        return w.difference(each);
    }
  };
  return changes.map((each) => ({
    from: 'from' in each ? each.from : '',
    change: w.is[each.is],
    to: typeof each.to === 'string' ? each.to : each.to.join(', '),
    effect: w.effect[each.effect],
    detail: detailOf(each),
  }));
}

/**
 * For people.
 * @throws What `readTemplate` throws, and an `Error` if a template is invalid.
 */
export function renderModelDiff(
  diff: ModelDiff,
  newer: Model,
  format: 'text' | 'md',
  readTemplate: ReadTemplate,
  words: ChangesWords = changesWords,
): string {
  const w = words.diff;
  const [from, to] = [modelName(diff.from), modelName(diff.to)];
  const rows = changeRows(diff, newer, words);
  return renderTemplate(readTemplate(`model-diff.${format === 'md' ? 'md' : 'txt'}.hbs`), {
    title: w.title(from, to),
    notes: [...w.counts(diff.counts), ...(diff.declared || from === to ? [] : [w.undeclared(from, to)])],
    headings: w.headings,
    hasChanges: rows.length > 0,
    nothing: w.nothing,
    rows: rows.map((row) => ({ ...row, line: lineOf(row) })),
  });
}

const WIDTHS = { effect: 8, change: 16, from: 6 } as const;

function lineOf({ from, change, to, effect }: ChangeRow): string {
  const names = from === '' ? to : to === '' ? from : from === to ? from : `${from.padEnd(WIDTHS.from)} → ${to}`;
  return `${effect.padEnd(WIDTHS.effect)}  ${change.padEnd(WIDTHS.change)}  ${names}`;
}
