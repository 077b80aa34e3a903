/** What people write for an option → what is understood by it. */
import { describe, expect, test } from 'vitest';
import { Choices, type OwnList, type Surroundings } from '../../src/assessment/choices.js';
import type { ChoiceList } from '../../src/assessment/fields.js';
import { issue } from '../../src/layout/shelf.js';
import { choicesOf, LISTS_WITH_SYNONYMS, takenFor, wordingsOf } from '../../src/locale/choices.js';
import { LANGUAGES } from '../../src/locale/languages.js';
import { asIssued, installed, TOOL } from '../installed.js';

const { model } = installed();
const issued = asIssued(model);
const first = issue(model, { tool: TOOL, layout: 1 });

const around = ({ numbered = false, own }: { numbered?: boolean; own?: OwnList } = {}): Surroundings => ({
  isNumbered: () => numbered,
  ownList: () => own,
});
const understood = (list: ChoiceList, text: string, where = around()): object =>
  issued.choices(list).understand(text, where);

describe('a letter before an option may be short for another', () => {
  const labels = Object.fromEntries(choicesOf('answers', model, issued.words).map(({ id, label }) => [id, label]));

  test.each(['-', '.', ':', ')', ' - '])('every letter, with “%s” behind it', (sign) => {
    for (const letter of 'abcdefghijklmnopqrstuvwxyzéж') {
      for (const [id, label] of Object.entries(labels)) {
        for (const prefix of [letter, letter.toUpperCase(), `(${letter}`]) {
          if (prefix.startsWith('(') && sign !== ')') continue;
          const { is } = understood('answers', `${prefix}${sign}${label}`) as { is: string };
          expect([prefix, sign, id, ['unclear', 'unknown'].includes(is)]).toEqual([prefix, sign, id, true]);
        }
      }
    }
  });

  test.each<[string, object]>([
    ['N-Met', { is: 'unclear', ids: ['met', 'not-met', 'not-applicable'] }],
    ['n. met', { is: 'unclear', ids: ['met', 'not-met', 'not-applicable'] }],
    ['P - Met', { is: 'unclear', ids: ['met', 'partly'] }],
    ['X - Met', { is: 'unknown', suggestion: 'Met' }],
    ['M - Met', { is: 'unknown', suggestion: 'Met' }],
    ['²-Met', { is: 'unknown', suggestion: 'Met' }],
  ])('%s', (typed, expected) => {
    expect(understood('answers', typed)).toEqual(expected);
    expect(understood('answers', typed, around({ numbered: true }))).toEqual(expected);
  });

  test.each(['3 - Met', '(3) Met', 'a) Met', '(B) Met', '12. Met', '1: met'])(
    '%s where the whole column is numbered, and only there',
    (typed) => {
      expect(understood('answers', typed, around({ numbered: true }))).toEqual({ is: 'marked', id: 'met' });
      expect(understood('answers', typed)).toEqual({ is: 'unknown', suggestion: 'Met' });
    },
  );
});

describe('other words for an option', () => {
  test.each<[ChoiceList, string, string]>([
    ['answers', 'Partial', 'partly'],
    ['answers', ' partially ', 'partly'],
    ['answers', 'Partly met', 'partly'],
    ['answers', 'N/A', 'not-applicable'],
    ['answers', 'n.a.', 'not-applicable'],
    ['answers', 'NA', 'not-applicable'],
    ['answers', 'no', 'not-met'],
    ['answers', 'YES', 'met'],
    ['answers', 'Compliant', 'met'],
    ['answers', 'Fully met', 'met'],
    ['answers', 'Non-compliant', 'not-met'],
    ['yesNo', 'y', 'yes'],
    ['yesNo', 'N', 'no'],
    ['yesNo', 'not in use', 'no'],
  ])('%s: %s is taken for %s; in layout 1, whose sheet does not know it, it is suggested', (list, typed, id) => {
    expect(understood(list, typed)).toEqual({ is: 'synonym', id });
    expect(first.choices(list).understand(typed, around())).toEqual({
      is: 'unknown',
      suggestion: issued.choices(list).labelOf(id),
    });
  });

  test.each<[ChoiceList, string, readonly string[]]>([
    ['answers', 'OK', ['met', 'partly']],
    ['answers', 'in progress', ['partly', 'not-met']],
    ['answers', 'Planned', ['not-met', 'partly']],
    ['answers', 'implemented.', ['met', 'partly']],
    ['answers', 'n', ['not-met', 'not-applicable']],
    ['answers', 'x', ['met', 'not-met']],
    ['yesNo', 'X', ['yes', 'no']],
    ['regions', 'EMEA', ['europe', 'middle-east', 'africa']],
  ])('%s: %s may mean %s', (list, typed, ids) => {
    expect(understood(list, typed)).toEqual({ is: 'unclear', ids });
  });

  test.each<[string, object]>([
    ['n/a - no self hosting', { is: 'reasoned', id: 'not-applicable', reason: 'no self hosting' }],
    ['Not applicable: out of use', { is: 'reasoned', id: 'not-applicable', reason: 'out of use' }],
    ['NA – a – b', { is: 'reasoned', id: 'not-applicable', reason: 'a – b' }],
    ['n/a - Met', { is: 'unclear', ids: ['not-applicable', 'met'] }],
    ['n/a - no', { is: 'unclear', ids: ['not-applicable', 'not-met'] }],
    ['Met - but not for agents', { is: 'unknown', suggestion: undefined }],
    ['Met, mostly', { is: 'unclear', ids: ['met', 'partly'] }],
    // Two options are named: none of them is suggested, and no reason is made of one.
    ['Met - not met', { is: 'unclear', ids: ['met', 'not-met'] }],
    ['no, met', { is: 'unclear', ids: ['not-met', 'met'] }],
    ['Not met - n/a', { is: 'unclear', ids: ['not-met', 'not-applicable'] }],
    ['No - not applicable', { is: 'unclear', ids: ['not-met', 'not-applicable'] }],
    ['Met/Partially met', { is: 'unclear', ids: ['met', 'partly'] }],
    ['met or not met', { is: 'unclear', ids: ['met', 'not-met'] }],
    ['tbd - met', { is: 'unknown', suggestion: undefined }],
    ['Met?', { is: 'unknown', suggestion: undefined }],
    ['~met', { is: 'unknown', suggestion: undefined }],
  ])('%s', (typed, expected) => {
    expect(understood('answers', typed)).toEqual(expected);
  });

  test.each<[ChoiceList, string, string | undefined]>([
    ['industries', 'Banking', 'Financial services and insurance'],
    ['regions', 'EU', 'Europe'],
    ['regions', 'U.S.A.', 'North America'],
    ['sizes', '2500', '1,000 to 4,999 people'],
    ['sizes', 'about 2,500 employees', '1,000 to 4,999 people'],
    ['sizes', '30000', '20,000 people and more'],
    ['sizes', '0', undefined],
    ['sizes', '10-300', undefined],
  ])('%s: %s is refused, and %s suggested', (list, typed, suggestion) => {
    expect(understood(list, typed)).toEqual({ is: 'unknown', suggestion });
  });
});

describe.each(Object.entries(LANGUAGES))('the words of %s', (_, language) => {
  const of = issue(model, { tool: TOOL, language });
  const said = Object.entries(of.words.said);

  test('are of options that there are, in small letters, and can be looked up', () => {
    for (const [list, { taken = {}, likely = {}, unclear = {} }] of said) {
      const ids = new Set(choicesOf(list as ChoiceList, model, of.words).map(({ id }) => id));
      const all = [...Object.entries(taken), ...Object.entries(likely)].map(([text, id]) => [text, [id]] as const);
      for (const [text, meant] of [...all, ...Object.entries(unclear)]) {
        expect([text, meant.every((id) => ids.has(id))]).toEqual([text, true]);
        expect(text).toBe(text.toLowerCase().trim().replace(/ +/g, ' '));
      }
      for (const text of Object.keys(taken)) expect(text).not.toMatch(/[~*?]/);
      for (const ids of Object.values(unclear)) expect(ids.length).toBeGreaterThan(1);
    }
  });

  test('have one meaning each, or are said to have several', () => {
    for (const [list, { taken = {}, likely = {}, unclear = {} }] of said) {
      const texts = [taken, likely, unclear].flatMap((each) => Object.keys(each));
      const twice = texts.filter((text, i) => texts.indexOf(text) !== i);
      expect([list, twice]).toEqual([list, []]);
    }
    for (const list of LISTS_WITH_SYNONYMS)
      for (const [text, id] of Object.entries(of.words.said[list as 'answers' | 'yesNo'].taken ?? {}))
        expect([text, takenFor(list, of).get(text)]).toEqual([text, id]);
  });
});

describe('what the workbook says of its lists', () => {
  const own = (labels: object, taken?: object): Surroundings =>
    around({
      own: {
        labels: new Map(Object.entries(labels) as [string, string][]),
        taken: taken && new Map(Object.entries(taken) as [string, string][]),
      },
    });

  const wordings = { ...wordingsOf('answers', issued, issued.edition), mayHaveChanged: true };
  const translated = new Choices(choicesOf('answers', model, issued.words), wordings);

  test('a label that was another one when it was issued, where labels are translations and only there', () => {
    const around = own({ 'achieved fully': 'met' });
    expect(translated.understand('Achieved fully', around)).toEqual({ is: 'listed', id: 'met' });
    expect(understood('answers', 'Achieved fully', around)).toMatchObject({ is: 'unknown' });
  });

  test('a code that is none is no option', () => {
    expect(translated.understand('Zzzz', own({ zzzz: 'solved' }))).toMatchObject({ is: 'unknown' });
  });

  test('a word that its formulas do not know yet is suggested', () => {
    expect(understood('answers', 'Partial', own({}, { yes: 'met' }))).toEqual({
      is: 'unknown',
      suggestion: 'Partially met',
    });
  });

  test('a label that was given to another option by a new translation: neither is taken', () => {
    expect(translated.understand('Met', own({ met: 'partly' }))).toEqual({ is: 'unclear', ids: ['partly', 'met'] });
    expect(translated.understand('Met', own({ met: 'met' }))).toEqual({ is: 'listed', id: 'met' });
  });
});
