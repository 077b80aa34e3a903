/** Groups of a portfolio: who is hidden, in which order they stand, and how they are written down. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { renderPortfolio } from '../../src/document/portfolio.js';
import { portfolioOf } from '../../src/desk/portfolio.js';
import type { Counted } from '../../src/scoring/portfolio.js';
import { installed } from '../installed.js';
import { consoleWords } from '../../src/locale/en/console.js';

const { model } = installed();
const outline = { domains: [], categories: [], objectives: [] };

const organization = (own: Partial<Counted>): Counted => ({
  ...{ industry: '', size: '', region: '', unit: '', maturity: 2, floor: 1, completeness: 1 },
  ...{ outline, domains: [], categories: [], states: '' },
  ...own,
});

test('a group is hidden unless enough of its organizations have a figure', async () => {
  const of = (region: string, figures: readonly (number | null)[]): Counted[] =>
    figures.map((maturity) => organization({ region, maturity }));
  const all = [...of('europe', [1, 2, null]), ...of('africa', [1, 2, 3]), ...of('asia', [2])];
  const { groups } = await portfolioOf(model, all, { by: ['region'], least: 3 });
  expect(groups.map(({ key, n, program }) => [key, n, program?.mean])).toEqual([
    ['africa', 3, 2],
    ['europe', 3, undefined],
    ['asia', 1, undefined],
  ]);
});

test('groups stand in the order of the model, units by name, and those that say nothing last', async () => {
  const keys = async (by: 'size' | 'unit', texts: readonly string[]): Promise<string[]> => {
    const all = texts.map((text) => organization({ [by]: text }));
    return (await portfolioOf(model, all, { by: [by], least: 1 })).groups.map(({ key }) => key);
  };
  const sizes = model.profile.sizes.map(({ id }) => id);
  expect(await keys('size', ['', ...[...sizes].reverse()])).toEqual([...sizes, '']);
  expect(await keys('unit', ['Unit 10', '', 'unit 9', 'Äther', 'Zug'])).toEqual([
    'Äther',
    'unit 9',
    'Unit 10',
    'Zug',
    '',
  ]);
});

test('names of units are nothing but text in Markdown, and keep to their line', async () => {
  const all = [organization({ unit: '<b>*x*|y\n\u001b[2J' })];
  const figures = await portfolioOf(model, all, { by: ['unit'], least: 1 });
  const template = (name: string): string => readFileSync(new URL(`../../templates/${name}`, import.meta.url), 'utf8');
  const portfolio = { ...figures, model: { id: model.id, version: model.version }, leftOut: [], ahead: 0 };
  const lineOf = (format: 'md' | 'text'): string =>
    renderPortfolio(portfolio, model, consoleWords, template, { format, builtIn: [] })
      .split('\n')
      .filter((line) => line.includes('unit: '))
      .join('\n');
  expect(lineOf('md')).toMatch(/^\| unit: \\<b\\>\\\*x\\\*\\\|y␊␛\\\[2J \| 1 \|/);
  expect(lineOf('text')).toMatch(/^unit: <b>\*x\*\|y␊␛\[2J +1 /);
});
