/**
 * Workbooks of ours whose elements, attributes, values, relationships and entries were changed: never a crash, never another
 * answer without a word, never more work than in proportion. 600 files here; `npm run fuzz` takes 20,000. `AISMM_SEED` begins
 * elsewhere; a failure names the seed of its file.
 */
import { unzipSync, zipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
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

const FILES = Number(process.env['AISMM_FUZZ'] ?? 600);
const SEED = Number(process.env['AISMM_SEED'] ?? 2_000_000);
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
    for (let seed = SEED; seed < SEED + FILES; seed += 1) {
      const { parts: changed, done } = mutate(parts, randomFrom(seed));
      const file = zipSync(changed, { level: 1 });
      const about = `AISMM_SEED=${seed}: ${done.join('; ')}`;
      const { steps, value: read } = ((): Metered<Parsed<ReadWorkbook>> => {
        try {
          return metered(() => (seed % CHECKED === 0 ? checkWorkbook : readWorkbook)(file, shelf));
        } catch (error) {
          throw new Error(`crashes the reader: ${about}`, { cause: error });
        }
      })();
      expect([about, steps > MOST_WORK * usualWork ? steps : 0]).toEqual([about, 0]);
      if (read.findings.length > 0) counts.reported += 1;
      else if (JSON.stringify([...(read.value?.assessment.answers ?? [])]) === JSON.stringify([...issued.answers]))
        counts.same += 1;
      else {
        // Another answer, and not a word: then somebody must see another cell.
        const isSeen = done.some((each) => each.includes('styles.xml')) || visibleIn(file) !== seen;
        expect([about, isSeen]).toEqual([about, true]);
        counts.altered += 1;
      }
      if (read.findings.length === 0)
        expect([about, read.value?.assessment.organization.name]).toEqual([about, expect.any(String)]);
    }
    process.stderr.write(
      `changed structures from seed ${SEED}: ${FILES}, refused or reported: ${counts.reported}, read as they were: ${counts.same}, other cells: ${counts.altered}\n`,
    );
    expect(counts.reported).toBeGreaterThan(FILES / 10);
    expect(counts.same).toBeGreaterThan(FILES / 10);
  },
  TIME,
);
