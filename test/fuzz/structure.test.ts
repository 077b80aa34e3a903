/**
 * Workbooks of ours whose elements, attributes, values, relationships and entries were changed: never a crash, never another
 * answer without a word, never more work than in proportion. 600 files here; `npm run test:fuzz` takes 20,000. `AISMM_SEED` begins
 * elsewhere; a failure names the seed of its file.
 */
import { unzipSync, zipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment/assessment.js';
import { randomFrom } from '../../src/assessment/example.js';
import type { Parsed } from '../../src/diagnostic/finding.js';
import { checkWorkbook } from '../../src/desk/give-back.js';
import { readWorkbook, type ReadWorkbook } from '../../src/workbook/read.js';
import { writeWorkbook } from '../../src/workbook/write.js';
import { TOOL, shelfOf } from '../installed.js';
import { metered, type Metered } from '../hostile/meter.js';
import { Book } from '../mutations/book.js';
import { ISSUED } from '../mutations/operators.js';
import { returnedModel as model, returnedWith } from '../returned.js';
import { mutate } from './structure.js';
import { seedOr } from '../seed.js';

const FILES = Number(process.env['AISMM_FUZZ'] ?? 600);
const SEED = seedOr(2_000_000);
/** Milliseconds for all of them. */
const TIME = 120_000 + FILES * 300;
/** Every so many are checked for what was changed besides the answers as well, which takes longer. */
const CHECKED = 20;
/** What a file may cost at most, as a multiple of what it costs unchanged. */
const MOST_WORK = 4;

const shelf = shelfOf(model);
const issued = returnedWith(ISSUED);
let parts: Record<string, Uint8Array> = {};
let usualWork = 0;
let seen = '';

/** Sheets on which something is asked. */
const ASKING = ['Profile', 'Control Objectives', 'Feedback'];

/** What a person sees in the cells of these sheets, read by eyes of their own; undefined where they can't read the file. */
function visibleIn(bytes: Uint8Array): string | undefined {
  try {
    const book = new Book(bytes);
    return JSON.stringify(
      ASKING.map((name) =>
        [...book.sheet(name).rows].map(([row, cells]) => [
          row,
          [...cells].map(([column, { text, type, style, formula }]) => [column, text, type, style, formula]),
        ]),
      ),
    );
  } catch {
    return undefined;
  }
}

const answersIn = ({ answers, organization, selection, targets }: Assessment): string =>
  JSON.stringify([[...answers], organization, selection, targets]);

/** What is read of a file; nothing of one that crashes the reader. */
function measured(
  file: Uint8Array,
  seed: number,
  isFault: (what: string) => unknown,
): Metered<Parsed<ReadWorkbook> | undefined> {
  try {
    return metered(() => (seed % CHECKED === 0 ? checkWorkbook : readWorkbook)(file, shelf));
  } catch (error) {
    isFault(`crashes the reader (${String(error)})`);
    return { steps: 0, value: undefined };
  }
}

beforeAll(async () => {
  const bytes = new Uint8Array(await writeWorkbook({ model, assessment: issued, tool: TOOL }));
  parts = unzipSync(bytes);
  seen = visibleIn(bytes) ?? '';
  const { steps, value } = metered(() => checkWorkbook(bytes, shelf));
  expect(value.findings).toEqual([]);
  usualWork = steps;
});

test(
  'a workbook whose structure was changed is refused, reported, or read as it was',
  () => {
    const counts = { reported: 0, same: 0, altered: 0 };
    const faults: string[] = [];
    for (let seed = SEED; seed < SEED + FILES; seed += 1) {
      const { parts: changed, done } = mutate(parts, randomFrom(seed));
      const file = zipSync(changed, { level: 1 });
      const isFault = (what: string): unknown => faults.push(`AISMM_SEED=${seed} ${what}: ${done.join('; ')}`);
      const { steps, value: read } = measured(file, seed, isFault);
      if (steps > MOST_WORK * usualWork) isFault(`takes ${(steps / usualWork).toFixed(1)} times as much work`);
      if (!read) continue;
      if (read.findings.length > 0) counts.reported += 1;
      else if (read.value && answersIn(read.value.assessment) === answersIn(issued)) counts.same += 1;
      else {
        counts.altered += 1;
        // Another answer, and not a word: then somebody must see another cell.
        const isSeen = done.some((each) => each.includes('styles.xml')) || visibleIn(file) !== seen;
        if (!isSeen) isFault('gives other answers without a word');
      }
    }
    process.stderr.write(
      `changed structures from seed ${SEED}: ${FILES}, refused or reported: ${counts.reported}, read as they were: ${counts.same}, other cells: ${counts.altered}\n`,
    );
    expect(faults).toEqual([]);
    expect(counts.reported).toBeGreaterThan(FILES / 10);
    expect(counts.same).toBeGreaterThan(FILES / 10);
  },
  TIME,
);
