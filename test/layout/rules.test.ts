/** The Rules sheet: it explains what the sheets of the workbook show, and nothing that a reader would look for in vain. */
import { expect, test } from 'vitest';
import { en } from '../../src/locale/en/index.js';
import { ruleWordsIn } from '../../src/locale/rule-words.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { asIssued, usual } from '../installed.js';

const { model } = usual();

/** Rules about what is done, whose names are no headings. */
const ABOUT_WORK = ['What applies', 'How an answer counts', 'Order on the roadmap', 'By deployment type'];

test('each term that it explains is on another sheet', () => {
  const shown = planWorkbook(asIssued(model))
    .sheets.filter(({ name, visibility }) => visibility === 'visible' && name !== 'Rules')
    .flatMap(({ cells, charts }) => [
      ...cells.map(({ value }) => value),
      ...charts.flatMap(({ series }) => series.map(({ name }) => name)),
    ]);
  const terms = Object.values(ruleWordsIn('en').sheet.rules).map(({ name }) => name);
  expect(terms).toEqual(expect.arrayContaining(ABOUT_WORK));
  const texts = new Set([...shown, ...Object.values(en.words.states)].map((value) => String(value).toLowerCase()));
  const isShown = (term: string): boolean => texts.has(term.toLowerCase());
  expect(terms.filter((term) => !ABOUT_WORK.includes(term) && !isShown(term))).toEqual([]);
});
