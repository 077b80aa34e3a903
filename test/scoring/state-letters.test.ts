import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATES } from '../../src/scoring/rules.js';
import { countStates, lettersOf, stateOfLetter } from '../../src/scoring/state-letters.js';

describe('states as letters', () => {
  it('gives back each state', () => {
    expect([...lettersOf(STATES)].map(stateOfLetter)).toEqual(STATES);
  });

  it('counts which objectives apply and which of them are not met', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.constantFrom(...STATES), { minLength: 3, maxLength: 3 })), (assessments) => {
        const counts = [0, 1, 2].map(() => ({ unmet: 0, applicable: 0 }));
        for (const states of assessments) countStates(lettersOf(states), counts);
        const applying = [0, 1, 2].map((i) =>
          assessments.map((states) => states[i]).filter((state) => state !== 'excluded'),
        );
        expect(counts).toEqual(
          applying.map((states) => ({
            applicable: states.length,
            unmet: states.filter((state) => state !== 'met').length,
          })),
        );
      }),
    );
  });

  it.each(['z', 'µ', '한'])('expects the letter of a state, not %s', (letter) => {
    expect(() => stateOfLetter(letter)).toThrow('letter of a state');
    expect(() => countStates(letter, [{ unmet: 0, applicable: 0 }])).toThrow('letter of a state');
  });
});
