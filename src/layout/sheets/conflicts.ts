/** Where workbooks that were put together differ: every value with its origin, and whether people have decided. Programs read it back. */
import { askedByPath, recordsOf, type ClaimRecord } from '../../assessment/conflicts.js';
import { plainText } from '../../assessment/links.js';
import { commentPath } from '../../assessment/paths.js';
import { codesInWords } from '../../locale/choices.js';
import { closingLines, filledIn, titleLines, wordsOf, type LayoutContext } from '../context.js';
import {
  cellOf,
  constant,
  formula,
  nothing,
  show,
  type Cell,
  type SheetDeclaration,
  type TableRow,
} from '../declare.js';
import { LOOK, PALETTE } from '../look.js';
import { px } from '../measure.js';

export const CONFLICTS_TABLE = 'conflicts';
/** The column that programs read. */
export const CONFLICTS_RECORD = 'record';

/** Those that people see. */
const COLUMNS = [
  ...(['number', 'what', 'field', 'value', 'person', 'date', 'evidence', 'file', 'place', 'state', 'chosen'] as const),
];
/** Columns in pixels. */
const WIDTHS = [30, 74, 80, 150, 100, 72, 210, 130, 110, 62, 110, 40];

/** A cell that is filled in: the row and the column of a table. */
interface InputPlace {
  readonly table: string;
  readonly key: string;
  readonly column: string;
}

/** Where each thing that is asked is filled in, by its path. */
export function inputPlaces(sheets: readonly SheetDeclaration[]): ReadonlyMap<string, InputPlace> {
  const places = new Map<string, InputPlace>();
  for (const { blocks } of sheets)
    for (const block of blocks)
      if (block.is === 'table')
        for (const { key, cells } of block.rows)
          for (const [column, { content }] of Object.entries(cells))
            if (content.is === 'input')
              places.set(commentPath(content.asked, content.row), { table: block.id, key, column });
  return places;
}

/** `places`: of the inputs on all other sheets. */
export function conflictsSheet(context: LayoutContext, places: ReadonlyMap<string, InputPlace>): SheetDeclaration {
  const { assessment, model, fields, words } = context;
  const w = words.conflicts;
  const asked = askedByPath(model, fields);
  const rowOf = (record: ClaimRecord, index: number): TableRow => {
    const about = asked.get(record.path);
    const place = places.get(record.path);
    const { file, person = '', date = '', evidence = '', place: from = '' } = record.from;
    const value = about ? codesInWords(about.asked.field, record.value, { model, words }) : plainText(record.value);
    const link = place && cellOf(place.table, place.key, place.column);
    const isBlank = place && show.equal(filledIn(context, place.table, place.key, place.column), '');
    return {
      key: String(index + 1),
      cells: {
        number: constant(index + 1, link === undefined ? LOOK.cellMuted : LOOK.cellLink, link),
        what: constant(about && about.row !== '' ? about.row : record.path, LOOK.cellStrong),
        field: textCell(about ? wordsOf(context, about.asked).header : ''),
        value: constant(value, LOOK.cellStrong),
        person: textCell(person),
        date: textCell(date),
        evidence: textCell(evidence),
        file: textCell(file),
        place: textCell(from),
        state: isBlank ? formula(show.when(isBlank, w.open, w.decided), LOOK.cell) : nothing(LOOK.cell),
        chosen: textCell(chosenBy(record, w)),
        [CONFLICTS_RECORD]: constant(JSON.stringify(record), LOOK.stamp),
      },
    };
  };
  return {
    id: 'conflicts',
    name: w.sheet,
    kind: 'read',
    widths: WIDTHS.map(px),
    landscape: true,
    repeat: CONFLICTS_TABLE,
    blocks: [
      { is: 'lines', rows: titleLines(context, w.title, w.lead) },
      {
        is: 'table',
        id: CONFLICTS_TABLE,
        columns: [
          { id: 'number', header: w.number },
          { id: 'what', header: w.what },
          { id: 'field', header: w.field },
          { id: 'value', header: w.value },
          { id: 'person', header: w.person },
          { id: 'date', header: w.date },
          { id: 'evidence', header: w.evidence },
          { id: 'file', header: w.file },
          { id: 'place', header: w.place },
          { id: 'state', header: w.state },
          { id: 'chosen', header: w.chosen },
          {
            id: CONFLICTS_RECORD,
            header: w.record,
            isAside: true,
            look: { ...LOOK.header, format: LOOK.stamp.format },
          },
        ],
        formats: [
          {
            columns: COLUMNS,
            // A line where another conflict begins: the values of one belong together.
            when: (inRow, above) =>
              show.or(show.unequal(inRow('what'), above('what')), show.unequal(inRow('field'), above('field'))),
            look: { border: { color: PALETTE.navy, sides: ['top'] } },
          },
          {
            columns: ['state'],
            when: (inRow) => show.equal(inRow('state'), w.open),
            look: { fill: PALETTE.alarmFill, color: PALETTE.alarm, bold: true },
          },
          {
            columns: ['state'],
            when: (inRow) => show.equal(inRow('state'), w.decided),
            look: { fill: PALETTE.doneFill, color: PALETTE.done, bold: true },
          },
        ],
        rows: recordsOf(assessment.conflicts ?? []).map(rowOf),
      },
      { is: 'lines', rows: closingLines(context) },
    ],
  };
}

const textCell = (text: string): Cell => (text === '' ? nothing(LOOK.cell) : constant(text, LOOK.cell));

function chosenBy({ taken }: ClaimRecord, w: LayoutContext['words']['conflicts']): string {
  if (!taken) return '';
  return taken.by === 'newest' ? w.newest(taken.file) : w.byFile(taken.file);
}
