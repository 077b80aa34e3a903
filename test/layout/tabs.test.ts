/** Readers look only at the sheets that are filled in, and take the names of the others from the list of tabs. */
import { expect, test } from 'vitest';
import { LAYOUTS } from '../../src/edition/edition.js';
import { ASKED } from '../../src/layout/asked-sheets.js';
import { issue } from '../../src/layout/shelf.js';
import { tabName, tabsAt, type TabId } from '../../src/layout/tabs.js';
import { workbookSheets } from '../../src/layout/workbook.js';
import { blankAssessment } from '../../src/assessment/paths.js';
import { LANGUAGES } from '../../src/locale/languages.js';
import { outlineOf } from '../../src/scoring/outline.js';
import { installed } from '../installed.js';

const editions = LAYOUTS.flatMap((layout) =>
  Object.values(LANGUAGES).map((language) => [layout, language.id, language] as const),
);

test.each(editions)('in layout %i and language %s', (layout, _, language) => {
  const {
    edition,
    model,
    written,
    words,
    fields,
    inputs,
    language: said,
  } = issue(installed().model, { tool: 'tool', language, layout });
  const context = { edition, model, written, words, fields, language: said, assessment: blankAssessment(model) };
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
