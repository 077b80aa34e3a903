/** Who is assessed, when, with which deployment types in use, what is done with AI, and which targets and weights there are. */
import { categoriesOf, objectivesOf } from '../../model/model.js';
import type { Question } from '../../assessment/paths.js';
import { ALL_DEPLOYMENTS } from '../../scoring/figures.js';
import { PROGRAM } from '../../scoring/outline.js';
import type { Style } from '../../xlsx/plan.js';
import { askAll, checkOf, closingLines, inputCell, titleLines, wordsOf, type LayoutContext } from '../context.js';
import {
  constant,
  figureOf,
  formula,
  show,
  type Cell,
  type Line,
  type SheetDeclaration,
  type Show,
  type TableColumn,
} from '../declare.js';
import { reviewWords } from '../../locale/en/review.js';
import { LOOK } from '../look.js';
import { px } from '../measure.js';

export const ORGANIZATION_TABLE = 'organization';
export const DEPLOYMENT_TABLE = 'deployments';
export const CONDITION_TABLE = 'conditions';
export const CATEGORY_TABLE = 'categories';
/** The column of the organization table that is filled in. */
export const PROFILE_VALUE = 'value';

/** Columns in pixels: code, what is asked, and the first column to fill in. What explains a row has the rest of the page. */
const [CODE, ASKED, FILLED, PAGE] = [40, 244, 140, 758] as const;
/** The other columns to fill in, by their fields. Tables that stand below each other share them: the widest field counts. */
const WIDTHS: Readonly<Record<string, number>> = { weight: 54 };
const OTHER_WIDTH = 54;
/** In percent: as wide as a page in every program, and the smallest text is 8 points high. On one page it would be smaller. */
const PRINTED_AT = 89;
/** Points. */
const LEAST_HEIGHT = 17.25;

const MIDDLE = { size: 10, valign: 'middle' } as const;
const ENTRY = {
  code: { ...LOOK.cellId, ...MIDDLE },
  /** Only programs need it. */
  key: { ...LOOK.key, border: LOOK.cell.border },
  asked: { ...LOOK.cell, ...MIDDLE },
  explained: { ...LOOK.cellMuted, valign: 'middle' },
} as const satisfies Record<string, Style>;

export function profileSheet(context: LayoutContext): SheetDeclaration {
  const { model, words } = context;
  const w = words.profile;
  const [deployment, condition, category] = (['deployment', 'condition', 'category'] as const).map((of) =>
    askAll(context, of),
  );
  const conditions = condition?.length ? (model.conditions ?? []) : [];
  // The tables stand below each other: what explains them has the same column in all of them.
  const tables = [deployment ?? [], condition ?? [], category ?? []];
  const width = Math.max(2, ...tables.map(({ length }) => length));
  const filled = [CODE, ASKED, FILLED, ...Array.from({ length: width - 1 }, (_, at) => otherWidth(tables, at + 1))];
  const asked = (table: Asked): SheetDeclaration['blocks'][number] => askedTable(context, table, width);
  return {
    id: 'profile',
    name: words.sheets.profile,
    kind: 'fill',
    widths: [...filled, filled.reduce((left, each) => left - each, PAGE)].map(px),
    landscape: false,
    print: { scale: PRINTED_AT, breakBefore: CATEGORY_TABLE },
    blocks: [
      {
        is: 'lines',
        rows: [
          ...titleLines(context, w.title, leadOf(context, conditions.length)),
          { height: 15, cells: { 2: formula(applyingNow(context), LOOK.mutedLine) } },
          ...overlapLines(context, conditions.length),
          { height: 6, cells: {} },
        ],
      },
      {
        is: 'table',
        id: ORGANIZATION_TABLE,
        framed: '',
        leastHeight: LEAST_HEIGHT,
        columns: [
          { id: 'id', header: w.id, look: HEADINGS.unseen, name: nameOf(ORGANIZATION_TABLE, 'id') },
          { id: 'label', header: w.who },
          {
            id: PROFILE_VALUE,
            header: w.value,
            look: LOOK.headerInput,
            name: nameOf(ORGANIZATION_TABLE, PROFILE_VALUE),
          },
          ...spaces(width - 1),
          { id: 'hint', header: w.hint },
        ],
        rows: askAll(context, 'organization').map((question) => {
          const { name } = question;
          const { header, prompt } = wordsOf(context, question);
          return {
            key: name,
            check: checkOf(context, question),
            cells: {
              id: constant(name, ENTRY.key),
              label: constant(header, ENTRY.asked),
              [PROFILE_VALUE]: entry(context, question, ''),
              hint: constant(prompt, ENTRY.explained),
            },
          };
        }),
      },
      asked({
        id: DEPLOYMENT_TABLE,
        questions: deployment ?? [],
        headers: [w.deployments, w.whatItMeans],
        explained: 'what',
        rows: model.deployments.map(({ id, name, summary }) => [id, name, `${summary} ${countOf(context, id)}`.trim()]),
      }),
      ...(conditions.length === 0
        ? []
        : [
            asked({
              id: CONDITION_TABLE,
              questions: condition ?? [],
              headers: [w.conditions, w.leftOut],
              explained: 'what',
              rows: conditions.map(({ id, question }) => [id, question, dependingOn(context, id)]),
            }),
          ]),
      asked({
        id: CATEGORY_TABLE,
        questions: category ?? [],
        headers: [w.categories, w.about],
        explained: 'about',
        shown: true,
        rows: categoriesOf(model).map(({ id, name, scope }) => [id, name, firstSentence(scope)]),
      }),
      {
        is: 'lines',
        rows: [{ cells: { 2: constant(w.blankTargets, LOOK.mutedLine) } }, ...closingLines(context)],
      },
    ],
  };
}

/** What to do on the sheet, and what of it determines which objectives apply. */
function leadOf({ model, edition, words }: LayoutContext, conditions: number): string {
  const { fill, byTypes, byConditions, byTypesAndConditions } = words.profile;
  if (edition.review) return reviewWords.profileLead;
  if (model.deployments.length < 2) return conditions > 0 ? fill + byConditions : fill;
  return fill + (conditions > 0 ? byTypesAndConditions : byTypes);
}

/** The widest of the fields that stand in one column of the tables, the first one being 0. */
function otherWidth(tables: readonly (readonly Question[])[], at: number): number {
  const asked = tables.flatMap((questions) => questions[at] ?? []);
  const widths = asked.map(({ name }) => WIDTHS[name] ?? OTHER_WIDTH);
  return widths.length === 0 ? OTHER_WIDTH : Math.max(...widths);
}

const HEADINGS = { unseen: { ...LOOK.header, format: LOOK.key.format } } as const;

/** A table that asks the same of each of its rows. */
interface Asked {
  readonly id: string;
  readonly questions: readonly Question[];
  readonly headers: readonly [name: string, explained: string];
  /** Column of what explains a row. */
  readonly explained: string;
  /** The codes of its rows are for people, too. */
  readonly shown?: boolean;
  readonly rows: readonly (readonly [id: string, name: string, explained: string])[];
}

/** `width`: columns to fill in, or spaces in their place, up to what explains a row. */
function askedTable(
  context: LayoutContext,
  { id: table, questions, headers: [called, why], explained, shown = false, rows }: Asked,
  width: number,
): SheetDeclaration['blocks'][number] {
  return {
    is: 'table',
    id: table,
    framed: '',
    leastHeight: LEAST_HEIGHT,
    columns: [
      {
        id: 'id',
        header: context.words.profile.id,
        name: nameOf(table, 'id'),
        ...(shown ? {} : { look: HEADINGS.unseen }),
      },
      { id: 'name', header: called },
      ...columnsOf(context, table, questions),
      ...spaces(width - questions.length),
      { id: explained, header: why },
    ],
    rows: rows.map(([id, name, text]) => ({
      key: id,
      cells: {
        id: constant(id, shown ? ENTRY.code : ENTRY.key),
        name: constant(name, ENTRY.asked),
        ...Object.fromEntries(questions.map((question) => [question.name, entry(context, question, id)])),
        [explained]: constant(text, ENTRY.explained),
      },
    })),
  };
}

/** A cell to fill in, in the size of this sheet. */
function entry(context: LayoutContext, question: Question, row: string): Cell {
  const cell = inputCell(context, question, row);
  return { ...cell, look: { ...cell.look, ...MIDDLE } };
}

/** How many objectives are left out with a condition, and one of them. */
function dependingOn({ model, words }: LayoutContext, condition: string): string {
  const depending = objectivesOf(model).filter(({ needs = [] }) => needs.includes(condition));
  const [first] = depending;
  return first ? words.profile.depending(depending.length, [first.id, first.title].filter(Boolean).join(' ')) : '';
}

/** How many of all objectives are for a deployment type. */
function countOf({ model, words }: LayoutContext, deployment: string): string {
  if (model.deployments.length < 2) return '';
  const all = objectivesOf(model);
  return words.profile.forType(all.filter(({ deployments }) => deployments.includes(deployment)).length, all.length);
}

/** That the numbers of objectives by deployment type and by condition are no sum. */
function overlapLines({ model, words }: LayoutContext, conditions: number): Line[] {
  const { overlapOfBoth, overlapOfConditions, overlapOfTypes } = words.profile;
  const types = model.deployments.length > 1;
  if (!types && conditions === 0) return [];
  const overlap = !types ? overlapOfConditions : conditions === 0 ? overlapOfTypes : overlapOfBoth;
  return [{ height: 15, cells: { 2: constant(overlap, LOOK.mutedLine) } }];
}

function applyingNow({ model, words }: LayoutContext): Show {
  const applicable = show.of(figureOf('groupApplicable', PROGRAM, ALL_DEPLOYMENTS));
  const { of, applyNow, whyNot } = words.profile;
  const all = objectivesOf(model).length;
  return show.join(applicable, of, all, applyNow, show.when(show.equal(applicable, all), '', whyNot));
}

function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text;
}

const spaces = (count: number): TableColumn[] =>
  Array.from({ length: count }, (_, i) => ({ id: i === 0 ? 'space' : `space${i + 1}`, header: '' }));

/** Columns of what is asked of every row of a table. */
function columnsOf(context: LayoutContext, table: string, questions: readonly Question[]): TableColumn[] {
  return questions.map((asked) => ({
    id: asked.name,
    header: wordsOf(context, asked).header,
    name: nameOf(table, asked.name),
    check: checkOf(context, asked),
  }));
}

/** The defined name of a column of this sheet, such as `categories_target`. */
const nameOf = (table: string, column: string): string => `${table}_${column}`;
