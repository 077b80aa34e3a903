/**
 * One row an objective: what has to be true, the answers to fill in, how they count, and what to know about it. Each input
 * has its guidance at its left, and nothing that guides stands further away.
 */
import { titleOf } from '../../model/title.js';
import { anchorOf } from '../../model/anchor.js';
import { categoriesOf, objectivesOf, type ControlObjective } from '../../model/model.js';
import { questionWith } from '../../assessment/measured.js';
import type { Question } from '../../assessment/paths.js';
import { ALL_DEPLOYMENTS } from '../../scoring/figures.js';
import { PROGRAM } from '../../scoring/outline.js';
import { reviewWords } from '../../locale/en/review.js';
import type { Words } from '../../locale/language.js';
import type { Style } from '../../xlsx/plan.js';
import {
  askAll,
  checkOf,
  deploymentNames,
  endLine,
  inputCell,
  isReadIn,
  mappedIds,
  stampOf,
  wordsOf,
  targetOf,
  type LayoutContext,
} from '../context.js';
import {
  cellOf,
  columnOf,
  constant,
  figureOf,
  formula,
  show,
  type Cell,
  type Line,
  type RowCondition,
  type SheetDeclaration,
  type Show,
  type TableColumn,
  type TableFormat,
} from '../declare.js';
import { CALC_OBJECTIVES, COUNTS_AS, MEASURED_MOST, MEASURED_UNIT } from '../figure-formula.js';
import { LOOK, PALETTE } from '../look.js';
import { heightOf, px } from '../measure.js';

export const ANSWERS_TABLE = 'answers';

/**
 * Columns in pixels. Up to “Counts as” they are as wide as a page and as a screen of 1366 pixels allow; with the evidence that
 * would do they fill the next page. So most rows have four lines, and eight of them are seen at a time.
 */
const WIDTHS: Readonly<Record<string, number>> = {
  id: 54,
  title: 104,
  level: 42,
  text: 369,
  partly: 274,
  answer: 92,
  kpi: 54,
  measured: 76,
  [COUNTS_AS]: 82,
  guide: 735,
  evidence: 252,
  owner: 110,
  assessedOn: 88,
  validUntil: 78,
  action: 210,
  due: 78,
  notes: 210,
  review: 94,
  reviewRemark: 300,
  space: 14,
  more: 80,
  domain: 90,
  category: 130,
  deployments: 110,
  mode: 80,
  rationale: 300,
};
const OTHER_WIDTH = 150;

/** Where a page ends in print: answers, evidence, and the rest of the record have pages of their own. */
const PAGES_END = [COUNTS_AS, 'evidence'];
/** The last column that is printed. In a workbook for a review, notes begin the page of the review. */
const LAST = 'notes';
const LAST_OF_REVIEW = 'reviewRemark';
const BEFORE_REVIEW = 'due';
/** In percent: the smallest text is then 8 points high. */
const PRINTED_AT = 89;
/** Columns to filter by; a button on each would cover the headings. */
const BUTTONS = ['id', 'title', 'level', 'answer', COUNTS_AS, 'owner', 'due', 'review', 'domain', 'category'];
/** A title, and most statements. */
const FEWEST_LINES = 3;

export function answersSheet(context: LayoutContext): SheetDeclaration {
  const { model, words, edition } = context;
  const w = words.answers;
  const columns = columnsOf(context);
  const title = `${w.title} v${model.version}`;
  return {
    id: 'answers',
    name: words.sheets.answers,
    kind: 'fill',
    widths: columns.map(({ id }) => px(WIDTHS[id] ?? OTHER_WIDTH)),
    landscape: true,
    repeat: ANSWERS_TABLE,
    printUpTo: edition.review ? LAST_OF_REVIEW : LAST,
    print: {
      ...{ scale: PRINTED_AT, repeatUpTo: 'title', header: edition.review ? title : `${title} · ${w.purpose}` },
      breakAfter: edition.review ? [...PAGES_END, BEFORE_REVIEW] : PAGES_END,
    },
    blocks: [
      { is: 'lines', rows: [headLine(context, title)] },
      {
        is: 'table',
        id: ANSWERS_TABLE,
        columns,
        filter: true,
        buttons: BUTTONS,
        framed: w.end,
        leastHeight: heightOf(FEWEST_LINES, LOOK.cell),
        freezeAfter: 'title',
        formats: formatsOf(context),
        rows: objectivesOf(model).map((objective) => ({ key: objective.id, cells: rowOf(context, objective) })),
      },
      { is: 'lines', rows: [endLine(context)] },
    ],
  };
}

/** Stamp, title, and one sentence that says what to do and how far it is done. */
function headLine(context: LayoutContext, title: string): Line {
  const { columns, words } = { columns: columnsOf(context), words: context.words.answers };
  const applicable = show.of(figureOf('groupApplicable', PROGRAM, ALL_DEPLOYMENTS));
  const open = show.of(figureOf('groupOpen', PROGRAM, ALL_DEPLOYMENTS));
  const answered = show.join(words.howTo, show.minus(applicable, open), words.of, applicable, words.answered);
  const isReview = context.edition.review === true;
  const column = columns.findIndex(({ id }) => id === 'partly') + 1;
  return {
    height: 18,
    cells: {
      1: constant(stampOf(context), LOOK.stamp),
      2: constant(title, LOOK.title),
      [column]: isReview ? constant(reviewWords.howTo, LOOK.mutedSmallLine) : formula(answered, LOOK.mutedSmallLine),
    },
  };
}

/** Columns of mappings, one for each edition in which objectives have any. */
function editionsOf({ model }: LayoutContext): readonly MappingColumn[] {
  const known = EDITIONS.get(model);
  if (known) return known;
  const used = new Set(
    objectivesOf(model).flatMap((objective) => objective.mappings.map((m) => `${m.framework}@${m.edition}`)),
  );
  const made = [...model.frameworks.entries()]
    .filter(([key]) => used.has(key))
    .map(([, { id, edition, name }]) => ({ framework: id, edition, header: `${name} ${edition}` }));
  EDITIONS.set(model, made);
  return made;
}

interface MappingColumn {
  readonly framework: string;
  readonly edition: string;
  readonly header: string;
}

/** Made once for a model: every row asks for them, and they are found by going through all rows. */
const EDITIONS = new WeakMap<LayoutContext['model'], readonly MappingColumn[]>();

function columnsOf(context: LayoutContext): TableColumn[] {
  const { words } = context;
  const w = words.answers;
  const questions = askAll(context, 'objective');
  const field = (asked: Question): TableColumn => ({
    id: asked.name,
    header: wordsOf(context, asked).header,
    name: `answers_${asked.name}`,
    check: { ...checkOf(context, asked), ...limitsOf(asked) },
    ...(isReadIn(context, asked) ? { look: LOOK.header } : {}),
  });
  const named = (name: string): TableColumn[] => questions.filter((asked) => asked.name === name).map(field);
  const others = questions.filter(({ name }) => name !== 'answer' && name !== 'measured').map(field);
  const aside = (columns: TableColumn[]): TableColumn[] => columns.map((column) => ({ ...column, isAside: true }));
  return [
    { id: 'id', header: w.id, name: 'answers_id' },
    { id: 'title', header: w.objective },
    { id: 'level', header: w.level, look: LOOK.headerCenter },
    { id: 'text', header: w.text },
    { id: 'partly', header: w.partly },
    ...named('answer'),
    { id: 'kpi', header: w.kpi },
    ...named('measured'),
    { id: COUNTS_AS, header: w.state },
    { id: 'guide', header: w.guide },
    ...others,
    { id: 'space', header: '', look: LOOK.paragraph },
    ...aside([
      ...(context.edition.companion === undefined ? [] : [{ id: 'more', header: w.more }]),
      { id: 'domain', header: w.domain },
      { id: 'category', header: w.category },
      { id: 'deployments', header: w.deployments },
      { id: 'mode', header: w.mode },
      { id: 'rationale', header: w.rationale },
      ...editionsOf(context).map(({ framework, edition, header }) => ({ id: `${framework}@${edition}`, header })),
    ]),
  ];
}

function rowOf(context: LayoutContext, objective: ControlObjective): Record<string, Cell> {
  const { model, words, edition } = context;
  const category = categoriesOf(model).find(({ id }) => id === objective.category);
  const domain = model.domains.find(({ id }) => id === category?.domain);
  // Looked up by id, not by row, so that sorting the sheet moves it along.
  const id = show.of(cellOf(ANSWERS_TABLE, objective.id, 'id'));
  const position = show.find(id, show.column(columnOf(CALC_OBJECTIVES, 'key')), 0);
  return {
    id: constant(objective.id, LOOK.cellId),
    title: constant(titleShown(context, objective), LOOK.cellStrong),
    level: constant(objective.level, LOOK.number),
    text: constant(objective.text, LOOK.cell),
    partly: constant(objective.partly, LOOK.cellMutedBeside),
    kpi: constant(objective.kpi ? targetOf(objective.kpi, words) : words.answers.noTarget, LOOK.cell),
    [COUNTS_AS]: formula(show.at(show.column(columnOf(CALC_OBJECTIVES, COUNTS_AS)), position), LOOK.state),
    guide: guideOf(objective, words),
    ...Object.fromEntries(
      askAll(context, 'objective').map((asked) => [
        asked.name,
        apart(asked, inputCell(context, questionWith(asked, objective.kpi, edition.layout), objective.id)),
      ]),
    ),
    // A link by formula: unlike a link of the file, it moves along when rows are sorted.
    ...(edition.companion === undefined
      ? {}
      : { more: formula(show.link(companionLink(edition.companion, objective.id), objective.id), LOOK.cellLink) }),
    domain: constant(domain?.name ?? '', LOOK.cellMutedBeside),
    category: constant(category?.name ?? '', LOOK.cellMutedBeside),
    deployments: constant(deploymentNames(model, objective), LOOK.cellMutedBeside),
    mode: constant(words.modes[objective.mode], LOOK.cellMutedBeside),
    rationale: constant(objective.rationale, LOOK.cellMutedBeside),
    ...Object.fromEntries(
      editionsOf(context).map(({ framework, edition: version }) => [
        `${framework}@${version}`,
        constant(mappedIds(objective, framework, version).join(', '), LOOK.cellMutedBeside),
      ]),
    ),
  };
}

/** An answer stands a little apart from its left edge, which the text before it may reach. */
function apart({ name }: Question, cell: Cell): Cell {
  return name === 'answer' ? { ...cell, look: { ...cell.look, align: 'left', indent: 1 } } : cell;
}

/** In a workbook that asks more than the quick scan, its objectives are marked: people begin with them, and filter by the mark. */
function titleShown({ edition, words }: LayoutContext, objective: ControlObjective): string {
  const title = titleOf(objective);
  return objective.quick === true && edition.part.quick !== true ? `${title}\n${words.answers.quickScan}` : title;
}

/** Evidence that would do, and where the figure comes from, in one cell. */
function guideOf({ evidence, kpi }: ControlObjective, { answers: w }: Words): Cell {
  const ended = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
  const examples = ended(evidence.join('; '));
  if (!kpi?.source) return constant(examples, LOOK.cellMutedBeside);
  const text = `${examples} ${w.figureFrom} ${ended(kpi.source)}`;
  return { ...constant(text, LOOK.cellMutedBeside), strong: w.figureFrom };
}

/** Where the companion document says more of an objective. */
export function companionLink(companion: string, objective: string): string {
  return `${companion}#${anchorOf(objective)}`;
}

/** The address of the companion document from the formula of such a link; undefined for any other formula. */
export function companionIn(formula: string): string | undefined {
  return /^HYPERLINK\("((?:[^"#]|""){1,500})#/i.exec(formula)?.[1]?.replaceAll('""', '"');
}

/** What a row's KPI lets a measured value be. The row is found by its id, since rows are sorted and checks are not. */
function limitsOf({ name, field }: Question): { when?: RowCondition } {
  if (field.kind !== 'number' || field.ofKpi !== true) return {};
  return {
    when: (inRow) => {
      const typed = inRow(name);
      return show.and(
        show.isNumber(typed),
        show.atLeast(typed, field.min),
        show.atMost(typed, ofKpi(MEASURED_MOST, inRow)),
        show.or(show.unequal(ofKpi(MEASURED_UNIT, inRow), 'count'), show.equal(show.wholePart(typed), typed)),
      );
    },
  };
}

/** What the hidden table knows of the KPI of a row. */
function ofKpi(column: string, inRow: (column: string) => Show): Show {
  const position = show.find(inRow('id'), show.column(columnOf(CALC_OBJECTIVES, 'key')), 0);
  return show.at(show.column(columnOf(CALC_OBJECTIVES, column)), position);
}

/**
 * Every share shows its percent sign, however it was typed: a fraction as its program would show it, percent points with a
 * sign behind them. Whole ones have formats of their own, since `0.##` shows a point without digits behind it.
 */
function shareFormats(): TableFormat[] {
  const decimals = 8;
  const shown = (isPoints: boolean, isWhole: boolean, format: string): TableFormat => ({
    columns: ['measured'],
    when: (inRow) => {
      const typed = inRow('measured');
      const points = isPoints ? typed : show.times(typed, 100);
      return show.and(
        show.isNumber(typed),
        show.equal(ofKpi(MEASURED_UNIT, inRow), 'percent'),
        isPoints ? show.above(typed, 1) : show.atMost(typed, 1),
        ...(isWhole ? [show.equal(show.round(points, decimals), show.round(points, 0))] : []),
      );
    },
    look: { format },
  });
  return [
    shown(true, true, '0"%"'),
    shown(true, false, '0.########"%"'),
    shown(false, true, '0%'),
    shown(false, false, '0.########%'),
  ];
}

const ALARM = { fill: PALETTE.alarmFill, color: PALETTE.alarm } as const;

function formatsOf({ model, words }: LayoutContext): TableFormat[] {
  const notApplicable = model.answers.find(({ id }) => id === 'not-applicable')?.name ?? '';
  const { states, answers } = words;
  const countsAs =
    (label: string): RowCondition =>
    (inRow) =>
      show.equal(inRow(COUNTS_AS), label);
  const state = (label: string, look: Pick<Style, 'bold' | 'color' | 'fill'>): TableFormat => ({
    columns: [COUNTS_AS],
    when: countsAs(label),
    look: { bold: true, ...look },
  });
  const isOutside: RowCondition = (inRow) => show.isNumber(show.positionIn(answers.answerNotInList, inRow(COUNTS_AS)));
  return [
    ...shareFormats(),
    {
      columns: ['notes'],
      when: (inRow) =>
        show.and(
          show.equal(show.trim(inRow('answer')), notApplicable),
          show.equal(show.length(show.trim(inRow('notes'))), 0),
        ),
      look: { ...ALARM, border: { color: PALETTE.alarm, sides: ['top', 'bottom', 'left', 'right'] } },
    },
    // What was pasted over a list is not checked by it.
    {
      columns: ['answer'],
      when: (inRow, above) => show.or(countsAs(answers.notInList)(inRow, above), isOutside(inRow, above)),
      look: ALARM,
    },
    { columns: [COUNTS_AS], when: isOutside, look: { bold: true, ...ALARM } },
    { columns: ['measured'], when: countsAs(answers.notANumber), look: ALARM },
    state(answers.notInList, ALARM),
    state(answers.notANumber, ALARM),
    state(states.met, { fill: PALETTE.doneFill, color: PALETTE.done }),
    state(states.partly, { fill: PALETTE.halfFill, color: PALETTE.half }),
    state(states.unmet, ALARM),
    state(states.expired, { fill: PALETTE.expiredFill, color: PALETTE.expired }),
    {
      columns: ['id', 'title', 'level', 'text', 'partly'],
      // A line where another category begins; it stays right however the rows are sorted or filtered.
      when: (inRow, above) => show.unequal(inRow('category'), above('category')),
      look: { border: { color: PALETTE.navy, sides: ['top'] } },
    },
  ];
}
