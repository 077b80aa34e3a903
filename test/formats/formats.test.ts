/** Formats of one input share what they are both made of. */
import { expect, test } from 'vitest';
import { FORMATS, type FormatInput } from '../../src/formats/formats.js';
import { issue } from '../../src/layout/shelf.js';
import { readTemplate } from '../installed.js';
import { tinyModel } from '../tiny-model.js';

test('the companion is written once, whichever of its formats is made first', async () => {
  const asked: string[] = [];
  const input = (): FormatInput => ({
    issued: issue(tinyModel({ GOV: [{ level: 2 }] }), { tool: 'test' }),
    readTemplate: (name) => {
      asked.push(name);
      return readTemplate(name);
    },
  });
  const both = input();
  const [html, md] = [await FORMATS.html.make(both), await FORMATS.md.make(both)];
  expect(asked.filter((name) => name === 'companion.md.hbs')).toHaveLength(1);
  // Another input has a companion of its own, which says the same.
  expect([await FORMATS.md.make(input()), await FORMATS.html.make(input())]).toEqual([md, html]);
  expect(asked.filter((name) => name === 'companion.md.hbs')).toHaveLength(3);
});
