/** The first thing people see, on one page: what they get, where they stand, five steps, and what the words mean. */
import { bytesOf, fitted, type Logo } from '../../model/logo.js';
import { effortsOf } from '../../model/effort.js';
import { categoriesOf, objectivesOf, type Model } from '../../model/model.js';
import { ALL_DEPLOYMENTS } from '../../scoring/figures.js';
import { PROGRAM } from '../../scoring/outline.js';
import { reviewWords } from '../../locale/en/review.js';
import type { Words } from '../../locale/language.js';
import type { PlannedPicture, Style } from '../../xlsx/plan.js';
import { bandLines, stampOf, type LayoutContext } from '../context.js';
import {
  cellOf,
  columnOf,
  constant,
  figureOf,
  formula,
  show,
  type Line,
  type Reference,
  type SheetDeclaration,
  type Show,
} from '../declare.js';
import { CALC_OBJECTIVES } from '../figure-formula.js';
import { LOOK, PALETTE } from '../look.js';
import { foldedTo, px } from '../measure.js';
import { ANSWERS_TABLE } from './answers.js';
import { UNANSWERED_TURN } from './calc-objectives.js';
import { GRID_TABLE } from './grid.js';
import { META_TABLE, META_VALUE } from './meta.js';
import { ORGANIZATION_TABLE, PROFILE_VALUE } from './profile.js';
import { REFERENCE_TABLE, TITLE } from './reference.js';
import { reviewCounts } from './review-result.js';
import { ROADMAP_TABLE } from './roadmap.js';
import { scorecardStart } from './scorecard.js';

/** Sheets that the first steps lead to. */
type Step = keyof Words['introduction']['steps'];
const STEPS: readonly Step[] = ['profile', 'grid', 'answers', 'scorecard', 'roadmap'];

/** Columns in pixels: number, term, meaning. */
const WIDTHS = [34, 150, 640];
/** Points. */
const GAP = 6;
/** The most pixels that a logo is drawn with, and the points of a row that it fits in. */
const LOGO = { width: 200, height: 46, points: 38 };

const numbered: Style = { bold: true, color: PALETTE.navy, align: 'right' };
const handed: Style = { bold: true, color: PALETTE.navy };
const standing: Style = { bold: true, wrap: true, color: PALETTE.done };
/** Each answer as it shows on the sheet of answers. */
const ANSWER_LOOKS: Readonly<Record<string, Style>> = {
  met: { bold: true, wrap: true, color: PALETTE.done, fill: PALETTE.doneFill },
  partly: { bold: true, wrap: true, color: PALETTE.half, fill: PALETTE.halfFill },
  'not-met': { bold: true, wrap: true, color: PALETTE.alarm, fill: PALETTE.alarmFill },
};
/** Looks like a cell to fill in, and is none. */
const sample: Style = { size: 10, wrap: true, fill: LOOK.input.fill, border: LOOK.input.border };

export function introductionSheet(context: LayoutContext): SheetDeclaration {
  const { model, words, edition } = context;
  const w = words.introduction;
  const entry = (term: string, meaning: string, look: Style = LOOK.strong): Line => ({
    cells: { 2: constant(term, look), 3: constant(meaning, LOOK.paragraph) },
  });
  const steps = targetsOf(context);
  const whatToDo = stepTexts(context);
  const [example] = objectivesOf(model);
  return {
    id: 'introduction',
    name: words.sheets.introduction,
    kind: 'read',
    widths: WIDTHS.map(px),
    landscape: false,
    onePage: true,
    ...(model.brand?.logo ? { pictures: [logoOf(model.brand.logo)] } : {}),
    blocks: [
      {
        is: 'lines',
        rows: [
          {
            height: 22,
            cells: {
              1: constant(stampOf(context), LOOK.stamp),
              2: constant(`${model.title} v${model.version}`, LOOK.cover),
            },
          },
          ...brandLine(model),
          { height: 16, cells: { 2: constant(w.question, LOOK.subtitle) } },
          ...handedOver(context),
          ...(edition.review
            ? [{ height: 16, cells: { 2: constant(reviewWords.whatItIs(words.sheets.answers), handed) } }]
            : []),
          { height: GAP, cells: {} },
          entry(w.youGet, whatYouGet(context)),
          entry(w.itTakes, whatItTakes(context)),
          {
            cells: {
              2: constant(w.youStand, LOOK.strong),
              3: formula(edition.review ? reviewCounts() : whereYouStand(context), standing),
            },
          },
          ...(context.addressed ? [returnBy(w)] : []),
          ...bandLines(w.fiveSteps),
          ...STEPS.map((sheet, index) => ({
            cells: {
              1: constant(index + 1, numbered),
              2: constant(words.sheets[sheet], { ...LOOK.link, bold: true }, steps[sheet]),
              3: constant(whatToDo[sheet], LOOK.paragraph),
            },
          })),
          ...bandLines(w.answersTitle),
          ...model.answers.map(({ id, name, summary }) => entry(name, summary, ANSWER_LOOKS[id])),
          entry(w.blank, w.blankMeans),
          ...bandLines(w.levelsTitle),
          ...model.levels.map(({ n, name, summary }) => entry(`${n} ${name}`, summary)),
          entry(w.yourLevel, w.score),
          ...bandLines(w.youSee),
          entry(w.boxed, w.boxedMeans, sample),
          entry(words.fields.objective.measured.header, w.measuredMeans),
          entry(w.sorting, w.sortingMeans),
          ...(example ? [entry(example.id, w.idMeans(nameOf(context, example.category), example.level))] : []),
          ...bandLines(w.notice),
          ...model.notice.map((text) => ({ cells: { 3: constant(text, LOOK.muted) } })),
          { height: GAP, cells: {} },
          { isAside: true, cells: { 2: constant(w.end, LOOK.mutedLine) } },
        ],
      },
    ],
  };
}

/** Whose model it is, in a row that is high enough for a logo at its end. */
function brandLine({ brand }: Model): Line[] {
  const name = brand && constant(brand.name, LOOK.strong);
  return name ? [{ height: brand.logo ? LOGO.points : 16, cells: { 2: name } }] : [];
}

/** At the right edge of the line with the name, which is the second one. */
function logoOf(logo: Logo): PlannedPicture {
  const { width, height } = fitted(logo, LOGO);
  const from = { row: 2, column: WIDTHS.length, right: (WIDTHS.at(-1) ?? 0) - width, down: 2 };
  return { png: bytesOf(logo.png), name: 'Logo', description: logo.alt, from, width, height };
}

/** Whose part it is, where it is the part of somebody. */
function handedOver({ edition: { handOver }, words }: LayoutContext): Line[] {
  if (!handOver) return [];
  const said = words.introduction.handedTo(handOver.to, handOver.by);
  // A name may be long, and a line that runs over the sheet is cut at the edge of the page.
  const width = WIDTHS.slice(1).reduce((sum, each) => sum + each, 0);
  return foldedTo(width, said, handed).map((line) => ({ height: 16, cells: { 2: constant(line, handed) } }));
}

function whatYouGet({ model, edition, words }: LayoutContext): string {
  const w = words.introduction;
  const count = categoriesOf(model).length;
  if (!edition.part.quick) return w.whatYouGet(count, model.levels.length);
  const levels = objectivesOf(model).map(({ level }) => level);
  const highest = Math.max(...levels);
  return `${w.quickScan(Math.min(...levels), highest)} ${w.whatYouGet(count, highest)}`;
}

function whatItTakes({ model, edition, words }: LayoutContext): string {
  const w = words.introduction;
  if (edition.review) return reviewWords.whatItTakes;
  const count = objectivesOf(model).length;
  return edition.handOver
    ? w.partTakes(count)
    : [w.whatItTakes(count, words.sheets.profile), ...timeItTakes(model, words)].join(' ');
}

/** Hours of a day of work. */
const DAY = 8;

/** Nothing where objectives do not say how long they take. */
function timeItTakes(model: Model, { introduction: w, answers }: Words): string[] {
  const efforts = effortsOf(model);
  const first = efforts.find(({ is }) => is === 'first');
  const quick = efforts.find(({ is }) => is === 'quick');
  if (!first) return [];
  const time = (hours: number): string =>
    hours < DAY ? w.hours(Math.max(1, Math.round(hours))) : w.days(Math.round(hours / DAY));
  return [
    w.timeOfAll(first.objectives, time(first.hours)),
    ...(quick && quick.objectives < first.objectives
      ? [w.timeOfQuickScan(quick.objectives, answers.quickScan, time(quick.hours))]
      : []),
  ];
}

/** What there is to do on each sheet, by whom the workbook is for and what it asks. */
function stepTexts({ model, edition, fields, words }: LayoutContext): Readonly<Record<Step, string>> {
  const { steps, profileOfPart, profileStep, gridStep } = words.introduction;
  if (edition.review) return reviewWords.steps;
  const conditions = fields.condition['holds'] === undefined ? 0 : (model.conditions ?? []).length;
  return {
    ...steps,
    // Whoever answers a part of a workbook chooses no targets.
    grid: edition.handOver ? steps.grid : gridStep(words.sheets.profile),
    roadmap: steps.roadmap(words.sheets.answers),
    profile: edition.handOver ? profileOfPart : profileStep(model.deployments.length, conditions),
  };
}

function targetsOf(context: LayoutContext): Record<Step, Reference> {
  const { model } = context;
  return {
    profile: cellOf(ORGANIZATION_TABLE, 'name', PROFILE_VALUE),
    grid: cellOf(GRID_TABLE, model.domains[0]?.categories[0]?.id ?? '', 'id'),
    answers: cellOf(ANSWERS_TABLE, objectivesOf(model)[0]?.id ?? '', 'answer'),
    scorecard: scorecardStart(context),
    roadmap: cellOf(ROADMAP_TABLE, '1', 'key'),
  };
}

/** The day is read from Meta, so that many workbooks are made from one. */
function returnBy({ returnBy: asked, noDay }: Words['introduction']): Line {
  const day = show.of(cellOf(META_TABLE, 'due', META_VALUE));
  return {
    cells: { 2: constant(asked, LOOK.strong), 3: formula(show.when(show.given(day), day, noDay), LOOK.strong) },
  };
}

/** How much is answered, and which objective to answer next. */
function whereYouStand({ words }: LayoutContext): Show {
  const w = words.introduction;
  const open = show.of(figureOf('groupOpen', PROGRAM, ALL_DEPLOYMENTS));
  const applicable = show.of(figureOf('groupApplicable', PROGRAM, ALL_DEPLOYMENTS));
  // At the lowest level that has any, as the roadmap is sorted: the steps below say to begin there.
  const turns = show.column(columnOf(CALC_OBJECTIVES, UNANSWERED_TURN));
  const position = show.find(show.smallest(turns, 1), turns, 0);
  const id = show.at(show.column(columnOf(CALC_OBJECTIVES, 'key')), position);
  const title = show.at(show.column(columnOf(REFERENCE_TABLE, TITLE)), position);
  return show.join(
    show.minus(applicable, open),
    w.of,
    applicable,
    w.answered,
    show.orElse(show.join(w.nextOpen, id, ' ', title), ''),
  );
}

const nameOf = ({ model }: LayoutContext, category: string): string =>
  categoriesOf(model).find(({ id }) => id === category)?.name ?? category;
