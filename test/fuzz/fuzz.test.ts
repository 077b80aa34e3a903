/** Damaged and hand-made bytes: never a crash, never an answer changed without a word. 500 files here; `npm run test:fuzz` takes 20,000. */
import { unzipSync, zipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { randomFrom } from '../../src/assessment/example.js';
import { hasErrors } from '../../src/diagnostic/finding.js';
import { readWorkbook } from '../../src/workbook/read.js';
import { writeWorkbook } from '../../src/workbook/write.js';
import { assessmentOf } from '../assessments.js';
import { TOOL, shelfOf } from '../installed.js';
import { ISSUED } from '../mutations/operators.js';
import { tinyModel } from '../tiny-model.js';
import { seedOr } from '../seed.js';

/** The first of as many seeds as there are files. */
const SEED = seedOr(0);

const FILES = Number(process.env['AISMM_FUZZ'] ?? 500);
/** Milliseconds that either half may take. */
const TIME = 120_000 + FILES * 60;
/** Far more than any of these files takes; a file that takes longer hangs. */
const LONGEST = 5_000;

const model = tinyModel({ GOV: [{ level: 2 }, { level: 2 }, { level: 3 }], IAM: [{ level: 2 }] });
const issued = assessmentOf(model, { answers: ISSUED });
let bytes = new Uint8Array();
let parts: Record<string, Uint8Array> = {};

beforeAll(async () => {
  bytes = new Uint8Array(await writeWorkbook({ model, assessment: issued, tool: TOOL }));
  parts = unzipSync(bytes);
});

type Random = () => number;
const below = (random: Random, limit: number): number => Math.floor(random() * limit);

/** One to four changes of a kind: bits, bytes, a piece cut out, doubled, put elsewhere, or all the rest cut off. */
function damage(original: Uint8Array, random: Random): Uint8Array {
  let result = original.slice();
  for (let n = below(random, 4); n >= 0; n -= 1) {
    const at = below(random, result.length);
    const to = Math.min(result.length, at + 1 + below(random, 40));
    const kind = below(random, 6);
    if (kind === 0) result[at] = (result[at] ?? 0) ^ (1 << below(random, 8));
    else if (kind === 1) result[at] = below(random, 256);
    else if (kind === 2) result = joined(result.subarray(0, at), result.subarray(to));
    else if (kind === 3) result = joined(result.subarray(0, to), result.subarray(at));
    else if (kind === 4) result = joined(result.subarray(0, at), result.subarray(to), result.subarray(at, to));
    else if (random() < 0.2) result = result.slice(0, at);
  }
  return result;
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const result = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    result.set(piece, at);
    at += piece.length;
  }
  return result;
}

const TOKENS = [
  '<',
  '>',
  '"',
  '&',
  '&x;',
  '<!--',
  ']]>',
  '<![CDATA[',
  '</c>',
  '<c r="A1">',
  't="s"',
  '<v>',
  '99999999999',
  '-',
  '<!DOCTYPE x>',
  '\u0000',
  '<a><a><a>',
];

/** Parts in which a change may be what somebody meant to answer. */
const HOLDS_ANSWERS = /sharedStrings|styles|worksheets\/sheet(2|4|8)\.xml/;

/** A part damaged inside a sound archive, so that no checksum tells. */
function damagePart(random: Random): { file: Uint8Array; name: string } {
  const names = Object.keys(parts).filter((name) => /workbook|sheet|shared|styles|rels/.test(name));
  const name = names[below(random, names.length)] ?? '';
  const part = parts[name] ?? new Uint8Array();
  const at = below(random, part.length);
  const token = new TextEncoder().encode(TOKENS[below(random, TOKENS.length)]);
  const changed =
    random() < 0.5 ? damage(part, random) : joined(part.subarray(0, at), token, part.subarray(at + below(random, 3)));
  return { file: zipSync({ ...parts, [name]: changed }, { level: 1 }), name };
}

/** Reads a file; a crash or a hang fails the test with the number that makes the file again. */
function readFuzzed(file: Uint8Array, seed: string): ReturnType<typeof readWorkbook> {
  const start = performance.now();
  try {
    return readWorkbook(file, shelfOf(model));
  } catch (error) {
    throw new Error(`${seed} crashes the reader`, { cause: error });
  } finally {
    if (performance.now() - start > LONGEST) throw new Error(`${seed} takes too long`);
  }
}

test(
  'a file damaged on its way is refused, or read as it was',
  () => {
    let refused = 0;
    const half = Math.ceil(FILES / 2);
    for (let seed = SEED; seed < SEED + half; seed += 1) {
      const { value, findings } = readFuzzed(damage(bytes, randomFrom(seed)), `damage ${seed}`);
      if (hasErrors(findings)) refused += 1;
      else expect([seed, value?.assessment]).toEqual([seed, issued]);
    }
    process.stderr.write(
      `damaged files: ${half}, refused or reported: ${refused}, read as they were: ${half - refused}\n`,
    );
    expect(refused).toBeGreaterThan(half / 4);
  },
  TIME,
);

test(
  'a file whose parts were altered never crashes the reader, and answers change only where answers stand',
  () => {
    let reported = 0;
    const half = Math.floor(FILES / 2);
    for (let seed = SEED; seed < SEED + half; seed += 1) {
      const { file, name } = damagePart(randomFrom(seed + 1_000_000));
      const { value, findings } = readFuzzed(file, `part ${seed}`);
      if (findings.length > 0) reported += 1;
      else if (!HOLDS_ANSWERS.test(name)) expect([seed, name, value?.assessment]).toEqual([seed, name, issued]);
    }
    process.stderr.write(`files with an altered part: ${half}, refused or reported: ${reported}\n`);
    expect(reported).toBeGreaterThan(half / 10);
  },
  TIME,
);
