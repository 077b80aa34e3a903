/** What one run remembers: the same on disk as in memory, and nothing of it is left. */
import { expect, test } from 'vitest';
import { rememberedInMemory, type Remembered, type SeenFile } from '../../src/desk/remembered.js';
import { openRemembered } from '../../src/store/open.js';
import { NASTY } from '../encode/nasty.js';
import { digest, REASONS } from './entries.js';

test.each([
  ['in memory', () => Promise.resolve(rememberedInMemory<SeenFile>())],
  ['on disk', () => openRemembered<SeenFile>()],
] as const)('%s: values come back by key as they were set last', async (_, open) => {
  const [remembered, other]: Remembered<SeenFile>[] = [await open(), await open()];
  if (!remembered || !other) throw new Error('two were opened');
  const rejected: SeenFile = {
    was: 'now',
    is: 'rejected',
    findings: REASONS,
    sender: { name: Object.values(NASTY).join('') },
  };
  remembered.set(digest('a'), { was: 'now' });
  remembered.set(digest('a'), rejected);
  remembered.set(digest('b'), { was: 'before', is: 'accepted', isKept: true });
  expect(remembered.get(digest('a'))).toEqual(rejected);
  expect(remembered.get(digest('b'))).toEqual({ was: 'before', is: 'accepted', isKept: true });
  // More than what waits to be written, and some of it set anew when it was written.
  for (let n = 0; n < 1_200; n += 1) remembered.set(`n${n}`, { was: 'now' });
  for (let n = 0; n < 1_200; n += 400) remembered.set(`n${n}`, { was: 'now', is: 'blank' });
  expect([0, 1, 400, 800, 1_199].map((n) => remembered.get(`n${n}`)?.is)).toEqual([
    'blank',
    undefined,
    'blank',
    'blank',
    undefined,
  ]);
  expect(remembered.get('n1199')).toEqual({ was: 'now' });
  expect(remembered.get(digest('a'))).toEqual(rejected);
  expect([remembered.get(digest('c')), other.get(digest('a'))]).toEqual([undefined, undefined]);
  remembered.clear();
  expect([remembered.get(digest('a')), remembered.get('n1199')]).toEqual([undefined, undefined]);
  remembered.set(digest('a'), { was: 'now' });
  expect(remembered.get(digest('a'))).toEqual({ was: 'now' });
  remembered.close();
  other.close();
});
