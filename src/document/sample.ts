/** A sample for an assessor as text, Markdown, CSV or JSON. */
import type { Assessment } from '../assessment/assessment.js';
import { plainText } from '../assessment/links.js';
import { sampleWords, type SampleWords } from '../locale/en/sample.js';
import { objectivesOf, type Model } from '../model/model.js';
import type { Sample, SampleReason } from '../scoring/sample.js';
import { plainMarkdown } from './markdown.js';
import { visible } from './visible.js';

/** What was drawn, with what an assessor has to know of each. */
export interface SampleRow {
  readonly id: string;
  readonly title: string;
  readonly level: number;
  readonly weight: number;
  readonly reasons: readonly SampleReason[];
  readonly owner: string;
  /** What the organization gives as evidence. */
  readonly evidence: string;
  /** What would do as evidence. */
  readonly asked: readonly string[];
}

/** The rows of a sample, in the model's order. */
export function sampleRows(sample: Sample, model: Model, { answers }: Assessment): readonly SampleRow[] {
  const drawn = new Map(sample.drawn.map((each) => [each.id, each]));
  return objectivesOf(model).flatMap(({ id, title, text, level, evidence }): SampleRow[] => {
    const each = drawn.get(id);
    if (!each) return [];
    const answer = answers.get(id);
    const { weight, reasons } = each;
    return [
      {
        ...{ id, level, weight, reasons },
        title: title ?? text,
        owner: answer?.owner ?? '',
        evidence: answer?.evidence === undefined ? '' : plainText(answer.evidence),
        asked: evidence,
      },
    ];
  });
}

/** The columns of a table of it, each with what it shows. */
export function sampleTable(
  rows: readonly SampleRow[],
  words: SampleWords = sampleWords,
): { readonly headings: readonly string[]; readonly cells: readonly (readonly (string | number)[])[] } {
  return {
    headings: Object.values(words.headings),
    cells: rows.map(({ id, title, level, weight, reasons, owner, evidence, asked }) => [
      ...[id, title, level, weight],
      ...[reasons.map((each) => words.reasons[each]).join('; '), owner, evidence, asked.join('; ')],
    ]),
  };
}

/**
 * For people: how it was drawn, and each objective with why it is worth a look.
 */
export function renderSample(
  { met, drawn }: Sample,
  rows: readonly SampleRow[],
  seed: number,
  format: 'text' | 'md',
  words: SampleWords = sampleWords,
): string {
  if (met === 0) return words.none;
  const lead = [words.drawn(drawn.length, met, seed), ...words.rule];
  if (format === 'text')
    return [
      ...lead,
      ...rows.map(({ id, title, level, weight, reasons, owner }) => {
        const why = reasons.map((each) => words.reasons[each]).join('; ');
        const about = [
          `level ${level}`,
          `weight ${weight}`,
          ...(why === '' ? [] : [why]),
          ...(owner === '' ? [] : [owner]),
        ];
        return `  ${id} ${visible(title)} (${visible(about.join(', '))})`;
      }),
    ].join('\n');
  const { headings, cells } = sampleTable(rows, words);
  const line = (texts: readonly (string | number)[]): string => `| ${texts.join(' | ')} |`;
  return [
    `# ${words.title}`,
    '',
    ...lead,
    '',
    line(headings),
    line(headings.map(() => '---')),
    ...cells.map((texts) => line(texts.map((text) => plainMarkdown(String(text))))),
  ].join('\n');
}
