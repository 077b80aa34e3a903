/** The time of a file begins when a worker begins with it. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Clock, FINISHED } from '../../src/intake/clock.js';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('a file is stopped when its time is up; those that wait behind it are not', () => {
  const clock = new Clock(3, 1_000);
  const [slow, waiting, quick] = [0, 1, 2].map((slot) => clock.take(slot));
  clock.started[0] = Date.now();
  vi.advanceTimersByTime(950);
  clock.started[2] = Date.now();
  clock.free(2);
  expect(slow?.aborted).toBe(false);
  vi.advanceTimersByTime(5_000);
  expect([slow, waiting, quick].map((signal) => signal?.aborted)).toEqual([true, false, false]);
  // A slot that is taken again waits anew.
  const next = clock.take(0);
  vi.advanceTimersByTime(5_000);
  expect(next.aborted).toBe(false);
  clock.stop();
});

test('at the end those that wait are stopped; those that were begun are left to their workers', () => {
  const clock = new Clock(3, 1_000);
  const [begun, waiting, finished] = [0, 1, 2].map((slot) => clock.take(slot));
  clock.started[0] = Date.now();
  clock.started[2] = FINISHED;
  clock.stopWaiting();
  vi.advanceTimersByTime(500);
  expect([begun, waiting, finished].map((signal) => signal?.aborted)).toEqual([false, true, false]);
  // What was finished in time waits to be fetched, for however long.
  vi.advanceTimersByTime(5_000);
  expect(finished?.aborted).toBe(false);
  clock.stop();
});
