/** How an answer that was refused is written back: as it was given, and so that it is refused again. */
import { LONGEST_TEXT, type Field } from '../assessment/fields.js';
import type { FieldValue } from '../assessment/assessment.js';
import type { Choices } from '../assessment/choices.js';
import { readCell, type Settling } from '../assessment/read-cell.js';
import { isError, type Finding, type Parsed } from '../diagnostic/finding.js';
import { firstUnits } from '../diagnostic/half-characters.js';
import type { GridCell } from '../grid/grid.js';
import { MONTHS } from '../locale/months.js';
import type { PlannedCell } from '../xlsx/plan.js';

/** What a cell of a fresh workbook is to hold. */
export type Given = Pick<PlannedCell, 'value' | 'formula'>;

/**
 * `shown` is what a person saw in the refused cell. Written as a plain text some of it would be understood the second
 * time: 46000 where a date stood, the text of an error or a formula where any text is welcome. The first way to write it
 * that is refused for the same reason is taken, else the first that is refused at all, else the cell stays blank.
 */
export function givenBack(shown: string | number, refusals: readonly Finding[], field: Field, choices: Choices): Given {
  if (shown === '') return {};
  const tried = waysToWrite(shown, refusals).map((given) => ({ given, said: readBack(given, field, choices) }));
  const codes = new Set<string>(refusals.map(({ code }) => code));
  const best =
    tried.find(({ said }) => said.some((code) => codes.has(code))) ?? tried.find(({ said }) => said.length > 0);
  return best?.given ?? {};
}

function waysToWrite(shown: string | number, refusals: readonly Finding[]): Given[] {
  const understood = refusals.flatMap((each) =>
    each.code === 'number-out-of-range' && Number.isFinite(Number(each.facts.found)) ? [Number(each.facts.found)] : [],
  );
  // A date where a number belongs is shown as the day that it is, not as its serial number.
  const days = refusals.flatMap((each) => (each.code === 'not-a-number' ? (each.facts.day ?? []) : []));
  const shares = refusals.flatMap((each) => (each.code === 'not-a-share' ? [each.facts.found] : []));
  return [
    ...understood.map((value) => ({ value })),
    ...[...days, ...shares].map((value) => ({ value })),
    ...(String(shown).length > LONGEST_TEXT ? [] : [{ value: shown }]),
    // A formula that says nothing but this text: nothing of a stranger's formula is computed.
    {
      formula: `"${firstUnits(String(shown), LONGEST_LITERAL).replaceAll('"', '""')}"`,
      value: firstUnits(String(shown), LONGEST_LITERAL),
    },
  ];
}

/** A text in a formula may have 255 characters, of which quotes count twice. */
const LONGEST_LITERAL = 120;

/** The errors that are found in what was written; none where it would be read as an answer. */
function readBack(given: Given, field: Field, choices: Choices): string[] {
  const { value, findings } = readPlain(given, field, choices);
  return value === undefined ? findings.filter(isError).map(({ code }) => code) : [];
}

/** What is read in a cell of a fresh workbook. */
export function readPlain({ value, formula }: Given, field: Field, choices: Choices): Parsed<FieldValue> {
  const cell: GridCell = {
    column: 1,
    value:
      typeof value === 'number'
        ? { kind: 'number', number: value, shown: 'plain' }
        : { kind: 'text', text: String(value ?? '') },
    ...(formula === undefined ? {} : { formula }),
  };
  const findings: Finding[] = [];
  // As doubtful as it was.
  const settling = (): Settling => ({ reaches: (points) => points > 1, answer: undefined });
  const read = readCell(field, cell, {
    at: () => ({}),
    report: (finding) => findings.push(finding),
    date1904: false,
    choices,
    months: MONTHS,
    // A fresh workbook: its lists are those of `choices`, and what was understood stands in it as its label.
    around: { isNumbered: () => false, ownList: () => undefined },
    takeReason: () => undefined,
    settling,
  });
  return { ...(read === undefined ? {} : { value: read }), findings };
}
