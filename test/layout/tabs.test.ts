/** Readers look only at the sheets that are filled in, and take the names of the others from the list of tabs. */
import { describe, expect, test } from 'vitest';
import { LAYOUTS } from '../../src/edition/edition.js';
import { ASKED, makeSheet } from '../../src/layout/asked-sheets.js';
import type { SheetDeclaration } from '../../src/layout/declare.js';
import type { LayoutContext } from '../../src/layout/context.js';
import type { InputSheets } from '../../src/layout/inputs.js';
import { issue } from '../../src/layout/shelf.js';
import { tabName, tabsAt, type TabId } from '../../src/layout/tabs.js';
import { workbookSheets } from '../../src/layout/workbook.js';
import { blankAssessment } from '../../src/assessment/paths.js';
import type { Language } from '../../src/locale/language.js';
import { LANGUAGES, USUAL_LANGUAGE } from '../../src/locale/languages.js';
import { outlineOf } from '../../src/scoring/outline.js';
import { installed } from '../installed.js';

const editions = LAYOUTS.flatMap((layout) =>
  Object.values(LANGUAGES).map((language) => [layout, language.id, language] as const),
);

function contextOf(language: Language, layout: number): LayoutContext & { readonly inputs: InputSheets } {
  const issued = issue(installed().model, { tool: 'tool', language, layout });
  const { edition, model, written, words, fields, inputs, language: said } = issued;
  return { edition, model, written, words, fields, inputs, language: said, assessment: blankAssessment(model) };
}

test.each(editions)('in layout %i and language %s', (layout, _, language) => {
  const { inputs, ...context } = contextOf(language, layout);
  const { model, words } = context;
  const sheets = workbookSheets(context, outlineOf(model));
  const tabs = tabsAt(layout);
  // Every sheet has the name of its tab, in the same order.
  expect(sheets.map(({ name }) => name)).toEqual(tabs.map((id) => tabName(id, words)));
  // Inputs are on the sheets of `ASKED`, and on no other.
  const withInputs = sheets.map(({ blocks }) =>
    blocks.some(
      (block) =>
        block.is === 'table' &&
        block.rows.some(({ cells }) => Object.values(cells).some(({ content }) => content.is === 'input')),
    ),
  );
  const asked: readonly TabId[] = tabs.filter((id) => id in ASKED);
  expect(tabs.filter((_id, at) => withInputs[at])).toEqual(asked);
  expect(new Set(inputs.tables.map(({ sheet }) => sheet))).toEqual(new Set(asked.map((id) => tabName(id, words))));
});

describe('a column of a later layout', () => {
  const columns = [
    { id: 'a', header: 'A' },
    { id: 'b', header: 'B', since: 2 },
    { id: 'c', header: 'C' },
  ];
  const table = { is: 'table', id: 'one', columns, rows: [] } as const;
  const sheet: SheetDeclaration = {
    ...{ id: 'new', name: 'New', kind: 'result', landscape: false },
    ...{ widths: [10, 20, 30, 40], blocks: [table] },
  };
  const widthsAt = (layout: number, declared = sheet): readonly number[] => {
    const { inputs: _, ...context } = contextOf(USUAL_LANGUAGE, layout);
    return makeSheet(() => declared, context, outlineOf(context.model)).widths;
  };

  test('takes its width along', () => {
    expect([widthsAt(1), widthsAt(2)]).toEqual([
      [10, 30, 40],
      [10, 20, 30, 40],
    ]);
  });

  test('leaves its width where another table has the same columns', () => {
    expect(widthsAt(1, { ...sheet, blocks: [table, { ...table, id: 'two' }] })).toEqual([10, 20, 30, 40]);
  });
});
