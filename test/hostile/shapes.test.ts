/** Workbooks that were made to cost more than they weigh: each is read or refused in words, within what its bytes are worth. */
import { beforeAll, describe, expect, test } from 'vitest';
import { exampleAssessment } from '../../src/assessment/example.js';
import { checkWorkbook } from '../../src/desk/give-back.js';
import { readClosely } from '../../src/desk/read-closely.js';
import { LIMITS } from '../../src/diagnostic/limits.js';
import { exampleTexts } from '../../src/locale/en/example.js';
import { inWords } from '../../src/locale/message.js';
import { writeWorkbook } from '../../src/workbook/write.js';
import { TOOL, shelfOf, usual } from '../installed.js';
import { metered } from './meter.js';
import { Pack } from './pack.js';
import { SHAPES } from './shapes.js';
import { messagesIn } from '../../src/locale/messages.js';

const { model } = usual();
const shelf = shelfOf(model);
/** What such a workbook may cost at most, as a multiple of what it costs without what was put into it. */
const MOST_WORK = 9;
/** And steps for each byte of its parts. */
const STEPS_A_BYTE = 5;
/** Bytes of all findings in words, as programs get them: the limit, and what the sentences are longer than usual. */
const MOST_IN_WORDS = 2 * LIMITS.findings;

let base = new Uint8Array();
/** Steps of checking the workbook as it was issued. */
let usualSteps = 0;

beforeAll(async () => {
  const example = exampleAssessment(model, { seed: 1, profile: 'typical' }, exampleTexts);
  base = new Uint8Array(await writeWorkbook({ model, assessment: example, tool: TOOL }));
  usualSteps = metered(() => checkWorkbook(base, shelf)).steps;
});

describe('is read or refused, and costs no more than a few ordinary ones', () => {
  test.each(SHAPES.map((shape) => [shape.name, shape] as const))(
    '%s',
    (_, { make, full, outcome, audited, says = [] }) => {
      const pack = make(new Pack(base), full);
      const file = pack.save(1);
      const { steps, value: read } = metered(() => (audited ? checkWorkbook : readClosely)(file, shelf));
      const { findings } = read;
      const codes = [...new Set(findings.map(({ code }) => code))];
      expect([read.value ? 'read' : 'refused', codes]).toEqual([outcome, expect.arrayContaining([...says])]);
      expect(steps).toBeLessThan(MOST_WORK * usualSteps + STEPS_A_BYTE * pack.unpacked);
      const words = JSON.stringify(findings.map((each) => inWords(each, messagesIn())));
      expect(words.length).toBeLessThan(MOST_IN_WORDS);
    },
  );
});
