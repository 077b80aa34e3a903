/** How the score comes about, in sentences a person would say; how to answer, what each column takes, and the glossary. */
import { ruleWordsIn } from '../../locale/rule-words.js';
import type { Having, RuleInWords } from '../../locale/rules-in-words.js';
import { traitsOf } from '../../scoring/rules.js';
import type { Style } from '../../xlsx/plan.js';
import { askAll, bandLines, closingLines, titleLines, wordsOf, type LayoutContext } from '../context.js';
import { constant, type Line, type SheetDeclaration } from '../declare.js';
import { LOOK } from '../look.js';
import { px } from '../measure.js';

/** Columns in pixels: number, term, meaning. */
const WIDTHS = [34, 168, 572];
const term: Style = { ...LOOK.strong, border: LOOK.cell.border };
const meaning: Style = { ...LOOK.paragraph, border: LOOK.cell.border };

export function rulesSheet(context: LayoutContext): SheetDeclaration {
  const { model, words, language } = context;
  const { introduction } = words;
  const { sheet: w } = ruleWordsIn(language.id);
  const entry = ([called, means]: readonly [string, string]): Line => ({
    cells: { 2: constant(called, term), 3: constant(means, meaning) },
  });
  const section = (title: string, entries: readonly (readonly [string, string])[]): Line[] =>
    entries.length === 0 ? [] : [...bandLines(title), ...entries.map(entry)];
  return {
    id: 'rules',
    name: words.sheets.rules,
    kind: 'read',
    widths: WIDTHS.map(px),
    landscape: false,
    blocks: [
      {
        is: 'lines',
        rows: [
          ...titleLines(context, w.title, w.lead),
          ...section(introduction.rulesTitle, rulesSaid(context, Object.values(w.rules))),
          { cells: { 3: constant(w.exact, LOOK.muted) } },
          ...bandLines(introduction.guidance),
          ...[...model.guidance, ...(model.readMore ? [model.readMore] : [])].map((text, index) => ({
            cells: { 2: constant(`${index + 1}.`, LOOK.strong), 3: constant(text, LOOK.paragraph) },
          })),
          ...section(
            introduction.columnsTitle,
            askAll(context, 'objective').map((asked) => {
              const { header, prompt } = wordsOf(context, asked);
              return [header, prompt] as const;
            }),
          ),
          ...section(
            introduction.levelsTitle,
            model.levels.map(
              ({ n, name, example }) => [`${n} ${name}`, `${introduction.example}: ${example}`] as const,
            ),
          ),
          ...section(
            introduction.deploymentsTitle,
            model.deployments.map(
              ({ name, summary, example }) => [name, `${summary} ${introduction.example}: ${example}`] as const,
            ),
          ),
          ...section(
            introduction.glossary,
            model.glossary.map((each) => [each.term, each.definition] as const),
          ),
          ...closingLines(context),
        ],
      },
    ],
  };
}

/** Name and sentences of each rule, as far as they are about what the workbook has. */
function rulesSaid({ model, fields }: LayoutContext, all: readonly RuleInWords[]): (readonly [string, string])[] {
  const { conditions = [], hasUndecided = false } = traitsOf(model);
  const has: Readonly<Record<Having, boolean>> = {
    conditions: conditions.length > 0 && fields.condition['holds'] !== undefined,
    deployments: model.deployments.length > 1,
    undecided: hasUndecided,
  };
  const more = ({ and = {} }: RuleInWords): string[] =>
    Object.entries(and).flatMap(([having, said]) => (has[having as Having] ? [said] : [])); // its keys
  return all
    .filter(({ only }) => only === undefined || has[only])
    .map((rule) => [rule.name, [rule.is, ...more(rule)].join(' ')] as const);
}
