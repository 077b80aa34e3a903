/** The first sheet, with every rule and word on it, as layout 1 has it: kept for the workbooks that are out there. */
import { printedRules } from '../../../locale/rules-in-words.js';
import { ALL_DEPLOYMENTS } from '../../../scoring/figures.js';
import { PROGRAM } from '../../../scoring/outline.js';
import type { Words } from '../../../locale/language.js';
import { askAll, emptyLine, wordsOf, type LayoutContext } from '../../context.js';
import {
  cellOf,
  constant,
  figureOf,
  formula,
  show,
  type Line,
  type Reference,
  type SheetDeclaration,
} from '../../declare.js';
import { LOOK } from '../../look.js';
import { ANSWERS_TABLE } from '../answers.js';
import { GRID_TABLE } from '../grid.js';
import { ORGANIZATION_TABLE, PROFILE_VALUE } from '../profile.js';
import { ROADMAP_TABLE } from '../roadmap.js';
import { SCORECARD_PROGRAM } from './scorecard.js';
import { ruleWordsIn } from '../../../locale/rule-words.js';

/** Sheets that the first steps lead to. */
type Step = keyof Words['introduction']['steps'];
const STEPS: readonly Step[] = ['profile', 'grid', 'answers', 'scorecard', 'roadmap'];

export function firstIntroductionSheet(context: LayoutContext): SheetDeclaration {
  const { model, words, language, edition } = context;
  const w = words.introduction;
  const heading = (text: string): Line[] => [emptyLine, { height: 26, cells: { 1: constant(text, LOOK.heading) } }];
  const header = (first: string, second: string): Line => ({
    cells: { 1: constant(first, LOOK.header), 2: constant(second, LOOK.header) },
  });
  const entry = (term: string, meaning: string): Line => ({
    cells: { 1: constant(term, LOOK.cellStrong), 2: constant(meaning, LOOK.cell) },
  });
  const open = show.of(figureOf('groupOpen', PROGRAM, ALL_DEPLOYMENTS));
  const applicable = show.of(figureOf('groupApplicable', PROGRAM, ALL_DEPLOYMENTS));
  const targets: Record<Step, Reference> = {
    profile: cellOf(ORGANIZATION_TABLE, 'name', PROFILE_VALUE),
    grid: cellOf(GRID_TABLE, model.domains[0]?.categories[0]?.id ?? '', 'id'),
    answers: cellOf(ANSWERS_TABLE, model.domains[0]?.categories[0]?.objectives[0]?.id ?? '', 'answer'),
    scorecard: cellOf(SCORECARD_PROGRAM, PROGRAM, 'maturity'),
    roadmap: cellOf(ROADMAP_TABLE, '1', 'key'),
  };
  return {
    id: 'introduction',
    name: words.sheets.introduction,
    kind: 'read',
    widths: [30, 118],
    landscape: false,
    blocks: [
      {
        is: 'lines',
        rows: [
          { height: 36, cells: { 1: constant(`${model.title} ${model.version}`, LOOK.title) } },
          { height: 18, cells: { 1: constant(w.subtitle, LOOK.subtitle) } },
          { height: 18, cells: { 1: constant(words.footer, LOOK.mutedLine) } },
          ...heading(w.purpose),
          ...model.purpose.map((text) => ({ cells: { 2: constant(text, LOOK.paragraph) } })),
          ...heading(w.begin),
          header(w.where, w.what),
          ...STEPS.map((sheet, index) => ({
            cells: {
              1: constant(`${index + 1}. ${words.sheets[sheet]}`, LOOK.cellLink, targets[sheet]),
              2: constant(stepOf(context, sheet), LOOK.cell),
            },
          })),
          {
            cells: {
              1: constant(w.status, LOOK.cellStrong),
              2: formula(show.join(show.minus(applicable, open), w.of, applicable, w.statusTail), LOOK.cellStrong),
            },
          },
          ...heading(w.guidance),
          ...[...model.guidance, ...(model.readMore ? [model.readMore] : [])].map((text) => ({
            cells: { 2: constant(`• ${text}`, LOOK.paragraph) },
          })),
          ...heading(w.answersTitle),
          header(w.term, w.meaning),
          ...model.answers.map(({ name, summary }) => entry(name, summary)),
          ...heading(w.columnsTitle),
          header(w.term, w.meaning),
          ...askAll(context, 'objective').map((asked) => {
            const { header: term, prompt } = wordsOf(context, asked);
            return entry(term, prompt);
          }),
          ...heading(w.levelsTitle),
          header(w.term, w.meaning),
          ...model.levels.map(({ n, name, summary, example }) =>
            entry(`${n} ${name}`, `${summary}\n${w.example}: ${example}`),
          ),
          ...heading(w.deploymentsTitle),
          header(w.term, w.meaning),
          ...model.deployments.map(({ name, summary, example }) => entry(name, `${summary}\n${w.example}: ${example}`)),
          ...heading(w.rulesTitle),
          { cells: { 2: constant(w.rulesNote, LOOK.muted) } },
          header(w.figure, w.rule),
          ...printedRules(model, ruleWordsIn(language.id), edition).map(({ name, words: sentence }) =>
            entry(name, sentence),
          ),
          ...(model.glossary.length > 0
            ? [
                ...heading(w.glossary),
                header(w.term, w.meaning),
                ...model.glossary.map((g) => entry(g.term, g.definition)),
              ]
            : []),
          emptyLine,
          { cells: { 1: constant(w.end, LOOK.mutedLine) } },
          ...heading(w.notice),
          ...model.notice.map((text) => ({ cells: { 2: constant(text, LOOK.muted) } })),
        ],
      },
    ],
  };
}

function stepOf({ words: { introduction, sheets } }: LayoutContext, sheet: Step): string {
  const said = introduction.steps[sheet];
  return typeof said === 'string' ? said : said(sheets.answers);
}
