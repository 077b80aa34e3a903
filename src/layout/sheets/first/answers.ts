/** One row an objective, as layout 1 has it: kept for the workbooks that are out there, and never issued again. */
import type { Words } from '../../../locale/language.js';
import { categoriesOf, objectivesOf, type ControlObjective, type Kpi } from '../../../model/model.js';
import { ALL_DEPLOYMENTS } from '../../../scoring/figures.js';
import { questionWith } from '../../../assessment/measured.js';
import type { Question } from '../../../assessment/paths.js';
import {
  amountOf,
  askAll,
  checkOf,
  closingLines,
  deploymentNames,
  inputCell,
  labelOf,
  mappedIds,
  titleLines,
  windowInWords,
  wordsOf,
  type LayoutContext,
} from '../../context.js';
import {
  cellOf,
  columnOf,
  constant,
  figureColumn,
  formula,
  show,
  type Cell,
  type SheetDeclaration,
  type TableColumn,
  type TableFormat,
} from '../../declare.js';
import { CALC_OBJECTIVES } from '../../figure-formula.js';
import { LOOK, PALETTE } from '../../look.js';
import { ANSWERS_TABLE, companionLink } from '../answers.js';
import { STATE_LIST } from '../lists.js';

/** Columns for answers beside the objective; the rest is the respondent's record. */
const FIRST_FIELDS: readonly string[] = ['answer', 'measured'];

export function firstAnswersSheet(context: LayoutContext): SheetDeclaration {
  const { model, words } = context;
  const w = words.answers;
  const columns = columnsOf(context);
  return {
    id: 'answers',
    name: words.sheets.answers,
    kind: 'fill',
    widths: columns.map(({ id }) => WIDTHS[id] ?? 22),
    landscape: true,
    repeat: ANSWERS_TABLE,
    printUpTo: 'notes',
    zoom: 90,
    blocks: [
      { is: 'lines', rows: titleLines(context, w.title, w.lead) },
      {
        is: 'table',
        id: ANSWERS_TABLE,
        columns,
        filter: true,
        freezeAfter: 'text',
        formats: formatsOf(context),
        rows: objectivesOf(model).map((objective) => ({ key: objective.id, cells: rowOf(context, objective) })),
      },
      { is: 'lines', rows: closingLines(context) },
    ],
  };
}

const WIDTHS: Record<string, number> = {
  id: 9,
  category: 18,
  level: 7,
  text: 52,
  answer: 15,
  measured: 11,
  kpi: 20,
  state: 13,
  evidence: 34,
  owner: 18,
  assessedOn: 12,
  validUntil: 12,
  action: 30,
  due: 12,
  notes: 34,
  space: 2,
  more: 11,
  domain: 14,
  deployments: 16,
  mode: 11,
  partly: 38,
  evidenceExamples: 46,
  rationale: 42,
  source: 34,
};

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
  const field = (asked: Question): TableColumn => ({
    id: asked.name,
    header: wordsOf(context, asked).header,
    name: `answers_${asked.name}`,
    check: checkOf(context, asked),
  });
  const questions = askAll(context, 'objective');
  const isFirst = ({ name }: Question): boolean => FIRST_FIELDS.includes(name);
  const grouped = (group: string, columns: TableColumn[]): TableColumn[] =>
    columns.map((column, index) => (index === 0 ? { ...column, group } : column));
  return [
    ...grouped(w.groups.objective, [
      { id: 'id', header: w.id, name: 'answers_id' },
      { id: 'category', header: w.category },
      { id: 'level', header: w.level, look: LOOK.headerCenter },
      { id: 'text', header: w.text },
    ]),
    ...grouped(w.groups.yours, [
      ...questions.filter(isFirst).map(field),
      { id: 'kpi', header: w.kpi },
      { id: 'state', header: w.state },
    ]),
    ...grouped(w.groups.record, questions.filter((asked) => !isFirst(asked)).map(field)),
    { id: 'space', header: '', look: LOOK.paragraph },
    ...grouped(w.groups.reference, [
      ...(context.edition.companion === undefined ? [] : [{ id: 'more', header: w.more }]),
      { id: 'domain', header: w.domain },
      { id: 'deployments', header: w.deployments },
      { id: 'mode', header: w.mode },
      { id: 'partly', header: w.partly },
      { id: 'evidenceExamples', header: w.evidenceExamples },
      { id: 'rationale', header: w.rationale },
      { id: 'source', header: w.source },
    ]),
    ...grouped(
      w.groups.mapped,
      editionsOf(context).map(({ framework, edition, header }) => ({ id: `${framework}@${edition}`, header })),
    ),
  ];
}

function rowOf(context: LayoutContext, objective: ControlObjective): Record<string, Cell> {
  const { model, words, edition } = context;
  const category = categoriesOf(model).find(({ id }) => id === objective.category);
  const domain = model.domains.find(({ id }) => id === category?.domain);
  // Looked up by id, not by row, so that sorting the sheet moves the state along.
  const position = show.find(
    show.of(cellOf(ANSWERS_TABLE, objective.id, 'id')),
    show.column(columnOf(CALC_OBJECTIVES, 'key')),
    0,
  );
  const state = show.at(show.column(figureColumn('state', ALL_DEPLOYMENTS)), position);
  const hasConditions = (model.conditions ?? []).length > 0;
  const holds = show.orElse(show.at(show.column(figureColumn('conditionsHold')), position), true);
  return {
    id: constant(objective.id, LOOK.cellStrong),
    category: constant(category?.name ?? '', LOOK.cell),
    level: constant(objective.level, LOOK.number),
    text: constant(objective.text, LOOK.cell),
    kpi: constant(objective.kpi ? kpiTarget(objective.kpi, words) : words.answers.noKpi, LOOK.cellMuted),
    state: formula(
      hasConditions
        ? show.when(show.equal(holds, false), words.conditionIsNo, labelOf(STATE_LIST, state))
        : labelOf(STATE_LIST, state),
      LOOK.cellCenter,
    ),
    ...Object.fromEntries(
      askAll(context, 'objective').map((asked) => [
        asked.name,
        inputCell(context, questionWith(asked, objective.kpi, context.edition.layout), objective.id),
      ]),
    ),
    // A link by formula: unlike a link of the file, it moves along when rows are sorted.
    ...(edition.companion === undefined
      ? {}
      : { more: formula(show.link(companionLink(edition.companion, objective.id), objective.id), LOOK.cellLink) }),
    domain: constant(domain?.name ?? '', LOOK.cellMuted),
    deployments: constant(deploymentNames(model, objective), LOOK.cellMuted),
    mode: constant(words.modes[objective.mode], LOOK.cellMuted),
    partly: constant(objective.partly, LOOK.cellMuted),
    evidenceExamples: constant(objective.evidence.map((item) => `• ${item}`).join('\n'), LOOK.cellMuted),
    rationale: constant(objective.rationale, LOOK.cellMuted),
    source: constant(objective.kpi?.source ?? '', LOOK.cellMuted),
    ...Object.fromEntries(
      editionsOf(context).map(({ framework, edition }) => [
        `${framework}@${edition}`,
        constant(mappedIds(objective, framework, edition).join(', '), LOOK.cellMuted),
      ]),
    ),
  };
}

function formatsOf(context: LayoutContext): TableFormat[] {
  const { model, words } = context;
  const notApplicable = model.answers.find(({ id }) => id === 'not-applicable')?.name ?? '';
  const stateIs =
    (label: string): TableFormat['when'] =>
    (inRow) =>
      show.equal(inRow('state'), label);
  return [
    {
      columns: ['notes'],
      when: (inRow) =>
        show.and(
          show.equal(show.trim(inRow('answer')), notApplicable),
          show.equal(show.length(show.trim(inRow('notes'))), 0),
        ),
      look: { fill: PALETTE.alarmFill, border: { color: PALETTE.alarm, sides: ['top', 'bottom', 'left', 'right'] } },
    },
    {
      columns: ['state'],
      when: stateIs(words.states.met),
      look: { fill: PALETTE.doneFill, color: PALETTE.done, bold: true },
    },
    {
      columns: ['state'],
      when: stateIs(words.states.partly),
      look: { fill: PALETTE.halfFill, color: PALETTE.half, bold: true },
    },
    {
      columns: ['state'],
      when: stateIs(words.states.unmet),
      look: { fill: PALETTE.alarmFill, color: PALETTE.alarm, bold: true },
    },
    { columns: ['state'], when: stateIs(words.states.expired), look: { fill: PALETTE.halfFill, color: PALETTE.half } },
    {
      columns: ['id', 'category', 'level', 'text'],
      // A line where another category begins; it stays right however the rows are sorted or filtered.
      when: (inRow, above) => show.unequal(inRow('category'), above('category')),
      look: { border: { color: PALETTE.navy, sides: ['top'] } },
    },
  ];
}

/** `≥ 100%, over the last 12 months`: a bound has its sign. */
function kpiTarget(kpi: Kpi, words: Words): string {
  const sign = kpi.direction === 'at-least' ? '≥' : '≤';
  return `${sign} ${amountOf(kpi.threshold, kpi.unit, words)}, ${windowInWords(kpi.window, words)}`;
}
