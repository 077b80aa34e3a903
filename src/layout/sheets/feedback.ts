/** Remarks on the model itself, for its editors. */
import { rowsOf } from '../../assessment/paths.js';
import { askAll, checkOf, closingLines, inputCell, titleLines, wordsOf, type LayoutContext } from '../context.js';
import { constant, type SheetDeclaration } from '../declare.js';
import { LOOK } from '../look.js';

export const FEEDBACK_TABLE = 'feedback';

/** The first layout that says where remarks go. */
const WHERE_SINCE = 2;

export function feedbackSheet(context: LayoutContext): SheetDeclaration {
  const { model, words, edition } = context;
  const w = words.feedback;
  const questions = askAll(context, 'feedback');
  return {
    id: 'feedback',
    name: words.sheets.feedback,
    kind: 'fill',
    widths: [8, 16, 24, 90],
    landscape: true,
    blocks: [
      {
        is: 'lines',
        rows: titleLines(context, w.title, w.lead, ...(edition.layout < WHERE_SINCE ? [] : whereTo(context))),
      },
      {
        is: 'table',
        id: FEEDBACK_TABLE,
        columns: [
          { id: 'number', header: w.number },
          ...questions.map((asked) => ({
            id: asked.name,
            header: wordsOf(context, asked).header,
            check: checkOf(context, asked),
          })),
        ],
        rows: rowsOf('feedback', model).map((key) => ({
          key,
          cells: {
            number: constant(Number(key), LOOK.cellMuted),
            ...Object.fromEntries(questions.map((asked) => [asked.name, inputCell(context, asked, key)])),
          },
        })),
      },
      { is: 'lines', rows: closingLines(context) },
    ],
  };
}

/** Where remarks go, and what their kinds are. */
function whereTo({ words }: LayoutContext): string[] {
  const { where, downloaded, kinds } = words.feedback;
  return [where, downloaded, kinds(words.fields.feedback.kind.header, Object.values(words.feedbackKinds).join(', '))];
}
