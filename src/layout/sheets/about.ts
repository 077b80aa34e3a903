/** Who is thanked, and what changed from edition to edition. */
import { closingLines, titleLines, type LayoutContext } from '../context.js';
import { constant, type SheetDeclaration } from '../declare.js';
import { LOOK } from '../look.js';

export function acknowledgmentsSheet(context: LayoutContext): SheetDeclaration {
  const { model, words } = context;
  const w = words.acknowledgments;
  return {
    id: 'acknowledgments',
    name: words.sheets.acknowledgments,
    kind: 'read',
    widths: [8, 118],
    landscape: true,
    blocks: [
      {
        is: 'lines',
        rows: [
          ...titleLines(context, w.title, w.lead),
          ...model.acknowledgments.map((text) => ({ cells: { 2: constant(text, LOOK.paragraph) } })),
          { cells: {} },
          ...model.notice.map((text) => ({ cells: { 2: constant(text, LOOK.muted) } })),
          { cells: {} },
          { cells: { 1: constant(w.end, LOOK.mutedLine) } },
        ],
      },
    ],
  };
}

export function changesSheet(context: LayoutContext): SheetDeclaration {
  const { model, words } = context;
  const w = words.changes;
  return {
    id: 'changes',
    name: words.sheets.changes,
    kind: 'read',
    widths: [10, 22, 30, 80],
    landscape: true,
    blocks: [
      { is: 'lines', rows: titleLines(context, w.title, w.lead) },
      {
        is: 'table',
        id: 'changes',
        columns: [
          { id: 'version', header: w.version },
          { id: 'date', header: w.date },
          { id: 'component', header: w.component },
          { id: 'description', header: w.description },
        ],
        rows: model.changes.map(({ version, date, component, description }, index) => ({
          key: String(index + 1),
          cells: {
            version: constant(version, LOOK.cellStrong),
            date: constant(date, LOOK.cell),
            component: constant(component, LOOK.cell),
            description: constant(description, LOOK.cell),
          },
        })),
      },
      { is: 'lines', rows: closingLines(context) },
    ],
  };
}
