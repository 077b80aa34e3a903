/** Remarks on the model itself, for its editors. */
import { FEEDBACK_FIELDS, FEEDBACK_ROWS, fieldNames } from '../../assessment/fields.js';
import { checkOf, closingLines, inputCell, titleLines, type LayoutContext } from '../context.js';
import { constant, type SheetDeclaration } from '../declare.js';
import { LOOK } from '../look.js';

export const FEEDBACK_TABLE = 'feedback';

export function feedbackSheet(context: LayoutContext): SheetDeclaration {
  const { words, assessment } = context;
  const w = words.feedback;
  return {
    id: 'feedback',
    name: words.sheets.feedback,
    kind: 'fill',
    widths: [8, 16, 24, 90],
    landscape: true,
    blocks: [
      { is: 'lines', rows: titleLines(context, w.title, w.lead) },
      {
        is: 'table',
        id: FEEDBACK_TABLE,
        columns: [
          { id: 'number', header: w.number },
          ...fieldNames(FEEDBACK_FIELDS).map((name) => ({
            id: name,
            header: words.fields[name].header,
            check: checkOf(context, name, FEEDBACK_FIELDS[name]),
          })),
        ],
        rows: Array.from({ length: FEEDBACK_ROWS }, (_, index) => ({
          key: String(index + 1),
          cells: {
            number: constant(index + 1, LOOK.cellMuted),
            ...Object.fromEntries(
              fieldNames(FEEDBACK_FIELDS).map((name) => [
                name,
                inputCell(context, FEEDBACK_FIELDS[name], assessment.feedback[index]?.[name]),
              ]),
            ),
          },
        })),
      },
      { is: 'lines', rows: closingLines(context) },
    ],
  };
}
