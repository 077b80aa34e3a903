/** Who is assessed, and with which targets, as layout 1 asks it: kept for the workbooks that are out there. */
import { categoriesOf, objectivesOf } from '../../../model/model.js';
import type { Question } from '../../../assessment/paths.js';
import {
  askAll,
  checkOf,
  closingLines,
  emptyLine,
  inputCell,
  titleLines,
  wordsOf,
  type LayoutContext,
} from '../../context.js';
import { constant, type Cell, type Line, type SheetDeclaration, type TableColumn } from '../../declare.js';
import { LOOK } from '../../look.js';
import { CATEGORY_TABLE, CONDITION_TABLE, DEPLOYMENT_TABLE, ORGANIZATION_TABLE, PROFILE_VALUE } from '../profile.js';

/** Widths of the columns to fill in, and of more of them. */
const WIDTHS = [30, 14];
const OTHER_WIDTH = 22;

export function firstProfileSheet(context: LayoutContext): SheetDeclaration {
  const { model, words } = context;
  const w = words.profile;
  const [deployment, category] = [askAll(context, 'deployment'), askAll(context, 'category')];
  const condition = askAll(context, 'condition');
  const conditions = condition.length === 0 ? [] : (model.conditions ?? []);
  // The tables stand below each other: what explains them has the same column in all of them.
  const width = Math.max(WIDTHS.length, deployment.length, condition.length, category.length);
  const heading = (text: string, lead?: string): Line[] => [
    emptyLine,
    { height: 24, cells: { 1: constant(text, LOOK.heading) } },
    ...(lead === undefined ? [] : [{ height: 16, cells: { 1: constant(lead, LOOK.mutedLine) } }]),
  ];
  const asked = (table: Asked): SheetDeclaration['blocks'][number] => askedTable(context, table, width);
  return {
    id: 'profile',
    name: words.sheets.profile,
    kind: 'fill',
    widths: [16, 34, ...Array.from({ length: width }, (_, i) => WIDTHS[i] ?? OTHER_WIDTH), 62],
    landscape: true,
    blocks: [
      { is: 'lines', rows: [...titleLines(context, w.title, w.lead), ...heading(w.organization)] },
      {
        is: 'table',
        id: ORGANIZATION_TABLE,
        columns: [
          { id: 'id', header: w.field },
          { id: 'label', header: w.label },
          { id: PROFILE_VALUE, header: w.value },
          ...spaces(width - 1),
          { id: 'hint', header: w.hint },
        ],
        rows: askAll(context, 'organization').map((asked) => {
          const { name } = asked;
          const { header, prompt } = wordsOf(context, asked);
          return {
            key: name,
            check: checkOf(context, asked),
            cells: {
              id: constant(name, LOOK.cellMuted),
              label: constant(header, LOOK.cellStrong),
              [PROFILE_VALUE]: { ...inputCell(context, asked, ''), name: `in_${name}` },
              hint: constant(prompt, LOOK.cellMuted),
            },
          };
        }),
      },
      { is: 'lines', rows: heading(w.deployments, w.deploymentsLead) },
      asked({
        id: DEPLOYMENT_TABLE,
        questions: deployment,
        headers: [w.id, w.deployment, w.what],
        explained: 'what',
        rows: model.deployments.map(({ id, name, summary }) => [id, name, summary]),
      }),
      ...(conditions.length === 0
        ? []
        : [
            { is: 'lines' as const, rows: heading(w.conditions, w.conditionsLead) },
            asked({
              id: CONDITION_TABLE,
              questions: condition,
              headers: [w.id, w.condition, w.leftOut],
              explained: 'what',
              rows: conditions.map(({ id, question }) => [id, question, dependingOn(context, id)]),
            }),
          ]),
      { is: 'lines', rows: heading(w.categories, w.categoriesLead) },
      asked({
        id: CATEGORY_TABLE,
        questions: category,
        headers: [w.id, w.category, w.about],
        explained: 'about',
        rows: categoriesOf(model).map(({ id, name, scope }) => [id, name, scope]),
      }),
      { is: 'lines', rows: closingLines(context) },
    ],
  };
}

/** A table that asks the same of each of its rows. */
interface Asked {
  readonly id: string;
  readonly questions: readonly Question[];
  readonly headers: readonly [id: string, name: string, explained: string];
  /** Column of what explains a row. */
  readonly explained: string;
  readonly rows: readonly (readonly [id: string, name: string, explained: string])[];
}

/** `width`: columns to fill in, or spaces in their place, up to what explains a row. */
function askedTable(
  context: LayoutContext,
  { id: table, questions, headers: [code, called, why], explained, rows }: Asked,
  width: number,
): SheetDeclaration['blocks'][number] {
  return {
    is: 'table',
    id: table,
    columns: [
      { id: 'id', header: code },
      { id: 'name', header: called },
      ...columnsOf(context, questions),
      ...spaces(width - questions.length),
      { id: explained, header: why },
    ],
    rows: rows.map(([id, name, text]) => ({
      key: id,
      cells: {
        id: constant(id, LOOK.cellMuted),
        name: constant(name, LOOK.cellStrong),
        ...cellsOf(context, questions, id),
        [explained]: constant(text, LOOK.cellMuted),
      },
    })),
  };
}

/** How many objectives are left out with a condition, and one of them. */
function dependingOn({ model, words }: LayoutContext, condition: string): string {
  const depending = objectivesOf(model).filter(({ needs = [] }) => needs.includes(condition));
  const [first] = depending;
  return first ? words.profile.depending(depending.length, [first.id, first.title].filter(Boolean).join(' ')) : '';
}

const spaces = (count: number): TableColumn[] =>
  Array.from({ length: count }, (_, i) => ({ id: i === 0 ? 'space' : `space${i + 1}`, header: '' }));

/** Columns of what is asked of every row of a table. */
function columnsOf(context: LayoutContext, questions: readonly Question[]): TableColumn[] {
  return questions.map((asked) => ({
    id: asked.name,
    header: wordsOf(context, asked).header,
    check: checkOf(context, asked),
  }));
}

/** The cells of one of its rows, each with a defined name such as `in_target_GOV`. */
function cellsOf(context: LayoutContext, questions: readonly Question[], row: string): Record<string, Cell> {
  return Object.fromEntries(
    questions.map((asked) => [
      asked.name,
      { ...inputCell(context, asked, row), name: `in_${NAMES[asked.name] ?? asked.name}_${row.replaceAll('-', '_')}` },
    ]),
  );
}

/** What others call a field in defined names, where that is not its own name. */
const NAMES: Readonly<Record<string, string>> = { inUse: 'use' };
