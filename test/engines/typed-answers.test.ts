/** What people type for an answer counts the same in the sheet and here, whatever it is: recalculated by others and compared. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer, Assessment } from '../../src/assessment/assessment.js';
import type { AnswerCode } from '../../src/assessment/fields.js';
import type { DiagnosticCode } from '../../src/diagnostic/catalogue.js';
import { takenFor } from '../../src/locale/choices.js';
import { issue, type Issued } from '../../src/layout/shelf.js';
import { LANGUAGES } from '../../src/locale/languages.js';
import { objectivesOf, type Model } from '../../src/model/model.js';
import { computeFigures } from '../../src/scoring/figures.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { readWorkbook } from '../../src/workbook/read.js';
import { writeXlsx } from '../../src/xlsx/write.js';
import { readGrid } from '../../src/xlsx/read.js';
import { assessmentOf } from '../assessments.js';
import { shelfOf, TOOL } from '../installed.js';
import { tinyModel } from '../tiny-model.js';
import { compareFigures, errorCells } from '../workbook-figures.js';
import { SEED } from './cases.js';
import { gnumeric, libreOffice, skipped, type Engine } from './engine.js';

/** Enough objectives for a few hundred different texts in few workbooks. */
const model: Model = tinyModel(
  Object.fromEntries(
    ['GOV', 'IAM', 'MON', 'INF'].map((code) => [code, Array.from({ length: 20 }, () => ({ level: 2 }))]),
  ),
);
const WORKBOOKS = 6;

/** What a person understands and the formulas of the workbook don't: said by these. */
const ONLY_HERE: readonly DiagnosticCode[] = ['option-respelled', 'option-by-prefix'];

/** `spaces`: what may stand around a text. */
function anyText(issued: Issued, spaces: readonly string[]): fc.Arbitrary<string> {
  const said = [...takenFor('answers', issued).keys()];
  const word = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...said) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('in progress', 'ok', 'x', 'M*', '?et', 'n~/a', '*', 'Met~', '<>', '=', '#N/A', 'n/a?'),
    },
  );
  const cased = fc
    .tuple(word, fc.nat(2))
    .map(([text, how]) =>
      how === 0 ? text : how === 1 ? text.toUpperCase() : text.slice(0, 1).toUpperCase() + text.slice(1),
    );
  const between = fc.constantFrom(
    ' - ',
    ' – ',
    ' — ',
    ': ',
    ' -',
    '-',
    ':',
    ', ',
    ' : ',
    '  -  ',
    '\u00a0- ',
    ' -\u00a0',
  );
  const reason = fc.oneof(
    cased,
    fc.constantFrom('no self hosting', 'not used: no agents', 'a - b', '*', '\u200b', '\u00a0', '?', 'x'.repeat(300)),
  );
  const isKnown = (text: string): boolean => spaces.includes('\u00a0') || !/^\u00a0|\u00a0$/.test(text);
  return fc
    .oneof(
      cased,
      fc.tuple(cased, fc.constantFrom(...spaces)).map(([text, space]) => space + text + space),
      fc.tuple(cased, between, reason).map((parts) => parts.join('')),
    )
    .filter(isKnown);
}

/** The words of a cell as somebody typed them, which no assessment holds. */
const asTyped = (text: string): AnswerCode => text as AnswerCode;

function anyTyped(issued: Issued, spaces: readonly string[]): fc.Arbitrary<Assessment> {
  const answer = fc.record({
    answer: anyText(issued, spaces).map(asTyped),
    notes: fc.constantFrom(undefined, 'Because.', '\u00a0'),
  });
  return fc.tuple(...objectivesOf(model).map(() => answer)).map((answers) =>
    assessmentOf(model, {
      answers: Object.fromEntries(objectivesOf(model).map(({ id }, i) => [id, withoutBlanks(answers[i] ?? {})])),
    }),
  );
}

const withoutBlanks = (answer: { answer?: AnswerCode; notes?: string | undefined }): Answer =>
  Object.fromEntries(Object.entries(answer).filter(([, value]) => value !== undefined));

interface Case {
  readonly typed: Assessment;
  readonly issued: Issued;
  readonly read: Assessment;
}

/** What is read of it; answers that only a person understands are left out. */
async function caseOf(issued: Issued, typed: Assessment): Promise<Case> {
  const bytes = await writeXlsx(planWorkbook(issued, { assessment: typed, cached: false }));
  const { value, findings } = readWorkbook(bytes, shelfOf(model));
  const left = new Set(findings.flatMap(({ code, objective }) => (ONLY_HERE.includes(code) ? (objective ?? []) : [])));
  if (!value) throw new Error(JSON.stringify(findings));
  if (left.size === 0) return { issued, typed, read: value.assessment };
  const kept = [...typed.answers].filter(([id]) => !left.has(id));
  return caseOf(issued, { ...typed, answers: new Map(kept) });
}

// Gnumeric alone takes a no-break space away where plain spaces are taken away.
describe.each<[string, Engine, readonly string[]]>([
  [libreOffice.name, libreOffice, [' ', '  ', '\u00a0']],
  [gnumeric.name, gnumeric, [' ', '  ']],
])('%s', (_, engine, spaces) => {
  describe.skipIf(skipped(engine))('recalculates what was typed:', () => {
    const cases: (Case & { readonly bytes: Uint8Array })[] = [];

    beforeAll(async () => {
      const made = await Promise.all(
        ['en', 'de'].flatMap((language) => {
          const issued = issue(model, { tool: TOOL, language: LANGUAGES[language] ?? fail(language) });
          return fc
            .sample(anyTyped(issued, spaces), { numRuns: WORKBOOKS / 2, seed: SEED })
            .map((typed) => caseOf(issued, typed));
        }),
      );
      const all = await engine.recalculate(
        made.map(
          ({ issued, typed }) =>
            () =>
              writeXlsx(planWorkbook(issued, { assessment: typed, cached: false })),
        ),
      );
      made.forEach((each, i) => cases.push({ ...each, bytes: all[i] ?? new Uint8Array() }));
    }, 600_000);

    test('every figure is the same', () => {
      const seen = new Set<string | undefined>();
      for (const { read, bytes } of cases) {
        const grid = readGrid(bytes).value;
        if (!grid) throw new Error('it can be read');
        const { differences } = compareFigures(grid, model, computeFigures(model, read));
        expect(differences.slice(0, 5)).toEqual([]);
        expect(errorCells(grid)).toEqual([]);
        for (const { id } of objectivesOf(model)) seen.add(read.answers.get(id)?.answer);
      }
      expect([...seen].sort()).toEqual(['met', 'not-applicable', 'not-met', 'partly', undefined]);
    });
  });
});

function fail(what: string): never {
  throw new Error(what);
}
