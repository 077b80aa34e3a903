/** Whether bytes are known is asked in the order of the files, whatever the order in which their digests come. */
import { expect, test } from 'vitest';
import { Line } from '../../src/intake/line.js';
import { ANSWER, Turns } from '../../src/intake/turns.js';

/** Lets everything go on that can. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Turns that know what was asked before, and what is in each slot. */
function remembering(slots: number) {
  const asked: string[] = [];
  const turns = new Turns(slots, (sha256) => Promise.resolve(asked.push(sha256) > asked.indexOf(sha256) + 1));
  return { asked, turns, answers: (): number[] => [...turns.answers] };
}

test('of two copies the first one is the one that is read, though the other one asks first', async () => {
  const { asked, turns, answers } = remembering(3);
  const [one, two, three] = [turns.take(0), turns.take(1), turns.take(2)];
  turns.hear({ turn: three, sha256: 'b' });
  turns.hear({ turn: two, sha256: 'a' });
  await settled();
  expect([asked, answers()]).toEqual([[], [ANSWER.none, ANSWER.none, ANSWER.none]]);
  turns.hear({ turn: one, sha256: 'a' });
  await settled();
  expect([asked, answers()]).toEqual([
    ['a', 'a', 'b'],
    [ANSWER.read, ANSWER.known, ANSWER.read],
  ]);
});

test('who asks nothing keeps nobody waiting; who was given up is known by what it has asked', async () => {
  const { asked, turns, answers } = remembering(3);
  const [unread, slow, copy] = [turns.take(0), turns.take(1), turns.take(2)];
  turns.hear({ turn: copy, sha256: 'a' });
  turns.hear({ turn: slow, sha256: 'a' });
  expect(turns.end(slow)).toBe('a');
  expect(turns.end(unread)).toBeUndefined();
  await settled();
  expect(asked).toEqual(['a', 'a']);
  // Nothing is said to the slot of the one that was given up: another file may be in it by now.
  expect(answers()).toEqual([ANSWER.none, ANSWER.none, ANSWER.known]);
});

test('a question that comes too late is nobody’s', async () => {
  const { asked, turns, answers } = remembering(1);
  const first = turns.take(0);
  turns.end(first);
  turns.take(0);
  turns.hear({ turn: first, sha256: 'a' });
  await settled();
  expect([asked, answers()]).toEqual([[], [ANSWER.none]]);
});

test('who leaves sends on all that wait, and asks nobody', async () => {
  const { asked, turns, answers } = remembering(2);
  const [one, two] = [turns.take(0), turns.take(1)];
  turns.leave();
  turns.hear({ turn: two, sha256: 'b' });
  turns.hear({ turn: one, sha256: 'a' });
  await settled();
  expect([asked, answers()]).toEqual([[], [ANSWER.known, ANSWER.known]]);
});

test('an answer that fails ends the reading, and leaves nobody waiting', async () => {
  const turns = new Turns(2, () => Promise.reject(new Error('torn')));
  const [one, two] = [turns.take(0), turns.take(1)];
  turns.hear({ turn: one, sha256: 'a' });
  turns.hear({ turn: two, sha256: 'b' });
  expect(() => turns.expectSound()).not.toThrow();
  await settled();
  expect([...turns.answers]).toEqual([ANSWER.known, ANSWER.known]);
  expect(() => turns.expectSound()).toThrow('torn');
});

test('in a line so many go on at a time, in their order, also after one that failed', async () => {
  const line = new Line(2);
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const all = [0, 1, 2, 3].map((n) =>
    line.run(async () => {
      begun.push(n);
      await new Promise<void>((resolve) => ends.push(resolve));
      if (n === 0) throw new Error('failed');
    }),
  );
  const results = Promise.allSettled(all);
  await settled();
  expect(begun).toEqual([0, 1]);
  ends[0]?.();
  await settled();
  expect(begun).toEqual([0, 1, 2]);
  ends[1]?.();
  ends[2]?.();
  await settled();
  ends[3]?.();
  expect((await results).map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
});
